"""What is denied elsewhere, in the same sentence or the next one, is no fact."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Reader = Callable[..., Any]


@pytest.mark.parametrize(
    ("text", "status", "said", "denied"),
    [
        ("Rebels claimed to have downed three jets. The army denied it.", "denied", "Rebels", "The army"),
        ("Rebels said 40 soldiers had died. But the army later dismissed the claim.", "denied", "Rebels", "the army"),
        (
            "A paper said 900 troops had come. A minister called the figure of 900 false.",
            "denied",
            "A paper",
            "A minister",
        ),
        ("Officials said 40 tanks had crossed. That is not true, a spokesman said.", "denied", "Officials", None),
        ("Officials said 40 tanks had crossed. The report was denied by the army.", "denied", "Officials", None),
        (
            "A post said that 40 people had died, but police said this was not true.",
            "denied",
            "A post",
            "police",
        ),
        ("{Kenya} says {Peru} keeps 700 troops there, which {Lima} denies.", "denied", "Kenya", "Lima"),
        ("Reports that 300 soldiers died are untrue, officials said.", "denied", "officials", None),
        (
            "Officials said {Peru} has 900 troops there. Lima denied it planned a raid.",
            "happening",
            "Officials",
            None,
        ),
        ("Officials said 12 people died. The army denied the report that it had fled.", "done", "Officials", None),
        ("[KINSHASA] (Wire) - Officials said 12 people died. The army denied it.", "denied", "Officials", "The army"),
        (
            "Officials say {Peru}, which has 900 troops there, plans a raid. Ministers deny it.",
            "happening",
            "Officials",
            None,
        ),
        ("The army did not confirm that 40 tanks had crossed.", "considered", None, None),
        ("Officials could not verify reports that 40 tanks had crossed.", "considered", None, None),
    ],
)
def test_who_says_and_who_denies_it(
    reading: Reader, text: str, status: str, said: str | None, denied: str | None
) -> None:
    (figure,) = reading(text).figures
    assert (figure.status, figure.attribution, figure.denier) == (status, said, denied)


@pytest.mark.parametrize(
    "behind",
    [
        "Tehran neither confirmed nor denied the report.",
        "Nobody there denied it.",
        "Officials had earlier denied the report but confirmed it on Monday.",
        "The government denied the report of a coup.",
        "The judge rejected the claim for damages.",
        "The count was disputed in the election.",
        "It is wrong to send boys to the front, a mother said.",
        "That is false security, a villager said.",
        "It was denied a seat at the talks.",
        "The army, which had denied it, made no comment.",
        "On Monday, nobody there denied it.",
        "A minister denied that, in an interview, he had called them tourists.",
    ],
)
def test_what_denies_something_else_or_nothing_is_no_denial(reading: Reader, behind: str) -> None:
    (figure, *_) = reading(f"Some 500 soldiers were sent to the border. {behind}").figures
    assert figure.status == "done"


@pytest.mark.parametrize(
    ("behind", "by"),
    [
        ("“That is not true,” a spokesman said.", None),
        ("A ministry said the report was false.", "A ministry"),
        ("The army did not comment but a spokesman later denied the report.", "a spokesman"),
        ("The army, which holds the town, denied the claim.", "The army"),
        ("General Ito, a spokesman for the army, later denied it.", "General Ito"),
        ("On Monday, the army denied the report.", "the army"),
        ("The army said it had no such plans.", "The army"),
        ("A minister rejected that figure.", "A minister"),
    ],
)
def test_a_denial_in_other_words(reading: Reader, behind: str, by: str | None) -> None:
    (figure, *_) = reading(f"Some 500 soldiers were sent to the border. {behind}").figures
    assert (figure.status, figure.denier) == ("denied", by)


def test_a_denial_is_of_what_stands_before_it_in_its_own_sentence(reading: Reader) -> None:
    found = reading("At least 17 people were killed. A report had said 70 died; a hospital called that figure false.")
    assert [(figure.low, figure.status) for figure in found.figures] == [(17, "done"), (70, "denied")]
