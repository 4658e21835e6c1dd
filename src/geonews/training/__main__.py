"""``python -m geonews.training CORPORA_FOLDER``: cross-validated numbers to stdout, weight files beside the code."""

from __future__ import annotations

import json
import sys
from importlib.resources import files
from pathlib import Path

import numpy as np
from scipy.optimize import minimize_scalar

from geonews.extraction.nlp import Analyser
from geonews.gazetteer import Gazetteer
from geonews.settings import DEFAULT_MODEL
from geonews.training import metonymy, recogniser, resolver
from geonews.training.annotated import Example, examples
from geonews.training.trees import to_json

_CORPORA = ("lgl", "geowebnews")


def main(folder: Path) -> None:
    """Train everything on the corpora in ``folder``."""
    analyse, gazetteer = Analyser(DEFAULT_MODEL), Gazetteer.open()
    corpora = {name: list(examples(folder / f"{name}.jsonl", analyse)) for name in _CORPORA}
    relocar = list(examples(folder / "relocar_train.jsonl", analyse))
    _recogniser(corpora, gazetteer)
    _resolver(corpora, gazetteer)
    _metonymy(relocar, corpora["geowebnews"], gazetteer)


def _recogniser(corpora: dict[str, list[Example]], gazetteer: Gazetteer) -> None:
    tables = {name: [recogniser.table(one, gazetteer) for one in corpora[name]] for name in _CORPORA}
    for tried, held in (_CORPORA, _CORPORA[::-1]):
        model, names = recogniser.train(tables[tried])
        _print(f"recognition, {tried} -> {held}", recogniser.measure(tables[held], model, names))
    model, names = recogniser.train([*tables["lgl"], *tables["geowebnews"]])
    _write("extraction/toponyms/recogniser.json", to_json(model, names))


def _resolver(corpora: dict[str, list[Example]], gazetteer: Gazetteer) -> None:
    cases = {name: [resolver.case(one, gazetteer) for one in corpora[name]] for name in _CORPORA}
    verdicts: list[resolver.Judged] = []
    for tried, held in (_CORPORA, _CORPORA[::-1]):
        models, names = resolver.train(cases[tried])
        _print(f"resolution, {tried} -> {held}", resolver.measure(cases[held], models, names))
        verdicts += resolver.judged(cases[held], models, names)
    heat = _temperature(verdicts)
    _print("confidence, held out", {"temperature": heat, "ECE": _calibration_error(verdicts, heat)})
    models, names = resolver.train([*cases["lgl"], *cases["geowebnews"]])
    for number, model in enumerate(models, 1):
        _write(f"linking/resolver_pass{number}.json", to_json(model, names, 1 / heat))


def _temperature(verdicts: list[resolver.Judged]) -> float:
    """Find the softmax temperature under which the held-out choices are likeliest (Guo et al. 2017)."""

    def loss(heat: float) -> float:
        sure = np.clip([one.sure(heat) for one in verdicts], 1e-4, 1 - 1e-4)
        right = np.array([one.right for one in verdicts])
        mentions = np.array([one.mentions for one in verdicts])
        return float(-(mentions * np.log(np.where(right, sure, 1 - sure))).sum())

    return float(minimize_scalar(loss, bounds=(0.05, 20.0), method="bounded").x)


def _calibration_error(verdicts: list[resolver.Judged], heat: float) -> float:
    """Return the expected calibration error over ten bins (Naeini et al. 2015)."""
    sure = np.array([one.sure(heat) for one in verdicts])
    right = np.array([one.right for one in verdicts])
    mentions = np.array([one.mentions for one in verdicts])
    bins = np.minimum((sure * 10).astype(int), 9)
    gaps = [abs((mentions * (right - sure))[bins == at].sum()) for at in range(10)]
    return float(sum(gaps) / mentions.sum())


def _metonymy(relocar: list[Example], web: list[Example], gazetteer: Gazetteer) -> None:
    sentences = metonymy.labelled(relocar, gazetteer)
    articles = metonymy.labelled(web, gazetteer, offset=len(relocar))
    _print("metonymy, relocar_train, 5 folds", {"accuracy": metonymy.measure(sentences)})
    _print("metonymy, with geowebnews, 5 folds", {"accuracy": metonymy.measure([*sentences, *articles])})
    weights = metonymy.train([*sentences, *articles])
    _write("extraction/toponyms/metonymy.json", json.dumps(weights, indent=0, ensure_ascii=False) + "\n")


def _write(where: str, text: str) -> None:
    Path(str(files("geonews").joinpath(where))).write_text(text, encoding="utf-8")


def _print(what: str, numbers: dict[str, float]) -> None:
    shown = ", ".join(f"{name} {value:.3f}" for name, value in numbers.items())
    sys.stdout.write(f"{what}: {shown}\n")
    sys.stdout.flush()


main(Path(sys.argv[1]))
