"""What the columns of the tables mean: the words that stand over each when it is pointed at."""

from __future__ import annotations

from collections.abc import Collection, Mapping

import streamlit as st
from streamlit.elements.lib.column_types import ColumnConfig

PLACES = {
    "Place": "The name in the gazetteer, whatever the articles call it; ? where no mention is surely this place",
    "Kind": "What the place is",
    "Country": "The country that it lies in; where it is disputed, as the gazetteer has it",
    "Mentions": "How often the articles name it, under the filter, in copies of a sentence once",
    "Articles": "How many articles name it, under the filter, copies too",
    "Stories": "How many articles name it, those that mostly copy one another counted once",
    "Figures": "How many figures are tied to it, under the filter, those of copied sentences once",
    "Newest": "The day of the newest article that names it; – where all are undated",
    "By hand": "How many of the mentions were put right by hand",
    "Region": "The province or state that it lies in",
}
ARTICLES = {
    "Title": "Press the box before it to read the article",
    "Publisher": "Who published it, as far as that is known",
    "Date": "The day of publication as the article states it; – where it states none",
    "Places": "How many places it names",
    "Mentions": "How often it names places",
    "Figures": "How many figures were read in it",
    "Link": "Where the original stands",
}
UNPLACED = {
    "Name": "As the articles have it; press the box before it to see the articles that hold it",
    "Why it is not on the map": "What kept the name from being given a place",
    "Mentions": "How often the articles hold it",
    "Articles": "How many articles hold it",
}
CLAIMS = {
    "Claim": "How many of what; a bound where the words give one. Sorts as words; for numbers press At least, At most",
    "Kind": "What the figure counts: who was hit (casualties), who had to go (displaced), forces, blows, or money",
    "Owner": "Whose troops, ships or money it is, or who was hit; empty where nobody is named",
    "Place": "Where, as far as the sentence ties the figure to a place; ? where the place is less sure than not",
    "Sources": "Sources that neither copy one another nor share a publisher",
    "First": "The day of the first dated source; – where none is dated",
    "Status": "How it is stated: to be so, under way, planned, denied and so on; of what time, if not the article's",
    "Says who": "Whom the sentence names as saying so, in its own words (the claim has them in full); empty "
    "where the article itself says it",
    "Role": "What the place is to the figure: where it is (location), from where (origin), to where (destination), "
    "what is aimed at (target), who gets it (recipient), or what is passed (via)",
    "Copies": "Sources that copy one of those, or share its publisher",
    "At least": "The lower bound as a number, to sort by; empty where only an upper one is stated",
    "At most": "The upper bound as a number, to sort by; empty where only a lower one is stated",
}
_NO_WIDTHS: Mapping[str, int] = {}
_LINKS = {"Link": "open"}
CLAIM_WIDTHS = {
    "Claim": 104,
    "Owner": 86,
    "Place": 110,
    "Status": 86,
    "Sources": 64,
    "Says who": 104,
    "First": 92,
    "Role": 96,
}
"""Pixels of the columns that make a claim: all before the role are as wide (646) as a table in a window of 1440 pixels.

The longest word of each has room: Streamlit breaks it elsewhere.
"""
_PLACE_WIDTHS = {"Kind": 72, "Country": 86, "Mentions": 72, "Articles": 64, "Figures": 62, "Newest": 90}
ARTICLE_WIDTHS = {"Title": 340, "Publisher": 160, "Date": 94}
UNPLACED_WIDTHS = {"Name": 130, "Why it is not on the map": 330, "Mentions": 76, "Articles": 68}
"""As ``CLAIM_WIDTHS``."""
_DAYS = frozenset({"Newest", "Date", "First"})
NONE = "–"
"""What a cell shows that holds nothing: a day of the undated, a bound that nobody states."""
_HAND_WIDTHS = {"Words": 84, "Correction": 180, "Holds": 196, "State": 112, "Mentions": 72}
CORRECTIONS: Mapping[str, ColumnConfig] = {
    "Made (UTC)": st.column_config.DatetimeColumn(format="D MMM YYYY, HH:mm"),
    **{name: st.column_config.Column(width=width) for name, width in _HAND_WIDTHS.items()},
}
"""What was put right, as wide together as the other tables: a title would push the state out of sight."""
_GROUPED = frozenset({"At least", "At most", "Mentions", "Articles", "Stories", "Figures"})
"""Columns of numbers that may be large."""


def place_widths(columns: Collection[str]) -> dict[str, int]:
    """Return the widths of these columns of places: the region, which the name mostly tells, gives way to rare ones."""
    rare = {name: 62 for name in ("Stories", "By hand") if name in columns}
    return _PLACE_WIDTHS | rare | ({"Place": 164 - 28 * len(rare)} if rare else {"Place": 112, "Region": 88})


def explained(meanings: Mapping[str, str], widths: Mapping[str, int] = _NO_WIDTHS) -> dict[str, ColumnConfig]:
    """Return the columns with what they mean as tooltips; ``widths`` in pixels."""
    return {name: _column(name, said, widths.get(name)) for name, said in meanings.items()}


def _column(name: str, said: str, width: int | None) -> ColumnConfig:
    if name in _LINKS:
        return st.column_config.LinkColumn(help=said, display_text=_LINKS[name])
    if name in _GROUPED:
        return st.column_config.NumberColumn(help=said, format="localized", width=width)
    if name in _DAYS:  # written as everywhere on the page
        return st.column_config.DateColumn(help=said, format="D MMM YYYY", width=width)
    return st.column_config.Column(help=said, width=width)
