"""What is only a distance away, across a border, or where the report was filed is not where something went."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Reader = Callable[..., Any]


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Two frigates were sent to [Lima], 300 miles from [Chad].", {("Lima", "destination"), ("Chad", "location")}),
        ("{Peru} has massed 90,000 troops 50 km (31 miles) from [Chad].", {("Chad", "location")}),
        ("{Peru} sent 2,000 soldiers to its border with [Chad].", {("Chad", "location")}),
        ("{Peru} sent 2,000 soldiers to [Chad].", {("Chad", "destination")}),
        ("{Peru} withdrew 200 soldiers from [Chad].", {("Chad", "origin")}),
    ],
)
def test_nothing_goes_to_what_is_only_near(reading: Reader, text: str, roles: set[tuple[str, str]]) -> None:
    assert reading(text).roles() == roles


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("[NAIROBI] (The Standard) - At least 18 people were killed near [Lima].", {("Lima", "location")}),
        ("[NAIROBI], [Kenya] - At least 18 people were killed near [Lima].", {("Lima", "location")}),
        ("[NAIROBI] (The Standard) - At least 18 people were killed.", {("NAIROBI", "location")}),
        ("[Lima] - long a quiet town - saw 18 people killed.", set()),
    ],
)
def test_where_it_was_filed_counts_only_where_nothing_else_does(
    reading: Reader, text: str, roles: set[tuple[str, str]]
) -> None:
    assert reading(text).roles() == roles


def test_a_number_in_an_outlet_s_name_counts_nothing(reading: Reader) -> None:
    found = reading("[LONDON] (Channel Four) - Some 18 people were killed near [Lima].")
    assert [figure.low for figure in found.figures] == [18]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("{Kenya}'s intelligence service puts Norwegian strength in [Lima] at some 12,000 soldiers.", "troops"),
        ("{Kenya}'s defence ministry put Norwegian losses in [Lima] at 30,000 soldiers.", "casualties"),
    ],
)
def test_who_estimates_another_s_force_does_not_own_it(reading: Reader, text: str, kind: str) -> None:
    (figure,) = reading(text).figures
    assert (figure.owner, figure.kind) == ("Norway", kind)
