"""Splitting tokens of a project: every grid follows, nobody's span is left off it, and all of it can be taken back."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.app.checking import check
from annotator.app.export_options import ExportOptions
from annotator.app.exporting import export
from annotator.app.importing import import_files
from annotator.app.lexicon import lexicon
from annotator.app.project import Project
from annotator.app.session import Session
from annotator.app.splits import add_split, remove_split, splits
from annotator.app.suggesting import suggest
from annotator.core.annotation import Status
from annotator.core.errors import UserError
from annotator.core.splits import Split, cut_tokens, parse_split
from annotator.core.tokens import TokenGrid
from annotator.nlp import tokenizer

GLUED = "anti-char"
SPLIT = parse_split("anti-char=anti+-+char")
TEXTS = {
    "a": "Des armes anti-char, dont l'anti-char « anti-char ».",
    "b": "Rien de tel ici : 12 anti-chars.",
    "c": "Encore un anti-char.",
}


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    for name, text in TEXTS.items():
        (tmp_path / f"{name}.txt").write_text(text, "utf-8")
    with Project.create(tmp_path / "war.annot") as project:
        import_files(project, [tmp_path / f"{name}.txt" for name in TEXTS])
        yield project


def words(project: Project, article: int) -> list[str]:
    read = project.article(article)
    return [read.text[start:end] for start, end in zip(read.grid.starts, read.grid.ends, strict=True)]


def grids(project: Project) -> list[TokenGrid]:
    return [article.grid for article in project.articles(project.article_ids())]


def test_a_split_counts_in_every_article_and_can_be_taken_back(project: Project) -> None:
    before = grids(project)
    told: list[tuple[int, int]] = []
    report = add_split(project, SPLIT, progress=lambda done, total: told.append((done, total)))
    assert (report.articles, report.tokens) == (2, 8)
    assert report.to_json() == {"form": GLUED, "parts": ["anti", "-", "char"], "articles": 2, "tokens": 8}
    assert told[-1] == (3, 3)  # anti-chars is looked at too
    assert words(project, 1) == [
        *["Des", "armes", "anti", "-", "char", ",", "dont", "l'", "anti", "-", "char"],
        *["«", "anti", "-", "char", "»", "."],
    ]
    assert grids(project)[1] == before[1]
    assert splits(project) == (SPLIT,)
    assert check(project).problems == ()
    assert remove_split(project, GLUED).tokens == -8
    assert grids(project) == before
    assert splits(project) == ()
    assert check(project).problems == ()


def test_what_is_imported_later_is_cut_the_same_way(project: Project, tmp_path: Path) -> None:
    add_split(project, SPLIT)
    late = {"text": "Un anti-char tardif.", "spans": [{"start": 8, "end": 12, "label": "weapon"}]}
    (tmp_path / "late.jsonl").write_text(json.dumps(late), "utf-8")
    report = import_files(project, [tmp_path / "late.jsonl"])
    assert (report.spans, report.left_out) == (1, ())
    assert words(project, 4)[1:4] == ["anti", "-", "char"]
    assert check(project).problems == ()


def test_spans_stay_where_they_are_and_may_then_lie_on_a_part(project: Project) -> None:
    session = Session(project, project.add_annotator("Zoé"))
    session.open(3)
    start = TEXTS["c"].index(GLUED)
    with pytest.raises(UserError):
        session.draw(start + 5, start + 9, label="weapon")
    session.draw(start, start + 9, label="weapon")
    add_split(project, SPLIT)
    session.open(3)
    (mark,) = session.marks()
    session.resize(mark, start=start + 5, end=start + 9)
    assert [(span.start, span.end) for span in session.annotation.spans] == [(start + 5, start + 9)]
    assert check(project).problems == ()


def test_a_split_that_a_span_needs_stays_and_the_article_is_named(project: Project) -> None:
    add_split(project, SPLIT)
    session = Session(project, project.add_annotator("Zoé"))
    session.open(3)
    session.draw(15, 19, label="weapon")
    with pytest.raises(UserError, match=r"3 “Encore un anti-char\.” \(Zoé\)") as refused:
        remove_split(project, GLUED)
    assert "3 « Encore un anti-char. » (Zoé)" in refused.value.wording.fr
    assert splits(project) == (SPLIT,)
    assert words(project, 3)[2:5] == ["anti", "-", "char"]
    with pytest.raises(UserError, match="has to stay as it is"):
        add_split(project, parse_split("anti-char=ant+i-char"))


def test_no_step_taken_back_puts_a_span_into_a_token(project: Project) -> None:
    session = Session(project, project.add_annotator("Zoé"))
    add_split(project, SPLIT)
    session.open(3)
    session.draw(15, 19, label="weapon")
    session.undo()
    remove_split(project, GLUED)
    with pytest.raises(UserError, match="no longer splits"):
        session.redo()
    with pytest.raises(UserError, match="no longer splits"):
        session.draw(15, 19, label="weapon")  # the session still has the grid it opened the article with
    assert session.annotation.spans == ()
    add_split(project, SPLIT)
    assert session.redo() is not None
    assert check(project).problems == ()


def test_suggestions_inside_a_joined_token_go_and_decided_ones_retire(project: Project) -> None:
    add_split(project, SPLIT)
    database = project.database
    with database.transaction():
        for article, start in ((1, 15), (3, 15)):
            database.execute(
                'INSERT INTO suggestions (article_id, start, "end", label_id, rule, reason_fr, reason_en, tier,'
                " pipeline) VALUES (?, ?, ?, 'weapon', 'weapon.name', '', '', 'sure', 'rules')",
                (article, start, start + 4),
            )
            database.execute("UPDATE articles SET sure = 1 WHERE id = ?", (article,))
    session = Session(project, project.add_annotator("Zoé"))
    session.open(3)
    session.remove(session.marks()[0])
    remove_split(project, GLUED)
    assert project.suggestions(1) == {}
    assert [each.active for each in project.suggestions(3).values()] == [False]
    assert database.execute("SELECT sum(sure) FROM articles").fetchone()[0] == 0
    assert check(project).problems == ()


def test_the_suggester_reads_the_parts(project: Project, tmp_path: Path) -> None:
    (tmp_path / "d.txt").write_text("Un discours superOTAN, et le superOTAN.", "utf-8")
    import_files(project, [tmp_path / "d.txt"])
    first = suggest(project)
    assert [each.label for each in project.suggestions(4).values()] == []
    add_split(project, parse_split("superOTAN=super+OTAN"))
    again = suggest(project)
    assert (again.articles, first.articles) == (1, 4)
    assert again.pipeline != first.pipeline
    assert [each.label for each in project.suggestions(4).values()] == ["alliance", "alliance"]
    remove_split(project, "superOTAN")
    assert project.suggestions(4) == {}
    assert suggest(project).pipeline == first.pipeline
    assert lexicon(project).splits == ()


def test_a_reading_under_way_stops_at_a_split_and_is_taken_up_again(project: Project, tmp_path: Path) -> None:
    texts = [f"Article {number}, le superOTAN." for number in range(60)]
    (tmp_path / "many.jsonl").write_text("".join(json.dumps({"text": text}) + "\n" for text in texts), "utf-8")
    import_files(project, [tmp_path / "many.jsonl"])

    def split_meanwhile(done: int, _total: int) -> None:
        if done and not splits(project):
            with Project.open(project.path) as other:
                add_split(other, parse_split("superOTAN=super+OTAN"))

    assert suggest(project, progress=split_meanwhile).articles == 50
    assert suggest(project).articles == 60
    assert [each.label for each in project.suggestions(63).values()] == ["alliance"]
    assert check(project).problems == ()


def test_an_import_under_way_does_not_store_grids_of_before_a_split(project: Project, tmp_path: Path) -> None:
    texts = [f"Article {number} : un anti-char." for number in range(501)]
    (tmp_path / "many.jsonl").write_text("".join(json.dumps({"text": text}) + "\n" for text in texts), "utf-8")

    def split_meanwhile(_done: int, _total: int) -> None:
        if not splits(project):
            with Project.open(project.path) as other:
                add_split(other, SPLIT)

    assert import_files(project, [tmp_path / "many.jsonl"], progress=split_meanwhile).articles == 501
    assert words(project, project.article_ids()[-1])[-4:-1] == ["anti", "-", "char"]
    assert check(project).problems == ()


def test_two_programs_do_not_split_at_once(project: Project) -> None:
    def split_meanwhile(_done: int, _total: int) -> None:
        with Project.open(project.path) as other:
            add_split(other, parse_split("Encore=En+core"))

    with pytest.raises(UserError, match="another program"):
        add_split(project, SPLIT, progress=split_meanwhile)
    assert [each.form for each in splits(project)] == ["Encore"]
    assert check(project).problems == ()


def test_a_part_that_is_split_comes_apart_in_the_other_splits_too(project: Project, tmp_path: Path) -> None:
    (tmp_path / "d.txt").write_text("Le triAaBbCc et le AaBbCc.", "utf-8")
    import_files(project, [tmp_path / "d.txt"])
    add_split(project, parse_split("triAaBbCc=tri+AaBbCc"))
    add_split(project, parse_split("AaBbCc=AaBb+Cc"))
    assert words(project, 4) == ["Le", "tri", "AaBb", "Cc", "et", "le", "AaBb", "Cc", "."]
    assert check(project).problems == ()


def test_articles_cut_by_another_version_are_taken_apart_and_joined_too(project: Project) -> None:
    database = project.database
    article = project.article(3)
    with database.transaction():
        odd = TokenGrid.of([(0, 6), (7, 19), (19, 20)])  # as no tokenizer of today would
        database.execute("UPDATE texts SET tokens = ?, tokenizer = 'fr-0' WHERE article_id = 3", (odd.to_bytes(),))
    assert add_split(project, parse_split("anti-char.=anti-char+.")).articles == 0
    whole = TokenGrid.of([(0, 6), (7, 9), (10, 19), (19, 20)])
    with database.transaction():
        database.execute("UPDATE texts SET tokens = ? WHERE article_id = 3", (whole.to_bytes(),))
    add_split(project, SPLIT)
    assert project.article(3).grid == cut_tokens(article.text, whole, [SPLIT])
    assert check(project).problems == ()
    remove_split(project, GLUED)
    assert project.article(3).grid == whole


def test_check_names_an_article_whose_tokens_are_not_those_of_the_splits(project: Project) -> None:
    whole = project.article(3).grid
    add_split(project, SPLIT)
    with project.database.transaction():
        project.database.execute("UPDATE texts SET tokens = ? WHERE article_id = 3", (whole.to_bytes(),))
    (problem,) = check(project).problems
    assert problem.where == "article 3"
    assert GLUED in problem.what


def test_what_is_not_split_cannot_be_joined(project: Project) -> None:
    with pytest.raises(UserError, match="does not split “OTAN”"):
        remove_split(project, "OTAN")


PIECES = ["anti-char", "superOTAN", "l'", "d’", "(", "« ", " ", "-", ", ", ".", "50M€", "12", "km", "x", "€", "\n", "/"]


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_the_tokenizer_takes_apart_just_the_tokens_that_are_a_form(text: str) -> None:
    taken = tuple(map(tokenizer.fitting, (SPLIT, parse_split("superOTAN=super+OTAN"), parse_split("50M€=50+M€"))))
    assert tokenizer.grid(text, taken) == cut_tokens(text, tokenizer.grid(text), taken)


def test_a_split_never_joins_what_the_tokenizer_keeps_apart() -> None:
    assert tokenizer.fitting(parse_split("l'OTAN=l'O+TAN")) == Split("l'OTAN", ("l'", "O", "TAN"))


def test_the_edition_tells_what_is_taken_apart() -> None:
    assert tokenizer.edition() == tokenizer.VERSION
    assert tokenizer.edition([SPLIT]).startswith(f"{tokenizer.VERSION}+")


_LOADING = """
import sys
sys.path.append(sys.argv[1])
import json, spacy
from spacy.tokens import DocBin
nlp = spacy.load(sys.argv[2] + "/base")
assert not any(name.startswith("annotator") for name in sys.modules)
docs = list(DocBin().from_disk(sys.argv[2] + "/train.spacy").get_docs(nlp.vocab))
print(json.dumps([[[t.text for t in doc], [t.text for t in nlp.make_doc(doc.text)]] for doc in docs]))
"""


def test_the_exported_tokenizer_takes_the_same_apart_where_this_package_is_not(
    project: Project, tmp_path: Path, other_packages: Path
) -> None:
    add_split(project, SPLIT)
    add_split(project, parse_split("tel=te+l"))
    session = Session(project, project.add_annotator("Zoé"))
    session.open(3)
    session.draw(15, 19, label="weapon")
    session.set_status(Status.FINISHED)
    options = ExportOptions(dev=0, statuses=(Status.FINISHED, Status.NEW), debug_data=False)
    report = export(project, tmp_path / "out", options)
    assert report.tokenizer == tokenizer.edition(splits(project))
    assert report.unused == ()
    command = [sys.executable, "-I", "-S", "-c", _LOADING, str(other_packages), str(tmp_path / "out")]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=tmp_path)
    pairs: list[Any] = json.loads(done.stdout.splitlines()[-1])
    assert [data for data, _ in pairs] == [words(project, article) for article in (1, 2, 3)]
    assert [cut for _, cut in pairs] == [data for data, _ in pairs]
