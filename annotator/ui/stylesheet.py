"""How the window's own controls look in a theme: quiet panels, hairlines, one accent."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from annotator.ui.theme import VISIBLE, chosen_background, contrast, mix, readable

if TYPE_CHECKING:
    from annotator.ui.theme import Theme

_POINTS = re.compile(r"font-size: (\d+)pt")
_WRITTEN_FOR = 9.0
"""Points of the application's letters that the sizes below go with; where these are larger, so are those."""

_SHEET = """
QTableView {{ background: {panel}; border: none; padding: 0; outline: none; }}
QTableView::item {{ padding: 2px 8px; border: none; }}
QTableView::item:selected {{ background: {chosen}; color: {ink}; }}
ProjectSettingsDialog QTableView::indicator:unchecked, OccurrenceTable::indicator:unchecked {{
    border: 1px solid {muted}; border-radius: 3px; background: {paper}; width: 11px; height: 11px;
}}
QRadioButton::indicator:unchecked, QCheckBox::indicator:unchecked {{
    border: 1px solid {muted}; background: {paper}; width: 11px; height: 11px;
}}
QCheckBox::indicator:unchecked {{ border-radius: 3px; }}
QRadioButton::indicator:unchecked {{ border-radius: 6px; }}
QRadioButton::indicator:checked {{
    border: 4px solid {accent}; border-radius: 6px; background: {paper}; width: 5px; height: 5px;
}}
QDialog > QLineEdit, QTabWidget QLineEdit, QDialog QPlainTextEdit, NameLine > QLineEdit, ExportDialog QLineEdit {{
    border: 1px solid {field}; border-radius: 4px; padding: 3px 6px; background: {paper};
}}
QDialog QPlainTextEdit {{ padding: 2px; }}
QListWidget#export_kinds {{
    background: {paper}; border: none; border-right: 1px solid {line}; border-bottom: 1px solid {line}; outline: none;
}}
QListWidget#export_kinds:focus {{ border-right-color: {accent}; border-bottom-color: {accent}; }}
QScrollArea#export_area, QWidget#export_page {{ background: {panel}; }}
QScrollArea#export_area {{ border-bottom: 1px solid {line}; }}
QFrame#export_preview {{ background: {paper}; border: 1px solid {line}; border-radius: 6px; }}
QFrame#export_preview QLabel {{ color: {muted}; }}
QFrame#export_preview QLabel#export_said, QFrame#export_preview QLabel#export_shown {{ color: {ink}; }}
QPushButton[link="true"]:disabled {{ color: {ink}; }}
QDialog ArticleView {{ border: none; padding: 0; }}
NameLine > QLineEdit {{ padding: 6px 8px; }}
QDialog > QLineEdit:focus, QTabWidget QLineEdit:focus, QDialog QPlainTextEdit:focus, NameLine > QLineEdit:focus,
ExportDialog QLineEdit:focus {{
    border-color: {accent};
}}
QTabWidget::pane {{ border: none; border-top: 1px solid {line}; }}
QTabBar {{ qproperty-drawBase: 0; }}
QTabBar::tab {{
    background: transparent; color: {muted}; padding: 6px 12px;
    border: 1px solid transparent; border-bottom: 2px solid transparent;
}}
QTabBar::tab:hover {{ color: {ink}; }}
QTabBar::tab:selected {{ color: {ink}; border-bottom-color: {accent}; }}
QTabBar::tab:selected:focus {{ border: 1px solid {accent}; border-bottom: 2px solid {accent}; }}
QHeaderView::section {{
    background: {panel}; color: {muted}; border: none; border-bottom: 1px solid {line}; padding: 7px 11px;
}}
QHeaderView {{ background: {panel}; border: none; }}
ArticleView {{ background: {paper}; color: {ink}; border: none; }}
StatisticsPage, QWidget#statistics_page, Screen {{ background: {paper}; }}
StatisticsPage Screen {{ border: 1px solid {paper}; }}
StatisticsPage Screen:focus {{ border-color: {accent}; }}
StatisticsPage QTableView, StatisticsPage QHeaderView, StatisticsPage QHeaderView::section {{ background: {paper}; }}
StatisticsPage QTableView {{ border: 1px solid {paper}; }}
StatisticsPage QTableView:focus {{ border-color: {accent}; }}
StatisticsPage QTableView::item:focus {{ border: 1px solid {accent}; }}
QListWidget#statistics_screens {{
    background: {panel}; border: 1px solid {panel}; border-right-color: {line}; outline: none; padding: 10px 0;
}}
QListWidget#statistics_screens:focus {{ border-color: {accent}; }}
QListWidget#statistics_screens::item {{ padding: 6px 14px; }}
QListWidget#statistics_screens::item:selected {{ background: {chosen}; color: {ink}; }}
QLabel#section_title {{ font-size: 11pt; color: {ink}; }}
QLabel#chart_title {{ color: {muted}; }}
QPushButton#chart_button {{
    background: transparent; color: {accent}; border: 1px solid transparent; border-radius: 4px; padding: 1px 6px;
}}
QPushButton#chart_button:hover {{ border-color: {line}; }}
QPushButton#chart_button:focus {{ border-color: {accent}; }}
QPushButton#chart_button:checked {{ background: {chosen}; color: {ink}; }}
QPushButton#figure {{ font-size: 20pt; padding: 0; }}
QScrollBar:vertical {{ background: transparent; width: 12px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 0; }}
QScrollBar::handle {{ background: {line}; border-radius: 4px; margin: 2px; }}
QScrollBar::handle:vertical {{ min-height: 32px; }}
QScrollBar::handle:horizontal {{ min-width: 32px; }}
QScrollBar::handle:hover {{ background: {muted}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QFrame#rule {{ color: {line}; max-height: 1px; }}
QSplitter::handle {{ background: {panel}; }}
QSplitter#main_splitter::handle {{ border-right: 1px solid {line}; }}
QSplitter#workbench_splitter::handle {{ border-left: 1px solid {line}; }}
QSplitter#settling_splitter::handle {{ border-left: 1px solid {line}; }}
QSplitter#beside_splitter::handle {{ border-bottom: 1px solid {line}; }}
ArticleTable QHeaderView::section {{ padding: 5px 8px; }}
QLabel#list_empty_title {{ font-weight: 600; color: {ink}; }}
QLabel#articles_found {{ color: {muted}; }}
FilterBar QLineEdit {{ background: {paper}; border: 1px solid {field}; border-radius: 6px; padding: 4px 6px; }}
FilterBar QLineEdit:focus {{ border-color: {accent}; }}
FilterBar QToolButton {{
    background: {raised}; color: {ink}; border: 1px solid {line}; border-radius: 6px; padding: 3px 8px;
}}
FilterBar QToolButton:hover {{ border-color: {muted}; }}
FilterBar QToolButton:focus {{ border-color: {accent}; }}
FilterBar QToolButton::menu-indicator {{ image: none; width: 0; }}
FilterBar QToolButton#filter_chip {{ background: {chosen}; border-color: {chosen}; border-radius: 10px; }}
FilterBar QToolButton#filter_clear {{
    background: transparent; border-color: transparent; color: {accent}; padding: 3px;
}}
FilterBar QToolButton#filter_chip:hover, FilterBar QToolButton#filter_clear:hover {{ border-color: {muted}; }}
FilterBar QToolButton#filter_chip:focus, FilterBar QToolButton#filter_clear:focus {{ border-color: {accent}; }}
QFrame#article_filters {{ background: {panel}; border: 1px solid {line}; }}
LabelBar {{ background: {panel}; }}
LabelBar QPushButton {{
    background: {raised}; color: {ink}; border: 1px solid {line}; border-radius: 6px; padding: 5px 11px;
}}
LabelBar QPushButton:hover {{ border-color: {muted}; }}
LabelBar QPushButton:checked {{ border: 2px solid {accent}; padding: 4px 10px; }}
LabelBar QPushButton:disabled {{ color: {muted}; background: {panel}; }}
QFrame#message_bar {{ background: {told}; border: 1px solid {line}; border-radius: 8px; }}
QFrame#message_bar[wrong="true"] {{ background: {wrong}; }}
QPushButton#message_action, QPushButton#message_second {{
    background: {raised}; color: {ink}; border: 1px solid {muted}; border-radius: 6px; padding: 3px 11px;
}}
QPushButton#message_action:hover, QPushButton#message_second:hover {{ border-color: {accent}; }}
QListView#recent_projects {{ background: transparent; outline: none; }}
QScrollArea#welcome_page, QWidget#welcome {{ background: {panel}; }}
QLabel#preview_head {{ font-size: 15pt; color: {ink}; }}
QStatusBar {{ background: {panel}; border-top: 1px solid {line}; color: {muted}; }}
QStatusBar::item {{ border: none; }}
QStatusBar QLabel {{ color: {muted}; padding: 2px 8px; }}
QStatusBar QLabel#saved {{ color: {ink}; }}
QProgressBar {{ background: {trough}; border: none; border-radius: 3px; max-height: 6px; }}
QProgressBar::chunk {{ background: {accent}; border-radius: 3px; }}
QMenuBar {{ background: {panel}; border-bottom: 1px solid {line}; }}
QMenuBar::item {{ padding: 5px 10px; background: transparent; }}
QMenuBar::item:selected {{ background: {chosen}; }}
QMenu {{ background: {raised}; border: 1px solid {line}; }}
QLabel#menu_title {{ color: {muted}; padding: 7px 12px 5px 9px; }}
QLabel#empty_title {{ font-size: 17pt; color: {ink}; }}
QLabel#empty_words {{ color: {muted}; }}
QFrame#inspector {{ background: {panel}; border: none; border-top: 1px solid {line}; }}
QScrollArea#inspector_area, QWidget#inspector_page {{ background: {panel}; }}
ArticleTable, SpanList, QScrollArea#inspector_area, QListView#history_list {{ border: 1px solid {panel}; }}
ArticleTable:focus, SpanList:focus, QScrollArea#inspector_area:focus, QListView#history_list:focus {{
    border-color: {accent};
}}
QPlainTextEdit#note_editor {{ background: {paper}; border: 1px solid {field}; border-radius: 4px; padding: 2px; }}
QPlainTextEdit#note_editor:focus {{ border-color: {accent}; }}
QPushButton[link="true"] {{ color: {accent}; border: none; padding: 2px 0; text-align: left; }}
QPushButton[link="true"]:hover, QPushButton[link="true"]:focus {{ text-decoration: underline; }}
QLabel#inspected {{ font-size: 12pt; color: {ink}; }}
QLabel#figure {{ font-size: 20pt; color: {ink}; }}
QLabel#caption, QLabel#section {{ color: {muted}; }}
QPushButton#primary {{
    background: {accent}; color: {on_accent}; border: none; border-radius: 6px; padding: 9px 18px; font-weight: 600;
}}
QFrame#sheet {{ background: {paper}; }}
QLabel#sheet_title {{ color: {ink}; font-weight: 600; padding-bottom: 3px; border-bottom: 1px solid {line}; }}
QLabel#keycap {{
    background: {panel}; color: {ink}; border: 1px solid {line}; border-bottom-width: 2px; border-radius: 4px;
    padding: 1px 6px;
}}
QTreeWidget#keys_list::item {{ padding: 4px 2px; }}
QComboBox#history_whose {{ margin: 6px 8px; }}
QDialog#palette {{ background: {panel}; border: 1px solid {muted}; }}
QDialog#palette QLineEdit {{ background: {paper}; border: 1px solid {field}; border-radius: 6px; padding: 7px 9px; }}
QDialog#palette QListView {{ background: {paper}; border: 1px solid {line}; border-radius: 6px; }}
QPushButton#primary:focus {{ border: 2px solid {ink}; padding: 7px 16px; }}
QPushButton#primary:disabled {{ background: {panel}; color: {muted}; border: 1px solid {line}; padding: 8px 17px; }}
QDialogButtonBox {{ dialogbuttonbox-buttons-have-icons: 0; }}
QListView#settling_articles {{ background: {panel}; border: 1px solid {panel}; outline: none; }}
QListView#settling_articles:focus {{ border-color: {accent}; }}
QPushButton#settling_compared {{
    background: {raised}; color: {ink}; border: 1px solid {line}; border-radius: 6px; padding: 5px 9px;
    text-align: left;
}}
QPushButton#settling_compared:hover {{ border-color: {muted}; }}
QPushButton#settling_compared:focus {{ border: 2px solid {accent}; padding: 4px 8px; }}
Comparing QToolButton#filter_chip {{
    background: {chosen}; color: {ink}; border: 1px solid {chosen}; border-radius: 10px; padding: 3px 8px;
}}
Comparing QToolButton#filter_chip:hover {{ border-color: {muted}; }}
Comparing QToolButton#filter_chip:focus {{ border-color: {accent}; }}
QToolButton#settling_step {{
    background: transparent; color: {muted}; border: 1px solid transparent; border-radius: 4px; padding: 1px 5px;
}}
QToolButton#settling_step:hover, QToolButton#settling_step:focus {{ border-color: {accent}; color: {ink}; }}
QLabel#settling_title {{ font-weight: 600; color: {ink}; }}
QLabel#lane_letter {{
    background: {ink}; color: {paper}; border-radius: 3px; padding: 1px 5px; font-weight: 600;
}}
QLineEdit#settling_reason {{
    background: {paper}; border: 1px solid {field}; border-radius: 4px; padding: 4px 6px;
}}
QLineEdit#settling_reason:focus {{ border-color: {accent}; }}
QLabel#settled_words {{ color: {ink}; }}
QLabel#choice_name {{ font-weight: 600; color: {ink}; }}
QPushButton[choice="true"] {{
    background: {raised}; border: 1px solid {line}; border-radius: 6px; text-align: left;
}}
QPushButton[choice="true"]:hover {{ border-color: {muted}; }}
QPushButton[choice="true"]:focus {{ border-color: {accent}; }}
QPushButton[choice="true"]:checked {{ border: 2px solid {accent}; background: {chosen}; }}
QPushButton#secondary {{
    background: {raised}; color: {ink}; border: 1px solid {line}; border-radius: 6px; padding: 8px 17px;
}}
QPushButton#secondary:focus {{ border: 2px solid {accent}; padding: 7px 16px; }}
"""


# Where a tint says nothing to a person, borders do.
_OUTLINES = """
QTableView::item:selected {{ border-top: 1px solid {ink}; border-bottom: 1px solid {ink}; padding: 1px 8px; }}
QMenuBar::item:selected {{ border: 1px solid {ink}; padding: 4px 9px; }}
QFrame#message_bar {{ border: 2px solid {ink}; }}
QProgressBar {{ border: 1px solid {ink}; border-radius: 0; }}
"""


def stylesheet(theme: Theme) -> str:
    """Return the style sheet of the window in a theme, its letters as large as the application's ask for."""
    sheet = (_SHEET + _OUTLINES if theme.outlined else _SHEET).format(
        paper=theme.paper,
        panel=theme.panel,
        raised=theme.raised,
        ink=theme.ink,
        muted=theme.muted,
        line=theme.line,
        field=readable(theme.line, theme.paper, theme.panel, least=VISIBLE),
        accent=theme.accent,
        on_accent=theme.on_accent,
        chosen=chosen_background(theme),
        trough=theme.line if contrast(theme.accent, theme.line) >= VISIBLE else theme.panel,
        told=mix(theme.accent, theme.panel, 0.12),
        wrong=mix("#d9772b", theme.panel, 0.25),
    )
    return _POINTS.sub(_grown, sheet)


def _grown(size: re.Match[str]) -> str:
    asked_for = QGuiApplication.font().pointSizeF()
    points = float(size[1]) * (asked_for / _WRITTEN_FOR if asked_for > 0 else 1)  # a size may be given in pixels
    return f"font-size: {points:g}pt"
