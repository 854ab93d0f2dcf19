"""What is kept of the days is held against a count from scratch in plain Python, over logs of every kind."""

from __future__ import annotations

import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.core.annotation import Origin, Span, Status
from annotator.core.edits import Change, FlagChange, SpanChange, StatusChange, changes_from_json, changes_to_json
from annotator.store import counting, days
from annotator.store.database import Database
from annotator.store.days import DayCounts

ANNOTATORS, ARTICLES = (1, 2, 3), (1, 2)
START = datetime(2022, 2, 26, 23, 50, tzinfo=UTC)


def span_changes() -> st.SearchStrategy[SpanChange]:
    spans = st.builds(
        Span, st.just(1), st.just(0), st.just(4), st.sampled_from(["leader", "sum"]), st.just(Origin.DRAWN)
    )
    return st.builds(SpanChange, st.none() | spans, spans) | st.builds(SpanChange, spans, st.none())


some_changes = st.lists(
    span_changes()
    | st.builds(StatusChange, st.sampled_from(Status), st.sampled_from(Status))
    | st.just(FlagChange(False, True)),
    max_size=3,
).map(tuple)

# Each deed is what the rest of the program may do to the logs, as bare statements.
rows = st.tuples(
    st.sampled_from(["edits", "edits", "merged_edits"]),
    st.sampled_from([0, 1, 60, 119.999, 120, 120.001, 400, 40_000, -30]),
    st.sampled_from(ANNOTATORS),
    st.sampled_from([None, None, 1, 2]),
    st.sampled_from(ARTICLES),
    st.sampled_from(
        [("draw", "edit"), ("draw", "undo"), ("status", "redo"), ("import", "import"), ("merge", "import")]
    ),
    some_changes,
)
deeds = st.lists(rows | st.sampled_from(["read", "read", "undo import", "undo merge"]), max_size=30)


class Row(NamedTuple):
    id: int
    at: str
    annotator: int
    by: int
    article: int
    verb: str
    kind: str
    changes: str


def write(
    database: Database, clock: datetime, row: tuple[str, float, int, int | None, int, tuple[str, str], object]
) -> None:
    table, _, annotator, by, article, (verb, kind), changes = row
    assert isinstance(changes, tuple)
    more = {"edits": ("step, state", "1, 'done'"), "merged_edits": ("import_id, ordinal", "1, 0")}[table]
    database.execute(
        f"INSERT INTO {table} (at, annotator_id, by_id, article_id, verb, kind, changes, {more[0]})"
        f" VALUES (?,?,?,?,?,?,?, {more[1]})",
        (clock.isoformat(timespec="milliseconds"), annotator, by, article, verb, kind, changes_to_json(changes)),
    )


def from_scratch(database: Database) -> dict[int, list[DayCounts]]:
    """Count by the values of edits, a row at a time."""
    spans: defaultdict[tuple[int, str, int], Counter[str]] = defaultdict(Counter)
    brought: defaultdict[tuple[int, str, int], Counter[str]] = defaultdict(Counter)
    statuses: defaultdict[tuple[int, str, int], Counter[str]] = defaultdict(Counter)
    finished: defaultdict[tuple[int, str, int], Counter[int]] = defaultdict(Counter)
    done: Counter[tuple[int, str, int]] = Counter()
    active: Counter[tuple[int, str, int]] = Counter()
    for table in ("edits", "merged_edits"):
        last: dict[int, datetime] = {}
        for row in database.execute(
            "SELECT id, at, annotator_id, coalesce(by_id, annotator_id), article_id, verb, kind, changes"
            f" FROM {table} WHERE verb <> 'merge' ORDER BY id"
        ):
            each = Row(*row)
            at = datetime.fromisoformat(each.at).astimezone()
            key = (each.annotator, at.date().isoformat(), each.by)
            if each.kind != "import":
                done[key] += 1
                gap = at - last.get(each.by, at)
                if timedelta() <= gap <= timedelta(minutes=2):
                    active[key] += round(gap.total_seconds() * 1000)
                last[each.by] = at
            for change in changes_from_json(each.changes):
                if isinstance(change, SpanChange):
                    into = brought if each.kind == "import" else spans
                    into[key].update([change.after.label] if change.after else [])
                    into[key].subtract([change.before.label] if change.before else [])
                if isinstance(change, StatusChange):
                    statuses[key].update([change.after.value])
                    statuses[key].subtract([change.before.value])
                    if each.kind != "import":
                        step = (change.after is Status.FINISHED) - (change.before is Status.FINISHED)
                        finished[key][each.article] += step
    found: dict[int, list[DayCounts]] = {}
    for key in sorted({*spans, *brought, *statuses, *done}):
        annotator, day, by = key
        net = finished[key].values()
        counts = DayCounts(
            day,
            by,
            sum(each > 0 for each in net),
            sum(each < 0 for each in net),
            *({what: n for what, n in each[key].items() if n} for each in (spans, brought, statuses)),
            done[key],
            active[key],
        )
        found.setdefault(annotator, []).append(counts)
    return found


def kept(database: Database) -> dict[int, list[DayCounts]]:
    """Return what is kept, but for days on which nothing is left of what was done."""
    return {who: found for who in ANNOTATORS if (found := told(days.counted(database, who)))}


def told(counts: list[DayCounts]) -> list[DayCounts]:
    return [each for each in counts if any(each[2:])]


@pytest.fixture
def project(database: Database) -> Database:
    fill(database)
    return database


def fill(database: Database) -> None:
    for who in ANNOTATORS:
        database.execute("INSERT INTO annotators (id, name) VALUES (?, ?)", (who, f"A{who}"))
    database.execute(
        "INSERT INTO imports (id, at, sources, options, report, state, last_edit, last_article, labels, annotators,"
        " kind) VALUES (1, '2022', '[]', '{}', '{}', 'done', 0, 0, '[]', '[]', 'merge')"
    )
    for article in ARTICLES:
        database.execute(
            "INSERT INTO articles (id, hash, title, source, length, imported_at) VALUES (?, ?, '', '', 9, '2022')",
            (article, str(article)),
        )


@settings(max_examples=60, deadline=None)
@given(deeds)
def test_reading_on_is_reading_all_of_the_log(done: list[object]) -> None:
    with TemporaryDirectory() as folder:
        database = Database.create(Path(folder) / "news.annot")
        try:
            fill(database)
            clock = START
            for each in done:
                if each == "read":
                    counting.refresh(database)
                elif each == "undo import":
                    database.execute("DELETE FROM edits WHERE kind = 'import'")
                elif each == "undo merge":
                    database.execute("DELETE FROM merged_edits")
                else:
                    assert isinstance(each, tuple)
                    clock += timedelta(seconds=each[1])
                    write(database, clock, each)
            counting.refresh(database)
            assert counting.waiting(database) == 0
            expected = {who: found for who, some in from_scratch(database).items() if (found := told(some))}
            assert kept(database) == expected
        finally:
            database.close()


def status(article: int, before: Status, after: Status, *, at: str) -> tuple[str, int, str, tuple[Change, ...]]:
    return at, article, "edit", (StatusChange(before, after),)


def log(database: Database, *rows: tuple[str, int, str, tuple[Change, ...]]) -> None:
    for at, article, kind, changes in rows:
        when = datetime.fromisoformat(at).astimezone()
        write(database, when.astimezone(UTC), ("edits", 0, 1, None, article, ("status", kind), changes))


def test_what_is_undone_counts_back_on_the_day_of_the_undoing(project: Database) -> None:
    new, over = Status.NEW, Status.FINISHED
    log(
        project,
        status(1, new, over, at="2022-02-24T10:00"),
        status(2, new, over, at="2022-02-24T10:01"),
        ("2022-02-25T09:00", 2, "undo", (StatusChange(over, new),)),
    )
    counting.refresh(project)
    assert [(each.day, each.finished, each.reopened) for each in days.counted(project, 1)] == [
        ("2022-02-24", 2, 0),
        ("2022-02-25", 0, 1),
    ]
    assert days.finished(project, 1, first="2022-02-24", last="2022-02-24") == [1, 2]
    assert days.finished(project, 1, first="2022-02-24", last="2022-02-25") == [1]
    assert days.finished(project, 2, first="2022-02-24", last="2022-02-25") == []


@pytest.fixture
def zone(monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    yield monkeypatch
    monkeypatch.undo()
    time.tzset()


def test_days_are_those_of_the_machine_and_are_counted_anew_in_another_zone(
    project: Database, zone: pytest.MonkeyPatch
) -> None:
    def days_in(name: str) -> list[str]:
        zone.setenv("TZ", name)
        time.tzset()
        counting.refresh(project)
        return [each.day for each in days.counted(project, 1)]

    late = datetime(2022, 2, 24, 23, 30, tzinfo=UTC)
    write(project, late, ("edits", 0, 1, None, 1, ("draw", "edit"), ()))
    assert days_in("UTC") == ["2022-02-24"]
    assert days_in("Europe/Paris") == ["2022-02-25"]
    assert days_in("America/New_York") == ["2022-02-24"]


def test_what_was_counted_before_a_stop_stays_counted(project: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(days, "_AT_ONCE", 3)
    for minute in range(10):
        write(project, START + timedelta(minutes=minute), ("edits", 0, 1, None, 1, ("draw", "edit"), ()))

    def stop(_rows: int) -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        days.advance(project, progress=stop)
    assert days.waiting(project) == 7
    told: list[int] = []
    days.advance(project, progress=told.append)
    assert told == [3, 6, 7]
    assert sum(each.deeds for each in days.counted(project, 1)) == 10
    assert sum(each.active for each in days.counted(project, 1)) == 9 * 60_000
