"""Label Studio's own converter reads what we write."""

from __future__ import annotations

import json
import warnings
from pathlib import Path

import pytest

from annotator.core.annotation import Status
from annotator.formats.label_studio import FORMAT
from annotator.formats.label_studio_config import NAME
from annotator.formats.records import Outgoing, Record
from annotator.nlp import tokenizer
from tests.formats.round_trip import OPTIONS

with warnings.catch_warnings():  # of its own dependencies
    warnings.simplefilter("ignore")
    converter = pytest.importorskip("label_studio_sdk.converter")

TEXT = "A😀 Paris promet\n50 M€ à Kiev."
SPANS = ((3, 8, "country"), (16, 21, "sum"), (24, 28, "country"))


@pytest.fixture
def written(tmp_path: Path) -> Path:
    grid = tokenizer.grid(TEXT)
    articles = [
        Outgoing(1, Record(TEXT, "1", spans=SPANS, annotator="Ana", status=Status.FINISHED), grid),
        Outgoing(2, Record(TEXT, "2", status=Status.SET_ASIDE), grid),
        Outgoing(3, Record(TEXT, "3"), grid),
    ]
    assert FORMAT.write is not None
    FORMAT.write(articles, tmp_path / "out", OPTIONS)
    return tmp_path / "out"


def converted(folder: Path, kind: str) -> Path:
    reader = converter.Converter(str(folder / NAME), str(folder))
    target = folder / kind
    reader.convert(str(folder / "tasks.json"), str(target), kind, is_dir=False)
    return target


def test_the_small_export_has_every_span_at_its_words(written: Path) -> None:
    tasks = json.loads((converted(written, "JSON_MIN") / "result.json").read_text(encoding="utf-8"))

    assert [task["id"] for task in tasks] == [1, 3]  # one that was set aside is none for Label Studio
    assert [(each["start"], each["end"], each["labels"][0]) for each in tasks[0]["label"]] == list(SPANS)
    assert [task["text"] for task in tasks] == [TEXT, TEXT]
    assert "label" not in tasks[1]


def test_the_export_to_conll_has_the_tags_of_every_span(written: Path) -> None:
    lines = (converted(written, "CONLL2003") / "result.conll").read_text(encoding="utf-8").splitlines()

    tags = [line.split() for line in lines if line.strip() and not line.startswith("-DOCSTART-")]
    marked = [(words[0], words[-1]) for words in tags if words[-1] != "O"]
    assert marked[0] == ("Paris", "B-country")
    assert [tag for _, tag in marked].count("B-sum") == 1
