"""The event that a figure takes part in: the words whose places are the figure's places, in tiers of trust."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from geonews.linking.phrases import Phrase, governor
from geonews.linking.verbs import VERBS
from geonews.models import Figure
from geonews.syntax import SUBJECTS, Tree

_NOUN_WAYS = frozenset(
    {"pobj", "prep", "nummod", "quantmod", "compound", "nmod", "appos", "conj", "agent", "dep", "attr"}
)
_CLAUSES = frozenset({"advcl", "conj", "xcomp", "relcl", "acl", "ccomp", "pcomp"})
_BARRIERS = frozenset({"ahead", "after", "before", "since", "despite", "following", "like", "unlike"})
_APART = _BARRIERS | {"of"}
_HOLDING = frozenset("have number comprise include involve gather feature see consist total bring".split())
"""What the subject of these holds takes place where the subject is."""
_PRONOUNS = frozenset({"them", "it"})
_CARRYING = frozenset({"carry", "bring", "transport", "take", "ferry"})
_FREEING = frozenset({"release", "free", "liberate", "ransom"})
_DEPTH = 3
_REACH = 40
_WINDOW = 200
"""Words around a figure that count as its sentence: any that is read is shorter."""
_SPREAD = frozenset({"casualties", "displaced", "strikes", "weapons"})
"""Kinds whose place is that of the whole sentence; ships and troops are only where their own clause puts them."""


def tiers(tree: Tree, figure: Figure, phrase: Phrase) -> Iterator[frozenset[int]]:
    """Yield sets of governors, surest first.

    First, in a list, for sums and bare numbers, the figure's own noun; then the verb that governs it; then clauses
    joined to that verb. The dead, the displaced, strikes and what they destroy share the places of all these, and in
    the end of the whole sentence.
    """
    if tree.tokens[phrase.head].dep == "conj" or figure.kind == "money" or phrase.head == phrase.number:
        yield frozenset({phrase.number, phrase.head})
    near = _near(tree, phrase)
    if figure.kind == "money":
        owns = (phrase.number, phrase.head, tree.tokens[phrase.number].head)
        near |= {noun for own in owns for noun in _purposes(tree, own)}
    verbs = {index for index in near if tree.is_verb(index)}
    wide = (figure.kind in _SPREAD and not _is_freed(tree, phrase)) or any(
        tree.tokens[verb].lemma in VERBS["ruin"] for verb in verbs
    )
    joined = near | {
        other for verb in verbs for other in _joined(tree, verb, wide=wide) if wide or _shares(tree, phrase, other)
    }
    joined |= {noun for verb in verbs for noun in _owning(tree, verb)} | set(
        tree.below_by(phrase.head, "conj", "appos")
    )
    if not wide:
        yield frozenset(near)
    for _ in range(_DEPTH if wide else 0):
        if len(joined) > _REACH:
            break
        joined |= {other for verb in tuple(joined) for other in _joined(tree, verb, wide=True)}
    yield frozenset(joined)
    if wide:
        yield frozenset(_sentence(tree, phrase))


def _is_freed(tree: Tree, phrase: Phrase) -> bool:
    """Tell whether they were let go, which each side does where it holds them."""
    return tree.tokens[governor(tree, phrase.head)].lemma in _FREEING


def _near(tree: Tree, phrase: Phrase) -> set[int]:
    near = {phrase.number, phrase.head, *_above(tree, phrase.head), *_unnumbered(tree, phrase.head)}
    near |= {other for verb in tuple(near) for other in _carriers(tree, verb)}
    near |= {below for verb in tuple(near) for below in _open_complements(tree, verb) if _shares(tree, phrase, below)}
    return near | {noun for verb in near for noun in _acts(tree, verb)}


def _carriers(tree: Tree, verb: int) -> Iterator[int]:
    """Yield what those do who carry: "planes carrying 250 troops landed at"."""
    if tree.tokens[verb].lemma in _CARRYING and tree.tokens[verb].dep == "acl":
        carrier = tree.tokens[verb].head
        yield carrier
        if tree.tokens[carrier].dep in SUBJECTS:
            yield tree.tokens[carrier].head


def _shares(tree: Tree, phrase: Phrase, verb: int) -> bool:
    """Tell whether a joined verb may act on the figure: "has troops in Chad and sends arms to Peru" are two acts."""
    own = tree.tokens[phrase.head].dep == "dobj" and tree.tokens[verb].dep == "conj"
    return not own or not _acts_on_another(tree, verb)


def _acts_on_another(tree: Tree, verb: int) -> bool:
    """Tell whether the verb has an object of its own, but for "them", which may be the figure."""
    return any(tree.word(noun) not in _PRONOUNS for noun in tree.children(verb, "dobj"))


def _purposes(tree: Tree, noun: int) -> Iterator[int]:
    """Yield what a sum is given in: "50 million euros in aid to"."""
    for preposition in tree.children(noun, "prep"):
        yield from tree.children(preposition, "pobj")


def _acts(tree: Tree, verb: int) -> Iterator[int]:
    """Yield what the verb does as a noun that nothing counts: "set up a camp at", "fly a patrol over"."""
    if tree.is_verb(verb):
        for noun in tree.children(verb, "dobj"):
            if not any(True for _ in tree.children(noun, "nummod")):
                yield noun


def _sentence(tree: Tree, phrase: Phrase) -> Iterator[int]:
    """Yield all words of the sentence but those that report it."""
    first, last = tree.bounds[tree.tokens[phrase.head].passage]
    for index in range(max(first, phrase.head - _WINDOW), min(last, phrase.head + _WINDOW)):
        if tree.tokens[index].lemma not in VERBS["say"]:
            yield index


def _unnumbered(tree: Tree, noun: int) -> Iterator[int]:
    """Yield the nouns beside the figure's that are counted by none: "two frigates and a submarine to"."""
    for other in tree.below_by(noun, "conj", "appos"):
        if tree.tokens[other].pos != "NUM" and not any(True for _ in tree.children(other, "nummod")):
            yield other


def _owning(tree: Tree, verb: int) -> Iterator[int]:
    """Yield the subject that has the figure: "the mission in Mali has 900 troops", "the number of dead rose to 9"."""
    for subject in tree.children(verb, "nsubj"):
        if tree.tokens[verb].lemma in _HOLDING:
            yield subject
        elif tree.tokens[subject].lemma in VERBS["total"]:
            yield subject
            yield from _purposes(tree, subject)


def _above(tree: Tree, index: int) -> Iterator[int]:
    """Yield the nouns of the event ("deployment of 100 troops") and the first verb, but nothing beyond "ahead of"."""
    while tree.tokens[index].head != index:
        above = tree.tokens[index].head
        if tree.is_verb(above):
            yield above
            return
        if tree.tokens[index].dep not in _NOUN_WAYS | SUBJECTS or tree.word(above) in _BARRIERS:
            return
        yield above
        index = above


def _open_complements(tree: Tree, index: int) -> Iterator[int]:
    """Yield the verbs that share the event's subject: "are poised to strike and take"; "troops expected in"."""
    waiting = [index]
    for verb in islice(waiting, _REACH):
        for child in tree.children(verb, "xcomp", "acl", "conj", "oprd", "relcl", "acomp", "amod"):
            if tree.tokens[child].dep == "amod" and child < verb:
                continue  # only behind its noun does it hold a clause: "troops ready to go to"
            verbal = tree.is_verb(child) or tree.tokens[child].dep in {"oprd", "acomp", "amod"}
            own = _has_subject(tree, child) and tree.tokens[child].dep != "relcl"
            if verbal and not own:
                yield child
                waiting.append(child)


def _joined(tree: Tree, verb: int, *, wide: bool) -> Iterator[int]:
    """Yield the clauses beside a verb, up and down, without those that only report it.

    Unless ``wide``, clauses with a subject of their own do not count: somebody else acts there.
    """
    yield from _clause_above(tree, verb, wide=wide)
    for child in tree.children(verb, "advcl", "conj", "xcomp", "ccomp"):
        if tree.is_verb(child) and (wide or not _has_subject(tree, child)):
            yield child
    for preposition in tree.children(verb, "prep"):
        yield from tree.children(preposition, "pcomp")
        yield from (noun for noun in tree.children(preposition, "pobj") if tree.word(preposition) not in _APART)


def _clause_above(tree: Tree, verb: int, *, wide: bool) -> Iterator[int]:
    token = tree.tokens[verb]
    above = token.head
    if token.dep not in _CLAUSES or tree.tokens[above].lemma in VERBS["say"]:
        return
    apart = token.dep == "conj" and _acts_on_another(tree, verb) and _acts_on_another(tree, above)
    if wide or not (apart or _has_subject(tree, verb)):
        yield above
        if not tree.is_verb(above):
            yield from _above(tree, above)


def _has_subject(tree: Tree, verb: int) -> bool:
    return any(True for _ in tree.children(verb, *SUBJECTS))
