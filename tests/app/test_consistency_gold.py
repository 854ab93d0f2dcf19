"""Slips planted in the gold articles are found, corrected and, undone, found again."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from annotator.app.consistency import Consistency
from annotator.app.consistency_correcting import correct
from annotator.app.consistency_places import Known, places
from annotator.app.import_options import ImportOptions
from annotator.app.importing import import_files
from annotator.app.project import Project
from annotator.app.session import Session
from annotator.core.annotation import Status
from annotator.core.consistency import Kind, Surfaces, fold
from annotator.store import consistency as stored


class Planted(NamedTuple):
    kind: Kind
    article: int
    start: int
    end: int
    label: str
    key: str


@pytest.fixture(scope="module")
def planted(shared_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Session, list[Planted]]]:
    """The gold articles by Ana, with one span relabelled or removed of frequent surfaces treated in one way."""
    with Project.create(tmp_path_factory.mktemp("slips") / "gold.annot") as project:
        gold = ImportOptions(annotator="Ana", status=Status.FINISHED)
        import_files(project, [shared_folder / "gold" / "dev.jsonl"], gold)
        session = Session(project, project.find_annotator("Ana"))
        watch = Consistency(project, session.annotator)
        watch.refresh()
        before = {each.key for each in watch.found(finished=False)}
        surfaces = Surfaces(stored.drawn(project.database, session.annotator))
        often = {key for key in surfaces if (most := surfaces.most_frequent(key)) is not None and most.times >= 3}
        chosen: dict[str, tuple[int, int, int, str]] = {}
        for article in project.articles(project.article_ids()):
            for span in project.annotation(article.id, session.annotator).spans:
                key = fold(article.text[span.start : span.end])
                if key in often - before:
                    chosen.setdefault(key, (article.id, span.start, span.end, span.label))
        some = sorted(chosen)
        assert len(some) >= 10, some
        random.Random(7).shuffle(some)
        slips = [
            Planted(Kind.LABELS if at % 2 else Kind.BARE, *chosen[key], key=key) for at, key in enumerate(some[:20])
        ]
        for slip in slips:
            session.open(slip.article)
            (mark,) = [each for each in session.marks() if (each.start, each.end) == (slip.start, slip.end)]
            if slip.kind is Kind.LABELS:
                session.relabel(mark, label="alliance" if slip.label != "alliance" else "weapon")
            else:
                session.remove(mark)
        yield session, slips


def found(session: Session) -> dict[str, list[Kind]]:
    watch = Consistency(session.project, session.annotator)
    watch.refresh()
    kinds: dict[str, list[Kind]] = {}
    for each in watch.found():
        kinds.setdefault(each.key, []).append(each.kind)
    return kinds


def test_every_planted_slip_is_found_at_its_place_corrected_and_brought_back(planted) -> None:
    session, slips = planted
    before = found(session)
    watch = Consistency(session.project, session.annotator)
    items = {(each.kind, each.key): each for each in watch.found()}
    known = Known(session.project, session.annotator)
    steps = 0
    for slip in slips:
        item = items[slip.kind, slip.key]
        (place,) = places(session.project, session.annotator, item, limit=1, known=known)
        assert (place.article, place.start, place.end) == (slip.article, slip.start, slip.end)
        done = correct(session, item, [place])
        assert (done.corrected, done.left) == (1, 0)
        steps += 1
    mended = found(session)
    assert not {slip.key for slip in slips} & set(mended)
    for _ in range(steps):
        session.undo()
    assert found(session) == before


def test_as_many_places_are_told_as_were_counted(planted) -> None:
    session, _ = planted
    watch = Consistency(session.project, session.annotator)
    watch.refresh()
    known = Known(session.project, session.annotator)
    for item in watch.found(kinds=[Kind.LABELS, Kind.BARE, Kind.BOUNDARIES])[:60]:
        there = places(session.project, session.annotator, item, known=known)
        counts = [sum(each.variant == at for each in there) for at in range(len(item.variants))]
        assert counts == [variant.times for variant in item.variants], item
