"""The project's own lexicon in the project file: its words, the rules it wants silent, the tokens it takes apart."""

from __future__ import annotations

import json
from collections.abc import Mapping

from annotator.core.lexicon import Entry, Lexicon
from annotator.store import splits
from annotator.store.database import Database


def load(database: Database) -> Lexicon:
    """Read the lexicon, its entries in alphabetical order."""
    entries = database.execute("SELECT form, label_id, note FROM lexicon ORDER BY form COLLATE NOCASE, form")
    rules = database.execute("SELECT rule FROM silent_rules")
    return Lexicon(
        tuple(Entry(form, label, note) for form, label, note in entries),
        frozenset(rule for (rule,) in rules),
        splits.load(database),
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


def remembered(database: Database) -> dict[str, Lexicon]:
    """Return what earlier pipelines were taught, by the name of the pipeline; what cannot be read is not there."""
    row = database.execute("SELECT value FROM settings WHERE name = ?", (_TAUGHT,)).fetchone()
    try:
        return {} if row is None else {name: Lexicon.from_json(each) for name, each in json.loads(row[0]).items()}
    except (ValueError, KeyError, TypeError, AttributeError):
        return {}  # as if nothing were known: everything is read again


def remember(database: Database, taught: Mapping[str, Lexicon]) -> None:
    """Remember what pipelines were taught, and nothing else; call it inside a transaction."""
    written = json.dumps({name: each.to_json() for name, each in taught.items()}, ensure_ascii=False)
    database.execute(
        "INSERT INTO settings (name, value) VALUES (?,?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        (_TAUGHT, written),
    )


_TAUGHT = "taught"
"""Name of the setting that holds what the pipelines were taught that articles were read by."""
