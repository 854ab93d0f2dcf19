from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.app.export_options import ExportOptions
from annotator.app.exporting import export
from annotator.app.import_options import ImportOptions
from annotator.app.importing import import_files
from annotator.app.project import Project
from annotator.app.session import Session
from annotator.app.splits import add_split, splits
from annotator.app.training_report import TrainingReport
from annotator.core.annotation import Status
from annotator.core.corrections import set_trashed
from annotator.core.errors import UserError
from annotator.core.splits import parse_split
from annotator.core.text import clean, text_hash
from annotator.nlp.tokenizer import blank, grid
from tests.app.mixed_project import dispatch


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with Project.create(tmp_path / "news.annot") as project:
        yield project


def fill(project: Project, *articles: str, annotator: str = "Zoé", status: Status = Status.FINISHED) -> None:
    """Import articles in which every «Kyiv» is a country and every «50M€» a sum."""
    path = project.path.with_name("filled.jsonl")
    with path.open("w", encoding="utf-8") as file:
        for text in articles:
            spans = [
                {"start": at, "end": at + len(surface), "label": label}
                for surface, label in (("Kyiv", "country"), ("50M€", "sum"))
                for at in range(len(text))
                if text.startswith(surface, at)
            ]
            file.write(json.dumps({"text": text, "spans": spans}) + "\n")
    import_files(project, [path], ImportOptions(annotator=annotator, status=status))


def export_spacy(
    project: Project, folder: Path, *, progress: Callable[[int, int], None] | None = None, **options: Any
) -> TrainingReport:
    """Export for spaCy, without what only takes time."""
    report = export(project, folder, ExportOptions(**{"debug_data": False, **options}), progress=progress)
    assert isinstance(report, TrainingReport)
    return report


def docs(file: Path) -> list[Any]:
    """Return what stock spaCy reads from a file."""
    from spacy.tokens import DocBin

    return list(DocBin().from_disk(file).get_docs(blank().vocab))


def content(folder: Path) -> dict[str, list[tuple[str, str]]]:
    """Return the entities of both files by text."""
    return {
        doc.text: [(each.text, each.label_) for each in doc.ents]
        for name in ("train.spacy", "dev.spacy")
        for doc in docs(folder / name)
    }


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_finished_articles_are_exported_and_the_others_named(project: Project, tmp_path: Path) -> None:
    fill(project, "Kyiv a reçu 50M€.", "Rien.")
    fill(project, "Brouillon sur Kyiv.", status=Status.IN_PROGRESS)
    fill(project, "De côté.", status=Status.SET_ASIDE)
    (tmp_path / "new.txt").write_text("Nouveau.")
    import_files(project, [tmp_path / "new.txt"])

    report = export_spacy(project, tmp_path / "out")

    assert content(tmp_path / "out") == {"Kyiv a reçu 50M€.": [("Kyiv", "country"), ("50M€", "sum")], "Rien.": []}
    assert (report.articles, report.spans) == (2, 2)
    assert [(each.title, each.reason) for each in report.left_out] == [
        ("Brouillon sur Kyiv.", "status"),
        ("De côté.", "status"),
        ("Nouveau.", "untouched"),
    ]
    assert "Zoé: in progress" in report.left_out[0].wording.en
    assert "Zoé : en cours" in report.left_out[0].wording.fr


def test_a_finished_article_without_spans_says_there_is_no_entity(project: Project, tmp_path: Path) -> None:
    fill(project, "Rien du tout.")

    export_spacy(project, tmp_path / "out", dev=0)

    (doc,) = docs(tmp_path / "out" / "train.spacy")
    assert [token.ent_iob_ for token in doc] == ["O"] * 4


def test_in_an_unfinished_article_the_unmarked_is_unknown(project: Project, tmp_path: Path) -> None:
    fill(project, "Kyiv et Lviv.", status=Status.IN_PROGRESS)
    (tmp_path / "new.txt").write_text("Paris.")
    import_files(project, [tmp_path / "new.txt"])

    report = export_spacy(project, tmp_path / "out", dev=0, statuses=(Status.IN_PROGRESS, Status.NEW))

    assert [[token.ent_iob_ for token in doc] for doc in docs(tmp_path / "out" / "train.spacy")] == [
        ["B", "", "", ""],
        ["", ""],
    ]
    assert [(each.annotator, each.complete) for each in report.train.articles] == [("Zoé", False), (None, False)]
    assert any("2 articles are not finished" in note.en for note in report.notes)


def test_the_side_of_an_article_depends_on_its_text_alone(project: Project, tmp_path: Path) -> None:
    texts = [f"Article {number} sur Kyiv." for number in range(60)]
    fill(project, *texts)
    with Project.create(tmp_path / "other.annot") as other:
        fill(other, *reversed(texts[:20]), "Encore un.")
        export_spacy(other, tmp_path / "few")
    export_spacy(project, tmp_path / "many")

    in_dev = {name: {doc.text for doc in docs(tmp_path / name / "dev.spacy")} for name in ("few", "many")}

    assert in_dev["many"] == {text for text in texts if int(text_hash(text)[:13], 16) < 0.2 * 2**52}
    assert in_dev["few"] - {"Encore un."} == in_dev["many"] & set(texts[:20])
    assert 0 < len(in_dev["many"]) < 30


def second_opinion(project: Project, *, annotator: str, agrees: bool, finished: bool = True) -> None:
    """Let somebody else mark «Kyiv» at the start of the first article, with the same label or another."""
    session = Session(project, project.add_annotator(annotator))
    session.open(1)
    session.draw(0, 4, label="country" if agrees else "leader")
    if finished:
        session.set_status(Status.FINISHED)


def test_annotators_who_agree_count_as_one(project: Project, tmp_path: Path) -> None:
    fill(project, "Kyiv tient.")
    second_opinion(project, annotator="Anne", agrees=True)

    report = export_spacy(project, tmp_path / "out")

    assert content(tmp_path / "out") == {"Kyiv tient.": [("Kyiv", "country")]}
    assert [(each.annotator, each.reason) for each in report.left_out] == [("Anne", "other_annotator")]


def test_a_text_with_two_answers_is_never_in_the_data(project: Project, tmp_path: Path) -> None:
    fill(project, "Kyiv tient.", "Autre.")
    second_opinion(project, annotator="Anne", agrees=False)

    report = export_spacy(project, tmp_path / "out")

    assert content(tmp_path / "out") == {"Autre.": []}
    (left_out,) = report.left_out
    assert (left_out.title, left_out.reason) == ("Kyiv tient.", "disagreement")
    assert "Zoé, Anne" in left_out.wording.en


def test_of_the_annotators_named_the_first_is_taken(project: Project, tmp_path: Path) -> None:
    fill(project, "Kyiv tient.")
    second_opinion(project, annotator="Anne", agrees=False)

    for order, label in ((["Anne", "Zoé"], "leader"), (["Zoé", "Anne"], "country"), (["anne"], "leader")):
        export_spacy(project, tmp_path / "out", annotators=tuple(order))
        assert content(tmp_path / "out") == {"Kyiv tient.": [("Kyiv", label)]}


def test_a_finished_annotation_goes_before_a_draft(project: Project, tmp_path: Path) -> None:
    fill(project, "Kyiv tient.")
    second_opinion(project, annotator="Anne", agrees=False, finished=False)

    for annotators in (None, ["Anne", "Zoé"]):
        both = (Status.FINISHED, Status.IN_PROGRESS)
        report = export_spacy(project, tmp_path / "out", annotators=annotators and tuple(annotators), statuses=both)
        assert content(tmp_path / "out") == {"Kyiv tient.": [("Kyiv", "country")]}
        assert [each.annotator for each in report.left_out] == ["Anne"]


def test_what_was_thrown_away_is_left_out_and_named(project: Project, tmp_path: Path) -> None:
    fill(project, "Kyiv a reçu 50M€.", "Rien.")
    second_opinion(project, annotator="Ali", agrees=True)
    session = Session(project, project.find_annotator("Zoé"))
    session.change_each([1, 2], lambda before: set_trashed(before, True))
    report = export_spacy(project, tmp_path / "out")
    assert content(tmp_path / "out") == {"Kyiv a reçu 50M€.": [("Kyiv", "country")]}
    assert [(each.article, each.reason) for each in report.left_out] == [(2, "trash")]


def test_of_articles_that_are_named_no_other_is_taken(project: Project, tmp_path: Path) -> None:
    fill(project, "Kyiv.", "Rien.", "Kyiv encore.")
    report = export_spacy(project, tmp_path / "out", articles=(2, 3))
    assert sorted(content(tmp_path / "out")) == ["Kyiv encore.", "Rien."]
    assert report.left_out == ()


def test_spans_that_the_tokens_of_today_cannot_hold_are_named_and_unknown(project: Project, tmp_path: Path) -> None:
    fill(project, "Kyiv a reçu 50M€ hier.", "Autre.")
    with project.database.transaction():
        # As an older version might have left it: other tokens, and spans on them.
        project.database.execute("UPDATE texts SET tokenizer = 'old', tokens = x'42' WHERE article_id = 1")
        project.database.execute("UPDATE spans SET \"end\" = start + 2 WHERE label_id = 'country'")
        project.database.execute("UPDATE spans SET start = start - 1 WHERE label_id = 'sum'")

    report = export_spacy(project, tmp_path / "out", dev=0)

    assert [(each.title, each.annotator, each.text, each.reason) for each in report.unused] == [
        ("Kyiv a reçu 50M€ hier.", "Zoé", "Ky", "off_the_grid"),
        ("Kyiv a reçu 50M€ hier.", "Zoé", " 50M€", "white_space"),
    ]
    doc, _ = docs(tmp_path / "out" / "train.spacy")
    assert [token.text for token in doc if not token.ent_iob] == [
        "Kyiv",
        *(t.text for t in doc if "5" in t.text or "€" in t.text),
    ]
    assert [token.ent_iob_ for token in doc if token.text in ("a", "reçu", "hier", ".")] == ["O"] * 4


def test_an_article_longer_than_spacy_reads_is_named(project: Project, tmp_path: Path) -> None:
    fill(project, "Rien. " * 170_000, "Court.")

    report = export_spacy(project, tmp_path / "out")

    assert content(tmp_path / "out") == {"Court.": []}
    assert [each.reason for each in report.left_out] == ["too_long"]


def test_the_folder_says_what_it_holds(project: Project, tmp_path: Path) -> None:
    fill(project, *[f"Article {number} : Kyiv." for number in range(12)])
    fill(project, "Brouillon sur Kyiv.", status=Status.IN_PROGRESS)

    report = export_spacy(project, tmp_path / "out")

    assert {path.name for path in (tmp_path / "out").iterdir()} == {
        "train.spacy",
        "dev.spacy",
        "config.cfg",
        "project.yml",
        "base",
        "labels",
        "report.json",
        "README.md",
    }
    written = json.loads((tmp_path / "out" / "report.json").read_text("utf-8"))
    place = str(tmp_path / "out")
    assert {"folder": place, "target": place, **written} == report.to_json()
    assert written["articles"] == written["train"]["articles"] + written["dev"]["articles"] == 12
    for name in ("train", "dev"):
        listed = [each["title"] for each in written[name]["content"]]
        assert listed == [doc.text for doc in docs(tmp_path / "out" / f"{name}.spacy")]
    assert [each["title"] for each in written["left_out"]] == ["Brouillon sur Kyiv."]
    readme = (tmp_path / "out" / "README.md").read_text("utf-8")
    assert "python -m spacy train config.cfg" in readme
    assert f"{written['train']['articles']} articles" in readme


def test_an_empty_file_is_said(project: Project, tmp_path: Path) -> None:
    fill(project, "Kyiv.")

    no_dev = export_spacy(project, tmp_path / "out", dev=0)
    assert any("dev.spacy is empty" in note.en for note in no_dev.notes)
    assert docs(tmp_path / "out" / "dev.spacy") == []
    no_train = export_spacy(project, tmp_path / "out", dev=1)
    assert any("train.spacy is empty" in note.en for note in no_train.notes)
    assert docs(tmp_path / "out" / "train.spacy") == []


@pytest.mark.parametrize("share", [-0.1, 1.1, float("nan")])
def test_a_share_that_is_none_is_refused(project: Project, tmp_path: Path, share: float) -> None:
    fill(project, "Kyiv.")

    with pytest.raises(UserError, match="between 0 and 1"):
        export_spacy(project, tmp_path / "out", dev=share)


def test_an_export_of_nothing_leaves_the_last_one(project: Project, tmp_path: Path) -> None:
    fill(project, "Kyiv.")
    export_spacy(project, tmp_path / "out")
    before = files(tmp_path / "out")
    Session(project, 1).open(1)
    session = Session(project, 1)
    session.open(1)
    session.set_status(Status.IN_PROGRESS)

    with pytest.raises(UserError, match="no article of the project is finished"):
        export_spacy(project, tmp_path / "out")

    assert files(tmp_path / "out") == before


def test_an_unknown_annotator_is_named(project: Project, tmp_path: Path) -> None:
    fill(project, "Kyiv.")

    with pytest.raises(UserError, match="Personne"):
        export_spacy(project, tmp_path / "out", annotators=("Personne",))


def test_disagreement_everywhere_says_what_to_do(project: Project, tmp_path: Path) -> None:
    fill(project, "Kyiv tient.")
    second_opinion(project, annotator="Anne", agrees=False)

    with pytest.raises(UserError, match="--annotator"):
        export_spacy(project, tmp_path / "out")


def test_an_earlier_export_is_replaced_and_what_the_user_put_there_stays(project: Project, tmp_path: Path) -> None:
    fill(project, "Kyiv.")
    export_spacy(project, tmp_path / "out")
    (tmp_path / "out" / "model").mkdir()
    (tmp_path / "out" / "model" / "weights").write_bytes(b"trained")
    fill(project, "Encore Kyiv.")

    export_spacy(project, tmp_path / "out")

    assert set(content(tmp_path / "out")) == {"Kyiv.", "Encore Kyiv."}
    assert (tmp_path / "out" / "model" / "weights").read_bytes() == b"trained"
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


def test_a_folder_of_somebody_else_is_not_touched(project: Project, tmp_path: Path) -> None:
    fill(project, "Kyiv.")
    theirs = tmp_path / "theirs"
    theirs.mkdir()
    export_spacy(project, theirs)  # empty: free to take
    for name, text in (("report.json", "[]"), ("report.json", "{"), ("thesis.odt", "…")):
        folder = tmp_path / f"{name}-{len(text)}"
        folder.mkdir()
        (folder / name).write_text(text, "utf-8")
        with pytest.raises(UserError, match="not an earlier export"):
            export_spacy(project, folder)
        assert files(folder) == {name: text.encode()}
    with pytest.raises(UserError, match="not an earlier export"):
        export_spacy(project, project.path)


def test_an_export_that_is_stopped_changes_nothing(project: Project, tmp_path: Path) -> None:
    fill(project, *[f"Article {number} : Kyiv." for number in range(3)])
    export_spacy(project, tmp_path / "out")
    before = files(tmp_path / "out")
    fill(project, "Encore Kyiv.")

    def stop(done: int, total: int) -> None:
        if done == total:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        export_spacy(project, tmp_path / "out", progress=stop)

    assert files(tmp_path / "out") == before
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


@pytest.mark.parametrize("name", ["train.spacy", "dev.spacy"])
def test_a_file_that_reads_back_otherwise_is_not_kept(project: Project, tmp_path: Path, name: str) -> None:
    fill(project, *[f"Article {number} : Kyiv." for number in range(400)])
    export_spacy(project, tmp_path / "out")
    before = files(tmp_path / "out")
    with Project.create(tmp_path / "other.annot") as other:
        fill(other, *[f"Article {number} : Lviv." for number in range(400)])
        export_spacy(other, tmp_path / "other")

    def spoil(done: int, total: int) -> None:
        for unfinished in tmp_path.glob(f".out.*.new/out/{name}"):
            if done >= total // 2:
                unfinished.write_bytes((tmp_path / "other" / name).read_bytes())

    with pytest.raises(UserError, match="spaCy reads something else"):
        export_spacy(project, tmp_path / "out", progress=spoil)

    assert files(tmp_path / "out") == before


def test_a_place_that_cannot_be_written_is_a_sentence(project: Project, tmp_path: Path) -> None:
    fill(project, "Kyiv.")

    with pytest.raises(UserError, match="could not be written") as refused:
        export_spacy(project, tmp_path / "news.annot" / "out")
    assert "dossier" in refused.value.wording.fr
    assert "précédent" not in refused.value.wording.fr  # none was there


def test_what_is_edited_during_an_export_is_not_in_it_and_does_not_wait(project: Project, tmp_path: Path) -> None:
    fill(project, *[f"Kyiv, article {number}." for number in range(250)])

    edited: list[int] = []

    def edit(done: int, total: int) -> None:
        if done and not edited:
            edited.append(total)
            with Project.open(project.path) as other:
                session = Session(other, 1)
                session.open(1)
                session.remove(session.marks()[0])

    report = export_spacy(project, tmp_path / "out", progress=edit)

    assert report.spans == 250
    assert export_spacy(project, tmp_path / "out").spans == 249


PIECES = st.sampled_from(
    [
        "Kyiv",
        "50M€",
        "L’OTAN ",
        "l'ex-URSS",
        "é",
        "e\u0301",
        "\u00e7\u0327",
        "😀",
        "👩‍👩‍👧",
        " ",
        "\t",
        "\n",
        "\r\n",
        "\r",
        "\u00a0",
        "\u202f",
        "\u2028",
        "\u2029",
        "\u202e",
        "\u200b",
        "|",
        '"',
        "<b>",
        "\ufb01",
        "\u1100\u1161",
        "שלום",
        "=",
    ]
)


@settings(max_examples=40)
@given(raw=st.lists(PIECES, min_size=1, max_size=25).map("".join).filter(str.strip), data=st.data())
def test_whatever_comes_in_on_the_grid_goes_out_unmoved(
    tmp_path_factory: pytest.TempPathFactory, raw: str, data: st.DataObject
) -> None:
    folder = tmp_path_factory.mktemp("journey")
    text = clean(raw)
    tokens = grid(text.text)
    edges = sorted(data.draw(st.sets(st.integers(0, len(tokens)), max_size=8)))
    spans = []
    for first, last in zip(edges[::2], edges[1::2], strict=False):
        start, end = tokens.starts[first], tokens.ends[last - 1]
        back = text.offsets.to_original(start, end)
        if text.text[start:end].strip() == text.text[start:end] and text.offsets.to_stored(*back) == (start, end):
            spans.append((start, end, "sum"))
    original = [(*text.offsets.to_original(start, end), label) for start, end, label in spans]
    record = {"text": raw, "spans": [{"start": a, "end": b, "label": label} for a, b, label in original]}
    (folder / "in.jsonl").write_text(json.dumps(record), "utf-8")

    with Project.create(folder / "news.annot") as project:
        came = import_files(project, [folder / "in.jsonl"], ImportOptions(annotator="Zoé", status=Status.FINISHED))
        went = export_spacy(project, folder / "out", dev=0)

    assert (came.left_out, went.unused, went.left_out) == ((), (), ())
    (doc,) = docs(folder / "out" / "train.spacy")
    assert doc.text == text.text
    assert [(each.start_char, each.end_char, each.label_) for each in doc.ents] == spans


WITHOUT_THIS_PROGRAM = """
import runpy, sys
sys.path.append(sys.argv[1])
try:
    import annotator
except ImportError:
    sys.argv[:2] = []
    runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)
else:
    sys.exit("this program is installed here: the test would prove nothing")
"""


def run_without_this_program(packages: Path, folder: Path, *module_and_arguments: str) -> str:
    """Run a module inside a folder, in an interpreter where this program cannot be imported."""
    command = [sys.executable, "-I", "-S", "-X", "utf8", "-c", WITHOUT_THIS_PROGRAM, packages, *module_and_arguments]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_stock_spacy_trains_from_the_export(project: Project, tmp_path: Path, other_packages: Path) -> None:
    gold = Path(__file__).parents[2].parent / "shared" / "gold" / "dev.jsonl"
    if gold.is_file():
        import_files(project, [gold], ImportOptions(annotator="or", status=Status.FINISHED))
    else:
        fill(project, *[dispatch(number) for number in range(120)])
    add_split(project, parse_split("superOTAN=super+OTAN"))
    report = export_spacy(project, tmp_path / "out")
    expected = {
        article.text: [(span.start, span.end, span.label) for span in project.annotation(article.id, 1).spans]
        for article in project.articles(project.article_ids())
    }

    checked = run_without_this_program(other_packages, tmp_path / "out", "spacy", "debug", "data", "config.cfg")
    options = ("--paths.train", "train.spacy", "--paths.dev", "dev.spacy", "--output", "model")
    steps = ("--training.max_steps", "2", "--training.eval_frequency", "2")
    trained = run_without_this_program(
        other_packages, tmp_path / "out", "spacy", "train", "config.cfg", *options, *steps
    )

    assert "✘" not in checked
    assert "No entities consisting of or starting/ending with whitespace" in checked
    assert "misaligned" not in checked
    assert "Saved pipeline" in trained
    found = {
        doc.text: [(each.start_char, each.end_char, each.label_) for each in doc.ents]
        for name in ("train.spacy", "dev.spacy")
        for doc in docs(tmp_path / "out" / name)
    }
    assert found == expected
    assert (report.left_out, report.unused) == ((), ())
    (other_packages / "cut.py").write_text(
        "import spacy\n"
        "nlp = spacy.load('model/model-last')\n"
        "print([token.text for token in nlp.make_doc('Les pro-Poutine superOTAN ont payé 50M€.')])",
        "utf-8",
    )
    cut = run_without_this_program(other_packages, tmp_path / "out", "cut")
    ours = blank(splits(project)).make_doc("Les pro-Poutine superOTAN ont payé 50M€.")
    assert cut.strip() == str([token.text for token in ours])
    assert "'pro', '-', 'Poutine', 'super', 'OTAN'" in cut
