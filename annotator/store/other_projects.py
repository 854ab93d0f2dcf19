"""Another project file, read as it is: neither brought up to date nor changed in any other way."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import quote

from annotator.core.errors import UserError
from annotator.core.text import OffsetMap
from annotator.store import migrations
from annotator.store.database import APPLICATION_ID

HEADER = b"SQLite format 3\x00"
_APPLICATION_AT = 68
_SECONDS_TO_WAIT = 5.0
_FLAGS_SINCE = 3
"""The version of the schema that brought flags, notes on articles and the trash."""


class OtherAnnotation(NamedTuple):
    """What one annotator made of an article.

    Attributes:
        annotator: the name.
        status: as the file has it.
        spans: ``(start, end, label id, note)`` in text order.
    """

    annotator: str
    status: str
    spans: list[tuple[int, int, str, str | None]]


class OtherArticle(NamedTuple):
    """An article of the other project, with everybody's work on it.

    Attributes:
        id: in that project.
        title: its title.
        source: where it came from.
        date: ISO 8601, where known.
        meta: as imported.
        text: the stored text.
        original: the text as it came, where it differed.
        offsets: the way between the two.
        annotations: of all who touched it.
    """

    id: int
    title: str
    source: str
    date: str | None
    meta: dict[str, Any]
    text: str
    original: str | None
    offsets: OffsetMap
    annotations: list[OtherAnnotation]


class LeftBehind(NamedTuple):
    """What a project holds that does not travel with its articles.

    Attributes:
        suggestions: how many suggestions nobody has decided on.
        remarks: how many annotations have a flag, a note on the article or lie in the trash.
    """

    suggestions: int
    remarks: int


def is_project(head: bytes) -> bool:
    """Tell by its first 100 bytes whether a file is a project."""
    signed = head[_APPLICATION_AT : _APPLICATION_AT + 4]
    return head.startswith(HEADER) and signed == APPLICATION_ID.to_bytes(4)


class OtherProject:
    """Another project, open for reading; `opened` opens it."""

    def __init__(self, connection: sqlite3.Connection, version: int) -> None:
        self._connection = connection
        self._flags = version >= _FLAGS_SINCE

    def count(self) -> int:
        """Return how many articles it has."""
        return int(self._connection.execute("SELECT count(*) FROM articles").fetchone()[0])

    def left_behind(self) -> LeftBehind:
        """Count what does not travel with the articles."""
        (suggestions,) = self._connection.execute(
            "SELECT count(*) FROM suggestions s WHERE s.active AND NOT EXISTS"
            " (SELECT 1 FROM decisions d WHERE d.suggestion_id = s.id AND d.decision <> 'pending')"
        ).fetchone()
        remarks = 0
        if self._flags:
            (remarks,) = self._connection.execute(
                "SELECT count(*) FROM annotations WHERE flagged OR trashed OR note IS NOT NULL"
            ).fetchone()
        return LeftBehind(suggestions, remarks)

    def articles(self) -> Iterator[OtherArticle]:
        """Read the articles one after the other, in the order of import."""
        rows = self._connection.execute(
            "SELECT a.id, a.title, a.source, a.date, a.meta, t.text, t.original, t.offsets"
            " FROM articles a JOIN texts t ON t.article_id = a.id ORDER BY a.id"
        )
        for id, title, source, date, meta, text, original, offsets in rows:
            way = OffsetMap() if offsets is None else OffsetMap.from_json(offsets)
            yield OtherArticle(id, title, source, date, json.loads(meta), text, original, way, self._annotations(id))

    def _annotations(self, article: int) -> list[OtherAnnotation]:
        rows = self._connection.execute(
            "SELECT n.annotator_id, r.name, n.status FROM annotations n JOIN annotators r ON r.id = n.annotator_id"
            " WHERE n.article_id = ? ORDER BY n.annotator_id",
            (article,),
        ).fetchall()
        return [
            OtherAnnotation(
                name,
                status,
                self._connection.execute(
                    'SELECT start, "end", label_id, note FROM spans WHERE article_id = ? AND annotator_id = ?'
                    " ORDER BY start",
                    (article, annotator),
                ).fetchall(),
            )
            for annotator, name, status in rows
        ]


@contextmanager
def opened(path: Path) -> Iterator[OtherProject]:
    """Open another project for reading.

    Raises:
        UserError: it is damaged, in use, or was made by a newer version of the program.
    """
    with connected(path) as (connection, version):
        try:
            yield OtherProject(connection, version)
        except (sqlite3.Error, ValueError, TypeError) as error:
            raise unreadable(error) from error


@contextmanager
def connected(path: Path) -> Iterator[tuple[sqlite3.Connection, int]]:
    """Connect to another project so that it cannot be changed, and tell the version of its schema.

    Raises:
        UserError: it is damaged, in use, or was made by a newer version of the program.
    """
    connection = None
    try:
        try:
            connection = _connect(path)
            application = connection.execute("PRAGMA application_id").fetchone()[0]
            version = int(connection.execute("PRAGMA user_version").fetchone()[0])
        except (sqlite3.Error, ValueError, TypeError) as error:
            raise unreadable(error) from error
        if application != APPLICATION_ID:
            raise UserError("it is not an Annotator project.", "ce n'est pas un projet Annotator.")
        if version > migrations.VERSION:
            raise UserError(
                f"it was made by a newer version of the program (schema {version}); update the program to read it.",
                f"il a été créé par une version plus récente du logiciel (schéma {version}) ; mettez le logiciel à "
                "jour pour le lire.",
            )
        yield connection, version
    finally:
        if connection is not None:
            connection.close()


def unreadable(error: Exception) -> UserError:
    """Return what to say of another project that cannot be read."""
    why = getattr(error, "sqlite_errorname", type(error).__name__)
    return UserError(
        f"it cannot be read as a project ({why}: {error}); try “annotator check”, or open a backup copy.",
        f"il ne se lit pas comme un projet ({why} : {error}) ; essayez « annotator check », ou une copie de "
        "sauvegarde.",
    )


def _connect(path: Path) -> sqlite3.Connection:
    """Open the file so that nothing can be written; without a lock where its folder cannot be written to."""
    address = f"file:{quote(str(path.absolute()))}"
    try:
        # Not mode=ro: such a connection leaves files beside the project behind.
        return _open(f"{address}?mode=rw")
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF not in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY):
            raise
        return _open(f"{address}?mode=ro&immutable=1")


def _open(address: str) -> sqlite3.Connection:
    connection = sqlite3.connect(address, timeout=_SECONDS_TO_WAIT, uri=True)
    try:
        connection.execute("PRAGMA query_only=ON")
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite3.Error:
        connection.close()
        raise
    return connection
