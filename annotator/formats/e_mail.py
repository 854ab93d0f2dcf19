"""E-mails (and web pages saved as one file, MHTML, which are written the same way): subject, sender, date and text.

Plain text is preferred; of HTML alone the article is taken as from web pages. Attachments stay out and are named.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from email import message_from_bytes
from email.errors import HeaderParseError, MessageError
from email.headerregistry import HeaderRegistry
from email.message import Message
from email.policy import Compat32
from email.utils import parsedate_to_datetime

from annotator.core.wording import Wording
from annotator.formats.encodings import decode
from annotator.formats.json_fields import odd_date
from annotator.formats.records import MAX_BYTES, Note, Problem, Reading, Record
from annotator.formats.registry import Format, Likeness
from annotator.formats.source import EMPTY, Head, SourceFile
from annotator.formats.web_page import NO_ARTICLE, TOO_COMPLEX, Page, all_text, article_in, decode_page, too_complex

_MOST_BYTES = 8 * MAX_BYTES
_MOST_PARTS = 5_000
_MOST_DEPTH = 40
_LONGEST_HEADER = 8_000
_LISTED = 20
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]+")


class _Bounded(Compat32):
    """Headers as they stand, none longer than any that a person wrote: some are slow to understand."""

    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
        name, value = super().header_source_parse(sourcelines)
        return name, str(value)[:_LONGEST_HEADER]


@dataclass(slots=True)
class _Parts:
    """What the parts of a message are.

    Attributes:
        texts: those to read: whether each is HTML, its bytes, and the message part it is.
        attachments: names of those that are attached.
        embedded: how many stand within the text, such as pictures.
    """

    texts: list[tuple[bool, Message]] = field(default_factory=list)
    attachments: list[str] = field(default_factory=list)
    embedded: int = 0


def _read(file: SourceFile) -> Reading:
    with file.path.open("rb") as opened:
        content = opened.read(_MOST_BYTES + 1)
    if not content.strip():
        yield Problem(file.at(), EMPTY)
        return
    if len(content) > _MOST_BYTES or content.count(b"\n--") > 2 * _MOST_PARTS:
        yield Problem(file.at(), _TOO_LONG)
        return
    try:
        message = message_from_bytes(content, policy=_Bounded())
        parts = _parts_of(message)
    except (RecursionError, MessageError, ValueError, LookupError):
        yield Problem(file.at(), _BROKEN)
        return
    if not len(message):
        yield Problem(file.at(), _BROKEN)
        return
    yield from _article(file, message, parts)


def _article(file: SourceFile, message: Message, parts: _Parts) -> Reading:
    words: list[str] = []
    notes: list[Note] = []
    page: Page | None = None
    refused: Wording | None = None
    for is_html, part in parts.texts:
        payload = part.get_payload(decode=True)
        payload = payload if isinstance(payload, bytes) else b""
        if not payload.strip():
            continue
        if len(payload) > MAX_BYTES:
            yield Problem(file.at(), _TOO_LONG)
            return
        if is_html:
            found = _page(payload, part, file)
            if isinstance(found, Wording):
                refused = found
            else:
                page = page or found
                words.append(found.text)
        else:
            text, note = _plain(payload, part, file)
            notes += [] if note is None else [note]
            words.append(text)
    text = "\n\n".join(each.strip("\n") for each in words if each.strip())
    if not text:
        yield Problem(file.at(), refused or _NO_TEXT)
        return
    saved = _header(message, "Snapshot-Content-Location") or _header(message, "Content-Location")
    name, address = _sender(message)
    meta = {} if page is None else dict(page.meta)
    if "@" in address:
        meta["from"] = address
    if saved is not None:
        meta.setdefault("url", saved)
    date, given = _date(message)
    if given is not None:
        meta["date"] = given
    yield Record(
        text,
        file.at(),
        title=_header(message, "Subject") or (page.title if page else None),
        source=(page.source if page and saved else None) or name or address or None,
        date=(page.date if page and saved else None) or date,
        meta=meta,
    )
    yield from notes
    if given is not None:
        yield odd_date(file.at(), given)
    if parts.attachments or (parts.embedded and saved is None):
        yield Note(file.at(), _left_out(parts))


def _parts_of(message: Message) -> _Parts:
    """Sort the parts of a message; of alternatives plain text is taken, or what comes nearest."""
    parts = _Parts()
    waiting: list[tuple[Message, int]] = [(message, 0)]
    while waiting:
        part, depth = waiting.pop()
        kind = part.get_content_type()
        inside = part.get_payload()
        if kind.startswith("multipart/") and isinstance(inside, list):
            if depth > _MOST_DEPTH or len(waiting) > _MOST_PARTS:
                raise RecursionError
            children = [each for each in inside if isinstance(each, Message)]
            if kind == "multipart/alternative":
                children = [min(children, key=_rank)] if children else []
            elif kind == "multipart/related":
                parts.embedded += max(0, len(children) - 1)
                children = children[:1]
            waiting += [(child, depth + 1) for child in reversed(children)]
            continue
        attached = part.get_content_disposition() == "attachment" or part.get_filename() is not None
        if kind in ("text/plain", "text/html") and not attached:
            parts.texts.append((kind == "text/html", part))
        else:
            parts.attachments.append(_clean(part.get_filename() or "") or kind)
    return parts


def _rank(part: Message) -> int:
    """Return how well an alternative suits: plain text that says something, then HTML or what may hold it."""
    kind = part.get_content_type()
    if kind == "text/plain":
        payload = part.get_payload(decode=True)
        return 0 if isinstance(payload, bytes) and payload.strip() else 3
    return 1 if kind == "text/html" or kind.startswith("multipart/") else 2


def _page(payload: bytes, part: Message, file: SourceFile) -> Page | Wording:
    markup = _as_said(payload, part)
    if markup is None:
        decoded = decode_page(payload, file)
        if isinstance(decoded, Problem):
            return decoded.wording
        markup = decoded.text
    if too_complex(markup):
        return TOO_COMPLEX
    page = article_in(markup)
    if page is not None:
        return page
    text = all_text(markup)  # a message need not look like an article
    return Page(text, None, None, None, {}) if text else NO_ARTICLE


def _plain(payload: bytes, part: Message, file: SourceFile) -> tuple[str, Note | None]:
    note, text = None, _as_said(payload, part)
    if text is None:
        decoded = decode(payload, file)
        if isinstance(decoded, Problem):
            text = payload.decode("latin-1")
        else:
            text, note = decoded
    text = text.replace("\r\n", "\n")
    if str(part.get_param("format", "")).lower() == "flowed":
        text = _unfolded(text, delete=str(part.get_param("delsp", "")).lower() == "yes")
    return text, note


def _unfolded(text: str, *, delete: bool) -> str:
    """Return text whose lines were folded at blanks (RFC 3676) with its paragraphs on one line each."""
    lines: list[str] = []
    open_line = False
    for line in text.split("\n"):
        quoted = line.startswith(">")
        bare = line if quoted else line.removeprefix(" ")
        goes_on = bare.endswith(" ") and bare != "-- " and not quoted
        piece = bare[:-1] if goes_on and delete else bare
        if open_line and not quoted and bare != "-- ":
            lines[-1] += piece
        else:
            lines.append(piece)
        open_line = goes_on
    return "\n".join(line.rstrip(" ") for line in lines)


def _as_said(payload: bytes, part: Message) -> str | None:
    """Return the text of a part in the charset it says; None where it says none or another than it is in."""
    given = part.get_content_charset()
    try:
        name = "" if given is None else codecs.lookup(given).name
        if not name or _SLOW.match(name):
            return None
        return payload.decode("cp1252" if name in ("ascii", "iso8859-1") else name)
    except (LookupError, ValueError):
        return None


_SLOW = re.compile("idna|punycode|unicode|raw|undefined")


def _raw(message: Message, name: str) -> str:
    """Return a header as it stands, bytes that are no ASCII taken for UTF-8 or else Windows-1252; blank if missing."""
    value = next((value for key, value in message.raw_items() if key.lower() == name.lower()), "")
    raw = str(value).encode("utf-8", "surrogateescape")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("cp1252", "replace")


def _header(message: Message, name: str) -> str | None:
    """Return a header as a person reads it, on one line; None where it is missing or blank."""
    return _clean(_decoded(_raw(message, name))) or None


def _sender(message: Message) -> tuple[str, str]:
    """Return name and address of the first sender, each blank where it is missing."""
    given = _raw(message, "From")
    found = re.match(r'\s*("(?:[^"\\]|\\.)*"|[^"<>]*?)\s*<([^<>]*)>', given)
    if found is None:
        return "", _clean(given)
    name = found[1][1:-1] if found[1].startswith('"') else found[1]
    return _clean(_decoded(re.sub(r"\\(.)", r"\1", name))), _clean(found[2])


def _decoded(words: str) -> str:
    """Return words with those encoded after RFC 2047 read."""
    if "=?" not in words:
        return words
    try:
        return str(_UNSTRUCTURED("Subject", re.sub(r"\r?\n", "", words)))
    except (HeaderParseError, ValueError, LookupError, IndexError, RecursionError):
        return words


_UNSTRUCTURED = HeaderRegistry()


def _clean(words: str) -> str:
    return " ".join(_CONTROLS.sub(" ", words).encode("utf-8", "replace").decode().split())


def _date(message: Message) -> tuple[str | None, str | None]:
    """Return the date in ISO 8601, or None and what stands there instead."""
    given = _header(message, "Date")
    if given is None:
        return None, None
    try:
        return parsedate_to_datetime(given).isoformat(), None
    except (ValueError, TypeError, IndexError, OverflowError):
        return None, given


def _left_out(parts: _Parts) -> Wording:
    names = ", ".join(parts.attachments[:_LISTED]) + (", …" if len(parts.attachments) > _LISTED else "")
    english = [f"{len(parts.attachments)} attachments ({names})"] if parts.attachments else []
    french = [f"{len(parts.attachments)} pièces jointes ({names})"] if parts.attachments else []
    if parts.embedded:
        english.append(f"{parts.embedded} embedded files, such as pictures")
        french.append(f"{parts.embedded} fichiers intégrés, comme des images")
    return Wording(f"left out: {' and '.join(english)}.", f"laissés de côté : {' et '.join(french)}.")


_BROKEN = Wording(
    "this is no e-mail, or a damaged one; export it again from the mail program.",
    "ce n'est pas un message, ou il est abîmé ; exportez-le à nouveau depuis la messagerie.",
)
_NO_TEXT = Wording(
    "there is no text in the message; import its attachments one by one.",
    "le message ne contient pas de texte ; importez ses pièces jointes une à une.",
)
_TOO_LONG = Wording(
    "the message is too large for one article; save its text into a text file.",
    "le message est trop volumineux pour un seul article ; enregistrez son texte dans un fichier texte.",
)


def _said(head: str) -> Iterator[str]:
    """Yield the names of the headers that text begins with, in small letters."""
    for line in head.splitlines():
        if line[:1] in (" ", "\t"):
            continue
        found = re.match(r"([A-Za-z][A-Za-z0-9-]*):", line)
        if found is None:
            return
        yield found[1].lower()


def _likeness(head: Head) -> Likeness:
    names = set(_said(head.text[:16_000]))
    if len(names & {"from", "date", "subject", "to"}) > 1 and names & {"mime-version", "message-id", "received"}:
        return Likeness.CONTENT
    return Likeness.NAME if head.suffix in FORMAT.suffixes else Likeness.NO


FORMAT = Format(
    "email", Wording("e-mail", "message électronique"), (".eml", ".mht", ".mhtml"), _read, likeness=_likeness
)
