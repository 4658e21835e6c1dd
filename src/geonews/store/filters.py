"""What a reader has narrowed the corpus to, as a value that caches can key on."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from geonews.models import FigureKind, FigureStatus, PlaceKind, ToponymKind


@dataclass(frozen=True, slots=True)
class Filter:
    """Conditions that all hold at once; an empty tuple, ``None`` or ``""`` restricts nothing, so the default is all.

    Conditions on articles hold of the whole article. Those on places and on figures must be met within one passage:
    with ``countries=("UA",)`` and ``figure_kinds=("troops",)``, what counts are the Ukrainian pins in sentences that
    hold a count of troops, those counts, and the articles with such a sentence.
    """

    articles: tuple[str, ...] = ()
    """Store keys of articles."""
    sources: tuple[str | None, ...] = ()
    """Publishers; ``None`` among them is "no publisher"."""
    since: date | None = None
    """First day that is in, by the date as the article gives it."""
    until: date | None = None
    """Last day that is in."""
    undated: bool = True
    """Whether articles without a (readable) date are in, whatever ``since`` and ``until`` say."""
    text: str = ""
    """Words that title or text must all hold. ``"double quotes"`` keep words together; ``begin*`` is any word that so
    begins. No input is an error."""
    place_kinds: tuple[PlaceKind, ...] = ()
    """Kinds of place that count. The unplaced know no kind and ignore this, as they do all conditions on places."""
    places: tuple[str, ...] = ()
    """Ids of the places that count."""
    countries: tuple[str | None, ...] = ()
    """ISO 3166-1 alpha-2 codes of the places that count; ``None`` among them is "no single country"."""
    confidence: float = 0.0
    """Least probability that a mention names a place and that the place is the right one."""
    uses: tuple[ToponymKind, ...] = ("literal",)
    """Uses of a name that count as mentions; pins are literal. Empty: all uses."""
    figure_kinds: tuple[FigureKind, ...] = ()
    """Kinds of figure that count."""
    owners: tuple[str | None, ...] = ()
    """Owners of the figures that count; ``None`` among them is "nobody is named"."""
    statuses: tuple[FigureStatus, ...] = ()
    """Statuses of the figures that count."""

    @property
    def asks_for_places(self) -> bool:
        """Whether a passage must name a place for its figures to count."""
        named = self.places or self.place_kinds or self.countries or self.confidence > 0
        return bool(named) or "literal" not in (self.uses or ("literal",))

    @property
    def anywhere(self) -> Filter:
        """The same without the conditions on places."""
        return replace(self, places=(), place_kinds=(), countries=(), confidence=0.0, uses=EVERYTHING.uses)

    @property
    def of_figures(self) -> Filter:
        """A filter under which the same figures count; one for many, so that fewer answers need to be worked out."""
        return self if self.asks_for_places else self.anywhere


EVERYTHING = Filter()
"""The filter that lets everything through."""
