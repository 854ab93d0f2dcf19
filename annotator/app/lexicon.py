"""What a project teaches the suggester, as both front ends change it.

A change counts from the next suggesting on: the stamp of the lexicon is part of the pipeline's name, so that every
article counts as not yet read.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime

from annotator.app.project import Project
from annotator.core.errors import UserError
from annotator.core.lexicon import Entry, KnownRule, Lexicon, clean_form
from annotator.store import lexicon as stored_lexicon


def lexicon(project: Project) -> Lexicon:
    """Return what the project teaches the suggester."""
    return stored_lexicon.load(project.database)


def add_entry(project: Project, form: str, *, label: str, note: str = "") -> Entry:
    """Teach the suggester a word; one of the same form gets the new label and note.

    Args:
        project: the project.
        form: the word or phrase.
        label: id of a label of the project, or its name in either language.
        note: why.

    Raises:
        UserError: the form is blank, or there is no such label.
    """
    entry = Entry(clean_form(form), project.find_label(label), note.strip())
    with project.database.transaction():
        stored_lexicon.put(project.database, entry, at=datetime.now(UTC).isoformat(timespec="milliseconds"))
    return entry


def remove_entry(project: Project, form: str) -> None:
    """Take a word out again.

    Raises:
        UserError: the project has no entry of that form.
    """
    with project.database.transaction():
        found = stored_lexicon.remove(project.database, clean_form(form))
    if not found:
        raise UserError(
            f"the lexicon of this project has no entry “{form}”.",
            f"Le lexique de ce projet n'a pas d'entrée « {form} ».",
        )


def silence_rule(project: Project, rule: str, *, silent: bool = True) -> None:
    """Silence a rule in this project, or let it speak again.

    Raises:
        UserError: no rule has that id.
    """
    change_rules(project, **{"silence" if silent else "allow": [rule]})


def change_rules(project: Project, *, silence: Iterable[str] = (), allow: Iterable[str] = ()) -> None:
    """Silence rules in this project and let others speak again: all of them, or none where one is unknown.

    Args:
        project: the project.
        silence: ids of rules.
        allow: ids of rules; one that an earlier version had may be among them.

    Raises:
        UserError: no rule has one of these ids.
    """
    silence, allow = list(silence), list(allow)
    known = {each.id for each in known_rules()}
    for rules, choice in ((silence, known), (allow, known | lexicon(project).silent_rules)):
        for rule in rules:
            if rule not in choice:
                raise UserError(
                    f"no rule is called “{rule}”; “annotator rules” lists them.",
                    f"Aucune règle ne s'appelle « {rule} » ; « annotator rules » les énumère.",
                )
    with project.database.transaction():
        for rules, silent in ((silence, True), (allow, False)):
            for rule in rules:
                stored_lexicon.silence(project.database, rule, silent=silent)


def known_rules() -> tuple[KnownRule, ...]:
    """Return every rule of the suggester, in its order; spaCy is not loaded for it."""
    from annotator.nlp import rules

    return tuple(
        KnownRule(rule.id, None if rule.label == "none" else rule.label, rule.tier, rule.reason)
        for rule in rules.catalogue().values()
    )
