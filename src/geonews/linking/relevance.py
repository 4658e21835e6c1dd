"""Which verbs above a figure say anything of it: "the two soldiers killed there have not been named" are dead."""

from __future__ import annotations

from geonews.linking.phrases import Phrase, governor
from geonews.linking.verbs import VERBS
from geonews.models import Figure
from geonews.syntax import SUBJECTS, Tree
from geonews.tables import rows

_MOODS = frozenset(row["word"] for row in rows(__package__, "status") if row["status"] != "done")
_DOING = VERBS["move"] | VERBS["arrive"] | VERBS["enter"] | VERBS["leave"] | VERBS["remove"]
_BEING = frozenset("die perish survive exist remain stay serve join participate attend fight surrender".split())
_UNDERGOING = _DOING | VERBS["own"] | VERBS["stay"] | VERBS["harm"] | VERBS["post"] | VERBS["ruin"] | VERBS["attack"]
_HURTS = frozenset({"hurt", "harm", "injure", "wound", "kill"})
OBSTRUCTING = frozenset("suspend halt block delay postpone pause ban bar forbid prohibit freeze".split())
"""Done to a plan, they undo it; done to men and trucks, they are deeds as others."""
_DEEDS = VERBS["event"] | frozenset(
    "delivery shipment dispatch despatch sale supply sending plan transfer aid assistance order export rotation return "
    "arrival redeployment handover package contract deal move purchase release entry".split()
)
_WITHHOLDING = frozenset({"decline", "refuse"})
_SPEAKING = frozenset("comment say speak discuss answer elaborate respond name identify".split())
_HAPPENED = frozenset({"VBD", "VBN"})


def tells_of(tree: Tree, verb: int, below: int, figure: Figure) -> bool:
    """Tell whether the verb says of the figure, which hangs on it by token ``below``, how far it has come."""
    dep = tree.tokens[below].dep
    if dep in SUBJECTS and tree.is_verb(verb) and any(True for _ in tree.children(verb, "neg")):
        return _is_of_subject(tree, verb)
    if tree.tokens[verb].lemma in OBSTRUCTING and figure.kind != "money":
        return dep not in {"dobj", "nsubjpass", "nsubj"} or tree.tokens[below].lemma.lower() in _DEEDS
    return tree.tokens[verb].lemma not in _WITHHOLDING or tree.tokens[below].lemma not in _SPEAKING


def is_given(tree: Tree, phrase: Phrase, figure: Figure) -> bool:
    """Tell whether the figure's own clause states it: "the 22 sailors it seized", "the 80 tanks parked outside".

    So what is refused, asked or could be done with them takes nothing away.
    """
    if tree.tokens[phrase.head].dep == "dobj" and tree.tokens[governor(tree, phrase.head)].lemma in VERBS["own"]:
        return False  # "did not send the 700 who had trained for it"
    for clause in tree.children(phrase.head, "relcl", "acl"):
        token = tree.tokens[clause]
        bare = not any(True for _ in tree.children(clause, "neg"))
        past = token.tag in _HAPPENED and not any(
            tree.tokens[aux].tag in {"MD", "TO"} for aux in tree.children(clause, "aux", "auxpass")
        )
        known = token.dep == "relcl" or figure.kind == "casualties" or tree.word(phrase.first) in {"the", "its"}
        if bare and past and known and token.lemma.lower() not in _MOODS:
            return True
    return False


def _is_of_subject(tree: Tree, verb: int) -> bool:
    """Tell whether a negated verb says that its subject is not there, did not come or was not hurt."""
    lemma = tree.tokens[verb].lemma
    if lemma == "be":
        said = any(True for _ in tree.children(verb, "acomp", "attr"))
        places = (noun for way in tree.children(verb, "prep") for noun in tree.children(way, "pobj"))
        return not said and any(tree.tokens[noun].pos == "PROPN" for noun in places)
    if tree.is_passive(verb):
        return lemma in _UNDERGOING | _HURTS
    part = any(tree.word(child) == "part" for child in tree.children(verb, "dobj"))
    return part if lemma == "take" else lemma in _DOING | _BEING | _HURTS
