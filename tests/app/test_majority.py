"""What goes out where several annotators worked on an article: one's work, each one's, or what most drew alike."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.app.export_options import ExportOptions, Whose
from annotator.app.export_report import FileReport
from annotator.app.exporting import export
from annotator.app.project import Project
from annotator.core.annotation import Status
from annotator.formats.json_lines import read
from annotator.formats.records import Record
from annotator.formats.source import SourceFile
from tests.app.mixed_project import fill, session_of

TEXT = "Kyiv, Paris et Lviv."
KYIV, PARIS, LVIV = (0, 4), (6, 11), (15, 19)


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with Project.create(tmp_path / "news.annot") as project:
        fill(project, [TEXT], annotator="Zoé")  # who marks Kyiv as a country
        yield project


def opinion(project: Project, name: str, *spans: tuple[tuple[int, int], str], finished: bool = True) -> None:
    session = session_of(project, name, 1)
    for (start, end), label in spans:
        session.draw(start, end, label=label)
    if finished:
        session.set_status(Status.FINISHED)


def run(project: Project, target: Path, **options: object) -> tuple[list[Record], FileReport]:
    report = export(project, target, ExportOptions(format="jsonl", overwrite=True, **options))  # type: ignore[arg-type]
    assert isinstance(report, FileReport)
    return [each for each in read(SourceFile.of(target)) if isinstance(each, Record)], report


def majority(project: Project, tmp_path: Path, **options: object) -> tuple[list[tuple[int, int, str]], FileReport]:
    (record,), report = run(project, tmp_path / "out.jsonl", whose=Whose.MAJORITY, **options)
    return list(record.spans), report


def test_one_annotator_is_taken_alone(project: Project, tmp_path: Path) -> None:
    (record,), report = run(project, tmp_path / "out.jsonl", whose=Whose.MAJORITY)
    assert (record.spans, record.annotator, report.unused) == (((*KYIV, "country"),), "Zoé", ())


def test_of_two_both_must_agree(project: Project, tmp_path: Path) -> None:
    opinion(project, "Ana", (KYIV, "country"), (PARIS, "country"))
    spans, report = majority(project, tmp_path)
    assert spans == [(*KYIV, "country")]
    assert [(each.annotator, each.text, each.reason) for each in report.unused] == [("Ana", "Paris", "no_majority")]
    (record,), _ = run(project, tmp_path / "out.jsonl", whose=Whose.MAJORITY)
    assert (record.annotator, record.status) == (None, Status.FINISHED)


def test_of_three_two_are_enough_for_the_same_place_and_label(project: Project, tmp_path: Path) -> None:
    opinion(project, "Ana", (KYIV, "leader"), (PARIS, "country"), (LVIV, "country"))
    opinion(project, "Ben", (KYIV, "country"), ((6, 19), "alliance"))
    spans, report = majority(project, tmp_path)
    assert spans == [(*KYIV, "country")]
    assert [(each.start, each.end, each.label, each.annotator) for each in report.unused] == [
        (*KYIV, "leader", "Ana"),
        (*PARIS, "country", "Ana"),
        (6, 19, "alliance", "Ben"),
        (*LVIV, "country", "Ana"),
    ]


def test_half_is_no_majority_and_more_annotators_may_undo_one(project: Project, tmp_path: Path) -> None:
    opinion(project, "Ana", (KYIV, "country"))
    opinion(project, "Ben")
    assert majority(project, tmp_path)[0] == [(*KYIV, "country")]
    opinion(project, "Cléo")
    assert majority(project, tmp_path)[0] == []


def test_only_annotators_with_a_wanted_status_have_a_say(project: Project, tmp_path: Path) -> None:
    opinion(project, "Ana", (PARIS, "country"), finished=False)
    spans, report = majority(project, tmp_path)
    assert spans == [(*KYIV, "country")]
    assert [(each.annotator, each.reason) for each in report.left_out] == [("Ana", "status")]
    spans, report = majority(project, tmp_path, statuses=(Status.FINISHED, Status.IN_PROGRESS))
    assert spans == []
    assert any("1 articles are not finished" in note.en for note in report.notes)
    assert majority(project, tmp_path, annotators=("Zoé",))[0] == [(*KYIV, "country")]


def test_each_annotators_work_goes_out_under_their_name(project: Project, tmp_path: Path) -> None:
    opinion(project, "Ana", (PARIS, "country"))
    opinion(project, "Ben", (LVIV, "leader"), finished=False)
    found, report = run(project, tmp_path / "out.jsonl", whose=Whose.EACH)
    assert [(each.annotator, each.spans) for each in found] == [
        ("Zoé", ((*KYIV, "country"),)),
        ("Ana", ((*PARIS, "country"),)),
    ]
    assert (report.articles, report.records) == (1, 2)
    assert [(each.annotator, each.reason) for each in report.left_out] == [("Ben", "status")]


def test_articles_without_spans_stay_behind_by_choice(project: Project, tmp_path: Path) -> None:
    fill(project, ["Rien."])
    assert len(run(project, tmp_path / "out.jsonl")[0]) == 2
    found, report = run(project, tmp_path / "out.jsonl", empty=False)
    assert [each.text for each in found] == [TEXT]
    assert [(each.article, each.reason) for each in report.left_out] == [(2, "empty")]


def test_tokens_the_minority_marked_are_no_entity_in_training_data(project: Project, tmp_path: Path) -> None:
    from spacy.tokens import DocBin
    from spacy.vocab import Vocab

    opinion(project, "Ana", (KYIV, "country"), (PARIS, "country"))
    export(project, tmp_path / "out", ExportOptions(whose=Whose.MAJORITY, dev=0, debug_data=False))
    (doc,) = DocBin().from_disk(tmp_path / "out" / "train.spacy").get_docs(Vocab())
    assert [token.ent_iob_ for token in doc] == ["B", "O", "O", "O", "O", "O"]
