"""The event that a figure takes part in: the words whose places are the figure's places, in tiers of trust."""

from __future__ import annotations

from collections.abc import Iterator

from geonews.linking.phrases import Phrase, heads
from geonews.linking.verbs import VERBS
from geonews.models import Figure
from geonews.syntax import SUBJECTS, Tree

_NOUN_WAYS = frozenset(
    {"pobj", "prep", "nummod", "quantmod", "compound", "nmod", "appos", "conj", "agent", "dep", "attr"}
)
_DOWN = ("xcomp", "advcl", "conj", "ccomp", "prep", "pcomp")
_BARRIERS = frozenset({"ahead", "after", "before", "since", "despite", "following", "like", "unlike"})
_DEPTH = 4


def tiers(tree: Tree, figure: Figure, phrase: Phrase) -> Iterator[frozenset[int]]:
    """Yield sets of governors, surest first.

    First the figure's noun and the verb that governs it; then clauses joined to that verb; then, for the dead,
    the displaced and strikes, whose place is that of the whole sentence, all its clauses but the reporting one.
    """
    nouns = list(heads(tree, phrase.head))
    near = {phrase.number, *nouns[:1], *_above(tree, phrase.head)}
    near |= {below for verb in tuple(near) for below in _open_complements(tree, verb)}
    yield frozenset(near)
    verbs = {index for index in near if tree.tokens[index].pos in {"VERB", "AUX"}}
    joined = near | {other for verb in verbs for other in _joined(tree, verb)}
    yield frozenset(joined)
    if figure.kind in {"casualties", "displaced", "strikes", "weapons"}:
        yield frozenset(joined | {other for verb in tuple(joined) for other in _joined(tree, verb)})


def _above(tree: Tree, index: int) -> Iterator[int]:
    """Yield the nouns of the event ("deployment of 100 troops") and the first verb, but nothing beyond "ahead of"."""
    while tree.tokens[index].head != index:
        above = tree.tokens[index].head
        if tree.tokens[above].pos in {"VERB", "AUX"}:
            yield above
            return
        if tree.tokens[index].dep not in _NOUN_WAYS | SUBJECTS or tree.word(above) in _BARRIERS:
            return
        yield above
        index = above


def _open_complements(tree: Tree, index: int) -> Iterator[int]:
    """Yield the verbs that share the event's subject: "are poised to strike and take"; "troops expected in"."""
    for child in tree.children(index, "xcomp", "acl", "conj", "oprd", "relcl", "acomp"):
        verbal = tree.tokens[child].pos in {"VERB", "AUX"} or tree.tokens[child].dep in {"oprd", "acomp"}
        own = any(True for _ in tree.children(child, *SUBJECTS)) and tree.tokens[child].dep != "relcl"
        if verbal and not own:
            yield child
            yield from _open_complements(tree, child)


def _joined(tree: Tree, verb: int) -> Iterator[int]:
    """Yield the clauses beside a verb, up and down, without those that only report it."""
    token = tree.tokens[verb]
    if token.dep in {"advcl", "conj", "xcomp", "relcl", "acl", "ccomp", "pcomp"} and token.head != verb:
        above = token.head
        if tree.tokens[above].lemma not in VERBS["say"]:
            yield above
            if tree.tokens[above].pos not in {"VERB", "AUX"}:
                yield from _above(tree, above)
    for child in tree.children(verb, "advcl", "conj", "xcomp", "ccomp"):
        if tree.tokens[child].pos in {"VERB", "AUX"}:
            yield child
    for preposition in tree.children(verb, "prep"):
        yield from tree.children(preposition, "pcomp")
        yield from (noun for noun in tree.children(preposition, "pobj") if tree.word(preposition) != "of")
