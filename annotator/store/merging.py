"""A merge in the project file: articles, suggestions and edits of copies come in, and what came is remembered."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from annotator.core.edits import Edit, backwards, changes_to_json
from annotator.store.annotations import add_annotator, find_annotator, people
from annotator.store.copies import CopiedArticle, CopiedSuggestion, LogRow
from annotator.store.database import Database
from annotator.store.settlements import add_layer


class Begun(NamedTuple):
    """A merge under way.

    Attributes:
        id: under which the project will remember it.
        step: of its edits.
        last_article: the highest id that an article ever had.
        last_suggestion: the same of suggestions.
    """

    id: int
    step: int
    last_article: int
    last_suggestion: int


def begin(database: Database, *, at: str, sources: Sequence[str], options: Mapping[str, Any]) -> Begun:
    """Begin a merge; call it inside the transaction that does it all."""
    highest = "max(coalesce((SELECT max(id) FROM articles), 0), coalesce((SELECT max(last_article) FROM imports), 0))"
    last, step = database.execute(f"SELECT {highest}, (SELECT coalesce(max(id), 0) + 1 FROM edits)").fetchone()
    cursor = database.execute(
        "INSERT INTO imports (at, sources, options, report, state, last_edit, last_article, labels, annotators, kind)"
        " VALUES (?,?,?,'{}','done',0,?,'[]','[]','merge')",
        (at, _json(list(sources)), _json(dict(options)), last),
    )
    return Begun(database.last_insert(cursor), step, last, _last_suggestion(database))


def finish(
    database: Database,
    begun: Begun,
    *,
    report: Mapping[str, Any],
    labels: Sequence[str],
    annotators: Sequence[int],
    replaced: Mapping[str, Any],
) -> None:
    """Remember what a merge brought and what it is needed to take it back."""
    last_edit = int(database.execute("SELECT coalesce(max(id), 0) FROM edits").fetchone()[0])
    last_article = int(database.execute("SELECT coalesce(max(id), 0) FROM articles").fetchone()[0])
    suggested = _last_suggestion(database)
    some = suggested > begun.last_suggestion
    database.execute(
        "UPDATE imports SET report = ?, labels = ?, annotators = ?, replaced = ?, step = ?, last_edit = ?,"
        " last_article = ?, first_suggestion = ?, last_suggestion = ? WHERE id = ?",
        (
            _json(dict(report)),
            _json(list(labels)),
            _json(list(annotators)),
            _json(dict(replaced)),
            begun.step if last_edit >= begun.step else None,
            last_edit,
            max(begun.last_article, last_article),
            begun.last_suggestion + 1 if some else None,
            suggested if some else None,
            begun.id,
        ),
    )


def _last_suggestion(database: Database) -> int:
    row = database.execute("SELECT seq FROM sqlite_sequence WHERE name = 'suggestions'").fetchone()
    return 0 if row is None else int(row[0])


def ids_by_hash(database: Database, hashes: Iterable[str]) -> dict[str, int]:
    """Return the articles that have one of some texts, by its hash."""
    rows = database.execute(
        "SELECT a.hash, a.id FROM json_each(?) j JOIN articles a ON a.hash = j.value", (json.dumps(list(hashes)),)
    )
    return dict(rows.fetchall())


def titles(database: Database, articles: Iterable[int]) -> dict[int, str]:
    """Return the titles of articles."""
    rows = database.execute(
        "SELECT id, title FROM articles WHERE id IN (SELECT value FROM json_each(?))", (json.dumps(list(articles)),)
    )
    return dict(rows.fetchall())


def add_articles(database: Database, articles: Sequence[tuple[int, CopiedArticle, bytes]], *, import_id: int) -> None:
    """Store articles of a copy.

    Args:
        database: the project file.
        articles: each with the id that it gets, and its token grid.
        import_id: of the merge.
    """
    database.executemany(
        "INSERT INTO articles (id, hash, title, source, date, meta, length, imported_at, suggested_by, import_id)"
        " VALUES (?,?,?,?,?,?,?,?,?,?)",
        [(id, *each[1:9], import_id) for id, each, _ in articles],
    )
    database.executemany(
        "INSERT INTO texts (article_id, text, tokens, tokenizer, original, offsets) VALUES (?,?,?,?,?,?)",
        [(id, each.text, tokens, *each[11:]) for id, each, tokens in articles],
    )


def add_signatures(database: Database, signatures: Iterable[tuple[int, str, bytes]]) -> None:
    """Store the signatures of articles."""
    database.executemany("INSERT INTO signatures (article_id, version, minhash) VALUES (?,?,?)", signatures)


def match_suggestions(
    database: Database, theirs: Sequence[CopiedSuggestion], articles: Mapping[int, int], *, active: bool = False
) -> dict[int, int]:
    """Return the suggestions here that are those of a copy, by their ids there; what is missing comes in.

    Args:
        database: the project file.
        theirs: suggestions of the copy.
        articles: ids of the articles here, by those in the copy.
        active: let those that come in be proposed as they are there; otherwise they stand for what was decided alone.
    """
    here: dict[tuple[Any, ...], list[int]] = {}
    wanted = {articles[each.article] for each in theirs}
    for id, *key in database.execute(
        'SELECT id, article_id, start, "end", label_id, rule, pipeline FROM suggestions'
        " WHERE article_id IN (SELECT value FROM json_each(?)) ORDER BY id",
        (json.dumps(sorted(wanted)),),
    ):
        here.setdefault(tuple(key), []).append(id)
    found: dict[int, int] = {}
    for each in theirs:
        key = articles[each.article], each.start, each.end, each.label, each.rule, each.pipeline
        ids = here.get(key)
        if ids is None:
            cursor = database.execute(
                'INSERT INTO suggestions (article_id, start, "end", label_id, rule, reason_fr, reason_en, tier,'
                " pipeline, active) VALUES (?,?,?,?,?,?,?,?,?,?)",
                (key[0], *each[2:10], each.active if active else 0),
            )
            ids = here[key] = [database.last_insert(cursor)]
        found[each.id] = each.id if each.id in ids else ids[0]
    return found


def count_suggestions(database: Database, articles: Iterable[int]) -> None:
    """Note how many active suggestions of each tier articles have."""
    database.execute(
        "UPDATE articles SET (sure, likely, unsure) = (SELECT coalesce(sum(tier = 'sure'), 0),"
        " coalesce(sum(tier = 'likely'), 0), coalesce(sum(tier = 'unsure'), 0)"
        " FROM suggestions s WHERE s.article_id = articles.id AND s.active)"
        " WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(articles)),),
    )


def extents(database: Database, suggestions: Iterable[int]) -> dict[int, tuple[int, int, str]]:
    """Return start, end and label of suggestions."""
    rows = database.execute(
        'SELECT id, start, "end", label_id FROM suggestions WHERE id IN (SELECT value FROM json_each(?))',
        (json.dumps(list(suggestions)),),
    )
    return {id: (start, end, label) for id, start, end, label in rows}


def annotator_like(database: Database, name: str, *, settled: bool) -> tuple[int, bool]:
    """Return the annotator that one of a copy is here, and whether they had to be made."""
    before = {id for (id,) in database.execute("SELECT id FROM annotators")}
    if settled:
        id = add_layer(database)
    else:
        known = find_annotator(database, name)
        # A person may be called as the settled layer is here.
        id = add_annotator(database, name if known is None or known in people(database) else f"{name} (2)")
    return id, id not in before


def keep(database: Database, rows: Iterable[LogRow], *, import_id: int) -> None:
    """Keep edits that copies brought, and what was decided between them."""
    database.executemany(
        "INSERT INTO merged_edits (import_id, article_id, annotator_id, by_id, at, ordinal, verb, kind, changes)"
        " VALUES (?,?,?,?,?,?,?,?,?)",
        [(import_id, *row) for row in rows],
    )


def log_edits(database: Database, edits: Sequence[Edit], *, step: int, at: str, by: int | None) -> None:
    """Log edits of a merge, which may come in several portions and are one step."""
    database.executemany(
        "INSERT INTO edits (step, at, annotator_id, article_id, by_id, verb, kind, state, changes, inverse)"
        " VALUES (?,?,?,?,?,?,'edit','done',?,?)",
        [
            (
                step,
                at,
                edit.annotator,
                edit.article,
                None if by == edit.annotator else by,
                edit.verb.value,
                changes_to_json(edit.changes),
                changes_to_json(backwards(edit.changes)),
            )
            for edit in edits
        ],
    )


def _json(value: Any) -> str:
    # Half a surrogate pair, as a strange file name may hold, stays as its JSON escape.
    return json.dumps(value, ensure_ascii=False).encode("utf-8", "backslashreplace").decode()
