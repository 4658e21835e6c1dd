"""From a parse and corrections to the parse as people put it right. No correction is ever an error."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import replace
from typing import Literal

from geonews.corrections.adding import GAVE_WAY, Added, added, gives_way, name
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
    A correction of a mention holds where the toponym has its very span and words, or overlaps a name that it adds.
    """
    held = _holding(parsed, corrections)
    giving_way = {at: each.by for each in additions(parsed, corrections) for at in each.covered}
    figure, own, everywhere = False, _owner(parsed.article.id), _owner(None)
    found: list[int | None] = []
    for at, each in enumerate(parsed.toponyms):
        if at in giving_way:
            found.append(giving_way[at])
            continue
        keys = (
            (figure, own, each.start, each.end, each.text),
            (figure, own, None, None, fold(each.text)),
            (figure, everywhere, None, None, fold(each.text)),
        )
        found.append(next((held[key] for key in keys if key in held), None))
    return found


def additions(parsed: ParsedArticle, corrections: Sequence[Correction]) -> list[Added]:
    """Return the names that corrections add to the parse, in the order of the text."""
    return added(parsed, corrections, _holding(parsed, corrections).values())


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
    if gives_way(toponym, correction):
        return replace(toponym, kind="literal"), Resolution(place, 1.0, GAVE_WAY, resolution.candidates)
    accepted = resolution.place is not None and resolution.place.id == place.id
    form: NameForm = next((each.form for each in resolution.candidates if each.place.id == place.id), "name")
    others = tuple(replace(each, score=0.0) for each in resolution.candidates if each.place.id != place.id)
    weighed = (Candidate(place, form, 1.0), *others)
    return replace(toponym, name_score=1.0), Resolution(place, 1.0, ACCEPTED if accepted else CHOSEN, weighed)


def corrected(parsed: ParsedArticle, corrections: Sequence[Correction]) -> ParsedArticle:
    """Return the parse as corrected: wrong figures are gone, and so is what tied a figure to words that name no place.

    Added names stand among the others in the order of the text; those that overlap them are gone. The order of
    ``corrections`` counts only between those made at the same moment: the later one holds.
    """
    held = [None if at is None else corrections[at] for at in of_toponyms(parsed, corrections)]
    new = additions(parsed, corrections)
    wrong = {at for at, found in enumerate(of_figures(parsed, corrections)) if found is not None}
    nowhere = {at for at, by in enumerate(held) if by is not None and by.what == "no place"}
    covering = {at: number for number, each in enumerate(new, len(held)) for at in each.covered}
    judgements = [
        (toponym, resolution) if by is None else judged(toponym, resolution, by)
        for toponym, resolution, by in zip(parsed.toponyms, parsed.resolutions, held, strict=True)
    ] + [name(corrections[each.by]) for each in new]
    shown = [at for at in range(len(judgements)) if at not in covering]
    if new:
        shown.sort(key=lambda at: judgements[at][0].start)
    places = {at: number for number, at in enumerate(shown)}
    places |= {at: places[by] for at, by in covering.items()}
    now = {at: number for number, at in enumerate(each for each in range(len(parsed.figures)) if each not in wrong)}
    return replace(
        parsed,
        toponyms=tuple(judgements[at][0] for at in shown),
        resolutions=tuple(judgements[at][1] for at in shown),
        figures=tuple(_figure(figure, now) for at, figure in enumerate(parsed.figures) if at in now),
        links=_links((each for each in parsed.links if each.toponym not in nowhere), now, places),
        movements=_movements((each for each in parsed.movements if nowhere.isdisjoint(_ends(each))), now, places),
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


def _links(links: Iterable[Link], now: dict[int, int], places: dict[int, int]) -> tuple[Link, ...]:
    """Return the links of figures that are left, with the indexes of now; what several say to one name is said once."""
    found: dict[Hashable, Link] = {}
    for each in links:
        if each.figure in now:
            link = replace(each, figure=now[each.figure], toponym=places[each.toponym])
            found.setdefault((link.figure, link.toponym, link.role), link)
    return tuple(found.values())


def _movements(movements: Iterable[Movement], now: dict[int, int], places: dict[int, int]) -> tuple[Movement, ...]:
    moved = (
        Movement(now[each.figure], *(places[end] for end in _ends(each))) for each in movements if each.figure in now
    )
    return tuple(each for each in moved if each.origin != each.destination)


def _ends(movement: Movement) -> tuple[int, int]:
    return movement.origin, movement.destination
