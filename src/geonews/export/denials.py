"""What denies the claims that leave the corpus: a filter on places or figures must not take it away from them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from geonews.claims import DENIALS, Claim, group
from geonews.store import EVERYTHING, Store


def denials(store: Store, claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """Return all that the articles of these claims deny.

    "Minsk denied that it had moved the 6,000" names no place, and would be lost where one is asked for.
    """
    keys = tuple(dict.fromkeys(source.key for claim in claims for source in claim.sources))
    if not keys:
        return ()
    found = store.statement_keys(replace(EVERYTHING, articles=keys, statuses=DENIALS))
    return group(store.statements(found.handles))
