"""What an export says of itself: the filter in words and as values, counts, when it was made, whom to credit."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

from geonews.export import conditions, words
from geonews.export.byhand import NOTE
from geonews.store import Filter, Store

_COUNTS = ("stored", "articles", "mentions", "mentions_once", "places", "figures", "corrected")
CREDIT = "Places: GeoNames (CC BY 4.0), Natural Earth, airportsdata, geonews."


@dataclass(frozen=True, slots=True)
class About:
    """What an export holds, and of what."""

    wanted: Filter
    filter: str
    """The filter in one line, in words; "everything" where nothing is left out."""
    stored: int
    """Articles of the whole corpus."""
    articles: int
    mentions: int
    mentions_once: int
    """Those in copies of a sentence once."""
    places: int
    figures: int
    corrected: int
    """Mentions whose place a person chose or confirmed."""
    made: datetime
    """With its time zone."""

    @property
    def count(self) -> str:
        """How much there is: "12 of 340 articles, 57 mentions (40 without copies) of 23 places, 9 figures"."""
        articles = words.counted(self.articles, "article")
        if self.articles != self.stored:
            articles = f"{self.articles:,} of {words.counted(self.stored, 'article')}"
        once = f" ({self.mentions_once:,} without copies)" if self.mentions_once != self.mentions else ""
        mentions = f"{words.counted(self.mentions, 'mention')}{once} of {words.counted(self.places, 'place')}"
        by_hand = f", {self.corrected:,} of the mentions {NOTE}" if self.corrected else ""
        return f"{articles}, {mentions}, {words.counted(self.figures, 'figure')}{by_hand}"

    @property
    def when(self) -> str:
        """The moment: "2026-02-08 09:30 UTC"."""
        return f"{self.made:%Y-%m-%d %H:%M} {self.made.tzname()}"

    @property
    def sentence(self) -> str:
        """All of it in plain text."""
        return f"{self.count}. Filter: {self.filter}. Made by geonews, {self.when}. {CREDIT}"

    def values(self) -> dict[str, Any]:
        """Return the same as plain JSON values; ``conditions`` are the fields of the filter."""
        return {
            "title": f"geonews: {self.filter}",
            "filter": self.filter,
            "conditions": {name: _plain(value) for name, value in asdict(self.wanted).items()},
            "count": {name: getattr(self, name) for name in _COUNTS},
            "made": self.made.isoformat(timespec="seconds"),
            "credit": CREDIT,
        }


def about(store: Store, wanted: Filter, made: datetime) -> About:
    """Ask the store what an export under this filter holds."""
    facets, places = store.facets(wanted), store.places(wanted)
    return About(
        wanted=wanted,
        filter=conditions.stated(wanted, _titles(store, wanted), facets),
        stored=store.summary().articles,
        articles=facets.articles,
        mentions=facets.mentions,
        mentions_once=facets.mentions - sum(row.copied for row in places),
        places=len(places),
        figures=facets.figures,
        corrected=sum(row.corrected for row in places),
        made=made,
    )


def _titles(store: Store, wanted: Filter) -> dict[str, str]:
    """Return the titles of filtered articles by key and the names of filtered places by id, those that words name."""
    articles = store.articles(Filter(articles=wanted.articles[:3])) if wanted.articles else []
    places = store.places(Filter(places=wanted.places[:3], uses=())) if wanted.places else []
    return {row.key: row.title or str(row.id) for row in articles} | {row.place.id: row.place.name for row in places}


def _plain(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value
