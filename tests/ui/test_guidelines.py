"""The guidelines one key away: of the focused label or of all, in the window's language, and gone with the same key."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.core.labels import DEFAULT_LABELS
from annotator.core.wording import Wording
from annotator.ui.guidelines.panel import GuidelinesPanel, guidelines_html
from annotator.ui.theme import THEMES, contrast
from tests.ui.seat import Seat


def panels() -> list[GuidelinesPanel]:
    return [each for each in QApplication.topLevelWidgets() if isinstance(each, GuidelinesPanel) and each.isVisible()]


def test_g_shows_the_guideline_of_the_focused_label_and_closes_it_again(seat: Seat) -> None:
    seat.press("G")
    (panel,) = panels()
    assert seat.focused == "Zelensky"
    assert panel.tabs.tabText(panel.tabs.currentIndex()) == "dirigeant"
    assert panel.page.toPlainText().split("\n")[1] == DEFAULT_LABELS[0].guideline.fr.split("\n")[0]
    QTest.keyClick(panel, Qt.Key.Key_2)
    assert "Le nom d'un État" in panel.page.toPlainText()
    QTest.keyClick(panel, Qt.Key.Key_G)
    QApplication.processEvents()
    assert panels() == []
    assert seat.window.focusWidget() is seat.window.workbench.view


def test_without_a_focused_mark_all_are_shown_and_the_panel_follows_the_focus(seat: Seat) -> None:
    seat.press("Escape")
    seat.press("G")
    (panel,) = panels()
    assert panel.tabs.tabText(panel.tabs.currentIndex()) == "Toutes"
    assert all(label.guideline.fr.split("\n")[0] in panel.page.toPlainText() for label in DEFAULT_LABELS)
    seat.window.workbench.next_mark()
    assert panel.tabs.tabText(panel.tabs.currentIndex()) == "dirigeant"
    QTest.keyClick(panel, Qt.Key.Key_Right)
    assert panel.tabs.tabText(panel.tabs.currentIndex()) == "pays"
    QTest.keyClick(panel, Qt.Key.Key_Escape)
    assert panels() == []


def test_the_panel_goes_with_its_project(seat: Seat) -> None:
    seat.press("G")
    assert len(panels()) == 1
    seat.window.projects.close()
    QApplication.processEvents()
    assert panels() == []
    seat.window.guidelines.toggle()
    assert panels() == []


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
@pytest.mark.parametrize("spoken", ["fr", "en"])
def test_examples_look_as_in_an_article_and_nothing_is_read_as_a_tag(theme, spoken: str) -> None:
    label = replace(DEFAULT_LABELS[0], guideline=Wording("a <b> & c\nCounts: [x]", "a <b> & c\nCompte : [x]"))
    html = guidelines_html([label], theme, spoken)
    assert "a &lt;b&gt; &amp; c" in html
    assert "[" not in html
    assert ("<b>Counts:</b>" if spoken == "en" else "<b>Compte\u00a0:</b>") in html
    assert contrast(theme.ink, theme.paper) >= theme.text_contrast
