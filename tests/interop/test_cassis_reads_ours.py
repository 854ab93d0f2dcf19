"""The library of UIMA's own people, dkpro-cassis, opens what we write and finds in it what INCEpTION looks for."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import cassis
import pytest

from annotator.core.annotation import Status
from annotator.formats import uima_json, uima_xmi
from annotator.formats.records import Outgoing, Record
from annotator.nlp import tokenizer
from tests.formats.round_trip import OPTIONS

DKPRO = "de.tudarmstadt.ukp.dkpro.core.api."
TEXT = "À Kiev, 😀 Volodymyr Zelensky a reçu 50 M€. « Merci ! » a-t-il dit.\nParis se tait."


def outgoing(text: str, *surfaces: tuple[str, str]) -> Outgoing:
    spans = tuple((text.index(words), text.index(words) + len(words), label) for words, label in surfaces)
    record = Record(text, "1", title="Un titre", spans=spans, annotator="ana", status=Status.FINISHED)
    return Outgoing(7, record, tokenizer.grid(text))


def opened(folder: Path, format: str, article: Outgoing) -> Any:
    target = folder / "out"
    if format == "xmi":
        uima_xmi.write([article], target, OPTIONS)
        system = cassis.load_typesystem(target / "TypeSystem.xml")
        with (target / "000001.xmi").open("rb") as file:
            return cassis.load_cas_from_xmi(file, typesystem=system)
    uima_json.write([article], target, OPTIONS)
    with (target / "000001.json").open("rb") as file:
        return cassis.load_cas_from_json(file)


@pytest.mark.parametrize("format", ["xmi", "json"])
def test_cassis_reads_text_title_tokens_sentences_and_spans(tmp_path: Path, format: str) -> None:
    article = outgoing(
        TEXT, ("Kiev", "country"), ("Volodymyr Zelensky", "leader"), ("50 M€", "sum"), ("Paris", "country")
    )

    cas = opened(tmp_path, format, article)

    assert cas.sofa_string == TEXT
    entities = cas.select(f"{DKPRO}ner.type.NamedEntity")
    assert [(each.get_covered_text(), each.value) for each in entities] == [
        ("Kiev", "country"),
        ("Volodymyr Zelensky", "leader"),
        ("50 M€", "sum"),
        ("Paris", "country"),
    ]
    tokens = cas.select(f"{DKPRO}segmentation.type.Token")
    grid = article.grid
    assert [(each.begin, each.end) for each in tokens] == [
        (start, end) for start, end in zip(grid.starts, grid.ends, strict=True) if TEXT[start:end].strip()
    ]
    (meta,) = cas.select(f"{DKPRO}metadata.type.DocumentMetaData")
    assert (meta.documentTitle, meta.documentId, meta.collectionId) == ("Un titre", "7", OPTIONS.project)
    assert cas.typecheck() == []


@pytest.mark.parametrize("format", ["xmi", "json"])
def test_each_token_lies_in_one_sentence_and_no_span_crosses_one(tmp_path: Path, format: str) -> None:
    article = outgoing(TEXT, ("50 M€. « Merci ! »", "sum"), ("Paris", "country"))

    cas = opened(tmp_path, format, article)

    sentences = [(each.begin, each.end) for each in cas.select(f"{DKPRO}segmentation.type.Sentence")]
    for kind in ("segmentation.type.Token", "ner.type.NamedEntity"):
        for each in cas.select(DKPRO + kind):
            assert sum(begin <= each.begin and each.end <= end for begin, end in sentences) == 1
    assert [TEXT[begin:end] for begin, end in sentences][-1] == "Paris se tait."


def test_sentences_end_at_full_stops_and_at_lines(tmp_path: Path) -> None:
    cas = opened(tmp_path, "xmi", outgoing("Titre\n\nKiev tient. « Oui ! » Paris, env. dix, paie 1.5 M€…\nFin"))

    texts = [each.get_covered_text() for each in cas.select(f"{DKPRO}segmentation.type.Sentence")]

    assert texts == ["Titre", "Kiev tient.", "« Oui ! »", "Paris, env. dix, paie 1.5 M€…", "Fin"]
