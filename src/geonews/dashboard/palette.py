"""The page's few colours: greys, one accent for what is selected, one for figures. Safe for colour-blind readers."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours as ``#rrggbb``; a light and a dark set."""

    sea: str
    land: str
    named: str
    """A country that the shown articles name."""
    coast: str
    border: str
    ink: str
    """Markers and their labels."""
    quiet: str
    """Labels of areas."""
    paper: str
    """Halos and the inside of hollow markers."""
    accent: str


LIGHT = Palette(
    sea="#dde5ea",
    land="#f8f8f6",
    named="#e6e0d2",
    coast="#b9c3ca",
    border="#b3b9be",
    ink="#39444e",
    quiet="#5a6670",
    paper="#ffffff",
    accent="#0b63b6",
)
DARK = Palette(
    sea="#10161b",
    land="#20272d",
    named="#303a42",
    coast="#3b4750",
    border="#55616b",
    ink="#c4ced6",
    quiet="#9fabb5",
    paper="#14181c",
    accent="#6db3f8",
)


def rgb(colour: str) -> list[int]:
    """Return ``#rrggbb`` as three numbers from 0 to 255."""
    return [int(colour[at : at + 2], 16) for at in (1, 3, 5)]
