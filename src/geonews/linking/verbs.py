"""Classes of verbs by lemma, from ``data/verbs.csv``."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from geonews.tables import rows


def _classes() -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for row in rows(__package__, "verbs"):
        found[row["class"]].add(row["lemma"])
    return {name: frozenset(lemmas) for name, lemmas in found.items()}


VERBS = _classes()
