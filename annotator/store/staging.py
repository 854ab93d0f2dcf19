"""What an import has read so far, in temporary tables of its connection: on a disk, and gone with the connection.

Nothing of the project changes until `annotator.store.imports` copies it all in one transaction. So an import takes no
more memory for a hundred thousand articles than for ten, and a preview is an import that is never copied.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from sqlite3 import OperationalError
from typing import TYPE_CHECKING, Any, NamedTuple

from annotator.core.errors import UserError
from annotator.store.articles import meta_to_json

if TYPE_CHECKING:
    from annotator.core.annotation import Span
    from annotator.core.tokens import TokenGrid
    from annotator.store.articles import NewArticle
    from annotator.store.database import Database

Extent = tuple[int, int, str]
"""Start, end and label id of a span."""


class StagedArticle(NamedTuple):
    """An article that is new, or one of the project that something is to be added to.

    Attributes:
        number: counts them from 1, in the order they were met.
        hash: of the text.
        title: as it will be or is.
        where: the file, or the file and the line.
        article: id of the article in the project; None for a new one.
        new: what to store of a new one; None in a preview, which stores nothing.
        signature: of a new one's text, where one was made.
    """

    number: int
    hash: str
    title: str
    where: str
    article: int | None
    new: NewArticle | None = None
    signature: bytes | None = None


class StagedAnnotation(NamedTuple):
    """An annotation that is to come in.

    Attributes:
        number: of the article.
        who: number of the annotator in the import.
        where: the file, or the file and the line.
        status: the status it gets.
        spans: the spans it gets.
        changes: as the log will hold them.
    """

    number: int
    who: int
    where: str
    status: str
    spans: Sequence[Span]
    changes: str


class StagedSuggestions(NamedTuple):
    """Suggestions that are to come in.

    Attributes:
        number: of the article.
        extents: where, and with which labels.
        model: who proposes them.
    """

    number: int
    extents: Sequence[Extent]
    model: str


class Place(NamedTuple):
    """An article that was met before in the same import."""

    number: int
    title: str
    article: int | None


class Staging:
    """The temporary tables of one import or preview; use it as a context manager."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def __enter__(self) -> Staging:
        for statement in (*_DROP, *_TABLES.split(";\n")):
            self._database.execute(statement)
        return self

    def __exit__(self, *_error: object) -> None:
        with suppress(UserError, OperationalError):  # where the connection is another by now, they are gone
            for statement in _DROP:
                self._database.execute(statement)

    def add(
        self,
        articles: Sequence[StagedArticle],
        annotations: Sequence[StagedAnnotation],
        suggestions: Sequence[StagedSuggestions],
    ) -> None:
        """Set down what was read since the last time.

        Raises:
            UserError: the project file was moved or closed meanwhile, or the disk for temporary files is full.
        """
        database = self._database
        with self._attached(), database.together():
            database.executemany(
                "INSERT INTO temp.staged VALUES (?,?,?,?,?,?)",
                ((each.number, each.hash, each.title, each.where, each.article, None) for each in articles),
            )
            stored = [(each.number, each.new, each.signature) for each in articles if each.new is not None]
            database.executemany(
                "INSERT INTO temp.staged_texts VALUES (?,?,?,?,?,?,?,?,?,?)",
                (
                    (
                        number,
                        new.source,
                        new.date,
                        meta_to_json(new.meta),
                        len(new.text),
                        new.text,
                        new.grid.to_bytes(),
                        new.tokenizer,
                        new.original,
                        None if new.original is None else new.offsets.to_json(),
                    )
                    for number, new, _ in stored
                ),
            )
            signed = ((each.number, each.signature) for each in articles if each.signature is not None)
            database.executemany("INSERT INTO temp.staged_signatures VALUES (?,?)", signed)
            database.executemany(
                "INSERT INTO temp.staged_annotations VALUES (?,?,?,?,?,?)",
                (
                    (each.number, each.who, each.where, each.status, len(each.spans), each.changes)
                    for each in annotations
                ),
            )
            database.executemany(
                "INSERT INTO temp.staged_spans VALUES (?,?,?,?,?,?,?)",
                (
                    (span.id, each.number, each.who, span.start, span.end, span.label, span.note)
                    for each in annotations
                    for span in each.spans
                ),
            )
            database.executemany(
                "INSERT INTO temp.staged_suggestions VALUES (?,?,?,?,?)",
                ((each.number, *extent, each.model) for each in suggestions for extent in each.extents),
            )

    def places(self, hashes: Sequence[str]) -> dict[str, Place]:
        """Return the articles met before that have one of these texts, by hash; some hundred hashes at a time."""
        marks = ",".join("?" * len(hashes))
        rows = self._rows(f"SELECT hash, number, title, article_id FROM temp.staged WHERE hash IN ({marks})", hashes)
        return {hash: Place(number, title, article) for hash, number, title, article in rows}

    def spans_of(self, numbers: Sequence[int]) -> dict[int, dict[int, list[Extent]]]:
        """Return the spans set down for articles, by number and by annotator; some hundred articles at a time."""
        marks = ",".join("?" * len(numbers))
        found: defaultdict[int, dict[int, list[Extent]]] = defaultdict(dict)
        for number, who in self._rows(
            f"SELECT number, who FROM temp.staged_annotations WHERE number IN ({marks})", numbers
        ):
            found[number][who] = []
        for number, who, start, end, label in self._rows(
            f'SELECT number, who, start, "end", label FROM temp.staged_spans WHERE number IN ({marks})'
            " ORDER BY number, who, start",
            numbers,
        ):
            found[number][who].append((start, end, label))
        return found

    def suggestions_of(self, numbers: Sequence[int]) -> Mapping[int, list[Extent]]:
        """Return the suggestions set down for articles, by number; some hundred articles at a time."""
        marks = ",".join("?" * len(numbers))
        found: defaultdict[int, list[Extent]] = defaultdict(list)
        for number, *extent in self._rows(
            f'SELECT number, start, "end", label FROM temp.staged_suggestions WHERE number IN ({marks})'
            " ORDER BY number, start",
            numbers,
        ):
            found[number].append((extent[0], extent[1], extent[2]))
        return found

    def texts_with(self, forms: Sequence[str]) -> Iterator[tuple[int, str]]:
        """Yield ``(number, text)`` of the new articles that hold any of some words."""
        found = {
            number
            for form in forms
            for (number,) in self._rows("SELECT number FROM temp.staged_texts WHERE instr(text, ?)", [form])
        }
        for number in sorted(found):
            yield from self._rows("SELECT number, text FROM temp.staged_texts WHERE number = ?", [number])

    def extents_of(self, number: int) -> list[tuple[int, int]]:
        """Return where the spans and suggestions of an article lie."""
        return self._rows(
            'SELECT start, "end" FROM temp.staged_spans WHERE number = ?1'
            ' UNION SELECT start, "end" FROM temp.staged_suggestions WHERE number = ?1',
            [number],
        )

    def replace_grid(self, number: int, grid: TokenGrid) -> None:
        """Give a new article other tokens."""
        self._rows("UPDATE temp.staged_texts SET tokens = ? WHERE number = ?", [grid.to_bytes(), number])

    def signatures(self) -> Iterator[tuple[int, bytes]]:
        """Yield ``(number, signature)`` of the new articles in the order they were met."""
        yield from self._rows("SELECT number, minhash FROM temp.staged_signatures ORDER BY number")

    def titles(self, numbers: Iterable[int]) -> dict[int, tuple[str, str]]:
        """Return ``(where, title)`` of articles, by number."""
        found = {}
        for number in numbers:
            for where, title in self._rows("SELECT place, title FROM temp.staged WHERE number = ?", [number]):
                found[number] = where, title
        return found

    def used_labels(self) -> set[str]:
        """Return the ids of the labels that anything set down has."""
        rows = self._rows("SELECT label FROM temp.staged_spans UNION SELECT label FROM temp.staged_suggestions")
        return {label for (label,) in rows}

    def shares(self) -> list[tuple[int, int, int]]:
        """Return ``(annotator, how many articles, how many spans)``, in the order of the annotators."""
        return [
            (who, articles, spans)
            for who, articles, spans in self._rows(
                "SELECT who, count(*), sum(spans) FROM temp.staged_annotations GROUP BY who ORDER BY who"
            )
        ]

    def counts(self) -> tuple[int, int, int]:
        """Return how many articles are new, how many annotations go to others, and how many suggestions there are."""
        ((new, attached, suggestions),) = self._rows(
            "SELECT (SELECT count(*) FROM temp.staged WHERE article_id IS NULL),"
            " (SELECT count(*) FROM temp.staged s JOIN temp.staged_annotations n USING (number)"
            " WHERE s.article_id IS NOT NULL),"
            " (SELECT count(*) FROM temp.staged_suggestions)"
        )
        return new, attached, suggestions

    def _rows(self, sql: str, values: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        with self._attached():
            return self._database.execute(sql, values).fetchall()

    @contextmanager
    def _attached(self) -> Iterator[None]:
        """Say so where the connection was opened anew meanwhile, which has no temporary tables."""
        try:
            yield
        except OperationalError as error:
            if "no such table: temp." not in str(error):
                raise
            raise UserError(
                f"{self._database.path} was moved or changed by another program meanwhile; nothing was imported. "
                "Import again.",
                f"{self._database.path} a été déplacé ou modifié entre-temps par un autre programme ; rien n'a été "
                "importé. Relancez l'import.",
            ) from error


_TABLES = """\
CREATE TEMP TABLE staged (                      -- article_id: where it is; target: where it will be
    number INTEGER PRIMARY KEY, hash TEXT NOT NULL UNIQUE, title TEXT, place TEXT, article_id INTEGER, target INTEGER
);
CREATE TEMP TABLE staged_texts (
    number INTEGER PRIMARY KEY, source TEXT, date TEXT, meta TEXT, length INTEGER, text TEXT, tokens BLOB,
    tokenizer TEXT, original TEXT, offsets TEXT
);
CREATE TEMP TABLE staged_signatures (number INTEGER PRIMARY KEY, minhash BLOB);
CREATE TEMP TABLE staged_annotations (
    number INTEGER, who INTEGER, place TEXT, status TEXT, spans INTEGER, changes TEXT, PRIMARY KEY (number, who)
) WITHOUT ROWID;
CREATE TEMP TABLE staged_spans (
    id INTEGER, number INTEGER, who INTEGER, start INTEGER, "end" INTEGER, label TEXT, note TEXT,
    PRIMARY KEY (number, who, start)
) WITHOUT ROWID;
CREATE TEMP TABLE staged_suggestions (
    number INTEGER, start INTEGER, "end" INTEGER, label TEXT, model TEXT, PRIMARY KEY (number, start)
) WITHOUT ROWID;
CREATE TEMP TABLE staged_annotators (who INTEGER PRIMARY KEY, id INTEGER)
"""

_NAMES = ("", "_texts", "_signatures", "_annotations", "_spans", "_suggestions", "_annotators")
_DROP = tuple(f"DROP TABLE IF EXISTS temp.staged{name}" for name in _NAMES)
