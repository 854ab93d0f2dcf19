"""Annotators and their annotations in the project file."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping
from functools import partial
from types import MappingProxyType
from unicodedata import normalize

from annotator.core.annotation import Annotation, Origin, Span, Status
from annotator.core.labels import Label
from annotator.core.later import Later
from annotator.core.suggestions import Decision
from annotator.core.wording import Wording
from annotator.store import settlements
from annotator.store.database import MAX_INTEGER, Database

# Looked up, not called: calling an enum for each of 20,000 spans takes longer than reading them.
_ORIGINS = {origin.value: origin for origin in Origin}
_DECISIONS = {decision.value: decision for decision in Decision}


def labels(database: Database) -> tuple[Label, ...]:
    """Return the labels of the project, in their order."""
    rows = database.execute(
        "SELECT id, name_en, name_fr, colour, key, guideline_en, guideline_fr FROM labels ORDER BY position"
    )
    return tuple(
        Label(id, Wording(en, fr), colour, key, Wording(about_en, about_fr))
        for id, en, fr, colour, key, about_en, about_fr in rows
    )


def annotators(database: Database) -> dict[int, str]:
    """Return the names of all annotators by id, that of the settled layer among them."""
    return dict(database.execute("SELECT id, name FROM annotators ORDER BY id").fetchall())


def people(database: Database) -> dict[int, str]:
    """Return the names of the annotators who are people by id."""
    return dict(database.execute("SELECT id, name FROM annotators WHERE NOT settled ORDER BY id").fetchall())


def find_annotator(database: Database, name: str) -> int | None:
    """Return the id of the annotator of that name, upper or lower case alike, accents included, or None."""
    wanted = fold_name(name)
    return next((id for id, known in annotators(database).items() if fold_name(known) == wanted), None)


def fold_name(name: str) -> str:
    """Return an annotator's name without what does not tell people apart: case, white space around, composition."""
    return normalize("NFC", name).strip().casefold()


def add_annotator(database: Database, name: str) -> int:
    """Return the id of the annotator of that name, adding one where there is none; call it in a transaction."""
    known = find_annotator(database, name)
    if known is not None:
        return known
    tidy = normalize("NFC", name).strip()
    return database.last_insert(database.execute("INSERT INTO annotators (name) VALUES (?)", (tidy,)))


def rename_annotator(database: Database, id: int, name: str) -> None:
    """Give an annotator another name; call it in a transaction."""
    database.execute("UPDATE annotators SET name = ? WHERE id = ?", (normalize("NFC", name).strip(), id))


def load(database: Database, article: int, annotator: int, *, undecided: Container[int] | None = None) -> Annotation:
    """Read one annotator's annotation of one article; an untouched one is empty, with revision 0.

    Args:
        database: the project file.
        article: id of the article.
        annotator: id of the annotator.
        undecided: ids of suggestions known to be undecided. Where it is given, the decisions on others are read when
            one of them is first looked up, for which the file must still be open.
    """
    row = database.execute(
        "SELECT revision, status, flagged, note, trashed FROM annotations WHERE article_id = ? AND annotator_id = ?",
        (article, annotator),
    ).fetchone()
    if row is None:
        return Annotation(article, annotator)
    decided: Mapping[int, Decision]
    if undecided is None:
        decided = MappingProxyType(decisions(database, article, annotator))
    else:
        decided = Later(partial(decisions, database, article, annotator), absent=undecided)
    revision, status, flagged, note, trashed = row
    return Annotation(
        article,
        annotator,
        revision,
        Status(status),
        spans(database, article, annotator),
        decided,
        flagged=flagged == 1,
        note=note,
        trashed=trashed == 1,
        settled=settlements.of_annotation(database, article, annotator),
    )


def load_many(database: Database, articles: Iterable[int], annotator: int) -> dict[int, Annotation]:
    """Read one annotator's annotations of many articles, by article, in the statements that `load` takes for one."""
    asked = list(articles)
    if len(asked) == 1:
        return {asked[0]: load(database, asked[0], annotator)}
    nothing: Mapping[int, Decision] = MappingProxyType({})
    found = {article: Annotation(article, annotator, decisions=nothing) for article in asked}
    values = {"articles": json.dumps(asked), "who": annotator}
    where = "article_id IN (SELECT value FROM json_each(:articles))"
    rows = database.execute(
        "SELECT article_id, revision, status, flagged, note, trashed FROM annotations"
        f" WHERE {where} AND annotator_id = :who",
        values,
    ).fetchall()
    if not rows:
        return found
    spans: defaultdict[int, list[Span]] = defaultdict(list)
    for article, id, start, end, label, origin, suggestion, note in database.execute(
        'SELECT article_id, id, start, "end", label_id, origin, suggestion_id, note FROM spans'
        f" WHERE {where} AND annotator_id = :who ORDER BY article_id, start",
        values,
    ):
        spans[article].append(Span(id, start, end, label, _ORIGINS[origin], suggestion, note))
    decided: defaultdict[int, dict[int, Decision]] = defaultdict(dict)
    for article, suggestion, decision in database.execute(
        "SELECT s.article_id, d.suggestion_id, d.decision FROM suggestions s"
        " JOIN decisions d ON d.suggestion_id = s.id AND d.annotator_id = :who"
        f" WHERE s.{where} AND d.decision <> 'pending'",
        values,
    ):
        decided[article][suggestion] = _DECISIONS[decision]
    settled = settlements.of_annotations(database, asked, annotator)
    for article, revision, status, flagged, note, trashed in rows:
        found[article] = Annotation(
            article,
            annotator,
            revision,
            Status(status),
            tuple(spans.get(article, ())),
            MappingProxyType(decided.get(article, {})),
            flagged=flagged == 1,
            note=note,
            trashed=trashed == 1,
            settled=settled[article],
        )
    return found


def decisions(database: Database, article: int, annotator: int) -> dict[int, Decision]:
    """Read what an annotator decided of the suggestions of an article, by id; those undecided are not in it."""
    return {
        suggestion: _DECISIONS[decision]
        for suggestion, decision in database.execute(
            "SELECT d.suggestion_id, d.decision FROM suggestions s JOIN decisions d ON d.suggestion_id = s.id"
            " WHERE s.article_id = ? AND d.annotator_id = ? AND d.decision <> 'pending'",
            (article, annotator),
        )
    }


def spans(
    database: Database, article: int, annotator: int, *, first: int = 0, last: int = MAX_INTEGER
) -> tuple[Span, ...]:
    """Read the spans of an annotation that start from ``first`` up to and with ``last``, in text order."""
    rows = database.execute(
        'SELECT id, start, "end", label_id, origin, suggestion_id, note FROM spans'
        " WHERE article_id = ? AND annotator_id = ? AND start BETWEEN ? AND ? ORDER BY start",
        (article, annotator, first, last),
    )
    return tuple(
        [
            Span(id, start, end, label, _ORIGINS[origin], suggestion, note)
            for id, start, end, label, origin, suggestion, note in rows
        ]
    )


def of_others(database: Database, article: int, annotator: int) -> list[Annotation]:
    """Read what all people but one made of an article: spans and status, decisions and remarks left out."""
    rows = database.execute(
        "SELECT annotator_id, revision, status, trashed FROM annotations WHERE article_id = ? AND annotator_id <> ?"
        f" AND {_OF_PEOPLE} ORDER BY annotator_id",
        (article, annotator),
    ).fetchall()
    return [
        Annotation(article, other, revision, Status(status), spans(database, article, other), trashed=trashed == 1)
        for other, revision, status, trashed in rows
    ]


def revisions(database: Database, article: int) -> dict[int, int]:
    """Return the revision of every person's annotation of an article, by annotator."""
    rows = database.execute(
        f"SELECT annotator_id, revision FROM annotations WHERE article_id = ? AND {_OF_PEOPLE}", (article,)
    )
    return dict(rows.fetchall())


_OF_PEOPLE = "annotator_id NOT IN (SELECT id FROM annotators WHERE settled)"


def of_annotator(database: Database, annotator: int, statuses: Iterable[Status]) -> Iterator[tuple[int, Status]]:
    """Yield ``(article id, status)`` of every article, those the annotator never touched being new."""
    wanted = {status.value for status in statuses}
    rows = database.execute(
        "SELECT a.id, coalesce(n.status, 'new') FROM articles a"
        " LEFT JOIN annotations n ON n.article_id = a.id AND n.annotator_id = ? ORDER BY a.id",
        (annotator,),
    ).fetchall()
    return ((id, Status(status)) for id, status in rows if status in wanted)


def statuses(database: Database) -> Iterator[tuple[int, int, Status | None]]:
    """Yield ``(article id, annotator id, status)`` of every annotation, by article; None is the trash."""
    rows = database.execute(
        "SELECT article_id, annotator_id, CASE WHEN trashed THEN NULL ELSE status END FROM annotations"
        " ORDER BY article_id, annotator_id"
    )
    return ((article, annotator, None if status is None else Status(status)) for article, annotator, status in rows)


def extents(database: Database, article: int, annotator: int) -> list[tuple[int, int, str]]:
    """Return ``(start, end, label id)`` of the spans of an annotation, in text order."""
    return database.execute(
        'SELECT start, "end", label_id FROM spans WHERE article_id = ? AND annotator_id = ? ORDER BY start',
        (article, annotator),
    ).fetchall()
