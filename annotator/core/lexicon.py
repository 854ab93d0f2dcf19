"""What a project teaches the suggester: words of its own, rules it wants silent, tokens it takes apart."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any
from unicodedata import normalize

from annotator.core.errors import UserError
from annotator.core.splits import Split
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
        splits: the tokens that are taken apart before anything is read, by form.
    """

    entries: tuple[Entry, ...] = ()
    silent_rules: frozenset[str] = field(default_factory=frozenset)
    splits: tuple[Split, ...] = ()

    def stamp(self) -> str:
        """Return what tells this lexicon from any other, to go with a pipeline's version; empty where it is empty."""
        if not self.entries and not self.silent_rules and not self.splits:
            return ""
        told: list[object] = [[[each.form, each.label] for each in self.entries], sorted(self.silent_rules)]
        if self.splits:
            told.append([[each.form, *each.parts] for each in self.splits])
        import hashlib  # nothing that opens a window needs it

        return hashlib.sha256(json.dumps(told).encode()).hexdigest()[:8]

    def to_json(self) -> dict[str, Any]:
        """Return what `from_json` reads: everything but the notes, which are for people."""
        return {
            "entries": [[each.form, each.label] for each in self.entries],
            "silent_rules": sorted(self.silent_rules),
            "splits": [[each.form, *each.parts] for each in self.splits],
        }

    @classmethod
    def from_json(cls, written: Mapping[str, Any]) -> Lexicon:
        """Return the lexicon that `to_json` wrote.

        Raises:
            KeyError, TypeError, ValueError: it was written otherwise.
        """
        return cls(
            tuple(Entry(form, label) for form, label in written["entries"]),
            frozenset(written["silent_rules"]),
            tuple(Split(form, tuple(parts)) for form, *parts in written["splits"]),
        )

    def forms_that_differ(self, other: Lexicon) -> frozenset[str] | None:
        """Return the words in which alone another lexicon can make the suggester read otherwise.

        A text that holds none of them (`may_hold`) is read the same with both. None where any text may be read
        otherwise, since rules fell silent or speak again.
        """
        if self.silent_rules != other.silent_rules:
            return None
        ours = {(each.form, each.label) for each in self.entries}
        theirs = {(each.form, each.label) for each in other.entries}
        forms = {form for form, _ in ours ^ theirs}
        apart = {each.form for each in set(self.splits) ^ set(other.splits)}
        # An entry that holds such a token is looked for in other pieces than before.
        holds = may_hold(apart)
        forms |= {form for form, _ in ours | theirs if apart and holds(form)}
        return frozenset(forms | apart)


def may_hold(forms: Iterable[str]) -> Callable[[str], bool]:
    """Return what tells whether a text may hold one of some words, however the suggester may spell them.

    It says yes too often, never too seldom: each run of letters or figures of the word must stand somewhere in the
    text, whatever its case and accents.
    """
    needed = {tuple(sorted(set(_runs(form)), key=len, reverse=True)) for form in forms}

    def holds(text: str) -> bool:
        plain = _plain(text)
        return any(all(run in plain for run in runs) for runs in needed)

    return holds


def _runs(form: str) -> list[str]:
    plain = _plain(form)
    return "".join(each if each.isalnum() else " " for each in plain).split()


def _plain(text: str) -> str:
    small = text.casefold()
    return small if small.isascii() else _ACCENTS.sub("", normalize("NFD", small))


_ACCENTS = re.compile("[\u0300-\u036f]")


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
