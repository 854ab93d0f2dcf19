"""Counts that the project file keeps, so that statistics are there at once, brought up to date by annotation.

Triggers enter into `uncounted` every annotation that changes, and every article whose suggestions do. `refresh` takes
them from there, some at a time, and hands them to each of `_COUNTERS`, which takes back what they contributed when they
were counted last and adds what they contribute now. Both in one transaction, so that the kept counts are at any time
those of the annotations that are not in `uncounted`.

What was done on which day is not told by annotations but by the log: `annotator.store.days` reads on in it.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from annotator.store import consistency, content_counts, days, suggester_counts
from annotator.store.database import Database

_AT_ONCE = 3000
"""Annotations counted in one transaction: few enough that nobody else waits long for the file."""

_WORK_S, _REST_S = 0.2, 0.06
"""After how many seconds of counting others may write, and for how many they can begin to."""

_PAGES_IN_MEMORY = -65536
"""KiB of the file that SQLite holds while it counts much, as its sign says: the kept counts are written all over."""

_COUNTERS: tuple[Callable[[Database], None], ...] = (suggester_counts.count, content_counts.count, consistency.note)
"""Each brings its tables up to date for the annotations named in ``temp.recounted (article_id, annotator_id)``.

It runs inside a transaction. An annotation in the table may be one that is no longer there, or an annotator's that has
none of the article, where only suggestions changed.
"""


def waiting(database: Database, *, most: int = 1000) -> int:
    """Return how many annotations, articles and rows of the log are to be counted; ``most`` where there are more."""
    row = database.execute("SELECT count(*) FROM (SELECT 1 FROM uncounted LIMIT ?)", (most,)).fetchone()
    return min(most, int(row[0]) + days.waiting(database))


def refresh(database: Database, *, progress: Callable[[int, int], None] | None = None) -> None:
    """Bring every kept count up to date.

    Args:
        database: the project file, no transaction under way.
        progress: told how many of how many are counted; it may raise to stop, and what was counted stays counted.
    """
    log = days.waiting(database)
    total = int(database.execute("SELECT count(*) FROM uncounted").fetchone()[0]) + log
    done = 0
    held = database.execute("PRAGMA cache_size").fetchone()[0]
    if total > _AT_ONCE:
        database.execute(f"PRAGMA cache_size = {_PAGES_IN_MEMORY}")

    turns = _Turns()

    def tell(more: int) -> None:
        turns.offer()
        if progress is not None:
            progress(min(done + more, total), total)

    try:
        while total > log:
            with database.transaction():
                taken = _take(database)
                for count in _COUNTERS if taken else ():
                    count(database)
            done += taken
            tell(0)
            if taken < _AT_ONCE:
                break
        days.advance(database, progress=tell)
    finally:
        database.execute(f"PRAGMA cache_size = {held}")


class _Turns:
    """Lets others write between two transactions.

    SQLite has no queue for them: who waits looks again every few hundredths of a second, and would not meet the moment
    between two transactions that follow one another at once.
    """

    def __init__(self) -> None:
        self._since = time.monotonic()

    def offer(self) -> None:
        """Rest where it is time to; no transaction may be under way."""
        if time.monotonic() - self._since > _WORK_S:
            time.sleep(_REST_S)
            self._since = time.monotonic()


def _take(database: Database) -> int:
    """Move the next annotations from ``uncounted`` to ``temp.recounted``, and return how many rows left it."""
    database.execute(
        "CREATE TEMP TABLE IF NOT EXISTS recounted (article_id INTEGER NOT NULL, annotator_id INTEGER NOT NULL,"
        " PRIMARY KEY (article_id, annotator_id)) WITHOUT ROWID"
    )
    database.execute("DELETE FROM temp.recounted")
    rows = database.execute("SELECT article_id, annotator_id FROM uncounted LIMIT ?", (_AT_ONCE,)).fetchall()
    database.executemany("INSERT INTO temp.recounted VALUES (?, ?)", rows)
    database.executemany("DELETE FROM uncounted WHERE article_id = ? AND annotator_id = ?", rows)
    # Suggestions matter to everybody who has an annotation of the article.
    database.execute(
        "INSERT OR IGNORE INTO temp.recounted SELECT n.article_id, n.annotator_id FROM temp.recounted r"
        " CROSS JOIN annotations n ON n.article_id = r.article_id WHERE r.annotator_id = 0"
    )
    return len(rows)
