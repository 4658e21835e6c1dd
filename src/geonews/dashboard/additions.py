"""What a reader changes about the corpus from the page: begun here, remembered for the way back.

Everything is kept in the reader's session, so that one reader's "Undo" is never another's.
"""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from geonews.dashboard import jobs, session, words
from geonews.dashboard.jobs import Job, Source
from geonews.dashboard.parsing import SharedParser
from geonews.errors import GeonewsError
from geonews.models import Article
from geonews.settings import Settings
from geonews.store import EVERYTHING, Store

_JOBS = "adding-jobs"
_DONE = "adding-done"
_NUMBER = "adding-number"
ASKED = "adding-asked"
"""In the session's state while the dialog is open: the page may be drawn anew beneath it."""
_MOST_SHOWN = 40
"""Articles that are shown alone when they were added; the address of the page names each."""


@dataclass(frozen=True, slots=True)
class Done:
    """What was done and can be undone: an addition, or the removal of an article."""

    number: int
    """What its buttons call it."""
    job: Job | None = None
    removed: Article | None = None
    told: str = ""
    """What is to be said where there is nothing to undo."""

    @property
    def has_way_back(self) -> bool:
        """Whether it can be undone."""
        added = self.job is not None and any(each.what == "added" for each in self.job.outcomes)
        return added or self.removed is not None


def are_offered() -> bool:
    """Tell whether the corpus may be changed from the page."""
    return not Settings().read_only


def under_way() -> tuple[Job, ...]:
    """Return the additions that have not ended, first begun first; they read their articles in turn."""
    return tuple(st.session_state.get(_JOBS, ()))


def done() -> tuple[Done, ...]:
    """Return what was done and not hidden, newest first."""
    return tuple(st.session_state.get(_DONE, ()))


def refused() -> str:
    """Return the addresses that the last addition was given in vain, so that they may be put right."""
    last = next(iter(done()), None)
    job = last.job if last else None
    return job.typed if job and not any(each.key for each in job.outcomes) else ""


def begin(source: Source, typed: str = "", *, puts_back: bool = False) -> None:
    """Start adding what ``source`` yields; raise ``StoreError`` or ``OSError`` where nothing can be stored."""
    store = Settings().store
    Store.open(store).close()  # made now if it is not there: the page must not meet half a store
    started = Job(source, _parser(), store, typed, puts_back=puts_back)
    _keep([each for each in done() if each.has_way_back])
    st.session_state[_JOBS] = (*under_way(), started)
    started.start()


def settle() -> None:
    """Show what additions that have ended brought: alone if that is little, else among all.

    What was put back changes nothing of what is shown. Comes before the page reads its address: what asks for the page
    may know only the address from before.
    """
    ended = [job for job in under_way() if job.is_done]
    if not ended or not are_offered():
        return
    st.session_state[_JOBS] = tuple(job for job in under_way() if job not in ended)
    for job in ended:
        _note(job=job)
    keys = tuple(dict.fromkeys(each.key for job in ended for each in job.outcomes if each.key and not job.puts_back))
    if keys:
        _show(keys)


def undo(number: int) -> None:
    """Take back what was done: remove what was added, add again what was removed."""
    found = next((each for each in done() if each.number == number), None)
    if found is None:
        return
    try:
        if found.removed is not None:
            hide(number)
            begin(jobs.articles([found.removed]), puts_back=True)
        elif found.job is not None:
            with Store.open(Settings().store) as store:
                gone = store.remove(list(_brought(found)))
            hide(number)
            _note(told=f"Undone: {words.counted(gone, 'article')} removed again.")
            session.do("gone", " ".join(_brought(found)))
    except (GeonewsError, OSError) as error:
        _note(told=str(error))


def show(number: int) -> None:
    """Show what an addition brought."""
    job = next((each.job for each in done() if each.number == number), None)
    keys = tuple(dict.fromkeys(each.key for each in job.outcomes if each.key)) if job else ()
    _show(keys)


def remove(key: str) -> None:
    """Take an article out of the corpus; where it was shown alone, what it was opened from is shown again."""
    try:
        with Store.open(Settings().store) as store:
            parsed = store.article(key)
            store.remove([key])
    except (GeonewsError, OSError) as error:
        _note(told=str(error))
        return
    if parsed is not None:
        _keep([each for each in done() if _brought(each) != {key}])  # an addition of it alone has no way back any more
        _note(removed=parsed.article)
    session.do("gone", key)


def hide(number: int) -> None:
    """Say no more of what was done."""
    _keep([each for each in done() if each.number != number])


def _show(keys: tuple[str, ...]) -> None:
    """Show these articles alone if they are few, with a way back to what is shown now; else among all."""
    if len(keys) <= _MOST_SHOWN:
        session.do("articles", " ".join(keys))
    else:
        session.show(EVERYTHING)


def _note(job: Job | None = None, removed: Article | None = None, told: str = "") -> None:
    """Tell what was done; of what was done before, what can be undone stays."""
    number = st.session_state.get(_NUMBER, 0) + 1
    st.session_state[_NUMBER] = number
    _keep([Done(number, job, removed, told), *(each for each in done() if each.has_way_back)])


def _brought(what: Done) -> set[str]:
    """Return the keys of the articles that an addition brought."""
    return set() if what.job is None else {each.key for each in what.job.outcomes if each.what == "added"}


def _keep(kept: list[Done]) -> None:
    st.session_state[_DONE] = tuple(kept)


@st.cache_resource(show_spinner=False)
def _parser() -> SharedParser:
    return SharedParser()
