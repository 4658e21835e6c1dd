"""What the whole article says about its words; counted once, read for each span."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from geonews.extraction.toponyms.spans import Span, trimmed
from geonews.models import Evidence


@dataclass(frozen=True, slots=True)
class Document:
    """An article's names as the language model sees them, and how its words are written."""

    evidence: Evidence
    exact: dict[Span, str]
    """Trimmed names of the language model with their label."""
    inside: dict[int, tuple[Span, str]]
    """For each token the name that holds it."""
    votes: dict[str, Counter[str]]
    """For each written form how often it bears a label as a whole name."""
    persons: Counter[str]
    """How often a word stands inside a person's name of several words."""
    lower: Counter[str]
    """How often a word is written in lower case."""
    forms: dict[Span, str]
    """The candidate spans as written."""

    @classmethod
    def of(cls, evidence: Evidence, spans: Sequence[Span]) -> Document:
        """Count once over the article."""
        words = [token.text for token in evidence.tokens]
        exact, inside = {}, {}
        votes: dict[str, Counter[str]] = {}
        persons: Counter[str] = Counter()
        for name in evidence.names:
            span = trimmed(words, name)
            exact[span] = name.label
            votes.setdefault(_form(words, span), Counter())[name.label] += 1
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
            forms={span: _form(words, span) for span in spans},
        )


def _form(words: Sequence[str], span: Span) -> str:
    return " ".join(words[span[0] : span[1]])
