"""Whom a noun names as owner: itself, its demonym or possessor, or what its pronoun stands for."""

from __future__ import annotations

from itertools import islice

from geonews.linking.owners import Owners
from geonews.linking.verbs import VERBS
from geonews.syntax import Tree
from geonews.tables import rows

_OTHERS = frozenset(row["noun"] for row in rows(__package__, "ranks") if row["sort"] == "other")
"""Whose allies and foes are named owns nothing of theirs."""
_PREPOSITIONS = frozenset(row["word"] for row in rows(__package__, "prepositions")) | {"after", "with", "as"}
_STATELY = frozenset(
    {"army", "military", "navy", "ministry", "government", "force", "kingdom", "country", "regime", "junta"}
)
"""Of whatever state the sentence before began with: "The army lost 30 men"."""
_OPENING = 4
"""Words into a sentence that its subject's name may begin."""
_REACH = 20
"""Words above a pronoun whose subjects it may stand for."""


def within(head: int, tree: Tree, owners: Owners) -> str | None:
    """Return the owner named by ``head`` or by its direct modifiers."""
    own = owners.at(head)
    if own:
        return own
    for child in tree.children(head, "amod", "compound", "nmod", "poss"):
        owner = owners.owns(child) or named(child, tree, owners)
        if owner:
            return owner
    return None


def named(index: int, tree: Tree, owners: Owners) -> str | None:
    """Return the owner at ``index``; "its" and "it" are the subject that they stand for."""
    if tree.tokens[index].pos == "PRON":
        return _antecedent(index, tree, owners)
    if owners.at(index):
        return owners.at(index)
    if tree.tokens[index].lemma.lower() in _OTHERS:
        return None
    for child in tree.children(index, "amod", "compound", "nmod", "poss"):
        if tree.tokens[child].pos != "PRON" and owners.owns(child):
            return owners.owns(child)
    return _previous_subject(tree.tokens[index].passage, tree, owners) if _is_anaphoric(index, tree) else None


def _is_anaphoric(index: int, tree: Tree) -> bool:
    """Tell whether the noun is "the army" and nothing more."""
    below = [tree.word(child) for child in tree.children(index)]
    return below == ["the"] and tree.tokens[index].lemma.lower() in _STATELY


def _antecedent(pronoun: int, tree: Tree, owners: Owners) -> str | None:
    """Return what a relative pronoun stands for, else the owner among the subjects above or in the sentence before."""
    if tree.word(pronoun) in {"which", "who", "that"}:
        clause = tree.tokens[pronoun].head
        noun = tree.tokens[clause].head
        relative = tree.tokens[clause].dep == "relcl" and tree.tokens[noun].pos != "PRON"
        return named(noun, tree, owners) if relative else None
    if tree.word(pronoun) not in {"it", "its", "they", "their", "he", "his", "she", "her", "we", "our"}:
        return None
    for above in islice(tree.ancestors(pronoun), _REACH):
        if tree.tokens[above].lemma in VERBS["harm"]:
            continue
        subject = tree.subject(above) if tree.is_verb(above) else None
        if subject is not None and subject < pronoun and tree.tokens[subject].pos != "PRON":
            owner = named(subject, tree, owners)
            if owner:
                return owner
    return _previous_subject(tree.tokens[pronoun].passage, tree, owners)


def _previous_subject(passage: int, tree: Tree, owners: Owners) -> str | None:
    """Return the owner that opens the passage before: its subject, as far as the order of words tells.

    That passage may have no figure, hence no syntax.
    """
    if passage == 0:
        return None
    first, last = tree.bounds[passage - 1]
    for index in range(first, min(last, first + _OPENING)):
        if tree.word(index) in _PREPOSITIONS:
            return None
        if owners.at(index):
            return owners.at(index)
    return None
