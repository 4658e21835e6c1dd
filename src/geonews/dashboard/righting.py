"""What a reader puts right from the page: what was done last, and what is to be undone, in the reader's own session."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape

import streamlit as st

from geonews.claims import Copyist
from geonews.dashboard import session
from geonews.dashboard.draft import is_offset
from geonews.dashboard.pieces import correct
from geonews.errors import GeonewsError
from geonews.models import Correction
from geonews.settings import Settings
from geonews.store import Store

_DONE = "correcting-done"
_UNDOING = "correcting-undoing"
_LEFT = "correcting-left"


@dataclass(frozen=True, slots=True)
class Told:
    """What was done last, or why it was not."""

    html: str
    number: int | None = None
    """Of the correction that can be undone."""
    place: str | None = None
    """Id of the place that is meant now."""


def is_offered() -> bool:
    """Tell whether the page lets a reader put things right."""
    return not Settings().read_only


def tell(told: Told) -> None:
    """Say this until something else is pressed."""
    st.session_state[_DONE] = told


def last() -> Told | None:
    """Return what is said."""
    told: Told | None = st.session_state.get(_DONE)
    return told


def hide() -> None:
    """Say no more of what was done last."""
    st.session_state.pop(_DONE, None)


def take_back(numbers: Sequence[int], *, with_press: bool) -> None:
    """Undo these corrections with the next run of the page, also what the same press has made if ``with_press``."""
    st.session_state[_UNDOING] = (tuple(numbers), with_press)


def leave(numbers: Iterable[int], now: str | None) -> None:
    """Show the place that these corrections name now, if any: they have left the one that is shown without a mention.

    Whoever undoes one of them and still looks at it is led back.
    """
    left = session.asked().place
    st.session_state[_LEFT] = st.session_state.get(_LEFT, {}) | dict.fromkeys(numbers, (left, now))
    session.select(now)


def is_asked_back() -> bool:
    """Tell whether there is something to undo."""
    return _UNDOING in st.session_state


def undo() -> None:
    """Undo what was asked for."""
    numbers, with_press = st.session_state.pop(_UNDOING)
    undone: list[Correction] = []
    try:
        with Store.open(Settings().store) as store:
            copyist = Copyist()
            for number in numbers:
                if with_press:
                    undone += store.ledger.undo_press(number, copyist=copyist)
                elif (found := store.ledger.undo(number, copyist=copyist)) is not None:
                    undone.append(found)
    except GeonewsError as error:
        tell(Told(escape(str(error))))
    else:
        tell(Told(correct.undone_html(undone)))
        for number in numbers:
            left, now = st.session_state.get(_LEFT, {}).pop(number, (None, None))
            if left and session.asked().place == now:
                session.select(left)


def asked_back(action: Mapping[str, str]) -> None:
    """Undo the press whose way back was pressed."""
    number = str(action.get("value", ""))
    if is_offset(number):
        take_back([int(number)], with_press=True)
