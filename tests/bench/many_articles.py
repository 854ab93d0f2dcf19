"""A project of very many articles, made in seconds: what the benchmarks of lists, searches and memory work on."""

from __future__ import annotations

import hashlib
import random
from pathlib import Path

from annotator.app.project import Project
from annotator.core.suggestions import Tier
from annotator.core.text import OffsetMap
from annotator.store.articles import NewArticle, insert
from tests.bench.limits import made_up_text
from tests.strategies import word_grid

_BATCH = 5000
_TEMPLATES = 400
_NUMBER = "000000"  # stands at the head of each template, so that no two articles are alike and the grid stays
_PLACES = ("Kyiv", "Odessa", "Kharkiv", "Lviv", "Kherson", "Dnipro", "Louhansk", "Bakhmout", "Soledar", "Melitopol")
_THINGS = ("L’État-major", "La présidence", "Le général", "L’OTAN", "La Pologne", "L’été", "Une frégate")
_DEEDS = ("réclame des chars", "reçoit des munitions", "évoque une trêve", "dément un retrait", "signe un accord")
_STATUSES = ("finished", "in progress", "set aside", "new")


def make_many(path: Path, *, articles: int, characters: int = 1000, annotator: str = "Ada") -> Path:
    """Make a project of many articles with titles, dates, sources, and suggestions counted in one of two.

    The annotator has an annotation of every fourth article, of any status, some flagged, few with a note. Where there
    is an annotation or a count, there are neither spans nor suggestions behind it: those who need them make them.

    Args:
        path: where to; there must be no file yet.
        articles: how many.
        characters: the least length of a text.
        annotator: whose annotations they are.
    """
    chance = random.Random(11)
    body = made_up_text(characters + 40 * _TEMPLATES, paragraphs=True)
    templates = []
    for number in range(_TEMPLATES):
        text = f"{_NUMBER} {chance.choice(_PLACES)} {body[40 * number : 40 * number + characters].strip()}"
        templates.append((text, word_grid(text)))
    with Project.create(path) as project:
        who = project.add_annotator(annotator)
        database = project.database
        for first in range(0, articles, _BATCH):
            batch = []
            for number in range(first, min(first + _BATCH, articles)):
                template, grid = templates[number % _TEMPLATES]
                text = f"{number:06d}{template[6:]}"
                title = f"{chance.choice(_THINGS)} {chance.choice(_DEEDS)} à {chance.choice(_PLACES)} ({number})"
                digest = hashlib.sha256(text.encode()).hexdigest()
                date = f"20{chance.randrange(14, 24)}-{chance.randrange(1, 13):02d}-{chance.randrange(1, 29):02d}"
                source = f"dépêches-{number // 2000}.jsonl:{number % 2000 + 1}"
                batch.append(NewArticle(digest, title, source, text, grid, "words-1", date, {}, None, OffsetMap(())))
            with database.transaction():
                ids = insert(database, batch, at="2023-01-01T00:00:00+00:00")
                database.executemany(
                    "UPDATE articles SET sure = ?, likely = ?, unsure = ? WHERE id = ?",
                    [(*(chance.randrange(9) for _ in Tier), id) for id in ids[::2]],
                )
                database.executemany(
                    "INSERT INTO annotations (article_id, annotator_id, status, revision, changed_at, flagged, note,"
                    " pending_sure, pending_likely, pending_unsure) VALUES (?,?,?,1,?,?,?,?,?,?)",
                    [
                        (
                            id,
                            who,
                            chance.choice(_STATUSES),
                            f"2023-01-{chance.randrange(1, 29):02d}T10:00:00.000+00:00",
                            chance.random() < 0.05,
                            "à revoir" if chance.random() < 0.02 else None,
                            *(chance.randrange(5) for _ in Tier),
                        )
                        for id in ids[::4]
                    ],
                )
    return path
