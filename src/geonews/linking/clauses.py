"""Which clause each word of an article stands in, and which clauses say where they took place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from geonews.linking.attachments import Tie, is_generic
from geonews.linking.phrases import Phrase
from geonews.linking.verbs import VERBS
from geonews.models import Evidence, Figure
from geonews.syntax import SUBJECTS, Tree

_WHERE = frozenset({"in", "at", "near", "on", "over", "around", "across", "inside", "outside", "along", "throughout"})
_TIMES = frozenset({"DATE", "TIME"})
_APART = frozenset({"while", "whereas"})
_FLEEING = frozenset({"to", "into", "toward", "towards"})


@dataclass(frozen=True, slots=True)
class Clauses:
    """The clauses of an article, each known by its topmost token; build with :meth:`of`."""

    heads: tuple[int, ...]
    """Token -> topmost token of its clause."""
    placed: frozenset[int]
    """Clauses that say where, be it by a name that nobody found."""
    counting: frozenset[int]
    """Clauses that state a figure."""

    @classmethod
    def of(cls, tree: Tree, evidence: Evidence, figures: Sequence[tuple[Figure, Phrase]]) -> Clauses:
        """Part the clauses that have a subject of their own; linear in the tokens.

        The dead are no subject of their own: "a bomb exploded in Hit and ten people died" is one event. Who flees goes
        his own way.
        """
        sufferers = {
            i for figure, phrase in figures if figure.kind == "casualties" for i in (phrase.head, phrase.number)
        }
        heads = _heads(tree, sufferers)
        times = {i for name in evidence.names if name.label in _TIMES for i in range(name.first, name.last)}
        placed = frozenset(heads[i] for i in range(len(heads)) if _is_position(tree, i, times))
        return cls(heads, placed, frozenset(heads[phrase.head] for _, phrase in figures))

    def shared(self, index: int, ties: Sequence[Tie]) -> list[Tie]:
        """Leave out the places of other clauses, if the clause of token ``index`` has its own.

        Else those of later clauses that state figures of their own.
        """
        own = self.heads[index]
        return [tie for tie in ties if not tie[1] or self._may_share(own, self.heads[tie[1][0].governor])]

    def _may_share(self, own: int, other: int) -> bool:
        return own == other or (own not in self.placed and (other < own or other not in self.counting))


def _heads(tree: Tree, sufferers: set[int]) -> tuple[int, ...]:
    heads = [-1] * len(tree.tokens)
    for start in range(len(tree.tokens)):
        index, way = start, [start]
        while heads[index] < 0 and not _is_apart(tree, index, sufferers) and tree.tokens[index].head != index:
            index = tree.tokens[index].head
            way.append(index)
        head = heads[index] if heads[index] >= 0 else index
        for step in way:
            heads[step] = head
    return tuple(heads)


def _is_apart(tree: Tree, verb: int, sufferers: set[int]) -> bool:
    """Tell whether a clause with a subject of its own begins: "..., and Hamas fired", "..., while rebels took"."""
    dep = tree.tokens[verb].dep
    if dep not in {"conj", "parataxis", "advcl", "ccomp"} or not tree.is_verb(verb):
        return False
    if dep == "advcl" and not any(tree.word(mark) in _APART for mark in tree.children(verb, "mark")):
        return False
    above = tree.tokens[verb].head
    if dep == "ccomp" and (verb > above or tree.tokens[above].lemma in VERBS["say"]):
        return False
    subjects = tuple(tree.children(verb, *SUBJECTS))
    return bool(subjects) and (sufferers.isdisjoint(subjects) or _says_where_itself(tree, verb))


def _says_where_itself(tree: Tree, verb: int) -> bool:
    """Tell whether the clause opens with its own place: "..., and in Hit ten people died"."""
    ways = (way for way in tree.children(verb, "prep") if way < verb and tree.word(way) in _WHERE)
    return any(tree.tokens[noun].pos == "PROPN" for way in ways for noun in tree.children(way, "pobj"))


def _is_position(tree: Tree, index: int, times: set[int]) -> bool:
    """Tell whether the word says where: "in Hit", "near the border"; what is attacked stands somewhere, too."""
    token = tree.tokens[index]
    if token.dep == "pobj" and tree.word(token.head) in _WHERE:
        return index not in times and (token.pos == "PROPN" or is_generic(tree, index))
    if token.dep == "pobj" and tree.word(token.head) in _FLEEING:
        return tree.tokens[tree.tokens[token.head].head].lemma in VERBS["leave"]
    attacked = token.dep == "dobj" and tree.tokens[token.head].lemma in VERBS["attack"]
    return attacked or (token.dep == "advmod" and tree.word(index) == "there")
