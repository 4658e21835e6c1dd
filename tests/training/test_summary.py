"""Held-out reports as the README shows them."""

from __future__ import annotations

from geonews.evaluation import Annotated, Gold, Read, Report, report
from geonews.gazetteer import Gazetteer
from geonews.models import Article, ParsedArticle, Place, Resolution, Toponym
from geonews.training.summary import markdown

ULM = Place("gn:1", "Ulm", "city", "DE", 48.4, 9.99, geonameid=1)


def measured(score: float) -> Report:
    article = Article("1", "Ulm slept.")
    parsed = ParsedArticle(article, (), (Toponym(0, 3, "Ulm", "literal"),), (Resolution(ULM, score, ""),), (), ())
    truth = Annotated(article, (Gold(0, 3, "", 48.4, 9.99),))
    return report([Read(truth, parsed, parsed, ((ULM,),))], Gazetteer.of([(ULM, [("Ulm", "name")])]))


def test_each_corpus_has_a_column_and_all_together_tell_how_sure_the_answers_are() -> None:
    lines = markdown({"north": measured(0.9), "south": measured(0.9), "all": measured(0.7)}).splitlines()
    assert lines[0] == "| held out | north | south |"
    assert "| place names found, exact span: P / R / F1 | 1 / 1 / 1 | 1 / 1 / 1 |" in lines
    assert "| calibration error (ECE), end to end | .100 | .100 |" in lines
    assert "| 0.7 to 0.8 | 1 | .700 | 1 |" in lines
    assert "| 0.70 | 1 | 1 |" in lines
    assert "| 0.80 | .000 | .000 |" in lines
