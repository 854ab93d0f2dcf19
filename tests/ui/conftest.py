"""A window for each test, in folders of its own."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible, QFont
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.app import jobs, settings
from annotator.ui import language
from tests.ui import settler as settling
from tests.ui.seat import ADA, Seat, make_project
from tests.ui.settler import Settler, seated, sit


@pytest.fixture(autouse=True)
def french(qapp: QApplication) -> None:
    """Every test begins in French, Qt's own words, numbers and dates included, as the program itself does."""
    if language.language() != "fr" or not language.installed():
        language.install("fr")


@pytest.fixture
def own_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Settings that start empty."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    settings.save(replace(settings.load(), annotator=ADA))


@pytest.fixture
def idle_worker(monkeypatch: pytest.MonkeyPatch) -> None:
    """A background process that is there and does nothing: loading spaCy for each test would take minutes."""
    idle = "import sys; sys.stdin.read()"
    monkeypatch.setattr(jobs, "_command", lambda _project: [sys.executable, "-S", "-c", idle])


@pytest.fixture
def seat(qtbot: QtBot, tmp_path: Path, own_settings: None, idle_worker: None) -> Iterator[Seat]:
    """A window on a project of three articles."""
    sitting = Seat(make_project(tmp_path / "guerre.annot")).open()
    yield sitting
    sitting.window.close()
    sitting.window.deleteLater()
    QApplication.processEvents()


@pytest.fixture
def errors_said(seat: Seat, monkeypatch: pytest.MonkeyPatch) -> None:
    """Errors in slots go where they go in the program."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    seat.window.errors.install()


@pytest.fixture
def read_aloud() -> Iterator[None]:
    """Somebody listens through assistive technology."""
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


@pytest.fixture
def application_font() -> Iterator[QFont]:
    """The application's font, to make a larger one of; it is back after the test."""
    font = QApplication.font()
    yield QFont(font)
    QApplication.setFont(font)


@pytest.fixture
def settler(qtbot: QtBot, tmp_path: Path, own_settings: None, idle_worker: None) -> Iterator[Settler]:
    """Ada, who settles where Ben and Zoé differ."""
    yield from seated(sit(tmp_path / "guerre.annot", ("Ben", settling.BEN), ("Zoé", settling.ADA)))


@pytest.fixture
def three(qtbot: QtBot, tmp_path: Path, own_settings: None, idle_worker: None) -> Iterator[Settler]:
    """Ada, who settles where three others differ."""
    others = ("Zoé", settling.ADA[:1]), ("Ben", settling.BEN[:1]), ("Eva", settling.ZOE)
    yield from seated(sit(tmp_path / "guerre.annot", *others))
