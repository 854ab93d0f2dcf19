"""The tables with which annotators work together, as schema 5 has them: settling, merging, giving articles out."""

SETTLING = """\
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
MERGING = """\
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
