"""What the command line says on stderr, and how article text is made safe for a terminal."""

from __future__ import annotations

import typer


def printable(text: str) -> str:
    """Replace what a terminal would act on (escape sequences, bidirectional overrides) by a visible mark."""
    if text.isprintable():
        return text
    return "".join(char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in text)


def say(message: str) -> None:
    """Write one line to stderr."""
    typer.echo(f"geonews: {printable(message)}", err=True)
