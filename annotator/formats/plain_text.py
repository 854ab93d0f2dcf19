"""Plain text: one article a file."""

from __future__ import annotations

from annotator.core.wording import Wording
from annotator.formats.encodings import read_text
from annotator.formats.records import Problem, Reading, Record
from annotator.formats.registry import Format
from annotator.formats.source import SourceFile


def read(file: SourceFile) -> Reading:
    """Yield the article of a text file, and a note where its encoding had to be guessed."""
    read = read_text(file)
    if isinstance(read, Problem):
        yield read
        return
    if read.note is not None:
        yield read.note
    yield Record(read.text, file.at())


FORMAT = Format("text", Wording("plain text", "texte brut"), (".txt",), read)
