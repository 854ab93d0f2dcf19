"""What the message bar says, what it offers, and that it leaves the focus alone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt, QTimer
from PySide6.QtGui import QEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from annotator.ui.messages.bar import MessageBar
from tests.ui.seat import Seat


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    page = QWidget()
    qtbot.addWidget(page)
    page.resize(700, 400)
    QVBoxLayout(page).addWidget(QLineEdit(page))
    page.show()
    page.activateWindow()
    QTest.qWaitForWindowActive(page)
    page.findChild(QLineEdit).setFocus()
    return page


@pytest.fixture
def bar(page: QWidget) -> MessageBar:
    return MessageBar(page)


def button(bar: MessageBar) -> QPushButton:
    return bar.findChild(QPushButton, "message_action")


def test_the_button_does_what_it_offers_and_the_sentence_goes(bar: MessageBar, page: QWidget) -> None:
    done: list[str] = []
    bar.tell("article mis à la corbeille", ("Annuler", lambda: done.append("undone")))

    assert (bar.words(), bar.offered()) == ("Article mis à la corbeille", "Annuler")
    assert page.findChild(QLineEdit).hasFocus()
    QTest.mouseClick(button(bar), Qt.MouseButton.LeftButton)

    assert done == ["undone"]
    assert (bar.words(), bar.offered()) == ("", "")
    assert page.findChild(QLineEdit).hasFocus()


def test_a_deed_may_say_something_itself(bar: MessageBar) -> None:
    bar.tell("Importé.", ("Détails", lambda: bar.complain("Encore.")))

    assert bar.act()
    assert (bar.words(), bar.offered()) == ("Encore.", "")


def test_without_an_offer_there_is_nothing_to_do(bar: MessageBar) -> None:
    bar.complain("Le fichier est endommagé.", ("Détails", lambda: None))
    assert button(bar).isVisible()
    bar.tell("C'est fait.")

    assert not button(bar).isVisible()
    assert not bar.act()
    assert bar.words() == "C'est fait."


def test_what_went_wrong_stays_and_the_rest_waits_for_the_mouse(bar: MessageBar) -> None:
    timer = bar.findChild(QTimer)
    bar.complain("Le disque est plein.")
    assert not timer.isActive()
    bar.tell("C'est fait.")
    assert timer.isActive()
    QApplication.sendEvent(bar, QEnterEvent(QPointF(5, 5), QPointF(5, 5), QPointF(5, 5)))
    assert not timer.isActive()
    QApplication.sendEvent(bar, QEvent(QEvent.Type.Leave))
    assert timer.isActive()


def test_words_and_button_have_room_on_a_narrow_page(bar: MessageBar, page: QWidget) -> None:
    page.resize(420, 400)
    bar.tell(
        "41 articles importés, 350 annotations, et encore bien d'autres choses à dire. " * 2, ("Détails", bar.hide)
    )

    assert page.rect().contains(bar.geometry())
    assert bar.rect().contains(button(bar).geometry())
    assert button(bar).width() >= button(bar).sizeHint().width()


def test_a_complaint_can_be_closed_by_keys(bar: MessageBar) -> None:
    bar.complain("Le disque est plein.")
    bar.slots()["close_message"]()
    assert bar.words() == ""


def test_a_sentence_has_one_line_where_the_page_has_room(bar: MessageBar, page: QWidget) -> None:
    font = page.font()
    font.setPointSizeF(font.pointSizeF() * 2)
    page.setFont(font)
    page.resize(1200, 400)
    bar.tell("49 suggestions sûres acceptées.")
    words = bar.findChild(QLabel, "message_words")
    assert words.height() < 2 * words.fontMetrics().lineSpacing()


def test_what_was_done_is_said_no_longer_once_it_is_undone(seat: Seat) -> None:
    seat.press("A")
    assert seat.said == "3 suggestions acceptées."
    seat.press("Ctrl+Z")
    assert seat.said == ""
    seat.press("Ctrl+Z")
    assert "plus rien à annuler" in seat.said
    seat.press("Ctrl+Shift+Z")
    assert seat.said == ""
