"""The lexicons are clean data: they parse, say nothing twice, and keep to the columns their headers document."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator

import pytest

from annotator.nlp.lexicons import rows, variants
from annotator.paths import resource

FAMILIES = {
    "missile",
    "artillery",
    "armour",
    "aircraft",
    "helicopter",
    "ship",
    "submarine",
    "drone",
    "small-arm",
    "munition",
    "mine",
    "nuclear",
    "chemical",
    "riot-control",
    "air-defence",
    "explosive",
    "blade",
    "other",
}

# File, number of columns.
TABLES = {
    "weapons.tsv": 5,
    "weapon_heads.tsv": 5,
    "weapon_modifiers.tsv": 4,
    "weapon_civil.tsv": 4,
    "alliances.tsv": 4,
    "countries.tsv": 4,
    "country_context.tsv": 4,
}


def table(name: str) -> list[list[str]]:
    return list(rows(name, columns=TABLES[name]))


def repeated(keys: Iterator[object]) -> list[object]:
    return [key for key, count in Counter(keys).items() if count > 1]


@pytest.fixture(params=TABLES)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def test_is_normalised_utf8_that_ends_with_one_line_break(name: str) -> None:
    text = resource("lexicons", name).read_bytes().decode("utf-8")
    assert unicodedata.is_normalized("NFC", text)
    assert text.endswith("\n")
    assert not text.endswith("\n\n")
    assert "\r" not in text
    assert not text.startswith("\ufeff")


def test_header_documents_every_column(name: str) -> None:
    lines = resource("lexicons", name).read_text(encoding="utf-8").splitlines()
    header = [line for line in lines[: lines.index("")] if line.startswith("#")]
    documented = [int(found[1]) for line in header if (found := re.match(r"#   (\d) \w", line))]
    assert documented == list(range(1, TABLES[name] + 1))


def test_lines_have_clean_fields(name: str) -> None:
    for number, line in enumerate(resource("lexicons", name).read_text(encoding="utf-8").splitlines(), 1):
        where = f"{name}:{number}: {line!r}"
        assert line == line.rstrip(), where
        if not line or line.startswith("#"):
            continue
        fields = line.split("\t")
        assert len(fields) <= TABLES[name], where
        for field in fields:
            assert field == field.strip(), where
            assert "  " not in field, where
            assert not field.startswith("|"), where
            assert not field.endswith("|"), where
            assert "||" not in field, where
            assert not re.search("[\u00a0\u202f\u200b\u00ad]", field), where


def test_comment_lines_stay_short_enough_to_read(name: str) -> None:
    lines = resource("lexicons", name).read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if line.startswith("#") and len(line) > 125] == []


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("weapon_heads.tsv", lambda row: (row[0], row[1])),
        ("weapon_civil.tsv", lambda row: (row[0], row[2])),
        ("alliances.tsv", lambda row: row[0]),
        ("countries.tsv", lambda row: row[0]),
        ("country_context.tsv", lambda row: (row[0], row[1])),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_no_row_comes_twice(name: str, key: Callable[[list[str]], object]) -> None:
    assert repeated(key(row) for row in table(name)) == []


def test_a_weapon_spelling_stands_in_one_row() -> None:
    assert repeated(form for row in table("weapons.tsv") for form in (row[0], *variants(row[1]))) == []


def test_weapons_are_many_and_of_known_families() -> None:
    found = table("weapons.tsv")
    assert len(found) >= 700
    for designation, _others, family, head, flag in found:
        assert family in FAMILIES, designation
        assert head, designation
        assert flag in ("", "ambiguous"), designation


@pytest.mark.parametrize(
    "form",
    [
        "HIMARS",
        "Himars",
        "Leopard 2A6",
        "Léopard 2",
        "F-16",
        "F16",
        "MiG-29",
        "S-300",
        "Kh-101",
        "Storm Shadow",
        "Kinjal",
        "Shahed-136",
        "AK-47",
        "RPG-7",
        "ATACMS",
        "NASAMS",
        "Hwasong-15",
        "T-34",
        "Iskander-M",
        "Novitchok",
        "LBD 40",
    ],
)
def test_a_clear_designation_is_listed_as_clear(form: str) -> None:
    assert flags_of(form) == [""]


@pytest.mark.parametrize(
    "form",
    [
        "Patriot",
        "Javelin",
        "Tigre",
        "Rafale",
        "Mirage",
        "Charles-de-Gaulle",
        "Abrams",
        "Bradley",
        "César",
        "Harpon",
        "Stinger",
        "Hawk",
        "Gepard",
        "Marder",
        "Puma",
        "Tornado",
        "Typhoon",
        "Moskva",
        "Lancet",
        "Barrett",
        "A10",
        "M16",
    ],
)
def test_a_designation_that_is_also_something_else_is_marked(form: str) -> None:
    assert flags_of(form) == ["ambiguous"]


def flags_of(form: str) -> list[str]:
    return [row[4] for row in table("weapons.tsv") if form in (row[0], *variants(row[1]))]


def test_heads_have_a_form_a_family_and_a_policy() -> None:
    for singular, plural, family, policy, _note in table("weapon_heads.tsv"):
        assert singular or plural
        assert family in FAMILIES, singular
        assert policy in ("always", "context", "never"), singular


@pytest.mark.parametrize(
    ("singular", "plural"),
    [
        ("obus", "obus"),
        ("porte-avions", "porte-avions"),
        ("arsenal", "arsenaux"),
        ("fusil-mitrailleur", "fusils-mitrailleurs"),
        ("chasseur-bombardier", "chasseurs-bombardiers"),
        ("missile balistique intercontinental", "missiles balistiques intercontinentaux"),
        ("mine antipersonnel", "mines antipersonnel"),
        ("couteau", "couteaux"),
        ("flash-ball", "flash-balls"),
        ("pistolet à impulsion électrique", "pistolets à impulsion électrique"),
    ],
)
def test_plurals_are_french(singular: str, plural: str) -> None:
    assert [singular, plural] in [row[:2] for row in table("weapon_heads.tsv")]


def test_modifiers_name_known_kinds_and_families_and_repeat_no_form() -> None:
    forms = []
    for kind, listed, families, _note in table("weapon_modifiers.tsv"):
        assert kind in ("adjective", "complement", "unit", "mark", "between", "outside")
        assert set(families.split()) <= FAMILIES, listed
        forms += [(kind, form) for form in variants(listed)]
    assert repeated(iter(forms)) == []


def test_no_modifier_is_both_inside_and_outside() -> None:
    by_kind: dict[str, set[str]] = {}
    for kind, listed, _families, _note in table("weapon_modifiers.tsv"):
        by_kind.setdefault(kind, set()).update(variants(listed))
    assert (by_kind["adjective"] | by_kind["complement"]) & (by_kind["outside"] | by_kind["between"]) == set()


def test_civil_rows_say_where() -> None:
    for form, words, where, _note in table("weapon_civil.tsv"):
        assert where in ("itself", "before", "after", "window", "article"), form
        assert (where == "itself") == (not words), form


def test_alliances_have_known_kinds() -> None:
    assert {row[2] for row in table("alliances.tsv")} <= {"", "short", "not", "holds"}


def test_an_alliance_form_has_one_meaning() -> None:
    forms = [
        (form, name)
        for name, others, kind, _ in table("alliances.tsv")
        if kind != "holds"
        for form in (name, *variants(others))
    ]
    assert repeated(form for form, _ in forms) == []


@pytest.mark.parametrize(
    "form",
    [
        "OTAN",
        "Otan",
        "ONU",
        "UE",
        "G7",
        "Nations unies",
        "Union africaine",
        "CEDEAO",
        "BRICS",
        "Ligue arabe",
        "Pacte de Varsovie",
        "OPEP",
        "OSCE",
        "FMI",
        "OMC",
        "AIEA",
        "Alliance atlantique",
    ],
)
def test_the_alliances_of_the_guidelines_are_listed(form: str) -> None:
    assert form in listed_alliances({"", "short"})


@pytest.mark.parametrize(
    "form", ["Commission européenne", "Parlement européen", "CPI", "zone euro", "espace Schengen", "BCE"]
)
def test_the_look_alikes_of_the_guidelines_are_kept_out(form: str) -> None:
    assert form in listed_alliances({"not"})


def listed_alliances(kinds: set[str]) -> set[str]:
    return {
        form for name, others, kind, _ in table("alliances.tsv") if kind in kinds for form in (name, *variants(others))
    }


def test_country_contexts_have_known_rules() -> None:
    for form, rule, names, _note in table("country_context.tsv"):
        assert rule in ("prefix", "suffix", "itself", "keep", "need", "unless", "near", "team"), form
        assert names or rule not in ("need", "unless", "near"), form
