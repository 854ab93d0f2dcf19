"""Articles given out among annotators, each in a project file that can be merged back."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.app.checking import check
from annotator.app.importing import import_records
from annotator.app.merging import merge
from annotator.app.project import Project
from annotator.app.session import Session
from annotator.app.settling import Settling
from annotator.app.sharing import given_to, proposed_folder, share, shared_with
from annotator.app.suggesting import suggest
from annotator.core.annotation import Status
from annotator.core.errors import UserError
from annotator.core.listing import ArticleQuery
from annotator.core.sharing import deal
from annotator.formats.records import Record

NAMES = ("Ana", "Ben", "Cem")


@given(
    lengths=st.lists(st.integers(1, 5000), max_size=60),
    annotators=st.integers(1, 5),
    overlap=st.fractions(0, 1),
    seed=st.randoms(use_true_random=False),
)
def test_everybody_gets_about_as_much_and_every_pair_equally_many(lengths, annotators, overlap, seed) -> None:  # type: ignore[no-untyped-def]
    articles = [(f"hash {at}", length) for at, length in enumerate(lengths)]
    given = deal(articles, annotators, overlap=overlap)

    double = [who for who in given if len(who) == 2]
    assert len(double) == (round(len(articles) * overlap) if annotators > 1 else 0)
    assert all(len(set(who)) == len(who) in (1, 2) for who in given)
    pairs = Counter(double)
    counts = [pairs[pair] for pair in combinations(range(annotators), 2)]
    assert not counts or max(counts) - min(counts) <= 1
    if not double:
        loads = Counter(dict.fromkeys(range(annotators), 0))
        for (who,), (_, length) in zip(given, articles, strict=True):
            loads[who] += length
        assert max(loads.values()) - min(loads.values()) <= max(lengths, default=0)
    shuffled = list(zip(articles, given, strict=True))
    seed.shuffle(shuffled)
    if len(set(lengths)) == len(lengths):
        assert deal([each for each, _ in shuffled], annotators, overlap=overlap) == [who for _, who in shuffled]


def make(path: Path, count: int = 20) -> None:
    with Project.create(path) as project:
        import_records(
            project, [Record(f"{number}. Biden est à Paris." + " Oui." * number, "ici") for number in range(count)]
        )
        suggest(project)


def test_what_is_shared_and_merged_comes_back(tmp_path: Path) -> None:
    make(tmp_path / "war.annot")
    with Project.open(tmp_path / "war.annot") as project:
        ana = project.add_annotator("Ana")
        session = Session(project, ana)
        session.open(1)
        session.draw(0, 2, label="sum")
        report = share(project, NAMES, overlap=Fraction(1, 5))
        assert (report.given, report.double, report.kept) == (20, 4, 0)
        assert sum(each.double for each in report.copies) == 2 * report.double
        assert {article for each in report.copies for article in each.articles} == set(project.article_ids())
        for each in report.copies:
            with Project.open(each.path) as mine:
                assert check(mine).problems == ()
                assert shared_with(mine) == each.annotator
                assert mine.article_ids() == list(each.articles)
                assert list(mine.annotators().values()) == [each.annotator]
                assert mine.labels() == project.labels()
                assert mine.suggestions(each.articles[0]) == project.suggestions(each.articles[0])
                session = Session(mine, mine.find_annotator(each.annotator))
                session.open(each.articles[-1])
                session.accept(session.pending())

        merged = merge(project, [each.path for each in report.copies])

        assert [(each.annotator, len(each.articles)) for each in merged.work] == [(name, 1) for name in NAMES]
        assert merged.conflicts == ()
        assert [span.label for span in project.annotation(1, ana).spans][:1] == ["sum"]
        assert check(project).problems == ()


def test_sharing_again_keeps_what_was_given_and_gives_out_what_is_new(tmp_path: Path) -> None:
    make(tmp_path / "war.annot", 10)
    with Project.open(tmp_path / "war.annot") as project:
        first = share(project, NAMES[:2], into=tmp_path / "one")
        import_records(project, [Record(f"Nouveau {number}.", "ici") for number in range(6)])

        second = share(project, NAMES[:2], into=tmp_path / "two")

        assert (second.given, second.kept) == (6, 10)
        for before, after in zip(first.copies, second.copies, strict=True):
            assert set(before.articles) < set(after.articles)
        assert share(project, NAMES, into=tmp_path / "three", again=True, dry_run=True).given == 16
        assert not (tmp_path / "three").exists()


def test_files_that_are_there_are_not_overwritten(tmp_path: Path) -> None:
    make(tmp_path / "war.annot", 2)
    (tmp_path / "war-ben.annot").write_text("mine")
    with Project.open(tmp_path / "war.annot") as project:
        with pytest.raises(UserError, match="exists already"):
            share(project, NAMES)
        for names, overlap in ((["Ana", "ana"], 0), ([], 0), (["Ana"], 1)):
            with pytest.raises(UserError):
                share(project, names, overlap=Fraction(overlap), into=tmp_path / "out")
        assert project.annotators() == {}
    assert (tmp_path / "war-ben.annot").read_text() == "mine"
    assert not (tmp_path / "war-ana.annot").exists()


def test_what_cannot_be_shared_is_refused_before_anything_is_written(tmp_path: Path) -> None:
    make(tmp_path / "war.annot", 2)
    (tmp_path / "file").write_text("no folder")
    with Project.open(tmp_path / "war.annot") as project:
        for names, into, which, why in (
            (["Ana", "ÁNA", "ana"], tmp_path / "out", ArticleQuery(), "“ana” is named twice"),
            (["Ana", "Ben"], tmp_path / "file" / "out", ArticleQuery(), "nothing can be written in the folder"),
            (["Ana"], tmp_path / "out", ArticleQuery(source="nowhere"), "there is no article to share"),
            (NAMES, tmp_path / "out", ArticleQuery(), "no article for “Cem”: there are fewer articles than annotators"),
        ):
            for dry_run in (True, False):
                with pytest.raises(UserError, match=why):
                    share(project, names, into=into, query=which, dry_run=dry_run)
        share(project, NAMES[:2], into=tmp_path / "out")
        with pytest.raises(UserError, match="no article is left for “Cem”"):
            share(project, ["Cem"], into=tmp_path / "out")
        assert list(project.annotators().values()) == ["Ana", "Ben"]
        assert given_to(project) == ["Ana", "Ben"]


def test_the_settled_layer_is_nobody_to_share_with(tmp_path: Path) -> None:
    make(tmp_path / "war.annot", 4)
    with Project.open(tmp_path / "war.annot") as project:
        ana = project.add_annotator("Ana")
        Settling(Session(project, ana), [ana, project.add_annotator("Ben")]).set_status(1, Status.FINISHED)
        layer = project.settled_layer()
        assert layer is not None
        with pytest.raises(UserError, match="is what was settled, not a person"):
            share(project, ["Ana", project.names()[layer]], into=tmp_path / "out")


def test_sharing_that_is_stopped_leaves_nothing_behind(tmp_path: Path) -> None:
    make(tmp_path / "war.annot")
    with Project.open(tmp_path / "war.annot") as project:
        share(project, ["Ana"], into=tmp_path / "one")
        import_records(project, [Record(f"Nouveau {number}.", "ici") for number in range(6)])

        def stop(done: int, _total: int) -> None:
            if done:
                raise InterruptedError

        with pytest.raises(InterruptedError):
            share(project, NAMES, into=tmp_path / "two", again=True, progress=stop)

        assert list(project.annotators().values()) == given_to(project) == ["Ana"]
        assert list((tmp_path / "two").iterdir()) == []
        assert share(project, ["Ana"], into=tmp_path / "two", dry_run=True).kept == 20
        assert check(project).problems == ()


def test_files_shared_before_are_not_in_the_way_where_files_are_proposed_to_go(tmp_path: Path) -> None:
    make(tmp_path / "war [1].annot")
    (tmp_path / "war-ana.annot").write_text("another project's")
    with Project.open(tmp_path / "war [1].annot") as project:
        assert proposed_folder(project) == tmp_path
        folders = []
        for _ in range(3):
            folders.append(proposed_folder(project))
            share(project, ["Ana"], into=folders[-1])
    assert len(set(folders)) == 3
    assert [folder.parent for folder in folders[1:]] == [tmp_path] * 2
    assert all(folder.name.startswith("war [1]-20") for folder in folders[1:])
