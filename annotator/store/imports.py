"""Imports in the project file: what was staged is stored at one stroke, remembered, and can be taken back at one."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from annotator.core.labels import Label
from annotator.store import annotations as stored_annotations
from annotator.store.database import Database
from annotator.store.suggestions import IMPORT_RULE

_BATCH = 500


class Held(NamedTuple):
    """A text that another program stored while the import was being read.

    Attributes:
        number: of the staged article.
        where: the file, or the file and the line.
        title: title of the article that has the text.
        article: its id.
        spans: how many spans came with it.
    """

    number: int
    where: str
    title: str
    article: int
    spans: int


class Overtaken(NamedTuple):
    """An annotation whose annotator has begun to work on the same article while the import was being read.

    Attributes:
        where: the file, or the file and the line.
        title: title of the article.
        article: its id.
        who: number of the annotator in the import.
        spans: how many spans came with it.
    """

    where: str
    title: str
    article: int
    who: int
    spans: int


def drop_held(database: Database) -> list[Held]:
    """Return the staged texts that the project has by now, and stage them no longer; call it inside a transaction."""
    rows = database.execute(
        "SELECT s.number, s.place, a.title, a.id,"
        " (SELECT coalesce(sum(n.spans), 0) FROM temp.staged_annotations n WHERE n.number = s.number)"
        " FROM temp.staged s JOIN articles a ON a.hash = s.hash WHERE s.article_id IS NULL ORDER BY s.number"
    ).fetchall()
    for table in ("staged", "staged_texts", "staged_signatures", *_BELONGINGS):
        database.executemany(f"DELETE FROM temp.{table} WHERE number = ?", [(row[0],) for row in rows])
    return [Held(*row) for row in rows]


_BELONGINGS = ("staged_annotations", "staged_spans", "staged_suggestions")


def count_gone(database: Database) -> int:
    """Return how many articles that something was to be added to are no longer there."""
    row = database.execute(
        "SELECT count(*) FROM temp.staged WHERE article_id IS NOT NULL AND article_id NOT IN (SELECT id FROM articles)"
    ).fetchone()
    return int(row[0])


def add_annotators(database: Database, names: Sequence[str]) -> list[int]:
    """Give an id to each annotator who gets anything, and return those that are new; call it inside a transaction.

    Args:
        database: the project file.
        names: of the annotators, by their numbers in the import.
    """
    known = {stored_annotations.fold_name(name): id for id, name in stored_annotations.annotators(database).items()}
    new = []
    used = database.execute("SELECT DISTINCT who FROM temp.staged_annotations ORDER BY who").fetchall()
    for (who,) in used:
        folded = stored_annotations.fold_name(names[who])
        if folded not in known:
            cursor = database.execute("INSERT INTO annotators (name) VALUES (?)", (names[who],))
            known[folded] = database.last_insert(cursor)
            new.append(known[folded])
        database.execute("INSERT INTO temp.staged_annotators VALUES (?,?)", (who, known[folded]))
    return new


def drop_overtaken(database: Database) -> list[Overtaken]:
    """Return the annotations whose annotators have been at work meanwhile, and stage them no longer."""
    rows = database.execute(
        "SELECT n.number, n.place, s.title, s.article_id, n.who, n.spans FROM temp.staged_annotations n"
        " JOIN temp.staged s USING (number) JOIN temp.staged_annotators r USING (who)"
        " JOIN annotations o ON o.article_id = s.article_id AND o.annotator_id = r.id"
        " WHERE o.status <> 'new' OR o.trashed"
        " OR EXISTS (SELECT 1 FROM spans p WHERE p.article_id = o.article_id AND p.annotator_id = o.annotator_id)"
        " ORDER BY n.number"
    ).fetchall()
    for table in ("staged_annotations", "staged_spans"):
        sql = f"DELETE FROM temp.{table} WHERE number = ? AND who = ?"
        database.executemany(sql, [(row[0], row[4]) for row in rows])
    return [Overtaken(*row[1:]) for row in rows]


def drop_suggested(database: Database) -> int:
    """Stage those suggestions no longer that run into others by now, and return how many they were."""
    return database.execute(
        "DELETE FROM temp.staged_suggestions WHERE EXISTS (SELECT 1 FROM temp.staged s JOIN suggestions o"
        " ON o.article_id = s.article_id WHERE s.number = staged_suggestions.number AND o.active"
        ' AND o.start < staged_suggestions."end" AND o."end" > staged_suggestions.start)'
    ).rowcount


def add_labels(database: Database, labels: Sequence[Label]) -> None:
    """Add labels after those the project has; call it inside a transaction."""
    last = database.execute("SELECT coalesce(max(position), -1) FROM labels").fetchone()[0]
    database.executemany(
        "INSERT INTO labels (id, position, name_fr, name_en, colour, key, guideline_fr, guideline_en)"
        " VALUES (?,?,?,?,?,?,?,?)",
        [
            (
                label.id,
                position,
                label.name.fr,
                label.name.en,
                label.colour,
                label.key,
                label.guideline.fr,
                label.guideline.en,
            )
            for position, label in enumerate(labels, start=last + 1)
        ],
    )


class NewImport(NamedTuple):
    """An import about to be stored.

    Attributes:
        at: the time, ISO 8601 in UTC.
        sources: the files and folders, as they were given.
        options: how they were read, as JSON can hold it.
        labels: ids of the labels it made.
        annotators: ids of the annotators it made.
        signatures: version of the signatures staged.
        reason: why the suggestions were made, ``(English, French)``; ``{model}`` in it stands for the model.
    """

    at: str
    sources: Sequence[str]
    options: dict[str, Any]
    labels: Sequence[str]
    annotators: Sequence[int]
    signatures: str
    reason: tuple[str, str]


class Stored(NamedTuple):
    """What an import has become.

    Attributes:
        id: of the import.
        first: id of its first new article, or None.
    """

    id: int
    first: int | None


def store(database: Database, new: NewImport, *, progress: Callable[[], None]) -> Stored:
    """Store what is staged; call it inside a transaction.

    Args:
        database: the project file.
        new: what is to be remembered of the import; `remember_report` adds what it told.
        progress: called now and then; it may raise to stop.
    """
    highest = "max(coalesce((SELECT max(id) FROM articles), 0), coalesce((SELECT max(last_article) FROM imports), 0))"
    base = int(database.execute(f"SELECT {highest}").fetchone()[0])
    database.execute("UPDATE temp.staged SET target = article_id")
    database.execute(
        "UPDATE temp.staged SET target = t.target FROM (SELECT number, ? + row_number() OVER (ORDER BY number)"
        " AS target FROM temp.staged WHERE article_id IS NULL) t WHERE t.number = staged.number",
        (base,),
    )
    row = database.execute("SELECT min(target), max(target) FROM temp.staged WHERE article_id IS NULL").fetchone()
    first, last = row
    step = int(database.execute("SELECT coalesce(max(id), 0) + 1 FROM edits").fetchone()[0])
    suggested = _last_suggestion(database)
    cursor = database.execute(
        "INSERT INTO imports (at, sources, options, report, state, last_edit, last_article, labels, annotators)"
        " VALUES (?,?,?,'{}','done',0,?,?,?)",
        (
            new.at,
            _json(list(new.sources)),
            _json(new.options),
            base if last is None else last,
            _json(list(new.labels)),
            _json(list(new.annotators)),
        ),
    )
    id = database.last_insert(cursor)
    values = {"import": id, "at": new.at, "step": step, "version": new.signatures}
    values |= {"en": new.reason[0], "fr": new.reason[1]}
    count = database.execute("SELECT coalesce(max(number), 0) FROM temp.staged").fetchone()[0]
    for low in range(0, count, _BATCH):
        progress()
        for statement in _COPY:
            database.execute(statement, {**values, "low": low, "high": low + _BATCH})
    # Who has decided what of the suggestions is counted anew where it is asked for.
    database.execute(
        "UPDATE annotations SET pending_sure = NULL WHERE article_id IN (SELECT s.target FROM temp.staged s"
        " WHERE s.number IN (SELECT number FROM temp.staged_suggestions))"
    )
    last_edit = int(database.execute("SELECT coalesce(max(id), 0) FROM edits").fetchone()[0])
    now_suggested = _last_suggestion(database)
    some = now_suggested > suggested
    database.execute(
        "UPDATE imports SET step = ?, last_edit = ?, first_suggestion = ?, last_suggestion = ? WHERE id = ?",
        (
            step if last_edit >= step else None,
            last_edit,
            suggested + 1 if some else None,
            now_suggested if some else None,
            id,
        ),
    )
    return Stored(id, first)


_RANGE = "number > :low AND number <= :high"
_COPY = (
    "INSERT INTO articles (id, hash, title, source, date, meta, length, imported_at, import_id, likely)"
    " SELECT s.target, s.hash, s.title, t.source, t.date, t.meta, t.length, :at, :import,"
    " (SELECT count(*) FROM temp.staged_suggestions p WHERE p.number = s.number)"
    f" FROM temp.staged s JOIN temp.staged_texts t USING (number) WHERE {_RANGE} ORDER BY number",
    "INSERT INTO texts (article_id, text, tokens, tokenizer, original, offsets)"
    " SELECT s.target, t.text, t.tokens, t.tokenizer, t.original, t.offsets"
    f" FROM temp.staged_texts t JOIN temp.staged s USING (number) WHERE {_RANGE} ORDER BY number",
    "INSERT INTO signatures (article_id, version, minhash) SELECT s.target, :version, g.minhash"
    f" FROM temp.staged_signatures g JOIN temp.staged s USING (number) WHERE {_RANGE} ORDER BY number",
    "UPDATE articles SET likely = likely + p.many FROM (SELECT s.article_id, count(*) AS many"
    " FROM temp.staged_suggestions JOIN temp.staged s USING (number)"
    f" WHERE {_RANGE} AND s.article_id IS NOT NULL GROUP BY number) p WHERE p.article_id = articles.id",
    "INSERT INTO annotations (article_id, annotator_id, status, revision, changed_at)"
    " SELECT s.target, r.id, n.status, 1, :at FROM temp.staged_annotations n JOIN temp.staged s USING (number)"
    f" JOIN temp.staged_annotators r USING (who) WHERE {_RANGE} ORDER BY number, who"
    " ON CONFLICT (article_id, annotator_id) DO UPDATE SET status = excluded.status, revision = revision + 1,"
    " changed_at = excluded.changed_at, pending_sure = NULL",
    'INSERT INTO spans (id, article_id, annotator_id, start, "end", label_id, origin, note)'
    " SELECT p.id, s.target, r.id, p.start, p.\"end\", p.label, 'imported', p.note FROM temp.staged_spans p"
    f" JOIN temp.staged s USING (number) JOIN temp.staged_annotators r USING (who) WHERE {_RANGE}"
    " ORDER BY number, who, p.start",
    "INSERT INTO edits (step, at, annotator_id, article_id, verb, kind, state, changes)"
    " SELECT :step, :at, r.id, s.target, 'import', 'import', 'done', n.changes FROM temp.staged_annotations n"
    f" JOIN temp.staged s USING (number) JOIN temp.staged_annotators r USING (who) WHERE {_RANGE} ORDER BY number, who",
    'INSERT INTO suggestions (article_id, start, "end", label_id, rule, reason_en, reason_fr, tier, pipeline)'
    f" SELECT s.target, p.start, p.\"end\", p.label, '{IMPORT_RULE}', replace(:en, '{{model}}', p.model),"
    " replace(:fr, '{model}', p.model), 'likely', p.model"
    f" FROM temp.staged_suggestions p JOIN temp.staged s USING (number) WHERE {_RANGE} ORDER BY number, p.start",
)
"""What stores the staged articles whose numbers lie between two others, and all that comes with them."""


def remember_report(database: Database, id: int, report: dict[str, Any]) -> None:
    """Keep what an import told; call it inside the transaction that stores it."""
    database.execute("UPDATE imports SET report = ? WHERE id = ?", (_json(report), id))


class Kept(NamedTuple):
    """An import that the project remembers.

    Attributes:
        id: its number.
        at: when it was, ISO 8601 in UTC.
        sources: the files and folders, as they were given.
        options: how they were read, as `ImportOptions.to_json` gives it.
        report: what it told, as `ImportReport.to_json` gives it.
        undone_at: when it was undone; None where it stands.
        kind: ``import`` or ``merge``; the report of a merge is a `MergeReport`.
        step: of its rows in the edit log; None where it wrote none.
    """

    id: int
    at: str
    sources: list[str]
    options: dict[str, Any]
    report: dict[str, Any]
    undone_at: str | None
    kind: str = "import"
    step: int | None = None

    @property
    def spans(self) -> int:
        """How many spans came."""
        if self.kind == "merge":
            return sum(work["added"] for work in self.report["work"])
        return int(self.report["spans"])


def kept(database: Database, id: int | None = None) -> list[Kept]:
    """Return the imports of a project in their order, or the one with an id."""
    rows = database.execute(
        "SELECT id, at, sources, options, report, undone_at, kind, step FROM imports"
        " WHERE :id IS NULL OR id = :id ORDER BY id",
        {"id": id},
    )
    return [
        Kept(id, at, json.loads(sources), json.loads(options), json.loads(report), undone_at, *rest)
        for id, at, sources, options, report, undone_at, *rest in rows
    ]


def replaced(database: Database, id: int) -> dict[str, Any]:
    """Return what a merge changed besides articles and annotations, as it was before and after."""
    row = database.execute("SELECT replaced FROM imports WHERE id = ?", (id,)).fetchone()
    found: dict[str, Any] = json.loads(row[0])
    return found


def _last_suggestion(database: Database) -> int:
    row = database.execute("SELECT seq FROM sqlite_sequence WHERE name = 'suggestions'").fetchone()
    return 0 if row is None else int(row[0])


def _json(value: Any) -> str:
    # Half a surrogate pair, as a strange file name may hold, stays as its JSON escape.
    return json.dumps(value, ensure_ascii=False).encode("utf-8", "backslashreplace").decode()
