from __future__ import annotations

from dataclasses import replace

from annotator.core.annotation import Status
from annotator.core.statistics import AnnotatorStatistics, DecisionCounts, Statistics
from annotator.core.suggestions import Decision
from annotator.core.sums import add_up


def test_counts_are_read_by_decision() -> None:
    counts = DecisionCounts.of({Decision.CHANGED: 2, Decision.PENDING: 5})
    assert counts == DecisionCounts(accepted=0, changed=2, rejected=0, pending=5)
    assert counts.to_json() == {"accepted": 0, "changed": 2, "rejected": 0, "pending": 5}


def test_acceptance_is_of_those_decided() -> None:
    assert DecisionCounts(3, 1, 0, 96).acceptance == 0.75
    assert DecisionCounts(pending=4).acceptance is None


def test_counts_add_up() -> None:
    total = DecisionCounts(1, 2, 3, 4) + DecisionCounts(10, 20, 30, 40)
    assert total == DecisionCounts(11, 22, 33, 44)
    assert total.decided == 66


def test_the_json_object_is_the_documented_one() -> None:
    zoe = AnnotatorStatistics(
        "Zoé",
        {Status.NEW: 1, Status.FINISHED: 2},
        {"leader": 3},
        {"leader": DecisionCounts(1)},
        add_up([("3 euros", 1), ("4 €", 1)]),
    )
    ali = AnnotatorStatistics("Ali", {Status.NEW: 3}, {"leader": 4}, {"leader": DecisionCounts()})
    statistics = Statistics(3, 900, ("leader",), {"leader": 7}, (zoe, ali), finished=2)
    assert statistics.to_json() == {
        "articles": 3,
        "finished": 2,
        "characters": 900,
        "labels": ["leader"],
        "suggestions": {"leader": 7},
        "spans": {"leader": 7},
        "annotators": [
            {
                "name": "Zoé",
                "articles": {"new": 1, "finished": 2},
                "spans": {"leader": 3},
                "suggestions": {"leader": {"accepted": 1, "changed": 0, "rejected": 0, "pending": 0}},
                "sums": {"totals": [{"currency": "EUR", "name": "EUR", "spans": 2, "amount": 7}], "unread": 0},
            },
            {
                "name": "Ali",
                "articles": {"new": 3},
                "spans": {"leader": 4},
                "suggestions": {"leader": {"accepted": 0, "changed": 0, "rejected": 0, "pending": 0}},
                "sums": {"totals": [], "unread": 0},
            },
        ],
        "settled": None,
    }
    assert replace(statistics, settled=ali).to_json()["settled"] == ali.to_json()
