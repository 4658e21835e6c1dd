"""What speaks for and against a span being a place name, as numbers. The trained weights refer to these by name.

The set follows the field's findings: whether the language model agrees, how the gazetteer knows the name, what stands
beside it, and what the rest of the document makes of the same words.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from geonews.extraction.toponyms.spans import Span, trimmed
from geonews.gazetteer import Gazetteer
from geonews.gazetteer.writing import meanings
from geonews.models import Candidate, Evidence, Token

_LABELS = ("GPE", "LOC", "FAC", "NORP", "ORG", "PERSON")
_WATER = frozenset({"ocean", "sea", "strait", "lake", "river"})
_POS = {pos: at for at, pos in enumerate("NOUN PROPN ADJ VERB AUX ADP DET PUNCT NUM PART".split(), 2)}
_PLACING = frozenset("in at near from to into toward towards across around outside inside through over of via".split())
_HONORIFICS = frozenset(
    "mr mrs ms dr sir president minister chancellor premier king queen prince general gen sen".split()
)
_SIZES: dict[str, float] = {
    **dict.fromkeys(("country", "territory", "continent", "admin1"), 9.5),
    **dict.fromkeys(("region", "ocean", "sea", "strait", "island", "peninsula", "mountains", "desert"), 6.5),
}
"""log10 of the population that a place counts as where it has none of its own: it is known for something else."""
_SMALL = 2.0


@dataclass(frozen=True, slots=True)
class Document:
    """What the whole article says about its words; computed once, read for each span."""

    evidence: Evidence
    exact: dict[Span, str]
    """Trimmed names of the language model with their label."""
    inside: dict[int, tuple[Span, str]]
    """For each token the name that holds it."""
    votes: Counter[tuple[str, str]]
    """How often a written form bears a label as a whole name."""
    persons: Counter[str]
    """How often a word stands inside a person's name of several words."""
    lower: Counter[str]
    """How often a word is written in lower case."""
    written: Counter[str]
    spans: frozenset[Span]

    @classmethod
    def of(cls, evidence: Evidence, spans: Sequence[Span]) -> Document:
        """Count once over the article."""
        words = [token.text for token in evidence.tokens]
        exact, inside = {}, {}
        votes: Counter[tuple[str, str]] = Counter()
        persons: Counter[str] = Counter()
        for name in evidence.names:
            span = trimmed(words, name)
            exact[span] = name.label
            votes[_form(words, span), name.label] += 1
            for at in range(name.first, name.last):
                inside[at] = (span, name.label)
            if name.label == "PERSON" and span[1] - span[0] > 1:
                persons.update(words[span[0] : span[1]])
        return cls(
            evidence,
            exact,
            inside,
            votes,
            persons,
            lower=Counter(word for word in words if word.islower()),
            written=Counter(_form(words, span) for span in spans),
            spans=frozenset(spans),
        )


def features(document: Document, span: Span, gazetteer: Gazetteer) -> dict[str, float]:
    """Describe one span by numbers."""
    tokens = document.evidence.tokens
    words = [token.text for token in tokens[span[0] : span[1]]]
    found = meanings(gazetteer, " ".join(words))
    return {
        **_model(document, span),
        **_gazetteer(found),
        **_shape(words),
        **_beside(tokens, span, document),
        **_elsewhere(document, words),
    }


def _form(words: Sequence[str], span: Span) -> str:
    return " ".join(words[span[0] : span[1]])


def _model(document: Document, span: Span) -> dict[str, float]:
    label = document.exact.get(span, "")
    held = document.inside.get(span[0])
    outer = held[1] if held and held[0] != span else ""
    wider = held is not None and held[0][0] <= span[0] and held[0][1] >= span[1] and held[0] != span
    row = {f"is_{name}": float(label == name) for name in _LABELS}
    row |= {f"in_{name}": float(outer == name) for name in _LABELS}
    row["is_other"] = float(bool(label) and label not in _LABELS)
    row["in_other"] = float(bool(outer) and outer not in _LABELS)
    row["nested"] = float(wider)
    row["nested_first"] = float(wider and held is not None and held[0][0] == span[0])
    row["nested_last"] = float(wider and held is not None and held[0][1] == span[1])
    row["outer_length"] = float(held[0][1] - held[0][0]) if held else 0.0
    return row


def _gazetteer(found: Sequence[Candidate]) -> dict[str, float]:
    kinds = {c.place.kind for c in found}
    forms = {c.form for c in found}
    populations = [_size(c) for c in found]
    top = found[0] if found else None
    return {
        "known": float(bool(found)),
        "candidates": math.log1p(len(found)),
        "population": max(populations, default=0.0),
        "top_population": populations[0] if populations else 0.0,
        "country": float("country" in kinds),
        "admin1": float("admin1" in kinds),
        "admin2": float("admin2" in kinds),
        "city": float("city" in kinds),
        "village_only": float(bool(kinds) and kinds <= {"village"}),
        "water": float(bool(kinds & _WATER)),
        "area": float(bool(kinds & {"region", "island", "peninsula", "mountains", "desert", "continent"})),
        "site": float(bool(kinds & {"airport", "base", "plant", "dam", "bridge", "site"})),
        "primary": float("name" in forms),
        "demonym": float(top is not None and top.form == "demonym"),
        "abbreviation": float(top is not None and top.form == "abbreviation"),
        "alternate_top": float(top is not None and top.form in {"alternate", "historic", "colloquial"}),
    }


def _size(candidate: Candidate) -> float:
    if candidate.place.population:
        return math.log10(candidate.place.population)
    return _SIZES.get(candidate.place.kind, _SMALL)


def _shape(words: Sequence[str]) -> dict[str, float]:
    text = " ".join(words)
    return {
        "words": float(len(words)),
        "length": float(len(text)),
        "capitals": float(text.isupper()),
        "title": float(all(word[:1].isupper() for word in words)),
        "dots": float("." in text),
    }


def _beside(tokens: Sequence[Token], span: Span, document: Document) -> dict[str, float]:
    first, last = span
    here = tokens[first].passage
    before = tokens[first - 1] if first and tokens[first - 1].passage == here else None
    earlier = tokens[first - 2] if first > 1 and tokens[first - 2].passage == here else None
    after = tokens[last] if last < len(tokens) and tokens[last].passage == here else None
    later = tokens[last + 1] if last + 1 < len(tokens) and tokens[last + 1].passage == here else None
    return {
        "pos_before": _pos(before),
        "pos_after": _pos(after),
        "pos_first": _pos(tokens[first]),
        "pos_last": _pos(tokens[last - 1]),
        "plural": float(tokens[last - 1].tag == "NNPS"),
        "capital_before": float(_capital(before)),
        "capital_after": float(_capital(after)),
        "capital_later": float(_capital(later)),
        "starts": float(before is None),
        "ends": float(after is None),
        "placing": float(_word(before) in _PLACING),
        "placing_earlier": float(_word(before) == "the" and _word(earlier) in _PLACING),
        "the": float(_word(before) == "the"),
        "honorific": float(_word(before).rstrip(".") in _HONORIFICS),
        "possessive": float(_word(after) in {"'s", "’s"}),
        "comma_after": float(_word(after) == ","),
        "comma_before": float(_word(before) == ","),
        "hyphen": float("-" in {_word(before), _word(after)}),
        "and": float("and" in {_word(before), _word(after)}),
        "number_before": float(before is not None and before.pos == "NUM"),
        "with_next": float(_word(after) == "," and _any_from(document, last + 1)),
        "with_previous": float(_word(before) == "," and _any_to(document, first - 1)),
        "covered": float(_covered(document, span)),
    }


def _pos(token: Token | None) -> float:
    return float(_POS.get(token.pos, 0)) if token else -1.0


def _word(token: Token | None) -> str:
    return token.text.lower() if token else ""


def _capital(token: Token | None) -> bool:
    return token is not None and token.text[:1].isupper()


def _any_from(document: Document, first: int) -> bool:
    return any((first, first + n) in document.spans for n in range(1, 5))


def _any_to(document: Document, last: int) -> bool:
    return any((last - n, last) in document.spans for n in range(1, 5))


def _covered(document: Document, span: Span) -> bool:
    first, last = span
    return any(
        (a, b) in document.spans
        for a in range(max(first - 4, 0), first + 1)
        for b in range(last, last + 5)
        if (a, b) != span
    )


def _elsewhere(document: Document, words: Sequence[str]) -> dict[str, float]:
    form = " ".join(words)
    seen = {label: document.votes[form, label] for label in _LABELS}
    total = sum(seen.values()) or 1
    return {
        "places_share": (seen["GPE"] + seen["LOC"] + seen["NORP"]) / total,
        "person_share": seen["PERSON"] / total,
        "org_share": seen["ORG"] / total,
        "votes": math.log1p(sum(seen.values())),
        "person_words": math.log1p(max(document.persons[word] for word in words)),
        "lower": math.log1p(max(document.lower[word.lower()] for word in words)),
        "written": math.log1p(document.written[form]),
    }
