"""Signatures of texts in the project file, by which texts that are nearly the same are found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from annotator.store.database import Database


def load(database: Database, *, version: str) -> Iterator[tuple[int, bytes]]:
    """Yield ``(article id, signature)`` of the articles that have one of this version, in the order of import."""
    yield from database.execute(
        "SELECT article_id, minhash FROM signatures WHERE version = ? ORDER BY article_id", (version,)
    )


def missing(database: Database, *, version: str) -> list[int]:
    """Return the ids of the articles that have no signature of this version, in the order of import."""
    rows = database.execute(
        "SELECT id FROM articles a WHERE NOT EXISTS"
        " (SELECT 1 FROM signatures s WHERE s.article_id = a.id AND s.version = ?) ORDER BY id",
        (version,),
    )
    return [id for (id,) in rows]


def save(database: Database, signatures: Iterable[tuple[int, bytes]], *, version: str) -> None:
    """Store signatures by article, in place of older ones; call it inside a transaction.

    Articles that are gone by now are passed over.
    """
    database.executemany(
        "INSERT INTO signatures (article_id, version, minhash)"
        " SELECT id, ?, ? FROM articles WHERE id = ?"
        " ON CONFLICT (article_id) DO UPDATE SET version = excluded.version, minhash = excluded.minhash",
        ((version, signature, article) for article, signature in signatures),
    )
