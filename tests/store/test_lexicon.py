from __future__ import annotations

import sqlite3

import pytest

from annotator.core.lexicon import Entry, Lexicon
from annotator.store import lexicon
from annotator.store.database import Database


def put(database: Database, *entries: Entry) -> None:
    with database.transaction():
        for entry in entries:
            lexicon.put(database, entry, at="2022-10-12T08:00:00+00:00")


def test_a_new_project_teaches_nothing(database: Database) -> None:
    assert lexicon.load(database) == Lexicon()


def test_entries_come_back_in_alphabetical_order(database: Database) -> None:
    put(database, Entry("Orechnik", "weapon", "missile"), Entry("khan", "leader"), Entry("Aukus", "alliance"))
    assert lexicon.load(database).entries == (
        Entry("Aukus", "alliance"),
        Entry("khan", "leader"),
        Entry("Orechnik", "weapon", "missile"),
    )


def test_one_entry_a_form_and_capitals_make_another_form(database: Database) -> None:
    put(database, Entry("Rafale", "leader", "un nom"), Entry("Rafale", "weapon"), Entry("rafale", "leader"))
    assert set(lexicon.load(database).entries) == {Entry("Rafale", "weapon"), Entry("rafale", "leader")}


def test_a_label_must_be_one_of_the_project(database: Database) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        put(database, Entry("Orechnik", "missile"))
    assert lexicon.load(database) == Lexicon()


def test_removing_says_whether_there_was_one(database: Database) -> None:
    put(database, Entry("Orechnik", "weapon"))
    with database.transaction():
        assert not lexicon.remove(database, "orechnik")
        assert lexicon.remove(database, "Orechnik")
        assert not lexicon.remove(database, "Orechnik")
    assert lexicon.load(database) == Lexicon()


def test_rules_are_silent_until_they_may_speak(database: Database) -> None:
    with database.transaction():
        for _ in range(2):
            lexicon.silence(database, "leader.title", silent=True)
        lexicon.silence(database, "country.name", silent=True)
        lexicon.silence(database, "sum.figures", silent=False)
    assert lexicon.load(database).silent_rules == {"leader.title", "country.name"}
    with database.transaction():
        lexicon.silence(database, "leader.title", silent=False)
    assert lexicon.load(database).silent_rules == {"country.name"}
