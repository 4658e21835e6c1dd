"""Where a text may be cut before it is parsed: lines that end a paragraph against lines that only wrap.

Knows characters alone; the sentences inside a paragraph are the language model's business (``nlp``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

_MAX_WRAP_WIDTH = 100
"""No mail or wire format wraps wider than this; longer lines are paragraphs."""
_SHORT = 0.6
"""A line of less than this share of the widest ends a title or a paragraph, unless the next begins in lower case."""
_LINE = re.compile(r"[^\r\n\x0b\x0c\x85\u2028\u2029]+")


def paragraphs(text: str, limit: int = 20_000) -> Iterator[tuple[int, int]]:
    """Yield the (start, end) of each paragraph of ``text``, in order, without surrounding white space.

    A line is a paragraph (captions and headlines end without a full stop) unless its block is hard-wrapped, as mail
    and wire copy is. Longer stretches than ``limit``
    code points are cut at white space.
    """
    for start, end in _joined(text):
        yield from _cut(text, start, end, limit)


def _joined(text: str) -> Iterator[tuple[int, int]]:
    """Join the lines of hard-wrapped blocks."""
    block: list[tuple[int, int]] = []
    for match in _LINE.finditer(text):
        line = _strip(text, match.start(), match.end())
        if line is None:
            yield from _block(text, block)
            block = []
            continue
        if block and text.count("\n", block[-1][1], line[0]) > 1:
            yield from _block(text, block)
            block = []
        block.append(line)
    yield from _block(text, block)


def _block(text: str, lines: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the paragraphs of lines without a blank one between them."""
    width = max((end - start for start, end in lines), default=0)
    if not _wrapped(text, lines, width):
        yield from lines
        return
    first = lines[0]
    for line, following in pairwise(lines):
        short = line[1] - line[0] < _SHORT * width
        if short and not text[following[0]].islower():
            yield first[0], line[1]
            first = following
    yield first[0], lines[-1][1]


def _wrapped(text: str, lines: list[tuple[int, int]], width: int) -> bool:
    """Tell whether the lines only wrap: one begins in lower case, or each is too full for the next one's first word."""
    if len(lines) < 2 or width > _MAX_WRAP_WIDTH:  # noqa: PLR2004 - one line cannot wrap
        return False
    if any(text[start].islower() for start, _ in lines[1:]):
        return True
    full = all(
        end - start + 1 + len(text[slice(*following)].split(maxsplit=1)[0]) > width
        for (start, end), following in pairwise(lines)
    )
    return full and len(lines) > 2  # noqa: PLR2004 - two lines prove little


def _strip(text: str, start: int, end: int) -> tuple[int, int] | None:
    line = text[start:end]
    left = len(line) - len(line.lstrip())
    stripped = line.strip()
    return (start + left, start + left + len(stripped)) if stripped else None


def _cut(text: str, start: int, end: int, limit: int) -> Iterator[tuple[int, int]]:
    while end - start > limit:
        at = text.rfind(". ", start, start + limit) + 1 or text.rfind(" ", start, start + limit)
        at = at if at > start else start + limit
        piece = _strip(text, start, at)
        if piece:
            yield piece
        start = at
    piece = _strip(text, start, end)
    if piece:
        yield piece
