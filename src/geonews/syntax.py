"""Walking the syntax of an article: children, ancestors, and the way from offsets to tokens. Knows only the models."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from geonews.models import Evidence, Token

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
_SHARING = frozenset({"conj", "xcomp", "advcl", "acomp", "pcomp", "prep"})
_CONTROL = frozenset({"of", "from"})
_REACH = 40
"""No list that anybody reads is longer; a sentence without end must not cost the square of its length."""
AUXILIARIES = frozenset({"aux", "auxpass"})


@dataclass(frozen=True, slots=True)
class Tree:
    """An article's dependency trees with their edges the other way round; build with :meth:`of`."""

    tokens: tuple[Token, ...]
    below: tuple[tuple[int, ...], ...]
    """Token index -> indices of the tokens that it governs, in text order."""
    starts: tuple[int, ...]
    """First code point of every token."""
    bounds: tuple[tuple[int, int], ...]
    """Passage index -> half-open token range."""

    @classmethod
    def of(cls, evidence: Evidence) -> Tree:
        """Index the evidence of one article; linear in its tokens."""
        tokens = evidence.tokens
        below: list[list[int]] = [[] for _ in tokens]
        for index, token in enumerate(tokens):
            if token.head != index:
                below[token.head].append(index)
        starts = tuple(token.start for token in tokens)
        return cls(tokens, tuple(map(tuple, below)), starts, passage_bounds(tokens))

    def children(self, index: int, *deps: str) -> Iterator[int]:
        """Yield what token ``index`` governs, all of it or by the arcs ``deps``."""
        for child in self.below[index]:
            if not deps or self.tokens[child].dep in deps:
                yield child

    def below_by(self, index: int, *deps: str) -> Iterator[int]:
        """Yield the tokens below ``index`` through arcs ``deps`` alone, nearest first, the first few dozen."""
        waiting = list(self.children(index, *deps))
        for child in islice(waiting, _REACH):
            yield child
            waiting.extend(self.children(child, *deps))

    def ancestors(self, index: int) -> Iterator[int]:
        """Yield the governors of token ``index``, nearest first."""
        while self.tokens[index].head != index:
            index = self.tokens[index].head
            yield index

    def range(self, start: int, end: int) -> tuple[int, int]:
        """Return the half-open range of tokens that overlap the code points [start, end)."""
        first = max(bisect_right(self.starts, start) - 1, 0)
        while first < len(self.tokens) and self.tokens[first].end <= start:
            first += 1
        last = first
        while last < len(self.tokens) and self.tokens[last].start < end:
            last += 1
        return first, last

    def top(self, first: int, last: int) -> int:
        """Return the token of [first, last) that governs the others: the last whose head stands outside."""
        outside = [
            index
            for index in range(first, last)
            if not first <= self.tokens[index].head < last or self.tokens[index].head == index
        ]
        return outside[-1] if outside else last - 1

    def word(self, index: int) -> str:
        """Return the lower-cased text of token ``index``, "" beyond the ends."""
        return self.tokens[index].text.lower() if 0 <= index < len(self.tokens) else ""

    def is_verb(self, index: int) -> bool:
        """Tell whether token ``index`` is a verb and does a verb's work: "including" is a preposition."""
        return self.tokens[index].pos in {"VERB", "AUX"} and self.tokens[index].dep != "prep"

    def is_passive(self, index: int) -> bool:
        """Tell whether verb ``index`` is a passive: with its auxiliary, or a bare participle that modifies."""
        token = self.tokens[index]
        if any(True for _ in self.children(index, "auxpass", "nsubjpass")):
            return True
        return token.tag == "VBN" and token.dep in {"acl", "amod", "oprd"}

    def subject(self, verb: int) -> int | None:
        """Return the verb's own subject, or the one it shares with the verb above ("wants to send", "asked X to")."""
        for index, controlled in _chain(self, verb):
            shared = "dobj" if controlled else "nsubj"
            for child in (*self.children(index, shared), *self.children(index, *SUBJECTS)):
                return child
        return None


def passage_bounds(tokens: Sequence[Token]) -> tuple[tuple[int, int], ...]:
    """Return, by passage, the half-open range of its tokens."""
    bounds: list[tuple[int, int]] = []
    for index, token in enumerate(tokens):
        while len(bounds) <= token.passage:
            bounds.append((index, index))
        bounds[token.passage] = (bounds[token.passage][0], index + 1)
    return tuple(bounds)


def _chain(tree: Tree, verb: int) -> Iterator[tuple[int, bool]]:
    """Yield the verbs whose subject ``verb`` may share, or whose object, if True ("accused X of sending")."""
    controlled = False
    yield verb, controlled
    for _ in range(_REACH):
        if tree.tokens[verb].dep not in _SHARING or tree.tokens[verb].head == verb:
            return
        dep = tree.tokens[verb].dep
        controlled = dep == "xcomp" or (dep == "prep" and tree.word(verb) in _CONTROL)
        verb = tree.tokens[verb].head
        yield verb, controlled
