"""The cues that tell a place from the people who act in its name: syntax around the mention, as short strings.

After the dependency features of Gritta et al. 2017, "Vancouver welcomes you!" (the ReLocaR corpus). Each cue has a
learnt weight; an unseen cue weighs nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

from geonews.extraction.toponyms.spans import Span
from geonews.models import Token
from geonews.tables import rows

_ACTS = {row["lemma"]: row["act"] for row in rows(__package__, "acts")}

_UPON = frozenset({"against", "on", "upon", "at", "into", "over"})


def cues(tokens: Sequence[Token], span: Span, place_kind: str) -> tuple[str, ...]:
    """Describe one mention; ``place_kind`` is its likeliest place's kind, or "none"."""
    top = _top(tokens, span)
    token, head = tokens[top], tokens[tokens[top].head]
    found = ["bias", f"kind={place_kind}", f"dep={token.dep}", f"dep={token.dep}|kind={place_kind}"]
    if token.dep == "conj":
        token, head = _first_conjunct(tokens, top)
        found.append(f"conj={token.dep}")
    found += [f"head={_lemma(head)}", f"dep={token.dep}|head={_lemma(head)}", f"dep={token.dep}|pos={head.pos}"]
    if token.dep == "pobj":
        governor = tokens[head.head]
        found += [f"prep={_lemma(head)}|kind={place_kind}", f"prep={_lemma(head)}|governor={_lemma(governor)}"]
        found += [f"prep={_lemma(head)}|pos={governor.pos}", f"governor={_lemma(governor)}"]
        found += [f"act={_act(governor)}", f"prep={_lemma(head)}|act={_act(governor)}"]
    if token.dep == "poss":
        found.append(f"poss|kind={place_kind}")
    verb = _governing_verb(tokens, tokens[top].head)
    found += [f"verb={_lemma(verb) if verb else ''}", f"dep={token.dep}|act={_act(verb)}"]
    found += _neighbours(tokens, span)
    return tuple(found)


def under_force(tokens: Sequence[Token], span: Span) -> bool:
    """Tell whether force is done to the place ("a strike against Ukraine", "take Kyiv"), which makes it literal."""
    at = _top(tokens, span)
    while tokens[at].dep == "conj" and tokens[at].head < at:
        at = tokens[at].head
    token, head = tokens[at], tokens[tokens[at].head]
    if token.dep == "pobj" and _lemma(head) in _UPON:
        return _act(tokens[head.head]) == "force"
    return token.dep in {"dobj", "nsubjpass"} and (_act(head) == "force" or _lemma(head) == "take")


def _top(tokens: Sequence[Token], span: Span) -> int:
    """Return the word of the span whose governor stands outside it."""
    for at in range(*span):
        if not span[0] <= tokens[at].head < span[1] or tokens[at].head == at:
            return at
    return span[1] - 1


def _first_conjunct(tokens: Sequence[Token], at: int) -> tuple[Token, Token]:
    seen = 0
    while tokens[at].dep == "conj" and tokens[at].head != at and seen < 20:  # noqa: PLR2004 - a parse may loop oddly
        at, seen = tokens[at].head, seen + 1
    return tokens[at], tokens[tokens[at].head]


def _governing_verb(tokens: Sequence[Token], at: int) -> Token | None:
    """Return the nearest verb above, at most six steps up."""
    for _ in range(6):
        if tokens[at].pos in {"VERB", "AUX"}:
            return tokens[at]
        at = tokens[at].head
    return None


def _neighbours(tokens: Sequence[Token], span: Span) -> list[str]:
    first, last = span
    here = tokens[first].passage
    before = tokens[first - 1] if first and tokens[first - 1].passage == here else None
    after = tokens[last] if last < len(tokens) and tokens[last].passage == here else None
    return [
        f"before={before.text.lower() if before else ''}",
        f"after={after.text.lower() if after else ''}",
        f"starts={before is None}",
    ]


def _act(token: Token | None) -> str:
    """Return the sort of act that a word stands for, or ""."""
    return _ACTS.get(_lemma(token), "") if token else ""


def _lemma(token: Token) -> str:
    return token.lemma.lower()
