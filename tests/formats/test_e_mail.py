from __future__ import annotations

import time
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path
from typing import Any

import pytest

from annotator.formats.e_mail import FORMAT
from annotator.formats.records import Note, Problem, Record
from annotator.formats.registry import detect
from annotator.formats.source import SourceFile

TEXT = (
    "L’armée a annoncé mardi la livraison de douze véhicules blindés.\n\nL’opposition demande un débat à l’Assemblée."
)
HTML = "<html><body><article>" + "".join(f"<p>{line}</p>" for line in TEXT.split("\n\n")) + "</article></body></html>"


def read(path: Path) -> list[Any]:
    assert FORMAT.read is not None
    return list(FORMAT.read(SourceFile.of(path)))


def written(folder: Path, message: EmailMessage | bytes, name: str = "news.eml") -> Path:
    path = folder / name
    path.write_bytes(message if isinstance(message, bytes) else message.as_bytes(policy=SMTP))
    return path


def message(text: str = TEXT, **how: Any) -> EmailMessage:
    made = EmailMessage()
    made["Subject"] = "Une aide « déjà » promise 😀"
    made["From"] = "Le Phare <lettre@phare.example>"
    made["Date"] = "Thu, 29 Feb 2024 18:30:00 +0100"
    made.set_content(text, **how)
    return made


@pytest.mark.parametrize("coding", ["quoted-printable", "base64", "8bit"])
@pytest.mark.parametrize("charset", ["utf-8", "cp1252"])
def test_headers_and_text_are_read_whatever_carries_them(tmp_path: Path, coding: str, charset: str) -> None:
    path = written(tmp_path, message(charset=charset, cte=coding))

    assert read(path) == [
        Record(
            TEXT,
            str(path),
            title="Une aide « déjà » promise 😀",
            source="Le Phare",
            date="2024-02-29T18:30:00+01:00",
            meta={"from": "lettre@phare.example"},
        )
    ]
    assert detect(path) is FORMAT


def test_plain_text_is_preferred_to_html(tmp_path: Path) -> None:
    made = message()
    made.add_alternative("<p>autre chose</p>", subtype="html")

    assert read(written(tmp_path, made))[0].text == TEXT


def test_of_html_alone_the_article_is_taken(tmp_path: Path) -> None:
    made = message("   ")
    made.add_alternative(HTML, subtype="html", charset="cp1252")

    assert read(written(tmp_path, made))[0].text == TEXT.replace("\n\n", "\n")


def test_html_that_is_no_article_is_read_whole(tmp_path: Path) -> None:
    made = message()
    made.set_content("<title>x</title><style>p{}</style><div>Bonjour,<br>à <b>lundi</b>&nbsp;!</div>", subtype="html")

    assert read(written(tmp_path, made))[0].text == "Bonjour,\nà lundi !"


def test_attachments_stay_out_and_are_named(tmp_path: Path) -> None:
    made = message()
    made.add_attachment(b"%PDF-", maintype="application", subtype="pdf", filename="à lire.pdf")
    made.add_attachment("note", filename="note.txt")
    made.add_attachment(message())

    record, note = read(written(tmp_path, made))

    assert record.text == TEXT
    assert isinstance(note, Note)
    assert "3 attachments (à lire.pdf, note.txt, message/rfc822)" in note.wording.en
    assert "3 pièces jointes" in note.wording.fr


def test_pictures_within_html_are_counted(tmp_path: Path) -> None:
    made = message()
    made.set_content(HTML, subtype="html")
    made.add_related(b"x", "image", "png", cid="<a>")

    record, note = read(written(tmp_path, made))

    assert record.text == TEXT.replace("\n\n", "\n")
    assert "1 embedded" in note.wording.en


def test_folded_lines_become_paragraphs_again(tmp_path: Path) -> None:
    made = message("Une phrase \nqui va \nloin.\nUne autre.\n-- \nAna", params={"format": "flowed"})

    assert read(written(tmp_path, made))[0].text == "Une phrase qui va loin.\nUne autre.\n--\nAna"


def test_a_web_page_saved_as_one_file_is_read_as_a_page(tmp_path: Path) -> None:
    content = (
        b"From: <Saved by Blink>\r\nSnapshot-Content-Location: https://phare.example/a.html\r\n"
        b"Subject: =?utf-8?Q?Une_aide_=E2=80=93_Le_Phare?=\r\nDate: Fri, 1 Mar 2024 09:00:00 -0000\r\n"
        b"MIME-Version: 1.0\r\n"
        b'Content-Type: multipart/related; type="text/html"; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html\r\n\r\n'
        + HTML.replace(
            "<body>",
            '<head><meta property="og:site_name" content="Le Phare">'
            '<meta property="article:published_time" content="2024-02-29"></head><body>',
        ).encode()
        + b"\r\n--b\r\nContent-Type: image/png\r\n\r\nx\r\n--b--\r\n"
    )

    (record,) = read(written(tmp_path, content, "page.mhtml"))

    assert (record.source, record.date) == ("Le Phare", "2024-02-29")
    assert record.title == "Une aide – Le Phare"
    assert record.meta == {"url": "https://phare.example/a.html"}


@pytest.mark.parametrize(
    ("subject", "title"),
    [
        (b"=?utf-8?B?VW5lIGFpZGUKQmNjOiB4QHk=?=", "Une aide Bcc: x@y"),  # a line end within
        (b"=?iso-8859-1?Q?=E9t=E9?= =?iso-8859-1?Q?_ici?=", "été ici"),
        ("été brut".encode(), "été brut"),
        ("été brut".encode("cp1252"), "été brut"),
        (b"=?utf-8?Q?a=E2=80=AEb=00c?=", "a b c"),
        (b"=?nonsense?Q?abc?=", "abc"),
        (b"plie\r\n  en deux", "plie en deux"),
    ],
)
def test_titles_are_one_line_without_controls(tmp_path: Path, subject: bytes, title: str) -> None:
    (record,) = read(written(tmp_path, b"From: a@b.example\r\nSubject: " + subject + b"\r\n\r\nTexte.\r\n"))

    assert record.title == title


@pytest.mark.parametrize(
    ("sender", "source"),
    [
        (b'"Ana, du \\"Phare\\"" <a@b.example>', 'Ana, du "Phare"'),
        (b"=?utf-8?Q?=C3=89cho_=3Cx=40y=3E?= <a@b.example>", "Écho <x@y>"),
        (b"<a@b.example>", "a@b.example"),
        (b"a@b.example", "a@b.example"),
    ],
)
def test_the_source_is_who_sent_it(tmp_path: Path, sender: bytes, source: str) -> None:
    (record,) = read(written(tmp_path, b"From: " + sender + b"\n\nTexte.\n"))

    assert record.source == source
    assert record.meta == {"from": "a@b.example"}


def test_a_date_that_is_none_is_kept_and_said(tmp_path: Path) -> None:
    record, note = read(written(tmp_path, b"From: a@b.example\nDate: hier soir\n\nTexte.\n"))

    assert record.date is None
    assert record.meta == {"from": "a@b.example", "date": "hier soir"}
    assert record.source == "a@b.example"
    assert "hier soir" in note.wording.en


def test_a_charset_that_is_wrong_is_made_up_for_and_said(tmp_path: Path) -> None:
    head = b"From: a@b.example\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n"
    record, note = read(written(tmp_path, head + "L’été à Kiev coûte cher, a dit l’élu.".encode("cp1252")))

    assert record.text == "L’été à Kiev coûte cher, a dit l’élu."
    assert isinstance(note, Note)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "empty"),
        (b"\n\nTexte sans en-tete\n", "no e-mail"),
        (b"From: a@b.example\n\n", "no text"),
        (b"From: a@b.example\nContent-Type: image/png\n\nx", "no text"),
    ],
)
def test_what_holds_no_message_is_one_problem(tmp_path: Path, content: bytes, said: str) -> None:
    found = read(written(tmp_path, content))

    assert [type(each) for each in found] == [Problem]
    assert said in found[0].wording.en


@pytest.mark.parametrize(
    "content",
    [
        b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(4_000)),
        b"From: a@b.example\nContent-Type: text/plain; " + b'a="b;' * 400_000 + b"\n\nTexte.",
        b"From: a@b.example\nContent-Type: multipart/mixed; boundary=b\n\n" + b"--b\n\nx\n" * 300_000,
        b"Subject: " + b"=?utf-8?Q?" * 200_000 + b"\n\nTexte.",
        b"From: " + b"(" * 400_000 + b"\n\nTexte.",
        b"Date: " + b"1 " * 400_000 + b"\n\nTexte.",
        b"From: a@b.example\n" + b"X: y\n" * 200_000 + b"\nTexte.",
    ],
    ids=["deep", "parameters", "parts", "words", "comments", "date", "headers"],
)
def test_a_hostile_message_ends_soon_one_way_or_the_other(tmp_path: Path, content: bytes) -> None:
    path = written(tmp_path, content)

    began = time.monotonic()
    found = read(path)

    assert time.monotonic() - began < 10
    assert isinstance(found[0], Record | Problem)


def test_a_message_in_a_text_file_is_told_by_its_headers_and_a_text_is_none(tmp_path: Path) -> None:
    assert detect(written(tmp_path, message(), "a.txt")) is FORMAT
    assert detect(written(tmp_path, b"From: Kiev\nDate: hier\n\nTexte.", "b.txt")) is not FORMAT
