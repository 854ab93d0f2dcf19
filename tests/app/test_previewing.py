"""A preview of an import says what the import then does, and leaves no trace."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.app.import_options import ImportOptions
from annotator.app.import_report import Held
from annotator.app.importing import import_files, import_records
from annotator.app.previewing import Part, find_text, preview_files
from annotator.app.project import Project
from annotator.app.session import Session
from annotator.core.annotation import Status
from annotator.core.corrections import set_trashed
from annotator.core.errors import UserError
from annotator.formats.records import Record
from annotator.store import articles as stored_articles


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with Project.create(tmp_path / "news.annot") as project:
        yield project


def lines(folder: Path, *objects: object, name: str = "news.jsonl") -> Path:
    path = folder / name
    path.write_text("".join(json.dumps(each, ensure_ascii=False) + "\n" for each in objects), "utf-8", newline="")
    return path


def test_an_article_is_described_before_it_comes(project: Project, tmp_path: Path) -> None:
    text = "Kyiv sous les drones\n\nVolodymyr Zelensky a dit à Paris,\nsa voix basse, que l'OTAN\ttient."
    spans = [{"start": text.index(word), "end": text.index(word) + len(word), "label": "country"} for word in ("Kyiv",)]
    path = lines(tmp_path, {"text": text, "date": "2023-10-17", "source": "AFP", "spans": spans})
    told: list[Part] = []

    preview = preview_files(project, [path], ImportOptions(annotator="Zoé"), found=told.append)

    (article,) = (each for part in told for each in part.articles)
    assert (article.where, article.title, article.length) == (f"{path}:1", "Kyiv sous les drones", len(text))
    assert article.words == "Volodymyr Zelensky a dit à Paris, sa voix basse, que l'OTAN tient."
    assert (article.source, article.date) == ("AFP", "2023-10-17")
    assert (article.spans, article.status) == ({"country": 1}, Status.IN_PROGRESS)
    assert (preview.examined, preview.total, preview.complete) == (1, 1, True)
    assert project.article_ids() == []
    assert project.annotators() == {}


TEXTS = st.sampled_from(["Paris", "Kyiv et Paris", "e\u0301tat", "état", " ", "", "a\x00b", "La Russie et l’OTAN."])
SPANS = st.lists(
    st.fixed_dictionaries(
        {
            "start": st.integers(-1, 8),
            "end": st.integers(0, 12),
            "label": st.sampled_from(["country", "pays", "leader", "ville"]),
        }
    ),
    max_size=3,
)
RECORDS = st.fixed_dictionaries(
    {"text": TEXTS}, optional={"spans": SPANS, "title": st.sampled_from(["Titre", " "]), "date": st.just("hier")}
)
LINES = st.lists(RECORDS | st.sampled_from([5, {"texte": "rien"}, "rien"]), max_size=30)


@settings(max_examples=25)
@given(
    there=st.lists(RECORDS, max_size=3),
    first=LINES,
    second=LINES,
    annotator=st.sampled_from([None, "Zoé"]),
    status=st.sampled_from([Status.IN_PROGRESS, Status.FINISHED, Status.SET_ASIDE]),
)
def test_the_preview_is_what_comes(
    there: list[Any], first: list[Any], second: list[Any], annotator: str | None, status: Status
) -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        paths = [lines(folder, *first, name="a.jsonl"), lines(folder, *second, name="b.jsonl"), folder / "c.txt"]
        paths[2].write_bytes("été à Kyiv".encode("cp1252"))
        with Project.create(folder / "news.annot") as project:
            import_files(project, [lines(folder, *there, name="there.jsonl")], ImportOptions(annotator="Ali"))
            before = project.article_ids()
            told: list[Part] = []

            preview = preview_files(
                project, paths, ImportOptions(annotator=annotator, status=status), found=told.append
            )
            assert project.article_ids() == before
            report = import_files(project, paths, ImportOptions(annotator=annotator, status=status))

            assert preview.report == replace(report, first=None, id=None)
            articles = [each for part in told for each in part.articles]
            came = list(project.articles(project.article_ids()[len(before) :]))
            assert [(each.title, each.source, each.date, each.length) for each in articles] == [
                (each.title, each.source, each.date, len(each.text)) for each in came
            ]
            whose = project.find_annotator(report.annotator) if report.annotator is not None else -1
            for expected, article in zip(articles, came, strict=True):
                annotation = project.annotation(article.id, whose)
                labels = [span.label for span in annotation.spans]
                assert expected.spans == {label: labels.count(label) for label in labels}
                assert (expected.status or Status.NEW) is annotation.status
            for name_of_list in ("duplicates", "problems", "left_out", "trimmed", "snapped", "conflicts"):
                parts = [each for part in told for each in part.report[name_of_list]]
                assert parts == report.to_json()[name_of_list]
            assert report.first == (came[0].id if came else None)


def test_it_tells_of_the_first_ones_soon_and_stops_where_nobody_reads_on(project: Project, tmp_path: Path) -> None:
    path = lines(tmp_path, *[{"text": f"Article {number}"} for number in range(700)])
    told: list[Part] = []

    preview = preview_files(project, [path], limit=500, found=told.append)

    assert len(told[0].articles) < 50
    assert (told[0].examined, told[0].total) == (len(told[0].articles), 700)
    assert sum(len(part.articles) for part in told) == 500 == preview.report.articles
    assert (preview.examined, preview.total, preview.complete) == (500, 700, False)


def test_unreadable_lines_are_told_on_the_way_too(project: Project, tmp_path: Path) -> None:
    path = lines(tmp_path, *range(300))
    told: list[Part] = []

    preview_files(project, [path], found=told.append)

    assert len(told) > 2
    assert sum(len(part.report["problems"]) for part in told) == 300


def test_whoever_listens_can_stop_it(project: Project, tmp_path: Path) -> None:
    class StoppedError(Exception):
        pass

    def stop(part: Part) -> None:
        raise StoppedError

    with pytest.raises(StoppedError):
        preview_files(project, [lines(tmp_path, {"text": "Paris"})], found=stop)


def test_a_path_that_is_not_there_is_said_at_once(project: Project, tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"nowhere\.txt"):
        preview_files(project, [tmp_path / "nowhere.txt"])


def test_duplicates_are_told_apart(project: Project, tmp_path: Path) -> None:
    import_files(project, [lines(tmp_path, {"text": "Ici"}, {"text": "Corbeille", "title": "Jeté"}, name="a.jsonl")])
    zoe, ali = project.add_annotator("Zoé"), project.add_annotator("Ali")
    Session(project, zoe).change_each([2], lambda annotation: set_trashed(annotation, True))
    path = lines(tmp_path, {"text": "Ici"}, {"text": "Corbeille"}, {"text": "Neuf"}, {"text": "Neuf"})

    def held(annotator: str | None) -> list[tuple[Held, str, int | None]]:
        report = preview_files(project, [path], ImportOptions(annotator=annotator)).report
        return [(each.held, each.title, each.article) for each in report.duplicates]

    assert held("zoé") == [(Held.HERE, "Ici", 1), (Held.TRASH, "Jeté", 2), (Held.TWICE, "Neuf", None)]
    assert held(None) == held("zoé")
    assert held("Ali") == [(Held.HERE, "Ici", 1), (Held.HERE, "Jeté", 2), (Held.TWICE, "Neuf", None)]
    assert held("Un inconnu") == held("Ali")
    assert find_text(project, "Corbeille", annotator=zoe).held is Held.TRASH
    assert find_text(project, "Corbeille", annotator=ali).held is Held.HERE


def test_a_text_is_found_however_it_is_composed(project: Project) -> None:
    import_records(project, [Record("État\nfin", "collé")])

    assert find_text(project, "\ufeffE\u0301tat\r\nfin").title == "État"
    for other in ("État", "", "a\x00b"):
        assert find_text(project, other) is None


def test_records_of_no_file_come_in_like_those_of_files(project: Project) -> None:
    records = [
        Record("Paris, ville.", "texte collé", title="Titre", date="2023-10-17", spans=((0, 5, "country"),)),
        Record("Paris, ville.", "encore"),
    ]

    report = import_records(project, records, ImportOptions(annotator="Zoé"))

    assert (report.files, report.articles, report.spans, report.first) == (0, 1, 1, 1)
    assert [each.where for each in report.duplicates] == ["encore"]
    article = project.article(1)
    assert (article.title, article.source, article.date) == ("Titre", "texte collé", "2023-10-17")
    assert stored_articles.tokenizer_of(project.database, 1)
