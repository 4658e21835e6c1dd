"""Held-out reports as the Markdown tables that the README shows."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from geonews.evaluation import Report, Score, Share
from geonews.evaluation.calibration import Calibration


def markdown(reports: Mapping[str, Report]) -> str:
    """Return the tables: one column a corpus that was kept out, then confidence over all ("all")."""
    names = [name for name in reports if name != "all"]
    rows = [[title, *(value(reports[name]) for name in names)] for title, value in _ROWS]
    confidence = reports["all"].confidence_whole
    return "\n".join([*_table(["held out", *names], rows), "", *_reliability(confidence), "", *_keep(confidence)])


def _score(score: Score) -> str:
    return " / ".join(_decimal(number) for number in (score.precision, score.recall, score.f1))


def _share(share: Share) -> str:
    return _decimal(share.share)


def _decimal(number: float) -> str:
    return f"{number:.3f}".removeprefix("0") if number < 1 else "1"


_ROWS: tuple[tuple[str, Callable[[Report], str]], ...] = (
    ("place names found, exact span: P / R / F1", lambda one: _score(one.recognition.exact)),
    ("the same, overlapping span", lambda one: _score(one.recognition.overlapping)),
    ("the same without demonyms, exact span", lambda one: _score(one.recognition.exact_without_demonyms)),
    ("right place within 161 km, given the span", lambda one: _share(one.given.near)),
    ("the same, first candidate by kind and population", lambda one: _share(one.first)),
    ("the most that the gazetteer's candidates allow", lambda one: _share(one.ceiling)),
    ("right GeoNames id, given the span", lambda one: _share(one.given.same_id)),
    ("countries by ISO code, given the span", lambda one: _share(one.given.countries)),
    ("mean / median error in km, given the span", lambda one: f"{one.given.mean_km:.0f} / {one.given.median_km:.1f}"),
    ("AUC of the log error, given the span (0 is best)", lambda one: _decimal(one.given.auc)),
    ("end to end: right place within 161 km, of all annotated", lambda one: _share(one.whole.near)),
    ("the same, overlapping span", lambda one: _share(one.whole_overlapping.near)),
    ("calibration error (ECE), end to end", lambda one: _decimal(one.confidence_whole.ece)),
    ("calibration error (ECE), given the span", lambda one: _decimal(one.confidence_given.ece)),
)


def _reliability(one: Calibration) -> Iterator[str]:
    head = ["score", "answers", "mean score", "right"]
    yield from _table(
        head,
        [
            [f"{b.low:.1f} to {b.high:.1f}", str(b.answers), _decimal(b.score), _decimal(b.right)]
            for b in one.reliability
            if b.answers
        ],
    )


def _keep(one: Calibration) -> Iterator[str]:
    rows = [[f"{k.floor:.2f}", _decimal(k.share), _decimal(k.right)] for k in one.keep]
    yield from _table(["keep score >=", "share kept", "right"], rows)


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    for row in (head, ["---"] * len(head), *rows):
        yield f"| {' | '.join(row)} |"
