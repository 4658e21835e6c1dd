"""What befell the people counted: killed, wounded, captured, or driven from their homes."""

from __future__ import annotations

from collections import defaultdict

from geonews.extraction.figures.counted import Counted
from geonews.extraction.figures.displacement import displaced
from geonews.syntax import Tree
from geonews.tables import rows

_HARM: dict[str, dict[str, str]] = defaultdict(dict)
for _row in rows(__package__, "harm"):
    _HARM[_row["role"]][_row["word"]] = _row["kind"]
_OBJECTS = frozenset({"dobj", "obj", "nsubjpass", "dative", "oprd", "attr"})
_COMPLEMENTS = ("xcomp", "oprd", "acomp", "ccomp", "advcl")
_COPULAR = frozenset(
    {"be", "leave", "report", "find", "remain", "go", "feel", "believe", "make", "take", "hold", "keep"}
)
_LIVES = frozenset({"life", "limb"})
_CUES = frozenset({"over", "under", "around", "about", "between"})
"""Prepositions that may only bound the number behind: "neutralised over 70 rebels"."""
_DEPTH = 6
"""Steps from the noun to the word of harm, at most."""


def is_harm(tree: Tree, index: int) -> bool:
    """Tell whether token ``index`` is a word such as "dead", "wounded" or "missing"."""
    return tree.word(index) in _HARM["adjective"]


def is_downed(tree: Tree, verb: int) -> bool:
    """Tell whether the verb is "shoot down", which befalls machines."""
    return tree.tokens[verb].lemma.lower() == "shoot" and any(tree.word(i) == "down" for i in tree.children(verb))


def harm(tree: Tree, counted: Counted, *, sort: str | None) -> str | None:
    """Return "casualties" or "displaced" where the text says so of what is counted, else ``None``.

    ``sort`` is the lexicon's for the noun: weak verbs such as "capture" need one that it knows, and only of troops
    and men is there a "loss"; troops that flee remain troops.
    """
    found = _beside(tree, counted) or _upward(tree, counted.head, _DEPTH)
    if found is None and counted.number != counted.head:
        found = _upward(tree, counted.number, 1)
    if found == "weak":
        return "casualties" if sort else None
    if found == "force":
        return "casualties" if sort in {"troops", "men"} else None
    return None if found == "displaced" and sort == "troops" else found


def _upward(tree: Tree, index: int, depth: int) -> str | None:
    """Look at the noun's modifiers, then at what governs it."""
    modified = _modified(tree, index)
    if modified:
        return modified
    token = tree.tokens[index]
    if token.head == index or depth == 0:
        return None
    return _governed(tree, index, depth)


def _governed(tree: Tree, index: int, depth: int) -> str | None:
    token = tree.tokens[index]
    governor = tree.tokens[token.head]
    if token.dep == "conj" and tree.is_verb(token.head):
        return _by_verb(tree, token.head, "dobj")
    if token.dep in {"conj", "appos", "nmod", "nummod", "quantmod"}:
        return _upward(tree, token.head, depth - 1)
    if token.dep == "pobj":
        return _through_preposition(tree, token.head, depth)
    if tree.is_verb(token.head):
        return _by_verb(tree, token.head, token.dep)
    if token.dep in {"nsubj", "nsubjpass"}:
        return _HARM["adjective"].get(governor.text.lower())
    return None


def _through_preposition(tree: Tree, preposition: int, depth: int) -> str | None:
    word, governor = tree.word(preposition), tree.tokens[preposition].head
    if word in _CUES and tree.tokens[preposition + 1].pos == "NUM" and tree.is_verb(governor):
        return None if _governs_object(tree, governor) else _by_verb(tree, governor, "dobj")
    if word in {"of", "to", "against"}:
        lemma = tree.tokens[governor].lemma.lower()
        found = _HARM["noun"].get(lemma)
        return found or (_upward(tree, governor, depth - 1) if word == "of" and lemma in _GROUPS else None)
    if word in {"including", "among"}:
        if tree.is_verb(governor):
            return _said_of_any(tree, governor)
        return _upward(tree, governor, depth - 1)
    return None


_GROUPS = frozenset({"group", "total", "number", "dozen", "hundred", "thousand", "million", "score", "crowd", "family"})


def _by_verb(tree: Tree, verb: int, dep: str) -> str | None:
    lemma = tree.tokens[verb].lemma.lower()
    if is_downed(tree, verb):
        return None
    passive = tree.is_passive(verb)
    if dep in _OBJECTS or (dep == "nsubj" and passive):
        found = _HARM["object"].get(lemma)
        if found:
            return found
    if dep in {"nsubj", "nsubjpass", "csubj"} and lemma in _HARM["subject"]:
        return _HARM["subject"][lemma]
    if dep == "nsubj" and lemma in _HARM["object"] and not _governs_object(tree, verb):
        return _HARM["object"][lemma] if tree.tokens[verb].tag == "VBN" else None
    if dep in {"dobj", "nsubjpass", "nsubj"}:
        return _complement(tree, verb, dep)
    return None


def _complement(tree: Tree, verb: int, dep: str) -> str | None:
    """Read "were reported wounded", "left 30 dead", "taken hostage", "forced to flee"."""
    if displaced(tree, verb, dep):
        return "displaced"
    if dep == "nsubj" and tree.tokens[verb].lemma == "lose":
        return "casualties" if any(tree.tokens[i].lemma in _LIVES for i in tree.children(verb, "dobj")) else None
    copular = tree.tokens[verb].lemma in _COPULAR
    for child in tree.children(verb, *_COMPLEMENTS):
        word, lemma = tree.word(child), tree.tokens[child].lemma.lower()
        if tree.tokens[child].dep == "advcl" and not copular:
            continue
        if word in _HARM["adjective"] and (copular or tree.is_passive(verb)):
            return _HARM["adjective"][word]
        if lemma in _HARM["subject"] and tree.tokens[child].tag == "VB" and (dep == "dobj" or tree.is_passive(verb)):
            return _HARM["subject"][lemma]
    return None


def _modified(tree: Tree, index: int) -> str | None:
    """Read "wounded soldiers", "10 soldiers killed in", "people who died"."""
    for child in tree.children(index, "amod", "acl", "relcl", "advcl"):
        word, token = tree.word(child), tree.tokens[child]
        if token.dep == "relcl":
            found = _relative(tree, child)
        elif token.tag == "VBN" or token.dep == "amod" or token.pos == "ADJ":
            found = _HARM["adjective"].get(word) or (
                _HARM["object"].get(token.lemma.lower()) if token.tag in {"VBN", "VBD"} else None
            )
        else:
            found = None
        if found:
            return found
    return None


def _relative(tree: Tree, verb: int) -> str | None:
    lemma = tree.tokens[verb].lemma.lower()
    if tree.is_passive(verb):
        return _HARM["object"].get(lemma)
    return _HARM["subject"].get(lemma)


def _said_of_any(tree: Tree, verb: int) -> str | None:
    lemma = tree.tokens[verb].lemma.lower()
    return _HARM["object"].get(lemma) or _HARM["subject"].get(lemma)


def _beside(tree: Tree, counted: Counted) -> str | None:
    """Read the words directly behind the phrase: "10 dead", "30 people were wounded", "seven others injured"."""
    index = counted.last
    passage = tree.tokens[counted.first].passage
    while index < len(tree.tokens) and tree.tokens[index].passage == passage and _skipped(tree, index):
        index += 1
    if index >= len(tree.tokens) or tree.tokens[index].passage != passage:
        return None
    word, token = tree.word(index), tree.tokens[index]
    if word in _HARM["adjective"] and not _governs_object(tree, index):
        return _HARM["adjective"][word]
    if token.tag in {"VBN", "VBD"} and not _governs_object(tree, index):
        lemma = token.lemma.lower() if tree.word(index + 1) != "down" else ""
        passive = token.tag == "VBN" and (index > counted.last or token.dep in {"acl", "relcl"})
        return (_HARM["object"].get(lemma) if passive else None) or _HARM["subject"].get(lemma)
    return None


def _skipped(tree: Tree, index: int) -> bool:
    return tree.tokens[index].pos == "AUX" or tree.word(index) in {"were", "was", "been", "reportedly", "also", "being"}


def _governs_object(tree: Tree, verb: int) -> bool:
    verbs = (verb, *tree.below_by(verb, "conj"))
    return any(True for one in verbs for _ in tree.children(one, "dobj", "obj"))
