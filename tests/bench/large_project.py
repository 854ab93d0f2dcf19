"""A large project of two annotators, made in under a minute: what the benchmarks of the statistics work on."""

from __future__ import annotations

import hashlib
import random
import time
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from annotator.app.project import Project
from annotator.core.text import OffsetMap
from annotator.nlp import tokenizer
from annotator.store.articles import NewArticle, insert
from tests.bench.limits import made_up_text
from tests.strategies import word_grid

_BATCH = 2500
_LABELS = ("leader", "country", "alliance", "weapon", "sum")
_SHARES = (25, 35, 8, 17, 15)  # of 100 spans
_VOCABULARY = """
first: Jean Marie Vladimir Olaf Emmanuel Ursula Joe Recep Viktor Sanna Mateusz Volodymyr Giorgia Rishi Xi Narendra
last: Dupont Kovalenko Biden Macron Scholz Petrov Orban Duda Meloni Sánchez Rutte Marin Lukachenko Zelensky
country: Ukraine Russie États-Unis Pologne Allemagne France Chine Royaume-Uni Turquie Moldavie Roumanie Biélorussie
country: Italie Espagne Finlande Suède Norvège Canada Inde Iran Corée_du_Nord Hongrie Slovaquie République_tchèque
alliance: OTAN Union_européenne ONU G7 OTSC Conseil_de_l'Europe OSCE
weapon: char missile drone obusier canon système_antiaérien avion_de_chasse lance-roquettes blindé frégate
model: Leopard_2 M142 T-72 S-300 Patriot Caesar Javelin Bayraktar Abrams Iskander Kinjal Grad Stinger Storm
"""
_CURRENCIES = ("euros", "dollars", "roubles", "hryvnias", "livres sterling", "dollars américains")
_SCALES = ("millions d'", "milliards d'", "000 ")
_STATUSES = ("finished", "finished", "finished", "in progress", "set aside")
_TIERS = ("sure", "likely", "unsure")


class _Written(NamedTuple):
    """An article that is made up, and where its surfaces are."""

    text: str
    places: Sequence[tuple[int, int, str]]


def make_large(path: Path, *, articles: int = 100_000, spans: int = 1_000_000) -> Path:
    """Make a project of many articles in which Ada and Ben have spans, decisions and a log; nothing in it is counted.

    Ada has seven tenths of the articles and Ben four, so that one in ten is done by both; where both are, one in eight
    of Ben's spans is another. Of three spans two were proposed by a pipeline and accepted or changed; some suggestions
    are rejected, some undecided. Every fiftieth annotation lies in the trash. The log says of each annotation that its
    spans were drawn or accepted, span by span for every tenth and at one stroke for the others, and its status set.

    Args:
        path: where to; there must be no file yet.
        articles: how many.
        spans: about how many, of both annotators together.
    """
    chance = random.Random(17)
    each = max(1, round(spans / (1.1 * articles)))
    words = made_up_text(200_000, paragraphs=False).replace("\n", " ").split()
    with Project.create(path) as project:
        whose = [project.add_annotator(name) for name in ("Ada", "Ben")]
        database = project.database
        database.execute("PRAGMA synchronous=OFF")
        clock = datetime(2022, 3, 1, 8, tzinfo=UTC)
        span_id, suggestion_id, edit_id = 1, 1, 1
        surfaces = _Surfaces(chance)
        for first in range(0, articles, _BATCH):
            written = [
                _write(chance, words, surfaces, number, chance.randint(max(1, each - 4), each + 4))
                for number in range(first, min(first + _BATCH, articles))
            ]
            new = [_article(chance, made, number) for number, made in enumerate(written, first)]
            annotations: list[tuple[object, ...]] = []
            rows: list[tuple[object, ...]] = []
            suggestions: list[tuple[object, ...]] = []
            decisions: list[tuple[object, ...]] = []
            edits: list[tuple[object, ...]] = []
            with database.transaction():
                ids = insert(database, new, at="2022-02-24T05:00:00+00:00")
                for id, made in zip(ids, written, strict=True):
                    proposed = []
                    for start, end, label in made.places:
                        shift = chance.random()
                        if shift < 0.7:
                            stop = end + 1 if shift < 0.05 else end
                            said = label if shift > 0.1 or shift < 0.05 else chance.choice(_LABELS)
                            proposed.append(suggestion_id)
                            suggestions.append(
                                (suggestion_id, id, start, stop, said, f"{said}.rule-{len(label) % 4}", "parce que",
                                 "because", _TIERS[suggestion_id % 3], f"rules {1 + first // 50_000}")
                            )  # fmt: skip
                            suggestion_id += 1
                        else:
                            proposed.append(0)
                    lot = id % 10
                    both = lot == 0
                    for who in whose if both else [whose[lot > 6]]:
                        clock += timedelta(seconds=chance.choice((20, 40, 60, 90, 1800 if lot == 3 else 30)))
                        if clock.hour >= 17:
                            clock = clock.replace(hour=8, minute=0) + timedelta(days=1)
                        changes = []
                        for (start, end, label), suggestion in zip(made.places, proposed, strict=True):
                            if both and who == whose[1] and chance.random() < 0.125:
                                label = chance.choice(_LABELS)
                            if suggestion and span_id % 29 == 0:
                                decisions.append((suggestion, who, "rejected"))
                                changes.append(
                                    f'{{"change":"decision","suggestion":{suggestion},"before":"pending",'
                                    '"after":"rejected"}'
                                )
                                span_id += 1
                                continue
                            origin = "suggested" if suggestion else "drawn"
                            rows.append((span_id, id, who, start, end, label, origin, suggestion or None))
                            if suggestion:
                                shown = suggestions[suggestion - suggestion_id]
                                same = shown[2:5] == (start, end, label)
                                decisions.append((suggestion, who, "accepted" if same else "changed"))
                            of = f',"suggestion":{suggestion}' if suggestion else ""
                            changes.append(
                                f'{{"change":"span","id":{span_id},"before":null,"after":{{"start":{start},"end":{end},'
                                f'"label":"{label}","origin":"{origin}"{of}}}}}'
                            )
                            span_id += 1
                        status = chance.choice(_STATUSES)
                        for part in [[one] for one in changes] if id % 10 == 0 else [changes]:
                            at = clock.isoformat(timespec="milliseconds")
                            verb = "accept" if "suggest" in part[0] else "draw"
                            edits.append((edit_id, edit_id, at, who, id, verb, f"[{','.join(part)}]", "[]"))
                            edit_id += 1
                            clock += timedelta(seconds=4)
                        at = clock.isoformat(timespec="milliseconds")
                        moved = '[{"change":"status","before":"%s","after":"%s"}]'
                        edits.append(
                            (edit_id, edit_id, at, who, id, "status", moved % ("in progress", status),
                             moved % (status, "in progress"))
                        )  # fmt: skip
                        edit_id += 1
                        annotations.append((id, who, status, at, id % 50 == 9))
                database.executemany(
                    "INSERT INTO annotations (article_id, annotator_id, status, revision, changed_at, trashed)"
                    " VALUES (?,?,?,2,?,?)",
                    annotations,
                )
                database.executemany(
                    'INSERT INTO suggestions (id, article_id, start, "end", label_id, rule, reason_fr, reason_en, tier,'
                    " pipeline) VALUES (?,?,?,?,?,?,?,?,?,?)",
                    suggestions,
                )
                database.executemany(
                    'INSERT INTO spans (id, article_id, annotator_id, start, "end", label_id, origin, suggestion_id)'
                    " VALUES (?,?,?,?,?,?,?,?)",
                    rows,
                )
                database.executemany("INSERT INTO decisions VALUES (?,?,?)", decisions)
                database.executemany(
                    "INSERT INTO edits (id, step, at, annotator_id, article_id, verb, kind, state, changes, inverse)"
                    " VALUES (?,?,?,?,?,?,'edit','done',?,?)",
                    edits,
                )
        with database.transaction():
            database.execute(
                "UPDATE articles SET suggested_by = (SELECT max(pipeline) FROM suggestions s WHERE s.article_id = id)"
            )
    return path


class _Surfaces:
    """Surfaces as a corpus has them: few that are frequent, and many that are rare."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        known: dict[str, list[str]] = {}
        for line in _VOCABULARY.strip().splitlines():
            kind, _, words = line.partition(": ")
            known.setdefault(kind, []).extend(word.replace("_", " ") for word in words.split())
        first, last = known["first"], known["last"]
        people = [f"{one} {two}" for one in first for two in last]
        people += [f"{one}-{other} {two}" for one in first for other in first[:8] for two in last]
        weapons = [f"{one} {two}" for one in known["weapon"] for two in known["model"]]
        weapons += known["weapon"] + known["model"]
        self._lists = {
            "leader": people,
            "country": known["country"],
            "alliance": known["alliance"],
            "weapon": weapons,
        }
        for each in self._lists.values():
            chance.shuffle(each)

    def draw(self) -> tuple[str, str]:
        """Return words and their label."""
        chance = self._chance
        (label,) = chance.choices(_LABELS, _SHARES)
        if label == "sum":
            scale = chance.choice(_SCALES)
            currency = chance.choice(_CURRENCIES)
            joined = scale.replace("d'", "d'" if currency == "euros" else "de ")
            return f"{chance.randrange(1, 1000)} {joined}{currency}", label
        listed = self._lists[label]
        return listed[int(len(listed) * chance.random() ** 3)], label


def _write(chance: random.Random, words: Sequence[str], surfaces: _Surfaces, number: int, spans: int) -> _Written:
    """Make up the text of an article."""
    parts, places, length = [f"Dépêche {number} ."], [], len(f"Dépêche {number} .")
    for _ in range(spans):
        at, many = chance.randrange(len(words) - 20), chance.randrange(4, 16)
        between = " " + " ".join(words[at : at + many]) + " "
        surface, label = surfaces.draw()
        start = length + len(between)
        places.append((start, start + len(surface), label))
        parts += (between, surface)
        length = start + len(surface)
    return _Written("".join(parts) + " .", places)


def _article(chance: random.Random, made: _Written, number: int) -> NewArticle:
    day = f"20{chance.randrange(14, 24)}-{chance.randrange(1, 13):02d}-{chance.randrange(1, 29):02d}"
    return NewArticle(
        hashlib.sha256(made.text.encode()).hexdigest(),
        f"Dépêche {number}",
        f"dépêches-{number // 2000}.jsonl:{number % 2000 + 1}",
        made.text,
        word_grid(made.text),
        tokenizer.VERSION,
        day if number % 40 else None,
        {},
        None,
        OffsetMap(()),
    )


if __name__ == "__main__":
    import sys

    began = time.perf_counter()
    many, count = (int(each) for each in sys.argv[2:4] or (100_000, 1_000_000))
    make_large(Path(sys.argv[1]), articles=many, spans=count)
    print(f"{time.perf_counter() - began:.1f} s")
