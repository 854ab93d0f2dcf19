from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from annotator.core.errors import UserError
from annotator.store import database as stored_database
from annotator.store import migrations
from annotator.store.database import Database


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "guerre.annot"


@pytest.fixture
def database(path: Path) -> Iterator[Database]:
    opened = Database.create(path)
    yield opened
    opened.close()


def _names(database: Database) -> list[str]:
    return [name for (name,) in database.execute("SELECT name FROM annotators ORDER BY name")]


def _add(database: Database, name: str) -> None:
    database.execute("INSERT INTO annotators (name) VALUES (?)", (name,))


def test_a_new_file_says_what_it_is(database: Database, path: Path) -> None:
    database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    assert path.read_bytes()[68:72] == b"ANOT"
    pragmas = ("user_version", "journal_mode", "synchronous", "foreign_keys", "integrity_check")
    values = [database.execute(f"PRAGMA {pragma}").fetchone()[0] for pragma in pragmas]
    assert values == [migrations.VERSION, "wal", 2, 1, "ok"]
    assert database.execute("SELECT count(*) FROM labels").fetchone()[0] == 5


def test_closing_leaves_one_file(path: Path) -> None:
    Database.create(path).close()
    Database.open(path).close()
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_a_file_in_the_way_is_not_overwritten(path: Path) -> None:
    path.write_text("mes notes")
    with pytest.raises(UserError, match="exists already"):
        Database.create(path)
    assert path.read_text() == "mes notes"


def test_missing_folders_are_made_and_impossible_ones_named(tmp_path: Path) -> None:
    Database.create(tmp_path / "a" / "b" / "c.annot").close()
    (tmp_path / "file").touch()
    for impossible in (tmp_path / "file" / "c.annot", tmp_path / ("x" * 300 + ".annot")):
        with pytest.raises(UserError, match="cannot be created"):
            Database.create(impossible)


def test_a_project_that_could_not_be_made_leaves_nothing(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: object) -> None:
        raise sqlite3.OperationalError("no")

    monkeypatch.setattr(migrations, "STEPS", (*migrations.STEPS, fail))
    with pytest.raises(sqlite3.OperationalError):
        Database.create(path)
    assert list(path.parent.iterdir()) == []


@pytest.mark.parametrize(
    "content", [b"", b"Kyiv, le 24 f\xc3\xa9vrier", b"SQLite format 3\0 but no more", b"\0" * 5000]
)
def test_a_file_that_is_no_project_is_refused_and_left_alone(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    with pytest.raises(UserError, match="is not an Annotator project"):
        Database.open(path)
    assert path.read_bytes() == content
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_another_programs_database_is_refused(path: Path) -> None:
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE notes (text)")
    other.close()
    with pytest.raises(UserError, match="is not an Annotator project"):
        Database.open(path)


def test_a_missing_file_and_a_folder_are_named_as_such(path: Path) -> None:
    with pytest.raises(UserError, match="there is no project file"):
        Database.open(path)
    path.mkdir()
    with pytest.raises(UserError, match="is a folder"):
        Database.open(path)
    with pytest.raises(UserError, match="cannot be opened"):
        Database.open(path / ("x" * 300))


def test_a_newer_file_is_refused_and_left_alone(path: Path) -> None:
    database = Database.create(path)
    database.execute(f"PRAGMA user_version={migrations.VERSION + 1}")
    database.close()
    before = path.read_bytes()
    with pytest.raises(UserError, match=f"newer version of the program .schema {migrations.VERSION + 1}") as refused:
        Database.open(path)
    assert "plus récente" in refused.value.wording.fr
    assert path.read_bytes() == before


def test_a_damaged_file_is_said_to_be_damaged(path: Path) -> None:
    database = Database.create(path)
    with database.transaction():
        for number in range(2000):
            _add(database, f"annotatrice {number}")
    database.close()
    content = bytearray(path.read_bytes())
    for page in range(len(content) // 4096 - 10, len(content) // 4096):
        content[4096 * page : 4096 * (page + 1)] = b"\xaa" * 4096
    path.write_bytes(content)
    damaged = Database.open(path)
    with pytest.raises(UserError, match=r"could not be used \(the file is damaged\)"):
        damaged.execute("SELECT sum(length(name)) FROM annotators")
    damaged.close()
    content[4096:] = b"\xaa" * (len(content) - 4096)
    path.write_bytes(content)
    with pytest.raises(UserError, match=r"is damaged; open a backup copy"):
        Database.open(path)


@pytest.mark.skipif(not hasattr(os, "seteuid"), reason="this system has no users to become")
def test_what_may_not_be_written_can_be_read_or_is_refused_with_a_reason() -> None:
    folder = Path(tempfile.mkdtemp())
    try:
        path = folder / "lecture.annot"
        database = Database.create(path)
        with database.transaction():
            _add(database, "Ada")
        database.close()
        path.chmod(0o444)
        folder.chmod(0o555)
        with _as_nobody():
            with pytest.raises(UserError, match=r"cannot be opened .* check that you may read and write it"):
                Database.open(path)
            with pytest.raises(UserError, match="cannot be created"):
                Database.create(folder / "autre.annot")
        folder.chmod(0o777)
        with _as_nobody():
            database = Database.open(path)
            assert _names(database) == ["Ada"]
            with pytest.raises(UserError, match=r"read-only.*nothing was changed"), database.transaction():
                _add(database, "Grace")
            database.close()
        folder.chmod(0o700)
        with _as_nobody(), pytest.raises(UserError, match="cannot be opened"):
            Database.open(path)
    finally:
        folder.chmod(0o700)
        shutil.rmtree(folder)


@contextmanager
def _as_nobody() -> Iterator[None]:
    """Give up being root for a while; files have their owner's rights then. Nothing to give up for others."""
    was = os.geteuid()
    if was == 0:
        os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(was)


def test_an_older_file_is_brought_up_to_date_once(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    database = Database.create(path)
    _add(database, "Ada")
    database.close()
    runs = []

    def second_step(tables: object) -> None:
        runs.append(tables)
        tables.execute("ALTER TABLE annotators ADD COLUMN email TEXT")  # type: ignore[attr-defined]

    monkeypatch.setattr(migrations, "STEPS", (*migrations.STEPS, second_step))
    monkeypatch.setattr(migrations, "VERSION", migrations.VERSION + 1)
    for _ in range(2):
        database = Database.open(path)
        assert database.execute("SELECT name, email FROM annotators").fetchall() == [("Ada", None)]
        assert database.execute("PRAGMA user_version").fetchone()[0] == migrations.VERSION
        database.close()
    assert len(runs) == 1


def test_a_migration_that_fails_changes_nothing(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Database.create(path).close()
    before = path.read_bytes()

    def broken_step(tables: object) -> None:
        tables.execute("ALTER TABLE annotators ADD COLUMN email TEXT")  # type: ignore[attr-defined]
        raise ValueError("half-way")

    monkeypatch.setattr(migrations, "STEPS", (*migrations.STEPS, broken_step))
    monkeypatch.setattr(migrations, "VERSION", migrations.VERSION + 1)
    with pytest.raises(ValueError, match="half-way"):
        Database.open(path)
    monkeypatch.undo()
    database = Database.open(path)
    assert "email" not in [row[1] for row in database.execute("PRAGMA table_info(annotators)")]
    database.close()
    assert path.read_bytes() == before


def test_a_file_that_lost_its_write_ahead_log_gets_it_back(path: Path, tmp_path: Path) -> None:
    database = Database.create(path)
    copy = tmp_path / "copie.annot"
    database.execute("VACUUM INTO ?", (str(copy),))
    database.close()
    opened = Database.open(copy)
    assert opened.execute("PRAGMA journal_mode").fetchone()[0] == "wal"
    opened.close()


def test_a_file_that_is_gone_is_said_to_be_each_time_and_works_again_once_it_is_back(tmp_path: Path) -> None:
    folder, elsewhere = tmp_path / "dossier", tmp_path / "renommé"
    database = Database.create(folder / "projet.annot")
    folder.rename(elsewhere)
    for _ in range(2):
        with pytest.raises(UserError, match="no longer there"), database.transaction():
            pass
        with pytest.raises(UserError, match="no longer there"):
            database.execute("SELECT * FROM labels")
    elsewhere.rename(folder)
    with database.transaction():
        database.execute("INSERT INTO annotators (name) VALUES ('Ada')")
    database.close()
    again = Database.open(folder / "projet.annot")
    assert again.execute("SELECT name FROM annotators").fetchall() == [("Ada",)]
    again.close()


def test_a_project_from_a_backup_takes_the_place_of_one_that_is_gone_and_nothing_else_does(tmp_path: Path) -> None:
    path, backup = tmp_path / "projet.annot", tmp_path / "copie.annot"
    Database.create(path).close()
    shutil.copy(path, backup)
    database = Database.open(path)
    database.execute("SELECT * FROM labels").fetchall()
    for beside in tmp_path.glob("projet.annot*"):
        beside.unlink()
    path.write_bytes(b"")
    for _ in range(2):
        with pytest.raises(UserError, match="not an Annotator project"), database.transaction():
            pass
    shutil.copy(backup, path)
    with database.transaction():
        database.execute("INSERT INTO annotators (name) VALUES ('Ada')")
    database.close()


def test_a_transaction_is_kept_whole(database: Database, path: Path) -> None:
    with database.transaction():
        _add(database, "Ada")
        _add(database, "Grace")
    other = Database.open(path)
    assert _names(other) == ["Ada", "Grace"]
    other.close()


@pytest.mark.parametrize("stop", [KeyboardInterrupt, ValueError, UserError])
def test_a_transaction_that_fails_leaves_nothing(database: Database, stop: type[BaseException]) -> None:
    with pytest.raises(stop), database.transaction():
        _add_and_raise(database, stop("en", "fr") if stop is UserError else stop("stop"))
    assert _names(database) == []
    with database.transaction():
        _add(database, "Grace")
    assert _names(database) == ["Grace"]


def _add_and_raise(database: Database, error: BaseException) -> None:
    _add(database, "Ada")
    raise error


def _add_all(database: Database, names: Iterable[str]) -> None:
    for name in names:
        _add(database, name)


def test_a_broken_rule_of_the_schema_is_a_bug_and_leaves_nothing(database: Database) -> None:
    with pytest.raises(sqlite3.IntegrityError), database.transaction():
        _add_all(database, ["Ada", "Ada"])
    assert _names(database) == []


def test_a_wrong_statement_is_a_bug_and_no_advice_to_check_the_disk(database: Database) -> None:
    with pytest.raises(sqlite3.OperationalError, match="no such table"), database.transaction():
        database.execute("INSERT INTO nowhere VALUES (1)")
    assert _names(database) == []


def test_transactions_do_not_nest_and_the_outer_one_stands(database: Database) -> None:
    with database.transaction():
        _add(database, "Ada")
        with pytest.raises(RuntimeError, match="under way"), database.transaction():
            _add(database, "Grace")
    assert _names(database) == ["Ada"]


def test_a_full_disk_is_said_and_leaves_nothing(database: Database) -> None:
    pages = database.execute("PRAGMA page_count").fetchone()[0]
    database.execute(f"PRAGMA max_page_count={pages + 3}")
    with pytest.raises(UserError, match=r"disk is full.*nothing was changed"), database.transaction():
        _add_all(database, (f"annotatrice {number}" for number in range(10_000)))
    assert _names(database) == []
    with database.transaction():
        _add(database, "Ada")
    assert _names(database) == ["Ada"]


def test_a_lock_held_for_long_is_said_and_a_short_one_waited_for(
    path: Path, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stored_database, "BUSY_SECONDS", 0.05)
    impatient = Database.open(path)
    monkeypatch.undo()
    patient = Database.open(path)
    with database.transaction():
        _add(database, "Ada")
        with pytest.raises(UserError, match=r"is using it.*nothing was changed"), impatient.transaction():
            _add(impatient, "Grace")
        assert _names(patient) == []  # readers are never kept waiting
    held = threading.Event()
    holder = threading.Thread(target=_hold, args=(path, held))
    holder.start()
    held.wait()
    with patient.transaction():
        _add(patient, "Grace")
    holder.join()
    assert _names(database) == ["Ada", "Grace", "Linus"]
    impatient.close()
    patient.close()


def _hold(path: Path, held: threading.Event) -> None:
    database = Database.open(path)
    with database.transaction():
        _add(database, "Linus")
        held.set()
        threading.Event().wait(0.2)
    database.close()


_ENDLESS_WRITER = """
import sys
from pathlib import Path
from annotator.store.database import Database

database = Database.open(Path(sys.argv[1]))
for number in range(10**9):
    with database.transaction():
        database.execute("INSERT INTO annotators (name) VALUES (?)", (f"{number} left",))
        database.execute("INSERT INTO annotators (name) VALUES (?)", (f"{number} right",))
    print(number, flush=True)
"""


def test_a_killed_writer_loses_nothing_it_said_was_written_and_leaves_nothing_half_done(path: Path) -> None:
    Database.create(path).close()
    for acknowledged in (1, 20, 45):
        (path.parent / "guerre.annot").unlink()
        Database.create(path).close()
        with subprocess.Popen(
            [sys.executable, "-c", _ENDLESS_WRITER, str(path)], stdout=subprocess.PIPE, text=True
        ) as writer:
            assert writer.stdout is not None
            seen = [int(writer.stdout.readline()) for _ in range(acknowledged)]
            writer.kill()
            seen += [int(line) for line in writer.stdout.read().split()]
        database = Database.open(path)
        numbers = [int(name.split()[0]) for name in _names(database)]
        assert all(numbers.count(number) == 2 for number in set(numbers))
        assert set(seen) <= set(numbers)
        assert len(set(numbers)) <= len(seen) + 1
        assert database.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        database.close()
