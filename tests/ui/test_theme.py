from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QGuiApplication, QPalette

from annotator.core.labels import DEFAULT_LABELS
from annotator.ui.theme import (
    DARK,
    LIGHT,
    READABLE,
    THEMES,
    VISIBLE,
    Theme,
    chip_colours,
    contrast,
    luminance,
    mix,
    palette_of,
    readable,
    theme_of,
)

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
        assert contrast(chip.tag, background) >= READABLE
        assert contrast(theme.ink, background) >= READABLE  # what the text is painted with
        assert contrast(chip.edge, background) >= VISIBLE
    assert contrast(chip.edge, theme.paper) >= VISIBLE


@themes
def test_text_is_readable_everywhere(theme: Theme) -> None:
    for background in (theme.paper, theme.panel, theme.raised):
        assert contrast(theme.ink, background) >= 7
        assert contrast(theme.muted, background) >= READABLE
        assert contrast(theme.accent, background) >= READABLE
    assert contrast(theme.on_accent, theme.accent) >= READABLE


@themes
def test_the_labels_of_a_new_project_stay_apart(theme: Theme) -> None:
    fills = {chip_colours(label.colour, theme).fill for label in DEFAULT_LABELS}
    assert len(fills) == len(DEFAULT_LABELS)
    assert all(fill != theme.paper for fill in fills)


def test_the_palette_carries_its_theme(qapp: QGuiApplication) -> None:
    assert theme_of(palette_of(LIGHT)) is LIGHT
    assert theme_of(palette_of(DARK)) is DARK
    assert palette_of(DARK).color(QPalette.ColorRole.Base).name() == DARK.paper
