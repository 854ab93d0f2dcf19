"""Every word of the window is translated, and nothing else is in the translation file."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.ui.action_table import MENUS, TABLE
from tests.ui.translation import QM, TS, UI, Key, Message, calls, is_literal, messages, modules, tree

ENGLISH = {message.key: message.translation for message in messages(TS)}

_WRITES = frozenset(
    (
        "setText", "setPlainText", "setToolTip", "setStatusTip", "setWhatsThis", "setAccessibleName",
        "setAccessibleDescription", "setWindowTitle", "setPlaceholderText", "setTitle", "setPrefix", "setSuffix",
        "setSpecialValueText", "setInformativeText", "setLabelText", "setHorizontalHeaderLabels",
        "setVerticalHeaderLabels", "addAction", "addMenu", "addTab", "addRow", "addItem", "addItems", "addButton",
        "setTabText", "setItemText", "setNameFilter", "setNameFilters", "insertItem", "insertTab",
        "setDetailedText", "tell", "complain",
        "showMessage", "drawText", "QLabel", "QPushButton", "QCheckBox", "QRadioButton", "QGroupBox", "QAction",
        "QMenu", "QTableWidgetItem", "QListWidgetItem", "QTreeWidgetItem", "QStandardItem", "QMessageBox",
        "QShortcut",
    )
)  # fmt: skip
_TRANSLATES = frozenset(("tr", "translate", "QT_TRANSLATE_NOOP"))
_ACCENTED = "àâçéèêëîïôûùüœÀÂÇÉÈÊËÎÏÔÛÙÜŒ"
_FRENCH = re.compile(
    rf"[«»]|[{_ACCENTED}][a-z{_ACCENTED}][a-z]|[a-z][a-z{_ACCENTED}][{_ACCENTED}]"
    r"|\w[ \u00a0\u202f][:;!?]|^[ \u00a0][:;]"
)
_NEVER_SHOWN = frozenset(("setObjectName", "setProperty", "getattr", "get"))
_NAMES_OF_THE_PROGRAM = frozenset(("Annotator", "annotator"))


def _tool(name: str, *arguments: str | Path) -> None:
    """Run one of Qt's tools that lie beside the interpreter."""
    command = [Path(sys.executable).with_name(name), *arguments]
    done = subprocess.run(command, cwd=UI.parents[1], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_translation_file_is_up_to_date_with_the_code(tmp_path: Path) -> None:
    _tool("pyside6-lupdate", "-silent", "-extensions", "py", UI, "-ts", tmp_path / "now.ts")
    now = {message.key for message in messages(tmp_path / "now.ts")}
    assert now, "lupdate has found no words at all"
    assert now - set(ENGLISH) == set(), "not in the file yet: run `make translate`"
    assert set(ENGLISH) - now == set(), "no longer in the code: run `make translate`"


def test_the_compiled_translation_is_made_of_the_one_people_edit(tmp_path: Path) -> None:
    _tool("pyside6-lrelease", "-silent", TS, "-qm", tmp_path / "now.qm")
    assert (tmp_path / "now.qm").read_bytes() == QM.read_bytes(), "run `make translate`"


def test_nothing_is_untranslated_unfinished_or_obsolete() -> None:
    assert [message.key for message in messages(TS) if message.kind or not message.translation.strip()] == []


def test_lupdate_sees_every_text_that_the_code_translates() -> None:
    """It overlooks what stands in an f-string and takes variables for nothing."""
    seen = set()
    for module in modules():
        for call in calls(module):
            arguments = call.node.args
            if call.function == "tr" and isinstance(call.node.func, ast.Attribute):
                assert is_literal(arguments[0]), f"{call.where}: tr() of something that is no literal text"
                seen.add((call.where, Key(call.within, arguments[0].value)))  # type: ignore[attr-defined]
            elif call.function in ("translate", "QT_TRANSLATE_NOOP") and is_literal(arguments[0]):
                context = arguments[0].value  # type: ignore[attr-defined]
                if is_literal(arguments[1]):
                    seen.add((call.where, Key(context, arguments[1].value)))  # type: ignore[attr-defined]
                else:  # out of a table of this context
                    assert any(key.context == context for key in ENGLISH), call.where
    assert [(where, key) for where, key in sorted(seen) if key not in ENGLISH] == []


# What source and translation have to have in common


def _each() -> list[Message]:
    return [message for message in messages(TS) if not message.kind]


def test_placeholders_agree() -> None:
    def placeholders(text: str) -> list[str]:
        return sorted(set(re.findall(r"{[^{}]*}|%\d|%n", text)))

    assert [each for each in _each() if placeholders(each.key.source) != placeholders(each.translation)] == []


def test_mnemonics_agree() -> None:
    def mnemonics(text: str) -> int:
        return len(re.findall(r"&(?=\w)", text.replace("&&", "")))

    assert all(mnemonics(each.key.source) < 2 for each in _each())
    assert [each for each in _each() if mnemonics(each.key.source) != mnemonics(each.translation)] == []


@pytest.mark.parametrize("end", ["…", ".", "?", "!", ":", " ", "\u00a0"])
def test_ends_agree(end: str) -> None:
    def ends(text: str) -> bool:
        return text.endswith(end)

    sentences = [each for each in _each() if each.key.context != "keys"]  # «Page préc.» is PgUp
    assert [each for each in sentences if ends(each.key.source) != ends(each.translation)] == []


def test_beginnings_agree() -> None:
    """A blank that joins a text to another one; French has one before its marks besides."""
    joined = [each for each in _each() if not re.match(r" [:;!?]", each.key.source)]
    assert [each for each in joined if each.key.source.startswith(" ") != each.translation.startswith(" ")] == []


def test_markup_and_lines_agree() -> None:
    def markup(text: str) -> list[str]:
        return re.findall(r"</?\w+[^>]*>|\n", text)

    assert [each for each in _each() if markup(each.key.source) != markup(each.translation)] == []


def test_english_is_typeset_as_english() -> None:
    """Other quotes than French, no blanks before its marks, and the apostrophe Qt's own words have."""
    assert [each for each in _each() if re.search(r"[«»]|\w[ \u00a0\u202f][:;!?](?!\))", each.translation)] == []


@pytest.mark.parametrize("menu", MENUS)
def test_no_two_actions_of_a_menu_have_one_mnemonic_in_english(menu: str) -> None:
    def mnemonic(source: str) -> str:
        found = re.search(r"&(\w)", ENGLISH[Key("actions", source)])
        return found.group(1).lower() if found else ""

    letters = [letter for each in TABLE if each.menu == menu and (letter := mnemonic(each.text))]
    assert sorted(letters) == sorted(set(letters))
    titles = [mnemonic(title) for title in MENUS.values()]
    assert sorted(titles) == sorted(set(titles))
    assert all(titles)


# What people can see goes through the translation


def _texts(node: ast.AST) -> Iterator[str]:
    """Yield the texts of an expression that are not translated and not keys of a table or names of a property."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    if isinstance(node, ast.Call):
        function = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
        if function in _TRANSLATES | _NEVER_SHOWN:
            return
    for name, value in ast.iter_fields(node):
        if isinstance(node, ast.Subscript) and name == "slice":
            continue
        if isinstance(node, ast.Compare) or (isinstance(node, ast.FormattedValue) and name == "format_spec"):
            continue
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.AST) and not isinstance(child, ast.Lambda):
                yield from _texts(child)


def _is_words(text: str) -> bool:
    plain = re.sub(r"<[^>]*>|{[^}]*}", "", text)
    return bool(re.search(r"[^\W\d_]{2}", plain)) and plain.strip(" –") not in _NAMES_OF_THE_PROGRAM


def test_no_words_reach_the_screen_without_translation() -> None:
    escaped = [
        f"{call.where} {call.function}: {text!r}"
        for module in modules()
        for call in calls(module)
        if call.function in _WRITES
        for argument in [*call.node.args, *(each.value for each in call.node.keywords)]
        for text in _texts(argument)
        if _is_words(text)
    ]
    assert escaped == []


def _untranslated_french(module: Path, *, but: str) -> Iterator[str]:
    """Yield the French texts of a module that nothing translates, ``but`` the value of one constant.

    Both wordings side by side are a translation.
    """

    def walk(node: ast.AST) -> Iterator[str]:
        if isinstance(node, ast.Expr) and is_literal(node.value):
            return  # a docstring
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name) and node.targets[0].id == but:
            return
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name | ast.Attribute):
            function = node.func.id if isinstance(node.func, ast.Name) else node.func.attr
            if function in _TRANSLATES | {"Wording", "UserError", "sub", "compile"}:
                return
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and _FRENCH.search(node.value):
            yield f"{module.relative_to(UI)}:{node.lineno}: {node.value!r}"
        for child in ast.iter_child_nodes(node):
            yield from walk(child)

    yield from walk(tree(module))


def test_no_french_stands_in_the_code_outside_of_what_is_translated() -> None:
    keys_on_the_keyboard, typical_sentence, own_name = "keyboard.py", "_SAMPLE", "'Français'"
    assert [
        text
        for module in modules()
        if module.name != keys_on_the_keyboard
        for text in _untranslated_french(module, but=typical_sentence)
        if not text.endswith(own_name)
    ] == []


def test_nothing_is_shown_in_french_alone() -> None:
    """A `Wording` is shown in the window's language, never by its field; errors are made of both."""

    def fields(node: ast.AST) -> Iterator[int]:
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("UserError", "Wording"):
            return
        if isinstance(node, ast.Attribute) and node.attr in ("fr", "en"):
            yield node.lineno
        for child in ast.iter_child_nodes(node):
            yield from fields(child)

    where_both_are_edited = "label_form.py"
    found = [
        f"{module.relative_to(UI)}:{line}"
        for module in modules()
        if module.name != where_both_are_edited
        for line in fields(tree(module))
    ]
    assert found == []
