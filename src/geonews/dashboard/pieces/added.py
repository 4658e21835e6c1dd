"""What became of the articles that a reader added or removed, and the way back."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from geonews.dashboard import words
from geonews.dashboard.jobs import Outcome
from geonews.dashboard.pieces.parts import CROSS, button, name

_NAMED = 3
_LISTED = 50


def added_html(  # noqa: PLR0913 - what became of it, and which ways there are from it
    number: int,
    outcomes: Sequence[Outcome],
    failure: str,
    *,
    stopped: bool,
    again: bool = False,
    back: bool = False,
) -> str:
    """Return what was added (with a button that undoes it), what was there already, and what failed and why.

    ``number`` is what the buttons call it; ``again`` offers to put right what was typed; ``back`` says that the
    articles were there before.
    """
    new = [each for each in outcomes if each.what == "added"]
    known = [each for each in outcomes if each.what in {"updated", "unchanged"}]
    failed = [each.says for each in outcomes if each.what == "failed"] + ([failure] if failure else [])
    remarks = [each.remark for each in outcomes if each.remark]
    said = [f"{'Put back' if back else 'Added'} {_titles(new)}."] if new else []
    said += [f"There already: {_titles(known)}."] if known else []
    said += ["Stopped before the rest." if stopped else ""]
    besides = f", and {words.counted(len(remarks), 'remark')} on what was" if remarks else ""
    said += [f"<b>Not added, for {words.counted(len(failed), 'cause')}{besides}:</b>"] if failed else []
    called = str(number)
    undone = f"Remove what was {'put back' if back else 'added'} here"
    buttons = button("Undo", "undo", called, kind="gn-small", says=undone) if new else ""
    buttons += button("Show", "added", called, kind="gn-small", says="Show it alone") if new or known else ""
    buttons += button("Show all articles", "all", kind="gn-small") if new or known else ""
    buttons += button("Change the address", "again", kind="gn-small") if again else ""
    return _notice(number, " ".join(filter(None, said)), buttons, [*failed, *remarks])


def earlier_html(notices: Sequence[str]) -> str:
    """Return what was done before, folded away, so that each can still be undone."""
    if not notices:
        return ""
    return (
        f'<details class="gn-earlier" id="earlier"><summary>{words.counted(len(notices), "earlier change")}</summary>'
        f"{''.join(notices)}</details>"
    )


def removed_html(number: int, title: str) -> str:
    """Return that an article was removed, with a button that brings it back."""
    back = button("Undo", "undo", str(number), kind="gn-small", says="Add it again")
    return _notice(number, f"Removed “{name(title, 80)}”.", back, [])


def told_html(number: int, message: str) -> str:
    """Return what was done, where there is no way back and none is needed."""
    return _notice(number, escape(message), "", [])


def remove_html(key: str) -> str:
    """Return the button that removes the article that is being read."""
    return f'<p class="gn-remove">{button("Remove this article from the corpus", "remove", key, kind="gn-small")}</p>'


def progress_html(outcomes: Sequence[Outcome], expected: int | None, now: str) -> str:
    """Return how far an addition is."""
    done = len(outcomes)
    failed = sum(each.what == "failed" for each in outcomes)
    count = f"{done:,} of {expected:,} done" if expected and expected > 1 else f"{done:,} done" if done else ""
    missed = f"{failed:,} failed" if failed else ""
    reading = f"reading {name(now, 70)}" if now else "getting ready to read"
    return f'<p class="gn-adding" role="status">{" · ".join(filter(None, (count, missed, reading)))}</p>'


def _notice(number: int, said: str, buttons: str, details: Sequence[str]) -> str:
    close = button(CROSS, "hide", str(number), kind="gn-close", says="Hide this notice")
    listed = "".join(f"<li><bdi>{escape(words.clipped(each, 400))}</bdi></li>" for each in details[:_LISTED])
    more = f"<li>and {len(details) - _LISTED:,} more</li>" if len(details) > _LISTED else ""
    below = f"<ul>{listed}{more}</ul>" if listed else ""
    return f'<div class="gn-note gn-told" role="status"><div>{said} {buttons}{below}</div>{close}</div>'


def _titles(outcomes: Sequence[Outcome]) -> str:
    """Return "“Ships leave” (3 places, 2 figures)", or how many there are."""
    if len(outcomes) > _NAMED:
        return words.counted(len(outcomes), "article")
    return ", ".join(f"“{name(each.says, 80)}”{_holds(each)}" for each in outcomes)


def _holds(outcome: Outcome) -> str:
    if outcome.what == "unchanged":
        return ""
    places = words.counted(outcome.places, "place") if outcome.places else "no place"
    return f" ({places}{', ' + words.counted(outcome.figures, 'figure') if outcome.figures else ''})"
