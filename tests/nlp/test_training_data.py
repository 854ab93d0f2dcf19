from __future__ import annotations

import json
import zlib
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.core.tokens import TokenGrid
from annotator.nlp.docbin_parts import UnreadableError
from annotator.nlp.tokenizer import blank, grid
from annotator.nlp.training_data import Example, spacy_file
from annotator.nlp.training_reading import agrees, read_back
from annotator.nlp.training_setup import write_training_setup


def example(text: str, *surfaces: str, **changes: Any) -> Example:
    """Return an example in which the first mention of each surface is a country."""
    spans = sorted((text.index(each), text.index(each) + len(each), "country") for each in surfaces)
    return replace(Example(text, grid(text), spans), **changes)


def write(path: Path, *examples: Example) -> Path:
    with spacy_file(path) as file:
        for each in examples:
            file.add(each)
        assert len(file) == len(examples)
    return path


def docs(path: Path) -> list[Any]:
    """Return what stock spaCy makes of a file."""
    from spacy.tokens import DocBin

    return list(DocBin().from_disk(path).get_docs(blank().vocab))


def test_spacy_reads_texts_tokens_and_entities(tmp_path: Path) -> None:
    first = example("A😀 Paris,\r\n l’Ukraine  et l'ex-URSS.", "Paris", "Ukraine", "URSS")
    second = example("Rien.")

    one, two = docs(write(tmp_path / "train.spacy", first, second))

    assert (one.text, two.text) == (first.text, second.text)
    assert [token.idx for token in one] == list(first.grid.starts)
    assert [(each.text, each.label_) for each in one.ents] == [
        ("Paris", "country"),
        ("Ukraine", "country"),
        ("URSS", "country"),
    ]


def test_no_entity_is_said_where_there_is_none(tmp_path: Path) -> None:
    (doc,) = docs(write(tmp_path / "train.spacy", example("Rien du tout.")))

    assert [token.ent_iob_ for token in doc] == ["O"] * len(doc)


def test_nothing_is_said_of_what_is_unknown(tmp_path: Path) -> None:
    unknown = example("Paris et Kyiv ou Lviv", "Kyiv", unknown=[(0, 5), (0, 8)])
    partial = example("Paris et Kyiv", "Kyiv", complete=False)

    one, two = docs(write(tmp_path / "train.spacy", unknown, partial))

    assert [token.ent_iob_ for token in one] == ["", "", "B", "O", "O"]
    assert [token.ent_iob_ for token in two] == ["", "", "B"]


def test_words_that_spacy_has_numbers_of_its_own_for_are_kept(tmp_path: Path) -> None:
    text = "ORG DATE PERSON NORM ORTH IS_ALPHA MONEY"

    (doc,) = docs(write(tmp_path / "train.spacy", example(text, "DATE")))

    assert doc.text == text
    assert [each.text for each in doc.ents] == ["DATE"]


def test_paragraphs_can_be_trained_on_one_by_one_and_split_no_span(tmp_path: Path) -> None:
    text = "Titre\n\nParis et\nKyiv. Suite.\n"

    (doc,) = docs(write(tmp_path / "train.spacy", example(text, "Paris et\nKyiv")))

    assert [sentence.text for sentence in doc.sents] == ["Titre\n\n", "Paris et\nKyiv. Suite.\n"]


def test_an_empty_file_is_one_that_spacy_reads(tmp_path: Path) -> None:
    assert docs(write(tmp_path / "dev.spacy")) == []
    assert list(read_back(tmp_path / "dev.spacy")) == []


def test_a_file_that_was_not_finished_is_not_there(tmp_path: Path) -> None:
    def fail() -> None:
        with spacy_file(tmp_path / "train.spacy") as file:
            file.add(example("Paris"))
            raise KeyError

    with pytest.raises(KeyError):
        fail()

    assert list(tmp_path.iterdir()) == []


TEXTS = st.lists(
    st.sampled_from(
        [
            "Paris",
            "L’OTAN",
            "l'ex-URSS",
            "50M€",
            "é",
            "e\u0301",
            "😀",
            " ",
            "  ",
            "\n",
            "\n\n",
            "\t",
            "\u00a0",
            "\u202f",
            "\u2028",
            "\u202e",
            ".",
            "«",
            "»",
            "-",
            "ORG",
            "aujourd'hui",
            "|",
            '"',
            "\x07",
            "שלום",
            "مرحبا",
            "中文",
        ]
    ),
    min_size=1,
    max_size=30,
).map("".join)


@st.composite
def examples(draw: st.DrawFn) -> Example:
    text = draw(TEXTS)
    tokens = grid(text)
    edges = sorted(draw(st.sets(st.integers(0, len(tokens)), max_size=8)))
    spans = []
    for first, last in zip(edges[::2], edges[1::2], strict=False):
        start, end = tokens.starts[first], tokens.ends[last - 1]
        if text[start:end].strip() == text[start:end]:
            spans.append((start, end, draw(st.sampled_from(["country", "sum", "ORG"]))))
    return Example(text, tokens, spans, complete=draw(st.booleans()))


@settings(max_examples=50)
@given(written=st.lists(examples(), min_size=1, max_size=3))
def test_the_file_holds_what_spacys_own_way_would_put_there(
    tmp_path_factory: pytest.TempPathFactory, written: list[Example]
) -> None:
    path = write(tmp_path_factory.getbasetemp() / "property.spacy", *written)
    nlp = blank()

    for doc, given_ in zip(docs(path), written, strict=True):
        own = nlp.make_doc(given_.text)
        entities = [own.char_span(start, end, label=label) for start, end, label in given_.spans]
        own.set_ents(entities, default="outside" if given_.complete else "missing")
        for attribute in ("ORTH", "SPACY", "ENT_IOB", "ENT_TYPE", "IDX"):
            assert doc.to_array([attribute]).tolist() == own.to_array([attribute]).tolist()
    assert all(agrees(*pair) for pair in zip(read_back(path), written, strict=True))


def test_every_difference_is_seen_when_a_file_is_read_back(tmp_path: Path) -> None:
    stored = example("Paris et Kyiv", "Paris")
    (reread,) = read_back(write(tmp_path / "train.spacy", stored))

    assert agrees(reread, stored)
    for other in (
        replace(stored, text="Paris et Lviv"),
        replace(stored, grid=TokenGrid.of([(0, 5), (6, 13)])),
        replace(stored, spans=[(0, 5, "leader")]),
        replace(stored, spans=[]),
        replace(stored, unknown=[(9, 13)]),
        replace(stored, complete=False),
    ):
        assert not agrees(reread, other)


def test_the_base_pipeline_cuts_as_the_project_does(tmp_path: Path) -> None:
    import spacy

    write_training_setup(tmp_path, {"leader": 3, "sum": 0})

    text = "L’OTAN a versé 50M€. Les pro-Poutine de l'ex-URSS…"
    assert TokenGrid.of((token.idx, token.idx + len(token)) for token in spacy.load(tmp_path / "base")(text)) == grid(
        text
    )
    moves = json.loads((tmp_path / "labels" / "ner.json").read_text("utf-8"))
    assert moves["1"] == {"leader": 3, "sum": 1}


def test_groups_of_spans_are_what_spacys_own_way_would_put_there(tmp_path: Path) -> None:
    first = example("A😀 Paris, Lviv et Kyiv.", "Paris", "Kyiv")
    second = example("Rien.")
    with spacy_file(tmp_path / "train.spacy", span_group="sc") as file:
        for each in (first, second):
            file.add(each)

    nlp = blank()
    for doc, given_ in zip(docs(tmp_path / "train.spacy"), (first, second), strict=True):
        own = nlp.make_doc(given_.text)
        own.spans["sc"] = [own.char_span(start, end, label=label) for start, end, label in given_.spans]
        assert doc.spans.to_bytes() == own.spans.to_bytes()
    for reread, given_ in zip(read_back(tmp_path / "train.spacy"), (first, second), strict=True):
        assert agrees(reread, given_, span_group="sc")
        assert not agrees(reread, given_)
        assert not agrees(reread, given_, span_group="other")


@pytest.mark.parametrize("span_group", [None, "sc"])
def test_files_of_many_texts_are_read_back_in_pieces(tmp_path: Path, span_group: str | None) -> None:
    written = [example(f"Paris, le {number} {'mai ' * (number % 7)}.", "Paris") for number in range(450)]
    with spacy_file(tmp_path / "train.spacy", span_group=span_group) as file:
        for each in written:
            file.add(each)
    reread = list(read_back(tmp_path / "train.spacy"))
    assert [doc.text for doc in docs(tmp_path / "train.spacy")] == [each.text for each in reread]
    assert all(agrees(*pair, span_group=span_group) for pair in zip(reread, written, strict=True))


@pytest.mark.parametrize("at", [0, 10, 200, -30, -1])
def test_a_damaged_file_does_not_read_back(tmp_path: Path, at: int) -> None:
    path = write(tmp_path / "train.spacy", *[example(f"Paris, le {number}.", "Paris") for number in range(50)])
    whole = path.read_bytes()
    path.write_bytes(whole[:at])
    with pytest.raises((UnreadableError, zlib.error, ValueError)):
        list(read_back(path))
