"""What of a passage can be put right, and what a reader has chosen so far. Pure: steps from one draft to the next."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import get_args

from geonews.corrections import Scope
from geonews.dashboard import amounts
from geonews.gazetteer import fold
from geonews.models import Candidate, Correction, ParsedArticle, Passage, Place
from geonews.store import ByHand

NO_PLACE = "no place"
"""The choice that the words name no place."""
_MOST_CANDIDATES = 6
SCOPES: tuple[Scope, ...] = get_args(Scope)


@dataclass(frozen=True, slots=True)
class Mention:
    """A name or a figure of an article, as it stands now."""

    start: int
    """Offset in the article's text, as ``end``."""
    end: int
    text: str
    """The words of the span."""
    figure: str = ""
    """How many of what, if it is a figure."""
    place: Place | None = None
    sureness: float = 0.0
    """Probability that the place is right."""
    reason: str = ""
    candidates: tuple[Candidate, ...] = ()
    namesakes: int = 1
    """Mentions of this name in the article."""
    by: ByHand | None = None
    """The correction that speaks for it."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What a reader has chosen so far."""

    key: str
    """Of the article."""
    start: int
    """Offset of the passage."""
    at: int | None = None
    """Offset of the mention; ``None``: the first one."""
    choice: str = ""
    """Id of the place that is meant, or ``NO_PLACE``; "" is the place as it stands."""
    picked: Place | None = None
    """The place that was searched for and taken."""
    scope: Scope = "mention"
    typed: str = ""
    """In the search for another place."""


def begun(spot: str, place: str | None, parsed: Callable[[str], ParsedArticle | None]) -> Draft | None:
    """Begin a draft for the passage ``KEY@OFFSET``, at a mention of ``place`` if there is one; ``None``: no passage."""
    key, _, offset = spot.rpartition("@")
    article = parsed(key) if key and _is_offset(offset) else None
    if article is None:
        return None
    start = int(offset)
    found = (each for each in mentions(article, (), start) if place and each.place and each.place.id == place)
    return Draft(key, start, next((each.start for each in found), None))


def mentions(parsed: ParsedArticle, changes: Sequence[ByHand], start: int) -> list[Mention]:
    """Return what of the passage at this offset can be put right, in the order of the text."""
    passage = passage_at(parsed.passages, start)
    by = {(each.start, each.end): each for each in changes if each.what != "wrong figure"}
    names = [fold(each.text) for each in parsed.toponyms]
    found = [
        Mention(
            start=toponym.start,
            end=toponym.end,
            text=toponym.text,
            place=resolution.place,
            sureness=resolution.score,
            reason=resolution.reason,
            candidates=resolution.candidates,
            namesakes=names.count(name),
            by=by.get((toponym.start, toponym.end)),
        )
        for toponym, resolution, name in zip(parsed.toponyms, parsed.resolutions, names, strict=True)
    ]
    for figure in parsed.figures:
        said = amounts.facts(figure.owner, figure.status, figure.attribution, None)
        label = f"{amounts.amount(figure)} {'' if figure.currency else figure.noun}".strip()
        found.append(Mention(figure.start, figure.end, figure.text, f"{label} · {said}" if said else label))
    for each in changes:
        if each.what == "wrong figure":
            words = parsed.article.text[each.start : each.end]
            found.append(Mention(each.start, each.end, words, each.text, by=each))
    inside = (each for each in found if passage.start <= each.start < passage.end)
    return sorted(inside, key=lambda each: (each.start, each.end))


def passage_at(passages: Sequence[Passage], start: int) -> Passage:
    """Return the passage that begins at or before an offset; an empty one where there is none."""
    at = bisect_right(passages, start, key=lambda passage: passage.start) - 1
    return passages[at] if at >= 0 else Passage(0, 0)


def neighbours(parsed: ParsedArticle, start: int) -> tuple[int | None, int | None]:
    """Return the offsets of the passages before and after that name or count something."""
    starts = [each.start for each in parsed.toponyms] + [each.start for each in parsed.figures]
    here = passage_at(parsed.passages, start).start
    holding = sorted({passage_at(parsed.passages, each).start for each in starts})
    before = [each for each in holding if each < here]
    after = [each for each in holding if each > here]
    return (before[-1] if before else None), (after[0] if after else None)


def chosen(found: Sequence[Mention], draft: Draft) -> Mention | None:
    """Return the mention that the draft is about."""
    return next((each for each in found if each.start == draft.at), found[0] if found else None)


def options(mention: Mention, draft: Draft) -> list[Place]:
    """Return the places to choose from: the one it has, what was searched for, then what else was weighed."""
    weighed = [each.place for each in mention.candidates][:_MOST_CANDIDATES]
    listed = [place for place in (mention.place, draft.picked, *weighed) if place is not None]
    return list({place.id: place for place in listed}.values())


def step(draft: Draft, action: Mapping[str, str], place: Callable[[str], Place | None]) -> Draft:
    """Return the draft after what was pressed; ``place`` finds a place by its id. No action is an error."""
    name, value = str(action.get("do", "")), str(action.get("value", ""))
    if name == "pick":
        picked = place(value)
        return draft if picked is None else replace(draft, picked=picked, choice=picked.id, typed="")
    move = _STEPS.get(name)
    return draft if move is None else move(draft, value)


def _to(draft: Draft, value: str) -> Draft:
    return Draft(draft.key, draft.start, int(value)) if _is_offset(value) else draft


def _walk(draft: Draft, value: str) -> Draft:
    return Draft(draft.key, int(value)) if _is_offset(value) else draft


def _is_offset(value: str) -> bool:
    return value.isascii() and value.isdigit() and len(value) < 10  # noqa: PLR2004 - no text is that long


_STEPS: dict[str, Callable[[Draft, str], Draft]] = {
    "mention": _to,
    "passage": _walk,
    "find": lambda draft, value: replace(draft, typed=value),
    "scope": lambda draft, value: replace(draft, scope=value) if value in SCOPES else draft,
    "means": lambda draft, value: replace(draft, choice=value),
}


def correction(mention: Mention, draft: Draft, article: str | int, made: str) -> Correction | None:
    """Return what the draft says as a correction; ``None`` while nothing is chosen."""
    span = {"article": article, "start": mention.start, "end": mention.end}
    if mention.figure:
        return Correction("wrong figure", mention.text, made=made, **span)  # type: ignore[arg-type]
    reach = {"mention": span, "article": {"article": article}, "corpus": {}}[draft.scope]
    if draft.choice == NO_PLACE:
        return Correction("no place", mention.text, made=made, **reach)  # type: ignore[arg-type]
    place = mention.place
    if draft.choice:
        place = next((each for each in options(mention, draft) if each.id == draft.choice), None)
    if place is None:
        return None
    return Correction("place", mention.text, place=place, made=made, **reach)  # type: ignore[arg-type]
