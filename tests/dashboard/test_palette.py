"""Colours can be read by everybody: WCAG 2.2 contrast in both themes, and apart for colour-blind eyes as well."""

from __future__ import annotations

import re
from itertools import combinations, pairwise
from pathlib import Path

import pytest

import geonews.dashboard
from geonews.dashboard.palette import DARK, LIGHT, Palette, rgb

STYLE = (Path(geonews.dashboard.__file__).parent / "style.css").read_text(encoding="utf-8")
CONFIG = (Path(__file__).resolve().parents[2] / ".streamlit" / "config.toml").read_text(encoding="utf-8")
TEXT, GRAPHICS = 4.5, 3.0
"""Least contrast of small text and of what is drawn (success criteria 1.4.3 and 1.4.11, level AA)."""
EYES = {
    "usual": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "deuteranopia": ((0.367, 0.861, -0.228), (0.280, 0.673, 0.047), (-0.012, 0.043, 0.969)),
    "protanopia": ((0.152, 1.053, -0.205), (0.115, 0.786, 0.099), (-0.004, -0.048, 1.052)),
    "tritanopia": ((1.256, -0.077, -0.179), (-0.078, 0.931, 0.148), (0.005, 0.691, 0.304)),
}
"""How linear red, green and blue arrive (Machado, Oliveira and Fernandes 2009, severity 1)."""
TOLD_APART = 12.0
"""Least distance in CIELAB; 2.3 is just noticeable side by side."""
THEMES = pytest.mark.parametrize(("palette", "theme"), [(LIGHT, 0), (DARK, 1)], ids=["light", "dark"])

Colour = tuple[float, float, float]


def linear(colour: str) -> Colour:
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in shares(colour))
    return red, green, blue


def shares(colour: str) -> list[float]:
    return [part / 255 for part in rgb(colour)]


def contrast(one: str, other: str) -> float:
    lights = sorted(
        sum(w * c for w, c in zip((0.2126, 0.7152, 0.0722), linear(each), strict=True)) for each in (one, other)
    )
    return (lights[1] + 0.05) / (lights[0] + 0.05)


def seen(colour: str, eyes: str) -> Colour:
    """Return a colour in CIELAB as such eyes see it."""
    here = linear(colour)
    red, green, blue = (min(max(sum(w * c for w, c in zip(row, here, strict=True)), 0), 1) for row in EYES[eyes])
    x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.95047
    y = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.08883
    fx, fy, fz = (c ** (1 / 3) if c > 0.008856 else 7.787 * c + 16 / 116 for c in (x, y, z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def distance(one: str, other: str, eyes: str) -> float:
    return sum((a - b) ** 2 for a, b in zip(seen(one, eyes), seen(other, eyes), strict=True)) ** 0.5


def variables(theme: int) -> dict[str, str]:
    found = re.findall(r"--gn-([a-z-]+): light-dark\((#\w{6}), (#\w{6})\)", STYLE)
    assert len(found) >= 8
    return {name: (light, dark)[theme] for name, light, dark in found}


def settings(theme: int) -> dict[str, str]:
    part = CONFIG.split("[theme.light]")[1].split("[theme.dark]")[theme]
    return dict(re.findall(r'(\w+) = "(#\w{6})"', part))


@THEMES
def test_what_is_written_on_the_map_can_be_read(palette: Palette, theme: int) -> None:
    assert theme in {0, 1}
    for ink in (palette.ink, palette.area, palette.water, palette.figure):
        assert contrast(ink, palette.paper) >= TEXT, ink
        assert contrast(ink, palette.land) >= TEXT, ink
    assert contrast(palette.quiet, palette.land) >= TEXT
    assert contrast(palette.water, palette.sea) >= TEXT


@THEMES
def test_what_is_drawn_on_the_map_stands_out_from_land_and_sea(palette: Palette, theme: int) -> None:
    assert theme in {0, 1}
    for sign in (
        palette.ink,
        palette.site,
        palette.area,
        palette.water,
        palette.accent,
        palette.figure,
        palette.disputed,
    ):
        for ground in (palette.land, palette.sea, *palette.named):
            assert contrast(sign, ground) >= GRAPHICS, (sign, ground)


@THEMES
def test_what_is_written_beside_the_map_can_be_read(palette: Palette, theme: int) -> None:
    colours, given = variables(theme), settings(theme)
    assert colours["paper"] == given["backgroundColor"] == palette.paper
    for ink in (colours["quiet"], colours["accent"], colours["figure"], given["textColor"], given["linkColor"]):
        for paper in (given["backgroundColor"], given["secondaryBackgroundColor"]):
            assert contrast(ink, paper) >= TEXT, (ink, paper)
    assert contrast(colours["figure"], colours["figure-soft"]) >= TEXT
    assert contrast(given["textColor"], colours["accent-soft"]) >= TEXT
    assert contrast(colours["quiet"], colours["accent-soft"]) >= TEXT
    assert contrast(colours["quiet"], colours["soft"]) >= TEXT


@THEMES
@pytest.mark.parametrize("eyes", EYES)
def test_colours_that_mean_different_things_differ_for_all_eyes(palette: Palette, theme: int, eyes: str) -> None:
    assert theme in {0, 1}
    for scale in (palette.figures, palette.ages):
        for one, other in combinations(scale, 2):
            assert distance(one, other, eyes) >= TOLD_APART, (one, other)
    for one, other in pairwise((palette.accent, palette.figure, palette.ink, palette.accent)):
        assert distance(one, other, eyes) >= TOLD_APART, (one, other)


@THEMES
def test_a_scale_grows_lighter_or_darker_all_the_way_and_reads_without_colour(palette: Palette, theme: int) -> None:
    for scale in (palette.figures[1:], palette.ages[1:]):
        lights = [seen(colour, "usual")[0] for colour in scale]
        assert lights == sorted(lights, reverse=theme == 0)
        assert min(abs(one - two) for one, two in pairwise(lights)) >= 12
