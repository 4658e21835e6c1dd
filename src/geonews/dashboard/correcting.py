"""What of a passage can be put right, and what comes of a reader's draft. Pure."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from geonews.dashboard.draft import NO_PLACE, Draft, Reach, is_offset
from geonews.export import amounts
from geonews.gazetteer import fold
from geonews.models import Candidate, Correction, ParsedArticle, Passage, Place
from geonews.store import ByHand

_MOST_CANDIDATES = 6


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
    """Mentions of this name in the article; of one that nobody read, where its words stand."""
    by: ByHand | None = None
    """The correction that speaks for it."""
    is_read: bool = True
    """Whether the parser read it; else it was, or is to be, added by hand."""


def begun(spot: str, place: str | None, parsed: Callable[[str], ParsedArticle | None]) -> Draft | None:
    """Begin a draft for the passage ``KEY@OFFSET``, at a mention of ``place`` if there is one; ``None``: no passage."""
    key, _, offset = spot.rpartition("@")
    article = parsed(key) if key and is_offset(offset) else None
    if article is None:
        return None
    start = int(offset)
    found = (each for each in mentions(article, (), start) if place and each.place and each.place.id == place)
    return Draft(key, start, next((each.start for each in found), None))


def mentions(parsed: ParsedArticle, changes: Sequence[ByHand], start: int) -> list[Mention]:
    """Return what of the passage at this offset can be put right, in the order of the text."""
    passage = passage_at(parsed.passages, start)
    return [each for each in _everything(parsed, changes) if passage.start <= each.start < passage.end]


def following(parsed: ParsedArticle, changes: Sequence[ByHand], mention: Mention, key: str) -> Draft | None:
    """Begin a draft for the next mention of the article of this key that nobody has put right; ``None``: no other."""
    behind = (each for each in _everything(parsed, changes) if each.start >= mention.end and each.by is None)
    found = next(behind, None)
    return None if found is None else Draft(key, passage_at(parsed.passages, found.start).start, found.start)


def _everything(parsed: ParsedArticle, changes: Sequence[ByHand]) -> list[Mention]:
    found = [*_names(parsed, changes), *_figures(parsed, changes)]
    return sorted(found, key=lambda each: (each.start, each.end))


def _names(parsed: ParsedArticle, changes: Sequence[ByHand]) -> list[Mention]:
    by = {(each.start, each.end): each for each in changes if each.what != "wrong figure"}
    added = {span for span, each in by.items() if each.is_added}
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
    return [_unread(parsed, each) if (each.start, each.end) in added else each for each in found]


def _figures(parsed: ParsedArticle, changes: Sequence[ByHand]) -> list[Mention]:
    found = []
    for figure in parsed.figures:
        said = amounts.facts(figure, figure.owner)
        label = amounts.says(figure)
        found.append(Mention(figure.start, figure.end, figure.text, f"{label} · {said}" if said else label))
    for each in changes:
        if each.what == "wrong figure":
            words = parsed.article.text[each.start : each.end]
            found.append(Mention(each.start, each.end, words, each.text, by=each))
    return found


def passage_at(passages: Sequence[Passage], start: int) -> Passage:
    """Return the passage that begins at or before an offset; an empty one where there is none."""
    at = bisect_right(passages, start, key=lambda passage: passage.start) - 1
    return passages[at] if at >= 0 else Passage(0, 0)


def neighbours(passages: Sequence[Passage], start: int) -> tuple[int | None, int | None]:
    """Return the offsets of the passages before and after the one at an offset."""
    starts = [each.start for each in passages]
    at = bisect_right(starts, start) - 1
    return (starts[at - 1] if at > 0 else None), (starts[at + 1] if at + 1 < len(starts) else None)


def chosen(found: Sequence[Mention], draft: Draft, parsed: ParsedArticle) -> Mention | None:
    """Return the mention that the draft is about: one that is known, or words that are to be one."""
    if draft.naming:
        return None
    if draft.at is None or draft.end is None:
        return next((each for each in found if each.start == draft.at), found[0] if found else None)
    span = (draft.at, draft.end)
    known = (each for each in found if (each.start, each.end) == span and not each.figure)
    return next(known, None) or _unread(parsed, Mention(*span, parsed.article.text[slice(*span)]))


def options(mention: Mention, draft: Draft) -> list[Place]:
    """Return the places to choose from: the one it has, what was searched for, then what else was weighed."""
    weighed = [each.place for each in mention.candidates][:_MOST_CANDIDATES]
    listed = [place for place in (mention.place, draft.picked, *weighed) if place is not None]
    return list({place.id: place for place in listed}.values())


def here(mention: Mention, draft: Draft, parsed: ParsedArticle, made: str = "") -> Correction:
    """Return what the draft says of the mention alone; a place is missing where none is chosen yet."""
    span = (parsed.article.id, mention.start, mention.end)
    if mention.figure:
        return Correction("wrong figure", mention.text, *span, made=made)
    if draft.choice == NO_PLACE:
        return Correction("no place", mention.text, *span, made=made)
    choice = draft.choice or (mention.place.id if mention.place else "")
    place = next((each for each in options(mention, draft) if each.id == choice), None)
    return Correction("place", mention.text, *span, place, made)


def corrections(mention: Mention, draft: Draft, parsed: ParsedArticle, made: str) -> list[Correction]:
    """Return what the draft says as corrections, but for the copies of the sentence; none while nothing is chosen.

    A name that nobody read is put right where its words stand in the article, never everywhere: there they may mean
    something else.
    """
    one = here(mention, draft, parsed, made)
    if one.what == "place" and one.place is None:
        return []
    if draft.reach == "article" and not mention.is_read:
        spans = _elsewhere(parsed, mention.start, mention.end)
        return [one, *(replace(one, start=start, end=end) for start, end in spans)]
    if draft.reach in {"article", "corpus"} and mention.is_read and not mention.figure:
        return [replace(one, article=one.article if draft.reach == "article" else None, start=None, end=None)]
    return [one]


def reach(draft: Draft, copies: int) -> Reach:
    """Return how far the draft reaches; a sentence that others copy is put right in all, unless one says otherwise."""
    if draft.reach is None or (draft.reach == "copies" and not copies):
        return "copies" if copies else "mention"
    return draft.reach


def _unread(parsed: ParsedArticle, mention: Mention) -> Mention:
    namesakes = 1 + len(_elsewhere(parsed, mention.start, mention.end))
    return replace(mention, is_read=False, namesakes=namesakes)


def _elsewhere(parsed: ParsedArticle, start: int, end: int) -> list[tuple[int, int]]:
    """Return where the same words stand elsewhere in the article, but within no longer name."""
    text = parsed.article.text
    whole = re.compile(rf"(?<!\w){re.escape(text[start:end])}(?!\w)")
    names = [(each.start, each.end) for each in parsed.toponyms]
    spans = (each.span() for each in whole.finditer(text) if each.start() != start)
    return [span for span in spans if not any(_within(span, name) for name in names)]


def _within(span: tuple[int, int], other: tuple[int, int]) -> bool:
    return other[0] <= span[0] and span[1] <= other[1] and span != other
