"""A document of our own, annotated, and parses of it made by hand."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from geonews.evaluation import Gold
from geonews.evaluation.corpora import Annotated
from geonews.evaluation.report import Read
from geonews.gazetteer import Gazetteer
from geonews.models import Article, ParsedArticle, Place, Resolution, Toponym, ToponymKind

TEXT = "Ulm and Oz and Irish"
ULM = Place("gn:1", "Ulm", "city", "DE", 48.4, 9.99, geonameid=1)
OZ = Place("gn:2", "Oz", "country", "OZ", 10.0, 10.0, geonameid=2)
Said = tuple[int, int, Place | None]
Parse = Callable[..., ParsedArticle]
Reader = Callable[..., Read]


@pytest.fixture
def world() -> Gazetteer:
    return Gazetteer.of([(ULM, [("Ulm", "name")]), (OZ, [("Oz", "name")])])


@pytest.fixture
def parse() -> Parse:
    def made(*said: Said, kind: ToponymKind = "literal", score: float = 0.9) -> ParsedArticle:
        toponyms = tuple(Toponym(start, end, TEXT[start:end], kind) for start, end, _ in said)
        resolutions = tuple(Resolution(place, score, "") for *_, place in said)
        return ParsedArticle(Article("1", TEXT), (), toponyms, resolutions, (), ())

    return made


@pytest.fixture
def read(parse: Parse) -> Reader:
    def made(gold: tuple[Gold, ...], parsed: ParsedArticle, placed: ParsedArticle | None = None) -> Read:
        truth = Annotated(Article("1", TEXT), gold)
        given = placed or parse(*((*one.span, None) for one in truth.wanted()))
        return Read(truth, parsed, given, tuple(() for _ in truth.wanted()), seconds=0.5)

    return made


@pytest.fixture
def ulm() -> Place:
    return ULM


@pytest.fixture
def oz() -> Place:
    return OZ
