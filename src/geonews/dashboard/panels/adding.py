"""Bring your own: paste a text, drop files or give an address; watch it being read; undo it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

import streamlit as st

from geonews.corpus import MOST_ENTRIES, SUFFIXES, pasted
from geonews.dashboard import jobs, session, surface, words
from geonews.dashboard.jobs import Job, Source
from geonews.dashboard.parsing import SharedParser
from geonews.dashboard.pieces.added import added_html, progress_text, remove_html, removed_html, told_html
from geonews.errors import ArticleError, GeonewsError
from geonews.fetching import is_address
from geonews.models import Article
from geonews.settings import DEFAULT_LIMIT_MB, Settings
from geonews.store import EVERYTHING, Store

_JOB = "adding-job"
_DONE = "adding-done"
_TYPED = "adding-typed"
_NOTICE = "adding-notice"
_LIMIT = round(DEFAULT_LIMIT_MB * 1_000_000)
_LARGEST_FILE = 50
"""MB; a file of JSON Lines holds many articles."""
_MOST_SHOWN = 40
"""Articles that are shown alone when they were added; the address of the page names each."""
_EARLIEST = date(1500, 1, 1)


@dataclass(frozen=True, slots=True)
class _Done:
    """What can be undone: an addition, or the removal of an article."""

    job: Job | None = None
    removed: Article | None = None
    told: str = ""


def is_offered() -> bool:
    """Tell whether the corpus may be changed from the page."""
    return not Settings().read_only


def button() -> None:
    """Show the button that opens the dialog, unless the page is for reading only."""
    if is_offered():
        with st.container(key="adding"):
            busy = st.session_state.get(_JOB) is not None
            if st.button(
                "Add articles", key="adding-open", disabled=busy, help="Paste a text, drop files, or give an address"
            ):
                _dialog()


def notice() -> None:
    """Show how far an addition is, or what became of the last one."""
    if not is_offered():
        return
    if _JOB in st.session_state:
        _watch()
    elif _DONE in st.session_state:
        surface.show(_done_html(st.session_state[_DONE]), _NOTICE, _acted)


def removal(key: str) -> None:
    """Offer to remove the article of this key, which is being read."""
    if is_offered():
        surface.show(remove_html(key), "adding-remove", lambda: _remove(key))


@st.dialog("Add articles", width="medium")
def _dialog() -> None:
    text, dropped, address = st.tabs(["Paste a text", "Files", "Address"])
    with text:
        _paste()
    with dropped:
        _drop()
    with address:
        _fetch()


def _paste() -> None:
    with st.form("adding-paste", border=False):
        text = st.text_area("Text of the article", height=220, placeholder="Headline\n\nThe article, as it is")
        left, right = st.columns(2)
        title = left.text_input("Headline", placeholder="the first line, if it is short")
        publisher = right.text_input("Publisher", placeholder="unknown")
        published = left.date_input("Published", value=None, min_value=_EARLIEST, format="YYYY-MM-DD")
        url = right.text_input("Link to the original", placeholder="none")
        if st.form_submit_button("Add to the map", type="primary"):
            link = words.web_address(url)
            if url.strip() and link is None:
                st.error("The link does not begin with http:// or https://")
                return
            try:
                article = pasted(
                    text,
                    title=title.strip(),
                    source=publisher.strip(),
                    published=published.isoformat() if published else None,
                    url=link,
                    limit=_LIMIT,
                )
            except ArticleError as error:
                st.error(_plain(str(error)))
            else:
                _begin(jobs.articles([article]))


def _drop() -> None:
    with st.form("adding-files", border=False):
        dropped = st.file_uploader(
            f"Articles: {', '.join(SUFFIXES)}",
            accept_multiple_files=True,
            max_upload_size=_LARGEST_FILE,
            help="A text's first line is its title; a page keeps its title, publisher and date; JSON Lines hold an "
            "article a line (id, text, and if known title, source, url, published).",
        )
        if st.form_submit_button("Add to the map", type="primary"):
            if dropped:
                _begin(jobs.files([(file.name, file) for file in dropped], _LIMIT))
            else:
                st.error("No file was chosen")


def _fetch() -> None:
    with st.form("adding-address", border=False):
        typed = st.text_input(
            "Address of a page or a feed", value=st.session_state.get(_TYPED, ""), placeholder="https://"
        )
        st.caption(
            f"Of a feed (RSS, Atom) the first {MOST_ENTRIES} articles are read. Nothing is sent but the request."
        )
        if st.form_submit_button("Add to the map", type="primary"):
            addresses = [each if is_address(each) else f"https://{each}" for each in typed.split()]
            if addresses:
                st.session_state[_TYPED] = typed
                _begin(jobs.addresses(addresses, _LIMIT, allow_private=Settings().allow_private))
            else:
                st.error("No address was given")


def _begin(source: Source) -> None:
    """Start adding, and close the dialog; in it, say why nothing can be stored."""
    try:
        _start(source)
    except (GeonewsError, OSError) as error:
        st.error(_plain(str(error)))
    else:
        st.rerun()


def _start(source: Source) -> None:
    store = Settings().store
    Store.open(store).close()  # made now if it is not there: the page must not meet half a store
    job = Job(source, _parser(), store)
    st.session_state[_JOB] = job
    st.session_state.pop(_DONE, None)
    job.start()


@st.fragment(run_every=0.5)
def _watch() -> None:
    job: Job | None = st.session_state.get(_JOB)
    if job is None:
        return
    if job.is_done:
        _settle(job)
        st.rerun()
    outcomes = job.outcomes
    share = min(len(outcomes) / job.expected, 1.0) if job.expected else 0.0
    with st.container(key="adding-progress", horizontal=True, vertical_alignment="center"):
        st.progress(share, progress_text(outcomes, job.expected, job.now))
        st.button("Stop", on_click=job.stop, key="adding-stop")


def _settle(job: Job) -> None:
    """Show what was added: alone if that is little, else among all."""
    del st.session_state[_JOB]
    outcomes = job.outcomes
    st.session_state[_DONE] = _Done(job)
    keys = tuple(dict.fromkeys(each.key for each in outcomes if each.key))
    if keys:
        st.session_state.pop(_TYPED, None)
        session.show(replace(EVERYTHING, articles=keys) if len(keys) <= _MOST_SHOWN else EVERYTHING)


def _done_html(done: _Done) -> str:
    if done.job is not None:
        return added_html(done.job.outcomes, done.job.failure, stopped=done.job.is_stopped)
    return removed_html(done.removed.title or str(done.removed.id)) if done.removed else told_html(done.told)


def _acted() -> None:
    action = getattr(st.session_state[_NOTICE], "act", None) or {}
    done: _Done | None = st.session_state.get(_DONE)
    if action.get("do") == "undo" and done is not None:
        try:
            _undo(done)
        except (GeonewsError, OSError) as error:
            st.session_state[_DONE] = _Done(told=str(error))
    elif action.get("do") == "all":
        session.show(EVERYTHING)
    elif action.get("do") == "hide":
        st.session_state.pop(_DONE, None)


def _undo(done: _Done) -> None:
    if done.removed is not None:
        _start(jobs.articles([done.removed]))
    elif done.job is not None:
        keys = [each.key for each in done.job.outcomes if each.what == "added"]
        gone = _removed(keys)
        st.session_state[_DONE] = _Done(told=f"Undone: {words.counted(gone, 'article')} removed again.")
        session.show(EVERYTHING)


def _remove(key: str) -> None:
    try:
        with Store.open(Settings().store) as store:
            parsed = store.article(key)
            store.remove([key])
    except (GeonewsError, OSError) as error:
        st.session_state[_DONE] = _Done(told=str(error))
        return
    if parsed is not None:
        st.session_state[_DONE] = _Done(removed=parsed.article)
    session.show(EVERYTHING)


def _removed(keys: list[str]) -> int:
    with Store.open(Settings().store) as store:
        return store.remove(keys)


def _plain(message: str) -> str:
    return message.replace("`", "'")


@st.cache_resource(show_spinner=False)
def _parser() -> SharedParser:
    return SharedParser()
