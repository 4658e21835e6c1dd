"""The shipped parser, all rules on, with weights that have not seen the corpus that it is measured on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from geonews.evaluation import Read, Report, annotated, report
from geonews.gazetteer import Gazetteer
from geonews.measuring import read
from geonews.pipeline import Geoparser
from geonews.training.metonymy import Labelled
from geonews.training.recipe import Lesson, drawn, halves, weights
from geonews.weights import lent


def held_out(
    lessons: Mapping[str, Lesson], paths: Mapping[str, Path], labelled: Sequence[Labelled], gazetteer: Gazetteer
) -> dict[str, Report]:
    """Learn from each corpus but one and read that one; "all" pools the documents of every turn."""
    reads: dict[str, list[Read]] = {}
    geography = drawn(gazetteer)
    for name, path in paths.items():
        others = [one for other, one in lessons.items() if other != name]
        folds = others if len(others) > 1 else halves(others[0])
        with lent(weights(folds, labelled, geography)):
            reads[name] = list(read(annotated(path), Geoparser(gazetteer=gazetteer), gazetteer))
    pooled = [one for documents in reads.values() for one in documents]
    return {name: report(documents, gazetteer) for name, documents in {**reads, "all": pooled}.items()}
