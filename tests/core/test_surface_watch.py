"""Surfaces looked for together are found where each is found alone."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from annotator.core.occurrences import Surface, iterate_occurrences
from annotator.core.surface_watch import SurfaceWatch
from tests.strategies import word_grid

_WORDS = [
    "Paris",
    "PARIS",
    "paris",
    "Suède",
    "SUEDE",
    "État",
    "Etats",
    "États",
    "ETATS",
    "char",
    "chars",
    "arsenal",
    "arsenaux",
    "Leopard",
    "léopard",
    "2",
    "l'Ukraine",
    "d’Ukraine",
    "Ukraine",
    "Joe",
    "Biden",
    "BIDEN",
    "porte-avions",
    "porte‑avions",
    "(Kiev)",
    "Rafale",
    "Rafales",
    "bateaux",
    "bateau",
]
_words = st.lists(st.sampled_from(_WORDS), min_size=1, max_size=3)
_gaps = st.sampled_from([" ", "  ", "\n", "\u00a0", ", ", ". "])


@st.composite
def _texts(draw: st.DrawFn) -> str:
    return "".join(draw(st.sampled_from(_WORDS)) + draw(_gaps) for _ in range(draw(st.integers(0, 25))))


@given(st.lists(_words.map(" ".join), unique=True, max_size=6), _texts())
@example(["char Leopard", "Leopard 2"], "deux chars Leopard 2, des LEOPARD 2 ")
def test_surfaces_looked_for_together_are_found_where_each_is_alone(surfaces: list[str], text: str) -> None:
    grid, watch = word_grid(text), SurfaceWatch()
    for each in surfaces:
        watch.add(each, each)
    alone = {(*place, each) for each in surfaces for place in iterate_occurrences(Surface(each), text, grid)}
    # Alone, an occurrence that begins inside the one before is passed over; together, it may be told too.
    together = set(watch.find(text, grid))
    assert alone <= together
    for start, _, name in together - alone:
        assert any(other == name and begin < start < stop for begin, stop, other in alone)


@given(st.lists(_words.map(" ".join), unique=True, min_size=1, max_size=4), _texts())
def test_what_is_looked_for_no_longer_is_not_found(surfaces: list[str], text: str) -> None:
    grid, watch, fewer = word_grid(text), SurfaceWatch(), SurfaceWatch()
    for each in surfaces:
        watch.add(each, each)
    for each in surfaces[1:]:
        fewer.add(each, each)
    watch.remove(surfaces[0])
    assert surfaces[0] not in watch
    assert sorted(watch.find(text, grid)) == sorted(fewer.find(text, grid))
