from __future__ import annotations

from collections import Counter
from itertools import product

import pytest
from PySide6.QtGui import QKeySequence

from annotator.core.labels import DEFAULT_LABELS
from annotator.ui.actions import MENUS, TABLE
from annotator.ui.keyboard import digit_of


@pytest.mark.parametrize("platform", ["linux", "win32", "darwin"])
@pytest.mark.parametrize("digit", list("123456789"))
def test_a_digit_is_a_digit_on_every_system(digit: str, platform: str) -> None:
    assert digit_of(digit, scan_code=99, virtual_key=99, platform=platform) == digit


@pytest.mark.parametrize(
    ("platform", "codes"),
    [("linux", range(10, 19)), ("win32", range(2, 11)), ("darwin", (18, 19, 20, 21, 23, 22, 26, 28, 25))],
)
def test_keys_of_the_digit_row_count_by_place(platform: str, codes: range) -> None:
    where = "virtual_key" if platform == "darwin" else "scan_code"
    found = [digit_of(text, platform=platform, **{where: code}) for text, code in zip("&é\"'(-è_ç", codes, strict=True)]
    assert found == list("123456789")


@pytest.mark.parametrize("row", ["&é\"'(-è_ç", "&é\"'(§è!ç"])
def test_without_a_place_the_french_and_belgian_rows_are_known(row: str) -> None:
    assert [digit_of(text, platform="linux") for text in row] == list("123456789")


@pytest.mark.parametrize("platform", ["linux", "win32", "darwin"])
def test_other_keys_are_no_digit(platform: str) -> None:
    for text, code in product(["a", "0", "à", "", "12", " "], [0, 60]):
        assert digit_of(text, scan_code=code, virtual_key=code, platform=platform) is None
    assert digit_of("(", scan_code=60, platform="linux") is None  # where the row has no such key, it is no digit


def test_no_key_is_used_twice() -> None:
    keys = [QKeySequence(key).toString() for described in TABLE for key in described.keys]
    keys += [label.key for label in DEFAULT_LABELS]
    assert all(keys)
    assert [key for key, count in Counter(keys).items() if count > 1] == []


def test_every_action_has_words_a_menu_and_one_name() -> None:
    assert len({described.name for described in TABLE}) == len(TABLE)
    for described in TABLE:
        assert described.text.strip()
        assert described.menu in MENUS


@pytest.mark.parametrize("menu", MENUS)
def test_no_letter_opens_two_things_in_one_menu(menu: str) -> None:
    letters = [each.text[each.text.index("&") + 1].lower() for each in TABLE if each.menu == menu and "&" in each.text]
    assert [letter for letter, count in Counter(letters).items() if count > 1] == []


def test_no_letter_opens_two_menus() -> None:
    letters = [title[title.index("&") + 1].lower() for title in MENUS.values()]
    assert len(set(letters)) == len(MENUS)
