"""Which annotated names were found."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from geonews.evaluation import Gold, Score
from geonews.evaluation.counts import overlaps, same, touching
from geonews.evaluation.recognition import Recognition, recognition, spans
from geonews.evaluation.report import Read
from geonews.models import ParsedArticle

Parse = Callable[..., ParsedArticle]
Reader = Callable[..., Read]
SPANS = st.sets(st.integers(0, 40).map(lambda at: (at, at + 1 + at % 4)), max_size=12)


def scored(*documents: Read) -> Recognition:
    return recognition([spans(one.truth, one.parsed, one.placed) for one in documents])


def test_missed_names_count_against_recall_and_extra_ones_against_precision(parse: Parse, read: Reader) -> None:
    score = scored(read((Gold(0, 3), Gold(8, 10)), parse((0, 3, None), (15, 20, None)))).exact
    assert (score.precision, score.recall, score.f1) == (0.5, 0.5, 0.5)


def test_spans_that_annotators_call_no_place_are_false_when_found(parse: Parse, read: Reader) -> None:
    assert scored(read((Gold(15, 20, "Homonym"),), parse((15, 20, None)))).exact == Score(0, 1, 0)


def test_optional_spans_are_neither_rewarded_nor_punished(parse: Parse, read: Reader) -> None:
    assert scored(read((Gold(15, 20, "nominal"),), parse((15, 20, None)))).exact == Score(0, 0, 0)


def test_a_name_that_is_found_in_part_overlaps_and_is_not_exact(parse: Parse, read: Reader) -> None:
    result = scored(read((Gold(0, 10),), parse((0, 3, None), (4, 7, None))))
    assert result.exact == Score(0, 2, 1)
    assert result.overlapping == Score(1, 2, 1)


def test_found_demonyms_are_dropped_where_the_annotators_marked_none(parse: Parse, read: Reader) -> None:
    found = parse((15, 20, None), kind="demonym")
    result = scored(read((Gold(0, 3),), found))
    assert not result.demonyms_annotated
    assert result.exact == Score(0, 0, 1)


def test_demonyms_count_where_they_are_annotated_and_can_be_left_out(parse: Parse, read: Reader) -> None:
    result = scored(read((Gold(0, 3), Gold(15, 20, "Demonym")), parse((15, 20, None), kind="demonym")))
    assert result.demonyms_annotated
    assert result.exact == Score(1, 1, 2)
    assert result.exact_without_demonyms == Score(0, 0, 1)


def test_a_demonym_without_a_label_is_known_by_how_its_span_is_read(parse: Parse, read: Reader) -> None:
    gold = (Gold(15, 20),)
    result = scored(read(gold, parse(), placed=parse((15, 20, None), kind="demonym")))
    assert result.demonyms_annotated
    assert result.exact_without_demonyms.gold == 0


def test_nothing_at_all_scores_zero_and_is_no_error() -> None:
    assert (Score().precision, Score().recall, Score().f1) == (0.0, 0.0, 0.0)


@given(SPANS, SPANS)
def test_each_span_is_paired_once_and_exact_ones_are_among_the_overlapping(
    gold: set[tuple[int, int]], found: set[tuple[int, int]]
) -> None:
    pairs = overlaps(gold, found)
    assert set(pairs) <= found
    assert len(set(pairs.values())) == len(pairs)
    assert all(a[0] < b[1] and b[0] < a[1] for a, b in pairs.items())
    assert same(gold, found).hits <= touching(gold, found).hits <= min(len(gold), len(found))
