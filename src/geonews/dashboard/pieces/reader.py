"""A whole article with every place and figure marked."""

from __future__ import annotations

import itertools
from bisect import bisect, bisect_left
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from html import escape
from operator import itemgetter

from geonews.dashboard import words
from geonews.dashboard.pieces.correct import Shown, by_hand_html, way_html
from geonews.dashboard.pieces.parts import CROSS, SEARCHED, Spans, button, lit, selects, source, stated_at, states
from geonews.dashboard.pieces.whereabouts import whose
from geonews.export import amounts
from geonews.models import Figure, ParsedArticle, Passage, Toponym
from geonews.store import EVERYTHING, ArticleRow, ByHand, Filter, Mark, MarkKind, hits
from geonews.store.marks import passage_marks
from geonews.store.reading import passage_at

_LONGEST = 60_000
"""Code points of an article that are shown; hardly any is longer."""
_UNTOUCHED = Shown()


@dataclass(frozen=True, slots=True)
class Beside:
    """Where the article was opened from."""

    searched: str = ""
    """What was searched for there: its words are marked."""
    previous: str | None = None
    """Store key of the article before it in the list."""
    next: str | None = None
    """Store key of the article after it."""
    filtered: bool = False
    """Whether closing leads back to a part of the corpus, not to all of it."""


_ALONE = Beside()


def beside(key: str, opened: Filter, listed: Sequence[ArticleRow]) -> Beside:
    """Return what is around an article among those that were ``listed`` under the filter of where it was opened."""
    keys = [row.key for row in listed]
    at = keys.index(key) if key in keys else None
    return Beside(
        opened.text,
        keys[at - 1] if at else None,
        keys[at + 1] if at is not None and at + 1 < len(keys) else None,
        filtered=opened != EVERYTHING,
    )


def article_html(  # noqa: PLR0913, PLR0917 - what is shown, and what stands around it
    parsed: ParsedArticle,
    row: ArticleRow,
    selected: str | None,
    at: int | None,
    by_hand: Shown = _UNTOUCHED,
    beside: Beside = _ALONE,
    close: str = "",
) -> str:
    """Return the article: the marks of the selected place stand out, the passage at offset ``at`` is shown.

    ``by_hand`` is what was put right in it, and whether to offer more; ``close``, HTML, offers the places close to the
    selected one.
    """
    facts = [words.counted(row.places, "place"), words.counted(row.mentions, "mention")]
    facts += [words.counted(row.figures, "figure")] if row.figures else []
    text = parsed.article.text[:_LONGEST]
    righted = {each.start for each in by_hand.changes}
    marks = _with_wrong(_marks(parsed, row, text, selected, righted), by_hand.changes)
    body = _body(text, marks, _target(parsed.passages, at), hits(text, beside.searched))
    cut = (
        '<p class="gn-note">The rest of this very long article is not shown.</p>'
        if len(parsed.article.text) > _LONGEST
        else ""
    )
    return (
        f'<div data-top="{escape(row.key)} {at}"><div class="gn-head">'
        f"<div>{source(row.title, row.id, row.source, row.day, row.url, row.published, beside.searched)}"
        f'<p class="gn-place-facts">{" · ".join(facts)}</p></div>'
        f"{button(CROSS, 'close', kind='gn-close', says=_closing(beside))}</div>{_walk(beside)}{close}"
        f"{_key(marks, beside)}"
        f"{by_hand_html(by_hand.changes, offered=by_hand.offered)}"
        f"{_correct(parsed, row.key, at) if by_hand.offered else ''}"
        f'<div class="gn-article" dir="auto">{body}</div>{cut}</div>'
    )


def _closing(beside: Beside) -> str:
    return "Back to where the article was opened" if beside.filtered else "Back to all articles"


def _walk(beside: Beside) -> str:
    """Return ways to the articles before and after it."""
    back = button("previous article", "read", beside.previous, kind="gn-plain") if beside.previous else "<span></span>"
    on = button("next article", "read", beside.next, kind="gn-plain") if beside.next else ""
    return f'<nav class="gn-around" aria-label="Articles">{back}{on}</nav>' if beside.previous or beside.next else ""


def _key(marks: Sequence[tuple[Mark, str]], beside: Beside) -> str:
    """Say what the marks mean, as far as there are such."""
    here = '<mark class="gn-here">the chosen place</mark> ' if any(mark.what == "place" for mark, _ in marks) else ""
    return (
        f'<p class="gn-key">{here}<mark class="gn-place">places on the map</mark> '
        '<mark class="gn-figure">figures</mark> <mark class="gn-name">names used otherwise</mark>'
        f"{SEARCHED if beside.searched else ''}</p>"
    )


def _correct(parsed: ParsedArticle, key: str, at: int | None) -> str:
    """Return the way to the form, for the passage at an offset or for the first that holds anything."""
    starts = [each.start for each in parsed.toponyms] + [each.start for each in parsed.figures]
    spot = at if at is not None else min(starts, default=0)
    return f'<div class="gn-ways">{way_html(key, spot)}</div>'


def _with_wrong(marks: list[tuple[Mark, str]], changes: Sequence[ByHand]) -> list[tuple[Mark, str]]:
    """Add the figures that were called wrong, struck out."""
    said = 'class="gn-wrong" title="a wrong figure, corrected by hand: it counts nowhere"'
    wrong = [(Mark(each.start, each.end, "figure", ""), said) for each in changes if each.what == "wrong figure"]
    free = [
        each for each in wrong if not any(each[0].start < mark.end and mark.start < each[0].end for mark, _ in marks)
    ]
    return sorted([*marks, *free], key=lambda each: each[0].start)


def _marks(
    parsed: ParsedArticle, row: ArticleRow, text: str, selected: str | None, righted: Collection[int]
) -> list[tuple[Mark, str]]:
    """Return the marks in order, none overlapping, each with the attributes of its element.

    ``righted`` are the offsets of the mentions that were put right by hand.
    """
    named: dict[int, tuple[Toponym, str | None, str, float]] = {}
    marks = []
    for toponym, resolution in zip(parsed.toponyms, parsed.resolutions, strict=True):
        place = resolution.place if toponym.kind == "literal" else None
        label = _says(toponym, resolution) + (", corrected by hand" if toponym.start in righted else "")
        named[toponym.start] = (toponym, place.id if place else None, label, toponym.name_score * resolution.score)
        what: MarkKind = "place" if place is not None and place.id == selected else "other place"
        marks.append(Mark(toponym.start, toponym.end, what, ""))
    figures = [each for each in parsed.figures if each.start < len(text)]
    found = passage_marks(text, (0, len(text)), marks, figures)
    said = sorted((each.start, _counted(each, row, parsed)) for each in figures)
    return [(mark, _attributes(mark, named, said, righted)) for mark in found]


def _says(toponym: Toponym, resolution: object) -> str:
    place, score, reason = (getattr(resolution, field) for field in ("place", "score", "reason"))
    if place is None:
        return f"{toponym.kind}: {reason}"
    use = "" if toponym.kind == "literal" else f" ({toponym.kind})"
    return f"{place.name}{use}: {words.kind_of(place)}; {score:.0%} sure"


def _attributes(
    mark: Mark,
    named: dict[int, tuple[Toponym, str | None, str, float]],
    figures: Sequence[tuple[int, str]],
    righted: Collection[int],
) -> str:
    if mark.what == "figure":
        at = bisect_left(figures, mark.start, key=itemgetter(0))
        # A mark without a number goes on with the figure before it, behind a name.
        return figures[at if at < len(figures) and figures[at][0] < mark.end else at - 1][1]
    _, place, label, confidence = named[mark.start]
    kind = "gn-here" if mark.what == "place" else "gn-place" if place else "gn-name"
    kind += " gn-righted" if mark.start in righted else ""
    doubt = words.doubt(confidence) if place and mark.start not in righted else ""
    press = (selects(place) if place else "") + (f' data-how="{doubt}"' if doubt else "")
    return f'class="{kind}" title="{escape(words.clipped(label))}"{press}'


def _counted(figure: Figure, row: ArticleRow, parsed: ParsedArticle) -> str:
    """Return the attributes of a figure's mark, which opens its claim."""
    passage = passage_at(parsed.passages, figure.start)
    stated = Passage(figure.start, figure.end) if passage is None else parsed.passages[passage]
    fate = amounts.fate(figure, parsed.article.text[stated.start : stated.end], figure.quote)
    said = amounts.facts(figure)
    about = (amounts.says(figure), fate, whose(figure.owner), said, words.when(figure.date, row.day))
    label = words.clipped(" · ".join(filter(None, about)))
    return states(stated_at(row.key, stated.start, figure.quote), label, figure.status)


def _target(passages: Sequence[Passage], at: int | None) -> tuple[int, int]:
    """Return the span of the passage at an offset, or an empty one."""
    found = None if at is None else passage_at(passages, at)
    return (0, 0) if found is None else (passages[found].start, passages[found].end)


def _body(text: str, marks: Sequence[tuple[Mark, str]], target: tuple[int, int], found: Spans) -> str:
    """Return the text in pieces: marked ones, and those of the passage to show, which lies behind its marks.

    In all of them the words that were ``found`` by the search stand out.
    """
    parts: list[str] = []
    edges = sorted({0, len(text), *target} | {edge for mark, _ in marks for edge in (mark.start, mark.end)})
    starts = [first for first, _ in found]
    attributes = {mark.start: (mark.end, said) for mark, said in marks}
    inside, said = 0, ""
    revealed = False
    for start, end in itertools.pairwise(edges):
        near = found[max(bisect(starts, start) - 1, 0) : bisect_left(starts, end)]
        piece = lit(text, near, start, end).replace("\n", "<br>")
        if start in attributes:
            inside, said = attributes[start]
        if start < inside:
            piece = f"<mark {said}>{piece}</mark>"
        if target[0] <= start < target[1]:
            piece = f'<span class="gn-target"{"" if revealed else " data-reveal"}>{piece}</span>'
            revealed = True
        parts.append(piece)
    return "".join(parts)
