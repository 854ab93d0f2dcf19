"""Statistics against what the values themselves say: the same counts, taken one annotation after the other."""

from __future__ import annotations

import random
from collections import Counter
from pathlib import Path

import pytest

from annotator.app import counting
from annotator.app.checking import check
from annotator.app.importing import import_files
from annotator.app.project import Project
from annotator.app.session import Session
from annotator.app.statistics import statistics
from annotator.app.suggesting import suggest
from annotator.core.annotation import Status
from annotator.core.corrections import set_trashed
from annotator.core.suggestions import Decision
from annotator.core.sums import add_up


def work_at_random(session: Session, chance: random.Random) -> None:
    """Do some of everything an annotator can do, in every article."""
    for article in session.project.article_ids():
        session.open(article)
        for mark in session.marks():
            if chance.random() < 0.3:
                session.relabel(mark, label=chance.choice(["leader", "weapon", "sum"]))
            elif chance.random() < 0.3:
                session.remove(mark)
            elif mark.suggestion is not None and chance.random() < 0.5:
                session.accept([mark.suggestion])
        session.draw(0, session.article.grid.ends[0] if session.article else 0, label="weapon")
        if chance.random() < 0.5:
            session.set_status(chance.choice(list(Status)))
        for _ in range(chance.randrange(4)):
            session.undo()
        if chance.random() < 0.5:
            session.redo()


def test_an_empty_project_counts_nothing(tmp_path: Path) -> None:
    with Project.create(tmp_path / "empty.annot") as project:
        counted = statistics(project)
    assert (counted.articles, counted.characters, counted.annotators) == (0, 0, ())
    assert counted.labels == ("leader", "country", "alliance", "weapon", "sum")
    assert counted.to_json()["spans"] == dict.fromkeys(counted.labels, 0)


@pytest.mark.parametrize("seed", range(3))
def test_counts_are_those_of_the_annotations(seed: int, tmp_path: Path) -> None:
    chance = random.Random(seed)
    for number in range(8):
        text = f"Article {number}. La Russie et l'OTAN ont donné {number} millions d'euros à l'Ukraine et à la Pologne."
        (tmp_path / f"{number}.txt").write_text(text, "utf-8")
    with Project.create(tmp_path / "war.annot") as project:
        import_files(project, [tmp_path])
        suggest(project)
        for name in ("Zoé", "Ali"):
            work_at_random(Session(project, project.add_annotator(name)), chance)
        project.add_annotator("Nobody")
        assert check(project).problems == ()
        counted = statistics(project)
        ids = project.article_ids()
        standing = [each for id in ids for each in project.suggestions(id).values() if each.active]
        assert counted.suggestions == {label: sum(each.label == label for each in standing) for label in counted.labels}
        assert [each.name for each in counted.annotators] == ["Zoé", "Ali", "Nobody"]
        for each in counted.annotators:
            annotator = project.find_annotator(each.name)
            annotations = [project.annotation(id, annotator) for id in ids]
            spans = Counter(span.label for annotation in annotations for span in annotation.spans)
            decisions: Counter[tuple[str, Decision]] = Counter()
            for annotation in annotations:
                suggestions = project.suggestions(annotation.article)
                decisions.update((suggestions[id].label, what) for id, what in annotation.decisions.items())
                decisions.update(
                    (pending.label, Decision.PENDING) for pending in annotation.pending(suggestions.values())
                )
            assert each.articles == {
                status: sum(annotation.status is status for annotation in annotations) for status in Status
            }
            assert each.spans == {label: spans[label] for label in counted.labels}
            assert each.sums == add_up(
                (project.article(annotation.article).text[span.start : span.end], 1)
                for annotation in annotations
                for span in annotation.spans
                if span.label == "sum"
            )
            for label in counted.labels:
                found = each.suggestions[label].to_json()
                assert found == {decision.value: decisions[label, decision] for decision in Decision}
        assert counted.annotators[2].articles[Status.NEW] == 8
        assert sum(counted.annotators[0].suggestions[label].decided for label in counted.labels) > 0


def test_what_is_kept_and_what_is_gone_through_are_the_same(tmp_path: Path) -> None:
    (tmp_path / "0.txt").write_text("La Russie a reçu 50\u00a0millions d'euros, 3 €, 3\n€ et des dollars.", "utf-8")
    for number in range(1, 4):
        (tmp_path / f"{number}.txt").write_text(f"L'OTAN a donné {number} milliards de dollars à l'Ukraine.", "utf-8")
    with Project.create(tmp_path / "war.annot") as project:
        import_files(project, [tmp_path])
        suggest(project)
        session = Session(project, project.add_annotator("Zoé"))
        work_at_random(session, random.Random(7))
        session.open(1)
        while session.marks():
            session.remove(session.marks()[0])
        text = session.article.text if session.article else ""
        for words in ("50\u00a0millions d'euros", "3 €", "3\n€", "des dollars"):
            session.draw(text.index(words), text.index(words) + len(words), label="sum")
        session.change_each([2], lambda each: set_trashed(each, True))
        project.add_annotator("Nobody")
        kept = statistics(project)
        with project.database.transaction():  # as if many articles had gone
            project.database.executemany("INSERT INTO uncounted VALUES (?, 1)", [(id,) for id in range(1000, 1600)])
        assert counting.much_waits(project)
        assert statistics(project) == kept
        assert statistics(project, known=True) == kept
        assert kept.annotators[0].sums.unread == 1
        assert {each.name: each.amount for each in kept.annotators[0].sums.totals}["EUR"] >= 50_000_006
