"""Who lost their homes, where no single word says so: "left their homes", "crossed the border", "living in camps"."""

from __future__ import annotations

from geonews.syntax import Tree
from geonews.tables import rows

_WAYS = {
    sort: frozenset(row["word"] for row in rows(__package__, "displacement") if row["sort"] == sort)
    for sort in ("drive", "leave", "home", "go", "seek", "refuge", "move", "cross", "border", "live", "camp")
}
_AWAY = frozenset({"from", "out", "off"})
_OVER = frozenset({"into", "over", "to"})


def displaced(tree: Tree, verb: int, dep: str) -> bool:
    """Tell whether those who stand by arc ``dep`` below ``verb`` are driven out by it, or had to leave."""
    suffers = dep in {"dobj", "nsubjpass"} or tree.is_passive(verb) or _is_bare(tree, verb)
    return (suffers and _driven(tree, verb)) or _left(tree, verb, suffers=suffers)


def _is_bare(tree: Tree, verb: int) -> bool:
    """Tell whether a driving verb has no object, as in "and millions forced from their homes"."""
    return tree.tokens[verb].lemma in _WAYS["drive"] and not any(True for _ in tree.children(verb, "dobj"))


def _driven(tree: Tree, verb: int) -> bool:
    """Read "forced from their homes", "ordered to leave", "moved from the town to a camp"."""
    lemma = tree.tokens[verb].lemma.lower()
    if lemma in _WAYS["move"]:
        return _through(tree, verb, frozenset({"from"}), None) and _through(tree, verb, _OVER, None)
    if lemma not in _WAYS["drive"]:
        return False
    if _through(tree, verb, _AWAY, "home"):
        return True
    return any(tree.tokens[child].lemma in _WAYS["go"] for child in tree.children(verb, "xcomp", "ccomp", "advcl"))


def _left(tree: Tree, verb: int, *, suffers: bool) -> bool:
    """Read "left their homes", "sought shelter in", "crossed into Chad", "are living in tents", "housed in tents"."""
    lemma = tree.tokens[verb].lemma.lower()
    if lemma in _WAYS["live"]:
        return _through(tree, verb, frozenset({"in", "at"}), "camp")
    objects = {tree.tokens[child].lemma.lower() for child in tree.children(verb, "dobj")}
    return not suffers and (
        (lemma in _WAYS["leave"] and not objects.isdisjoint(_WAYS["home"]))
        or (lemma in _WAYS["seek"] and not objects.isdisjoint(_WAYS["refuge"]))
        or (lemma in _WAYS["cross"] and (not objects.isdisjoint(_WAYS["border"]) or _through(tree, verb, _OVER, None)))
    )


def _through(tree: Tree, verb: int, prepositions: frozenset[str], sort: str | None) -> bool:
    """Tell whether one of ``prepositions`` hangs on the verb, before a noun of ``sort`` if one is given."""
    for preposition in tree.below_by(verb, "prep"):
        if tree.word(preposition) in prepositions:
            nouns = {tree.tokens[child].lemma.lower() for child in tree.children(preposition)}
            if sort is None or not nouns.isdisjoint(_WAYS[sort]):
                return True
    return False
