"""The project's own lexicon in the project file: its words, and the rules it wants silent."""

from __future__ import annotations

from annotator.core.lexicon import Entry, Lexicon
from annotator.store.database import Database


def load(database: Database) -> Lexicon:
    """Read the lexicon, its entries in alphabetical order."""
    entries = database.execute("SELECT form, label_id, note FROM lexicon ORDER BY form COLLATE NOCASE, form")
    rules = database.execute("SELECT rule FROM silent_rules")
    return Lexicon(
        tuple(Entry(form, label, note) for form, label, note in entries), frozenset(rule for (rule,) in rules)
    )


def put(database: Database, entry: Entry, *, at: str) -> None:
    """Add an entry, or give the one of the same form another label and note; call it inside a transaction."""
    database.execute(
        "INSERT INTO lexicon (form, label_id, note, added_at) VALUES (?,?,?,?)"
        " ON CONFLICT (form) DO UPDATE SET label_id = excluded.label_id, note = excluded.note",
        (entry.form, entry.label, entry.note, at),
    )


def remove(database: Database, form: str) -> bool:
    """Remove the entry of a form and tell whether there was one; call it inside a transaction."""
    return database.execute("DELETE FROM lexicon WHERE form = ?", (form,)).rowcount > 0


def silence(database: Database, rule: str, *, silent: bool) -> None:
    """Silence a rule, or let it speak again; call it inside a transaction."""
    if silent:
        database.execute("INSERT INTO silent_rules (rule) VALUES (?) ON CONFLICT DO NOTHING", (rule,))
    else:
        database.execute("DELETE FROM silent_rules WHERE rule = ?", (rule,))
