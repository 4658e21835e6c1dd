"""Whether one sentence is a copy of another: edited as desks edit an agency's text, and still the same claim.

Desks put an opening before a sentence or take it away, cut its end, spell differently and attribute differently.
Whoever exchanges a number, a place, a name, a day or a verb writes another claim.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from difflib import SequenceMatcher

from geonews.claims.wording import LEAST, NAME, word_class

_CORE = 0.6
"""Share of the longer sentence's words that both must have in common, in one order."""
_RUN = 3
"""Words in common, in a row, from which on the sentences are at one; before is the opening, behind the last the end."""
_ALIKE = 0.75
"""Likeness (difflib) of two spellings of one word: "defence", "defense"."""
_CLAUSE = 4
"""Words that an opening or an end has at least, if it brings a place or a number: less is part of the claim."""
_FIRST_NAMES = 3
"""Words of a name that come and go together: "Vladimir Putin", "Putin"."""
_FIXED = frozenset({"place", "number", "bound", "calendar"})
_MOVABLE = frozenset({"light", "attribution", "calendar"})
Words = Sequence[str]


def is_copy(one: str, other: str) -> bool:
    """Tell whether two wordings (``wording.Wording.text``) are the same sentence, edited or not."""
    first, second = one.split(" "), other.split(" ")
    ours, theirs = ([token.removeprefix(NAME) for token in tokens] for tokens in (first, second))
    if ours == theirs:
        return True
    if min(len(ours), len(theirs)) < LEAST:
        return False
    codes = SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes()
    runs = [at for at, (what, start, end, _, _) in enumerate(codes) if what == "equal" and end - start >= _RUN]
    common = sum(end - start for what, start, end, _, _ in codes if what == "equal")
    if not runs or common < _CORE * max(len(ours), len(theirs)):
        return False
    (_, a, _, b, _), (_, _, c, _, d) = codes[runs[0]], codes[runs[-1]]
    if not (_is_frame(first[:a], second[:b]) and _is_frame(first[c:], second[d:])):
        return False
    within = (code for code in codes[runs[0] : runs[-1]] if code[0] != "equal")
    return all(_is_edit(first[a:b], second[c:d]) for _, a, b, c, d in within)


def _is_frame(one: Words, other: Words) -> bool:
    """Tell whether these two openings, or ends, may stand around the same claim."""
    if _of_class(one, "polarity") != _of_class(other, "polarity"):
        return False
    said = all(_of_class(words, "attribution") for words in (one, other))
    for classes in ({"place"}, {"number", "bound"}, {"calendar"}, {"name"}, {""}):
        ours, theirs = _of_class(one, *classes), _of_class(other, *classes)
        exchanged = ours - theirs and theirs - ours
        if exchanged and not (classes == {""} and said) and not _are_respelt(ours - theirs, theirs - ours):
            return False
        for words, extra in ((one, ours - theirs), (other, theirs - ours)):
            if extra and classes <= _FIXED - {"calendar"} and len(words) < _CLAUSE:
                return False
    return True


def _is_edit(one: Words, other: Words) -> bool:
    """Tell whether a desk would exchange these words, inside a sentence, for those and mean the same."""
    if one and other:
        return _are_respelt(one, other) or _is_light_exchange(one, other)
    classes = [word_class(token) for token in one or other]
    named = classes.count("name")
    return all(each in _MOVABLE or each == "name" for each in classes) and named <= _FIRST_NAMES


def _is_light_exchange(one: Words, other: Words) -> bool:
    light = all(word_class(token) in _MOVABLE for token in (*one, *other))
    return light and not (_of_class(one, "calendar") and _of_class(other, "calendar"))


def _of_class(words: Words, *classes: str) -> set[str]:
    return {token.removeprefix(NAME) for token in words if word_class(token) in classes}


def _are_respelt(one: Collection[str], other: Collection[str]) -> bool:
    if len(one) != len(other):
        return False
    return all(map(_is_respelt, *((each if isinstance(each, list) else sorted(each)) for each in (one, other))))


def _is_respelt(one: str, other: str) -> bool:
    if {word_class(one), word_class(other)} & (_FIXED | {"polarity"}):
        return one == other
    plain = one.removeprefix(NAME), other.removeprefix(NAME)
    if plain[0] == plain[1]:
        return True
    return plain[0][0] == plain[1][0] and SequenceMatcher(None, *plain).ratio() >= _ALIKE
