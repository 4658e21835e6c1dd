"""From examples to weight files: what is trained on what."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from geonews.extraction.nlp import Analyser
from geonews.gazetteer import Gazetteer
from geonews.training import metonymy, own, recogniser, resolver, simulation, sureness
from geonews.training.annotated import Example, examples
from geonews.training.trees import to_json

DRAWN = 2_000
"""Articles that are drawn from the gazetteer: beside both corpora, more did not help."""
_TOPONYMS = "extraction/toponyms"


@dataclass(frozen=True, slots=True)
class Lesson:
    """One corpus, described for each of the learners."""

    tables: tuple[recogniser.Table, ...]
    fast: tuple[recogniser.Table, ...]
    """As if no language model had read it."""
    given: tuple[resolver.Given, ...]
    labelled: tuple[metonymy.Labelled, ...]


@dataclass(frozen=True, slots=True)
class Common:
    """What is learnt from beside any corpus of articles, whichever is kept out."""

    own: Lesson
    """Paragraphs of our own, for recognition."""
    geography: tuple[resolver.Case, ...]
    """Articles drawn from the gazetteer, for resolution."""
    labelled: tuple[metonymy.Labelled, ...]
    """ReLocaR's sentences, for literal against metonymic."""


def lesson(documents: Sequence[Example], gazetteer: Gazetteer) -> Lesson:
    """Describe a corpus."""
    return Lesson(
        tuple(recogniser.table(one, gazetteer) for one in documents),
        tuple(recogniser.table(one, gazetteer, fast=True) for one in documents),
        tuple(resolver.given(one, gazetteer) for one in documents),
        tuple(metonymy.labelled(documents, gazetteer)),
    )


def common(relocar: Path, analyse: Analyser, gazetteer: Gazetteer) -> Common:
    """Describe what every turn learns from; minutes pass."""
    drawn = [resolver.given(one, gazetteer) for one in simulation.articles(gazetteer, DRAWN)]
    return Common(
        lesson(list(own.lessons(analyse, gazetteer)), gazetteer),
        tuple(resolver.cases(drawn)),
        tuple(metonymy.labelled(list(examples(relocar, analyse)), gazetteer)),
    )


def weights(folds: Sequence[Lesson], beside: Common) -> dict[str, str]:
    """Learn from all ``folds``; return the text of each weight file by its path in the package.

    How sure the resolver may be is told by each fold's answers of a resolver that learnt from the others.
    """
    lessons = [*folds, beside.own]
    mentions = [*beside.labelled, *(mention for fold in folds for mention in fold.labelled)]
    syntax = metonymy.train(mentions)
    return {
        f"{_TOPONYMS}/recogniser.json": _recogniser(table for one in lessons for table in one.tables),
        f"{_TOPONYMS}/recogniser_fast.json": _recogniser(table for one in lessons for table in one.fast),
        f"{_TOPONYMS}/metonymy.json": _cues(syntax),
        f"{_TOPONYMS}/wording.json": _cues(metonymy.train_wording(mentions, syntax)),
        **sureness.learn([fold.given for fold in folds], beside.geography),
    }


def halves(whole: Lesson) -> tuple[Lesson, Lesson]:
    """Split a corpus into every other document, so that one corpus alone has folds."""
    first, second = (
        Lesson(whole.tables[at::2], whole.fast[at::2], whole.given[at::2], whole.labelled if at == 0 else ())
        for at in (0, 1)
    )
    return first, second


def _recogniser(tables: Iterable[recogniser.Table]) -> str:
    return to_json(*recogniser.train(list(tables)))


def _cues(learnt: object) -> str:
    return json.dumps(learnt, indent=0, ensure_ascii=False) + "\n"
