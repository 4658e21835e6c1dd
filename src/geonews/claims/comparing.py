"""Which two claims speak of one thing at one time, so that other numbers contradict and not merely add news."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from geonews.claims.models import Claim, Source
from geonews.models import FigureKind, LinkRole
from geonews.tables import rows

_LASTS = 7
"""Days within which two claims speak of one state of affairs; later, another number is news and no contradiction."""
_HAPPENS = 1
"""The same for what happens once: a blow, a sum promised."""
_EVENTS: frozenset[FigureKind] = frozenset({"casualties", "strikes", "money"})
_THERE: frozenset[LinkRole] = frozenset({"location", "target"})
_MAGNITUDE = 10
"""Numbers of one thing differ by less than this factor."""
_FATES = {row["word"]: row["fate"] for row in rows(__package__, "fates")}
_WORD = re.compile(r"\w+")
_GROUP = re.compile(
    r"\bof (?:the|those|these|its|their) (?:\w+ )?(?:wounded|injured|missing|captured|detained|hostages)\b"
)
"""Who they were, not what befell them then: "two of the wounded died"."""
_AMONG = re.compile(r"\b(?:including|included|among (?:them|whom)|of (?:them|whom))\s+(?:(?:were|at least|also)\s+)*$")
_BREAK = re.compile(r"[,;:\u2013\u2014](?!\d)|\b(?:and|but|while|as)\b")
"""What parts the things that a sentence tells."""


def comparable(one: Claim, other: Claim, place: str) -> bool:
    """Tell whether two claims of one owner and kind about ``place`` (its id) speak of one thing at one time.

    They give the place the same part, count the same people or all of them, and either name other speakers or have each
    a source that the other lacks: one article's 200 sent and 400 stationed, or its sum and the sum's parts, are no
    disagreement.
    """
    return (
        bool(_parts(one, place) & _parts(other, place))
        and _are_of_one_group(one, other)
        and _are_told_apart(one, other)
        and _at_one_time(one, other)
        and (_are_of_one_magnitude(one, other) or _are_rival_tolls(one, other))
    )


def fate(claim: Claim) -> str:
    """Return what befell the people counted, as its first source says; "" where that does not tell."""
    return befell(claim.sources[0].sentence, claim.sources[0].quote) if claim.sources else ""


def befell(sentence: str, quote: str) -> str:
    """Return what befell the people counted in ``quote``, by the word nearest to it; "" where there is none.

    "dead", "hurt", "taken", "freed" or "missing", by the table ``fates``. A word beyond a comma or an "and" is farther
    than any on this side: "25 are missing and 120 were injured". Hostages that are freed on this side are freed.
    """
    start = max(sentence.find(quote), 0)
    end = start + len(quote)
    alone = _GROUP.sub(lambda group: " " * len(group.group()), sentence)
    found = [
        (len(_BREAK.findall(between)), len(between), _FATES[match.group().lower()])
        for match in _fateful(alone) or _fateful(sentence)
        for between in [sentence[match.end() : start] + sentence[end : match.start()]]
    ]
    nearest = min(found, default=(0, 0, ""))[2]
    freed = any(fate == "freed" and not breaks for breaks, _, fate in found)
    return "freed" if nearest == "taken" and freed else nearest


def _fateful(sentence: str) -> list[re.Match[str]]:
    return [match for match in _WORD.finditer(sentence) if match.group().lower() in _FATES]


def _parts(claim: Claim, place: str) -> set[str]:
    return {"there" if each.role in _THERE else each.role for each in claim.places if each.place.id == place}


def _are_of_one_group(one: Claim, other: Claim) -> bool:
    """Tell whether both count everybody: "23 civilians, among them six children" contradicts no other six."""
    parts = [source for claim in (one, other) for source in claim.sources[:1] if _is_part(source)]
    return not parts or one.noun.lower() == other.noun.lower()


def _is_part(source: Source) -> bool:
    """Tell whether the figure is of those told of before it: "including six children"."""
    before = source.sentence[: max(source.sentence.find(source.quote), 0)]
    return _AMONG.search(before) is not None


def _are_told_apart(one: Claim, other: Claim) -> bool:
    ours, theirs = ({source.key for source in claim.sources} for claim in (one, other))
    if not (ours <= theirs or theirs <= ours):
        return True
    speakers = set(one.attributions), set(other.attributions)
    return all(speakers) and speakers[0].isdisjoint(speakers[1])


def _at_one_time(one: Claim, other: Claim) -> bool:
    if one.kind in _EVENTS:
        ours, theirs = happened(one), happened(other)
        return not (ours and theirs) or (max(ours[0], theirs[0]) - min(ours[1], theirs[1])).days <= _HAPPENS
    if not (one.first and one.last and other.first and other.last):
        return True
    apart = max(one.first, other.first) - min(one.last, other.last)
    return bool(apart.days <= _LASTS)


def happened(claim: Claim) -> tuple[date, date] | None:
    """Return the first and the last day of what is claimed: of the year or month it tells, else its first source's."""
    if not claim.date:
        return (claim.first, claim.first) if claim.first else None
    year, month, day = (int(part) for part in [*claim.date.split("-"), "0", "0"][:3])
    last = month or 12
    return date(year, month or 1, day or 1), date(year, last, day or monthrange(year, last)[1])


def _are_rival_tolls(one: Claim, other: Claim) -> bool:
    """Tell whether two sides count the losses of one: the wilder they differ, the more that is to be seen."""
    sides = set(one.attributions), set(other.attributions)
    return one.kind == "casualties" and one.owner is not None and all(sides) and sides[0].isdisjoint(sides[1])


def _are_of_one_magnitude(one: Claim, other: Claim) -> bool:
    ours, theirs = one.low or one.high or 0.0, other.low or other.high or 0.0
    return max(ours, theirs) < _MAGNITUDE * max(min(ours, theirs), 1.0)
