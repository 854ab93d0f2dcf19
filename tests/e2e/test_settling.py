"""Two annotators differ: every difference is found, settled by key, and what was settled goes out."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

import pytest

from annotator.app.import_options import ImportOptions
from annotator.app.importing import import_files
from annotator.app.project import Project
from annotator.core.annotation import Annotation, Status
from annotator.core.settlement import Choice
from annotator.core.settling import extents
from tests.app.two_annotators import Lines, give, spans_of, with_mistakes
from tests.e2e.desk import Desk

_GOLD = 4
"""Gold articles that are settled."""

POLAND = "La Pologne livre douze chars Leopard 2 à l'Ukraine, a dit Andrzej Duda."
SCHOLZ = "L'Allemagne promet deux milliards d'euros à l'OTAN, selon le chancelier Olaf Scholz."
MALI = "Le Mali accuse la France d'armer des rebelles avec des fusils de chasse."
SWEDEN = "La Suède rejoint l'OTAN."
NIGER = "Le Niger se tait."

ADA = [
    spans_of(POLAND, ("Pologne", "country"), ("chars Leopard 2", "weapon"), ("Ukraine", "country")),
    spans_of(
        SCHOLZ,
        ("Allemagne", "country"),
        ("deux milliards d'euros", "sum"),
        ("OTAN", "alliance"),
        ("chancelier Olaf Scholz", "leader"),
    ),
    spans_of(MALI, ("Mali", "country"), ("France", "country"), ("fusils", "weapon")),
    spans_of(SWEDEN, ("Suède", "country"), ("OTAN", "alliance")),
    spans_of(NIGER, ("Niger", "country")),
]
BEN = [
    # a span missed by Ada, another boundary
    spans_of(
        POLAND, ("Pologne", "country"), ("Leopard 2", "weapon"), ("Ukraine", "country"), ("Andrzej Duda", "leader")
    ),
    # a boundary near enough for a rule, a relabel, a boundary too far off, a label and a boundary
    spans_of(
        SCHOLZ, ("Allemagne", "country"), ("milliards d'euros", "sum"), ("OTAN", "country"), ("Olaf Scholz", "leader")
    ),
    spans_of(MALI, ("Mali", "country"), ("France", "country"), ("rebelles", "leader"), ("fusils de chasse", "sum")),
    spans_of(SWEDEN, ("Suède", "country"), ("OTAN", "alliance")),
]

STANDS = {
    POLAND: [("Pologne", "country"), ("Leopard 2", "weapon"), ("Ukraine", "country"), ("Andrzej Duda", "leader")],
    SCHOLZ: [
        ("Allemagne", "country"),
        ("deux milliards d'euros", "sum"),
        ("OTAN", "alliance"),
        ("Olaf Scholz", "leader"),
    ],
    MALI: [("Mali", "country"), ("France", "country"), ("fusils de chasse", "weapon")],
    SWEDEN: [("Suède", "country"), ("OTAN", "alliance")],
}
"""What is to be settled."""


def project_by_two(path: Path, ada: Lines, ben: Lines) -> Path:
    with Project.create(path) as project:
        give(project, "Ada", ada)
        give(project, "Ben", ben)
    return path


def layer_of(project: Project, article: int) -> Annotation:
    layer = project.settled_layer()
    return Annotation(article, 0) if layer is None else project.annotation(article, layer)


def choices(path: Path) -> dict[tuple[int, str], tuple[Choice, str | None]]:
    """Return how each place was settled, and why, by its article and its text."""
    with Project.open(path) as project:
        return {
            (id, project.article(id).text[each.start : each.end]): (each.choice, each.reason)
            for id in project.article_ids()
            for each in layer_of(project, id).settled
        }


def statuses(path: Path) -> list[Status]:
    with Project.open(path) as project:
        return [layer_of(project, id).status for id in project.article_ids()]


def shows(desk: Desk, passage: str, section: str = "") -> Callable[[], bool]:
    def shown() -> bool:
        seen = desk.settling()
        return seen.get("inspected") == passage and (not section or seen["section"] == section)

    return shown


def says(desk: Desk, words: str) -> bool:
    return any(each.startswith(words) for each in desk.texts())


def export_settled(desk: Desk, target: Path, articles: int) -> list[tuple[str, list[tuple[str, str]]]]:
    """Export what was settled through the dialog, and return the texts of the file with their spans."""
    desk.press("ctrl+e")
    desk.dialog("Exporter")
    desk.type("pro")
    desk.press("alt+n")
    desk.until(lambda: desk.state()["focus"] == "export_whose")
    desk.type("ce")
    desk.press("alt+e")
    desk.until(lambda: desk.typed() is not None)
    desk.press("ctrl+a")
    desk.type(str(target))
    desk.until(lambda: desk.typed() == str(target))
    desk.until(lambda: f"Exporter {articles} articles" in desk.buttons())
    desk.agree()
    desk.until(lambda: target.exists() and not desk.state()["busy"])
    rows = [json.loads(line) for line in target.read_text("utf-8").splitlines()]
    return [
        (row["text"], [(row["text"][each["start"] : each["end"]], each["label"]) for each in row["spans"]])
        for row in rows
    ]


def test_differences_are_settled_by_key_survive_a_power_cut_and_go_out(desk: Desk, tmp_path: Path) -> None:
    path = project_by_two(tmp_path / "guerre.annot", ADA, BEN)
    desk.open(path)
    desk.press("shift+F8")
    desk.until(shows(desk, "chars Leopard 2", "Point 1 sur 2"))
    assert desk.settling()["rows"] == [
        "2 points à départager",
        "3 points à départager",
        "2 points à départager",
        "2 accords à accepter",
    ]

    # What they agree on, and what overlaps by seven tenths, is accepted at one stroke that says before what it does.
    desk.press("alt+c")
    desk.dialog("Accepter les accords")
    desk.until(lambda: says(desk, "7 points seront réglés dans 4 articles"))
    desk.press("alt+r")
    desk.until(lambda: says(desk, "10 points seront réglés dans 4 articles"))  # half of the characters
    desk.press("Tab", "ctrl+a")
    desk.type("70")
    desk.press("Tab", "Down")  # the wider boundaries
    desk.until(lambda: says(desk, "8 points seront réglés dans 4 articles"))
    desk.press("alt+s")
    desk.type("recouvrement de 70")
    desk.agree()
    desk.until(lambda: "8 points réglés dans 4 articles" in desk.state()["message"])
    assert desk.settling()["rows"] == [
        "2 points à départager, 2 réglés",
        "2 points à départager, 2 réglés",
        "2 points à départager, 2 réglés",
        "tout est réglé, à terminer",
    ]
    assert set(choices(path).values()) == {(Choice.AGREED, "recouvrement de 70")}
    desk.press("ctrl+z")
    desk.until(lambda: choices(path) == {})
    desk.press("ctrl+shift+z")
    desk.until(lambda: len(choices(path)) == 8)

    # B as he has it, with a reason; then Ben's span again, which Ada has not.
    desk.until(shows(desk, "chars Leopard 2"))
    desk.press("r")
    desk.until(lambda: desk.typed() == "")
    desk.type("sans le nom commun")
    desk.press("Return", "b")
    desk.until(lambda: choices(path).get((1, "chars Leopard 2")) == (Choice.TAKEN, "sans le nom commun"))
    desk.until(shows(desk, "Andrzej Duda", "Point 2 sur 2"))
    desk.press("b")
    desk.until(lambda: (1, "Andrzej Duda") in choices(path))

    # The power goes: nothing is lost, and settling goes on where it was.
    before = choices(path)
    assert len(before) == 10
    desk.kill()
    desk.open(path)
    assert choices(path) == before
    desk.press("shift+F8")
    desk.until(shows(desk, "OTAN", "Point 2 sur 3"))
    desk.press("ctrl+z")
    desk.until(shows(desk, "Andrzej Duda"))
    desk.until(lambda: (1, "Andrzej Duda") not in choices(path))
    desk.press("ctrl+shift+z")
    desk.until(lambda: choices(path) == before)
    desk.until(lambda: desk.settling()["finish"] == "Terminer l'article (Entrée)")
    desk.press("Return")
    desk.until(lambda: statuses(path)[0] is Status.FINISHED)

    # A as she has it; then back with K to what was decided otherwise.
    desk.until(shows(desk, "OTAN", "Point 2 sur 3"))
    desk.press("a")
    desk.until(shows(desk, "chancelier Olaf Scholz", "Point 3 sur 3"))
    desk.press("a", "k")
    desk.until(shows(desk, "chancelier Olaf Scholz", "Point 3 sur 3"))
    desk.press("b")
    desk.until(lambda: desk.settling()["finish"] == "Terminer l'article (Entrée)")
    desk.press("Return")

    # Neither; and a third version, drawn with the mouse over the text.
    desk.until(shows(desk, "rebelles", "Point 1 sur 2"))
    desk.press("n")
    desk.until(shows(desk, "fusils de chasse", "Point 2 sur 2"))
    desk.drag_over("fusils de chasse")
    desk.click("draw_weapon")
    desk.until(lambda: choices(path).get((3, "fusils de chasse")) == (Choice.DRAWN, None))
    desk.press("Return")
    desk.until(lambda: desk.settling()["article"] == 4)
    desk.press("Return")
    desk.until(lambda: statuses(path)[:4] == [Status.FINISHED] * 4)
    desk.until(lambda: desk.state()["message"].startswith("Tout est réglé."))
    assert choices(path)[3, "rebelles"] == (Choice.NEITHER, None)
    assert choices(path)[2, "chancelier Olaf Scholz"] == (Choice.TAKEN, None)
    with Project.open(path) as project:
        me = [id for id, name in project.annotators().items() if name not in ("Ada", "Ben")]
        assert {each.by for id in project.article_ids() for each in layer_of(project, id).settled} == set(me)

    assert export_settled(desk, tmp_path / "regle.jsonl", 4) == list(STANDS.items())
    assert desk.quit() == 0


# The gold articles, by two


class Slip(NamedTuple):
    """What differs at one place, and the key that leaves there what the gold has."""

    article: int
    start: int
    passage: str
    key: str


@pytest.fixture
def planted(shared_folder: Path, tmp_path: Path) -> tuple[Path, Lines, list[Slip]]:
    """Gold articles by Ada and Ben, who slip in every other one: the file, the gold, and what there is to find."""
    chance = random.Random(6)
    with Project.create(tmp_path / "gold.annot") as project:
        import_files(project, [shared_folder / "gold" / "dev.jsonl"], ImportOptions(annotator="Ada"))
        gold = [
            (article.text, article.grid, list(extents(project.annotation(article.id, 1).spans)))
            for article in project.articles(project.article_ids()[:_GOLD])
        ]
    ada, ben, slips = [], [], []
    for number, (text, grid, spans) in enumerate(gold, 1):
        made = list(with_mistakes(text, grid, spans, chance))
        right, wrong = (ada, ben) if number % 2 else (ben, ada)
        right.append((text, spans))
        wrong.append((text, sorted(new for _, _, new in made if new is not None)))
        for pair in ((old, new) for _, old, new in made if old != new):
            there = [span for span in pair if span is not None]
            passage = text[min(span[0] for span in there) : max(span[1] for span in there)]
            key = "n" if pair[0] is None else "ab"[(number + 1) % 2]
            slips.append(Slip(number, there[0][0], " ".join(passage.split()), key))
    return project_by_two(tmp_path / "or.annot", ada, ben), [(text, spans) for text, _, spans in gold], slips


def test_every_slip_in_the_gold_articles_is_found_and_settled_by_key(
    desk: Desk, tmp_path: Path, planted: tuple[Path, Lines, list[Slip]]
) -> None:
    path, gold, slips = planted
    assert len(slips) > 20
    desk.open(path)
    desk.press("shift+F8")
    for article, those in groupby(sorted(slips), key=lambda slip: slip.article):
        here = list(those)
        for number, slip in enumerate(here, 1):
            desk.until(shows(desk, slip.passage, f"Point {number} sur {len(here)}"))
            assert desk.settling()["article"] == article
            desk.press(slip.key)
        desk.until(lambda: desk.settling()["finish"] == "Terminer l'article (Entrée)")
        desk.press("Return")  # what both have is accepted with it
    desk.until(lambda: desk.state()["message"].startswith("Tout est réglé."))
    assert export_settled(desk, tmp_path / "regle.jsonl", len(gold)) == [
        (text, [(text[start:end], label) for start, end, label in spans]) for text, spans in gold
    ]
