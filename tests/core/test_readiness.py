from __future__ import annotations

import importlib
import sys
from dataclasses import replace

import pytest

from annotator.core import readiness as rules
from annotator.core.readiness import Check, Examined, Facts, Line, Verdict
from annotator.core.readiness_checks import readiness
from annotator.core.wording import Wording

EXAMINED = Examined((), 0, (), 0, 0, 0, {"train": 80, "dev": 20}, {"leader": {"train": 100, "dev": 30},
                    "sum": {"train": 51, "dev": 9}})  # fmt: skip
GOOD = Facts(
    finished=100,
    paragraphs=3000,
    for_training=0.8,
    spans={"leader": 130, "sum": 60},
    names={"leader": Wording("leader", "dirigeant"), "sum": Wording("sum", "somme")},
    without_spans=(),
    undecided=0,
    undecided_in=(),
    examined=EXAMINED,
)


def line(facts: Facts, check: Check, label: str = "") -> Line:
    (found,) = [each for each in readiness("Zoé", facts).lines if each.check is check and each.label in (label, "")]
    return found


def test_good_data_is_ready_in_every_line() -> None:
    found = readiness("Zoé", GOOD)
    assert {each.verdict for each in found.lines} == {Verdict.READY}
    assert found.verdict is Verdict.READY
    assert found.wording.en == "You may train."
    assert {each.check for each in found.lines} == set(Check)


@pytest.mark.parametrize(
    ("paragraphs", "verdict"),
    [(124, Verdict.NOT_YET), (125, Verdict.LOOK), (2499, Verdict.LOOK), (2500, Verdict.READY)],
)
def test_paragraphs_to_train_from_go_by_spacys_rule_of_thumb(paragraphs: int, verdict: Verdict) -> None:
    assert line(replace(GOOD, paragraphs=paragraphs), Check.FINISHED).verdict is verdict


def test_spans_to_train_from_are_counted_where_the_sides_are_known_and_else_estimated() -> None:
    few = replace(EXAMINED, spans={**EXAMINED.spans, "sum": {"train": 50, "dev": 10}})
    assert line(replace(GOOD, examined=few), Check.LABEL, "sum").verdict is Verdict.LOOK
    assert line(GOOD, Check.LABEL, "sum").verdict is Verdict.READY
    unknown = replace(GOOD, examined=None)
    assert line(unknown, Check.LABEL, "sum").verdict is Verdict.LOOK  # four fifths of 60
    assert "48" in line(unknown, Check.LABEL, "sum").wording.fr


def test_a_label_without_spans_is_not_yet_to_be_learnt() -> None:
    found = readiness("Zoé", replace(GOOD, spans={"leader": 130, "sum": 0}))
    assert [each.verdict for each in found.lines if each.label == "sum"] == [Verdict.NOT_YET]
    assert found.verdict is Verdict.NOT_YET


def test_nothing_finished_is_all_that_is_said_besides_the_labels() -> None:
    found = readiness("Zoé", replace(GOOD, finished=0, paragraphs=0, spans={"leader": 0, "sum": 0}, examined=None))
    assert [each.check for each in found.lines] == [Check.FINISHED, Check.LABEL, Check.LABEL]
    assert found.verdict is Verdict.NOT_YET


@pytest.mark.parametrize(("leaders", "verdict"), [(1199, Verdict.READY), (1200, Verdict.LOOK)])
def test_a_label_twenty_times_as_frequent_as_another_is_worth_a_look(leaders: int, verdict: Verdict) -> None:
    found = readiness("Zoé", replace(GOOD, spans={"leader": leaders, "sum": 60}))
    assert [(each.verdict, each.label) for each in found.lines if each.check is Check.BALANCE] == [(verdict, "sum")]


@pytest.mark.parametrize(("empty", "verdict"), [(1, Verdict.READY), (50, Verdict.READY), (51, Verdict.LOOK)])
def test_articles_without_spans_are_examples_until_they_are_most(empty: int, verdict: Verdict) -> None:
    found = line(replace(GOOD, without_spans=range(empty)), Check.WITHOUT_SPANS)
    assert (found.verdict, len(found.articles)) == (verdict, empty)


def test_undecided_suggestions_and_spans_off_the_tokens_name_their_articles() -> None:
    undecided = line(replace(GOOD, undecided=4, undecided_in=(3, 9)), Check.UNDECIDED)
    assert (undecided.verdict, undecided.articles) == (Verdict.LOOK, (3, 9))
    assert undecided.wording.en.startswith("4 suggestions undecided in 2 finished articles")
    off = line(replace(GOOD, examined=replace(EXAMINED, misaligned=(5,), misaligned_spans=1)), Check.MISALIGNED)
    assert (off.verdict, off.articles) == (Verdict.NOT_YET, (5,))
    assert off.wording.fr.startswith("1 annotation dans 1 article terminé ")


@pytest.mark.parametrize(
    ("largest", "leaks", "verdict"), [(20, 0, Verdict.READY), (21, 0, Verdict.LOOK), (2, 1, Verdict.NOT_YET)]
)
def test_stories_told_twice_matter_where_they_leak_or_fill_a_side(largest: int, leaks: int, verdict: Verdict) -> None:
    found = replace(EXAMINED, related=range(largest), groups=1, largest=largest, leaks=leaks)
    assert line(replace(GOOD, examined=found), Check.LEAKS).verdict is verdict


def test_what_was_treated_in_two_ways_is_named_with_its_articles() -> None:
    found = replace(EXAMINED, inconsistent=7, telling=("l'OTAN", "Crimée"), telling_in=(4, 8))
    said = line(replace(GOOD, examined=found), Check.SURFACES)
    assert (said.verdict, said.articles) == (Verdict.LOOK, (4, 8))
    assert said.wording.fr.startswith("7 formes et textes de traitement variable, surtout : « l'OTAN », « Crimée »")


def test_both_sides_need_articles_and_each_label_spans_to_be_measured_by() -> None:
    alone = replace(EXAMINED, sides={"train": 100, "dev": 0})
    assert line(replace(GOOD, examined=alone), Check.SIDES).verdict is Verdict.NOT_YET
    lacking = replace(EXAMINED, spans={**EXAMINED.spans, "sum": {"train": 60}})
    found = line(replace(GOOD, examined=lacking), Check.SIDES)
    assert found.verdict is Verdict.LOOK
    assert "somme" in found.wording.fr
    assert "leader" not in found.wording.en


def test_what_nobody_has_looked_at_is_not_said_to_be_ready() -> None:
    found = readiness("Zoé", replace(GOOD, examined=None, spans={"leader": 130, "sum": 80}))
    unknown = [each.check for each in found.lines if each.verdict is Verdict.UNKNOWN]
    assert unknown == [Check.MISALIGNED, Check.SURFACES, Check.LEAKS, Check.SIDES]
    assert found.verdict is Verdict.UNKNOWN


def test_thresholds_are_those_of_debug_data() -> None:
    importlib.import_module("spacy.cli.debug_data")
    theirs = sys.modules["spacy.cli.debug_data"]  # the package has a function of the same name
    assert rules.FEWEST_SPANS == theirs.NEW_LABEL_THRESHOLD
    assert rules.FEWEST_EXAMPLES == theirs.BLANK_MODEL_MIN_THRESHOLD
    assert rules.GOOD_EXAMPLES == theirs.BLANK_MODEL_THRESHOLD
