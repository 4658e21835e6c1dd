"""Claims as lines for a terminal: each with its sources below it, then the claims that stand side by side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from geonews.claims import Claim, LineUp, Source, denying, line_up
from geonews.cli.messages import printable
from geonews.export.amounts import opposed, then, told
from geonews.export.claims import where
from geonews.export.words import clipped, said_by

_NOUN, _OWNER, _PLACES, _TITLE, _SAID = 30, 24, 60, 70, 50
"""Characters that each may take at most."""


def lines(claims: Sequence[Claim], denials: Iterable[Claim] = ()) -> Iterator[str]:
    """Yield the claims, then the line-ups, as lines of printable text; ``denials`` are what may deny them."""
    denied_by = denying(denials)
    for claim in claims:
        yield _line(_claim(claim))
        if against := denied_by(claim):
            yield _line(f"    but {printable(opposed(against))}")
        for source in claim.sources:
            yield _line(f"    {_source(source)}")
    for at, lined in enumerate(line_up(claims)):
        yield _line("\nSide by side" if at == 0 else "")
        yield _line(_subject(lined))
        for index, claim in enumerate(lined.claims):
            said = f"{' '.join(filter(None, (_value(claim), then(claim))))}, {claim.status}"
            yield _line(f"    {_day(claim.first)}  {said}{_judged(lined, index)}")


def _claim(claim: Claim) -> str:
    facts = [
        _value(claim),
        _short(claim.owner or "", _OWNER),
        _standing(claim),
        _short(where(claim.places), _PLACES) or "no place",
        _short("says " + "; ".join(map(said_by, claim.attributions)), _SAID) if claim.attributions else "",
        claim.date or "",
        _counted(claim),
    ]
    return " | ".join(filter(None, facts))


def _standing(claim: Claim) -> str:
    by = _short("; ".join(map(said_by, claim.deniers)), _SAID)
    return f"{claim.status}{'' if claim.status == 'denied' else ', denied'} by {by}" if by else claim.status


def _value(claim: Claim) -> str:
    return printable(told(claim))


def _counted(claim: Claim) -> str:
    sources = f"{claim.independent} source" + ("" if claim.independent == 1 else "s")
    if not claim.copies:
        return sources
    return f"{sources} and {claim.copies} " + ("copy" if claim.copies == 1 else "copies")


def _source(source: Source) -> str:
    about = f"{_day(source.day)}  {_short(source.publisher or 'no publisher', _OWNER)}"
    title = _short(source.title or source.key, _TITLE)
    return f"{about}: {title} [{source.key}]" + (" (copy)" if source.is_copy else "")


def _subject(lined: LineUp) -> str:
    what = f" ({_short(lined.what, _NOUN)})" if lined.what else ""
    return f"{_short(lined.owner or 'nobody named', _OWNER)}: {lined.kind}{what}, {_short(lined.place.name, _PLACES)}"


def _judged(lined: LineUp, at: int) -> str:
    """Say with how many claims of the line-up one agrees, and how many it contradicts."""
    words = []
    for what, pairs in (("agrees with", lined.agreements), ("contradicts", lined.contradictions)):
        number = sum(at in {pair.first, pair.second} for pair in pairs)
        words += [f"{what} {number}"] if number else []
    return f" ({', '.join(words)})" if words else ""


def _day(day: date | None) -> str:
    return f"{day.isoformat() if day else 'undated':10}"


def _short(text: str, longest: int) -> str:
    return clipped(printable(" ".join(text.split())), longest)


def _line(text: str) -> str:
    return text + "\n"
