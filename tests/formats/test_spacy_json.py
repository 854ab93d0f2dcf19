from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from annotator.core.annotation import Status
from annotator.formats.records import Note, Outgoing, Problem, Record
from annotator.formats.registry import detect
from annotator.formats.source import SourceFile
from annotator.formats.spacy_json import FORMAT, read
from annotator.nlp import tokenizer
from tests.formats.round_trip import OPTIONS, assert_comes_back, outgoing_articles


def written(folder: Path, content: Any, name: str = "train.json") -> Path:
    path = folder / name
    text = content if isinstance(content, str) else json.dumps(content, ensure_ascii=False)
    path.write_text(text, encoding="utf-8", newline="")
    return path


def taken(path: Path) -> tuple[list[Record], list[str]]:
    found = list(read(SourceFile.of(path)))
    assert not [each for each in found if isinstance(each, Problem)], found
    records = [each for each in found if isinstance(each, Record)]
    return records, [each.wording.en.partition(":")[0] for each in found if isinstance(each, Note)]


def surfaces(record: Record) -> list[tuple[str, str]]:
    return [(record.text[start:end], label) for start, end, label in record.spans]


@settings(max_examples=60)
@given(articles=outgoing_articles(raw=True))
def test_every_article_comes_back_as_it_was(articles: list[Outgoing]) -> None:
    assert_comes_back(FORMAT, articles)


def test_an_export_without_articles_is_an_empty_list(tmp_path: Path) -> None:
    assert FORMAT.write is not None
    FORMAT.write([], tmp_path / "out.json", OPTIONS)

    assert json.loads((tmp_path / "out.json").read_text()) == []
    assert list(read(SourceFile.of(tmp_path / "out.json"))) == []


PAIRS = [
    ["Joe Biden est à Kiev", {"entities": [[0, 9, "PER"], [16, 20, "LOC"]]}],
    ["A😀 Paris", {"entities": [[3, 8, "LOC", "Q90"]], "cats": {"ACTU": 1.0}, "links": {"0": {"Q90": 1.0}}}],
    ["Rien", {"entities": []}],
    ["Ici", {}],
]


@pytest.mark.parametrize("way", ["list", "indented", "lines", "wrapped"])
def test_training_tuples_are_read(tmp_path: Path, way: str) -> None:
    if way == "lines":
        path = written(tmp_path, "\n".join(map(json.dumps, PAIRS)) + "\n", "train.jsonl")
    else:
        path = written(tmp_path, json.dumps(PAIRS, indent={"list": None, "indented": 2, "wrapped": 0}[way]))

    records, said = taken(path)

    assert detect(path) is FORMAT
    assert [surfaces(each) for each in records] == [[("Joe Biden", "PER"), ("Kiev", "LOC")], [("Paris", "LOC")], [], []]
    assert records[1].meta == {"cats": {"ACTU": 1.0}}
    assert said == [
        "links of spans to a knowledge base left out",
        "articles with categories of the whole text",
    ]


def test_tags_beside_words_are_spans(tmp_path: Path) -> None:
    words = ["Joe", "Biden", "parle", "à", "Kiev", "."]
    path = written(
        tmp_path,
        [
            ["Joe Biden parle à Kiev.", {"words": words, "entities": ["B-PER", "L-PER", "O", "-", "U-LOC", "O"]}],
            ["Joe Biden", {"words": ["Joe"], "entities": ["B-PER", "L-PER"]}],
            ["Joe Biden", {"entities": ["B-PER", "L-PER"], "deps": ["x", "y"]}],
        ],
    )

    records, said = taken(path)

    assert [surfaces(each) for each in records] == [[("Joe Biden", "PER"), ("Kiev", "LOC")], [], []]
    assert said == [
        "tokens of which the file says that nobody decided on them",
        "articles whose entities are tags of tokens that are not in the file",
        "articles in which more is said of tokens (parts of speech, dependencies …)",
    ]


def token(orth: str, ner: str | None = "O", **others: Any) -> dict[str, Any]:
    return {"orth": orth, "ner": ner} | others


def paragraph(*sentences: list[dict[str, Any]], **others: Any) -> dict[str, Any]:
    return {"sentences": [{"tokens": each, "brackets": []} for each in sentences]} | others


def test_paragraphs_of_version_2_are_articles(tmp_path: Path) -> None:
    joe = [token("Joe", "B-PER", tag="NP"), token("Biden", "L-PER", tag="NP"), token("parle", head=0, dep="ROOT")]
    kiev = [token("«"), token("Kiev", "U-LOC"), token("»"), token("?", None)]
    document = {
        "id": 3,
        "paragraphs": [
            paragraph(joe, kiev, raw="Joe Biden  parle\n«\u00a0Kiev\u00a0»\u202f?"),
            paragraph(joe, kiev),
            paragraph(joe, kiev, raw="Autre chose"),
            paragraph([token("Kiev", "U-LOC", space=""), token("!", space=" "), token("Ici", space="")]),
            paragraph(
                [token("Kiev", "U-LOC")], raw="Kiev", entities=[[0, 4, "ville"]], cats=[{"label": "A", "value": 1.0}]
            ),
        ],
    }
    for content in ([document], document):
        path = written(tmp_path, json.dumps(content, indent=2))

        records, said = taken(path)

        assert detect(path) is FORMAT
        assert [each.text for each in records] == [
            "Joe Biden  parle\n«\u00a0Kiev\u00a0»\u202f?",
            "Joe Biden parle « Kiev » ?",
            "Joe Biden parle « Kiev » ?",
            "Kiev! Ici",
            "Kiev",
        ]
        both = [("Joe Biden", "PER"), ("Kiev", "LOC")]
        assert [surfaces(each) for each in records] == [both, both, both, [("Kiev", "LOC")], [("Kiev", "ville")]]
        assert records[4].meta == {"cats": {"A": 1.0}}
        assert sorted(said) == [
            "articles in which more is said of tokens (parts of speech, dependencies …)",
            "articles of which the file holds tokens and not the blanks between them",
            "articles with categories of the whole text",
            "texts that are not those of their tokens",
            "tokens of which the file says that nobody decided on them",
        ]


def test_documents_of_version_3_are_read_with_what_their_attributes_say(tmp_path: Path) -> None:
    documents = [
        {
            "text": "Joe à Kiev",
            "ents": [{"start": 0, "end": 3, "label": "PER", "kb_id": "Q6279"}],
            "tokens": [{"id": 0, "start": 0, "end": 3, "pos": "PROPN"}],
            "sents": [{"start": 0, "end": 10}],
            "spans": {"sc": [{"start": 0, "end": 3, "label": "PER"}, {"start": 6, "end": 10, "label": "LOC"}]},
            "_": {"title": "Titre", "date": "2024-02-29", "status": "finished", "page": 3, "remarks": {"0": "vu"}},
        },
        {"text": "Kiev", "ents": [], "spans": {"une": [{"start": 0, "end": 4, "label": "LOC", "kb_id": ""}]}},
        {
            "text": "Kiev",
            "ents": [],
            "spans": {
                "sc": [{"start": 0, "end": 4, "label": "LOC"}],
                "autre": [{"start": 0, "end": 4, "label": "X"}, {"start": 0, "end": 2, "label": "X"}],
            },
        },
    ]
    for name, content in {
        "list.json": json.dumps(documents, indent=1),
        "lines.jsonl": "".join(json.dumps(each) + "\n" for each in documents),
    }.items():
        path = written(tmp_path, content, name)

        records, said = taken(path)

        assert detect(path) is FORMAT
        assert [surfaces(each) for each in records] == [[("Joe", "PER")], [("Kiev", "LOC")], [("Kiev", "LOC")]]
        first = records[0]
        assert (first.title, first.date, first.status) == ("Titre", "2024-02-29", Status.FINISHED)
        assert (first.meta, first.remarks) == ({"page": 3}, {0: "vu"})
        assert said == [
            "links of spans to a knowledge base left out",
            "spans in groups besides those that were taken, left out",
            "articles in which more is said of tokens (parts of speech, dependencies …)",
            "articles without entities whose spans are those of their only or usual group",
        ]
    single = written(tmp_path, json.dumps(documents[0], indent=2), "one.json")
    assert surfaces(taken(single)[0][0]) == [("Joe", "PER")]


def test_spans_out_of_groups_are_counted_exactly(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        [
            {
                "text": "Kiev",
                "ents": [],
                "tokens": [],
                "spans": {"a": [{"start": 0, "end": 4, "label": "A"}] * 2, "b": [{"start": 0, "end": 4, "label": "B"}]},
            }
        ],
    )

    (record, note) = list(read(SourceFile.of(path)))

    assert isinstance(record, Record)
    assert record.spans == ()
    assert isinstance(note, Note)
    assert "left out: 3" in note.wording.en


def test_what_spacy_writes_is_read_as_it_was(tmp_path: Path) -> None:
    from spacy.tokens import Span
    from spacy.training import Example, docs_to_json

    nlp = tokenizer.blank()
    text = "A😀 Joe Biden  est\n\nà «\u00a0Kiev\u00a0»."
    doc = nlp(text)
    doc.ents = [doc.char_span(3, 12, label="leader"), doc.char_span(23, 27, label="country")]
    doc.spans["sc"] = [Span(doc, 0, 2, "x")]
    nlp.add_pipe("sentencizer")(doc)
    for name, content in {
        "doc.json": [doc.to_json()],
        "v2.json": [docs_to_json([doc, doc])],
        "example.json": [json.loads(json.dumps(Example(doc, doc).to_dict(), default=list))],
    }.items():
        path = written(tmp_path, content, name)

        records, _ = taken(path)

        assert detect(path) is FORMAT, name
        for record in records:
            assert record.text == text
            assert surfaces(record) == [("Joe Biden", "leader"), ("Kiev", "country")]


def test_spacy_reads_what_we_write(tmp_path: Path) -> None:
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

    text = "A😀 Joe Biden  est\n\nà «\u00a0Kiev\u00a0»."
    grid = tokenizer.grid(text)
    record = Record(text, "x", title="Titre", spans=((3, 12, "leader"), (23, 27, "country")), meta={"page": 3})
    assert FORMAT.write is not None
    FORMAT.write([Outgoing(1, record, grid)], tmp_path / "out.json", OPTIONS)

    (written_by_us,) = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))
    doc = Doc(Vocab()).from_json(written_by_us, validate=True)

    assert doc.text == text
    assert [(each.start_char, each.end_char, each.label_) for each in doc.ents] == list(record.spans)
    assert [each.idx for each in doc] == list(grid.starts)


@pytest.mark.parametrize(
    "member",
    [
        ["Kiev"],
        [3, {}],
        {"text": 3, "entities": []},
        "Kiev",
        ["Kiev", {"entities": "LOC"}],
        ["Kiev", {"entities": [[0, 4]]}],
        ["Kiev", {"entities": [[0, "4", "LOC"]]}],
        ["Kiev", {"entities": [[0, 4, 7]]}],
        {"text": "Kiev", "ents": [{"start": 0.5, "end": 4, "label": "LOC"}]},
        {"sentences": "Kiev"},
        {"sentences": [{"tokens": [{"ner": "O"}]}]},
        {"token_annotation": {"ORTH": 3}, "doc_annotation": {}},
    ],
)
def test_a_member_that_is_no_article_is_named_and_the_rest_goes_on(tmp_path: Path, member: Any) -> None:
    path = written(tmp_path, [["Kiev", {"entities": [[0, 4, "LOC"]]}], member, ["Paris", {"entities": []}]])

    found = list(read(SourceFile.of(path)))

    assert [type(each) for each in found] == [Record, Problem, Record]
    assert found[1].where == f"{path}#2"


@pytest.mark.parametrize(
    "content",
    [
        '[["Kiev", {"entities": []}], [',
        '["Kiev", {"entities": []}]\n["Kiev"\n',
        "[" * 100_000,
        '{"text": "Kiev", "ents": [',
        '[["Kiev", {"entities": []}]] plus',
        '["Kiev", ' + "[" * 10_000 + "]" * 10_000 + "]",
    ],
)
def test_a_broken_document_is_one_problem_and_what_came_before_is_good(tmp_path: Path, content: str) -> None:
    found = list(read(SourceFile.of(written(tmp_path, content))))

    assert [type(each) for each in found if not isinstance(each, Record)] == [Problem]
    assert [each.text for each in found if isinstance(each, Record)] in ([], ["Kiev"])


@pytest.mark.parametrize(
    "content",
    [
        [{"text": "Kiev"}],
        {"classes": ["A"], "annotations": [["Kiev", {"entities": []}]]},
        [{"id": 1, "data": {"text": "Kiev"}, "annotations": []}],
        {"text": "Kiev", "label": [[0, 4, "LOC"]]},
        {"text": "Kiev", "spans": [], "tokens": []},
        ["Kiev", "Paris"],
    ],
)
def test_json_of_other_kinds_is_not_taken_for_spacys(tmp_path: Path, content: Any) -> None:
    for name in ("a.json", "a.jsonl"):
        found = detect(written(tmp_path, content, name))
        assert found is None or found.name != "spacy-json"


def test_a_text_longer_than_what_is_looked_at_is_known_all_the_same(tmp_path: Path) -> None:
    long = "Kiev " * 20_000
    assert FORMAT.write is not None
    FORMAT.write([Outgoing(1, Record(long, "x"), tokenizer.grid(long))], tmp_path / "out.json", OPTIONS)

    assert detect(tmp_path / "out.json") is FORMAT
    assert detect(written(tmp_path, [[long, {"entities": [[0, 4, "LOC"]]}]])) is FORMAT
    assert [len(each.spans) for each in taken(tmp_path / "train.json")[0]] == [1]
    assert [each.text for each in taken(tmp_path / "out.json")[0]] == [long]


def test_files_of_the_tool_go_in_with_exactly_what_they_hold(shared_folder: Path) -> None:
    folder = shared_folder / "fixtures" / "spacy"
    entities = [
        ("Sebastian Thrun", "PERSON"),
        ("Google", "ORG"),
        ("2007", "DATE"),
        ("American", "NORP"),
        ("Thrun", "PERSON"),
        ("Recode", "ORG"),
        ("earlier this week", "DATE"),
    ]
    for path in sorted(folder.glob("ner-*.json")):
        (record,), _ = taken(path)
        assert detect(path) is FORMAT
        assert surfaces(record) == entities
        assert " took him seriously. “I can tell you very senior CEOs " in record.text
    for path in sorted(folder.glob("projects_*.json")):
        records, said = taken(path)
        assert detect(path) is FORMAT
        assert said == []
        raw = json.loads(path.read_text(encoding="utf-8"))
        assert [(each.text, [list(span) for span in each.spans]) for each in records] == [
            (text, fields["entities"]) for text, fields in raw
        ]
