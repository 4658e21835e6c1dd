"""What became of the articles that a reader added or removed, and the way back."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from geonews.dashboard import words
from geonews.dashboard.jobs import Outcome
from geonews.dashboard.pieces.parts import CROSS, button, name

_NAMED = 3
_LISTED = 50


def added_html(outcomes: Sequence[Outcome], failure: str, *, stopped: bool) -> str:
    """Return what was added (with a button that undoes it), what was there already, and what failed and why."""
    new = [each for each in outcomes if each.what == "added"]
    known = [each for each in outcomes if each.what in {"updated", "unchanged"}]
    failed = [each.says for each in outcomes if each.what == "failed"] + ([failure] if failure else [])
    remarks = [each.remark for each in outcomes if each.remark]
    said = [f"Added {_titles(new)}."] if new else []
    said += [f"There already: {_titles(known)}."] if known else []
    said += ["Stopped before the rest." if stopped else ""]
    said += [f"<b>{words.counted(len(failed), 'article')} could not be added.</b>"] if failed else []
    buttons = button("Undo", "undo", kind="gn-small", says="Remove what was just added") if new else ""
    buttons += button("Show all articles", "all", kind="gn-small") if new or known else ""
    return _notice(" ".join(filter(None, said)), buttons, [*failed, *remarks])


def removed_html(title: str) -> str:
    """Return that an article was removed, with a button that brings it back."""
    return _notice(f"Removed “{name(title, 80)}”.", button("Undo", "undo", kind="gn-small", says="Add it again"), [])


def told_html(message: str) -> str:
    """Return what was done, where there is no way back and none is needed."""
    return _notice(escape(message), "", [])


def remove_html(key: str) -> str:
    """Return the button that removes the article that is being read."""
    return f'<p class="gn-remove">{button("Remove this article from the corpus", "remove", key, kind="gn-small")}</p>'


def progress_text(outcomes: Sequence[Outcome], expected: int | None, now: str) -> str:
    """Return how far an addition is, in Markdown that shows no markup of a title."""
    done = len(outcomes)
    failed = sum(each.what == "failed" for each in outcomes)
    count = f"{done:,} of {expected:,} done" if expected and expected > 1 else f"{done:,} done" if done else ""
    missed = f"{failed:,} failed" if failed else ""
    reading = f"reading {_plain(words.clipped(now, 70))}" if now else "fetching, and making ready"
    return " · ".join(filter(None, (count, missed, reading)))


def _notice(said: str, buttons: str, details: Sequence[str]) -> str:
    close = button(CROSS, "hide", kind="gn-close", says="Hide this notice")
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


def _plain(text: str) -> str:
    """Return text whose every sign stands for itself in Markdown."""
    return "".join(f"\\{char}" if char in "\\`*_{}[]()<>#+-.!|$~:^=&" else char for char in text)
