"""Counts that stand apart from their noun: "the death toll rose to 190", "2,500 troops in Iraq and 900 in Syria"."""

from __future__ import annotations

from geonews.extraction.figures.lexicon import MACHINES, names_kind
from geonews.syntax import Tree

_TOTALS = frozenset({"number", "total", "toll", "count", "tally", "strength", "figure", "level", "size"})
_SCALES = frozenset(
    {"to", "from", "at", "by", "than", "of", "above", "past", "over", "beyond", "towards", "toward", "near"}
)
_VERBS = frozenset(
    "rise climb grow increase swell jump reach hit stand exceed surpass top fall drop decrease decline shrink be come "
    "go pass put bring raise reduce cut total double triple treble quadruple boost lift slash trim expand".split()
)
_WHOLE = frozenset({"which", "whom", "them", "these", "those"})
_STATES = frozenset({"remain", "survive", "stay", "return", "escape", "arrive", "land"})
_REACH = 15
"""Words back that a noun may stand which a number counts a part of."""
_PLACES = frozenset({"in", "at", "near", "to", "from", "on", "outside", "around", "into"})


def total(tree: Tree, number: int) -> int | None:
    """Return the noun that the number at token ``number`` is the total of, by the subject or object of its verb."""
    verb = _verb(tree, number)
    if verb is not None and tree.tokens[verb].lemma == "number":
        return _numbering(tree, verb)
    if verb is None or tree.tokens[verb].lemma not in _VERBS:
        return None
    subjects = (subject for subject in tree.children(verb, "nsubj", "nsubjpass", "dobj") if subject != number)
    counted = (_counted(tree, subject) for subject in subjects)
    return next((noun for noun in counted if noun is not None), None)


def _numbering(tree: Tree, verb: int) -> int | None:
    """Read "the rebels number 300" and "rebels, numbering about 300"."""
    above = (
        tree.tokens[verb].head
        if tree.tokens[verb].dep in {"acl", "relcl"}
        else next(tree.children(verb, "nsubj"), None)
    )
    return above if above is not None and names_kind(tree, above) else None


def _counted(tree: Tree, subject: int) -> int | None:
    """Return the noun of "the number of troops", "troop numbers", "the toll", "the dead" or "its force"."""
    token, kind = tree.tokens[subject], names_kind(tree, subject)
    if token.lemma.lower() not in _TOTALS:
        scaled = token.dep == "dobj" and kind in {"troops", "units"}
        return subject if scaled or kind in {"casualties", "displaced"} else None
    of = _of(tree, subject)
    return subject if of is None and token.lemma.lower() == "toll" else of


def _verb(tree: Tree, number: int) -> int | None:
    token = tree.tokens[number]
    if token.dep in {"quantmod", "nummod", "compound"} and tree.tokens[token.head].pos == "NUM":
        number = token.head
        token = tree.tokens[number]
    if token.dep == "pobj" and tree.word(token.head) in _SCALES:
        number = token.head
        while tree.tokens[number].dep == "prep" and tree.tokens[tree.tokens[number].head].pos == "ADP":
            number = tree.tokens[number].head
    elif token.dep not in {"dobj", "attr", "npadvmod"}:
        return None
    verb = tree.tokens[number].head
    return verb if tree.is_verb(verb) else None


def _of(tree: Tree, noun: int) -> int | None:
    for preposition in tree.children(noun, "prep"):
        if tree.word(preposition) == "of":
            return next(tree.children(preposition, "pobj"), None)
    known = (child for child in tree.children(noun, "compound") if names_kind(tree, child))
    return next(known, None)


def _is_part(tree: Tree, first: int, after: int) -> bool:
    """Read "80 drones, of which 61 were downed", "61 of them", "251 hostages were taken; 97 remain"."""
    if tree.word(after) == "of" and tree.word(after + 1) in _WHOLE:
        return True
    behind = first - 1 if tree.word(first - 1) == "," else first
    if tree.word(behind - 2) == "of" and tree.word(behind - 1) in _WHOLE:
        return True
    number = tree.tokens[after - 1]
    subject = number.dep in {"nsubj", "nsubjpass"} and tree.is_verb(number.head) and tree.word(first) != "one"
    return subject and tree.tokens[number.head].lemma in _STATES


def whole_before(tree: Tree, first: int, after: int) -> int | None:
    """Return the plural noun that the number counts a part of: "soldiers, about 700 of them, guard the mine"."""
    if tree.word(after) != "of" or tree.word(after + 1) not in {"them", "whom"}:
        return None
    begin = max(first - _REACH, tree.bounds[tree.tokens[first].passage][0])
    nouns = (i for i in range(first - 1, begin - 1, -1) if tree.tokens[i].tag == "NNS" and names_kind(tree, i))
    noun = next(nouns, None)
    counted = noun is not None and any(True for _ in tree.children(noun, "nummod"))
    return None if counted else noun


def is_part_of_machines(tree: Tree, first: int, after: int) -> bool:
    """Read "300 tanks, of which 120 were captured": no people."""
    if (tree.word(first - 2), tree.word(first - 1)) != ("of", "which") and (
        (tree.word(after), tree.word(after + 1)) != ("of", "them")
    ):
        return False
    begin = max(first - _REACH, tree.bounds[tree.tokens[first].passage][0])
    kinds = (names_kind(tree, i) for i in range(first - 1, begin - 1, -1) if tree.tokens[i].tag == "NNS")
    return next(filter(None, kinds), None) in MACHINES


def is_gapped(tree: Tree, first: int, after: int) -> bool:
    """Tell whether the numeral leaves its noun to the figure before: "and 900 in Syria", ", and two more"."""
    if tree.word(after) == "more" or _is_part(tree, first, after):
        return True
    if tree.word(first - 1) == "from" and tree.word(first - 2) in {"down", "up"}:
        return True
    if tree.word(first) == "one" or tree.word(after) not in _PLACES:
        return False
    named = any(tree.tokens[index].pos == "PROPN" for index in range(after + 1, min(after + 4, len(tree.tokens))))
    return named and tree.word(first - 1) in {"and", ",", ":", "with", "another"}
