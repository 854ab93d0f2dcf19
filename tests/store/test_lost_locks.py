"""What a file dialog or a backup tool inside our own process does to SQLite's locks must not cost an edit."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from annotator.store.database import Database

_OTHER = """
import sys
from pathlib import Path
from annotator.store.database import Database
database = Database.open(Path(sys.argv[1]))
with database.transaction():
    database.execute("INSERT INTO annotators (name) VALUES (?)", (sys.argv[2],))
database.close()
"""


def _names(database: Database) -> set[str]:
    return {name for (name,) in database.execute("SELECT name FROM annotators")}


def _another_process_adds(path: Path, name: str) -> None:
    subprocess.run([sys.executable, "-c", _OTHER, str(path), name], check=True)


def _look_into(path: Path) -> None:
    """Open and close each file of the project, as whatever wants to know their kind does."""
    for suffix in ("", "-wal", "-shm"):
        Path(f"{path}{suffix}").read_bytes()


def test_reading_and_writing_go_on_after_the_locks_are_lost(tmp_path: Path) -> None:
    path = tmp_path / "p.annot"
    database = Database.create(path)
    with database.transaction():
        database.execute("INSERT INTO annotators (name) VALUES ('Ana')")
    _look_into(path)
    _another_process_adds(path, "Ben")
    assert _names(database) == {"Ana", "Ben"}

    _look_into(path)
    _another_process_adds(path, "Chloé")
    with database.transaction():
        database.execute("INSERT INTO annotators (name) VALUES ('Dina')")
    database.close()
    again = Database.open(path)
    assert _names(again) == {"Ana", "Ben", "Chloé", "Dina"}
    assert again.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    again.close()
