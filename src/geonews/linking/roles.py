"""Which part a place plays in a figure's event: by the word that ties it, the event's verb, and the figure's kind."""

from __future__ import annotations

from typing import cast

from geonews.linking.attachments import Attachment
from geonews.linking.phrases import governor
from geonews.linking.verbs import VERBS
from geonews.models import Figure, LinkRole
from geonews.syntax import Tree
from geonews.tables import rows

_PREPOSITIONS = {row["word"]: cast("LinkRole", row["role"]) for row in rows(__package__, "prepositions")}
_THROWN = frozenset({"strikes", "weapons"})
_COMING = frozenset({"planned", "considered", "threatened"})
_INSIDE = frozenset({"in", "at", "on"})
_HANDED = frozenset({"weapons", "vehicles", "aircraft", "ships"})
"""What is meant "for" somebody."""
_MOVING = (VERBS["move"] | VERBS["own"] | VERBS["remove"]) - {"have", "keep"}
_STILL = frozenset({"have", "keep", "be", "maintain", "number", "hold", "operate"})
"""Verbs under which nothing is on its way."""
_EXTENT = 20
"""Words behind such a verb that may say from where to where it reaches."""
_MARCHING = frozenset({"troops", "units", "displaced"})
"""Who is sent somewhere, not given."""
_BLOWS = frozenset({"strike", "attack", "raid", "assault", "airstrike"})
_TAKEN = frozenset({"abduct", "kidnap", "snatch", "take", "arrest", "seize"})


def role_of(tree: Tree, figure: Figure, attachment: Attachment, *, suffers: bool = False) -> LinkRole | None:
    """Return the role, or ``None`` where the tie does not say that the event took place, began or ended there.

    What ``suffers`` the event, such as seized trucks, is not what is sent against the place.
    """
    if attachment.relation == "nsubj":
        received = tree.tokens[attachment.governor].lemma in VERBS["receive"]
        return ("destination" if figure.kind in _MARCHING else "recipient") if received else None
    as_object = attachment.relation in {"dobj", "nsubjpass", "dative"}
    role = _as_object(tree, attachment) if as_object else _by_preposition(tree, figure, attachment)
    if figure.kind == "money":
        return "recipient" if role == "recipient" or attachment.relation in {"to", "for"} else None
    if figure.kind == "strikes" and role == "destination":
        return None
    if role == "recipient" and figure.kind in _MARCHING:
        return "destination"
    if figure.kind == "casualties":
        return "location" if role == "origin" and _is_taken(tree, attachment) else _suffered(role, attachment)
    return "location" if role == "target" and (figure.kind == "displaced" or suffers) else role


def _suffered(role: LinkRole | None, attachment: Attachment) -> LinkRole | None:
    """Place the dead where the blow went; where somebody else came from or went to does not count."""
    if role != "location" and attachment.relation in {"from", "to", "into", "for"}:
        return None
    return "location" if role or attachment.relation == "nsubjpass" else None


def _is_taken(tree: Tree, attachment: Attachment) -> bool:
    """Read "abducted 40 pupils from Chibok": there it befell them."""
    return tree.tokens[_verb(tree, attachment.governor)].lemma.lower() in _TAKEN


def _as_object(tree: Tree, attachment: Attachment) -> LinkRole | None:
    lemma = tree.tokens[attachment.governor].lemma.lower()
    if lemma in VERBS["give"] or attachment.relation == "dative":
        return "recipient"
    roles: dict[str, LinkRole] = {"attack": "target", "enter": "destination", "leave": "origin", "hold": "location"}
    return next((role for name, role in roles.items() if lemma in VERBS[name]), None)


def _by_preposition(tree: Tree, figure: Figure, attachment: Attachment) -> LinkRole | None:
    role = _PREPOSITIONS.get(attachment.relation)
    token = tree.tokens[attachment.governor]
    if role in {"origin", "destination"} and _is_extent(tree, attachment):
        return "location"
    counted = token.text == figure.noun or any(True for _ in tree.children(attachment.governor, "nummod"))
    if role == "origin" and counted and not _moves(tree, attachment.governor):
        return None
    if role == "origin" and tree.tokens[_verb(tree, attachment.governor)].lemma in VERBS["buy"]:
        return None
    if role == "via" and (not tree.is_verb(attachment.governor) or token.lemma == "rotate"):
        return "location"
    if role == "destination":
        lemmas = {token.lemma.lower(), tree.tokens[_verb(tree, attachment.governor)].lemma.lower()}
        return _towards(figure, attachment.relation, lemmas)
    return _inside(tree, figure, attachment) if attachment.relation in _INSIDE else role


def _towards(figure: Figure, relation: str, lemmas: set[str]) -> LinkRole:
    """Read "to", "into" and "for": what is given is received, what is fired hits, a battle "for" a town is there."""
    if relation == "for" and lemmas & VERBS["event"]:
        return "location"
    if relation == "for" and figure.kind in _HANDED and not lemmas & VERBS["move"]:
        return "recipient"
    if lemmas & VERBS["give"]:
        return "recipient"
    return "target" if figure.kind in _THROWN and lemmas & VERBS["throw"] else "destination"


def _moves(tree: Tree, noun: int) -> bool:
    """Tell whether the noun is on the move: "withdraw troops from Chad"; "soldiers from Chad" are merely Chad's."""
    return tree.tokens[governor(tree, noun)].lemma.lower() in _MOVING


def _is_extent(tree: Tree, attachment: Attachment) -> bool:
    """Tell whether "from Lima to Cusco" only says how far something reaches: "has posts", "are stationed"."""
    verb = _verb(tree, attachment.governor)
    if not tree.is_verb(verb) or attachment.relation not in {"from", "to"}:
        return False
    still = tree.tokens[verb].lemma in _STILL or _stays(tree, verb)
    last = min(verb + _EXTENT, tree.bounds[tree.tokens[verb].passage][1])
    return still and {"from", "to"} <= {tree.word(index) for index in range(verb, last)}


def _stays(tree: Tree, verb: int) -> bool:
    """Read "are stationed" and "are deployed", but not "were deployed": those went."""
    lemma = tree.tokens[verb].lemma
    now = any(tree.tokens[index].tag in {"VBP", "VBZ"} for index in tree.children(verb, "auxpass"))
    return lemma in VERBS["stay"] and tree.is_passive(verb) and (now or lemma not in VERBS["post"] - {"station"})


def _inside(tree: Tree, figure: Figure, attachment: Attachment) -> LinkRole:
    """Read "in", "at" and "on": what arrives goes there, what is fired hits there, all else happens there."""
    token = tree.tokens[_verb(tree, attachment.governor)]
    lemma = token.lemma.lower()
    if attachment.relation == "on" and lemma in _BLOWS:
        return "target"
    if figure.kind == "aircraft" and lemma == "land":
        return "destination"
    coming = figure.status in _COMING or (figure.status == "happening" and token.tag == "VBG")
    thrown = figure.kind in _THROWN or (attachment.relation in {"at", "on"} and figure.kind == "aircraft")
    if thrown and lemma in VERBS["throw"] and attachment.tie > attachment.governor:
        return "target"
    arrives = lemma in VERBS["arrive"] and not tree.is_passive(_verb(tree, attachment.governor))
    if arrives or (lemma in VERBS["post"] and coming):
        return "destination"
    aimed = attachment.relation == "on" or (attachment.relation == "at" and figure.kind == "weapons")
    hits = _strikes(tree, attachment)
    return (
        "target" if figure.kind in _THROWN and (aimed or hits) and attachment.tie > attachment.governor else "location"
    )


def _verb(tree: Tree, index: int) -> int:
    """Return the verb whose object the place hangs on: "will station troops in Chad" was parsed as "troops in Chad"."""
    token = tree.tokens[index]
    hangs = token.dep in {"dobj", "pobj"} or (token.dep == "conj" and token.pos == "NOUN")
    return governor(tree, index) if hangs else index


def _strikes(tree: Tree, attachment: Attachment) -> bool:
    """Tell whether the place lies in what an attacking verb strikes: "hit an enclave in Baghdad"."""
    token = tree.tokens[attachment.governor]
    struck = attachment.governor if tree.is_verb(attachment.governor) else token.head if token.dep == "dobj" else None
    return struck is not None and tree.is_verb(struck) and tree.tokens[struck].lemma.lower() in VERBS["attack"]
