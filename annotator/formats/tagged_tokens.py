"""Files of tagged tokens, one a line or one sentence a line: CoNLL-2002 and 2003, IOB, BILUO and their relatives.

``-DOCSTART-`` and ``# newdoc`` begin articles. A file without either is taken as doccano, Label Studio and the data
sets of Hugging Face mean it: what stands between blank lines is an article; a note says so, as whoever has one article
in the file wants to put ``-DOCSTART-`` at its top. Within an article each sentence is a line of the text.

The blanks between tokens are not in such files: the text is put together as it would be printed, or is as
``# text = …`` above a sentence says, or a column with ``SpaceAfter=No``.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator
from dataclasses import dataclass, field

from annotator.core.wording import Wording
from annotator.formats.column_layout import Layout, boundary_name, has_no_blank, is_boundary, layout_of, lines_of
from annotator.formats.detokenizing import detokenize, fit
from annotator.formats.file_encoding import Encoding, encoding_of
from annotator.formats.records import MAX_BYTES, Note, Problem, Reading, Record
from annotator.formats.source import EMPTY, SourceFile
from annotator.formats.tag_schemes import Fault, Tagged, is_undecided
from annotator.formats.tally import Tally

MAX_TOKENS = 500_000
"""No article has more: what would be longer is refused, whatever memory there is."""

_MOST_PROBLEMS = 100
_TEXT = re.compile(r"#\s*text\s*=\s?(.*)")
_SHOWN = 40

_FAULTS = {
    Fault.NO_BEGINNING: Wording(
        "tags that go on with a span none began: {0}; a span was begun there.",
        "étiquettes qui continuent un passage que rien n'a commencé : {0} ; une annotation y a été commencée.",
    ),
    Fault.OTHER_LABEL: Wording(
        "tags that go on with another label than the span before them: {0}; a new span was begun there.",
        "étiquettes qui continuent sous un autre nom que le passage précédent : {0} ; une nouvelle annotation y a été "
        "commencée.",
    ),
    Fault.NO_END: Wording(
        "spans whose last token is not tagged as the last: {0}; they end where the next begins or nothing goes on.",
        "passages dont le dernier mot n'est pas étiqueté comme dernier : {0} ; ils s'arrêtent où rien ne les continue.",
    ),
}
_UNDECIDED = Wording(
    "tokens of which the file says that nobody decided on them: {0}; they are in no span.",
    "mots dont le fichier dit que personne n'a décidé : {0} ; ils ne sont dans aucune annotation.",
)
_COMMENTS = Wording("lines of comment left out: {0}.", "lignes de commentaire laissées de côté : {0}.")
_UNFIT = Wording(
    "sentences whose text in the comment is not that of their tokens: {0}; they were put together from the tokens.",
    "phrases dont le texte en commentaire n'est pas celui de leurs mots : {0} ; elles ont été recomposées à partir des "
    "mots.",
)
_NO_TAGS = Wording(
    "no column holds tags such as O and B-leader; nothing was read. Check that this is a file of tagged tokens.",
    "aucune colonne ne contient d'étiquettes comme O et B-leader ; rien n'a été lu. Vérifiez qu'il s'agit bien d'un "
    "fichier de mots étiquetés.",
)
_BROKEN = Wording(
    "what follows holds bytes that are no text in the encoding of the file; it was left out. Save the file as UTF-8.",
    "la suite contient des octets qui ne sont pas du texte dans l'encodage du fichier ; elle a été laissée de côté. "
    "Enregistrez-le en UTF-8.",
)
_LONG_LINE = Wording(
    "the line has more than a million characters, too many for a sentence; it was left out.",
    "la ligne dépasse un million de caractères, trop pour une phrase ; elle a été laissée de côté.",
)
_LONG_ARTICLE = Wording(
    f"the article has more than {MAX_TOKENS} tokens or {MAX_BYTES // 2**20} MB; it was left out. Put -DOCSTART- "
    "between the articles of the file.",
    f"l'article dépasse {MAX_TOKENS} mots ou {MAX_BYTES // 2**20} Mo ; il a été laissé de côté. Séparez les articles "
    "du fichier par -DOCSTART-.",
)


def read(file: SourceFile) -> Reading:
    """Yield the articles of a file one after the other, and what of them was left out at its end."""
    for found in encoding_of(file):
        if not isinstance(found, Encoding):
            yield found
            continue
        try:
            yield from _Reader(file, found, layout_of(file, found)).read()
        except UnicodeDecodeError:
            yield Problem(file.at(), _BROKEN)


@dataclass(slots=True)
class _Sentence:
    """A sentence being read; the line of each token is kept for what may be wrong with its tag."""

    tokens: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    lines: array[int] = field(default_factory=lambda: array("l"))
    text: str | None = None
    spaced: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Article:
    """An article being read."""

    line: int
    name: str | None = None
    sentences: list[list[str]] = field(default_factory=list)
    texts: list[str | None] = field(default_factory=list)
    spans: list[Tagged] = field(default_factory=list)
    placed: int = 0
    tokens: int = 0
    length: int = 0

    @property
    def is_too_long(self) -> bool:
        return self.tokens > MAX_TOKENS or self.length > MAX_BYTES


class _Reader:
    """Reads one file."""

    def __init__(self, file: SourceFile, encoding: Encoding, layout: Layout) -> None:
        self._file = file
        self._encoding = encoding
        self._layout = layout
        self._tally = Tally(file)
        self._sentence = _Sentence()
        self._article: _Article | None = None
        self._odd = 0
        self._articles = 0
        self._refused = 0

    def read(self) -> Reading:
        if self._layout.tag is None:
            yield Problem(self._file.at(), _NO_TAGS)
            return
        try:
            for number, line in lines_of(self._file, self._encoding):
                yield from self._line(number, line)
        except UnicodeDecodeError:
            yield Problem(self._file.at(), _BROKEN)
        yield from self._end_article()
        yield from self._at_end()

    def _line(self, number: int, line: str | None) -> Reading:
        if line is None:
            self._refused += 1
            yield Problem(self._file.at(number), _LONG_LINE)
        elif not line:
            self._end_sentence()
            if not self._layout.bounded:
                yield from self._end_article()
        elif is_boundary(line):
            yield from self._end_article()
            if self._layout.bounded:
                self._article = _Article(number, boundary_name(line))
        elif self._layout.is_comment(line):
            if (found := _TEXT.match(line)) is not None and not self._sentence.tokens:
                self._sentence.text = found[1]
            else:
                self._tally.add(_COMMENTS, self._file.at(number))
        elif self._layout.by_sentence:
            for columns in self._layout.words(line):
                yield from self._token(number, columns, columns[0])
            self._end_sentence()
            if not self._layout.bounded:
                yield from self._end_article()
        else:
            yield from self._token(number, self._layout.columns(line), line.strip())

    def _token(self, number: int, columns: list[str], whole: str) -> Reading:
        """Take in a token; where its columns are not as many as elsewhere, without a tag."""
        layout = self._layout
        if len(columns) == layout.width and layout.tag is not None:
            token, tag = columns[layout.token], columns[layout.tag]
        else:
            token, tag = (whole if len(columns) < layout.width and layout.tabs else columns[layout.token]), "O"
            yield from self._odd_line(number, len(columns), token)
        token = " ".join(token.split())
        if not token:
            return
        article = self._article = self._article or _Article(number)
        article.tokens += 1
        article.length += len(token) + 1
        if is_undecided(tag):
            self._tally.add(_UNDECIDED, self._file.at(number))
        if not article.is_too_long:
            self._sentence.tokens.append(token)
            self._sentence.tags.append(tag)
            self._sentence.lines.append(number)
            if layout.blanks is not None:
                glued = len(columns) > layout.blanks and has_no_blank(columns[layout.blanks])
                self._sentence.spaced += (token, "" if glued else " ")

    def _odd_line(self, number: int, count: int, token: str) -> Iterator[Problem]:
        self._odd += 1
        if self._odd > _MOST_PROBLEMS:
            return
        width, shown = self._layout.width, token[:_SHOWN]
        yield Problem(
            self._file.at(number),
            Wording(
                f"columns: {count}, elsewhere {width}. “{shown}” is in the article, without a tag; correct the line.",
                f"colonnes : {count}, ailleurs {width}. « {shown} » est dans l'article, sans étiquette ; corrigez la "
                "ligne.",
            ),
        )

    def _end_sentence(self) -> None:
        sentence, article = self._sentence, self._article
        self._sentence = _Sentence()
        if not sentence.tokens or article is None:
            return
        if article.is_too_long:
            article.sentences.clear()
            article.texts.clear()
            article.spans.clear()
            return
        if sentence.text is not None and fit(sentence.tokens, sentence.text) is None:
            self._tally.add(_UNFIT, self._file.at(sentence.lines[0]))
            sentence.text = None
        if sentence.text is None and sentence.spaced:
            sentence.text = "".join(sentence.spaced).rstrip()
        before = article.placed
        article.placed += len(sentence.tokens)
        for each in self._layout.scheme.spans_of(sentence.tags):
            if isinstance(each, Tagged):
                article.spans.append(Tagged(each.first + before, each.end + before, each.label))
            else:
                fault, index = each
                self._tally.add(_FAULTS[fault], self._file.at(sentence.lines[index]))
        article.sentences.append(sentence.tokens)
        article.texts.append(sentence.text)

    def _end_article(self) -> Reading:
        self._end_sentence()
        article, self._article = self._article, None
        if article is None:
            return
        where = self._file.at(article.line)
        if article.is_too_long:
            self._refused += 1
            yield Problem(where, _LONG_ARTICLE)
            return
        self._articles += 1
        text, places = detokenize(article.sentences, article.texts)
        yield Record(
            text,
            where,
            meta={} if article.name is None else {"document": article.name},
            spans=tuple((places[each.first][0], places[each.end - 1][1], each.label) for each in article.spans),
        )

    def _at_end(self) -> Reading:
        if self._odd > _MOST_PROBLEMS:
            more = self._odd - _MOST_PROBLEMS
            yield Problem(
                self._file.at(),
                Wording(
                    f"{more} more lines have another number of columns; their words are in the articles without tags.",
                    f"{more} autres lignes ont un autre nombre de colonnes ; leurs mots sont dans les articles, sans "
                    "étiquette.",
                ),
            )
        yield from self._tally.notes()
        filled = sorted(self._layout.filled - {self._layout.blanks})
        if filled:
            named = ", ".join(str(column + 1) for column in filled)
            yield Note(
                self._file.at(),
                Wording(
                    f"left out what else is said of tokens, such as parts of speech (columns: {named}).",
                    f"ce qui est dit d'autre des mots, comme leur nature, a été laissé de côté (colonnes : {named}).",
                ),
            )
        if self._layout.prefix:
            yield Note(
                self._file.at(),
                Wording(
                    f"“{self._layout.prefix}” stands before every token, as in WikiANN; it is no part of them.",
                    f"« {self._layout.prefix} » précède chaque mot, comme dans WikiANN ; il n'en fait pas partie.",
                ),
            )
        if not self._layout.bounded and self._articles > 1:
            yield Note(self._file.at(), self._unbounded())
        if not self._articles and not self._refused:
            yield Problem(self._file.at(), EMPTY)

    def _unbounded(self) -> Wording:
        """Return the note that the file does not say where articles begin."""
        part = (
            Wording("lines", "lignes")
            if self._layout.by_sentence
            else Wording("parts between blank lines", "parties entre lignes vides")
        )
        return Wording(
            f"the file does not say where articles begin, so each of its {self._articles} {part.en} became one; where "
            "they belong together, put a line -DOCSTART- before the first.",
            f"le fichier ne dit pas où commencent les articles : il y en a un pour chacune de ses {self._articles} "
            f"{part.fr} ; si elles vont ensemble, mettez une ligne -DOCSTART- avant la première.",
        )


def count(file: SourceFile) -> int:
    """Return about how many articles a file holds: how often it says that one begins, or about how many blank lines."""
    boundaries = blank = 0
    with file.path.open("rb") as opened:
        while line := opened.readline(2**16):
            boundaries += line.startswith((b"-DOCSTART-", b"# newdoc"))
            blank += line.isspace()
    return boundaries if boundaries > 1 else max(1, blank)
