"""The claims on a figure: who owns it by its own phrase, by the list that it stands in, by its verb, by its speaker."""

from __future__ import annotations

from collections.abc import Iterator

from geonews.linking.naming import named, within
from geonews.linking.owners import Owners
from geonews.linking.phrases import Phrase, governor, heads
from geonews.linking.speakers import speaker
from geonews.linking.verbs import VERBS
from geonews.models import Figure
from geonews.syntax import Tree
from geonews.tables import rows

_SOLDIERLY = frozenset({"ministry", "military", "army", "navy", "force", "command", "staff", "fleet", "minister"})
_MOVERS = frozenset({"ships", "aircraft", "troops", "units", "vehicles"})
_UNSTATED = frozenset(row["noun"] for row in rows(__package__, "ranks") if row["sort"] != "other")
_SENT = frozenset({"fire", "launch", "drop", "lose", "use", "shoot"})
"""What a ministry reports of these may well be the enemy's."""
_FORCES = frozenset({"force", "troop", "contingent", "garrison", "army"})
_STRENGTH = frozenset({"strength", "presence", "loss", "casualty", "death"})
_ESTIMATING = frozenset({"put", "place", "estimate", "peg"})
_TAKING = frozenset({"take", "retake", "recapture", "overrun", "besiege"})
"""Who "seized a ship with 20 sailors" did not come with them."""
_AGAINST = frozenset({"to", "at", "against", "on", "upon"})


def claims(figure: Figure, phrase: Phrase, tree: Tree, owners: Owners) -> Iterator[str | None]:
    """Yield the possible owners, best evidence first."""
    if _is_ours(phrase, tree):
        yield _of_us(phrase, tree, owners)
    if figure.kind != "money":
        yield _in_phrase(phrase, tree, owners)  # in "40 US dollars" nobody owns anything
    yield _of_them(phrase, tree, owners)
    yield _behind(phrase.head, tree, owners)
    yield _coordinated(figure, phrase, tree, owners)
    above = phrase.head if figure.kind != "money" else phrase.number
    if figure.kind == "casualties":
        if _is_estimated(tree, phrase.head):
            yield _of_total(phrase.head, tree, owners)
        yield _loser(above, tree, owners)
        return
    if figure.kind == "displaced":
        return
    if phrase.head == phrase.number or _is_estimated(tree, phrase.head):
        yield _of_total(phrase.head, tree, owners)
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
        owner = named(child, tree, owners)
        if owner:
            return owner
    return None


def _of_them(phrase: Phrase, tree: Tree, owners: Owners) -> str | None:
    """Read "1,100 of them Canadian"."""
    behind = phrase.number + 1
    if (tree.word(behind), tree.word(behind + 1)) != ("of", "them") or behind + 2 >= len(tree.tokens):
        return None
    return owners.owns(behind + 2)


def _is_ours(phrase: Phrase, tree: Tree) -> bool:
    """Tell whether those who speak own the figure: "our 300 troops", "we are sending 14 tanks"."""
    if any(tree.word(child) == "our" for child in tree.children(phrase.head, "poss")):
        return True
    verb = governor(tree, phrase.head)
    subject = tree.subject(verb) if tree.tokens[verb].lemma in VERBS["own"] else None
    return subject is not None and tree.word(subject) == "we"


def _of_us(phrase: Phrase, tree: Tree, owners: Owners) -> str | None:
    """Return whom "we" stands for: the state or alliance that the speaker is named with."""
    named_at = (owners.owns(index) for index in range(*(speaker(tree, phrase) or (0, 0))))
    return next(filter(None, named_at), None)


def _behind(head: int, tree: Tree, owners: Owners, depth: int = 3) -> str | None:
    """Read "soldiers of the Russian army", "fighters of the forces of YPG", "aid from Germany", "launched by"."""
    for child in tree.children(head, "prep"):
        if tree.word(child) == "of" or (tree.word(child) == "from" and not _moves(tree, head)):
            for noun in tree.children(child, "pobj"):
                if owners.at(noun) and not owners.owns(noun):
                    continue  # "pupils from Lima" are nobody's
                own = within(noun, tree, owners) if tree.word(child) == "of" else _state(noun, tree, owners)
                owner = own or (_behind(noun, tree, owners, depth - 1) if depth else None)
                if owner:
                    return owner
    for verb in tree.children(head, "acl"):
        owner = _agent(verb, tree, owners)
        if owner:
            return owner
    return None


def _state(noun: int, tree: Tree, owners: Owners) -> str | None:
    """Return the state or alliance that ``noun`` or its modifiers name: "men from the Lima area" are not Peru's."""
    names = (owners.owns(index) for index in (noun, *tree.children(noun, "amod", "compound", "nmod", "poss")))
    return next(filter(None, names), None)


def _moves(tree: Tree, index: int) -> bool:
    return tree.tokens[governor(tree, index)].lemma in VERBS["move"] | VERBS["own"]


def _coordinated(figure: Figure, phrase: Phrase, tree: Tree, owners: Owners) -> str | None:
    """Inherit along "six British marines and two sailors", but not to civilians nor to militants."""
    if figure.noun.lower() in _UNSTATED:
        return None
    for head in list(heads(tree, phrase.head))[1:]:
        name = tree.tokens[head].tag == "NNP"
        owner = None if name else within(head, tree, owners)
        if owner:
            return owner
    return None


def _of_total(number: int, tree: Tree, owners: Owners) -> str | None:
    """Read "the number of Turkish troops rose to 900", "brings NATO's force to 900"."""
    verb = governor(tree, number)
    if tree.tokens[verb].lemma == "number" and tree.tokens[verb].dep == "acl":
        return within(tree.tokens[verb].head, tree, owners)
    for subject in tree.children(verb, "nsubj", "dobj"):
        if tree.tokens[subject].lemma in VERBS["total"] | _FORCES | _STRENGTH:
            return within(subject, tree, owners) or _behind(subject, tree, owners)
    return None


def _is_estimated(tree: Tree, head: int) -> bool:
    """Read "put Russian strength at 12,000 soldiers": they are not theirs who put it so."""
    verb = governor(tree, head)
    return tree.tokens[verb].lemma in _ESTIMATING and tree.word(tree.tokens[head].head) == "at"


def _loser(head: int, tree: Tree, owners: Owners) -> str | None:
    """Read "Ukraine has lost 30 soldiers"."""
    verb = governor(tree, head)
    if tree.tokens[verb].lemma != "lose" or tree.tokens[head].dep != "dobj":
        return None
    subject = tree.subject(verb)
    return None if subject is None else named(subject, tree, owners)


def _actors(head: int, tree: Tree, owners: Owners) -> Iterator[str | None]:
    """Yield who sends, masses or fires: subjects, agents, and owners of the event's noun."""
    index = head
    while tree.tokens[index].head != index:
        above = tree.tokens[index].head
        if tree.is_verb(above):
            yield _by_verb(index, above, tree, owners)
            return
        if tree.tokens[above].pos == "NOUN":
            yield within(above, tree, owners)
        index = above


def _by_verb(index: int, verb: int, tree: Tree, owners: Owners) -> str | None:
    """Read "Oslo sent 10 tanks"; what something is lost to, or fired at, is the other side's."""
    dep, lemma = tree.tokens[index].dep, tree.tokens[verb].lemma
    with_these = dep == "prep" and tree.word(index) == "with" and lemma in VERBS["attack"] - VERBS["ruin"] - _TAKING
    if lemma not in VERBS["own"] and not with_these:
        return None
    if dep == "prep" and _is_of_others(tree.word(index), lemma):
        return None
    if dep in {"nsubjpass", "nsubj"} and tree.is_passive(verb):
        return _agent(verb, tree, owners)
    if dep in {"nsubj", "nsubjpass"}:
        return None
    subject = tree.subject(verb)
    if subject is None or subject == index:
        return _agent(verb, tree, owners) or _by_deal(verb, tree, owners)
    return named(subject, tree, owners)


def _is_of_others(preposition: str, lemma: str) -> bool:
    """Tell whether what stands behind the preposition is not the subject's: "lost to", "fired at", "put them at"."""
    against = preposition in _AGAINST and (lemma == "lose" or lemma in VERBS["throw"])
    return against or (preposition == "at" and lemma in _ESTIMATING)


def _by_deal(verb: int, tree: Tree, owners: Owners) -> str | None:
    """Read "approved a contract to sell", "has plans to send", "is in talks to buy"."""
    if tree.tokens[verb].dep != "acl" or tree.tokens[verb].tag != "VB":
        return None
    above = governor(tree, tree.tokens[verb].head)
    subject = tree.subject(above) if tree.tokens[above].lemma in VERBS["own"] | VERBS["deal"] else None
    return None if subject is None else named(subject, tree, owners)


def _agent(verb: int, tree: Tree, owners: Owners) -> str | None:
    for preposition in tree.children(verb, "agent"):
        for noun in tree.children(preposition, "pobj"):
            return named(noun, tree, owners)
    return None


def _speaker(head: int, tree: Tree, owners: Owners) -> str | None:
    """Read "the Russian Defense Ministry said that six ships were moving": a force that speaks of what it does."""
    head = list(heads(tree, head))[-1]
    verb = governor(tree, head)
    lemma, dep = tree.tokens[verb].lemma, tree.tokens[head].dep
    moving = dep == "nsubj" and lemma in VERBS["move"]
    moved = dep == "nsubjpass" and lemma in VERBS["own"] - _SENT
    if not moving and not moved:
        return None
    for above in (verb, *tree.ancestors(verb)):
        if tree.tokens[above].lemma in VERBS["say"]:
            subject = tree.subject(above)
            if subject is not None and (_is_soldierly(tree, subject) or _takes_part(tree, verb)):
                return _modifying(subject, tree, owners)
    return None


def _is_soldierly(tree: Tree, noun: int) -> bool:
    return tree.tokens[noun].lemma.lower() in _SOLDIERLY


def _takes_part(tree: Tree, verb: int) -> bool:
    """Read "Ankara said 900 troops took part": one speaks of one's own."""
    return tree.tokens[verb].lemma == "take" and any(tree.word(i) == "part" for i in tree.children(verb, "dobj"))


def _modifying(noun: int, tree: Tree, owners: Owners) -> str | None:
    for index in range(noun, max(noun - 4, tree.bounds[tree.tokens[noun].passage][0] - 1), -1):
        if owners.at(index):
            return owners.at(index)
    return None
