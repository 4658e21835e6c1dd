"""The corpus as a brief in Markdown (CommonMark): claims first, then the places with their passages, all cited."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import quote

from geonews.claims import Claim
from geonews.export import words
from geonews.export.about import CREDIT
from geonews.export.amounts import claimed_fate, contradicted, manner, says, then
from geonews.export.byhand import noted
from geonews.export.bylines import byline, bylines
from geonews.export.claims import where
from geonews.export.evidence import Evidence
from geonews.export.passages import Told
from geonews.export.permalinks import WITHOUT_PAGE, permalink

MOST_CLAIMS, MOST_PLACES, MOST_PASSAGES, MOST_COPIES = 40, 40, 5, 5
"""Of claims, of places, of passages of one place, and of copies of one: a brief is read from top to bottom."""
_SPECIAL = re.compile(r"[\\`*_{}\[\]<>#|~$&!^=@]")
_OPENING = re.compile(r"^(\s*\d*)([-+.)(])")
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
"""Signs that turn the direction of writing, to the end of the paragraph."""
_CLOSED, _QUOTES = tuple(".!?…。"), "\"'”’»)]"
"""How a title ends that needs no full stop, and what may follow there."""
_AUTOLINK = re.compile(r"(?i)(:)(?=//)|(?<=www)(\.)")


def pieces(evidence: Evidence) -> Iterator[str]:
    """Yield the brief; what articles say can be no markup in it."""
    about = evidence.about
    yield "# Brief\n\n"
    yield f"**Filter:** {plain(about.filter)}  \n**Holds:** {plain(about.count)}  \n"
    yield f"**Made:** {about.when} by geonews. {plain(CREDIT)}\n\n"
    cited = _Citations(evidence.page)
    yield from _claims(evidence, cited)
    yield from _places(evidence, cited)
    yield from cited.pieces()


def plain(text: str) -> str:
    """Return text that Markdown shows as it is: on one line, no markup, formula, HTML, mention or link in it.

    A sign that would turn round what follows becomes a visible mark.
    """
    line = _SPECIAL.sub(r"\\\g<0>", " ".join(_TURNING.sub("\N{REPLACEMENT CHARACTER}", text).split()))
    return _OPENING.sub(r"\1\\\2", _AUTOLINK.sub(r"\\\g<0>", line))


class _Citations:
    """Articles by the number that cites them, in the order in which they are first cited.

    On a dashboard's ``page`` each passage has an address, to which its sign leads.
    """

    def __init__(self, page: str) -> None:
        self._page = page
        self._lines: dict[str, str] = {}
        self._numbers: dict[str, int] = {}
        self._links: dict[str, str] = {}

    def number(self, key: str, start: int, about: tuple[str, str | None, str, str | None]) -> str:
        """Return the sign for a passage; ``about`` is title, publisher, day, address."""
        title, publisher, day, url = about
        number = self._numbers.setdefault(key, len(self._numbers) + 1)
        address = words.web_address(url)
        link = f" <{_address(address)}>" if address else ""
        about_it = f"{_ended(title)} {plain(words.publisher(publisher))}, {day}.{link}"
        self._lines[key] = f"{number}. {about_it} Article {plain(key)}.\n"
        sign = f"({number}:{start})"
        if not self._page:
            return sign
        self._links[f"[{sign}]"] = _address(permalink(self._page, key, start))
        return f"[{sign}]"

    def pieces(self) -> Iterator[str]:
        how = "" if self._page else f" {plain(WITHOUT_PAGE)}"
        yield f"## Sources\n\n(2:140) is the passage that begins at character 140 of the text of article 2.{how}\n\n"
        yield from self._lines.values()
        if self._links:
            yield "\n"
        for sign, address in self._links.items():
            yield f"{sign}: <{address}>\n"


def _claims(evidence: Evidence, cited: _Citations) -> Iterator[str]:
    found = evidence.leading(MOST_CLAIMS)
    if not found.claims:
        return
    yield f"## Claims\n\nWhat sources say. {found.said}\n\n"
    for claim in found.claims:
        odds = contradicted(found.disputed.get(claim, ()))
        about = f"{plain(_facts(claim))}{f', {plain(odds)}' if odds else ''} ({_told(claim)})"
        yield f"- **{plain(says(claim))}**{about}: {_quoted(claim, cited)}\n"
    yield "\n"


def _facts(claim: Claim) -> str:
    places = where(claim.places)
    said = f"says {'; '.join(map(words.said_by, claim.attributions))}" if claim.attributions else ""
    parts = [claimed_fate(claim), claim.owner, manner(claim.status, claim.deniers), then(claim), places, said]
    return "".join(f", {words.clipped(part)}" for part in parts if part)


def _told(claim: Claim) -> str:
    """Return "Wire, 7 Feb 2022; Herald, 9 Feb 2022; 3 more"."""
    named, more = bylines(claim.sources)
    return "; ".join([*(plain(each.text) for each in named), *([f"{more:,} more"] if more else [])])


def _quoted(claim: Claim, cited: _Citations) -> str:
    numbers = [
        cited.number(
            each.key, each.start, (words.cited(each.title, each.key), each.publisher, words.day(each.day), each.url)
        )
        for each in claim.sources
    ]
    return f"“{plain(claim.sources[0].sentence)}” {' '.join(numbers)}"


def _places(evidence: Evidence, cited: _Citations) -> Iterator[str]:
    yield f"## Places\n\nThe most mentioned, {MOST_PLACES} at most, with their newest {MOST_PASSAGES} passages.\n\n"
    for row, found in evidence.places(MOST_PLACES, MOST_PASSAGES):
        facts = words.kind_of(row.place), words.mentions(row), words.doubt(row.confidence)
        about = "; ".join(filter(None, facts))
        yield f"### {plain(row.place.name)}\n\n{plain(about)}, {row.place.lat:.3f}, {row.place.lon:.3f}\n\n"
        for passage in found:
            note = f" ({plain(noted(passage.row.by_hand))})" if passage.row.by_hand else ""
            yield f"> {plain(passage.row.text)} {_cited(passage, cited)}{note}\n\n"


def _cited(passage: Told, cited: _Citations) -> str:
    """Return "(1:0), Wire, 7 Feb 2022, also in (2:0), (3:14) and 2 other articles"."""
    row = passage.row
    sign = cited.number(row.key, row.start, (words.cited(row.title, row.id), row.source, words.day(row.day), row.url))
    here = f"{sign}, {plain(byline(row.source, row.day).text)}"
    named = passage.also[:MOST_COPIES]
    signs = [
        cited.number(
            each.key, each.start, (words.cited(each.title, each.key), each.source, words.day(each.day), each.url)
        )
        for each in named
    ]
    others = row.copies - len(named)
    more = [words.counted(others, "other article")] if others else []
    listed = " and ".join(filter(None, (", ".join(signs), *more)))
    return f"{here}, also in {listed}" if listed else here


def _ended(title: str) -> str:
    """Return a title with its full stop, unless it has one of its own."""
    return f"{plain(title)}{'' if title.rstrip(_QUOTES).endswith(_CLOSED) else '.'}"


def _address(address: str) -> str:
    """Return an address that cannot end the brackets around it."""
    return re.sub(r"[\s<>\\]", lambda found: quote(found[0]), address)
