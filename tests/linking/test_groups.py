"""One decision a name: mentions gathered by what is written."""

from __future__ import annotations

from geonews.linking.groups import Group, groups
from geonews.models import Candidate, Place, Toponym

ANY = (Candidate(Place("x", "X", "city", "GB", 0.0, 0.0), "name"),)


def gathered(text: str, *names: str) -> tuple[Group, ...]:
    toponyms: list[Toponym] = []
    for name in names:
        start = text.index(name, toponyms[-1].end if toponyms else 0)
        toponyms.append(Toponym(start, start + len(name), name, "literal"))
    return groups(text, toponyms, [ANY] * len(names))


def gather(text: str, *names: str) -> dict[str, Group]:
    return {group.name: group for group in gathered(text, *names)}


def test_mentions_of_one_name_share_one_group() -> None:
    found = gather("Kent lies there. He left Kent.", "Kent", "Kent")
    assert found["Kent"].mentions == (0, 1)


def test_a_name_that_a_headline_shouts_is_the_same_name() -> None:
    assert gather("HALIFAX floods. Rain fell on Halifax.", "HALIFAX", "Halifax")["HALIFAX"].mentions == (0, 1)


def test_case_tells_short_names_apart() -> None:
    assert len(gathered("US troops left Us.", "US", "Us")) == 2


def test_a_place_after_a_comma_or_in_brackets_is_the_container() -> None:
    comma = gather("in Lasna, Estonia", "Lasna", "Estonia")
    brackets = gather("in Lagos (Nigeria)", "Lagos", "Nigeria")
    north = gather("in Serres in northern Greece", "Serres", "Greece")
    assert north["Serres"].containers == (1,)
    capital = gather("in Tbilisi, the capital of Georgia", "Tbilisi", "Georgia")
    assert comma["Lasna"].containers == (1,)
    assert brackets["Lagos"].containers == (1,)
    assert capital["Tbilisi"].containers == (1,)


def test_a_possessive_in_front_is_the_container() -> None:
    assert gather("in Ukraine's Donbas", "Ukraine", "Donbas")["Donbas"].containers == (0,)
    assert gather("in Georgia's capital, Tbilisi", "Georgia", "Tbilisi")["Tbilisi"].containers == (0,)


def test_a_container_behind_a_list_is_that_of_all_its_members() -> None:
    found = gather("Aleppo, Homs and Hama in Syria", "Aleppo", "Homs", "Hama", "Syria")
    assert found["Hama"].containers == (3,)
    assert found["Aleppo"].lists == found["Homs"].lists == (3,)


def test_places_in_different_clauses_do_not_contain_each_other() -> None:
    found = gather("from Germany to Romania", "Germany", "Romania")
    assert found["Germany"].containers == found["Romania"].containers == ()


def test_one_name_with_two_larger_places_is_two_groups() -> None:
    text = "Tripoli, Lebanon, was calm. Tripoli, Libya, was not. Tripoli burned."
    found = gathered(text, "Tripoli", "Lebanon", "Tripoli", "Libya", "Tripoli")
    assert [group.mentions for group in found if group.name == "Tripoli"] == [(0,), (2, 4)]


def test_a_state_is_set_apart_from_the_town_of_its_name() -> None:
    town, state = Place("t", "Wolin", "city", "PL", 53.8, 14.6), Place("s", "Wolin", "admin1", "PL", 53.8, 14.7)
    text = "Wolin said no. Towns in Wolin state said yes."
    toponyms = [Toponym(0, 5, "Wolin", "literal"), Toponym(24, 29, "Wolin", "literal")]
    both = (Candidate(town, "name"), Candidate(state, "name"))
    assert [group.mentions for group in groups(text, toponyms, [both, both])] == [(0,), (1,)]
    assert [group.mentions for group in groups(text, toponyms, [both[:1], both[:1]])] == [(0, 1)]


def test_the_words_beside_a_name_say_what_kind_of_place_it_is() -> None:
    assert gather("the village of Kherson", "Kherson")["Kherson"].cue == "settlement"
    assert gather("the Kherson region", "Kherson")["Kherson"].cue == "division"
    assert gather("he left Kherson", "Kherson")["Kherson"].cue == ""
