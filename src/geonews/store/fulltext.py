"""From what a reader types to an FTS5 query that cannot fail, and to where its words stand in a text."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

_PART = re.compile(r'"([^"]*)"(\*?)|([^\s"]+)')
_MOST_PARTS = 64  # FTS5 refuses expressions without end
_WORD = re.compile(r"(?:[^\W_][\u0300-\u036f]*)+")
"""What FTS5's tokenizer ``unicode61`` takes for a word."""


@dataclass(frozen=True, slots=True)
class _Part:
    """What a text must hold."""

    text: str
    open: bool
    """Whether its last word may go on."""
    words: tuple[str, ...]
    """Its words, folded."""

    def stands(self, words: Sequence[str], at: int) -> bool:
        """Tell whether it stands in a text of these words, from the word at this index on."""
        there = tuple(words[at : at + len(self.words)])
        if self.open and len(there) == len(self.words):
            return there[:-1] == self.words[:-1] and there[-1].startswith(self.words[-1])
        return there == self.words


def match_query(typed: str) -> str | None:
    """Return the FTS5 query for all words and ``"phrases"`` of ``typed``; ``None`` when it holds none.

    ``troop*`` are all words that begin so, ``"alliance troop"*`` the phrases. Every part is quoted, so that FTS5's own
    operators are plain words; an unbalanced quote is dropped, as are the parts after the 64th.
    """
    return " ".join(f'"{part.text}"{"*" if part.open else ""}' for part in _parts(typed)) or None


def hits(text: str, typed: str) -> tuple[tuple[int, int], ...]:
    """Return where the words and phrases of ``typed`` stand: half-open code point spans, in order, none overlapping.

    Case and accents do not count, as they do not for the search itself.
    """
    parts = [part for part in _parts(typed) if part.words]
    if not parts:
        return ()
    begins: dict[str, list[_Part]] = defaultdict(list)
    for part in parts:
        begins[part.words[0]].append(part)
    stems = tuple(part.words[0] for part in parts if part.open and len(part.words) == 1)
    spans = [(each.start(), each.end()) for each in _WORD.finditer(text)]
    words = [_folded(text[start:end]) for start, end in spans]
    found = [span for span, word in zip(spans, words, strict=True) if word.startswith(stems)]
    for at, word in enumerate(words):
        ends = [at + len(part.words) - 1 for part in begins.get(word, ()) if part.stands(words, at)]
        found += [(spans[at][0], spans[end][1]) for end in ends]
    return _joined(sorted(found))


def _parts(typed: str) -> list[_Part]:
    storable = typed.replace("\0", " ").encode("utf-8", "ignore").decode("utf-8")
    found = []
    for phrase, more, word in _PART.findall(storable):
        text = phrase.strip() or word.rstrip("*")
        if text:
            words = tuple(map(_folded, _WORD.findall(text)))
            found.append(_Part(text, bool(more) or word.endswith("*"), words))
    return found[:_MOST_PARTS]


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
