"""Whether one sentence is a copy of another: edited as desks edit an agency's text, and still the same claim.

Desks put an opening before a sentence or take it away, cut its end, spell differently and attribute differently.
Whoever exchanges a number, a place, a name, a day or a verb writes another claim.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

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
_FIRM = (frozenset({"place"}), frozenset({"number", "bound"}))
"""What of one kind no copy exchanges for what of the same kind."""
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
    if any(_is_exchanged(_lacking(first, theirs, classes), _lacking(second, ours, classes)) for classes in _FIRM):
        return False
    codes = SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes()
    runs = [at for at, (what, start, end, _, _) in enumerate(codes) if what == "equal" and end - start >= _RUN]
    common = sum(end - start for what, start, end, _, _ in codes if what == "equal")
    if not runs or common < _CORE * max(len(ours), len(theirs)):
        return False
    (_, a, _, b, _), (_, _, c, _, d) = codes[runs[0]], codes[runs[-1]]
    within = (code for code in codes[runs[0] : runs[-1]] if code[0] != "equal")
    if not all(_is_edit(first[start:end], second[there:then]) for _, start, end, there, then in within):
        return False
    return _is_frame(first[:a], second[:b]) and _is_frame(first[c:], second[d:])


class _Lacking(NamedTuple):
    """Words that the other sentence lacks: how many words stand before the first, and behind the last of them."""

    before: int
    behind: int


def _lacking(words: Words, others: Words, classes: Collection[str]) -> _Lacking | None:
    known = set(others)
    found = [
        at for at, token in enumerate(words) if word_class(token) in classes and token.removeprefix(NAME) not in known
    ]
    return _Lacking(found[0], len(words) - found[-1] - 1) if found else None


def _is_exchanged(ours: _Lacking | None, theirs: _Lacking | None) -> bool:
    """Tell without a comparison word by word, which takes long, that places or numbers are exchanged.

    What the other lacks stands in an opening or in an end. Both openings cannot have some, nor can both ends: so all of
    one sentence's is in its opening and all of the other's in its end, with the words in common behind and before.
    """
    if ours is None or theirs is None:
        return False
    return min(ours.behind, theirs.before) < _RUN and min(ours.before, theirs.behind) < _RUN


def _is_frame(one: Words, other: Words) -> bool:
    """Tell whether these two openings, or ends, may stand around the same claim."""
    if not one and not other:
        return True
    first, second = _by_class(one), _by_class(other)
    if first.get("polarity") != second.get("polarity"):
        return False
    said = "attribution" in first and "attribution" in second
    for classes in ({"place"}, {"number", "bound"}, {"calendar"}, {"name"}, {""}):
        ours, theirs = (set().union(*(words.get(each, ()) for each in classes)) for words in (first, second))
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
    return light and not ("calendar" in _by_class(one) and "calendar" in _by_class(other))


def _by_class(words: Words) -> dict[str, set[str]]:
    """Return the words, without marks, by what they do to a claim."""
    found: dict[str, set[str]] = {}
    for token in words:
        found.setdefault(word_class(token), set()).add(token.removeprefix(NAME))
    return found


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
