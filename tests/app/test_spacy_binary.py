"""``.spacy`` files as spaCy itself writes them come in."""

from __future__ import annotations

import zlib
from pathlib import Path
from typing import Any

import pytest

from annotator.core.annotation import Status
from annotator.formats.records import Note, Problem, Record
from annotator.formats.registry import InputFile, find_files
from annotator.nlp import docbin_reading, tokenizer


def _read(path: Path) -> list[Record | Problem | Note]:
    (found,) = find_files([path])
    assert isinstance(found, InputFile)
    assert found.format.name == "spacy-binary"
    return list(found.read())


def _saved(path: Path, *docs: Any) -> Path:
    from spacy.tokens import DocBin

    DocBin(docs=docs, store_user_data=False).to_disk(path)
    return path


def _doc(text: str) -> Any:
    return tokenizer.blank().make_doc(text)


def test_entities_come_in_where_they_stand(tmp_path: Path) -> None:
    doc, empty = _doc("A😀 Paris et\nl’OTAN."), _doc("Rien.")
    doc.ents = [doc.char_span(3, 8, label="LOC"), doc.char_span(14, 18, label="ORG")]
    empty.set_ents([], default="outside")
    first, second = _read(_saved(tmp_path / "a.spacy", doc, empty))
    assert isinstance(first, Record)
    assert (first.text, first.spans, first.status) == (doc.text, ((3, 8, "LOC"), (14, 18, "ORG")), None)
    assert isinstance(second, Record)
    assert (second.text, second.spans) == ("Rien.", ())


def test_tokens_nobody_decided_on_leave_the_article_in_progress(tmp_path: Path) -> None:
    record, note = _read(_saved(tmp_path / "a.spacy", _doc("Kiev attend.")))
    assert isinstance(record, Record)
    assert record.status is Status.IN_PROGRESS
    assert isinstance(note, Note)
    assert "leaves open" in note.wording.en


def test_a_group_of_spans_is_taken_where_there_are_no_entities(tmp_path: Path) -> None:
    doc = _doc("Kiev et Paris.")
    doc.set_ents([], default="outside")
    doc.spans["sc"] = [doc[0:1], doc[2:3]]
    doc.spans["autres"] = [doc[0:3]]
    found = _read(_saved(tmp_path / "a.spacy", doc))
    (record,) = [each for each in found if isinstance(each, Record)]
    assert [(start, end) for start, end, _ in record.spans] == [(0, 4), (8, 13)]
    said = " ".join(each.wording.en for each in found if isinstance(each, Note))
    assert "without entities" in said
    assert "left out: 1" in said


def test_a_text_without_its_blanks_is_put_together_as_printed(tmp_path: Path) -> None:
    from spacy.tokens import Doc, Span
    from spacy.vocab import Vocab

    doc = Doc(Vocab(), words=["L'", "OTAN", "est", "là", ",", "dit", "-", "on", "."])
    doc.ents = [Span(doc, 1, 2, label="ORG")]
    doc.has_unknown_spaces = True
    record, note = _read(_saved(tmp_path / "a.spacy", doc))
    assert isinstance(record, Record)
    ((start, end, _),) = record.spans
    assert record.text.startswith("L'OTAN est là, dit")
    assert record.text[start:end] == "OTAN"
    assert isinstance(note, Note)


@pytest.mark.parametrize("content", [b"", b"\x00\x01", b"no such thing", zlib.compress(b"\x81\xa1a\x01")])
def test_what_spacy_cannot_read_is_a_sentence(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.spacy").write_bytes(content)
    (problem,) = _read(tmp_path / "a.spacy")
    assert isinstance(problem, Problem)
    assert "spaCy cannot read this file" in problem.wording.en


def test_a_bomb_is_not_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(docbin_reading, "LARGEST", 2**22)
    (tmp_path / "a.spacy").write_bytes(zlib.compress(bytes(2**24)))
    (problem,) = _read(tmp_path / "a.spacy")
    assert "larger than 4 MB" in problem.wording.en
