"""Places and candidates before they are frozen: a frozen dataclass's own ``__init__`` takes three times as long.

A draft has the fields of the noun it becomes: fill it, then set its ``__class__``.
"""

from __future__ import annotations

from dataclasses import fields, make_dataclass
from typing import TYPE_CHECKING

from geonews.models import Candidate, Place

if TYPE_CHECKING:
    CandidateDraft = Candidate
    PlaceDraft = Place
else:
    CandidateDraft, PlaceDraft = (
        make_dataclass(f"{noun.__name__}Draft", [field.name for field in fields(noun)], slots=True)
        for noun in (Candidate, Place)
    )
