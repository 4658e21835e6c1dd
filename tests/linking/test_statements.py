"""Who states a figure, for which day, in which money, and what moved from where to where."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geonews.linking.dates import find_dates

Reader = Callable[..., Any]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("About 400 people were killed in [Chad], police said.", "police"),
        ("U.S. officials have said that {Peru} has massed 100 tanks.", "U.S. officials"),
        ("According to the Kenyan Defence Ministry, 300 soldiers moved south.", "the Kenyan Defence Ministry"),
        ("At least 12 people were killed, according to officials in [Lima], in an attack.", "officials in Lima"),
        ("{Peru} said it was sending 700 troops.", "Peru"),
        ("The ministry, which spoke on Monday, reported 12 deaths.", "The ministry"),
        ("Colonel Ali Hassan told reporters that 40 tanks were destroyed.", "Colonel Ali Hassan"),
        ('"We lost 40 men," said Colonel Ali Hassan, a spokesman for the army.', "Colonel Ali Hassan"),
        ("As officials said on Thursday, 30 people were wounded.", "officials"),
        ("{Peru} denied that 200 soldiers had been killed.", "Peru"),
        ("Some 30 people were wounded, the mayor added.", "the mayor"),
        ("Rebels claim to hold 30 soldiers.", "Rebels"),
        ("The 45-year-old commander said 30 men were killed.", "The 45-year-old commander"),
        ("Blast kills 12 people in [Lima]: police", "police"),
        ("Some 30 people were killed, state media reported, citing hospital officials.", "state media"),
        ("General Ito spoke at noon, aides said. The raid killed 30 people.", None),
        ("A bomb killed ten people in [Lima].", None),
        ("Troops who shot ten people said nothing.", None),
    ],
)
def test_the_speaker_is_named_as_the_sentence_names_them(reading: Reader, text: str, speaker: str | None) -> None:
    assert [figure.attribution for figure in reading(text).figures] == [speaker]


def test_who_says_so_bears_no_quotation_mark(reading: Reader) -> None:
    found = reading("“Talks failed,” ’ Ito said. “They destroyed 40 tanks.")
    assert [figure.attribution for figure in found.figures] == ["Ito"]


def test_who_speaks_last_in_a_sentence_is_known_whatever_the_parse(reading: Reader) -> None:
    found = reading("{Peru} has massed 700 troops in San Crist\u00f3bal, [Kenya]'s defence minister claimed.")
    assert [figure.attribution for figure in found.figures] == ["Kenya's defence minister"]


def test_a_pronoun_that_denies_is_who_is_named_in_its_sentence(reading: Reader) -> None:
    found = reading("The ministry put it so. {Peru} said it had struck a port and denied that 27 civilians had died.")
    assert [figure.attribution for figure in found.figures] == ["Peru"]


def test_who_acts_behind_a_semicolon_does_not_say_what_stands_before_it(reading: Reader) -> None:
    found = reading("{Peru} will send two patrol ships to [Lima]; {Kenya} may add a destroyer.")
    assert [figure.attribution for figure in found.figures] == [None]


def test_who_puts_a_toll_at_so_much_says_so_and_who_puts_tanks_somewhere_does_not(reading: Reader) -> None:
    found = reading("Officials put the death toll at 40. Officials put 300 tanks at the gate.")
    assert [figure.attribution for figure in found.figures] == ["Officials", None]


def test_a_dateline_is_no_part_of_the_speaker(reading: Reader) -> None:
    found = reading("[LIMA] - {Peru} said it would send 200 soldiers.")
    assert [figure.attribution for figure in found.figures] == ["Peru"]


def test_a_pronoun_that_speaks_is_the_last_speaker_named(reading: Reader) -> None:
    found = reading("Talks failed, said General Ito. He added that 40 tanks were destroyed.")
    assert [figure.attribution for figure in found.figures] == ["General Ito"]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Ten people were killed on Monday.", "2024-05-13"),
        ("Ten people were killed on Wednesday.", "2024-05-15"),
        ("{Peru} will send 500 soldiers on Friday.", "2024-05-17"),
        ("Ten people were killed on 4 March 2021.", "2021-03-04"),
        ("Ten people were killed on March 4, 2021, near [Lima].", "2021-03-04"),
        ("Ten people were killed on December 4.", "2023-12-04"),
        ("Some 5,000 villagers fled in April.", "2024-04"),
        ("Some 5,000 villagers fled last month.", "2024-04"),
        ("Some 5,000 villagers fled last week.", "2024-05"),
        ("Some 5,000 villagers fled three days ago.", "2024-05-12"),
        ("Ten people were killed in [Lima] in 2012.", "2012"),
        ("The ministry said on Tuesday that ten people were killed on Monday.", "2024-05-13"),
        ("The ministry said on Tuesday that ten people were killed.", "2024-05-14"),
        ("{Peru}, which was founded in 1821, sent 500 soldiers.", "2024-05-15"),
        ("{Peru} has lost 500 soldiers since March.", "2024-05-15"),
        ("Some 500 villagers have fled since fighting began in March.", "2024-05-15"),
        ("{Peru} said on Tuesday it would send 500 soldiers.", "2024-05-14"),
        ("In the 2010 floods, ten people were killed.", "2010"),
        ("The 2015 earthquake killed ten people.", "2015"),
        ("{Peru}'s 2006 raid killed ten people.", "2006"),
        ("Ten people were killed, the most since the 2010 floods.", "2024-05-15"),
        ("The raid was the worst since 2020, when ten people were killed.", "2020"),
        ("The raid killed ten people, the worst since 2020, when fighting began.", "2024-05-15"),
        ("The ten people killed in 2019 were remembered on Monday.", "2019"),
        ("Ten people wounded on Monday died on Tuesday.", "2024-05-14"),
        ("{Peru} sent 500 soldiers after the 2016 coup.", "2024-05-15"),
        ("{Peru} sent 500 soldiers to guard the 2026 games.", "2024-05-15"),
        ("{Peru} keeps 500 soldiers near [Lima], up from more in January.", "2024-05-15"),
        ("Ten people were killed.", "2024-05-15"),
    ],
)
def test_the_date_is_the_sentence_s_else_the_article_s(reading: Reader, text: str, day: str) -> None:
    assert [figure.date for figure in reading(text, published="2024-05-15T08:00:00Z").figures] == [day]


@pytest.mark.parametrize("published", [None, "", "yesterday", "2024-13-45"])
def test_without_a_day_of_publication_only_full_dates_are_known(reading: Reader, published: str | None) -> None:
    read = reading("Ten people were killed on Monday. Two died on 4 March 2021.", published=published)
    assert [figure.date for figure in read.figures] == [None, "2021-03-04"]


@given(st.dates(date(1950, 1, 1), date(2049, 12, 31)), st.dates(date(1950, 1, 1), date(2049, 12, 31)))
def test_a_full_date_is_read_back_whatever_day_it_is_read_on(day: date, published: date) -> None:
    for text in (f"on {day.day} {day:%B} {day.year}", f"on {day:%B} {day.day}, {day.year}", day.isoformat()):
        assert [one.iso for one in find_dates(text, 0, len(text), published, ahead=False)] == [day.isoformat()]


@given(st.sampled_from("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()), st.dates(date(1, 1, 7)))
def test_a_weekday_is_one_of_the_last_seven_days(name: str, published: date) -> None:
    (found,) = find_dates(name, 0, len(name), published, ahead=False)
    day = date.fromisoformat(found.iso)
    assert 0 <= (published - day).days < 7
    assert day.isoweekday() == 1 + "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split().index(name)


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("Sunday", date.min),
        ("yesterday", date.min),
        ("three weeks ago", date.min),
        ("last month", date.min),
        ("ten years ago", date.min),
        ("Friday", date.max),
        ("tomorrow", date.max),
        ("next month", date.max),
        ("next year", date.max),
    ],
)
def test_a_day_before_the_first_or_behind_the_last_of_the_calendar_is_unknown(text: str, published: date) -> None:
    assert list(find_dates(text, 0, len(text), published, ahead=published == date.max)) == []


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("{Norway} gave 2 billion euros ($2.2 billion) in aid to [Chad].", ["EUR", "USD"]),
        ("{Norway} gave 500 million Norwegian kroner in aid to [Chad].", ["NOK"]),
        ("{Norway} gave 500 million kroner in aid to [Chad].", ["NOK"]),
        ("{Norway} gave £20 million in aid to [Chad].", ["GBP"]),
        ("{Norway} gave 20 million francs in aid to [Chad].", [None]),
        ("{Norway} sent 20 tanks to [Chad].", [None]),
    ],
)
def test_the_currency_is_named_where_the_text_tells_it(reading: Reader, text: str, codes: list[str | None]) -> None:
    assert [figure.currency for figure in reading(text).figures] == codes


def test_a_conversion_is_the_same_money_of_the_same_giver(reading: Reader) -> None:
    text = "{Norway} pledged 20 tanks. {Kenya} pledged 2 million euros ($2.2 million) in aid to [Chad]."
    tanks, euros, dollars = reading(text).figures
    assert (tanks.same_as, euros.same_as, dollars.same_as) == (None, None, 1)
    assert (dollars.owner, dollars.status) == (euros.owner, euros.status) == ("Kenya", "planned")


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("Some 400 soldiers moved from [Oslo] to [Lima].", [("Oslo", "Lima")]),
        ("Some 400 soldiers moved from [Oslo], [Norway], to [Lima] in [Peru].", [("Oslo", "Lima")]),
        ("Some 400 soldiers moved from [Oslo] and [Madrid] to [Lima].", []),
        ("Some 400 soldiers moved to [Lima].", []),
        ("Some 400 soldiers left [Oslo]. They moved to [Lima].", []),
        ("Some 400 soldiers are in [Lima], far from [Oslo].", []),
    ],
)
def test_a_movement_has_both_ends_in_one_passage(reading: Reader, text: str, ends: list[tuple[str, str]]) -> None:
    found = reading(text)
    names = [(found.toponyms[one.origin].text, found.toponyms[one.destination].text) for one in found.movements]
    assert names == ends


def test_links_found_by_context_are_less_sure(reading: Reader) -> None:
    (sure,) = reading("About 500 troops were sent to [Kenya].").links
    (less,) = reading("Floods hit [Kenya] on Monday. About 500 troops were sent to the country.").links
    assert 0 < less.score < sure.score <= 1
