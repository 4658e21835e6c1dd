"""Which sentences are copies: an agency's text as desks edit it, and what only looks alike."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geonews.claims.copies import is_copy
from geonews.claims.wording import wording

PLACES = {
    "Karvel": "x:1",
    "Karvell": "x:1",
    "Mornstadt": "x:2",
    "Ostrava": "x:3",
    "Veldish": "x:4",
    "Ruthian": "x:5",
    "Veldia": "x:4",
}


def words(sentence: str) -> str:
    """Return the wording of a sentence, its places resolved."""
    found = sorted(((sentence.find(name), name) for name in PLACES), key=lambda each: (each[0], -len(each[1])))
    names: list[tuple[int, int, str]] = []
    for start, name in found:
        if start >= 0 and (not names or names[-1][1] <= start):
            names.append((start, start + len(name), PLACES[name]))
    made = wording(sentence, names)
    assert made is not None
    return made.text


def bands(sentence: str) -> set[int]:
    made = wording(sentence)
    assert made is not None
    return set(made.bands)


AGENCY = (
    "Veldia has moved some 3,000 troops and dozens of tanks to camps near the river town of Karvel, its defence "
    "ministry said on Monday."
)


@pytest.mark.parametrize(
    "edited",
    [
        pytest.param(AGENCY.replace("Karvel", "Karvell"), id="another spelling of the place"),
        pytest.param(AGENCY.replace("defence", "defense"), id="another spelling of a word"),
        pytest.param(AGENCY.replace("3,000", "3000"), id="another spelling of the number"),
        pytest.param(AGENCY.upper().replace("KARVEL", "Karvel").replace("VELDIA", "Veldia"), id="capitals"),
        pytest.param(AGENCY.replace(", its defence ministry said on Monday", ""), id="attribution cut"),
        pytest.param(AGENCY.replace("said on Monday", "said Monday"), id="a small word cut"),
        pytest.param(AGENCY.replace("on Monday", "late on Monday"), id="a small word added"),
        pytest.param(AGENCY.replace("its defence ministry said on Monday", "officials said"), id="another attribution"),
        pytest.param("In a briefing in the capital, officials said " + AGENCY, id="an opening added"),
        pytest.param(
            AGENCY.replace(".", ", in what observers call the largest move there since 2019."), id="an end added"
        ),
        pytest.param(AGENCY.replace("the river town of", "the Old river town of"), id="a part of a name added"),
        pytest.param("“" + AGENCY.replace(", ", " – ") + "”", id="other punctuation"),
    ],
)
def test_what_a_desk_edits_is_still_a_copy(edited: str) -> None:
    assert is_copy(words(AGENCY), words(edited))
    assert is_copy(words(edited), words(AGENCY))


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(AGENCY.replace("3,000", "1,000"), id="another number"),
        pytest.param(AGENCY.replace("3,000", "three"), id="another number in words"),
        pytest.param(AGENCY.replace("some 3,000", "over 3,000"), id="another bound"),
        pytest.param(AGENCY.replace("Karvel", "Mornstadt"), id="another place"),
        pytest.param(AGENCY.replace("Veldia has", "Ostrava has"), id="another owner"),
        pytest.param(AGENCY.replace("has moved", "has not moved"), id="a denial"),
        pytest.param(AGENCY.replace("has moved", "will move"), id="a plan"),
        pytest.param(AGENCY.replace("said", "denied"), id="a denial by whom it concerns"),
        pytest.param(AGENCY.replace("to camps", "from camps"), id="another direction"),
        pytest.param(AGENCY.replace("tanks", "trucks"), id="another thing"),
        pytest.param(AGENCY.replace("Monday", "Tuesday"), id="another day"),
        pytest.param(AGENCY.replace("Karvel", "Karvel and Mornstadt"), id="one place more"),
        pytest.param(AGENCY.replace("moved", "lost"), id="another verb"),
        pytest.param("Veldia has moved 3,000 troops.", id="too short to be compared by likeness"),
        pytest.param(
            "The weather in Karvel was mild and dry for most of the week, its mayor said on Monday.", id="else"
        ),
    ],
)
def test_what_only_looks_alike_is_no_copy(other: str) -> None:
    assert not is_copy(words(AGENCY), words(other))
    assert not is_copy(words(other), words(AGENCY))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Minister Anna Berg said 40 ships had left the port of Karvel for the north",
            "Minister Paul Orlo said 40 ships had left the port of Karvel for the north",
        ),
        (
            "Police killed 12 armed men in a raid on a farm outside the town",
            "Rebels killed 12 armed men in a raid on a farm outside the town",
        ),
        (
            "Some 40 people were killed in the shelling of a market in the old town",
            "Some 40 people were wounded in the shelling of a market in the old town",
        ),
    ],
)
def test_another_actor_or_another_fate_is_another_claim(one: str, other: str) -> None:
    assert not is_copy(words(one), words(other))


def test_short_sentences_are_copies_only_when_they_say_the_very_same() -> None:
    assert is_copy(words("Nobody was hurt."), words("nobody was HURT"))
    assert not is_copy(words("Nobody was hurt."), words("Nobody was hurt badly."))
    assert len(bands("Nobody was hurt.")) == 1


def test_edited_copies_meet_in_a_band() -> None:
    edited = AGENCY.replace("Karvel", "Karvell").replace(", its defence ministry said on Monday", "")
    assert bands(AGENCY) & bands(edited)


def test_sentences_about_other_things_do_not_meet() -> None:
    assert not bands(AGENCY) & bands(
        "The mayor opened a new library beside the station after years of delay and debate."
    )


def test_bands_are_the_same_in_every_run_as_stores_keep_them() -> None:
    made = wording("Five ships left.")
    assert made is not None
    assert made.bands == (-4665404177717795482,)


@given(st.text())
def test_every_text_is_a_copy_of_itself(text: str) -> None:
    made = wording(text)
    assert made is None or is_copy(made.text, made.text)


@given(
    st.lists(
        st.sampled_from(["troops", "Kyiv", "not", "5,000", "said", "the", "left", "Monday"]), min_size=8, max_size=20
    )
)
def test_no_change_of_a_number_leaves_a_copy(sentence: list[str]) -> None:
    text = " ".join([*sentence, "700", *sentence])
    assert not is_copy(words(text), words(text.replace("700", "900")))


AGENCIES = (
    AGENCY,
    "At least 14 people were killed when two missiles hit a market in Mornstadt late on Friday, rescuers said.",
    "General Anna Berg told reporters that Veldia would send 40 tanks and 900 soldiers to Karvel by Thursday.",
    "Some 5,000 families have fled from Karvel to Mornstadt since Tuesday, the agency of Paul Orlo said.",
    "The Ruthian navy seized 16 boats off Ostrava on Sunday, and nobody aboard was hurt, Minister Ito said.",
    "Veldia has pledged 20 million crowns in aid for Mornstadt, where floods destroyed 300 houses on Monday.",
)
DAYS = ("Monday", "Tuesday", "Thursday", "Friday", "Sunday")
PERSONS = ("Berg", "Orlo", "Ito", "Adeyemi")
OTHERS = {"place": ("Karvel", "Mornstadt", "Ostrava"), "day": DAYS, "name": PERSONS}


@given(st.sampled_from(AGENCIES), st.sampled_from(sorted(OTHERS)), st.data())
def test_no_exchange_of_a_place_a_day_or_a_name_leaves_a_copy(agency: str, sort: str, data: st.DataObject) -> None:
    said = [word for word in OTHERS[sort] if word in agency]
    if said:
        word = data.draw(st.sampled_from(said))
        other = data.draw(st.sampled_from([each for each in OTHERS[sort] if each not in agency]))
        assert not is_copy(words(agency), words(agency.replace(word, other)))


@given(st.sampled_from(AGENCIES), st.integers(1, 9999), st.data())
def test_no_exchange_of_any_number_leaves_a_copy(agency: str, value: int, data: st.DataObject) -> None:
    number = data.draw(st.sampled_from(re.findall(r"\d[\d,]*\d|\d", agency)))
    changed = agency.replace(number, f"{value:,}")
    assert is_copy(words(agency), words(changed)) == (f"{value:,}" == number)


@given(st.sampled_from(AGENCIES), st.integers(0, 30), st.sampled_from(["not", "never", "no"]))
def test_no_denial_anywhere_leaves_a_copy(agency: str, at: int, denial: str) -> None:
    said = agency.split(" ")
    said.insert(min(at, len(said)), denial)
    assert not is_copy(words(agency), words(" ".join(said)))


@given(
    st.sampled_from(AGENCIES), st.sampled_from(["In a statement,", "Meanwhile,", "Earlier in the day,", "As reported,"])
)
def test_an_opening_leaves_a_copy(agency: str, opening: str) -> None:
    assert is_copy(words(agency), words(f"{opening} {agency}"))


@given(st.sampled_from(AGENCIES), st.sampled_from(AGENCIES))
def test_copying_goes_both_ways_and_different_reports_are_none(one: str, other: str) -> None:
    assert is_copy(words(one), words(other)) == is_copy(words(other), words(one)) == (one == other)
