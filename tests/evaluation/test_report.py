"""A corpus's whole report."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace

from geonews.evaluation import Gold, Read, plain, report
from geonews.gazetteer import Gazetteer
from geonews.models import ParsedArticle, Place

Parse = Callable[..., ParsedArticle]
Reader = Callable[..., Read]


def test_literal_against_metonymic_is_scored_where_both_are_labelled(
    parse: Parse, read: Reader, world: Gazetteer
) -> None:
    gold = (Gold(0, 3, "metonymic"), Gold(8, 10, "literal"), Gold(15, 20, "literal"))
    one = read(gold, parse((0, 3, None), kind="metonymic"))
    result = report([one], world).metonymy
    assert result is not None
    assert (result.accuracy.hits, result.accuracy.of) == (2, 3)
    assert (result.whole.hits, result.whole.of) == (1, 3)
    assert result.most_frequent == 2 / 3
    assert report([read(gold[1:], parse())], world).metonymy is None


def test_each_annotated_kind_has_scores_of_its_own(parse: Parse, read: Reader, world: Gazetteer, ulm: Place) -> None:
    gold = (Gold(0, 3, "Literal", 48.4, 9.99), Gold(8, 10, "Metonymic", 1.0, 1.0), Gold(15, 20))
    kinds = report([read(gold, parse((0, 3, ulm)))], world).kinds
    assert set(kinds) == {"literal", "metonymic", "unlabelled"}
    assert (kinds["literal"].found.share, kinds["literal"].whole.share) == (1.0, 1.0)
    assert (kinds["metonymic"].found.share, kinds["metonymic"].taken_for_it.share) == (0.0, 0.0)
    assert kinds["unlabelled"].given.of == 0


def test_errors_are_gathered_by_what_is_written_and_limited(
    parse: Parse, read: Reader, world: Gazetteer, ulm: Place
) -> None:
    gold = (Gold(0, 3, "", -48.0, 10.0), Gold(8, 10))
    one = read(gold, parse((0, 3, ulm), (15, 20, None)), placed=parse((0, 3, ulm), (8, 10, None)))
    errors = report([one, one], world, errors=5).errors
    assert [(e.text, e.times) for e in errors.missed] == [("Oz", 2)]
    assert [(e.text, e.times) for e in errors.false] == [("Irish", 2)]
    assert [(e.text, e.times, e.chosen) for e in errors.misplaced] == [("Ulm", 2, "gn:1 Ulm (city, DE)")]
    assert report([one, one], world).errors.missed == ()


def test_confidence_is_that_of_names_that_were_rightly_found(
    parse: Parse, read: Reader, world: Gazetteer, ulm: Place
) -> None:
    one = read((Gold(0, 3, "", 48.4, 9.99),), parse((0, 3, ulm), (15, 20, ulm), score=0.7))
    assert report([one], world).confidence_whole.answers == 1


def test_the_first_candidate_is_the_baseline_and_all_of_them_the_ceiling(
    parse: Parse, read: Reader, world: Gazetteer, ulm: Place, oz: Place
) -> None:
    one = replace(read((Gold(0, 3, "", 48.4, 9.99),), parse()), candidates=((oz, ulm),))
    result = report([one], world)
    assert (result.first.share, result.ceiling.share) == (0.0, 1.0)


def test_speed_is_of_reading_raw_text(parse: Parse, read: Reader, world: Gazetteer) -> None:
    speed = report([read((), parse())] * 4, world).speed
    assert (speed.documents, speed.words, speed.seconds) == (4, 20, 2.0)
    assert (speed.documents_per_second, speed.words_per_second) == (2.0, 10.0)


def test_a_report_is_plain_json_with_the_shares_worked_out(
    parse: Parse, read: Reader, world: Gazetteer, ulm: Place
) -> None:
    one = read((Gold(0, 3, "", 48.4, 9.99),), parse((0, 3, ulm)))
    machine = json.loads(json.dumps(plain(report([one], world))))
    assert machine["recognition"]["exact"] == {
        "hits": 1, "found": 1, "gold": 1, "precision": 1.0, "recall": 1.0, "f1": 1.0
    }  # fmt: skip
    assert machine["whole"]["near"]["share"] == 1.0
