"""Amounts of money in every typography."""

from __future__ import annotations

import pytest

from tests.nlp.marked import assert_proposed


@pytest.mark.parametrize(
    "marked",
    [
        "Plus de [3 milliards de dollars|S], environ [1,5 million de dollars américains|S].",
        "Entre [2 et 3 milliards d'euros|S], de [10 à 15 euros|S], [20 ou 30 roubles|S].",
        "Une amende de [50 M€|S], [3 Mds€|S], [200M$|S], [$5 millions|S], [5 $US|S] et [10 k€|S].",
        "Il paie 50M€. Elle paie 12€.".replace("50M€", "[50M€|S]").replace("12€", "[12€|S]"),
        "[1 000 €|S], [1.000 €|S], [1\u202f200\u00a0000 yens|S] et [1 425,67 euros|S].",
        "Plusieurs milliards de dollars ; [une dizaine de milliards de dollars|S].",
        "[deux cent cinquante mille francs CFA|S], [vingt-cinq millions d'euros|S]",
        "[un million et demi d'euros|S], [un demi-milliard de dollars|S]",
        "[12 dollars canadiens|S], [100 000 livres sterling|S], [500 couronnes suédoises|S]",
        "[9,40 euros|S] brut de l'heure, [40 euros|S] par baril, des billets de [5 euros|S]",
        "[2 euros et 50 centimes|S], [£350 millions|S], [500 000 USD|S], [15 milliards de FCFA|S]",
        "En 2018, [3 millions d'euros|S] ; en 2012 et 2013, [700 000 euros|S].",
        "[3 millions de dirhams des Émirats arabes unis|S], [500 livres de Gibraltar|S], [20 colóns costaricains|S]",
        "Deux nouveaux ministres, trois unités de combat et deux droits de tirage.",
        "15 % de hausse, 3 milliards l'an dernier, 300 km, 649 millions de personnes.",
        "Le dollar baisse. Deux livres sur la table. Cent mille hommes. Trois couronnes d'or.",
    ],
)
def test_sums(marked: str) -> None:
    assert_proposed(marked, "S")
