"""What the training command learns is what the run-time code reads."""

from __future__ import annotations

import json

import numpy as np
import pytest

from geonews.evaluation import Gold
from geonews.extraction.nlp import Analyser
from geonews.forest import Forest
from geonews.gazetteer import Gazetteer
from geonews.linking.board import Board
from geonews.linking.groups import Group
from geonews.linking.judging import Judged
from geonews.linking.sureness import Verdict, sure, verdict
from geonews.models import Candidate, Place
from geonews.training import metonymy, recogniser, resolver, simulation, sureness, trees
from geonews.training.annotated import Example

TEXT = "The ship left Odesa on Monday. Officials in Kyiv said that Kyiv rejected the offer."
SMALL = Gazetteer.of(
    [
        (Place("kyiv", "Kyiv", "city", "UA", 50.45, 30.52, population=2_900_000), [("Kyiv", "name")]),
        (Place("odesa", "Odesa", "city", "UA", 46.48, 30.73, population=1_000_000), [("Odesa", "name")]),
        (Place("odessa-us", "Odessa", "city", "US", 31.85, -102.37, population=120_000), [("Odesa", "alternate")]),
    ]
)


@pytest.fixture(scope="module")
def example(analyser: Analyser) -> Example:
    starts = {"Odesa": (46.5, 30.7, "Literal"), "Kyiv": (50.4, 30.5, "Literal")}
    gold = [
        Gold(TEXT.index(name), TEXT.index(name) + len(name), kind, lat, lon)
        for name, (lat, lon, kind) in starts.items()
    ]
    again = TEXT.rindex("Kyiv")
    return Example(TEXT, analyser(TEXT)[1], (*gold, Gold(again, again + 4, "Metonymic", 50.4, 30.5)))


def test_a_forest_scores_as_the_trees_that_it_was_written_from() -> None:
    random = np.random.default_rng(7)
    rows = random.normal(size=(400, 3))
    model = trees.classify(rows, (rows[:, 0] + rows[:, 1] ** 2 > 0.5).astype(float), ["a", "b", "c"], rounds=12)
    forest = Forest.from_json(trees.to_json(model, ["a", "b", "c"]))
    assert np.allclose(forest.score(rows), model.predict(rows, raw_score=True), atol=1e-3)


def test_leaves_can_be_scaled_to_calibrate_a_ranking() -> None:
    rows = np.arange(100.0)[:, None]
    model = trees.classify(rows, (rows[:, 0] > 40).astype(float), ["a"], rounds=3)
    plain, halved = (Forest.from_json(trees.to_json(model, ["a"], scale)) for scale in (1.0, 0.5))
    assert np.allclose(halved.score(rows), plain.score(rows) / 2, atol=1e-4)


def test_the_annotated_spans_are_the_right_ones_of_the_table(example: Example) -> None:
    table = recogniser.table(example, SMALL)
    tokens = example.evidence.tokens
    right = [
        TEXT[tokens[a].start : tokens[b - 1].end]
        for (a, b), yes in zip(table.document.forms, table.right, strict=True)
        if yes
    ]
    assert right == ["Odesa", "Kyiv", "Kyiv"]
    assert table.gold == 3


def test_the_candidate_near_the_annotated_point_is_the_right_one(example: Example) -> None:
    (case,) = resolver.cases([resolver.given(example, SMALL)])
    odesa = next(at for at, group in enumerate(case.board.groups) if group.name == "Odesa")
    rows = [at for at, group in enumerate(case.board.group) if group == odesa]
    assert [case.board.places[at].id for at in rows] == ["odesa", "odessa-us"]
    assert case.right[rows].tolist() == [1.0, 0.0]


def test_drawn_articles_name_places_where_they_say() -> None:
    drawn = list(simulation.articles(SMALL, 20, seed=3))
    assert len(drawn) == 20
    assert {one.text[name.start : name.end] for one in drawn for name in one.gold} <= {"Kyiv", "Odesa", "Odessa"}
    assert [one.text for one in simulation.articles(SMALL, 20, seed=3)] == [one.text for one in drawn]


def test_a_choice_that_is_often_wrong_is_less_sure() -> None:
    doubtful, clear = (_verdict(share) for share in (0.5, 0.99))
    judged = [sureness.Choice(doubtful, 1, 1), sureness.Choice(clear, 9, 1)] * 20
    weights = sureness.calibrate(judged)
    assert sure(doubtful.evidence, weights) < sure(clear.evidence, weights)


def _verdict(share: float) -> Verdict:
    board = Board.of([Group("X", (0,), (Candidate(SMALL.lookup("Odesa")[0].place, "name"),), ())])
    silent = dict.fromkeys(("population", "division_share", "country_named", "around_share"), np.zeros(1))
    return verdict(board, Judged(np.array([share]), silent), 0)


def test_metonymy_weights_tell_the_labelled_mentions_apart(example: Example) -> None:
    mentions = metonymy.labelled([example] * 5, SMALL)
    weights = metonymy.train(mentions)
    scores = [sum(weights.get(cue, 0.0) for cue in one.cues) for one in mentions[:3]]
    assert [score > 0 for score in scores] == [False, False, True]
    assert json.loads(json.dumps(weights)) == weights
