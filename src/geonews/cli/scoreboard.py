"""What was measured, as tables for people."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich.console import Console
from rich.table import Table

from geonews.cli.messages import printable
from geonews.evaluation import Report, Score, Share
from geonews.evaluation.calibration import Calibration
from geonews.evaluation.placement import Placement
from geonews.evaluation.worst import Errors

Row = tuple[str, ...]


def show(corpus: str, reports: Mapping[str, Report]) -> None:
    """Write one corpus's numbers, a column for each resolver; details are those of the first."""
    console = Console(highlight=False, markup=False)
    names = list(reports)
    numbers = [_numbers(one) for one in reports.values()]
    rows = [(line[0][0], *(value for _, value in line)) for line in zip(*numbers, strict=True)]
    first = reports[names[0]]
    _table(console, f"{corpus}: {first.speed.documents} documents", ["", *names], rows)
    _table(console, "by kind of toponym, as annotated", ["", "found", "so read", "placed", "end to end"], _kinds(first))
    _confidence(console, first.confidence_whole)
    _errors(console, first.errors)


def _numbers(one: Report) -> list[tuple[str, str]]:
    names, speed = one.recognition, one.speed
    without = "" if names.demonyms_annotated else " (found demonyms dropped: none annotated)"
    rows = [
        (f"names, exact: P / R / F1{without}", _score(names.exact)),
        ("names, overlapping", _score(names.overlapping)),
        ("names without demonyms, exact", _score(names.exact_without_demonyms)),
        ("names without demonyms, overlapping", _score(names.overlapping_without_demonyms)),
        *((f"given the spans, {what}", value) for what, value in _placement(one.given)),
        ("  the most that the candidates allow", _share(one.ceiling)),
        *((f"end to end, {what}", value) for what, value in _placement(one.whole)),
        ("  the same, overlapping spans", _share(one.whole_overlapping.near)),
        ("calibration error (ECE), given the spans", f"{one.confidence_given.ece:.3f}"),
        ("calibration error (ECE), end to end", f"{one.confidence_whole.ece:.3f}"),
    ]
    if one.metonymy:
        rows.append(("literal or metonymic, accuracy given the spans", _share(one.metonymy.accuracy)))
        rows.append(("  always the more frequent", f"{one.metonymy.most_frequent:.3f}"))
        rows.append(("  metonymic: P / R / F1", _score(one.metonymy.metonymic)))
    rows.append(("documents a second", f"{speed.documents_per_second:.1f}"))
    rows.append(("words a second", f"{speed.words_per_second:,.0f}"))
    return rows


def _placement(one: Placement) -> list[tuple[str, str]]:
    return [
        ("within 161 km, of all with coordinates", _share(one.near)),
        ("annotated GeoNames id", _share(one.same_id)),
        ("countries by ISO code", _share(one.countries)),
        ("not found / found without a place", f"{one.missed} / {one.unplaced}"),
        ("mean / median km of those placed", f"{one.mean_km:.0f} / {one.median_km:.1f}"),
        ("AUC of the log error (0 is best)", f"{one.auc:.3f}"),
    ]


def _kinds(one: Report) -> list[Row]:
    return [
        (
            kind,
            _share(of.found),
            _share(of.taken_for_it) if kind != "unlabelled" else "",
            _share(of.given),
            _share(of.whole),
        )
        for kind, of in one.kinds.items()
    ]


def _confidence(console: Console, one: Calibration) -> None:
    filled = [bin_ for bin_ in one.reliability if bin_.answers]
    rows = [(f"{b.low:.1f} to {b.high:.1f}", str(b.answers), f"{b.score:.3f}", f"{b.right:.3f}") for b in filled]
    _table(console, "reliability, end to end", ["score", "answers", "mean score", "right"], rows)
    kept = [(f"{k.floor:.2f}", f"{k.share:.3f}", f"{k.right:.3f}") for k in one.keep]
    _table(console, "keep what scores at least", ["score", "share kept", "right"], kept)


def _errors(console: Console, errors: Errors) -> None:
    for title, found in (("missed", errors.missed), ("no place name, but found", errors.false)):
        rows = [(str(one.times), printable(one.text), printable(one.document)) for one in found]
        _table(console, title, ["times", "written", "first in"], rows)
    placed = [
        (
            str(one.times),
            printable(one.text),
            printable(one.document),
            f"{one.km:.0f}" if one.chosen else "",
            f"{one.wanted[0]:.2f} {one.wanted[1]:.2f}",
            printable(one.chosen or "no place"),
            f"{one.score:.2f}",
        )
        for one in errors.misplaced
    ]
    titles = ["times", "written", "in", "km", "annotated", "chosen", "score"]
    _table(console, "wrong place, given the spans", titles, placed)


def _table(console: Console, title: str, titles: Sequence[str], rows: Sequence[Row]) -> None:
    if not rows:
        return
    table = Table(title=title, title_justify="left", box=None, pad_edge=False)
    for at, name in enumerate(titles):
        table.add_column(name, justify="left" if at == 0 else "right", overflow="fold")
    for row in rows:
        table.add_row(*row)
    console.print(table)
    console.print()


def _score(one: Score) -> str:
    return f"{one.precision:.3f} / {one.recall:.3f} / {one.f1:.3f}"


def _share(one: Share) -> str:
    return f"{one.share:.3f} of {one.of}"
