"""What was measured, as tables for people."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from rich.console import Console
from rich.table import Table

from geonews.cli.messages import printable
from geonews.evaluation import Report, Score, Share
from geonews.evaluation.calibration import Calibration
from geonews.evaluation.figures import FigureReport
from geonews.evaluation.placement import Placement
from geonews.evaluation.worst import Errors, Misplaced

Row = tuple[str, ...]


def show(tables: Iterable[Table]) -> None:
    """Write tables to standard output."""
    console = Console(highlight=False, markup=False, emoji=False)
    for table in tables:
        if table.row_count:
            console.print(table)
            console.print()


def places(corpus: str, reports: Mapping[str, Report]) -> Iterator[Table]:
    """Yield one corpus's tables: numbers with a column for each resolver, details for the first."""
    names, first = list(reports), next(iter(reports.values()))
    numbers = [_numbers(one) for one in reports.values()]
    yield _table(f"{printable(corpus)}: {first.speed.documents} documents", ["", *names], _side_by_side(numbers))
    yield _table("by kind of toponym, as annotated", ["", "found", "so read", "placed", "end to end"], _kinds(first))
    yield from _confidence(first.confidence_whole)
    yield from _errors(first.errors)


def figures(corpus: str, reports: Mapping[str, Mapping[str, FigureReport]], errors: int) -> Iterator[Table]:
    """Yield one corpus's tables: a column for each resolver and part; roles, statuses and errors of the first."""
    columns = {
        f"{resolver}, {part}" if len(reports) > 1 else part: one
        for resolver, parts in reports.items()
        for part, one in parts.items()
    }
    first = next(iter(columns.values()))
    numbers = [_figure_numbers(one) for one in columns.values()]
    yield _table(f"{printable(corpus)}: {first.texts} texts", ["", *columns], _side_by_side(numbers))
    yield _table("links by role", ["", "P / R / F1"], [(name, _score(one)) for name, one in first.links.roles.items()])
    yield _table("status", ["", "P / R / F1"], [(name, _score(one)) for name, one in first.statuses.each.items()])
    wrong = [
        (one.what, *map(printable, (one.document, one.text, one.wanted, one.got))) for one in first.errors[:errors]
    ]
    yield _table(f"errors ({len(first.errors)} in all)", ["what", "in", "written", "annotated", "read"], wrong)


def _side_by_side(columns: Sequence[Sequence[tuple[str, str]]]) -> list[Row]:
    rows: dict[str, list[str]] = {title: [] for column in columns for title, _ in column}
    for column in map(dict, columns):
        for title, values in rows.items():
            values.append(column.get(title, ""))
    return [(title, *values) for title, values in rows.items()]


def _numbers(one: Report) -> list[tuple[str, str]]:
    names, speed = one.recognition, one.speed
    without = "" if names.demonyms_annotated else " (found demonyms dropped: none annotated)"
    rows = [
        (f"names, exact: P / R / F1{without}", _score(names.exact)),
        ("  overlapping", _score(names.overlapping)),
        ("  demonyms left out, exact", _score(names.exact_without_demonyms)),
        ("  demonyms left out, overlapping", _score(names.overlapping_without_demonyms)),
        *((f"given the spans, {what}", value) for what, value in _placement(one.given)),
        ("  first by kind and population", _share(one.first)),
        ("  most that candidates allow", _share(one.ceiling)),
        *((f"end to end, {what}", value) for what, value in _placement(one.whole)),
        ("  the same, overlapping spans", _share(one.whole_overlapping.near)),
        ("calibration error, given the spans", f"{one.confidence_given.ece:.3f}"),
        ("calibration error (ECE), end to end", f"{one.confidence_whole.ece:.3f}"),
    ]
    if one.metonymy:
        rows.append(("literal or metonymic, accuracy", _share(one.metonymy.accuracy)))
        rows.append(("  always the more frequent", f"{one.metonymy.most_frequent:.3f}"))
        rows.append(("  metonymic: P / R / F1", _score(one.metonymy.metonymic)))
    rows.append(("documents a second", f"{speed.documents_per_second:.1f}"))
    rows.append(("words a second", f"{speed.words_per_second:,.0f}"))
    return rows


def _placement(one: Placement) -> list[tuple[str, str]]:
    return [
        ("within 161 km", _share(one.near)),
        ("same GeoNames id", _share(one.same_id)),
        ("countries by code", _share(one.countries)),
        ("missed / no place", f"{one.missed} / {one.unplaced}"),
        ("mean / median km", f"{one.mean_km:.0f} / {one.median_km:.1f}"),
        ("AUC of log error", f"{one.auc:.3f}"),
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


def _confidence(one: Calibration) -> Iterator[Table]:
    filled = [bin_ for bin_ in one.reliability if bin_.answers]
    rows = [(f"{b.low:.1f} to {b.high:.1f}", str(b.answers), f"{b.score:.3f}", f"{b.right:.3f}") for b in filled]
    yield _table("reliability, end to end", ["score", "answers", "mean score", "right"], rows)
    kept = [(f"{k.floor:.2f}", f"{k.share:.3f}", f"{k.right:.3f}") for k in one.keep]
    yield _table("keep what scores at least", ["score", "share kept", "right"], kept)


def _errors(errors: Errors) -> Iterator[Table]:
    for title, found in (("missed", errors.missed), ("no place name, but found", errors.false)):
        rows = [(str(one.times), printable(one.text), printable(one.document)) for one in found]
        yield _table(title, ["times", "written", "first in"], rows)
    titles = ["times", "written", "in", "km", "annotated", "chosen", "score"]
    yield _table("wrong place, given the spans", titles, [_misplaced(one) for one in errors.misplaced])


def _misplaced(one: Misplaced) -> Row:
    return (
        str(one.times),
        printable(one.text),
        printable(one.document),
        f"{one.km:.0f}" if one.chosen else "",
        f"{one.wanted[0]:.2f} {one.wanted[1]:.2f}",
        printable(one.chosen or "no place"),
        f"{one.score:.2f}",
    )


def _figure_numbers(one: FigureReport) -> list[tuple[str, str]]:
    """Return what can be told: a corpus may have nothing but values and bounds."""
    rows = [
        (True, "number words, exact span: P / R / F1", _score(one.span)),
        (True, "right value and bound", _score(one.value)),
        (one.kind.of, "kind, of those", _share(one.kind)),
        (one.approximate.of, "approximate or not", _share(one.approximate)),
        (one.owner.of, "owner or none", _share(one.owner)),
        (one.owner.of, "  where there is one: P / R / F1", _score(one.named_owner)),
        (one.status.of, "status", _share(one.status)),
        (one.status.of, "  mean F1 / mean recall over statuses", _means(one)),
        (one.links.link.gold, "link: P / R / F1", _score(one.links.link)),
        (one.links.link.gold, "link with its role: P / R / F1", _score(one.links.with_role)),
        (one.links.link.gold, "  places that were found at all", _share(one.links.named)),
    ]
    return [(title, value) for annotated, title, value in rows if annotated]


def _means(one: FigureReport) -> str:
    return f"{one.statuses.macro_f1:.3f} / {one.statuses.macro_recall:.3f}"


def _table(title: str, titles: Sequence[str], rows: Sequence[Row]) -> Table:
    table = Table(title=title, title_justify="left", box=None, pad_edge=False)
    for at, name in enumerate(titles):
        table.add_column(name, justify="left" if at == 0 else "right", overflow="fold")
    for row in rows:
        table.add_row(*row)
    return table


def _score(one: Score) -> str:
    return f"{one.precision:.3f} / {one.recall:.3f} / {one.f1:.3f}"


def _share(one: Share) -> str:
    return f"{one.share:.3f} of {one.of}"
