"""How far a stated thing has come: done, happening, planned, threatened, considered, denied or negated."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from geonews.linking.denials import denial
from geonews.linking.falsehoods import is_opened, said_by
from geonews.linking.phrases import Phrase, governor, is_of_number, is_whole
from geonews.linking.questions import is_left_open
from geonews.linking.relevance import OBSTRUCTING, is_given, tells_of
from geonews.linking.tenses import by_tense
from geonews.linking.verbs import VERBS
from geonews.models import Figure, FigureStatus
from geonews.syntax import AUXILIARIES, SUBJECTS, Tree
from geonews.tables import rows

_STATUS = {row["word"]: row["status"] for row in rows(__package__, "status")}
_ORDER: tuple[FigureStatus, ...] = ("negated", "denied", "considered", "threatened", "planned", "happening")
_UP = frozenset(
    "xcomp ccomp dobj pobj pcomp prep acl conj nsubj nsubjpass attr appos nummod quantmod nmod compound prt".split()
)
_WAYS = {
    "casualties": _UP - {"acl"},
}
_REACH = 20
"""Words between a figure and the verb that says how far it has come, at most."""
_SAID = frozenset({"ccomp", "xcomp", "pcomp", "prep"})
"""What "warn" says of the future is its clause, not whom it warns."""
_NO = frozenset({"negated", "denied"})
"""Who does "not rule out" considers."""
_WISHES = frozenset({"want", "seek"})
_DUTY = frozenset({"must", "should", "ought"})
"""Who "must have known that 700 were there" is not told to be there."""
_GRANTING = frozenset({"confirm", "admit", "acknowledge", "concede"})
_OUTDATED = frozenset({"earlier", "previous", "original", "prior"})
_DUE = frozenset({"due", "set"})
_AHEAD = frozenset({"ahead", "before"})


def status_of(figure: Figure, phrase: Phrase, tree: Tree) -> FigureStatus:
    """Read the status from the verbs above the figure, their auxiliaries, and what is said of the figure itself."""
    if figure.kind != "casualties" and is_whole(tree, phrase):
        return "happening"
    found = set(_said_of(tree, phrase, figure))
    begin = tree.bounds[tree.tokens[phrase.head].passage][0]
    if denial(tree, phrase) is not None or is_opened(tree, begin, phrase.first):
        found.add("denied")
    if _is_none_of(tree, phrase) or _is_corrected(tree, phrase):
        found.add("negated")
    found.update(_by_governors(tree, phrase, figure))
    if figure.kind == "casualties" and not _are_held(tree, phrase):
        found.discard("happening")
    return next((status for status in _ORDER if status in found), "done")


def _by_governors(tree: Tree, phrase: Phrase, figure: Figure) -> set[str]:
    given = is_given(tree, phrase, figure)
    if is_left_open(tree, phrase.head):
        return set() if given else {"considered"}
    found = {
        status
        for index, below in _governors(tree, phrase.head, _WAYS.get(figure.kind, _UP))
        if tells_of(tree, index, below, figure)
        for status in _stated_by(tree, index, tree.tokens[below].dep)
    }
    return found - {"considered", "negated"} if given else found


def _is_none_of(tree: Tree, phrase: Phrase) -> bool:
    """Read "none of its 3,000 soldiers"."""
    first = max(phrase.number - 3, tree.bounds[tree.tokens[phrase.head].passage][0])
    before = [tree.word(index) for index in range(first, phrase.number)]
    return ("none", "of") in pairwise(before)


def _is_corrected(tree: Tree, phrase: Phrase) -> bool:
    """Read "an earlier version of this article said that 15 had died" and "killed 54 people, not 45"."""
    if _is_opposed(tree, phrase.number):
        return True
    verbs = (index for index in tree.ancestors(phrase.head) if tree.tokens[index].lemma in VERBS["say"])
    speakers = [noun for verb in verbs for noun in tree.children(verb, "nsubj") if tree.word(noun) == "version"]
    return any(tree.word(child) in _OUTDATED for noun in speakers for child in tree.children(noun, "amod"))


def _is_opposed(tree: Tree, number: int) -> bool:
    """Read ", not 45", "and not the 40", "rather than 40"; "not 40 but 50"."""
    before = [tree.word(index) for index in range(max(number - 3, 0), number)]
    if before[-1:] == ["the"]:
        before.pop()
    opposed = before[-1:] == ["not"] and before[-2:-1] != ["or"]
    return opposed or before[-2:] in (["rather", "than"], ["instead", "of"])


def _are_held(tree: Tree, phrase: Phrase) -> bool:
    """Tell whether captivity lasts: "still holds 10 hostages", "12 are missing"; the dead and wounded are a fact."""
    verb = governor(tree, phrase.head)
    words = {tree.tokens[verb].lemma, tree.tokens[phrase.head].lemma, *(tree.word(i) for i in tree.children(verb))}
    return not words.isdisjoint(VERBS["held"])


def _governors(tree: Tree, index: int, ways: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Yield the words whose mood reaches the figure, each with the word below it on the way.

    The way ends at the sentence that reports it.
    """
    speech = False
    for _ in range(_REACH):
        if speech or not _leads_up(tree, index, ways):
            return
        dep = tree.tokens[index].dep
        above = tree.tokens[index].head
        verb = tree.is_verb(above)
        if dep == "conj" and verb and any(True for _ in tree.children(index, *SUBJECTS)):
            return
        if dep in {"nsubj", "nsubjpass"} and not verb:
            return
        speech = dep == "ccomp" and ((verb and tree.tokens[above].lemma in VERBS["say"]) or index < above)
        if not speech:
            yield above, index
        index = above


def _leads_up(tree: Tree, index: int, ways: frozenset[str]) -> bool:
    """Follow the arcs of one statement; "sending" in "..., sending 500 troops" shares the mood of its verb."""
    token = tree.tokens[index]
    participle = (
        token.dep == "advcl" and token.tag == "VBG" and not any(True for _ in tree.children(index, "mark", "aux"))
    )
    reported = token.dep == "acl" and tree.tokens[token.head].lemma in VERBS["report"]
    bound = tree.word(index) == "up" and tree.word(index + 1) == "to"
    return token.head != index and (token.dep in ways or participle or reported or bound)


def _stated_by(tree: Tree, index: int, dep: str) -> Iterator[str]:
    token = tree.tokens[index]
    particles = [f" {tree.word(child)}" for child in tree.children(index, *_particles(tree, index))]
    words = (_STATUS.get(token.lemma.lower() + particle) for particle in [*particles, ""])
    word = next(filter(None, words), None)
    told = token.lemma in VERBS["say"] and dep not in _SAID
    denied = any(True for _ in tree.children(index, "neg"))
    aimed = token.lemma == "aim" and tree.is_passive(index)  # "15 drones were aimed at the town"
    if (
        word
        and not told
        and not aimed
        and not _is_overturned(tree, index)
        and (dep != "nsubj" or _is_said_of_subject(tree, index))
    ):
        yield "considered" if denied and word in _NO else word
    if tree.word(index) in _AHEAD or (token.lemma == "be" and _is_to(tree, index)):
        yield "planned"
    if not tree.is_verb(index):
        no = any(tree.word(child) == "no" for child in tree.children(index))
        if no and word == "planned":
            yield "negated"  # "has no plans to withdraw its 900 troops"
        elif no and tree.word(index) == "truth":
            yield "denied"  # "no truth to reports that 40 died"
        return
    auxiliaries = [tree.tokens[child] for child in tree.children(index, *AUXILIARIES)]
    moods = (auxiliary.text.lower() for auxiliary in auxiliaries)
    yield from filter(None, (_STATUS.get(mood) for mood in moods if dep != "ccomp" or mood not in _DUTY))
    if denied and word not in _NO:
        yield "negated"
    yield from _by_construction(tree, index, dep)
    yield from by_tense(tree, index, [auxiliary.tag for auxiliary in auxiliaries])


def _is_overturned(tree: Tree, verb: int) -> bool:
    """Read "Lima, which had long denied that it sent 700, confirmed that it had"."""
    _, last = tree.bounds[tree.tokens[verb].passage]
    behind = (index for index in range(verb, last) if tree.word(index - 1) == ",")
    return tree.tokens[verb].dep == "relcl" and any(tree.tokens[index].lemma in _GRANTING for index in behind)


def _particles(tree: Tree, verb: int) -> tuple[str, ...]:
    """Return how the particle of a verb hangs on it: who "called up 60,000 for the war" did not call for them."""
    return ("prt",) if any(True for _ in tree.children(verb, "prt")) else ("prep", "advmod")


def _by_construction(tree: Tree, verb: int, dep: str) -> Iterator[str]:
    """Read what no single word says."""
    if _is_open(tree, verb) or _is_unreal(tree, verb) or (dep == "dobj" and tree.tokens[verb].lemma in _WISHES):
        yield "considered"
    if tree.tokens[verb].lemma == "be" and dep in SUBJECTS and _is_due(tree, verb):
        yield "planned"
    if said_by(tree, verb, dep):
        yield "denied"
    if _is_warning(tree, verb):
        yield "threatened"


def _is_due(tree: Tree, verb: int) -> bool:
    """Read "troops are due in Chad"."""
    return any(tree.word(child) in _DUE for child in tree.children(verb, "acomp", "attr"))


def _is_open(tree: Tree, verb: int) -> bool:
    """Read "no decision has been taken on sending"."""
    subjects = (i for i in tree.children(verb, *SUBJECTS) if tree.tokens[i].lemma in {"decision", "agreement"})
    return any(tree.word(child) == "no" for subject in subjects for child in tree.children(subject))


def _is_unreal(tree: Tree, verb: int) -> bool:
    """Read "Had Russia sent 5,000, they might have held"."""
    subject = next(tree.children(verb, "nsubj", "nsubjpass"), verb)
    had = any(tree.word(aux) == "had" and aux < subject for aux in tree.children(verb, "aux"))
    return had and tree.tokens[verb].dep in {"advcl", "ccomp"} and verb < tree.tokens[verb].head


def _is_warning(tree: Tree, verb: int) -> bool:
    """Read "Moscow warned that it would deploy": who warns of his own deeds threatens."""
    token = tree.tokens[verb]
    if token.dep != "ccomp" or tree.tokens[token.head].lemma not in {"warn", "threaten"}:
        return False
    own = any(tree.tokens[subject].tag == "PRP" for subject in tree.children(verb, "nsubj"))
    return own and any(tree.tokens[auxiliary].tag == "MD" for auxiliary in tree.children(verb, "aux"))


def _is_to(tree: Tree, verb: int) -> bool:
    """Read "is to station", "are to be exchanged"."""
    complements = tree.children(verb, "xcomp")
    return any(tree.word(aux) == "to" for child in complements for aux in tree.children(child, "aux"))


def _is_said_of_subject(tree: Tree, index: int) -> bool:
    """Tell whether the word speaks of its subject's own future: "troops plan to", "are ready to", "are expected"."""
    return tree.is_passive(index) or any(True for _ in tree.children(index, "xcomp", "acomp", "ccomp"))


def _said_of(tree: Tree, phrase: Phrase, figure: Figure) -> Iterator[str]:
    """Read "1,000 troops expected in", "troops to be sent"; of the dead, that would be said of someone else."""
    if figure.kind == "casualties" or is_of_number(tree, phrase):
        return
    for child in tree.children(phrase.head, "acl", "relcl"):
        lemma = tree.tokens[child].lemma.lower()
        said = _STATUS.get(lemma) if figure.kind == "money" or lemma not in OBSTRUCTING else None
        if said and (tree.tokens[child].tag in {"VBN", "VBG"} or said == "planned"):
            yield said
        elif tree.tokens[child].tag == "VB" and any(tree.word(aux) == "to" for aux in tree.children(child, "aux")):
            yield "planned"
