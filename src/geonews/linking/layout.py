"""Where the names of an article stand: how often each is named, and which stand beside each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from geonews.linking.board import Floats, Numbers
from geonews.linking.groups import Group
from geonews.models import Toponym

_NEIGHBOURS = 3
_GAP = 120.0
"""Characters over which the nearness of two names fades to 1/e."""
_FAINT = 0.01


@dataclass(frozen=True, slots=True)
class Layout:
    """What does not change from pass to pass."""

    mentions: Floats
    """Shape (groups,): how often each is named."""
    one: Numbers
    """Shape (pairs,): groups that stand near each other in the text; each pair is there both ways."""
    other: Numbers
    nearness: Floats
    """1 touches, 0 is far."""
    lead: int
    """The group that the article begins with, or the outlet's home."""

    @classmethod
    def of(cls, groups: Sequence[Group], toponyms: Sequence[Toponym]) -> Layout:
        """Measure at least one group; one without a mention is the outlet's home."""
        owner = {mention: at for at, group in enumerate(groups) for mention in group.mentions}
        order = sorted(owner)
        number = np.array([owner[mention] for mention in order], np.intp)
        starts = np.array([toponyms[mention].start for mention in order], float)
        ends = np.array([toponyms[mention].end for mention in order], float)
        pairs = [_pairs(number, starts, ends, step) for step in range(1, _NEIGHBOURS + 1)]
        before, behind, nearness = (np.concatenate(each) for each in zip(*pairs, strict=True))
        home = next((at for at, group in enumerate(groups) if not group.mentions), None)
        return cls(
            mentions=np.array([max(len(group.mentions), 1) for group in groups], float),
            one=np.concatenate((before, behind)),
            other=np.concatenate((behind, before)),
            nearness=np.concatenate((nearness, nearness)),
            lead=int(number[0]) if home is None else home,
        )


def _pairs(number: Numbers, starts: Floats, ends: Floats, step: int) -> tuple[Numbers, Numbers, Floats]:
    nearness = np.exp(-np.maximum(starts[step:] - ends[:-step], 0.0) / _GAP)
    apart = (number[step:] != number[:-step]) & (nearness > _FAINT)
    return number[:-step][apart], number[step:][apart], nearness[apart]
