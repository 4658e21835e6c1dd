"""How far a stated thing has come: done, happening, planned, threatened, considered, denied or negated."""

from __future__ import annotations

from collections.abc import Iterator

from geonews.linking.phrases import Phrase
from geonews.linking.verbs import VERBS
from geonews.models import Figure, FigureStatus
from geonews.syntax import AUXILIARIES, SUBJECTS, Tree
from geonews.tables import rows

_STATUS = {row["word"]: row["status"] for row in rows(__package__, "status")}
_ORDER: tuple[FigureStatus, ...] = ("negated", "denied", "considered", "planned", "threatened", "happening")
_UP = frozenset(
    {"xcomp", "ccomp", "dobj", "pobj", "pcomp", "prep", "acl", "conj", "nsubj", "nsubjpass", "attr", "appos"}
)
_AHEAD = frozenset({"ahead", "before"})


def status_of(figure: Figure, phrase: Phrase, tree: Tree) -> FigureStatus:
    """Read the status from the verbs above the figure, their auxiliaries, and what is said of the figure itself."""
    found = set(_said_of(tree, phrase, figure))
    for index in _governors(tree, phrase.head):
        found.update(_stated_by(tree, index))
    return next((status for status in _ORDER if status in found), "done")


def _governors(tree: Tree, index: int) -> Iterator[int]:
    """Yield the words whose mood reaches the figure: up to the sentence that reports it, not beyond."""
    speech = False
    while tree.tokens[index].dep in _UP and tree.tokens[index].head != index and not speech:
        dep = tree.tokens[index].dep
        above = tree.tokens[index].head
        verb = tree.tokens[above].pos in {"VERB", "AUX"}
        if dep == "conj" and verb and any(True for _ in tree.children(index, *SUBJECTS)):
            return
        if dep in {"nsubj", "nsubjpass"} and not verb:
            return
        speech = dep == "ccomp" and (tree.tokens[above].lemma in VERBS["say"] or index < above)
        if not speech:
            yield above
        index = above


def _stated_by(tree: Tree, index: int) -> Iterator[str]:
    token = tree.tokens[index]
    particle = next((f" {tree.word(child)}" for child in tree.children(index, "prt")), "")
    word = _STATUS.get(token.lemma.lower() + particle)
    if word:
        yield word
    if tree.word(index) in _AHEAD:
        yield "planned"
    if token.pos not in {"VERB", "AUX"}:
        return
    auxiliaries = [tree.tokens[child] for child in tree.children(index, *AUXILIARIES)]
    for auxiliary in auxiliaries:
        word = _STATUS.get(auxiliary.text.lower())
        if word:
            yield word
    if any(True for _ in tree.children(index, "neg")):
        yield "negated"
    yield from _tense(tree, index, [auxiliary.tag for auxiliary in auxiliaries])


def _tense(tree: Tree, verb: int, auxiliaries: list[str]) -> Iterator[str]:
    """Read the progressive and the simple present; a past progressive is under way only as reported speech."""
    tag = tree.tokens[verb].tag
    if tag == "VBG" and tree.tokens[verb].lemma == "go" and any(True for _ in tree.children(verb, "xcomp")):
        yield "planned"
    elif (
        (tag == "VBG" and {"VBZ", "VBP"} & set(auxiliaries))
        or (tag == "VBG" and "VBD" in auxiliaries and _is_reported(tree, verb))
        or (tree.tokens[verb].lemma in VERBS["stay"] and {"VBZ", "VBP"} & set(auxiliaries) and tree.is_passive(verb))
        or (tag in {"VBZ", "VBP"} and not auxiliaries and tree.tokens[verb].lemma not in VERBS["say"])
    ):
        yield "happening"


def _is_reported(tree: Tree, verb: int) -> bool:
    token = tree.tokens[verb]
    return token.dep == "ccomp" and tree.tokens[token.head].lemma in VERBS["say"]


def _said_of(tree: Tree, phrase: Phrase, figure: Figure) -> Iterator[str]:
    """Read "1,000 troops expected in", "troops to be sent"; of the dead, that would be said of someone else."""
    if figure.kind == "casualties":
        return
    for child in tree.children(phrase.head, "acl", "relcl"):
        if tree.tokens[child].tag in {"VBN", "VBG"}:
            yield from filter(None, [_STATUS.get(tree.tokens[child].lemma.lower())])
        elif tree.tokens[child].tag == "VB" and any(tree.word(aux) == "to" for aux in tree.children(child, "aux")):
            yield "planned"
