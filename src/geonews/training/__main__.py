"""``python -m geonews.training CORPORA_FOLDER``: weight files beside the code, held-out numbers to stdout."""

from __future__ import annotations

import argparse
import sys
from importlib.resources import files
from pathlib import Path

from geonews.extraction.nlp import Analyser
from geonews.gazetteer import Gazetteer
from geonews.settings import DEFAULT_MODEL
from geonews.training import metonymy
from geonews.training.annotated import examples
from geonews.training.heldout import held_out
from geonews.training.recipe import common, lesson, weights
from geonews.training.summary import markdown

_CORPORA = ("lgl", "geowebnews")


def main(folder: Path, *, dry: bool) -> None:
    """Learn from the corpora in ``folder``, write the weights, print how well that works on what was not learnt from.

    A ``dry`` run writes nothing.
    """
    analyse, gazetteer = Analyser(DEFAULT_MODEL), Gazetteer.open()
    paths = {name: folder / f"{name}.jsonl" for name in _CORPORA}
    beside = common(folder / "relocar_train.jsonl", analyse, gazetteer)
    lessons = {name: lesson(list(examples(path, analyse)), gazetteer) for name, path in paths.items()}
    texts = {} if dry else weights(list(lessons.values()), beside)
    for where, text in texts.items():
        Path(str(files("geonews").joinpath(where))).write_text(text, encoding="utf-8")
    _print(markdown(held_out(lessons, paths, beside, gazetteer)))
    accuracies = (f"{what} {value:.3f}" for what, value in metonymy.measure(beside.labelled).items())
    _print(f"\nliteral or metonymic, relocar_train, 5 folds: {', '.join(accuracies)}")


def _print(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m geonews.training", description=main.__doc__)
    parser.add_argument("folder", type=Path, help="holds lgl.jsonl, geowebnews.jsonl and relocar_train.jsonl")
    parser.add_argument("--dry", action="store_true", help="measure, write nothing")
    return parser.parse_args()


if __name__ == "__main__":
    chosen = _arguments()
    main(chosen.folder, dry=chosen.dry)
