"""Labels and annotators in the project file, as project settings show and change them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from annotator.core.labels import Label
from annotator.store.database import Database


def save(database: Database, labels: Iterable[Label]) -> None:
    """Give labels of the project other words, colours, keys and guidelines; call it inside a transaction."""
    wanted = list(labels)
    # Two labels may be about to exchange their keys, and no two may have the same one at any moment.
    database.executemany("UPDATE labels SET key = 'to be ' || id WHERE id = ?", [(label.id,) for label in wanted])
    database.executemany(
        "UPDATE labels SET name_en = ?, name_fr = ?, colour = ?, key = ?, guideline_en = ?, guideline_fr = ?"
        " WHERE id = ?",
        [(*label.name, label.colour, label.key, *label.guideline, label.id) for label in wanted],
    )


class Contribution(NamedTuple):
    """What one annotator has done in a project.

    Attributes:
        name: of the annotator.
        articles: how many articles have an annotation of theirs.
        finished: how many of these are finished.
        spans: how many spans they hold.
    """

    name: str
    articles: int
    finished: int
    spans: int


def contributions(database: Database) -> list[Contribution]:
    """Return what every annotator has done, in the order in which they came; last, what was settled."""
    rows = database.execute(
        "SELECT r.name, count(n.article_id), count(CASE WHEN n.status = 'finished' THEN 1 END),"
        " (SELECT count(*) FROM spans s WHERE s.annotator_id = r.id)"
        " FROM annotators r LEFT JOIN annotations n ON n.annotator_id = r.id GROUP BY r.id"
        " ORDER BY r.settled, r.id"
    )
    return [Contribution(*row) for row in rows]
