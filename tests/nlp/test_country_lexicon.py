"""The country lexicon: names of states, and the territories and regions that are none."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict

import pytest
from babel import Locale

from annotator.nlp.lexicons import rows
from annotator.nlp.rules import word_lists

KINDS = {"official", "short", "newspaper", "abbreviation", "historical", "selfdeclared", "ambiguous", "not"}


def listed() -> list[list[str]]:
    return list(rows("countries.tsv", columns=4))


def folded(form: str) -> str:
    plain = "".join(each for each in unicodedata.normalize("NFD", form.lower()) if not unicodedata.combining(each))
    return re.sub("[-‐‑]", " ", plain.replace("’", "'"))


def kind_of(form: str) -> str | None:
    return {folded(row[0]): row[2] for row in listed()}.get(folded(form))


def test_every_row_has_a_known_kind_and_code() -> None:
    territories = set(Locale("fr").territories)
    for form, code, kind, _note in listed():
        assert kind in KINDS, form
        assert not code or code in territories, form


def test_no_form_is_listed_with_two_kinds_once_accents_and_hyphens_are_folded() -> None:
    found = defaultdict(list)
    for form, _code, kind, _note in listed():
        found[folded(form)].append(kind)
    assert {form: kinds for form, kinds in found.items() if len(kinds) > 1} == {}


def test_abbreviations_are_capitals() -> None:
    for form, _code, kind, _note in listed():
        if kind == "abbreviation":
            assert form == form.upper(), form


def test_names_start_with_a_capital_somewhere() -> None:
    assert [row[0] for row in listed() if not any(each.isupper() for each in row[0])] == []


def test_no_prefix_that_the_tokenizer_cuts_off_is_part_of_a_name() -> None:
    assert [row[0] for row in listed() if row[0].lower().startswith(("ex-", "pro-", "anti-"))] == []


def test_a_territory_that_rules_drop_from_cldr_is_no_state_here() -> None:
    dropped = set(word_lists("country")["not_states"])
    states = {
        (form, code)
        for form, code, kind, _note in listed()
        if code in dropped
        and kind not in ("not", "selfdeclared")
        and not form.endswith("Cook")
        and code not in ("CK", "NU")
    }
    assert states == set()


@pytest.mark.parametrize(
    "form",
    [
        "République française",
        "Fédération de Russie",
        "République populaire de Chine",
        "République islamique d'Iran",
        "USA",
        "Etats-Unis",
        "RDC",
        "RD Congo",
        "Birmanie",
        "Corée du Nord",
        "Tchéquie",
        "Émirats arabes unis",
        "Swaziland",
        "Grande-Bretagne",
        "Cap-Vert",
    ],
)
def test_present_states_are_listed_beyond_cldr(form: str) -> None:
    assert kind_of(form) in ("official", "short", "newspaper", "abbreviation")


@pytest.mark.parametrize(
    "form", ["URSS", "Yougoslavie", "Tchécoslovaquie", "RDA", "RFA", "Zaïre", "Haute-Volta", "Empire ottoman", "Prusse"]
)
def test_past_states_are_listed_as_past(form: str) -> None:
    assert kind_of(form) == "historical"


@pytest.mark.parametrize(
    "form", ["Transnistrie", "Somaliland", "Abkhazie", "Ossétie du Sud", "RASD", "République populaire de Donetsk"]
)
def test_self_declared_states_are_listed_as_such(form: str) -> None:
    assert kind_of(form) == "selfdeclared"


@pytest.mark.parametrize(
    "form", ["Hollande", "Géorgie", "Niger", "Congo", "Guinée", "Grenade", "Dominique", "Maurice", "Salvador"]
)
def test_names_with_another_meaning_are_marked(form: str) -> None:
    assert kind_of(form) == "ambiguous"


@pytest.mark.parametrize(
    "form",
    [
        "Guyane",
        "Martinique",
        "Porto Rico",
        "Groenland",
        "Hong Kong",
        "Gibraltar",
        "Écosse",
        "Crimée",
        "Donbas",
        "Donbass",
        "Europe",
        "Occident",
        "Sahara occidental",
        "Kurdistan",
        "Nouvelle-Calédonie",
        "Pays de Galles",
    ],
)
def test_territories_and_regions_are_no_states(form: str) -> None:
    assert kind_of(form) == "not"
