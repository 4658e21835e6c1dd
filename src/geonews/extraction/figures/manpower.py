"""Who is a force though the noun alone does not say so: "sent 120 engineers", "his 40 men", "a 250-strong mission"."""

from __future__ import annotations

from geonews.extraction.figures.lexicon import names_kind
from geonews.models import FigureKind
from geonews.syntax import Tree
from geonews.tables import rows

_SORTS = {
    sort: frozenset(row["word"] for row in rows(__package__, "mustering") if row["sort"] == sort)
    for sort in ("men", "staff", "units", "soldier", "body", "send", "care")
}
_FORCES = frozenset({"troops", "units"})
_LISTED = frozenset({"conj", "appos"})
_KEEPING = frozenset({"be", "have", "keep", "number", "count", "field"})
_DEPTH = 4
"""Nouns of a list that are looked at."""


def mustered(tree: Tree, noun: int) -> str | None:
    """Return "troops" or "units" where the text makes a force of the people at token ``noun``, else ``None``."""
    lemma = tree.tokens[noun].lemma.lower()
    if lemma in _SORTS["units"]:
        return "units" if _is_sent(tree, noun) else None
    if _is_of_body(tree, noun) or _is_among_forces(tree, noun):
        return "troops"
    if lemma in _SORTS["men"] and (_is_led(tree, noun) or _are_of_body(tree, noun)):
        return "troops"
    return "troops" if lemma in _SORTS["men"] | _SORTS["staff"] and _is_sent(tree, noun) else None


def body_of(tree: Tree, number: int) -> int | None:
    """Return the body that consists of the bare number: "a brigade of around 4,500"."""
    preposition = tree.tokens[number].head
    above = tree.tokens[preposition].head
    fits = tree.tokens[number].dep == "pobj" and tree.word(preposition) == "of" and _is_body(tree, above)
    single = tree.tokens[above].tag in {"NN", "NNP"}
    return above if fits and single and not any(True for _ in tree.children(above, "nummod")) else None


def strength(tree: Tree, noun: int) -> tuple[FigureKind, str] | None:
    """Return kind and noun of a total where it is that of a body: "the strength of its mission"."""
    return ("troops", tree.tokens[noun].text) if _is_body(tree, noun) else None


def is_strength(tree: Tree, number: int, noun: int) -> bool:
    """Tell whether the number is the strength of a body: "a 250-strong contingent"."""
    return tree.word(number + 1) == "-" and tree.word(number + 2) == "strong" and _is_body(tree, noun)


def is_member(tree: Tree, noun: int) -> bool:
    """Tell whether the noun belongs to a force: "members of the security forces"."""
    if tree.tokens[noun].lemma.lower() != "member":
        return False
    bodies = (body for of in tree.children(noun, "prep") for body in tree.children(of, "pobj"))
    return any(names_kind(tree, body) in _FORCES or tree.tokens[body].lemma in {"army", "navy"} for body in bodies)


def _is_body(tree: Tree, noun: int) -> bool:
    return tree.tokens[noun].lemma.lower() in _SORTS["body"] or names_kind(tree, noun) == "units"


def _is_of_body(tree: Tree, noun: int) -> bool:
    """Read "a brigade of 2,300 men": what a unit consists of."""
    preposition = tree.tokens[noun].head
    return tree.word(preposition) == "of" and names_kind(tree, tree.tokens[preposition].head) in _FORCES


def _is_among_forces(tree: Tree, noun: int) -> bool:
    """Read "5,000 workers and soldiers" and "1,200 soldiers, including 80 women"."""
    joined = any(tree.tokens[other].lemma.lower() in _SORTS["soldier"] for other in tree.children(noun, "conj"))
    token = tree.tokens[noun]
    included = token.dep == "pobj" and tree.word(token.head) == "including"
    return joined or (included and names_kind(tree, tree.tokens[token.head].head) == "troops")


def _is_led(tree: Tree, noun: int) -> bool:
    """Read "his 120 men" and "5,000 Wagner men"."""
    led = any(tree.tokens[child].tag == "PRP$" or _is_body(tree, child) for child in tree.children(noun, "poss"))
    return led or any(tree.tokens[child].text[0].isupper() for child in tree.children(noun, "compound"))


def _are_of_body(tree: Tree, noun: int) -> bool:
    """Read "the brigade has 4,000 men", "the garrison is down to 1,200 men"."""
    scaled = tree.tokens[noun].dep == "pobj" and tree.word(tree.tokens[noun].head) == "to"
    verb = tree.tokens[tree.tokens[noun].head if scaled else noun].head
    while tree.word(verb) in {"down", "up"}:
        verb = tree.tokens[verb].head
    keeps = tree.tokens[verb].lemma in _KEEPING
    return keeps and any(_is_body(tree, subject) for subject in tree.children(verb, "nsubj"))


def _is_sent(tree: Tree, noun: int) -> bool:
    """Tell whether the noun is the object or passive subject of mustering, or modified by it."""
    if any(tree.tokens[child].lemma in _SORTS["send"] for child in tree.children(noun, "acl")):
        return True
    for _ in range(_DEPTH):
        token = tree.tokens[noun]
        above = tree.tokens[token.head]
        if token.dep == "nsubj" and above.lemma == "march":
            return True
        if token.dep in {"dobj", "nsubjpass", "nsubj"} and above.lemma.lower() in _SORTS["send"]:
            return (token.dep != "nsubj" or tree.is_passive(token.head)) and not _is_in_care(tree, token.head)
        if token.dep not in _LISTED:
            return False
        noun = token.head
    return False


def _is_in_care(tree: Tree, verb: int) -> bool:
    """Tell whether one is sent to prison, or to hospital."""
    ways = (way for way in tree.children(verb, "prep") if tree.word(way) == "to")
    return any(tree.tokens[noun].lemma.lower() in _SORTS["care"] for way in ways for noun in tree.children(way, "pobj"))
