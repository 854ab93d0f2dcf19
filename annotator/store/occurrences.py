"""Which articles may hold given words, by the index of words; what they really hold is for others to see."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from annotator.core.annotation import Status
from annotator.core.occurrences import phrases
from annotator.core.tokens import TokenGrid
from annotator.store.database import Database


class Candidate(NamedTuple):
    """An article that may hold what is looked for, as one annotator has it.

    Attributes:
        id: the article.
        title: its title.
        text: its text.
        grid: its tokens.
        status: how far the annotator is with it.
    """

    id: int
    title: str
    text: str
    grid: TokenGrid
    status: Status


def count(database: Database, words: Sequence[tuple[str, ...]]) -> int:
    """Return how many articles may hold a phrase.

    Args:
        database: the project file.
        words: those of the phrase, each in the forms it may take, as `annotator.core.occurrences.searched_words`
            gives them; where there are none, every article may.
    """
    if not words:
        return int(database.execute("SELECT count(*) FROM articles").fetchone()[0])
    found = database.execute("SELECT count(*) FROM search WHERE search MATCH ?", (_match(words),)).fetchone()
    return int(found[0])


def find(database: Database, words: Sequence[tuple[str, ...]], *, after: int, most: int) -> list[int]:
    """Return the ids of articles that may hold a phrase, in the order of import.

    Args:
        database: the project file.
        words: as for `count`.
        after: the id to go on from; 0 begins.
        most: how many at most.
    """
    if not words:
        rows = database.execute("SELECT id FROM articles WHERE id > ? ORDER BY id LIMIT ?", (after, most))
    else:
        rows = database.execute(
            "SELECT rowid FROM search WHERE search MATCH ? AND rowid > ? ORDER BY rowid LIMIT ?",
            (_match(words), after, most),
        )
    return [id for (id,) in rows]


def length(database: Database, article: int) -> int:
    """Return how long the text of an article is, in code points; 0 where there is no such article."""
    row = database.execute("SELECT length FROM articles WHERE id = ?", (article,)).fetchone()
    return 0 if row is None else int(row[0])


def read(database: Database, ids: Iterable[int], annotator: int) -> Iterator[Candidate]:
    """Read articles one after the other; those in the annotator's trash are passed over."""
    for id in ids:
        row = database.execute(
            "SELECT a.title, t.text, t.tokens, coalesce(n.status, 'new') FROM articles a"
            " JOIN texts t ON t.article_id = a.id"
            " LEFT JOIN annotations n ON n.article_id = a.id AND n.annotator_id = ?"
            " WHERE a.id = ? AND NOT coalesce(n.trashed, 0)",
            (annotator, id),
        ).fetchone()
        if row is not None:
            title, text, tokens, status = row
            yield Candidate(id, title, text, TokenGrid.from_bytes(tokens), Status(status))


def _match(words: Sequence[tuple[str, ...]]) -> str:
    """Return what asks the index for a phrase: in all its forms, or, where these are too many, for all its words."""
    listed = phrases(words)
    if listed:
        return "text : (" + " OR ".join(f'"{" ".join(phrase)}"' for phrase in listed) + ")"
    return "text : (" + " AND ".join("(" + " OR ".join(f'"{form}"' for form in forms) + ")" for forms in words) + ")"
