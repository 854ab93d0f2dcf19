"""Splits that never leak: what is nearly the same, or the same story, is on one side, however one splits."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.app.export_options import ExportOptions, SplitBy
from annotator.app.exporting import export
from annotator.app.keeping_together import Families, kinship, plain, sign
from annotator.app.project import Project
from annotator.app.sides import Sides, decide
from annotator.app.training_report import TrainingReport
from annotator.core.errors import UserError
from annotator.store import exports as stored_exports
from tests.app.mixed_project import fill

SPLITS = [
    ExportOptions(dev=0.3, test=0.3, split_by=by, folds=folds, debug_data=False) for by in SplitBy for folds in (0, 3)
]


def story(family: int, version: int = 0) -> str:
    """Return a text that tells a story of its own, in some versions each with a few other words."""
    words = random.Random(family).choices([f"mot{family}x{number}" for number in range(400)], k=60)
    changed = random.Random(f"{family} {version}")
    for _ in range(version and 4):
        words[changed.randrange(60)] = f"autre{changed.randrange(10**6)}"
    return " ".join(words) + "."


def sides_of(project: Project, options: ExportOptions, articles: Sequence[int] | None = None) -> Sides:
    sign(project)
    origins = {each.article: each for each in stored_exports.origins(project.database)}
    return decide(project.article_ids() if articles is None else articles, origins, kinship(project, origins), options)


@pytest.fixture
def project(tmp_path: Path) -> Any:
    with Project.create(tmp_path / "news.annot") as project:
        yield project


MEMBERS = st.lists(
    st.tuples(
        st.integers(0, 9), st.integers(0, 3), st.sampled_from(["AFP", "L’Écho", "l'écho", "Le Soir"]), st.integers(1, 6)
    ),
    min_size=2,
    max_size=18,
    unique_by=lambda each: each[:2],
)


@settings(max_examples=25)
@given(members=MEMBERS, later=MEMBERS)
def test_near_duplicates_are_never_on_two_sides_and_sides_stay(
    tmp_path_factory: pytest.TempPathFactory,
    members: list[tuple[int, int, str, int]],
    later: list[tuple[int, int, str, int]],
) -> None:
    def article(family: int, version: int, source: str, day: int) -> Mapping[str, Any]:
        return {"text": story(family, version), "source": source, "date": f"2024-03-0{day}" if day < 6 else None}

    with Project.create(tmp_path_factory.mktemp("sides") / "news.annot") as project:
        fill(project, [article(*each) for each in members])
        before = {str(options): sides_of(project, options) for options in SPLITS}
        for options in SPLITS:
            sides = before[str(options)]
            assert set(sides.of) == set(project.article_ids())
            assert (sides.leaks, sides.pairs > 0) == (0, len({each[0] for each in members}) < len(members))
            for (one, first), (two, second) in combinations(enumerate(members, 1), 2):
                if first[0] == second[0] or (
                    options.split_by is SplitBy.SOURCE and plain(first[2]) == plain(second[2])
                ):
                    assert sides.of[one] == sides.of[two]
            if options.folds:
                assert set(sides.of.values()) <= {"fold-1", "fold-2", "fold-3", "test"}
        known = {each[:2] for each in members}
        fill(project, [article(*each) for each in later if each[:2] not in known])
        for options in SPLITS:
            if options.split_by is not SplitBy.DATE:  # there what is the latest may be no more
                after = sides_of(project, options).of
                moved = [each for each, side in before[str(options)].of.items() if after[each] != side]
                assert not moved or options.split_by is SplitBy.SOURCE  # sources that a new article ties together
            assert sides_of(project, options).leaks == 0


def test_an_article_stays_on_its_side_when_its_story_grows(project: Project) -> None:
    options = ExportOptions(dev=0.5)
    fill(project, [story(number) for number in range(20)])
    before = dict(sides_of(project, options).of)
    fill(project, [story(number, version) for number in range(20) for version in (1, 2)])
    sides = sides_of(project, options)
    assert {article: sides.of[article] for article in before} == before
    assert len(sides.groups) == 20
    # … and so it does where the earliest is not exported
    part = sides_of(project, options, [each for each in project.article_ids() if each > 20])
    assert all(part.of[each] == sides.of[each] for each in part.of)


def test_another_share_of_one_side_moves_nothing_on_the_other(project: Project) -> None:
    fill(project, [story(number) for number in range(60)])
    few = sides_of(project, ExportOptions(dev=0.1, test=0.2)).of
    many = sides_of(project, ExportOptions(dev=0.4, test=0.2)).of
    assert {each for each, side in few.items() if side == "test"} == {each for each in many if many[each] == "test"}
    assert {each for each, side in few.items() if side == "dev"} < {each for each in many if many[each] == "dev"}


def test_the_latest_are_for_testing_and_ties_stay_together(project: Project) -> None:
    days = [3, 1, 2, 5, 5, 4, 9, 8, 7, 6]
    fill(project, [{"text": story(number), "date": f"2024-03-{day:02}"} for number, day in enumerate(days)])
    sides = sides_of(project, ExportOptions(dev=0.3, test=0.2, split_by=SplitBy.DATE))
    by_side = {side: sorted(days[each - 1] for each in sides.of if sides.of[each] == side) for side in sides.names}
    assert by_side == {"train": [1, 2, 3, 4], "dev": [5, 5, 6, 7], "test": [8, 9]}
    folds = sides_of(project, ExportOptions(folds=3, split_by=SplitBy.DATE))
    assert [sorted(days[each - 1] for each in folds.of if folds.of[each] == name) for name in folds.names] == [
        [1, 2, 3],
        [4, 5, 5, 6],
        [7, 8, 9],
    ]


def test_a_group_is_as_late_as_its_latest_article_and_undated_ones_are_said(project: Project, tmp_path: Path) -> None:
    fill(
        project,
        [
            {"text": story(1), "date": "2020-01-01"},
            {"text": story(2), "date": "2021-06-30"},
            {"text": story(3)},
            {"text": story(4), "date": "2022-05-05T10:00:00+02:00"},
            {"text": story(1, 1), "date": "2023-01-01"},
        ],
    )
    sides = sides_of(project, ExportOptions(dev=0.2, test=0.4, split_by=SplitBy.DATE))
    assert dict(sides.of) == {1: "test", 5: "test", 4: "dev", 2: "train", 3: "train"}
    assert (sides.undated, sides.groups) == (1, ((1, 5),))
    report = export(project, tmp_path / "out", ExportOptions(split_by=SplitBy.DATE, debug_data=False))
    assert any("1 articles have no date" in note.en for note in report.notes)


def test_headlines_alike_keep_articles_together_unless_they_are_the_first_line(project: Project) -> None:
    fill(
        project,
        [
            {"title": "L’ÉTÉ à Kyiv !", "text": story(1)},
            {"title": "L'ete a Kyiv", "text": story(2)},
            "Bonjour.\n" + story(3),
            "Bonjour.\n" + story(4),
        ],
    )
    assert sides_of(project, ExportOptions()).groups == ((1, 2),)


@given(st.lists(st.tuples(st.integers(1, 12), st.integers(1, 12)), max_size=20))
def test_families_are_the_connected_articles_by_the_earliest(pairs: list[tuple[int, int]]) -> None:
    families = Families()
    for one, two in pairs:
        families.join(one, two)
    groups = {article: {article} for article in range(1, 13)}
    for one, two in pairs:
        together = groups[one] | groups[two]
        for article in together:
            groups[article] = together
    assert {article: families.of(article) for article in groups} == {each: min(group) for each, group in groups.items()}


def texts(file: Path) -> list[str]:
    from spacy.tokens import DocBin
    from spacy.vocab import Vocab

    return [doc.text for doc in DocBin().from_disk(file).get_docs(Vocab())]


@pytest.mark.parametrize("test", [0.0, 0.2])
def test_every_article_is_in_one_dev_of_the_folds_and_in_train_of_the_others(
    project: Project, tmp_path: Path, test: float
) -> None:
    everything = [story(number, version) for number in range(12) for version in range(2)]
    fill(project, everything)
    report = export(project, tmp_path / "out", ExportOptions(folds=3, test=test, debug_data=False))
    assert isinstance(report, TrainingReport)
    apart = texts(tmp_path / "out" / "test.spacy") if test else []
    assert bool(apart) == bool(test)
    dev = {name: texts(tmp_path / "out" / name / "dev.spacy") for name in report.folds}
    assert sorted([*apart, *(text for each in dev.values() for text in each)]) == sorted(everything)
    for name in dev:
        trained = texts(tmp_path / "out" / name / "train.spacy")
        assert sorted([*trained, *dev[name], *apart]) == sorted(everything)
    told = report.to_json()
    assert told["leaks"] == {"pairs": 12, "across": 0}
    assert len(told["groups"]) == 12
    assert [each["dev"]["articles"] for each in told["folds"]] == [len(each) for each in dev.values()]
    readme = (tmp_path / "out" / "README.md").read_text("utf-8")
    assert "24 articles are in 12 groups" in readme
    assert "fold-3/train.spacy" in readme


@pytest.mark.parametrize(
    ("options", "why"),
    [
        (ExportOptions(dev=0.7, test=0.7), "add up to more than 1"),
        (ExportOptions(test=-0.1), "between 0 and 1"),
        (ExportOptions(folds=1), "from 2 to 20 folds"),
        (ExportOptions(folds=99), "from 2 to 20 folds"),
        (ExportOptions(span_group=" "), "needs a name"),
    ],
)
def test_splits_that_are_none_are_refused(project: Project, tmp_path: Path, options: ExportOptions, why: str) -> None:
    fill(project, ["Kyiv."])
    with pytest.raises(UserError, match=why):
        export(project, tmp_path / "out", options)
