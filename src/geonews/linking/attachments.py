"""Where a place hangs in its sentence: the verbs and nouns above it, each with the word that ties it there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from geonews.linking.phrases import governor
from geonews.linking.verbs import VERBS
from geonews.models import LinkMethod, Toponym
from geonews.syntax import AUXILIARIES, SUBJECTS, Tree
from geonews.tables import rows

_GENERIC = frozenset(row["noun"] for row in rows(__package__, "generics"))
_DIRECTIONS = frozenset(
    {"north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest", "outside"}
)
_MODIFIERS = frozenset({"compound", "nmod", "amod", "poss", "npadvmod", "nummod", "advmod", "det"})
_WAYS = frozenset({"to", "into", "toward", "towards", "from", "through", "via", "at", "for", "against"})
_ONWARD = frozenset({"toward", "towards", "into"})
_OPENING = frozenset({"near", "in", "at", "outside", "inside", "around", "across", "over"})
"""Capitalised at the start of a sentence, they are easily taken for a part of the name ("Near Ramadi,")."""
_PERSONS = frozenset(
    "governor mayor president premier chief commander head leader resident ambassador bishop king prince sheikh judge "
    "prosecutor lawmaker senator legislator deputy parliament senate cabinet court".split()
)
"""Of whom a place only tells who they are."""
_FINITE = frozenset({"VBZ", "VBD", "MD"})
_LENGTHS = frozenset("km kms kilometre kilometres kilometer kilometers mile miles metre metres meter meters".split())
_MAKING = frozenset("make build manufacture produce assemble design develop".split())
_TALKS = frozenset("talk summit meeting conference mediation negotiation forum ceremony consultation".split())
_LATER = frozenset({"after", "following", "before"})
_PROMISING = frozenset("pledge promise announce agree offer commit sign approve".split())
_AWAY = frozenset({"from", "of", "off"})
_SAME = frozenset({"conj", "appos"})


@dataclass(frozen=True, slots=True)
class Attachment:
    """A place tied to ``governor`` by ``relation``: a preposition in lower case, or a dependency label ("dobj")."""

    governor: int
    relation: str
    tie: int
    """The token that ties: the preposition, or the word itself."""


Tie = tuple[int, tuple[Attachment, ...], LinkMethod]
"""A toponym's index, what it (or its stand-in) hangs on, and how that was found."""


def attachments(tree: Tree, toponym: Toponym, places: frozenset[int]) -> tuple[Attachment, ...]:
    """Return what the toponym hangs on, innermost first; ``places`` are the tokens of all toponyms.

    "in the town of Hit": (town, of), then what holds "in the town". Subjects, agents ("by Iran") and modifiers of
    nouns that are no places end the way: they do not say where.
    """
    first, last = tree.range(toponym.start, toponym.end)
    top = tree.top(first, last)
    if tree.tokens[tree.tokens[top].head].dep == "agent" or _is_ruled_out(tree, first) or _acts_next(tree, top, last):
        return ()
    if tree.tokens[first - 1].dep == "compound" and tree.word(first - 1) in _OPENING:
        return (Attachment(governor(tree, top), tree.word(first - 1), first - 1),)
    chain = _straightened(tree, tuple(_climb(tree, top, places)), places)
    misplaced = not chain and tree.tokens[top].dep in _MODIFIERS - {"poss"}
    return tuple(_by_order(tree, first, places)) if misplaced else chain


def _is_ruled_out(tree: Tree, first: int) -> bool:
    """Tell whether it is just not there: "instead of in Lima", "rather than to Oslo"."""
    begin = tree.bounds[tree.tokens[first].passage][0]
    before = [tree.word(index) for index in range(max(first - 4, begin), first)]
    return "instead" in before or ("rather" in before and "than" in before)


def _acts_next(tree: Tree, top: int, behind: int) -> bool:
    """Tell whether the name begins a clause that the parse left without its subject: "at Hit and Kenya has pulled"."""
    token = tree.tokens[behind] if behind < len(tree.tokens) else tree.tokens[top]
    if tree.tokens[top].dep != "conj" or token.tag not in _FINITE or token.passage != tree.tokens[top].passage:
        return False
    verb = token.head if token.dep in AUXILIARIES else behind
    return not any(True for _ in tree.children(verb, *SUBJECTS))


def _straightened(tree: Tree, chain: tuple[Attachment, ...], places: frozenset[int]) -> tuple[Attachment, ...]:
    """Hang "to Lima" in "from Oslo to Lima" on the verb where the parse hung it on Oslo.

    So too "towards Lima" in "from the farms of Voss towards Lima"; but in "from the road to Lima" it may belong there.
    What is told to lie so far away, or on the other side of a border, is only near: nothing goes there.
    """
    if len(chain) > 1 and chain[0].relation in _ONWARD and chain[1].relation == "from":
        return (Attachment(chain[1].governor, chain[0].relation, chain[0].tie),)
    if chain and (_is_distance(tree, chain[0].tie) or _is_across(tree, chain[0])):
        return (Attachment(chain[-1].governor, "near", chain[0].tie),)
    if chain and chain[0].relation == "to" and tree.word(chain[0].governor) == "way":
        return (Attachment(chain[-1].governor, "to", chain[0].tie),)
    if chain and (_is_maker(tree, chain[0]) or _is_of_talks(tree, chain)):
        return ()
    if chain and chain[0].governor in places and chain[0].relation in _WAYS:
        return (Attachment(governor(tree, chain[0].governor), chain[0].relation, chain[0].tie),)
    return chain


def _is_maker(tree: Tree, step: Attachment) -> bool:
    """Read "missiles made in Iran": that is not where they are."""
    token = tree.tokens[step.governor]
    return token.lemma in _MAKING and token.dep in {"acl", "relcl"}


def _is_of_talks(tree: Tree, chain: tuple[Attachment, ...]) -> bool:
    """Read "freed 12 after talks in Cairo" and "pledged 20 trucks at a summit in Oslo": nobody else was there."""
    if tree.tokens[chain[0].governor].lemma.lower() not in _TALKS:
        return False
    later = any(tree.word(step.tie) in _LATER for step in chain)
    return later or any(tree.tokens[step.governor].lemma in _PROMISING for step in chain)


def _is_distance(tree: Tree, tie: int) -> bool:
    """Read "90 km from Lima" and "60 km (40 miles) off Lima"."""
    before = tie - 1
    while tree.word(before) in _DIRECTIONS | {")"}:
        before -= 1
    return tree.word(tie) in _AWAY and tree.word(before) in _LENGTHS


def _is_across(tree: Tree, step: Attachment) -> bool:
    return step.relation in {"with", "between"} and names_border(tree, step.tie)


def _climb(tree: Tree, index: int, places: frozenset[int]) -> Iterator[Attachment]:
    while tree.tokens[index].head != index:
        dep, above = tree.tokens[index].dep, tree.tokens[index].head
        if dep in _SAME and not tree.is_verb(above):
            index = above
            continue
        if dep in _MODIFIERS:
            if not _is_place(tree, above, places):
                return
            index = above
            continue
        attachment = _prepositional(tree, above) if dep in {"pobj", "pcomp"} else Attachment(above, dep, index)
        if _tells_of_person(tree, attachment.governor) or _is_bearer(tree, attachment, places):
            return
        yield attachment
        if tree.is_verb(attachment.governor) or dep in SUBJECTS:
            return
        index = attachment.governor


def _tells_of_person(tree: Tree, index: int) -> bool:
    token = tree.tokens[index]
    lemma = token.lemma.lower()
    return lemma in VERBS["speaker"] or (lemma in _PERSONS and token.pos in {"NOUN", "PROPN"})


def _is_bearer(tree: Tree, attachment: Attachment, places: frozenset[int]) -> bool:
    """Tell whether the place only says whence a named person or body is: "Sergeant Li of Lima"."""
    name = tree.tokens[attachment.governor].pos == "PROPN" and not _is_place(tree, attachment.governor, places)
    counted = any(True for _ in tree.children(attachment.governor, "nummod"))
    return name and not counted and attachment.relation in {"of", "from"}


def _by_order(tree: Tree, first: int, places: frozenset[int]) -> Iterator[Attachment]:
    """Read a name that the parse made a modifier of what follows ("West of Hit one civilian") by the word before it."""
    index = first - 1
    while index > 0 and (tree.tokens[index].pos == "DET" or tree.tokens[index].dep == "amod"):
        index -= 1
    if index < 0 or tree.tokens[index].passage != tree.tokens[first].passage:
        return
    if tree.tokens[index].pos == "ADP" and tree.tokens[index].head != index:
        attachment = _prepositional(tree, index)
        yield attachment
        yield from _climb(tree, attachment.governor, places)
    elif tree.tokens[index].pos == "VERB" and index == first - 1:
        yield Attachment(index, "dobj", first)


def _prepositional(tree: Tree, preposition: int) -> Attachment:
    """Join stacked prepositions: the outermost counts ("from inside Syria"), but "north of" is a location.

    Behind "and 900" a preposition belongs to that number, whatever the parse says.
    """
    relation = tree.word(preposition)
    if relation in {"with", "between"} and names_border(tree, preposition):
        return Attachment(preposition - 1, relation, preposition)
    if tree.tokens[preposition - 1].pos == "NUM" and tree.word(preposition - 2) == "and":
        return Attachment(preposition - 1, relation, preposition)
    governor = tree.tokens[preposition].head
    if relation == "of" and tree.word(preposition - 1) in _DIRECTIONS:
        relation = "near"
    if relation == "of" and tree.word(governor) == "way" and tree.word(governor - 1) == "by":
        relation, governor = "via", tree.tokens[governor - 1].head
    beside = preposition
    while tree.tokens[governor].pos in {"ADP", "ADV", "SCONJ"} and tree.tokens[governor].head != governor:
        if governor == beside - 1 and tree.tokens[governor].tag != "RP":
            relation = "near" if tree.word(governor) in _DIRECTIONS else tree.word(governor)
            beside = governor
        governor = tree.tokens[governor].head
    return Attachment(governor, relation, preposition)


def names_border(tree: Tree, preposition: int) -> bool:
    """Read "the border with" and "the border areas with"."""
    return any(tree.tokens[max(preposition - back, 0)].lemma in {"border", "frontier"} for back in (1, 2))


def _is_place(tree: Tree, index: int, places: frozenset[int]) -> bool:
    if index in places or is_generic(tree, index):
        return True
    token = tree.tokens[index]
    return token.dep == "compound" and token.pos == "PROPN" and is_generic(tree, token.head)


def is_generic(tree: Tree, index: int) -> bool:
    """Tell whether the noun names a sort of place: "town", "border", "outskirts"."""
    return tree.tokens[index].lemma.lower() in _GENERIC or tree.tokens[index].text in _GENERIC
