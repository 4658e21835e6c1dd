"""How far a thing has come by the tense of its verb: what is under way, and what is ahead."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from geonews.linking.verbs import VERBS
from geonews.syntax import AUXILIARIES, Tree

_STOPS = '.!?:;"”’'
_SPANS = frozenset("day days week weeks month months year years spring summer autumn winter".split())
_SOON = frozenset({"next", "coming"})


def by_tense(tree: Tree, verb: int, auxiliaries: list[str]) -> Iterator[str]:
    """Read the progressive and the simple present; a past progressive is under way only as reported speech."""
    tag = tree.tokens[verb].tag
    going = tag == "VBG" and tree.tokens[verb].lemma == "go" and any(True for _ in tree.children(verb, "xcomp"))
    lasting = (tag == "VBG" and bool(auxiliaries)) or (tag == "VBN" and "VBG" in auxiliaries)
    if going or (lasting and _is_ahead(tree, verb)):
        yield "planned"
    elif _is_held_true(tree, verb) or (
        (lasting and {"VBZ", "VBP"} & set(auxiliaries))
        or (tag == "VBG" and "VBD" in auxiliaries and _is_reported(tree, verb))
        or (tree.tokens[verb].lemma in VERBS["stay"] and {"VBZ", "VBP"} & set(auxiliaries) and tree.is_passive(verb))
        or (tag in {"VBZ", "VBP"} and not auxiliaries and _is_present(tree, verb))
    ):
        yield "happening"


def _is_ahead(tree: Tree, verb: int) -> bool:
    """Read "are being sent next week" and "were being flown there in the coming weeks"."""
    _, last = tree.bounds[tree.tokens[verb].passage]
    behind = [tree.word(index) for index in range(verb, last)]
    return any(word in _SOON and span in _SPANS for word, span in pairwise(behind))


def _is_held_true(tree: Tree, verb: int) -> bool:
    """Read "is believed to have 30,000 fighters": what is thought of today."""
    token = tree.tokens[verb]
    above = tree.tokens[token.head]
    auxiliaries = {tree.tokens[child].tag for child in tree.children(token.head, *AUXILIARIES)}
    thought = token.dep == "xcomp" and above.tag == "VBN" and above.lemma in VERBS["say"]
    return thought and token.lemma in VERBS["state"] and bool(auxiliaries & {"VBZ", "VBP"})


def _is_present(tree: Tree, verb: int) -> bool:
    """Tell whether the simple present means today: headlines, which end without a stop, tell the past in it."""
    lemma = tree.tokens[verb].lemma
    if lemma in VERBS["say"]:
        return False
    _, last = tree.bounds[tree.tokens[verb].passage]
    return lemma in VERBS["state"] or tree.tokens[last - 1].pos == "PUNCT" or tree.tokens[last - 1].text[-1] in _STOPS


def _is_reported(tree: Tree, verb: int) -> bool:
    token = tree.tokens[verb]
    return token.dep == "ccomp" and tree.tokens[token.head].lemma in VERBS["say"]
