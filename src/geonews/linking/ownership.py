"""Whose a figure is, and how far it has come: fills ``owner`` and ``status``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from geonews.linking.owners import Owners
from geonews.linking.phrases import Phrase, governor, heads
from geonews.linking.status import status_of
from geonews.linking.verbs import VERBS
from geonews.models import Evidence, Figure, Resolution, Toponym
from geonews.syntax import Tree
from geonews.tables import rows

_SOLDIERLY = frozenset({"ministry", "military", "army", "navy", "force", "command", "staff", "fleet", "minister"})
_MOVERS = frozenset({"ships", "aircraft", "troops", "units", "vehicles"})
_SAME = frozenset({"others", "more", "wounded", "injured"})
_UNSTATED = frozenset(row["noun"] for row in rows(__package__, "ranks"))
_SENT = frozenset({"fire", "launch", "drop", "lose", "use", "shoot"})
"""What a ministry reports of these may well be the enemy's."""


def attribute(
    figures: Sequence[Figure],
    evidence: Evidence,
    toponyms: Sequence[Toponym],
    resolutions: Sequence[Resolution],
    *,
    countries: Mapping[str, str] | None = None,
) -> tuple[Figure, ...]:
    """Return the figures with ``owner`` (``None`` where the text does not say) and ``status`` filled.

    A country is named as its ``Place.name``. A capital that speaks for its government takes the name of its
    country from the article's other toponyms and candidates, else from ``countries`` (ISO 3166-1 alpha-2 -> name).
    Organisations come from ``data/organisations.csv``.
    """
    tree = Tree.of(evidence)
    owners = Owners(tree, toponyms, resolutions, countries or {})
    found: list[Figure] = []
    for figure in figures:
        phrase = Phrase.of(figure, tree)
        owner = next(filter(None, _claims(figure, phrase, tree, owners)), None)
        if owner is None and found and _continues(figure, found[-1], tree):
            owner = found[-1].owner
        found.append(replace(figure, owner=owner, status=status_of(figure, phrase, tree)))
    return tuple(found)


def _continues(figure: Figure, previous: Figure, tree: Tree) -> bool:
    """Tell whether the figure counts more of the same: "three SDF fighters were killed and seven others wounded"."""
    here, there = (tree.tokens[tree.range(one.start, one.end)[0]].passage for one in (figure, previous))
    bare = figure.noun.lower() in _SAME or figure.text == figure.quote
    return here == there and figure.kind == previous.kind and bare


def _claims(figure: Figure, phrase: Phrase, tree: Tree, owners: Owners) -> Iterator[str | None]:
    """Yield the possible owners, best evidence first."""
    yield _in_phrase(phrase, tree, owners)
    yield _behind(phrase.head, tree, owners)
    yield _coordinated(figure, phrase, tree, owners)
    above = phrase.head if figure.kind != "money" else phrase.number
    if figure.kind == "casualties":
        yield _loser(above, tree, owners)
        return
    if figure.kind == "displaced":
        return
    yield from _actors(above, tree, owners)
    if figure.kind in _MOVERS:
        yield _speaker(above, tree, owners)


def _in_phrase(phrase: Phrase, tree: Tree, owners: Owners) -> str | None:
    """Read the noun phrase from its head to the left: "British marines", "NATO troops", "Ukraine's 20 tanks"."""
    for index in range(phrase.last - 1, phrase.first - 1, -1):
        owner = owners.owns(index)
        if owner:
            return owner
    for child in tree.children(phrase.head, "poss"):
        owner = _named(child, tree, owners)
        if owner:
            return owner
    return None


def _behind(head: int, tree: Tree, owners: Owners) -> str | None:
    """Read "soldiers of the Russian army", "fighters of the forces of YPG", "aid from Germany", "launched by"."""
    for child in tree.children(head, "prep"):
        if tree.word(child) == "of" or (tree.word(child) == "from" and not _moves(tree, head)):
            for noun in tree.children(child, "pobj"):
                owner = _within(noun, tree, owners) or _behind(noun, tree, owners)
                if owner:
                    return owner
    for verb in tree.children(head, "acl"):
        owner = _agent(verb, tree, owners)
        if owner:
            return owner
    return None


def _moves(tree: Tree, index: int) -> bool:
    return tree.tokens[governor(tree, index)].lemma in VERBS["move"] | VERBS["own"]


def _coordinated(figure: Figure, phrase: Phrase, tree: Tree, owners: Owners) -> str | None:
    """Inherit along "six British marines and two sailors", but not to civilians nor to militants."""
    if figure.noun.lower() in _UNSTATED:
        return None
    for head in list(heads(tree, phrase.head))[1:]:
        name = tree.tokens[head].tag == "NNP"
        owner = None if name else _within(head, tree, owners)
        if owner:
            return owner
    return None


def _within(head: int, tree: Tree, owners: Owners) -> str | None:
    """Return the owner named by ``head`` or by its direct modifiers."""
    own = owners.at(head)
    if own:
        return own
    for child in tree.children(head, "amod", "compound", "nmod", "poss"):
        owner = owners.owns(child) or _named(child, tree, owners)
        if owner:
            return owner
    return None


def _named(index: int, tree: Tree, owners: Owners) -> str | None:
    """Return the owner at ``index``; "its" and "it" are the subject that they stand for."""
    if tree.tokens[index].pos == "PRON":
        return _antecedent(index, tree, owners)
    if owners.at(index):
        return owners.at(index)
    for child in tree.children(index, "amod", "compound", "nmod", "poss"):
        if tree.tokens[child].pos != "PRON" and owners.owns(child):
            return owners.owns(child)
    return None


def _antecedent(pronoun: int, tree: Tree, owners: Owners) -> str | None:
    """Return the owner among the subjects above, then those of the previous sentence."""
    if tree.word(pronoun) not in {"it", "its", "they", "their", "he", "his", "she", "her", "we", "our"}:
        return None
    for above in tree.ancestors(pronoun):
        subject = tree.subject(above) if tree.is_verb(above) else None
        if subject is not None and subject < pronoun and tree.tokens[subject].pos != "PRON":
            owner = _named(subject, tree, owners)
            if owner:
                return owner
    return _previous_subject(tree.tokens[pronoun].passage, tree, owners)


def _previous_subject(passage: int, tree: Tree, owners: Owners) -> str | None:
    if passage == 0:
        return None
    first, last = tree.bounds[passage - 1]
    for index in range(first, last):
        if tree.tokens[index].dep == "nsubj" and tree.tokens[tree.tokens[index].head].dep == "ROOT":
            return None if tree.tokens[index].pos == "PRON" else _named(index, tree, owners)
    return None


def _loser(head: int, tree: Tree, owners: Owners) -> str | None:
    """Read "Ukraine has lost 30 soldiers"."""
    verb = governor(tree, head)
    if tree.tokens[verb].lemma != "lose" or tree.tokens[head].dep != "dobj":
        return None
    subject = tree.subject(verb)
    return None if subject is None else _named(subject, tree, owners)


def _actors(head: int, tree: Tree, owners: Owners) -> Iterator[str | None]:
    """Yield who sends, masses or fires: subjects, agents, and owners of the event's noun."""
    index = head
    while tree.tokens[index].head != index:
        above = tree.tokens[index].head
        if tree.is_verb(above):
            yield _by_verb(index, above, tree, owners)
            return
        if tree.tokens[above].pos == "NOUN":
            yield _within(above, tree, owners)
        index = above


def _by_verb(index: int, verb: int, tree: Tree, owners: Owners) -> str | None:
    dep = tree.tokens[index].dep
    if tree.tokens[verb].lemma not in VERBS["own"]:
        return None
    if dep in {"nsubjpass", "nsubj"} and tree.is_passive(verb):
        return _agent(verb, tree, owners)
    if dep in {"nsubj", "nsubjpass"}:
        return None
    subject = tree.subject(verb)
    if subject is None or subject == index:
        return _agent(verb, tree, owners)
    return _named(subject, tree, owners)


def _agent(verb: int, tree: Tree, owners: Owners) -> str | None:
    for preposition in tree.children(verb, "agent"):
        for noun in tree.children(preposition, "pobj"):
            return _named(noun, tree, owners)
    return None


def _speaker(head: int, tree: Tree, owners: Owners) -> str | None:
    """Read "the Russian Defense Ministry said that six ships were moving": a force that speaks of what it does."""
    head = list(heads(tree, head))[-1]
    verb = governor(tree, head)
    moving = tree.tokens[head].dep == "nsubj" and tree.tokens[verb].lemma in VERBS["move"]
    moved = tree.tokens[head].dep == "nsubjpass" and tree.tokens[verb].lemma in VERBS["own"] - _SENT
    if not moving and not moved:
        return None
    for above in (verb, *tree.ancestors(verb)):
        if tree.tokens[above].lemma in VERBS["say"]:
            subject = tree.subject(above)
            if subject is not None and tree.tokens[subject].lemma.lower() in _SOLDIERLY:
                return _modifying(subject, tree, owners)
    return None


def _modifying(noun: int, tree: Tree, owners: Owners) -> str | None:
    for index in range(noun, max(noun - 4, tree.bounds[tree.tokens[noun].passage][0] - 1), -1):
        if owners.at(index):
            return owners.at(index)
    return None
