"""Which spans of words might be place names.

What the gazetteer knows, what the language model calls a place, and what a generic word makes one ("Otter Creek Road",
"the village of Sotk").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from geonews.extraction.toponyms.known import meant
from geonews.extraction.toponyms.words import SORTS, sort_of
from geonews.gazetteer import Gazetteer
from geonews.models import Evidence, NamedSpan, Token

PLACE_LABELS = frozenset({"GPE", "LOC", "FAC", "NORP"})
_EDGE = frozenset({"the", "'s", "’s", "'", "’", '"', "“", "”", ",", ".", "-", "–", "—", "(", ")"})

_VESSEL = SORTS["vessel"]
_DIRECTIONS = frozenset("north south east west northern southern eastern western central".split())
"""Alone they name no place on a map: "the West", "up North"."""
_QUOTES = frozenset({"'", '"', "‘", "’", "“", "”", "`", "«"})
_GENERIC = frozenset(
    "Road Street Avenue Boulevard Lane Drive River Valley County Park Bay Forest Lake Creek Island Islands Mountain "
    "Mountains Hill Hills Peak Canal Village Township Province District Region Peninsula Beach Highway Bridge Dam "
    "Airport Station Sea Strait Gulf Desert Square Heights Springs Falls Camp Canyon Border Coast Pass Gorge St. Ave. "
    "Rd.".split()
)
"""What ends the name of a place, known or not."""
_NO_START = frozenset(
    SORTS[sort]
    for sort in "month day title pronoun number and joining say auxiliary negation placing determiner the".split()
)
_PARTICLES = frozenset("al el el- ez ash as an ar at ad az et de la le les sur sous en am an der upon on the".split())
_LINKS = 3
"""Hyphens and particles in a row inside a name."""
_PLACE, _OF, _OFFICE = SORTS["place"], SORTS["of"], SORTS["organisation"]
_LONGEST = 4
"""Words in a name that only its generic word gives away."""

Span = tuple[int, int]
"""First token and the token behind the last."""


def candidate_spans(evidence: Evidence, gazetteer: Gazetteer) -> list[Span]:
    """Return every span that may be a place name, in order of the text; they may overlap."""
    tokens = evidence.tokens
    words = [token.text for token in tokens]
    found = {
        _dotted(tokens, span)
        for span in gazetteer.spans(words)
        if _one_passage(tokens, span)
        and _edges_are_words(words, span)
        and meant(gazetteer, " ".join(words[span[0] : span[1]]))
    }
    for name in evidence.names:
        if name.label in PLACE_LABELS:
            span = trimmed(words, name)
            if span[0] < span[1]:
                found.add(_dotted(tokens, span))
    found.update(span for span in _announced(tokens, words) if _edges_are_words(words, span))
    return sorted(
        span
        for span in found
        if not _names_a_vessel(tokens, span) and not _is_direction(words, span) and not _is_office(words, span)
    )


def trimmed(words: Sequence[str], name: NamedSpan) -> Span:
    """Drop the article, the possessive and stray punctuation from the ends of a name."""
    first, last = name.first, name.last
    while first < last and words[first].lower() in _EDGE:
        first += 1
    while first < last and (words[last - 1] in _EDGE or words[last - 1].isspace()):
        last -= 1
    return first, last


def _dotted(tokens: Sequence[Token], span: Span) -> Span:
    """Return the span with the dot of its abbreviation, where the tokeniser cut it off ("W.Va" + ".")."""
    last = tokens[span[1] - 1]
    after = tokens[span[1]] if span[1] < len(tokens) else None
    cut = after is not None and after.text == "." and after.start == last.end and "." in last.text[1:-1]
    return (span[0], span[1] + 1) if cut else span


def _announced(tokens: Sequence[Token], words: Sequence[str]) -> Iterator[Span]:
    """Yield runs of capitalised words that end with a generic word, or stand beside one."""
    for first, last in _runs(tokens, words):
        start = first
        while start < last and sort_of(words[start]) in _NO_START:
            start += 1
        if 0 < last - start <= _LONGEST and (
            (last - start > 1 and words[last - 1] in _GENERIC) or _beside_generic(tokens, (start, last))
        ):
            yield start, last


def _runs(tokens: Sequence[Token], words: Sequence[str]) -> Iterator[Span]:
    """Yield runs of capitalised words, and those that hyphens and particles join: "Umm al-Reesh"."""
    first = 0
    while first < len(words):
        last = first
        while last < len(words) and words[last][:1].isupper() and tokens[last].passage == tokens[first].passage:
            last += 1
        if last > first:
            yield first, last
            joined = _joined(tokens, words, last)
            if joined > last:
                yield first, joined
        first = max(last, first + 1)


def _joined(tokens: Sequence[Token], words: Sequence[str], last: int) -> int:
    """Return the end of the name that goes on behind ``last`` over hyphens and particles; ``last`` if it does not."""
    at = last
    while at < len(words) and at - last < _LINKS and (words[at] == "-" or words[at] in _PARTICLES):
        at += 1
    if at == last or at >= len(words) or not words[at][:1].isupper() or "-" not in words[last:at]:
        return last
    if tokens[at].passage != tokens[last - 1].passage or tokens[at - 1].end != tokens[at].start:
        return last
    return at + 1


def _beside_generic(tokens: Sequence[Token], span: Span) -> bool:
    """Tell whether a generic word says what the name is: "the village of Sotk", "Sotk village"."""
    first, last = span
    here = tokens[first].passage
    if first > 1 and sort_of(tokens[first - 1].text) == _OF and tokens[first - 2].passage == here:
        return sort_of(tokens[first - 2].text) == _PLACE
    return last < len(tokens) and tokens[last].passage == here and sort_of(tokens[last].text) == _PLACE


def _one_passage(tokens: Sequence[Token], span: Span) -> bool:
    return tokens[span[0]].passage == tokens[span[1] - 1].passage


def _edges_are_words(words: Sequence[str], span: Span) -> bool:
    return words[span[0]].lower() not in _EDGE and words[span[1] - 1] not in _EDGE


def _names_a_vessel(tokens: Sequence[Token], span: Span) -> bool:
    """Tell whether the span is a ship's name ("the frigate 'Minsk'", "USS New York")."""
    at = span[0] - 1
    while at >= 0 and tokens[at].text in _QUOTES:
        at -= 1
    return at >= 0 and tokens[at].passage == tokens[span[0]].passage and sort_of(tokens[at].text) == _VESSEL


def _is_direction(words: Sequence[str], span: Span) -> bool:
    return span[1] - span[0] == 1 and words[span[0]].lower() in _DIRECTIONS


def _is_office(words: Sequence[str], span: Span) -> bool:
    """Tell whether the span is an organisation with a place in its name ("Bank of England"); only the place is one."""
    first, last = span
    return last - first > 2 and sort_of(words[first]) == _OFFICE and sort_of(words[first + 1]) == _OF  # noqa: PLR2004
