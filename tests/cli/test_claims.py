"""``geonews claims``: who says how many, from a store that is made by hand."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from geonews.claims import Copyist
from geonews.cli import app
from geonews.models import Article, Figure, Link, ParsedArticle, Passage, Place, Resolution, Toponym
from geonews.store import Store

PLACES = {
    "Karvel": Place("x:1", "Karvel", "city", "VE", 50.0, 30.0),
    "Veldia": Place("x:2", "Veldia", "country", "VE", 51.0, 31.0),
    "Ostmark": Place("x:3", "Ostmark", "country", "OS", 55.0, 35.0),
}
SENTENCE = "There are {} {} in {}, officials who asked not to be named have told this newspaper."


def stated(
    article_id: str, number: int, noun: str, where: str, owner: str | None = "Ruthia", **about: str | None
) -> ParsedArticle:
    """Return an article of one sentence that counts something in a place."""
    text = SENTENCE.format(number, noun, where)
    digits, at = str(number), text.index(where)
    start = text.index(digits)
    kind = {"troops": "troops", "ships": "ships"}[noun]
    figure = Figure(
        start, start + len(digits), digits, f"{digits} {noun}", number, number, False, kind, noun, owner, attribution="officials"  # noqa: E501, FBT003
    )  # fmt: skip
    return ParsedArticle(
        Article(article_id, text, **about),
        (Passage(0, len(text)),),
        (Toponym(at, at + len(where), where, "literal"),),
        (Resolution(PLACES[where], 0.9, "by hand"),),
        (figure,),
        (Link(0, 0, "location", "syntax"),),
    )


@pytest.fixture
def store(tmp_path: Path) -> Path:
    path = tmp_path / "corpus.sqlite"
    with Store.open(path) as corpus:
        for parsed in (
            stated("a", 3000, "troops", "Karvel", title="First", source="Wire", published="2022-02-07"),
            stated("b", 3000, "troops", "Karvel", title="Second", source="Gazette", published="2022-02-08"),
            stated("c", 5000, "troops", "Karvel", title="Third", source="Herald", published="2022-02-08"),
            stated("d", 12, "ships", "Ostmark", None, title="Fourth"),
        ):
            corpus.add(parsed, copyist=Copyist())
    return path


def claims(store: Path, *arguments: str) -> Result:
    return CliRunner().invoke(app, ["claims", "--store", str(store), *arguments])


def values(store: Path, *arguments: str) -> list[int]:
    result = claims(store, "--format", "json", *arguments)
    assert result.exit_code == 0
    return [claim["low"] for claim in json.loads(result.stdout)["claims"]]


def test_a_claim_is_listed_once_with_all_its_sources(store: Path) -> None:
    lines = claims(store).stdout.splitlines()
    at = next(number for number, line in enumerate(lines) if line.startswith("3,000 troops"))
    assert "Ruthia | done | Karvel (location) | says officials" in lines[at]
    assert lines[at].endswith("1 source and 1 copy")
    assert "2022-02-07  Wire: First" in lines[at + 1]
    assert "2022-02-08  Gazette: Second" in lines[at + 2]
    assert lines[at + 2].endswith("(copy)")


def test_claims_that_contradict_each_other_stand_side_by_side_and_are_never_summed(store: Path) -> None:
    shown = claims(store).stdout
    assert "Ruthia: troops, Karvel" in shown
    assert shown.count("(contradicts 1)") == 2
    assert "8,000" not in shown


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (("--kind", "ships"), [12]),
        (("--kind", "ships", "--kind", "troops"), [5000, 3000, 12]),
        (("--owner", "ruthia"), [5000, 3000]),
        (("--owner", "Nobody"), []),
        (("--place", "karvel"), [5000, 3000]),
        (("--place", "x:3"), [12]),
        (("--place", "Karvel", "--place", "Ostmark"), [5000, 3000, 12]),
        (("--place", "Atlantis"), []),
        (("--until", "2022-02-07"), [3000]),
        (("--since", "2022-02-08"), [5000, 3000]),
    ],
)
def test_claims_are_filtered(store: Path, arguments: tuple[str, ...], expected: list[int]) -> None:
    assert sorted(values(store, *arguments)) == sorted(expected)


def test_a_country_stands_for_all_places_in_it(store: Path) -> None:
    with Store.open(store) as corpus:
        corpus.add(stated("e", 70, "ships", "Veldia"), copyist=Copyist())
    assert sorted(values(store, "--place", "Veldia")) == [70, 3000, 5000]


def test_json_holds_sources_places_and_line_ups(store: Path) -> None:
    answer = json.loads(claims(store, "--format", "json", "--kind", "troops").stdout)
    first = next(claim for claim in answer["claims"] if claim["low"] == 3000)
    assert [source["source"] for source in first["sources"]] == ["Wire", "Gazette"]
    assert (first["independent"], first["copies"], first["places"][0]["id"]) == (1, 1, "x:1")
    (lined,) = answer["line_ups"]
    assert lined["contradictions"] == [lined["claims"]]


def test_csv_has_a_row_a_claim_and_makes_formulas_inert(store: Path) -> None:
    with Store.open(store) as corpus:
        corpus.add(stated("f", 9, "ships", "Ostmark", "=HYPERLINK(1)"), copyist=Copyist())
    rows = list(csv.DictReader(io.StringIO(claims(store, "--format", "csv").stdout, newline="")))
    assert sorted(int(row["low"]) for row in rows) == [9, 12, 3000, 5000]
    assert "'=HYPERLINK(1)" in {row["owner"] for row in rows}
    row = next(row for row in rows if row["low"] == "3000")
    assert row["sources"].startswith("2022-02-07 Wire ")
    assert row["sentence"].startswith("There are 3000 troops")


def test_what_articles_say_cannot_act_on_the_terminal(store: Path) -> None:
    with Store.open(store) as corpus:
        corpus.add(
            stated("g", 8, "ships", "Ostmark", "\x1b[2J", title="\u202eevil\x07", source="a\nb"), copyist=Copyist()
        )
    shown = claims(store).stdout
    assert not {"\x1b", "\u202e", "\x07"} & set(shown)
    assert "a b: " in shown


def test_a_publisher_of_one_endless_word_is_cut_and_not_left_out(store: Path) -> None:
    with Store.open(store) as corpus:
        corpus.add(stated("e", 7, "ships", "Ostmark", title="Fifth", source="W" * 10_000), copyist=Copyist())
    result = claims(store, "--kind", "ships")
    assert "WWWWW…: Fifth" in result.stdout


def test_what_an_article_says_against_its_own_claim_is_told_though_it_names_no_place(store: Path) -> None:
    told = stated("e", 900, "troops", "Karvel", source="Wire", published="2022-03-07")
    text = f"{told.article.text} Ruthia denied that the 900 troops were there."
    at = text.rindex("900")
    denied = replace(told.figures[0], start=at, end=at + 3, status="denied")
    passages = (*told.passages, Passage(len(told.article.text) + 1, len(text)))
    with Store.open(store) as corpus:
        figures = (*told.figures, denied)
        corpus.add(replace(told, article=replace(told.article, text=text), passages=passages, figures=figures))
    shown = claims(store, "--place", "Karvel", "--since", "2022-03-01").stdout
    assert "900 troops | Ruthia | done | Karvel (location)" in shown
    assert "    but 900 troops (denied), Wire\n" in shown


def test_nothing_to_show_is_explained(store: Path, tmp_path: Path) -> None:
    assert "without them there are 4 figures" in claims(store, "--owner", "Nobody").stderr
    empty = tmp_path / "empty.sqlite"
    Store.open(empty).close()
    assert "geonews add" in claims(empty).stderr
    with Store.open(empty) as corpus:
        corpus.add(ParsedArticle(Article("x", "Nothing."), (), (), (), (), ()))
    assert "hold no figures" in claims(empty).stderr


def test_a_wrong_kind_or_day_is_a_usage_error_that_lists_what_is_right(store: Path) -> None:
    result = claims(store, "--kind", "dragons")
    assert result.exit_code == 2
    assert "displaced" in result.stderr
    assert claims(store, "--since", "yesterday").exit_code == 2
