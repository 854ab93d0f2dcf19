from __future__ import annotations

import base64
import time
from pathlib import Path

import pytest

from annotator.formats.records import MAX_BYTES, Note, Problem, Record
from annotator.formats.registry import detect
from annotator.formats.source import ReadOptions, SourceFile
from annotator.formats.web_page import FORMAT

LINES = [
    "L’armée a annoncé mardi la livraison de douze véhicules blindés, a indiqué le ministère à l’issue d’une réunion.",
    "« Les premiers arriveront à l’été », a précisé une porte-parole, qui n’a pas dit combien l’opération coûtera.",
    "L’opposition juge la dépense excessive et demande un débat à l’Assemblée avant la fin du mois de mars.",
]
BODY = "".join(f"<p>{line}</p>" for line in LINES)


def read(path: Path, options: ReadOptions | None = None) -> list[Record | Problem | Note]:
    assert FORMAT.read is not None
    return list(FORMAT.read(SourceFile.of(path, options or ReadOptions())))


def written(folder: Path, content: str | bytes, name: str = "page.html") -> Path:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def page(body: str = BODY, head: str = "") -> str:
    return f"<!DOCTYPE html><html lang='fr'><head>{head}</head><body><article>{body}</article></body></html>"


def test_the_article_comes_without_what_is_around_it_and_with_what_the_page_says(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        page(
            "<h1>Des blindés &amp; des &lt;questions&gt;</h1><script>alert('script')</script>" + BODY,
            '<meta charset="utf-8"><title>Des blindés &amp; des &lt;questions&gt; - Le Phare</title>'
            '<meta property="og:title" content="Des blindés &amp; des &lt;questions&gt;">'
            '<meta property="og:site_name" content="Le Phare">'
            '<meta property="article:published_time" content="2024-02-29T18:30:00+01:00">'
            '<link rel="canonical" href="https://phare.example/a.html"><script>var a = "<p>non</p>";</script>',
        ).replace("<body>", "<body><nav><a href='/'>Accueil</a> <a href='/sport'>Sport</a></nav>"),
    )

    (record,) = read(path)

    assert isinstance(record, Record)
    assert record.text.split("\n") == LINES
    assert record.title == "Des blindés & des <questions>"
    assert (record.source, record.date) == ("Le Phare", "2024-02-29")
    assert record.meta == {"url": "https://phare.example/a.html"}


def test_without_a_name_the_site_is_its_address(tmp_path: Path) -> None:
    (record,) = read(written(tmp_path, page(head='<link rel="canonical" href="https://phare.example/a.html">')))

    assert isinstance(record, Record)
    assert record.source == "phare.example"
    assert record.date is None


@pytest.mark.parametrize(
    ("encoding", "head"),
    [
        ("utf-8", ""),
        ("utf-8", '<meta charset="iso-8859-1">'),  # the server said otherwise when it was saved
        ("cp1252", '<meta charset="ISO-8859-1">'),
        ("cp1252", '<meta http-equiv="Content-Type" content="text/html; charset=windows-1252">'),
        ("utf-16", ""),
        ("mac_roman", "<meta charset=macintosh>"),
    ],
)
def test_the_encoding_is_what_the_page_says_and_nothing_is_said(tmp_path: Path, encoding: str, head: str) -> None:
    (record,) = read(written(tmp_path, page(head=head).encode(encoding)))

    assert isinstance(record, Record)
    assert record.text.split("\n") == LINES


def test_a_guessed_encoding_is_said(tmp_path: Path) -> None:
    note, record = read(written(tmp_path, page(head='<meta charset="utf-8">').encode("cp1252")))

    assert isinstance(note, Note)
    assert isinstance(record, Record)
    assert record.text.split("\n") == LINES


def test_an_encoding_that_a_person_names_is_taken(tmp_path: Path) -> None:
    path = written(tmp_path, page(head='<meta charset="utf-8">').encode("mac_roman"))

    (record,) = read(path, ReadOptions(encoding="mac_roman"))

    assert isinstance(record, Record)
    assert record.text.split("\n") == LINES


@pytest.mark.parametrize("name", ["idna", "punycode", "unicode_escape", "rot13", "base64", "nonsense"])
def test_a_charset_that_is_none_is_not_believed(tmp_path: Path, name: str) -> None:
    found = read(written(tmp_path, page(head=f'<meta charset="{name}">').encode("cp1252")))

    assert [each.text.split("\n") for each in found if isinstance(each, Record)] == [LINES]


@pytest.mark.parametrize(
    "content",
    [
        "<html><body></body></html>",
        "<html><body><nav><a href='/'>Accueil</a></nav></body></html>",
        "<html><body><script>document.write('un texte que seul un navigateur montre')</script></body></html>",
        "<",
    ],
)
def test_a_page_without_article_is_a_problem(tmp_path: Path, content: str) -> None:
    (problem,) = read(written(tmp_path, content))

    assert isinstance(problem, Problem)
    assert "no article text" in problem.wording.en


@pytest.mark.parametrize(
    "content",
    [
        "<html><body>" + "<div>" * 10_000 + BODY + "</div>" * 10_000,
        "<html><body>" + "<b><p>" * 10_000 + BODY,
        "<html><body>" + "<table><tr><td>" * 10_000 + BODY,
        "<html><body>" + "<ul><li>" * 10_000 + BODY,
        "<!DOCTYPE html [<!ENTITY a '"
        + "x" * 1_000
        + "'><!ENTITY b '"
        + "&a;" * 1_000
        + "'>]><html><body>"
        + "&b;" * 1_000
        + BODY,
        "<html><body><p " + "a=b " * 100_000 + ">" + BODY,
        "<html><body>" + "&lt;" * 100_000 + BODY,
        "<html><body>" + "<!--" * 20_000 + BODY,
        "<html><body>" + "<" * 190_000,
    ],
    ids=["deep", "unclosed", "tables", "lists", "entities", "attributes", "references", "comments", "angles"],
)
def test_a_hostile_page_ends_soon_one_way_or_the_other(tmp_path: Path, content: str) -> None:
    began = time.monotonic()
    found = read(written(tmp_path, content))

    assert time.monotonic() - began < 10
    assert [type(each) for each in found] in ([Record], [Problem])


def test_an_entity_of_a_file_stays_a_name(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("mot de passe")
    secret = f'<!DOCTYPE html [<!ENTITY s SYSTEM "file://{tmp_path}/secret">]>'

    (record,) = read(written(tmp_path, page("<p>&s;</p>" + BODY).replace("<!DOCTYPE html>", secret)))

    assert isinstance(record, Record)
    assert "mot de passe" not in record.text


def test_a_page_of_very_many_elements_is_refused(tmp_path: Path) -> None:
    (problem,) = read(written(tmp_path, page("<i>a</i>" * 110_000)))

    assert isinstance(problem, Problem)
    assert "elements" in problem.wording.en


def test_pictures_in_a_page_do_not_count(tmp_path: Path) -> None:
    picture = base64.b64encode(bytes(range(256)) * (MAX_BYTES // 192)).decode()
    path = written(tmp_path, page(BODY + f'<img src="data:image/png;base64,{picture}">'))
    assert path.stat().st_size > MAX_BYTES

    (record,) = read(path)

    assert isinstance(record, Record)
    assert record.text.split("\n") == LINES


def test_a_page_too_long_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    with path.open("wb") as file:
        file.truncate(5 * MAX_BYTES)

    (problem,) = read(path)

    assert isinstance(problem, Problem)
    assert "16 MB" in problem.wording.en


def test_a_page_is_told_by_what_it_holds(tmp_path: Path) -> None:
    assert detect(written(tmp_path, page(), "page.txt")) is FORMAT
    assert detect(written(tmp_path, "Voici <html> dans un texte.", "b.txt")) is not FORMAT
    assert detect(written(tmp_path, BODY, "c.htm")) is FORMAT
