"""What a project teaches the suggester: words of its own, and rules it wants silent."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field

from annotator.core.errors import UserError
from annotator.core.suggestions import Tier
from annotator.core.wording import Wording

LONGEST_FORM = 100
"""How many characters the form of an entry may have; whoever selects more has selected a passage by mistake."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A word or phrase that always means the same in a project.

    Attributes:
        form: the word as it stands in articles, without blanks around it.
        label: id of the label it is suggested with.
        note: why, for the next person.
    """

    form: str
    label: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Everything a project teaches the suggester.

    Attributes:
        entries: its own words, by form.
        silent_rules: ids of the rules that shall propose nothing.
    """

    entries: tuple[Entry, ...] = ()
    silent_rules: frozenset[str] = field(default_factory=frozenset)

    def stamp(self) -> str:
        """Return what tells this lexicon from any other, to go with a pipeline's version; empty where it is empty."""
        if not self.entries and not self.silent_rules:
            return ""
        told = [[each.form, each.label] for each in self.entries], sorted(self.silent_rules)
        return hashlib.sha256(json.dumps(told).encode()).hexdigest()[:8]


@dataclass(frozen=True, slots=True)
class KnownRule:
    """A rule of the suggester, as people choose among them.

    Attributes:
        id: such as ``"leader.title"``.
        label: id of the label it proposes, or ``"any"``; None where it only keeps other rules out.
        tier: how much its proposals deserve to be believed.
        reason: why it fires.
    """

    id: str
    label: str | None
    tier: Tier
    reason: Wording


def clean_form(form: str) -> str:
    """Return a word or phrase as an entry keeps it, with single blanks.

    Raises:
        UserError: there is no letter and no digit in it, or it is longer than `LONGEST_FORM`.
    """
    cleaned = " ".join(form.split())
    if not any(map(str.isalnum, cleaned)):
        raise UserError("an entry needs a word or a phrase.", "Une entrée a besoin d'un mot ou d'une expression.")
    if len(cleaned) > LONGEST_FORM:
        raise UserError(
            f"an entry is a word or a short phrase; this one has {len(cleaned)} characters, {LONGEST_FORM} at most "
            "are allowed.",
            f"Une entrée est un mot ou une courte expression ; celle-ci compte {len(cleaned)} caractères, le maximum "
            f"est de {LONGEST_FORM}.",
        )
    return cleaned
