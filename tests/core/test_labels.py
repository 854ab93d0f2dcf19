"""Labels as a project keeps them: keys and names of their own, colours that can be read, guidelines that decide."""

from __future__ import annotations

from dataclasses import replace

import pytest

from annotator.core.errors import UserError
from annotator.core.guidelines import definition
from annotator.core.labels import DEFAULT_LABELS, Label, clean_labels
from annotator.core.wording import Wording

LEADER, COUNTRY, *OTHERS = DEFAULT_LABELS


def with_leader(**changes: object) -> list[Label]:
    return [replace(LEADER, **changes), COUNTRY, *OTHERS]  # type: ignore[arg-type]


def test_labels_are_tidied() -> None:
    cleaned = clean_labels(
        with_leader(name=Wording(" the  boss", "le chef "), colour="#ABCDEF", guideline=Wording("\na\nb ", "c"))
    )
    assert cleaned[0].name == Wording("the boss", "le chef")
    assert cleaned[0].colour == "#abcdef"
    assert cleaned[0].guideline == Wording("a\nb", "c")
    assert cleaned[1:] == DEFAULT_LABELS[1:]


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"key": "2"}, "cannot both have the key 2"),
        ({"key": "0"}, "digit from 1 to 9"),
        ({"key": ""}, "digit from 1 to 9"),
        ({"key": "12"}, "digit from 1 to 9"),
        ({"name": Wording("leader", "  ")}, "needs a name in both languages"),
        ({"name": Wording("leader", "Pays")}, "two labels are called “Pays”"),
        ({"colour": "red"}, "write it as #rrggbb"),
        ({"colour": "#12345"}, "write it as #rrggbb"),
    ],
)
def test_what_would_confuse_is_refused(changes: dict[str, object], said: str) -> None:
    with pytest.raises(UserError, match=said):
        clean_labels(with_leader(**changes))


def test_a_name_may_be_the_same_in_both_languages() -> None:
    assert clean_labels(with_leader(name=Wording("pays", "dirigeant")))[0].name.en == "pays"


@pytest.mark.parametrize("label", DEFAULT_LABELS, ids=lambda label: label.id)
def test_guidelines_say_the_same_in_both_languages(label: Label) -> None:
    english, french = (each.split("\n") for each in label.guideline)
    leads = [("Counts", "Compte"), ("Does not count", "Ne compte pas"), ("Limits", "Limites"), ("Traps", "Pièges")]
    assert [
        (one.split(":")[0], other.split(" :")[0]) for one, other in zip(english[1:], french[1:], strict=True)
    ] == leads
    assert definition(label.guideline.fr) == french[0]
    for one, other in zip(english, french, strict=True):
        assert one.count("[") == one.count("]") == other.count("[") == other.count("]")
        assert len(one) < 700
        assert len(other) < 700
