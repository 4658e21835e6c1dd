"""What the words beside a name rule out, whatever its score: too rare in the training texts to be learnt from them.

Parties to a lawsuit ("Miranda v. Arizona"), germs and illnesses ("Marburg virus"), persons with their age
("Sydney, 9,") or known to all, wear, food and other things ("a Panama hat"), a body with a town's name ("addressed the
Congress by video"), and a sentence that begins with a gerund ("Reading helps"). An illness, a body and who has an age
stay what they are through the article, but for a mention behind a word of place ("in Marburg").
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from geonews.extraction.toponyms.document import Document
from geonews.extraction.toponyms.known import meant
from geonews.extraction.toponyms.namesakes import is_thing, persons
from geonews.extraction.toponyms.spans import Span
from geonews.extraction.toponyms.words import SORTS, sort_of
from geonews.gazetteer import Gazetteer
from geonews.models import Candidate

_VERSUS = "v."
_INITIALS = re.compile(r"(?:[A-Z]\.){2,}|[A-Z]{2}")
"""No town is written so: "U.N." and "UN" are none of the towns called Un."""
_FEASTS = frozenset({"Christmas", "Easter"})
_ILLS = frozenset("virus viruses fever disease syndrome encephalitis".split())
_THINGS = frozenset("hat hats boots ham hams shorts sprouts sausages salami prosciutto buns terrier terriers".split())
_WIDE = frozenset({"country", "territory", "continent", "admin1"})
"""Kinds of place whose plagues are named in earnest."""
_REGIONS = _WIDE - {"country"}
"""Kinds of place whose goods are: "Texas hams"; but a Panama hat is from Ecuador."""
_TOWNS = frozenset({"city", "village"})
_GOES_ON = frozenset(". ; : ) by to in on for at with had has have was were is will would can could".split())
"""What may stand behind a whole phrase: behind "the Moscow" may follow what it tells more of ("and Minsk talks")."""
_OLDEST = 110
_BEFORE_PLACE = frozenset(SORTS[sort] for sort in ("placing", "preposition", "of", "compass", "the", "month"))
_PLACING = SORTS["placing"]
_BREAKS = frozenset({".", "!", "?", '"', "“"})


def remaining(
    document: Document, scores: Mapping[Span, float], least: float, gazetteer: Gazetteer
) -> dict[Span, float]:
    """Return the scores of the spans that nothing rules out; those under ``least`` need no look."""
    words = [token.text for token in document.evidence.tokens]
    known = persons(words)
    likely = {span: score for span, score in scores.items() if score >= least}
    named = {
        _name(words, span)
        for span in likely
        if _has_age(words, span)
        or _is_ill(words, span, meant(gazetteer, _name(words, span)))
        or _is_body(words, span, meant(gazetteer, _name(words, span)))
    }
    return {
        span: score
        for span, score in likely.items()
        if known.isdisjoint(range(*span))
        and not is_thing(document.evidence.tokens, span)
        and not _is_out(words, span, gazetteer)
        and (_name(words, span) not in named or _is_placed(words, span))
    }


def _name(words: Sequence[str], span: Span) -> str:
    return " ".join(words[span[0] : span[1]])


def _is_out(words: Sequence[str], span: Span, gazetteer: Gazetteer) -> bool:
    after = words[span[1]] if span[1] < len(words) else ""
    if after in _THINGS:
        return _is_narrow(meant(gazetteer, _name(words, span)), _REGIONS)
    if _name(words, span) in _FEASTS:
        return not _is_placed(words, span)
    if _INITIALS.fullmatch(_name(words, span)):
        return all(each.form != "abbreviation" for each in meant(gazetteer, _name(words, span)))
    return (after == _VERSUS and words[span[1] - 1][-1] != ".") or _is_gerund(words, span)


def _is_ill(words: Sequence[str], span: Span, found: Sequence[Candidate]) -> bool:
    return span[1] < len(words) and words[span[1]] in _ILLS and _is_narrow(found, _WIDE)


def _is_body(words: Sequence[str], span: Span, found: Sequence[Candidate]) -> bool:
    """Tell whether a town's name stands alone behind "the", as no town's does unless it is part of it (The Hague)."""
    first, last = span
    if first == 0 or words[first - 1] != "the" or last == len(words) or words[last] not in _GOES_ON:
        return False
    return bool(found) and found[0].place.kind in _TOWNS and not found[0].place.name.startswith("The ")


def _is_narrow(found: Sequence[Candidate], wide: frozenset[str]) -> bool:
    return not found or (found[0].form != "demonym" and found[0].place.kind not in wide)


def _has_age(words: Sequence[str], span: Span) -> bool:
    """Tell whether an age follows, and no word of place stands before: "Sydney, 9, and her brother"."""
    first, last = span
    if last + 2 >= len(words) or words[last] != "," or words[last + 2] not in {",", "."}:
        return False
    age = words[last + 1]
    return (
        age.isascii()
        and age.isdigit()
        and 0 < int(age) < _OLDEST
        and not (first and sort_of(words[first - 1]) in _BEFORE_PLACE)
    )


def _is_gerund(words: Sequence[str], span: Span) -> bool:
    """Tell whether a word in -ing begins a sentence that goes on in lower case; not if it is once behind "in"."""
    first, last = span
    word = words[first]
    if last - first > 1 or not word.endswith("ing") or last == len(words) or not words[last].islower():
        return False
    if first and words[first - 1] not in _BREAKS and not words[first - 1].isspace():
        return False
    return not any(one == word and at and sort_of(words[at - 1]) in _BEFORE_PLACE for at, one in enumerate(words))


def _is_placed(words: Sequence[str], span: Span) -> bool:
    return span[0] > 0 and sort_of(words[span[0] - 1]) == _PLACING
