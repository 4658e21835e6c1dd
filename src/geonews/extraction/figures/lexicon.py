"""The lexicon of counted nouns: singular forms, multi-word nouns, aircraft and vehicle designators; noun -> kind."""

from __future__ import annotations

import re
from functools import cache

from geonews.syntax import Tree
from geonews.tables import rows

_KINDS = {row["noun"]: row["kind"] for row in rows(__package__, "nouns")}
_PLURALS = {row["plural"]: row["singular"] for row in rows(__package__, "plurals")}
_DESIGNATORS = tuple(
    (re.compile(row["pattern"], re.IGNORECASE), row["kind"]) for row in rows(__package__, "designators")
)
_ENDINGS = tuple(row["ending"] for row in rows(__package__, "people"))
_AIRBORNE = frozenset({"fighter", "fighters", "transport", "transports"})
"""Men or goods, unless a type of aircraft stands before ("four Su-35 fighters", "two C-17 transports")."""
_SYSTEMS = frozenset({"system", "systems", "battery", "batteries"})
"""Weapons, if one stands before ("AT-4 systems", "anti-aircraft batteries")."""
CIVIL = frozenset(row["word"] for row in rows(__package__, "trade") if row["sort"] == "noun")
"""Plural nouns that need not be military."""
MACHINES = frozenset({"vehicles", "ships", "aircraft", "weapons"})
"""Kinds that are no people."""
_LONGEST = max(len(noun.split()) for noun in _KINDS)


def names_kind(tree: Tree, head: int) -> str | None:
    """Return the kind of the noun that ends at token ``head``, by the longest entry of the table that fits.

    Besides the figures' kinds there is "people": civilians, who make a figure only by what befell them.
    """
    last = tree.tokens[head].text.lower()
    before: list[str] = []
    index = head
    while index > 0 and len(before) < _LONGEST and tree.tokens[index - 1].passage == tree.tokens[head].passage:
        index -= 1
        before.insert(0, tree.tokens[index].text.lower())
    kind = _longest(tuple(before), last) or _designated(tree.tokens[head].text)
    if last in _AIRBORNE and head > 0 and names_kind(tree, head - 1) == "aircraft":
        return "aircraft"
    if last in _SYSTEMS and head > 0 and names_kind(tree, head - 1) in {"weapons", "aircraft"}:
        return "weapons"
    return kind or ("people" if tree.tokens[head].tag == "NNPS" and looks_human(tree, head) else None)


def noun_kind(noun: str) -> str | None:
    """Return the kind that a counted noun itself tells, as a figure has it: "dead", "hostages", "prisoners of war"."""
    for said in (noun, noun.partition(" of ")[0]):
        *before, last = said.lower().split() or [""]
        if kind := _longest(tuple(before), last):
            return kind
    return None


def looks_human(tree: Tree, head: int) -> bool:
    """Tell whether an unlisted plural noun means people, by its ending or because it names a nation's people."""
    token = tree.tokens[head]
    return token.tag in {"NNS", "NNPS"} and (token.text.lower().endswith(_ENDINGS) or token.text[0].isupper())


def is_plural(word: str) -> bool:
    """Tell whether a noun is plural although it does not look so: "aircraft", "personnel", "police"."""
    return word in _PLURALS


@cache
def singulars(word: str) -> tuple[str, ...]:
    """Return the forms under which a noun may stand in the table: ("ferries") -> ferries, ferrie, ferri, ferry."""
    if word in _PLURALS:
        return (_PLURALS[word],)
    forms = [word]
    if word.endswith("s") and not word.endswith("ss"):
        forms.append(word[:-1])
        if word.endswith("es"):
            forms.append(word[:-2])
        if word.endswith("ies"):
            forms.append(word[:-3] + "y")
    return tuple(forms)


@cache
def _longest(before: tuple[str, ...], last: str) -> str | None:
    for length in range(len(before), -1, -1):
        words = before[len(before) - length :]
        for form in singulars(last):
            for joint in (" ".join((*words, form)), " ".join((*words, form)).replace(" - ", "-")):
                if joint in _KINDS:
                    return _KINDS[joint]
    return None


def _designated(text: str) -> str | None:
    for pattern, kind in _DESIGNATORS:
        if pattern.fullmatch(text):
            return kind
    return None
