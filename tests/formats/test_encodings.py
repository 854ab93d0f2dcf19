from __future__ import annotations

import codecs
from pathlib import Path

import pytest

from annotator.formats.encodings import Decoded, decode
from annotator.formats.records import Problem
from annotator.formats.source import ReadOptions, SourceFile

# Sentences as news have them, and awkward short ones; what an encoding cannot write is put as people put it then.
SENTENCES = [
    "Le ministre des Armées a confirmé que l'Élysée livrerait dès l'été 40 canons à Kiev, malgré les réserves.",
    "« Il faut tenir », a-t-il lâché : l’Ukraine a reçu 12 M€ – déjà – et du gaz à 50 €…",
    "À Genève, où siège l'ONU, les négociateurs ont été reçus ; la Türkiye et la Hongrie s'y opposent.",
    "Au cœur de l'Œuvre d'Orient, des sœurs soignent les blessés à Noël.",
    "ÉTATS-UNIS : L'ARMÉE S'INQUIÈTE, ÇA VA DURER",
    "Il a été tué.",
    "Où ?",
    "n° 5 à 20 °C",
]
OLD = ["cp1252", "iso-8859-15", "latin-1", "mac-roman", "cp850", "cp437"]
AS_PEOPLE_PUT_IT = {"’": "'", "€": "euros", "œ": "oe", "Œ": "OE", "…": "...", "–": "-", "À": "A"}
FILE = SourceFile(Path("a.txt"), "a.txt")


def asked(encoding: str) -> SourceFile:
    return SourceFile(Path("a.txt"), "a.txt", ReadOptions(encoding=encoding))


def writable(text: str, encoding: str) -> str:
    try:
        text.encode(encoding)
    except UnicodeEncodeError as error:
        character = text[error.start]
        return writable(text.replace(character, AS_PEOPLE_PUT_IT.get(character, character.lower())), encoding)
    return text


@pytest.mark.parametrize("encoding", OLD)
@pytest.mark.parametrize("sentence", SENTENCES)
def test_french_is_read_in_the_encoding_it_was_written_in(sentence: str, encoding: str) -> None:
    text = writable(sentence, encoding)

    read = decode(text.encode(encoding), FILE)

    assert isinstance(read, Decoded)
    assert read.text == text
    if not text.isascii():
        assert read.note is not None
        assert read.note.where == "a.txt"


@pytest.mark.parametrize(
    ("encoding", "name"),
    [("cp1252", "Windows-1252"), ("iso-8859-15", "ISO 8859-15"), ("mac-roman", "Mac Roman"), ("cp850", "DOS 850")],
)
def test_the_encoding_is_said_by_the_name_people_know(encoding: str, name: str) -> None:
    text = "À l'été, 50 £ d'aide déjà reçus, le cœur n'y est pas" if encoding != "cp850" else "Là, l'été, À Évian"

    read = decode(text.encode(encoding), FILE)

    assert isinstance(read, Decoded)
    assert read.text == text
    assert read.note is not None
    assert f"read as {name}." in read.note.wording.en
    assert f"lu en {name}." in read.note.wording.fr


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp1250", "Premier Donald Tusk powiedział w środę, że Polska wyśle czołgi, a żołnierze są już gotowi."),
        ("iso8859-2", "Premier Donald Tusk powiedział w środę, że Polska wyśle czołgi, a żołnierze są już gotowi."),
        ("cp1250", "Premiér řekl, že Česko pošle Ukrajině další munici, a vláda o tom rozhodne příští středu."),
        ("cp1251", "Министр обороны Украины заявил, что армия получила новые танки и ждёт самолёты."),
        ("koi8-r", "Министр обороны Украины заявил, что армия получила новые танки и ждет самолеты."),
    ],
)
def test_neighbouring_languages_are_read_in_theirs(encoding: str, text: str) -> None:
    read = decode(text.encode(encoding), FILE)

    assert isinstance(read, Decoded)
    assert read.text == text
    assert read.note is not None


def test_what_reads_like_no_text_is_refused_with_what_to_do() -> None:
    read = decode(b"\xff\xfe\xfd \x81\x8d\x8f \x90\x9d " * 3, SourceFile(Path("b"), "b"))

    assert isinstance(read, Problem)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark_is_told_by_its_zeros(encoding: str) -> None:
    text = "L’OTAN a promis 50 M€ à Kyiv 😀.\n"

    read = decode(text.encode(encoding), FILE)

    assert isinstance(read, Decoded)
    assert read.text == text
    assert read.note is not None
    assert "UTF-16" in read.note.wording.en


@pytest.mark.parametrize(
    "content", [b"P\x00a\x00r", b"\x00\x00\x00\x00", b"P\x00\x01\x00", b"\x00P\x00\x01", b"Paris\x00"]
)
def test_zeros_alone_make_no_utf_16(content: bytes) -> None:
    assert isinstance(decode(content, FILE), Problem)


def test_utf_8_with_a_stray_byte_stays_utf_8_and_says_how_many_characters_are_lost() -> None:
    content = "L’été dernier, l’Élysée a déjà reçu Zelensky à Paris ".encode() + b"\xe9t\xe9"

    read = decode(content + " – été comme hiver, près de l’Élysée.".encode(), FILE)

    assert isinstance(read, Decoded)
    assert read.text.startswith("L’été dernier, l’Élysée a déjà reçu Zelensky à Paris \ufffdt\ufffd")
    assert read.note is not None
    assert "2 characters" in read.note.wording.en


def test_utf_8_cut_off_within_a_character_is_read_up_to_there() -> None:
    content = "L’été, l’Élysée a déjà reçu Zelensky à Paris, près de l’é".encode()[:-1]

    read = decode(content, FILE)

    assert isinstance(read, Decoded)
    assert read.text == "L’été, l’Élysée a déjà reçu Zelensky à Paris, près de l’\ufffd"


def test_a_person_may_say_the_encoding() -> None:
    content = "n\u00b0 \u00bd".encode("latin-1")

    assert decode(content, asked("iso-8859-15")) == Decoded("n° œ", None)
    assert decode("été".encode(), asked("cp1252")) == Decoded("Ã©tÃ©", None)
    assert decode(b"\x0c\x10", asked("utf-16-be")) == Decoded("\u0c10", None)


def test_a_mark_says_more_than_a_person() -> None:
    assert decode(codecs.BOM_UTF8 + "été".encode(), asked("cp1252")) == Decoded("\ufeffété", None)
    assert decode(codecs.BOM_UTF16_LE + "été".encode("utf-16-le"), asked("cp1252")) == Decoded("été", None)


@pytest.mark.parametrize("name", ["klingon", "base64", "zlib", "", "a\x00b", "é" * 300])
def test_an_encoding_that_does_not_exist_is_one_sentence(name: str) -> None:
    read = decode(b"Kiev", asked(name))

    assert isinstance(read, Problem)
    assert "there is no encoding" in read.wording.en


@pytest.mark.parametrize(
    ("name", "content", "byte"), [("utf-8", b"Kiev \xe9", 6), ("cp1252", b"\x81", 1), ("latin-1", b"P\x00", 2)]
)
def test_bytes_that_do_not_fit_what_a_person_said_are_named(name: str, content: bytes, byte: int) -> None:
    read = decode(content, asked(name))

    assert isinstance(read, Problem)
    assert f"not text in {name} (byte {byte})" in read.wording.en


def test_a_byte_far_behind_what_is_looked_at_still_decides() -> None:
    content = "Il a été tué. ".encode("cp1252") * 20_000

    read = decode(content + b"\x81", FILE)  # no character of Windows-1252

    assert isinstance(read, Problem)
