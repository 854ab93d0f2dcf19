from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.currencies import currency_of, noun_of
from annotator.core.money import Money, figure, number_word, parse


@pytest.mark.parametrize(
    ("text", "value", "highest", "currency"),
    [
        ("800 millions de dollars", 800_000_000, None, None),
        ("800 millions de dollars américains", 800_000_000, None, "USD"),
        ("12 dollars canadiens", 12, None, "CAD"),
        ("1,2 milliard d'euros", 1_200_000_000, None, "EUR"),
        ("1,2 milliard d’euros", 1_200_000_000, None, "EUR"),
        ("1 425,67 euros", "1425.67", None, "EUR"),
        ("1\u202f425,67\u00a0€", "1425.67", None, "EUR"),
        ("1.000€", 1000, None, "EUR"),
        ("50 €", 50, None, "EUR"),
        ("5 M$", 5_000_000, None, None),
        ("200M€", 200_000_000, None, "EUR"),
        ("3Mds€", 3_000_000_000, None, "EUR"),
        ("10 k€", 10_000, None, "EUR"),
        ("$5 million", 5_000_000, None, None),
        ("US$ 5", 5, None, "USD"),
        ("5 $US", 5, None, "USD"),
        ("£350 millions", 350_000_000, None, "GBP"),
        ("500 000 USD", 500_000, None, "USD"),
        ("100 000 livres sterling", 100_000, None, "GBP"),
        ("40 millions de livres turques", 40_000_000, None, "TRY"),
        ("trois milliards de roubles", 3_000_000_000, None, "RUB"),
        ("deux cent cinquante mille francs CFA", 250_000, None, None),
        ("5 000 francs suisses", 5_000, None, "CHF"),
        ("quatre-vingt-dix-sept mille hryvnias", 97_000, None, "UAH"),
        ("soixante et onze euros", 71, None, "EUR"),
        ("mille deux cents euros", 1_200, None, "EUR"),
        ("deux cents euros", 200, None, "EUR"),
        ("une dizaine de milliards de dollars", 10_000_000_000, None, None),
        ("deux douzaines d'euros", 24, None, "EUR"),
        ("un million et demi d'euros", 1_500_000, None, "EUR"),
        ("trois millions et demi d'euros", 3_500_000, None, "EUR"),
        ("un demi-milliard d'euros", 500_000_000, None, "EUR"),
        ("un demi milliard d'euros", 500_000_000, None, "EUR"),
        ("2 euros 50", "2.50", None, "EUR"),
        ("2 euros et 50 centimes", "2.50", None, "EUR"),
        ("2 et 3 milliards d'euros", 2_000_000_000, 3_000_000_000, "EUR"),
        ("2, 3 ou 5 milliards d'euros", 2_000_000_000, 5_000_000_000, "EUR"),
        ("500 000 à 2 millions d'euros", 500_000, 2_000_000, "EUR"),
        ("3-4 milliards de yuans", 3_000_000_000, 4_000_000_000, "CNY"),
        ("500 couronnes suédoises", 500, None, "SEK"),
    ],
)
def test_amounts_are_read(text: str, value: int | str, highest: int | None, currency: str | None) -> None:
    low = Decimal(value)
    assert parse(text) == Money(low, low if highest is None else Decimal(highest), currency)


@pytest.mark.parametrize("text", ["", "milliards de dollars", "euros", "le dollar", "beaucoup d'argent"])
def test_without_a_number_there_is_no_amount(text: str) -> None:
    assert parse(text) is None


def test_figures_take_french_separators() -> None:
    assert figure("1.234.567,5") == Decimal("1234567.5")
    assert figure("3.5") == Decimal("3.5")
    assert figure("1’000") == Decimal(1000)


def test_number_words_join_with_hyphens() -> None:
    assert number_word("vingt-cinq") == 25
    assert number_word("quatre-vingt-douze") == 92
    assert number_word("soixante-et-onze") == 71
    assert number_word("porte-avions") is None


def test_currency_nouns_take_their_plurals() -> None:
    assert noun_of("livres") == "livre"
    assert noun_of("bolivares") == "bolivar"
    assert noun_of("maisons") is None


def test_a_code_counts_only_as_a_whole_word() -> None:
    assert currency_of("500 EUR") == "EUR"
    assert currency_of("500 EUROPE") is None


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused(text: str) -> None:
    money = parse(text)
    assert money is None or money.value <= money.highest


@given(st.integers(0, 10**12))
def test_grouped_figures_come_back(number: int) -> None:
    money = parse(f"{number:,} euros".replace(",", "\u202f"))
    assert money == Money(Decimal(number), Decimal(number), "EUR")
