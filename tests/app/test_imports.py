"""Imports a project remembers, what undoing one leaves, and that nothing partial ever stays."""

from __future__ import annotations

import json
import random
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.app.checking import check
from annotator.app.import_options import ImportOptions
from annotator.app.importing import import_files, import_records
from annotator.app.imports import kept_import, kept_imports, undo_import
from annotator.app.project import Project
from annotator.app.session import Session
from annotator.app.suggesting import suggest
from annotator.core.annotation import Status
from annotator.core.corrections import set_flag, set_trashed
from annotator.core.errors import UserError
from annotator.formats.records import Record
from annotator.store import counting, undecided

TEXT = "Joe Biden arrive à Paris avec des chars."
BIDEN, PARIS = (0, 9), (19, 24)


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with Project.create(tmp_path / "news.annot") as project:
        yield project
        assert check(project).problems == ()


def record(*spans: tuple[int, int, str], text: str = TEXT, **fields: Any) -> Record:
    return Record(text, fields.pop("where", "ici"), spans=spans, **fields)


def dump(project: Project) -> dict[str, list[tuple[Any, ...]]]:
    """Return every row of every table, the kept counts brought up to date.

    Left out are imports, counters, what is to be counted, the inside of the index, and the names of what was counted
    once, which say nothing by themselves.
    """
    counting.refresh(project.database)
    for annotator in project.annotators():
        undecided.count_again(project.database, annotator)
    with closing(sqlite3.connect(project.path)) as raw:
        tables = [
            name
            for (name,) in raw.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
            if not name.startswith("search")
            and name not in ("imports", "sqlite_sequence", "uncounted", "suggester_kinds")
        ]
        found = {name: sorted(raw.execute(f"SELECT * FROM {name}"), key=repr) for name in tables}
    words = ("Paris", "Biden", "Kyiv", "pluie")
    search = "SELECT rowid FROM search WHERE search MATCH ? ORDER BY rowid"
    return {**found, "search": [(word, *project.database.execute(search, (word,)).fetchall()) for word in words]}


TEXTS = [TEXT, "Paris et Kyiv.", "E\u0301tat\r\nà Paris", "La pluie tombe.", "Joe Biden dort à Kyiv."]
RECORDS = st.builds(
    lambda text, spans, annotator, status, model: Record(
        text, "ici", spans=tuple(spans), annotator=annotator, status=status, model=model
    ),
    st.sampled_from(TEXTS),
    st.lists(st.tuples(st.integers(0, 6), st.integers(4, 16), st.sampled_from(["pays", "PER", "LOC"])), max_size=3),
    st.sampled_from([None, "Ada", "Bea", "Neuve"]),
    st.sampled_from([None, None, Status.FINISHED, Status.NEW]),
    st.sampled_from([None, None, "modèle"]),
)
OPTIONS = st.builds(
    ImportOptions,
    annotator=st.sampled_from([None, None, "Bea"]),
    status=st.sampled_from([Status.IN_PROGRESS, Status.FINISHED]),
    labels=st.sampled_from([{}, {"PER": "leader"}, {"LOC": None}]),
    create_labels=st.booleans(),
    snap=st.booleans(),
    as_suggestions=st.booleans(),
)


@settings(max_examples=25)
@given(there=st.lists(RECORDS, max_size=4), came=st.lists(RECORDS, max_size=8), options=OPTIONS, seed=st.integers(0, 9))
def test_an_import_undone_is_as_if_it_had_never_been(
    there: list[Record], came: list[Record], options: ImportOptions, seed: int
) -> None:
    with TemporaryDirectory() as folder, Project.create(Path(folder) / "news.annot") as project:
        ada = project.add_annotator("Ada")
        import_records(project, there, ImportOptions(create_labels=seed % 2 == 0))
        ids = project.article_ids()
        Session(project, ada).change_each(ids[:1], lambda annotation: set_flag(annotation, True))
        Session(project, ada).change_each(ids[1:2], lambda annotation: set_trashed(annotation, True))
        before = dump(project)

        report = import_records(project, came, options)

        assert check(project).problems == ()
        assert report.id is not None
        assert json.loads(json.dumps(report.to_json())) == kept_import(project, report.id).report
        assert kept_import(project, report.id).options == options.to_json()
        undone = undo_import(project, report.id)
        assert undone.articles == report.articles
        assert dump(project) == before
        assert check(project).problems == ()
        with pytest.raises(UserError, match="was undone before"):
            undo_import(project, report.id)


@pytest.mark.parametrize("seed", range(6))
def test_an_import_that_fails_anywhere_changes_nothing(project: Project, tmp_path: Path, seed: int) -> None:
    class StoppedError(Exception):
        pass

    import_records(project, [record((*BIDEN, "leader"))], ImportOptions("Zoé"))
    before = dump(project)
    path = tmp_path / "news.jsonl"
    spans = [{"start": 0, "end": 7, "label": "neuf"}]
    path.write_text("".join(json.dumps({"text": f"Article {n}", "spans": spans}) + "\n" for n in range(1100)), "utf-8")
    calls = [0]

    def count(done: int, total: int) -> None:
        calls[0] += 1

    with Project.create(tmp_path / "other.annot") as other:
        import_files(other, [path], ImportOptions(create_labels=True), progress=count)
    fatal = random.Random(seed).randrange(calls[0]) if seed else calls[0] - 1  # the very last one is within the storing

    def stop(done: int, total: int) -> None:
        nonlocal fatal
        fatal -= 1
        if fatal < 0:
            raise StoppedError

    with pytest.raises(StoppedError):
        import_files(project, [path], ImportOptions(create_labels=True), progress=stop)

    assert dump(project) == before
    assert [kept.id for kept in kept_imports(project)] == [1]
    assert import_files(project, [path], ImportOptions(create_labels=True)).articles == 1100


def test_an_import_is_remembered_with_what_it_told(project: Project, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, "utf-8")

    report = import_files(project, [path, path.parent / "a.txt"], ImportOptions("Zoé"))
    import_files(project, [path])

    first, second = kept_imports(project)
    assert (first.id, first.sources, first.undone_at) == (1, [str(path), str(path)], None)
    assert first.report == report.to_json()
    assert first.report["formats"] == [{"name": "text", "en": "plain text", "fr": "texte brut", "files": 1}]
    assert second.report["duplicates"][0]["article"] == 1
    with pytest.raises(UserError, match="no import 7"):
        kept_import(project, 7)


def test_ids_are_not_given_again(project: Project) -> None:
    import_records(project, [record(text="Un."), record(text="Deux.")])
    undo_import(project, 1)

    report = import_records(project, [record(text="Trois.")])

    assert report.first == 3


@pytest.mark.parametrize("work", ["draw", "flag", "accept", "undone"])
def test_what_somebody_has_worked_on_since_stays(project: Project, work: str) -> None:
    zoe = project.add_annotator("Zoé")
    import_records(project, [record(text=f"{TEXT} {number}.") for number in range(3)])
    import_records(project, [record((*PARIS, "country"), text=f"{TEXT} 1.", model="modèle")])
    suggest(project)
    session = Session(project, zoe)
    session.open(2)
    match work:
        case "draw":
            session.draw(0, 3, label="leader")
        case "flag":
            session.set_flag(True)
        case "accept":
            session.accept([each for each in session.pending() if each.rule == "import"])
        case _:
            session.draw(0, 3, label="leader")
            session.undo()
    before = dump(project)

    with pytest.raises(UserError, match=r"on 1 article of it since \(“Joe Biden arrive") as refused:
        undo_import(project, 1)
    assert "sur 1 article (« Joe Biden arrive" in refused.value.wording.fr
    assert dump(project) == before


def test_a_later_import_into_its_articles_is_undone_first(project: Project) -> None:
    import_records(project, [record((*BIDEN, "leader"))], ImportOptions("Zoé"))
    import_records(project, [record((*PARIS, "country"))], ImportOptions("Ali"))
    import_records(project, [record((*PARIS, "country"))], ImportOptions(as_suggestions=True))

    with pytest.raises(UserError, match="has worked on 1 article"):
        undo_import(project, 1)
    assert undo_import(project, 3).suggestions == 1
    with pytest.raises(UserError, match="has worked on 1 article"):
        undo_import(project, 1)
    assert undo_import(project, 2).annotations == 1
    assert undo_import(project, 1).articles == 1
    assert project.article_ids() == []


def test_a_label_that_somebody_uses_or_has_explained_stays(project: Project) -> None:
    zoe = project.add_annotator("Zoé")
    import_records(project, [record(text="Ailleurs.")])
    import_records(project, [record((*BIDEN, "PER"), (*PARIS, "LOC"))], ImportOptions("Zoé", create_labels=True))
    session = Session(project, zoe)
    session.open(1)
    session.draw(0, 8, label="loc")

    assert undo_import(project, 2).labels == ("per",)
    assert [label.id for label in project.labels()[5:]] == ["loc"]


def test_annotators_whom_an_import_brought_go_unless_they_are_at_work(project: Project) -> None:
    for stays, names in ((None, []), ("zoé", ["Zoé"])):
        report = import_records(project, [record((*BIDEN, "leader"))], ImportOptions("Zoé"))
        undo_import(project, report.id, stays=stays)
        assert list(project.annotators().values()) == names


def test_undoing_can_be_stopped_and_then_changes_nothing(project: Project) -> None:
    class StoppedError(Exception):
        pass

    import_records(project, [record((0, 7, "leader"), text=f"Article {number}") for number in range(700)])
    before = dump(project)

    def stop(done: int, total: int) -> None:
        if done:
            raise StoppedError

    with pytest.raises(StoppedError):
        undo_import(project, 1, progress=stop)
    assert dump(project) == before


def test_what_others_do_while_an_import_reads_is_respected(project: Project, tmp_path: Path) -> None:
    import_records(project, [record()])
    zoe = project.add_annotator("Zoé")
    path = tmp_path / "news.jsonl"
    marked = {"text": TEXT, "spans": [{"start": 0, "end": 9, "label": "leader"}]}
    others = [{"text": f"Article {number}"} for number in range(600)]
    path.write_text("".join(json.dumps(each) + "\n" for each in [marked, *others]), "utf-8")

    def work_meanwhile(done: int, total: int) -> None:
        if done == 500:
            with Project.open(project.path) as here:
                session = Session(here, zoe)
                session.open(1)
                session.draw(*PARIS, label="country")

    report = import_files(project, [path], ImportOptions("Zoé"), progress=work_meanwhile)

    assert (report.articles, report.attached, report.annotations) == (600, 0, ())
    assert [(each.where, each.article, each.annotator) for each in report.conflicts] == [(f"{path}:1", 1, "Zoé")]
    assert [(each.start, each.label) for each in project.annotation(1, zoe).spans] == [(19, "country")]


_ANOTHER_PROGRAM = """
import sys
from pathlib import Path
from annotator.app.project import Project
with Project.open(Path(sys.argv[1])) as project:
    project.add_annotator("Ben")
"""


def test_an_import_whose_connection_is_opened_anew_says_so_and_stores_nothing(project: Project, tmp_path: Path) -> None:
    path = tmp_path / "news.jsonl"
    path.write_text("".join(json.dumps({"text": f"Article {number}"}) + "\n" for number in range(1100)), "utf-8")

    def lose_the_locks(done: int, total: int) -> None:
        if done == 500:
            for suffix in ("", "-wal", "-shm"):
                Path(f"{project.path}{suffix}").read_bytes()  # as a file dialog does; the system then drops the locks
            subprocess.run([sys.executable, "-c", _ANOTHER_PROGRAM, str(project.path)], check=True)

    with pytest.raises(UserError, match="was moved or changed by another program meanwhile; nothing was imported"):
        import_files(project, [path], progress=lose_the_locks)

    assert project.article_ids() == []
    assert import_files(project, [path]).articles == 1100
