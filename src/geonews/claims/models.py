"""What claims are made of, and what they are: frozen, plain values."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from geonews.models import Figure, FigureKind, FigureStatus, LinkRole, Place

Day = date
"""The type under a name that no field has."""


class StatedPlace(Protocol):
    """A place that a figure is linked to."""

    @property
    def place(self) -> Place:
        """The place."""

    @property
    def role(self) -> LinkRole:
        """What it is to the figure."""

    @property
    def corrected(self) -> bool:
        """Whether a person chose or accepted the place."""

    @property
    def confidence(self) -> float:
        """Probability that the words name a place, and this one."""


class Statement(Protocol):
    """A figure as one article states it; ``Store.statements`` gives them."""

    @property
    def key(self) -> str:
        """Of the article."""

    @property
    def title(self) -> str | None:
        """Of the article."""

    @property
    def source(self) -> str | None:
        """The publisher."""

    @property
    def url(self) -> str | None:
        """Of the article."""

    @property
    def day(self) -> date | None:
        """Of the article; ``None`` is undated."""

    @property
    def instant(self) -> str | None:
        """When the article was published, as a text that sorts by time; ``None`` is undated."""

    @property
    def added(self) -> int:
        """Smaller for an article that was added before another."""

    @property
    def family(self) -> int | None:
        """Shared by articles that mostly copy each other."""

    @property
    def figure(self) -> Figure:
        """The figure; its offsets index the article's text."""

    @property
    def start(self) -> int:
        """Offset of the sentence in the article's text."""

    @property
    def text(self) -> str:
        """The sentence, verbatim."""

    @property
    def copy(self) -> int | None:
        """Shared by sentences that are copies of each other."""

    @property
    def claim(self) -> int | None:
        """Shared by copies of a sentence that state the same value."""

    @property
    def subject(self) -> int | None:
        """Shared by independent sentences that would say the same of the same."""

    @property
    def places(self) -> Sequence[StatedPlace]:
        """The places that the figure is linked to."""


@dataclass(frozen=True, slots=True)
class PlaceRole:
    """A place of a claim, with what it is to the figure."""

    place: Place
    role: LinkRole
    corrected: bool = False
    """Whether a person chose or accepted the place, in any of the sources."""
    confidence: float = 1.0
    """Probability that the place is meant, where the sources' words tell it best."""


@dataclass(frozen=True, slots=True)
class Source:
    """An article that makes the claim, and where."""

    key: str
    title: str | None
    publisher: str | None
    url: str | None
    day: date | None
    quote: str
    """The figure's phrase, verbatim."""
    start: int
    """Offset of the sentence in the article's text."""
    sentence: str
    is_copy: bool
    """Whether an earlier source of the claim says the same in the same words, or is of the same publisher."""


@dataclass(frozen=True, slots=True)
class Claim:
    """What one or several sources say of how many; never a sum of what they say."""

    low: float | None
    """Lower bound; ``None`` where only an upper bound is stated."""
    high: float | None
    approximate: bool
    noun: str
    kind: FigureKind
    currency: str | None
    owner: str | None
    status: FigureStatus
    places: tuple[PlaceRole, ...]
    attributions: tuple[str, ...]
    """Who says so, verbatim, as the sources have it; empty where none names anybody."""
    date: str | None
    """ISO 8601 date of what is claimed, as the first source that knows it has it."""
    first: Day | None
    """Day of the first dated source."""
    last: Day | None
    independent: int
    """Sources that do not copy one another and are not of one publisher."""
    sources: tuple[Source, ...]
    """Oldest first, undated last; one an article."""
    deniers: tuple[str, ...] = ()
    """Who denies what others say, verbatim."""

    @property
    def quote(self) -> str:
        """The figure's phrase as the first source has it; "" without any."""
        return self.sources[0].quote if self.sources else ""

    @property
    def copies(self) -> int:
        """Sources beyond the independent ones."""
        return len(self.sources) - self.independent


@dataclass(frozen=True, slots=True)
class Pair:
    """Two claims of a line-up, by index, the earlier first."""

    first: int
    second: int


@dataclass(frozen=True, slots=True)
class LineUp:
    """All claims about the same owner, kind and place, side by side."""

    owner: str | None
    kind: FigureKind
    what: str
    """The noun, the currency or the people's fate, where claims of one kind count different things; else ``""``."""
    place: Place
    claims: tuple[Claim, ...]
    """Oldest first, undated last."""
    agreements: tuple[Pair, ...]
    """Claims whose bounds meet."""
    contradictions: tuple[Pair, ...]
    """Claims of the same days whose bounds do not meet, or of which one denies the other."""
