"""Articles given out to be worked on in copies of the project: who has what, and how such a copy is made."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Collection, Iterable
from contextlib import closing, suppress
from pathlib import Path

from annotator.core.errors import UserError
from annotator.store.database import Database, why_refused

_FOR = "shared_with"
"""Name of the setting that says whom a copy was made for."""


def assignments(database: Database) -> dict[int, list[int]]:
    """Return to whom articles were given, by article."""
    found: dict[int, list[int]] = {}
    for article, annotator in database.execute(
        "SELECT article_id, annotator_id FROM assignments ORDER BY article_id, annotator_id"
    ):
        found.setdefault(article, []).append(annotator)
    return found


def assign(database: Database, given: Iterable[tuple[int, int]], *, at: str) -> None:
    """Remember that articles were given to annotators; call it inside a transaction."""
    database.executemany(
        "INSERT INTO assignments (article_id, annotator_id, at) VALUES (?,?,?) ON CONFLICT DO NOTHING",
        [(article, annotator, at) for article, annotator in given],
    )


def take_back(database: Database, articles: Iterable[int]) -> None:
    """Forget to whom articles were given; call it inside a transaction."""
    database.executemany("DELETE FROM assignments WHERE article_id = ?", [(article,) for article in articles])


def remove_annotators(database: Database, ids: Iterable[int]) -> None:
    """Take annotators out who have done nothing; call it inside a transaction."""
    for id in ids:
        with suppress(sqlite3.IntegrityError):  # somebody has worked under that name meanwhile
            database.execute("DELETE FROM annotators WHERE id = ?", (id,))


def hashes_and_lengths(database: Database, articles: Iterable[int]) -> dict[int, tuple[str, int]]:
    """Return the hash of each text and how many code points it has, by article."""
    rows = database.execute(
        "SELECT id, hash, length FROM articles WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(articles)),),
    ).fetchall()
    return {id: (hash, length) for id, hash, length in rows}


def shared_with(database: Database) -> str | None:
    """Return the name of the annotator that a copy was made for; None where it is no such copy."""
    row = database.execute("SELECT value FROM settings WHERE name = ?", (_FOR,)).fetchone()
    return None if row is None else str(json.loads(row[0]))


def share_with(database: Database, name: str) -> None:
    """Note whom a copy is for; call it inside a transaction."""
    database.execute(_SHARED_WITH, (_FOR, _name_to_json(name)))


def write_copy(
    database: Database,
    path: Path,
    *,
    articles: Collection[int],
    annotator: int,
    name: str,
    progress: Callable[[], None] = lambda: None,
) -> None:
    """Make a copy of the project with some articles and one annotator's work in them.

    Labels, guidelines, lexicon, splits and suggestions are in it, and all ids are as they are here.

    Args:
        database: the project file.
        path: the file to be made; there must be none.
        articles: ids of the articles that stay.
        annotator: whose work stays.
        name: the annotator's name.
        progress: called now and then; it may raise to stop.

    Raises:
        UserError: the copy cannot be written.
    """
    try:
        _write_copy(database, path, articles=articles, annotator=annotator, name=name, progress=progress)
    except (UserError, sqlite3.Error) as error:
        refused = error.__cause__ if isinstance(error, UserError) else error
        if not isinstance(refused, sqlite3.Error):
            raise
        why = why_refused(refused)
        raise UserError(
            f"{path} could not be written ({why.en}); nothing was shared. Check the disk, or choose another folder.",
            f"{path} n'a pas pu être écrit ({why.fr}) ; rien n'a été partagé. Vérifiez le disque, ou choisissez un "
            "autre dossier.",
        ) from error


def _write_copy(
    database: Database,
    path: Path,
    *,
    articles: Collection[int],
    annotator: int,
    name: str,
    progress: Callable[[], None],
) -> None:
    database.execute("VACUUM INTO ?", (str(path),))
    progress()
    with closing(sqlite3.connect(path, isolation_level=None)) as copy:
        copy.execute("PRAGMA foreign_keys=ON")
        copy.execute("BEGIN")
        copy.execute("CREATE TEMP TABLE stays (id INTEGER PRIMARY KEY)")
        copy.executemany("INSERT INTO temp.stays VALUES (?)", [(id,) for id in articles])
        for statement in _LEAVES:
            copy.execute(statement, {"who": annotator})
            progress()
        for (id,) in copy.execute("SELECT id FROM annotators WHERE id <> ?", (annotator,)).fetchall():
            with suppress(sqlite3.IntegrityError):  # who did something to what stays is named in it
                copy.execute("DELETE FROM annotators WHERE id = ?", (id,))
        copy.execute(_SHARED_WITH, (_FOR, _name_to_json(name)))
        copy.execute("COMMIT")
        copy.execute("VACUUM")


def _name_to_json(name: str) -> str:
    return json.dumps(name, ensure_ascii=False)


_SHARED_WITH = "INSERT INTO settings (name, value) VALUES (?,?) ON CONFLICT (name) DO UPDATE SET value = excluded.value"

# In this order, so that nothing refers to what has gone. What hangs on articles alone goes with them.
_LEAVES = (
    "DELETE FROM decisions WHERE annotator_id <> :who",
    "DELETE FROM spans WHERE annotator_id <> :who OR article_id NOT IN (SELECT id FROM temp.stays)",
    "DELETE FROM annotations WHERE annotator_id <> :who",
    "DELETE FROM edits WHERE annotator_id <> :who",
    "DELETE FROM merged_edits WHERE annotator_id <> :who",
    "DELETE FROM assignments WHERE annotator_id <> :who",
    "DELETE FROM articles WHERE id NOT IN (SELECT id FROM temp.stays)",
)
