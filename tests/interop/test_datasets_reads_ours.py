"""Our data sets in the hands of those who use them: Hugging Face `datasets` and `seqeval`, without network."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import Any

import pytest

from annotator.core.annotation import Status
from annotator.formats import hugging_face, parquet
from annotator.formats.records import Outgoing, Record
from annotator.nlp import tokenizer
from tests.formats.round_trip import OPTIONS

pytest.importorskip("datasets")

_TEXTS = ("A😀 Paris et Kiev\u00a0: «\u00a050 M€\u00a0»\n\nFin.", "Rien ici.")
_SPANS = (((3, 8, "country"), (12, 16, "country"), (21, 26, "sum")), ())
_LOAD = """
import json, sys
from datasets import load_dataset
ways = {
    "folder": lambda: load_dataset(sys.argv[1], split="train"),
    "lines": lambda: load_dataset("json", data_files=sys.argv[1] + "/data.jsonl", split="train"),
    "parquet": lambda: load_dataset("parquet", data_files=sys.argv[2], split="train"),
    "stream": lambda: load_dataset("parquet", data_files=sys.argv[2], split="train", streaming=True),
}
found = {}
for way, load in ways.items():
    articles = load()
    feature = articles.features["ner_tags"].feature if articles.features else None
    found[way] = {"rows": list(articles), "names": getattr(feature, "names", None)}
print(json.dumps(found))
"""


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    folder = tmp_path_factory.mktemp("hub")
    articles = [
        Outgoing(
            number,
            Record(text, "x", title="Titre", meta={"page": 3}, spans=spans, annotator="Ana", status=Status.FINISHED),
            tokenizer.grid(text),
        )
        for number, (text, spans) in enumerate(zip(_TEXTS, _SPANS, strict=True))
    ]
    for format, target in ((hugging_face.FORMAT, folder / "set"), (parquet.FORMAT, folder / "train.parquet")):
        assert format.write is not None
        format.write(iter(articles), target, OPTIONS)
    done = subprocess.run(
        [sys.executable, "-c", _LOAD, str(folder / "set"), str(folder / "train.parquet")],
        env=os.environ | {"HF_HUB_OFFLINE": "1", "HF_DATASETS_OFFLINE": "1", "HF_HOME": str(folder / "home")},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return dict(json.loads(done.stdout))


@pytest.mark.parametrize("way", ["folder", "parquet", "stream"])
def test_datasets_makes_class_labels_of_the_tags(loaded: dict[str, Any], way: str) -> None:
    names = loaded[way]["names"]

    assert names == ["O"] + [f"{edge}-{label.id}" for label in OPTIONS.labels for edge in "BI"]
    tags = [[names[tag] for tag in row["ner_tags"]] for row in loaded[way]["rows"]]
    assert tags == [row["ner_tags"] for row in loaded["lines"]["rows"]]


def test_the_lines_are_read_without_their_card_with_tags_in_words(loaded: dict[str, Any]) -> None:
    first, second = loaded["lines"]["rows"]

    assert [tag for tag in first["ner_tags"] if tag != "O"] == ["B-country", "B-country", "B-sum", "I-sum"]
    assert set(second["ner_tags"]) == {"O"}


@pytest.mark.parametrize("way", ["folder", "lines", "parquet", "stream"])
def test_texts_and_places_come_through(loaded: dict[str, Any], way: str) -> None:
    rows = loaded[way]["rows"]

    assert [row["text"] for row in rows] == list(_TEXTS)
    for row in rows:
        assert row["tokens"] == [
            row["text"][start:end] for start, end in zip(row["token_starts"], row["token_ends"], strict=True)
        ]
        assert json.loads(row["meta"]) == {"page": 3}


def test_seqeval_finds_the_spans_in_the_tags(loaded: dict[str, Any]) -> None:
    script = (
        "import json, sys\n"
        "from seqeval.metrics.sequence_labeling import get_entities\n"
        "from seqeval.scheme import IOB2, Entities\n"
        "tags = json.load(sys.stdin)\n"
        "strict = [[each.to_tuple()[1:] for each in one] for one in Entities(tags, IOB2).entities]\n"
        "print(json.dumps([strict, [get_entities(one) for one in tags]]))"
    )
    rows = loaded["lines"]["rows"]
    done = subprocess.run(
        [sys.executable, "-c", script],
        input=json.dumps([row["ner_tags"] for row in rows]),
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=True,
    )
    strict, loose = json.loads(done.stdout)

    for row, spans, exact, found in zip(rows, _SPANS, strict, loose, strict=True):
        starts, ends = row["token_starts"], row["token_ends"]
        assert [(starts[first], ends[last - 1], label) for label, first, last in exact] == list(spans)
        assert [(starts[first], ends[last], label) for label, first, last in found] == list(spans)
