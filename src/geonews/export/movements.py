"""The exported page's movements: an arc for each pair of places on its map, and a list of what articles say of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from html import escape
from math import atan2, degrees
from typing import Literal

from geonews.export import quoted, words
from geonews.export.amounts import facts, says
from geonews.export.bylines import byline
from geonews.export.projection import WIDTH, project
from geonews.models import FigureStatus, Place
from geonews.store import Route, Statement

MOST_ROUTES, MOST_STATED = 100, 2
"""Of routes, and of statements of one: a map of more arcs cannot be read."""
_BULGE = 0.18
"""How far an arc leaves the straight line, by its length: there and back again are two arcs."""
_HEAD = "M-5-5 6 0-5 5-2 0z"
Point = tuple[float, float]
Way = Literal["whole", "dashed", "dotted"]
"""How a movement is drawn: as one that has happened or is happening, as one that is not, as one whose places are
doubtful."""
WAYS: dict[Way, str] = {
    "whole": "movement; thicker: more of them",
    "dashed": "movement that is planned, threatened or denied",
    "dotted": "movement from or to an uncertain place",
}


def way(route: Route) -> Way:
    """Return how a route is drawn: by the places of its newest statements, then by the status of the newest."""
    sure = min(_surest(route, end) for end in (route.origin, route.destination))
    return way_of(route.newest[0].figure.status, sure)


def way_of(status: FigureStatus, sure: float) -> Way:
    """Return how a movement is drawn that is stated so, and whose less sure end is so sure."""
    if words.doubt(sure):
        return "dotted"
    return "whole" if status in words.HAPPENED else "dashed"


def called(place: Place, sure: float) -> str:
    """Return the name of a place that a movement begins or ends at, and how sure it is where it is not."""
    doubt = words.doubt(sure)
    return words.clipped(place.name, 50) + (f" ({doubt})" if doubt else "")


def sureness(stated: Statement, place: Place) -> float:
    """Return how probable it is that a statement's words mean the place."""
    return max((each.confidence for each in stated.places if each.place == place), default=1.0)


def arcs(routes: Sequence[Route]) -> str:
    """Return the arcs as SVG, those of most movements on top; each leads to ``#m0``, ``#m1`` and so on."""
    return f'<g id="routes">{"".join(reversed([_arc(at, route) for at, route in enumerate(routes)]))}</g>'


def legend(routes: Sequence[Route]) -> str:
    """Return what the arcs mean that are drawn."""
    drawn = {*map(way, routes)}
    return "".join(f"<span>{_sample(each)}{says}</span>" for each, says in WAYS.items() if each in drawn)


def _sample(look: Way) -> str:
    line = f'<path class="way {look}" stroke-width="2" d="M-14 0H14"/>'
    return f'<svg viewBox="-14 -14 28 28" class="route" aria-hidden="true">{line}<path class="head" d="{_HEAD}"/></svg>'


def section(routes: Sequence[Route], found: int, page: str) -> Iterator[str]:
    """Yield what articles say of each route; ``found`` is how many there are, ``page`` is as ``Evidence`` has it."""
    if not routes:
        return
    held = f"The {len(routes):,} of most movements, of {found:,}" if found > len(routes) else "All that articles state"
    yield f'<h2 id="movements">Movements</h2><p>{held}, with their newest statements; nothing is added up.</p>'
    for at, route in enumerate(routes):
        newest = route.newest[0]
        what = f'<mark class="figure">{escape(says(newest.figure))}</mark> <bdi>{escape(_facts(route)[0])}</bdi>'
        told = quoted.told([byline(newest.source, newest.day)])
        yield (
            f'<details id="m{at}"><summary><bdi>{escape(_end(route, route.origin))}</bdi> \N{RIGHTWARDS ARROW} '
            f"<bdi>{escape(_end(route, route.destination))}</bdi>: {what} "
            f"<small>{told} · {words.counted(route.movements, 'movement')}</small></summary>"
            f"{''.join(quoted.statement(each, page) for each in route.newest)}{_more(route, '<p>', '</p>')}</details>"
        )


def tip(route: Route) -> str:
    """Return what a map tells of a route: from where to where, what moves, a line each. Plain text."""
    ends = f"{_end(route, route.origin)} \N{RIGHTWARDS ARROW} {_end(route, route.destination)}"
    lines = [
        words.clipped(" · ".join(filter(None, (says(stated.figure), said))), 90)
        for stated, said in zip(route.newest, _facts(route), strict=True)
    ]
    return "\n".join(filter(None, (ends, *lines, _more(route))))


def _facts(route: Route) -> list[str]:
    """Return of each whose it is and how it is stated; who says so the passage tells."""
    return [facts(replace(each.figure, attribution=None), each.figure.owner) for each in route.newest]


def _more(route: Route, before: str = "", after: str = "") -> str:
    more = route.movements - len(route.newest)
    return f"{before}and {more:,} more{after}" if more else ""


def _end(route: Route, place: Place) -> str:
    return called(place, _surest(route, place))


def _surest(route: Route, place: Place) -> float:
    return max(sureness(stated, place) for stated in route.newest)


def _arc(at: int, route: Route) -> str:
    curves = _curves(route)
    drawn = "".join(f"M{a[0]:.1f} {a[1]:.1f}Q{mid[0]:.1f} {mid[1]:.1f} {b[0]:.1f} {b[1]:.1f}" for a, mid, b in curves)
    heads = "".join(map(_head, curves))
    told = escape(tip(route))
    width = min(1.5 + 0.5 * route.movements, 4.0)
    return (
        f'<a class="route" href="#m{at}" aria-label="{told}"><title>{told}</title><path class="reach" d="{drawn}"/>'
        f'<path class="way {way(route)}" stroke-width="{width:g}" d="{drawn}"/>{heads}</a>'
    )


def _curves(route: Route) -> list[tuple[Point, Point, Point]]:
    """Return start, control point and end; a way that is shorter over the map's edge comes in again on the other."""
    (x, y), (to_x, to_y) = (project(place.lon, place.lat) for place in (route.origin, route.destination))
    if abs(to_x - x) <= WIDTH / 2:
        return [_curve((x, y), (to_x, to_y))]
    aside = WIDTH if to_x < x else -WIDTH
    return [_curve((x, y), (to_x + aside, to_y)), _curve((x - aside, y), (to_x, to_y))]


def _curve(start: Point, end: Point) -> tuple[Point, Point, Point]:
    (x, y), (to_x, to_y) = start, end
    middle = (x + to_x) / 2 + (to_y - y) * 2 * _BULGE, (y + to_y) / 2 - (to_x - x) * 2 * _BULGE
    return start, middle, end


def _head(curve: tuple[Point, Point, Point]) -> str:
    """Return the arrow in the middle of an arc, where no sign hides it; there an arc is parallel to its ends' line."""
    (x, y), (mid_x, mid_y), (to_x, to_y) = curve
    at_x, at_y = (x + 2 * mid_x + to_x) / 4, (y + 2 * mid_y + to_y) / 4
    turn = degrees(atan2(to_y - y, to_x - x))
    where = f"translate({at_x:.1f} {at_y:.1f}) rotate({turn:.0f})"
    return f'<path class="head" data-at="{where}" transform="{where}" d="{_HEAD}"/>'
