# ruff: noqa: INP001  # a script, run by hand; no package
"""Make the map's letters and signs, ``static/glyphs/``: Noto Sans (SIL Open Font License 1.1), and our own shapes.

The basemap's own renderer places labels so that they never collide, at every zoom, but it draws only what is served to
it as signed distance fields. The font "signs" holds the shapes of
pins that are no circles. Run, from the top of a checkout, where Debian's ``fonts-noto-core`` is::

    pip install fonttools==4.68.0 pillow==13.0.0 scipy==1.17.1
    python gazetteer/glyphs.py /usr/share/fonts/truetype/noto static/glyphs

One file a font and range of 256 code points comes out, in the Mapbox glyph format (Protocol Buffers: a font's name, its
range, and for each glyph its code point, bitmap, size, bearings and advance, in pixels at 24 pixels an em).
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from fontTools.ttLib import TTFont
from PIL import Image, ImageDraw, ImageFont
from scipy.ndimage import distance_transform_edt

RANGES = (0, 256, 8192, 7680, 512, 768, 1024)
"""First code points: Latin, its first extension, punctuation, Vietnamese; then more Latin, Greek, Cyrillic."""
FONTS = {"upright": ("NotoSans-Regular.ttf", RANGES), "italic": ("NotoSans-Italic.ttf", RANGES[:3])}
"""Name of each font in the map's style: its file and its ranges."""
EM = 24
BORDER = 3
"""Pixels around a glyph, for its halo."""
RADIUS, CUTOFF = 8, 0.25
"""Pixels that a field reaches, and the share of it that lies inside: what the renderer expects."""
BASELINE = 17
"""Pixels between a line's middle and its top, as the renderer sets type: what centres a sign on its point."""
DASHES = 7
FINE = 8
"""How many times larger a glyph is drawn before its distances are taken."""


def number(value: int) -> bytes:
    """Return a base-128 varint."""
    out = bytearray()
    while value > 127:  # noqa: PLR2004  # seven bits a byte
        out.append(value & 127 | 128)
        value >>= 7
    return bytes([*out, value])


def signed(value: int) -> bytes:
    """Return a zigzag varint."""
    return number(value * 2 if value >= 0 else -value * 2 - 1)


def block(field: int, content: bytes) -> bytes:
    """Return a length-delimited field."""
    return number(field << 3 | 2) + number(len(content)) + content


def glyph(font: ImageFont.FreeTypeFont, ascender: int, code: int) -> bytes:
    """Return one glyph's message."""
    left, top, right, bottom = font.getbbox(chr(code), anchor="ls")
    west, north = left // FINE, top // FINE
    width, height = -(-right // FINE) - west, -(-bottom // FINE) - north
    parts = number(1 << 3) + number(code)
    if width > 0 and height > 0:
        parts += block(2, field(font, code, (west, north, width, height)))
    else:
        width = height = 0
    for key, value in ((3, number(width)), (4, number(height)), (5, signed(west)), (6, signed(-north - ascender))):
        parts += number(key << 3) + value
    return parts + number(7 << 3) + number(round(font.getlength(chr(code)) / FINE))


def sign(code: int, lines: list[list[tuple[float, float]]], *, solid: bool, dashed: bool) -> bytes:
    """Return a sign's message; its lines are in hundredths of its 24 pixels, the first one is its outline."""
    size = EM + 2 * BORDER
    image = Image.new("L", (size * FINE, size * FINE))
    pen = ImageDraw.Draw(image)
    for line in lines:
        points = [((x / 100 * EM + BORDER) * FINE, (y / 100 * EM + BORDER) * FINE) for x, y in line]
        pieces = dashes(points) if dashed else [points]
        if solid and not dashed:
            pen.polygon(points, fill=255)
        for piece in pieces:
            pen.line(piece, fill=255, width=round(2.6 * FINE), joint="curve")
    bitmap = block(2, distances(np.asarray(image) > 127))  # noqa: PLR2004  # half covered
    metrics = ((3, number(EM)), (4, number(EM)), (5, signed(0)), (6, signed(EM // 2 - BASELINE)), (7, number(EM)))
    return number(1 << 3) + number(code) + bitmap + b"".join(number(key << 3) + value for key, value in metrics)


def dashes(points: list[tuple[float, float]]) -> list[list[tuple[float, float]]]:
    """Return every second piece of a line."""
    steps = np.concatenate([[0], np.cumsum(np.hypot(*np.diff(np.array(points), axis=0).T))])
    at = np.linspace(0, steps[-1], 2 * DASHES * 8)
    dense = list(zip(*(np.interp(at, steps, axis) for axis in np.array(points).T), strict=True))
    return [dense[first : first + 8] for first in range(0, len(dense), 16)]


def circle(radius: float) -> list[tuple[float, float]]:
    """Return a circle around the middle."""
    turns = np.linspace(0, 2 * np.pi, 73)
    return [(50 + radius * float(np.cos(turn)), 50 + radius * float(np.sin(turn))) for turn in turns]


def signs() -> bytes:
    """Return the font of signs: small letters are sure, capitals doubtful."""
    wave = [(24 + step, 50 + 7 * float(np.sin(step / 52 * 4 * np.pi))) for step in range(0, 53, 2)]
    shapes = {
        "a": [[(50, 6), (82, 92), (50, 72), (18, 92), (50, 6), (60, 33)]],
        "c": [[(14, 14), (86, 14), (86, 86), (14, 86), (14, 14), (30, 14)]],
        "k": [
            [(10, 10), (90, 10), (90, 90), (10, 90), (10, 10), (26, 10)],
            [(40, 40), (60, 40), (60, 60), (40, 60), (40, 40), (60, 60)],
        ],
        "r": [[(50, 6), (94, 50), (50, 94), (6, 50), (50, 6), (60, 16)]],
        "w": [circle(40), wave],
        "s": [[(50, 10), (94, 86), (6, 86), (50, 10), (60, 27)]],
        "t": [circle(38)],
        "b": [[(24, 36), (76, 36), (76, 58), (24, 58), (24, 36)]],
        "m": [[(30, 8), (88, 26), (36, 46), (36, 94), (28, 94), (28, 8), (34, 8)]],
    }
    content = block(1, b"signs") + block(2, b"0-255")
    for letter, lines in sorted(shapes.items()):
        content += block(3, sign(ord(letter), lines, solid=letter in "abstm", dashed=False))
        content += block(3, sign(ord(letter.upper()), lines, solid=False, dashed=True))
    return block(1, content)


def field(font: ImageFont.FreeTypeFont, code: int, box: tuple[int, int, int, int]) -> bytes:
    """Return the signed distance field of a glyph, a byte a pixel, its border included."""
    west, north, width, height = box
    wide, high = width + 2 * BORDER, height + 2 * BORDER
    image = Image.new("L", (wide * FINE, high * FINE))
    at = ((BORDER - west) * FINE, (BORDER - north) * FINE)
    ImageDraw.Draw(image).text(at, chr(code), font=font, fill=255, anchor="ls")
    return distances(np.asarray(image) > 127)  # noqa: PLR2004  # half covered


def distances(inside: np.ndarray) -> bytes:
    """Return how far each pixel of a finely drawn image is from its edge, a byte a pixel at the final size."""
    high, wide = (length // FINE for length in inside.shape)
    distance = (distance_transform_edt(~inside) - distance_transform_edt(inside)) / FINE
    small = distance.reshape(high, FINE, wide, FINE).mean(axis=(1, 3))
    return np.clip(np.round(255 - 255 * (small / RADIUS + CUTOFF)), 0, 255).astype(np.uint8).tobytes()


def files(name: str, path: Path, ranges: tuple[int, ...]) -> Iterator[tuple[str, bytes]]:
    """Yield the file names and contents of one font."""
    known = set(TTFont(path).getBestCmap())
    font = ImageFont.truetype(str(path), EM * FINE, layout_engine=ImageFont.Layout.BASIC)
    ascender = round(font.getmetrics()[0] / FINE)
    for first in ranges:
        span = f"{first}-{first + 255}"
        codes = sorted(known & set(range(max(first, 32), first + 256)))
        content = block(1, name.encode()) + block(2, span.encode())
        content += b"".join(block(3, glyph(font, ascender, code)) for code in codes)
        yield f"{name}/{span}.pbf", block(1, content)


def main(source: str, target: str) -> None:
    """Read the fonts, write the glyphs."""
    (Path(target) / "signs").mkdir(parents=True, exist_ok=True)
    (Path(target) / "signs/0-255.pbf").write_bytes(signs())
    for name, (file, ranges) in FONTS.items():
        for path, content in files(name, Path(source) / file, ranges):
            (Path(target) / path).parent.mkdir(parents=True, exist_ok=True)
            (Path(target) / path).write_bytes(content)


if __name__ == "__main__":
    main(*sys.argv[1:])
