"""The shipped parser, all rules on, with weights that have not seen the corpus that it is measured on.

Figures are left out: they change no name and no place.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from geonews.evaluation import Read, Report, annotated, report
from geonews.gazetteer import Gazetteer
from geonews.measuring import read
from geonews.pipeline import Geoparser
from geonews.training.recipe import Common, Lesson, halves, weights
from geonews.weights import lent

FAST = ", fast"
"""Behind a corpus's name: read without a language model."""
_MODEL = {"extraction/toponyms/recogniser.json", "extraction/toponyms/metonymy.json"}
_NO_MODEL = {"extraction/toponyms/recogniser_fast.json"}


def held_out(
    lessons: Mapping[str, Lesson], paths: Mapping[str, Path], beside: Common, gazetteer: Gazetteer
) -> dict[str, Report]:
    """Learn from each corpus but one and read that one, also fast; "all" pools the documents of every turn."""
    reads: dict[str, list[Read]] = {}
    fast: dict[str, list[Read]] = {}
    for name, path in paths.items():
        others = [one for other, one in lessons.items() if other != name]
        texts = weights(others if len(others) > 1 else halves(others[0]), beside)
        with lent(_without(texts, _NO_MODEL)):
            parser = Geoparser(gazetteer=gazetteer, figures=False)
            reads[name] = list(read(annotated(path), parser, gazetteer))
        with lent(_without(texts, _MODEL)):
            parser = Geoparser(gazetteer=gazetteer, fast=True)
            fast[name + FAST] = list(read(annotated(path), parser, gazetteer))
    pooled = {"all": [one for documents in reads.values() for one in documents]}
    return {name: report(documents, gazetteer) for name, documents in {**reads, **fast, **pooled}.items()}


def _without(texts: Mapping[str, str], names: set[str]) -> dict[str, str]:
    return {name: text for name, text in texts.items() if name not in names}
