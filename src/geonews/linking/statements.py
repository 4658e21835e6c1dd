"""Who states a figure, who denies it, and for which day: fills ``attribution``, ``denier`` and ``date``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import islice

from geonews.linking.dates import Stated, day_of, find_dates
from geonews.linking.denials import denial
from geonews.linking.phrases import Phrase, governor
from geonews.linking.speakers import Span, speaker
from geonews.linking.verbs import VERBS
from geonews.models import Article, Evidence, Figure
from geonews.syntax import SUBJECTS, Tree

_AHEAD = frozenset({"planned", "considered", "threatened"})
_BOUNDS = frozenset({"since", "until", "till", "after", "before"})
"""A date behind these is not the event's own."""
_AIMED = frozenset({"by", "until"})
_EARLIER = re.compile(r",\s(?:up|down|compared|rising|falling|more|fewer|higher)\s[^.;]*\b(?:from|than|with|to)\s")
"""The date behind it is of the number behind it: "150,000 troops, up from 100,000 in January"."""
_AMID = frozenset({"in", "during", "at"})
_LIMITS = frozenset({"since", "until", "till", "before"})
_FATAL = VERBS["harm"] | {"die"}
_PAST = frozenset({"VBN", "VBD"})
_JOINED = frozenset({"advcl", "conj", "xcomp", "ccomp", "pcomp"})


def stated(figures: Sequence[Figure], article: Article, evidence: Evidence) -> tuple[Figure, ...]:
    """Return the figures with ``attribution``, ``denier`` and ``date`` filled.

    The date is the one that the sentence gives for the figure's event, else for its report, else the day of
    publication, else ``None``.
    """
    tree = Tree.of(evidence)
    published = day_of(article.published)
    return tuple(_one(figure, article.text, tree, published) for figure in figures)


def _one(figure: Figure, text: str, tree: Tree, published: date | None) -> Figure:
    phrase = Phrase.of(figure, tree)
    apart = denial(tree, phrase)
    first, last = tree.bounds[tree.tokens[phrase.head].passage]
    span = tree.tokens[first].start, tree.tokens[last - 1].end
    dates = tuple(find_dates(text, *span, published, ahead=figure.status in _AHEAD))
    past = {one.start: one for one in find_dates(text, *span, published, ahead=False)}
    own = _own(text, tree, phrase, figure, [(one, past.get(one.start, one)) for one in dates])
    said = _verbatim(text, tree, speaker(tree, phrase))
    denied = _verbatim(text, tree, apart.by) if apart else None
    return replace(
        figure,
        attribution=said,
        denier=denied if denied != said else None,
        date=own or (published.isoformat() if published else None),
    )


def _verbatim(text: str, tree: Tree, span: Span | None) -> str | None:
    return text[tree.tokens[span[0]].start : tree.tokens[span[1] - 1].end].strip() if span else None


def _own(text: str, tree: Tree, phrase: Phrase, figure: Figure, dates: Sequence[tuple[Stated, Stated]]) -> str | None:
    """Return the date that hangs nearest to the figure's event; each is given as it looks ahead, and as it looks back.

    What is told in the past tense looks back: "said on Thursday that it would send".
    """
    above = (phrase.number, phrase.head, *tree.ancestors(phrase.head), *_befell(tree, phrase, figure))
    ranked: list[tuple[int, int, str]] = []
    for one, back in dates:
        first, last = tree.range(one.start, one.end)
        then = _what_happened_then(tree, last)
        if then in above and figure.start > one.start:
            ranked.append((0, 0, one.iso))
            continue
        if tree.word(first - 1) in _BOUNDS or _EARLIER.search(text, figure.end, one.start):
            continue
        near = 1 if _only_tells_which(tree, first) else None
        index = tree.top(first, last)
        governors = _within(tree, tree.tokens[index].head) if one.is_named else _governors(tree, index)
        for steps, above_it in enumerate(islice(governors, near)):
            if steps == 0 and _is_bound(tree, above_it):
                break
            if above_it in above:
                said = tree.tokens[above_it].lemma in VERBS["say"] or _is_of_report(tree, first)
                past = tree.tokens[above_it].tag == "VBD" and _AIMED.isdisjoint(
                    (tree.word(first - 1), tree.word(first))
                )
                iso = back.iso if said or past else one.iso
                ranked.append((2 if said else 1 if steps else 0, abs(one.start - figure.start), iso))
                break
    return min(ranked)[2] if ranked else None


def _befell(tree: Tree, phrase: Phrase, figure: Figure) -> Iterator[int]:
    """Yield what tells of the dead how they died: "the nine people killed in 2019 were remembered on Friday"."""
    if figure.kind == "casualties" and tree.tokens[governor(tree, phrase.head)].lemma not in _FATAL:
        yield from (verb for verb in tree.children(phrase.head, "acl", "relcl") if tree.tokens[verb].tag in _PAST)


def _what_happened_then(tree: Tree, behind: int) -> int | None:
    """Return the verb behind a date that "when" goes back to: "the worst since 2020, when 100 were killed"."""
    when = behind + 1 if tree.word(behind) == "," else behind
    return tree.tokens[when].head if tree.word(when) == "when" else None


def _is_of_report(tree: Tree, first: int) -> bool:
    """Tell whether the date stands behind a verb of reporting, whatever the parse says: "said on Thursday it would"."""
    before = first - 2 if tree.word(first - 1) == "on" else first - 1
    return tree.tokens[max(before, 0)].lemma in VERBS["say"]


def _only_tells_which(tree: Tree, first: int) -> bool:
    """Tell whether the date belongs to the name of another event: "since the coup of 2021"; what acts is the event."""
    noun = tree.tokens[tree.tokens[first - 1].head]
    return tree.word(first - 1) == "of" and noun.dep not in SUBJECTS


def _is_bound(tree: Tree, verb: int) -> bool:
    """Tell whether the clause only says since when, or until when: "since fighting began in April"."""
    return any(tree.word(mark) in _LIMITS for mark in tree.children(verb, "mark"))


def _within(tree: Tree, event: int) -> Iterator[int]:
    """Yield the event, and the verb of what it does or of what happens in it: "killed in the 2010 floods"."""
    yield event
    above = tree.tokens[event].head
    if tree.tokens[event].dep in SUBJECTS:
        yield above
    elif tree.word(above) in _AMID:
        yield tree.tokens[above].head


def _governors(tree: Tree, index: int) -> Iterator[int]:
    """Yield the word that the date tells the time of, then the verbs that this one is joined to."""
    while tree.tokens[index].head != index and tree.tokens[tree.tokens[index].head].pos in {"ADP", "SCONJ"}:
        index = tree.tokens[index].head
    own = tree.tokens[index].head
    while own != tree.tokens[own].head and tree.tokens[own].pos == "NUM":
        own = tree.tokens[own].head
    yield own
    while tree.tokens[own].head != own and (tree.tokens[own].dep in _JOINED or not tree.is_verb(own)):
        own = tree.tokens[own].head
        yield own
