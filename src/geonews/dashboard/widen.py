"""Why a result is empty, and how it can be widened: the filter's conditions, each alone and each left out. Pure."""

from __future__ import annotations

from dataclasses import replace

from geonews.store import EVERYTHING, Filter

_CONDITIONS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    (
        "Without the text",
        "No article matches the search. An article must hold all the words, each as written; fewer of them find more.",
        ("text",),
    ),
    ("Any date", "No article is of the chosen dates.", ("since", "until", "undated")),
    ("Any publisher", "No article is by the chosen publisher.", ("sources",)),
    (
        "Any article",
        "The chosen article is not here: it may have been removed, or the link may come from another collection.",
        ("articles",),
    ),
    ("Any place", "No article names the chosen place.", ("places",)),
    ("Any country", "No article names a place in the chosen country.", ("countries",)),
    ("Any kind of place", "No article names a place of the chosen kind.", ("place_kinds",)),
    ("Any figures, or none", "No article holds a figure of the chosen kind.", ("figure_kinds",)),
    ("Whoever's", "No article holds a figure of the chosen owner.", ("owners",)),
    ("Figures however stated", "No article states a figure so.", ("statuses",)),
    ("However sure", "No article names a place with so much confidence.", ("confidence",)),
    ("The usual names", "No article uses a name in the chosen way.", ("uses",)),
)
"""What a button that drops a condition says, what to say where no article meets it, and its fields of the filter."""


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
    """Return for each condition that is set what to say where no article meets it, and the filter of it alone."""
    single = [
        (what, replace(EVERYTHING, **{name: getattr(wanted, name) for name in names})) for _, what, names in _CONDITIONS
    ]
    return [(what, alone) for what, alone in single if alone != EVERYTHING]
