"""From examples to weight files: what is trained on what, and how sure the resolver may be."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from geonews.gazetteer import Gazetteer
from geonews.training import metonymy, recogniser, resolver, simulation, sureness
from geonews.training.annotated import Example
from geonews.training.trees import to_json

DRAWN = 1_000
"""Articles that are drawn from the gazetteer: beside both corpora, more did not help."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """One corpus, described for each of the three learners."""

    tables: tuple[recogniser.Table, ...]
    given: tuple[resolver.Given, ...]
    labelled: tuple[metonymy.Labelled, ...]


def lesson(documents: Sequence[Example], gazetteer: Gazetteer) -> Lesson:
    """Describe a corpus."""
    return Lesson(
        tuple(recogniser.table(one, gazetteer) for one in documents),
        tuple(resolver.given(one, gazetteer) for one in documents),
        tuple(metonymy.labelled(documents, gazetteer)),
    )


def drawn(gazetteer: Gazetteer) -> list[resolver.Case]:
    """Describe the articles that are drawn from the gazetteer for the resolver; minutes pass."""
    return resolver.cases([resolver.given(one, gazetteer) for one in simulation.articles(gazetteer, DRAWN)])


def weights(
    folds: Sequence[Lesson], labelled: Sequence[metonymy.Labelled], geography: Sequence[resolver.Case]
) -> dict[str, str]:
    """Learn from all ``folds``; return the text of each weight file by its path in the package.

    How sure the resolver may be is told by each fold's answers of a resolver that learnt from the others. ``labelled``
    are mentions besides the folds' own that teach literal from metonymic, ``geography`` what ``drawn`` gave.
    """
    model, names = recogniser.train([table for fold in folds for table in fold.tables])
    cues = metonymy.train([*labelled, *(mention for fold in folds for mention in fold.labelled)])
    return {
        "extraction/toponyms/recogniser.json": to_json(model, names),
        "extraction/toponyms/metonymy.json": json.dumps(cues, indent=0, ensure_ascii=False) + "\n",
        **sureness.learn([fold.given for fold in folds], geography),
    }


def halves(whole: Lesson) -> tuple[Lesson, Lesson]:
    """Split a corpus into every other document, so that one corpus alone has folds."""
    first, second = (Lesson(whole.tables[at::2], whole.given[at::2], ()) for at in (0, 1))
    return Lesson(first.tables, first.given, whole.labelled), second
