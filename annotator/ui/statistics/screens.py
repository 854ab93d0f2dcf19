"""The screens of the statistics, in the order of the list at the left. Each is read and made when it is first shown."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

from annotator.ui.language import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from annotator.ui.statistics.screen import Screen


class Listed(NamedTuple):
    """A screen, as the list has it.

    Attributes:
        name: what settings call it; also its module in this folder.
        title: what people call it, in French; shown with ``translate("screens", title)``.
        kind: name of its class.
    """

    name: str
    title: str
    kind: str

    def make(self) -> Screen:
        """Make the screen."""
        made: Screen = getattr(import_module(f"annotator.ui.statistics.{self.name}"), self.kind)()
        return made


SCREENS = (
    Listed("overview", QT_TRANSLATE_NOOP("screens", "Vue d'ensemble"), "Overview"),
    Listed("progress", QT_TRANSLATE_NOOP("screens", "Avancement"), "ProgressScreen"),
    Listed("content", QT_TRANSLATE_NOOP("screens", "Contenu"), "ContentScreen"),
    Listed("suggester", QT_TRANSLATE_NOOP("screens", "Suggesteur"), "SuggesterScreen"),
    Listed("consistency", QT_TRANSLATE_NOOP("screens", "Cohérence"), "ConsistencyScreen"),
    Listed("agreement", QT_TRANSLATE_NOOP("screens", "Accord"), "AgreementScreen"),
    Listed("readiness", QT_TRANSLATE_NOOP("screens", "Prêt à entraîner ?"), "ReadinessScreen"),
)
