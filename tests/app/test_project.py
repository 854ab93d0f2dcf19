from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from annotator.app.project import Project
from annotator.app.session import Session
from annotator.core.annotation import Annotation, Status
from annotator.core.edits import apply
from annotator.core.errors import UserError
from annotator.core.labels import DEFAULT_LABELS
from annotator.core.text import text_hash
from annotator.store import articles, history
from annotator.store.migrations import VERSION
from tests.strategies import new_article

DATA = Path(__file__).parents[1] / "data"


def test_a_project_gets_its_suffix_and_is_found_without_it(tmp_path: Path) -> None:
    with Project.create(tmp_path / "guerre") as project:
        assert project.path == tmp_path / "guerre.annot"
        assert project.labels() == DEFAULT_LABELS
    for name in ("guerre", "guerre.annot"):
        with Project.open(tmp_path / name) as project:
            assert project.path == tmp_path / "guerre.annot"
    (tmp_path / "guerre").mkdir()
    with Project.open(tmp_path / "guerre") as project:
        assert project.path == tmp_path / "guerre.annot"


def test_another_suffix_and_none_at_all_are_respected(tmp_path: Path) -> None:
    with Project.create(tmp_path / "guerre.projet") as project:
        assert project.path.name == "guerre.projet"
    (tmp_path / "guerre.projet").rename(tmp_path / "guerre")
    with Project.open(tmp_path / "guerre") as project:
        assert project.path.name == "guerre"


def test_what_is_no_project_is_refused_in_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UserError, match=r"there is no project file rien\.annot"):
        Project.open(Path("rien"))
    for folder in (Path(), tmp_path):
        with pytest.raises(UserError, match="is a folder"):
            Project.open(folder)
    with pytest.raises(UserError, match="exists already"):
        Project.create(Path())
    with pytest.raises(UserError, match="cannot be opened"):
        Project.open(Path("x" * 300))


def test_a_closed_project_lets_go_of_its_file(tmp_path: Path) -> None:
    with Project.create(tmp_path / "guerre") as project:
        project.add_annotator("Ada")
    assert [path.name for path in tmp_path.iterdir()] == ["guerre.annot"]


def test_annotators_are_added_once_and_need_a_name(tmp_path: Path) -> None:
    with Project.create(tmp_path / "guerre") as project:
        with pytest.raises(UserError, match=r"no annotator “Ada” has worked in .* \(there are: –\)"):
            project.find_annotator("Ada")
        ada = project.add_annotator("Ada")
        assert project.add_annotator("ada ") == ada == project.find_annotator("ADA")
        with pytest.raises(UserError, match="needs a name"):
            project.add_annotator(" \n")
        with pytest.raises(UserError, match="there are: Ada"):
            project.find_annotator("Grace")


def test_articles_and_annotations_are_found(tmp_path: Path) -> None:
    with Project.create(tmp_path / "guerre") as project:
        ada = project.add_annotator("Ada")
        with project.database.transaction():
            articles.insert(project.database, [new_article("Kyiv résiste"), new_article("Paris écoute")], at="2022")
        assert project.article_ids() == [1, 2]
        assert [article.text for article in project.articles([2, 1])] == ["Paris écoute", "Kyiv résiste"]
        assert project.find_article("Paris").id == 2
        assert project.annotation(1, ada) == Annotation(1, ada)
        session = Session(project, ada)
        session.open(2)
        session.set_status(Status.FINISHED)
        assert [summary.status for summary in project.summaries([1, 2], annotator=ada)] == [Status.NEW, Status.FINISHED]
        assert list(project.statuses(ada, [Status.FINISHED])) == [(2, Status.FINISHED)]


@pytest.mark.parametrize("file", sorted(DATA.glob("*.annot")), ids=lambda file: file.stem)
def test_a_file_of_every_released_schema_version_opens_with_all_its_work(file: Path, tmp_path: Path) -> None:
    """Each file was made through the program of its time.

    Two articles, the first with a byte order mark, CRLF and decomposed letters. Ada: accepted, changed, rejected,
    drew, finished, undid her last two steps. Grace: set the second article aside.
    """
    path = Path(shutil.copy(file, tmp_path))
    with Project.open(path) as project:
        assert project.database.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        assert project.database.execute("PRAGMA foreign_key_check").fetchall() == []
        assert project.labels() == DEFAULT_LABELS
        ada, grace = project.find_annotator("Ada"), project.find_annotator("Grace")
        first, second = project.article_ids()
        article = project.article(first)
        text = article.text
        assert text.startswith("Le président Volodymyr Zelensky a reçu à Kiev 50\u00a0M€ de l’Union européenne.\n")
        row = project.database.execute("SELECT hash, length FROM articles WHERE id = ?", (first,)).fetchone()
        assert row == (text_hash(text), len(text))

        ours = project.annotation(first, ada)
        assert all(article.grid.holds(span.start, span.end) for span in ours.spans)
        said = [(text[span.start : span.end], span.label) for span in ours.spans]
        assert said == [
            ("Volodymyr Zelensky", "leader"),
            ("50\u00a0M€", "sum"),
            ("Union européenne", "alliance"),
            ("chars Leopard 2", "weapon"),
        ]
        assert ours.status is Status.IN_PROGRESS
        assert project.annotation(second, grace).status is Status.SET_ASIDE

        session = Session(project, ada)
        session.open(first)
        assert session.redo() is not None
        assert session.redo() is not None
        assert session.redo() is None
        finished = session.annotation
        assert finished.status is Status.FINISHED
        assert len(finished.spans) == 5
        steps = 0
        while session.undo():
            steps += 1
        assert steps == 6
        assert (session.annotation.status, session.annotation.spans) == (Status.NEW, ())
        assert not session.annotation.decisions
        while session.redo():
            steps -= 1
        assert steps == 0
        assert (session.annotation.spans, session.annotation.decisions) == (finished.spans, finished.decisions)

        replayed = Annotation(first, ada)
        for edit in history.of_annotation(project.database, first, ada):
            replayed = apply(edit, replayed)
        assert replayed == session.annotation


def test_there_is_a_file_of_every_schema_version_before_this_one() -> None:
    assert {file.stem for file in DATA.glob("*.annot")} == {f"schema-{version}" for version in range(1, VERSION)}


def test_a_renamed_annotator_keeps_what_they_did(tmp_path: Path) -> None:
    with Project.create(tmp_path / "a.annot") as project:
        ada, zoe = project.add_annotator("ada"), project.add_annotator("Zoé")
        project.rename_annotator(ada, " Ada ")
        assert project.annotators() == {ada: "Ada", zoe: "Zoé"}
        project.rename_annotator(ada, "Ada Lovelace")
        assert project.find_annotator("ADA LOVELACE") == ada
        for name, why in (("ZOÉ", "somebody else"), (" \n", "needs a name")):
            with pytest.raises(UserError, match=why):
                project.rename_annotator(ada, name)
        assert project.annotators() == {ada: "Ada Lovelace", zoe: "Zoé"}
