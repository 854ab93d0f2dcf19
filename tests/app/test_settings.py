from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from annotator.app import settings
from annotator.core.errors import UserError


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("HOME", str(tmp_path))


def test_without_a_file_everything_has_its_default(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOGNAME", "zoe")
    kept = settings.load()
    assert kept == settings.Settings("zoe", None, (), {}, named=False)


def test_what_is_saved_is_loaded(tmp_path: Path) -> None:
    window = {"theme": "dark", "splitter": [1, 2]}
    kept = settings.Settings("Zoé Ménard", "en", (tmp_path / "été.annot",), window, named=True)
    settings.save(kept)
    assert settings.load() == kept
    assert [path.name for path in settings.settings_file().parent.iterdir()] == ["settings.json"]


@pytest.mark.parametrize(
    "written",
    [
        "",
        "{",
        "[]",
        "null",
        '{"annotator": 3, "language": "de", "recent": {}, "window": []}',
        '{"annotator": "  "}',
        "\0",
    ],
)
def test_a_broken_file_counts_as_not_set(written: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOGNAME", "zoe")
    settings.settings_file().write_text(written, "utf-8")
    assert settings.load() == settings.Settings("zoe")


def test_a_file_that_is_not_text_counts_as_not_set() -> None:
    settings.settings_file().write_bytes(b"\xff\xfe\x00")
    assert settings.load().language is None


def test_one_broken_value_leaves_the_others(tmp_path: Path) -> None:
    settings.settings_file().write_text('{"annotator": "Zoé", "language": 1, "recent": ["/a.annot", 2]}', "utf-8")
    assert settings.load() == settings.Settings("Zoé", None, (Path("/a.annot"),), {}, named=True)


def test_recent_projects_come_once_the_last_one_first(tmp_path: Path) -> None:
    kept = settings.Settings("Zoé")
    for name in ("a", "b", "a"):
        kept = kept.with_recent(tmp_path / name)
    assert kept.recent == (tmp_path / "a", tmp_path / "b")
    for number in range(30):
        kept = kept.with_recent(tmp_path / str(number))
    assert len(kept.recent) == 12
    assert kept.recent[0] == tmp_path / "29"


def test_a_name_the_system_does_not_know(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LOGNAME", "USER", "LNAME", "USERNAME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("os.getuid", lambda: 2**31 - 5)
    assert settings.default_annotator() == "annotator"


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    kept = replace(settings.load(), annotator="Zoé")
    settings.settings_file().mkdir()
    (settings.settings_file() / "in the way").touch()
    with pytest.raises(UserError, match="settings could not be saved"):
        settings.save(kept)
    assert [path.name for path in settings.settings_file().parent.iterdir()] == ["settings.json"]


def test_the_systems_name_is_no_name_given_however_often_it_is_saved(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOGNAME", "zoe")
    settings.save(settings.load().with_window(theme="dark"))
    assert settings.load() == settings.Settings("zoe", None, (), {"theme": "dark"}, named=False)
    settings.save(settings.load().with_annotator("zoe"))
    assert settings.load().named


def test_a_name_given_keeps_single_blanks_and_must_say_something() -> None:
    assert settings.Settings("zoe").with_annotator("  Zoé \t Ménard ").annotator == "Zoé Ménard"
    with pytest.raises(UserError, match="needs a name"):
        settings.Settings("zoe").with_annotator("  ")


def test_a_change_keeps_what_another_window_has_saved_meanwhile() -> None:
    settings.save(settings.Settings("Zoé", "en"))
    stale = settings.load()
    settings.change(lambda kept: kept.with_window(theme="dark"))
    now = settings.change(lambda kept: kept.with_window(points=15))
    assert stale.window == {}
    assert now == settings.load()
    assert now.window == {"theme": "dark", "points": 15}
    assert settings.change(lambda kept: kept.with_window(theme=None)).window == {"points": 15}


def test_a_change_that_changes_nothing_writes_nothing() -> None:
    settings.change(lambda kept: kept)
    assert not settings.settings_file().exists()
