"""Which numbers of a sentence are figures of force, of what kind, and which are not."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geonews.extraction.figures import find_figures, worth_parsing
from geonews.extraction.nlp import Analyser
from geonews.models import Figure

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()


def spoken(number: int) -> str:
    """Write a number below a million in words."""
    if number < 20:
        return _ONES[number]
    if number < 100:
        return _TENS[number // 10 - 2] + (f"-{_ONES[number % 10]}" if number % 10 else "")
    scale, word, joint = (1000, "thousand", " ") if number >= 1000 else (100, "hundred", " and ")
    return f"{spoken(number // scale)} {word}" + (joint + spoken(number % scale) if number % scale else "")


def read(analyser: Analyser, text: str) -> tuple[Figure, ...]:
    return find_figures(text, *analyser(text))


@pytest.mark.parametrize(
    ("text", "quote", "kind", "noun"),
    [
        ("Some 4,000 Danish soldiers are training.", "Some 4,000 Danish soldiers", "troops", "soldiers"),
        ("The army has three battalions in the town.", "three battalions", "units", "battalions"),
        ("Four missile boats left the harbour.", "Four missile boats", "ships", "boats"),
        ("They flew two MiG-29s over the sea.", "two MiG-29s", "aircraft", "MiG-29s"),
        ("The column had 60 armoured personnel carriers.", "60 armoured personnel carriers", "vehicles", "carriers"),
        ("Norway sent 14 Leopard 2 tanks.", "14 Leopard 2 tanks", "vehicles", "tanks"),
        ("They fired 11 ballistic missiles at the port.", "11 ballistic missiles", "weapons", "missiles"),
        ("The air force carried out nine airstrikes.", "nine airstrikes", "strikes", "airstrikes"),
        ("A bomb killed seven people in the market.", "seven people", "casualties", "people"),
        ("Rebels captured 40 soldiers.", "40 soldiers", "casualties", "soldiers"),
        ("About 90,000 villagers have fled their homes.", "About 90,000 villagers", "displaced", "villagers"),
        ("Sweden gave $20 million in military aid.", "$20 million", "money", "dollars"),
        ("The ministry said it neutralised over 30 rebels.", "over 30 rebels", "casualties", "rebels"),
        ("By noon 6,000 villagers had left their homes.", "6,000 villagers", "displaced", "villagers"),
        ("The list has 90 Javelin anti-armour systems.", "90 Javelin anti-armour systems", "weapons", "systems"),
        ("They got ten 155 mm howitzers.", "ten 155 mm howitzers", "weapons", "howitzers"),
        ("A law set aside $3.5 billion for Peru. The aid is late.", "$3.5 billion", "money", "dollars"),
        ("Finland pledged 30 million euros in humanitarian aid.", "30 million euros", "money", "euros"),
        ("The senate approved $3 million for Peru.", "$3 million", "money", "dollars"),
        ("The quake forced 11,000 residents to leave.", "11,000 residents", "displaced", "residents"),
        ("Some 20,000 villagers have crossed into Chad.", "Some 20,000 villagers", "displaced", "villagers"),
        ("About 300 families are living in tents.", "About 300 families", "displaced", "families"),
        ("Gunmen took 240 people hostage.", "240 people", "casualties", "people"),
        ("At least 34 civilians lost their lives.", "At least 34 civilians", "casualties", "civilians"),
        ("Forty were rescued, and five are still missing.", "five", "casualties", "people"),
        ("DAMASCUS, Sept 11 - Twelve soldiers were killed.", "Twelve soldiers", "casualties", "soldiers"),
        ("ADEN, March 4 - 15 soldiers were killed.", "15 soldiers", "casualties", "soldiers"),
        ("On March 4, 15 soldiers were killed.", "15 soldiers", "casualties", "soldiers"),
        ("Not one but two soldiers were killed.", "two soldiers", "casualties", "soldiers"),
        ("Some 300 soldiers fled.", "Some 300 soldiers", "troops", "soldiers"),
        ("A brigade of 2,300 men marched past.", "2,300 men", "troops", "men"),
        ("The navy bought six Kilo-class submarines.", "six Kilo-class submarines", "ships", "submarines"),
        ("They received 10 Challenger 2 tanks.", "10 Challenger 2 tanks", "vehicles", "tanks"),
        ("The soldiers had 3,000 rounds of ammunition.", "3,000 rounds", "weapons", "rounds"),
        ("The number of troops fell to 4,500.", "4,500", "troops", "troops"),
        ("Police used 40 water cannon.", "40 water cannon", "vehicles", "cannon"),
        ("Norway will send another 120 engineers to the border.", "another 120 engineers", "troops", "engineers"),
        ("The captain led his 70 men over the pass.", "his 70 men", "troops", "men"),
        ("They sent 3,000 workers and soldiers.", "3,000 workers", "troops", "workers"),
        ("A 250-strong contingent will fly north.", "250-strong contingent", "troops", "contingent"),
        ("A brigade of around 4,500 was promised.", "around 4,500", "troops", "brigade"),
        ("They met 300 members of the security forces.", "300 members", "troops", "members"),
        ("The soldiers, about 700 of them, guard a mine.", "about 700", "troops", "soldiers"),
        ("The garrison is down to 1,200 men.", "1,200 men", "troops", "men"),
        ("The <br> 40 tanks left.", "40 tanks", "vehicles", "tanks"),
        ("Chad will double its troops to 2,200.", "2,200", "troops", "troops"),
        ("The fight ended with 12 rebels left dead.", "12 rebels", "casualties", "rebels"),
        ("The crash claimed 40 lives.", "40 lives", "casualties", "lives"),
        ("They cleared 400 mines.", "400 mines", "weapons", "mines"),
        ("Rebels, numbering about 300, fled.", "about 300", "troops", "Rebels"),
        ("The union will raise the strength of its mission to 17,700.", "17,700", "troops", "mission"),
        ("At least 60 people were feared drowned.", "At least 60 people", "casualties", "people"),
        ("Nearly 90 naval and coast guard ships left.", "Nearly 90 naval and coast guard ships", "ships", "ships"),
        ("They fed 800 families who crossed the border.", "800 families", "displaced", "families"),
        ("A deal worth 8 billion euros for F-35A jets was signed.", "8 billion euros", "money", "euros"),
        ("A 40-million-euro arms package was scrapped.", "40-million-euro", "money", "euros"),
        ("The brigade's 3,000 men will rest.", "3,000 men", "troops", "men"),
        ("Some 120 engineers marched to the river.", "Some 120 engineers", "troops", "engineers"),
        ("Two C-17 transports landed.", "Two C-17 transports", "aircraft", "transports"),
        ("Peru bought 24 second-hand F-16s.", "24 second-hand F-16s", "aircraft", "F-16s"),
        ("Sixteen refugees drowned.", "Sixteen refugees", "casualties", "refugees"),
        ("Scores of people were trampled to death.", "Scores of people", "casualties", "people"),
        ("Some 110 sailors suffered burns.", "Some 110 sailors", "casualties", "sailors"),
        ("Four million farmers have become refugees.", "Four million farmers", "displaced", "farmers"),
    ],
)
def test_kind_and_counted_noun(analyser: Analyser, text: str, quote: str, kind: str, noun: str) -> None:
    (figure,) = read(analyser, text)
    assert (figure.quote, figure.kind, figure.noun) == (quote, kind, noun)


@pytest.mark.parametrize(
    "text",
    [
        "Twelve people were waiting in the hall.",
        "Some 5,000 people marched through the city.",
        "The two leaders met for three hours on 4 March 2021.",
        "In 2004 soldiers entered the town.",
        "Brown, 41, was killed in the crash.",
        "The 30-year-old officer was promoted.",
        "The table is 16ft long and cost $300.",
        "No 10 said the troops would stay.",
        "Unemployment rose by 7 percent, the army said.",
        "One of the largest ships sank.",
        "The pipeline Nord Stream 2 is closed and soldiers guard it.",
        "Several villages and 14 houses were burnt.",
        "The 82nd Airborne sent soldiers.",
        "The programme has a budget of 5 million euros.",
        "The company sold 12,000 vehicles and recalled 300 trucks.",
        "One in five soldiers was wounded.",
        "The police made 5 km of road safe for the soldiers.",
        "The battery fired 122 mm rockets and 50 calibre rounds.",
        "A law set aside $3.5 billion for Peru. The roads are old.",
        "The soldiers left two more in the shop.",
        "A number of tanks and a large number of troops were seen.",
        "The soldiers and the rebels held three rounds of talks.",
        "Life as a soldier is a hard one.",
        "The company owns 13 mines and its soldiers guard them.",
        "Moscow expelled 12 diplomats over the shelling.",
        "The club gave $300 to Peru.",
        "The class of '98 soldiers met.",
        "Casualties were expected by 2030.",
        "The firm has 120 engineers and sent the soldiers a bill.",
        "Two men waited for the ship.",
        "The police executed two search warrants.",
        "The county lost 2,700 people after the closing of the mill.",
        "She stayed undefeated in the first five rounds.",
        "The court sent ten men to custody, the army said.",
        "The firm has 13 other mines in the valley.",
        "The surgeons saved the lives of 20 people.",
        "Call the police at 11 Division.",
        "The museum got $350,000 for its weapons room.",
        "The soldiers wrestled in divisions of 103 and 112.",
        "The firm sent buses to move 300 volunteers from the town to the coast.",
        "A court sentenced 75 people to death.",
        "A 40-strong choir sang for the troops.",
        "The council approved 30 units of housing and sent the army a letter.",
        "Not one person died in the fire.",
    ],
)
def test_other_numbers_are_left(analyser: Analyser, text: str) -> None:
    assert read(analyser, text) == ()


def test_a_number_without_noun_counts_by_the_verb_that_governs_it(analyser: Analyser) -> None:
    figures = read(analyser, "The blast killed 16 people and wounded 30.")
    assert [(figure.text, figure.kind) for figure in figures] == [("16", "casualties"), ("30", "casualties")]


def test_a_number_may_leave_its_noun_to_the_one_before(analyser: Analyser) -> None:
    figures = read(analyser, "Spain has 2,500 troops in Iraq and 900 in Lebanon.")
    assert [(figure.text, figure.kind, figure.noun) for figure in figures] == [
        ("2,500", "troops", "troops"),
        ("900", "troops", "troops"),
    ]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("The army fired 80 drones, of which 61 were intercepted.", ["aircraft", "aircraft"]),
        ("The army lost 300 tanks, of which 120 were captured.", ["vehicles", "vehicles"]),
        ("Rebels took 250 hostages; 97 remain.", ["casualties", "casualties"]),
        ("Of the 300 soldiers, 12 of them were wounded.", ["troops", "casualties"]),
        ("Troop numbers fell from 140,000 in 2011 to 9,800 in 2015.", ["troops", "troops"]),
    ],
)
def test_a_part_and_a_change_count_what_the_whole_counts(analyser: Analyser, text: str, kinds: list[str]) -> None:
    assert [figure.kind for figure in read(analyser, text)] == kinds


def test_what_is_shot_down_is_more_of_the_machines_not_of_the_men(analyser: Analyser) -> None:
    figures = read(analyser, "Four drones killed three people at the port and another two more were shot down.")
    assert [(figure.kind, figure.noun) for figure in figures][2:] == [("aircraft", "drones")]


def test_a_bracketed_conversion_is_a_figure_of_its_own(analyser: Analyser) -> None:
    figures = read(analyser, "Italy gave 2 billion euros ($2.2 billion) in military aid to Chad.")
    assert [(figure.low, figure.noun) for figure in figures] == [(2e9, "euros"), (2.2e9, "dollars")]


def test_what_a_country_receives_is_aid_what_a_museum_receives_is_not(analyser: Analyser) -> None:
    assert [figure.quote for figure in read(analyser, "Ukraine has received only $1.7bn from Germany.")] == ["$1.7bn"]
    assert not read(analyser, "The museum received $5 million from Germany for a painting.")


def test_numbers_before_and_after_are_two_figures(analyser: Analyser) -> None:
    figures = read(analyser, "The garrison rose from 3,000 to 5,000 soldiers.")
    assert [(figure.low, figure.high) for figure in figures] == [(3000, 3000), (5000, 5000)]


def test_a_model_number_inside_the_noun_is_no_figure(analyser: Analyser) -> None:
    figures = read(analyser, "They sent 14 Leopard 2 tanks and six F-16 jets.")
    assert [figure.text for figure in figures] == ["14", "six"]


def test_the_death_toll_counts_the_dead(analyser: Analyser) -> None:
    (figure,) = read(analyser, "The death toll from the attack rose to 190.")
    assert (figure.low, figure.kind, figure.noun) == (190, "casualties", "deaths")


def test_who_stays_in_camps_is_displaced(analyser: Analyser) -> None:
    (figure,) = read(analyser, "Some 5,000 people are in relief camps in Kerala.")
    assert (figure.low, figure.kind) == (5000, "displaced")
    assert not read(analyser, "Some 5,000 people are in the square.")


_PIECES = ("30", "1,200", "two", "a dozen", "half a million", "up to", "between", "$", "million", "and", "of", "troops")
_SENTENCES = (
    "Some 4,000 Danish soldiers are training near the coast.",
    "The minister spoke for two hours on 4 March.",
    "At least six people were killed and dozens wounded.",
    "Norway will send 14 tanks to the border.",
)


@settings(max_examples=15)
@given(st.permutations(_SENTENCES), st.integers(min_value=1, max_value=len(_SENTENCES)))
def test_a_sentence_reads_the_same_whatever_stands_around_it(analyser: Analyser, order: list[str], length: int) -> None:
    text = "\n\n".join(order[:length])
    apart = [figure.quote for sentence in order[:length] for figure in read(analyser, sentence)]
    together = read(analyser, text)
    assert [figure.quote for figure in together] == apart
    for figure in together:
        assert text[figure.start : figure.end] == figure.text
        assert figure.text in figure.quote
        assert figure.quote in text


@pytest.mark.parametrize(
    ("text", "worth"),
    [
        ("Some 4,000 Danish soldiers are training.", True),
        ("They flew two MiG-29s over the sea.", True),
        ("Dozens were wounded.", True),
        ("Sweden gave $20 million in aid.", True),
        ("The 5,000-strong garrison left.", True),
        ("Sweden received only $1.7bn.", True),
        ("Sweden spent $20 million on roads.", False),
        ("The soldiers left on Monday.", False),
        ("The two leaders met for three hours.", False),
        ("On 4 March 12 soldiers left.", True),
        ("A strike group of 5,000 sailed.", True),
        ("A group of 20 met.", False),
        ("The soldiers left in 2014.", False),
        ("The soldiers left on 4 March.", False),
        ("The P-40 was restored by soldiers.", False),
    ],
)
def test_only_a_number_beside_what_it_may_count_is_worth_parsing(text: str, *, worth: bool) -> None:
    assert worth_parsing(text.replace(".", " .").replace("$", "$ ").split()) is worth


_JUNK = (
    "the 82nd Airborne",
    "Tu-22M3 bombers",
    "4 March 2021",
    "in 2014",
    "aged 41",
    "for three hours",
    "12 km away",
    "a 3-1 win",
    "No 10",
    "7 percent",
    "9/11",
    "a 155 mm gun",
)


@settings(max_examples=25)
@given(st.sampled_from(_SENTENCES), st.sampled_from(_JUNK))
def test_no_figure_overlaps_a_number_that_counts_nothing(analyser: Analyser, sentence: str, junk: str) -> None:
    text = f"{sentence} It was {junk}, the soldiers said."
    start = text.index(junk, len(sentence))
    figures = read(analyser, text)
    assert [figure.quote for figure in figures] == [figure.quote for figure in read(analyser, sentence)]
    assert all(figure.end <= start or start + len(junk) <= figure.start for figure in figures)


@settings(max_examples=25)
@given(st.integers(min_value=2, max_value=999_999))
def test_a_figure_in_digits_and_in_words_has_the_same_value(analyser: Analyser, number: int) -> None:
    (digits,) = read(analyser, f"The army sent {number:,} soldiers.")
    (words,) = read(analyser, f"The army sent {spoken(number)} soldiers.")
    assert (digits.low, digits.high, digits.kind) == (words.low, words.high, words.kind) == (number, number, "troops")


@settings(max_examples=30)
@given(st.lists(st.sampled_from([*_PIECES, "soldiers", "killed", "aid", "(", ")", "."]), max_size=14))
def test_any_text_gives_figures_inside_it_with_ordered_bounds(analyser: Analyser, words: list[str]) -> None:
    text = " ".join(words)
    end = 0
    for figure in read(analyser, text):
        assert text[figure.start : figure.end] == figure.text
        assert end <= figure.start < figure.end
        assert figure.low is None or figure.high is None or figure.low <= figure.high
        assert figure.same_as is None or figure.kind == "money"
        end = figure.end
