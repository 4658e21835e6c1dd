"""Which kind of figure a count makes: what the noun means, combined with what befell it."""

from __future__ import annotations

from typing import cast

from geonews.extraction.figures.counted import Counted
from geonews.extraction.figures.harm import harm, is_harm
from geonews.extraction.figures.lexicon import CIVIL, looks_human, names_kind
from geonews.extraction.figures.losses import are_downed, are_taken, is_machine, told_before
from geonews.extraction.figures.manpower import is_member, is_strength, mustered
from geonews.extraction.figures.suffering import are_lost
from geonews.extraction.figures.totals import is_part_of_machines
from geonews.models import FigureKind
from geonews.syntax import Tree
from geonews.tables import rows

_TRADE = frozenset(row["word"] for row in rows(__package__, "trade") if row["sort"] == "verb")
_ONE = frozenset({"one", "1"})
_MINING = frozenset(row["word"] for row in rows(__package__, "trade") if row["sort"] == "mining")
_MINES = frozenset("land sea naval tank personnel".split())
_NEAR = 15
"""Words beside a mine that may tell which sort it is."""
_ARMS = frozenset({"weapon", "rifle", "gun", "howitzer", "artillery", "mortar", "tank", "ammunition"})
_FIRING = frozenset(row["word"] for row in rows(__package__, "trade") if row["sort"] == "firing")
_AMMUNITION = frozenset({"ammunition", "ammo", "munitions", "fire", "artillery"})
_HUMAN = frozenset({"people", "men", "troops"})
_FLED = frozenset({"displaced"})
"""Who are refugees by name may yet have died."""
_TRAVELLERS = frozenset("volunteer worker student pupil official tourist fan guest passenger supporter".split())
"""Who are taken from place to place as a matter of course."""
_WORKERS = frozenset("nurse teacher doctor worker union driver staff medic lecturer clerk cleaner porter".split())
_FIGHTERS = frozenset({"fighter", "fighters"})


def judged(tree: Tree, counted: Counted, peoples: frozenset[int]) -> tuple[FigureKind, str] | None:
    """Return kind and noun of what is counted, ``None`` if it makes no figure.

    ``peoples`` are the tokens that name nations and groups of people.

    Where the noun is left out, the word of harm behind stands for it ("40 injured"), else "people".
    """
    if counted.elliptic:
        return _bare(tree, counted)
    sort = _sort(tree, counted, peoples)
    if sort is None or sort in {"people", "men"} or _is_idle(tree, counted):
        return None
    if sort == "units" and tree.tokens[counted.head].tag == "NNP" and tree.word(counted.first) not in _ONE:
        return None  # "11 Division" bears a number
    return cast("FigureKind", sort), tree.tokens[counted.head].text


def _bare(tree: Tree, counted: Counted) -> tuple[FigureKind, str] | None:
    if is_part_of_machines(tree, counted.first, counted.last) or _is_score(tree, counted):
        return None
    if are_taken(tree, counted):
        return _taken(tree, counted)
    if are_downed(tree, counted):
        return _of_machines(tree, counted)
    kind = harm(tree, counted, sort="people")
    noun = tree.tokens[counted.last].text if is_harm(tree, counted.last) else "people"
    return (cast("FigureKind", kind), noun) if kind else None


def _is_score(tree: Tree, counted: Counted) -> bool:
    """Read "shot a 68" and "shot 12 of 15": nobody was hit."""
    of = tree.word(counted.last) == "of" and tree.tokens[min(counted.last + 1, len(tree.tokens) - 1)].pos == "NUM"
    return tree.word(counted.first - 1) == "a" or of


def _taken(tree: Tree, counted: Counted) -> tuple[FigureKind, str] | None:
    noun = told_before(tree, counted)
    if noun is None:
        return None
    return _of_machines(tree, counted) or ("casualties", "people")


def _of_machines(tree: Tree, counted: Counted) -> tuple[FigureKind, str] | None:
    noun = told_before(tree, counted)
    if noun is None or not is_machine(tree, noun):
        return None
    return cast("FigureKind", names_kind(tree, noun)), tree.tokens[noun].text


def _sort(tree: Tree, counted: Counted, peoples: frozenset[int]) -> str | None:
    noun = counted.head
    if is_strength(tree, counted.number, noun) or is_member(tree, noun):
        return harm(tree, counted, sort="troops") or "troops"
    sort = names_kind(tree, noun) or ("people" if noun in peoples else None)
    if tree.word(noun) in _FIGHTERS and (_is_among_aircraft(tree, noun) or _is_scrambled(tree, noun)):
        return "aircraft"
    if sort in _HUMAN | _FLED or (sort is None and looks_human(tree, noun)):
        sort = harm(tree, counted, sort=sort) or sort
    if tree.tokens[noun].lemma.lower() == "life" and not are_lost(tree, noun):
        return None
    if sort == "displaced" and tree.tokens[noun].lemma.lower() in _TRAVELLERS:
        return None
    return mustered(tree, noun) or sort if sort in {"people", "men", None} else sort


def _is_among_aircraft(tree: Tree, noun: int) -> bool:
    """Read "30 planes, including 22 fighters"."""
    preposition = tree.tokens[noun].head
    return tree.word(preposition) == "including" and names_kind(tree, tree.tokens[preposition].head) == "aircraft"


def _is_idle(tree: Tree, counted: Counted) -> bool:
    """Tell whether no force is meant, whatever the noun may mean: goods, turns of a game, strikes of workers."""
    return _is_goods(tree, counted) or _is_turn(tree, counted.head) or _is_walkout(tree, counted.head)


def _is_walkout(tree: Tree, noun: int) -> bool:
    if tree.tokens[noun].lemma != "strike" or not tree.is_verb(tree.tokens[noun].head):
        return False
    subject = tree.subject(tree.tokens[noun].head)
    return subject is not None and tree.tokens[subject].lemma.lower() in _WORKERS


def _is_scrambled(tree: Tree, noun: int) -> bool:
    token = tree.tokens[noun]
    return token.dep in {"dobj", "nsubjpass"} and tree.tokens[token.head].lemma == "scramble"


def _is_turn(tree: Tree, noun: int) -> bool:
    """Tell whether a "round" is one of talks or of a game."""
    if tree.tokens[noun].lemma != "round":
        return False
    if {tree.word(i) for child in tree.children(noun, "prep") for i in tree.children(child)} & _AMMUNITION:
        return False
    of = any(tree.word(child) == "of" for child in tree.children(noun, "prep"))
    bare = not any(True for _ in tree.children(noun, "compound", "nmod"))
    return of or (bare and not _is_fired(tree, noun))


def _is_fired(tree: Tree, noun: int) -> bool:
    verb = next((above for above in tree.ancestors(noun) if tree.is_verb(above)), noun)
    weapons = any(tree.tokens[index].lemma in _ARMS for index in range(*tree.bounds[tree.tokens[noun].passage]))
    return tree.tokens[verb].lemma in _FIRING or weapons


def _is_goods(tree: Tree, counted: Counted) -> bool:
    """Tell whether trucks, planes and the like are merely sold, built or recalled, or ore dug in a mine."""
    token = tree.tokens[counted.head]
    if token.lemma == "mine" and not _is_explosive(tree, counted.head):
        return True
    traded = tree.tokens[token.head].lemma in _TRADE and token.dep in {"dobj", "nsubjpass"}
    return traded and counted.head == counted.first + 1 and token.text.lower() in CIVIL


def _is_explosive(tree: Tree, mine: int) -> bool:
    first, last = tree.bounds[tree.tokens[mine].passage]
    near = range(max(first, mine - _NEAR), min(last, mine + _NEAR))
    return tree.word(mine - 1) in _MINES or any(tree.tokens[index].lemma in _MINING for index in near)


_TOLLS = {"toll": "casualties", "death": "deaths", "casualty": "casualties"}
"""What is counted, where "the death toll is 17" and "put the toll at 17" leave it to be understood."""


def of_total(tree: Tree, noun: int, peoples: frozenset[int]) -> tuple[FigureKind, str] | None:
    """Return kind and noun of what a total counts: "the number of troops", "the death toll"."""
    lemma = tree.tokens[noun].lemma.lower()
    if is_harm(tree, noun) or lemma in _TOLLS:
        return "casualties", _TOLLS.get(lemma, tree.tokens[noun].text)
    return judged(tree, Counted(noun - 1, noun, noun - 1, noun + 1), peoples)
