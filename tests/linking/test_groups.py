"""One decision a name: mentions gathered by what is written."""

from __future__ import annotations

from geonews.linking.groups import Group, groups
from geonews.models import Candidate, Place, Toponym

ANY = (Candidate(Place("x", "X", "city", "GB", 0.0, 0.0), "name"),)


def gather(text: str, *names: str) -> dict[str, Group]:
    toponyms: list[Toponym] = []
    for name in names:
        start = text.index(name, toponyms[-1].end if toponyms else 0)
        toponyms.append(Toponym(start, start + len(name), name, "literal"))
    return {group.name: group for group in groups(text, toponyms, [ANY] * len(names))}


def test_mentions_of_one_name_share_one_group() -> None:
    found = gather("Kent lies there. He left Kent.", "Kent", "Kent")
    assert found["Kent"].mentions == (0, 1)


def test_a_place_after_a_comma_or_in_brackets_is_the_container() -> None:
    comma = gather("in Lasna, Estonia", "Lasna", "Estonia")
    brackets = gather("in Lagos (Nigeria)", "Lagos", "Nigeria")
    assert comma["Lasna"].containers == (1,)
    assert brackets["Lagos"].containers == (1,)


def test_a_possessive_in_front_is_the_container() -> None:
    assert gather("in Ukraine's Donbas", "Ukraine", "Donbas")["Donbas"].containers == (0,)


def test_places_in_different_clauses_do_not_contain_each_other() -> None:
    found = gather("from Germany to Romania", "Germany", "Romania")
    assert found["Germany"].containers == found["Romania"].containers == ()


def test_one_name_with_two_larger_places_is_two_groups() -> None:
    text = "Tripoli, Lebanon, was calm. Tripoli, Libya, was not. Tripoli burned."
    names = ["Tripoli", "Lebanon", "Tripoli", "Libya", "Tripoli"]
    toponyms: list[Toponym] = []
    for name in names:
        start = text.index(name, toponyms[-1].end if toponyms else 0)
        toponyms.append(Toponym(start, start + len(name), name, "literal"))
    found = groups(text, toponyms, [ANY] * len(names))
    assert [group.mentions for group in found if group.name == "Tripoli"] == [(0,), (2, 4)]
