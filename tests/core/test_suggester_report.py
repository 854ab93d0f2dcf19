from __future__ import annotations

from annotator.core.intervals import Share
from annotator.core.suggester_report import Count, Finding, Group, Outcome, report
from annotator.core.wording import Wording

REASON = Wording("name after a title", "nom après un titre")


def names(label: str, rule: str = "", tier: str = "", week: str = "2022-02-21") -> tuple[str, str, str, str, str]:
    return label, rule, tier, "rules 1", week


def made():
    leader = names("leader", "leader.title", "sure")
    return report(
        "Zoé",
        [
            Count(Outcome.ACCEPTED, leader, 6),
            Count(Outcome.BOUNDARY, leader, 1),
            Count(Outcome.LABEL, names("leader", "leader.rank", "unsure"), 1),
            Count(Outcome.BOTH, leader, 1),
            Count(Outcome.REJECTED, names("leader", "leader.rank", "unsure", "2022-02-28"), 1),
            Count(Outcome.PENDING, leader, 5),
            Count(Outcome.EQUAL, names("sum", "sum.words", "sure"), 4),
            Count(Finding.EXACT, names("leader"), 6),
            Count(Finding.BOUNDARY, names("leader"), 1),
            Count(Finding.MISSED, names("leader"), 2),
            Count(Finding.LABEL, names("country"), 1),
            Count(Finding.UNREAD, names("weapon"), 3),
            Count(Outcome.ACCEPTED, names("forgotten", "x", "sure"), 9),
        ],
        finished=3,
        labels=("sum", "leader", "country", "weapon"),
        reasons={"leader.title": REASON},
        tiers=("sure", "likely", "unsure"),
    )


def test_only_what_was_decided_enters_precision_and_only_what_was_read_enters_recall() -> None:
    found = made()
    rows = {row.name: row.quality for row in found.rows[Group.LABEL]}
    assert list(rows) == ["sum", "leader", "country", "weapon"]
    assert rows["leader"].precision == Share(6, 10)
    assert rows["leader"].recall == Share(6, 9)
    # A leader that was relabelled counts against the precision of leaders and the recall of countries.
    assert rows["country"].recall == Share(0, 1)
    assert rows["sum"].precision == Share(0, 0)
    assert rows["weapon"].recall == Share(0, 0)
    assert found.all.precision == Share(6, 10)
    assert found.all.recall == Share(6, 10)


def test_rows_are_by_rule_tier_version_and_week() -> None:
    rows = made().rows
    assert [(row.name, row.quality.precision, row.reason) for row in rows[Group.RULE]] == [
        ("leader.title", Share(6, 8), REASON),
        ("sum.words", Share(0, 0), None),
        ("leader.rank", Share(0, 2), None),
    ]
    assert [(row.name, row.quality.precision) for row in rows[Group.TIER]] == [
        ("sure", Share(6, 8)),
        ("unsure", Share(0, 2)),
    ]
    assert [(row.name, row.quality.recall) for row in rows[Group.VERSION]] == [("rules 1", Share(6, 10))]
    assert [(row.name, row.quality.precision) for row in rows[Group.WEEK]] == [
        ("2022-02-21", Share(6, 9)),
        ("2022-02-28", Share(0, 1)),
    ]


def test_what_is_not_defined_says_why() -> None:
    said = {(measure, group, name): why.en for measure, group, name, why in made().undefined()}
    assert said["precision", Group.LABEL, "sum"] == "not defined: none of them has been decided"
    assert said["precision", Group.LABEL, "country"] == "not defined: there is no such suggestion"
    assert said["recall", Group.LABEL, "sum"] == "not defined: there is no such span in a finished article"
    assert said["recall", Group.LABEL, "weapon"].startswith("not defined: no suggester has read")
    assert ("recall", Group.RULE, "sum.words") not in said
    assert not any(name == "leader" for _, _, name in said)


def test_in_json_rules_have_no_recall_and_undefined_is_null() -> None:
    told = made().to_json()
    assert told["all"]["precision"]["value"] == 0.6
    assert told["label"][0]["precision"] == {"hits": 0, "of": 0, "value": None, "low": None, "high": None}
    assert told["rule"][0]["en"] == "name after a title"
    assert "recall" not in told["rule"][0]
    assert told["label"][1]["outcomes"] == {
        "accepted": 6, "boundary": 1, "label": 1, "both": 1, "rejected": 1, "pending": 5, "equal": 0, "covered": 0,
    }  # fmt: skip
    assert told["label"][1]["findings"] == {
        "exact": 6, "boundary": 1, "label": 0, "both": 0, "missed": 2, "unread": 0,
    }  # fmt: skip
