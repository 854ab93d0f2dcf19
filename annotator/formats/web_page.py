"""Web pages: the article in one, without menus, adverts and scripts; its paragraphs are lines.

Nothing is ever fetched: the page is what the file holds. What a page says of itself gives title, date and source.
"""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from annotator.core.wording import Wording
from annotator.formats.encodings import Decoded, decode
from annotator.formats.json_fields import is_iso
from annotator.formats.records import MAX_BYTES, Problem, Reading, Record
from annotator.formats.registry import Format, Likeness
from annotator.formats.source import EMPTY, Head, SourceFile

_MOST_BYTES = 4 * MAX_BYTES
"""What a page may have with its pictures in it; without them it may have as much as an article."""
_MOST_ELEMENTS = 100_000
"""A page of a newspaper has some thousands. Looking for the article takes up to 0.1 ms for each."""
_FEWEST_WORDS = 5
_PICTURE = re.compile(rb"data:[\w.+-]+/[\w.+-]+(?:;[\w=.-]+)*;base64,[A-Za-z0-9+/=%]{100,}")
_CHARSET = re.compile(rb"""<(?:meta[^>]{0,200}?charset|\?xml[^>]{0,80}?encoding)\s*=\s*["']?\s*([\w.:-]{2,30})""", re.I)
# Not every name that Python knows is a charset: some are transformations, and slow ones.
_CHARSETS = re.compile(r"(utf|iso8859|cp\d|mac|koi8|gb|big5|euc|shift|ascii|johab|hz|tis|iso2022)")


class Page(NamedTuple):
    """The article in a page.

    Attributes:
        text: its paragraphs, one a line.
        title: its headline, where the page says one.
        source: name of the site, or its address.
        date: ISO 8601.
        meta: address and author, where the page says them.
    """

    text: str
    title: str | None
    source: str | None
    date: str | None
    meta: dict[str, str]


def article_in(markup: str) -> Page | None:
    """Return the article in the markup of a page, or None where there is none."""
    from trafilatura import bare_extraction

    try:
        found = bare_extraction(
            markup,
            include_comments=False,
            with_metadata=True,
            date_extraction_params={"original_date": True, "extensive_search": False},
        )
    except (ValueError, TypeError, AttributeError, RecursionError, MemoryError):
        return None  # what it trips over is no page of a newspaper
    if found is None or isinstance(found, dict):
        return None
    title = _line(found.title)
    lines = [line.strip() for line in (found.text or "").split("\n")]
    lines = [line for line in lines if line]
    if len(lines) > 1 and lines[0] == title:
        del lines[0]
    if sum(len(line.split()) for line in lines) < _FEWEST_WORDS:
        return None
    meta = {"url": found.url, "author": found.author}
    return Page(
        "\n".join(lines),
        title,
        _line(found.sitename) or _line(found.hostname) or _line(found.url),
        found.date if is_iso(found.date) else None,
        {name: value for name, given in meta.items() if (value := _line(given))},
    )


def all_text(markup: str) -> str:
    """Return all that a page shows as text, a line for each block: for pages that hold no article."""
    from lxml import etree, html

    try:
        tree = html.document_fromstring(markup.encode("utf-8", "replace"), parser=html.HTMLParser(encoding="utf-8"))
    except (etree.LxmlError, ValueError, AssertionError):
        return ""
    words: list[str] = []
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        hidden = element.tag in _HIDDEN or not isinstance(element.tag, str)
        if element.tag in _BLOCKS:
            words.append("\n")
        if event == "start" and not hidden:
            words.append(" ".join(re.split(r"\s+", element.text or "")))
        elif event == "end":
            words.append(" ".join(re.split(r"\s+", element.tail or "")))
    lines = (" ".join(line.split()) for line in "".join(words).split("\n"))
    return "\n".join(line for line in lines if line)


_HIDDEN = frozenset({"script", "style", "title", "template", "noscript"})
_BLOCKS = frozenset(
    {
        *("address", "article", "aside", "blockquote", "body", "br", "dd", "div", "dl", "dt", "figcaption", "figure"),
        *("footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p", "pre"),
        *("section", "table", "td", "th", "tr", "ul"),
    }
)


def _line(words: str | None) -> str | None:
    """Return words on one line; None where there are none."""
    return " ".join(words.split()) or None if isinstance(words, str) else None


def too_complex(markup: str) -> bool:
    """Tell whether a page has more elements than any newspaper's."""
    return markup.count("<") > 2 * _MOST_ELEMENTS


def _read(file: SourceFile) -> Reading:
    with file.path.open("rb") as opened:
        content = opened.read(_MOST_BYTES + 1)
    if len(content) <= _MOST_BYTES:
        content = _PICTURE.sub(b"data:", content)
    if len(content) > MAX_BYTES:
        yield Problem(file.at(), _TOO_LONG)
        return
    decoded = decode_page(content, file)
    if isinstance(decoded, Problem):
        yield decoded
        return
    if too_complex(decoded.text):
        yield Problem(file.at(), TOO_COMPLEX)
        return
    page = article_in(decoded.text)
    if page is None:
        yield Problem(file.at(), NO_ARTICLE if decoded.text.strip() else EMPTY)
        return
    if decoded.note is not None:
        yield decoded.note
    yield Record(page.text, file.at(), title=page.title, source=page.source, date=page.date, meta=page.meta)


def decode_page(content: bytes, file: SourceFile) -> Decoded | Problem:
    """Return the markup of a page: UTF-8 where it can be, else what it says itself, else what it looks like."""
    marked = content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    said = file.options.encoding or _said(content)
    if not marked and said is not None:
        for encoding in (said,) if file.options.encoding else ("utf-8", said):
            try:
                return Decoded(content.decode(encoding), None)
            except (UnicodeError, LookupError):
                continue
    return decode(content, file)


def _said(content: bytes) -> str | None:
    """Return the charset that a page says it is in, as browsers understand it; None where it says none we know."""
    found = _CHARSET.search(content[:4_096])
    try:
        name = codecs.lookup(found[1].decode("ascii")).name if found is not None else ""
    except (LookupError, UnicodeDecodeError):
        return None
    if name in ("iso8859-1", "ascii"):
        return "cp1252"
    return name if _CHARSETS.match(name.replace("_", "")) else None


NO_ARTICLE = Wording(
    "there is no article text in the page; save the page again once it has loaded, or copy its text into a text file.",
    "la page ne contient pas de texte d'article ; réenregistrez-la une fois chargée, ou copiez son texte dans un "
    "fichier texte.",
)
TOO_COMPLEX = Wording(
    f"the page has more than {_MOST_ELEMENTS} elements; it is no article. Copy its text into a text file.",
    f"la page a plus de {_MOST_ELEMENTS} éléments ; ce n'est pas un article. Copiez son texte dans un fichier texte.",
)
_TOO_LONG = Wording(
    f"the page is longer than {MAX_BYTES // 2**20} MB, too long for one article; copy its text into a text file.",
    f"la page dépasse {MAX_BYTES // 2**20} Mo, trop pour un seul article ; copiez son texte dans un fichier texte.",
)


def _likeness(head: Head) -> Likeness:
    begins = head.text.lstrip("\ufeff \t\r\n")[:1_000].lower()
    if begins.startswith("<") and ("<!doctype html" in begins or re.search(r"<html[\s>]", begins)):
        return Likeness.CONTENT
    return Likeness.NAME if head.suffix in FORMAT.suffixes else Likeness.NO


FORMAT = Format("web", Wording("web page", "page web"), (".html", ".htm", ".xhtml"), _read, likeness=_likeness)
