"""The project file as a database: opening, refusing what is not ours, transactions.

One connection belongs to one thread. Every write runs inside `Database.transaction`, which begins
``IMMEDIATE``: it waits its turn at the start and never fails half-way for a lock.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from annotator.core.errors import UserError
from annotator.store import migrations

APPLICATION_ID = 0x414E_4F54  # "ANOT", in the SQLite header; `file` and others may know us by it
BUSY_SECONDS = 15.0


class Database:
    """An open project file."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self._connection = connection

    @classmethod
    def create(cls, path: Path) -> Database:
        """Make a new, empty project file.

        Raises:
            UserError: there is a file of that name, or its folder cannot be written.
        """
        if path.exists():
            raise UserError(
                f"{path} exists already; open it, or choose another name.",
                f"{path} existe déjà ; ouvrez-le ou choisissez un autre nom.",
            )
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            connection = _connect(path)
            connection.execute("PRAGMA journal_mode=WAL")
        except (OSError, sqlite3.Error) as error:
            raise UserError(
                f"{path} cannot be created ({error}); choose a folder you may write to.",
                f"Impossible de créer {path} ({error}) ; choisissez un dossier accessible en écriture.",
            ) from error
        database = cls(path, connection)
        with database.transaction():
            connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
            database._migrate()
        return database

    @classmethod
    def open(cls, path: Path) -> Database:
        """Open a project file, bringing an older one up to date.

        Raises:
            UserError: there is no such file, it is not a project, or a newer version of the program made it.
        """
        if not path.is_file():
            raise UserError(f"there is no project file {path}.", f"Le fichier de projet {path} n'existe pas.")
        try:
            connection = _connect(path)
            application = connection.execute("PRAGMA application_id").fetchone()[0]
            version = connection.execute("PRAGMA user_version").fetchone()[0]
        except sqlite3.Error as error:
            raise _not_ours(path) from error
        if application != APPLICATION_ID:
            connection.close()
            raise _not_ours(path)
        if version > migrations.VERSION:
            connection.close()
            raise UserError(
                f"{path} was made by a newer version of the program (schema {version}, this one knows "
                f"{migrations.VERSION}); update the program to open it.",
                f"{path} a été créé par une version plus récente du logiciel (schéma {version}, celle-ci connaît "
                f"le {migrations.VERSION}) ; mettez le logiciel à jour pour l'ouvrir.",
            )
        database = cls(path, connection)
        if version < migrations.VERSION:
            with database.transaction():
                database._migrate()
        return database

    def _migrate(self) -> None:
        from sqlite_utils import Database as Tables

        migrations.apply(Tables(self._connection, execute_plugins=False))
        self._connection.execute(f"PRAGMA user_version={migrations.VERSION}")

    def tables(self) -> Any:
        """Return the file as a ``sqlite_utils.Database``, for bulk inserts and looking around."""
        from sqlite_utils import Database as Tables

        return Tables(self._connection, execute_plugins=False)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Run a block as one transaction: all of it is kept, or none.

        Raises:
            UserError: another process kept the file locked, or the disk is full or read-only.
        """
        try:
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
            except BaseException:
                self._connection.execute("ROLLBACK")
                raise
            self._connection.execute("COMMIT")
        except sqlite3.OperationalError as error:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")
            raise UserError(
                f"{self.path} could not be written ({error}); nothing was changed. Check the disk and other programs "
                "that use the file, then repeat the last action.",
                f"Impossible d'écrire dans {self.path} ({error}) ; rien n'a été modifié. Vérifiez le disque et les "
                "autres programmes qui utilisent le fichier, puis refaites la dernière action.",
            ) from error

    def execute(self, sql: str, parameters: Sequence[object] | dict[str, object] = ()) -> sqlite3.Cursor:
        """Run one statement and return its cursor; rows are tuples."""
        return self._connection.execute(sql, parameters)

    def executemany(self, sql: str, rows: Iterable[Sequence[object]]) -> sqlite3.Cursor:
        """Run one statement for each row."""
        return self._connection.executemany(sql, rows)

    def last_insert(self, cursor: sqlite3.Cursor) -> int:
        """Return the id of the row a cursor just inserted."""
        return int(cursor.lastrowid or 0)

    def close(self) -> None:
        """Close the file; SQLite folds its write-ahead log back in."""
        self._connection.close()


def _connect(path: Path) -> sqlite3.Connection:
    # isolation_level=None leaves transactions to us; Python would begin them deferred.
    connection = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)
    connection.execute("PRAGMA foreign_keys=ON")
    # A person's work must survive a power cut, not only a crash of the program.
    connection.execute("PRAGMA synchronous=FULL")
    return connection


def _not_ours(path: Path) -> UserError:
    return UserError(
        f"{path} is not an Annotator project; open a file that ends in .annot, or make one with “annotator new”.",
        f"{path} n'est pas un projet Annotator ; ouvrez un fichier .annot ou créez-en un (« annotator new »).",
    )
