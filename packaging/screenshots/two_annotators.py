"""A project in which Ana and Ben annotated the sample texts over two weeks, and copies of it that others worked in."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import cycle
from pathlib import Path

from annotator.app.importing import import_files
from annotator.app.labels import change_labels
from annotator.app.lexicon import add_entry
from annotator.app.project import Project
from annotator.app.session import Session
from annotator.app.sharing import share
from annotator.app.suggesting import suggest
from annotator.core.annotation import Status
from annotator.core.wording import Wording

_OTHERWISE = {"leader": "country", "country": "alliance", "alliance": "country", "weapon": "sum", "sum": "weapon"}


def make(path: Path, texts: list[Path]) -> list[Path]:
    """Make the project, and return the copies that were made of it and worked in since.

    Args:
        path: the project file.
        texts: files with the articles.
    """
    with Project.create(path) as project:
        import_files(project, texts)
        suggest(project)
        articles = project.article_ids()
        _work(project, "Ana", articles, slips="aaaaaaaaax")
        _work(project, "Ben", articles[:8], slips="aaaaaxaaraaas")
    _spread_over_days(path)
    with Project.open(path) as project:
        shared = [copy.path for copy in share(project, ["Ben", "Cléo"], into=path.parent / "envois").copies]
    with Project.open(path) as project:
        _work(project, "Ben", project.article_ids()[:3], slips="aaaax")
    for copy, name, slips in zip(shared, ("Ben", "Cléo"), ("aaaar", "aaaaax"), strict=True):
        with Project.open(copy) as project:
            _work(project, name, project.article_ids()[:4], slips=slips)
    _differ(*shared)
    return shared


def _work(project: Project, name: str, articles: list[int], *, slips: str) -> None:
    """Decide all that is to be decided, and some of it otherwise.

    Args:
        project: the project.
        name: the annotator.
        articles: their ids.
        slips: what becomes of one mark after the other: accepted (a), rejected or removed (x), relabelled (r), or
            shortened by a token where that can be (s).
    """
    session = Session(project, project.add_annotator(name))
    ways = cycle(slips)
    for article in articles:
        grid = session.open(article).grid
        for mark in session.marks():
            tokens = grid.touching(mark.start, mark.end)
            match next(ways):
                case "x":
                    session.remove(mark)
                case "r":
                    session.relabel(mark, label=_OTHERWISE[mark.label])
                case "s" if len(tokens) > 1:
                    session.resize(mark, start=grid.starts[tokens.start + 1], end=mark.end)
                case _ if mark.suggestion is not None:
                    session.accept([mark.suggestion])
        session.set_status(Status.FINISHED)


def _spread_over_days(path: Path) -> None:
    """Let the log say that the work was done on working days of two weeks, an article each or two."""
    with closing(sqlite3.connect(path)) as file, file:
        rows = file.execute("SELECT id, annotator_id, article_id FROM edits ORDER BY id").fetchall()
        today = datetime.now(UTC).replace(hour=8, minute=0, second=0, microsecond=0)
        first = today - timedelta(days=today.weekday() + 14)
        places: dict[int, dict[int, int]] = {}
        for number, (id, who, article) in enumerate(rows):
            nth = places.setdefault(who, {}).setdefault(article, len(places[who]))
            day = first + timedelta(days=nth + 2 * (nth // 5), hours=2 * who, seconds=12 * number)
            file.execute("UPDATE edits SET at = ? WHERE id = ?", (day.isoformat(timespec="milliseconds"), id))


def _differ(first: Path, second: Path) -> None:
    """Let two copies have more that is otherwise."""
    with Project.open(first) as project:
        add_entry(project, "Groupe Wagner", label="alliance", note="milice")
        labels = list(project.labels())
        about = labels[0].guideline
        more = Wording(f"{about.en} Spokespeople do not count.", f"{about.fr} Les porte-parole ne comptent pas.")
        labels[0] = replace(labels[0], guideline=more)
        change_labels(project, labels)
    with Project.open(second) as project:
        add_entry(project, "Groupe Wagner", label="weapon")
        add_entry(project, "Donbass", label="country")
