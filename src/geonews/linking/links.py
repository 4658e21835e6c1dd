"""Ties each figure to the literal places of its event, with the role that each plays; no evidence, no link."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from geonews.datelines import in_dateline
from geonews.linking.attachments import Attachment, Tie, attachments, names_border
from geonews.linking.clauses import Clauses
from geonews.linking.context import stand_ins
from geonews.linking.events import tiers
from geonews.linking.nesting import is_part
from geonews.linking.phrases import Phrase, is_whole
from geonews.linking.preceding import places_before
from geonews.linking.roles import role_of
from geonews.linking.scores import score_of
from geonews.linking.sharing import shared
from geonews.linking.speakers import Span, closing
from geonews.linking.verbs import VERBS
from geonews.models import Evidence, Figure, Link, LinkMethod, LinkRole, Resolution, Toponym
from geonews.syntax import Tree

_RECEIVERS = frozenset({"literal", "metonymic"})
"""A government receives as its country does; every other role is a literal place's."""
_POSITIONS = frozenset("in near at outside inside around into across through towards toward to".split())
_WAYS = frozenset({"to", "from", "for"})
_UNDERGONE = frozenset({"nsubj", "nsubjpass", "dobj"})
_WEAKEST = 2
"""The tier of places that only the sentence before names."""
_REACH = 40
"""Places before a figure, and as many behind, that may be its own; nobody reads a longer sentence as one event."""


def link_figures(
    figures: Sequence[Figure],
    evidence: Evidence,
    toponyms: Sequence[Toponym],
    resolutions: Sequence[Resolution],
) -> tuple[Link, ...]:
    """Return the links, in order of figures and then of toponyms.

    Every level that the sentence names is linked ("Lasna, Estonia": both). The method is ``syntax`` where the
    place hangs on the figure's event, ``context`` where "the country" or "there" hangs on it and stands for the place,
    or where only the sentence before says where.
    """
    tree = Tree.of(evidence)
    places = frozenset(index for toponym in toponyms for index in range(*tree.range(toponym.start, toponym.end)))
    tied = _by_passage(tree, toponyms, places)
    others = stand_ins(tree, toponyms, resolutions, places)
    for ties in others.values():
        ties.sort(key=lambda tie: tie[0])
    phrased = [(figure, Phrase.of(figure, tree)) for figure in figures]
    clauses = Clauses.of(tree, evidence, phrased)
    links: list[Link] = []
    for number, (figure, phrase) in enumerate(phrased):
        passage = tree.tokens[phrase.head].passage
        near = [tie for by in (tied, others) for tie in _around(by.get(passage, ()), toponyms, figure.start)]
        near = clauses.shared(phrase.head, near)
        near = [tie for tie in near if toponyms[tie[0]].kind in _RECEIVERS or _is_where(tree, tie, toponyms)]
        where = {tie[0] for tie in near if _is_where(tree, tie, toponyms)}
        own = [
            link
            for link in _links(number, figure, phrase, tree, near)
            if toponyms[link.toponym].kind == "literal" or link.role == "recipient" or link.toponym in where
            if link.role == "location" or not is_whole(tree, phrase)
        ]
        said = None if figure.kind == "casualties" else closing(tree, passage)
        own = [link for link in own if not _is_inside(tree, toponyms[link.toponym], said)]
        own = [link for link in own if not _is_filed(tree, toponyms[link.toponym])] or own
        gapped = _gapped(tree, phrase, toponyms) if own else None
        own = [replace(own[0], toponym=gapped)] if gapped is not None else own
        links.extend(own or _from_before(number, figure, passage, tree, toponyms))
    return tuple(shared([phrase for _, phrase in phrased], tree, toponyms, links))


def _is_inside(tree: Tree, toponym: Toponym, span: Span | None) -> bool:
    """Tell whether the name only says where those are who speak: "..., an officer in Lima said"."""
    return span is not None and span[0] <= tree.range(toponym.start, toponym.end)[0] < span[1]


def _is_filed(tree: Tree, toponym: Toponym) -> bool:
    return in_dateline(tree.tokens, tree.range(toponym.start, toponym.end))


def _gapped(tree: Tree, phrase: Phrase, toponyms: Sequence[Toponym]) -> int | None:
    """Return the place that takes the part of the one before: "Lima was hit by 12 missiles, and Cusco by seven"."""
    if tree.word(phrase.first - 1) != "by":
        return None
    ends = tree.tokens[phrase.first - 2].end
    at = bisect_right(toponyms, ends, key=lambda toponym: toponym.end) - 1
    if at < 0 or toponyms[at].end != ends:
        return None
    return at if tree.word(tree.range(toponyms[at].start, ends)[0] - 1) == "and" else None


def _from_before(number: int, figure: Figure, passage: int, tree: Tree, toponyms: Sequence[Toponym]) -> Iterator[Link]:
    for toponym in places_before(figure, passage, tree, toponyms):
        yield Link(number, toponym, "location", "context", score_of("context", _WEAKEST))


def _is_where(tree: Tree, tie: Tie, toponyms: Sequence[Toponym]) -> bool:
    """Tell whether grammar makes a place of the mention, whatever its kind was taken for: "in Kobane", "into Gaza"."""
    index, chain, _ = tie
    if not chain or toponyms[index].kind == "demonym" or not _says_where(tree, chain[0]):
        return False
    tied = tree.tokens[chain[0].tie].start
    return tied < toponyms[index].start and (index == 0 or toponyms[index - 1].end <= tied)


def _says_where(tree: Tree, step: Attachment) -> bool:
    if step.relation in {"with", "between"}:
        return names_border(tree, step.tie)
    leaving = step.relation == "from" and tree.tokens[step.governor].lemma.lower() in VERBS["move"] | VERBS["remove"]
    return leaving or step.relation in _POSITIONS


def _around(ties: Sequence[Tie], toponyms: Sequence[Toponym], start: int) -> Sequence[Tie]:
    """Return the ties nearest to code point ``start``; they come in the order of the text."""
    middle = bisect_right(ties, start, key=lambda tie: toponyms[tie[0]].start)
    return ties[max(middle - _REACH, 0) : middle + _REACH]


def _by_passage(tree: Tree, toponyms: Sequence[Toponym], places: frozenset[int]) -> dict[int, list[Tie]]:
    found: dict[int, list[Tie]] = {}
    chain: tuple[Attachment, ...] = ()
    end = 0
    for index, toponym in enumerate(toponyms):
        first, last = tree.range(toponym.start, toponym.end)
        if not (chain and is_part(tree, end, first)):
            chain = attachments(tree, toponym, places)
        end = last
        found.setdefault(tree.tokens[first].passage, []).append((index, chain, "syntax"))
    return found


def _links(number: int, figure: Figure, phrase: Phrase, tree: Tree, ties: list[Tie]) -> Iterator[Link]:
    """Yield the links of the surest tier that has any."""
    suffers = _suffers(tree, phrase)
    for tier, governors in enumerate(tiers(tree, figure, phrase)):
        found: dict[int, tuple[LinkRole, LinkMethod]] = {}
        for toponym, chain, method in ties:
            own = () if _counts_apart(tree, figure, phrase, chain) else _up_to(tree, phrase, chain)
            role = _role(tree, figure, own, governors, suffers=suffers)
            if role and toponym not in found and (tier == 0 or figure.kind != "displaced" or role == "location"):
                found[toponym] = (role, method)
        if found:
            for toponym in sorted(found):
                role, method = found[toponym]
                yield Link(number, toponym, role, method, score_of(method, tier))
            return


def _counts_apart(tree: Tree, figure: Figure, phrase: Phrase, chain: Sequence[Attachment]) -> bool:
    """Tell whether the place hangs on another bare number: "2,500 troops in Chad and 900 in Peru".

    Of a sum, on anything else that is counted: "$5 million for 300 refugees from Chad".
    """
    for step in chain:
        if step.governor in {phrase.number, phrase.head}:
            return False
        numbers = set(tree.children(step.governor, "nummod")) if figure.kind == "money" else set()
        if tree.tokens[step.governor].pos == "NUM" or numbers - {phrase.number}:
            return True
    return False


def _up_to(tree: Tree, phrase: Phrase, chain: Sequence[Attachment]) -> Sequence[Attachment]:
    """Return what ties the place, up to the figure's own noun or an event: what those hang on says nothing of it."""
    own = {phrase.head, phrase.number, *tree.below_by(phrase.head, "conj")}
    for length, step in enumerate(chain, 1):
        token = tree.tokens[step.governor]
        event = token.pos == "NOUN" and token.lemma.lower() in VERBS["event"]
        if event or step.governor in own:
            return chain[:length]
    return chain


def _suffers(tree: Tree, phrase: Phrase) -> bool:
    """Tell whether the figure is what was destroyed or seized."""
    token = tree.tokens[phrase.head]
    verb = tree.tokens[token.head].lemma
    return token.dep in {"dobj", "nsubjpass"} and verb in VERBS["ruin"] | VERBS["harm"]


def _role(
    tree: Tree, figure: Figure, chain: Sequence[Attachment], governors: frozenset[int], *, suffers: bool
) -> LinkRole | None:
    """Return the outermost role: what is sent "to a base in Poland" is sent to Poland.

    What becomes of "a flight to Dakar" does not become of Dakar.
    """
    ways = [at for at, step in enumerate(chain) if step.relation in _WAYS]
    own = (
        chain
        if not ways
        else [step for at, step in enumerate(chain) if at <= ways[0] or step.relation not in _UNDERGONE]
    )
    roles = (role_of(tree, figure, step, suffers=suffers) for step in reversed(own) if step.governor in governors)
    return next(filter(None, roles), None)
