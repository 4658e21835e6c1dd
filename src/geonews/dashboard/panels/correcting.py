"""Correct it: the form over a passage, the way back, and the notice of what was done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from html import escape
from pathlib import Path

import streamlit as st

from geonews.claims import Copyist
from geonews.dashboard import correcting, sample, session, surface, words
from geonews.dashboard.cache import Corpus, gazetteer
from geonews.dashboard.correcting import Draft, Mention
from geonews.dashboard.pieces import correct
from geonews.dashboard.pieces.correct import Form
from geonews.errors import GeonewsError
from geonews.gazetteer import fold
from geonews.models import Correction, ParsedArticle, Place
from geonews.settings import Settings
from geonews.store import ByHand, Store

_PASSAGES = "passages"
_FORM = "correcting-form"
_DRAFT = "correcting-draft"
_ASKED = "correcting-asked"
_DONE = "correcting-done"
_NOTICE = "correcting-notice"
_SUFFICES = 3
"""Letters from which on the gazetteer is searched for names that begin with them; fewer must be a whole name."""
_OFFERED = 12
_WEIGHED = 60
"""Places of which the region may be asked for."""


@dataclass(frozen=True, slots=True)
class _Told:
    """What was done last, or why it was not."""

    html: str
    number: int | None = None
    """Of the correction that can be undone."""
    place: str | None = None
    """Id of the place that is meant now."""


def is_offered() -> bool:
    """Tell whether the page lets a reader put things right."""
    return not Settings().read_only


def acted() -> None:
    """Answer what is pressed in the passages: the form and the way back here, all else by the page."""
    action = getattr(st.session_state[_PASSAGES], "act", None) or {}
    if action.get("do") not in {"correct", "take-back"} or not is_offered():
        session.act(_PASSAGES)
    elif action["do"] == "correct":
        st.session_state[_ASKED] = str(action.get("value", ""))
    else:
        take_back(str(action.get("value", "")))


def dialog(corpus: Corpus, place: str | None) -> None:
    """Open the form if it was asked for; ``place`` is the one that the page shows."""
    asked = st.session_state.pop(_ASKED, None)
    draft = correcting.begun(asked, place, corpus.article) if asked and is_offered() else None
    if draft is not None:
        st.session_state[_DRAFT] = draft
        st.session_state.pop(_DONE, None)
        _form(corpus)


def notice() -> None:
    """Say what was put right last, with the way back."""
    told: _Told | None = st.session_state.get(_DONE)
    if told is not None and is_offered():
        surface.show(correct.told_html(told.html, told.number, told.place), _NOTICE, _noticed)


def take_back(number: str) -> None:
    """Undo the correction of this number."""
    try:
        with Store.open(Settings().store) as store:
            found = store.ledger.undo(int(number), copyist=Copyist())
    except (GeonewsError, ValueError) as error:
        st.session_state[_DONE] = _Told(escape(str(error)))
    else:
        st.session_state[_DONE] = _Told(correct.undone_html(found))


@st.dialog("Correct", width="medium")
def _form(corpus: Corpus) -> None:
    draft: Draft | None = st.session_state.get(_DRAFT)
    parsed = corpus.article(draft.key) if draft else None
    if draft is None or parsed is None:
        st.rerun()  # it was saved: the page shows it
    elif corpus.is_sample:
        surface.show(correct.sample_html(), _FORM, lambda: _copy_sample(corpus, draft))
    else:
        _draw(draft, parsed, corpus.by_hand(draft.key))
        if _DONE in st.session_state:
            surface.show(correct.told_html(st.session_state[_DONE].html), "correcting-wrong", _noticed)


def _draw(draft: Draft, parsed: ParsedArticle, changes: Sequence[ByHand]) -> None:
    found = correcting.mentions(parsed, changes, draft.start)
    mention = correcting.chosen(found, draft)
    passage = correcting.passage_at(parsed.passages, draft.start)
    form = Form(parsed.article.text, passage, found, mention, draft, _offers(draft.typed))
    html = correct.form_html(form) + correct.walk_html(*correcting.neighbours(parsed, draft.start))
    surface.show(html, _FORM, lambda: _pressed(draft, mention, parsed.article.id))


def _pressed(draft: Draft, mention: Mention | None, article: str | int) -> None:
    action = getattr(st.session_state[_FORM], "act", None) or {}
    if action.get("do") == "save" and mention is not None:
        now = datetime.now(UTC).isoformat(timespec="microseconds")
        made = correcting.correction(mention, draft, article, now)
        if made is not None:
            _save(made)
    elif action.get("do") == "take-back":
        st.session_state.pop(_DRAFT, None)
        take_back(str(action.get("value", "")))
    else:
        st.session_state[_DRAFT] = correcting.step(draft, action, gazetteer().place)


def _save(made: Correction) -> None:
    try:
        with Store.open(Settings().store) as store:
            store.ledger.add([made], copyist=Copyist())
            (kept,) = store.ledger.history(1)
    except GeonewsError as error:
        st.session_state[_DONE] = _Told(escape(str(error)))
    else:
        st.session_state.pop(_DRAFT, None)
        st.session_state[_DONE] = _Told(correct.saved_html(kept), kept.number, made.place.id if made.place else None)


def _copy_sample(corpus: Corpus, draft: Draft) -> None:
    """Begin the reader's own corpus with the sample's articles; the sample stays as it is."""
    try:
        sample.copy(Path(corpus.path), Settings().store)
    except GeonewsError as error:
        st.session_state[_DONE] = _Told(escape(str(error)))
    else:
        st.session_state[_ASKED] = f"{draft.key}@{draft.start}"
    st.session_state.pop(_DRAFT, None)


def _noticed() -> None:
    action = getattr(st.session_state[_NOTICE], "act", None) or {}
    if action.get("do") == "take-back":
        take_back(str(action.get("value", "")))
        return
    st.session_state.pop(_DONE, None)
    if action.get("do") == "place":
        session.act(_NOTICE)


def _offers(typed: str) -> list[Place]:
    """Return the places of the gazetteer for what was typed, a name with perhaps a region or country after a comma.

    First those of that name, then those of names that begin so, else those of names much like it.
    """
    name, _, region = typed.partition(",")
    if not name.strip():
        return []
    found = [*gazetteer().lookup(name, villages=True)]
    if len(name.strip()) >= _SUFFICES:
        found += gazetteer().search(name, _WEIGHED) or gazetteer().fuzzy(name, _OFFERED)
    places = {each.place.id: each.place for each in found}.values()
    return [place for place in places if fold(region) in fold(words.kind_of(place))][:_OFFERED]
