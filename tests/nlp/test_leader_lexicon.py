"""The lexicons of leaders, titles and given names are what their headers say: an edit by hand cannot break them."""

from __future__ import annotations

import unicodedata
from collections import Counter

import pytest

from annotator.paths import resource

FILES = ("leaders.tsv", "titles.tsv", "given_names.txt")
TITLE_KINDS = {
    "office",
    "parliamentary",
    "diplomatic",
    "military",
    "royal",
    "party",
    "institution",
    "civility",
    "negative",
    "portfolio",
    "complement_ok",
    "not_after",
    "modifier",
    "regime",
    "eponym",
}
TITLES_OF_LEADERS = TITLE_KINDS - {
    "civility",
    "negative",
    "portfolio",
    "complement_ok",
    "not_after",
    "modifier",
    "regime",
    "eponym",
}


def lines(name: str) -> list[str]:
    """Return the data lines of a lexicon: neither blank nor comment."""
    text = resource("lexicons", name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def repeated(values: list[str]) -> list[str]:
    return sorted(value for value, count in Counter(values).items() if count > 1)


@pytest.fixture(scope="module")
def leaders() -> list[list[str]]:
    return [line.split("\t") for line in lines("leaders.tsv")]


@pytest.fixture(scope="module")
def titles() -> list[list[str]]:
    return [line.split("\t") for line in lines("titles.tsv")]


@pytest.mark.parametrize("name", FILES)
def test_text_is_nfc_with_unix_line_ends_and_no_stray_blanks(name: str) -> None:
    raw = resource("lexicons", name).read_bytes()
    text = raw.decode("utf-8")
    assert unicodedata.is_normalized("NFC", text)
    assert b"\r" not in raw
    assert text.endswith("\n")
    stray = [line for line in text.split("\n") if line != line.rstrip(" \u00a0") or "  " in line.split("#")[0]]
    assert stray == []
    assert "’" not in text, "write straight apostrophes; matching folds the other shapes"


def test_each_leader_has_six_columns_and_stands_once(leaders: list[list[str]]) -> None:
    assert [row for row in leaders if len(row) != 6] == []
    assert repeated([row[0] for row in leaders]) == []


def test_leader_fields_are_filled_and_trimmed(leaders: list[list[str]]) -> None:
    wrong = [
        row for row in leaders if any(field != field.strip() for field in row) or not (row[0] and row[2] and row[3])
    ]
    assert wrong == []


def test_leader_aliases_differ_from_the_name_and_from_each_other(leaders: list[list[str]]) -> None:
    wrong = []
    for name, aliases, *_ in leaders:
        forms = [name, *(aliases.split("|") if aliases else [])]
        if len(set(forms)) < len(forms) or any(form != form.strip() or len(form) < 2 for form in forms):
            wrong.append(name)
    assert wrong == []


def test_leader_names_carry_a_capital(leaders: list[list[str]]) -> None:
    forms = [form for row in leaders for form in [row[0], *row[1].split("|")] if form]
    assert [form for form in forms if not any(letter.isupper() for letter in form)] == []


def test_leader_years_are_sane(leaders: list[list[str]]) -> None:
    wrong = []
    for name, _, _, _, first, last in leaders:
        years = [int(year) for year in (first, last) if year]
        if not first or years != sorted(years) or not all(1850 <= year <= 2100 for year in years):
            wrong.append(name)
    assert wrong == []


def test_leader_offices_are_written_in_lower_case(leaders: list[list[str]]) -> None:
    assert [row[0] for row in leaders if row[3] != row[3].lower()] == []


@pytest.mark.parametrize(
    "form",
    [
        "Emmanuel Macron",
        "Volodymyr Zelensky",
        "Xi Jinping",
        "MBS",
        "Lula",
        "Benjamin Netanyahu",
        "Le Pen",
        "von der Leyen",
    ],
)
def test_the_forms_newspapers_use_are_found(leaders: list[list[str]], form: str) -> None:
    assert any(form in (row[0], *row[1].split("|")) for row in leaders)


def test_each_title_has_three_columns_a_known_kind_and_stands_once(titles: list[list[str]]) -> None:
    assert [row for row in titles if len(row) != 3 or row[1] not in TITLE_KINDS] == []
    assert repeated([f"{form} ({kind})" for form, kind, _ in titles]) == []
    assert {kind for _, kind, _ in titles} == TITLE_KINDS


def test_titles_are_trimmed_and_in_lower_case(titles: list[list[str]]) -> None:
    assert [row for row in titles if row[0] != row[0].lower() or any(f != f.strip() or not f for f in row)] == []


def test_a_title_of_a_leader_says_how_far_it_carries(titles: list[list[str]]) -> None:
    wrong = [
        row
        for row in titles
        if row[1] in TITLES_OF_LEADERS and row[2].split(";")[0] not in {"strong", "complement", "weak"}
    ]
    assert wrong == []


def test_no_title_makes_and_unmakes_a_leader(titles: list[list[str]]) -> None:
    for_it = {form for form, kind, _ in titles if kind in TITLES_OF_LEADERS}
    against = {form for form, kind, _ in titles if kind == "negative"}
    assert for_it & against == set()


def test_given_names_stand_once_and_are_single_words_with_a_capital() -> None:
    names = lines("given_names.txt")
    assert repeated(names) == []
    assert [name for name in names if name.split() != [name] or not name[0].isupper()] == []


def test_given_names_are_sorted_under_their_headings() -> None:
    def key(name: str) -> str:
        return unicodedata.normalize("NFD", name).casefold()

    text = resource("lexicons", "given_names.txt").read_text(encoding="utf-8")
    groups = [
        [line for line in block.splitlines() if line and not line.startswith("#")] for block in text.split("\n\n")
    ]
    assert [group for group in groups if group != sorted(group, key=key)] == []
    assert text.count("\n# ambiguous\n") == 1
