"""A sentence with two names, and a reader's draft of what they mean."""

from __future__ import annotations

from collections.abc import Sequence

from geonews.dashboard.correcting import Mention, chosen, corrections, mentions
from geonews.dashboard.draft import Draft, step
from geonews.dashboard.pieces.form import Form, form_html
from geonews.models import Article, Candidate, Correction, ParsedArticle, Passage, Place, Resolution, Toponym

HERE = Place("gn:1", "Paris", "city", "FR", 48.9, 2.4)
THERE = Place("gn:2", "Paris", "city", "US", 33.7, -95.6, "Texas", population=24_171)
TEXT = "Paris met Paris. They left. Rome slept."
READ = Resolution(HERE, 0.9, "most populous", (Candidate(HERE, "name", 0.9), Candidate(THERE, "name", 0.1)))
PARSED = ParsedArticle(
    Article("a", TEXT),
    (Passage(0, 16), Passage(17, 27), Passage(28, 39)),
    (Toponym(0, 5, "Paris", "literal"), Toponym(10, 15, "Paris", "literal"), Toponym(28, 32, "Rome", "literal")),
    (READ, READ, Resolution(None, 0.0, "not in the gazetteer")),
    (),
    (),
)
DRAFT = Draft("key", 0)


def found(draft: Draft = DRAFT) -> tuple[list[Mention], Mention]:
    listed = mentions(PARSED, (), draft.start)
    mention = chosen(listed, draft, PARSED)
    assert mention is not None
    return listed, mention


def form(draft: Draft = DRAFT, offers: Sequence[Place] = (), copies: int = 0) -> str:
    listed, mention = found(draft)
    passage = next(each for each in PARSED.passages if each.start == draft.start)
    return form_html(Form(TEXT, passage, listed, mention, draft, offers, copies))


def said(draft: Draft = DRAFT) -> list[Correction]:
    return corrections(found(draft)[1], draft, PARSED, "now")


def nowhere(_identifier: str) -> None:
    """Find no place."""


def words(start: int, end: int, draft: Draft = DRAFT) -> Draft:
    return step(draft, {"do": "words", "value": f"{start}-{end}"}, nowhere)
