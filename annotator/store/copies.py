"""Another copy of a project, opened for reading only: what merging takes from it. The copy itself stays as it is."""

from __future__ import annotations

import json
import re
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from annotator.core.errors import UserError
from annotator.core.labels import Label
from annotator.core.splits import Split
from annotator.core.wording import Wording
from annotator.store import other_projects

_LEXICON_SINCE, _SPLITS_SINCE, _SIGNATURES_SINCE, _MERGING_SINCE = 2, 3, 4, 5


class LogRow(NamedTuple):
    """A row of a log: an edit of an annotation.

    Attributes:
        article: id of the article.
        annotator: id of the annotator.
        by: id of who did it, where it is not the annotator.
        at: when, ISO 8601 in UTC.
        ordinal: which of the rows of its annotation that have this time.
        verb: what was meant.
        kind: ``edit``, ``undo``, ``redo``, ``import`` or ``merge``.
        changes: as JSON.
    """

    article: int
    annotator: int
    by: int | None
    at: str
    ordinal: int
    verb: str
    kind: str
    changes: str


class _Reads(Protocol):
    def execute(self, sql: str, parameters: Any = ..., /) -> Iterable[Any]: ...


def log_of(database: _Reads, articles: Iterable[int], *, merging: bool = True) -> list[LogRow]:
    """Return what was ever written to the annotations of articles, in a project itself and in copies merged into it.

    What merges wrote is left out, as it follows from the rest.

    Args:
        database: the project file, or a connection to it.
        articles: ids of articles.
        merging: whether the file knows of merging.
    """
    listed = json.dumps(list(articles))
    by = "by_id" if merging else "NULL"
    where = "article_id IN (SELECT value FROM json_each(?))"
    counted: Counter[tuple[int, int, str]] = Counter()
    rows = []
    for article, annotator, who, at, verb, kind, changes in database.execute(
        f"SELECT article_id, annotator_id, {by}, at, verb, kind, changes FROM edits"
        f" WHERE {where} AND verb <> 'merge' ORDER BY id",
        (listed,),
    ):
        ordinal = counted[article, annotator, at]
        counted[article, annotator, at] += 1
        rows.append(LogRow(article, annotator, who, at, ordinal, verb, kind, changes))
    if merging:
        merged = database.execute(
            "SELECT article_id, annotator_id, by_id, at, ordinal, verb, kind, changes FROM merged_edits"
            f" WHERE {where} ORDER BY id",
            (listed,),
        )
        rows += [LogRow(*row) for row in merged]
    return rows


class CopiedSuggestion(NamedTuple):
    """A suggestion as a copy has it; the fields are the columns of the table."""

    id: int
    article: int
    start: int
    end: int
    label: str
    rule: str
    reason_fr: str
    reason_en: str
    tier: str
    pipeline: str
    active: int


_SUGGESTION = 'id, article_id, start, "end", label_id, rule, reason_fr, reason_en, tier, pipeline, active'


class CopiedArticle(NamedTuple):
    """An article as a copy has it; the fields are the columns of the tables."""

    id: int
    hash: str
    title: str
    source: str
    date: str | None
    meta: str
    length: int
    imported_at: str
    suggested_by: str | None
    text: str
    tokens: bytes
    tokenizer: str
    original: str | None
    offsets: str | None


class Copy:
    """A copy, open for reading; `opened` opens it."""

    def __init__(self, path: Path, connection: sqlite3.Connection, version: int) -> None:
        self.path = path
        self._connection = connection
        self._version = version

    @property
    def name(self) -> str:
        """What it is called."""
        return self.path.name

    def execute(self, sql: str, parameters: Sequence[object] = ()) -> list[Any]:
        """Read rows.

        Raises:
            UserError: the file is damaged or out of reach.
        """
        try:
            return self._connection.execute(sql, parameters).fetchall()
        except sqlite3.Error as error:
            raise about(self.path, other_projects.unreadable(error)) from error

    def hashes(self) -> list[tuple[int, str]]:
        """Return id and hash of every article, in the order of import."""
        return self.execute("SELECT id, hash FROM articles ORDER BY id")

    def annotators(self) -> list[tuple[int, str, bool]]:
        """Return id and name of every annotator, and whether it is the settled layer."""
        settled = "settled" if self._version >= _MERGING_SINCE else "0"
        rows = self.execute(f"SELECT id, name, {settled} FROM annotators ORDER BY id")
        return [(id, name, settled == 1) for id, name, settled in rows]

    def labels(self) -> tuple[Label, ...]:
        """Return its labels, in their order."""
        rows = self.execute(
            "SELECT id, name_en, name_fr, colour, key, guideline_en, guideline_fr FROM labels ORDER BY position"
        )
        return tuple(
            Label(id, Wording(en, fr), colour, key, Wording(about_en, about_fr))
            for id, en, fr, colour, key, about_en, about_fr in rows
        )

    def used_labels(self) -> set[str]:
        """Return the ids of the labels that spans or suggestions have."""
        rows = self.execute("SELECT label_id FROM spans UNION SELECT label_id FROM suggestions")
        return {id for (id,) in rows}

    def entries(self) -> list[tuple[str, str, str]]:
        """Return form, label and note of every entry of its lexicon."""
        if self._version < _LEXICON_SINCE:
            return []
        return self.execute("SELECT form, label_id, note FROM lexicon ORDER BY form")

    def silent_rules(self) -> list[str]:
        """Return the rules that are silent in it."""
        if self._version < _LEXICON_SINCE:
            return []
        return [rule for (rule,) in self.execute("SELECT rule FROM silent_rules ORDER BY rule")]

    def splits(self) -> tuple[Split, ...]:
        """Return the tokens that it takes apart."""
        if self._version < _SPLITS_SINCE:
            return ()
        rows = self.execute("SELECT form, parts FROM splits ORDER BY form")
        return tuple(Split(form, tuple(json.loads(parts))) for form, parts in rows)

    def edges_in(self, form: str) -> Iterator[tuple[str, set[int]]]:
        """Yield the texts in which a form stands, each with where spans begin and end."""
        for id, text in self.execute("SELECT article_id, text FROM texts WHERE instr(text, ?) > 0", (form,)):
            rows = self.execute('SELECT start, "end" FROM spans WHERE article_id = ?', (id,))
            yield text, {edge for row in rows for edge in row}

    def log(self, articles: Iterable[int]) -> list[LogRow]:
        """Return what was ever written to the annotations of articles."""
        return log_of(self, articles, merging=self._version >= _MERGING_SINCE)

    def articles(self, ids: Iterable[int]) -> list[CopiedArticle]:
        """Return articles in the order of import."""
        rows = self.execute(
            "SELECT a.id, a.hash, a.title, a.source, a.date, a.meta, a.length, a.imported_at, a.suggested_by,"
            " t.text, t.tokens, t.tokenizer, t.original, t.offsets FROM articles a JOIN texts t ON t.article_id = a.id"
            " WHERE a.id IN (SELECT value FROM json_each(?)) ORDER BY a.id",
            (json.dumps(list(ids)),),
        )
        return [CopiedArticle(*row) for row in rows]

    def signatures(self, articles: Iterable[int]) -> list[tuple[int, str, bytes]]:
        """Return the signatures of articles: article, version and the signature."""
        if self._version < _SIGNATURES_SINCE:
            return []
        return self.execute(
            "SELECT article_id, version, minhash FROM signatures WHERE article_id IN (SELECT value FROM json_each(?))",
            (json.dumps(list(articles)),),
        )

    def suggestions(self, ids: Iterable[int]) -> list[CopiedSuggestion]:
        """Return suggestions by their ids."""
        return self._suggestions("id", ids)

    def suggestions_of(self, articles: Iterable[int]) -> list[CopiedSuggestion]:
        """Return the suggestions of articles."""
        return self._suggestions("article_id", articles)

    def _suggestions(self, column: str, ids: Iterable[int]) -> list[CopiedSuggestion]:
        rows = self.execute(
            f"SELECT {_SUGGESTION} FROM suggestions WHERE {column} IN (SELECT value FROM json_each(?)) ORDER BY id",
            (json.dumps(list(ids)),),
        )
        return [CopiedSuggestion(*row) for row in rows]


@contextmanager
def opened(path: Path) -> Iterator[Copy]:
    """Open a copy for reading, as it is at this moment.

    Raises:
        UserError: it is no project, damaged, in use, or was made by a newer version of the program.
    """
    with ExitStack() as stack:
        try:
            connection, version = stack.enter_context(other_projects.connected(path))
            connection.execute("BEGIN")
        except sqlite3.Error as error:
            raise about(path, other_projects.unreadable(error)) from error
        except UserError as error:
            raise about(path, error) from error
        yield Copy(path, connection, version)


def about(path: Path, error: UserError) -> UserError:
    """Return what is wrong with a file, with its name before it."""
    return UserError(f"{path}: {error.wording.en}", f"{path} : {error.wording.fr}")


_SPOKEN_OF = re.compile(r'"suggestion":(\d+)')
_PEOPLE = re.compile(r'"(by|from)":(\d+)')


def spoken_of(rows: Iterable[LogRow]) -> set[int]:
    """Return the ids of the suggestions that rows of a log speak of. In texts, quotation marks are escaped."""
    return {int(id) for row in rows for id in _SPOKEN_OF.findall(row.changes)}


def translated(
    rows: Sequence[LogRow],
    *,
    articles: Mapping[int, int],
    suggestions: Mapping[int, int],
    annotator: Callable[[int], int],
) -> list[LogRow]:
    """Return the rows of a copy's log with the ids that things have in the project.

    Args:
        rows: the rows.
        articles: ids of the articles here, by those in the copy.
        suggestions: ids of the suggestions here, by those in the copy.
        annotator: gives the id of an annotator here.
    """

    def person(found: re.Match[str]) -> str:
        return f'"{found[1]}":{annotator(int(found[2]))}'

    def suggestion(found: re.Match[str]) -> str:
        id = int(found[1])
        return f'"suggestion":{suggestions.get(id, id)}'

    same = all(id == here for id, here in suggestions.items())
    made = []
    for row in rows:
        changes = row.changes
        if not same:
            changes = _SPOKEN_OF.sub(suggestion, changes)
        if '"change":"settled"' in changes:
            changes = _PEOPLE.sub(person, changes)
        by = None if row.by is None else annotator(row.by)
        made.append(
            row._replace(article=articles[row.article], annotator=annotator(row.annotator), by=by, changes=changes)
        )
    return made
