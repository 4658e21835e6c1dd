"""What a place name does in its sentence: the place itself, its government, its people, or part of another name."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from itertools import repeat

from geonews.datelines import in_dateline
from geonews.extraction.toponyms.document import Document
from geonews.extraction.toponyms.literalness import cues, under_force
from geonews.extraction.toponyms.spans import Span
from geonews.extraction.toponyms.wording import wording
from geonews.models import Candidate, Token, ToponymKind
from geonews.weights import learnt

_NAMES = frozenset({"ORG", "EVENT", "LAW", "WORK_OF_ART", "PRODUCT", "PERSON", "NORP", "FAC"})
"""Labels of longer names in which a place name is only a part."""
_MODIFIES = frozenset({"compound", "nmod", "amod"})
_PLACES = frozenset(
    "region area city town village district province state county territory peninsula island islands sea strait "
    "river coast capital suburb suburbs valley desert mountains border front".split()
)
"""Nouns that a place name may modify or own and still be the place ("the Kherson region", "Ukraine's borders")."""
_UNITS = frozenset("city town village state province region district county republic kingdom island".split())
"""What a place may be the "of" of and still be named itself: "the City of London", "the Republic of Moldova"."""
_PERSONS = frozenset(
    "president minister chancellor premier leader king queen emperor ambassador envoy spokesman spokeswoman general "
    "commander chief governor mayor adviser diplomat official counterpart prince".split()
)
"""Heads that make a possessive part of somebody's title ("France's president")."""


SURE = 0.85
"""The words alone decide where they make one answer this likely; chosen by cross-validation on ReLocaR."""


DATELINE = 0.98
"""How likely the place itself is meant where a report was filed; an estimate."""


def kind(document: Document, span: Span, found: Sequence[Candidate]) -> tuple[ToponymKind, float]:
    """Judge one recognised place name; return also the probability that the place itself is meant.

    By syntax where the passage was parsed, else by the words beside it.
    """
    if found and found[0].form == "demonym":
        return "demonym", 0.0
    tokens = document.evidence.tokens
    if in_dateline(tokens, span):
        return "literal", DATELINE
    chances = {} if is_parsed(tokens, span) else _by_words(document, span, found)
    literal = 1.0 - (chances["metonymic"] if chances else _metonymic(tokens, span, found))
    if _inside_name(document, span):
        return "associative", literal
    if chances:
        modifies = chances["associative"] > 0.5  # noqa: PLR2004 - likelier than not
        return ("associative" if modifies else "literal" if literal >= 0.5 else "metonymic"), literal  # noqa: PLR2004
    return _by_syntax(document, span, literal), literal


def is_doubtful(document: Document, span: Span, found: Sequence[Candidate]) -> bool:
    """Tell whether only a parse can judge the place name."""
    if (found and found[0].form == "demonym") or _inside_name(document, span):
        return False
    if in_dateline(document.evidence.tokens, span):
        return False
    chances = _by_words(document, span, found)
    return chances["associative"] < SURE and any(1 - SURE < chance < SURE for chance in chances.values())


def is_parsed(tokens: Sequence[Token], span: Span) -> bool:
    """Tell whether the tokens bear syntax."""
    return tokens[span[0]].dep != ""


def _by_syntax(document: Document, span: Span, literal: float) -> ToponymKind:
    tokens = document.evidence.tokens
    if _modifies(tokens, span) or _belongs(tokens, span):
        return "associative"
    owned = _owned(tokens, span)
    if owned is not None and _is_person(document, owned):
        return "associative"
    if owned is not None and tokens[owned].lemma.lower() in _PLACES:
        return "literal"
    return "literal" if literal >= 0.5 or under_force(tokens, span) else "metonymic"  # noqa: PLR2004 - likelier than not


def _by_words(document: Document, span: Span, found: Sequence[Candidate]) -> dict[str, float]:
    """Return what the words beside the name make likely: that it is part of another name, or, if not, metonymic."""
    place = found[0].place.kind if found else "none"
    cues = wording(document.evidence.tokens, span, place, document.exact.get(span, ""))
    return {question: _chance(learnt_cues, cues) for question, learnt_cues in word_weights().items()}


def _inside_name(document: Document, span: Span) -> bool:
    held = document.inside.get(span[0])
    if held is None or held[1] not in _NAMES or _adds_where(document.evidence.tokens, span):
        return False
    (first, last), _ = held
    if any(token.text == "to" for token in document.evidence.tokens[first:last]):
        return False  # a way ("from Koblenz to Angers") that the language model took for one name
    return first <= span[0] and span[1] <= last and last - first > span[1] - span[0]


def _belongs(tokens: Sequence[Token], span: Span) -> bool:
    """Tell whether the span ends a longer capitalised name: "Bank of England", "Cape of Good Hope"."""
    at = span[0] - 2
    if at < 0 or tokens[at + 1].text != "of" or tokens[at].passage != tokens[span[0]].passage:
        return False
    return tokens[at].pos == "PROPN" and tokens[at].text[:1].isupper() and tokens[at].text.lower() not in _UNITS


def _adds_where(tokens: Sequence[Token], span: Span) -> bool:
    """Tell whether the place stands after a comma and says where the rest is ("Sigonella air base, Italy")."""
    return span[0] > 0 and tokens[span[0] - 1].text == ","


def _modifies(tokens: Sequence[Token], span: Span) -> bool:
    """Tell whether the name stands before a noun that is no place ("the Ukraine crisis", "Minsk agreements")."""
    last = tokens[span[1] - 1]
    head = tokens[last.head]
    if last.head in range(*span) or _adds_where(tokens, span):
        return False
    if span[1] < len(tokens) and tokens[span[1]].text == "-" and last.head >= span[1]:
        return True
    return last.dep in _MODIFIES and last.head >= span[1] and head.lemma.lower() not in _PLACES


def _owned(tokens: Sequence[Token], span: Span) -> int | None:
    """Return the index of what the place owns ("Ukraine's borders"), if it stands in the possessive."""
    owners = [token for token in tokens[span[0] : span[1]] if token.dep == "poss"]
    return owners[-1].head if owners and owners[-1].head >= span[1] else None


def _is_person(document: Document, at: int) -> bool:
    held = document.inside.get(at)
    return document.evidence.tokens[at].lemma.lower() in _PERSONS or (held is not None and held[1] == "PERSON")


def _metonymic(tokens: Sequence[Token], span: Span, found: Sequence[Candidate]) -> float:
    """Return the probability that a government, people or team is meant, by syntax."""
    place = found[0].place.kind if found else "none"
    return _chance(weights(), cues(tokens, span, place))


def _chance(learnt_cues: Mapping[str, float], found: Sequence[str]) -> float:
    odds = math.fsum(map(learnt_cues.get, dict.fromkeys(found), repeat(0.0)))
    return 1 / (1 + math.exp(-odds))


def weights() -> dict[str, float]:
    """Return the learnt weight of each cue of syntax."""
    return learnt("extraction/toponyms/metonymy.json", json.loads)


def word_weights() -> dict[str, dict[str, float]]:
    """Return the learnt weights of the cues of wording, by question: associative, metonymic."""
    return learnt("extraction/toponyms/wording.json", json.loads)
