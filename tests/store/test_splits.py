"""Splits in the project file: kept as they are, found by what stands in texts, and no grid without its rule."""

from __future__ import annotations

import pytest

from annotator.core.splits import parse_split
from annotator.core.tokens import TokenGrid
from annotator.store import articles, splits
from annotator.store.database import Database
from tests.strategies import new_article

ONE, OTHER = parse_split("superOTAN=super+OTAN"), parse_split("50%€=50+%€")


def test_splits_are_kept_by_form_and_replaced_as_a_whole(database: Database) -> None:
    assert splits.load(database) == ()
    with database.transaction():
        splits.replace(database, [ONE, OTHER], at="2022")
    assert splits.load(database) == (OTHER, ONE)
    assert not splits.ever_joined(database)
    with database.transaction():
        splits.replace(database, [parse_split("superOTAN=super+OT+AN")], at="2023")
    assert [each.parts for each in splits.load(database)] == [("super", "OT", "AN")]
    assert splits.ever_joined(database)
    added = database.execute("SELECT added_at FROM splits").fetchall()
    assert added == [("2022",)]


@pytest.mark.parametrize(
    ("forms", "found"),
    [(["superOTAN"], [1, 2]), (["50%€"], [2]), (["😀x", "superotan"], [3]), (["_"], []), ([], [])],
)
def test_articles_are_found_by_what_stands_in_them_to_the_letter(
    database: Database, forms: list[str], found: list[int]
) -> None:
    with database.transaction():
        texts = ["Le superOTAN.", "Des superOTANs à 50%€.", "A😀x."]
        articles.insert(database, [new_article(text) for text in texts], at="2022")
    assert splits.articles_holding(database, forms) == found


def test_another_grid_is_read_back(database: Database) -> None:
    with database.transaction():
        (article,) = articles.insert(database, [new_article("Le superOTAN.")], at="2022")
        grid = TokenGrid.of([(0, 2), (3, 8), (8, 12), (12, 13)])
        splits.set_grid(database, article, grid)
    assert articles.load(database, article).grid == grid
    assert list(splits.spans_of(database, article)) == []
