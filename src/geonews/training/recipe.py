"""From examples to weight files: what is trained on what, and how sure the resolver may be."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.optimize import minimize_scalar

from geonews.gazetteer import Gazetteer
from geonews.training import metonymy, recogniser, resolver
from geonews.training.annotated import Example
from geonews.training.trees import to_json


@dataclass(frozen=True, slots=True)
class Lesson:
    """One corpus, described for each of the three learners."""

    tables: tuple[recogniser.Table, ...]
    cases: tuple[resolver.Case, ...]
    labelled: tuple[metonymy.Labelled, ...]


def lesson(documents: Sequence[Example], gazetteer: Gazetteer) -> Lesson:
    """Describe a corpus."""
    return Lesson(
        tuple(recogniser.table(one, gazetteer) for one in documents),
        tuple(resolver.case(one, gazetteer) for one in documents),
        tuple(metonymy.labelled(documents, gazetteer)),
    )


def weights(folds: Sequence[Lesson], labelled: Sequence[metonymy.Labelled]) -> dict[str, str]:
    """Learn from all ``folds``; return the text of each weight file by its path in the package.

    How sure the resolver may be is told by each fold's answers of a resolver that learnt from the others. ``labelled``
    are mentions besides the folds' own that teach literal from metonymic.
    """
    model, names = recogniser.train([table for fold in folds for table in fold.tables])
    models, columns = resolver.train([case for fold in folds for case in fold.cases])
    cooler = 1 / temperature(_verdicts(folds))
    cues = metonymy.train([*labelled, *(mention for fold in folds for mention in fold.labelled)])
    return {
        "extraction/toponyms/recogniser.json": to_json(model, names),
        "extraction/toponyms/metonymy.json": json.dumps(cues, indent=0, ensure_ascii=False) + "\n",
        **{
            f"linking/resolver_pass{number}.json": to_json(one, columns, cooler) for number, one in enumerate(models, 1)
        },
    }


def halves(whole: Lesson) -> tuple[Lesson, Lesson]:
    """Split a corpus into every other document, so that one corpus alone has folds."""
    first, second = (Lesson(whole.tables[at::2], whole.cases[at::2], ()) for at in (0, 1))
    return Lesson(first.tables, first.cases, whole.labelled), second


def _verdicts(folds: Sequence[Lesson]) -> list[resolver.Judged]:
    found: list[resolver.Judged] = []
    for fold in folds:
        others = [case for other in folds if other is not fold for case in other.cases]
        models, names = resolver.train(others)
        found += resolver.judged(fold.cases, models, names)
    return found


def temperature(verdicts: Sequence[resolver.Judged]) -> float:
    """Find the softmax temperature under which held-out choices are likeliest (Guo et al. 2017)."""

    def loss(heat: float) -> float:
        sure = np.clip([one.sure(heat) for one in verdicts], 1e-4, 1 - 1e-4)
        right = np.array([one.right for one in verdicts])
        mentions = np.array([one.mentions for one in verdicts])
        return float(-(mentions * np.log(np.where(right, sure, 1 - sure))).sum())

    return float(minimize_scalar(loss, bounds=(0.05, 20.0), method="bounded").x)
