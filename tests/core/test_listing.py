from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.annotation import Status
from annotator.core.listing import (
    ArticleQuery,
    Sort,
    as_sorted,
    asks_beginning,
    in_order,
    is_date,
    search_terms,
    spellings,
)


@pytest.mark.parametrize(
    ("words", "terms"),
    [
        ("", []),
        ("  chars   Leopard ", ["chars", "Leopard"]),
        ('"chars Leopard" Kyiv', ["chars Leopard", "Kyiv"]),
        ("« chars Leopard » “en été”", ["chars Leopard", "en été"]),
        ('"chars Leop', ["chars Leop"]),
        ("l’OTAN porte-avions", ["l’OTAN", "porte-avions"]),
        ("€ – 😀 *", []),
        ('a"b c"d', ["a", "b c", "d"]),
        ("a\0b", ["a", "b"]),
    ],
)
def test_words_and_quoted_phrases_are_searched_for(words: str, terms: list[str]) -> None:
    assert search_terms(words) == terms


@pytest.mark.parametrize(
    ("term", "written"),
    [
        ("char", {"char"}),
        ("manœuvre", {"manœuvre", "manoeuvre"}),
        ("Oeuvre", {"Oeuvre", "œuvre"}),
        ("Æ", {"Æ", "ae", "æ"}),
    ],
)
def test_joined_letters_may_be_written_apart(term: str, written: set[str]) -> None:
    assert set(spellings(term)) == written


@pytest.mark.parametrize(
    ("words", "beginning"),
    [("Zel", True), ("chars Zel", True), ("Zelensky ", False), ('"Zelensky"', False), ("", False), ("otan,", False)],
)
def test_the_last_word_may_be_a_beginning_while_it_is_typed(words: str, beginning: bool) -> None:
    assert asks_beginning(words) is beginning


def test_a_query_filters_unless_it_only_sorts() -> None:
    assert not ArticleQuery(sort=Sort.TITLE, reverse=True, words=" € ").filters
    assert ArticleQuery(words="char").filters
    assert ArticleQuery(undecided=False).filters
    assert ArticleQuery(trashed=True).filters
    narrow = ArticleQuery("char", statuses=frozenset({Status.NEW}), sort=Sort.DATE, reverse=True)
    assert narrow.cleared() == ArticleQuery(sort=Sort.DATE, reverse=True)


@pytest.mark.parametrize(
    ("text", "fits"), [("2022", True), ("2022-02", True), ("2022-02-24", True), ("2022-13", False)]
)
def test_dates_are_years_months_or_days(text: str, fits: bool) -> None:
    assert is_date(text) is fits
    assert not is_date(text + " ")


def test_titles_are_sorted_as_in_a_dictionary() -> None:
    titles = ["Zoé", "étude", "« Élan »", "Eau", "à Kyiv", "Ça"]
    order = in_order(range(6), titles, ArticleQuery(sort=Sort.TITLE))
    assert [titles[id] for id in order] == ["à Kyiv", "Ça", "Eau", "« Élan »", "étude", "Zoé"]


def test_articles_of_one_file_stay_in_the_order_of_its_lines() -> None:
    sources = ["b.jsonl:9", "b.jsonl:10", "a.jsonl:2", "c.txt"]
    assert in_order(range(4), sources, ArticleQuery(sort=Sort.SOURCE)) == [2, 0, 1, 3]


@given(st.lists(st.text("«’ Éé\u0301\u0300œßİ:12\n\u2028_-", max_size=8)))
def test_many_titles_are_compared_as_each_would_be(titles: list[str]) -> None:
    assert as_sorted(titles) == [key for title in titles for key in as_sorted([title])]


@given(st.lists(st.integers(0, 3)), st.sampled_from(Sort), st.booleans())
def test_whatever_is_alike_stays_in_the_order_of_import(keys: list[int], sort: Sort, reverse: bool) -> None:
    order = in_order(range(len(keys)), keys, ArticleQuery(sort=sort, reverse=reverse))
    assert sorted(order) == list(range(len(keys)))
    if sort is not Sort.IMPORT:
        for key in set(keys):
            alike = [id for id in order if keys[id] == key]
            assert alike == sorted(alike)
    if sort in (Sort.UNDECIDED, Sort.DOUBTFUL):
        assert [keys[id] for id in order] == sorted(keys, reverse=not reverse)


def test_every_order_has_a_name_of_its_own() -> None:
    assert len({sort.wording for sort in Sort}) == len(Sort)
