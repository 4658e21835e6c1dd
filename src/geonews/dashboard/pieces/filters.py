"""The filters beside the map: each choice with its count, under all the other filters."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape

from geonews.dashboard import frames, words
from geonews.dashboard.pieces.parts import number
from geonews.dashboard.state import LISTS, ONLY_UNDATED, written
from geonews.store import EVERYTHING, ArticleRow, Facets, FigureCount, Filter

_MOST = 300
"""Choices of one filter that are listed at most."""
_LEFT = {"article": "The newest are listed; the search finds others"}
_SEARCH = "Articles that hold all words: troops, all words that begin so: troop*, words together: &quot;Black Sea&quot;"
_MANY = 8
"""From so many choices on, a list has a field to narrow it."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a filter."""

    value: str | None
    label: str
    count: int
    about: str = ""
    """What stands beside the label, and is no part of it."""


def filters_html(wanted: Filter, facets: Facets, articles: Sequence[ArticleRow]) -> str:
    """Return text search, dates and lists, and one button that clears them all."""
    clear = (
        '<button type="button" class="gn-clear" data-do="clear">Clear all filters</button>'
        if wanted != EVERYTHING
        else ""
    )
    return (
        '<div class="gn-brand">geonews<span>places and figures in the news</span></div>'
        f'<div class="gn-filters">{_search(wanted)}{_dates(wanted, facets)}{_sure(wanted, facets)}'
        f"{''.join(_list(*each, wanted) for each in _lists(facets, articles))}{clear}</div>"
    )


def _lists(facets: Facets, articles: Sequence[ArticleRow]) -> list[tuple[str, str, str, list[Choice]]]:
    """Return name, title, what is counted, and choices of each list."""
    publishers = [Choice(row.source, words.publisher(row.source), row.articles) for row in facets.sources]
    countries = [Choice(row.country, words.country(row.country), row.mentions) for row in facets.countries]
    kinds = [Choice(row.kind, words.kind_name(row.kind), row.mentions) for row in facets.kinds]
    titles = [
        Choice(row.key, frames.title(row), row.mentions, f" ({words.day(row.day)})") for row in articles[: _MOST + 1]
    ]
    uses = [Choice(row.use, words.USES[row.use], row.mentions) for row in facets.uses]
    return [
        ("publisher", "Publisher", "articles", publishers),
        ("country", "Country", "mentions", countries),
        ("kind", "Kind of place", "mentions", kinds),
        ("figure", "Figures of", "figures", _counted(facets.figure_kinds)),
        ("owner", "Whose", "figures", _counted(facets.owners)),
        ("status", "How they are stated", "figures", _counted(facets.statuses)),
        ("use", "What names stand for", "mentions", uses),
        ("article", "Article", "mentions", titles),
    ]


def _counted(rows: Sequence[FigureCount]) -> list[Choice]:
    named: dict[str | None, str] = {None: words.NOBODY_NAMED} | dict(words.STATUSES.items())
    return [Choice(row.value, named.get(row.value, str(row.value)), row.figures) for row in rows]


def _search(wanted: Filter) -> str:
    field = (
        '<input type="search" id="filter-q" data-do="q" autocomplete="off" placeholder="words, or &quot;a phrase&quot;"'
    )
    label = f'<label class="gn-field" title="{_SEARCH}"><span>Search</span>'
    return f'{label}{field} value="{escape(wanted.text)}"></label>'


def _dates(wanted: Filter, facets: Facets) -> str:
    only = (wanted.since, wanted.until) == ONLY_UNDATED
    fields = "".join(
        f'<label class="gn-field"><span>{label}</span><input type="date" id="filter-{do}" data-do="{do}" '
        f'value="{day.isoformat() if day and not only else ""}"></label>'
        for label, do, day in (("From", "from", wanted.since), ("To", "to", wanted.until))
    )
    chosen = "only" if only else "" if wanted.undated else "no"
    options = "".join(
        f'<option value="{value}"{" selected" if value == chosen else ""}>{text}</option>'
        for value, text in (("", "included"), ("no", "left out"), ("only", "these alone"))
    )
    undated = (
        f'<label class="gn-inline"><span>{number(facets.undated)} undated</span>'
        f'<select id="filter-undated" data-do="undated">{options}</select></label>'
    )
    return f'<div class="gn-dates">{fields}</div>{undated if facets.undated or chosen else ""}'


def _sure(wanted: Filter, facets: Facets) -> str:
    """Return the choice of the least confidence, each with the mentions that it leaves."""
    chosen = round(wanted.confidence * 100)
    levels = sorted({0, 30, 50, 70, 90} | {chosen})
    options = "".join(
        f'<option value="{level or ""}"{" selected" if level == chosen else ""}>'
        f"{f'at least {level} %' if level else 'any'}{_left(facets, level)}</option>"
        for level in levels
    )
    return (
        '<label class="gn-inline" title="How probable it is that a mention names a place, and the place is '
        f'the right one"><span>Confidence</span><select id="filter-sure" data-do="sure">{options}</select></label>'
    )


def _left(facets: Facets, level: int) -> str:
    exact = level % 10 == 0 and level // 10 < len(facets.confidences)
    return f" ({facets.confidences[level // 10]:,})" if exact else ""


def _list(name: str, title: str, counted: str, choices: list[Choice], wanted: Filter) -> str:
    chosen = getattr(wanted, LISTS[name])
    listed = _with_chosen(name, choices, chosen)
    if not listed:
        return ""
    most = max((each.count for each in listed), default=1) or 1
    narrow = (
        f'<input type="search" class="gn-narrow" id="narrow-{name}" data-narrow aria-label="Narrow the list: {title}" '
        'placeholder="narrow the list">'
        if len(listed) > _MANY
        else ""
    )
    left = f"<p>{_LEFT.get(name, 'The most frequent are listed')}.</p>" if len(choices) > _MOST else ""
    how = f"{title}: the arrow keys lead from one to the next"
    rows = "".join(_choice(name, each, most, ticked=each.value in chosen) for each in listed)
    narrowed = chosen != getattr(EVERYTHING, LISTS[name])
    meaning = f"The numbers count {counted}, copies {'once' if counted == 'mentions' else 'too'}"
    is_open = " open" if narrowed or name in {"publisher", "country"} else ""
    return (
        f'<details class="gn-list" id="list-{name}"{is_open}><summary title="{meaning}">{title}'
        f"<small>{len(listed):,}</small></summary>{narrow}"
        f'<div role="group" aria-label="{how}" data-counts="{counted}">{rows}</div>{left}</details>'
    )


def _choice(name: str, each: Choice, most: int, *, ticked: bool) -> str:
    value = escape(written(each.value) if name != "article" else each.value or "")
    label = escape(words.clipped(each.label, 90))
    about = f"<bdi>{escape(each.about)}</bdi>" if each.about else ""
    mark = " checked" if ticked else ""
    return (
        f'<label style="--gn-share:{each.count / most:.2f}">'
        f'<input type="checkbox" id="{name}-{value[:80]}" data-do="{name}" data-value="{value}"{mark}>'
        f'<span class="gn-choice-name" dir="auto">{label}{about}</span>'
        f'<span class="gn-count">{number(each.count)}</span></label>'
    )


def _with_chosen(name: str, choices: list[Choice], chosen: Iterable[str | None]) -> list[Choice]:
    """Return the choices, the chosen ones first even where they are none at present."""
    known = {each.value: each for each in choices}
    first = [known.get(value, Choice(value, _called(name, value), 0)) for value in chosen]
    return first + [each for each in choices[:_MOST] if each not in first]


def _called(name: str, value: str | None) -> str:
    """Return what a list calls a value that no article has at present."""
    if name == "country":
        return words.country(value)
    if value is None:
        return {"publisher": words.NO_PUBLISHER, "owner": words.NOBODY_NAMED}.get(name, "none")
    named: dict[str, Mapping[str, str]] = {"use": dict(words.USES.items()), "status": dict(words.STATUSES.items())}
    shown = words.kind_name(value) if name == "kind" else named.get(name, {}).get(value, value)  # type: ignore[arg-type]
    return shown if name != "article" else "an article that is not here"
