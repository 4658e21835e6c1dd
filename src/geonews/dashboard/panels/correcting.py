"""Correct it: the form over a passage."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from html import escape
from pathlib import Path

import streamlit as st

from geonews.claims import Copyist
from geonews.dashboard import correcting, righting, sample, session, surface, words
from geonews.dashboard.cache import Corpus, gazetteer, open_corpus
from geonews.dashboard.correcting import Mention
from geonews.dashboard.draft import Draft, step
from geonews.dashboard.pieces import correct
from geonews.dashboard.pieces.form import Form, form_html, sample_html, walk_html
from geonews.dashboard.righting import Told
from geonews.errors import GeonewsError
from geonews.gazetteer import fold
from geonews.models import Correction, ParsedArticle, Place
from geonews.settings import Settings
from geonews.store import Store

_PASSAGES = "passages"
_FORM = "correcting-form"
_DRAFT = "correcting-draft"
_ASKED = "correcting-asked"
_TOLD = "correcting-told"
_SAVING = "correcting-saving"
_SUFFICES = 3
"""Letters from which on the gazetteer is searched for names that begin with them; fewer must be a whole name."""
_OFFERED = 12
_WEIGHED = 60
"""Places of which the region may be asked for."""


def acted() -> None:
    """Answer what is pressed in the passages: the form and the way back here, all else by the page."""
    action = getattr(st.session_state[_PASSAGES], "act", None) or {}
    if action.get("do") not in {"correct", "take-back"} or not righting.is_offered():
        session.act(_PASSAGES)
    elif action["do"] == "correct":
        st.session_state[_ASKED] = str(action.get("value", ""))
    else:
        righting.asked_back(action)


def dialog(corpus: Corpus, place: str | None) -> None:
    """Open the form if it was asked for; ``place`` is the one that the page shows."""
    asked = st.session_state.pop(_ASKED, None)
    draft = correcting.begun(asked, place, corpus.article) if asked and righting.is_offered() else None
    if draft is not None:
        st.session_state[_DRAFT] = draft
        righting.hide()
        _form()


@st.dialog("Correct", width="medium", on_dismiss="rerun")
def _form() -> None:
    corpus = open_corpus(lambda *_: None)
    draft: Draft | None = st.session_state.get(_DRAFT)
    parsed = corpus.article(draft.key) if draft else None
    goes_on = st.session_state.pop(_SAVING, None)
    if draft is not None and parsed is not None and goes_on is not None:
        with st.spinner("Correcting", show_time=True):
            _save(corpus, draft, parsed, goes_on)
        corpus = open_corpus(lambda *_: None)
        draft = st.session_state.get(_DRAFT)
        parsed = corpus.article(draft.key) if draft else None
    if draft is None or parsed is None:
        st.rerun()  # it was saved: the page shows it
    elif corpus.is_sample:
        surface.show(sample_html(), _FORM, lambda: _copy_sample(corpus, draft))
    else:
        if (told := righting.last()) is not None:
            surface.show(correct.told_html(told.html, told.number), _TOLD, _noticed_in_form)
        _draw(corpus, draft, parsed)


def _draw(corpus: Corpus, draft: Draft, parsed: ParsedArticle) -> None:
    found, mention = _chosen(corpus, draft, parsed)
    passage = correcting.passage_at(parsed.passages, draft.start)
    copies = len(_copies(draft.key, correcting.here(mention, draft, parsed))) if mention else 0
    everywhere = corpus.reach(mention.text) if mention and mention.is_read and not mention.figure else None
    form = Form(parsed.article.text, passage, found, mention, draft, _offers(draft.typed), copies, everywhere)
    html = form_html(form) + walk_html(parsed.article.text, parsed.passages, draft.start)
    surface.show(html, _FORM, _pressed)


def _chosen(corpus: Corpus, draft: Draft, parsed: ParsedArticle) -> tuple[list[Mention], Mention | None]:
    """Return what of the draft's passage can be put right, and the one of it that the draft is about."""
    found = correcting.mentions(parsed, corpus.by_hand(draft.key), draft.start)
    mention = correcting.chosen(found, draft, parsed)
    if mention is not None and not mention.is_read:
        mention = replace(mention, candidates=gazetteer().lookup(mention.text, villages=True))
    return found, mention


def _pressed() -> None:
    """Do one step; the draft is the one that is kept, as an older one may still be drawn."""
    action = getattr(st.session_state[_FORM], "act", None) or {}
    draft: Draft | None = st.session_state.get(_DRAFT)
    if draft is None:
        return
    righting.hide()
    if action.get("do") == "take-back":
        st.session_state.pop(_DRAFT, None)
        righting.asked_back(action)
        return
    st.session_state[_DRAFT] = after = step(draft, action, gazetteer().place)
    if action.get("do") in {"save", "save-on"} and not after.is_refused:
        st.session_state[_SAVING] = action["do"] == "save-on"


def _copies(key: str, made: Correction) -> list[Correction]:
    """Return the correction of a mention once for each copy of its sentence."""
    with Store.open(Settings().store, read_only=True) as store:
        return store.ledger.repeated(key, made)


def _save(corpus: Corpus, draft: Draft, parsed: ParsedArticle, goes_on: bool) -> None:  # noqa: FBT001 - as it is kept
    _, mention = _chosen(corpus, draft, parsed)
    now = datetime.now(UTC).isoformat(timespec="microseconds")
    made = correcting.corrections(mention, draft, parsed, now) if mention else []
    if mention is None or not made:
        return
    try:
        if draft.reach in {None, "copies"}:
            made += _copies(draft.key, made[0])
        with Store.open(Settings().store) as store:
            store.ledger.add(made, copyist=Copyist())
            kept = store.ledger.history(len(made))
    except GeonewsError as error:
        righting.tell(Told(escape(str(error))))
        return
    place = made[0].place
    meant = place.id if place else None
    righting.tell(Told(correct.saved_html(kept), kept[0].number, meant))
    view = session.asked()
    was = mention.place.id if mention.place else None
    if was and was == view.place and open_corpus(lambda *_: None).place(view.filter, was) is None:
        righting.leave([each.number for each in kept], meant)
    following = correcting.following(parsed, corpus.by_hand(draft.key), mention, draft.key) if goes_on else None
    if following is None:
        st.session_state.pop(_DRAFT, None)
    else:
        st.session_state[_DRAFT] = following


def _copy_sample(corpus: Corpus, draft: Draft) -> None:
    """Begin the reader's own corpus with the sample's articles; the sample stays as it is."""
    try:
        sample.copy(Path(corpus.path), Settings().store)
    except GeonewsError as error:
        righting.tell(Told(escape(str(error))))
    else:
        st.session_state[_ASKED] = f"{draft.key}@{draft.start}"
    st.session_state.pop(_DRAFT, None)


def _noticed_in_form() -> None:
    action = getattr(st.session_state[_TOLD], "act", None) or {}
    righting.hide()
    if action.get("do") == "take-back":
        st.session_state.pop(_DRAFT, None)
        righting.asked_back(action)


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
