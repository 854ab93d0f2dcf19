from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core import money
from annotator.core.sums import Sums, Total, add_up, open_currency

TEXTS = (
    "3 millions d'euros",
    "entre 2 et 3 milliards d'euros",
    "50 M€",
    "trois cent mille dollars",
    "800 millions de dollars américains",
    "$1,000,000",
    "deux cents millions de francs CFA",
    "10 000 FCFA",
    "des milliards de dollars",
    "un milliard",
)


def test_nothing_adds_up_to_nothing() -> None:
    assert add_up([]) == Sums()
    assert Sums().to_json() == {"totals": [], "unread": 0}


def test_each_currency_for_itself_the_most_frequent_first() -> None:
    found = add_up([("3 millions d'euros", 2), ("50 M€", 1), ("5 millions de dollars", 1), ("$10", 1), ("2 livres", 1)])
    assert found == Sums(
        (
            Total("EUR", "EUR", 3, Decimal(56_000_000)),
            Total(None, "dollars", 2, Decimal(5_000_010)),
            Total(None, "livres", 1, Decimal(2)),
        )
    )


@pytest.mark.parametrize(
    ("text", "lowest"),
    [
        ("entre 2 et 3 milliards d'euros", 2_000_000_000),
        ("de 50 à 60 euros", 50),
        ("10, 20 ou 30 millions d'euros", 10_000_000),
        ("deux ou trois millions d'euros", 2_000_000),
    ],
)
def test_a_range_or_list_counts_with_its_lowest_amount(text: str, lowest: int) -> None:
    assert add_up([(text, 1)]).totals == (Total("EUR", "EUR", 1, Decimal(lowest)),)


def test_what_has_no_number_is_counted_apart() -> None:
    assert add_up([("des milliards de dollars", 3), ("quelques euros", 1), ("un euro", 1)]) == Sums(
        (Total("EUR", "EUR", 1, Decimal(1)),), 4
    )


@pytest.mark.parametrize(
    ("text", "value", "currency", "name"),
    [
        ("trois cent mille euros", 300_000, "EUR", ""),
        ("deux cents millions de livres sterling", 200_000_000, "GBP", ""),
        ("trois cent mille dollars", 300_000, None, "dollars"),
        ("50 cents", 50, None, "cents"),
        ("1,000,000.50 $", Decimal("1000000.50"), None, "dollars"),
        ("$1,000,000", 1_000_000, None, "dollars"),
        ("10 000 FCFA", 10_000, None, "francs CFA"),
        ("5 millions de francs CFA", 5_000_000, None, "francs CFA"),
        ("5 millions de F CFA", 5_000_000, None, "francs CFA"),
        ("5 000 XOF", 5_000, "XOF", ""),
        ("deux millions d’euros", 2_000_000, "EUR", ""),
        ("100 ¥", 100, None, "¥"),
        ("dix mille d’escudos", 10_000, None, "escudos"),
        ("un milliard", 1_000_000_000, None, ""),
    ],
)
def test_what_is_read(text: str, value: Decimal, currency: str | None, name: str) -> None:
    read = money.parse(text)
    assert read is not None
    assert (read.value, read.currency) == (value, currency)
    assert (currency is not None) or open_currency(text) == name


@given(st.lists(st.tuples(st.sampled_from(TEXTS), st.integers(1, 12)), max_size=8))
def test_the_order_and_the_grouping_do_not_matter(texts: list[tuple[str, int]]) -> None:
    one_by_one = [(text, 1) for text, count in texts for _ in range(count)]
    assert add_up(texts) == add_up(reversed(one_by_one))
    found = add_up(texts)
    assert sum(total.spans for total in found.totals) + found.unread == sum(count for _, count in texts)
    assert all((total.currency or total.name) == total.name for total in found.totals)


def test_amounts_are_whole_numbers_for_programs_wherever_they_are() -> None:
    found = add_up([("10**", 1), ("9 007 199 254 740 993 euros", 1), ("1,5 dollar", 1)]).to_json()
    assert found == {
        "totals": [
            {"currency": None, "name": "", "spans": 1, "amount": 10},
            {"currency": "EUR", "name": "EUR", "spans": 1, "amount": 9_007_199_254_740_993},
            {"currency": None, "name": "dollars", "spans": 1, "amount": 1.5},
        ],
        "unread": 0,
    }
