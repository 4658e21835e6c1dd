"""What a reader changes about the corpus from the page: begun here, remembered for the way back.

Everything is kept in the reader's session, so that one reader's "Undo" is never another's.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import streamlit as st

from geonews.dashboard import jobs, session, words
from geonews.dashboard.jobs import Job, Source
from geonews.dashboard.parsing import SharedParser
from geonews.errors import GeonewsError
from geonews.models import Article
from geonews.settings import Settings
from geonews.store import EVERYTHING, Store

_JOB = "adding-job"
_DONE = "adding-done"
_MOST_SHOWN = 40
"""Articles that are shown alone when they were added; the address of the page names each."""


@dataclass(frozen=True, slots=True)
class Done:
    """What was done last, and can be undone: an addition, or the removal of an article."""

    job: Job | None = None
    removed: Article | None = None
    told: str = ""
    """What is to be said where there is nothing to undo."""


def are_offered() -> bool:
    """Tell whether the corpus may be changed from the page."""
    return not Settings().read_only


def job() -> Job | None:
    """Return the addition that is under way."""
    found: Job | None = st.session_state.get(_JOB)
    return found


def done() -> Done | None:
    """Return what was done last, until it is hidden."""
    found: Done | None = st.session_state.get(_DONE)
    return found


def has_failed() -> bool:
    """Tell whether the last addition brought nothing, so that it may be put right."""
    last = done()
    return last is not None and last.job is not None and not any(each.key for each in last.job.outcomes)


def begin(source: Source) -> None:
    """Start adding what ``source`` yields; raise ``StoreError`` or ``OSError`` where nothing can be stored."""
    store = Settings().store
    Store.open(store).close()  # made now if it is not there: the page must not meet half a store
    started = Job(source, _parser(), store)
    st.session_state[_JOB] = started
    hide()
    started.start()


def settle() -> None:
    """Show what an addition that has ended brought: alone if that is little, else among all.

    Comes before the page reads its address: what asks for the page may know only the address from before.
    """
    ended = job()
    if ended is None or not ended.is_done or not are_offered():
        return
    st.session_state.pop(_JOB, None)
    st.session_state[_DONE] = Done(ended)
    keys = tuple(dict.fromkeys(each.key for each in ended.outcomes if each.key))
    if keys:
        session.show(replace(EVERYTHING, articles=keys) if len(keys) <= _MOST_SHOWN else EVERYTHING)


def undo() -> None:
    """Take back what was done last: remove what was added, add again what was removed."""
    last = done()
    try:
        if last is not None and last.removed is not None:
            begin(jobs.articles([last.removed]))
        elif last is not None and last.job is not None:
            with Store.open(Settings().store) as store:
                gone = store.remove([each.key for each in last.job.outcomes if each.what == "added"])
            _tell(f"Undone: {words.counted(gone, 'article')} removed again.")
            session.show(EVERYTHING)
    except (GeonewsError, OSError) as error:
        _tell(str(error))


def remove(key: str) -> None:
    """Take an article out of the corpus."""
    try:
        with Store.open(Settings().store) as store:
            parsed = store.article(key)
            store.remove([key])
    except (GeonewsError, OSError) as error:
        _tell(str(error))
        return
    if parsed is not None:
        st.session_state[_DONE] = Done(removed=parsed.article)
    session.show(EVERYTHING)


def hide() -> None:
    """Say no more of what was done last."""
    st.session_state.pop(_DONE, None)


def _tell(message: str) -> None:
    st.session_state[_DONE] = Done(told=message)


@st.cache_resource(show_spinner=False)
def _parser() -> SharedParser:
    return SharedParser()
