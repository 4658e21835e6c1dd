"""Which part a place plays in a figure's event: by the word that ties it, the event's verb, and the figure's kind."""

from __future__ import annotations

from geonews.linking.attachments import Attachment
from geonews.linking.verbs import VERBS
from geonews.models import Figure, LinkRole
from geonews.syntax import Tree
from geonews.tables import rows

_PREPOSITIONS = {row["word"]: row["role"] for row in rows(__package__, "prepositions")}
_SUFFERED = frozenset({"casualties"})
_THROWN = frozenset({"strikes", "weapons"})
_COMING = frozenset({"planned", "considered", "threatened"})


def role_of(tree: Tree, figure: Figure, attachment: Attachment) -> LinkRole | None:
    """Return the role, or ``None`` where the tie does not say that the event took place, began or ended there."""
    if figure.kind == "money":
        return _receives(tree, attachment)
    if attachment.relation in {"dobj", "nsubjpass", "dative"}:
        return _as_object(tree, figure, attachment)
    return _by_preposition(tree, figure, attachment)


def _receives(tree: Tree, attachment: Attachment) -> LinkRole | None:
    lemma = tree.tokens[attachment.governor].lemma.lower()
    if attachment.relation in {"to", "for", "dative"}:
        return "recipient"
    return "recipient" if attachment.relation == "dobj" and lemma in VERBS["give"] else None


def _as_object(tree: Tree, figure: Figure, attachment: Attachment) -> LinkRole | None:
    lemma = tree.tokens[attachment.governor].lemma.lower()
    if lemma in VERBS["give"] or attachment.relation == "dative":
        return "recipient"
    if lemma in VERBS["attack"]:
        return "location" if figure.kind in _SUFFERED | {"displaced"} else "target"
    if lemma in VERBS["enter"]:
        return "location" if figure.kind in _SUFFERED else "destination"
    if lemma in VERBS["leave"]:
        return "location" if figure.kind in _SUFFERED else "origin"
    return "location" if lemma in VERBS["hold"] or figure.kind in _SUFFERED else None


def _by_preposition(tree: Tree, figure: Figure, attachment: Attachment) -> LinkRole | None:
    role = _PREPOSITIONS.get(attachment.relation)
    lemma = tree.tokens[attachment.governor].lemma.lower()
    if role is None:
        return None
    if figure.kind in _SUFFERED:
        return None if role in {"origin", "destination", "via"} and attachment.relation != "through" else "location"
    if role == "destination" and lemma in VERBS["give"]:
        return "recipient"
    if role == "destination" and figure.kind in _THROWN and lemma in VERBS["throw"]:
        return "target"
    if role == "location" and attachment.relation in {"in", "at", "on"}:
        return _inside(tree, figure, attachment)
    return _checked(role)


def _inside(tree: Tree, figure: Figure, attachment: Attachment) -> LinkRole:
    verb, relation = tree.tokens[attachment.governor], attachment.relation
    lemma = verb.lemma.lower() if tree.is_verb(attachment.governor) else ""
    under_way = figure.status == "happening" and verb.tag == "VBG"
    if lemma in VERBS["arrive"] or (lemma in VERBS["post"] and (under_way or figure.status in _COMING)):
        return "destination"
    opens = attachment.tie < attachment.governor
    aimed = relation == "on" or (relation == "at" and figure.kind == "weapons") or lemma in VERBS["attack"]
    if figure.kind in _THROWN and aimed and not opens:
        return "target"
    return "location"


def _checked(role: str) -> LinkRole | None:
    roles: dict[str, LinkRole] = {
        "location": "location",
        "origin": "origin",
        "destination": "destination",
        "via": "via",
        "target": "target",
    }
    return roles.get(role)
