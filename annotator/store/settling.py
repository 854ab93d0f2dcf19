"""What there is to settle: the articles that several people have worked on, and how far their settling is."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Sequence
from typing import NamedTuple

from annotator.core.annotation import Status
from annotator.store.database import Database


def shared(database: Database, annotators: Collection[int], statuses: Collection[Status]) -> dict[int, tuple[int, ...]]:
    """Return the articles that two or more of some annotators have in one of the statuses, by id, each with who.

    What somebody threw away does not count for them. Who never touched an article has no part in it, even where new
    ones count.
    """
    found: defaultdict[int, list[int]] = defaultdict(list)
    for article, annotator in database.execute(
        "SELECT article_id, annotator_id FROM annotations WHERE annotator_id IN (SELECT value FROM json_each(?))"
        " AND status IN (SELECT value FROM json_each(?)) AND NOT trashed ORDER BY article_id, annotator_id",
        (json.dumps(list(annotators)), json.dumps([status.value for status in statuses])),
    ):
        found[article].append(annotator)
    return {article: tuple(who) for article, who in found.items() if len(who) > 1}


def at_work(database: Database) -> set[int]:
    """Return the ids of the people who have begun an article, and not thrown all of theirs away."""
    rows = database.execute(
        "SELECT id FROM annotators AS a WHERE NOT settled AND EXISTS"
        " (SELECT 1 FROM annotations WHERE annotator_id = a.id AND status <> 'new' AND NOT trashed)"
    )
    return {id for (id,) in rows}


class Heading(NamedTuple):
    """What a list shows of an article: its title, and how far its settling is."""

    title: str
    status: Status


def headings(database: Database, articles: Sequence[int], layer: int | None) -> dict[int, Heading]:
    """Return titles of some articles, and the status of the settled layer's annotation, by id."""
    rows = database.execute(
        "SELECT a.id, a.title, coalesce(n.status, 'new') FROM articles a"
        " LEFT JOIN annotations n ON n.article_id = a.id AND n.annotator_id = ?"
        " WHERE a.id IN (SELECT value FROM json_each(?))",
        (layer, json.dumps(list(articles))),
    )
    return {id: Heading(title, Status(status)) for id, title, status in rows}
