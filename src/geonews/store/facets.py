"""What each filter offers, and what a timeline draws: counts under a filter."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import numpy as np
import sqlalchemy as sa

from geonews.store import labels
from geonews.store.filters import EVERYTHING, Filter
from geonews.store.rows import CountryCount, DayCount, Facets, FigureCount, KindCount, SourceCount, Summary, UseCount
from geonews.store.selection import Selection
from geonews.store.snapshot import Ints, Snapshot, Values

Select = Callable[[Filter], Selection]


def facets(connection: sa.Connection, data: Snapshot, select: Select, wanted: Filter) -> Facets:
    """Count what each filter offers, under all the other filters."""

    def without(*names: str) -> Selection:
        return select(replace(wanted, **{name: getattr(EVERYTHING, name) for name in names}))

    def figures(name: str, column: Ints) -> tuple[FigureCount, ...]:
        numbers = _numbers(column[without(name).figures])
        return tuple(FigureCount(*each) for each in _worded(connection, numbers))

    whole = select(wanted)
    days = data.articles.days[without("since", "until", "undated").articles]
    sources = _numbers(data.articles.sources[without("sources").articles])
    uses = _numbers(data.mentions.use[select(replace(wanted, uses=())).mentions])
    return Facets(
        sources=tuple(SourceCount(*each) for each in _worded(connection, sources)),
        kinds=tuple(
            KindCount(*each)  # type: ignore[arg-type]  # a kind that a gazetteer gave
            for each in _of_places(data, without("place_kinds"), data.place_kinds)
        ),
        first=_day(int(days[days > 0].min(initial=_NEVER))),
        last=_day(int(days.max(initial=0))),
        undated=int((days == 0).sum()),
        articles=int(whole.articles.sum()),
        countries=tuple(CountryCount(*each) for each in _of_places(data, without("countries"), data.place_countries)),
        uses=tuple(UseCount(*each) for each in _worded(connection, uses)),  # type: ignore[arg-type]
        confidences=_confidences(data, without("confidence")),
        figure_kinds=figures("figure_kinds", data.figures.kind),
        owners=figures("owners", data.figures.owner),
        statuses=figures("statuses", data.figures.status),
        mentions=int(whole.mentions.sum()),
        figures=int(whole.figures.sum()),
    )


def timeline(data: Snapshot, chosen: Selection) -> tuple[DayCount, ...]:
    """Count articles, mentions and figures by day, oldest first, undated last; empty days are left out."""
    present, at = data.by_day
    columns = (
        np.bincount(at[chosen.articles], minlength=len(present)),
        np.bincount(at[data.mentions.article[chosen.mentions]], minlength=len(present)),
        np.bincount(at[data.figures.article[chosen.figures]], minlength=len(present)),
    )
    rows = [
        DayCount(_day(day), *counts)
        for day, *counts in zip(present.tolist(), *map(np.ndarray.tolist, columns), strict=True)
    ]
    return tuple(sorted((row for row in rows if row.articles), key=lambda row: row.day or date.max))


def summary(data: Snapshot) -> Summary:
    """Count the whole store."""
    pins = data.literal & (data.mentions.place >= 0)
    return Summary(
        articles=len(data.articles.rows),
        passages=int(data.bases[-1]) - len(data.articles.rows),
        toponyms=len(data.mentions.place),
        pins=int(pins.sum()),
        places=len(np.unique(data.mentions.place[pins])),
        figures=int((data.figures.kind > 0).sum()),
        links=data.links.stated,
    )


_NEVER = 0x7FFFFFFF


def _day(ordinal: int) -> date | None:
    return date.fromordinal(ordinal) if 0 < ordinal < _NEVER else None


def _numbers(column: Ints) -> dict[int, int]:
    """Count each number of a column."""
    counts = np.bincount(column)
    values = np.flatnonzero(counts)
    return dict(zip(values.tolist(), counts[values].tolist(), strict=True))


def _worded(connection: sa.Connection, numbers: dict[int, int]) -> list[tuple[str | None, int]]:
    """Return words with their counts, most first; "none" after what has as many."""
    words: dict[int, str | None] = {0: None, **labels.words(connection, numbers)}
    found = [(words[number], count) for number, count in numbers.items()]
    return sorted(found, key=lambda item: (-item[1], item[0] is None, item[0] or ""))


def _of_places(data: Snapshot, chosen: Selection, known: Values) -> list[tuple[str | None, int, int]]:
    """Return each word with the distinct places that have it and their mentions, copies of a sentence once."""
    mentioned = np.bincount(data.mentions.place[chosen.mentions], minlength=len(known.at))
    mentioned -= data.copied.beyond(chosen.mentions[data.by_place], len(known.at))[0]
    mentions = np.bincount(known.at, mentioned, minlength=len(known.words)).astype(np.int64)
    places = np.bincount(known.at[mentioned > 0], minlength=len(known.words))
    found = zip(known.words, places.tolist(), mentions.tolist(), strict=True)
    return sorted((each for each in found if each[1]), key=lambda each: (-each[2], each[0] is None, each[0] or ""))


def _confidences(data: Snapshot, chosen: Selection) -> tuple[int, ...]:
    """Count the mentions that reach each tenth."""
    tenths = np.clip((data.mentions.confidence[chosen.mentions] * 10).astype(np.int64), 0, 9)
    return tuple(np.bincount(tenths, minlength=10)[::-1].cumsum()[::-1].tolist())
