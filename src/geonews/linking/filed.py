"""Where a report was filed, at the head of a passage: "NAIROBI (The Standard) -" is no place of what happened."""

from __future__ import annotations

from geonews.syntax import Tree

_LONGEST = 14
"""Words up to the dash behind it, at most."""
_DASHES = frozenset({"-", "--", "–", "—"})
_WITHIN = frozenset({",", "/", ".", "(", ")"})


def is_filed(tree: Tree, end: int) -> bool:
    """Tell whether the name that ends at code point ``end`` stands before a dash that ends a head of names and days."""
    last = tree.range(end - 1, end)[0]
    first, behind = tree.bounds[tree.tokens[last].passage]
    for index in range(first, min(first + _LONGEST, behind - 1)):
        token = tree.tokens[index]
        if token.text in _DASHES:
            free = tree.tokens[index - 1].end < token.start < token.end < tree.tokens[index + 1].start
            return last < index and free and _is_head(tree, first, index)
        if not (token.text[:1].isupper() or token.text.isdigit() or token.text in _WITHIN):
            return False
    return False


def _is_head(tree: Tree, first: int, dash: int) -> bool:
    """Tell a dateline from an aside: it has an agency in brackets, capitals or a comma."""
    words = [tree.tokens[index].text for index in range(first, dash)]
    return ")" in words or "," in words or (words[0].isupper() and len(words[0]) > 1)
