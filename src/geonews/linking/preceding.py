"""Where the dead of a bare sentence died: the one place of the blow told right before.

"Shells hit Lima. Nine died." Judges by words alone: the sentence before need not have been parsed.
"""

from __future__ import annotations

from collections.abc import Sequence

from geonews.linking.nesting import parts_of
from geonews.models import Figure, Toponym
from geonews.syntax import Tree
from geonews.tables import rows

_WORDS = {row["word"]: row["sort"] for row in rows(__package__, "blows")}
_KINDS = frozenset({"casualties", "strikes"})
_BETWEEN = {row["noun"] for row in rows(__package__, "generics")} | set(
    "the a of downtown central northern southern eastern western north south east west".split()
)
_LONGEST = 25
"""Words of a sentence that leaves the place to the one before; longer ones tell more than one thing."""
_BACK = 4
"""Words before a name among which its preposition stands: "in the town of"."""


def places_before(figure: Figure, passage: int, tree: Tree, toponyms: Sequence[Toponym]) -> list[int]:
    """Return the toponyms of the passage before ``passage`` where the figure's event took place; mostly none.

    The figure's own passage must name no place and no other time, and the one before one place alone, where a blow
    fell.
    """
    if passage == 0 or figure.kind not in _KINDS:
        return []
    first, last = tree.bounds[passage]
    begin, end = tree.bounds[passage - 1]
    if last - first > _LONGEST or "apart" in _sorts(tree, first, last):
        return []
    told = _sorts(tree, begin, end)
    if "blow" not in told or "talk" in told:
        return []
    if _literals(tree, toponyms, first, last):
        return []
    near = _literals(tree, toponyms, begin, end)
    group = parts_of(tree, toponyms, near[-1]) if near else []
    return group if group and group == near and _is_where(tree, toponyms[group[0]], begin) else []


def _sorts(tree: Tree, first: int, last: int) -> set[str | None]:
    return {_WORDS.get(tree.word(index)) for index in range(first, last)}


def _literals(tree: Tree, toponyms: Sequence[Toponym], first: int, last: int) -> list[int]:
    start, end = (tree.tokens[first].start, tree.tokens[last - 1].end) if last > first else (0, 0)
    return [i for i, one in enumerate(toponyms) if one.kind == "literal" and start <= one.start < end]


def _is_where(tree: Tree, toponym: Toponym, begin: int) -> bool:
    """Tell whether "in", "near" or a verb of attack stands right before the name, or before "the town of"."""
    at = tree.range(toponym.start, toponym.end)[0]
    for index in range(at - 1, max(at - 1 - _BACK, begin - 1), -1):
        if _WORDS.get(tree.word(index)) in {"where", "blow"}:
            return True
        if tree.word(index) not in _BETWEEN:
            return False
    return False
