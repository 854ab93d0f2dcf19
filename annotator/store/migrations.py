"""The schema of the project file, as named steps; each runs once in the life of a file, in order.

CONTRIBUTING.md describes the tables. A step that has been released is never changed: a new one follows it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.store import first_schemas, schema_of_counts, schema_of_settling

if TYPE_CHECKING:
    from sqlite_utils import Database


def _settling_merging_and_counting(tables: Database) -> None:
    settling, counts = schema_of_settling, schema_of_counts
    blocks = (settling.SETTLING, settling.MERGING, counts.OUTCOMES, counts.CONSISTENCY, counts.FACTS, counts.COUNTING)
    _run(tables, *blocks, counts.DAYS, counts.KEPT_RESULTS)


def _standing_suggestions_are_counted(tables: Database) -> None:
    _run(tables, schema_of_counts.STANDING)


def _run(tables: Database, *blocks: str) -> None:
    for statement in "".join(blocks).split(";\n\n"):
        tables.execute(statement)


STEPS = (
    first_schemas.first_tables,
    first_schemas.lexicon_of_the_project,
    first_schemas.a_list_to_work_from,
    first_schemas.imports_that_are_remembered,
    _settling_merging_and_counting,
    _standing_suggestions_are_counted,
)
VERSION = len(STEPS)


def apply(tables: Database) -> None:
    """Run the steps a file has not been through yet, each in a savepoint with the record that it ran."""
    from sqlite_utils.migrations import Migrations

    named = Migrations("annotator")
    for step in STEPS:
        named(name=step.__name__.lstrip("_"))(step)
    named.apply(tables)
