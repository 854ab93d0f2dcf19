"""A glance into a project file that is not open: how many articles it holds, without keeping or changing anything."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

from annotator.store.annotations import fold_name
from annotator.store.database import APPLICATION_ID

_SECONDS_TO_WAIT = 0.2
_TRASH_SINCE = 3
"""The version of the schema that brought the trash."""


class Glance(NamedTuple):
    """What a project holds.

    Attributes:
        articles: how many there are, without those in the annotator's trash.
        finished: how many of them the annotator finished.
    """

    articles: int
    finished: int


def glance(path: Path, annotator: str) -> Glance | None:
    """Count the articles of a project; None where that cannot be done at once, for whatever reason.

    The file is not brought up to date, nobody is kept waiting, and no lock outlives the call.

    Args:
        path: the project file.
        annotator: whose trash and finished articles count; the case of the name does not matter.
    """
    address = f"file:{quote(str(path.absolute()))}?mode=rw"
    try:
        with closing(sqlite3.connect(address, timeout=_SECONDS_TO_WAIT, uri=True)) as connection:
            connection.execute("PRAGMA query_only=ON")
            if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
                return None
            version = connection.execute("PRAGMA user_version").fetchone()[0]
            return _count(connection, annotator, trash=version >= _TRASH_SINCE)
    except (sqlite3.Error, UnicodeEncodeError):
        return None


def _count(connection: sqlite3.Connection, annotator: str, *, trash: bool) -> Glance:
    thrown = "trashed" if trash else "0"
    names = connection.execute("SELECT id, name FROM annotators")
    whose = next((id for id, name in names if fold_name(name) == fold_name(annotator)), None)
    finished, trashed = connection.execute(
        f"SELECT coalesce(sum(status = 'finished' AND NOT {thrown}), 0), coalesce(sum({thrown}), 0) FROM annotations"
        " WHERE annotator_id = ?",
        (whose,),
    ).fetchone()
    (articles,) = connection.execute("SELECT count(*) FROM articles").fetchone()
    return Glance(articles - trashed, finished)
