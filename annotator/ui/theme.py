"""The colours of the window, light, dark and of high contrast, and the arithmetic of contrast behind them.

A label brings one colour. What is drawn with it is computed, so that a label of any colour can be read in any
theme: the tag of every chip has a contrast of at least 4.5 to 1 with what lies behind it, 7 to 1 in high contrast.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QPalette

from annotator.core.colours import READABLE, mix, readable
from annotator.core.colours import contrast as contrast
from annotator.core.colours import luminance as luminance

STRONG = 7.0
"""The least contrast of text with its background in the theme of high contrast (WCAG 2, level AAA)."""

VISIBLE = 3.0
"""The least contrast of a border or mark that carries meaning with its background (WCAG 2, 1.4.11)."""


class Theme(NamedTuple):
    """The colours everything is drawn with, each ``#rrggbb``.

    Attributes:
        name: ``"light"``, ``"dark"`` or ``"high_contrast"``; what settings keep.
        paper: behind the article.
        ink: the article's text.
        muted: text that matters less; readable on `paper`, on `panel` and in a chosen row.
        panel: behind lists and bars.
        raised: buttons.
        line: hairlines between panels.
        accent: selection, links, the focus of controls.
        on_accent: text on `accent`.
        tint: how much of a label's colour a chip is filled with, 0 to 1.
        text_contrast: the least contrast of text with its background.
        mark_contrast: the least contrast of a border or mark that carries meaning with its background.
        outlined: every chip has a border, and what is chosen one as well, for those to whom a tint says nothing.
    """

    name: str
    paper: str
    ink: str
    muted: str
    panel: str
    raised: str
    line: str
    accent: str
    on_accent: str
    tint: float
    text_contrast: float = READABLE
    mark_contrast: float = VISIBLE
    outlined: bool = False


LIGHT = Theme(
    name="light",
    paper="#fdfcf9",
    ink="#20242b",
    muted="#565c68",
    panel="#f3f2ee",
    raised="#ffffff",
    line="#d9d7d0",
    accent="#2b5fb8",
    on_accent="#ffffff",
    tint=0.30,
)

DARK = Theme(
    name="dark",
    paper="#1a1c20",
    ink="#e4e2dc",
    muted="#a5aab4",
    panel="#222529",
    raised="#2c3036",
    line="#3a3e45",
    accent="#7fb0ff",
    on_accent="#10141b",
    tint=0.30,
)

HIGH_CONTRAST = Theme(
    name="high_contrast",
    paper="#ffffff",
    ink="#000000",
    muted="#333333",
    panel="#ffffff",
    raised="#ffffff",
    line="#4d4d4d",
    accent="#0b2f8a",
    on_accent="#ffffff",
    tint=0.25,
    text_contrast=STRONG,
    mark_contrast=READABLE,
    outlined=True,
)

THEMES = {theme.name: theme for theme in (LIGHT, DARK, HIGH_CONTRAST)}
"""The themes by name."""

SYSTEM = "system"
"""The name that stands for whichever theme the person's system asks for."""


class ChipColours(NamedTuple):
    """What a mark of one label is drawn with, each ``#rrggbb``.

    Attributes:
        fill: behind the text of a span.
        faint: behind the text of a suggestion.
        edge: border of a suggestion, underline of a drawn span: visible on paper and on both fills.
        tag: the label's name, readable on both fills.
    """

    fill: str
    faint: str
    edge: str
    tag: str


@lru_cache(maxsize=256)
def chip_colours(colour: str, theme: Theme) -> ChipColours:
    """Return what a mark is drawn with whose label has ``colour`` (``#rrggbb``).

    The text stays in the theme's own ink: both fills hold so little of the colour that any colour will do.
    """
    fill = mix(colour, theme.paper, theme.tint)
    faint = mix(colour, theme.paper, theme.tint / 4)
    return ChipColours(
        fill=fill,
        faint=faint,
        edge=readable(colour, theme.paper, fill, faint, least=theme.mark_contrast),
        tag=readable(colour, theme.paper, fill, faint, least=theme.text_contrast),
    )


def palette_of(theme: Theme) -> QPalette:
    """Return the palette for the whole application."""
    palette = QPalette()
    for role, colour in {
        QPalette.ColorRole.Window: theme.panel,
        QPalette.ColorRole.WindowText: theme.ink,
        QPalette.ColorRole.Base: theme.paper,
        QPalette.ColorRole.AlternateBase: mix(theme.panel, theme.paper, 0.5),
        QPalette.ColorRole.Text: theme.ink,
        QPalette.ColorRole.Button: theme.raised,
        QPalette.ColorRole.ButtonText: theme.ink,
        QPalette.ColorRole.BrightText: theme.on_accent,
        QPalette.ColorRole.Highlight: theme.accent,
        QPalette.ColorRole.HighlightedText: theme.on_accent,
        QPalette.ColorRole.Link: theme.accent,
        QPalette.ColorRole.LinkVisited: theme.accent,
        QPalette.ColorRole.PlaceholderText: theme.muted,
        QPalette.ColorRole.ToolTipBase: theme.raised,
        QPalette.ColorRole.ToolTipText: theme.ink,
        QPalette.ColorRole.Light: mix("#ffffff", theme.panel, 0.3),
        QPalette.ColorRole.Midlight: mix(theme.line, theme.panel, 0.5),
        QPalette.ColorRole.Mid: theme.line,
        QPalette.ColorRole.Dark: mix("#000000", theme.line, 0.3),
        QPalette.ColorRole.Shadow: mix("#000000", theme.line, 0.6),
    }.items():
        palette.setColor(role, QColor(colour))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(mix(theme.muted, theme.panel, 0.6)))
    return palette


def palette_of_ticks(theme: Theme) -> QPalette:
    """Return the palette for boxes that are ticked, whose frame the style makes darker than what lies behind them."""
    palette = palette_of(theme)
    if theme is DARK:
        palette.setColor(QPalette.ColorRole.Window, QColor(theme.muted).lighter(140))
    return palette


def chosen_background(theme: Theme) -> str:
    """Return what lies behind a chosen row; ink and muted text are readable on it."""
    return mix(theme.accent, theme.panel, 0.14 if theme.outlined else 0.18)


def theme_named(name: str) -> Theme:
    """Return the theme of that name; `SYSTEM`, or a name not known (any longer), gives what the system asks for."""
    return THEMES.get(name) or asked_for(QGuiApplication.styleHints().colorScheme(), more_contrast=_more_contrast())


def asked_for(scheme: Qt.ColorScheme, *, more_contrast: bool) -> Theme:
    """Return the theme that goes with what a system prefers; where it does not say, the light one."""
    if more_contrast:
        return HIGH_CONTRAST
    return DARK if scheme == Qt.ColorScheme.Dark else LIGHT


def _more_contrast() -> bool:
    hints = QGuiApplication.styleHints()
    if not hasattr(hints, "accessibility"):  # before Qt 6.10 nobody asks the system
        return False
    return hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast


class SystemTheme(QObject):
    """Says when the person's system asks for another theme than before.

    Signals:
        changed: the `Theme` it asks for now.
    """

    changed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        hints = QGuiApplication.styleHints()
        self._scheme, self._more_contrast = hints.colorScheme(), _more_contrast()
        hints.colorSchemeChanged.connect(self._take_scheme)
        if hasattr(hints, "accessibility"):
            hints.accessibility().contrastPreferenceChanged.connect(self._take_contrast)

    def theme(self) -> Theme:
        """Return the theme the system asks for."""
        return asked_for(self._scheme, more_contrast=self._more_contrast)

    def _take_scheme(self, scheme: Qt.ColorScheme) -> None:
        before, self._scheme = self.theme(), scheme
        self._tell(before)

    def _take_contrast(self, contrast: Qt.ContrastPreference) -> None:
        before, self._more_contrast = self.theme(), contrast == Qt.ContrastPreference.HighContrast
        self._tell(before)

    def _tell(self, before: Theme) -> None:
        if self.theme() is not before:
            self.changed.emit(self.theme())


def theme_of(palette: QPalette) -> Theme:
    """Return the theme a palette was made of; of another one `DARK` where its text is lighter than what lies behind."""
    for theme in THEMES.values():
        roles = {QPalette.ColorRole.Base: theme.paper, QPalette.ColorRole.Text: theme.ink}
        roles |= {QPalette.ColorRole.Window: theme.panel, QPalette.ColorRole.Highlight: theme.accent}
        if all(palette.color(role).name() == colour for role, colour in roles.items()):
            return theme
    text = palette.color(QPalette.ColorRole.Text).lightness()
    return DARK if text > palette.color(QPalette.ColorRole.Base).lightness() else LIGHT
