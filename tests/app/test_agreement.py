"""Annotators compared through real projects: what was planted is found and nothing else, and the numbers are right."""

from __future__ import annotations

import json
import random
import re
import tempfile
import warnings
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import krippendorff
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from nervaluate import Evaluator
from sklearn.metrics import cohen_kappa_score

from annotator.app.agreement import compare, differences, in_context
from annotator.app.import_options import ImportOptions
from annotator.app.importing import import_files
from annotator.app.project import Project
from annotator.app.session import Session
from annotator.app.splits import add_split
from annotator.core.agreement import Difference, Labelled
from annotator.core.agreement_places import DIFFERENCES
from annotator.core.agreement_report import AgreementReport, PairAgreement
from annotator.core.annotation import Status
from annotator.core.boundaries import Edge
from annotator.core.corrections import set_trashed
from annotator.core.errors import UserError
from annotator.core.listing import ArticleQuery
from annotator.core.splits import Split
from annotator.core.tokens import TokenGrid
from tests.app.two_annotators import LABELS, Lines, give, spans_of, with_mistakes

TEXT = "Hier, le général David Petraeus a quitté l'Irak pour les États-Unis."


@contextmanager
def project_of(folder: Path, **annotators: Lines) -> Iterator[Project]:
    with Project.create(folder / "war.annot") as project:
        for name, lines in annotators.items():
            give(project, name, lines)
        yield project


def extents(project: Project, name: str, article: int) -> list[Labelled]:
    spans = project.annotation(article, project.find_annotator(name)).spans
    return [(span.start, span.end, span.label) for span in spans]


def listed(pair: PairAgreement) -> list[tuple[int, Difference, Labelled | None, Labelled | None]]:
    return [(place.article, *place.pair) for place in pair.places if place.pair.difference is not Difference.NONE]


# The gold articles, twice


@pytest.fixture(scope="module")
def planted(
    shared_folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Project, list[tuple[int, Difference, Labelled | None, Labelled | None]]]]:
    """The gold articles by Ana, repeated by Ben with mistakes, and what these are."""
    chance = random.Random(4)
    with Project.create(tmp_path_factory.mktemp("planted") / "gold.annot") as project:
        gold = ImportOptions(annotator="Ana", status=Status.FINISHED)
        import_files(project, [shared_folder / "gold" / "dev.jsonl"], gold)
        mistakes, lines = [], []
        for article in project.articles(project.article_ids()):
            spans = extents(project, "Ana", article.id)
            made = list(with_mistakes(article.text, article.grid, spans, chance))
            lines.append((article.text, sorted(new for _, _, new in made if new is not None)))
            mistakes += [(article.id, *each) for each in made if each[0] is not Difference.NONE]
        give(project, "Ben", lines)
        yield project, mistakes


def test_every_planted_difference_is_found_and_nothing_else(planted) -> None:
    project, mistakes = planted
    assert set(Counter(kind for _, kind, _, _ in mistakes)) == DIFFERENCES
    assert len(mistakes) > 100
    report = compare(project)
    assert len(report.articles) == 43
    (pair,) = report.pairs
    assert (pair.first.shown, pair.second.shown) == ("Ana", "Ben")
    found = listed(pair)
    assert len(found) == len(mistakes)
    assert set(found) == set(mistakes)
    kinds = Counter(kind for _, kind, _, _ in mistakes)
    assert {kind: pair.agreement.differences[kind] for kind in DIFFERENCES} == kinds
    for kind in DIFFERENCES:
        articles = pair.places.articles(pair.places.where({kind}))
        assert sorted(articles) == sorted({article for article, each, _, _ in mistakes if each is kind})


def test_differences_are_shown_in_their_context(planted) -> None:
    project, mistakes = planted
    report = compare(project)
    shown = list(differences(project, report))
    assert [each.place.article for each in shown] == sorted(article for article, _, _, _ in mistakes)
    for each in shown:
        article = project.article(each.place.article)
        pair = each.place.pair
        assert each.title == article.title
        assert each.before + each.shown + each.after in article.text
        assert article.text[pair.start : pair.end] == each.shown
        for span, text in ((pair.first, each.first), (pair.second, each.second)):
            assert text == (None if span is None else article.text[span[0] : span[1]])
    of_label = list(differences(project, report, labels=["weapon"]))
    assert [each.place for each in of_label] == [
        each.place for each in shown if "weapon" in {span[2] for span in each.place.pair[1:] if span}
    ]


def _by_article(project: Project, name: str) -> list[tuple[TokenGrid, list[Labelled]]]:
    return [(each.grid, extents(project, name, each.id)) for each in project.articles(project.article_ids())]


def _types(rows: Iterable[tuple[TokenGrid, list[Labelled]]]) -> list[str]:
    found = []
    for grid, spans in rows:
        labels = [""] * len(grid)
        for start, end, label in spans:
            for token in grid.touching(start, end):
                labels[token] = label
        found += labels
    return found


def test_numbers_are_those_of_the_libraries(planted) -> None:
    from seqeval.metrics import classification_report
    from seqeval.scheme import IOB2

    project, _ = planted
    (pair,) = compare(project).pairs
    ours = pair.agreement
    ana, ben = _by_article(project, "Ana"), _by_article(project, "Ben")

    def tags(rows: list[tuple[TokenGrid, list[Labelled]]]) -> list[list[str]]:
        found = []
        for grid, spans in rows:
            row = ["O"] * len(grid)
            for start, end, label in spans:
                for place, token in enumerate(grid.touching(start, end)):
                    row[token] = ("I-" if place else "B-") + label
            found.append(row)
        return found

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        theirs = classification_report(tags(ben), tags(ana), output_dict=True, mode="strict", scheme=IOB2)
    assert theirs["micro avg"]["f1-score"] == pytest.approx(ours.exact.f1)
    assert theirs["micro avg"]["precision"] == pytest.approx(ours.exact.precision)
    assert set(ours.labels) == set(LABELS)
    for label, counts in ours.labels.items():
        assert theirs[label]["precision"] == pytest.approx(counts.exact.precision)
        assert theirs[label]["recall"] == pytest.approx(counts.exact.recall)
        assert theirs[label]["f1-score"] == pytest.approx(counts.exact.f1)

    def told(rows: list[tuple[TokenGrid, list[Labelled]]]) -> list[list[dict[str, Any]]]:
        return [[{"start": start, "end": end - 1, "label": label} for start, end, label in spans] for _, spans in rows]

    measured = Evaluator(told(ben), told(ana), tags=list(LABELS), loader="dict").evaluate()
    assert measured["overall"]["partial"].f1 == pytest.approx(ours.partial.f1)
    assert measured["overall"]["partial"].recall == pytest.approx(ours.partial.recall)
    for label, counts in ours.labels.items():
        assert measured["entities"][label]["partial"].f1 == pytest.approx(counts.partial.f1)
    assert ours.tokens.kappa == pytest.approx(cohen_kappa_score(_types(ana), _types(ben)))
    rows = [[("", *LABELS).index(label) for label in _types(each)] for each in (ana, ben)]
    theirs = krippendorff.alpha(reliability_data=rows, level_of_measurement="nominal", value_domain=range(6))
    assert ours.tokens.alpha == pytest.approx(theirs)


def test_every_number_leads_to_its_places(planted) -> None:
    project, _ = planted
    (pair,) = compare(project).pairs
    ours, places = pair.agreement, pair.places
    for (one, two), count in ours.confusion.items():
        assert len(places.where(labels=(one, two))) == count
    for label, counts in ours.labels.items():
        assert len(places.where({Difference.NONE}, label=label)) == counts.equal
        assert len(places.where({Difference.BOUNDARY}, label=label)) == counts.overlapping
    for edge, count in pair.edges.items():
        assert len(places.where(edge=edge)) == count > 0
    assert len(places) == len(places[:]) == sum(ours.differences.values())
    for each in pair.edge_words:
        assert len(list(in_context(project, pair, each.places))) == len(each.places)


def test_the_object_is_plain_json_and_knows_no_nan(planted) -> None:
    project, mistakes = planted
    report = compare(project)
    told = json.loads(json.dumps(report.to_json(), allow_nan=False))
    assert told["annotators"][0] == {"name": "Ana", "project": "gold.annot", "shown": "Ana"}
    assert told["articles"] == project.article_ids()
    (pair,) = told["pairs"]
    assert sum(count for kind, count in pair["places"].items() if kind != "none") == len(mistakes)
    assert sum(each["count"] for each in pair["confusion"]) == sum(pair["places"].values())
    assert set(pair["labels"]) == set(LABELS)
    one = report.to_json(labels=["sum"])["pairs"][0]
    assert list(one["labels"]) == ["sum"]
    assert all("sum" in (each["first"], each["second"]) for each in one["confusion"])
    assert one["exact"] == pair["exact"]


# Cases made by hand


def test_boundaries_tell_which_words_they_are_about(tmp_path: Path) -> None:
    other = "Le général Milley et le général Petraeus se taisent."
    ana = [
        spans_of(TEXT, ("le général David Petraeus", "leader"), ("Irak", "country")),
        spans_of(other, ("Le général Milley", "leader"), ("Petraeus", "leader")),
    ]
    ben = [
        spans_of(TEXT, ("David Petraeus", "leader"), ("Irak", "country"), ("États-Unis", "country")),
        spans_of(other, ("Milley", "leader"), ("général Petraeus", "leader")),
    ]
    with project_of(tmp_path, Ana=ana, Ben=ben) as project:
        report = compare(project)
        first, second = report.articles
        (pair,) = report.pairs
        assert pair.edges == {
            Edge.START_EARLIER: 2,
            Edge.START_LATER: 1,
            Edge.END_EARLIER: 0,
            Edge.END_LATER: 0,
        }
        said = [(each.edge, each.words, pair.places.articles(each.places)) for each in pair.edge_words]
        assert said == [
            (Edge.START_EARLIER, "le général", (first, second)),
            (Edge.START_LATER, "général", (second,)),
        ]
        assert pair.agreement.labels["leader"].partial.f1 == pytest.approx(0.5)
        assert pair.agreement.labels["country"].exact.recall == pytest.approx(0.5)
        (missed,) = in_context(project, pair, pair.places.where({Difference.ONLY_SECOND}))
        assert missed.to_json() == {
            "between": ["Ana", "Ben"],
            "article": first,
            "title": project.article(first).title,
            "kind": "only second",
            "before": TEXT[: TEXT.index("États-Unis")][-60:],
            "text": "États-Unis",
            "after": ".",
            "first": None,
            "second": {
                "start": TEXT.index("États-Unis"),
                "end": TEXT.index("États-Unis") + 10,
                "label": "country",
                "text": "États-Unis",
            },
        }


def test_what_is_not_defined_says_why(tmp_path: Path) -> None:
    with project_of(tmp_path, Ana=[(TEXT, [])], Ben=[(TEXT, [])]) as project:
        report = compare(project)
        told = report.to_json()
        assert told["alpha"] is None
        assert told["pairs"][0]["exact"] == {"precision": None, "recall": None, "f1": None}
        assert {each["measure"] for each in told["pairs"][0]["undefined"]} == {
            *(f"{scheme} {name}" for scheme in ("exact", "partial") for name in ("precision", "recall", "f1")),
            "kappa",
            "alpha",
        }
        give(project, "Ben", [spans_of("Il pleut à Kaboul.", ("Kaboul", "country"))])
        give(project, "Ana", [("Il pleut à Kaboul.", [])])
        (pair,) = compare(project).pairs
        assert pair.agreement.exact.f1 == 0
        said = {(each.measure, each.label): each.wording.en for each in pair.undefined()}
        assert said["exact precision", "country"] == "not defined: the first drew no such span"
        assert ("exact f1", "country") not in said
        assert pair.agreement.tokens.kappa == 0


def test_three_annotators_are_compared_two_by_two_and_all_together(tmp_path: Path) -> None:
    spans = (("David Petraeus", "leader"), ("Irak", "country"))
    ana, ben, cem = (spans_of(TEXT, *some) for some in (spans, spans, spans[:1]))
    with project_of(tmp_path, Ana=[ana, ("Seule.", [])], Ben=[ben], Cem=[cem]) as project:
        report = compare(project)
        assert [(each.first.name, each.second.name) for each in report.pairs] == [
            ("Ana", "Ben"),
            ("Ana", "Cem"),
            ("Ben", "Cem"),
        ]
        assert [pair.agreement.exact.f1 for pair in report.pairs] == [1, pytest.approx(0.8 * 5 / 6), 2 / 3]
        assert len(report.articles) == 1
        assert report.left_out == 1
        grid = project.article(report.articles[0]).grid
        rows = [[("", *LABELS).index(each) for each in _types([(grid, spans)])] for _, spans in (ana, ben, cem)]
        theirs = krippendorff.alpha(reliability_data=rows, level_of_measurement="nominal", value_domain=range(6))
        assert report.alpha == pytest.approx(theirs)
        assert report.pairs[0].agreement.tokens.alpha == 1
        two = compare(project, ["cem", "ANA"])
        assert [each.name for each in two.annotators] == ["Cem", "Ana"]
        assert two.alpha == two.pairs[0].agreement.tokens.alpha == pytest.approx(report.pairs[1].agreement.tokens.alpha)


def test_only_articles_that_all_have_and_none_threw_away_are_compared(tmp_path: Path) -> None:
    texts = [f"Article {number} sur l'Irak." for number in range(6)]
    every = [spans_of(text, ("Irak", "country")) for text in texts]
    with project_of(tmp_path, Ana=every, Ben=every[:4]) as project:
        give(project, "Ben", every[4:5], Status.IN_PROGRESS)
        ids = project.article_ids()
        ben = Session(project, project.find_annotator("Ben"))
        ben.change_each(ids[:1], lambda before: set_trashed(before, True))
        report = compare(project)
        assert list(report.articles) == ids[1:4]
        assert report.left_out == 3
        assert list(compare(project, statuses=[Status.FINISHED, Status.IN_PROGRESS]).articles) == ids[1:5]
        assert list(compare(project, statuses=list(Status)).articles) == ids[1:6]
        assert list(compare(project, articles=ids[2:]).articles) == ids[2:4]
        assert list(compare(project, articles=ArticleQuery(words='"Article 3"')).articles) == ids[3:4]
        with pytest.raises(UserError, match=r"no article of those chosen is finished .*Ana: 6, Ben: 3"):
            compare(project, articles=ids[5:])


def test_tokens_are_those_of_the_project(tmp_path: Path) -> None:
    text = "La superOTAN attend."
    lines = [spans_of(text, ("superOTAN", "alliance"))]
    with project_of(tmp_path, Ana=lines, Ben=[(text, [])]) as project:
        before = sum(compare(project).tokens.units.values())
        add_split(project, Split("superOTAN", ("super", "OTAN")))
        after = compare(project)
        assert sum(after.tokens.units.values()) == before + 1
        assert after.tokens.units["alliance", ""] == 2
        with project.database.transaction():  # as an earlier version of the tokenizer left it
            project.database.execute("UPDATE texts SET tokenizer = 'old', tokens = ?", (TokenGrid.of([]).to_bytes(),))
        assert compare(project).tokens.units == after.tokens.units


# Two projects


def test_two_projects_are_compared_by_their_texts(tmp_path: Path) -> None:
    ana = spans_of(TEXT, ("le général David Petraeus", "leader"))
    ben = spans_of(TEXT, ("David Petraeus", "leader"), ("Irak", "country"))
    (tmp_path / "other").mkdir()
    with (
        project_of(tmp_path, Ana=[("Seule ici.", []), ana]) as one,
        project_of(tmp_path / "other", Ben=[ben, ("Seule là.", [])]) as two,
    ):
        report = compare(one, other=two)
        assert [each.shown for each in report.annotators] == ["Ana", "Ben"]
        assert list(report.articles) == [2]
        assert report.left_out == 1
        assert listed(report.pairs[0]) == [
            (2, Difference.BOUNDARY, ana[1][0], ben[1][0]),
            (2, Difference.ONLY_SECOND, None, ben[1][1]),
        ]
        assert [each.first for each in differences(one, report)] == ["le général David Petraeus", None]
        give(two, "Ana", [ana])
        same = compare(one, other=two)
        assert [each.name for each in same.annotators] == ["Ana", "Ana"]
        assert [each.shown for each in same.annotators] == [f"Ana ({each.path})" for each in (one, two)]
        assert same.pairs[0].agreement.exact.f1 == 1
        assert compare(one, ["Ana", "Ben"], other=two).to_json() == report.to_json()
        assert compare(one, ["Ana"], other=two).to_json() == same.to_json()
        with pytest.raises(UserError, match="has worked in"):
            compare(one, ["Ben"], other=two)
        with pytest.raises(UserError, match="between two projects two annotators are compared"):
            compare(one, ["Ana", "Ben", "Ben"], other=two)


def test_two_projects_without_anybody_or_any_text_in_common(tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    with (
        project_of(tmp_path, Ana=[("Un.", [])], Ben=[("Un.", [])]) as one,
        project_of(tmp_path / "other", Cem=[("Deux.", [])]) as two,
    ):
        with pytest.raises(UserError, match=r"no annotator has articles that are finished in both .*\(Ana, Ben\)"):
            compare(one, other=two)
        with pytest.raises(UserError, match=r"no article is finished with all who are compared \(Ana: 1, Cem: 1\)"):
            compare(one, ["Ana", "Cem"], other=two)
        give(two, "Ana", [("Un.", [])])
        give(two, "Ben", [("Un.", [])])
        with pytest.raises(UserError, match=r"several annotators worked in both projects \(Ana, Ben\)"):
            compare(one, other=two)


def test_one_alone_cannot_be_compared(tmp_path: Path) -> None:
    with project_of(tmp_path) as project:
        with pytest.raises(UserError, match="nobody has articles that are finished"):
            compare(project)
        give(project, "Ana", [(TEXT, [])])
        project.add_annotator("Ben")
        with pytest.raises(UserError, match="only “Ana” has articles that are finished"):
            compare(project)
        with pytest.raises(UserError, match="at least two annotators"):
            compare(project, ["Ana", "ana"])
        with pytest.raises(UserError, match="only “Ana” has articles that are new or finished"):
            compare(project, statuses=[Status.NEW, Status.FINISHED])


# Whatever they draw


@st.composite
def _drawn(draw: st.DrawFn) -> list[Labelled]:
    words = [match.span() for match in re.finditer(r"[\w-]{2,}", TEXT)]
    edges = sorted(draw(st.sets(st.integers(0, len(words) - 1), max_size=6)))
    labels = draw(st.lists(st.sampled_from(LABELS[:2]), min_size=3, max_size=3))
    return [
        (words[one][0], words[two][1], label) for one, two, label in zip(edges[::2], edges[1::2], labels, strict=False)
    ]


@settings(max_examples=15)
@given(ana=_drawn(), ben=_drawn())
def test_who_is_named_first_makes_no_difference_and_with_oneself_one_agrees(
    ana: list[Labelled], ben: list[Labelled]
) -> None:
    with tempfile.TemporaryDirectory() as folder, project_of(Path(folder), Ana=[(TEXT, ana)], Ben=[(TEXT, ben)]) as it:
        one, other = compare(it, ["Ana", "Ben"]), compare(it, ["Ben", "Ana"])
        assert _turned(one) == _numbers(other)
        turned = {Difference.ONLY_FIRST: Difference.ONLY_SECOND, Difference.ONLY_SECOND: Difference.ONLY_FIRST}
        assert [(article, turned.get(kind, kind), two, one) for article, kind, one, two in listed(one.pairs[0])] == (
            listed(other.pairs[0])
        )
        with Project.open(it.path) as again:
            same = compare(it, ["Ana"], other=again)
        assert listed(same.pairs[0]) == []
        assert same.pairs[0].agreement.exact.f1 == (1 if ana else None)
        assert same.alpha in (None, 1)


def _numbers(report: AgreementReport) -> dict[str, Any]:
    ours = report.pairs[0].agreement
    return {
        "f1": (ours.exact.f1, ours.partial.f1),
        "precision": (ours.exact.precision, ours.partial.precision),
        "recall": (ours.exact.recall, ours.partial.recall),
        "confusion": dict(ours.confusion),
        "kappa": ours.tokens.kappa,
        "alpha": ours.tokens.alpha,
        "edges": report.pairs[0].edges,
    }


def _turned(report: AgreementReport) -> dict[str, Any]:
    found = _numbers(report)
    found["precision"], found["recall"] = found["recall"], found["precision"]
    found["confusion"] = {(two, one): count for (one, two), count in found["confusion"].items()}
    edges = found["edges"]
    found["edges"] = {
        Edge.START_EARLIER: edges[Edge.START_LATER],
        Edge.START_LATER: edges[Edge.START_EARLIER],
        Edge.END_EARLIER: edges[Edge.END_LATER],
        Edge.END_LATER: edges[Edge.END_EARLIER],
    }
    return found
