"""The window speaks French or English, all of it, Qt's own words, numbers and dates included."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from decimal import Decimal

import pytest
from PySide6.QtCore import QDate, QLocale
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from annotator.ui import language
from annotator.ui.action_table import TABLE
from annotator.ui.wording import amount_words, counted, number_words, plural_form, quoted, share_words
from tests.ui.dialogs import in_next
from tests.ui.seat import Seat
from tests.ui.translation import TS, messages


@pytest.fixture
def in_english(qapp: QApplication) -> Iterator[None]:
    language.install("en")
    yield
    language.install("fr")


def _cancel(qtbot: QtBot) -> str:
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    return box.button(QDialogButtonBox.StandardButton.Cancel).text().replace("&", "")


def test_french_is_what_it_speaks_until_told_otherwise(qtbot: QtBot) -> None:
    assert language.language() == "fr"
    assert _cancel(qtbot) == "Annuler"
    assert language.translate("actions", "&Annuler") == "&Annuler"
    assert QLocale().decimalPoint() == ","


def test_english_is_read_from_the_file(in_english: None, qtbot: QtBot) -> None:
    assert language.language() == "en"
    assert _cancel(qtbot) == "Cancel"
    assert language.translate("actions", "&Annuler") == "&Undo"
    assert language.translate("actions", "an action nobody translated") == "an action nobody translated"
    assert QLocale().decimalPoint() == "."


def test_there_and_back_leaves_nothing_behind(qtbot: QtBot) -> None:
    for spoken in ("en", "en", "fr"):
        language.install(spoken)
    assert language.translate("actions", "&Annuler") == "&Annuler"
    assert _cancel(qtbot) == "Annuler"


@pytest.mark.parametrize(
    ("system", "spoken"), [("fr_CA", "fr"), ("en_US", "en"), ("en_GB.UTF-8", "en"), ("de_DE", "fr"), ("C", "fr")]
)
def test_at_first_it_speaks_the_system_s_language_where_it_can(system: str, spoken: str) -> None:
    environment = {**os.environ, "LC_ALL": system, "LANG": system}
    environment.pop("LANGUAGE", None)
    asked = "from annotator.ui.language import chosen; print(chosen(None), chosen('en'), chosen('fr'))"
    told = subprocess.run([sys.executable, "-c", asked], env=environment, capture_output=True, text=True, check=True)
    assert told.stdout.split() == [spoken, "en", "fr"]


# Numbers, dates, quotes

_DAY = QDate(2022, 2, 24)


def test_counting_in_french() -> None:
    assert [counted(count, "article", "articles") for count in (0, 1, 2)] == ["0 article", "1 article", "2 articles"]
    assert number_words(1234567) == "1\u202f234\u202f567"
    assert amount_words(Decimal("1234.50")) == "1\u202f234,5"
    assert share_words(0.5) == "50\u00a0%"
    assert quoted("OTAN") == "«\u00a0OTAN\u00a0»"
    assert language.locale().toString(_DAY, QLocale.FormatType.LongFormat) == "jeudi 24 février 2022"


def test_counting_in_english(in_english: None) -> None:
    assert [counted(count, "article", "articles") for count in (0, 1, 2)] == ["0 articles", "1 article", "2 articles"]
    assert plural_form(0, "one", "many") == "many"
    assert number_words(1234567) == "1,234,567"
    assert amount_words(Decimal("1234.50")) == "1,234.5"
    assert share_words(0.5) == "50%"
    assert quoted("NATO") == "“NATO”"
    assert "24 February 2022" in language.locale().toString(_DAY, QLocale.FormatType.LongFormat)


# The window


def _words(window: QWidget) -> set[str]:
    """Return what a window or dialog shows and says to assistive technology, except what is in the project."""
    shown = [window.windowTitle()]
    for widget in window.findChildren(QWidget):
        shown += [widget.toolTip(), widget.accessibleName(), widget.accessibleDescription()]
        match widget:
            case QLabel() | QAbstractButton():
                shown.append(widget.text())
            case QLineEdit():
                shown.append(widget.placeholderText())
            case QComboBox():
                shown += [widget.itemText(row) for row in range(widget.count())]
            case QTabBar():
                shown += [widget.tabText(tab) for tab in range(widget.count())]
            case QHeaderView():
                columns = range(widget.count())
                shown += [str(widget.model().headerData(column, widget.orientation())) for column in columns]
            case QMenu():
                shown.append(widget.title())
    return set(shown)


def _french() -> set[str]:
    """Return the texts that are not the same in English."""
    return {each.key.source for each in messages(TS)} - {each.translation for each in messages(TS)}


def test_a_window_made_in_english_shows_no_french(in_english: None, seat: Seat) -> None:
    seat.trigger("statistics")
    actions = [seat.window.actions_[each.name] for each in TABLE]
    words = _words(seat.window) | {action.text() for action in actions} | {action.statusTip() for action in actions}
    assert words & _french() == set()
    assert {"&Accept suggestion", "&Edit", "Spans by label", "Passage"} <= words
    assert seat.listed[0][2] == "leader"


@pytest.mark.parametrize(
    ("action", "shown"),
    [
        ("preferences", "Si&ze"),
        ("project_settings", "La&bels and guidelines"),
        ("lexicon", "&Word or phrase"),
        ("keys", "&Customise…"),
        ("edit_keys", "Keyboard"),
        ("paste_text", "Te&xt"),
        ("everywhere_all", "Tick &all"),
        ("filter_articles", "Until"),
    ],
)
def test_what_opens_in_english_shows_no_french(in_english: None, seat: Seat, action: str, shown: str) -> None:
    words: set[str] = set()

    def read(dialog: QWidget) -> None:
        words.update(_words(dialog))

    in_next(QDialog, read)
    seat.trigger(action)
    if not words:  # it lets the window go on
        QApplication.processEvents()
        for opened in QApplication.topLevelWidgets():
            if opened.isVisible() and opened is not seat.window:
                read(opened)
                opened.close()
    assert words & _french() == set()
    assert shown in words
