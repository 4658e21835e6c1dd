"""What each mention was taken for: scores per kind of toponym, and metonymy, where the corpus labels it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from geonews.evaluation.counts import Score, Share
from geonews.evaluation.placement import Answer

READ = ("literal", "metonymic", "demonym", "associative", "")


@dataclass(frozen=True, slots=True)
class Mention:
    """One annotated name, and what was made of it."""

    reading: str
    """As annotated, by the table of labels; "" where the corpus has no label."""
    given: str
    """The kind that it was taken for when its span was given."""
    found: str | None
    """The kind that it was taken for from raw text; ``None`` where it was not found."""
    placed: Answer | None
    """With its span given; ``None`` where the annotation has no coordinates, as in ``whole``."""
    whole: Answer | None
    """From raw text."""


@dataclass(frozen=True, slots=True)
class OfKind:
    """The annotated names of one kind."""

    found: Share
    taken_for_it: Share
    """Taken for that kind when the span was given."""
    given: Share
    """Placed within 161 km when the span was given, of those with coordinates."""
    whole: Share
    """The same from raw text."""


@dataclass(frozen=True, slots=True)
class Metonymy:
    """Literal against metonymic, with the spans given: Markert and Nissim 2009 score the same by accuracy."""

    accuracy: Share
    metonymic: Score
    most_frequent: float
    """Accuracy of always giving the more frequent answer."""
    whole: Share
    """Accuracy from raw text; a name that was not found counts as wrong."""


def by_kind(mentions: Sequence[Mention]) -> dict[str, OfKind]:
    """Score each annotated kind by itself; names without a label go by "unlabelled"."""
    parts = {reading: [one for one in mentions if one.reading == reading] for reading in READ}
    return {reading or "unlabelled": _of_kind(part) for reading, part in parts.items() if part}


def metonymy(mentions: Sequence[Mention]) -> Metonymy | None:
    """Score literal against metonymic; ``None`` where a corpus does not label both."""
    told = [one for one in mentions if one.reading in {"literal", "metonymic"}]
    truth = [one.reading == "metonymic" for one in told]
    if len(set(truth)) != 2:  # noqa: PLR2004 - both readings
        return None
    said = [one.given == "metonymic" for one in told]
    whole = [
        one.found is not None and (one.found == "metonymic") == is_it for one, is_it in zip(told, truth, strict=True)
    ]
    both = sum(a and b for a, b in zip(said, truth, strict=True))
    return Metonymy(
        accuracy=Share(sum(a == b for a, b in zip(said, truth, strict=True)), len(told)),
        metonymic=Score(both, sum(said), sum(truth)),
        most_frequent=max(sum(truth), len(truth) - sum(truth)) / len(truth),
        whole=Share(sum(whole), len(told)),
    )


def _of_kind(part: Sequence[Mention]) -> OfKind:
    given = [one.placed for one in part if one.placed]
    whole = [one.whole for one in part if one.whole]
    return OfKind(
        found=Share(sum(one.found is not None for one in part), len(part)),
        taken_for_it=Share(sum(one.given == one.reading for one in part), len(part)),
        given=Share(sum(one.right for one in given), len(given)),
        whole=Share(sum(one.right for one in whole), len(whole)),
    )
