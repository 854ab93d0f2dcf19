"""Lists of articles: which ones, in which order, and what a list shows of each."""

from __future__ import annotations

import json
import re
from array import array
from collections.abc import Iterable, Sequence
from contextlib import suppress
from weakref import WeakKeyDictionary

from annotator.core.annotation import Status
from annotator.core.article import ArticleSummary
from annotator.core.errors import UserError
from annotator.core.listing import ArticleQuery, Sort, as_sorted, asks_beginning, in_order, search_terms, spellings
from annotator.store.database import Database
from annotator.store.undecided import IN_ARTICLE, count_again

_MOST_AT_ONCE = 900  # parameters of one statement; every SQLite takes 999

_JOINED = "articles a LEFT JOIN annotations n ON n.article_id = a.id AND n.annotator_id = :who"
_TRASH = "SELECT article_id FROM annotations WHERE annotator_id = :who AND trashed"
_OWN_SPANS = "SELECT article_id FROM spans WHERE annotator_id = :who"
_UNDECIDED = (
    "coalesce(n.pending_sure, a.sure) + coalesce(n.pending_likely, a.likely) + coalesce(n.pending_unsure, a.unsure)"
)
_TEXTS = {Sort.TITLE: "title", Sort.SOURCE: "source"}
_BEYOND_IDS = re.compile(r"\ba\.(?!rowid)")
_KEYS = {
    Sort.DATE: "coalesce(a.date, '')",
    Sort.UNDECIDED: _UNDECIDED,
    Sort.DOUBTFUL: "(coalesce(n.pending_unsure, a.unsure) << 24) + coalesce(n.pending_likely, a.likely)",
    Sort.CHANGED: "coalesce(n.changed_at, '')",
}


def find(database: Database, query: ArticleQuery, *, annotator: int) -> array[int]:
    """Return the ids of the articles that fit a query, in its order.

    Where numbers have to be counted first and the file may not be written, those stored last are what counts.
    """
    with suppress(UserError):
        count_again(database, annotator)
    conditions, values = _conditions(query, annotator)
    key = _KEYS.get(query.sort)
    rows = f"SELECT a.rowid AS id, {key or 'NULL'} AS key FROM {_tables(query, [*conditions, key or ''], values)}"
    # As texts of JSON, 100,000 ids arrive in half the time that they take as rows.
    ids, keys = database.execute(
        f"SELECT json_group_array(id), {'json_group_array(key)' if key else 'NULL'}"
        f" FROM ({rows} AND {' AND '.join(conditions)} ORDER BY a.rowid)",
        values,
    ).fetchone()
    found = json.loads(ids)
    if query.sort in _TEXTS:
        ranks = _ranks(database, query.sort)
        return array("q", in_order(found, [ranks[id] for id in found], query))
    return array("q", in_order(found, json.loads(keys) if key else found, query))


_known_ranks: WeakKeyDictionary[Database, dict[Sort, tuple[tuple[int, str], array[int]]]] = WeakKeyDictionary()


def _ranks(database: Database, sort: Sort) -> array[int]:
    """Return at which place articles stand by title or source, by id; those that are alike stand at the same.

    Neither ever changes, so that this is found out once for all articles, and again when there are others.
    """
    last = database.execute("SELECT id, hash FROM articles ORDER BY id DESC LIMIT 1").fetchone() or (0, "")
    known = _known_ranks.setdefault(database, {})
    if sort not in known or known[sort][0] != last:
        ids, texts = database.execute(
            f"SELECT json_group_array(id), json_group_array({_TEXTS[sort]}) FROM articles WHERE id <= ?", (last[0],)
        ).fetchone()
        keys = as_sorted(json.loads(texts))
        places = {key: place for place, key in enumerate(sorted(set(keys)))}
        ranks = array("q", bytes(8 * (last[0] + 1)))
        for id, key in zip(json.loads(ids), keys, strict=True):
            ranks[id] = places[key]
        known[sort] = last, ranks
    return known[sort][1]


def _tables(query: ArticleQuery, asked: Sequence[str], values: dict[str, object]) -> str:
    """Return the tables to look into, with the first condition; the fewer, the sooner the answer is there.

    Conditions and keys that are only about ids (``a.rowid``) need no articles where the index of words has them all.
    """
    joined = any("n." in each for each in asked)
    words = bool(search_terms(query.words))
    if words:
        values["words"] = _match(query.words)
    if words and not joined and not any(_BEYOND_IDS.search(each) for each in asked):
        return "search a WHERE a.search MATCH :words"
    found = "a.rowid IN (SELECT rowid FROM search WHERE search MATCH :words)" if words else "1"
    return f"{_JOINED if joined else 'articles a'} WHERE {found}"


def _conditions(query: ArticleQuery, annotator: int) -> tuple[list[str], dict[str, object]]:
    """Return the conditions of a query in SQL, each to hold, and the values they name."""
    values: dict[str, object] = {"who": annotator}

    def places(wanted: Iterable[object]) -> str:
        named = {f"v{place}": value for place, value in enumerate(wanted, len(values))}
        values.update(named)
        return "(" + ", ".join(f":{name}" for name in named) + ")"

    conditions = [f"a.rowid {'IN' if query.trashed else 'NOT IN'} ({_TRASH})"]
    if query.statuses:
        conditions.append(f"coalesce(n.status, 'new') IN {places(status.value for status in query.statuses)}")
    conditions += [f"a.rowid IN ({_OWN_SPANS} AND label_id = {places([label])})" for label in sorted(query.labels)]
    if query.without:
        conditions.append(f"a.rowid NOT IN ({_OWN_SPANS} AND label_id IN {places(sorted(query.without))})")
    if query.undecided is not None:
        conditions.append(f"({_UNDECIDED} > 0) = {places([query.undecided])}")
    if query.flagged is not None:
        conditions.append(f"coalesce(n.flagged, 0) = {places([query.flagged])}")
    if query.noted is not None:
        noted = f"n.note IS NOT NULL OR a.rowid IN ({_OWN_SPANS} AND note IS NOT NULL)"
        conditions.append(f"({noted}) = {places([query.noted])}")
    if query.source:
        pattern = query.source.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
        conditions.append(f"a.source LIKE {places([f'%{pattern}%'])} ESCAPE '\\'")
    if query.since:
        conditions.append(f"a.date >= {places([query.since])}")
    if query.until:
        conditions.append(f"substr(a.date, 1, {len(query.until)}) <= {places([query.until])}")
    if query.finished_by:
        others = places(sorted(query.finished_by))
        finished = f"SELECT article_id FROM annotations WHERE annotator_id IN {others}"
        conditions.append(f"a.rowid IN ({finished} AND status = 'finished' AND NOT trashed)")
    if query.among is not None:
        # As JSON, since no statement takes more than some hundred values.
        conditions.append(f"a.rowid IN (SELECT value FROM json_each{places([json.dumps(sorted(query.among))])})")
    return conditions, values


def _match(words: str) -> str:
    """Return a query for FTS5 in which every term is quoted, so that nothing in it is taken for syntax."""
    terms = [[_quoted(spelling) for spelling in spellings(term)] for term in search_terms(words)]
    if asks_beginning(words):
        terms[-1] = [f"{spelling}*" for spelling in terms[-1]]
    return " AND ".join(f"({' OR '.join(variants)})" for variants in terms)


def _quoted(term: str) -> str:
    return '"' + term.replace('"', '""') + '"'


def summaries(database: Database, ids: Sequence[int], *, annotator: int) -> list[ArticleSummary]:
    """Return what a list shows of articles, in the order of ``ids``; ids that are not there are passed over."""
    found = {}
    for at in range(0, len(ids), _MOST_AT_ONCE):
        some = ids[at : at + _MOST_AT_ONCE]
        rows = database.execute(
            "SELECT a.id, a.title, a.source, a.date, a.length, coalesce(n.status, 'new'),"
            f" a.sure + a.likely + a.unsure, {IN_ARTICLE}, n.flagged, n.note, n.changed_at FROM {_JOINED}"
            f" WHERE a.id IN ({', '.join(f':i{place}' for place in range(len(some)))})",
            {"who": annotator, **{f"i{place}": id for place, id in enumerate(some)}},
        )
        for id, title, source, date, length, status, suggested, undecided, flagged, note, changed_at in rows:
            found[id] = ArticleSummary(
                id, title, source, date, length, Status(status), suggested, undecided, flagged == 1, note, changed_at
            )
    return [found[id] for id in ids if id in found]


def beginnings(database: Database, ids: Sequence[int], *, length: int) -> dict[int, str]:
    """Return the first ``length`` code points of the texts of articles, by id."""
    found: dict[int, str] = {}
    for at in range(0, len(ids), _MOST_AT_ONCE):
        some = ids[at : at + _MOST_AT_ONCE]
        places = ", ".join("?" * len(some))
        found.update(
            database.execute(
                f"SELECT article_id, substr(text, 1, ?) FROM texts WHERE article_id IN ({places})", (length, *some)
            )
        )
    return found


def count_statuses(database: Database, annotator: int) -> dict[Status, int]:
    """Return how many articles that an annotator did not throw away are in each status."""
    rows = database.execute(
        "SELECT status, trashed, count(*) FROM annotations WHERE annotator_id = ? GROUP BY 1, 2", (annotator,)
    ).fetchall()
    counts = dict.fromkeys(Status, 0)
    counts[Status.NEW] = database.execute("SELECT count(*) FROM articles").fetchone()[0]
    for status, trashed, count in rows:
        counts[Status.NEW] -= count
        if not trashed:
            counts[Status(status)] += count
    return counts


def count_trashed(database: Database, annotator: int) -> int:
    """Return how many articles lie in an annotator's trash."""
    row = database.execute("SELECT count(*) FROM annotations WHERE annotator_id = ? AND trashed", (annotator,))
    return int(row.fetchone()[0])


def unfinished(database: Database, ids: Sequence[int], *, annotator: int) -> int | None:
    """Return the first of some articles that an annotator did not finish, set aside or throw away, or None."""
    at, many = 0, 50
    while at < len(ids):
        some = ids[at : at + many]
        over = {
            id
            for (id,) in database.execute(
                "SELECT article_id FROM annotations WHERE annotator_id = ? AND article_id IN"
                f" ({', '.join('?' * len(some))}) AND (status IN ('finished', 'set aside') OR trashed)",
                (annotator, *some),
            )
        }
        if len(over) < len(some):
            return next(id for id in some if id not in over)
        at, many = at + many, _MOST_AT_ONCE
    return None
