"""What a reader has chosen so far while putting a mention right. Pure: steps from one draft to the next."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Literal, get_args

from geonews.models import Place

NO_PLACE = "no place"
"""The choice that the words name no place."""
Reach = Literal["mention", "copies", "article", "corpus"]
"""How far a choice reaches: the mention, also the copies of its sentence, the name in the article, or everywhere."""
REACHES: tuple[Reach, ...] = get_args(Reach)


@dataclass(frozen=True, slots=True)
class Draft:
    """What a reader has chosen so far."""

    key: str
    """Of the article."""
    start: int
    """Offset of the passage."""
    at: int | None = None
    """Offset of the mention; ``None``: the first one."""
    end: int | None = None
    """Where the words end that are to be a name; ``None``: a mention that is known."""
    choice: str = ""
    """Id of the place that is meant, or ``NO_PLACE``; "" is the place as it stands."""
    picked: Place | None = None
    """The place that was searched for and taken."""
    reach: Reach | None = None
    """``None``: the mention and the copies of its sentence."""
    typed: str = ""
    """In the search for another place."""
    is_refused: bool = False
    """Whether it was not saved, as nothing is taken yet for what is typed."""
    naming: bool = False
    """Whether a word is asked for that names a place and that nobody read."""


def step(draft: Draft, action: Mapping[str, str], place: Callable[[str], Place | None]) -> Draft:
    """Return the draft after what was pressed; ``place`` finds a place by its id. No action is an error.

    Saving comes with what stands in the search, and the draft is refused while that is anything; or with what was
    chosen last (``on``), of which nobody may have told before.
    """
    name, value = str(action.get("do", "")), str(action.get("value", ""))
    if name == "pick":
        picked = place(value)
        return draft if picked is None else replace(draft, picked=picked, choice=picked.id, typed="", is_refused=False)
    if name in {"save", "save-on"}:
        return _saved(draft, value, str(action.get("on", "")), place)
    move = _STEPS.get(name)
    return draft if move is None else move(draft, value)


def is_offset(value: str) -> bool:
    """Tell whether a text is an offset that a text can have."""
    return value.isascii() and value.isdigit() and len(value) < 10  # noqa: PLR2004 - no text is that long


def _to(draft: Draft, value: str) -> Draft:
    return Draft(draft.key, draft.start, int(value)) if is_offset(value) else draft


def _words(draft: Draft, value: str) -> Draft:
    start, _, end = value.partition("-")
    if not (is_offset(start) and is_offset(end) and int(start) < int(end)):
        return draft
    return Draft(draft.key, draft.start, int(start), int(end))


def _walk(draft: Draft, value: str) -> Draft:
    return Draft(draft.key, int(value)) if is_offset(value) else draft


def _find(draft: Draft, value: str) -> Draft:
    return replace(draft, typed=value, is_refused=draft.is_refused and value == draft.typed)


def _saved(draft: Draft, typed: str, chosen: str, place: Callable[[str], Place | None]) -> Draft:
    if chosen:
        draft = replace(draft, choice=chosen, picked=place(chosen) or draft.picked)
    return replace(draft, typed=typed, is_refused=bool(typed.strip()))


def _reach(draft: Draft, value: str) -> Draft:
    return next((replace(draft, reach=each) for each in REACHES if each == value), draft)


_STEPS: dict[str, Callable[[Draft, str], Draft]] = {
    "mention": _to,
    "words": _words,
    "naming": lambda draft, _: Draft(draft.key, draft.start, naming=True),
    "passage": _walk,
    "find": _find,
    "reach": _reach,
    "means": lambda draft, value: replace(draft, choice=value, typed="", is_refused=False),
}
