"""Figures that were read against annotated ones."""

from __future__ import annotations

from typing import Any

from geonews.evaluation import Score
from geonews.evaluation.figures import Counted, FigureReport, figure_report, matched
from geonews.evaluation.figures.corpora import GoldFigure, GoldPlace
from geonews.models import Article, Figure, FigureKind, Link, LinkRole, ParsedArticle, Toponym

TEXT = "Some 350 men left Ghent for Lille; 20 stayed in Ghent."
GHENT, LILLE = (18, 23), (28, 33)
TOPONYMS = tuple(Toponym(a, b, TEXT[a:b], "literal") for a, b in (GHENT, LILLE))


def gold(start: int = 5, end: int = 8, *, optional: bool = False, **said: Any) -> GoldFigure:  # noqa: ANN401
    places = said.pop("places", None)
    return GoldFigure((start, end), {"low": 350, "high": 350} | said, places, optional)


def figure(start: int = 5, end: int = 8, low: float = 350, **said: Any) -> Figure:  # noqa: ANN401
    kind: FigureKind = said.pop("kind", "troops")
    return Figure(
        start, end, TEXT[start:end], TEXT[start:end], low, low, approximate=False, kind=kind, noun="men", **said
    )


def scored(wanted: list[GoldFigure], got: list[Figure], links: tuple[Link, ...] = ()) -> FigureReport:
    article = Article("a", TEXT)
    parsed = ParsedArticle(article, (), TOPONYMS, (), tuple(got), links)
    return figure_report([matched(Counted(article, tuple(wanted)), parsed)])


def link(toponym: int, role: LinkRole, of: int = 0) -> Link:
    return Link(of, toponym, role, "syntax")


def test_a_missed_figure_costs_recall_and_a_false_one_precision() -> None:
    report = scored([gold(), gold(35, 37, low=20, high=20)], [figure(), figure(0, 4, 9)])
    assert report.span == report.value == Score(1, 2, 2)
    assert [(one.what, one.text) for one in report.errors] == [("missed", "20"), ("false", "Some")]


def test_a_wider_span_may_have_the_right_value() -> None:
    report = scored([gold()], [figure(0, 8)])
    assert report.span == Score(0, 1, 1)
    assert report.value == Score(1, 1, 1)


def test_a_wrong_bound_is_a_wrong_value_and_its_kind_is_not_asked() -> None:
    report = scored([gold(high=None, kind="troops")], [figure()])
    assert report.value == Score(0, 1, 1)
    assert report.kind.of == 0
    assert report.errors[0].what == "value"


def test_optional_figures_are_neither_rewarded_nor_punished() -> None:
    for got in ([], [figure()]):
        report = scored([gold(optional=True)], got)
        assert report.value == Score(0, 0, 0)
        assert report.errors == ()


def test_an_owner_where_there_is_none_is_wrong() -> None:
    wanted = [gold(owner=None), gold(35, 37, low=20, high=20, owner="Belgium")]
    report = scored(wanted, [figure(owner="France"), figure(35, 37, 20, owner="Belgium")])
    assert (report.owner.hits, report.owner.of) == (1, 2)
    assert report.named_owner == Score(1, 2, 1)


def test_every_status_counts_the_same_in_the_mean() -> None:
    spans = [(0, 4), (5, 8), (9, 12), (35, 37)]
    wanted = [gold(*span, status=said) for span, said in zip(spans, ["done", "done", "done", "denied"], strict=True)]
    report = scored(wanted, [figure(*span, status="done") for span in spans])
    assert report.status.share == 0.75
    assert report.statuses.macro_recall == 0.5
    assert report.statuses.each["denied"] == Score(0, 0, 1)


def test_links_are_scored_with_and_without_their_role() -> None:
    places = (GoldPlace(GHENT, "origin", optional=False), GoldPlace(LILLE, "destination", optional=False))
    report = scored([gold(places=places)], [figure()], (link(0, "origin"), link(1, "via")))
    assert report.links.link == Score(2, 2, 2)
    assert report.links.with_role == Score(1, 2, 2)
    assert report.links.roles["destination"] == Score(0, 0, 1)
    assert [(one.what, one.wanted, one.got) for one in report.errors] == [("link", "destination: Lille", "via: Lille")]


def test_a_link_to_an_optional_place_is_ignored_and_one_of_a_false_figure_is_false() -> None:
    places = (GoldPlace(GHENT, "origin", optional=True),)
    report = scored([gold(places=places)], [figure(), figure(35, 37, 20)], (link(0, "origin"), link(1, "location", 1)))
    assert report.links.link == Score(0, 1, 0)
    assert [one.what for one in report.errors] == ["false", "false link"]


def test_places_that_were_not_found_as_names_are_told_apart_from_missing_links() -> None:
    places = (GoldPlace((48, 53), "location", optional=False), GoldPlace(LILLE, "destination", optional=False))
    report = scored([gold(places=places)], [figure()])
    assert (report.links.named.hits, report.links.named.of) == (1, 2)
    assert report.links.link == Score(0, 0, 2)


def test_where_only_values_are_annotated_links_are_not_scored() -> None:
    report = scored([gold()], [figure()], (link(0, "origin"),))
    assert report.links.link == Score(0, 0, 0)
    assert report.errors == ()
