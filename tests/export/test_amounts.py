"""How many of what is said in one way, on the page and in all that leaves it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pytest

from geonews.claims import Claim
from geonews.export import amounts, words
from geonews.models import FigureKind, FigureStatus


@dataclass(frozen=True)
class Stated:
    low: float | None
    high: float | None
    noun: str = "troops"
    kind: FigureKind = "troops"
    currency: str | None = None
    approximate: bool = False
    quote: str = ""


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [
        (100_000, None, "at least 100,000 troops"),
        (None, 20, "at most 20 troops"),
        (10, 20, "10 to 20 troops"),
        (2.5, 2.5, "2.5 troops"),
    ],
)
def test_bounds_are_said_in_words(low: float | None, high: float | None, said: str) -> None:
    assert amounts.says(Stated(low, high)) == said


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (1_200_000_000, "1.2 billion"),
        (1_300_000, "1.3 million"),
        (2_000_000_000_000, "2 trillion"),
        (1_234_567, "1,234,567"),
        (999_999, "999,999"),
    ],
)
def test_a_large_number_is_short_where_that_says_all_of_it(value: float, said: str) -> None:
    assert amounts.plain(value) == said


def test_money_names_its_currency_once() -> None:
    assert amounts.says(Stated(1.2e9, 1.2e9, "euros", "money", "EUR")) == "1.2 billion EUR"


def test_a_noun_of_ten_thousand_characters_leaves_room_for_the_rest() -> None:
    assert amounts.says(Stated(5, 5, "x" * 10_000)).startswith("5 xxx")
    assert len(amounts.says(Stated(5, 5, "x" * 10_000))) < 50


@pytest.mark.parametrize(
    ("noun", "kind", "told"),
    [
        ("people", "casualties", "casualties"),
        ("Ukrainians", "displaced", "displaced"),
        ("soldiers", "casualties", "casualties"),
        ("casualties", "casualties", ""),
        ("dead", "casualties", ""),
        ("prisoners of war", "casualties", ""),
        ("refugees", "displaced", ""),
        ("people", "troops", ""),
    ],
)
def test_what_befell_people_is_told_where_their_noun_does_not(noun: str, kind: FigureKind, told: str) -> None:
    assert amounts.fate(Stated(2, 2, noun, kind=kind), "", "") == told


@pytest.mark.parametrize(
    ("quote", "told"), [("at least 214", "dead"), ("more than 1,900", "injured"), ("12 others", "missing")]
)
def test_the_words_of_the_sentence_tell_the_dead_from_the_injured(quote: str, told: str) -> None:
    sentence = "It struck at dawn, killing at least 214 and injuring more than 1,900 people; 12 others are missing."
    assert amounts.fate(Stated(2, 2, "people", kind="casualties"), sentence, quote) == told


@pytest.mark.parametrize(("noun", "told"), [("hostages", "freed"), ("soldiers", "captured or detained")])
def test_hostages_that_were_freed_are_hostages_no_longer(noun: str, told: str) -> None:
    sentence = "The 12 hostages were released at noon, and 30 soldiers were captured."
    quote = {"hostages": "12 hostages", "soldiers": "30 soldiers"}[noun]
    assert amounts.fate(Stated(2, 2, noun, kind="casualties"), sentence, quote) == told


@pytest.mark.parametrize(("quote", "told"), [("9", "dead"), ("25 people", "missing"), ("120", "injured")])
def test_a_word_beyond_an_and_or_a_comma_tells_of_something_else(quote: str, told: str) -> None:
    sentence = "The flood killed 9, while 25 people are still missing and 120 were injured."
    assert amounts.fate(Stated(2, 2, "people", kind="casualties"), sentence, quote) == told


@pytest.mark.parametrize(
    ("told", "said"),
    [("2023", "in 2023"), ("2023-02", "in Feb 2023"), ("2023-02-06", "on 6 Feb 2023"), ("2026-05-04", ""), (None, "")],
)
def test_a_figure_of_another_time_than_its_article_says_so(told: str | None, said: str) -> None:
    assert words.when(told, date(2026, 5, 4)) == said


@pytest.mark.parametrize(
    ("status", "deniers", "said"),
    [
        ("planned", (), "planned"),
        ("denied", (), "denied"),
        ("denied", ("Lima",), "denied by Lima"),
        ("denied", ("The army", "Quito"), "denied by the army; Quito"),
        ("done", ("Lima",), "said to be so, denied by Lima"),
    ],
)
def test_who_denies_a_figure_stands_with_how_it_is_stated(
    status: FigureStatus, deniers: tuple[str, ...], said: str
) -> None:
    assert amounts.standing(status, deniers) == said
    assert amounts.manner(status, deniers) == said


@pytest.mark.parametrize(
    ("noun", "kind", "status", "named"),
    [
        ("troops", "troops", "done", "1,500 troops"),
        ("troops", "troops", "happening", "1,500 troops"),
        ("troops", "troops", "denied", "1,500 troops (denied)"),
        ("troops", "troops", "considered", "1,500 troops (unconfirmed)"),
        ("people", "casualties", "denied", "1,500 people (casualties, denied)"),
    ],
)
def test_a_figure_that_stands_alone_says_when_it_is_not_stated_as_fact(
    noun: str, kind: FigureKind, status: FigureStatus, named: str
) -> None:
    claim = Claim(1500, 1500, False, noun, kind, None, None, status, (), (), None, None, None, 1, ())  # noqa: FBT003
    assert amounts.named(claim) == named
