"""The places at which one surface stands with one label, each with the text around it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from annotator.ui.language import translate
from annotator.ui.statistics.drills import Place as At
from annotator.ui.statistics.tables import Cell
from annotator.ui.wording import quoted

if TYPE_CHECKING:
    from annotator.app.content import Place
    from annotator.ui.statistics.screen import Screen
    from annotator.ui.statistics.tables import Given

_TITLE, _BEFORE, _WORDS, _AFTER = 36, 30, 40, 30
"""Letters that are shown of each."""


def fill_places(screen: Screen, title: str, places: Sequence[Place], surface: str, back: Callable[[], object]) -> None:
    """Put the places of a surface; each leads to its article.

    Args:
        screen: the screen.
        title: over them.
        places: the places that are shown.
        surface: the words.
        back: leads back to the numbers.
    """
    screen.section(title)
    screen.button(translate("content", "Retour au contenu"), back)
    if not places:
        screen.empty(translate("content", "Il n'y en a plus."))
        return
    words = quoted(_shortened(surface, _WORDS))
    rows: list[list[Given]] = []
    for each in places:
        before, after = (" ".join(around.split("\n")) for around in (each.before, each.after))
        dots = "…" if len(before) > _BEFORE else ""
        context = f"{dots}{before[-_BEFORE:]}{words}{_shortened(after, _AFTER)}"
        leads = At(each.article, each.start, each.end)
        rows.append([Cell(context, None, leads), Cell(_shortened(each.title, _TITLE), tip=each.title)])
    heads = [translate("content", "contexte"), translate("content", "article")]
    screen.lead_to(screen.table(title, heads, rows, most=len(rows)))


def _shortened(words: str, most: int) -> str:
    return words if len(words) <= most else words[: most - 1] + "…"
