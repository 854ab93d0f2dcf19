"""Lines and documents in which anything may stand anywhere: a sentence for what is wrong, the rest as it is."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.formats import doccano, label_studio, ner_annotator, prodigy
from annotator.formats.records import Note, Problem, Record
from annotator.formats.registry import Format
from tests.formats.round_trip import read_all

_ODD = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-9, 99)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.sampled_from(["", "a", "accept"]),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["text", "id", "start"]), inner, max_size=2)
    ),
    max_leaves=4,
)

_PRODIGY = {
    "text": "Paris 😀 Kiev",
    "meta": {"source": "AFP", "date": "2024-01-01"},
    "_task_hash": 1,
    "_view_id": "ner",
    "_annotator_id": "ana",
    "_status": "in progress",
    "tokens": [{"text": "Paris", "start": 0, "end": 5, "id": 0}],
    "spans": [{"start": 0, "end": 5, "label": "LOC", "source": "m", "answer": "accept", "note": "vu"}],
    "relations": [{"head": 0}],
    "answer": "accept",
}
_DOCCANO = {
    "id": 1,
    "text": "Paris 😀 Kiev",
    "offsets": "utf-16",
    "entities": [{"id": 1, "label": "LOC", "start_offset": 9, "end_offset": 13, "user": 3}],
    "relations": [],
    "label": [[0, 5, "LOC"]],
    "Comments": ["x"],
    "status": "finished",
    "remarks": [[0, 5, "vu"]],
    "annotator": "ana",
}
_RESULT = {
    "id": "x",
    "to_name": "text",
    "type": "labels",
    "value": {"start": 0, "end": 5, "text": "Paris", "labels": ["LOC"], "globalOffsets": {"start": 0, "end": 5}},
    "meta": {"text": ["vu"]},
}
_LABEL_STUDIO = {
    "id": 1,
    "data": {"text": "Paris 😀 Kiev", "other": "Kiev", "title": "t", "status": "new"},
    "annotations": [{"id": 1, "completed_by": {"email": "a@b"}, "was_cancelled": False, "result": [_RESULT]}],
    "predictions": [{"model_version": "m", "score": 0.5, "result": [_RESULT]}],
    "drafts": [],
    "meta": {"a": 1},
}
_SMALL = {"id": 1, "text": "Paris", "label": [_RESULT["value"]], "annotator": 1, "annotation_id": 3}
_NER = ["Paris 😀 Kiev", {"entities": [[9, 13, "LOC"]]}]


def places(value: Any, at: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Return the paths of all that stands in a value."""
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [at, *(path for name, each in inside for path in places(each, (*at, name)))]


def replaced(value: Any, path: tuple[Any, ...], new: Any) -> Any:
    if not path:
        return new
    changed = copy.deepcopy(value)
    holder = changed
    for name in path[:-1]:
        holder = holder[name]
    holder[path[-1]] = new
    return changed


@pytest.mark.parametrize(
    ("format", "good"),
    [
        (prodigy.FORMAT, _PRODIGY),
        (doccano.FORMAT, _DOCCANO),
        (label_studio.FORMAT, _LABEL_STUDIO),
        (label_studio.FORMAT, _SMALL),
        (ner_annotator.FORMAT, _NER),
    ],
    ids=["prodigy", "doccano", "label-studio", "label-studio-min", "ner-annotator"],
)
@settings(max_examples=120)
@given(data=st.data())
def test_what_is_odd_is_a_sentence_or_an_article_and_the_next_one_comes_in(
    format: Format, good: Any, data: st.DataObject
) -> None:
    odd = replaced(good, data.draw(st.sampled_from(places(good))), data.draw(_ODD))
    articles = [odd, good]
    with TemporaryDirectory() as folder:
        path = Path(folder, "odd").with_suffix(format.suffixes[0])
        if format.suffixes[0] == ".jsonl":
            path.write_text("".join(json.dumps(each) + "\n" for each in articles))
        elif format is ner_annotator.FORMAT:
            path.write_text(json.dumps({"classes": [], "annotations": articles}))
        else:
            path.write_text(json.dumps(articles))
        found = read_all(path, format)

    assert all(isinstance(each, Record | Problem | Note) for each in found)
    last = [each for each in found if isinstance(each, Record)][-1]
    assert "Paris" in last.text
    assert last.spans
    json.dumps([dict(each.meta) for each in found if isinstance(each, Record)], allow_nan=False)
