"""Word documents (DOCX): paragraphs and tables in reading order, title and date from the properties.

Tracked changes are read as accepted. What stands outside the text (headers, footers, notes, comments, pictures) stays
out and is counted.
"""

from __future__ import annotations

import warnings
import zipfile
from collections import Counter
from collections.abc import Iterator
from typing import Any

from annotator.core.wording import Wording
from annotator.formats.office_archive import archive_problem
from annotator.formats.records import MAX_BYTES, Note, Problem, Reading, Record
from annotator.formats.registry import Format, Likeness
from annotator.formats.source import EMPTY, Head, SourceFile

_MOST_XML_BYTES = 2 * MAX_BYTES
"""What one member of XML may have unpacked; as a tree it takes ten times that."""
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_DELETED = frozenset(_W + name for name in ("del", "moveFrom", "delText", "instrText", "rPr", "pPr", "sdtPr", "tblPr"))
_CHARACTERS = {
    f"{_W}tab": "\t",
    f"{_W}br": "\n",
    f"{_W}cr": "\n",
    f"{_W}noBreakHyphen": "\u2011",
    f"{_W}softHyphen": "\u00ad",
}
_TITLES = frozenset({"title", "titre"})


def _read(file: SourceFile) -> Reading:
    problem = archive_problem(file, most_xml=_MOST_XML_BYTES)
    if problem is not None:
        yield problem
        return
    from docx import Document
    from lxml.etree import LxmlError

    try:
        with file.path.open("rb") as opened, warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of odd properties, which are left out below
            document = Document(opened)
            yield from _article(file, document)
    except (ValueError, KeyError, AttributeError, TypeError, IndexError, LxmlError, zipfile.BadZipFile, EOFError):
        yield Problem(file.at(), _BROKEN)  # what the library trips over is no whole document


def _article(file: SourceFile, document: Any) -> Reading:
    body = document.element.body
    if body is None:
        yield Problem(file.at(), _BROKEN)
        return
    reading = _Body()
    text = "\n".join(reading.lines_of(body))
    if len(text) > MAX_BYTES:
        yield Problem(file.at(), _TOO_LONG)
        return
    if not text.strip():
        yield Problem(file.at(), EMPTY if not reading.left_out else _NO_TEXT)
        return
    said = document.core_properties
    title, author = (" ".join((given or "").split()) for given in (said.title, said.author))
    yield Record(
        text,
        file.at(),
        title=title or reading.title,
        date=None if said.created is None else said.created.isoformat(),
        meta={"author": author} if author and author != "python-docx" else {},
    )
    left_out = reading.left_out + _around(document)
    if left_out:
        yield Note(file.at(), _left_out(left_out))


class _Body:
    """One walk through the body of a document.

    Attributes:
        left_out: what stands in it and is no text, by kind.
        title: the first paragraph in the style of titles.
    """

    def __init__(self) -> None:
        self.left_out = Counter[str]()
        self.title: str | None = None

    def lines_of(self, parent: Any) -> Iterator[str]:
        """Yield the lines of what holds paragraphs and tables; those of text boxes after their paragraph."""
        waiting = list(reversed(parent))
        while waiting:
            element = waiting.pop()
            if element.tag == f"{_W}p":
                boxes: list[Any] = []
                line = self._words_of(element, boxes).strip("\n ")
                if line.strip():
                    if self.title is None and _style(element) in _TITLES:
                        self.title = " ".join(line.split())
                    yield line
                for box in boxes:
                    waiting.extend(reversed(box))
            elif element.tag == f"{_W}tbl":
                yield from self._rows_of(element)
            elif element.tag not in _DELETED and isinstance(element.tag, str):
                waiting.extend(reversed(element))

    def _rows_of(self, table: Any) -> Iterator[str]:
        """Yield the rows of a table, a tab between cells; a table in a cell is one line of it."""
        for row in table.iter(f"{_W}tr"):
            if next(row.iterancestors(f"{_W}tbl")) is not table or _is_deleted(row):
                continue
            cells = [cell for cell in row.iter(f"{_W}tc") if next(cell.iterancestors(f"{_W}tr")) is row]
            words = [" ".join(" ".join(self.lines_of(cell)).split()) for cell in cells]
            if any(words):
                yield "\t".join(words).rstrip("\t")

    def _words_of(self, paragraph: Any, boxes: list[Any]) -> str:
        """Return the words of a paragraph; text boxes anchored in it are put aside."""
        words: list[str] = []
        waiting = list(reversed(paragraph))
        while waiting:
            element = waiting.pop()
            tag = element.tag
            if tag in _DELETED or tag == _FALLBACK or not isinstance(tag, str):
                continue
            if tag == f"{_W}t":
                words.append(element.text or "")
            elif tag in _CHARACTERS:
                words.append(_CHARACTERS[tag])
            elif tag == f"{_W}txbxContent":
                boxes.append(element)
            else:
                kind = _KINDS.get(tag.rpartition("}")[2])
                if kind is not None:
                    self.left_out[kind] += 1
                waiting.extend(reversed(element))
        return "".join(words)


_KINDS = {
    "blip": "pictures",
    "imagedata": "pictures",
    "footnoteReference": "notes",
    "endnoteReference": "notes",
    "commentReference": "comments",
    "oMath": "formulas",
}
_NAMES = {
    "pictures": Wording("pictures", "images"),
    "notes": Wording("footnotes and endnotes", "notes de bas de page ou de fin"),
    "comments": Wording("comments", "commentaires"),
    "formulas": Wording("formulas", "formules"),
    "headers": Wording("headers", "en-têtes"),
    "footers": Wording("footers", "pieds de page"),
}


def _is_deleted(row: Any) -> bool:
    return row.find(f"{_W}trPr/{_W}del") is not None


def _style(paragraph: Any) -> str:
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    return "" if style is None else str(style.get(f"{_W}val", "")).lower()


def _around(document: Any) -> Counter[str]:
    """Return how many headers and footers with words the document has."""
    found = Counter[str]()
    for relation in document.part.rels.values():
        kind = {"header": "headers", "footer": "footers"}.get(relation.reltype.rpartition("/")[2])
        if kind is not None and not relation.is_external:
            words = relation.target_part.element.iter(f"{_W}t")
            found[kind] += any((each.text or "").strip() for each in words)
    return +found


def _left_out(counts: Counter[str]) -> Wording:
    def named(language: str) -> str:
        return ", ".join(f"{counts[kind]} {_NAMES[kind].in_language(language)}" for kind in _NAMES if counts[kind])

    return Wording(f"left out: {named('en')}.", f"laissés de côté : {named('fr')}.")


_BROKEN = Wording(
    "the document is damaged or no plain Word document; open it in a word processor and save it anew as DOCX.",
    "le document est abîmé ou n'est pas un simple document Word ; ouvrez-le dans un traitement de texte et "
    "réenregistrez-le en DOCX.",
)
_NO_TEXT = Wording(
    "the document holds no text, only what is left out, such as pictures; have their text recognised (OCR).",
    "le document ne contient pas de texte, seulement ce qui est laissé de côté, comme des images ; faites reconnaître "
    "leur texte (OCR).",
)
_TOO_LONG = Wording(
    f"the document holds more than {MAX_BYTES // 2**20} MB of text, too long for one article; split it.",
    f"le document contient plus de {MAX_BYTES // 2**20} Mo de texte, trop pour un seul article ; découpez-le.",
)


def _likeness(head: Head) -> Likeness:
    if head.is_zip and "word/document.xml" in head.members:
        return Likeness.CONTENT
    return Likeness.NAME if head.suffix == ".docx" else Likeness.NO


FORMAT = Format("docx", Wording("Word document", "document Word"), (".docx",), _read, likeness=_likeness)
