"""Teaching the suggester: what is taken, what is refused, what it proposes then, and whose work it leaves alone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.app.importing import import_files
from annotator.app.lexicon import add_entry, known_rules, lexicon, remove_entry, silence_rule
from annotator.app.project import Project
from annotator.app.session import Session
from annotator.app.suggesting import suggest
from annotator.core.errors import UserError
from annotator.core.lexicon import Entry, Lexicon
from annotator.core.suggestions import Tier

TEXT = "La Russie a tiré un Zorglub sur l'Ukraine, puis un autre Zorglub."


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    with Project.create(tmp_path / "war.annot") as project:
        import_files(project, [tmp_path / "a.txt"])
        yield project


def proposed(project: Project) -> list[tuple[str, str]]:
    suggest(project)
    return [(TEXT[each.start : each.end], each.label) for each in project.suggestions(1).values() if each.active]


@pytest.mark.parametrize("label", ["weapon", "arme", "Arme"])
def test_a_label_goes_by_its_id_or_a_name(project: Project, label: str) -> None:
    assert add_entry(project, " Zorglub ", label=label, note=" missile ") == Entry("Zorglub", "weapon", "missile")
    assert lexicon(project).entries == (Entry("Zorglub", "weapon", "missile"),)


def test_an_unknown_label_is_refused_and_the_labels_are_named(project: Project) -> None:
    with pytest.raises(UserError, match=r"no label “missile”.*leader, country, alliance, weapon, sum"):
        add_entry(project, "Zorglub", label="missile")
    with pytest.raises(UserError):
        add_entry(project, "  ", label="weapon")
    assert lexicon(project) == Lexicon()


def test_a_word_is_proposed_from_the_next_suggesting_on(project: Project) -> None:
    assert proposed(project) == [("Russie", "country"), ("Ukraine", "country")]
    add_entry(project, "Zorglub", label="weapon")
    found = [("Russie", "country"), ("Zorglub", "weapon"), ("Ukraine", "country"), ("Zorglub", "weapon")]
    assert proposed(project) == found
    first = list(project.suggestions(1).values())[1]
    assert (first.rule, first.pipeline.partition("+")[2] != "") == ("project.entry", True)
    remove_entry(project, " Zorglub")
    assert proposed(project) == [("Russie", "country"), ("Ukraine", "country")]


def test_taking_out_what_is_not_in_is_an_error(project: Project) -> None:
    with pytest.raises(UserError, match="no entry “zorglub”"):
        remove_entry(project, "zorglub")


def test_a_silent_rule_proposes_nothing(project: Project) -> None:
    suggest(project)
    rule = next(iter(project.suggestions(1).values())).rule
    silence_rule(project, rule)
    assert lexicon(project).silent_rules == {rule}
    assert proposed(project) == []
    silence_rule(project, rule, silent=False)
    assert proposed(project) == [("Russie", "country"), ("Ukraine", "country")]


def test_only_rules_that_exist_can_be_silenced(project: Project) -> None:
    with pytest.raises(UserError, match=r"no rule is called “leader\.nothing”"):
        silence_rule(project, "leader.nothing")


def test_a_rule_silenced_in_another_version_harms_nobody_and_may_speak_again(project: Project) -> None:
    with project.database.transaction():
        project.database.execute("INSERT INTO silent_rules VALUES ('leader.of.old')")
    assert proposed(project) == [("Russie", "country"), ("Ukraine", "country")]
    silence_rule(project, "leader.of.old", silent=False)
    assert lexicon(project) == Lexicon()


def test_every_rule_is_known_with_a_reason_in_both_languages(project: Project) -> None:
    rules = {rule.id: rule for rule in known_rules()}
    labels = {label.id for label in project.labels()}
    assert rules["country.name"].label == "country"
    assert isinstance(rules["country.name"].tier, Tier)
    assert {rule.label for rule in rules.values()} == labels | {None, "any"}
    assert all(rule.reason.en and rule.reason.fr for rule in rules.values())


def test_a_taught_word_leaves_peoples_work_alone(project: Project) -> None:
    suggest(project)
    session = Session(project, project.add_annotator("Zoé"))
    session.open(1)
    russia, ukraine = session.pending()
    session.accept([russia])
    session.remove(session.marks()[1])
    start = TEXT.index("un Zorglub")
    session.draw(start, start + len("un Zorglub"), label="leader")
    before = session.annotation
    add_entry(project, "Zorglub", label="weapon")
    suggest(project)
    session.reload()
    assert session.annotation == before
    assert [(TEXT[each.start : each.end], each.label) for each in session.pending()] == [("Zorglub", "weapon")]
    assert ukraine.id in project.suggestions(1)
    assert session.undo() is not None
    assert len(session.pending()) == 2
