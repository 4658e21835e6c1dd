"""Gathers paragraphs, split into words, into the passages, tokens and names of one article."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import fields, make_dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from geonews.models import Evidence, NamedSpan, Passage, Token

if TYPE_CHECKING:
    TokenDraft = Token
else:
    TokenDraft = make_dataclass("TokenDraft", [field.name for field in fields(Token)], slots=True)
"""A token before it is frozen: a frozen dataclass's own ``__init__`` takes three times as long."""

_OPENING = frozenset("\"'`“‘«([{") | {"``", "--", "—", "–"}
"""What stands before a sentence's first word and touches it."""
_CLOSING = frozenset(".,;:!?)]}”’»") | {"''", "..."}
"""What no sentence begins with, if it touches the word before."""


class Word(NamedTuple):
    """A word of a paragraph; offsets are code points of the paragraph. A tuple, made faster than a dataclass."""

    start: int
    end: int
    text: str
    blank: bool
    """White space alone."""
    begins: bool
    """The first of a sentence, if the splitter is right."""


class Draft:
    """An article in the making; its tokens bear no syntax."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.passages: list[Passage] = []
        self.tokens: list[Token] = []
        self.names: list[NamedSpan] = []

    def add(self, offset: int, words: Sequence[Word], names: Iterable[tuple[int, int, str]]) -> None:
        """Take a paragraph that begins at code point ``offset``, with its names as ranges of ``words``."""
        first = len(self.tokens)
        for start, end in pairwise((*_starts(words), len(words))):
            self._sentence(offset, words[start:end])
        self.names.extend(NamedSpan(first + start, first + end, label) for start, end, label in names)

    def _sentence(self, offset: int, words: Sequence[Word]) -> None:
        passage = len(self.passages)
        full = [word for word in words if not word.blank]
        if full:
            self.passages.append(Passage(offset + full[0].start, offset + full[-1].end))
        else:
            passage = max(passage - 1, 0)
        for at, (start, end, text, _, _) in enumerate(words, len(self.tokens)):
            token = TokenDraft(offset + start, offset + end, text, "", "", "", "", at, passage)
            token.__class__ = Token
            self.tokens.append(token)

    def done(self) -> tuple[tuple[Passage, ...], Evidence]:
        """Return what was gathered."""
        return tuple(self.passages), Evidence(tuple(self.tokens), tuple(self.names))


def _starts(words: Sequence[Word]) -> list[int]:
    """Return the first words of the sentences: a quote that opens goes with what follows it."""
    found = [0]
    for at, word in enumerate(words[1:], 1):
        if word.begins and not (word.text in _CLOSING and words[at - 1].end == word.start):
            first = at
            while first - 1 > found[-1] and _opens(words, first - 1):
                first -= 1
            found.append(first)
    return found


def _opens(words: Sequence[Word], at: int) -> bool:
    word = words[at]
    return word.text in _OPENING and word.end == words[at + 1].start and words[at - 1].end < word.start
