from __future__ import annotations

import pytest

from annotator.core.errors import UserError
from annotator.core.text import OffsetMap
from annotator.store import articles
from annotator.store.database import Database
from tests.strategies import new_article

AT = "2022-02-24T05:00:00.000+00:00"
TEXTS = ("Kyiv résiste.", "\ufeffA😀 E\u0301tats-Unis\r\nParis", "L’OTAN «\u202fprête\u202f»\u00a0: 50\u00a0M€")


@pytest.fixture
def stored(database: Database) -> list[int]:
    with database.transaction():
        return list(articles.insert(database, [new_article(text) for text in TEXTS], at=AT))


def test_articles_come_back_as_they_were_stored(database: Database, stored: list[int]) -> None:
    for id, text in zip(stored, TEXTS, strict=True):
        new, read = new_article(text), articles.load(database, id)
        assert (read.id, read.title, read.source, read.text) == (id, new.title, new.source, new.text)
        assert (read.grid, read.date, read.meta) == (new.grid, new.date, {})
    assert articles.ids(database) == stored == [1, 2, 3]
    assert list(articles.texts(database, [3, 1])) == [(3, TEXTS[2]), (1, TEXTS[0])]
    assert [article.id for article in articles.iterate(database, [2, 99, 1])] == [2, 1]


def test_the_original_is_kept_where_it_differed(database: Database, stored: list[int]) -> None:
    rows = database.execute("SELECT original, offsets FROM texts ORDER BY article_id").fetchall()
    assert [original for original, _ in rows] == [None, TEXTS[1], None]
    assert OffsetMap.from_json(rows[1][1]) == new_article(TEXTS[1]).offsets


def test_a_second_import_goes_on_counting(database: Database, stored: list[int]) -> None:
    with database.transaction():
        assert articles.insert(database, [new_article("autre")], at=AT) == range(4, 5)


def test_meta_survives_whatever_json_can_hold(database: Database) -> None:
    meta = {"é": ["«", None, 1.5, {"a": True}], "half": "\ud83d", "quote": '"\\'}
    with database.transaction():
        articles.insert(database, [new_article("texte", meta=meta)], at=AT)
    assert articles.load(database, 1).meta == meta


def test_known_texts_are_found_by_hash_however_many_are_asked(database: Database, stored: list[int]) -> None:
    known = new_article(TEXTS[0])
    asked = [f"{number:064x}" for number in range(1200)]
    assert articles.known(database, [*asked, known.hash]) == {known.hash: articles.Known(1, known.title, trashed=False)}
    assert articles.known(database, []) == {}


@pytest.mark.parametrize(
    ("wanted", "found"), [("2", 2), ("Kyiv", 1), ("kyiv ré", 1), ("2022", 4), ("50%", 5), ("50", 6), ("a_b", 7)]
)
def test_an_article_is_found_by_id_title_or_beginning(
    database: Database, stored: list[int], wanted: str, found: int
) -> None:
    with database.transaction():
        titles = ("2022, année de guerre", "50% des chars", "50", "a_b", "axb")
        articles.insert(database, [new_article(f"Un {title}", title=title) for title in titles], at=AT)
    assert articles.find(database, wanted) == found


@pytest.mark.parametrize("wanted", ["99", "²", "9" * 40, "Paris", "%", "_yiv", "\\"])
def test_an_article_that_is_not_there_is_refused_by_name(database: Database, stored: list[int], wanted: str) -> None:
    with pytest.raises(UserError, match="no article has the id or title “") as refused:
        articles.find(database, wanted)
    assert f"« {wanted} »" in refused.value.wording.fr


def test_a_beginning_that_fits_several_is_refused_with_a_choice(database: Database, stored: list[int]) -> None:
    with database.transaction():
        articles.insert(database, [new_article("Kyiv tient")], at=AT)
    with pytest.raises(UserError, match=r"“Ky” fits 2 articles \(1 “Kyiv résiste.”, 4 “Kyiv tient”\); give the id"):
        articles.find(database, "Ky")


def test_a_missing_article_is_refused(database: Database) -> None:
    with pytest.raises(UserError, match=r"there is no article 7 in .*guerre\.annot"):
        articles.load(database, 7)
