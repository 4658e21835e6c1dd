"""Whatever the filter, every format holds the passages that pass it, and no other, and says which filter it was."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from datetime import date
from html import unescape
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stories import PLACES, STORIES, Sentence, Story

from geonews.export.about import About
from geonews.export.takeaway import EXPORTS, TABLES, write
from geonews.models import FigureKind, PlaceKind
from geonews.store import Filter, Store

DAYS = st.none() | st.sampled_from([date(2022, 2, 7), date(2022, 2, 9), date(2022, 3, 1)])


def some(values: object) -> st.SearchStrategy[tuple[object, ...]]:
    return st.lists(st.sampled_from(list(values)), unique=True, max_size=2).map(tuple)  # type: ignore[call-overload]


FILTERS = st.builds(
    Filter,
    articles=some(story.key for story in STORIES),
    sources=some(["Wire", "Herald", None]),
    since=DAYS,
    until=DAYS,
    undated=st.booleans(),
    text=st.sampled_from(["", "", "S4", '"names Omsea"', "nowhere"]),
    place_kinds=some(each.kind for each in PLACES),
    places=some(each.id for each in PLACES),
    countries=some(each.country for each in PLACES),
    confidence=st.sampled_from([0.0, 0.0, 0.5]),
    uses=st.sampled_from([("literal",), ("literal", "metonymic"), ("metonymic",), ()]),
    figure_kinds=some(["troops", "casualties", "ships"]),
    owners=some(["Ruthia", None]),
    statuses=some(["done", "planned"]),
)
ONE_FIELD = {
    "articles": Filter(articles=(STORIES[0].key,)),
    "sources": Filter(sources=(None, "Herald")),
    "since": Filter(since=date(2022, 2, 9)),
    "until": Filter(until=date(2022, 2, 9)),
    "undated": Filter(undated=False),
    "text": Filter(text="S4"),
    "place_kinds": Filter(place_kinds=("sea", "base")),
    "places": Filter(places=("x:2",)),
    "countries": Filter(countries=(None, "FJ")),
    "confidence": Filter(confidence=0.5),
    "uses": Filter(uses=("metonymic",)),
    "figure_kinds": Filter(figure_kinds=("casualties",)),
    "owners": Filter(owners=(None,)),
    "statuses": Filter(statuses=("planned",)),
}
"""A filter for each of the fields of ``Filter``, under which some passages pass and some do not."""


def passing(wanted: Filter) -> set[int]:
    """Return the numbers of the sentences that pass, worked out without the store."""
    return {
        each.number for story in STORIES if _story(story, wanted) for each in story.sentences if _counts(each, wanted)
    }


def _story(story: Story, wanted: Filter) -> bool:
    day = date.fromisoformat(story.published[:10]) if story.published else None
    dated = wanted.undated if day is None else (wanted.since or day) <= day <= (wanted.until or day)
    return (
        dated
        and (not wanted.articles or story.key in wanted.articles)
        and (not wanted.sources or story.source in wanted.sources)
        and wanted.text.strip('"').casefold() in story.text.casefold()
    )


def _counts(each: Sentence, wanted: Filter) -> bool:
    kind, owner, status = each.figure or (None, None, None)
    return (
        (not wanted.place_kinds or each.place.kind in wanted.place_kinds)
        and (not wanted.places or each.place.id in wanted.places)
        and (not wanted.countries or each.place.country in wanted.countries)
        and each.confidence >= wanted.confidence
        and (not wanted.uses or each.use in wanted.uses)
        and (each.figure is not None or not (wanted.figure_kinds or wanted.owners or wanted.statuses))
        and (not wanted.figure_kinds or kind in wanted.figure_kinds)
        and (not wanted.owners or owner in wanted.owners)
        and (not wanted.statuses or status in wanted.statuses)
    )


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with Store.open(tmp_path_factory.mktemp("filters") / "corpus.sqlite") as store:
        for story in STORIES:
            store.add(story.parsed())
        yield store


def exported(form: str, store: Store, wanted: Filter) -> tuple[str, About]:
    """Return a file with the statement that lies beside it, and what the export says that it holds."""
    out = store.path.parent / f"out.{form}"
    stated = write(form, store, wanted, out)
    beside = Path(f"{out}-metadata.json")
    return out.read_text(encoding="utf-8-sig") + (beside.read_text(encoding="utf-8") if form in TABLES else ""), stated


def sentences_of(form: str, text: str) -> set[int]:
    """Return the numbers of the sentences that a file holds as passages of places."""
    if form == "csv":
        rows = csv.DictReader(io.StringIO(text[: text.index("{\n")]))
        text = " ".join(row["passage"] for row in rows)
    elif form == "geojson":
        features = [each["properties"] for each in json.loads(text)["features"]]
        text = " ".join(each["text"] for held in features for each in held.get("passages", ()))
    elif form == "kml":
        text = text[text.index("<name>Places") : text.index("<name>Movements")]
    elif form == "brief":
        text = text[text.index("## Places") :]
    elif form == "html":
        text = text[: text.index('id="claims"')]
    return {int(found) for found in re.findall(r"\bS(\d+) names", text)}


def test_the_oracle_asks_for_every_field_of_a_filter() -> None:
    assert set(ONE_FIELD) == set(Filter.__slots__)
    everything = {each.number for story in STORIES for each in story.sentences if each.use == "literal"}
    assert all(passing(wanted) and passing(wanted) != everything for wanted in ONE_FIELD.values())
    assert {each.figure[0] for story in STORIES for each in story.sentences if each.figure} < set(get_args(FigureKind))
    assert {place.kind for place in PLACES} < set(get_args(PlaceKind))


@pytest.mark.parametrize("form", sorted(set(EXPORTS) - {"claims"}))
@given(wanted=FILTERS)
def test_every_format_holds_the_passages_that_pass_and_no_others(filled: Store, form: str, wanted: Filter) -> None:
    assert sentences_of(form, exported(form, filled, wanted)[0]) == passing(wanted)


@given(wanted=FILTERS)
def test_the_page_shows_the_same_passages(filled: Store, wanted: Filter) -> None:
    rows = [each for row in filled.places(wanted) for each in filled.passages(row.place.id, wanted)]
    assert {int(each.text[1:].split()[0]) for each in rows} == passing(wanted)


@given(wanted=FILTERS)
def test_the_claims_are_those_of_the_figures_that_pass(filled: Store, wanted: Filter) -> None:
    text, _ = exported("claims", filled, wanted)
    rows = csv.DictReader(io.StringIO(text[: text.index("{\n")]))
    counted = {each.number for story in STORIES for each in story.sentences if each.figure}
    held = {int(row["low"]) - 100 for row in rows}
    assert passing(wanted) & counted <= held
    stated = filled.statements(filled.statement_keys(wanted).handles.tolist())
    assert held == {int(each.figure.text) - 100 for each in stated}


@pytest.mark.parametrize("form", EXPORTS)
@pytest.mark.parametrize("field", ONE_FIELD)
def test_every_format_states_the_filter_the_counts_and_the_date(filled: Store, form: str, field: str) -> None:
    text, stated = exported(form, filled, ONE_FIELD[field])
    told = unescape(unescape(text)).replace("\\", "")
    assert stated.filter != "everything"
    assert stated.filter in told
    assert str(stated.made.date()) in told
    if form == "geojson":
        assert f'"articles": {stated.articles}, "mentions": {stated.mentions}' in told
    else:
        assert stated.count in told


@pytest.mark.parametrize("wanted", ONE_FIELD.values(), ids=list(ONE_FIELD))
def test_what_is_stated_is_what_is_held(filled: Store, wanted: Filter) -> None:
    _, stated = exported("csv", filled, wanted)
    assert stated.mentions == len(passing(wanted))
    assert stated.stored == len(STORIES)
