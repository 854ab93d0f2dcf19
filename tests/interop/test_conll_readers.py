"""Our tagged tokens in the hands of those who use them: `spacy convert` and seqeval."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from annotator.formats import biluo, conll2003, iob2
from annotator.formats.records import Outgoing, Record
from annotator.formats.registry import Format
from annotator.nlp import tokenizer
from tests.formats.round_trip import OPTIONS

_TEXTS = (
    "Le président Joe Biden, en\u00a0visite à Kiev, a promis 50\u202f000\u00a0€."
    "\n\nL’OTAN 😀 veut des chars Leopard 2.",
    "Rien ici : «\u00a0-DOCSTART-\u00a0» | # fin",
)
_NAMES = (("Joe Biden", "leader"), ("Kiev", "country"), ("50\u202f000\u00a0€", "sum"), ("OTAN", "alliance"))
_SPANS = tuple(
    sorted(
        (_TEXTS[0].index(name), _TEXTS[0].index(name) + len(name), label)
        for name, label in (*_NAMES, ("Leopard 2", "weapon"))
    )
)
_EXPECTED = [
    ("Joe Biden", "leader"),
    ("Kiev", "country"),
    ("50 000 €", "sum"),
    ("OTAN", "alliance"),
    ("Leopard 2", "weapon"),
]


def written(format: Format, folder: Path) -> Path:
    path = folder / f"out{format.suffixes[0]}"
    articles = [
        Outgoing(number, Record(text, "x", spans=spans), tokenizer.grid(text))
        for number, (text, spans) in enumerate(zip(_TEXTS, (_SPANS, ()), strict=True))
    ]
    assert format.write is not None
    format.write(iter(articles), path, OPTIONS)
    return path


def test_spacy_convert_reads_articles_sentences_and_entities(tmp_path: Path) -> None:
    from spacy.training.converters import conll_ner_to_docs

    text = written(conll2003.FORMAT, tmp_path).read_text(encoding="utf-8")
    docs = list(conll_ner_to_docs(text, no_print=True))

    assert len(docs) == 2
    assert [(each.text, each.label_) for each in docs[0].ents] == _EXPECTED
    assert [sentence[0].text for sentence in docs[0].sents] == ["Le", "L’"]
    assert list(docs[1].ents) == []


@pytest.mark.parametrize(
    ("format", "scheme"), [(conll2003.FORMAT, "IOB2"), (iob2.FORMAT, "IOB2"), (biluo.FORMAT, "BILOU")]
)
def test_seqeval_finds_the_spans_in_its_strict_mode(tmp_path: Path, format: Format, scheme: str) -> None:
    from seqeval import scheme as schemes

    sentences = _sentences(written(format, tmp_path))
    tags = [[tag for _, tag in sentence] for sentence in sentences]
    found = schemes.Entities(tags, getattr(schemes, scheme))

    names = [
        (" ".join(token for token, _ in sentences[number][each.start : each.end]), each.tag)
        for number, entities in enumerate(found.entities)
        for each in entities
    ]
    assert names == _EXPECTED


def test_spacy_turns_the_tags_of_one_file_into_those_of_the_other(tmp_path: Path) -> None:
    from spacy.training import biluo_to_iob, iob_to_biluo

    short = [[tag for _, tag in sentence] for sentence in _sentences(written(iob2.FORMAT, tmp_path))]
    long = [[tag for _, tag in sentence] for sentence in _sentences(written(biluo.FORMAT, tmp_path))]

    assert [iob_to_biluo(tags) for tags in short] == long
    assert [biluo_to_iob(tags) for tags in long] == short


def _sentences(path: Path) -> list[list[tuple[Any, ...]]]:
    """Read as the scripts for such files do: first and last column of what ``split`` finds, blank lines between."""
    blocks = path.read_text(encoding="utf-8").split("\n\n")
    rows = [[line.split() for line in block.splitlines()] for block in blocks if block.strip()]
    return [[(row[0], row[-1]) for row in block] for block in rows if block[0][0] != "-DOCSTART-"]
