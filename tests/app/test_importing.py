from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from annotator.app.import_options import ImportOptions
from annotator.app.importing import NOBODY, import_files
from annotator.app.project import Project
from annotator.app.session import Session
from annotator.core.annotation import Annotation, Origin, Status
from annotator.core.corrections import take_over
from annotator.core.edits import Verb, apply
from annotator.core.errors import UserError
from annotator.core.placement import Obstacle
from annotator.nlp.tokenizer import grid
from annotator.store import annotation_writing, history


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with Project.create(tmp_path / "news.annot") as project:
        yield project


def lines(folder: Path, *objects: dict[str, Any], name: str = "news.jsonl") -> Path:
    path = folder / name
    path.write_text("".join(json.dumps(each, ensure_ascii=False) + "\n" for each in objects), "utf-8", newline="")
    return path


def line(text: str, **spans: str) -> dict[str, Any]:
    """Return an object whose spans are where each surface first stands in the text, by label."""
    found = [(text.index(surface), surface, label) for label, surface in spans.items()]
    return {
        "text": text,
        "spans": [{"start": at, "end": at + len(surface), "label": label} for at, surface, label in found],
    }


def surfaces(project: Project, annotator: str) -> list[list[tuple[str, str]]]:
    """Return the surfaces and labels of every annotation of an annotator, by article."""
    id = project.find_annotator(annotator)
    return [
        [(article.text[span.start : span.end], span.label) for span in project.annotation(article.id, id).spans]
        for article in project.articles(project.article_ids())
    ]


def test_texts_become_articles_with_their_tokens(project: Project, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "b.txt").write_text("À Paris.\nSuite.", "utf-8")
    path = lines(tmp_path / "in", {"text": "Kyiv", "title": "Titre", "date": "2023-10-17", "source": "AFP", "id": 7})

    report = import_files(project, [tmp_path / "in"])

    text, record = project.articles(project.article_ids())
    assert (text.title, text.source, text.text) == ("À Paris.", str(tmp_path / "in" / "b.txt"), "À Paris.\nSuite.")
    assert text.grid == grid("À Paris.\nSuite.")
    assert (record.title, record.source, record.date, record.meta) == ("Titre", "AFP", "2023-10-17", {"id": 7})
    assert (report.files, report.articles, report.spans, report.annotator) == (2, 2, 0, None)
    assert (report.problems, report.duplicates, report.notes) == ((), (), ())
    assert project.annotators() == {}
    assert path.exists()


def test_spans_become_the_annotators_annotation(project: Project, tmp_path: Path) -> None:
    path = lines(
        tmp_path, line("A😀 Paris et l’OTAN", country="Paris", alliance="OTAN"), line("Joe Biden", Leader="Joe Biden")
    )

    report = import_files(project, [path], ImportOptions(annotator="Zoé", status=Status.FINISHED))

    assert surfaces(project, "zoé") == [[("Paris", "country"), ("OTAN", "alliance")], [("Joe Biden", "leader")]]
    annotation = project.annotation(1, project.find_annotator("Zoé"))
    assert annotation.status is Status.FINISHED
    assert {span.origin for span in annotation.spans} == {Origin.IMPORTED}
    assert (report.articles, report.spans, report.annotator) == (2, 3, "Zoé")


def test_what_is_stored_is_what_the_one_by_one_path_stores(project: Project, tmp_path: Path) -> None:
    import_files(
        project,
        [lines(tmp_path, line("Paris et Kyiv", country="Paris", leader="Kyiv"))],
        ImportOptions(annotator="Zoé"),
    )
    imported = project.annotation(1, 1)
    other = project.add_annotator("Une autre")
    before = Annotation(1, other)
    edit = take_over(before, [(span.start, span.end, span.label) for span in imported.spans])
    assert edit is not None
    with project.database.transaction():
        written = annotation_writing.Written(before, apply(edit, before), edit.changes)
        annotation_writing.write(project.database, [written], at="2024-01-01T00:00:00+00:00")
        history.record_import(project.database, [edit], at="2024-01-01T00:00:00+00:00")

    written = project.annotation(1, other)
    shape = [(span.start, span.end, span.label, span.origin, span.suggestion, span.note) for span in written.spans]
    assert shape == [
        (each.start, each.end, each.label, each.origin, each.suggestion, each.note) for each in imported.spans
    ]
    assert (imported.revision, imported.status) == (written.revision, written.status)
    logs = [list(history.of_annotation(project.database, 1, annotator)) for annotator in (1, other)]
    assert [[len(edit.changes) for edit in log] for log in logs] == [[3], [3]]
    for log, annotation in zip(logs, (imported, written), strict=True):
        assert apply(log[0], Annotation(1, annotation.annotator)) == annotation


def test_an_import_is_history_but_nothing_to_undo(project: Project, tmp_path: Path) -> None:
    import_files(project, [lines(tmp_path, line("Paris", country="Paris"))], ImportOptions(annotator="Zoé"))

    assert [edit.verb for edit in history.of_annotation(project.database, 1, 1)] == [Verb.IMPORT]
    assert Session(project, 1).undo() is None


def test_a_finished_article_without_spans_is_finished(project: Project, tmp_path: Path) -> None:
    path = lines(tmp_path, {"text": "Rien ici."}, {"text": "Ni là.", "spans": []})

    import_files(project, [path], ImportOptions(annotator="Zoé", status=Status.FINISHED))

    assert [project.annotation(id, 1).status for id in project.article_ids()] == [Status.FINISHED] * 2


def test_in_progress_is_for_articles_with_spans_alone(project: Project, tmp_path: Path) -> None:
    import_files(
        project, [lines(tmp_path, {"text": "Rien."}, line("Paris", country="Paris"))], ImportOptions(annotator="Zoé")
    )

    assert [project.annotation(id, 1).status for id in project.article_ids()] == [Status.NEW, Status.IN_PROGRESS]


def test_spans_that_nobody_claims_are_kept_and_said(project: Project, tmp_path: Path) -> None:
    report = import_files(project, [lines(tmp_path, line("Paris", country="Paris"))])

    assert surfaces(project, NOBODY) == [[("Paris", "country")]]
    assert report.annotator == NOBODY
    (note,) = report.notes
    assert "--annotator" in note.wording.en
    assert "--annotator" in note.wording.fr


def test_a_blank_annotator_is_refused(project: Project, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="blank"):
        import_files(project, [lines(tmp_path, line("Paris", country="Paris"))], ImportOptions(annotator=" \n"))

    assert project.article_ids() == []


def test_a_text_comes_in_once(project: Project, tmp_path: Path) -> None:
    first = lines(tmp_path, {"text": "État", "title": "Premier"}, {"text": "Kyiv"})
    import_files(project, [first])
    again = lines(
        tmp_path,
        line("E\u0301tat", country="E\u0301tat"),
        {"text": "Lviv"},
        {"text": "Lviv", "title": "x"},
        name="b.jsonl",
    )

    report = import_files(project, [again, first], ImportOptions(annotator="Zoé", status=Status.FINISHED))

    assert (report.articles, report.attached) == (1, 2)  # Kyiv is finished for Zoé too, with nothing in it
    assert {(each.where, each.title, each.spans) for each in report.duplicates} == {
        (f"{again}:3", "Lviv", 0),
        (f"{first}:1", "Premier", 0),
    }
    assert surfaces(project, "Zoé") == [[("État", "country")], [], []]


def test_spans_that_do_not_fit_are_named_and_never_moved(project: Project, tmp_path: Path) -> None:
    record = {
        "text": "Le général Zaloujny à Paris",
        "spans": [
            {"start": 11, "end": 19, "label": "dirigeant"},
            {"start": 12, "end": 19, "label": "leader"},
            {"start": 22, "end": 27, "label": "ville"},
            {"start": 22, "end": 99, "label": "country"},
            {"start": 3, "end": 19, "label": "leader"},
        ],
    }
    path = lines(tmp_path, record)

    report = import_files(project, [path], ImportOptions(annotator="Zoé"))

    assert surfaces(project, "Zoé") == [[("général Zaloujny", "leader")]]
    assert report.spans == 1
    assert {(each.span.text, each.span.obstacle) for each in report.left_out} == {
        ("Zaloujny", Obstacle.OVERLAP),
        ("aloujny", Obstacle.OFF_THE_GRID),
        ("Paris", Obstacle.UNKNOWN_LABEL),
        ("Paris", Obstacle.OUT_OF_RANGE),
    }
    assert {(each.where, each.title) for each in report.left_out} == {(f"{path}:1", "Le général Zaloujny à Paris")}


@pytest.mark.parametrize(
    ("span", "status"),
    [
        ({"start": 1, "end": 5, "label": "country"}, Status.IN_PROGRESS),
        ({"start": 0, "end": 50, "label": "country"}, Status.IN_PROGRESS),
        ({"start": 0, "end": 5, "label": "ville"}, Status.FINISHED),
        ({"start": 5, "end": 6, "label": "country"}, Status.FINISHED),
    ],
    ids=["off the grid", "out of range", "unknown label", "blank"],
)
def test_an_article_that_lost_a_span_it_should_have_is_not_finished(
    project: Project, tmp_path: Path, span: dict[str, Any], status: Status
) -> None:
    path = lines(tmp_path, {"text": "Paris et Kyiv", "spans": [span, {"start": 9, "end": 13, "label": "leader"}]})

    report = import_files(project, [path], ImportOptions(annotator="Zoé", status=Status.FINISHED))

    assert project.annotation(1, 1).status is status
    assert report.unfinished == ((f"{path}:1",) if status is Status.IN_PROGRESS else ())


def test_an_article_that_lost_its_only_span_is_in_progress(project: Project, tmp_path: Path) -> None:
    path = lines(tmp_path, {"text": "Paris", "spans": [{"start": 1, "end": 5, "label": "country"}]})

    import_files(project, [path], ImportOptions(annotator="Zoé", status=Status.FINISHED))

    assert project.annotation(1, 1).status is Status.IN_PROGRESS


def test_bad_files_and_lines_are_named_while_the_others_come_in(project: Project, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "empty.txt").write_bytes(b"")
    (folder / "blank.txt").write_bytes(b" \r\n\t")
    (folder / "photo.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00")
    (folder / "good.txt").write_text("Paris", "utf-8")
    (folder / "legacy.txt").write_bytes("été".encode("cp1252"))
    (folder / "notes.odd").write_bytes(b"%PDF")
    (folder / "news.jsonl").write_text(
        '{"text": "Kyiv"}\n{"text": 5}\n{"text": "a\\u0000b"}\n{"text": "Lviv"}\n', "utf-8"
    )

    report = import_files(project, [folder])

    assert [article.text for article in project.articles(project.article_ids())] == ["Paris", "été", "Kyiv", "Lviv"]
    assert [Path(each.where).name for each in report.problems] == [
        "blank.txt",
        "empty.txt",
        "news.jsonl:2",
        "news.jsonl:3",
        "photo.txt",
    ]
    assert [Path(each.where).name for each in report.notes] == ["legacy.txt", "notes.odd"]


def test_the_report_says_everything_as_json(project: Project, tmp_path: Path) -> None:
    path = lines(tmp_path, line("Paris", ville="Paris"), {"text": "Paris"}, {"text": ""})
    (tmp_path / "été.txt").write_bytes("été".encode("cp1252"))

    report = import_files(
        project, [path, tmp_path / "été.txt"], ImportOptions(annotator="Zoé", status=Status.FINISHED)
    ).to_json()

    assert json.loads(json.dumps(report)) == report
    assert {key: report[key] for key in ("files", "articles", "spans", "annotator", "status")} == {
        "files": 2,
        "articles": 2,
        "spans": 0,
        "annotator": "Zoé",
        "status": "finished",
    }
    (twin,) = report["duplicates"]
    assert {key: twin[key] for key in ("where", "title", "spans", "held", "article")} == {
        "where": f"{path}:2",
        "title": "Paris",
        "spans": 0,
        "held": "twice",
        "article": None,
    }
    assert {"en", "fr"} < set(twin)
    assert [each["where"] for each in report["problems"]] == [f"{path}:3"]
    assert report["left_out"][0]["reason"] == "unknown_label"
    assert report["left_out"][0]["text"] == "Paris"
    assert set(report["notes"][0]) == {"where", "en", "fr"}


@pytest.mark.parametrize(
    ("record", "title"),
    [
        ({"text": "\n \t\nUn titre\nSuite"}, "Un titre"),
        ({"text": "a", "title": " Deux\n lignes \x00"}, "Deux lignes"),
        ({"text": "a", "title": "  "}, "a"),
        ({"text": "« Macédoine\u00a0: non\u202f! »"}, "« Macédoine\u00a0: non\u202f! »"),
        ({"text": "mot " * 60}, "mot " * 24 + "mot…"),
        ({"text": "x" * 300}, "x" * 99 + "…"),
    ],
)
def test_an_article_has_a_title_of_one_line(
    project: Project, tmp_path: Path, record: dict[str, Any], title: str
) -> None:
    import_files(project, [lines(tmp_path, record)])

    assert project.article(1).title == title
    assert len(title) <= 100


def test_a_long_import_is_told_of_and_stored_at_one_stroke(project: Project, tmp_path: Path) -> None:
    path = lines(tmp_path, *[{"text": f"Article {number}"} for number in range(1203)])
    told: list[tuple[int, int, int]] = []

    import_files(project, [path], progress=lambda done, total: told.append((done, total, len(project.article_ids()))))

    assert {stored for done, _, stored in told if done < 1203} == {0}
    assert told[-1] == (1203, 1203, 1203)
    assert [done for done, _, _ in told] == sorted(done for done, _, _ in told)
    assert {total for _, total, _ in told} == {1203}
    assert len(told) > 5  # in between too, so that it can be stopped


def test_an_import_that_is_stopped_leaves_nothing(project: Project, tmp_path: Path) -> None:
    class StoppedError(Exception):
        pass

    def stop(done: int, total: int) -> None:
        if done > 600:
            raise StoppedError

    path = lines(tmp_path, *[line(f"Article {number} sur Paris", country="Paris") for number in range(700)])
    with pytest.raises(StoppedError):
        import_files(project, [path], ImportOptions(annotator="Zoé"), progress=stop)
    assert project.article_ids() == []
    assert project.annotators() == {}

    report = import_files(project, [path], ImportOptions(annotator="Zoé"))

    assert (report.articles, report.duplicates) == (700, ())
    assert surfaces(project, "Zoé") == [[("Paris", "country")]] * 700


def test_a_text_stored_meanwhile_by_another_program_is_a_duplicate(project: Project, tmp_path: Path) -> None:
    path = lines(tmp_path, *[{"text": f"Article {number}"} for number in range(501)])

    def store_the_last_one(done: int, total: int) -> None:
        if done == 500:
            with Project.open(project.path) as other:
                import_files(other, [lines(tmp_path, {"text": "Article 500", "title": "Plus tôt"}, name="other.jsonl")])

    report = import_files(project, [path], progress=store_the_last_one)

    assert [(each.where, each.title) for each in report.duplicates] == [(f"{path}:501", "Plus tôt")]
    assert len(project.article_ids()) == 501


def test_a_folder_of_a_thousand_files_comes_in(project: Project, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for number in range(1000):
        (folder / f"{number:04}.txt").write_text(f"Article {number}")

    report = import_files(project, [folder])

    assert (report.files, report.articles) == (1000, 1000)
    assert project.article(1000).text == "Article 999"


@pytest.mark.skipif(sys.platform != "linux", reason="this system has no file names that are not Unicode")
def test_a_file_name_that_is_not_unicode_is_shown_as_well_as_can_be(project: Project, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    Path(os.fsdecode(os.fsencode(folder) + b"/\xe9t\xe9.txt")).write_text("Paris")
    Path(os.fsdecode(os.fsencode(folder) + b"/\xe9t\xe9.\xe9")).write_text("Kyiv")
    Path(os.fsdecode(os.fsencode(folder) + b"/\xe9t\xe9.jsonl")).write_text('{"text": "Lviv"}\n{')

    report = import_files(project, [folder])

    assert {article.source for article in project.articles(project.article_ids())} == {
        f"{folder}/\ufffdt\ufffd.txt",
        f"{folder}/\ufffdt\ufffd.jsonl:1",
    }
    assert [each.where for each in (*report.problems, *report.notes)] == [
        f"{folder}/\ufffdt\ufffd.jsonl:2",
        f"{folder}/\ufffdt\ufffd.\ufffd",
    ]
    json.dumps(report.to_json(), ensure_ascii=False).encode()


def test_an_article_of_a_megabyte_keeps_every_span_in_place(project: Project, tmp_path: Path) -> None:
    paragraph = "A😀 Paris, l’E\u0301tat a payé 50\u00a0M€.\r\n\r\n"
    text = paragraph * (1_000_000 // len(paragraph))
    starts = range(0, len(text), len(paragraph))
    spans = [{"start": at + 3, "end": at + 8, "label": "country"} for at in starts]

    report = import_files(project, [lines(tmp_path, {"text": text, "spans": spans})], ImportOptions(annotator="Zoé"))

    assert report.left_out == ()
    (article,) = surfaces(project, "Zoé")
    assert article == [("Paris", "country")] * len(starts)


def test_the_gold_articles_come_in_whole(project: Project, shared_folder: Path) -> None:
    gold = [json.loads(each) for each in (shared_folder / "gold" / "dev.jsonl").read_text("utf-8").splitlines()]

    report = import_files(
        project, [shared_folder / "gold" / "dev.jsonl"], ImportOptions(annotator="or", status=Status.FINISHED)
    )

    assert (report.articles, report.spans, report.left_out, report.problems) == (len(gold), 360, (), ())
    for each, id in zip(gold, project.article_ids(), strict=True):
        article = project.article(id)
        stored = [(span.start, span.end, span.label) for span in project.annotation(id, 1).spans]
        assert article.text == each["text"]
        assert stored == sorted((span["start"], span["end"], span["label"]) for span in each["spans"])
