from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.labels import DEFAULT_LABELS, KEYS, clean_labels
from annotator.core.new_labels import COLOURS, new_label
from annotator.core.placement import fold_name
from annotator.ui.colour_vision import alike


@pytest.mark.parametrize(
    ("name", "id"),
    [
        ("PER", "per"),
        (" Lieu  géographique ", "lieu_geographique"),
        ("Leader", "leader_2"),
        ("国", "国"),
        ("-/-", "label"),
        ("B-LOC", "b_loc"),
        ("x" * 90, "x" * 40),
    ],
)
def test_a_label_is_called_by_its_name(name: str, id: str) -> None:
    label = new_label(name, DEFAULT_LABELS)
    assert label is not None
    assert label.id == id
    assert label.name.en == label.name.fr == " ".join(name.split())
    assert label.key == "6"


@pytest.mark.parametrize("name", ["", "  ", "\n\x00", "\ud800"])
def test_what_shows_nothing_makes_no_label(name: str) -> None:
    assert new_label(name, DEFAULT_LABELS) is None


def test_the_first_colours_stay_apart_for_all_eyes() -> None:
    colours = [label.colour for label in DEFAULT_LABELS] + list(COLOURS[:8])
    assert alike(colours) == []


@given(st.lists(st.text(max_size=8), max_size=14, unique_by=fold_name))
def test_any_labels_can_stand_side_by_side_and_be_kept(names: list[str]) -> None:
    labels = list(DEFAULT_LABELS)
    for name in names:
        label = new_label(name, labels)
        if label is not None and fold_name(label.name.fr) not in {fold_name(each) for x in labels for each in x.name}:
            labels.append(label)
    for one, other in combinations(labels, 2):
        assert one.id != other.id
        assert one.key != other.key
        assert one.colour != other.colour
    assert all(label.key in KEYS for label in labels[:9])
    assert clean_labels(labels) == tuple(labels)
