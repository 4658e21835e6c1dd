"""What a verb or a modifier says of those below it: killed, wounded, captured, driven out."""

from __future__ import annotations

from collections import defaultdict

from geonews.extraction.figures.displacement import displaced
from geonews.syntax import Tree
from geonews.tables import rows

HARM: dict[str, dict[str, str]] = defaultdict(dict)
"""Role of ``data/harm.csv`` -> word -> kind."""
for _row in rows(__package__, "harm"):
    HARM[_row["role"]][_row["word"]] = _row["kind"]
_OBJECTS = frozenset({"dobj", "obj", "nsubjpass", "dative", "oprd", "attr"})
_COMPLEMENTS = ("xcomp", "oprd", "acomp", "ccomp", "advcl")
_COPULAR = frozenset("be leave report find fear presume remain go feel believe make take hold keep".split())
_LIVES = frozenset({"life", "limb"})
_CIVIC = frozenset("county district city town village state firm company school church team party club agency".split())
_TAKING = frozenset("claim take cost lose end destroy lost loss cut".split())
_HURTS = frozenset({"injury", "wound", "burn", "concussion"})
_HAVING = {"lose": _LIVES, "suffer": _HURTS, "sustain": _HURTS}
_FLED = frozenset({"refugee", "homeless", "exile"})
_JUDGED = frozenset({"sentence", "condemn"})


def is_downed(tree: Tree, verb: int) -> bool:
    """Tell whether the verb is "shoot down", which befalls machines."""
    return tree.tokens[verb].lemma.lower() == "shoot" and any(tree.word(i) == "down" for i in tree.children(verb))


def _dies_out(tree: Tree, verb: int) -> bool:
    return tree.tokens[verb].lemma == "die" and tree.word(verb + 1) == "out"


def by_verb(tree: Tree, verb: int, dep: str) -> str | None:
    """Return the kind of harm that the verb does to what stands by arc ``dep`` below it, ``None`` for none."""
    lemma = tree.tokens[verb].lemma.lower()
    if is_downed(tree, verb) or (lemma == "lose" and _is_civic(tree, verb)) or _dies_out(tree, verb):
        return None
    passive = tree.is_passive(verb)
    if dep in _OBJECTS or (dep == "nsubj" and passive):
        found = HARM["object"].get(lemma) or ("casualties" if _to_death(tree, verb) else None)
        if found:
            return found
    if dep in {"nsubj", "nsubjpass", "csubj"} and lemma in HARM["subject"]:
        return HARM["subject"][lemma]
    if dep == "nsubj" and lemma in HARM["object"] and not governs_object(tree, verb):
        return HARM["object"][lemma] if tree.tokens[verb].tag == "VBN" else None
    if dep in {"dobj", "nsubjpass", "nsubj"}:
        return _complement(tree, verb, dep)
    return None


def _complement(tree: Tree, verb: int, dep: str) -> str | None:
    """Read "were reported wounded", "left 30 dead", "taken hostage", "forced to flee"."""
    if displaced(tree, verb, dep):
        return "displaced"
    if dep == "nsubj" and tree.tokens[verb].lemma in _HAVING:
        wanted = _HAVING[tree.tokens[verb].lemma]
        return "casualties" if any(tree.tokens[i].lemma in wanted for i in tree.children(verb, "dobj")) else None
    if dep == "nsubj" and tree.tokens[verb].lemma == "become":
        return "displaced" if any(tree.tokens[i].lemma in _FLED for i in tree.children(verb, "attr", "acomp")) else None
    found = (_said_by(tree, verb, dep, child) for child in tree.children(verb, *_COMPLEMENTS))
    return next(filter(None, found), None)


def _said_by(tree: Tree, verb: int, dep: str, child: int) -> str | None:
    """Read what a complement says: "reported wounded", "believed to have died", "thought to have been killed"."""
    word, lemma = tree.word(child), tree.tokens[child].lemma.lower()
    copular, passive = tree.tokens[verb].lemma in _COPULAR, tree.is_passive(verb)
    if tree.tokens[child].dep == "advcl" and not copular:
        return None
    if word in HARM["adjective"] and (copular or passive):
        return HARM["adjective"][word]
    if lemma in HARM["subject"] and _is_infinitive(tree, child) and (dep == "dobj" or passive):
        return HARM["subject"][lemma]
    undergone = tree.tokens[child].dep == "xcomp" and passive and tree.is_passive(child)
    return HARM["object"].get(lemma) if undergone else None


def _is_infinitive(tree: Tree, verb: int) -> bool:
    """Tell whether the verb is "die" or "to have died"."""
    return tree.tokens[verb].tag == "VB" or any(tree.word(aux) == "to" for aux in tree.children(verb, "aux"))


def _is_civic(tree: Tree, verb: int) -> bool:
    """Tell whether a town or a firm loses people, who then live or work elsewhere."""
    subject = tree.subject(verb)
    return subject is not None and tree.tokens[subject].lemma.lower() in _CIVIC


def _to_death(tree: Tree, verb: int) -> bool:
    """Read "were trampled to death", but not "were sentenced to death"."""
    if tree.tokens[verb].lemma in _JUDGED:
        return False
    ways = (way for way in tree.children(verb, "prep") if tree.word(way) == "to")
    return any(tree.word(noun) == "death" for way in ways for noun in tree.children(way, "pobj"))


def modified(tree: Tree, index: int) -> str | None:
    """Return the kind of harm in the noun's modifiers: "wounded soldiers", "10 soldiers killed in", "who died".

    A clause behind a list is said of all of it: "five officers and a dozen militants left dead".
    """
    own = (_by_modifier(tree, child) for child in tree.children(index, "amod", "acl", "relcl", "advcl"))
    listed = (
        _by_modifier(tree, child) for other in tree.children(index, "conj") for child in tree.children(other, "acl")
    )
    return next(filter(None, (*own, *listed)), None)


def _by_modifier(tree: Tree, child: int) -> str | None:
    token = tree.tokens[child]
    if token.dep == "relcl":
        return _relative(tree, child)
    if token.dep == "acl" and token.lemma in _COPULAR:
        said = (HARM["adjective"].get(tree.word(word)) for word in tree.children(child, "oprd", "acomp"))
        return next(filter(None, said), None)
    if token.tag != "VBN" and token.dep != "amod" and token.pos != "ADJ":
        return None
    verbal = HARM["object"].get(token.lemma.lower()) if token.tag in {"VBN", "VBD"} else None
    return HARM["adjective"].get(tree.word(child)) or verbal


def _relative(tree: Tree, verb: int) -> str | None:
    lemma = tree.tokens[verb].lemma.lower()
    if tree.is_passive(verb):
        return HARM["object"].get(lemma)
    return HARM["subject"].get(lemma) or ("displaced" if displaced(tree, verb, "nsubj") else None)


def are_lost(tree: Tree, lives: int) -> bool:
    """Tell whether lives were lost: claimed, taken or cost, not saved, touched or lived."""
    if any(tree.tokens[child].lemma in _TAKING for child in tree.children(lives, "acl", "amod", "relcl")):
        return True
    above = tree.tokens[lives].head
    if tree.word(above) == "of":
        above = tree.tokens[above].head
    return tree.tokens[above].lemma.lower() in _TAKING


def said_of_any(tree: Tree, verb: int) -> str | None:
    """Return the kind of harm that the verb speaks of, whoever suffers it."""
    lemma = tree.tokens[verb].lemma.lower()
    return HARM["object"].get(lemma) or HARM["subject"].get(lemma)


def governs_object(tree: Tree, verb: int) -> bool:
    """Tell whether the verb, or one joined to it, has an object of its own."""
    verbs = (verb, *tree.below_by(verb, "conj"))
    return any(True for one in verbs for _ in tree.children(one, "dobj", "obj"))
