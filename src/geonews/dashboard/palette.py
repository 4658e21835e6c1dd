"""The page's few colours: greys, one accent for what is selected, one for figures. Safe for colour-blind readers."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours as ``#rrggbb``; a light and a dark set."""

    sea: str
    land: str
    named: tuple[str, str, str]
    """Countries that the shown articles name: seldom, often, most."""
    coast: str
    disputed: str
    ink: str
    """Towns and their labels."""
    site: str
    """Bases, plants, bridges."""
    area: str
    """Countries and regions."""
    water: str
    """Seas, rivers, and their names."""
    quiet: str
    """The basemap's own names."""
    paper: str
    """Halos and the inside of hollow markers."""
    accent: str
    figure: str
    figures: tuple[str, str, str, str]
    """No figures, then a growing share of mentions with one."""
    ages: tuple[str, str, str, str]
    """Undated, then older to newest."""


LIGHT = Palette(
    sea="#dce6ec",
    land="#f7f6f3",
    named=("#efe8d8", "#e7dcc2", "#dccba5"),
    coast="#b4c0c8",
    disputed="#6e655a",
    ink="#26313b",
    site="#8a2f6b",
    area="#624a16",
    water="#2a6a8a",
    quiet="#626d77",
    paper="#ffffff",
    accent="#0b63b6",
    figure="#8f4300",
    figures=("#9aa4ad", "#e0a35c", "#c46a12", "#7f3300"),
    ages=("#9aa4ad", "#a5d8c2", "#2f8a8a", "#0f3f5c"),
)
DARK = Palette(
    sea="#0f161c",
    land="#20272d",
    named=("#2c3230", "#393a31", "#4a4633"),
    coast="#3b4750",
    disputed="#a39c90",
    ink="#d7e0e7",
    site="#e79acb",
    area="#dcbf7c",
    water="#82bfdf",
    quiet="#8792a0",
    paper="#14181c",
    accent="#6db3f8",
    figure="#ffb266",
    figures=("#75808a", "#8f5a1d", "#d98a35", "#ffd09a"),
    ages=("#75808a", "#1f666e", "#55b3a6", "#d3f5dd"),
)


def rgb(colour: str) -> list[int]:
    """Return ``#rrggbb`` as three numbers from 0 to 255."""
    return [int(colour[at : at + 2], 16) for at in (1, 3, 5)]
