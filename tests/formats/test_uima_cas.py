from __future__ import annotations

import json
import zipfile
from html import escape
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from annotator.core.errors import UserError
from annotator.core.tokens import TokenGrid
from annotator.formats import cas_survey, uima_json, uima_xmi
from annotator.formats.records import Note, Outgoing, Problem, Record
from annotator.formats.registry import Format, InputFile, detect, find_files
from tests.formats.round_trip import OPTIONS, assert_comes_back, outgoing_articles, read_all

DKPRO = "de.tudarmstadt.ukp.dkpro.core.api."
NAMED_ENTITY = f"{DKPRO}ner.type.NamedEntity"
SPACES = {
    "xmi": "http://www.omg.org/XMI",
    "cas": "http:///uima/cas.ecore",
    "tcas": "http:///uima/tcas.ecore",
    "ner": "http:///de/tudarmstadt/ukp/dkpro/core/api/ner/type.ecore",
    "meta": "http:///de/tudarmstadt/ukp/dkpro/core/api/metadata/type.ecore",
    "seg": "http:///de/tudarmstadt/ukp/dkpro/core/api/segmentation/type.ecore",
    "dep": "http:///de/tudarmstadt/ukp/dkpro/core/api/syntax/type/dependency.ecore",
    "pos": "http:///de/tudarmstadt/ukp/dkpro/core/api/lexmorph/type/pos.ecore",
    "custom": "http:///webanno/custom.ecore",
    "acme": "http:///org/acme.ecore",
}
TEXT = "A😀 Paris et Kiev."  # in UTF-16 units Paris is 4 to 9 and Kiev 13 to 17


def xmi(
    *structures: str, text: str = TEXT, head: str = '<?xml version="1.0" encoding="UTF-8"?>', more: str = ""
) -> str:
    """Return a file as INCEpTION lays it out; each structure is an element without its id, numbered from 10."""
    spaces = " ".join(f'xmlns:{short}="{space}"' for short, space in SPACES.items())
    numbered = [each.replace(" ", f' xmi:id="{number}" ', 1) for number, each in enumerate(structures, start=10)]
    members = " ".join(str(number) for number in range(10, 10 + len(structures)))
    return (
        f'{head}<xmi:XMI {spaces} xmi:version="2.0"><cas:NULL xmi:id="0"/>{"".join(numbered)}'
        f'<cas:Sofa xmi:id="1" sofaNum="1" sofaID="_InitialView" mimeType="text" sofaString="{escape(text)}"/>{more}'
        f'<cas:View sofa="1" members="{members}"/></xmi:XMI>'
    )


def entity(begin: int, end: int, value: str | None, more: str = "") -> str:
    label = "" if value is None else f'value="{value}"'
    return f'<ner:NamedEntity sofa="1" begin="{begin}" end="{end}" {label} {more}/>'


def written(folder: Path, content: str, name: str = "doc.xmi") -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, encoding="utf-8")
    return path


def only_record(found: list[Record | Problem | Note]) -> Record:
    (record,) = (each for each in found if isinstance(each, Record))
    assert not [each for each in found if isinstance(each, Problem)]
    return record


def notes(found: list[Record | Problem | Note]) -> list[str]:
    return [each.wording.en for each in found if isinstance(each, Note)]


def only_problem(found: list[Record | Problem | Note]) -> str:
    (problem,) = found
    assert isinstance(problem, Problem)
    return problem.wording.en


FORMATS = pytest.mark.parametrize("format", [uima_xmi.FORMAT, uima_json.FORMAT], ids=["xmi", "json"])


@FORMATS
def test_articles_come_back_as_they_were(format: Format) -> None:
    @settings(max_examples=15)
    @given(outgoing_articles())
    def check(articles: list[Outgoing]) -> None:
        assert_comes_back(format, articles)

    check()


@FORMATS
def test_original_texts_come_back_as_they_were(format: Format) -> None:
    @settings(max_examples=15)
    @given(outgoing_articles(raw=True))
    def check(articles: list[Outgoing]) -> None:
        assert_comes_back(format, articles)

    check()


def test_places_count_utf_16_units(tmp_path: Path) -> None:
    path = written(tmp_path, xmi(entity(13, 17, "LOC"), entity(4, 9, "LOC")))

    record = only_record(read_all(path))

    assert record == Record(TEXT, str(path), spans=((3, 8, "LOC"), (12, 16, "LOC")))
    assert detect(path) is uima_xmi.FORMAT


def test_what_stays_out_is_counted_by_layer(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        xmi(
            '<seg:Token sofa="1" begin="4" end="9" order="0"/>',
            '<seg:Sentence sofa="1" begin="0" end="18"/>',
            '<pos:POS sofa="1" begin="4" end="9" PosValue="NP"/>',
            '<pos:POS sofa="1" begin="13" end="17" PosValue="NP"/>',
            '<dep:Dependency sofa="1" begin="4" end="9" Governor="10" Dependent="10" DependencyType="x"/>',
            '<custom:Tone sofa="1" begin="4" end="9" kind="sad"/>',
            entity(4, 9, "LOC", 'identifier="http://wikidata/Q90"'),
            entity(13, 17, None),
        ),
    )

    found = read_all(path)

    assert only_record(found).spans == ((3, 8, "LOC"), (12, 16, "NamedEntity"))
    assert notes(found) == [
        "1 spans of NamedEntity have no “value”; “NamedEntity” was taken for their label.",
        "features of NamedEntity left out, with how often they were filled: identifier (1).",
        "other layers and relations left out, with how much they hold: POS (2), Dependency (1), Tone (1).",
    ]


def test_a_custom_layer_is_taken_where_there_are_no_named_entities(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        xmi(
            '<custom:Rare sofa="1" begin="0" end="1" kind="x"/>',
            '<custom:Actors sofa="1" begin="4" end="9" rank="1" role="leader"/>',
            '<custom:Actors sofa="1" begin="13" end="17" rank="2" role="country"/>',
            '<custom:Link sofa="1" begin="4" end="9" Governor="11" Dependent="12" role="leader"/>',
            '<custom:ActorsLink role="r" target="11"/>',
        ),
    )

    found = read_all(path)

    assert only_record(found).spans == ((3, 8, "leader"), (12, 16, "country"))
    assert any("rank (2)" in note for note in notes(found))
    assert any("Link (1), ActorsLink (1), Rare (1)" in note for note in notes(found))


def test_types_of_other_tools_are_labels_by_their_names(tmp_path: Path) -> None:
    path = written(
        tmp_path, xmi('<acme:Person sofa="1" begin="4" end="9"/>', '<acme:City sofa="1" begin="13" end="17"/>')
    )

    assert only_record(read_all(path)).spans == ((3, 8, "Person"), (12, 16, "City"))


def test_types_beneath_named_entity_belong_to_its_layer(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        xmi('<ner:Person sofa="1" begin="4" end="9" value="PER"/>', '<ner:Location sofa="1" begin="13" end="17"/>'),
    )

    assert only_record(read_all(path)).spans == ((3, 8, "PER"), (12, 16, "Location"))


@pytest.mark.parametrize(
    ("name", "annotator"),
    [
        ("annotation/doc.txt/ana.xmi", "ana"),
        ("curation/doc.txt/CURATION_USER.xmi", "CURATION_USER"),
        ("annotation/doc.txt/INITIAL_CAS.xmi", None),
        ("somewhere/doc.txt/ana.xmi", None),
        ("ana.xmi", None),
    ],
)
def test_the_annotator_is_taken_from_the_folders_of_an_export_alone(
    tmp_path: Path, name: str, annotator: str | None
) -> None:
    id = Path(name).stem
    meta = f'<meta:DocumentMetaData sofa="1" begin="0" end="18" documentTitle="doc.txt" documentId="{id}"/>'
    path = written(tmp_path, xmi(meta, entity(4, 9, "LOC")), name)

    record = only_record(read_all(path))

    assert record.annotator == annotator
    assert record.title == "doc.txt"


def test_the_annotator_is_known_by_what_inception_writes_for_the_document(tmp_path: Path) -> None:
    meta = (
        '<meta:DocumentMetaData sofa="1" begin="0" end="18" language="fr" documentTitle="doc.txt" documentId="ana" '
        'documentUri="file:/srv/repository/project/4/document/16/source/ana" collectionId="file:/srv/"/>'
    )

    record = only_record(read_all(written(tmp_path, xmi(meta))))

    assert (record.annotator, record.title, record.meta) == ("ana", "doc.txt", {"language": "fr"})


def test_what_other_tools_say_of_the_document_is_kept(tmp_path: Path) -> None:
    meta = (
        '<meta:DocumentMetaData sofa="1" begin="0" end="18" documentId="17" collectionId="guerre" documentTitle="Un"/>'
    )
    field = '<meta:MetaDataStringField sofa="1" begin="0" end="0" key="rubrique" value="Monde"/>'

    record = only_record(read_all(written(tmp_path, xmi(meta, field))))

    assert record.title == "Un"
    assert record.meta == {"documentId": "17", "collectionId": "guerre", "rubrique": "Monde"}
    assert record.annotator is None


def test_a_project_exported_by_inception_is_read_from_its_archive(tmp_path: Path) -> None:
    path = tmp_path / "project.zip"
    inner = tmp_path / "ana.zip"
    with zipfile.ZipFile(inner, "w") as archive:
        archive.writestr("bob.xmi", xmi(entity(13, 17, "ORG")))
        archive.writestr("TypeSystem.xml", system())
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("annotation/doc.txt/ana.xmi", xmi(entity(4, 9, "LOC")))
        archive.writestr("annotation/doc.txt/TypeSystem.xml", system())
        archive.write(inner, "annotation/doc.txt/webanno123export.zip")

    found = read_all(path)

    assert [(each.where, each.annotator, each.spans) for each in found if isinstance(each, Record)] == [
        (f"{path}/annotation/doc.txt/ana.xmi", "ana", ((3, 8, "LOC"),)),
        (f"{path}/annotation/doc.txt/webanno123export.zip/bob.xmi", "bob", ((12, 16, "ORG"),)),
    ]
    assert notes(found) == []


def system(name: str = "value", type: str = NAMED_ENTITY) -> str:
    return (
        '<typeSystemDescription xmlns="http://uima.apache.org/resourceSpecifier"><types><typeDescription>'
        f"<name>{type}</name><description/><supertypeName>uima.tcas.Annotation</supertypeName><features>"
        f"<featureDescription><name>{escape(name)}</name><description/><rangeTypeName>uima.cas.String</rangeTypeName>"
        "</featureDescription></features></typeDescription></types></typeSystemDescription>"
    )


def test_a_type_system_beside_is_used_and_is_no_file_to_read_itself(tmp_path: Path) -> None:
    written(tmp_path, system(), "TypeSystem.xml")
    path = written(tmp_path, xmi(entity(4, 9, "LOC"), '<custom:Other sofa="1" begin="4" end="9"/>'))

    found = read_all(tmp_path)

    assert only_record(found) == Record(TEXT, str(path), spans=((3, 8, "LOC"),))
    assert notes(found) == ["other layers and relations left out, with how much they hold: webanno.custom (1)."]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (system("other"), "does not fit it"),
        ("<not whole", "the type system was not used: this is no whole XML"),
        ('<!DOCTYPE x [<!ENTITY a "b">]>' + system(), "the type system was not used: it declares a document type"),
        (system("x, y=open('harm', 'w')"), "the type system was not used: its type system has a feature"),
        (system("class"), "the type system was not used: its type system has a feature"),
    ],
)
def test_a_type_system_that_cannot_be_used_is_said_and_done_without(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: str, said: str
) -> None:
    monkeypatch.chdir(tmp_path)
    written(tmp_path, content, "TypeSystem.xml")
    path = written(tmp_path, xmi(entity(4, 9, "LOC")))

    found = read_all(path)

    assert only_record(found).spans == ((3, 8, "LOC"),)
    (note,) = notes(found)
    assert said in note
    assert not (tmp_path / "harm").exists()


def test_xml_1_1_is_read_with_its_control_characters_replaced(tmp_path: Path) -> None:
    content = xmi(entity(4, 9, "LOC"), head='<?xml version="1.1" encoding="UTF-8"?>').replace(
        "et Kiev", "&#1;&#x1f; Kiev"
    )

    found = read_all(written(tmp_path, content))

    assert only_record(found).text == "A😀 Paris \ufffd\ufffd Kiev."
    assert notes(found) == ["2 control characters were replaced by “\ufffd”."]


def test_of_several_texts_the_first_view_is_taken(tmp_path: Path) -> None:
    sofa = '<cas:Sofa xmi:id="2" sofaNum="2" sofaID="English" mimeType="text" sofaString="Other"/>'
    more = sofa + '<cas:View sofa="2" members=""/>'

    found = read_all(written(tmp_path, xmi(entity(4, 9, "LOC"), more=more)))

    assert only_record(found).text == TEXT
    assert notes(found) == ["the file holds several texts; _InitialView was taken, not English."]


@pytest.mark.parametrize(("begin", "end"), [(2, 9), (4, 99), (9, 4), (-1, 4)])
def test_what_lies_outside_the_text_or_within_a_character_is_counted(tmp_path: Path, begin: int, end: int) -> None:
    found = read_all(written(tmp_path, xmi(entity(begin, end, "LOC"), entity(4, 9, "ORG"))))

    assert only_record(found).spans == ((3, 8, "ORG"),)
    assert notes(found) == ["1 annotations lie outside the text or within a character and were left out."]


BILLION = '<!DOCTYPE lol [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'
EXTERNAL = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>'


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (xmi(entity(4, 9, "&b;"), head=BILLION), "DOCTYPE"),
        (xmi(entity(4, 9, "LOC"), head=EXTERNAL), "DOCTYPE"),
        (xmi(entity(4, 9, "LOC"), head='<!DOCTYPE x SYSTEM "http://example.org/x.dtd">'), "DOCTYPE"),
        (xmi(entity(4, 9, "LOC"))[:-30], "no whole XML"),
        ("", "no whole XML"),
        ("<xmi:XMI", "no whole XML"),
        ('<uml xmlns="http://www.omg.org/UML"/>', "no UIMA CAS"),
        (xmi().replace(escape(TEXT), ""), "holds no text"),
        (xmi("<custom:A><custom:b><custom:c/></custom:b></custom:A>"), "no UIMA CAS"),
        (xmi(entity(4, 9, "LOC")).replace('begin="4"', 'begin="four"'), "no whole UIMA CAS"),
        (xmi(entity(4, 9, "LOC")).replace('members="10"', 'members="10 99"'), "no whole UIMA CAS"),
        (xmi(*[entity(99, 100, "LOC")] * 101), "101 of its annotations lie outside"),
        ('<?xml version="1.0" encoding="klingon"?><x/>', "no whole"),
        (xmi("<custom:A" + " a" * 3 + "/>"), "no whole XML"),
    ],
)
def test_what_is_no_sound_cas_is_one_sentence(tmp_path: Path, content: str, said: str) -> None:
    assert said in only_problem(read_all(written(tmp_path, content)))


def test_a_file_or_text_too_large_is_refused_before_the_library_sees_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = written(tmp_path, xmi(entity(4, 9, "LOC")))
    monkeypatch.setattr(cas_survey, "MOST_CHARACTERS", 5)
    assert "characters" in only_problem(read_all(path))
    monkeypatch.setattr(uima_xmi, "MOST_BYTES", 100)
    assert "MB" in only_problem(read_all(path))


def cas(**changes: Any) -> dict[str, Any]:
    document = {
        "%TYPES": {
            NAMED_ENTITY: {
                "%NAME": NAMED_ENTITY,
                "%SUPER_TYPE": "uima.tcas.Annotation",
                "value": {"%NAME": "value", "%RANGE": "uima.cas.String"},
            }
        },
        "%FEATURE_STRUCTURES": [
            {"%ID": 2, "%TYPE": NAMED_ENTITY, "@sofa": 1, "begin": 4, "end": 9, "value": "LOC"},
            {"%ID": 1, "%TYPE": "uima.cas.Sofa", "sofaNum": 1, "sofaID": "_InitialView", "sofaString": TEXT},
        ],
        "%VIEWS": {"_InitialView": {"%SOFA": 1, "%MEMBERS": [2]}},
    }
    return {key: value for key, value in (document | changes).items() if value is not None}


@pytest.mark.parametrize("without", [(), ("%TYPES",), ("%VIEWS",), ("%TYPES", "%VIEWS")])
def test_json_is_read_with_or_without_its_types_and_views(tmp_path: Path, without: tuple[str, ...]) -> None:
    path = written(tmp_path, json.dumps(cas(**dict.fromkeys(without))), "doc.json")

    assert read_all(path) == [Record(TEXT, str(path), spans=((3, 8, "LOC"),))]
    assert detect(path) is uima_json.FORMAT


def test_structures_may_stand_under_their_ids(tmp_path: Path) -> None:
    structures = {
        str(each["%ID"]): {k: v for k, v in each.items() if k != "%ID"} for each in cas()["%FEATURE_STRUCTURES"]
    }
    path = written(tmp_path, json.dumps(cas(**{"%FEATURE_STRUCTURES": structures})), "doc.json")

    assert read_all(path) == [Record(TEXT, str(path), spans=((3, 8, "LOC"),))]


HARMFUL = {
    "a.B": {
        "%NAME": "a.B",
        "%SUPER_TYPE": "uima.tcas.Annotation",
        "x, y=open('harm', 'w')": {"%RANGE": "uima.cas.String"},
    }
}


@pytest.mark.parametrize(
    ("document", "said"),
    [
        (cas(**{"%TYPES": HARMFUL}), "a name that cannot be read"),
        (cas(**{"%FEATURE_STRUCTURES": [], "%VIEWS": None}), "holds no text"),
        (cas(**{"%FEATURE_STRUCTURES": 3}), "no UIMA CAS"),
        (cas(**{"%FEATURE_STRUCTURES": [{"%ID": 1}]}), "no UIMA CAS"),
        (cas(**{"%FEATURE_STRUCTURES": [{"%ID": "x", "%TYPE": "a"}]}), "no whole UIMA CAS"),
        (cas(**{"%VIEWS": {"_InitialView": {"%SOFA": 1, "%MEMBERS": [77]}}}), "no whole UIMA CAS"),
        ({"_context": {"_types": {}}, "_views": {}}, "older JSON"),
    ],
)
def test_json_that_is_no_sound_cas_is_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, document: Any, said: str
) -> None:
    monkeypatch.chdir(tmp_path)
    path = written(tmp_path, json.dumps(document), "doc.json")

    assert said in only_problem(read_all(path, uima_json.FORMAT))
    assert not (tmp_path / "harm").exists()


@pytest.mark.parametrize("content", ["[" * 10_000, '{"%TYPES":' + '{"a":' * 10_000, "{", "", "\x00"])
def test_json_that_is_broken_or_too_deep_is_one_sentence(tmp_path: Path, content: str) -> None:
    only_problem(read_all(written(tmp_path, content, "doc.json"), uima_json.FORMAT))


def outgoing(text: str, spans: tuple[tuple[int, int, str], ...] = ()) -> Outgoing:
    words = [(at, at + len(word)) for at, word in _words(text)]
    return Outgoing(1, Record(text, "1", spans=spans), TokenGrid.of(words))


def _words(text: str) -> list[tuple[int, str]]:
    found, at = [], 0
    for word in text.split():
        at = text.index(word, at)
        found.append((at, word))
        at += len(word)
    return found


def test_characters_that_xml_has_not_are_refused_and_json_takes_them(tmp_path: Path) -> None:
    assert uima_xmi.FORMAT.write is not None
    with pytest.raises(UserError, match="control characters"):
        uima_xmi.FORMAT.write([outgoing("Kiev\x01")], tmp_path / "xmi", OPTIONS)

    assert_comes_back(uima_json.FORMAT, [outgoing("Kiev\x01")])


def test_files_lie_beside_their_type_system_in_the_order_they_came(tmp_path: Path) -> None:
    assert uima_xmi.FORMAT.write is not None
    uima_xmi.FORMAT.write([outgoing("un"), outgoing("deux")], tmp_path / "out", OPTIONS)

    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["000001.xmi", "000002.xmi", "TypeSystem.xml"]
    assert [each.file.path.name for each in find_files([tmp_path / "out"]) if isinstance(each, InputFile)] == [
        "000001.xmi",
        "000002.xmi",
    ]
