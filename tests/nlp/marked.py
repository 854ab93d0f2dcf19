"""Sentences with their spans marked up in the text: ``Le président [Joe Biden|leader] a parlé.``"""

from __future__ import annotations

import re
from functools import cache

from annotator.core.suggestions import Proposal
from annotator.nlp.suggester import Suggester, load_suggester

_LABELS = {"L": "leader", "C": "country", "A": "alliance", "W": "weapon", "S": "sum"}
_MARK = re.compile(r"\[([^|\]]+)\|([LCAWS])\]")


@cache
def suggester() -> Suggester:
    return load_suggester()


def plain(marked: str) -> str:
    """Return the sentence without its marks."""
    return _MARK.sub(r"\1", marked)


def shown(text: str, proposals: list[Proposal], labels: str = "LCAWS") -> str:
    """Mark up ``text`` with the proposals of the labels asked for."""
    letters = {label: letter for letter, label in _LABELS.items() if letter in labels}
    parts, last = [], 0
    for each in proposals:
        if each.label in letters:
            parts += [text[last : each.start], f"[{text[each.start : each.end]}|{letters[each.label]}]"]
            last = each.end
    return "".join(parts) + text[last:]


def assert_proposed(marked: str, labels: str = "LCAWS") -> None:
    """Assert that the rules propose exactly the spans of ``labels`` that are marked in the sentence."""
    text = plain(marked)
    only = _MARK.sub(lambda mark: mark[0] if mark[2] in labels else mark[1], marked)
    found = shown(text, suggester().propose(text), labels)
    assert found == only, f"\nfound  {found}\nwanted {only}"
