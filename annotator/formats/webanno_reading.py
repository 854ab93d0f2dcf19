"""Reads a WebAnno TSV: its text, the spans of one layer, and what stays out of it, counted."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from annotator.core.wording import Wording
from annotator.formats.column_layout import lines_of
from annotator.formats.file_encoding import Encoding, encoding_of
from annotator.formats.records import MAX_BYTES, Note, Problem, Reading, Record
from annotator.formats.source import SourceFile
from annotator.formats.tagged_tokens import MAX_TOKENS
from annotator.formats.tally import Tally
from annotator.formats.webanno_document import Document, Placed
from annotator.formats.webanno_layers import Choice, LayerReading
from annotator.formats.webanno_lines import TEXT, layer_in, text_in, unit_in, version_in

_NOBODY = frozenset(("INITIAL_CAS", "initial_cas"))


def read(file: SourceFile) -> Reading:
    """Yield the article of a file, and notes on what stays out of it."""
    for found in encoding_of(file):
        if not isinstance(found, Encoding):
            yield found
            continue
        try:
            yield from _Reader(file).read(found)
        except UnicodeDecodeError:
            yield Problem(file.at(), _BROKEN)


class _Reader:
    """Reads one file."""

    def __init__(self, file: SourceFile) -> None:
        self._file = file
        self._tally = Tally(file)
        self._document = Document()
        self._layers: list[LayerReading] = []
        self._version = 0
        self._text: list[str] = []
        self._in_sentence = False

    def read(self, encoding: Encoding) -> Reading:
        for number, line in lines_of(self._file, encoding, most=MAX_BYTES):
            if number == 1:
                version = None if line is None else version_in(line)
                if version is None:
                    yield Problem(self._file.at(1), _OTHER_VERSION)
                    return
                self._version = version
            elif line is None or self._document.length > MAX_BYTES or self._document.tokens > MAX_TOKENS:
                yield Problem(self._file.at(number), _TOO_LONG)
                return
            elif not line:
                self._end_header()
                self._in_sentence = False
            elif line.startswith("#"):
                self._head(number, line)
            else:
                yield from self._unit_line(number, line)
        self._end_header()
        yield from self._article()

    def _head(self, number: int, line: str) -> None:
        """Take in a line that declares a layer or says something of the sentence that follows."""
        if line.startswith(TEXT):
            self._in_sentence = False
            self._text.append(text_in(line, self._version))
        elif line.startswith("#T_") and not self._document.tokens:
            layer = layer_in(line, self._layers[-1].declared.end if self._layers else 0)
            if layer is None:
                self._tally.add(_ODD_HEAD, self._file.at(number))
                return
            self._layers.append(LayerReading(layer))
        elif not line.startswith("#Sentence."):
            self._tally.add(_ODD_HEAD, self._file.at(number))

    def _end_header(self) -> None:
        """Begin the sentence whose text has been read."""
        if self._text:
            self._document.begin_sentence("\n".join(self._text))
            self._text.clear()

    def _unit_line(self, number: int, line: str) -> Iterator[Problem]:
        unit = unit_in(line)
        if unit is None:
            yield Problem(self._file.at(number), _BAD_LINE)
            return
        if self._text:
            self._end_header()
            self._in_sentence = True
        if not self._in_sentence:
            self._tally.add(_NO_TEXT, self._file.at(number))
            return
        if unit.is_token:
            self._document.add_token(unit.begin, unit.end, unit.text)
        for layer in self._layers:
            if len(unit.columns) < layer.declared.end:
                self._tally.add(_NARROW, self._file.at(number))
                break
            layer.take(number, unit, self._document.sentence)

    def _article(self) -> Reading:
        if self._document.sentence < 0:
            yield Problem(self._file.at(), _NO_SENTENCES)
            return
        placed = self._document.placed()
        choice = Choice(self._layers)
        yield Record(
            placed.text,
            self._file.at(),
            meta=self._meta(),
            spans=self._spans(choice, placed),
            annotator=self._annotator(),
        )
        yield from (Note(self._file.at(), wording) for wording in choice.notes)
        if placed.moved or placed.misplaced:
            yield Note(self._file.at(), _misfit(placed))
        yield from self._tally.notes()

    def _spans(self, choice: Choice, placed: Placed) -> tuple[tuple[int, int, str], ...]:
        spans = []
        for each in choice.taken.mentions.values() if choice.taken is not None else ():
            found = placed.between(each.start, each.end)
            if found is None or found[0] == found[1]:
                self._tally.add(_NOWHERE if found is None else _EMPTY_SPAN, self._file.at())
            else:
                spans.append((*found, choice.label(each)))
        return tuple(sorted(spans))

    def _exported(self) -> PurePosixPath | None:
        """Return the path of a file in an export of INCEpTION: ``annotation/article.txt/ana.tsv``."""
        path = PurePosixPath(self._file.at().replace("\\", "/"))
        folders = [part for part in path.parent.parts if not part.endswith(".zip")]
        exported = len(folders) >= 2 and folders[-2] in ("annotation", "curation")
        return PurePosixPath(*folders, path.name) if exported else None

    def _annotator(self) -> str | None:
        path = self._exported()
        return None if path is None or path.stem in _NOBODY else path.stem

    def _meta(self) -> dict[str, str]:
        path = self._exported()
        return {} if path is None else {"document": path.parent.name}


def _misfit(placed: Placed) -> Wording:
    return Wording(
        f"places do not fit the text (sentences moved: {placed.moved}, tokens that do not stand where they should: "
        f"{placed.misplaced}); look at the spans of this article.",
        f"des positions ne correspondent pas au texte (phrases déplacées : {placed.moved}, mots qui ne sont pas où ils "
        f"devraient être : {placed.misplaced}) ; vérifiez les annotations de cet article.",
    )


_BROKEN = Wording(
    "the file holds bytes that are no text in its encoding; it was left out. Export it again.",
    "le fichier contient des octets qui ne sont pas du texte dans son encodage ; il a été laissé de côté. Exportez-le "
    "de nouveau.",
)
_OTHER_VERSION = Wording(
    "this is no WebAnno TSV of version 3 (its first line must be #FORMAT=WebAnno TSV 3.3); export it as that.",
    "ce n'est pas un WebAnno TSV de version 3 (la première ligne doit être #FORMAT=WebAnno TSV 3.3) ; exportez-le sous "
    "cette forme.",
)
_TOO_LONG = Wording(
    f"the article has more than {MAX_TOKENS} tokens or {MAX_BYTES // 2**20} MB; it was left out. Split it.",
    f"l'article dépasse {MAX_TOKENS} mots ou {MAX_BYTES // 2**20} Mo ; il a été laissé de côté. Découpez-le.",
)
_NO_SENTENCES = Wording(
    "there is no sentence in it (no line begins with #Text=); export it again.",
    "il ne contient aucune phrase (aucune ligne ne commence par #Text=) ; exportez-le de nouveau.",
)
_BAD_LINE = Wording(
    "this is no token with its number and place (1-1, 0-5); the line was left out.",
    "ce n'est pas un mot avec son numéro et sa position (1-1, 0-5) ; la ligne a été laissée de côté.",
)
_ODD_HEAD = Wording("lines of comment left out: {0}.", "lignes de commentaire laissées de côté : {0}.")
_NO_TEXT = Wording(
    "tokens of sentences whose text (#Text=) is missing: {0}; they were left out.",
    "mots de phrases dont le texte (#Text=) manque : {0} ; ils ont été laissés de côté.",
)
_NARROW = Wording(
    "tokens with fewer columns than there are layers: {0}; what is missing counts as empty.",
    "mots ayant moins de colonnes que les couches n'en demandent : {0} ; ce qui manque est tenu pour vide.",
)
_NOWHERE = Wording(
    "annotations outside the text of their sentence: {0}; they were left out.",
    "annotations hors du texte de leur phrase : {0} ; elles ont été laissées de côté.",
)
_EMPTY_SPAN = Wording(
    "annotations of no length, between two characters: {0}; they were left out.",
    "annotations sans longueur, entre deux caractères : {0} ; elles ont été laissées de côté.",
)
