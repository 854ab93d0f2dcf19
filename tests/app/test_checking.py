"""A sound project passes; each kind of damage, done behind the program's back, is found and named."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from annotator.app.checking import check
from annotator.app.import_options import ImportOptions
from annotator.app.importing import import_files
from annotator.app.project import Project
from annotator.app.session import Session
from annotator.app.suggesting import suggest
from annotator.core.annotation import Status


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    """A project with work of every kind in it: imported and drawn spans, decisions, undo, redo, a changed text."""
    lines = [
        '{"text": "La Russie et l\'OTAN.", "spans": [{"start": 3, "end": 9, "label": "country"}]}',
        '{"text": "\\ufeffL\'Ukraine re\\u0301clame\\r\\n3 millions d\'euros et la Pologne aussi."}',
    ]
    (tmp_path / "in.jsonl").write_text("\n".join(lines), "utf-8")
    with Project.create(tmp_path / "war.annot") as project:
        import_files(project, [tmp_path / "in.jsonl"], ImportOptions(annotator="Zoé", status=Status.FINISHED))
        suggest(project)
        session = Session(project, project.find_annotator("Zoé"))
        session.open(1)
        session.accept(session.pending())
        session.open(2)
        first, second, *_ = session.marks()
        session.relabel(first, label="alliance")
        session.remove(second)
        session.undo()
        session.undo()
        session.redo()
        session.undo()
        session.draw(10, 17, label="weapon")
        session.undo()
        yield project


def damage(project: Project, *statements: str) -> None:
    with closing(sqlite3.connect(project.path, isolation_level=None)) as raw:
        for statement in statements:
            raw.execute(statement)


def found(project: Project) -> str:
    return "\n".join(f"{each.where}: {each.what}" for each in check(project).problems)


def test_a_sound_project_passes(project: Project) -> None:
    heard: list[tuple[int, int]] = []
    report = check(project, progress=lambda done, total: heard.append((done, total)))
    assert report.problems == ()
    assert (report.articles, report.annotations) == (2, 2)
    assert report.suggestions > 3
    assert report.edits > 8
    assert heard == [(1, 2), (2, 2)]


@pytest.mark.parametrize(
    ("statement", "named"),
    [
        (
            "UPDATE texts SET text = replace(text, 'Russie', 'Prusse') WHERE article_id = 1",
            "article 1: the text is not",
        ),
        ("UPDATE articles SET length = length + 1", "article 1: the text has 20 characters, not 21"),
        ("UPDATE texts SET tokens = x'58' WHERE article_id = 1", "article 1: the token grid cannot be read"),
        ("UPDATE texts SET tokens = x'420002' WHERE article_id = 1", "article 1: the token grid does not fit"),
        ("UPDATE texts SET original = 'Autre' WHERE article_id = 2", "article 2: the text does not follow"),
        ("UPDATE texts SET offsets = '[]' WHERE article_id = 2", "article 2: the offset map does not lead"),
        ("UPDATE texts SET offsets = '[1' WHERE article_id = 2", "article 2: the original or its offset map cannot"),
        ("DELETE FROM texts WHERE article_id = 2", "article 2: an article without its text"),
        ("UPDATE spans SET start = start + 1 WHERE article_id = 1", "is not made of whole tokens"),
        ('UPDATE spans SET "end" = 9000 WHERE article_id = 1', "is not made of whole tokens"),
        ('UPDATE spans SET start = 3, "end" = 19 WHERE article_id = 1', "overlaps the one before it"),
        ("UPDATE spans SET label_id = 'sum' WHERE article_id = 1", "as many spans and decisions, but other ones"),
        ("UPDATE annotations SET revision = revision + 1", "article 1, annotator 1: the edit log leads to something"),
        ("UPDATE annotations SET status = 'set aside'", "status: finished in the log, set aside stored"),
        ("DELETE FROM spans", "in the log, 0 stored"),
        ('UPDATE suggestions SET "end" = 9000', "is not made of whole tokens"),
        ('UPDATE suggestions SET start = 3, "end" = 9', "overlaps the one before it"),
        ("UPDATE suggestions SET article_id = 3 - article_id", "a span that answers a suggestion of another article"),
        ("UPDATE edits SET changes = '[' WHERE id = 2", "edit log of Zoé: row 2 cannot be read"),
        ("UPDATE edits SET changes = '[]' WHERE id = 3", "the edit log leads to something else"),
        ("UPDATE edits SET inverse = '[]'", "has an inverse that does not take it back"),
        (
            "UPDATE edits SET state = 'undone' WHERE state = 'done' AND kind = 'edit'",
            "is marked as undone and should be",
        ),
        ("UPDATE edits SET target = 1 WHERE kind = 'undo'", "whose turn it was not"),
        ("DELETE FROM edits WHERE kind = 'redo'", "whose turn it was not"),
        ("DELETE FROM annotations WHERE article_id = 2", "article 2: an edit in the log without an annotation"),
        ("DELETE FROM annotations WHERE article_id = 1", "file: "),
        ("UPDATE suggestions SET label_id = 'ship'", "file: suggestions row"),
    ],
)
def test_damage_is_named(project: Project, statement: str, named: str) -> None:
    damage(project, statement)
    assert named in found(project)


def test_a_page_overwritten_is_named(project: Project) -> None:
    path = project.path
    project.close()
    with closing(sqlite3.connect(path)) as raw:
        page = raw.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'suggestions'").fetchone()[0] - 1
        size = raw.execute("PRAGMA page_size").fetchone()[0]
    content = bytearray(path.read_bytes())
    content[page * size : page * size + 64] = bytes(64)
    path.write_bytes(content)
    with Project.open(path) as opened:
        report = check(opened)
    assert {each.where for each in report.problems} == {"file"}
    assert report.to_json()["problems"]
