"""The tokens a project takes apart, in the project file, and the token grids that they change."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from annotator.core.splits import Split
from annotator.core.tokens import TokenGrid
from annotator.store.database import Database


def load(database: Database) -> tuple[Split, ...]:
    """Read the splits, sorted by form."""
    rows = database.execute("SELECT form, parts FROM splits ORDER BY form")
    return tuple(sorted((Split(form, tuple(json.loads(parts))) for form, parts in rows), key=lambda each: each.form))


def replace(database: Database, splits: Iterable[Split], *, at: str) -> None:
    """Make these the splits of the project; call it inside a transaction, with the grids that they change."""
    wanted = {each.form: each for each in splits}
    stored = {each.form: each for each in load(database)}
    gone = [form for form in stored if form not in wanted]
    database.executemany("DELETE FROM splits WHERE form = ?", [(form,) for form in gone])
    if any(before.parts != wanted[form].parts if form in wanted else True for form, before in stored.items()):
        database.execute("INSERT INTO settings (name, value) VALUES (?, 'true') ON CONFLICT DO NOTHING", (_JOINED,))
    database.executemany(
        "INSERT INTO splits (form, parts, added_at) VALUES (?,?,?)"
        " ON CONFLICT (form) DO UPDATE SET parts = excluded.parts",
        [(each.form, json.dumps(each.parts, ensure_ascii=False), at) for each in wanted.values()],
    )


def ever_joined(database: Database) -> bool:
    """Tell whether tokens that were apart have been joined again at some time, so that old steps may not fit."""
    return database.execute("SELECT 1 FROM settings WHERE name = ?", (_JOINED,)).fetchone() is not None


_JOINED = "tokens_joined"
"""Name of the setting that says so."""


def articles_holding(database: Database, forms: Iterable[str]) -> list[int]:
    """Return the ids of the articles in whose text one of the forms stands, as part of a longer word or not.

    The full-text index would not do: it has words, and the tokenizer also cuts inside them (``12M€``).
    """
    found: set[int] = set()
    for form in forms:
        rows = database.execute("SELECT article_id FROM texts WHERE instr(text, ?) > 0", (form,))
        found.update(id for (id,) in rows)
    return sorted(found)


def set_grid(database: Database, article: int, grid: TokenGrid) -> None:
    """Store another token grid for an article; call it inside a transaction."""
    database.execute("UPDATE texts SET tokens = ? WHERE article_id = ?", (grid.to_bytes(), article))


def spans_of(database: Database, article: int) -> Iterator[tuple[str, int, int]]:
    """Yield the name of the annotator, start and end of every span of everybody in an article."""
    yield from database.execute(
        'SELECT r.name, s.start, s."end" FROM spans s JOIN annotators r ON r.id = s.annotator_id'
        " WHERE s.article_id = ? ORDER BY s.start, s.annotator_id",
        (article,),
    )
