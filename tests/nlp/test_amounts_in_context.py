"""Amounts whose currency is also another word, and currencies spoken of as such."""

from __future__ import annotations

import pytest

from tests.nlp.marked import assert_proposed


@pytest.mark.parametrize(
    "marked",
    [
        "Les grévistes demandent [12 500 rands|S] par mois.",
        "Il a promis [50 000 kinas|S] aux familles et [2 000 cédis|S] aux blessés.",
        "Une amende de [800 livres|S] lui a été infligée.",
        "Introduit en Bourse à [19 livres|S], le titre a fini à [18,10 livres|S].",
        "Une bouteille à [50 cents|S].",
        "Il a volé [6 500 £|S] et [800 livres|S].",
    ],
)
def test_amounts(marked: str) -> None:
    assert_proposed(marked, "S")


@pytest.mark.parametrize(
    "text",
    [
        "La bibliothèque a reçu 800 livres de cet éditeur.",
        "Le veau pèse 120 livres.",
        "Le ministre veut un yen faible et un euro fort.",
        "Deux cents personnes ont défilé.",
    ],
)
def test_what_is_no_amount(text: str) -> None:
    assert_proposed(text, "S")
