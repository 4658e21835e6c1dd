"""Denials that stand apart from what they deny: "The ministry denied the report." behind the sentence that tells it.

A sentence that names no place and counts nothing has no syntax: the next one is read by the order of its words.
"""

from __future__ import annotations

from typing import NamedTuple

from geonews.linking.falsehoods import BEING, ENDS, FALSE, calls_false, is_false
from geonews.linking.phrases import Phrase
from geonews.linking.speakers import BESIDE, Span, denier, named_before
from geonews.linking.verbs import VERBS
from geonews.syntax import Tree
from geonews.tables import rows

_DENYING = frozenset(row["word"] for row in rows(__package__, "status") if row["status"] == "denied")
_DENIED = frozenset("denied denies rejected rejects dismissed dismisses refuted refutes disputed disputes".split())
_TRUE = frozenset({"true", "correct", "accurate"})
_BACK = frozenset({"it", "this", "that"})
_ARTICLES = frozenset({"the", "this", "that", "these", "those"})
_TOLD = VERBS["report"] | {"figure", "number", "account", "toll", "count", "news", "estimate"}
_GOES_ON = ENDS | {"as", "and", "but", "later", "outright", "saying"}
"""What stands behind "denied it" where "it" is what was told, and no report of something else."""
_UNSAID = frozenset(
    "no not never n't n’t neither nor nobody none without whether if refused declined earlier had would could".split()
)
"""Before the verb: nothing is denied, or not what was just told."""
_SAYING = frozenset({"said", "says"})
_QUOTES = frozenset({'"', "“", "``", "'", "‘"})
_STOPS = frozenset({",", ";", ":", "(", "–", "—"})
_DASHES = frozenset({"(", "-", "–", "—"})
_ASIDE = frozenset({"relcl", "acl", "advcl"})
"""What is told in passing is not what the next sentence denies."""
_OPENING = frozenset("on in at late early later however meanwhile but".split())
_NEAR = 6
"""Words before the comma of what opens a sentence."""
_ASIDES = 16
"""Words between two commas, at most."""


class Denial(NamedTuple):
    """That what a figure is told in is denied elsewhere."""

    by: Span | None
    """The tokens that name who denies."""


def denial(tree: Tree, phrase: Phrase) -> Denial | None:
    """Return the denial, in the rest of the figure's sentence or in the next one, of what it is told in."""
    passage = tree.tokens[phrase.head].passage
    above = {phrase.head, *tree.ancestors(phrase.head)}
    bounds = tree.bounds[passage]
    unsaid = False
    for verb in range(phrase.last, bounds[1]):
        word = tree.word(verb)
        unsaid = word in _UNSAID or (unsaid and word not in _STOPS | {"but"})
        if not unsaid and verb not in above and (_denies_it(tree, verb) or _denies_which(tree, verb, phrase.last)):
            return Denial(denier(tree, verb))
        if word in BEING and is_false(tree, verb + 1) and _is_of_reports(tree, phrase.first, verb, bounds[0]):
            return Denial(None)
        if not unsaid and _denies_by_order(tree, verb):
            return Denial(named_before(tree, verb, bounds))
    aside = any(_is_aside(tree, index) for index in above)
    return None if aside or passage + 1 >= len(tree.bounds) else _next(tree, *tree.bounds[passage + 1])


def _is_of_reports(tree: Tree, figure: int, verb: int, begin: int) -> bool:
    """Read "media reports that 2,000 were fighting are fake", which a parse easily takes for something else."""
    words = [tree.word(index) for index in range(begin, verb)]
    before = words[: figure - begin]
    return "," not in words and any(word.removesuffix("s") in _TOLD for word in before)


def _is_aside(tree: Tree, index: int) -> bool:
    """Tell whether it is told in passing; what a parse takes for an apposition to a dateline is not."""
    token = tree.tokens[index]
    if token.dep != "appos":
        return token.dep in _ASIDE
    return not any(tree.word(between) in _DASHES for between in range(token.head, index))


def _next(tree: Tree, first: int, last: int) -> Denial | None:
    """Read a sentence that begins with who denies: further on, "the figure" may be one of its own."""
    while first < last and tree.word(first) in _QUOTES:
        first += 1
    first = _behind_opening(tree, first, last)
    who, behind = _before_aside(tree, first, last)
    if who and _denies_by_order(tree, behind + (tree.word(behind) in BESIDE)):
        return Denial(who)
    begin = first
    for index in range(first, last):
        word = tree.word(index)
        if word in _STOPS:
            return None
        if (word, tree.word(index + 1)) == ("no", "such"):  # "said it had no such plans"
            says = next((at for at in range(begin, index) if tree.word(at) in _SAYING), begin)
            return Denial(named_before(tree, says, (begin, last)))
        if word in _UNSAID:
            first = last  # what follows "but" may begin anew
        elif word == "but":
            first = index + 1
        elif first < last and _denies_by_order(tree, index):
            return Denial(named_before(tree, index, (first, last)))
        elif first < last and word in BEING and (_is_untrue(tree, index) or _is_none(tree, index)):
            begins = index - 2 if _told(tree, index - 2) else index - 1
            by = named_before(tree, begins - 1, (first, last)) if tree.word(begins - 1) in _SAYING else None
            return Denial(by) if by or begins == first else None
    return None


def _behind_opening(tree: Tree, first: int, last: int) -> int:
    """Return what follows "On Monday," and "In a statement,"."""
    stop = _comma(tree, first, min(first + _NEAR, last))
    return stop + 1 if stop is not None and tree.word(first) in _OPENING else first


def _before_aside(tree: Tree, first: int, last: int) -> tuple[Span | None, int]:
    """Return who is told of in passing, and what follows: "The group, which holds the city, denied it"."""
    opens = _comma(tree, first, min(first + _NEAR, last))
    closes = _comma(tree, opens + 1, min(opens + _ASIDES, last)) if opens is not None else None
    if opens is None or closes is None:
        return None, first
    return named_before(tree, opens, (first, last)), closes + 1


def _comma(tree: Tree, first: int, last: int) -> int | None:
    return next((index for index in range(first + 1, last) if tree.word(index) == ","), None)


def _is_untrue(tree: Tree, being: int) -> bool:
    """Read "the report was false", "that is not true" and "the claim was denied", with nothing behind."""
    if not (_told(tree, being - 2) or tree.word(being - 1) in _BACK):
        return False
    word, behind = tree.word(being + 1), tree.word(being + 2)
    if word == "not":
        return behind in _TRUE and tree.word(being + 3) in ENDS
    return is_false(tree, being + 1) or (word in _DENIED and behind in ENDS | {"by"})


def _is_none(tree: Tree, being: int) -> bool:
    """Read "there were none"."""
    words = tree.word(being - 1), tree.word(being + 1)
    return words == ("there", "none") and tree.word(being + 2) in ENDS


def _denies_by_order(tree: Tree, index: int) -> bool:
    """Read "denied the claim" and "called that figure false"."""
    word = tree.word(index)
    if word in {"called", "calls"}:
        known = _told(tree, index + 1) and calls_false(tree, index + 1)
        return known or (tree.word(index + 1) in _BACK and is_false(tree, index + 2))
    such = "such" in {tree.word(index + 2), tree.word(index + 3)}  # "denied having such plans", "any such plan"
    return word in _DENIED and (such or _goes_back_by_order(tree, index + 1))


def _goes_back_by_order(tree: Tree, index: int) -> bool:
    """Tell whether "it", "the report" or "that figure" begins there, and what was told goes no further."""
    behind = index + 2 if _told(tree, index) else index + 1 if tree.word(index) in _BACK else None
    if behind is None or (tree.word(index) == "that" and tree.word(behind) == ","):
        return False
    return tree.word(behind) in _GOES_ON or (tree.word(behind) == "on" and tree.word(behind + 1).endswith("day"))


def _told(tree: Tree, index: int) -> bool:
    noun = tree.word(index + 1)
    return tree.word(index) in _ARTICLES and (noun in _TOLD or noun.removesuffix("s") in _TOLD)


def _denies_it(tree: Tree, verb: int) -> bool:
    if not tree.is_verb(verb):
        return False
    negated = any(True for _ in tree.children(verb, "neg"))
    if tree.tokens[verb].lemma.lower() in _DENYING:
        return not negated and any(_goes_back(tree, noun) for noun in tree.children(verb, "dobj", "nsubjpass"))
    if tree.tokens[verb].lemma != "be":
        return False
    said = [child for child in tree.children(verb, "acomp", "attr") if tree.word(child + 1) in ENDS]
    untrue = {tree.word(child) for child in said} & (_TRUE if negated else FALSE)
    return bool(untrue) and any(_goes_back(tree, noun) for noun in tree.children(verb, "nsubj"))


def _denies_which(tree: Tree, verb: int, behind: int) -> bool:
    """Read "..., which Warsaw denies", "..., a claim that Riyadh denied" and "..., a claim Kyiv called a lie"."""
    claim = tree.tokens[verb].head
    if tree.tokens[verb].dep == "relcl" and behind <= claim and _is_claim(tree, claim):
        return _denies(tree, verb)
    if tree.tokens[verb].lemma.lower() not in _DENYING:
        return False
    objects = (index for index in tree.children(verb, "dobj") if behind <= index < verb)
    return any(
        tree.word(index) == "which" or (tree.word(index) == "that" and tree.tokens[index - 1].lemma in VERBS["report"])
        for index in objects
    )


def _is_claim(tree: Tree, noun: int) -> bool:
    return tree.tokens[noun].lemma.lower() in _TOLD and tree.word(noun - 1) in {"a", "an"}


def _denies(tree: Tree, verb: int) -> bool:
    """Tell whether the verb, of what the clause belongs to, denies it: "the army disputed", "Kyiv called a lie"."""
    lemma = tree.tokens[verb].lemma.lower()
    if any(True for _ in tree.children(verb, "neg", "nsubjpass")):
        return False
    return lemma in _DENYING or (lemma == "call" and calls_false(tree, verb + 1))


def _goes_back(tree: Tree, noun: int) -> bool:
    """Tell whether it means what was just told: "it", "the report", "that figure", not "the report that ..."."""
    if tree.word(noun) in _BACK:
        return True
    known = any(tree.word(child) in _ARTICLES for child in tree.children(noun, "det"))
    told = tree.tokens[noun].lemma.lower() in _TOLD
    return told and known and not any(True for _ in tree.children(noun, "acl", "relcl", "ccomp", "prep"))
