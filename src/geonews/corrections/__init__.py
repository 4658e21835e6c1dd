"""What people put right by hand: which correction speaks for which mention, and the parse that comes of it.

Pure functions over models; the store keeps corrections, this room says what they mean.
"""

from geonews.corrections.applying import (
    REJECTED,
    Scope,
    corrected,
    judged,
    of_figures,
    of_toponyms,
    scope,
    target,
)
from geonews.corrections.lines import line, read_lines
from geonews.corrections.merging import Merge, decision, merged

__all__ = [
    "REJECTED",
    "Merge",
    "Scope",
    "corrected",
    "decision",
    "judged",
    "line",
    "merged",
    "of_figures",
    "of_toponyms",
    "read_lines",
    "scope",
    "target",
]
