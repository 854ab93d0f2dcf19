from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from annotator.app.export_options import ExportOptions, SplitBy, Whose
from annotator.app.export_preview import REASONS, preview
from annotator.app.export_report import FileReport
from annotator.app.exporting import export
from annotator.app.jobs import Done, Event, Failed, Worker
from annotator.app.project import Project
from annotator.app.training_report import TrainingReport
from annotator.core.annotation import Status
from annotator.core.corrections import set_trashed
from annotator.core.errors import UserError
from annotator.formats.registry import find_format
from tests.app.mixed_project import mixed_project, session_of

EVERY_STATUS = (Status.FINISHED, Status.IN_PROGRESS)


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with mixed_project(tmp_path / "guerre.annot") as project:
        yield project


def test_a_preview_says_what_goes_out_what_stays_and_what_is_flagged(project: Project) -> None:
    found = preview(project, ExportOptions(annotators=("Zoé",))).to_json()
    assert (found["articles"], found["finished"], found["records"]) == (4, 4, 4)
    assert found["spans"] == {"leader": 0, "country": 5, "alliance": 0, "weapon": 0, "sum": 1}
    assert found["drafts"] == {"count": 1, "articles": [5]}
    assert found["flagged"] == {"count": 1, "articles": [1]}
    assert found["empty"] == {"count": 1, "articles": [3]}
    assert [(each["reason"], each["count"], each["articles"]) for each in found["left_out"]] == [("status", 1, [5])]
    assert sum(found["sides"].values()) == 4
    assert json.loads(json.dumps(found)) == found


def test_what_annotators_differ_on_is_left_out_until_somebody_says_whose(project: Project) -> None:
    (left_out, drafts) = preview(project, ExportOptions()).to_json()["left_out"]
    assert (left_out["reason"], left_out["articles"], drafts["reason"]) == ("disagreement", [1], "status")
    assert "differ" in left_out["en"]
    each = preview(project, ExportOptions(whose=Whose.EACH))
    assert (len(each.articles), each.records) == (4, 5)


@pytest.mark.parametrize(
    "options",
    [
        ExportOptions(),
        ExportOptions(annotators=("Ana", "Zoé"), statuses=EVERY_STATUS, test=0.3, dev=0.3),
        ExportOptions(whose=Whose.EACH, empty=False),
        ExportOptions(whose=Whose.MAJORITY, folds=3, split_by=SplitBy.DATE),
        ExportOptions(articles=(2, 3, 5), statuses=(*EVERY_STATUS, Status.NEW)),
        ExportOptions(format="jsonl", empty=False),
        ExportOptions(format="csv-spans", whose=Whose.EACH, statuses=EVERY_STATUS),
        ExportOptions(format="ner-annotator"),
    ],
)
def test_a_preview_promises_what_the_export_does(project: Project, tmp_path: Path, options: ExportOptions) -> None:
    promised = preview(project, options)
    report = export(project, tmp_path / "out", replace(options, debug_data=False))
    assert (len(promised.articles), promised.records) == (report.articles, report.records)
    assert sorted(promised.left_out, key=str) == sorted(report.left_out, key=str)
    if isinstance(report, TrainingReport):
        assert promised.sides == {
            side: len({one.article for one in part.articles}) for side, part in report.parts.items()
        }
        assert promised.groups == report.sides.groups
    else:
        assert isinstance(report, FileReport)
        assert promised.sides == {}
        assert {trait: count for trait, count in promised.lost.items() if count} == dict(report.lost)
    if options.whose is not Whose.MAJORITY:
        expected = report.spans if isinstance(report.spans, int) else sum(report.spans.values())
        assert sum(promised.spans.values()) == expected


def test_every_reason_has_its_words(project: Project) -> None:
    session_of(project, "Ana", 3)
    session = session_of(project, "Zoé", 4)
    session.change_each([4], lambda before: set_trashed(before, True))
    found = preview(project, ExportOptions(empty=False, annotators=("Zoé", "Ana")))
    assert {each.reason for each in found.left_out} == {"status", "trash", "empty", "other_annotator"}
    assert {each.reason for each in found.left_out} <= set(REASONS)


def test_traits_that_a_format_cannot_carry_are_counted_beforehand(project: Project) -> None:
    lost = preview(project, ExportOptions(format="ner-annotator", annotators=("Zoé",))).lost
    assert set(lost) == find_format("ner-annotator").cannot_carry
    assert {trait.name: count for trait, count in lost.items() if trait.name in ("DATE", "META", "REMARKS")} == {
        "DATE": 2,
        "META": 1,
        "REMARKS": 1,
    }


def test_bad_options_are_refused(project: Project) -> None:
    for options in (ExportOptions(format="word"), ExportOptions(annotators=("Personne",)), ExportOptions(dev=2)):
        with pytest.raises(UserError):
            preview(project, options)


def test_the_worker_previews_and_exports(project: Project, tmp_path: Path) -> None:
    import queue

    heard: queue.Queue[Event] = queue.Queue()
    worker = Worker(project.path, heard.put)

    def result(job: int) -> dict[str, object]:
        while True:
            event = heard.get(timeout=30)
            assert not isinstance(event, Failed), event
            if isinstance(event, Done) and event.job == job:
                return dict(event.result)

    try:
        options = ExportOptions(annotators=("Zoé",), format="jsonl", whose=Whose.EACH, split_by=SplitBy.SOURCE)
        assert result(worker.preview_export(options)) == preview(project, options).to_json()
        told = result(worker.export(tmp_path / "out.jsonl", options))
        assert (told["verified"], told["articles"], told["target"]) == (True, 4, str(tmp_path / "out.jsonl"))
    finally:
        worker.close()


def test_options_go_through_json(project: Project) -> None:
    options = ExportOptions(
        "jsonl", ("Zoé",), Whose.MAJORITY, EVERY_STATUS, (1, 2), False, True, 0.1, 0.2, SplitBy.DATE, 3
    )
    assert ExportOptions.from_json(json.loads(json.dumps(options.to_json()))) == options
