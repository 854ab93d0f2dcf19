"""Articles in the project file: their texts, token grids, and the list of them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from annotator.core.article import Article
from annotator.core.errors import UserError
from annotator.core.tokens import TokenGrid
from annotator.store.database import Database

if TYPE_CHECKING:
    from annotator.core.text import OffsetMap


class NewArticle(NamedTuple):
    """An article about to be stored; the fields are those of `Article` and of the text hygiene."""

    hash: str
    title: str
    source: str
    text: str
    grid: TokenGrid
    tokenizer: str
    date: str | None
    meta: Mapping[str, Any]
    original: str | None
    offsets: OffsetMap


def insert(database: Database, articles: Sequence[NewArticle], *, at: str) -> range:
    """Store articles and return their ids, in order; call it inside a transaction."""
    first = database.execute("SELECT coalesce(max(id), 0) + 1 FROM articles").fetchone()[0]
    ids = range(first, first + len(articles))
    database.executemany(
        "INSERT INTO articles (id, hash, title, source, date, meta, length, imported_at) VALUES (?,?,?,?,?,?,?,?)",
        (
            (id, new.hash, new.title, new.source, new.date, meta_to_json(new.meta), len(new.text), at)
            for id, new in zip(ids, articles, strict=True)
        ),
    )
    database.executemany(
        "INSERT INTO texts (article_id, text, tokens, tokenizer, original, offsets) VALUES (?,?,?,?,?,?)",
        (
            (
                id,
                new.text,
                new.grid.to_bytes(),
                new.tokenizer,
                new.original,
                None if new.original is None else new.offsets.to_json(),
            )
            for id, new in zip(ids, articles, strict=True)
        ),
    )
    return ids


class Known(NamedTuple):
    """An article whose text was looked for.

    Attributes:
        id: the article.
        title: its title.
        trashed: whether it lies in the trash.
    """

    id: int
    title: str
    trashed: bool


def known(database: Database, hashes: Sequence[str], *, annotator: int | None = None) -> dict[str, Known]:
    """Return the stored articles with one of these text hashes, by hash.

    Args:
        database: the project file.
        hashes: hashes of texts.
        annotator: whose trash counts; None for everybody's.
    """
    found: dict[str, Known] = {}
    for at in range(0, len(hashes), 500):
        some = hashes[at : at + 500]
        places = ",".join("?" * len(some))
        whose = "" if annotator is None else " AND n.annotator_id = ?"
        rows = database.execute(
            "SELECT hash, id, title, EXISTS (SELECT 1 FROM annotations n"
            f" WHERE n.article_id = a.id AND n.trashed{whose}) FROM articles a WHERE hash IN ({places})",
            (*([] if annotator is None else [annotator]), *some),
        )
        found |= {hash: Known(id, title, trashed == 1) for hash, id, title, trashed in rows}
    return found


def load(database: Database, id: int) -> Article:
    """Read one article.

    Raises:
        UserError: there is none with that id.
    """
    for article in iterate(database, [id]):
        return article
    raise UserError(f"there is no article {id} in {database.path}.", f"Il n'y a pas d'article {id} dans le projet.")


def iterate(database: Database, ids: Iterable[int]) -> Iterator[Article]:
    """Read articles one after the other, in the order of ``ids``; ids that are not there are passed over."""
    for id in ids:
        row = database.execute(
            "SELECT a.id, a.title, a.source, t.text, t.tokens, a.date, a.meta"
            " FROM articles a JOIN texts t ON t.article_id = a.id WHERE a.id = ?",
            (id,),
        ).fetchone()
        if row is not None:
            number, title, source, text, tokens, date, meta = row
            yield Article(number, title, source, text, TokenGrid.from_bytes(tokens), date, json.loads(meta))


def title(database: Database, id: int) -> str:
    """Return the title of an article; empty where there is none with that id."""
    row = database.execute("SELECT title FROM articles WHERE id = ?", (id,)).fetchone()
    return "" if row is None else str(row[0])


def texts(database: Database, ids: Iterable[int]) -> Iterator[tuple[int, str]]:
    """Read ``(id, text)`` of articles one after the other, without their grids."""
    for id in ids:
        yield from database.execute("SELECT article_id, text FROM texts WHERE article_id = ?", (id,))


def tokenizer_of(database: Database, id: int) -> str:
    """Return which tokenizer made the grid of an article."""
    return str(database.execute("SELECT tokenizer FROM texts WHERE article_id = ?", (id,)).fetchone()[0])


def ids(database: Database) -> list[int]:
    """Return the id of every article, in the order of import."""
    return [id for (id,) in database.execute("SELECT id FROM articles ORDER BY id")]


def find(database: Database, wanted: str) -> int:
    """Return the id of the article a person means by an id, a title or the beginning of one.

    Raises:
        UserError: none fits, or more than one does.
    """
    if wanted.isdecimal() and len(wanted) < 19:  # SQLite's integers go no further
        row = database.execute("SELECT id FROM articles WHERE id = ?", (int(wanted),)).fetchone()
        if row is not None:
            return int(row[0])
    pattern = wanted.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%"
    rows = database.execute("SELECT id, title FROM articles WHERE title LIKE ? ESCAPE '\\'", (pattern,)).fetchall()
    exact = [row for row in rows if row[1] == wanted]
    if len(exact or rows) == 1:
        return int((exact or rows)[0][0])
    if rows:
        listed = ", ".join(f"{id} “{title}”" for id, title in rows[:5])
        raise UserError(
            f"“{wanted}” fits {len(rows)} articles ({listed}); give the id.",
            f"« {wanted} » convient à {len(rows)} articles ({listed}) ; donnez le numéro.",
        )
    raise UserError(
        f"no article has the id or title “{wanted}”.", f"Aucun article n'a le numéro ou le titre « {wanted} »."
    )


def meta_to_json(meta: Mapping[str, Any]) -> str:
    """Write the metadata of an article as the file holds it."""
    written = json.dumps(meta, ensure_ascii=False, sort_keys=True)
    return written.encode("utf-8", "backslashreplace").decode()  # half a surrogate pair stays as its JSON escape
