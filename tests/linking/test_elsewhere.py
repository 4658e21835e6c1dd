"""What a sentence says lies in one country is not looked for on another continent."""

from __future__ import annotations

import pytest

from geonews.linking.elsewhere import without_elsewhere
from geonews.models import Place, Resolution, Toponym

PALMA = Place("palma", "Palma", "city", "ES", 39.57, 2.65)
MOZAMBIQUE = Place("mz", "Mozambique", "country", "MZ", -18.25, 35.0)
SPAIN = Place("es", "Spain", "country", "ES", 40.0, -4.0)
FRANCE = Place("fr", "France", "country", "FR", 46.0, 2.0)


def resolved(text: str, country: Place) -> list[str | None]:
    named = [(at, "Palma", PALMA) for at in range(len(text)) if text.startswith("Palma", at)]
    named.append((text.index(country.name), country.name, country))
    named.sort(key=lambda each: each[0])
    toponyms = [Toponym(at, at + len(name), name, "literal") for at, name, _ in named]
    found = [Resolution(place, 0.9, "by hand") for _, _, place in named]
    return [each.place and each.place.id for each in without_elsewhere(text, toponyms, found)]


@pytest.mark.parametrize(
    "text",
    [
        "Militants attacked Palma in northern Mozambique. Palma is empty.",
        "Militants attacked Palma, in the far north of Mozambique. Palma is empty.",
    ],
)
def test_a_town_that_is_said_to_lie_elsewhere_has_no_place_wherever_it_is_named(text: str) -> None:
    assert resolved(text, MOZAMBIQUE) == [None, "mz", None]


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Ships left Palma in eastern Spain.", SPAIN),
        ("Ships left Palma in southern France.", FRANCE),
        ("Envoys met in Palma; Mozambique was not there.", MOZAMBIQUE),
        ("Envoys met in Palma, Mozambique said.", MOZAMBIQUE),
    ],
)
def test_what_may_be_so_stays(text: str, country: Place) -> None:
    assert resolved(text, country) == ["palma", country.id]


def test_the_reason_says_where_there_is_none() -> None:
    text = "Militants attacked Palma in northern Mozambique."
    toponyms = [Toponym(19, 24, "Palma", "literal"), Toponym(37, 47, "Mozambique", "literal")]
    found = [Resolution(PALMA, 0.9, "by hand"), Resolution(MOZAMBIQUE, 0.9, "by hand")]
    (gone, _) = without_elsewhere(text, toponyms, found)
    assert (gone.place, gone.score, gone.reason) == (None, 0.0, "no place of this name in Mozambique")
