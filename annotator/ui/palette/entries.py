"""What the palette lists: the actions of a window as they are at this moment."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotator.ui.action_table import MENUS, TABLE
from annotator.ui.language import translate
from annotator.ui.palette.matching import fit
from annotator.ui.shortcuts.naming import key_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from annotator.ui.actions import Actions

_RECENT_BONUS = 0.5  # as much as half the difference between the start of a word and its inside


@dataclass(frozen=True, slots=True)
class Entry:
    """One action as the palette shows it.

    Attributes:
        name: how the code calls it.
        words: what it does.
        menu: the menu it stands in.
        keys: its keys, named.
        enabled: it can be done now.
        checked: it is on.
        hint: one sentence about it, or none.
        why_not: why it cannot be done now, or an empty text.
    """

    name: str
    words: str
    menu: str
    keys: str = ""
    enabled: bool = True
    checked: bool = False
    hint: str = ""
    why_not: str = ""

    def told(self) -> str:
        """Return all of it in one phrase, for those who listen."""
        parts = [self.words, translate("palette", "menu {menu}").format(menu=self.menu)]
        if self.keys:
            parts.append(translate("palette", "touche {keys}").format(keys=self.keys))
        if self.checked:
            parts.append(translate("palette", "actif"))
        if not self.enabled:
            parts.append(translate("palette", "indisponible : {why}").format(why=self.why_not))
        return ", ".join(parts)


def entries(actions: Actions, *, why_not: str, besides: Iterable[str] = ()) -> list[Entry]:
    """Return the actions of a window in the order of its menus.

    Args:
        actions: the actions.
        why_not: why those that are disabled are.
        besides: names of actions to be left out.
    """
    out = set(besides)
    found = []
    for each in TABLE:
        action = actions[each.name]
        if each.name not in out:
            found.append(
                Entry(
                    each.name,
                    plain(action.text()),
                    plain(translate("actions", MENUS[each.menu])),
                    key_words(key.toString(key.SequenceFormat.PortableText) for key in action.shortcuts()),
                    action.isEnabled(),
                    action.isCheckable() and action.isChecked(),
                    action.statusTip(),
                    "" if action.isEnabled() else why_not,
                )
            )
    return found


def plain(words: str) -> str:
    """Return the words of a menu without the mark of its mnemonic."""
    return words.replace("&", "")


def chosen(all_entries: Sequence[Entry], wanted: str, *, recent: Sequence[str] = ()) -> list[Entry]:
    """Return the entries that fit what was typed, the best first; recent ones go before others as good.

    Args:
        all_entries: what there is, in the order of the menus.
        wanted: what was typed; where nothing was, recent ones come first and all others follow.
        recent: names of actions done lately from here, the last one first.
    """
    freshness = {name: len(recent) - place for place, name in enumerate(recent)}
    if not wanted.strip():
        return sorted(all_entries, key=lambda entry: -freshness.get(entry.name, 0))
    scored = []
    for entry in all_entries:
        found = [
            score
            for score in (
                fit(wanted, entry.words),
                _less(fit(wanted, f"{entry.menu} {entry.words}"), 0.5),
                _less(fit(wanted, entry.keys), 1.0) if entry.keys else None,
                _less(fit(wanted, entry.hint), 1.5) if entry.hint else None,
            )
            if score is not None
        ]
        if found:
            bonus = _RECENT_BONUS * freshness.get(entry.name, 0) / max(1, len(recent))
            scored.append((max(found) + bonus - (0 if entry.enabled else 0.25), entry))
    return [entry for _, entry in sorted(scored, key=lambda each: -each[0])]


def _less(score: float | None, by: float) -> float | None:
    return None if score is None else score - by
