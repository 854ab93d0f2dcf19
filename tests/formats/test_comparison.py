from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given

from annotator.core.annotation import Status
from annotator.formats.comparison import difference, losses
from annotator.formats.json_lines import FORMAT
from annotator.formats.records import Outgoing, Record, Trait
from tests.formats.round_trip import assert_comes_back, outgoing_articles

SENT = Record(
    "Paris  vaut une messe.",
    "a",
    title="Titre",
    source="Le Journal",
    date="2024-02-29",
    meta={"page": 3},
    spans=((0, 5, "country"),),
    annotator="Ana",
    status=Status.FINISHED,
    remarks={0: "vu"},
)


@pytest.mark.parametrize(
    "change",
    [
        {"text": "Paris  vaut une fête."},
        {"spans": ((0, 5, "leader"),)},
        {"title": None},
        {"source": "Un autre"},
        {"date": None},
        {"meta": {}},
        {"annotator": None},
        {"status": Status.NEW},
        {"remarks": {}},
    ],
)
def test_whatever_differs_is_named(change: dict[str, Any]) -> None:
    assert difference(SENT, replace(SENT, **change)) == next(iter(change))


def test_what_a_format_cannot_carry_may_differ_and_is_a_loss() -> None:
    came = replace(SENT, title=None, remarks={})
    lost = {Trait.TITLE, Trait.REMARKS, Trait.DATE}
    assert difference(SENT, came, lost) is None
    assert losses(SENT, came, lost) == [Trait.TITLE, Trait.REMARKS]


def test_without_white_space_places_are_counted_in_what_is_left() -> None:
    came = replace(SENT, text="Paris vaut une messe .", spans=((0, 5, "country"),))
    assert difference(SENT, came, {Trait.WHITE_SPACE}) is None
    assert losses(SENT, came, {Trait.WHITE_SPACE}) == [Trait.WHITE_SPACE]
    assert difference(SENT, replace(came, spans=((0, 6, "country"),)), {Trait.WHITE_SPACE}) is None
    assert difference(SENT, replace(came, spans=((0, 7, "country"),)), {Trait.WHITE_SPACE}) == "spans"


@given(articles=outgoing_articles())
def test_json_lines_carry_everything(articles: list[Outgoing]) -> None:
    assert_comes_back(FORMAT, articles)


@given(articles=outgoing_articles(raw=True))
def test_json_lines_carry_texts_as_they_came(articles: list[Outgoing]) -> None:
    assert_comes_back(FORMAT, articles)
