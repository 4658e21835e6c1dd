"""A bare number of what was lost or taken ("20 were lost"): of the drones told before it, or of people."""

from __future__ import annotations

from geonews.extraction.figures.counted import Counted
from geonews.extraction.figures.lexicon import MACHINES, names_kind
from geonews.syntax import Tree

_BEING = frozenset("be have were was been being are is had also reportedly later then".split())
_TAKEN = frozenset({"lost", "captured", "seized"})
"""What befalls machines as it does people."""
_GONE = frozenset({"disappeared", "vanished"})
_DOWNED = frozenset({"downed", "intercepted"})
_EVENTS = frozenset({"strikes", "money", None})
_UNMANNED = frozenset({"drone", "drones", "uav", "uavs"})


def are_taken(tree: Tree, counted: Counted) -> bool:
    """Tell whether a number without its noun counts what was lost or taken."""
    index = _befell(tree, counted)
    word = tree.word(index)
    if word in _GONE:
        return _is_unmanned_before(tree, counted)
    return index > counted.last and (word in _TAKEN or (word == "missing" and _is_share(tree, counted.first)))


def are_downed(tree: Tree, counted: Counted) -> bool:
    """Tell whether a number without its noun counts what only befalls machines: "150 were shot down"."""
    index = _befell(tree, counted)
    return tree.word(index) in _DOWNED or (tree.word(index), tree.word(index + 1)) == ("shot", "down")


def _befell(tree: Tree, counted: Counted) -> int:
    """Return the word that says what befell them, behind "were" and "have been"."""
    index = counted.last
    while index < len(tree.tokens) and tree.word(index) in _BEING:
        index += 1
    return index


def _is_unmanned_before(tree: Tree, counted: Counted) -> bool:
    noun = told_before(tree, counted)
    return noun is not None and is_machine(tree, noun) and not _has_crew(tree, noun)


def _is_share(tree: Tree, first: int) -> bool:
    """Read "Of 14 boats that left, two were missing"; "two boats sank, and 20 were missing" tells of people."""
    return tree.word(tree.bounds[tree.tokens[first].passage][0]) == "of"


def told_before(tree: Tree, counted: Counted) -> int | None:
    """Return the noun of the people or machines told last before the number, in its passage or the one before.

    ``None`` where there is none, and where it may as well be the crew: "two ships sank. Twenty were lost".
    """
    passage = tree.tokens[counted.first].passage
    noun = _last(tree, tree.bounds[passage][0], counted.first)
    if noun is not None or passage == 0:
        return noun
    noun = _last(tree, *tree.bounds[passage - 1])
    return None if noun is None or _has_crew(tree, noun) else noun


def is_machine(tree: Tree, noun: int) -> bool:
    """Tell whether the noun is one of vehicles, ships, aircraft or weapons."""
    return names_kind(tree, noun) in MACHINES


def _has_crew(tree: Tree, noun: int) -> bool:
    return is_machine(tree, noun) and names_kind(tree, noun) != "weapons" and tree.word(noun) not in _UNMANNED


def _last(tree: Tree, begin: int, end: int) -> int | None:
    return next((index for index in range(end - 1, begin - 1, -1) if names_kind(tree, index) not in _EVENTS), None)
