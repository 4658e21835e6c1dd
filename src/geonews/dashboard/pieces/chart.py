"""What several sources claim of the same owner and place, lined up over time; bounds that contradict stand out."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from html import escape

from geonews.claims import Claim, LineUp
from geonews.dashboard import words
from geonews.dashboard.pieces.labels import Box, Dot, labels_svg
from geonews.dashboard.pieces.parts import claim_id, name
from geonews.dashboard.pieces.whereabouts import whose
from geonews.export import amounts
from geonews.models import Place

_WIDTH, _HEIGHT, _LEFT, _FOOT, _HEAD = 420, 180, 64, 20, 20
"""Of the picture, in its own units; the head holds the title of the upright axis."""
_MARGIN = 16.0
"""From head and foot to the values: bounds that nobody states end there."""
_WIDE = 20
"""From so many times the smallest value on, the scale is logarithmic."""
_ODDS = '<span class="gn-said" aria-hidden="true">\N{BLACK CIRCLE}</span>'
"""The mark of a claim that another contradicts, as the key has it."""
_UNDATED = 70
"""The width of the place of what is undated, beside what is dated."""
_APART = 12.0
"""From one claim to the next at least, so that each can be pointed at, as far as there is room."""


def charts_html(line_ups: Iterable[LineUp], chosen: Claim) -> str:
    """Return the charts in which the chosen claim stands out, one for the places of which the same is claimed."""
    alike: dict[tuple[Claim, ...], list[LineUp]] = defaultdict(list)
    for each in line_ups:
        alike[each.claims].append(each)
    return "".join(chart_html(each[0], chosen, [one.place for one in each]) for each in alike.values())


def chart_html(line_up: LineUp, chosen: Claim | None = None, places: Sequence[Place] = ()) -> str:
    """Return the chart with its text alternative; nothing for fewer than two claims with a number.

    Each claim can be pressed to read its sources; the ``chosen`` one stands out. ``places`` are those of which the same
    is claimed, if more than the line-up's own.
    """
    shown = [claim for claim in line_up.claims if claim.low is not None or claim.high is not None]
    if len(shown) < 2:  # noqa: PLR2004 - nothing to compare
        return ""
    at_odds = {id(line_up.claims[at]) for pair in line_up.contradictions for at in (pair.first, pair.second)}
    told = "; ".join(
        f"{words.day(claim.first)}: {amounts.amount(claim)} {amounts.hedge(claim.status)}".rstrip()
        for claim in shown[:12]
    )
    pairs = len(line_up.contradictions)
    verdict = f"{_ODDS} {words.counted(pairs, 'contradiction')}" if pairs else "no contradiction"
    where = ", ".join(name(each.name, 60) for each in places or (line_up.place,))
    about = " · ".join(filter(None, (name(whose(line_up.owner)), where, verdict)))
    what, across = _counted(line_up), _across(shown)
    kinds = [_look(each, chosen, is_at_odds=id(each) in at_odds) for each in shown]
    marks = "".join(_mark(*each, shown) for each in zip(shown, across, kinds, strict=True))
    return (
        f'<div class="gn-chart"><p class="gn-key"><b>{_asks(line_up, what)}</b> {about}</p>'
        f'<svg viewBox="0 0 {_WIDTH} {_HEIGHT}" role="group" aria-label="{escape(words.clipped(told, 600))}">'
        f'<text x="0" y="11">{escape(what)}</text>{_axis(shown)}{marks}{_labels(shown, across)}</svg></div>'
    )


def _counted(line_up: LineUp) -> str:
    """Return what is counted, as most of its claims have it ("drones" rather than "drone"); of money the currency."""
    if not line_up.what:
        return line_up.kind
    if line_up.kind == "casualties":
        return amounts.FATES[line_up.what]
    nouns = [each.currency or each.noun for each in line_up.claims]
    inflected = [each for each in nouns if each != line_up.what] or nouns
    return words.clipped(max(inflected, key=inflected.count), 40)


def _asks(line_up: LineUp, what: str) -> str:
    much = any(each.currency for each in line_up.claims)
    return f"How {'much' if much else 'many'} {name(what)}?"


def _labels(shown: Sequence[Claim], across: Sequence[float]) -> str:
    """Return beside each claim its value and who says so, as far as there is room."""
    dots, taken = [], []
    for claim, x in zip(shown, across, strict=True):
        top, bottom = _ends(claim, shown)
        taken.append(Box(x - 6, top - 6, x + 6, bottom + 6))
        said = " ".join(filter(None, (_value(claim), amounts.then(claim))))
        by = words.publisher(claim.sources[0].publisher)
        more = f" +{len(claim.sources) - 1:,}" if len(claim.sources) > 1 else ""
        wordings = [f"{said}, {words.clipped(by, longest)}{more}" for longest in (30, 14)] + [said]
        dots.append(Dot(x, bottom if claim.high is None else top, wordings))
    return labels_svg(dots, taken, Box(_LEFT, 0, _WIDTH, _HEIGHT))


def _ends(claim: Claim, shown: Sequence[Claim]) -> tuple[float, float]:
    """Return the heights of both bounds in the picture; one that is not stated is at its edge."""
    top = _down(claim.high, shown) if claim.high is not None else float(_HEAD)
    return top, _down(claim.low, shown) if claim.low is not None else float(_HEIGHT - _FOOT)


def _numbers(shown: Sequence[Claim]) -> list[float]:
    return [value for claim in shown for value in (claim.low, claim.high) if value is not None]


def _down(value: float, shown: Sequence[Claim]) -> float:
    """Return the height of a value in the picture."""
    numbers = _numbers(shown)
    low, high = min(numbers), max(numbers)
    room = _HEIGHT - _FOOT - _HEAD - 2 * _MARGIN
    if low > 0 and high / low >= _WIDE:
        share = math.log(value / low) / math.log(high / low) if value > 0 else 0.0
    else:
        low = min(low, 0.0) if low < high / 2 else low
        share = (value - low) / (high - low) if high > low else 0.5
    return _HEAD + _MARGIN + room * (1 - share)


def _across(shown: Sequence[Claim]) -> list[float]:
    """Return where the claims are: by their days, those without one in a place of their own; none upon another."""
    edge = _edge(shown)
    dated = [at for at, claim in enumerate(shown) if claim.first]
    undated = [at for at, claim in enumerate(shown) if not claim.first]
    days = [claim.first.toordinal() for claim in shown if claim.first]
    found = dict(zip(dated, _spread(days, _LEFT + 12.0, edge - 12.0), strict=True))
    found |= zip(
        undated, _spread([0] * len(undated), edge + 12.0 if days else _LEFT + 12.0, _WIDTH - 12.0), strict=True
    )
    return [found[at] for at in range(len(shown))]


def _edge(shown: Sequence[Claim]) -> float:
    """Return where the days end and the place of what is undated begins."""
    without = sum(claim.first is None for claim in shown)
    if not 0 < without < len(shown):
        return _WIDTH
    room = _WIDTH - _LEFT - 48.0
    apart = min(_APART, room / max(len(shown) - 2, 1))
    least, most = ((number - 1) * apart for number in (without, len(shown) - without))
    return _WIDTH - 24 - max(least, min(_UNDATED - 24, room - most))


def _spread(days: Sequence[int], left: float, right: float) -> list[float]:
    """Return where these days are between left and right, in order where all are one."""
    first, last, room = min(days, default=0), max(days, default=0), right - left
    wanted = [
        left + room * ((at + 0.5) / len(days) if last == first else (day - first) / (last - first))
        for at, day in enumerate(days)
    ]
    apart = min(_APART, room / max(len(days) - 1, 1))
    found = [0.0] * len(days)
    ends = right + apart
    for at in sorted(range(len(days)), key=wanted.__getitem__, reverse=True):
        ends = found[at] = min(wanted[at], ends - apart)
    begins = left - apart
    for at in sorted(range(len(days)), key=found.__getitem__):
        begins = found[at] = max(found[at], begins + apart)
    return found


def _axis(shown: Sequence[Claim]) -> str:
    numbers = _numbers(shown)
    days = [claim.first for claim in shown if claim.first]
    lines = "".join(
        f'<line class="gn-grid" x1="{_LEFT}" x2="{_WIDTH}" y1="{y:.1f}" y2="{y:.1f}"></line>'
        f'<text x="{_LEFT - 6}" y="{y + 4:.1f}" text-anchor="end">{escape(amounts.plain(value))}</text>'
        for value in sorted({min(numbers), max(numbers)})
        for y in [_down(value, shown)]
    )
    if not days:
        middle = _LEFT + (_WIDTH - _LEFT) / 2
        return lines + f'<text x="{middle}" y="{_HEIGHT - 4}" text-anchor="middle">{words.UNDATED}, in no order</text>'
    edge = _edge(shown)
    if edge < _WIDTH:
        lines += (
            f'<line class="gn-grid" x1="{edge}" x2="{edge}" y1="{_HEAD}" y2="{_HEIGHT - _FOOT}"></line>'
            f'<text x="{(edge + _WIDTH) / 2}" y="{_HEIGHT - 4}" text-anchor="middle">{words.UNDATED}</text>'
        )
    ends = [(min(days), _LEFT + 12, "start"), (max(days), edge - 4, "end")][: len({min(days), max(days)})]
    lines += f'<text x="{_LEFT + (edge - _LEFT) / 2}" y="{_HEIGHT - 4}" text-anchor="middle">first said</text>'
    return lines + "".join(
        f'<text x="{x}" y="{_HEIGHT - 4}" text-anchor="{anchor}">{escape(words.day(day))}</text>'
        for day, x, anchor in ends
    )


def _mark(claim: Claim, x: float, kind: str, shown: Sequence[Claim]) -> str:
    """Draw a claim: a dot for a value, a line between bounds, an arrow where a bound is missing.

    What lies around it unseen is easier to hit.
    """
    top, bottom = _ends(claim, shown)
    label = escape(words.clipped(_told(claim)))
    dots = "".join(
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4.5"></circle>'
        for y in {round(_down(value, shown), 1) for value in (claim.low, claim.high) if value is not None}
    )
    press = f'role="button" tabindex="0" aria-label="{label}" data-do="claim" data-value="{escape(claim_id(claim))}"'
    return (
        f'<g class="{kind}" {press}><title>{label}</title>'
        f'<rect x="{x - _APART / 2:.1f}" y="{top - 7:.1f}" width="{_APART}" height="{bottom - top + 14:.1f}"></rect>'
        f'<line x1="{x:.1f}" x2="{x:.1f}" y1="{top:.1f}" y2="{bottom:.1f}"></line>'
        f"{_heads(claim, x, top, bottom)}{dots}</g>"
    )


def _heads(claim: Claim, x: float, top: float, bottom: float) -> str:
    """Return an arrow's head where a bound is not stated."""
    up = f'<path d="M{x - 5:.1f} {top + 7:.1f}h10l-5 -8z"></path>' if claim.high is None else ""
    down = f'<path d="M{x - 5:.1f} {bottom - 7:.1f}h10l-5 8z"></path>' if claim.low is None else ""
    return up + down


def _look(claim: Claim, chosen: Claim | None, *, is_at_odds: bool) -> str:
    """Return the classes of a mark; one of what is not stated as fact is hollow."""
    classes = (
        "gn-odds" if is_at_odds else "gn-even",
        "gn-chosen" * (claim == chosen),
        "gn-only" * bool(amounts.hedge(claim.status)),
    )
    return " ".join(filter(None, classes))


def _value(claim: Claim) -> str:
    return f"{amounts.amount(claim)} {amounts.hedge(claim.status)}".strip()


def _told(claim: Claim) -> str:
    """Return a claim in words: when, how many, what became of it, who says so."""
    first = words.publisher(claim.sources[0].publisher)
    others = f" and {words.counted(len(claim.sources) - 1, 'other')}" if len(claim.sources) > 1 else ""
    stated = " ".join(filter(None, (f"{amounts.says(claim)}, {words.STATUSES[claim.status]}", amounts.then(claim))))
    return f"{words.day(claim.first)}: {stated} ({first}{others})"
