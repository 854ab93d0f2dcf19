from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.labels import DEFAULT_LABELS
from annotator.core.placement import Adjustment, Obstacle, fold_name, label_names, place
from annotator.core.text import clean
from annotator.core.tokens import TokenGrid

NAMES = label_names(DEFAULT_LABELS)


def words(text: str) -> TokenGrid:
    return TokenGrid.of((found.start(), found.end()) for found in re.finditer(r"\w+|[^\w ]", text))


def placed(raw: str, *spans: tuple[int, int, str]) -> tuple[list[tuple[int, int, str]], list[tuple[str, Obstacle]]]:
    text = clean(raw)
    found = place(spans, raw, text, words(text.text), NAMES)
    return found.spans, [(each.text, each.obstacle) for each in found.refused]


@pytest.mark.parametrize("name", ["country", "Country", "PAYS", "pays", " pays "])
def test_a_label_is_known_by_id_and_by_name_in_both_languages(name: str) -> None:
    assert placed("à Paris", (2, 7, name)) == ([(2, 7, "country")], [])


def test_a_decomposed_name_is_the_same_name() -> None:
    assert fold_name("E\u0301tat") == fold_name("ÉTAT")


@pytest.mark.parametrize(
    ("span", "text", "obstacle"),
    [
        ((0, 99, "country"), "L'OTAN à Paris.", Obstacle.OUT_OF_RANGE),
        ((-3, 5, "country"), "", Obstacle.OUT_OF_RANGE),
        ((5, 3, "country"), "", Obstacle.OUT_OF_RANGE),
        ((2, 2, "country"), "", Obstacle.EMPTY),
        ((6, 7, "country"), " ", Obstacle.EMPTY),
        ((9, 14, "ville"), "Paris", Obstacle.UNKNOWN_LABEL),
        ((9, 13, "country"), "Pari", Obstacle.OFF_THE_GRID),
    ],
)
def test_a_span_that_does_not_fit_is_refused_as_it_was_given(
    span: tuple[int, int, str], text: str, obstacle: Obstacle
) -> None:
    assert placed("L'OTAN à Paris.", span) == ([], [(text, obstacle)])


def adjusted(raw: str, *spans: tuple[int, int, str], snap: bool = True) -> list[tuple[str, Adjustment, str]]:
    """Return what the spans were, what was done to them and what they are now."""
    text = clean(raw)
    found = place(spans, raw, text, words(text.text), NAMES, snap=snap)
    return [(each.text, each.adjustment, text.text[slice(*each.to)]) for each in found.adjusted]


@pytest.mark.parametrize(
    ("raw", "span"),
    [
        ("à Paris !", (1, 8, "country")),
        ("\ufeffParis\r\n", (0, 7, "country")),
        ("\ufeff\tParis\r\n", (1, 8, "country")),
        ("Paris\u00a0\u2028\u3000", (0, 8, "country")),
    ],
)
def test_white_space_at_the_ends_is_cut_off_and_said(raw: str, span: tuple[int, int, str]) -> None:
    shown = raw[span[0] : span[1]]
    assert adjusted(raw, span, snap=False) == [(shown, Adjustment.TRIMMED, "Paris")]


def test_a_no_break_space_of_its_own_token_ends_no_span() -> None:
    assert placed("50\u00a0M", (0, 3, "sum")) == ([(0, 2, "sum")], [])
    assert placed("50\u00a0M", (0, 4, "sum")) == ([(0, 4, "sum")], [])
    assert adjusted("50\u00a0M", (0, 4, "sum")) == []


def test_spans_are_widened_to_whole_tokens_where_that_is_wanted() -> None:
    assert adjusted("le général Zaloujny", (5, 14, "leader")) == [("néral Zal", Adjustment.SNAPPED, "général Zaloujny")]
    assert adjusted("l'e\u0301te\u0301", (2, 3, "sum")) == [("e", Adjustment.SNAPPED, "été")]
    assert adjusted("le général Zaloujny", (5, 14, "leader"), snap=False) == []


def test_a_span_that_was_widened_gives_way_to_all_others() -> None:
    raw = "le général Zaloujny"
    spans = [(3, 12, "leader"), (11, 19, "leader"), (4, 9, "sum")]
    text = clean(raw)

    found = place(spans, raw, text, words(raw), NAMES, snap=True)

    assert found.spans == [(3, 10, "sum"), (11, 19, "leader")]
    assert found.given == [2, 1]
    assert [(each.text, each.obstacle) for each in found.refused] == [("général Z", Obstacle.OVERLAP)]


def test_the_same_span_twice_is_one() -> None:
    assert placed("à Paris", (2, 7, "country"), (2, 7, "pays"), (2, 7, "sum")) == (
        [(2, 7, "country")],
        [("Paris", Obstacle.REPEATED), ("Paris", Obstacle.OVERLAP)],
    )


def test_a_label_can_be_left_out_by_choice() -> None:
    text = clean("à Paris")
    found = place([(2, 7, "LOC")], "à Paris", text, words("à Paris"), {**NAMES, "loc": None})
    assert [each.obstacle for each in found.refused] == [Obstacle.NOT_WANTED]
    assert not Obstacle.NOT_WANTED.leaves_a_gap


def test_of_overlapping_spans_the_longest_stays() -> None:
    kept, refused = placed(
        "le général Valeri Zaloujny", (11, 17, "leader"), (18, 26, "leader"), (11, 26, "leader"), (11, 26, "country")
    )

    assert kept == [(11, 26, "leader")]
    assert refused == [
        ("Valeri Zaloujny", Obstacle.OVERLAP),
        ("Zaloujny", Obstacle.OVERLAP),
        ("Valeri", Obstacle.OVERLAP),
    ]


def test_spans_follow_the_text_through_the_hygiene() -> None:
    raw = "\ufeffL'E\u0301tat\r\nde l'ex-URSS 😀\r\nParis"

    kept, refused = placed(raw, (3, 8, "country"), (raw.index("Paris"), len(raw), "country"))

    text = clean(raw).text
    assert [text[start:end] for start, end, _ in kept] == ["État", "Paris"]
    assert refused == []


def test_a_span_that_cuts_a_character_is_not_moved() -> None:
    assert placed("e\u0301t\u00e9", (0, 1, "sum")) == ([], [("e", Obstacle.CUTS_A_CHARACTER)])


LETTERS = st.sampled_from(
    ["a", "é", "e\u0301", "😀", " ", "\u00a0", "\r\n", "\r", "\u2028", "\t", "-", "’", "\u202e", "1"]
)
RAW = st.lists(LETTERS, min_size=1, max_size=25).map("".join).filter(lambda raw: raw.strip("\ufeff \t\r\n\u00a0\u2028"))


@given(
    raw=RAW,
    spans=st.lists(
        st.tuples(st.integers(-2, 30), st.integers(-2, 30), st.sampled_from(["pays", "sum", "x"])), max_size=9
    ),
    snap=st.booleans(),
)
def test_no_span_is_lost_or_overlapped_and_moved_only_as_is_said(
    raw: str, spans: list[tuple[int, int, str]], snap: bool
) -> None:
    text = clean(raw)
    grid = words(text.text)

    found = place(spans, raw, text, grid, NAMES, snap=snap)

    refused = [(each.start, each.end, each.label) for each in found.refused]
    assert sorted([spans[which] for which in found.given] + refused) == sorted(spans)
    moved = {each.to: (each.start, each.end) for each in found.adjusted}
    for (start, end, label), which in zip(found.spans, found.given, strict=True):
        given_start, given_end, name = spans[which]
        assert label == NAMES[fold_name(name)]
        back = text.offsets.to_original(start, end)
        assert moved.get((start, end), back) == (given_start, given_end)
        assert (start, end) not in moved or back != (given_start, given_end)
    assert snap or all(each.adjustment is Adjustment.TRIMMED for each in found.adjusted)
    assert all(grid.holds(start, end) for start, end, _ in found.spans)
    assert all(before[1] <= after[0] for before, after in pairwise(found.spans))
