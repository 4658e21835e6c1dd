"""The words of a sentence to choose from: what was read in it, and any other word. Every word of others is escaped."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import escape

from geonews.dashboard import words
from geonews.dashboard.correcting import Mention
from geonews.dashboard.pieces.parts import button
from geonews.models import Passage

Unit = tuple[int, int, Mention | None]
"""Offsets of a word, or of a mention."""
_WORD = re.compile(r"\w+")
_MOST_WORDS = 400
"""Words of a sentence that can be pressed; what is longer is no sentence."""


def sentence_html(text: str, passage: Passage, found: Sequence[Mention], chosen: Mention | None) -> str:
    """Return the sentence: each mention is a button, and so is each other word.

    With nothing chosen the other words are reached by the Tab key as well; else only by a pointer, lest they stand
    between the mentions and the choices.
    """
    parts: list[str] = []
    at = passage.start
    units = list(_units(text, passage, found, chosen))
    last = units[:_MOST_WORDS][-1][1] if units else at
    for start, end, mention in (each for each in units if each[2] or each[1] <= last):
        parts.extend((escape(text[at:start]), _button(text[start:end], start, end, mention, chosen)))
        at = end
    parts.append(escape(text[at : passage.end]))
    return f'<p class="gn-text gn-pick{"" if chosen else " gn-naming"}" dir="auto">{"".join(parts)}</p>'


def extent_html(text: str, passage: Passage, found: Sequence[Mention], mention: Mention) -> str:
    """Return what makes a name longer or shorter by a word at either end."""
    beside = list(_units(text, passage, found, mention))
    before = [(start, end) for start, end, _ in beside if end <= mention.start]
    after = [(start, end) for start, end, _ in beside if start >= mention.end]
    own = [each.span() for each in _WORD.finditer(text, mention.start, mention.end)]
    ways = []
    if before:
        ways.append(_way("+", text, before[-1], (before[-1][0], mention.end)))
    if len(own) > 1:
        ways.append(_way("&minus;", text, own[0], (own[1][0], mention.end)))
        ways.append(_way("&minus;", text, own[-1], (mention.start, own[-2][1])))
    if after:
        ways.append(_way("+", text, after[0], (mention.start, after[0][1])))
    if not ways:
        return ""
    return f'<p class="gn-extent" role="group" aria-label="Words of the name">Its words: {" ".join(ways)}</p>'


def _way(sign: str, text: str, word: tuple[int, int], span: tuple[int, int]) -> str:
    shown = words.clipped(text[slice(*word)], 40)
    says = f"Take “{shown}” {'into' if sign == '+' else 'out of'} the name"
    return button(f"{sign} <bdi>{escape(shown)}</bdi>", "words", f"{span[0]}-{span[1]}", kind="gn-plain", says=says)


def _units(text: str, passage: Passage, found: Sequence[Mention], chosen: Mention | None) -> Iterator[Unit]:
    """Yield the mentions and the other words of the sentence in order, none overlapping; the chosen one goes first."""
    others = [each for each in found if chosen is None or each.end <= chosen.start or chosen.end <= each.start]
    at = passage.start
    for each in sorted([*others, *([chosen] if chosen else [])], key=lambda each: (each.start, -each.end)):
        if each.start < at:
            continue
        yield from ((*word.span(), None) for word in _WORD.finditer(text, at, each.start))
        yield each.start, each.end, each
        at = each.end
    yield from ((*word.span(), None) for word in _WORD.finditer(text, at, max(at, passage.end)))


def _button(word: str, start: int, end: int, mention: Mention | None, chosen: Mention | None) -> str:
    if mention is None:
        tab = ' tabindex="-1"' if chosen else ""
        return (
            f'<button type="button" class="gn-word" id="word-{start}" data-do="words" data-value="{start}-{end}"{tab}>'
            f"{escape(word)}</button>"
        )
    kind = "gn-figure" if mention.figure else "gn-place"
    if mention.by is not None:
        kind += " gn-wrong" if mention.figure else " gn-righted"
    return (
        f'<button type="button" class="gn-mention {kind}" id="mention-{start}" data-do="mention" data-value="{start}" '
        f'aria-pressed="{"true" if mention is chosen else "false"}">{escape(word)}</button>'
    )
