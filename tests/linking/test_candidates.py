"""Which places might a toponym mean?"""

from __future__ import annotations

import pytest

from geonews.gazetteer import Gazetteer
from geonews.linking.candidates import bare_forms, candidates
from geonews.models import Place, Toponym

DONBAS = Place("donbas", "Donbas", "region", "UA", 48.3, 38.3)


@pytest.fixture
def gazetteer() -> Gazetteer:
    return Gazetteer.of([(DONBAS, [("Donbas", "name")])])


@pytest.mark.parametrize(
    ("written", "bare"),
    [
        ("eastern Donbas", "Donbas"),
        ("Donbas region", "Donbas"),
        ("north-eastern Donbas region", "Donbas"),
    ],
)
def test_direction_and_generic_word_are_dropped_when_the_whole_is_unknown(
    written: str, bare: str, gazetteer: Gazetteer
) -> None:
    assert bare in bare_forms(written)
    (found,) = candidates([Toponym(0, len(written), written, "literal")], gazetteer)
    assert [candidate.place for candidate in found] == [DONBAS]


def test_an_unknown_name_has_no_candidates(gazetteer: Gazetteer) -> None:
    assert candidates([Toponym(0, 7, "Erehwon", "literal")], gazetteer) == ((),)
