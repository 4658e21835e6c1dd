"""Who says so: the speaker of a figure, as its sentence names it, verbatim."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from geonews.linking.phrases import Phrase
from geonews.linking.questions import is_question, is_unconfirmed
from geonews.linking.verbs import VERBS
from geonews.syntax import SUBJECTS, Tree
from geonews.tables import rows

_REPORTING = {row["lemma"]: row["object"] == "yes" for row in rows(__package__, "reporting")}
_FORMS = frozenset(form for row in rows(__package__, "reporting") for form in row["forms"].split())
_TOLLS = VERBS["total"] | {"toll", "count", "tally", "estimate"}
_RELATIVE = frozenset({"which", "who", "that"})
_PRONOUNS = frozenset("he she it they we i you who which that this these those there one".split())
_OBLIQUE = frozenset({"him", "her", "them", "it", "me", "us", "which", "whom"})
_APART = frozenset({"relcl", "acl", "appos", "punct", "conj", "cc", "npadvmod", "advmod"})
_OPENERS = frozenset({"but", "and", "however", "yet", "later"})
BESIDE = frozenset("later also has have had flatly strongly promptly swiftly".split())
"""Between a name and its verb."""
_STOPS = frozenset({*",;:.!?\"“”‘’`()[]—–'", "''", "``", "’’", "‘‘"})
_OPENING = frozenset({'"', "“", "``", "'", "‘"})
_DASHES = frozenset("-–—")
_CLAUSES = frozenset({"ccomp", "parataxis", "advcl", "acl", "relcl"})
_LOOK_BACK = 3
"""Passages back that a pronoun's name is looked for."""
_LONGEST = 12
"""Words of a speaker's name and title, at most."""

Span = tuple[int, int]
"""Half-open range of tokens."""


def speaker(tree: Tree, phrase: Phrase) -> Span | None:
    """Return the tokens that name who states the figure; ``None`` where the article itself does.

    A pronoun is followed to who is named above it in the sentence, else to the last speaker named; so is a quotation
    that goes on behind its speaker.
    """
    above = [*_by_verb(tree, phrase.head)]
    named = next((noun for noun in above if tree.word(noun) not in _PRONOUNS), next(iter(above), None))
    if named is not None and tree.word(named) not in _PRONOUNS:
        return _span(tree, named)
    source = _by_source(tree, phrase)
    if source:
        return source
    passage = tree.tokens[phrase.head].passage
    told = _headline(tree, passage) or (closing(tree, passage) if named is None else None)
    return told or (_before(tree, passage) if named is not None or _quoted(tree, passage) else None)


def _by_verb(tree: Tree, index: int) -> Iterator[int]:
    """Yield the subjects of the verbs of reporting above token ``index``, nearest first."""
    yield from _beside(tree, index)
    while tree.tokens[index].head != index:
        dep, above = tree.tokens[index].dep, tree.tokens[index].head
        if dep not in SUBJECTS and _reports(tree, above, dep) and not _is_unsaid(tree, index, above):
            yield from _subjects(tree, above)
        index = above
        yield from _beside(tree, index)


def _is_unsaid(tree: Tree, clause: int, verb: int) -> bool:
    """Tell whether the verb only asks whether it is so, or is another sentence's."""
    return is_question(tree, clause) or _is_another_sentence(tree, clause, verb)


def _is_another_sentence(tree: Tree, said: int, verb: int) -> bool:
    """Tell whether a semicolon parts what is said from who would say it: "will send two; Japan may add a third"."""
    return any(tree.word(index) == ";" for index in range(said, verb))


def _beside(tree: Tree, index: int) -> Iterator[int]:
    """Yield the subjects of "..., police said" where the parse made it hang below what is said."""
    for verb in tree.children(index, "parataxis", "ccomp", "advcl"):
        between = tree.tokens[verb].dep != "advcl" or any(tree.word(mark) == "as" for mark in tree.children(verb))
        if between and _reports(tree, verb, "ccomp") and not any(True for _ in tree.children(verb, "ccomp", "dobj")):
            yield from _subjects(tree, verb)


def _reports(tree: Tree, verb: int, dep: str) -> bool:
    lemma = tree.tokens[verb].lemma.lower()
    if lemma == "put" and dep == "prep":  # "put the toll at 12"
        return any(tree.tokens[noun].lemma in _TOLLS for noun in tree.children(verb, "dobj"))
    if lemma not in _REPORTING or not tree.is_verb(verb) or is_unconfirmed(tree, verb):
        return False
    if dep == "xcomp":  # "claims to hold 20 hostages"; who agrees to, or plans to, does not report
        return lemma == "claim"
    return dep in _CLAUSES or (_REPORTING[lemma] and dep in {"dobj", "prep"} and not tree.is_passive(verb))


def denier(tree: Tree, verb: int) -> Span | None:
    """Return the tokens that name who denies, by the verb of denial; with "be" ("was not true") who says so."""
    agents = (noun for by in tree.children(verb, "agent") for noun in tree.children(by, "pobj"))
    subjects = (noun for noun in tree.children(verb, "nsubj") if tree.word(noun) not in _PRONOUNS)
    says = (noun for noun in _by_verb(tree, verb) if tree.word(noun) not in _PRONOUNS)
    is_told = tree.tokens[verb].lemma == "be"
    noun = next(chain(agents, says if is_told else subjects), None)
    return None if noun is None else _span(tree, noun)


def _subjects(tree: Tree, verb: int) -> Iterator[int]:
    if any(True for _ in tree.children(verb, "nsubjpass")):
        return
    own = list(tree.children(verb, "nsubj"))  # a dateline is easily taken for one of two
    subject = min(own, key=lambda noun: abs(noun - verb)) if own else tree.subject(verb)
    if subject is None:
        return
    clause = tree.tokens[subject].head
    if tree.word(subject) in _RELATIVE and tree.tokens[clause].dep == "relcl":
        subject = tree.tokens[clause].head
    yield subject


def _by_source(tree: Tree, phrase: Phrase) -> Span | None:
    """Read "according to the ministry" and "citing hospital officials"; the one nearest to the figure."""
    first, last = tree.bounds[tree.tokens[phrase.head].passage]
    found: list[Span] = []
    for index in range(first, last):
        word = tree.word(index)
        start = index + 2 if word == "according" and tree.word(index + 1) == "to" else index + 1
        if start == index + 1 and word not in {"citing", "quoting"}:
            continue
        span = _run(tree, start, last)
        if span and tree.word(span[0]) not in _OBLIQUE and not span[0] <= phrase.number < span[1]:
            found.append(span)
    return min(found, key=lambda span: abs(span[0] - phrase.number), default=None)


def _run(tree: Tree, first: int, end: int) -> Span | None:
    """Return the noun phrase that begins at token ``first``: up to a stop, a verb or a clause."""
    last = first
    while last < min(end, first + _LONGEST) and tree.word(last) not in _STOPS | {"and", "who", "which", "that", "as"}:
        if tree.tokens[last].tag in {"VBD", "VBZ", "VBP", "MD"} or _is_day(tree, last):
            break
        last += 1
    return (first, last) if last > first else None


def _is_day(tree: Tree, index: int) -> bool:
    return tree.word(index).endswith("day") and tree.tokens[index].text[0].isupper()


def _span(tree: Tree, noun: int) -> Span:
    """Return the noun's phrase without what is set off from it: clauses, appositions, "on Monday"."""
    first = last = noun
    waiting = [noun]
    for index in waiting:
        apart = _APART if index != noun else _APART - {"conj", "cc"}
        waiting.extend(child for child in tree.children(index) if tree.tokens[child].dep not in apart)
    below = set(waiting)
    while first - 1 in below or (first > 0 and tree.tokens[first - 1].tag == "HYPH"):
        first -= 1 if first - 1 in below else 2
    while last + 1 in below and last + 1 - noun < _LONGEST and not _is_day(tree, last + 1):
        last += 1
    while last > noun and tree.tokens[last].pos in {"ADP", "CCONJ", "DET"}:
        last -= 1
    behind_datelines = [index + 1 for index in range(first + 1, noun) if _is_dash(tree, index)]  # "NAIROBI - Kenya"
    return max(behind_datelines, default=first), last + 1


def _is_dash(tree: Tree, index: int) -> bool:
    before, token, behind = tree.tokens[index - 1 : index + 2]
    return token.text in _DASHES and before.end < token.start and token.end < behind.start


def _headline(tree: Tree, passage: int) -> Span | None:
    """Read "Blast kills 12: police" and "Police: 12 killed in blast"."""
    first, last = tree.bounds[passage]
    for index in range(first + 1, last - 1):
        if tree.word(index) in {":", *_DASHES}:
            for span in ((index + 1, last), (first, index)):
                if span[1] - span[0] <= _LOOK_BACK and _speaks(tree, span[1] - 1):
                    return span
    return None


def closing(tree: Tree, passage: int) -> Span | None:
    """Read "..., the minister claimed." by the order of the words, where the parse made another clause of it."""
    begin, last = tree.bounds[passage]
    verb = next((index for index in range(last - 1, begin, -1) if tree.tokens[index].pos != "PUNCT"), begin)
    first = _back_to_stop(tree, verb, begin)
    own = range(first, verb)
    spoken = tree.word(verb) in _FORMS and tree.tokens[verb].tag == "VBD" and tree.word(first - 1) == ","
    plain = not any(tree.is_verb(index) or tree.tokens[index].pos in {"CCONJ", "SCONJ", "PRON"} for index in own)
    return (first, verb) if own and spoken and plain else None


def _speaks(tree: Tree, index: int) -> bool:
    return not {tree.word(index), tree.word(index).removesuffix("s")}.isdisjoint(VERBS["speaker"] | VERBS["voice"])


def _quoted(tree: Tree, passage: int) -> bool:
    """Tell whether the passage begins inside a quotation, or opens one."""
    return tree.tokens[tree.bounds[passage][0]].text[0] in _OPENING


def _before(tree: Tree, passage: int) -> Span | None:
    """Return the last speaker named in the passages before, by the order of the words alone."""
    for earlier in range(passage - 1, max(passage - 1 - _LOOK_BACK, -1), -1):
        for index in range(*tree.bounds[earlier]):
            if tree.word(index) in _FORMS:
                span = _beside_word(tree, index, tree.bounds[earlier])
                if span and tree.word(span[1] - 1) not in _PRONOUNS:
                    return span
    return None


def _back_to_stop(tree: Tree, verb: int, begin: int) -> int:
    """Return the first of the words that may name who stands before a verb."""
    first = verb
    while first > begin and verb - first < _LONGEST and tree.word(first - 1) not in _STOPS:
        first -= 1
    return first


def named_before(tree: Tree, verb: int, bounds: Span) -> Span | None:
    """Return the words before a verb of saying, back to a stop, but no pronoun alone."""
    first = _back_to_stop(tree, verb, bounds[0])
    while first < verb and tree.word(first) in _OPENERS:
        first += 1
    last = verb
    while last > first and tree.word(last - 1) in BESIDE:
        last -= 1
    return (first, last) if first < last and tree.word(last - 1) not in _PRONOUNS else None


def _beside_word(tree: Tree, verb: int, bounds: Span) -> Span | None:
    """Return the words before "said", or behind it in "..., said General Ito."."""
    first = _back_to_stop(tree, verb, bounds[0])
    if first < verb:
        return first, verb
    last = verb + 1
    while last < bounds[1] and last - verb <= _LONGEST and tree.word(last) not in _STOPS and not _is_day(tree, last):
        last += 1
    return (verb + 1, last) if last > verb + 1 else None
