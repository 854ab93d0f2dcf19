"""Every currency that CLDR names in French is known by that name."""

from __future__ import annotations

import re

import pytest
from babel import Locale
from babel.core import get_global
from babel.numbers import get_currency_name

from annotator.core.currencies import currency_of

_IN_USE = sorted({use[0] for uses in get_global("territory_currencies").values() for use in uses if use[2] is None})
_NO_COUNTRYS = {"XCD", "XPF", "XDR"}  # of the codes with X the others are metals, bonds, tests and open CFA francs


@pytest.mark.parametrize(
    "code", [code for code in _IN_USE if code in Locale("fr").currencies and (code[0] != "X" or code in _NO_COUNTRYS)]
)
def test_the_french_name_of_a_currency_in_use_gives_its_code(code: str) -> None:
    for count in (1, 5):
        name = re.sub(r"\s*\(.*?\)", "", get_currency_name(code, count, "fr"))
        found = currency_of(f"{count} {name}")
        same_name = {other for other in _IN_USE if get_currency_name(other, count, "fr").startswith(name)}
        assert found in {code} | same_name


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("3 000 dirhams des Émirats arabes unis", "AED"),
        ("5 livres de Gibraltar", "GIP"),
        ("deux millions de dollars bélizéens", "BZD"),
        ("12 dollars", None),
        ("cent francs CFA", None),
        ("500 droits de tirage spéciaux", "XDR"),
    ],
)
def test_names_of_several_words(text: str, code: str | None) -> None:
    assert currency_of(text) == code
