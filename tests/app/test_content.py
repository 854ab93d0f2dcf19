"""What an annotator labelled is held against a count in plain Python, over edits, imports and what takes them back."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, suppress
from dataclasses import replace
from decimal import Decimal
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.app import content as asked
from annotator.app import counting
from annotator.app.content import content
from annotator.app.import_options import ImportOptions
from annotator.app.importing import import_records
from annotator.app.imports import undo_import
from annotator.app.project import Project
from annotator.app.session import Session
from annotator.core import money
from annotator.core.annotation import Status
from annotator.core.content import Content, Counted, PairCount, SurfaceCount, median
from annotator.core.corrections import set_trashed
from annotator.core.errors import UserError
from annotator.formats.records import Record

ALL = 10_000
TEXTS = (
    "Joe Biden à Kyiv avec un char pour 50M€ .",
    "Kyiv et Joe\u00a0\n Biden , Kyiv , 50M€ et des dollars .",
    "Le char Kyiv Joe Biden char .",
    "Rien du tout .",
)
ARTICLES = (
    Record(TEXTS[0], "ici", date="2022-02-24", source="AFP"),
    Record(TEXTS[1], "dépêches.jsonl:12", date="2022"),
    Record(TEXTS[2], "dossier/a.txt"),
)
SURFACES = {"Joe": "leader", "Biden": "leader", "Kyiv": "country", "char": "weapon", "50M€": "sum", "dollars": "sum"}
LABELS = ("leader", "country", "weapon", "sum", "alliance")


def toggle(session: Session, article: int, nth: int, length: int, label: str) -> None:
    """Draw over so many words of an article, or remove what is there."""
    session.open(article)
    words, at = [], 0
    for word in session.article.text.split():
        at = session.article.text.index(word, at)
        words.append((at, at + len(word)))
        at += len(word)
    start, end = words[nth % len(words)][0], words[min(nth % len(words) + length, len(words) - 1)][1]
    there = [mark for mark in session.marks() if mark.start < end and start < mark.end]
    if there:
        session.remove(there[0])
    else:
        session.draw(start, end, label=label)


def deeds() -> st.SearchStrategy[tuple[Any, ...]]:
    whose, articles = st.integers(0, 1), st.integers(1, 3)
    toggled = st.tuples(
        st.just("toggle"), whose, articles, st.integers(0, 9), st.integers(0, 1), st.sampled_from(LABELS)
    )
    return st.one_of(
        toggled,
        toggled,
        st.tuples(st.just("status"), whose, articles, st.sampled_from(Status)),
        st.tuples(st.just("trash"), whose, articles, st.booleans()),
        st.tuples(st.just("undo"), whose),
        st.tuples(st.just("import"), st.sampled_from(["Ada", "Neuve"]), st.integers(0, 3)),
        st.just(("take back",)),
        st.just(("count",)),
    )


def spans_in(text: str) -> list[tuple[int, int, str]]:
    """Spans on every surface that has a label of its own."""
    return [
        (at, at + len(words), label)
        for words, label in SURFACES.items()
        for at in range(len(text))
        if text.startswith(words, at)
    ]


def counted_by_hand(project: Project, annotator: int) -> dict[str, Any]:
    """Look at every span of an annotator in turn."""
    found: dict[str, Any] = {name: defaultdict(lambda: [0, set()]) for name in ("surface", "month", "source", "length")}
    found |= {
        "number": defaultdict(set),
        "sums": defaultdict(lambda: [0, Decimal(0), set()]),
        "pairs": defaultdict(set),
    }
    for id in project.article_ids():
        annotation = project.annotation(id, annotator)
        if annotation.trashed or (annotation.status is Status.NEW and not annotation.spans):
            continue
        article = project.article(id)
        labelled = [(span.label, " ".join(article.text[span.start : span.end].split())) for span in annotation.spans]
        source = {"AFP": "AFP", "dépêches.jsonl:12": "dépêches.jsonl", "dossier/a.txt": "dossier/", "ici": "ici"}
        for label in ("", *{label for label, _ in labelled}):
            many = sum(label in ("", each) for each, _ in labelled)
            found["number"][label, many].add(id)
            for kind, value in (("month", (article.date or "")[:7]), ("source", source[article.source])):
                found[kind][label, value][0] += many
                found[kind][label, value][1].add(id)
        for label, words in labelled:
            keys = [("surface", (label, words))]
            keys += [("length", (label, "characters", len(words))), ("length", (label, "words", len(words.split())))]
            for kind, key in keys:
                found[kind][key][0] += 1
                found[kind][key][1].add(id)
            if label == "sum":
                read = money.parse(words)
                name = None if read is None else read.currency or ("dollars" if "dollars" in words else "")
                found["sums"][name][0] += 1
                found["sums"][name][1] += read.value if read else 0
                found["sums"][name][2].add(id)
        for one, other in product(set(labelled), set(labelled)):
            if (one[0], other[0]) in (("leader", "country"), ("country", "weapon")):
                found["pairs"][one, other].add(id)
    return found


def require_equal(project: Project, annotator: int, told: Content) -> None:
    """Hold a content, and the articles behind each of its numbers, against the count by hand."""
    hand = counted_by_hand(project, annotator)
    begun = set().union(*(ids for (label, _), ids in hand["number"].items() if not label))
    assert told.articles == len(begun)
    assert asked.articles_begun(project, annotator) == sorted(begun)
    assert told.spans == sum(count for (label, _), (count, _) in hand["source"].items() if not label)

    def same(counted: Sequence[Counted], kept: dict[Any, Any], drill: Callable[[Any], list[int]]) -> None:
        assert {each.value: (each.spans, each.articles) for each in counted} == {
            value: (count, len(ids)) for value, (count, ids) in kept.items()
        }
        for value, (_, ids) in kept.items():
            assert drill(value) == sorted(ids)

    def of(kind: str, *head: Any) -> dict[Any, Any]:
        return {key[-1]: value for key, value in hand[kind].items() if key[:-1] == head}

    for label in ("", *LABELS):
        numbers = {n: (n * len(ids), ids) for n, ids in of("number", label).items()}
        if not label:
            same(told.numbers, numbers, lambda n: asked.articles_with_number(project, annotator, "", n))
            continue
        (each,) = [one for one in told.labels if one.label == label]
        same(each.numbers, numbers, lambda n, label=label: asked.articles_with_number(project, annotator, label, n))
        surfaces = [Counted(*row) for row in each.top]
        same(
            surfaces,
            of("surface", label),
            lambda words, label=label: asked.articles_with_surface(project, annotator, words, label),
        )
        assert [one.spans for one in surfaces] == sorted((one.spans for one in surfaces), reverse=True)
        assert each.surfaces == len(surfaces)
        for unit, lengths in (("characters", each.characters), ("words", each.words)):
            same(
                lengths,
                of("length", label, unit),
                lambda n, label=label, unit=unit: asked.articles_with_length(project, annotator, label, unit, n),
            )
    for kind, groups, drill in (
        ("month", told.months, asked.articles_of_month),
        ("source", told.sources, asked.articles_from_source),
    ):
        same([group.all for group in groups], of(kind, ""), lambda value, drill=drill: drill(project, annotator, value))
        for label in LABELS:
            same(
                [group.labels[label] for group in groups if label in group.labels],
                of(kind, label),
                lambda value, drill=drill, label=label: drill(project, annotator, value, label),
            )
    unread = hand["sums"].pop(None, [0, 0, set()])
    assert told.unread == ("", unread[0], len(unread[2]))
    assert asked.articles_with_currency(project, annotator, None) == sorted(unread[2])
    assert {each.total.name: (each.total.spans, each.total.amount, each.articles) for each in told.currencies} == {
        name: (count, amount, len(ids)) for name, (count, amount, ids) in hand["sums"].items()
    }
    for name, (_, _, ids) in hand["sums"].items():
        assert asked.articles_with_currency(project, annotator, name) == sorted(ids)
    for pairs in told.pairs:
        assert {each[:2]: each.articles for each in pairs.top} == {
            (one[1], other[1]): len(ids)
            for (one, other), ids in hand["pairs"].items()
            if (one[0], other[0]) == (pairs.first, pairs.second)
        }
    for (one, other), ids in hand["pairs"].items():
        assert asked.articles_with_pair(project, annotator, one, other) == sorted(ids)


def kept_rows(project: Project) -> dict[str, list[tuple[Any, ...]]]:
    """Return all that is kept of the content, surfaces by their words."""
    with closing(sqlite3.connect(project.path)) as raw:
        words = dict(raw.execute("SELECT id, words FROM surfaces"))
        found: dict[str, list[tuple[Any, ...]]] = {"surfaces": sorted((each,) for each in words.values())}
        for table in ("facts", "counted_articles", "amounts", "content_totals", "surface_totals", "pair_totals"):
            cursor = raw.execute(f"SELECT * FROM {table}")
            named = [column[0] in ("surface_id", "first_id", "second_id") for column in cursor.description]
            rows = (tuple(words[v] if n else v for v, n in zip(row, named, strict=True)) for row in cursor)
            found[table] = sorted(rows, key=repr)
    return found


def count_anew(project: Project) -> None:
    """Forget all that was counted of the content, and count every annotation there is."""
    with project.database.transaction():
        for table in (
            "facts",
            "counted_articles",
            "content_totals",
            "surface_totals",
            "pair_totals",
            "amounts",
            "surfaces",
        ):
            project.database.execute(f"DELETE FROM {table}")
        project.database.execute("INSERT OR IGNORE INTO uncounted SELECT article_id, annotator_id FROM annotations")
    counting.refresh(project)


@settings(max_examples=40)
@given(st.lists(deeds(), min_size=3, max_size=25))
def test_what_is_kept_is_what_a_count_by_hand_and_a_count_from_scratch_give(done: list[tuple[Any, ...]]) -> None:
    with TemporaryDirectory() as folder, Project.create(Path(folder) / "guerre.annot") as project:
        import_records(project, ARTICLES, ImportOptions())
        ids = [project.add_annotator(name) for name in ("Ada", "Bea")]
        imports: list[int] = []
        for deed in done:
            sessions = [Session(project, id) for id in ids]
            match deed:
                case ("toggle", who, article, *how):
                    toggle(sessions[who], article, *how)
                case ("status", who, article, status):
                    sessions[who].open(article)
                    sessions[who].set_status(status)
                case ("trash", who, article, away):
                    sessions[who].change_each([article], lambda each, away=away: set_trashed(each, away))
                case ("undo", who):
                    sessions[who].undo()
                case ("import", name, nth):
                    spans = tuple(spans_in(TEXTS[nth]))
                    came = Record(TEXTS[nth], "ici", spans=spans, annotator=name, status=Status.FINISHED)
                    report = import_records(project, [came], ImportOptions())
                    if report.id is not None:
                        imports.append(report.id)
                case ("take back",) if imports:
                    with suppress(UserError):  # somebody has worked on it since
                        undo_import(project, imports.pop())
                case ("count",):
                    counting.refresh(project)
        for annotator in project.names():
            require_equal(project, annotator, content(project, annotator, rows=ALL))
        kept = kept_rows(project)
        counting.refresh(project)
        assert kept_rows(project) == kept
        count_anew(project)
        assert kept_rows(project) == kept


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    """Three articles, annotated by Ada on every surface that has a label of its own."""
    with Project.create(tmp_path / "guerre.annot") as project:
        records = [replace(each, spans=tuple(spans_in(each.text)), status=Status.FINISHED) for each in ARTICLES]
        import_records(project, records, ImportOptions(annotator="Ada"))
        yield project


def test_the_content_of_three_articles(project: Project) -> None:
    told = content(project, 1)

    assert (told.annotator, told.articles, told.spans) == ("Ada", 3, 16)
    by_label = {each.label: each for each in told.labels}
    assert by_label["country"].top == (SurfaceCount("Kyiv", 4, 3),)
    assert by_label["country"].numbers == (Counted(1, 2, 2), Counted(2, 2, 1))
    assert by_label["leader"].top == (SurfaceCount("Biden", 3, 3), SurfaceCount("Joe", 3, 3))
    assert [(each.total.name, each.total.amount, each.articles) for each in told.currencies] == [("EUR", 10**8, 2)]
    assert told.unread == ("", 1, 1)
    assert told.pairs[0].top == (PairCount("Biden", "Kyiv", 3), PairCount("Joe", "Kyiv", 3))
    assert told.pairs[1].top == (PairCount("Kyiv", "char", 2),)
    assert [group.all.value for group in told.months] == ["2022", "2022-02", ""]
    assert {group.all.value for group in told.sources} == {"AFP", "dépêches.jsonl", "dossier/"}
    assert median(by_label["leader"].characters) == 3
    assert median(by_label["alliance"].characters) is None


def test_words_apart_by_any_blanks_are_one_surface(project: Project) -> None:
    session = Session(project, project.add_annotator("Bea"))
    for article in (1, 2):
        text = session.open(article).text
        session.draw(text.index("Joe"), text.index("Biden") + 5, label="leader")
    told = content(project, session.annotator)
    assert told.labels[0].top == (SurfaceCount("Joe Biden", 2, 2),)
    assert asked.articles_with_surface(project, session.annotator, "Joe \n Biden") == [1, 2]
    assert list(asked.places_of_surface(project, session.annotator, "Joe Biden", most=9))[1][0] == 2


def test_a_place_has_sixty_code_points_of_the_text_on_either_side(project: Project) -> None:
    text = f"{'😀' * 70} Kyiv {'é' * 70}"
    import_records(project, [Record(text, "là"), Record("Kyiv .", "là-bas")], ImportOptions())
    session = Session(project, 1)
    for article in project.article_ids()[-2:]:
        start = session.open(article).text.index("Kyiv")
        session.draw(start, start + 4, label="alliance")
    counting.refresh(project)
    far, near = asked.places_of_surface(project, 1, "Kyiv", "alliance", most=9)
    assert (far.before, far.after) == (f"{'😀' * 59} ", f" {'é' * 59}")
    assert (near.before, near.after) == ("", " .")


def test_the_most_frequent_come_first_and_no_more_than_asked_for(project: Project) -> None:
    few, all = content(project, 1, rows=1), content(project, 1, rows=ALL)
    assert few.labels[0].top == all.labels[0].top[:1]
    assert few.labels[0].surfaces == all.labels[0].surfaces == 2
    assert [each.top for each in few.pairs] == [each.top[:1] for each in all.pairs]
    assert few.sources == all.sources[:1]
    assert few.more_sources == 2


def test_what_changed_since_is_told_of_only_after_it_was_counted(project: Project) -> None:
    before = content(project, 1)
    session = Session(project, 1)
    session.open(3)
    session.remove(session.marks()[0])
    assert content(project, 1, refresh=False) == before
    assert content(project, 1).spans == before.spans - 1
