"""The schema of the project file, as named steps; each runs once in the life of a file, in order.

CONTRIBUTING.md describes the tables. A step that has been released is never changed: a new one follows it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.core.labels import DEFAULT_LABELS

if TYPE_CHECKING:
    from sqlite_utils import Database


def _first_tables(tables: Database) -> None:
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


def _lexicon_of_the_project(tables: Database) -> None:
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


def _a_list_to_work_from(tables: Database) -> None:
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


def _imports_that_are_remembered(tables: Database) -> None:
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


def _settling_merging_and_counting(tables: Database) -> None:
    blocks = (_SETTLING, _MERGING, _OUTCOMES, _CONSISTENCY, _FACTS, _COUNTING, _DAYS, _KEPT_RESULTS)
    for statement in "".join(blocks).split(";\n\n"):
        tables.execute(statement)


_KEPT_RESULTS = """\
CREATE TABLE kept_results (                     -- what takes long to find out, as it was found last
    name TEXT PRIMARY KEY,                      -- what was asked
    fingerprint TEXT NOT NULL,                  -- of what it was found from; another one now: it is out of date
    at TEXT NOT NULL,                           -- ISO 8601, UTC
    value TEXT NOT NULL                         -- JSON
) WITHOUT ROWID;

"""

_SETTLING = """\
-- 1: no person but the layer of what was settled, whose annotations are like anybody's.
ALTER TABLE annotators ADD COLUMN settled INTEGER NOT NULL DEFAULT 0;

-- Who did it, where it is not the annotator's own doing: who settled, who merged.
ALTER TABLE edits ADD COLUMN by_id INTEGER REFERENCES annotators(id);

CREATE INDEX edits_by_others ON edits (by_id, state, step) WHERE by_id IS NOT NULL AND kind = 'edit';

CREATE TABLE settlements (                      -- a place that was settled in an annotation of the settled layer
    article_id INTEGER NOT NULL,
    annotator_id INTEGER NOT NULL,
    start INTEGER NOT NULL,                     -- code points, half-open
    "end" INTEGER NOT NULL,
    choice TEXT NOT NULL CHECK (choice IN ('agreed', 'taken', 'drawn', 'neither')),
    taken_from INTEGER REFERENCES annotators(id),   -- whose span was taken
    by_id INTEGER NOT NULL REFERENCES annotators(id),   -- who decided
    reason TEXT,
    PRIMARY KEY (article_id, annotator_id, start),
    FOREIGN KEY (article_id, annotator_id) REFERENCES annotations(article_id, annotator_id) ON DELETE CASCADE,
    CHECK (0 <= start AND start < "end")
) WITHOUT ROWID;

"""
_MERGING = """\
ALTER TABLE imports ADD COLUMN kind TEXT NOT NULL DEFAULT 'import' CHECK (kind IN ('import', 'merge'));

-- JSON object: what a merge changed besides articles and annotations, as it was before.
ALTER TABLE imports ADD COLUMN replaced TEXT NOT NULL DEFAULT '{}';

CREATE TABLE merged_edits (                     -- the logs of other copies of the project, as merges brought them
    id INTEGER PRIMARY KEY,
    import_id INTEGER NOT NULL REFERENCES imports(id),
    at TEXT NOT NULL,                           -- ISO 8601, UTC
    annotator_id INTEGER NOT NULL REFERENCES annotators(id),
    article_id INTEGER NOT NULL REFERENCES articles(id) ON DELETE CASCADE,
    by_id INTEGER REFERENCES annotators(id),
    verb TEXT NOT NULL,
    kind TEXT NOT NULL,                         -- as in edits; 'merge': what a merge decided where writes clashed
    changes TEXT NOT NULL,                      -- JSON, as in edits; suggestions by their ids in this project
    ordinal INTEGER NOT NULL                    -- which of the edits of its annotation that have this time
);

CREATE INDEX merged_edits_of_annotation ON merged_edits (article_id, annotator_id);

CREATE INDEX merged_edits_of_import ON merged_edits (import_id);

CREATE INDEX merged_edits_by_time ON merged_edits (at);

CREATE TABLE assignments (                      -- articles that were given out to be worked on in copies of the project
    article_id INTEGER NOT NULL REFERENCES articles(id) ON DELETE CASCADE,
    annotator_id INTEGER NOT NULL REFERENCES annotators(id),
    at TEXT NOT NULL,                           -- ISO 8601, UTC
    PRIMARY KEY (article_id, annotator_id)
) WITHOUT ROWID;

"""
_OUTCOMES = """\
-- What can become of a suggestion or a span: every combination that has occurred, see store.suggester_counts.
CREATE TABLE suggester_kinds (
    id INTEGER PRIMARY KEY,
    side TEXT NOT NULL CHECK (side IN ('suggestion', 'span', 'article')),
    label_id TEXT NOT NULL,
    rule TEXT NOT NULL,
    tier TEXT NOT NULL,
    pipeline TEXT NOT NULL,                     -- which proposed it; of a span, which read the article last
    outcome TEXT NOT NULL,
    finished INTEGER NOT NULL,                  -- 1: the annotator has finished the article
    week TEXT NOT NULL,                         -- Monday of the week in which the annotation changed last
    UNIQUE (side, label_id, rule, tier, pipeline, outcome, finished, week)
);

-- How many of each kind an annotation contributed when it was counted last; the article may be gone.
CREATE TABLE suggester_facts (
    annotator_id INTEGER NOT NULL,
    kind_id INTEGER NOT NULL REFERENCES suggester_kinds(id),
    article_id INTEGER NOT NULL,
    n INTEGER NOT NULL,
    PRIMARY KEY (annotator_id, kind_id, article_id)
) WITHOUT ROWID;

CREATE INDEX suggester_facts_of_annotation ON suggester_facts (article_id, annotator_id);

CREATE TABLE suggester_totals (
    annotator_id INTEGER NOT NULL,
    kind_id INTEGER NOT NULL REFERENCES suggester_kinds(id),
    n INTEGER NOT NULL,
    PRIMARY KEY (annotator_id, kind_id)
) WITHOUT ROWID;

CREATE TABLE readiness (                        -- what was found out by going through all articles, see store.readiness
    annotator_id INTEGER PRIMARY KEY,
    state TEXT NOT NULL,                        -- of the project; where it is another, what was found no longer holds
    found TEXT NOT NULL                         -- JSON object, see core.readiness.Examined
);

-- A pipeline may read an article and propose nothing: what it missed is to be counted all the same.
CREATE TRIGGER article_read AFTER UPDATE OF suggested_by ON articles BEGIN
    INSERT INTO uncounted SELECT new.id, 0 WHERE NOT EXISTS (
        SELECT 1 FROM uncounted WHERE article_id = new.id AND annotator_id = 0
    );
END;

"""
_CONSISTENCY = """\
CREATE TABLE unexamined (                       -- annotations to be looked through again, see store.consistency
    annotator_id INTEGER NOT NULL REFERENCES annotators(id) ON DELETE CASCADE,
    article_id INTEGER NOT NULL,
    PRIMARY KEY (annotator_id, article_id)
) WITHOUT ROWID;

CREATE TABLE watched_surfaces (                 -- surfaces of an annotator that were looked for in all of their articles
    annotator_id INTEGER NOT NULL REFERENCES annotators(id) ON DELETE CASCADE,
    surface TEXT NOT NULL,                      -- folded, see core.consistency.fold
    PRIMARY KEY (annotator_id, surface)
) WITHOUT ROWID;

CREATE TABLE loose_ends (                       -- where such a surface stands and is no span
    annotator_id INTEGER NOT NULL REFERENCES annotators(id) ON DELETE CASCADE,
    surface TEXT NOT NULL,
    inside TEXT NOT NULL,                       -- words of the span that leaves some of it out; '' where it is bare
    label_id TEXT NOT NULL,                     -- of that span; '' where it is bare
    article_id INTEGER NOT NULL REFERENCES articles(id) ON DELETE CASCADE,
    finished INTEGER NOT NULL,                  -- 1: the annotation is finished
    times INTEGER NOT NULL,
    PRIMARY KEY (annotator_id, surface, inside, label_id, article_id)
) WITHOUT ROWID;

CREATE INDEX loose_ends_of_article ON loose_ends (article_id, annotator_id);

CREATE TABLE same_texts (                       -- two articles with nearly the same text
    article_id INTEGER NOT NULL REFERENCES articles(id) ON DELETE CASCADE,
    other_id INTEGER NOT NULL REFERENCES articles(id) ON DELETE CASCADE,    -- the greater id
    PRIMARY KEY (article_id, other_id)
) WITHOUT ROWID;

CREATE INDEX same_texts_of_other ON same_texts (other_id);

CREATE TABLE compared_texts (                   -- how far an annotator treated both alike
    annotator_id INTEGER NOT NULL REFERENCES annotators(id) ON DELETE CASCADE,
    article_id INTEGER NOT NULL REFERENCES articles(id) ON DELETE CASCADE,
    other_id INTEGER NOT NULL REFERENCES articles(id) ON DELETE CASCADE,
    finished INTEGER NOT NULL,                  -- 1: both annotations are finished
    agreeing INTEGER NOT NULL,                  -- spans that both have
    first INTEGER NOT NULL,                     -- spans that only the first has so
    second INTEGER NOT NULL,
    deviating INTEGER NOT NULL,                 -- places at which they differ
    PRIMARY KEY (annotator_id, article_id, other_id)
) WITHOUT ROWID;

CREATE INDEX compared_texts_of_article ON compared_texts (article_id);

CREATE INDEX compared_texts_of_other ON compared_texts (other_id);

CREATE TABLE left_alone (                       -- inconsistencies that are none: a person said so
    kind TEXT NOT NULL,
    surface TEXT NOT NULL,                      -- what tells it from others of its kind
    at TEXT NOT NULL,                           -- ISO 8601, UTC
    by_id INTEGER REFERENCES annotators(id) ON DELETE SET NULL,
    PRIMARY KEY (kind, surface)
) WITHOUT ROWID;

"""
_FACTS = """\
CREATE TABLE surfaces (                         -- the words of spans, with single blanks
    id INTEGER PRIMARY KEY AUTOINCREMENT,       -- never given again; a surface goes with its last fact
    words TEXT NOT NULL UNIQUE
);

-- How often an annotator labelled these words so in an article; the article may be gone.
CREATE TABLE facts (
    article_id INTEGER NOT NULL,
    annotator_id INTEGER NOT NULL,
    label_id TEXT NOT NULL,
    surface_id INTEGER NOT NULL REFERENCES surfaces(id),
    spans INTEGER NOT NULL,
    PRIMARY KEY (article_id, annotator_id, label_id, surface_id)
) WITHOUT ROWID;

CREATE INDEX facts_of_surface ON facts (surface_id, label_id, annotator_id, article_id, spans);

CREATE TABLE counted_articles (                 -- an article an annotator began, as it was counted; it may be gone
    article_id INTEGER NOT NULL,
    annotator_id INTEGER NOT NULL,
    month TEXT NOT NULL,                        -- of its date: 2022-02, 2022 where no more is known, or ''
    source TEXT NOT NULL,                       -- without the line in a file
    spans INTEGER NOT NULL,
    PRIMARY KEY (article_id, annotator_id)
) WITHOUT ROWID;

CREATE TABLE amounts (                          -- what the surfaces of sums say, see core.sums
    surface_id INTEGER PRIMARY KEY REFERENCES surfaces(id),
    currency TEXT,                              -- ISO 4217; NULL where it is open
    name TEXT NOT NULL,
    amount TEXT                                 -- a decimal number; NULL where none can be read
);

-- Spans and articles by one thing at a time; see store.content_counts for the kinds.
CREATE TABLE content_totals (
    annotator_id INTEGER NOT NULL,
    kind TEXT NOT NULL,
    label_id TEXT NOT NULL,                     -- '': of all labels
    value NOT NULL,                             -- a number, a month, a source, a currency
    spans INTEGER NOT NULL,
    articles INTEGER NOT NULL,
    PRIMARY KEY (annotator_id, kind, label_id, value)
) WITHOUT ROWID;

CREATE INDEX content_totals_gone ON content_totals (articles) WHERE articles = 0;

CREATE TABLE surface_totals (
    annotator_id INTEGER NOT NULL,
    label_id TEXT NOT NULL,
    surface_id INTEGER NOT NULL,
    spans INTEGER NOT NULL,
    articles INTEGER NOT NULL,
    PRIMARY KEY (annotator_id, label_id, surface_id)
) WITHOUT ROWID;

CREATE INDEX surface_totals_gone ON surface_totals (articles) WHERE articles = 0;

CREATE TABLE pair_totals (                      -- in how many articles both are labelled so
    annotator_id INTEGER NOT NULL,
    first_label TEXT NOT NULL,
    second_label TEXT NOT NULL,
    first_id INTEGER NOT NULL,
    second_id INTEGER NOT NULL,
    articles INTEGER NOT NULL,
    PRIMARY KEY (annotator_id, first_label, second_label, first_id, second_id)
) WITHOUT ROWID;

CREATE INDEX pair_totals_gone ON pair_totals (articles) WHERE articles = 0;

"""
_COUNTING = """\
-- Annotations that contribute something else to the kept counts than when they were counted; annotator 0: everybody's.
CREATE TABLE uncounted (
    article_id INTEGER NOT NULL,
    annotator_id INTEGER NOT NULL,
    PRIMARY KEY (article_id, annotator_id)
) WITHOUT ROWID;

INSERT INTO uncounted SELECT article_id, annotator_id FROM annotations;

INSERT INTO uncounted SELECT DISTINCT article_id, 0 FROM suggestions;

-- Not INSERT OR IGNORE: the statement that sets a trigger off may decide otherwise what becomes of conflicts.
CREATE TRIGGER annotation_made AFTER INSERT ON annotations BEGIN
    INSERT INTO uncounted SELECT new.article_id, new.annotator_id WHERE NOT EXISTS (
        SELECT 1 FROM uncounted WHERE article_id = new.article_id AND annotator_id = new.annotator_id
    );
END;

CREATE TRIGGER annotation_changed AFTER UPDATE OF revision, status, trashed ON annotations BEGIN
    INSERT INTO uncounted SELECT new.article_id, new.annotator_id WHERE NOT EXISTS (
        SELECT 1 FROM uncounted WHERE article_id = new.article_id AND annotator_id = new.annotator_id
    );
END;

CREATE TRIGGER annotation_gone AFTER DELETE ON annotations BEGIN
    INSERT INTO uncounted SELECT old.article_id, old.annotator_id WHERE NOT EXISTS (
        SELECT 1 FROM uncounted WHERE article_id = old.article_id AND annotator_id = old.annotator_id
    );
END;

CREATE TRIGGER suggestion_made AFTER INSERT ON suggestions BEGIN
    INSERT INTO uncounted SELECT new.article_id, 0 WHERE NOT EXISTS (
        SELECT 1 FROM uncounted WHERE article_id = new.article_id AND annotator_id = 0
    );
END;

CREATE TRIGGER suggestion_changed AFTER UPDATE OF active, label_id ON suggestions BEGIN
    INSERT INTO uncounted SELECT new.article_id, 0 WHERE NOT EXISTS (
        SELECT 1 FROM uncounted WHERE article_id = new.article_id AND annotator_id = 0
    );
END;

CREATE TRIGGER suggestion_gone AFTER DELETE ON suggestions BEGIN
    INSERT INTO uncounted SELECT old.article_id, 0 WHERE NOT EXISTS (
        SELECT 1 FROM uncounted WHERE article_id = old.article_id AND annotator_id = 0
    );
END;

"""
_DAYS = """\
-- What was done on each day, read from edits and merged_edits: see store.days. Days are local ones, ISO 8601; by_id did
-- it in the annotations of annotator_id. No references, as an undone import may take annotators and articles away first.
CREATE TABLE days (
    day TEXT NOT NULL,
    annotator_id INTEGER NOT NULL,
    by_id INTEGER NOT NULL,
    deeds INTEGER NOT NULL,
    active INTEGER NOT NULL,                    -- milliseconds at work, pauses left out
    PRIMARY KEY (day, annotator_id, by_id)
) WITHOUT ROWID;

CREATE TABLE day_spans (                        -- how many more spans there are; fewer where negative
    day TEXT NOT NULL,
    annotator_id INTEGER NOT NULL,
    by_id INTEGER NOT NULL,
    label_id TEXT NOT NULL,
    worked INTEGER NOT NULL,                    -- by what somebody did
    brought INTEGER NOT NULL,                   -- by imports
    PRIMARY KEY (day, annotator_id, by_id, label_id)
) WITHOUT ROWID;

CREATE TABLE day_statuses (                     -- how many more annotations are in a status; fewer where negative
    day TEXT NOT NULL,
    annotator_id INTEGER NOT NULL,
    by_id INTEGER NOT NULL,
    status TEXT NOT NULL,
    worked INTEGER NOT NULL,
    brought INTEGER NOT NULL,
    PRIMARY KEY (day, annotator_id, by_id, status)
) WITHOUT ROWID;

CREATE TABLE finishings (                       -- articles that were finished on a day, or no longer
    day TEXT NOT NULL,
    annotator_id INTEGER NOT NULL,
    by_id INTEGER NOT NULL,
    article_id INTEGER NOT NULL,
    net INTEGER NOT NULL,                       -- 1: finished, -1: no longer
    PRIMARY KEY (day, annotator_id, by_id, article_id)
) WITHOUT ROWID;

CREATE TABLE last_deeds (                       -- where active time goes on from
    by_id INTEGER NOT NULL,
    log TEXT NOT NULL,                          -- the table it was read from
    at INTEGER NOT NULL,                        -- milliseconds since 1970, UTC
    PRIMARY KEY (by_id, log)
) WITHOUT ROWID;

CREATE TABLE log_read (                         -- a single row
    edit INTEGER NOT NULL,                      -- the last row of edits that was counted; -1: all is to be counted anew
    merged INTEGER NOT NULL,                    -- the last row of merged_edits
    rules TEXT NOT NULL                         -- by which it was counted; where they are others, all is counted anew
);

INSERT INTO log_read VALUES (0, 0, '');

CREATE TRIGGER edit_gone AFTER DELETE ON edits BEGIN
    UPDATE log_read SET edit = -1 WHERE edit >= old.id;
END;

CREATE TRIGGER merged_edit_gone AFTER DELETE ON merged_edits BEGIN
    UPDATE log_read SET edit = -1 WHERE merged >= old.id;
END;

"""


STEPS = (
    _first_tables,
    _lexicon_of_the_project,
    _a_list_to_work_from,
    _imports_that_are_remembered,
    _settling_merging_and_counting,
)
VERSION = len(STEPS)


def apply(tables: Database) -> None:
    """Run the steps a file has not been through yet, each in a savepoint with the record that it ran."""
    from sqlite_utils.migrations import Migrations

    named = Migrations("annotator")
    for step in STEPS:
        named(name=step.__name__.lstrip("_"))(step)
    named.apply(tables)
