"""The catalogue of rules in ``resources/rules/rules.toml`` and the word lists beside it."""

from __future__ import annotations

import hashlib
import tomllib
from dataclasses import dataclass
from functools import cache
from typing import Any

from annotator.core.suggestions import Tier
from annotator.core.wording import Wording
from annotator.paths import resource

VERSION = "0.1.0"
"""Version of the rules; raise it with every change of what they propose."""

NOTHING = "none"
"""Label, in the catalogue, of the rules that propose nothing and keep others out."""


def not_a(label: str) -> str:
    """Return the label of a candidate that keeps candidates of ``label`` out of the words it covers."""
    return f"not {label}"


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of the catalogue.

    Attributes:
        id: such as ``"leader.title"``; projects switch rules off by it.
        label: label of what it proposes, or ``"none"`` where it keeps other rules out.
        tier: how much its proposals deserve to be believed.
        reason: why it fired, for a person to read.
    """

    id: str
    label: str
    tier: Tier
    reason: Wording


@cache
def edition() -> str:
    """Return the version of the rules with a stamp of their words, which is stored with every suggestion.

    So an edited lexicon counts at once: articles read with another edition are read anew.
    """
    stamp = hashlib.sha256()
    for folder in ("rules", "lexicons"):
        for file in sorted(resource(folder).iterdir()):
            stamp.update(file.read_bytes())
    return f"{VERSION}-{stamp.hexdigest()[:6]}"


@cache
def catalogue() -> dict[str, Rule]:
    """Return every rule by its id, in the order of the file."""
    return {
        entry["id"]: Rule(entry["id"], entry["label"], Tier(entry["tier"]), Wording(entry["en"], entry["fr"]))
        for entry in word_lists("rules")["rule"]
    }


@cache
def word_lists(name: str) -> dict[str, Any]:
    """Return the content of ``resources/rules/NAME.toml``."""
    return tomllib.loads(resource("rules", f"{name}.toml").read_text(encoding="utf-8"))
