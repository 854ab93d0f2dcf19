"""What labels of other people's most likely are among ours."""

from __future__ import annotations

import pytest

from annotator.core.label_guesses import guesses
from annotator.core.labels import DEFAULT_LABELS


@pytest.mark.parametrize(
    ("theirs", "ours"),
    [
        ("PER", "leader"),
        ("Person", "leader"),
        ("pers.ind", "leader"),
        ("GPE", "country"),
        ("LOC", "country"),
        ("WEA", "weapon"),
        ("Armés", "weapon"),
        ("MONEY", "sum"),
        ("work_of_art", None),
        ("ORG", None),
    ],
)
def test_well_known_labels_are_guessed(theirs: str, ours: str | None) -> None:
    assert guesses([theirs], DEFAULT_LABELS) == {theirs: ours}


def test_labels_that_are_ours_by_name_need_no_guess() -> None:
    assert guesses(["leader", "PAYS", " Somme "], DEFAULT_LABELS) == {}


def test_what_nobody_knows_is_left_open() -> None:
    assert guesses(["XYZ", "", "…", "😀"], DEFAULT_LABELS) == {}


def test_only_labels_that_the_project_has_are_guessed() -> None:
    assert guesses(["PER", "ORG"], DEFAULT_LABELS[1:]) == {"ORG": None}
