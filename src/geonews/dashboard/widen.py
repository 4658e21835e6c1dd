"""Why a result is empty, and how it can be widened: the filter's conditions, each alone and each left out. Pure."""

from __future__ import annotations

from dataclasses import replace

from geonews.store import EVERYTHING, Filter

_CONDITIONS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("Without the text", "the search", ("text",)),
    ("Any date", "the dates", ("since", "until", "undated")),
    ("Any publisher", "the publisher", ("sources",)),
    ("Any article", "the chosen article", ("articles",)),
    ("Any place", "the chosen place", ("places",)),
    ("Any country", "the country", ("countries",)),
    ("Any kind of place", "the kind of place", ("place_kinds",)),
    ("Any figures, or none", "the kind of figure", ("figure_kinds",)),
    ("Whoever's", "the owner of figures", ("owners",)),
    ("Whatever became of them", "what became of the figures", ("statuses",)),
    ("However sure", "the confidence", ("confidence",)),
    ("The usual names", "the use of names", ("uses",)),
)
"""What a button that drops a condition says, what the condition is called, and its fields of the filter."""


def ways(wanted: Filter) -> list[tuple[str, Filter]]:
    """Return a label and a wider filter for each condition that is set, then for all of them together."""
    wider = [
        (label, replace(wanted, **{name: getattr(EVERYTHING, name) for name in names}))
        for label, _, names in _CONDITIONS
    ]
    set_ones = [(label, filter_) for label, filter_ in wider if filter_ != wanted]
    everything = [("Clear all filters", EVERYTHING)] if len(set_ones) > 1 else []
    return set_ones + everything


def each_alone(wanted: Filter) -> list[tuple[str, Filter]]:
    """Return each condition that is set, in words that follow "No article matches", and the filter of it alone."""
    single = [
        (what, replace(EVERYTHING, **{name: getattr(wanted, name) for name in names})) for _, what, names in _CONDITIONS
    ]
    return [(what, alone) for what, alone in single if alone != EVERYTHING]
