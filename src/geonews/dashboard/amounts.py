"""How many, in words: what the exports say of a figure, the page says too. Plain text, escaped where it is shown."""

from __future__ import annotations

from geonews.export.amounts import amount, facts, plain, says

__all__ = ["amount", "facts", "plain", "says"]
