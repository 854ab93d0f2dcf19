from __future__ import annotations

import re
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QPalette

from annotator.core.labels import DEFAULT_LABELS
from annotator.ui.stylesheet import stylesheet
from annotator.ui.theme import (
    DARK,
    HIGH_CONTRAST,
    LIGHT,
    READABLE,
    SYSTEM,
    THEMES,
    VISIBLE,
    SystemTheme,
    Theme,
    asked_for,
    chip_colours,
    chosen_background,
    contrast,
    luminance,
    mix,
    palette_of,
    readable,
    theme_named,
    theme_of,
)
from tests.ui.seeing import DEFICIENCIES, difference, seen_as

colours = st.integers(0, 0xFFFFFF).map("#{:06x}".format)
themes = pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)


def test_contrast_is_what_wcag_says() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.478, abs=0.001)
    assert contrast("#123456", "#123456") == 1
    assert luminance("#ff0000") == pytest.approx(0.2126)


@given(colours, colours)
def test_contrast_has_no_direction(one: str, two: str) -> None:
    assert contrast(one, two) == contrast(two, one)


def test_mixing_takes_shares() -> None:
    assert mix("#ff0000", "#000000", 0.2) == "#330000"
    assert mix("#123456", "#ffffff", 1) == "#123456"


@given(colours)
def test_a_colour_that_is_readable_already_is_left_alone(colour: str) -> None:
    found = readable(colour, "#ffffff")
    assert contrast(found, "#ffffff") >= READABLE
    if contrast(colour, "#ffffff") >= READABLE:
        assert found == colour


def test_where_no_shade_is_readable_the_nearest_is_taken() -> None:
    assert readable("#808080", "#000000", "#ffffff", least=10) in ("#000000", "#ffffff")


@themes
@given(colour=colours)
def test_a_label_of_any_colour_can_be_read(theme: Theme, colour: str) -> None:
    chip = chip_colours(colour, theme)
    for background in (chip.fill, chip.faint):
        assert contrast(chip.tag, background) >= theme.text_contrast
        assert contrast(theme.ink, background) >= theme.text_contrast  # what the text is painted with
        assert contrast(chip.edge, background) >= theme.mark_contrast
    assert contrast(chip.edge, theme.paper) >= theme.mark_contrast


@themes
def test_text_is_readable_everywhere(theme: Theme) -> None:
    for background in (theme.paper, theme.panel, theme.raised, chosen_background(theme)):
        assert contrast(theme.ink, background) >= 7
        assert contrast(theme.muted, background) >= theme.text_contrast
    for background in (theme.paper, theme.panel, theme.raised):
        assert contrast(theme.accent, background) >= theme.text_contrast
    assert contrast(theme.on_accent, theme.accent) >= theme.text_contrast


def test_high_contrast_asks_for_more() -> None:
    assert HIGH_CONTRAST.text_contrast >= 7
    assert {LIGHT.text_contrast, DARK.text_contrast} == {READABLE}


def rules(theme: Theme) -> dict[str, dict[str, str]]:
    """The properties of a style sheet by selector."""
    found: dict[str, dict[str, str]] = {}
    for selectors, body in re.findall(r"([^{}]+)\{([^{}]*)\}", stylesheet(theme)):
        pairs = (each.split(":", 1) for each in body.split(";") if ":" in each)
        told = {name.strip(): value.strip() for name, value in pairs}
        for selector in selectors.split(","):
            found.setdefault(" ".join(selector.split()), {}).update(told)
    return found


@themes
def test_every_rule_of_the_style_sheet_leaves_text_readable(theme: Theme) -> None:
    seen = 0
    for selector, told in rules(theme).items():
        backgrounds = [told["background"]] if told.get("background", "t")[0] == "#" else [theme.paper, theme.panel]
        for background in backgrounds:
            if "::handle" in selector or "::chunk" in selector or selector.startswith(("QScrollBar", "QSplitter")):
                continue
            colour = told.get("color", theme.ink)
            if selector in ("QFrame#rule", "QProgressBar"):  # no text in it
                continue
            seen += 1
            assert contrast(colour, background) >= theme.text_contrast, selector
    assert seen > 20


@themes
def test_where_something_is_to_be_typed_can_be_seen(theme: Theme) -> None:
    fields = {
        selector: told for selector, told in rules(theme).items() if re.search(r"Q(Line|PlainText)Edit", selector)
    }
    assert len(fields) > 5
    for selector, told in fields.items():
        edge = re.search("#[0-9a-f]{6}", told.get("border", told.get("border-color", "")))
        for background in (theme.paper, theme.panel):
            assert edge is None or contrast(edge[0], background) >= VISIBLE, selector
    assert "border" in fields["FilterBar QLineEdit"]


@themes
def test_every_pair_of_the_palette_is_readable(theme: Theme) -> None:
    role = QPalette.ColorRole
    palette = palette_of(theme)
    for group in (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive):
        for text, background in (
            (role.WindowText, role.Window),
            (role.Text, role.Base),
            (role.Text, role.AlternateBase),
            (role.ButtonText, role.Button),
            (role.BrightText, role.Highlight),
            (role.HighlightedText, role.Highlight),
            (role.PlaceholderText, role.Base),
            (role.ToolTipText, role.ToolTipBase),
            (role.Link, role.Base),
            (role.Link, role.Window),
            (role.LinkVisited, role.Base),
        ):
            one, other = palette.color(group, text).name(), palette.color(group, background).name()
            assert contrast(one, other) >= theme.text_contrast, (text, background)


# Whose eyes see colours otherwise

FAR_APART = 10.0  # two patches are taken for different colours at a glance; 2.3 is the least one can see
APART = 4.0  # the same of pale backgrounds, which never stand alone: each has the label's name in it


@pytest.mark.parametrize("eyes", DEFICIENCIES)
def test_the_labels_of_a_new_project_stay_apart_for_all_eyes(eyes: str) -> None:
    for one, other in combinations([label.colour for label in DEFAULT_LABELS], 2):
        assert difference(seen_as(one, eyes), seen_as(other, eyes)) >= FAR_APART, (one, other)


@themes
@pytest.mark.parametrize("eyes", DEFICIENCIES)
def test_their_chips_stay_apart_for_all_eyes(theme: Theme, eyes: str) -> None:
    drawn = [chip_colours(label.colour, theme) for label in DEFAULT_LABELS]
    for one, other in combinations(drawn, 2):
        assert difference(seen_as(one.fill, eyes), seen_as(other.fill, eyes)) >= APART
        assert difference(seen_as(one.edge, eyes), seen_as(other.edge, eyes)) >= APART
    assert all(contrast(chip.fill, theme.paper) > 1.05 for chip in drawn)


def test_the_measure_of_difference_is_the_published_one() -> None:
    # Black and white are 100 apart by definition; red and green are far, and near for those who lack the long cones.
    assert difference((0.0, 0.0, 0.0), (1.0, 1.0, 1.0)) == pytest.approx(100, abs=0.1)
    red, green = "#c04000", "#708000"
    assert difference(seen_as(red, "none"), seen_as(green, "none")) > 25
    assert difference(seen_as(red, "deuteranopia"), seen_as(green, "deuteranopia")) < 12
    assert seen_as("#ffffff", "protanopia") == pytest.approx((1, 1, 1), abs=0.001)


# What the system asks for


@pytest.mark.parametrize(
    ("scheme", "more_contrast", "theme"),
    [
        (Qt.ColorScheme.Unknown, False, LIGHT),
        (Qt.ColorScheme.Light, False, LIGHT),
        (Qt.ColorScheme.Dark, False, DARK),
        (Qt.ColorScheme.Dark, True, HIGH_CONTRAST),
    ],
)
def test_the_system_s_wish_is_a_theme(scheme: Qt.ColorScheme, more_contrast: bool, theme: Theme) -> None:
    assert asked_for(scheme, more_contrast=more_contrast) is theme


def test_themes_are_found_by_name(qapp: QGuiApplication) -> None:
    assert [theme_named(name) for name in THEMES] == list(THEMES.values())
    assert theme_named(SYSTEM) in THEMES.values()
    assert theme_named("a name of another version") is theme_named(SYSTEM)


def test_another_wish_of_the_system_is_heard_at_once(qapp: QGuiApplication) -> None:
    system = SystemTheme()
    heard: list[Theme] = []
    system.changed.connect(heard.append)
    hints = QGuiApplication.styleHints()
    before = system.theme()
    for scheme in (Qt.ColorScheme.Dark, Qt.ColorScheme.Dark, Qt.ColorScheme.Light):
        hints.colorSchemeChanged.emit(scheme)
    assert before is LIGHT
    assert heard == [DARK, LIGHT]
    hints.accessibility().contrastPreferenceChanged.emit(Qt.ContrastPreference.HighContrast)
    assert system.theme() is heard[-1] is HIGH_CONTRAST


def test_the_palette_carries_its_theme(qapp: QGuiApplication) -> None:
    assert theme_of(palette_of(LIGHT)) is LIGHT
    assert theme_of(palette_of(DARK)) is DARK
    assert theme_of(palette_of(HIGH_CONTRAST)) is HIGH_CONTRAST
    assert palette_of(DARK).color(QPalette.ColorRole.Base).name() == DARK.paper
