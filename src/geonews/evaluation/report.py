"""All that is measured of one corpus, and how it is put together."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields, is_dataclass

from geonews.evaluation.calibration import Calibration, Judged, calibration
from geonews.evaluation.ceiling import reachable
from geonews.evaluation.corpora import Annotated, Gold
from geonews.evaluation.counts import Score, Share
from geonews.evaluation.kinds import Mention, Metonymy, OfKind, by_kind, metonymy
from geonews.evaluation.placement import Answer, Placement, answers, is_right, placement
from geonews.evaluation.recognition import Recognition, Spans, recognition, spans
from geonews.evaluation.worst import Errors, misplaced, misread
from geonews.gazetteer import Gazetteer
from geonews.models import ParsedArticle, Place

_DERIVED: dict[type, tuple[str, ...]] = {Score: ("precision", "recall", "f1"), Share: ("share",)}


@dataclass(frozen=True, slots=True)
class Read:
    """One annotated document and how it was read."""

    truth: Annotated
    parsed: ParsedArticle
    """From raw text."""
    placed: ParsedArticle
    """With the spans of ``truth.wanted()`` given: one toponym each, in that order."""
    candidates: tuple[tuple[Place, ...], ...]
    """The gazetteer's places for each of them."""
    seconds: float = 0.0
    """What reading the raw text took."""


@dataclass(frozen=True, slots=True)
class Speed:
    """Raw text to parse, loading left out."""

    documents: int
    words: int
    """Separated by white space."""
    seconds: float
    documents_per_second: float
    words_per_second: float


@dataclass(frozen=True, slots=True)
class Report:
    """How a corpus was read."""

    recognition: Recognition
    given: Placement
    """Resolution with the annotated spans given."""
    whole: Placement
    """From raw text, exact spans."""
    whole_overlapping: Placement
    """The same where the found span need only overlap the annotated one."""
    first: Share
    """The gazetteer's first candidate, by kind and population: the baseline for ``given``."""
    ceiling: Share
    """The most that choosing among the gazetteer's candidates can reach."""
    kinds: dict[str, OfKind]
    metonymy: Metonymy | None
    confidence_given: Calibration
    confidence_whole: Calibration
    """Of the places of names that were rightly found."""
    speed: Speed
    errors: Errors


def report(documents: Sequence[Read], gazetteer: Gazetteer, *, errors: int = 0) -> Report:
    """Score how a corpus was read, and list up to ``errors`` errors of each sort."""
    given = [answers(one.truth, one.placed, gazetteer) for one in documents]
    whole = [answers(one.truth, one.parsed, gazetteer) for one in documents]
    near = [answers(one.truth, one.parsed, gazetteer, exact=False) for one in documents]
    marked = [spans(one.truth, one.parsed, one.placed) for one in documents]
    told = [mention for one in zip(documents, given, whole, strict=True) for mention in _mentions(*one)]
    recognised = recognition(marked)
    return Report(
        recognition=recognised,
        given=placement(_flat(given)),
        whole=placement(_flat(whole)),
        whole_overlapping=placement(_flat(near)),
        first=_share(documents, lambda gold, found: bool(found) and is_right(found[0], gold)),
        ceiling=_share(documents, lambda gold, found: reachable(gold, found, gazetteer)),
        kinds=by_kind(told),
        metonymy=metonymy(told),
        confidence_given=calibration(_judged(_flat(given))),
        confidence_whole=calibration(_judged(_flat(whole))),
        speed=_speed(documents),
        errors=_errors(documents, marked, given, errors, demonyms=recognised.demonyms_annotated),
    )


def plain(value: object) -> object:
    """Return a report as JSON's own types; a score carries its precision, recall and F1, a share its quotient."""
    if isinstance(value, dict):
        return {str(key): plain(one) for key, one in value.items()}
    if isinstance(value, tuple | list):
        return [plain(one) for one in value]
    if isinstance(value, float):
        return round(value, 4)
    if not is_dataclass(value):
        return value
    whole = {one.name: plain(getattr(value, one.name)) for one in fields(value)}
    return whole | {name: plain(getattr(value, name)) for name in _DERIVED.get(type(value), ())}


def _flat(parts: Sequence[Sequence[Answer]]) -> list[Answer]:
    return [one for part in parts for one in part]


def _judged(given: Sequence[Answer]) -> list[Judged]:
    return [(one.resolution.score, one.right) for one in given if one.resolution and one.resolution.place]


def _mentions(one: Read, given: Sequence[Answer], whole: Sequence[Answer]) -> list[Mention]:
    found = {(t.start, t.end): t.kind for t in one.parsed.toponyms}
    placed = {answer.gold.span: answer for answer in given}
    end = {answer.gold.span: answer for answer in whole}
    pairs: list[tuple[Gold, str]] = [
        (gold, toponym.kind) for gold, toponym in zip(one.truth.wanted(), one.placed.toponyms, strict=True)
    ]
    return [
        Mention(gold.reading, kind, found.get(gold.span), placed.get(gold.span), end.get(gold.span))
        for gold, kind in pairs
    ]


def _share(documents: Sequence[Read], right: Callable[[Gold, Sequence[Place]], bool]) -> Share:
    """Count the names with coordinates for whose candidates ``right`` holds."""
    judged = [
        right(gold, found)
        for one in documents
        for gold, found in zip(one.truth.wanted(), one.candidates, strict=True)
        if gold.lat is not None
    ]
    return Share(sum(judged), len(judged))


def _speed(documents: Sequence[Read]) -> Speed:
    words = sum(len(one.truth.article.text.split()) for one in documents)
    seconds = sum(one.seconds for one in documents)
    rate = 1.0 / seconds if seconds else 0.0
    return Speed(len(documents), words, seconds, len(documents) * rate, words * rate)


def _errors(
    documents: Sequence[Read],
    marked: Sequence[Spans],
    given: Sequence[Sequence[Answer]],
    limit: int,
    *,
    demonyms: bool,
) -> Errors:
    named = [(str(one.truth.article.id), one.truth.article.text) for one in documents]
    compared = marked if demonyms else [one.of_names_alone() for one in marked]
    return Errors(
        misread(((*name, one.gold - one.found) for name, one in zip(named, compared, strict=True)), limit),
        misread(((*name, one.found - one.gold) for name, one in zip(named, compared, strict=True)), limit),
        misplaced(((*name, one) for name, one in zip(named, given, strict=True)), limit),
    )
