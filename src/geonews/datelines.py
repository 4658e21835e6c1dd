"""Where a report was filed: "SPRINGFIELD, Mo. (AP) -". The place itself is meant, but need not be where it happened."""

from __future__ import annotations

from collections.abc import Sequence

from geonews.models import Token

Span = tuple[int, int]
"""Half-open range of tokens."""
_LONGEST = 14
"""Words from the start of a passage to what ends its dateline."""
_DASHES = frozenset({"-", "--", "–", "—"})
_WITHIN = frozenset({",", "/", "."})


def in_dateline(tokens: Sequence[Token], span: Span) -> bool:
    """Tell whether the span stands in the dateline that opens its passage.

    A dateline holds capitalised words, numbers and commas alone. It ends with an agency in brackets, or with a dash or
    colon that leaves no doubt: names in capitals, more than one part, or a sentence behind that begins anew.
    """
    passage, first = tokens[span[0]].passage, span[0]
    while first and tokens[first - 1].passage == passage:
        first -= 1
        if span[0] - first > _LONGEST:
            return False
    end = _end(tokens, first)
    return end is not None and span[1] <= end


def _end(tokens: Sequence[Token], first: int) -> int | None:
    """Return the index behind the places and days of a dateline, None where the passage opens otherwise."""
    for at in range(first, min(first + _LONGEST, len(tokens))):
        word = tokens[at].text
        if tokens[at].passage != tokens[first].passage:
            return None
        if at > first and word == "(":
            return at if _is_agency(tokens, at) else None
        if at > first and (word in _DASHES or word == ":"):
            return at if _is_sure(tokens, first, at) else None
        if not (word[:1].isupper() or word.isdigit() or word in _WITHIN):
            return None
    return None


def _is_agency(tokens: Sequence[Token], opened: int) -> bool:
    """Tell whether a bracket holds one name: "(AP)", "(Reuters)", "(dpa)", "(CNN Business)"."""
    inner = [token.text for token in tokens[opened + 1 : opened + 4]]
    if ")" not in inner:
        return False
    name = inner[: inner.index(")")]
    return bool(name) and all(word.isalpha() for word in name) and (name[0][0].isupper() or name == ["dpa"])


def _is_sure(tokens: Sequence[Token], first: int, end: int) -> bool:
    """Tell a dateline from a name with an aside ("Moscow - long a friend - refused") or a heading ("Kyiv: why")."""
    if tokens[first].text.isupper() and len(tokens[first].text) > 1:
        return True
    if tokens[end].text == ":" or not _stands_free(tokens, end):
        return False
    return end + 1 < len(tokens) and tokens[end + 1].text[:1].isupper()


def _stands_free(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether the dash at ``at`` joins nothing ("Wilkes-Barre", "Berlin-Tegel")."""
    return tokens[at].text == "—" or tokens[at - 1].end < tokens[at].start
