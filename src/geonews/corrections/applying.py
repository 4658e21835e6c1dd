"""From a parse and corrections to the parse as people put it right. No correction is ever an error."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import replace
from typing import Literal

from geonews.gazetteer import fold
from geonews.models import (
    Candidate,
    Correction,
    Figure,
    Link,
    Movement,
    NameForm,
    ParsedArticle,
    Resolution,
    Toponym,
)

Scope = Literal["mention", "article", "corpus"]
"""How far a correction reaches: one mention, a name in an article, a name everywhere."""
ACCEPTED = "accepted by hand"
CHOSEN = "chosen by hand"
REJECTED = "rejected by hand: not a place"


def scope(correction: Correction) -> Scope:
    """Return how far a correction reaches."""
    if correction.article is None:
        return "corpus"
    return "article" if correction.start is None else "mention"


def target(correction: Correction) -> Hashable:
    """Return what a correction is about; of several about the same the newest holds."""
    figure = correction.what == "wrong figure"
    words = fold(correction.text) if correction.start is None else correction.text
    return figure, _owner(correction.article), correction.start, correction.end, words


def of_toponyms(parsed: ParsedArticle, corrections: Sequence[Correction]) -> list[int | None]:
    """Return for each toponym the index of the correction that speaks for it.

    One about the mention goes before one about the name in the article, and that before one about the name everywhere.
    A correction of a mention holds only where the toponym has its very span and words.
    """
    held = _holding(parsed, corrections)
    figure, own, everywhere = False, _owner(parsed.article.id), _owner(None)
    found = []
    for each in parsed.toponyms:
        keys = (
            (figure, own, each.start, each.end, each.text),
            (figure, own, None, None, fold(each.text)),
            (figure, everywhere, None, None, fold(each.text)),
        )
        found.append(next((held[key] for key in keys if key in held), None))
    return found


def of_figures(parsed: ParsedArticle, corrections: Sequence[Correction]) -> list[int | None]:
    """Return for each figure the index of the correction that calls it wrong, or the figure that it only converts."""
    held = _holding(parsed, corrections)
    own = _owner(parsed.article.id)
    direct = [held.get((True, own, each.start, each.end, each.text)) for each in parsed.figures]
    return [
        at if at is not None or figure.same_as is None else _at(direct, figure.same_as)
        for at, figure in zip(direct, parsed.figures, strict=True)
    ]


def judged(toponym: Toponym, resolution: Resolution, correction: Correction) -> tuple[Toponym, Resolution]:
    """Return a toponym and its place as the correction has them; what else was weighed stays on offer."""
    if correction.what == "no place" or correction.place is None:
        others = tuple(replace(each, score=0.0) for each in resolution.candidates)
        return replace(toponym, name_score=0.0), Resolution(None, 0.0, REJECTED, others)
    place = correction.place
    accepted = resolution.place is not None and resolution.place.id == place.id
    form: NameForm = next((each.form for each in resolution.candidates if each.place.id == place.id), "name")
    others = tuple(replace(each, score=0.0) for each in resolution.candidates if each.place.id != place.id)
    weighed = (Candidate(place, form, 1.0), *others)
    return replace(toponym, name_score=1.0), Resolution(place, 1.0, ACCEPTED if accepted else CHOSEN, weighed)


def corrected(parsed: ParsedArticle, corrections: Sequence[Correction]) -> ParsedArticle:
    """Return the parse as corrected: wrong figures are gone, and so is what tied a figure to words that name no place.

    The order of ``corrections`` counts only between those made at the same moment: the later one holds.
    """
    held = [None if at is None else corrections[at] for at in of_toponyms(parsed, corrections)]
    wrong = {at for at, found in enumerate(of_figures(parsed, corrections)) if found is not None}
    pairs = [
        (toponym, resolution) if by is None else judged(toponym, resolution, by)
        for toponym, resolution, by in zip(parsed.toponyms, parsed.resolutions, held, strict=True)
    ]
    nowhere = {at for at, by in enumerate(held) if by is not None and by.what == "no place"}
    now = {at: number for number, at in enumerate(each for each in range(len(parsed.figures)) if each not in wrong)}
    return replace(
        parsed,
        toponyms=tuple(toponym for toponym, _ in pairs),
        resolutions=tuple(resolution for _, resolution in pairs),
        figures=tuple(_figure(figure, now) for at, figure in enumerate(parsed.figures) if at in now),
        links=tuple(_link(each, now) for each in parsed.links if each.figure in now and each.toponym not in nowhere),
        movements=tuple(
            _movement(each, now)
            for each in parsed.movements
            if each.figure in now and nowhere.isdisjoint({each.origin, each.destination})
        ),
    )


def _holding(parsed: ParsedArticle, corrections: Sequence[Correction]) -> dict[Hashable, int]:
    """Return the index of the newest correction about each target in reach of the article."""
    reach = {_owner(parsed.article.id), _owner(None)}
    ordered = sorted(range(len(corrections)), key=lambda at: corrections[at].made)
    return {target(corrections[at]): at for at in ordered if _owner(corrections[at].article) in reach}


def _owner(article: str | int | None) -> tuple[str, str | int | None]:
    """Return whose a correction is; the ids 7 and "7" are two."""
    return type(article).__name__, article


def _at(values: Sequence[int | None], index: int) -> int | None:
    return values[index] if 0 <= index < len(values) else None


def _figure(figure: Figure, now: dict[int, int]) -> Figure:
    return replace(figure, same_as=None if figure.same_as is None else now.get(figure.same_as))


def _link(link: Link, now: dict[int, int]) -> Link:
    return replace(link, figure=now[link.figure])


def _movement(movement: Movement, now: dict[int, int]) -> Movement:
    return replace(movement, figure=now[movement.figure])
