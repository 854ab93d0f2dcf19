"""After a change of the lexicon only the articles are read anew in which it can matter, and nothing is missed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.app.importing import import_files
from annotator.app.lexicon import add_entry, lexicon, remove_entry, silence_rule
from annotator.app.project import Project
from annotator.app.splits import add_split, remove_split
from annotator.app.suggesting import suggest
from annotator.core.lexicon import may_hold
from annotator.core.splits import parse_split
from annotator.core.suggestions import Tier
from annotator.core.wording import Wording

TEXTS = (
    "La Russie a tiré un Zorglub sur l'Ukraine.",
    "Le ZORGLUB russe, dit Sergueï Lavrov, vise l'OTAN.",
    "Des zorglubs, un zor-glub et 3 millions d'euros.",
    "L'Etat-Majeur de l’Élysée : 50M€, un anti-zorglub, des chars Leclerc.",
    "Rien que la Chine et le Mali.",
    "Un super Etat majeur, dit l'Elysee d'Emmanuel Macron.",
)


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    for number, text in enumerate(TEXTS):
        (tmp_path / f"{number}.txt").write_text(text, "utf-8")
    with Project.create(tmp_path / "war.annot") as project:
        import_files(project, [tmp_path / f"{number}.txt" for number in range(len(TEXTS))])
        suggest(project)
        yield project


Proposed = list[tuple[int, int, int, str, str, Wording, Tier, bool]]


def proposed(project: Project) -> Proposed:
    return [
        (each.article, each.start, each.end, each.label, each.rule, each.reason, each.tier, each.active)
        for article in project.article_ids()
        for each in project.suggestions(article).values()
    ]


def read_anew(project: Project) -> tuple[int, Proposed]:
    """Return how many articles were read, and what is suggested now; check it against reading everything."""
    report = suggest(project)
    spared = proposed(project)
    counts = project.database.execute("SELECT id, sure, likely, unsure FROM articles").fetchall()
    everything = suggest(project, articles=project.article_ids())
    assert everything.articles == len(TEXTS)
    assert everything.pipeline == report.pipeline
    assert spared == proposed(project)
    assert counts == project.database.execute("SELECT id, sure, likely, unsure FROM articles").fetchall()
    assert suggest(project).articles == 0
    return report.articles, spared


@pytest.mark.parametrize(
    ("form", "articles"),
    [("Zorglub", 4), ("zor-glub", 4), ("État-majeur", 2), ("l’Élysée", 2), ("Wakanda", 0), ("millions d'euros", 1)],
)
def test_a_word_added_or_taken_out_concerns_the_articles_that_hold_it(
    project: Project, form: str, articles: int
) -> None:
    before = proposed(project)
    add_entry(project, form, label="weapon")
    read, _ = read_anew(project)
    assert read == articles
    remove_entry(project, form)
    read, after = read_anew(project)
    assert read == articles
    assert after == before


def test_several_changes_since_the_last_reading_count_together(project: Project) -> None:
    add_entry(project, "Zorglub", label="weapon")
    suggest(project)
    add_entry(project, "Zorglub", label="leader")
    add_entry(project, "Mali", label="alliance")
    add_split(project, parse_split("zorglubs=zorglub+s"))
    read, _ = read_anew(project)
    assert read == 5
    remove_split(project, "zorglubs")
    read, _ = read_anew(project)
    assert read == 1


def test_an_entry_in_pieces_is_looked_for_in_pieces(project: Project) -> None:
    add_entry(project, "anti-zorglub", label="weapon")
    read_anew(project)
    add_split(project, parse_split("anti-zorglub=anti+-+zorglub"))
    read, found = read_anew(project)
    assert read == 1
    assert any(
        rule == "project.entry" and TEXTS[3][start:end] == "anti-zorglub" for _, start, end, _, rule, *_ in found
    )


def test_a_silent_rule_concerns_every_article(project: Project) -> None:
    silence_rule(project, "country.name")
    read, _ = read_anew(project)
    assert read == len(TEXTS)


def test_articles_read_by_an_edition_nobody_remembers_are_read(project: Project) -> None:
    with project.database.transaction():
        project.database.execute("UPDATE articles SET suggested_by = 'rules 0 +1234' WHERE id < 3")
        project.database.execute("UPDATE settings SET value = '[broken' WHERE name = 'taught'")
    add_entry(project, "Wakanda", label="country")
    read, _ = read_anew(project)
    assert read == 2


def test_what_is_broken_off_is_taken_up_again(project: Project) -> None:
    add_entry(project, "Zorglub", label="weapon")

    def stop(_done: int, _total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        suggest(project, progress=stop)
    read, _ = read_anew(project)
    assert read == 4
    assert lexicon(project).stamp() != ""


@pytest.mark.parametrize(
    ("form", "text", "held"),
    [
        ("Zorglub", "un ZORGLUB", True),
        ("Zorglub", "un zor-glub", False),
        ("Sergueï Lavrov", "Lavrov ; SERGUEI", True),
        ("porte-avions", "deux porte‑avions", True),
        ("50M€", "150m€", True),
        ("Lavrov", "", False),
    ],
)
def test_a_text_may_hold_a_word_in_any_spelling(form: str, text: str, held: bool) -> None:
    assert may_hold([form])(text) is held
    assert may_hold([])(text) is False
