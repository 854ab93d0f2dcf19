from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.core.errors import UserError
from annotator.core.tokens import TokenGrid
from annotator.formats import biluo, conll2003, iob2, tagged_tokens
from annotator.formats.records import Note, Outgoing, Problem, Record
from annotator.formats.registry import Format, detect
from annotator.formats.source import ReadOptions, SourceFile
from annotator.formats.tag_schemes import Fault, Scheme, Tagged
from annotator.formats.tagged_tokens import read
from annotator.nlp import tokenizer
from tests.formats.round_trip import OPTIONS, assert_comes_back, outgoing_articles

FORMATS = (conll2003.FORMAT, iob2.FORMAT, biluo.FORMAT)


def written(folder: Path, content: str, name: str = "news.conll") -> Path:
    path = folder / name
    path.write_text(content, encoding="utf-8", newline="")
    return path


def surfaces(record: Record) -> list[tuple[str, str]]:
    return [(record.text[start:end], label) for start, end, label in record.spans]


def taken(path: Path) -> tuple[list[Record], list[Note | Problem]]:
    found = list(read(SourceFile.of(path)))
    records = [each for each in found if isinstance(each, Record)]
    return records, [each for each in found if not isinstance(each, Record)]


def spans_in(path: Path) -> list[list[tuple[str, str]]]:
    return [surfaces(record) for record in taken(path)[0]]


@pytest.mark.parametrize("format", FORMATS, ids=lambda format: format.name)
@settings(max_examples=40)
@given(articles=outgoing_articles(raw=True))
def test_tokens_and_spans_come_back_as_they_were(format: Format, articles: list[Outgoing]) -> None:
    assert_comes_back(format, articles)


def outgoing(text: str, *spans: tuple[int, int, str]) -> Outgoing:
    return Outgoing(1, Record(text, "x", spans=spans), tokenizer.grid(text))


@pytest.mark.parametrize(
    ("format", "lines"),
    [
        (
            conll2003.FORMAT,
            "-DOCSTART- -X- O O\n\nJoe -X- _ B-leader\nBiden -X- _ I-leader\nparle -X- _ O\n\nKiev -X- _ B-country\n\n",
        ),
        (iob2.FORMAT, "-DOCSTART-\tO\n\nJoe\tB-leader\nBiden\tI-leader\nparle\tO\n\nKiev\tB-country\n\n"),
        (biluo.FORMAT, "-DOCSTART-\tO\n\nJoe\tB-leader\nBiden\tL-leader\nparle\tO\n\nKiev\tU-country\n\n"),
    ],
    ids=["conll2003", "iob2", "biluo"],
)
def test_an_article_is_written_token_by_token(tmp_path: Path, format: Format, lines: str) -> None:
    assert format.write is not None
    path = tmp_path / f"out{format.suffixes[0]}"

    format.write([outgoing("Joe Biden parle\n\nKiev", (0, 9, "leader"), (17, 21, "country"))], path, OPTIONS)

    assert path.read_text(encoding="utf-8") == lines
    assert detect(path) is format


def test_a_span_over_a_line_end_stays_one(tmp_path: Path) -> None:
    articles = [outgoing("Joe\nBiden à\nKiev", (0, 9, "leader"))]

    for format in FORMATS:
        assert format.write is not None
        path = tmp_path / f"out{format.suffixes[0]}"
        format.write(articles, path, OPTIONS)
        assert spans_in(path) == [[("Joe Biden", "leader")]]
        assert "à\tO\n\nKiev" in path.read_text(encoding="utf-8").replace(" -X- _ ", "\t")


def test_a_token_that_reads_like_a_boundary_is_no_boundary(tmp_path: Path) -> None:
    record = Record("-DOCSTART-\nFin", "x", spans=((0, 10, "weapon"),))
    grid = TokenGrid.of([(0, 10), (10, 11), (11, 14)])

    for format in FORMATS:
        assert format.write is not None
        path = tmp_path / f"out{format.suffixes[0]}"
        format.write([Outgoing(1, record, grid)], path, OPTIONS)
        (came,), said = taken(path)
        assert [(text.replace(" ", ""), label) for text, label in surfaces(came)] == [("-DOCSTART-", "weapon")]
        assert said == []


def test_a_label_with_a_blank_goes_where_tabs_stand_between_columns(tmp_path: Path) -> None:
    articles = [outgoing("Kiev tient", (0, 4, "lieu dit"))]

    assert iob2.FORMAT.write is not None
    iob2.FORMAT.write(articles, tmp_path / "out.iob", OPTIONS)
    assert spans_in(tmp_path / "out.iob") == [[("Kiev", "lieu dit")]]
    assert conll2003.FORMAT.write is not None
    with pytest.raises(UserError, match="lieu dit"):
        conll2003.FORMAT.write(articles, tmp_path / "out.conll", OPTIONS)


# One sentence in each scheme: two spans of one label side by side, a single token, one at the end.
_SCHEMES = {
    "IOB2": "O B-PER I-PER B-PER O B-LOC O B-ORG I-ORG I-ORG",
    "IOB1": "O I-PER I-PER B-PER O I-LOC O I-ORG I-ORG I-ORG",
    "BILUO": "O B-PER L-PER U-PER O U-LOC O B-ORG I-ORG L-ORG",
    "BIOES": "O B-PER E-PER S-PER O S-LOC O B-ORG I-ORG E-ORG",
    "BMES": "O B-PER E-PER S-PER O S-LOC O B-ORG M-ORG E-ORG",
    "BMEWO": "O B-PER E-PER W-PER O W-LOC O B-ORG M-ORG E-ORG",
    "behind": "O PER-B PER-I PER-B O LOC-B O ORG-B ORG-I ORG-I",
}
_WORDS = "hier Joe Biden Poutine à Kiev avec Human Rights Watch"
_SPANS = [("Joe Biden", "PER"), ("Poutine", "PER"), ("Kiev", "LOC"), ("Human Rights Watch", "ORG")]


@pytest.mark.parametrize("scheme", _SCHEMES)
@pytest.mark.parametrize("line", ["{0}\t{1}", "{0} {1}", "{0} NN I-NP {1}", "{0}\t_\t{1}", "{0}  NN   {1} "])
def test_each_scheme_is_told_from_its_tags(tmp_path: Path, scheme: str, line: str) -> None:
    pairs = zip(_WORDS.split(), _SCHEMES[scheme].split(), strict=True)
    path = written(tmp_path, "\n".join(line.format(*pair) for pair in pairs) + "\n")

    (record,), said = taken(path)

    assert record.text == _WORDS
    assert surfaces(record) == _SPANS
    assert [each for each in said if "columns" not in each.wording.en] == []


@pytest.mark.parametrize(("width", "line"), [(2, "{0}|{1}"), (3, "{0}|NN|{1}")])
def test_a_line_may_be_a_sentence(tmp_path: Path, width: int, line: str) -> None:
    sentence = " ".join(line.format(*pair) for pair in zip(_WORDS.split(), _SCHEMES["IOB1"].split(), strict=True))
    path = written(tmp_path, f"{sentence}\n\n{line.format('Fin|fin', 'O')}\n", "news.iob")

    records, said = taken(path)

    assert [record.text for record in records] == [_WORDS, "Fin|fin"]
    assert surfaces(records[0]) == _SPANS
    assert [each.wording.en[:8] for each in said] == ["left out"] * (width - 2) + ["the file"]


def test_labels_without_edges_are_runs(tmp_path: Path) -> None:
    path = written(tmp_path, "Joe\tPER\nBiden\tPER\nà\tO\nKiev\tLOC\nParis\tPER\nici\tO\n.\tO\n")

    assert spans_in(path) == [[("Joe Biden", "PER"), ("Kiev", "LOC"), ("Paris", "PER")]]


def test_edges_without_labels_are_spans_all_the_same(tmp_path: Path) -> None:
    path = written(tmp_path, "Joe B\nBiden I\nà O\nKiev B\n")

    assert spans_in(path) == [[("Joe Biden", "span"), ("Kiev", "span")]]


_TAGS = st.lists(st.sampled_from(["O", "O", *(f"{edge}-{label}" for edge in "BI" for label in "xy")]), max_size=12)


@given(_TAGS)
def test_tags_are_read_as_conlleval_reads_them(tags: list[str]) -> None:
    """The rule of the shared tasks, word for word: where a chunk starts and where it ends."""
    scheme = Scheme()
    for tag in tags:
        scheme.see(tag)
    expected, open_at = [], None
    for index, tag in enumerate([*tags, "O"]):
        before = tags[index - 1] if index else "O"
        if open_at is not None and (tag[0] in "BO" or tag[2:] != before[2:]):
            expected.append(Tagged(open_at, index, before[2:]))
            open_at = None
        if open_at is None and tag != "O":
            open_at = index

    assert [each for each in scheme.spans_of(tags) if isinstance(each, Tagged)] == expected


def test_faults_are_told_by_what_the_rest_of_the_file_does() -> None:
    tags = ["O", "B-x", "I-y", "O", "I-x", "O"]
    strict, loose = Scheme(), Scheme()
    for tag in [*tags, "O", "B-x", "O", "B-y", "O"]:
        strict.see(tag)
    for tag in [*tags, "O", "I-x", "O", "I-y", "O"]:
        loose.see(tag)

    assert [each for each in strict.spans_of(tags) if not isinstance(each, Tagged)] == [
        (Fault.OTHER_LABEL, 2),
        (Fault.NO_BEGINNING, 4),
    ]
    assert [each for each in loose.spans_of(tags) if not isinstance(each, Tagged)] == []


def test_broken_sequences_are_repaired_and_named_with_their_lines(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        "-DOCSTART-\tO\n\nJoe\tI-PER\nBiden\tI-PER\nà\tO\nKiev\tB-LOC\nParis\tI-ORG\n\nOslo\tI-LOC\nRome\tB-LOC\n",
    )

    (record,), said = taken(path)

    assert surfaces(record) == [
        ("Joe Biden", "PER"),
        ("Kiev", "LOC"),
        ("Paris", "ORG"),
        ("Oslo", "LOC"),
        ("Rome", "LOC"),
    ]
    assert said == []  # spans begin with I as often as with B: IOB1

    path.write_text(path.read_text() + "\nBerne\tB-LOC\nici\tO\nBonn\tB-LOC\n")
    _, said = taken(path)
    assert [(each.where.rpartition("/")[2], each.wording.en[:26]) for each in said] == [
        ("news.conll", "tags that go on with a spa"),
        ("news.conll:7", "tags that go on with anoth"),
    ]
    assert "2" in said[0].wording.en
    assert "lines 3, 9" in said[0].wording.en


def test_missing_ends_are_named(tmp_path: Path) -> None:
    path = written(tmp_path, "Joe\tB-PER\nBiden\tI-PER\nà\tO\nKiev\tU-LOC\nOslo\tB-LOC\n")

    (record,), (note,) = taken(path)

    assert surfaces(record) == [("Joe Biden", "PER"), ("Kiev", "LOC"), ("Oslo", "LOC")]
    assert "not tagged as the last: 2" in note.wording.en
    assert "lines 3, 5" in note.wording.en


def test_articles_begin_where_the_file_says_so(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        "-DOCSTART- (1 EU) -X- O O\n\nKiev NN I-NP B-LOC\n. . O O\n\nFin NN I-NP O\n\n-DOCSTART- -X- -X- O O\n\n"
        "-DOCSTART- -X- O O\n\nParis NN I-NP B-LOC\nbrûle VB I-VP O\n",
    )

    records, (note,) = taken(path)

    assert [record.text for record in records] == ["Kiev.\nFin", "", "Paris brûle"]
    assert [record.meta for record in records] == [{"document": "1 EU"}, {}, {}]
    assert [record.where.rpartition(":")[2] for record in records] == ["1", "8", "10"]
    assert note.wording.en.endswith("(columns: 2, 3).")


def test_without_boundaries_what_stands_between_blank_lines_is_an_article(tmp_path: Path) -> None:
    path = written(tmp_path, "\n\nKiev\tB-LOC\n\n \t\nParis\tB-LOC\nici\tO\n\n\n")

    records, (note,) = taken(path)

    assert [record.text for record in records] == ["Kiev", "Paris ici"]
    assert "each of its 2 parts" in note.wording.en
    assert "-DOCSTART-" in note.wording.fr


def test_label_studio_writes_one_boundary_for_all_texts(tmp_path: Path) -> None:
    texts = "Joe -X- _ B-PER\nBiden -X- _ I-PER\n, -X- _ O\n\nKiev -X- _ B-LOC\n. -X- _ O\n\n"

    assert [record.text for record in taken(written(tmp_path, "-DOCSTART- -X- O\n" + texts))[0]] == [
        "Joe Biden,",
        "Kiev.",
    ]
    assert len(taken(written(tmp_path, "-DOCSTART- -X- O O\n\n" + texts))[0]) == 1  # spaCy's, and ours


def test_comments_say_where_articles_begin_and_how_sentences_stand_there(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        "# newdoc id = dépêche-1\n# sent_id = 1\n# text = «\u00a0Kiev\u00a0» ,tient\n1\t«\tO\t-\n2\tKiev\tB-LOC\t-\n"
        "3\t»\tO\t-\n4\t,\tO\t-\n5\ttient\tO\tx\n\n# text = Autre chose\n1\t#\tO\t-\n2\tFin\tO\t-\n\n# newdoc\n1\tParis"
        "\tB-LOC\t-\n",
        "uner.iob2",
    )

    records, said = taken(path)

    assert [record.text for record in records] == ["«\u00a0Kiev\u00a0» ,tient\n#Fin", "Paris"]
    assert [surfaces(record) for record in records] == [[("Kiev", "LOC")], [("Paris", "LOC")]]
    assert records[0].meta == {"document": "dépêche-1"}
    assert [each.wording.en.partition(":")[0] for each in said] == [
        "lines of comment left out",
        "sentences whose text in the comment is not that of their tokens",
        "left out what else is said of tokens, such as parts of speech (columns",
    ]


def test_of_nested_tags_the_outer_are_taken(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        "#\thttp://exemple.fr [2009]\n1\tAtlético\tB-ORG\tO\n2\tMadrid\tI-ORG\tB-LOC\n3\tgagne\tO\tO\n",
        "germeval.tsv",
    )

    (record,), said = taken(path)

    assert detect(path) is conll2003.FORMAT
    assert surfaces(record) == [("Atlético Madrid", "ORG")]
    assert len(said) == 2
    assert "columns: 4" in said[1].wording.en


def test_a_line_with_other_columns_is_named_and_the_rest_goes_on(tmp_path: Path) -> None:
    path = written(tmp_path, "Joe Biden\nà\tO\nKiev\tB-LOC\textra\nParis\tB-LOC\n.\tO\n")

    (record,), problems = taken(path)

    assert record.text == "Joe Biden à Kiev Paris."
    assert surfaces(record) == [("Paris", "LOC")]
    assert [each.where.rpartition(":")[2] for each in problems] == ["1", "3"]
    assert all(isinstance(each, Problem) for each in problems)
    assert "“Joe Biden”" in problems[0].wording.en


def test_a_thousand_bad_lines_are_counted_not_told_one_by_one(tmp_path: Path) -> None:
    path = written(tmp_path, "Kiev\tB-LOC\nici\tO\n" * 1000 + "mot\n" * 900)

    _, problems = taken(path)

    assert len(problems) == 101
    assert problems[-1].wording.en.startswith("800 more lines")


def test_tokens_nobody_decided_on_are_counted(tmp_path: Path) -> None:
    path = written(tmp_path, "Joe\tB-PER\nBiden\t-\nà\t-\nKiev\tO\n")

    (record,), (note,) = taken(path)

    assert surfaces(record) == [("Joe", "PER")]
    assert "nobody decided on them: 2" in note.wording.en


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "latin-1"])
def test_line_ends_and_encodings_of_all_kinds_are_read(tmp_path: Path, encoding: str, ends: str) -> None:
    path = tmp_path / "esp.testa"
    lines = ["Zoé NC B-PER", "à SP O", "Évian NC B-LOC", "né AQ O", "", "Fin Fp O", ""] * 40
    path.write_bytes(ends.join(lines).encode(encoding))

    records, _ = taken(path)

    assert detect(path) is conll2003.FORMAT or encoding == "utf-16"
    assert len(records) == 80
    assert records[0].text == "Zoé à Évian né"
    assert surfaces(records[0]) == [("Zoé", "PER"), ("Évian", "LOC")]


def test_an_encoding_a_person_names_is_believed(tmp_path: Path) -> None:
    path = tmp_path / "old.conll"
    path.write_bytes("Évian B-LOC\nici O\n".encode("cp850"))

    found = list(read(SourceFile.of(path, ReadOptions(encoding="cp850"))))

    assert [each.text for each in found if isinstance(each, Record)] == ["Évian ici"]


@pytest.mark.parametrize(
    "content",
    [
        "Un article.\n\nIl a deux paragraphes.\n",
        "nom\tville\nJoe\tParis\n",
        "Paris O\n",
        "I I\nM M\n",
        "a b\n" * 30,
        "",
        "Le A\nLe B\n",
    ],
)
def test_other_texts_are_not_taken_for_tagged_tokens(tmp_path: Path, content: str) -> None:
    for name in ("a.txt", "a.tsv"):
        found = detect(written(tmp_path, content, name))
        assert found is None or found.name not in {"conll2003", "iob2", "biluo"}


@pytest.mark.parametrize(
    "name", ["train.txt", "eng.testa", "news.tsv", "news.conll", "news.iob", "news.bio", "news.bilou", "noname"]
)
def test_tagged_tokens_are_known_whatever_their_name(tmp_path: Path, name: str) -> None:
    path = written(tmp_path, "EU\tB-ORG\nrejects\tO\nGerman\tB-MISC\ncall\tO\n", name)

    found = detect(path)

    assert found is not None
    assert found.read is read


@pytest.mark.parametrize(
    "content", ["", "\n \n", "# newpar\n", "a b c\nd e f\n", "1\tLe\tle\tDET\t_\n2\tchat\tchat\tNOUN\t_\n"]
)
def test_a_file_with_nothing_to_read_says_so(tmp_path: Path, content: str) -> None:
    found = list(read(SourceFile.of(written(tmp_path, content))))

    assert [type(each) for each in found if not isinstance(each, Note)] == [Problem]


def test_what_is_no_text_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "x.conll"
    path.write_bytes(b"Kiev\tB-LOC\n\x00\x01\x02\xff\xfe" * 50)

    assert [type(each) for each in read(SourceFile.of(path))] == [Problem]


def test_an_article_without_end_is_refused_and_the_next_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tagged_tokens, "MAX_TOKENS", 1000)
    path = written(tmp_path, "-DOCSTART-\tO\n\n" + "Kiev\tB-LOC\n" * 1001 + "\n-DOCSTART-\tO\n\nParis\tB-LOC\n")

    (record,), (problem,) = taken(path)

    assert record.text == "Paris"
    assert problem.where == f"{path}:1"
    path.write_text("Kiev\tB-LOC\n" * 1001)
    assert [each.where for each in read(SourceFile.of(path))] == [f"{path}:1"]


def test_a_line_without_end_is_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "long.conll"
    with path.open("wb") as file:
        file.write(b"Kiev\tB-LOC\nici\tO\n")
        for _ in range(3):
            file.write(b"x" * 2**20)
        file.write(b"\nParis\tB-LOC\n")

    (record,), (problem,) = taken(path)

    assert surfaces(record) == [("Kiev", "LOC"), ("Paris", "LOC")]
    assert problem.where == f"{path}:3"


def test_files_of_the_tools_go_in_with_exactly_what_they_hold(shared_folder: Path) -> None:
    fixtures = shared_folder / "fixtures"
    soccer, ladki = [("JAPAN", "LOC"), ("CHINA", "PER")], [("Nadim Ladki", "PER")]
    emirates = [("AL-AIN", "LOC"), ("United Arab Emirates", "LOC")]
    first = [("Sebastian Thrun", "PERSON"), ("Google", "ORG"), ("2007", "DATE")]
    second = [("American", "NORP"), ("Thrun", "PERSON"), ("Recode", "ORG"), ("earlier this week", "DATE")]

    assert spans_in(fixtures / "conll" / "doccano_example.conll") == [[("JAPAN", "LOC")], ladki]
    assert spans_in(fixtures / "conll" / "doccano_labeling.trailing.conll") == [soccer]
    records, said = taken(fixtures / "conll" / "doccano_labeling.invalid.conll")
    assert [surfaces(record) for record in records] == [soccer, ladki, emirates]
    assert records[0].text.startswith("SOCCERO SOCCERO SOCCERO - JAPAN GET LUCKY WIN, CHINA")
    assert [(type(each), each.where.rpartition(":")[2]) for each in said[:1]] == [(Problem, "1")]
    for name, expected in {
        "ner-sent-per-line.iob": [first, second],
        "ner-token-per-line-conll2003.iob": [first + second],
        "ner-token-per-line-with-pos.iob": [first + second],
        "ner-token-per-line.iob": [first + second],
    }.items():
        records, said = taken(fixtures / "spacy" / name)
        assert [surfaces(record) for record in records] == expected
        assert not [each for each in said if isinstance(each, Problem)]
        assert "working on self-driving cars at Google in 2007, few" in records[0].text
        assert "because I wasn’t worth talking to,” said Thrun, in" in records[-1].text


def test_a_language_before_every_token_is_no_part_of_them(tmp_path: Path) -> None:
    sentence = "fr:À\tO\nfr:Kiev\tB-LOC\nfr:,\tO\nfr:Olaf\tB-PER\nfr:Scholz\tI-PER\nfr:parle\tO\n\n"
    records, others = taken(written(tmp_path, sentence * 2, "dev"))

    assert [record.text for record in records] == ["À Kiev, Olaf Scholz parle"] * 2
    assert surfaces(records[0]) == [("Kiev", "LOC"), ("Olaf Scholz", "PER")]
    assert "“fr:” stands before every token" in others[0].wording.en


@pytest.mark.parametrize("more", ["Kiev\tB-LOC\n", "de:Kiev\tB-LOC\n"])
def test_a_language_before_some_tokens_is_part_of_them(tmp_path: Path, more: str) -> None:
    records, others = taken(written(tmp_path, "fr:À\tO\n" * 12 + more))

    assert records[0].text.startswith("fr:À fr:À")
    assert not any("stands before" in each.wording.en for each in others)


def test_columns_that_are_named_are_taken_by_their_names(tmp_path: Path) -> None:
    lines = [
        "TOKEN\tNE-COARSE-LIT\tNE-FINE-LIT\tNE-NESTED\tMISC",
        "# date = 1888-03-29",
        "Le\tO\tO\tO\t_",
        "docteur\tB-pers\tB-pers.ind\tO\t_",
        "Roux\tI-pers\tI-pers.ind\tO\tNoSpaceAfter",
        ":\tO\tO\tO\tNoSpaceAfter|EndOfLine",
        "non\tO\tO\tO\tNoSpaceAfter",
    ]
    records, others = taken(written(tmp_path, "\n".join(lines) + "\n", "HIPE-fr.tsv"))

    assert [(record.text, surfaces(record)) for record in records] == [
        ("Le docteur Roux:non", [("docteur Roux", "pers")]),
    ]
    assert [each.wording.en for each in others] == [
        "lines of comment left out: 2 (lines 1, 2).",
        "left out what else is said of tokens, such as parts of speech (columns: 3).",
    ]


def test_blanks_are_where_the_file_says(tmp_path: Path) -> None:
    rows = ["1\tAujourd\tO\tSpaceAfter=No", "2\t'hui\tO\t_", "3\tKiev\tB-LOC\tx=1|SpaceAfter=No", "4\t!\tO\t_"]

    ((record,), _) = taken(written(tmp_path, "\n".join(rows) + "\n", "news.bio"))

    assert (record.text, surfaces(record)) == ("Aujourd'hui Kiev!", [("Kiev", "LOC")])


def test_a_token_that_is_called_token_is_one(tmp_path: Path) -> None:
    assert spans_in(written(tmp_path, "Token B-X\nRing O\nist O\nhier O\n")) == [[("Token", "X")]]
