from __future__ import annotations

from pathlib import Path

import pytest

from annotator.core.suggestions import Decision
from annotator.store import reports
from annotator.store.database import Database


@pytest.fixture
def database(tmp_path: Path):
    """Two annotators and three articles of four suggestions each; only the first annotator has done anything."""
    database = Database.create(tmp_path / "war.annot")
    with database.transaction():
        database.executemany("INSERT INTO annotators (id, name) VALUES (?,?)", [(1, "Zoé"), (2, "Ali")])
        for article in (1, 2, 3):
            database.execute(
                "INSERT INTO articles (id, hash, title, source, length, imported_at) VALUES (?,?,'','',100,'')",
                (article, str(article)),
            )
            database.executemany(
                'INSERT INTO suggestions (id, article_id, start, "end", label_id, rule, reason_fr, reason_en, tier,'
                " pipeline, active) VALUES (?,?,?,?,?,'r','','','sure','p',?)",
                [
                    (
                        article * 10 + number,
                        article,
                        number * 10,
                        number * 10 + 5,
                        "leader" if number else "sum",
                        number < 3,
                    )
                    for number in range(4)
                ],
            )
        for article, status in ((1, "finished"), (2, "in progress")):
            database.execute(
                "INSERT INTO annotations (article_id, annotator_id, status, revision, changed_at) VALUES (?,1,?,1,'')",
                (article, status),
            )
    yield database
    database.close()


def span(database: Database, id: int, article: int, start: int, end: int) -> None:
    database.execute(
        'INSERT INTO spans (id, article_id, annotator_id, start, "end", label_id, origin)'
        " VALUES (?,?,1,?,?,'weapon','drawn')",
        (id, article, start, end),
    )


def test_articles(database: Database) -> None:
    assert reports.count_articles(database) == (3, 300)


def test_suggestions_that_stand(database: Database) -> None:
    assert reports.count_suggestions(database) == {"sum": 3, "leader": 6}


@pytest.mark.parametrize(
    ("start", "end", "covered"),
    [(10, 15, 1), (14, 16, 1), (9, 11, 1), (15, 20, 0), (5, 10, 0), (0, 100, 3), (12, 13, 1), (11, 22, 2)],
)
def test_a_span_covers_what_it_touches(database: Database, start: int, end: int, covered: int) -> None:
    span(database, 1, 1, start, end)
    counts = reports.count_decisions(database, 1)
    assert sum(counts.values()) == 9 - covered
    assert sum(reports.count_decisions(database, 2).values()) == 9
    assert reports.count_spans(database, 1) == {"weapon": 1}


def test_decisions_are_counted_also_of_what_no_longer_stands(database: Database) -> None:
    rows = [(10, "accepted"), (11, "rejected"), (12, "pending"), (13, "changed"), (21, "changed")]
    database.executemany("INSERT INTO decisions VALUES (?,1,?)", rows)
    assert reports.count_decisions(database, 1) == {
        ("sum", Decision.ACCEPTED): 1,
        ("leader", Decision.REJECTED): 1,
        ("leader", Decision.CHANGED): 2,
        ("sum", Decision.PENDING): 2,
        ("leader", Decision.PENDING): 4,
    }


def test_texts_of_spans_are_counted_in_code_points_and_by_annotator(database: Database) -> None:
    text = "A😀 3 €, é 😀 4 $ et 3 €."
    for article in (1, 2):
        database.execute("INSERT INTO texts (article_id, text, tokens, tokenizer) VALUES (?,?,'','')", (article, text))
    for id, (article, words) in enumerate([(1, "3 €"), (1, "4 $"), (2, "3 €")], 1):
        span(database, id, article, text.index(words), text.index(words) + len(words))
    span(database, 9, 2, 0, 2)
    database.execute("UPDATE spans SET label_id = 'sum' WHERE id < 9")
    assert dict(reports.texts_of_spans(database, 1, "sum")) == {"3 €": 2, "4 $": 1}
    assert dict(reports.texts_of_spans(database, 1, "weapon")) == {"A😀": 1}
    assert dict(reports.texts_of_spans(database, 2, "sum")) == {}


def test_what_an_annotator_threw_away_does_not_count_for_them(database: Database) -> None:
    span(database, 1, 1, 10, 15)
    span(database, 2, 2, 10, 15)
    before = reports.count_decisions(database, 2)
    database.execute("INSERT INTO decisions VALUES (10,1,'accepted')")
    database.execute("UPDATE annotations SET trashed = 1 WHERE article_id = 1")
    assert reports.count_spans(database, 1) == {"weapon": 1}
    assert sum(reports.count_decisions(database, 1).values()) == 6 - 1
    assert list(reports.texts_of_spans(database, 1, "weapon")) == []
    assert reports.count_decisions(database, 2) == before
    assert reports.count_articles(database) == (2, 200)
    database.execute(
        "INSERT INTO annotations (article_id, annotator_id, status, revision, changed_at) VALUES (1,2,'new',1,'')"
    )
    assert reports.count_articles(database) == (3, 300)
