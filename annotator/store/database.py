"""The project file as a database: opening, refusing what is not ours, transactions.

One connection belongs to one thread. Every write runs inside `Database.transaction`, which begins
``IMMEDIATE``: it waits its turn at the start and never fails half-way for a lock.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from annotator.core.causes import cause_of
from annotator.core.errors import UserError
from annotator.core.wording import Wording
from annotator.store import migrations

APPLICATION_ID = 0x414E_4F54  # "ANOT", in the SQLite header; `file` and others may know us by it
BUSY_SECONDS = 15.0
MAX_INTEGER = 2**63 - 1  # the greatest SQLite can hold: where a run of text has no end


class Database:
    """An open project file."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self._connection = connection
        self._attached = True  # false while the file could not be opened again, see `_stay_attached`
        self._opened = 1  # how often
        self._log = _log_id(path)  # which write-ahead log the connection holds, see `_stay_attached`

    @classmethod
    def create(cls, path: Path) -> Database:
        """Make a new, empty project file.

        Raises:
            UserError: there is a file of that name, or its folder cannot be written.
        """
        try:
            if path.exists():
                raise UserError(
                    f"{path} exists already; open it, or choose another name.",
                    f"{path} existe déjà ; ouvrez-le ou choisissez un autre nom.",
                )
            path.parent.mkdir(parents=True, exist_ok=True)
            connection = _connect(path)
        except (OSError, sqlite3.Error) as error:
            why = why_refused(error)
            raise UserError(
                f"{path} cannot be created ({why.en}); choose a folder you may write to.",
                f"Impossible de créer {path} ({why.fr}) ; choisissez un dossier accessible en écriture.",
            ) from error
        database = cls(path, connection)
        try:
            database.execute("PRAGMA journal_mode=WAL")
            with database.transaction():
                connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
                database._migrate()
        except BaseException:
            database.close()
            path.unlink(missing_ok=True)  # half a project would be refused as a file that is none of ours
            raise
        database._log = _log_id(path)
        return database

    @classmethod
    def open(cls, path: Path) -> Database:
        """Open a project file, bringing an older one up to date.

        Raises:
            UserError: there is no such file, it is not a project, it cannot be read, or a newer version of the
                program made it.
        """
        try:
            if path.is_dir():
                raise UserError(
                    f"{path} is a folder; open a project file, which ends in .annot.",
                    f"{path} est un dossier ; ouvrez un fichier de projet, qui se termine par .annot.",
                )
            if not path.is_file():
                raise UserError(f"there is no project file {path}.", f"Le fichier de projet {path} n'existe pas.")
            connection = _connect(path)
        except (OSError, sqlite3.Error) as error:
            raise _refusal(path, error) from error
        database = cls(path, connection)
        try:
            database._take_up()
        except BaseException:
            database.close()
            raise
        return database

    def _take_up(self) -> None:
        """Refuse a file that is not ours or newer than the program, and migrate one that is older."""
        try:
            application = self._connection.execute("PRAGMA application_id").fetchone()[0]
            version = self._connection.execute("PRAGMA user_version").fetchone()[0]
        except sqlite3.Error as error:
            raise _refusal(self.path, error) from error
        if application != APPLICATION_ID:
            raise _not_ours(self.path)
        if version > migrations.VERSION:
            raise UserError(
                f"{self.path} was made by a newer version of the program (schema {version}, this one knows "
                f"{migrations.VERSION}); update the program to open it.",
                f"{self.path} a été créé par une version plus récente du logiciel (schéma {version}, celle-ci connaît "
                f"le {migrations.VERSION}) ; mettez le logiciel à jour pour l'ouvrir.",
            )
        with suppress(sqlite3.OperationalError):  # a copy may have come out of it; one we may only read stays so
            self._connection.execute("PRAGMA journal_mode=WAL")
        self._log = _log_id(self.path)
        if version < migrations.VERSION:
            with self.transaction():
                self._migrate()

    def _migrate(self) -> None:
        from sqlite_utils import Database as Tables

        migrations.apply(Tables(self._connection, execute_plugins=False))
        self._connection.execute(f"PRAGMA user_version={migrations.VERSION}")

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Run a block as one transaction: all of it is kept, or none. Transactions do not nest.

        Raises:
            UserError: another process kept the file locked, or the disk is full or read-only.
        """
        if self._attached and self._connection.in_transaction:
            raise RuntimeError("a transaction is under way on this connection already")
        self.execute("BEGIN IMMEDIATE")
        try:
            yield
            self.execute("COMMIT")
        except BaseException:
            if self._connection.in_transaction:  # SQLite itself rolls back after some errors
                self._connection.execute("ROLLBACK")
            raise

    @property
    def in_transaction(self) -> bool:
        """Whether a transaction is under way on this connection, for which others may have to wait."""
        return self._attached and self._connection.in_transaction

    @contextmanager
    def together(self) -> Iterator[None]:
        """Run statements on temporary tables as one, which is much faster; the project file stays free for others."""
        self.execute("BEGIN")
        try:
            yield
            self.execute("COMMIT")
        except BaseException:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")
            raise

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Let a block read the file as it is at its first reading, whatever others write meanwhile; nobody waits."""
        self.execute("BEGIN")
        try:
            yield
        finally:
            self._connection.execute("ROLLBACK")

    def execute(self, sql: str, parameters: Sequence[object] | dict[str, object] = ()) -> sqlite3.Cursor:
        """Run one statement and return its cursor; rows are tuples.

        Raises:
            UserError: the file is locked, damaged or out of reach, or the disk is full or read-only.
        """
        if not self._attached or not self._connection.in_transaction:
            self._stay_attached()
        try:
            return self._connection.execute(sql, parameters)
        except sqlite3.Error as error:
            self._explain(error)
            raise

    def executemany(self, sql: str, rows: Iterable[Sequence[object]]) -> sqlite3.Cursor:
        """Run one statement for each row.

        Raises:
            UserError: as `execute` does.
        """
        try:
            return self._connection.executemany(sql, rows)
        except sqlite3.Error as error:
            self._explain(error)
            raise

    def _explain(self, error: sqlite3.Error) -> None:
        """Raise `UserError` where the world is at fault, and return where the program is."""
        code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF  # the rest says more, to programs
        if code in _CAUSES:
            why = why_refused(error)
            raise UserError(
                f"{self.path} could not be used ({why.en}); nothing was changed. Check the disk and other programs "
                "that use the file, then repeat the last action.",
                f"Impossible d'utiliser {self.path} ({why.fr}) ; rien n'a été modifié. Vérifiez le disque et les "
                "autres programmes qui utilisent le fichier, puis refaites la dernière action.",
            ) from error

    def _stay_attached(self) -> None:
        """Open the file again where its write-ahead log is no longer the one this connection holds.

        POSIX drops every lock a process has on a file when it closes any handle of that file. So a file dialog that
        looks into files to name their kind takes SQLite's locks away, and the next process to leave deletes the log
        under us: we would read what was, and write where nobody looks. (sqlite.org/howtocorrupt.html, 2.2)
        """
        try:
            if self._attached and _log_id(self.path) == self._log:
                return
            if not self.path.is_file():  # a folder that is renamed, a disk that is pulled out: both may come back
                raise UserError(
                    f"{self.path} is no longer there; bring the file back to its place, then repeat the last action.",
                    f"{self.path} n'est plus là ; remettez le fichier à sa place, puis refaites la dernière action.",
                )
            self._attached = False
            self._connection.close()
            self._connection = _connect(self.path)
            self._opened += 1
            application = self._connection.execute("PRAGMA application_id").fetchone()[0]
            self._connection.execute("SELECT 1 FROM sqlite_master").fetchall()
        except (OSError, sqlite3.Error) as error:
            raise _refusal(self.path, error) from error
        if application != APPLICATION_ID:
            raise _not_ours(self.path)
        self._attached = True
        self._log = _log_id(self.path)

    def stamp(self) -> tuple[int, int, int]:
        """Return what is another value once anything in the file may have changed since.

        The first number tells what this connection changed, the others what anybody else did.
        """
        (others,) = self.execute("PRAGMA data_version").fetchone()
        return self._connection.total_changes, int(others), self._opened

    def last_insert(self, cursor: sqlite3.Cursor) -> int:
        """Return the id of the row a cursor just inserted."""
        return int(cursor.lastrowid or 0)

    def close(self) -> None:
        """Close the file; SQLite folds its write-ahead log back in."""
        self._connection.close()


def _log_id(path: Path) -> int | None:
    """Return what tells the write-ahead log beside a project file from any other, or None where there is none."""
    try:
        return Path(f"{path}-wal").stat().st_ino
    except FileNotFoundError:
        return None


def _connect(path: Path) -> sqlite3.Connection:
    # isolation_level=None leaves transactions to us; Python would begin them deferred.
    connection = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)
    try:
        connection.execute("PRAGMA foreign_keys=ON")
        # A person's work must survive a power cut, not only a crash of the program.
        connection.execute("PRAGMA synchronous=FULL")
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def _refusal(path: Path, error: OSError | sqlite3.Error) -> UserError:
    """Return what to say of a file that cannot be opened."""
    match getattr(error, "sqlite_errorcode", None):
        case sqlite3.SQLITE_NOTADB:
            return _not_ours(path)
        case sqlite3.SQLITE_CORRUPT:
            return UserError(
                f"{path} is damaged; open a backup copy of it.",
                f"{path} est endommagé ; ouvrez-en une copie de sauvegarde.",
            )
    why = why_refused(error)
    return UserError(
        f"{path} cannot be opened ({why.en}); check that you may read and write it and its folder.",
        f"Impossible d'ouvrir {path} ({why.fr}) ; vérifiez que vous pouvez le lire et l'écrire, ainsi que son dossier.",
    )


# What the disk, the system or other programs do to us; everything else SQLite reports is a bug.
_CAUSES = {
    sqlite3.SQLITE_PERM: Wording("permission denied", "droits insuffisants"),
    sqlite3.SQLITE_BUSY: Wording("another program is using it", "un autre programme l'utilise"),
    sqlite3.SQLITE_NOMEM: Wording("there is not enough memory", "la mémoire ne suffit pas"),
    sqlite3.SQLITE_READONLY: Wording("it is read-only", "il est en lecture seule"),
    sqlite3.SQLITE_IOERR: Wording("the disk cannot be read or written", "le disque ne répond pas correctement"),
    sqlite3.SQLITE_CORRUPT: Wording("the file is damaged", "le fichier est endommagé"),
    sqlite3.SQLITE_FULL: Wording("the disk is full", "le disque est plein"),
    sqlite3.SQLITE_CANTOPEN: Wording("it cannot be opened", "il ne s'ouvre pas"),
    sqlite3.SQLITE_PROTOCOL: Wording("another program holds its locks", "un autre programme tient ses verrous"),
    sqlite3.SQLITE_NOTADB: Wording("it is not a project any more", "ce n'est plus un projet"),
}


def why_refused(error: OSError | sqlite3.Error) -> Wording:
    """Return in a few words what the system or SQLite says is the matter."""
    if isinstance(error, OSError):
        return cause_of(error)
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
    return _CAUSES.get(code) or Wording(str(error), f"SQLite : {error}")


def _not_ours(path: Path) -> UserError:
    return UserError(
        f"{path} is not an Annotator project; open a file that ends in .annot, or make a new project.",
        f"{path} n'est pas un projet Annotator ; ouvrez un fichier .annot ou créez un nouveau projet.",
    )
