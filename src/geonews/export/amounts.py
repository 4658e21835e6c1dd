"""How many of what, in words: a figure's bounds and its money, the same on the page and in all that leaves it.

Plain text, to be escaped where it is shown.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Protocol

from geonews.claims import Claim, befell
from geonews.export import words
from geonews.extraction.figures.lexicon import noun_kind
from geonews.models import FigureKind, FigureStatus, LinkRole

_ROLES: dict[LinkRole, str] = {
    "location": "here or near",
    "origin": "from here",
    "destination": "to here",
    "target": "aimed here",
    "recipient": "for this place",
    "via": "by way of here",
}
"""What a figure has to do with a selected place."""
_OTHERS = 3
"""Of the claims that contradict one, how many are named."""
FATES = {"dead": "dead", "hurt": "injured", "taken": "captured or detained", "freed": "freed", "missing": "missing"}
"""By the word of ``geonews.claims.befell``."""
_IN_A_WORD: dict[FigureStatus, str] = {"considered": "unconfirmed"}
"""Where room is little: what is only considered is not confirmed either."""
_VAGUE = re.compile(
    r"(?:(?:many|several|some)\s+)?((?:tens|dozens|scores|hundreds|thousands|millions)(?:\s+of\s+(?:thousands|millions))?)\b",
    re.IGNORECASE,
)


class Amount(Protocol):
    """What a claim and the figures of an article and of a passage have in common."""

    @property
    def low(self) -> float | None: ...  # noqa: D102
    @property
    def high(self) -> float | None: ...  # noqa: D102
    @property
    def approximate(self) -> bool: ...  # noqa: D102
    @property
    def currency(self) -> str | None: ...  # noqa: D102


class Counted(Amount, Protocol):
    """An amount of something."""

    @property
    def kind(self) -> FigureKind: ...  # noqa: D102
    @property
    def noun(self) -> str: ...  # noqa: D102
    @property
    def quote(self) -> str: ...  # noqa: D102


class Told(Protocol):
    """What the figures of an article and of a passage tell beside the amount."""

    @property
    def status(self) -> FigureStatus: ...  # noqa: D102
    @property
    def attribution(self) -> str | None: ...  # noqa: D102
    @property
    def denier(self) -> str | None: ...  # noqa: D102


def amount(figure: Amount) -> str:
    """Return the bounds: "1,000", "about 1,000", "at least 100,000", "5 to 10", with the currency's code if any."""
    low, high = figure.low, figure.high
    if low is None and high is None:
        return "a number"
    if high is None:
        said = f"at least {plain(low)}"
    elif low is None:
        said = f"at most {plain(high)}"
    elif low == high:
        said = plain(low)
    else:
        said = f"{plain(low)} to {plain(high)}"
    about = "about " if figure.approximate and low is not None and high is not None else ""
    return f"{about}{said}{f' {figure.currency}' if figure.currency else ''}"


def plain(value: float | None) -> str:
    """Return "1,200", "2.5", "1.3 million", "40 billion"."""
    if value is None:
        return ""
    for size, name in ((1e12, "trillion"), (1e9, "billion"), (1e6, "million")):
        if value >= size and value * 1000 % size == 0:  # what would have to be rounded is written out
            return f"{value / size:,.3f}".rstrip("0").rstrip(".") + f" {name}"
    return f"{value:,.2f}".rstrip("0").rstrip(".")


def says(figure: Counted) -> str:
    """Return how many of what: "at least 100,000 troops", "about 1 billion USD"; money's noun is its currency.

    Of a word that stands for no number the word, and what it is read as: "dozens of troops (at least 24)".
    """
    vague = _VAGUE.match(figure.quote)
    if vague and figure.high is None:
        what = figure.currency or words.clipped(figure.noun, 40)
        return f"{vague[1].lower()} of {what} ({amount(figure)})"
    if figure.currency:
        return amount(figure)
    of = " of" if figure.low is None and figure.high is None else ""
    return f"{amount(figure)}{of} {words.clipped(figure.noun, 40)}".strip()


def fate(figure: Counted, sentence: str, quote: str) -> str:
    """Return what befell the people that are counted, where the noun does not tell: "2 people" are dead, or displaced.

    ``quote`` is their phrase in the sentence, whose words tell the dead from the injured; "casualties" if none does.
    """
    if figure.kind not in {"casualties", "displaced"}:
        return ""
    befallen = befell(sentence, quote) if figure.kind == "casualties" else ""
    if noun_kind(figure.noun) == figure.kind and befallen != "freed":  # hostages may be hostages no longer
        return ""
    return FATES.get(befallen, figure.kind)


def claimed_fate(claim: Claim) -> str:
    """Return what befell the people that a claim counts, as ``fate``, by its first source."""
    source = next(iter(claim.sources), None)
    return fate(claim, source.sentence, source.quote) if source else fate(claim, "", "")


def manner(status: FigureStatus, deniers: Sequence[str] = ()) -> str:
    """Return how a figure is stated, where it is not stated as fact."""
    return "" if status == "done" and not deniers else standing(status, deniers)


def standing(status: FigureStatus, deniers: Sequence[str]) -> str:
    """Return how a figure is stated: "planned", "denied by Lima", "said to be so, denied by Lima"."""
    by = f"denied by {words.clipped('; '.join(map(words.said_by, deniers)), 60)}" if deniers else ""
    return ", ".join(filter(None, ("" if by and status == "denied" else words.STATUSES[status], by)))


def hedge(status: FigureStatus) -> str:
    """Return in a word "planned", "denied" and so on; nothing of what has happened or is happening."""
    return "" if status in words.HAPPENED else _IN_A_WORD.get(status, words.STATUSES[status])


def then(claim: Claim) -> str:
    """Return of what time a claim speaks, "in Feb 2023", where that is not when it was said."""
    return words.when(claim.date, claim.first)


def told(claim: Claim) -> str:
    """Return a claim in a list, with what befell people: "at least 1,900 people (injured)"."""
    befallen = claimed_fate(claim)
    return says(claim) + (f" ({befallen})" if befallen else "")


def caveat(claim: Claim) -> str:
    """Return in brackets, to stand behind a figure alone, what befell people, and that it is not stated as fact.

    "(dead)", "(denied)", "(displaced, planned)"; what is under way is as good as fact where room is little.
    """
    said = ", ".join(filter(None, (claimed_fate(claim), hedge(claim.status))))
    return f" ({said})" if said else ""


def named(claim: Claim) -> str:
    """Return a claim as the name of a mark: "1,500 troops (denied)"."""
    return says(claim) + caveat(claim)


def contradicted(others: Sequence[Claim]) -> str:
    """Return what contradicts a claim, a few at most: "contradicted by 1,500 troops (denied), Wire"."""
    return f"contradicted by {opposed(others)}" if others else ""


def opposed(others: Sequence[Claim]) -> str:
    """Return a few claims, each with who published it: "1,500 troops (denied), Wire; 3 more"."""
    told = [f"{named(each)}, {words.publisher(each.sources[0].publisher)}" for each in others[:_OTHERS]]
    more = [f"{len(others) - _OTHERS:,} more"] if len(others) > _OTHERS else []
    return "; ".join([*told, *more])


def facts(figure: Told, owner: str | None = None, role: LinkRole | None = None) -> str:
    """Return whose a figure is, how it is stated, its role for the place, who says so and who denies it."""
    parts = [
        words.clipped(owner, 60) if owner else "",
        manner(figure.status, [figure.denier] if figure.denier else []),
        _ROLES[role] if role else "",
        f"says {words.clipped(words.said_by(figure.attribution), 60)}" if figure.attribution else "",
    ]
    return " · ".join(part for part in parts if part)
