"""What is said of a place: how annotators differ there, and who decided what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.core.settlement import Choice
from annotator.core.settling import State
from annotator.ui.language import translate
from annotator.ui.wording import explained, name_of, quoted

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from annotator.core.labels import Label
    from annotator.core.settling import Place


def kind_words(place: Place, names: Sequence[str]) -> str:
    """Say in a few words how annotators differ at a place.

    Args:
        place: with what each has there.
        names: of the annotators, lane by lane.
    """
    without = [name for name, side in zip(names, place.sides, strict=False) if not side.spans]
    if without:
        return translate("settling", "rien chez {names}").format(names=", ".join(without))
    if any(len(side.spans) > 1 for side in place.sides):
        return translate("settling", "autre découpage")
    spans = [side.spans[0] for side in place.sides]
    extents, labels = {(span.start, span.end) for span in spans}, {span.label for span in spans}
    if len(extents) == 1:
        return (
            translate("settling", "étiquettes différentes") if len(labels) > 1 else translate("settling", "identique")
        )
    if len(labels) == 1:
        return translate("settling", "limites différentes")
    return translate("settling", "limites et étiquettes différentes")


def spoken(text: str, place: Place, names: Sequence[str], labels: Mapping[str, Label]) -> str:
    """Say a place in one sentence, for those who hear the screen: what each annotator has there."""
    said = []
    for name, side in zip(names, place.sides, strict=False):
        what = [
            f"{quoted(' '.join(text[span.start : span.end].split()))} {name_of(span.label, labels)}"
            for span in side.spans
        ]
        said.append(explained(name, ", ".join(what) or translate("settling", "rien ici")))
    return translate("conflict_words", " ; ").join(said)


def decided_words(place: Place, names: Mapping[int, str]) -> str:
    """Say how a place was settled and by whom; nothing of one that never was.

    Args:
        place: the place.
        names: of all annotators, by their ids.
    """
    settlement = place.settlement
    if settlement is None:
        return ""
    match settlement.choice:
        case Choice.AGREED:
            how = translate("settling", "accord accepté")
        case Choice.TAKEN:
            whose = names.get(settlement.taken_from or 0, "?")
            how = translate("settling", "d'après {name}").format(name=whose)
        case Choice.DRAWN:
            how = translate("settling", "version tracée à la main")
        case Choice.NEITHER:
            how = translate("settling", "rien à marquer")
    by = names.get(settlement.by, "?")
    if place.state is State.OUTDATED:
        return translate(
            "settling", "À revoir : {how}, décidé par {name}, mais les annotations ont changé depuis."
        ).format(how=how, name=by)
    return translate("settling", "Réglé par {name} : {how}.").format(name=by, how=how)
