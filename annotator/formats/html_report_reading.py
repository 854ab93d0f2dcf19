"""The report of marked articles, read back as it comes: the page is well-formed XML."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any, NoReturn
from xml.parsers import expat

from annotator.core.annotation import Status
from annotator.core.wording import Wording
from annotator.formats.json_fields import meta_in, string_in
from annotator.formats.json_text import BadJsonError
from annotator.formats.records import MAX_BYTES, Problem, Reading, Record
from annotator.formats.source import SourceFile

_CHUNK = 2**18
_STATUSES = {status.value: status for status in Status}


def read(file: SourceFile) -> Reading:
    """Yield the articles of a report; what another program saved of one is a problem."""
    page = _Page(file)
    with file.path.open("rb") as opened:
        try:
            while chunk := opened.read(_CHUNK):
                page.parser.Parse(chunk)
                yield from page.taken()
                if opened.tell() - page.parser.CurrentByteIndex > 2 * MAX_BYTES:
                    raise _AlteredError  # one element longer than any article: the parser would hold all of it
            page.parser.Parse(b"", True)
        except (expat.ExpatError, _AlteredError) as error:
            yield from page.taken()
            yield Problem(file.at(getattr(error, "lineno", None) or page.parser.CurrentLineNumber), _ALTERED)
            return
    yield from page.taken()
    if not page.any:
        yield Problem(file.at(), _NONE)


class _AlteredError(Exception):
    """The page is not as it was written."""


class _Page:
    """What the parser has met so far."""

    def __init__(self, file: SourceFile) -> None:
        self._file = file
        self._found: list[Record | Problem] = []
        self.any = False
        self._fields: Mapping[str, Any] | None = None
        self._line = 0
        self._text: list[str] | None = None
        self._length = 0
        self._spans: list[tuple[int, int, str]] = []
        self._open: tuple[int, str] | None = None
        self._depth = 0
        self.parser = expat.ParserCreate()
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._begin
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._characters
        self.parser.EntityDeclHandler = self._refuse

    def taken(self) -> Iterator[Record | Problem]:
        found, self._found = self._found, []
        return iter(found)

    def _refuse(self, *_: object) -> NoReturn:
        raise _AlteredError

    def _begin(self, name: str, attributes: Mapping[str, str]) -> None:
        if self._text is not None:
            self._depth += 1
            if name == "mark":
                self._open = (self._length, attributes.get("data-label", ""))
            elif name == "i" and (code := attributes.get("data-code", "")).isdecimal() and int(code[:8]) < 0x110000:
                self._characters(chr(int(code[:8])))
        elif name == "section" and "data-record" in attributes:
            self._fields, self._line = _fields_of(attributes["data-record"]), self.parser.CurrentLineNumber
            self.any = True
        elif name == "div" and attributes.get("class") == "text" and self._fields is not None:
            self._text, self._length, self._spans, self._depth = [], 0, [], 0

    def _end(self, name: str) -> None:
        if self._text is None:
            return
        if self._depth:
            self._depth -= 1
            if name == "mark" and self._open is not None:
                self._spans.append((self._open[0], self._length, self._open[1]))
                self._open = None
            return
        where = self._file.at(self._line)
        try:
            self._found.append(_record(self._fields or {}, "".join(self._text), tuple(self._spans), where))
        except BadJsonError as error:
            self._found.append(Problem(where, error.wording))
        self._text = self._fields = None

    def _characters(self, data: str) -> None:
        if self._text is not None:
            self._text.append(data)
            self._length += len(data)
            if self._length > MAX_BYTES:
                raise _AlteredError


def _fields_of(given: str) -> Mapping[str, Any]:
    try:
        fields = json.loads(given)
    except (ValueError, RecursionError):
        raise _AlteredError from None
    if not isinstance(fields, dict):
        raise _AlteredError
    return fields


def _record(fields: Mapping[str, Any], text: str, spans: tuple[tuple[int, int, str], ...], where: str) -> Record:
    status, remarks = string_in(fields, "status"), meta_in(fields, "remarks")
    return Record(
        text,
        where,
        title=string_in(fields, "title"),
        source=string_in(fields, "source"),
        date=string_in(fields, "date"),
        meta=meta_in(fields),
        spans=spans,
        annotator=string_in(fields, "annotator"),
        status=_STATUSES.get(status or ""),
        remarks={
            int(index): remark
            for index, remark in remarks.items()
            if index.isdecimal() and len(index) < 9 and int(index) < len(spans) and isinstance(remark, str)
        },
    )


_ALTERED = Wording(
    "from here on the report is not as it was written (a browser that saves a page writes it anew); what follows was "
    "left out. Import the file as it was exported.",
    "à partir d'ici le rapport n'est plus tel qu'il a été écrit (un navigateur qui enregistre une page la réécrit) ; "
    "la suite a été laissée de côté. Importez le fichier tel qu'il a été exporté.",
)
_NONE = Wording("the report holds no article.", "le rapport ne contient aucun article.")
