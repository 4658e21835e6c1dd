"""What "the country", "the city" and "there" stand for: the last literal mention of a fitting kind of place."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from geonews.linking.attachments import Attachment, Tie, attachments
from geonews.linking.nesting import parts_of
from geonews.models import LinkMethod, PlaceKind, Resolution, Toponym
from geonews.syntax import Tree
from geonews.tables import rows

_KINDS = {row["noun"]: frozenset(row["kinds"].split()) for row in rows(__package__, "generics") if row["kinds"]}
_JOINTS = frozenset({",", "in", "the", "northern", "southern", "eastern", "western", "central"})
_MEMORY = 3
"""Passages that a stand-in looks back."""
_REACH = 40
"""Mentions that it looks back, at most."""


def stand_ins(
    tree: Tree, toponyms: Sequence[Toponym], resolutions: Sequence[Resolution], places: frozenset[int]
) -> dict[int, list[Tie]]:
    """Return, by passage, the toponyms that are meant there without being named, tied where the stand-in hangs."""
    found: dict[int, list[Tie]] = {}
    method: LinkMethod = "context"
    starts = tuple(toponym.start for toponym in toponyms)
    passages = (tree.tokens[tree.range(toponym.start, toponym.end)[0]].passage for toponym in toponyms)
    named = tuple(zip(passages, map(_kind, toponyms, resolutions), strict=True))
    for index, token in enumerate(tree.tokens):
        if token.text.lower() == "where":
            meant_here = _named_before(tree, index, toponyms, _before(starts, token.start))
            here = _there(tree, index)
            found.setdefault(token.passage, []).extend((number, here, "syntax") for number in meant_here)
            continue
        kinds = _stands(tree, index, places)
        if kinds is None:
            continue
        meant = _meant(token.passage, _before(starts, token.start), named, kinds)
        if meant is not None:
            mention = Toponym(token.start, token.end, token.text, "literal")
            ties = _there(tree, index) if token.lemma == "there" else attachments(tree, mention, places)
            alike = parts_of(tree, toponyms, meant) if token.lemma == "there" else [meant]
            found.setdefault(token.passage, []).extend((number, ties, method) for number in alike)
    return found


def _before(starts: Sequence[int], start: int) -> range:
    """Return the indices of the mentions before code point ``start``, nearest first."""
    behind = bisect_right(starts, start)
    return range(behind - 1, max(behind - _REACH, 0) - 1, -1)


def _named_before(tree: Tree, index: int, toponyms: Sequence[Toponym], before: range) -> list[int]:
    """Return the place that "where" follows and those that it is part of: "in Gao, Mali, where"."""
    found: list[int] = []
    end = index
    for number in before:
        first, last = tree.range(toponyms[number].start, toponyms[number].end)
        if last <= end and toponyms[number].kind == "literal":
            if any(tree.word(between) not in _JOINTS for between in range(last, end)):
                break
            found.append(number)
            end = first
    return found


def _stands(tree: Tree, index: int, places: frozenset[int]) -> frozenset[str] | None:
    """Return the kinds of place that the word may stand for, ``None`` if it stands for none."""
    token = tree.tokens[index]
    if token.text.lower() == "there":
        return frozenset() if token.dep == "advmod" else None
    kinds = _KINDS.get(token.lemma.lower())
    if kinds is None or index in places:
        return None
    below = list(tree.children(index))
    definite = any(tree.word(child) in {"the", "this", "that"} for child in below)
    bare = all(tree.tokens[child].dep in {"det", "punct"} for child in below)
    return kinds if definite and bare else None


def _there(tree: Tree, index: int) -> tuple[Attachment, ...]:
    return (Attachment(tree.tokens[index].head, "in", index),)


def _kind(toponym: Toponym, resolution: Resolution) -> PlaceKind | None:
    """Return the kind of place that the mention is, ``None`` where it names no place that could be meant again."""
    return resolution.place.kind if toponym.kind == "literal" and resolution.place else None


def _meant(now: int, before: range, named: Sequence[tuple[int, PlaceKind | None]], kinds: frozenset[str]) -> int | None:
    """Return the last of the mentions ``before`` (by passage and kind) that passage ``now`` may mean."""
    for number in before:
        passage, kind = named[number]
        if now - passage > (_MEMORY if kinds else 1):
            return None
        if kind and (not kinds or kind in kinds):
            return number
    return None
