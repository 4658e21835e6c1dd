"""Words that nobody read: given a place, longer and shorter, once or wherever the article has them."""

from __future__ import annotations

import re
from dataclasses import replace

from drafting import DRAFT, PARSED, TEXT, THERE, form, nowhere, words

from geonews.dashboard.correcting import chosen, corrections, mentions
from geonews.dashboard.draft import Draft, step
from geonews.dashboard.pieces.form import Form, form_html
from geonews.models import Article, Correction, Toponym


def test_any_word_of_a_sentence_can_be_given_a_place_and_taken_longer_and_shorter() -> None:
    html = form(DRAFT)
    assert 'class="gn-word" id="word-6" data-do="words" data-value="6-9" tabindex="-1">met</button>' in html
    assert 'data-do="words" data-value="0-9"' in html
    html = form(words(0, 9))
    assert re.search(r'id="mention-0"[^>]*aria-pressed="true">Paris met</button>', html)
    assert 'data-value="6-9" title="Take “Paris” out of the name"' in html
    assert 'data-value="0-15" title="Take “Paris” into the name"' in html
    assert "Not a place" not in html
    assert "in all articles" not in html
    assert 'data-do="save"' not in html


def test_where_nothing_was_read_the_form_asks_for_a_word_that_every_key_reaches() -> None:
    draft = replace(DRAFT, start=17)
    assert chosen(mentions(PARSED, (), 17), draft, PARSED) is None
    html = form_html(Form(TEXT, PARSED.passages[1], [], None, draft, ()))
    assert "No place and no figure was read in this sentence" in html
    assert 'data-value="17-21">They</button>' in html
    asking = step(DRAFT, {"do": "naming"}, nowhere)
    assert chosen(mentions(PARSED, (), 0), asking, PARSED) is None
    assert step(asking, {"do": "words", "value": "6-9"}, nowhere) == Draft("key", 0, 6, 9)


def test_words_that_nobody_read_are_named_once_or_wherever_the_article_has_them_never_everywhere() -> None:
    text = "Sea Port met Port men. Port Sea slept."
    parsed = replace(PARSED, article=Article("a", text), toponyms=(Toponym(23, 31, "Port Sea", "literal"),) * 3)
    draft = replace(words(4, 8), choice="gn:2", picked=THERE)
    mention = chosen([], draft, parsed)
    assert mention is not None
    assert (mention.text, mention.namesakes, mention.is_read) == ("Port", 2, False)
    once = Correction("place", "Port", "a", 4, 8, THERE, "now")
    assert corrections(mention, draft, parsed, "now") == [once]
    assert corrections(mention, replace(draft, reach="corpus"), parsed, "now") == [once]
    twice = [once, replace(once, start=13, end=17)]
    assert corrections(mention, replace(draft, reach="article"), parsed, "now") == twice
