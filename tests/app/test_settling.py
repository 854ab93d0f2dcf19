"""Settling through real projects and sessions: what differs, what is taken, who did it, and every way back."""

from __future__ import annotations

import random
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.app.agreement import compare
from annotator.app.checking import check
from annotator.app.export_options import ExportOptions, Whose
from annotator.app.export_preview import preview
from annotator.app.exporting import export
from annotator.app.import_options import ImportOptions
from annotator.app.importing import import_files
from annotator.app.imports import undo_import
from annotator.app.labels import contributions
from annotator.app.project import Project
from annotator.app.session import Session
from annotator.app.settling import Settling
from annotator.app.statistics import statistics
from annotator.core.agreement import Labelled
from annotator.core.annotation import Annotation, Status
from annotator.core.edits import Edit, StatusChange, Verb
from annotator.core.errors import UserError
from annotator.core.settlement import Choice
from annotator.core.settling import Counts, Place, State, extents
from annotator.core.settling_rules import Rule, RuleKind
from annotator.formats.records import Record
from annotator.formats.registry import InputFile, find_files, find_format
from annotator.store import steps
from tests.app.two_annotators import LABELS, Lines, give, spans_of, with_mistakes

TEXT = "Hier, le général David Petraeus a quitté l'Irak pour les États-Unis."
RAIN = "Il pleut à Kaboul."
DRY = "Il fait sec partout."


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with Project.create(tmp_path / "guerre") as made:
        give(
            made,
            "Ana",
            [
                spans_of(TEXT, ("David Petraeus", "leader"), ("Irak", "country"), ("États-Unis", "country")),
                spans_of(RAIN, ("Kaboul", "country")),
                (DRY, []),
            ],
        )
        give(
            made,
            "Ben",
            [
                spans_of(
                    TEXT, ("le général David Petraeus", "leader"), ("Irak", "country"), ("États-Unis", "alliance")
                ),
                (RAIN, []),
                (DRY, []),
            ],
        )
        yield made


@pytest.fixture
def zoe(project: Project) -> Settling:
    return Settling(Session(project, project.add_annotator("Zoé")))


def _id(project: Project, name: str) -> int:
    return project.find_annotator(name)


def _settled(project: Project, article: int = 1) -> list[tuple[str, str]]:
    layer = project.settled_layer()
    assert layer is not None
    text = project.article(article).text
    return [(text[span.start : span.end], span.label) for span in project.annotation(article, layer).spans]


def _require_sound(project: Project) -> None:
    assert check(project).problems == ()


def test_articles_are_told_with_how_far_they_are(project: Project, zoe: Settling) -> None:
    ana, ben = _id(project, "Ana"), _id(project, "Ben")
    found = list(zoe.articles())
    assert [(each.article, each.annotators, each.counts) for each in found] == [
        (1, (ana, ben), Counts(agreed=1, open=2, differing=2)),
        (2, (ana, ben), Counts(open=1, differing=1)),
        (3, (ana, ben), Counts()),
    ]
    assert found[0].title == project.article(1).title
    assert {each.status for each in found} == {Status.NEW}
    assert [each.article for each in zoe.articles([2])] == [2]
    told: list[tuple[int, int]] = []
    list(zoe.articles(progress=lambda done, all: told.append((done, all))))
    assert told == [(3, 3)]
    # Nothing is made in the file by looking.
    assert project.settled_layer() is None


def test_only_who_finished_and_threw_nothing_away_has_part(project: Project, zoe: Settling) -> None:
    ana, ben = (Session(project, _id(project, name)) for name in ("Ana", "Ben"))
    ben.open(1)
    ben.set_status(Status.IN_PROGRESS)
    ana.open(2)
    ana.apply([Edit(2, ana.annotator, Verb.STATUS, (StatusChange(Status.FINISHED, Status.SET_ASIDE),))])
    assert [each.article for each in zoe.articles()] == [3]
    assert zoe.participants(1) == (ana.annotator,)
    wider = Settling(zoe.session, statuses=[Status.FINISHED, Status.IN_PROGRESS])
    assert [each.article for each in wider.articles()] == [1, 3]


def test_each_way_to_decide_and_who_did_it(project: Project, zoe: Settling) -> None:
    ana, ben = _id(project, "Ana"), _id(project, "Ben")
    officer, irak, states = zoe.places(1)
    assert [place.state for place in (officer, irak, states)] == [State.OPEN, State.AGREED, State.OPEN]
    zoe.take(1, officer, ben, reason="la fonction en fait partie")
    zoe.agree(1, irak)
    assert zoe.agree(1, states) is None
    zoe.draw(1, *_where(TEXT, "les États-Unis"), label="country")
    zoe.neither(2, zoe.places(2)[0])
    layer = project.settled_layer()
    assert project.names()[layer or 0] == "accord"
    assert project.annotators() == {ana: "Ana", ben: "Ben", zoe.session.annotator: "Zoé"}
    assert _settled(project) == [
        ("le général David Petraeus", "leader"),
        ("Irak", "country"),
        ("les États-Unis", "country"),
    ]
    choices = [(each.choice, each.taken_from, each.by) for each in zoe.annotation(1).settled]
    assert choices == [
        (Choice.TAKEN, ben, zoe.session.annotator),
        (Choice.AGREED, None, zoe.session.annotator),
        (Choice.DRAWN, None, zoe.session.annotator),
    ]
    assert next(zoe.articles()).counts == Counts(settled=3, differing=2)
    logged = project.database.execute("SELECT DISTINCT annotator_id, by_id, verb FROM edits WHERE kind = 'edit'")
    assert logged.fetchall() == [(layer, zoe.session.annotator, "settle")]
    with pytest.raises(UserError, match="token"):
        zoe.draw(1, 1, 3, label="sum")
    _require_sound(project)


def _where(text: str, words: str) -> tuple[int, int]:
    return text.index(words), text.index(words) + len(words)


def test_a_changed_mind_replaces_and_a_changed_span_is_seen(project: Project, zoe: Settling) -> None:
    ana, ben = _id(project, "Ana"), _id(project, "Ben")
    zoe.take(1, zoe.places(1)[0], ben)
    zoe.take(1, zoe.places(1)[0], ana)
    assert _settled(project) == [("David Petraeus", "leader")]
    session = Session(project, ana)
    session.open(1)
    session.resize(session.marks()[0], **dict(zip(("start", "end"), _where(TEXT, "Petraeus"), strict=True)))
    place = zoe.places(1)[0]
    assert place.state is State.OUTDATED
    assert next(zoe.articles()).counts.outdated == 1
    # A person decided it, so that no rule and nobody's side at large decides it again; the one it was taken from may.
    assert zoe.take_all(ben, [1]).places == 2
    assert zoe.places(1)[0].state is State.OUTDATED
    assert zoe.take_all(ana, [1]).places == 1
    assert _settled(project)[0] == ("Petraeus", "leader")
    _require_sound(project)


def test_everything_is_taken_back_and_done_again(project: Project, zoe: Settling) -> None:
    ana = _id(project, "Ana")
    before = {article: zoe.places(article) for article in (1, 2, 3)}
    zoe.accept(Rule())
    zoe.take(1, zoe.places(1)[0], ana)
    zoe.take_all(ana)
    zoe.finish()
    after = [zoe.annotation(article) for article in (1, 2, 3)]
    assert [each.status for each in after] == [Status.FINISHED] * 3
    undone = 0
    while zoe.session.undo() is not None:
        undone += 1
        _require_sound(project)
    assert undone == 4
    assert {article: zoe.places(article) for article in (1, 2, 3)} == before
    assert [zoe.annotation(article).status for article in (1, 2, 3)] == [Status.NEW] * 3
    while zoe.session.redo() is not None:
        _require_sound(project)
    assert [_work(zoe.annotation(article)) for article in (1, 2, 3)] == list(map(_work, after))


def _work(annotation: Annotation) -> tuple[object, ...]:
    return annotation.spans, annotation.settled, annotation.status


def test_what_was_settled_is_among_the_steps_of_who_settled(project: Project, zoe: Settling) -> None:
    ana = Session(project, _id(project, "Ana"))
    ana.open(2)
    ana.set_flag(True)
    zoe.take(2, zoe.places(2)[0], ana.annotator)
    zoe.session.open(2)
    zoe.session.set_flag(True)
    mine = steps.of_annotator(project.database, zoe.session.annotator)
    assert [(each.annotator, each.stands) for each in mine] == [(zoe.session.annotator, True)] * 2
    assert [each.annotator for each in steps.of_everybody(project.database)] == [
        zoe.session.annotator,
        zoe.session.annotator,
        ana.annotator,
    ]
    assert len(steps.of_annotator(project.database, ana.annotator)) == 1
    # Both steps go back together, and what another did stays.
    zoe.session.go_to(0)
    assert [each.stands for each in steps.of_annotator(project.database, zoe.session.annotator)] == [False, False]
    assert zoe.places(2)[0].state is State.OPEN
    ana.reload()
    assert ana.annotation.flagged
    # What was undone is abandoned by the next thing the same person does, be it settling or not.
    zoe.session.set_flag(True)
    assert zoe.session.redo() is None
    zoe.session.undo()
    zoe.neither(2, zoe.places(2)[0])
    assert zoe.session.redo() is None
    _require_sound(project)


def test_what_somebody_else_settled_since_is_not_undone(project: Project, zoe: Settling) -> None:
    ana, ben = _id(project, "Ana"), _id(project, "Ben")
    other = Settling(Session(project, ben))
    zoe.take(1, zoe.places(1)[0], ana)
    other.take(1, other.places(1)[0], ben)
    with pytest.raises(UserError, match="somebody else has settled"):
        zoe.session.undo()
    assert _settled(project) == [("le général David Petraeus", "leader")]
    _require_sound(project)
    other.session.undo()
    zoe.session.undo()
    assert _settled(project) == []
    _require_sound(project)


def test_a_merge_is_not_undone_as_a_step(project: Project) -> None:
    ana = Session(project, _id(project, "Ana"))
    ana.open(1)
    ana.apply([Edit(1, ana.annotator, Verb.MERGE, (StatusChange(Status.FINISHED, Status.SET_ASIDE),))])
    with pytest.raises(UserError, match="list of imports"):
        ana.undo()
    assert ana.annotation.status is Status.SET_ASIDE


def test_the_layer_is_nobody(project: Project, zoe: Settling, tmp_path: Path) -> None:
    zoe.accept(Rule())
    layer = project.settled_layer()
    assert layer is not None
    for attempt in (
        lambda: project.add_annotator("Accord"),
        lambda: project.rename_annotator(zoe.session.annotator, "accord"),
        lambda: Session(project, layer),
        lambda: Settling(zoe.session, [layer, zoe.session.annotator]),
        lambda: Settling(zoe.session, [zoe.session.annotator]),
        lambda: import_files(project, [tmp_path], ImportOptions(annotator="accord")),
    ):
        with pytest.raises(UserError):
            attempt()
    # Who works on an article does not hear of it as of a person who differs.
    ana = Session(project, _id(project, "Ana"))
    ana.open(1)
    assert {each.annotator for said in ana.conflicts().values() for each in said} == {_id(project, "Ben")}
    zoe.neither(1, zoe.places(1)[0])
    assert ana.is_current()
    # Compared only when it is asked for.
    assert [each.name for each in compare(project).annotators] == ["Ana", "Ben"]
    zoe.take_all(ana.annotator)
    zoe.finish()
    (pair,) = compare(project, ["accord", "Ana"]).pairs
    assert len(pair.places.articles()) == 2
    told = statistics(project)
    assert [each.name for each in told.annotators] == ["Ana", "Ben", "Zoé"]
    assert told.settled is not None
    assert told.settled.articles[Status.FINISHED] == 3
    assert contributions(project)[-1].name == "accord"


def test_a_person_may_be_called_like_the_layer(tmp_path: Path) -> None:
    with Project.create(tmp_path / "guerre") as project:
        for name in ("Accord", "Ben"):
            give(project, name, [spans_of(RAIN, ("Kaboul", "country"))])
        settling = Settling(Session(project, project.add_annotator("accord")))
        assert settling.accept(Rule()).places == 1
        assert project.names()[project.settled_layer() or 0] == "accord 2"
        _require_sound(project)


def test_a_rule_takes_many_articles_in_one_step_and_says_what_it_would_do(project: Project, zoe: Settling) -> None:
    overlap = Rule(RuleKind.OVERLAP, overlap=0.5)
    would = zoe.accept(overlap, dry_run=True)
    assert (would.places, would.articles, would.changes) == (2, (1,), None)
    assert project.settled_layer() is None
    done = zoe.accept(overlap, reason="règle")
    assert (done.places, done.articles) == (2, (1,))
    assert done.changes is not None
    assert done.changes.steps == 1
    assert _settled(project) == [("David Petraeus", "leader"), ("Irak", "country")]
    assert zoe.accept(overlap).places == 0
    assert zoe.finish(dry_run=True).articles == zoe.finish().articles == (3,)
    assert zoe.take_all(_id(project, "Ben")).places == 2
    assert _settled(project)[-1] == ("États-Unis", "alliance")
    assert zoe.finish().articles == (1, 2)
    assert zoe.finish().articles == ()
    _require_sound(project)


def test_to_take_the_side_of_one_leaves_articles_alone_in_which_they_have_no_part(
    project: Project, zoe: Settling
) -> None:
    give(project, "Eva", [(RAIN, [])])
    settling = Settling(zoe.session)
    done = settling.take_all(_id(project, "Eva"))
    assert (done.places, done.articles) == (1, (2,))
    assert zoe.annotation(2).settled[0].taken_from == _id(project, "Eva")


def test_an_import_is_undone_and_who_was_followed_stays_known(tmp_path: Path) -> None:
    with Project.create(tmp_path / "guerre") as project:
        give(project, "Ana", [spans_of(RAIN, ("Kaboul", "country"))])
        give(project, "Ben", [(RAIN, [])])
        settling = Settling(Session(project, _id(project, "Ana")))
        settling.take(1, settling.places(1)[0], _id(project, "Ben"))
        undo_import(project, 2)
        assert "Ben" in project.annotators().values()
        _require_sound(project)
        settling.session.undo()
        settling.session.redo()
        _require_sound(project)


# Any work of two annotators


def _choose(draw: st.DataObject, words: Sequence[tuple[int, int]]) -> list[Labelled]:
    spans, at = [], 0
    for start, end in sorted(draw.draw(st.lists(st.sampled_from(words), max_size=6))):
        if start >= at:
            spans.append((start, end, draw.draw(st.sampled_from(LABELS[:2]))))
            at = end
    return spans


@settings(max_examples=25)
@given(st.data())
def test_whatever_was_drawn_all_is_settled_and_all_comes_back(data: st.DataObject) -> None:
    texts = ["Le roi du Maroc a vu Paris et Kaboul hier soir.", "Il pleut à Kaboul et partout ailleurs."]
    with tempfile.TemporaryDirectory() as folder, Project.create(Path(folder) / "guerre") as project:
        names = ["Ana", "Ben", "Eva"][: data.draw(st.integers(2, 3))]
        for name in names:
            lines = []
            for text in texts:
                tokens = [(at, at + len(word)) for word, at in _words(text)]
                runs = [(start, end) for start, _ in tokens for _, end in tokens if start < end <= start + 14]
                lines.append((text, _choose(data, runs)))
            give(project, name, lines)
        zoe = Settling(Session(project, project.add_annotator("Zoé")))
        before = {article: zoe.places(article) for article in project.article_ids()}
        if data.draw(st.booleans()):
            zoe.accept(Rule(data.draw(st.sampled_from(RuleKind)), overlap=0.6))
        taken = _id(project, data.draw(st.sampled_from(names)))
        by_hand = data.draw(st.booleans())
        if by_hand:
            for article, places in before.items():
                for place in places:
                    zoe.take(article, _now(zoe, article, place), taken)
        else:
            zoe.take_all(taken)
        assert all(each.counts.waiting == 0 for each in zoe.articles())
        if by_hand:
            for article in before:
                assert extents(zoe.annotation(article).spans) == extents(project.annotation(article, taken).spans)
        assert zoe.finish().articles == tuple(before)
        assert check(project).problems == ()
        while zoe.session.undo() is not None:
            pass
        assert {article: zoe.places(article) for article in before} == before
        assert check(project).problems == ()


def _words(text: str) -> Iterator[tuple[str, int]]:
    at = 0
    for word in text.rstrip(".").split(" "):
        yield word, at
        at += len(word) + 1


def _now(zoe: Settling, article: int, place: Place) -> Place:
    return next(each for each in zoe.places(article) if each.start == place.start)


# Out of the project


@pytest.mark.parametrize("name", ["jsonl", "prodigy", "uima-json", "parquet"])
def test_what_was_settled_goes_out_as_any_annotation_does(
    project: Project, zoe: Settling, tmp_path: Path, name: str
) -> None:
    format = find_format(name)
    target = tmp_path / f"out{format.suffixes[0]}"
    asked = ExportOptions(format=name, whose=Whose.SETTLED)
    with pytest.raises(UserError, match="nothing has been settled"):
        export(project, target, asked)
    zoe.take(1, zoe.places(1)[0], _id(project, "Ben"), reason="la fonction en fait partie")
    zoe.take_all(_id(project, "Ana"))
    with pytest.raises(UserError, match="not both"):
        export(project, target, ExportOptions(format=name, whose=Whose.SETTLED, annotators=("Ana",)))
    assert preview(project, asked).records == 0  # nobody has finished it
    zoe.finish()
    assert preview(project, asked).spans == {label: 3 * (label == "country") + (label == "leader") for label in LABELS}
    export(project, target, asked)
    records = [
        each for file in find_files([target], format=format) if isinstance(file, InputFile) for each in file.read()
    ]
    found = [each for each in records if isinstance(each, Record)]
    assert [len(each.spans) for each in found] == [3, 1, 0]
    assert found[0].spans[0] == (*_where(TEXT, "le général David Petraeus"), "leader")
    if name == "jsonl":
        assert {each.annotator for each in found} == {"accord"}
        assert found[0].remarks == {0: "la fonction en fait partie (Zoé)", 2: "Zoé"}
        # Back in the project it came from, it is somebody's work, and not what was settled.
        before = [zoe.annotation(article) for article in (1, 2, 3)]
        import_files(project, [target], ImportOptions())
        assert "accord (import)" in project.annotators().values()
        assert [zoe.annotation(article) for article in (1, 2, 3)] == before


def test_without_being_asked_for_it_does_not_go_out(project: Project, zoe: Settling, tmp_path: Path) -> None:
    zoe.take_all(_id(project, "Ana"))
    zoe.finish()
    report = export(project, tmp_path / "out.jsonl", ExportOptions(format="jsonl", whose=Whose.EACH))
    assert report.to_json()["records"] == 6
    one = preview(project, ExportOptions(format="jsonl"))
    assert [each.article for each in one.left_out if each.reason == "disagreement"] == [1, 2]


# The gold articles, by two


@pytest.fixture(scope="module")
def planted(
    shared_folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Project, dict[int, list[tuple[Labelled | None, Labelled | None]]], Lines]]:
    """The gold articles by Ana, repeated by Ben with mistakes: these by article, and the gold."""
    chance = random.Random(6)
    with Project.create(tmp_path_factory.mktemp("planted") / "gold.annot") as project:
        gold = ImportOptions(annotator="Ana", status=Status.FINISHED)
        import_files(project, [shared_folder / "gold" / "dev.jsonl"], gold)
        ana = project.find_annotator("Ana")
        mistakes: dict[int, list[tuple[Labelled | None, Labelled | None]]] = {}
        lines, right = [], []
        for article in project.articles(project.article_ids()):
            spans = list(extents(project.annotation(article.id, ana).spans))
            made = list(with_mistakes(article.text, article.grid, spans, chance))
            lines.append((article.text, sorted(new for _, _, new in made if new is not None)))
            right.append((article.text, spans))
            mistakes[article.id] = [(old, new) for _, old, new in made if old != new]
        give(project, "Ben", lines)
        yield project, mistakes, right


def test_a_reviewer_finds_what_was_planted_settles_it_and_has_the_gold(planted, tmp_path: Path) -> None:
    project, mistakes, gold = planted
    zoe = Settling(Session(project, project.add_annotator("Zoé")))
    ana = project.find_annotator("Ana")
    planted_count = sum(map(len, mistakes.values()))
    assert planted_count > 100
    for article, those in mistakes.items():
        found = [place for place in zoe.places(article) if place.state is State.OPEN]
        for old, new in those:
            for span in (old, new):
                assert span is None or any(span in side.extents for place in found for side in place.sides)
        # And nothing is open that was not planted.
        wrong = {span for both in those for span in both if span is not None}
        for place in found:
            assert wrong & {span for side in place.sides for span in side.extents}
    total = Counts()
    for each in zoe.articles():
        total = total.plus(each.counts)
    assert total.open == total.differing <= planted_count
    done = zoe.accept(Rule())
    assert done.places == total.agreed
    left = Counts()
    for each in zoe.articles():
        left = left.plus(each.counts)
    assert (left.agreed, left.open, left.settled) == (0, total.open, total.agreed)
    assert zoe.take_all(ana).places == total.open
    assert len(zoe.finish().articles) == len(gold)
    assert check(project).problems == ()
    target = tmp_path / "settled.jsonl"
    export(project, target, ExportOptions(format="jsonl", whose=Whose.SETTLED))
    with Project.create(tmp_path / "again.annot") as again:
        import_files(again, [target], ImportOptions(annotator="Zoé"))
        read = {each.text: each.id for each in again.articles(again.article_ids())}
        assert [(text, list(extents(again.annotation(read[text], 1).spans))) for text, _ in gold] == gold
    (pair,) = compare(project, ["Ana", "accord"]).pairs
    assert pair.agreement.exact.f1 == 1
