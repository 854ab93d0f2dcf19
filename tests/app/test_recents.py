"""The projects opened lately, as settings keep them and as they stand."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from annotator.app import settings
from annotator.app.project import Project
from annotator.app.recents import forget, recents, remember, standings
from annotator.store.glances import Glance


@pytest.fixture(autouse=True)
def own_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))


def test_the_last_one_opened_comes_first_with_its_time(tmp_path: Path) -> None:
    first, second = tmp_path / "a.annot", tmp_path / "b.annot"
    for path in (first, second, first):
        remember(path)

    assert [each.path for each in recents()] == [first, second]
    for each in recents():
        assert each.opened_at is not None
        assert abs(datetime.now(UTC) - each.opened_at) < timedelta(minutes=5)


def test_a_project_is_forgotten_with_its_time(tmp_path: Path) -> None:
    first, second = tmp_path / "a.annot", tmp_path / "b.annot"
    remember(first)
    remember(second)

    forget(second)

    assert [each.path for each in recents()] == [first]
    assert list(settings.load().window["opened"]) == [str(first)]


def test_times_are_kept_for_listed_projects_alone(tmp_path: Path) -> None:
    for number in range(20):
        remember(tmp_path / f"{number}.annot")

    kept = settings.load()
    assert list(kept.window["opened"]) == [str(path) for path in reversed(kept.recent)]


@pytest.mark.parametrize(
    "kept", [{"opened": "hier"}, {"opened": {"/a.annot": "hier"}}, {"opened": {"/a.annot": 5}}, {}]
)
def test_times_that_cannot_be_read_are_not_known(kept: dict[str, object]) -> None:
    settings.change(lambda before: before.with_recent(Path("/a.annot")).with_window(**kept))

    assert [each.opened_at for each in recents()] == [None]


def test_missing_and_broken_projects_are_told_apart(tmp_path: Path) -> None:
    there, gone, broken = (tmp_path / f"{name}.annot" for name in ("there", "gone", "broken"))
    Project.create(there).close()
    broken.write_text("rien", "utf-8")
    for path in (there, gone, broken):
        remember(path)

    found = {path.stem: (each.there, each.glance) for path, each in standings(recents())}

    assert found == {"there": (True, Glance(0, 0)), "gone": (False, None), "broken": (True, None)}
