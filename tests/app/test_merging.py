"""Copies of a project brought together: nothing is lost, the newer stands, and all of it can be taken back."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from contextlib import closing, suppress
from dataclasses import replace
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.app.checking import check
from annotator.app.importing import import_records
from annotator.app.imports import kept_import, undo_import
from annotator.app.labels import change_labels
from annotator.app.lexicon import add_entry, lexicon, silence_rule
from annotator.app.merging import Part, merge
from annotator.app.project import Project
from annotator.app.session import Session
from annotator.app.splits import add_split, splits
from annotator.app.suggesting import suggest
from annotator.core.annotation import Annotation, Status
from annotator.core.corrections import set_trashed
from annotator.core.edits import changes_from_json
from annotator.core.errors import UserError
from annotator.core.merge_report import MergedWork
from annotator.core.merging import Clash, without_doubles
from annotator.core.splits import Split
from annotator.core.wording import Wording
from annotator.formats.records import Record
from annotator.store import copies
from annotator.store.migrations import VERSION

TEXTS = [
    "Joe Biden arrive à Paris avec des chars.",
    "Paris et Kyiv dorment.",
    "Vladimir Poutine parle de l'OTAN à Kyiv.",
]
DATA = Path(__file__).parents[1] / "data"


def make(path: Path, texts: Sequence[str] = TEXTS, people: Sequence[str] = ("Ana", "Ben")) -> None:
    """Make a project with suggestions and some annotators."""
    with Project.create(path) as project:
        import_records(project, [Record(text, "ici") for text in texts])
        suggest(project)
        for name in people:
            project.add_annotator(name)


def copy(path: Path, to: Path) -> Path:
    with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(to)) as target:
        source.backup(target)
    return to


Act = tuple[str, int, int, str, int]
ACTS = st.lists(
    st.tuples(
        st.sampled_from(
            [
                "draw",
                "draw",
                "relabel",
                "resize",
                "remove",
                "accept",
                "accept",
                "reject",
                "status",
                "flag",
                "note",
                "remark",
                "undo",
                "undo",
                "redo",
                "trash",
            ]
        ),
        st.integers(0, 1),
        st.integers(0, 11),
        st.sampled_from(["leader", "country", "weapon"]),
        st.integers(0, 2),
    ),
    max_size=9,
)


def work(project: Project, acts: Sequence[Act]) -> None:
    """Do what can be done of some acts, as two people would in one copy."""
    sessions = [Session(project, project.find_annotator(name)) for name in ("Ana", "Ben")]
    for what, who, at, label, article in acts:
        session = sessions[who]
        here = session.open(project.article_ids()[article])
        grid = here.grid
        first, last = at % len(grid), min(at % len(grid) + at % 2, len(grid) - 1)
        extent = grid.starts[first], grid.ends[last]
        marks = session.marks()
        mark = marks[at % len(marks)] if marks else None
        try:
            match what:
                case "draw":
                    session.draw(*extent, label=label)
                case "relabel" if mark:
                    session.relabel(mark, label=label)
                case "resize" if mark:
                    session.resize(mark, start=extent[0], end=extent[1])
                case "remove" if mark:
                    session.remove(mark)
                case "accept":
                    session.accept(session.pending()[: 1 + at % 2])
                case "reject":
                    some = [each for each in marks if each.suggestion is not None]
                    _ = some and session.remove(some[at % len(some)])
                case "status":
                    session.set_status(list(Status)[at % 4])
                case "flag":
                    session.set_flag(at % 2 == 0)
                case "note":
                    session.set_note(f"{label} {at % 3}")
                case "remark" if mark and mark.span:
                    session.set_note(f"{label} {at % 3}", span=mark.span)
                case "trash":
                    session.change_each([here.id], partial(set_trashed, trashed=at % 2 == 0))
                case "undo":
                    session.undo()
                case "redo":
                    session.redo()
        except UserError:
            pass  # it runs into a neighbour


def annotations(project: Project) -> dict[tuple[str, str], Any]:
    """Return all that people made, by what does not differ from copy to copy."""
    found = {}
    for article in project.articles(project.article_ids()):
        for annotator, name in project.names().items():
            made = project.annotation(article.id, annotator)
            if made != Annotation(article.id, annotator, made.revision):
                found[article.text, name] = seen(project, made)
    return found


def seen(project: Project, made: Annotation) -> Any:
    proposed = project.suggestions(made.article)
    key = {id: (each.start, each.end, each.label, each.rule, each.pipeline) for id, each in proposed.items()}
    spans = [span._replace(suggestion=None if span.suggestion is None else 0) for span in made.spans]
    answered = [span.suggestion and key[span.suggestion] for span in made.spans]
    decided = {key[id]: decision for id, decision in made.decisions.items()}
    return spans, answered, decided, made.status, made.flagged, made.note, made.trashed


def require_sound(project: Project) -> None:
    assert check(project).problems == ()
    for annotator in project.annotators():
        for article in project.article_ids():
            made, proposed = project.annotation(article, annotator), project.suggestions(article)
            answers = [span.suggestion for span in made.spans if span.suggestion is not None]
            assert len(answers) == len(set(answers))
            assert {id for id, decision in made.decisions.items() if decision in ("accepted", "changed")} == set(
                answers
            )
            for span in made.spans:
                if span.suggestion is not None:
                    same = proposed[span.suggestion][2:5] == (span.start, span.end, span.label)
                    assert made.decisions[span.suggestion] == ("accepted" if same else "changed")


def logged(project: Project) -> set[tuple[Any, ...]]:
    """Return every edit that the project knows of, its own and those that came, by what does not differ."""
    rows = copies.log_of(project.database, project.article_ids())
    names, texts = project.names(), {each.id: each.text for each in project.articles(project.article_ids())}
    return {
        (texts[row.article], names[row.annotator], row.at, row.verb, row.kind, len(changes_from_json(row.changes)))
        for row in rows
        if row.kind != "merge"
    }


def dump(project: Project) -> dict[str, list[tuple[Any, ...]]]:
    """Return every row of every table that a merge may touch, but for logs, counters and revisions."""
    tables = [
        "labels",
        "annotators",
        "articles",
        "texts",
        "lexicon",
        "silent_rules",
        "splits",
        "signatures",
        "assignments",
        "merged_edits",
    ]
    with closing(sqlite3.connect(project.path)) as raw:
        found = {name: sorted(raw.execute(f"SELECT * FROM {name}"), key=repr) for name in tables}
        found["suggestions"] = sorted(raw.execute("SELECT * FROM suggestions"))
        found["spans"] = sorted(raw.execute("SELECT * FROM spans"))
        found["decisions"] = sorted(raw.execute("SELECT * FROM decisions WHERE decision <> 'pending'"))
        sql = "SELECT article_id, annotator_id, status, flagged, note, trashed FROM annotations"
        found["annotations"] = sorted(raw.execute(sql))
    return found


@settings(max_examples=40, deadline=None, report_multiple_bugs=False)
@given(before=ACTS, one=ACTS, other=ACTS, again=st.booleans())
def test_merging_either_way_says_the_same_loses_nothing_and_can_be_taken_back(
    template: Path, before: list[Act], one: list[Act], other: list[Act], again: bool
) -> None:
    with TemporaryDirectory() as folder:
        first = copy(template, Path(folder) / "a.annot")
        with Project.open(first) as project:
            work(project, before)
        second = copy(first, Path(folder) / "b.annot")
        with Project.open(first) as a, Project.open(second) as b:
            work(a, one)
            if again:
                a.database.execute("UPDATE articles SET suggested_by = NULL")
                suggest(a)
            work(b, other)
            kept = copy(first, Path(folder) / "kept.annot")
            was, knew = dump(a), logged(a) | logged(b)

            report = merge(a, [second])
            merge(b, [kept])

            assert annotations(a) == annotations(b)
            assert logged(a) == logged(b) == knew
            require_sound(a)
            require_sound(b)
            told = [kept_import(a, report.id).report] if report.id else []
            assert told in ([], [json.loads(json.dumps(report.to_json()))])
            after = dump(a)
            for name in ("a", "kept"):
                assert not merge(b, [Path(folder) / f"{name}.annot"]).work
            assert merge(a, [second]).id is None
            assert dump(a) == after
            for name in ("Ana", "Ben"):
                take_back_and_do_again(a, name)
            if report.id is not None and dump(a) == after:
                with suppress(UserError):  # taking steps back and doing them again is work since
                    undo_import(a, report.id)
                    assert dump(a) == was
            require_sound(a)


def take_back_and_do_again(project: Project, name: str) -> None:
    """Undo as far as it goes, and redo all of it."""
    session = Session(project, project.find_annotator(name))
    was, steps = annotations(project), 0
    with suppress(UserError):  # a merge, which is taken back as a whole
        while session.undo() is not None:
            steps += 1
    for _ in range(steps):
        assert session.redo() is not None
    assert annotations(project) == was


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("merging") / "template.annot"
    make(path)
    return path


def test_conflicts_are_listed_and_the_newer_stands(template: Path, tmp_path: Path) -> None:
    first, second = copy(template, tmp_path / "a.annot"), copy(template, tmp_path / "b.annot")
    with Project.open(first) as a, Project.open(second) as b:
        here, there = (Session(each, each.find_annotator("Ana")) for each in (a, b))
        here.open(1)
        here.draw(19, 24, label="country")
        here.set_status(Status.FINISHED)
        there.open(1)
        there.draw(17, 24, label="alliance")
        there.set_status(Status.SET_ASIDE)

        report = merge(a, [second])

        assert [(each.clash.kind, each.clash.place, each.clash.won, each.annotator) for each in report.conflicts] == [
            ("status", None, False, "Ana"),
            ("span", (17, 24), False, "Ana"),
        ]
        made = a.annotation(1, here.annotator)
        assert [(span.start, span.end, span.label) for span in made.spans] == [(17, 24, "alliance")]
        assert made.status is Status.SET_ASIDE
        with pytest.raises(UserError, match="that step is a merge"):
            here.undo()
        undo_import(a, report.id)
        assert [span.label for span in a.annotation(1, here.annotator).spans] == ["country"]
        require_sound(a)


def test_projects_that_were_never_one_come_together_by_their_texts(tmp_path: Path) -> None:
    make(tmp_path / "a.annot", ["Ailleurs.", TEXTS[0]], ["Ana"])
    make(tmp_path / "b.annot", TEXTS, ["ANA", "Ben"])
    with Project.open(tmp_path / "a.annot") as a, Project.open(tmp_path / "b.annot") as b:
        for name in ("Ana", "Ben"):
            session = Session(b, b.find_annotator(name))
            session.open(1)
            session.accept(session.pending())
        was, there = dump(a), dump(b)

        report = merge(a, [tmp_path / "b.annot"])

        assert (report.articles, report.known, report.edits, report.conflicts) == (2, 1, 2, ())
        assert list(a.annotators().values()) == ["Ana", "Ben"]
        assert annotations(a) == {
            (text, name.replace("ANA", "Ana")): seen for (text, name), seen in annotations(b).items()
        }
        assert dump(b) == there
        require_sound(a)
        undo_import(a, report.id)
        assert dump(a) == was


def test_a_suggestion_decided_otherwise_is_one_conflict_with_its_span(template: Path, tmp_path: Path) -> None:
    first = copy(template, tmp_path / "a.annot")
    with Project.open(first) as a:
        here = Session(a, a.find_annotator("Ana"))
        here.open(1)
        suggestion = here.pending()[0]
        here.accept([suggestion])
    second = copy(first, tmp_path / "b.annot")
    with Project.open(first) as a, Project.open(second) as b:
        here, there = (Session(each, each.find_annotator("Ana")) for each in (a, b))
        for session in (here, there):
            session.open(1)
        here.remove(here.marks()[0])
        there.relabel(there.marks()[0], label="weapon")

        (conflict,) = merge(a, [second]).conflicts

        assert (conflict.clash.kind, conflict.clash.place) == ("span", (suggestion.start, suggestion.end))
        assert (conflict.clash.here, conflict.clash.won) == (None, False)
        assert [span.label for span in a.annotation(1, here.annotator).spans] == ["weapon"]
        require_sound(a)


EXTENTS = st.tuples(st.integers(0, 12), st.integers(1, 4)).map(lambda each: (each[0], sum(each)))


@given(
    clashes=st.lists(
        st.builds(
            Clash,
            st.sampled_from(["span", "decision", "status"]),
            st.none() | EXTENTS,
            st.none(),
            st.none(),
            st.integers(1, 2),
            st.booleans(),
        ),
        max_size=12,
    )
)
def test_decisions_alone_are_left_out_and_only_beside_a_span_that_clashes_alike(clashes: list[Clash]) -> None:
    def touched(decision: Clash) -> bool:
        return any(
            span.kind == "span"
            and (span.copy, span.won) == (decision.copy, decision.won)
            and span.place is not None
            and decision.place is not None
            and max(span.place[0], decision.place[0]) < min(span.place[1], decision.place[1])
            for span in clashes
        )

    assert without_doubles(clashes) == [each for each in clashes if each.kind != "decision" or not touched(each)]


def test_each_copy_tells_what_it_brings(template: Path, tmp_path: Path) -> None:
    first, ana, ben, idle = (copy(template, tmp_path / f"{name}.annot") for name in ("a", "ana", "ben", "idle"))
    with Project.open(ana) as project:
        session = Session(project, project.find_annotator("Ana"))
        session.open(1)
        session.draw(19, 24, label="country")
        session.set_status(Status.FINISHED)
    with Project.open(ben) as project:
        session = Session(project, project.find_annotator("Ben"))
        for article in (1, 2):
            session.open(article)
            session.set_flag(True)
        import_records(project, [Record("Seulement ici.", "ici")])
    with Project.open(first) as project:
        report = merge(project, [ana, ben, idle])
        again = merge(project, [ana, ben, idle])
    assert [(Path(each.copy).name, each.articles, each.new, each.edits) for each in report.by_copy] == [
        ("ana.annot", len(TEXTS), 0, 2),
        ("ben.annot", len(TEXTS) + 1, 1, 2),
        ("idle.annot", len(TEXTS), 0, 0),
    ]
    assert report.edits == 4
    assert [each.work for each in report.by_copy] == [
        (MergedWork("Ana", (1,), 1, 0, 0, 0, 1),),
        (MergedWork("Ben", (1, 2), 0, 0, 0, 0, 2),),
        (),
    ]
    assert report.work == report.by_copy[0].work + report.by_copy[1].work
    assert not again.changes_anything
    assert [(each.new, each.edits, each.work) for each in again.by_copy] == [(0, 0, ())] * 3


@pytest.mark.parametrize("order", [(1, 2), (2, 1), (0,)])
def test_three_copies_say_the_same_in_whatever_order_they_come(
    template: Path, tmp_path: Path, order: tuple[int, ...]
) -> None:
    paths = [copy(template, tmp_path / f"{number}.annot") for number in range(3)]
    for number, path in enumerate(paths):
        with Project.open(path) as project:
            work(project, [("draw", 0, 2 * number, "leader", 0), ("note", 0, number, "leader", 1)])
    with Project.open(paths[0]) as project:
        for batch in [paths[1:]] if order == (0,) else [[paths[number]] for number in order]:
            merge(project, batch)
        ana = project.find_annotator("Ana")
        assert len(project.annotation(1, ana).spans) == 3
        assert project.annotation(2, ana).note == "leader 2"
        require_sound(project)


@pytest.mark.parametrize("version", range(1, VERSION))
def test_a_project_of_an_older_schema_is_merged_as_it_is(tmp_path: Path, version: int) -> None:
    other = copy(DATA / f"schema-{version}.annot", tmp_path / "old.annot")
    before = other.read_bytes()
    with Project.create(tmp_path / "new.annot") as project:
        report = merge(project, [other])

        assert other.read_bytes() == before
        assert report.articles == len(project.article_ids()) > 0
        assert any(project.annotation(each, 1).spans for each in project.article_ids())
        assert check(project).problems == ()


def test_what_else_differs_is_listed_and_taken_where_asked(template: Path, tmp_path: Path) -> None:
    first, second = copy(template, tmp_path / "a.annot"), copy(template, tmp_path / "b.annot")
    with Project.open(first) as a, Project.open(second) as b:
        labels = b.labels()
        change_labels(b, [replace(labels[0], colour="#000000", guideline=Wording("new", "neuf")), *labels[1:]])
        add_entry(b, "Orechnik", label="weapon")
        silence_rule(b, "leader.apposition")
        was = dump(a)

        told = merge(a, [second], dry_run=True)
        assert dump(a) == was
        assert [(each.part.value, each.what, each.field, each.taken) for each in told.differences] == [
            ("labels", "leader", "colour", False),
            ("guidelines", "leader", "guideline", False),
            ("lexicon", "Orechnik", "entry", False),
            ("lexicon", "leader.apposition", "silent", False),
        ]
        assert merge(a, [second]).id is None
        report = merge(a, [second], take=list(Part))
        assert a.labels() == b.labels()
        assert lexicon(a) == lexicon(b)
        undo_import(a, report.id)
        assert dump(a) == was


def test_splits_come_where_spans_need_them(template: Path, tmp_path: Path) -> None:
    first, second = copy(template, tmp_path / "a.annot"), copy(template, tmp_path / "b.annot")
    with Project.open(first) as a, Project.open(second) as b:
        was = dump(a)["splits"], dump(a)["texts"]
        add_split(b, Split("Poutine", ("Pou", "tine")))
        add_split(b, Split("dorment", ("dor", "ment")))
        session = Session(b, b.find_annotator("Ana"))
        session.open(3)
        session.draw(9, 12, label="leader")

        report = merge(a, [second])

        assert [(each.what, each.taken, each.needed) for each in report.differences] == [
            ("Poutine", True, True),
            ("dorment", False, False),
        ]
        assert [each.form for each in splits(a)] == ["Poutine"]
        assert [(span.start, span.end) for span in a.annotation(3, session.annotator).spans] == [(9, 12)]
        require_sound(a)
        undo_import(a, report.id)
        assert (dump(a)["splits"], dump(a)["texts"]) == was


def test_the_project_itself_is_refused(template: Path, tmp_path: Path) -> None:
    first = copy(template, tmp_path / "a.annot")
    with Project.open(first) as project:
        with pytest.raises(UserError, match="is the project itself"):
            merge(project, [first])
        with pytest.raises(UserError, match="there is no project file"):
            merge(project, [tmp_path / "nothing.annot"])
