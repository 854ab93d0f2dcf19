from __future__ import annotations

from itertools import accumulate

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.core.errors import UserError
from annotator.core.tokens import TokenGrid, move_edge, require_on_grid, snap
from tests.strategies import articles, grids, word_grid


def _snapped(text: str, selected: str) -> str | None:
    """What is taken when a person selects the first ``selected`` in ``text``."""
    start = text.index(selected)
    found = snap(text, word_grid(text), start, start + len(selected))
    return None if found is None else text[slice(*found)]


@given(grids())
def test_a_grid_survives_packing(grid: TokenGrid) -> None:
    assert TokenGrid.from_bytes(grid.to_bytes()) == grid


@pytest.mark.parametrize("longest", [255, 256, 65_535, 65_536, 2_000_000])
def test_a_grid_survives_packing_at_every_width(longest: int) -> None:
    grid = TokenGrid.of([(0, 1), (1, 1 + longest), (2 * longest, 2 * longest + 3)])
    assert TokenGrid.from_bytes(grid.to_bytes()) == grid


@pytest.mark.parametrize("packed", [b"", b"X\1\1", b"B\1", b"H\1\0\1", b"\xff"])
def test_what_is_not_a_packed_grid_is_refused(packed: bytes) -> None:
    with pytest.raises(ValueError, match=r"token|item size"):
        TokenGrid.from_bytes(packed)


@given(grids(), st.data())
def test_holding_and_touching_are_what_looking_at_every_token_says(grid: TokenGrid, data: st.DataObject) -> None:
    tokens = list(zip(grid.starts, grid.ends, strict=True))
    edges = st.sampled_from([edge for token in tokens for edge in token] or [0]).flatmap(
        lambda edge: st.integers(max(0, edge - 2), edge + 2)
    )
    start, end = sorted((data.draw(edges), data.draw(edges)))
    touched = [index for index, (first, last) in enumerate(tokens) if first < max(end, start + 1) and last > start]
    assert list(grid.touching(start, end)) == touched
    begins = [index for index, (first, _) in enumerate(tokens) if first == start]
    stops = [index for index, (_, last) in enumerate(tokens) if last == end]
    assert grid.holds(start, end) == bool(begins and stops and begins[0] <= stops[0])


@pytest.mark.parametrize(
    ("text", "selected", "taken"),
    [
        ("Paris dit que", "ari", "Paris"),
        ("dans l’Ukraine en", "l’Ukraine", "Ukraine"),
        ("dans l'Ukraine en", " l'Ukraine ", "Ukraine"),
        ("jusqu’à l’OTAN", "l’O", "OTAN"),
        ("des missiles d’artillerie", "missiles d’", "missiles"),
        ("des missiles d’artillerie", "missiles d’art", "missiles d’artillerie"),
        ("il dit «\u00a0OTAN\u00a0».", "«\u00a0OTAN\u00a0».", "OTAN"),
        ("il dit «\u202fl’OTAN\u202f».", "\u202fl’OTAN\u202f", "OTAN"),
        ("il dit “Biden” et", "“Biden”", "Biden"),
        ("l’Organisation (OTAN), dit-il", "(OTAN),", "OTAN"),
        ("l’Organisation (OTAN), dit-il", "Organisation (OTAN),", "Organisation (OTAN)"),
        ("le groupe «\u00a0Wagner\u00a0» a", "groupe «\u00a0Wagner\u00a0» ", "groupe «\u00a0Wagner\u00a0»"),
        ("A😀 Paris.", "Paris.", "Paris"),
        ("A😀 Paris.", "😀", "😀"),
        ("les porte-avions\n\n", "avions\n\n", "avions"),
        ("50\u00a0M€, soit", "50\u00a0M€,", "50\u00a0M€"),
        ("fin… – Kiev –", "… – Kiev –", "Kiev"),
    ],
)
def test_a_free_selection_snaps_to_what_is_meant(text: str, selected: str, taken: str) -> None:
    assert _snapped(text, selected) == taken


@pytest.mark.parametrize("nothing", [" ", "\n\n", "«\u00a0", ".", "l’", "\u00a0», "])
def test_a_selection_of_nothing_takes_nothing(nothing: str) -> None:
    assert _snapped(f"a {nothing} b", nothing) is None


def test_an_empty_selection_takes_the_token_it_lies_in() -> None:
    text = "dans Paris  ici"
    grid = word_grid(text)
    assert snap(text, grid, 7, 7) == (5, 10)
    assert snap(text, grid, 10, 10) is None
    assert snap(text, grid, len(text), len(text)) is None


@given(articles(), st.data())
def test_snapping(text: str, data: st.DataObject) -> None:
    grid = word_grid(text)
    start, end = data.draw(st.tuples(st.integers(0, len(text)), st.integers(0, len(text))))
    snapped = snap(text, grid, start, end)
    assert snap(text, grid, end, start) == snapped
    if snapped is not None:
        require_on_grid(text, grid, *snapped)
        touched = grid.touching(min(start, end), max(start, end))
        assert grid.starts[touched[0]] <= snapped[0] < snapped[1] <= grid.ends[touched[-1]]
        assert snap(text, grid, *snapped) == snapped


@pytest.mark.parametrize(("start", "end"), [(1, 5), (0, 3), (5, 10), (0, 6), (3, 3), (5, 0), (0, 99), (5, 6)])
def test_what_is_not_made_of_whole_words_is_refused_by_name(start: int, end: int) -> None:
    text = "Kyiv \u00a0Paris"  # the no-break space is a token of its own
    with pytest.raises(UserError, match=rf"\({start}–{end}\) does not start and end on a token boundary"):
        require_on_grid(text, word_grid(text), start, end)


@given(articles(), st.data())
def test_moving_an_edge_keeps_a_span_on_the_grid(text: str, data: st.DataObject) -> None:
    grid = word_grid(text)
    words = [index for index in range(len(grid)) if text[grid.starts[index] : grid.ends[index]].strip()]
    if not words:
        return
    first = data.draw(st.sampled_from(words))
    start, end = grid.starts[first], grid.ends[first]
    by = data.draw(st.integers(-1, 1))
    require_on_grid(text, grid, *move_edge(text, grid, start, end, start_by=by))
    wider = move_edge(text, grid, start, end, end_by=1)
    require_on_grid(text, grid, *wider)
    assert move_edge(text, grid, *wider, end_by=-1) == (start, end)


@settings(max_examples=15)
@given(st.lists(st.tuples(st.integers(0, 9), st.integers(1, 9)), min_size=1, max_size=40), st.data())
def test_a_long_grid_reads_as_a_short_one(steps: list[tuple[int, int]], data: st.DataObject) -> None:
    """Grids of more than one page are unpacked piece by piece."""
    repeated = steps * (17_000 // len(steps) + 1)
    ends = list(accumulate(gap + length for gap, length in repeated))
    whole = TokenGrid.of((end - length, end) for end, (_, length) in zip(ends, repeated, strict=True))
    paged = TokenGrid.from_bytes(whole.to_bytes())
    for index in data.draw(st.lists(st.integers(-len(ends), len(ends) - 1) | st.integers(1022, 1026), max_size=5)):
        assert (paged.starts[index], paged.ends[index]) == (whole.starts[index], whole.ends[index])
    point = data.draw(st.integers(0, ends[-1]))
    assert paged.touching(point, point + 20) == whole.touching(point, point + 20)
    assert paged == whole
    assert paged.to_bytes() == whole.to_bytes()
    with pytest.raises(IndexError):
        paged.ends[len(ends)]
