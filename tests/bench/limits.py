"""What the benchmarks of the window and the session share: a text made up, and the raw limit of one commit."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Callable
from pathlib import Path

_SENTENCE = """le ministre a déclaré mardi que les alliés avaient promis des armes avant la réunion de la semaine
prochaine et que le gouvernement avait refusé un accord sur la frontière entre deux capitales après la guerre contre les
forces armées dont la présidente du parlement demande la livraison depuis longtemps malgré plusieurs sanctions"""
_WORDS = _SENTENCE.split()


def made_up_text(size: int, *, paragraphs: bool) -> str:
    """Return at least ``size`` characters, always the same, in paragraphs or as one."""
    chance = random.Random(7)
    parts, length, since = [], 0, 0
    while length < size:
        word = chance.choice(_WORDS)
        since += 1
        if since > 90 and paragraphs:
            word, since = word + ".\n", 0
        else:
            word += ". " if since % 17 == 0 else " "
        parts.append(word)
        length += len(word)
    return "".join(parts)


def raw_commit(folder: Path) -> Callable[[], None]:
    """Return what changes one row durably, through sqlite3 alone."""
    connection = sqlite3.connect(folder / "raw.sqlite", isolation_level=None)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute("CREATE TABLE counted (id INTEGER PRIMARY KEY, number INTEGER)")
    connection.execute("INSERT INTO counted VALUES (1, 0)")

    def commit() -> None:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("UPDATE counted SET number = number + 1 WHERE id = 1")
        connection.execute("COMMIT")

    return commit
