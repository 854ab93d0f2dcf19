"""What stock spaCy needs beside the data to train: configurations, base pipeline, labels, and the steps."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from annotator.core.splits import Split
from annotator.nlp import tokenizer
from annotator.paths import resource

CONFIG, TRANSFORMER_CONFIG, STEPS, BASE = "config.cfg", "config_transformer.cfg", "project.yml", "base"


def write_training_setup(
    folder: Path,
    labels: Mapping[str, int],
    splits: Sequence[Split] = (),
    *,
    folds: int = 0,
    tested: bool = False,
    transformer: bool = False,
) -> None:
    """Write into ``folder`` what stock spaCy needs beside the data.

    Args:
        folder: an existing folder; gets ``config.cfg``, ``base/``, ``labels/ner.json`` and ``project.yml``.
        labels: how many spans of each label there are to train on; a label with none is one the model knows of.
        splits: the tokens that the project takes apart.
        folds: how many folders of data there are, ``fold-1`` and so on; 0 where the data lie in ``folder``.
        tested: whether there is a ``test.spacy``.
        transformer: write ``config_transformer.cfg`` too.
    """
    within = "fold-1/" if folds else ""
    for name in (CONFIG, TRANSFORMER_CONFIG) if transformer else (CONFIG,):
        config = resource("training", name).read_text("utf-8")
        for part in ("train", "dev"):
            config = config.replace(f'"{part}.spacy"', f'"{within}{part}.spacy"')
        (folder / name).write_text(config, "utf-8")
    steps = resource("training", STEPS).read_text("utf-8")
    for place, value in {
        "DATA": "fold-1" if folds else ".",
        "MODEL": "model/fold-1" if folds else "model",
        "SCORED": "test.spacy" if tested else f"{within or ''}dev.spacy",
    }.items():
        steps = steps.replace(f"@{place}@", value)
    (folder / STEPS).write_text(steps, "utf-8")
    tokenizer.write_pipeline(folder / BASE, splits)
    (folder / "labels").mkdir()
    moves = {str(move): {label: max(1, count) for label, count in labels.items()} for move in _MOVES_WITH_LABEL}
    moves |= {str(_MOVE_OUT): {"": 1}, "0": {}}
    moves[str(_MOVE_UNIT)][""] = 1  # spaCy's move for a token that must not be in an entity
    (folder / "labels" / "ner.json").write_text(json.dumps(moves, ensure_ascii=False, indent=1) + "\n", "utf-8")


_MOVES_WITH_LABEL = (1, 2, 3, 4)  # begin, inside, last, unit, as the parser of spaCy counts its moves
_MOVE_UNIT, _MOVE_OUT = 4, 5
