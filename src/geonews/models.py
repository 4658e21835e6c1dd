"""The nouns that flow between rooms: frozen, plain, and ignorant of how they arose.

All offsets are half-open code point ranges into ``Article.text``. All coordinates are WGS84 degrees.
This file may import nothing but the standard library.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

PlaceKind = Literal[
    "country",
    "territory",
    "continent",
    "admin1",
    "admin2",
    "city",
    "village",
    "ocean",
    "sea",
    "strait",
    "lake",
    "river",
    "island",
    "peninsula",
    "mountains",
    "desert",
    "region",
    "airport",
    "base",
    "plant",
    "dam",
    "bridge",
    "site",
]
NameForm = Literal["name", "alternate", "abbreviation", "historic", "colloquial", "demonym", "inside"]
"""How a written name belongs to a place; ``inside``: the name is of something else that holds the place's name."""
ToponymKind = Literal["literal", "metonymic", "demonym", "associative"]
FigureKind = Literal[
    "troops",
    "units",
    "ships",
    "aircraft",
    "vehicles",
    "weapons",
    "strikes",
    "casualties",
    "displaced",
    "money",
]
FigureStatus = Literal["done", "happening", "planned", "threatened", "considered", "denied", "negated"]
LinkRole = Literal["location", "origin", "destination", "target", "recipient", "via"]
LinkMethod = Literal["syntax", "learned", "context"]
CorrectionKind = Literal["place", "no place", "wrong figure"]
Box = tuple[float, float, float, float]
"""West, south, east, north in degrees; west > east where the box crosses the antimeridian."""


@dataclass(frozen=True, slots=True)
class Article:
    """A news text with what is known about its publication; ``None`` is "unknown", never a guess."""

    id: str | int
    """As the input gave it; a plain file's id is its name without the suffix."""
    text: str
    """The whole decoded text; every offset indexes it."""
    title: str | None = None
    source: str | None = None
    """The publisher's name."""
    url: str | None = None
    published: str | None = None
    """ISO 8601 date or date-time, as given."""
    origin: str = field(default="", compare=False, repr=False)
    """Where it was read, for messages: a file, a file and line, or an address. No part of what the article is."""
    remark: str = field(default="", compare=False, repr=False)
    """What could not be taken over as it was found, for messages, in whole words; "" if all was."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence, the unit that is shown to the reader. Passages are in order and do not overlap."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Token:
    """A word with its syntax, as plain labels (Universal Dependencies part of speech, spaCy's English arcs).

    Where its passage was not parsed, ``lemma``, ``pos``, ``tag`` and ``dep`` are "" and the token is its own head.
    """

    start: int
    end: int
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    """Index of the governing token in ``Evidence.tokens``; a root's head is itself."""
    passage: int
    """Index of the passage that holds it."""


@dataclass(frozen=True, slots=True)
class NamedSpan:
    """What the language model called a name, as token range and its OntoNotes label (GPE, PERSON, ...)."""

    first: int
    """Index of the first token."""
    last: int
    """Index behind the last token."""
    label: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words of one article, its names, and the syntax of the passages that were worth a parse.

    It is all that leaves the extraction room of a language model's analysis.
    """

    tokens: tuple[Token, ...]
    names: tuple[NamedSpan, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """A place on Earth, as the gazetteer holds it."""

    id: str
    """Stable across builds, e.g. ``gn:524901``."""
    name: str
    kind: PlaceKind
    country: str | None
    """ISO 3166-1 alpha-2, or ``None`` where no single country applies."""
    lat: float
    lon: float
    admin1: str | None = None
    """Name of the first-order division."""
    admin2: str | None = None
    population: int | None = None
    geonameid: int | None = None
    extent: Box | None = None


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that might be meant."""

    place: Place
    form: NameForm
    """How the written name belongs to the place."""
    score: float = 0.0
    """Probability that this place is meant (0 before a resolver has judged)."""


@dataclass(frozen=True, slots=True)
class Toponym:
    """A mention of a place by name."""

    start: int
    end: int
    text: str
    kind: ToponymKind
    name_score: float = 1.0
    """Probability that the span names a place."""
    literal_score: float = 1.0
    """Probability that the place itself is meant, rather than its government, people or team."""


@dataclass(frozen=True, slots=True)
class Resolution:
    """The choice among candidates, or ``place=None`` with the reason."""

    place: Place | None
    score: float
    """Probability that ``place`` is right, given that the toponym is a place name."""
    reason: str
    candidates: tuple[Candidate, ...] = ()
    """Best first, the chosen one included."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A claim of how many: a count of forces, casualties or displaced people, or a sum of money."""

    start: int
    end: int
    text: str
    """The number words alone."""
    quote: str
    """The whole phrase, verbatim."""
    low: float | None
    """Lower bound; ``None`` where only an upper bound is stated."""
    high: float | None
    """Upper bound; ``None`` where only a lower bound is stated."""
    approximate: bool
    kind: FigureKind
    noun: str
    owner: str | None = None
    """Whose, by full English name ("Russia", "NATO"); ``None`` where the text does not say."""
    status: FigureStatus = "done"
    currency: str | None = None
    """ISO 4217 code of a sum of money; ``None`` for counts and where the text does not tell which dollar."""
    same_as: int | None = None
    """Index in ``ParsedArticle.figures`` of the figure that this one merely converts ("(1.3bn dollars)")."""
    attribution: str | None = None
    """Who says so, verbatim ("U.S. officials"); ``None`` where the article itself does."""
    denier: str | None = None
    """Who denies what another says, verbatim; ``None`` too where the denial is all that is told."""
    date: str | None = None
    """ISO 8601 date that the sentence gives, or that of the article; a month is ``2022-02``."""


@dataclass(frozen=True, slots=True)
class Link:
    """Ties a figure to a toponym of its event."""

    figure: int
    """Index in ``ParsedArticle.figures``."""
    toponym: int
    """Index in ``ParsedArticle.toponyms``."""
    role: LinkRole
    method: LinkMethod
    score: float = 1.0
    """Probability that the place belongs to the figure in this role."""


@dataclass(frozen=True, slots=True)
class Movement:
    """A figure that a passage sends from one place to another: both ends are stated."""

    figure: int
    """Index in ``ParsedArticle.figures``."""
    origin: int
    """Index in ``ParsedArticle.toponyms``, as is ``destination``."""
    destination: int


@dataclass(frozen=True, slots=True)
class ParsedArticle:
    """An article and all that was read out of it."""

    article: Article
    passages: tuple[Passage, ...]
    toponyms: tuple[Toponym, ...]
    resolutions: tuple[Resolution, ...]
    """One per toponym, in the same order."""
    figures: tuple[Figure, ...]
    links: tuple[Link, ...]
    movements: tuple[Movement, ...] = ()


@dataclass(frozen=True, slots=True)
class Correction:
    """What a person decided about a mention, or about a name; it is kept apart from what the parser reads."""

    what: CorrectionKind
    """``place``: it means ``place``, ``no place``: it names none, ``wrong figure``: the count is not what it says."""
    text: str
    """The words in question: those of the mention's span, or the name."""
    article: str | int | None = None
    """Id of the article; ``None``: the name means this in all articles."""
    start: int | None = None
    """The mention's span in the article's text; ``None``, as ``end``: all mentions of the name."""
    end: int | None = None
    place: Place | None = None
    made: str = ""
    """ISO 8601 moment in UTC; of two corrections about the same, the newer one holds."""
    note: str = ""
