"""The command line: parses arguments, then calls plain functions. Heavy rooms are imported inside commands.

Exit codes: 0 all well; 1 something failed; 2 the call itself is wrong; 3 all was read, but an article names
no place, or nothing passes an export's filters.
"""

from __future__ import annotations

import sys

import typer

from geonews.cli import claims, corpus, corrections, dashboard, evaluate, export, gazetteer, geoparse
from geonews.cli.messages import say
from geonews.errors import GeonewsError

app = typer.Typer(
    name="geonews",
    help="Read news articles, find the places and the figures of force that they name, and show them on a map.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
app.command("geoparse")(geoparse.geoparse)
app.command("add")(corpus.add)
app.command("list")(corpus.list_articles)
app.command("remove")(corpus.remove)
app.command("claims")(claims.claims)
app.command("export")(export.export)
app.command("dashboard")(dashboard.dashboard)
app.command("evaluate")(evaluate.evaluate)
app.add_typer(corrections.app, name="corrections")
app.add_typer(gazetteer.app, name="gazetteer")


def main() -> None:
    """Run the command line; an expected error is one line on stderr and exit code 1."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="")
    try:
        app()
    except (GeonewsError, OSError) as error:
        say(str(error))
        sys.exit(1)
