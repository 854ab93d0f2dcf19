"""The tables of what statistics keep, in schemas 5 and 6: each block is described by the module that fills it."""

COUNTING = """\
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
FACTS = """\
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
_OUTCOMES_BY_ARTICLE = """\
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

"""
_KINDS = """\
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
"""
OUTCOMES = (
    _KINDS
    + """\
    UNIQUE (side, label_id, rule, tier, pipeline, outcome, finished, week)
);

"""
    + _OUTCOMES_BY_ARTICLE
    + """\
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
)
STANDING = (
    """\
DROP TABLE suggester_totals;

DROP TABLE suggester_facts;

DROP TABLE suggester_kinds;

"""
    + _KINDS
    + """\
    standing INTEGER NOT NULL,                  -- 0: no pipeline makes the suggestion any more
    UNIQUE (side, label_id, rule, tier, pipeline, outcome, finished, week, standing)
);

CREATE INDEX suggestions_standing ON suggestions (label_id) WHERE active;

CREATE INDEX annotations_in_status ON annotations (annotator_id, status, trashed);

"""
    + _OUTCOMES_BY_ARTICLE
    + """\
INSERT OR IGNORE INTO uncounted SELECT article_id, annotator_id FROM annotations;

INSERT OR IGNORE INTO uncounted SELECT DISTINCT article_id, 0 FROM suggestions;

"""
)
DAYS = """\
-- What was done on each day, read from edits and merged_edits: see store.days. Days are local, ISO 8601; by_id did it
-- in the annotations of annotator_id. No references, as an undone import may take annotators and articles away first.
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
CONSISTENCY = """\
CREATE TABLE unexamined (                       -- annotations to be looked through again, see store.consistency
    annotator_id INTEGER NOT NULL REFERENCES annotators(id) ON DELETE CASCADE,
    article_id INTEGER NOT NULL,
    PRIMARY KEY (annotator_id, article_id)
) WITHOUT ROWID;

CREATE TABLE watched_surfaces (                 -- surfaces of an annotator that were looked for in all their articles
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
KEPT_RESULTS = """\
CREATE TABLE kept_results (                     -- what takes long to find out, as it was found last
    name TEXT PRIMARY KEY,                      -- what was asked
    fingerprint TEXT NOT NULL,                  -- of what it was found from; another one now: it is out of date
    at TEXT NOT NULL,                           -- ISO 8601, UTC
    value TEXT NOT NULL                         -- JSON
) WITHOUT ROWID;

"""
