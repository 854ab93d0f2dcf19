"""Results that take long to find, kept in the project with a fingerprint of what they were found from."""

from __future__ import annotations

import json
from collections.abc import Collection
from typing import Any, NamedTuple

from annotator.core.annotation import Status
from annotator.store.database import Database


class KeptResult(NamedTuple):
    """A result as it was found last.

    Attributes:
        fingerprint: of what it was found from.
        at: when, ISO 8601.
        value: the result, in JSON.
    """

    fingerprint: str
    at: str
    value: Any


def kept(database: Database, name: str) -> KeptResult | None:
    """Return the result of that name, or None."""
    row = database.execute("SELECT fingerprint, at, value FROM kept_results WHERE name = ?", (name,)).fetchone()
    return None if row is None else KeptResult(row[0], row[1], json.loads(row[2]))


def keep(database: Database, name: str, fingerprint: str, value: Any, *, at: str, most: int) -> None:
    """Keep a result in the place of the one of that name, if any.

    Args:
        database: the project file, no transaction under way.
        name: what was asked; all that begin with the same word are of one kind.
        fingerprint: of what it was found from.
        value: the result, as JSON can say it.
        at: when, ISO 8601.
        most: how many of its kind are kept; the oldest go.
    """
    kind = name.split(" ", 1)[0]
    with database.transaction():
        database.execute(
            "INSERT INTO kept_results VALUES (?, ?, ?, ?) ON CONFLICT (name) DO UPDATE"
            " SET fingerprint = excluded.fingerprint, at = excluded.at, value = excluded.value",
            (name, fingerprint, at, json.dumps(value, ensure_ascii=False)),
        )
        database.execute(
            "DELETE FROM kept_results WHERE name GLOB ? || ' *' AND name NOT IN"
            " (SELECT name FROM kept_results WHERE name GLOB ? || ' *' ORDER BY at DESC LIMIT ?)",
            (kind, kind, most),
        )


def fingerprint(database: Database, statuses: Collection[Status]) -> str:
    """Return a text that is another one when annotations in some statuses have changed, or the tokens of all.

    It is made of counts and sums over the annotations, some tens of milliseconds for 200,000 of them.
    """
    values = [status.value for status in statuses]
    places = ", ".join("?" * len(values))
    sums = database.execute(
        "SELECT count(*), total(revision), total((article_id % 9973 + 1) * (revision + 1) * annotator_id)"
        f" FROM annotations WHERE status IN ({places}) AND NOT trashed",
        values,
    ).fetchone()
    articles = database.execute("SELECT count(*), max(id) FROM articles").fetchone()
    splits = database.execute("SELECT form FROM splits ORDER BY form").fetchall()
    return json.dumps([*sums, *articles, [form for (form,) in splits]], ensure_ascii=False)
