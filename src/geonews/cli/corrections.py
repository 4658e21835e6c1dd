"""``geonews corrections``: what was put right by hand, listed, undone, taken along and taken in."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from geonews.cli import options
from geonews.cli.corpus import existing_store
from geonews.cli.messages import printable, say
from geonews.errors import ExportError
from geonews.settings import Settings

if TYPE_CHECKING:
    from geonews.models import Correction
    from geonews.store import KeptCorrection

app = typer.Typer(help="What was put right by hand: list it, undo it, take it along.", no_args_is_help=True)


@app.command("list")
def list_corrections(*, store: options.StorePath = None) -> None:
    """List the corrections, the latest first: number, state, mentions, when, where, what, separated by tabs."""
    with existing_store(store) as corpus:
        for each in corpus.ledger.history():
            typer.echo("\t".join(map(printable, _cells(each))))


@app.command()
def undo(
    numbers: Annotated[
        list[int] | None, typer.Argument(metavar="NUMBER...", help="As `list` shows them.", show_default="the latest")
    ] = None,
    *,
    store: options.StorePath = None,
) -> None:
    """Take corrections back; without a number the latest one, with all that the same press has made."""
    from geonews.claims import Copyist  # noqa: PLC0415 - keeps --help fast

    with existing_store(store) as corpus:
        copyist = Copyist()
        if not numbers:
            latest = [each.number for each in corpus.ledger.history(1)]
            pressed = [found for number in latest for found in corpus.ledger.undo_press(number, copyist=copyist)]
            for each in pressed:
                say(f"undone: {_says(each)}, {_where(each)}")
            if not pressed:
                say("there is nothing to undo")
            return
        undone = {number: corpus.ledger.undo(number, copyist=copyist) for number in numbers}
    for number, found in undone.items():
        say(f"{number}: no such correction" if found is None else f"undone {number}: {_says(found)}")
    raise typer.Exit(1 if None in undone.values() else 0)


@app.command("export")
def export_corrections(
    *,
    out: Annotated[
        Path | None, typer.Option(help="The file to write.", metavar="FILE", show_default="standard output")
    ] = None,
    store: options.StorePath = None,
) -> None:
    """Write all corrections as JSON Lines, in the order they were made."""
    from geonews.corrections import line  # noqa: PLC0415

    with existing_store(store) as corpus:
        lines = [line(each) for each in corpus.ledger.corrections()]
        if out is not None and out.exists() and out.samefile(corpus.path):
            message = f"{out}: that is the corpus store itself"
            raise ExportError(message)
    if out is None:
        sys.stdout.writelines(lines)
    else:
        out.write_text("".join(lines), encoding="utf-8", newline="")
        say(f"{len(lines):,} corrections in {out}")


@app.command("import")
def import_corrections(
    path: Annotated[Path, typer.Argument(metavar="FILE", help="JSON Lines that `export` wrote.", dir_okay=False)],
    *,
    store: options.StorePath = None,
) -> None:
    """Take in corrections; those that are known already change nothing, and of two that disagree the newer holds."""
    from geonews.claims import Copyist  # noqa: PLC0415
    from geonews.corrections import merged, read_lines  # noqa: PLC0415
    from geonews.store import Store  # noqa: PLC0415

    # a byte that is no UTF-8 becomes what no correction may hold, so that its line alone is refused
    try:
        lines = path.read_bytes().decode("utf-8", "surrogateescape").split("\n")
    except OSError as error:
        say(f"{path}: cannot be read ({error.strerror})")
        raise typer.Exit(1) from error
    with Store.open(store or Settings().store) as corpus:
        merge = merged(corpus.ledger.corrections(), read_lines(lines))
        corpus.ledger.add(merge.new, copyist=Copyist())
    for number, what in sorted((*merge.conflicts, *merge.faults)):
        say(f"{path}, line {number}: {what}")
    say(
        f"{len(merge.new):,} taken in, {merge.known:,} known already, {len(merge.conflicts):,} disagree with what is"
        f" here, {len(merge.faults):,} unreadable"
    )
    raise typer.Exit(1 if merge.faults else 0)


def _cells(each: KeptCorrection) -> tuple[str, ...]:
    correction = each.correction
    return (
        str(each.number),
        each.state,
        str(each.mentions),
        correction.made or "-",
        _where(correction),
        _says(correction),
        each.why or correction.note,
    )


def _where(correction: Correction) -> str:
    if correction.article is None:
        return "everywhere"
    return str(correction.article) if correction.start is None else f"{correction.article}@{correction.start}"


def _says(correction: Correction) -> str:
    from geonews.corrections import decision  # noqa: PLC0415

    return f"{correction.text!r} {decision(correction)}"
