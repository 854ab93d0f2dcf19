"""PDF files with a text layer: their lines put together into paragraphs, title and date from what the file says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from annotator.core.wording import Wording
from annotator.formats.pdf_lines import Line, paragraphs_of
from annotator.formats.pdf_size import unpacks_too_large
from annotator.formats.records import MAX_BYTES, Note, Problem, Reading, Record
from annotator.formats.registry import Format, Likeness
from annotator.formats.source import Head, SourceFile

MOST_PAGES = 1_000
_MOST_BYTES = 512 * 2**20
_MOST_CHARACTERS = 500_000
"""What one page may hold; a full page of a newspaper has some ten thousand."""
_PASSWORD_NEEDED = 4  # FPDF_ERR_PASSWORD
_CONTROLS = re.compile(r"[\x00\x01\x03-\x08\x0b\x0c\x0e-\x1f]")
_ENDS = re.compile("\r\n|\r|\n|\ufffe|\x02")
_LISTED = 20


def _read(file: SourceFile) -> Reading:
    from pypdfium2 import PdfDocument, PdfiumError

    if file.path.stat().st_size > _MOST_BYTES or unpacks_too_large(file.path):
        yield Problem(file.at(), _TOO_LONG)
        return
    with file.path.open("rb") as opened:
        try:
            document = PdfDocument(opened)
        except PdfiumError as error:
            yield Problem(file.at(), _PROTECTED if error.err_code == _PASSWORD_NEEDED else _BROKEN)
            return
        try:
            yield from _article(file, document)
        except _TooLongError:
            yield Problem(file.at(), _TOO_LONG)
        except (PdfiumError, UnicodeDecodeError):
            yield Problem(file.at(), _BROKEN)
        finally:
            document.close()


class _TooLongError(Exception):
    """There is more text than an article has."""


def _article(file: SourceFile, document: Any) -> Reading:
    if len(document) > MOST_PAGES:
        yield Problem(file.at(), _too_many(len(document)))
        return
    lines: list[Line] = []
    without: list[int] = []
    length = 0
    for number in range(len(document)):
        found = list(_lines(document, number))
        length += sum(len(line.text) for line in found)
        if length > MAX_BYTES:
            raise _TooLongError
        if not found:
            without.append(number + 1)
        lines += found
    if not any(character.isalpha() for line in lines for character in line.text):
        yield Problem(file.at(), _NO_TEXT)
        return
    said = document.get_metadata_dict(skip_empty=True)
    title = " ".join(said.get("Title", "").replace("\x00", "").split()).removeprefix("Microsoft Word - ")
    author = " ".join(said.get("Author", "").replace("\x00", "").split())
    yield Record(
        "\n".join(paragraphs_of(lines)),
        file.at(),
        title=title or None,
        date=_date(said.get("CreationDate", "")),
        meta={"author": author} if author else {},
    )
    if without:
        yield Note(file.at(), _empty_pages(without))


def _lines(document: Any, number: int) -> Iterator[Line]:
    """Yield the lines of a page as its text layer gives them.

    The library counts characters in UTF-16. Where a word is cut it gives one character for hyphen and line end.
    """
    page = document[number]
    try:
        text_page = page.get_textpage()
        try:
            if text_page.count_chars() > _MOST_CHARACTERS:
                raise _TooLongError
            text, at = text_page.get_text_range(errors="replace"), 0
            begin = 0
            for end in [*_ENDS.finditer(text), None]:
                words = text[begin : end.start() if end else len(text)]
                first = at + _units(words[: len(words) - len(words.lstrip())])
                shown = _CONTROLS.sub("", words).strip()
                at += _units(words)
                if shown:
                    cut = "\ufffe" if end is not None and end[0] in ("\ufffe", "\x02") else ""
                    last = first + _units(words.strip()) - 1
                    left, bottom, right, top = _around(text_page, first, last)
                    yield Line(shown + cut, left, right, bottom, top, number)
                if end is not None:
                    at += len(end[0])
                    begin = end.end()
        finally:
            text_page.close()
    finally:
        page.close()


def _around(text_page: Any, first: int, last: int) -> tuple[float, float, float, float]:
    """Return left, bottom, right and top of characters on a line."""
    one, other = (text_page.get_charbox(index, loose=True) for index in (first, last))
    usual = max(one, other, key=lambda box: box[3] - box[1])  # the other one may be raised or lowered
    return one[0], usual[1], max(one[2], other[2]), usual[3]


def _units(text: str) -> int:
    return len(text) + sum(character > "\uffff" for character in text)


def _date(said: str) -> str | None:
    """Return a date of a PDF (``D:20240229183000+01'00'``) in ISO 8601, None where it is none."""
    found = re.match(r"(?:D:)?(\d{4})(\d\d)(\d\d)(\d{6})?(?:([+-]\d\d)'?(\d\d)|(Z))?", said)
    if found is None:
        return None
    time = f"T{found[4]}" if found[4] else ""
    zone = f"{found[5]}{found[6]}" if found[5] and time else "+0000" if found[7] and time else ""
    try:
        return datetime.fromisoformat(f"{found[1]}{found[2]}{found[3]}{time}{zone}").isoformat()[: None if time else 10]
    except ValueError:
        return None


_PROTECTED = Wording(
    "the PDF is protected by a password; save it without.",
    "le PDF est protégé par un mot de passe ; réenregistrez-le sans mot de passe.",
)
_BROKEN = Wording(
    "the PDF is damaged or none; open it in a viewer and print it into a new PDF.",
    "le PDF est abîmé ou n'en est pas un ; ouvrez-le dans une visionneuse et imprimez-le dans un nouveau PDF.",
)
_NO_TEXT = Wording(
    "the PDF has no text layer, only pictures of its pages; have its text recognised (OCR) first.",
    "le PDF n'a pas de couche de texte, seulement des images de ses pages ; faites d'abord reconnaître son texte "
    "(OCR).",
)
_TOO_LONG = Wording(
    "the PDF, or a page of it, holds far more than an article; split it, or copy its text into a text file.",
    "le PDF, ou une de ses pages, contient bien plus qu'un article ; découpez-le ou copiez son texte dans un fichier "
    "texte.",
)


def _too_many(pages: int) -> Wording:
    return Wording(
        f"the PDF has {pages} pages, more than {MOST_PAGES}; split it.",
        f"le PDF a {pages} pages, plus de {MOST_PAGES} ; découpez-le.",
    )


def _empty_pages(pages: list[int]) -> Wording:
    named = ", ".join(map(str, pages[:_LISTED])) + (", …" if len(pages) > _LISTED else "")
    return Wording(
        f"{len(pages)} pages hold no text ({named}); if they are pictures of text, have it recognised (OCR).",
        f"{len(pages)} pages ne contiennent pas de texte ({named}) ; si ce sont des images de texte, faites-le "
        "reconnaître (OCR).",
    )


def _likeness(head: Head) -> Likeness:
    if b"%PDF-" in head.data[:1_024]:
        return Likeness.CONTENT
    return Likeness.NAME if head.suffix == ".pdf" else Likeness.NO


FORMAT = Format("pdf", Wording("PDF with text", "PDF avec texte"), (".pdf",), _read, likeness=_likeness)
