"""What people put right: where it shows, and the list of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from geonews.corrections import Scope
from geonews.models import Correction, CorrectionKind, Place

CorrectionState = Literal["applied", "superseded", "orphaned"]


@dataclass(frozen=True, slots=True)
class ByHand:
    """A mention that a correction speaks for."""

    number: int
    """Of the correction; ``Ledger.undo`` takes it."""
    start: int
    """Offset of the mention in the article's text."""
    end: int
    text: str
    """The name as written, or the phrase of the figure."""
    what: CorrectionKind
    scope: Scope
    place: Place | None
    """The place that is meant; ``None`` where none is."""
    was: Place | None
    """The place that the parser chose; ``None``: it had none."""
    note: str
    is_added: bool = False
    """Whether the parser read no such name there."""


@dataclass(frozen=True, slots=True)
class Reached:
    """How far a correction of a name in all articles would reach."""

    mentions: int
    """That it would speak for: those that nothing nearer speaks for."""
    articles: int
    """That hold them."""


@dataclass(frozen=True, slots=True)
class KeptCorrection:
    """A correction of the store, and what has become of it."""

    number: int
    correction: Correction
    mentions: int
    """That it speaks for."""
    state: CorrectionState
    """``superseded``: a newer one is about the same; ``orphaned``: there is nothing here that it could speak for."""
    why: str
    """Why it speaks for nothing; ``""`` where it does."""
    title: str | None = None
    """Of its article, the newest stored one where several bear the id; ``None`` where that has none or is not here."""
