"""From what a reader types to an FTS5 query that cannot fail, and to where its words stand in a text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

_PART = re.compile(r'"([^"]*)"|([^\s"]+)')
_MOST_PARTS = 64  # FTS5 refuses expressions without end
_WORD = re.compile(r"(?:[^\W_][\u0300-\u036f]*)+")
"""What FTS5's tokenizer ``unicode61`` takes for a word."""


def match_query(typed: str) -> str | None:
    """Return the FTS5 query for all words and ``"phrases"`` of ``typed``; ``None`` when it holds none.

    Every part is quoted, so that FTS5's own operators are plain words; an unbalanced quote is dropped, as are the parts
    after the 64th.
    """
    return " ".join(f'"{part}"' for part in _parts(typed)) or None


def hits(text: str, typed: str) -> tuple[tuple[int, int], ...]:
    """Return where the words and phrases of ``typed`` stand: half-open code point spans, in order, none overlapping.

    Case and accents do not count, as they do not for the search itself.
    """
    wanted: dict[str, set[tuple[str, ...]]] = {}
    for phrase in (tuple(map(_folded, _WORD.findall(part))) for part in _parts(typed)):
        if phrase:
            wanted.setdefault(phrase[0], set()).add(phrase)
    if not wanted:
        return ()
    spans = [(each.start(), each.end()) for each in _WORD.finditer(text)]
    words = [_folded(text[start:end]) for start, end in spans]
    found = sorted(
        (spans[at][0], spans[at + len(phrase) - 1][1])
        for at, word in enumerate(words)
        for phrase in wanted.get(word, ())
        if tuple(words[at : at + len(phrase)]) == phrase
    )
    return _joined(found)


def _parts(typed: str) -> list[str]:
    storable = typed.replace("\0", " ").encode("utf-8", "ignore").decode("utf-8")
    parts = (phrase.strip() or word for phrase, word in _PART.findall(storable))
    return [part for part in parts if part][:_MOST_PARTS]


def _folded(word: str) -> str:
    letters = unicodedata.normalize("NFKD", word)
    return "".join(letter for letter in letters if not unicodedata.combining(letter)).casefold()


def _joined(spans: Sequence[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Make one of spans that overlap; they come in order."""
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)
