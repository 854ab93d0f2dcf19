"""What spaCy's ``debug data`` makes of a folder to train from, for its report."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from annotator.app.training_report import TrainingReport, Verdict
from annotator.core.wording import Wording

_MOST_TOKENS = 300_000


def verdict_on(folder: Path, report: TrainingReport, *, told: Callable[[], None] = lambda: None) -> Verdict:
    """Ask spaCy what it makes of the data in a folder, where that takes no longer than some seconds.

    Args:
        folder: what was written, not yet in its place.
        report: what is known of it.
        told: called now and then; may raise to stop.
    """
    tokens = sum(part.tokens for part in report.parts.values())
    if not report.options.debug_data:
        return Verdict(skipped=_NOT_ASKED)
    if not report.train.articles:
        return Verdict(skipped=_EMPTY)
    if tokens > _MOST_TOKENS:
        return Verdict(skipped=_TOO_MUCH)
    from annotator.nlp.data_verdict import debug_data

    data = folder / "fold-1" if report.options.folds else folder
    paths = {
        "train": data / "train.spacy",
        "dev": data / "dev.spacy",
        "base": folder / "base",
        "labels": folder / "labels" / "ner.json",
    }
    said = debug_data(folder / "config.cfg", paths, told=told)
    return Verdict(tuple(said["good"]), tuple(said["warn"]), tuple(said["fail"]))


_NOT_ASKED = Wording("it was not asked for", "elle n'a pas été demandée")
_EMPTY = Wording("there is nothing to train on", "il n'y a rien pour l'entraînement")
_TOO_MUCH = Wording(
    f"there are more than {_MOST_TOKENS:,} tokens, for which it takes minutes; run it yourself, as above",
    f"il y a plus de {_MOST_TOKENS:,} tokens, ce qui prendrait des minutes ; lancez-la vous-même".replace(
        ",", "\u202f", 2
    ),
)
