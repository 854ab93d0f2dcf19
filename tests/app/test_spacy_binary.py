"""``.spacy`` files as spaCy itself writes them come in."""

from __future__ import annotations

import zlib
from pathlib import Path
from typing import Any

import pytest

from annotator.core.annotation import Status
from annotator.formats.records import Note, Problem, Record
from annotator.formats.registry import InputFile, find_files
from annotator.nlp import docbin_parts, docbin_reading, tokenizer


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
    monkeypatch.setattr(docbin_parts, "LARGEST", 2**22)
    (tmp_path / "a.spacy").write_bytes(zlib.compress(bytes(2**24)))
    (problem,) = _read(tmp_path / "a.spacy")
    assert "larger than 4 MB" in problem.wording.en


def test_what_a_project_has_no_place_for_is_counted(tmp_path: Path) -> None:
    from spacy.tokens import DocBin, Span

    doc = _doc("Kiev et Paris.")
    doc.ents = [Span(doc, 0, 1, label="LOC", kb_id="Q1899"), Span(doc, 2, 3, label="LOC")]
    doc.cats = {"GUERRE": 1.0}
    doc.user_data["page"] = 3
    stored = DocBin(store_user_data=True)
    for each in (doc, _doc("Fin.")):
        stored.add(each)
    stored.to_disk(tmp_path / "a.spacy")

    found = _read(tmp_path / "a.spacy")

    first = found[0]
    assert isinstance(first, Record)
    assert (first.spans, first.meta) == (((0, 4, "LOC"), (8, 13, "LOC")), {"cats": {"GUERRE": 1.0}})
    said = [each.wording.en for each in found if isinstance(each, Note)]
    assert [each.partition(":")[0].partition(" (")[0] for each in said] == [
        "links of spans to a knowledge base left out",
        "articles with attributes that somebody made up",
        "articles with categories of the whole text",
        "articles in which the file leaves open whether tokens are in an entity",
    ]
    assert all(": 1" in each for each in said)


@pytest.mark.parametrize("at_once", [1, 3, 1000])
def test_texts_read_a_few_at_a_time_are_those_that_spacy_reads_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at_once: int
) -> None:
    from spacy.tokens import DocBin
    from spacy.vocab import Vocab

    monkeypatch.setattr(docbin_reading, "_TOKENS_AT_ONCE", at_once)
    docs = [_doc(f"Kiev {number} et  «\u00a0Paris\u00a0» 😀.\n\n" * (number % 4)) for number in range(20)]
    for number, doc in enumerate(docs):
        doc.ents = [token for token in (doc[index : index + 1] for index in range(0, len(doc), 5)) if number % 3]
        doc.ents = [doc.char_span(each.start_char, each.end_char, label=f"L{number}") for each in doc.ents]
        doc.spans[f"g{number}"] = [doc[0:2]] if len(doc) else []
    _saved(tmp_path / "a.spacy", *docs)

    ours = list(docbin_reading.documents(tmp_path / "a.spacy"))

    theirs = list(DocBin().from_disk(tmp_path / "a.spacy").get_docs(Vocab()))
    assert [each.text for each in ours if isinstance(each, docbin_reading.Document)] == [doc.text for doc in theirs]
    for mine, doc in zip(ours, theirs, strict=True):
        assert isinstance(mine, docbin_reading.Document)
        assert list(mine.entities) == [(each.start_char, each.end_char, each.label_) for each in doc.ents]
        assert {name: len(group) for name, group in mine.groups.items()} == {
            name: len(group) for name, group in doc.spans.items()
        }
        assert mine.words == tuple(token.text for token in doc)


def _packed(**others: Any) -> bytes:
    from spacy.tokens import DocBin
    from srsly import msgpack_dumps, msgpack_loads

    docs = [_doc("Kiev."), _doc("Paris.")]
    for doc in docs:
        doc.ents = [doc.char_span(0, len(doc.text) - 1, label="LOC")]
    content = msgpack_loads(zlib.decompress(DocBin(docs=docs).to_bytes())) | others
    return zlib.compress(msgpack_dumps({name: value for name, value in content.items() if value is not None}))


def test_files_of_older_versions_lack_parts_and_are_read(tmp_path: Path) -> None:
    (tmp_path / "a.spacy").write_bytes(_packed(flags=None, span_groups=None, version=None))

    assert [each.text for each in _read(tmp_path / "a.spacy") if isinstance(each, Record)] == ["Kiev.", "Paris."]


@pytest.mark.parametrize(
    "others",
    [
        {"lengths": b"\xff\xff\xff\xff\x01\x00\x00\x00"},
        {"lengths": b"\x02\x00\x00\x00\xff\xff\x00\x00"},
        {"tokens": b"\x00" * 80},
        {"spaces": b"\x01"},
        {"attrs": []},
        {"attrs": ["ORTH"]},
        {"attrs": None},
        {"strings": [1, 2]},
        {"cats": [{}]},
        {"span_groups": [b""]},
    ],
)
def test_parts_that_do_not_go_together_are_a_sentence(tmp_path: Path, others: dict[str, Any]) -> None:
    (tmp_path / "a.spacy").write_bytes(_packed(**others))

    (problem,) = _read(tmp_path / "a.spacy")

    assert isinstance(problem, Problem)
    assert "spaCy cannot read this file" in problem.wording.en


def test_a_text_spacy_cannot_read_leaves_the_others_whole(tmp_path: Path) -> None:
    (tmp_path / "a.spacy").write_bytes(_packed(span_groups=[b"\xc1", b""]))

    first, second = _read(tmp_path / "a.spacy")

    assert isinstance(first, Problem)
    assert first.where == f"{tmp_path / 'a.spacy'}#1"
    assert isinstance(second, Record)
    assert second.text == "Paris."


def test_a_file_cut_short_is_a_sentence(tmp_path: Path) -> None:
    whole = _packed()
    for length in range(0, len(whole), 37):
        (tmp_path / "a.spacy").write_bytes(whole[:length])
        found = _read(tmp_path / "a.spacy")
        assert [type(each) for each in found] == [Problem]
