"""What was put right by hand, and the ways to put right more, and back. Every word of others is escaped."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from geonews.corrections import Scope, decision
from geonews.dashboard import words
from geonews.dashboard.pieces.parts import CROSS, button, name
from geonews.models import Correction, Place
from geonews.store import ByHand, KeptCorrection

_FEW_NAMES = 5
_HOLDS: dict[Scope, str] = {
    "mention": "",
    "article": "· in this article ",
    "corpus": "· in all articles, and in those to come ",
}
_UNDO: dict[Scope, tuple[str, str]] = {
    "mention": ("undo", "Undo this correction, and what the same press has put right elsewhere"),
    "article": ("undo in this article", "Undo in this article: the correction is taken back for all mentions here"),
    "corpus": ("undo in all articles", "Undo in all articles: the correction is taken back wherever the name is"),
}
"""What the way back says, and what it says in full."""


def way_html(key: str, start: int) -> str:
    """Return the way from a passage to its form."""
    here = escape(f"{key}@{start}")
    return (
        f'<button type="button" class="gn-way" id="correct-{here}" data-do="correct" data-value="{here}" '
        'title="Put a place or a figure of this passage right">correct</button>'
    )


def by_hand_html(changes: Sequence[ByHand], *, offered: bool) -> str:
    """Return what was put right by hand, each with the way back where that is offered; nothing for nothing.

    A correction that speaks for several of the mentions is told once.
    """
    if not changes:
        return ""
    found: dict[int, list[ByHand]] = {}
    for each in changes:
        found.setdefault(each.number, []).append(each)
    listed = "".join(
        f"<li>{_change(same)}{take_back_html(number, same[0].scope) if offered else ''}</li>"
        for number, same in found.items()
    )
    return f'<ul class="gn-by-hand" aria-label="Corrected by hand">{listed}</ul>'


def take_back_html(number: int, scope: Scope = "mention") -> str:
    """Return the button that undoes a correction."""
    label, says = _UNDO[scope]
    return button(label, "take-back", str(number), kind="gn-plain", says=says)


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


def _change(same: Sequence[ByHand]) -> str:
    """Return what one correction says of the mentions here that it speaks for, and how far it reaches."""
    first = same[0]
    words_of_it = f"<b>{name(first.text, 80)}</b>"
    if first.what == "wrong figure":
        return f"<s>{words_of_it}</s> is a wrong figure and counts nowhere "
    here = f"({words.counted(len(same), 'mention')} here) " if len(same) > 1 else ""
    return f"{words_of_it} {_decided(first.place, same)} {_HOLDS[first.scope]}{here}"


def _decided(place: Place | None, same: Sequence[ByHand]) -> str:
    read = [each.was for each in same]
    others = {was.id: was for was in read if was is not None and (place is None or was.id != place.id)}
    was = f", not {' or '.join(map(_named, others.values()))}" if others else ""
    if place is None:
        return f"is no place{was}"
    if same[0].is_added:
        return f"means {_named(place)}: added, no such name was read"
    return f"means {_named(place)}{was}{'' if others or None in read else ': confirmed'}"


def _named(place: Place) -> str:
    return f"{name(place.name, 60)} ({escape(words.clipped(words.kind_of(place), 80))})"
