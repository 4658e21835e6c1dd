"""Which passages may state a figure, by their words alone: only these are worth a syntactic analysis.

Errs on the side of yes: a passage that is passed over here is never read for figures.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from geonews.extraction.figures.lexicon import singulars
from geonews.tables import rows

_NUMBERS = frozenset(row["word"] for row in rows(__package__, "number_words")) | {"half", "few", "several", "couple"}
_NOUNS = frozenset(row["noun"] for row in rows(__package__, "nouns") if row["kind"] not in {"people", "men"})
_ENDS = frozenset(noun.split()[-1] for noun in _NOUNS)
_PAIRS = frozenset(" ".join(noun.split()[-2:]) for noun in _NOUNS)
"""Single nouns, and how longer ones end: "strike group" counts something where "group" does not."""
_SENDS = frozenset({"send", "number"})
_SEND = frozenset(row["word"] for row in rows(__package__, "mustering") if row["sort"] in _SENDS)
_SOFT = frozenset(row["word"] for row in rows(__package__, "mustering") if row["sort"] not in _SENDS)
_LEADERS = frozenset("his her their its our".split())
_COINS = frozenset(row["word"] for row in rows(__package__, "currencies"))
_IRREGULAR = frozenset("shot slain slew hung lost fled dying died dies buried".split())
"""Forms that begin unlike their lemma."""
_SHORT = 4
"""A shorter stem begins too many other words."""
_TYPE = re.compile(r"(?:[A-Za-z]+\W?\d|\d+[A-Za-z]*s$)")
"""A type of aircraft or vehicle: "F-16s", "T-72s", or "16s" where the tokens part it."""
_DESIGNATOR = re.compile(r"[A-Za-z]{1,4}-\d+\w*")
"""A number in it counts nothing."""


def _stems(words: Iterable[str]) -> re.Pattern[str]:
    """Match the inflected forms of ``words``, and some more: their first letters, or the whole of short ones."""
    stems = {word[:-1] if word[-1] in "ey" else word for word in words}
    long = sorted(stem for stem in stems if len(stem) >= _SHORT)
    short = sorted(word for word in words if len(word) <= _SHORT)
    return re.compile(rf"(?:{'|'.join(map(re.escape, long))})|(?:{'|'.join(map(re.escape, short))})(?:s|d|ed|ing)?$")


_WEAK = {row["word"] for row in rows(__package__, "harm") if row["kind"] == "weak"}
_LOSS = {row["word"] for row in rows(__package__, "displacement") if row["sort"] not in {"drive", "leave", "seek"}}
_LOSS |= _WEAK | {"life", "body", "remains", "intercept"}
_HARM = _stems({row["word"] for row in rows(__package__, "harm")} - _LOSS)
_HINT = _stems(_LOSS)
_AID = _stems({row["word"] for row in rows(__package__, "aid") if row["sense"] != "price"})
_SENDING = _stems(_SEND)
_MONTHS = frozenset(
    "January February March April May June July August September October November December".split()
    + "Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec".split()
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_DAY = re.compile(r"\d\d?(?:st|nd|rd|th)?")
_DATING = _MONTHS | frozenset("in In since Since by By until Until during During , (".split())
_SUM = 4
"""Tokens between a number and its currency, at most."""
_NEAR = 12
"""Tokens between a number and the noun that it counts, at most, or a word that is seldom about people ("release")."""


def worth_parsing(words: Iterable[str]) -> bool:
    """Tell whether a passage of these words (tokens as written) may state a figure: a number, and what it may count."""
    said = tuple(words)
    sorts = tuple(map(_sorts, said))
    numbers = [index for index, found in enumerate(sorts) if "number" in found and not _is_date(said, index)]
    if not numbers:
        return False
    everywhere = frozenset().union(*sorts)
    if "harm" in everywhere:
        return True
    if everywhere >= {"coin", "aid"} and any(_has(sorts, number, _SUM, "coin") for number in numbers):
        return True
    mustered = "send" in everywhere and "soft" in everywhere
    return any(
        (mustered and _has(sorts, number, _NEAR, "soft"))
        or _has(sorts, number, _NEAR, "hint")
        or _counts(said, sorts, number)
        or _are_led(said, number)
        for number in numbers
    )


def _has(sorts: Sequence[frozenset[str]], index: int, reach: int, sort: str) -> bool:
    return any(sort in found for found in sorts[max(index - reach, 0) : index + reach + 1])


def _counts(said: Sequence[str], sorts: Sequence[frozenset[str]], number: int) -> bool:
    """Tell whether a noun that may be counted stands near the number, before or behind it."""
    near = range(max(number - _NEAR, 0), min(number + _NEAR + 1, len(said)))
    return any(
        "noun" in sorts[index] or ("end" in sorts[index] and index and _is_pair(said[index - 1], said[index]))
        for index in near
    )


def _are_led(said: Sequence[str], number: int) -> bool:
    """Read "his 120 men", "5,000 Wagner men"."""
    behind = [word.lower() for word in said[number + 1 : number + 3]]
    named = "men" in behind[1:] and said[number + 1][:1].isupper()
    return named or ("men" in behind and number > 0 and said[number - 1].lower() in _LEADERS)


def _is_pair(first: str, last: str) -> bool:
    return any(f"{first.lower()} {form}" in _PAIRS for form in singulars(last.lower()))


def _is_date(said: Sequence[str], index: int) -> bool:
    """Tell whether the number is a year ("in 2014") or a day ("4 March")."""
    before = said[index - 1] if index else ""
    behind = said[index + 1] if index + 1 < len(said) else ""
    if _YEAR.fullmatch(said[index]):
        return before in _DATING
    in_date = behind.rstrip(".") in _MONTHS or (before.rstrip(".") in _MONTHS and not behind.islower())
    return in_date and _DAY.fullmatch(said[index]) is not None


@lru_cache(maxsize=1 << 15)
def _sorts(word: str) -> frozenset[str]:
    """Return what the word, or a part of it between hyphens, may be to a figure."""
    parts = {word.lower(), *re.split(r"\W", word.lower())} - {""}
    found = {sort for part in parts for sort in _plain(part)}
    if _TYPE.match(word):
        found.add("noun")
    if _DESIGNATOR.fullmatch(word):
        found.discard("number")
    return frozenset(found)


def _plain(word: str) -> Iterable[str]:
    if word in _COINS or word[0] in "$€£¥₴₽₪₹" or word[-1] in "$€£":
        yield "coin"
    if word in _NUMBERS or any(letter.isdigit() for letter in word):
        yield "number"
        return
    forms = singulars(word)
    if not _NOUNS.isdisjoint(forms):
        yield "noun"
    elif not _ENDS.isdisjoint(forms):
        yield "end"
    if not _SOFT.isdisjoint(forms):
        yield "soft"
    if _SENDING.match(word) or word == "sent":
        yield "send"
    if word in _IRREGULAR or _HARM.match(word):
        yield "harm"
    elif _HINT.match(word) or word == "death":
        yield "hint"
    if _AID.match(word):
        yield "aid"
