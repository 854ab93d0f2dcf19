"""What is kept of suggestions and spans is held against a count from scratch in plain Python, over what can happen."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.store import counting, reports, suggester_counts
from annotator.store.database import Database

DATA = Path(__file__).parents[1] / "data"
ARTICLES, ANNOTATORS, LABELS = (1, 2), (1, 2), ("leader", "country")
DAYS = ("2022-02-24", "2022-02-27", "2022-02-28", "2022-03-09")  # Thursday, Sunday, Monday, Wednesday

# What the rest of the program may do to the file, as bare statements.
suggesting = st.tuples(
    st.just("suggest"),
    st.sampled_from(ARTICLES),
    st.lists(st.tuples(st.integers(0, 9), st.integers(1, 3), st.sampled_from(LABELS)), min_size=2, max_size=6),
)
annotating = st.tuples(
    st.just("annotate"),
    st.sampled_from(ARTICLES),
    st.sampled_from(ANNOTATORS),
    st.tuples(
        st.sampled_from(("in progress", "finished", "finished", "set aside")),
        st.sampled_from((False, False, True)),
        st.sampled_from(DAYS),
        st.lists(st.integers(0, 9), min_size=4, max_size=8),
    ),
)
others = st.one_of(
    st.tuples(st.just("retire"), st.sampled_from(ARTICLES), st.integers(0, 1)),
    st.tuples(st.just("read"), st.sampled_from(ARTICLES), st.sampled_from((None, "rules 1", "rules 2"))),
    st.tuples(st.just("remove"), st.sampled_from(ARTICLES)),
    st.just(("count",)),
)
histories = st.tuples(
    st.lists(suggesting, min_size=1, max_size=3),
    st.lists(annotating, min_size=1, max_size=3),
    st.lists(suggesting | annotating | others | others, max_size=12),
    st.lists(annotating, max_size=3),
).map(lambda parts: [deed for part in parts for deed in part])


def suggest(database: Database, article: int, start: int, length: int, label: str) -> None:
    database.execute(
        'INSERT INTO suggestions (article_id, start, "end", label_id, rule, reason_fr, reason_en, tier, pipeline)'
        " VALUES (?,?,?,?,?,'','','sure','rules 1')",
        (article, start, start + length, label, f"{label}.rule"),
    )


def annotate(database: Database, article: int, annotator: int, made: tuple[str, bool, str, list[int]]) -> None:
    """Make an annotation anew: spans and decisions in every combination that edits and imports lead to."""
    status, trashed, day, choices = made
    database.execute("DELETE FROM spans WHERE article_id = ? AND annotator_id = ?", (article, annotator))
    database.execute(
        "DELETE FROM decisions WHERE annotator_id = ? AND suggestion_id IN"
        " (SELECT id FROM suggestions WHERE article_id = ?)",
        (annotator, article),
    )
    values = (status, trashed, f"{day}T12:00:00.000+00:00", article, annotator)
    if not database.execute(
        "UPDATE annotations SET status = ?, revision = revision + 1, trashed = ?, changed_at = ?"
        " WHERE article_id = ? AND annotator_id = ?",
        values,
    ).rowcount:
        database.execute(
            "INSERT INTO annotations (status, trashed, changed_at, article_id, annotator_id, revision)"
            " VALUES (?,?,?,?,?,1)",
            values,
        )
    end = 0

    def draw(start: int, stop: int, label: str, suggestion: int | None) -> None:
        nonlocal end
        database.execute(
            'INSERT INTO spans (article_id, annotator_id, start, "end", label_id, origin, suggestion_id)'
            " VALUES (?,?,?,?,?,?,?)",
            (article, annotator, start, stop, label, "imported" if suggestion is None else "suggested", suggestion),
        )
        end = stop

    for id, start, stop, label in database.execute(
        'SELECT id, start, "end", label_id FROM suggestions WHERE article_id = ? ORDER BY start, id', (article,)
    ).fetchall():
        what = choices.pop() if choices else 1
        other = LABELS[label == LABELS[0]]
        if what == 0:
            database.execute("INSERT INTO decisions VALUES (?,?,'rejected')", (id, annotator))
        elif what == 1:
            database.execute("INSERT INTO decisions VALUES (?,?,'pending')", (id, annotator))
        elif start >= end and what < 6:
            kept = [
                (start, stop, label, "accepted"),
                (start, stop + 1, label, "changed"),
                (start, stop, other, "changed"),
                (start, stop + 1, other, "changed"),
            ][what - 2]
            draw(*kept[:3], id)
            database.execute("INSERT INTO decisions VALUES (?,?,?)", (id, annotator, kept[3]))
        elif start >= end and what < 8:
            draw(start + what - 6, stop + what - 6, label, None)
    if choices:
        draw(end + 1, end + 3, LABELS[0], None)


def do(database: Database, deed: tuple[object, ...]) -> None:
    match deed:
        case ("suggest", int(article), list(made)):
            if database.execute("SELECT 1 FROM articles WHERE id = ?", (article,)).fetchone():
                for each in made:
                    suggest(database, article, *each)
        case ("retire", article, active):
            database.execute("UPDATE suggestions SET active = ? WHERE article_id = ? AND start % 2", (active, article))
        case ("read", article, pipeline):
            database.execute("UPDATE articles SET suggested_by = ? WHERE id = ?", (pipeline, article))
        case ("annotate", int(article), int(annotator), tuple(made)):
            if database.execute("SELECT 1 FROM articles WHERE id = ?", (article,)).fetchone():
                annotate(database, article, annotator, made)
        case ("remove", article):
            database.execute("DELETE FROM spans WHERE article_id = ?", (article,))
            database.execute("DELETE FROM articles WHERE id = ?", (article,))
        case ("count",):
            counting.refresh(database)


def from_scratch(database: Database, annotator: int) -> Counter[tuple[object, ...]]:
    """Count by looking at every annotation, suggestion and span in turn."""
    found: Counter[tuple[object, ...]] = Counter()
    for article, status, at, read_by in database.execute(
        "SELECT n.article_id, n.status, n.changed_at, a.suggested_by FROM annotations n"
        " JOIN articles a ON a.id = n.article_id WHERE annotator_id = ? AND NOT trashed",
        (annotator,),
    ).fetchall():
        day = date.fromisoformat(at[:10])
        shared = (status == "finished", (day - timedelta(day.weekday())).isoformat())
        spans = database.execute(
            'SELECT start, "end", label_id, suggestion_id FROM spans WHERE article_id = ? AND annotator_id = ?',
            (article, annotator),
        ).fetchall()
        suggestions = database.execute(
            'SELECT id, start, "end", label_id, rule, tier, pipeline, active FROM suggestions WHERE article_id = ?',
            (article,),
        ).fetchall()
        decisions = dict(
            database.execute("SELECT suggestion_id, decision FROM decisions WHERE annotator_id = ?", (annotator,))
        )
        found["article", "", "", "", "", "worded" if spans else "empty", *shared] += 1
        for id, start, end, label, rule, tier, pipeline, active in suggestions:
            decision = decisions.get(id, "pending")
            if decision == "changed":
                ((its_start, its_end, its_label),) = [each[:3] for each in spans if each[3] == id]
                moved, renamed = (its_start, its_end) != (start, end), its_label != label
                decision = "both" if moved and renamed else "boundary" if moved else "label"
            elif decision == "pending":
                if not active:
                    continue
                there = [each[:3] for each in spans if each[0] < end and start < each[1]]
                decision = "equal" if (start, end, label) in there else "covered" if there else "pending"
            found["suggestion", label, rule, tier, pipeline, decision, *shared] += 1
        standing = [each for each in suggestions if each[7]]
        reader = read_by or max((each[6] for each in standing), default=None)
        for start, end, label, _ in spans:
            met = [
                (each[1:3] == (start, end), each[3] == label) for each in standing if each[1] < end and start < each[2]
            ]
            finding = (
                "unread"
                if reader is None
                else "exact"
                if (True, True) in met
                else "boundary"
                if (False, True) in met
                else "label"
                if (True, False) in met
                else "both"
                if met
                else "missed"
            )
            found["span", label, "", "", reader or "", finding, *shared] += 1
    return found


@contextmanager
def after(done: list[tuple[object, ...]]) -> Iterator[Database]:
    """Give a project file in which all this was done."""
    with TemporaryDirectory() as folder:
        database = Database.create(Path(folder) / "guerre.annot")
        database.executemany("INSERT INTO annotators (id, name) VALUES (?,?)", [(1, "Zoé"), (2, "Ali")])
        for article in ARTICLES:
            database.execute(
                "INSERT INTO articles (id, hash, title, source, length, imported_at) VALUES (?,?,'','',100,'')",
                (article, str(article)),
            )
        for deed in done:
            do(database, deed)
        yield database
        database.close()


@settings(max_examples=100, deadline=None)
@given(histories)
def test_what_is_kept_is_what_a_count_from_scratch_gives(done: list[tuple[object, ...]]) -> None:
    with after(done) as database:
        counting.refresh(database)
        for annotator in ANNOTATORS:
            kept: Counter[tuple[object, ...]] = Counter()
            for each in suggester_counts.totals(database, annotator):
                kept[each[:-2]] += each.n
            assert kept == from_scratch(database, annotator)
            for kind, n in kept.items():
                names = ("side", "label_id", "rule", "tier", "pipeline", "outcome", "finished", "week")
                wanted = {name: [value] for name, value in zip(names, kind, strict=True)}
                ids = suggester_counts.articles(database, annotator, wanted)
                assert len(ids) >= 1
                if kind[0] != "article":
                    places = list(suggester_counts.places(database, annotator, wanted, most=99))
                    assert len(places) == n
                    assert {each[0] for each in places} == set(ids)


@settings(max_examples=50, deadline=None)
@given(histories)
def test_decisions_are_those_that_the_overview_counts(done: list[tuple[object, ...]]) -> None:
    with after(done) as database:
        counting.refresh(database)
        standing = reports.count_suggestions(database)
        for annotator in ANNOTATORS:
            kept = suggester_counts.decisions(database, annotator, standing=standing)
            assert kept == reports.count_decisions(database, annotator)
            fewer = suggester_counts.decisions(database, annotator, standing=dict.fromkeys(standing, 0))
            assert all(n > 0 for n in fewer.values())
        database.close()


def test_a_place_is_found_wherever_in_a_long_article_it_lies(database: Database) -> None:
    database.execute("INSERT INTO annotators (id, name) VALUES (1, 'Zoé')")
    database.execute("INSERT INTO articles VALUES (1,'1','','',NULL,'{}',90000,'','rules 1',0,0,0,NULL)")
    suggest(database, 1, 0, 30, "leader")
    for start in range(100, 50_000, 50):
        suggest(database, 1, start, 5, "leader")
    database.execute(
        "INSERT INTO annotations (article_id, annotator_id, status, revision, changed_at) VALUES (1,1,'finished',1,'')"
    )
    for start, end in ((29, 31), (30, 40), (150, 155), (49_950, 49_956), (49_999, 50_001)):
        database.execute(
            'INSERT INTO spans (article_id, annotator_id, start, "end", label_id, origin) VALUES (1,1,?,?,?,?)',
            (start, end, "leader", "drawn"),
        )
    counting.refresh(database)
    wanted = {"side": ["span"], "label_id": ["leader"]}
    found = [(each[1], each[5]) for each in suggester_counts.places(database, 1, wanted, most=9)]
    assert found == [(29, "boundary"), (30, "missed"), (150, "exact"), (49_950, "boundary"), (49_999, "missed")]


@pytest.mark.parametrize(("day", "week"), [(DAYS[0], "2022-02-21"), (DAYS[1], "2022-02-21"), (DAYS[2], "2022-02-28")])
def test_a_week_begins_on_monday(database: Database, day: str, week: str) -> None:
    database.execute("INSERT INTO annotators (id, name) VALUES (1, 'Zoé')")
    database.execute("INSERT INTO articles VALUES (1,'1','','',NULL,'{}',90,'','rules 1',0,0,0,NULL)")
    database.execute(
        "INSERT INTO annotations (article_id, annotator_id, status, revision, changed_at) VALUES (1,1,'new',1,?)",
        (f"{day}T12:00:00.000+00:00",),
    )
    counting.refresh(database)
    assert [each.week for each in suggester_counts.totals(database, 1)] == [week]


def test_a_file_that_had_counted_already_is_counted_anew_with_what_was_added_to_its_kinds(tmp_path: Path) -> None:
    path = Path(shutil.copy(DATA / "schema-5.annot", tmp_path / "guerre.annot"))
    database = Database.open(path)
    assert counting.waiting(database, most=99) > 0
    counting.refresh(database)
    (ada,) = database.execute("SELECT id FROM annotators WHERE name = 'Ada'").fetchone()
    kept = Counter()
    for each in suggester_counts.totals(database, ada):
        kept[each.side] += each.n
    spans = database.execute("SELECT count(*) FROM spans WHERE annotator_id = ?", (ada,)).fetchone()[0]
    suggestions = database.execute("SELECT count(*) FROM suggestions WHERE article_id = 1").fetchone()[0]
    assert kept == {"span": spans, "suggestion": suggestions, "article": 1}
    assert counting.waiting(database, most=99) == 0
    database.close()
