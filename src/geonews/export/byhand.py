"""What was put right by hand, in words: every export says it of the passages and claims it concerns. Plain text."""

from __future__ import annotations

from collections.abc import Sequence

from geonews.export import words
from geonews.models import Place
from geonews.store import ByHand

NOTE = "corrected by hand"


def said(changes: Sequence[ByHand]) -> str:
    """Return what corrections say of a passage: "Moscow means Moscow (city, Idaho, United States)"; "" for nothing."""
    return "; ".join(map(_said, changes))


def noted(changes: Sequence[ByHand]) -> str:
    """Return the same as a note; "" for nothing."""
    return f"{NOTE}: {said(changes)}" if changes else ""


def _said(each: ByHand) -> str:
    text = words.clipped(each.text, 80)
    if each.what == "wrong figure":
        return f"{text} is a wrong figure"
    read = f", read as {_named(each.was)}" if each.was and each.was != each.place else ""
    return f"{text} is not a place{read}" if each.place is None else f"{text} means {_named(each.place)}{read}"


def _named(place: Place) -> str:
    return f"{words.clipped(place.name, 80)} ({words.clipped(words.kind_of(place), 80)})"
