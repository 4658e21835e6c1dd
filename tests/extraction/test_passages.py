"""Where a text may be cut before it is parsed."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from geonews.extraction.passages import paragraphs


def pieces(text: str, limit: int = 20_000) -> list[str]:
    return [text[start:end] for start, end in paragraphs(text, limit)]


def test_each_line_of_a_web_text_is_a_paragraph() -> None:
    assert pieces("A headline\n\nA caption without full stop\nA sentence.") == [
        "A headline",
        "A caption without full stop",
        "A sentence.",
    ]


def test_the_lines_of_a_hard_wrapped_block_belong_together() -> None:
    text = "The convoy left the harbour of Constanta at\nsix in the morning and reached the naval\nbase by noon."
    assert pieces(text) == [text]


def test_a_title_stays_apart_from_the_wrapped_text_below_it() -> None:
    body = "The ships left the harbour of Port\nLouis on Monday, the captain said, and\nare bound for Durban."
    assert pieces(f"Convoy sails\n{body}") == ["Convoy sails", body]


def test_two_headlines_are_not_taken_for_wrapped_text() -> None:
    assert pieces("Storm reaches the coast of Luzon\nThousands leave") == [
        "Storm reaches the coast of Luzon",
        "Thousands leave",
    ]


def test_a_very_long_paragraph_is_cut_behind_a_sentence() -> None:
    assert pieces("One two three. Four five six.", limit=20) == ["One two three.", "Four five six."]


@given(st.text(alphabet=st.sampled_from("ab. \n\r\t\x85\u2028é"), max_size=200), st.integers(5, 50))
def test_paragraphs_are_in_order_and_hold_every_visible_character(text: str, limit: int) -> None:
    spans = list(paragraphs(text, limit))
    assert all(start < end for start, end in spans)
    assert all(left[1] <= right[0] for left, right in itertools.pairwise(spans))
    kept = "".join("".join(text[start:end].split()) for start, end in spans)
    assert kept == "".join(text.split())
