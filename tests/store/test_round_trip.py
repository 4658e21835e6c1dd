"""Whatever a parse holds, the store gives it back equal."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path
from typing import get_args

from hypothesis import given, settings
from hypothesis import strategies as st

from geonews.models import (
    Article,
    Candidate,
    Figure,
    FigureKind,
    FigureStatus,
    Link,
    LinkMethod,
    LinkRole,
    Movement,
    NameForm,
    ParsedArticle,
    Passage,
    Place,
    PlaceKind,
    Resolution,
    Toponym,
    ToponymKind,
)
from geonews.store import Store, article_key

words = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
maybe = st.none() | words
numbers = st.floats(allow_nan=False)
offsets = st.integers(0, 40)


def one_of(literal: object) -> st.SearchStrategy[str]:
    return st.sampled_from(get_args(literal))


places = st.builds(
    Place,
    id=words,
    name=words,
    kind=one_of(PlaceKind),
    country=maybe,
    lat=st.floats(-90, 90),
    lon=st.floats(-180, 180),
    admin1=maybe,
    admin2=maybe,
    population=st.none() | st.integers(0, 10**10),
    geonameid=st.none() | st.integers(0, 10**9),
    extent=st.none() | st.tuples(*[st.floats(-180, 180)] * 4),
)
articles = st.builds(
    Article,
    id=words | st.integers(),
    text=words,
    title=maybe,
    source=maybe,
    url=maybe,
    published=maybe | st.datetimes(timezones=st.none() | st.timezones()).map(lambda moment: moment.isoformat()),
)
figures = st.builds(
    Figure,
    start=offsets,
    end=offsets,
    text=words,
    quote=words,
    low=st.none() | numbers,
    high=st.none() | numbers,
    approximate=st.booleans(),
    kind=one_of(FigureKind),
    noun=words,
    owner=maybe,
    status=one_of(FigureStatus),
    currency=maybe,
    same_as=st.none() | offsets,
    attribution=maybe,
    date=maybe,
)


@st.composite
def parses(draw: st.DrawFn) -> ParsedArticle:
    known = draw(st.lists(places, min_size=1, max_size=3, unique_by=lambda place: place.id))
    a_place = st.sampled_from(known)
    candidates = st.lists(st.builds(Candidate, a_place, one_of(NameForm), numbers), max_size=3).map(tuple)
    toponyms = draw(
        st.lists(st.builds(Toponym, offsets, offsets, words, one_of(ToponymKind), numbers, numbers), max_size=4)
    )
    resolutions = st.builds(Resolution, st.none() | a_place, numbers, words, candidates)
    return ParsedArticle(
        article=draw(articles),
        passages=tuple(sorted(draw(st.lists(st.builds(Passage, offsets, offsets), max_size=4)), key=lambda p: p.start)),
        toponyms=tuple(toponyms),
        resolutions=tuple(draw(resolutions) for _ in toponyms),
        figures=tuple(draw(st.lists(figures, max_size=3))),
        links=tuple(
            draw(st.lists(st.builds(Link, offsets, offsets, one_of(LinkRole), one_of(LinkMethod), numbers), max_size=3))
        ),
        movements=tuple(draw(st.lists(st.builds(Movement, offsets, offsets, offsets), max_size=2))),
    )


@settings(max_examples=25)
@given(parses())
def test_what_was_added_comes_back_equal_and_every_question_is_answered(parsed: ParsedArticle) -> None:
    with tempfile.TemporaryDirectory() as folder, Store.open(Path(folder, "corpus.sqlite")) as store:
        assert store.add(parsed) == "added"
        assert store.add(parsed) == "unchanged"
        (key,) = store.keys(parsed.article.id)
        assert store.article(key) == parsed
        assert list(store.parsed()) == [parsed]
        assert [row.published for row in store.articles()] == [parsed.article.published]
        for row in store.places():
            for passage in store.passages(row.place.id):
                assert parsed.article.text[passage.start :].startswith(passage.text)
        store.unplaced()
        store.facets()
        store.timeline()
        store.movements()
        assert [each.figure for each in store.statements(store.statement_keys().handles)] == list(parsed.figures)


@given(articles, articles)
def test_a_key_stands_for_id_and_text_alone(first: Article, second: Article) -> None:
    same = (type(first.id), first.id, first.text) == (type(second.id), second.id, second.text)
    keys = [article_key(article.id, article.text) for article in (first, second)]
    assert (keys[0] == keys[1]) == same
    assert article_key(first.id, replace(first, title="x").text) == keys[0]
