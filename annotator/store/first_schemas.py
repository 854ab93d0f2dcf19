"""The first four steps of the schema, which are never changed any more; see `annotator.store.migrations`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.core.labels import DEFAULT_LABELS

if TYPE_CHECKING:
    from sqlite_utils import Database


def first_tables(tables: Database) -> None:
    """Make the tables of a project, with its five labels."""
    for statement in _FIRST_TABLES.split(";\n"):
        tables.execute(statement)
    tables.table("labels").insert_all(
        {
            "id": label.id,
            "position": position,
            "name_fr": label.name.fr,
            "name_en": label.name.en,
            "colour": label.colour,
            "key": label.key,
            "guideline_fr": label.guideline.fr,
            "guideline_en": label.guideline.en,
        }
        for position, label in enumerate(DEFAULT_LABELS)
    )


_FIRST_TABLES = """\
CREATE TABLE labels (
    id TEXT PRIMARY KEY,
    position INTEGER NOT NULL,
    name_fr TEXT NOT NULL,
    name_en TEXT NOT NULL,
    colour TEXT NOT NULL,
    key TEXT NOT NULL UNIQUE,
    guideline_fr TEXT NOT NULL DEFAULT '',
    guideline_en TEXT NOT NULL DEFAULT ''
);
CREATE TABLE annotators (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE COLLATE NOCASE
);
CREATE TABLE articles (
    id INTEGER PRIMARY KEY,
    hash TEXT NOT NULL UNIQUE,                  -- SHA-256 of texts.text
    title TEXT NOT NULL,
    source TEXT NOT NULL,                       -- where it was imported from: file, or file:line
    date TEXT,                                  -- ISO 8601, where known
    meta TEXT NOT NULL DEFAULT '{}',            -- JSON object, as imported
    length INTEGER NOT NULL,                    -- code points
    imported_at TEXT NOT NULL,                  -- ISO 8601, UTC
    suggested_by TEXT                           -- the pipeline that looked at it last
);
CREATE TABLE texts (                            -- apart from articles, so that lists stay quick
    article_id INTEGER PRIMARY KEY REFERENCES articles(id) ON DELETE CASCADE,
    text TEXT NOT NULL,
    tokens BLOB NOT NULL,                       -- the token grid, see annotator.core.tokens
    tokenizer TEXT NOT NULL,                    -- which tokenizer made it
    original TEXT,                              -- the text as it came, where it differed
    offsets TEXT                                -- JSON: [original start, end, stored start, end] per change
);
CREATE TABLE annotations (
    article_id INTEGER NOT NULL REFERENCES articles(id) ON DELETE CASCADE,
    annotator_id INTEGER NOT NULL REFERENCES annotators(id),
    status TEXT NOT NULL CHECK (status IN ('new', 'in progress', 'finished', 'set aside')),
    revision INTEGER NOT NULL,
    changed_at TEXT NOT NULL,                   -- ISO 8601, UTC
    PRIMARY KEY (article_id, annotator_id)
) WITHOUT ROWID;
CREATE TABLE suggestions (
    id INTEGER PRIMARY KEY AUTOINCREMENT,       -- never given again: who still sees a deleted one must not hit another
    article_id INTEGER NOT NULL REFERENCES articles(id) ON DELETE CASCADE,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    label_id TEXT NOT NULL REFERENCES labels(id),
    rule TEXT NOT NULL,
    reason_fr TEXT NOT NULL,
    reason_en TEXT NOT NULL,
    tier TEXT NOT NULL CHECK (tier IN ('sure', 'likely', 'unsure')),
    pipeline TEXT NOT NULL,                     -- which pipeline proposed it, and its version
    active INTEGER NOT NULL DEFAULT 1,          -- 0: the pipeline no longer proposes it, a decision keeps it
    CHECK (0 <= start AND start < "end")
);
CREATE INDEX suggestions_of_article ON suggestions (article_id, start);
CREATE TABLE decisions (
    suggestion_id INTEGER NOT NULL REFERENCES suggestions(id) ON DELETE CASCADE,
    annotator_id INTEGER NOT NULL REFERENCES annotators(id),
    decision TEXT NOT NULL CHECK (decision IN ('pending', 'accepted', 'changed', 'rejected')),
    PRIMARY KEY (suggestion_id, annotator_id)
) WITHOUT ROWID;
CREATE TABLE spans (
    id INTEGER PRIMARY KEY,                     -- minted once, different in every project
    article_id INTEGER NOT NULL,
    annotator_id INTEGER NOT NULL,
    start INTEGER NOT NULL,                     -- code points, half-open
    "end" INTEGER NOT NULL,
    label_id TEXT NOT NULL REFERENCES labels(id),
    origin TEXT NOT NULL CHECK (origin IN ('drawn', 'suggested', 'imported')),
    suggestion_id INTEGER REFERENCES suggestions(id),
    note TEXT,
    FOREIGN KEY (article_id, annotator_id) REFERENCES annotations(article_id, annotator_id) ON DELETE CASCADE,
    CHECK (0 <= start AND start < "end")
);
CREATE INDEX spans_of_annotation ON spans (article_id, annotator_id, start);
CREATE INDEX spans_of_suggestion ON spans (suggestion_id) WHERE suggestion_id IS NOT NULL;
CREATE TABLE edits (                            -- the log: what was done, when, and how to take it back
    id INTEGER PRIMARY KEY,
    step INTEGER NOT NULL,                      -- edits made at one stroke share it; undo takes back a step
    at TEXT NOT NULL,                           -- ISO 8601, UTC
    annotator_id INTEGER NOT NULL REFERENCES annotators(id),
    article_id INTEGER NOT NULL REFERENCES articles(id) ON DELETE CASCADE,
    verb TEXT NOT NULL,                         -- draw, relabel, resize, remove, accept, …
    kind TEXT NOT NULL CHECK (kind IN ('edit', 'undo', 'redo', 'import')),
    target INTEGER,                             -- of an undo or redo: the step it takes back or does again
    state TEXT NOT NULL CHECK (state IN ('done', 'undone', 'abandoned')),   -- where an edit stands today
    changes TEXT NOT NULL,                      -- JSON: what was before and is after, of each thing changed
    inverse TEXT                                -- JSON: the changes that take it back; NULL but for kind 'edit'
);
CREATE INDEX edits_to_undo ON edits (annotator_id, state, step) WHERE kind = 'edit';
CREATE INDEX edits_of_step ON edits (step) WHERE kind = 'edit';
CREATE INDEX edits_of_article ON edits (article_id, annotator_id);
CREATE TABLE settings (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL                         -- JSON
) WITHOUT ROWID
"""


def lexicon_of_the_project(tables: Database) -> None:
    """Let a project teach the suggester words, and silence rules."""
    for statement in _LEXICON_TABLES.split(";\n"):
        tables.execute(statement)


_LEXICON_TABLES = """\
CREATE TABLE lexicon (                          -- words the suggester always proposes in this project
    form TEXT PRIMARY KEY,
    label_id TEXT NOT NULL REFERENCES labels(id),
    note TEXT NOT NULL DEFAULT '',
    added_at TEXT NOT NULL                      -- ISO 8601, UTC
) WITHOUT ROWID;
CREATE TABLE silent_rules (                     -- rules that propose nothing in this project
    rule TEXT PRIMARY KEY
) WITHOUT ROWID
"""


def a_list_to_work_from(tables: Database) -> None:
    """Let the list filter, sort and search; give the labels colours that stay apart for all eyes."""
    for statement in _LIST_TABLES.split(";\n\n"):
        tables.execute(statement)
    # Until now nobody could change a label, so that every project still has the colours and the short guidelines it was
    # made with; the colours could be mistaken for one another by a colour-blind eye.
    for label in DEFAULT_LABELS:
        guidelines = {"guideline_fr": label.guideline.fr, "guideline_en": label.guideline.en}
        tables.table("labels").update(label.id, {"colour": label.colour, **guidelines})


_LIST_TABLES = """\
ALTER TABLE annotations ADD COLUMN flagged INTEGER NOT NULL DEFAULT 0;

ALTER TABLE annotations ADD COLUMN note TEXT;

ALTER TABLE annotations ADD COLUMN trashed INTEGER NOT NULL DEFAULT 0;

-- How many suggestions of each tier are undecided. Where pending_sure is NULL, all three are to be counted anew.
ALTER TABLE annotations ADD COLUMN pending_sure INTEGER;

ALTER TABLE annotations ADD COLUMN pending_likely INTEGER;

ALTER TABLE annotations ADD COLUMN pending_unsure INTEGER;

-- How many active suggestions of each tier there are: what is undecided for who has no annotation yet.
ALTER TABLE articles ADD COLUMN sure INTEGER NOT NULL DEFAULT 0;

ALTER TABLE articles ADD COLUMN likely INTEGER NOT NULL DEFAULT 0;

ALTER TABLE articles ADD COLUMN unsure INTEGER NOT NULL DEFAULT 0;

UPDATE articles SET (sure, likely, unsure) = (
    SELECT coalesce(sum(tier = 'sure'), 0), coalesce(sum(tier = 'likely'), 0), coalesce(sum(tier = 'unsure'), 0)
    FROM suggestions WHERE article_id = articles.id AND active
);

CREATE INDEX spans_of_label ON spans (annotator_id, label_id, article_id);

CREATE INDEX spans_with_note ON spans (annotator_id, article_id) WHERE note IS NOT NULL;

CREATE TABLE splits (                           -- tokens that the tokenizer glues and this project takes apart
    form TEXT PRIMARY KEY,
    parts TEXT NOT NULL,                        -- JSON list of strings; joined they give the form
    added_at TEXT NOT NULL                      -- ISO 8601, UTC
) WITHOUT ROWID;

CREATE VIEW searchable AS
    SELECT a.id, a.title, t.text FROM articles a JOIN texts t ON t.article_id = a.id;

CREATE VIRTUAL TABLE search USING fts5(
    title, text, content='searchable', content_rowid='id', tokenize='unicode61 remove_diacritics 2'
);

INSERT INTO search (search) VALUES ('rebuild');

CREATE TRIGGER text_stored AFTER INSERT ON texts BEGIN
    INSERT INTO search (rowid, title, text)
    SELECT id, title, text FROM searchable WHERE id = new.article_id;
END;

CREATE TRIGGER article_gone BEFORE DELETE ON articles BEGIN
    INSERT INTO search (search, rowid, title, text)
    SELECT 'delete', id, title, text FROM searchable WHERE id = old.id;
END
"""


def imports_that_are_remembered(tables: Database) -> None:
    """Remember imports, and which texts are nearly the same."""
    for statement in _IMPORT_TABLES.split(";\n"):
        tables.execute(statement)


_IMPORT_TABLES = """\
CREATE TABLE imports (                          -- what came in at one stroke, and what is needed to undo it
    id INTEGER PRIMARY KEY,
    at TEXT NOT NULL,                           -- ISO 8601, UTC
    sources TEXT NOT NULL,                      -- JSON list: the files and folders as they were given
    options TEXT NOT NULL,                      -- JSON object: how they were read
    report TEXT NOT NULL,                       -- JSON object: what came in, what did not and why
    state TEXT NOT NULL CHECK (state IN ('done', 'undone')),
    undone_at TEXT,                             -- ISO 8601, UTC
    step INTEGER,                               -- of its rows in edits; NULL where it wrote none
    last_edit INTEGER NOT NULL,                 -- the last row of edits when it was done: newer ones are work since
    last_article INTEGER NOT NULL,              -- the highest id of an article so far: no id is given twice
    first_suggestion INTEGER,                   -- ids of the suggestions it made, from first to last
    last_suggestion INTEGER,
    labels TEXT NOT NULL,                       -- JSON list: ids of the labels it made
    annotators TEXT NOT NULL                    -- JSON list: ids of the annotators it made
);
ALTER TABLE articles ADD COLUMN import_id INTEGER REFERENCES imports(id);
CREATE INDEX articles_of_import ON articles (import_id) WHERE import_id IS NOT NULL;
CREATE TABLE signatures (                       -- which texts are nearly the same, see annotator.nlp.similarity
    article_id INTEGER PRIMARY KEY REFERENCES articles(id) ON DELETE CASCADE,
    version TEXT NOT NULL,
    minhash BLOB NOT NULL
)
"""
