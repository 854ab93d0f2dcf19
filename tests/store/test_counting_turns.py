"""While much is counted, others may write."""

from __future__ import annotations

import time
from contextlib import closing
from pathlib import Path
from threading import Thread

import pytest

from annotator.store import counting
from annotator.store.database import Database

_ARTICLES = 1500


def test_others_may_write_between_what_is_counted_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(counting, "_AT_ONCE", 100)
    monkeypatch.setattr(counting, "_WORK_S", 0.0)
    path = tmp_path / "guerre.annot"
    with closing(Database.create(path)) as database:
        with database.transaction():
            database.execute("INSERT INTO annotators (id, name) VALUES (1, 'Zoé')")
            for id in range(1, _ARTICLES + 1):
                database.execute(
                    "INSERT INTO articles (id, hash, title, source, length, imported_at) VALUES (?,?,'','',9,'')",
                    (id, str(id)),
                )
                database.execute(
                    "INSERT INTO annotations (article_id, annotator_id, status, revision, changed_at)"
                    " VALUES (?,1,'finished',1,'')",
                    (id,),
                )

        def count() -> None:
            with closing(Database.open(path)) as same:
                counting.refresh(same)

        other = Thread(target=count)
        other.start()
        written = 0
        while other.is_alive():
            with database.transaction():
                database.execute("UPDATE annotators SET name = ?", (f"Zoé {written}",))
            written += 1
            time.sleep(0.01)
        other.join()
        assert written >= _ARTICLES // 100
        assert counting.waiting(database) == 0
