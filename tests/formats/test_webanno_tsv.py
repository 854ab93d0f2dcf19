from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.core.tokens import TokenGrid
from annotator.formats import webanno_reading
from annotator.formats.records import Note, Outgoing, Problem, Record
from annotator.formats.registry import detect
from annotator.formats.source import SourceFile
from annotator.formats.webanno_lines import escape_text, escape_value, text_in, values_in
from annotator.formats.webanno_reading import read
from annotator.formats.webanno_tsv import FORMAT
from annotator.nlp import tokenizer
from tests.formats.round_trip import OPTIONS, assert_comes_back, outgoing_articles

NAMES = "#T_SP=de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity|identifier|value"


def written(folder: Path, *lines: str, head: str = "#FORMAT=WebAnno TSV 3.3", name: str = "news.tsv") -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join((head, *lines, "")), encoding="utf-8", newline="")
    return path


def taken(path: Path) -> tuple[Record, list[str]]:
    found = list(read(SourceFile.of(path)))
    (record,) = (each for each in found if isinstance(each, Record))
    return record, [each.wording.en for each in found if not isinstance(each, Record)]


def surfaces(record: Record) -> list[tuple[str, str]]:
    return [(record.text[start:end], label) for start, end, label in record.spans]


@settings(max_examples=60)
@given(articles=outgoing_articles(raw=True))
def test_every_article_comes_back_as_it_was(articles: list[Outgoing]) -> None:
    assert_comes_back(FORMAT, articles)


@settings(max_examples=60)
@given(
    lead=st.text(" \n\t\r\u00a0\u2028", max_size=4),
    gaps=st.lists(st.text(" \n\t\u00a0\x0b\x1c\r", max_size=4), min_size=3, max_size=3),
    first=st.integers(0, 2),
    last=st.integers(0, 2),
)
def test_white_space_of_all_kinds_comes_back_wherever_it_stands(
    tmp_path_factory: pytest.TempPathFactory, lead: str, gaps: list[str], first: int, last: int
) -> None:
    text = lead + "".join(word + gap for word, gap in zip(("Joe", "a😀b", "Kiev"), gaps, strict=True))
    words = [(text.index(word), text.index(word) + len(word)) for word in ("Joe", "a😀b", "Kiev")]
    start, end = words[min(first, last)][0], words[max(first, last)][1]
    article = Outgoing(1, Record(text, "x", spans=((start, end, "sum"),)), TokenGrid.of(words))
    folder = tmp_path_factory.mktemp("out") / "out"

    assert FORMAT.write is not None
    FORMAT.write([article], folder, OPTIONS)
    (path,) = folder.iterdir()
    record, said = taken(path)

    assert record.text == text
    assert record.spans == ((start, end, "sum"),)
    assert said == []


def test_an_article_is_written_as_the_tools_write_it(tmp_path: Path) -> None:
    text = "😀 Joe\u00a0Biden à Kiev.\n\nFin [1]_*"
    spans = ((2, 11, "leader"), (14, 18, "x_y|z"))
    article = Outgoing(7, Record(text, "x", spans=spans), tokenizer.grid(text))

    assert FORMAT.write is not None
    FORMAT.write([article, article], tmp_path / "out", OPTIONS)

    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["000001.tsv", "000002.tsv"]
    path = tmp_path / "out" / "000001.tsv"
    lines = path.read_text(encoding="utf-8").split("\n")
    assert lines[:9] == [
        "#FORMAT=WebAnno TSV 3.3",
        NAMES,
        "",
        "",
        "#Text=😀 Joe\u00a0Biden à Kiev.",
        "#Text=",
        "#Text=",
        "1-1\t0-2\t😀\t_\t_\t",
        "1-2\t3-6\tJoe\t*[1]\tleader[1]\t",
    ]
    assert "1-4\t15-19\tKiev\t*\tx\\_y\\|z\t" in [line.replace("1-5\t", "1-4\t") for line in lines]
    assert "#Text=Fin [1]_*" in lines
    assert detect(path) is FORMAT


def test_layers_and_the_rest_are_told_apart_and_counted(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        "#T_SP=de.tudarmstadt.ukp.dkpro.core.api.lexmorph.type.pos.POS|PosValue|coarseValue",
        NAMES,
        "#T_SP=webanno.custom.Host|ROLE_webanno.custom.Host:links_webanno.custom.Link|webanno.custom.Span",
        "#T_SP=webanno.custom.Span|",
        "#T_CH=de.tudarmstadt.ukp.dkpro.core.api.coref.type.CoreferenceLink|referenceRelation|referenceType",
        "#T_RL=webanno.custom.Knows|kind|BT_webanno.custom.Span",
        "",
        "",
        "#Sentence.id=s1",
        "#Text=Joe Biden parle à Kiev.",
        "1-1\t0-3\tJoe\tNP\tPROPN\thttp://q/1[3]\tPER[3]\tp1;p2[5]\t1-3;1-5\t*\t_\t_\t_\t_\t",
        "1-2\t4-9\tBiden\tNP\tPROPN\thttp://q/1[3]\tPER[3]\t_\t_\t*\t*->1-1\tpr[1]\t_\t_\t",
        "1-3\t10-15\tparle\tV\tVERB\t_\t_\t_\t_\t_\t_\t_\tami|ennemi\t1-1[0_3]|1-2\t",
        "1-4\t16-17\tà\tP\tADP\t_\t_\t_\t_\t_\t_\t_\t_\t_\t",
        "1-5\t18-22\tKiev\tNP\tPROPN\t*\tLOC\t_\t_\t_\tsame->1-2\tpr[1]\t_\t_\t",
        "1-6\t22-23\t.\t.\tPUNCT\t_\t_\t_\t_\t_\t_\t_\t_\t_\t",
    )

    record, said = taken(path)

    assert record.text == "Joe Biden parle à Kiev."
    assert surfaces(record) == [("Joe Biden", "PER"), ("Kiev", "LOC")]
    assert said == [
        "features of NamedEntity left out, with how often they were filled: identifier (1).",
        "other layers, relations and chains left out, with how much they hold: "
        "POS (6), Span (2), CoreferenceLink (2), Knows (2), Host (1).",
        "links from spans to others left out, as a project has none: 2.",
    ]


def test_stacked_and_partial_and_crossing_annotations_have_their_places(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        "#T_SP=webanno.custom.Span|value",
        "",
        "",
        "#Text=aaaaaa bbbbbb",
        "1-1\t0-6\taaaaaa\tun[1]|deux[2]|seul[9]\t",
        "1-1.1\t3-6\taaa\ttrois[3]\t",
        "1-2\t7-13\tbbbbbb\tun[1]|quatre[4]\t",
        "1-2.1\t7-10\tbbb\ttrois[3]|deux[2]\t",
        "1-2.2\t7-7\t\trien[5]\t",
        "1-2.3\t9-10\tb\tcinq\t",
        "",
        "#Text=cc",
        "2-1\t14-16\tcc\tquatre[4]\t",
    )

    record, said = taken(path)

    assert record.text == "aaaaaa bbbbbb\ncc"
    assert sorted(surfaces(record)) == [
        ("aaa bbb", "trois"),
        ("aaaaaa", "seul"),
        ("aaaaaa bbb", "deux"),
        ("aaaaaa bbbbbb", "un"),
        ("b", "cinq"),
        ("bbbbbb\ncc", "quatre"),
    ]
    assert said[0].startswith("there are no named entities in the file; its spans are those of the layer Span")
    assert said[1] == "annotations of no length, between two characters: 1; they were left out."


def test_values_that_look_like_something_else_are_values(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        NAMES,
        "",
        "",
        "#Text=a b c d e",
        "1-1\t0-1\ta\t*\tX\\[0\\]\t",
        "1-2\t2-3\tb\t*\t\\_\t",
        "1-3\t4-5\tc\t*\t\\*\t",
        "1-4\t6-7\td\t*\tP\\|Q\\->R\\;\\\\[4]\t",
        "1-5\t8-9\te\t*\t*\t",
    )

    record, said = taken(path)

    assert surfaces(record) == [("a", "X[0]"), ("b", "_"), ("c", "*"), ("d", "P|Q->R;\\"), ("e", "NamedEntity")]
    assert said == ["spans without a value: 1; “NamedEntity” was taken for their label."]


def test_the_layer_with_labels_is_taken_and_its_feature_found(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        "#T_SP=webanno.custom.Mark|",
        "#T_SP=webanno.custom.Entidade|id|certain|Rótulo",
        "#T_SP=custom.Autre|Wert",
        "",
        "",
        "#Text=Joe parle",
        "1-1\t0-3\tJoe\t*\t12\ttrue\tPessoa\t_\t",
        "1-2\t4-9\tparle\t*\t_\t_\t_\tW\t",
    )

    record, said = taken(path)

    assert surfaces(record) == [("Joe", "Pessoa")]
    assert "labels from Entidade.Rótulo" in said[0]
    assert said[1].endswith("id (1), certain (1).")
    assert said[2].endswith("Mark (2), Autre (1).")


def test_places_count_utf_16_units(tmp_path: Path) -> None:
    path = written(
        tmp_path, NAMES, "", "", "#Text=😀 Joe 👩‍🚀", "1-1\t0-2\t😀\t_\t_\t", "1-2\t3-6\tJoe\t*\tPER\t",
        "1-3\t7-12\t👩‍🚀\t_\t_\t", "", "#Text=Kiev", "2-1\t13-17\tKiev\t*\tLOC\t",
    )  # fmt: skip

    record, said = taken(path)

    assert record.text == "😀 Joe 👩‍🚀\nKiev"
    assert surfaces(record) == [("Joe", "PER"), ("Kiev", "LOC")]
    assert said == []


def test_places_that_fit_only_as_code_points_are_taken_as_those(tmp_path: Path) -> None:
    path = written(
        tmp_path, NAMES, "", "", "#Text=😀 Joe", "1-1\t0-1\t😀\t_\t_\t", "1-2\t2-5\tJoe\t*\tPER\t", "",
        "#Text=Kiev", "2-1\t6-10\tKiev\t*\tLOC\t",
    )  # fmt: skip

    record, said = taken(path)

    assert surfaces(record) == [("Joe", "PER"), ("Kiev", "LOC")]
    assert said == []


def test_gaps_between_sentences_are_as_wide_as_the_places_say(tmp_path: Path) -> None:
    path = written(
        tmp_path, NAMES, "", "", "#Text=Un", "1-1\t2-4\tUn\t_\t_\t", "", "#Text=Deux", "2-1\t4-8\tDeux\t*\tX\t", "",
        "#Text=Trois", "3-1\t9-14\tTrois\t_\t_\t", "", "#Text=Quatre", "4-1\t18-24\tQuatre\t*\tY\t",
    )  # fmt: skip

    record, said = taken(path)

    assert record.text == "  UnDeux\nTrois\n\n  Quatre"
    assert record.spans == ((4, 8, "X"), (18, 24, "Y"))
    assert said == []


def test_places_that_begin_anew_in_each_sentence_are_said_and_their_spans_still_found(tmp_path: Path) -> None:
    path = written(
        tmp_path, NAMES, "", "", "#Text=Joe parle", "1-1\t0-3\tJoe\t*\tPER\t", "1-2\t4-9\tparle\t_\t_\t", "",
        "#Text=À Kiev", "2-1\t0-1\tÀ\t_\t_\t", "2-2\t2-6\tKiev\t*\tLOC\t", "", "#Text=Fin",
        "3-1\t999999999-1000000002\tFin\t*\tX\t", "3-2\t1000000009-1000000012\tloin\t*\tX\t",
    )  # fmt: skip

    record, said = taken(path)

    assert record.text == "Joe parle\nÀ Kiev\nFin"
    assert surfaces(record) == [("Joe", "PER"), ("Kiev", "LOC"), ("Fin", "X")]
    assert "sentences moved: 2, tokens that do not stand where they should: 1" in said[0]
    assert said[1] == "annotations outside the text of their sentence: 1; they were left out."


def test_a_sentence_may_have_line_ends_tabs_and_backslashes(tmp_path: Path) -> None:
    lines = ("#Text=Un\\tdeux", "#Text=", "#Text=trois \\\\n\\r", "1-1\t0-2\tUn\t_\t_\t", "1-2\t9-14\ttrois\t*\tX\t")

    record, said = taken(written(tmp_path, NAMES, "", "", *lines))

    assert record.text == "Un\tdeux\n\ntrois \\n\r"
    assert surfaces(record) == [("trois", "X")]
    assert said == []


def test_version_3_1_writes_text_as_java_does(tmp_path: Path) -> None:
    path = written(
        tmp_path, NAMES, "", "", '#Text=\\u00C9vian \\"l\\u2019eau\\" \\\\ \\101', "1-1\t0-5\tÉvian\t*\tLOC\t",
        head="#FORMAT=WebAnno TSV 3.1",
    )  # fmt: skip

    record, _ = taken(path)

    assert record.text == 'Évian "l’eau" \\ A'
    assert surfaces(record) == [("Évian", "LOC")]


@given(st.text(st.characters(codec="utf-8"), max_size=20))
def test_what_is_escaped_is_read_as_it_was(text: str) -> None:
    line = text.replace("\n", " ")

    assert text_in("#Text=" + escape_text(line), 3) == line
    if text and text != "*":
        assert [each.value for each in values_in(escape_value(text) + "[7]")] == [text]
        assert [each.id for each in values_in(f"a|{escape_value(text)}[7]|*")] == [None, 7, None]


def test_the_folders_of_an_export_say_whose_annotations_a_file_holds(tmp_path: Path) -> None:
    lines = (NAMES, "", "", "#Text=Kiev", "1-1\t0-4\tKiev\t*\tLOC\t")

    for name, annotator in (("ana", "ana"), ("INITIAL_CAS", None)):
        record, _ = taken(written(tmp_path, *lines, name=f"export/annotation/dépêche.txt/{name}.tsv"))
        assert record.annotator == annotator
        assert record.meta == {"document": "dépêche.txt"}
    record, _ = taken(written(tmp_path, *lines))
    assert (record.annotator, record.meta) == (None, {})


def test_lines_that_cannot_be_read_are_named_and_the_rest_goes_on(tmp_path: Path) -> None:
    path = written(
        tmp_path, NAMES, "", "", "#Text=Joe à Kiev", "1-1\t0-3\tJoe\t*", "1-2 4-5 à", "1-3\t9-6\tKiev\t*\tLOC\t",
        "1-4\t6-10\tKiev\t*\tLOC\t", "", "2-1\t20-24\tOslo\t*\tLOC\t", "# rien",
    )  # fmt: skip

    found = list(read(SourceFile.of(path)))
    (record,) = (each for each in found if isinstance(each, Record))

    assert surfaces(record) == [("Kiev", "LOC")]
    assert [each.where.rpartition(":")[2] for each in found if isinstance(each, Problem)] == ["7", "8"]
    assert [each.wording.en.partition(":")[0] for each in found if isinstance(each, Note)] == [
        "tokens with fewer columns than there are layers",
        "tokens of sentences whose text (#Text=) is missing",
        "lines of comment left out",
    ]


@pytest.mark.parametrize(
    ("head", "lines"),
    [
        ("#id=1", ("1\tJoe\tO",)),
        ("#FORMAT=WebAnno TSV 2.0", ()),
        ("#FORMAT=WebAnno TSV 3.3", (NAMES, "")),
        ("#FORMAT=WebAnno TSV 3.3 \x00", ()),
        ("", ()),
    ],
)
def test_what_is_no_such_file_says_so(tmp_path: Path, head: str, lines: tuple[str, ...]) -> None:
    found = list(read(SourceFile.of(written(tmp_path, *lines, head=head))))

    assert [type(each) for each in found] == [Problem]


def test_an_article_that_is_too_long_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(webanno_reading, "MAX_TOKENS", 100)
    tokens = [f"1-{number}\t{2 * number}-{2 * number + 1}\ta\t_\t_\t" for number in range(200)]

    found = list(read(SourceFile.of(written(tmp_path, NAMES, "", "", "#Text=" + "a " * 200, *tokens))))

    assert [type(each) for each in found] == [Problem]
