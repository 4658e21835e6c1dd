"""What was put right by hand, and the ways to put right more, and back. Every word of others is escaped."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from geonews.corrections import decision
from geonews.dashboard import words
from geonews.dashboard.pieces.parts import CROSS, button, name
from geonews.models import Correction, Place
from geonews.store import ByHand, KeptCorrection

_FEW_NAMES = 5


def way_html(key: str, start: int) -> str:
    """Return the way from a passage to its form."""
    here = escape(f"{key}@{start}")
    return (
        f'<button type="button" class="gn-way" id="correct-{here}" data-do="correct" data-value="{here}" '
        'title="Put a place or a figure of this passage right">correct</button>'
    )


def by_hand_html(changes: Sequence[ByHand], *, offered: bool) -> str:
    """Return what was put right by hand, each with the way back where that is offered; nothing for nothing."""
    if not changes:
        return ""
    listed = "".join(f"<li>{_change(each)}{take_back_html(each.number) if offered else ''}</li>" for each in changes)
    return f'<ul class="gn-by-hand" aria-label="Corrected by hand">{listed}</ul>'


def take_back_html(number: int) -> str:
    """Return the button that undoes a correction."""
    return button("undo", "take-back", str(number), kind="gn-plain", says="Undo this correction")


@dataclass(frozen=True, slots=True)
class Shown:
    """What was put right by hand in an article."""

    changes: Sequence[ByHand] = ()
    offered: bool = False
    """Whether to offer undoing it, and putting right more."""


def saved_html(kept: Sequence[KeptCorrection]) -> str:
    """Say what one press has put right, and how far it reaches."""
    correction = kept[-1].correction
    says = decision(correction) if correction.place is None else f"means {correction.place.name}"
    where = "" if correction.place is None else f" ({words.kind_of(correction.place)})"
    said = f"<b>{name(correction.text, 80)}</b> {escape(words.clipped(says + where, 160))}"
    what = "figure" if correction.what == "wrong figure" else "mention"
    reach = f"That holds for {words.counted(sum(each.mentions for each in kept), what)}"
    others = f", {len(kept) - 1:,} of them elsewhere" if len(kept) > 1 else ""
    return f"Corrected: {said}. {reach}{others}."


def undone_html(found: Sequence[Correction]) -> str:
    """Say what was undone."""
    if not found:
        return "There is nothing to undo any more."
    names = list(dict.fromkeys(each.text for each in found))
    shown = ", ".join(f"<b>{name(each, 80)}</b>" for each in names[:_FEW_NAMES])
    more = f" and {len(names) - _FEW_NAMES:,} more" if len(names) > _FEW_NAMES else ""
    count = f" ({words.counted(len(found), 'correction')})" if len(found) > 1 else ""
    return f"Undone{count}: {shown}{more} {'is' if len(names) == 1 else 'are'} again as read."


def told_html(html: str, number: int | None = None, place: str | None = None) -> str:
    """Return a line that says what was done, with the way back and the way to the place, where there are such."""
    back = "" if number is None else take_back_html(number)
    there = "" if place is None else button("show the place", "place", place, kind="gn-plain")
    close = button(CROSS, "hide", kind="gn-close", says="Hide this message")
    return f'<div class="gn-told gn-put-right" role="status"><span>{html}</span> {there} {back} {close}</div>'


def _change(each: ByHand) -> str:
    words_of_it = f"<b>{name(each.text, 80)}</b>"
    if each.what == "wrong figure":
        return f"<s>{words_of_it}</s> is a wrong figure and counts nowhere "
    reach = {"mention": "", "article": " in this article", "corpus": " everywhere"}[each.scope]
    differs = each.was is not None and (each.place is None or each.place.id != each.was.id)
    was = f", not {_named(each.was)}" if differs and each.was else ""
    if each.place is None:
        return f"{words_of_it} is no place{reach}{was} "
    if each.is_added:
        return f"{words_of_it} means {_named(each.place)}: added, no such name was read "
    if each.was is not None and not differs:
        return f"{words_of_it} means {_named(each.place)}{reach}: confirmed "
    return f"{words_of_it} means {_named(each.place)}{reach}{was} "


def _named(place: Place) -> str:
    return f"{name(place.name, 60)} ({escape(words.clipped(words.kind_of(place), 80))})"
