"""A report of marked articles: one page to read, send and print, which can be read back too.

What a record holds beside its text stands as JSON in an attribute of its section; characters that no page lets through
are elements with their number.
"""

from __future__ import annotations

import json
import shutil
from collections import Counter
from collections.abc import Iterable, Iterator
from html import escape
from pathlib import Path
from tempfile import TemporaryFile

from annotator.core.wording import Wording
from annotator.formats.html_report_page import END, GENERATOR, ODD, Entry, clean, day, front, head
from annotator.formats.html_report_reading import read
from annotator.formats.records import Outgoing, Record, WriteOptions
from annotator.formats.registry import Format, Likeness
from annotator.formats.source import Head

_TITLE_LENGTH = 70


def _write(outgoing: Iterable[Outgoing], path: Path, options: WriteOptions) -> None:
    names = {label.id: (f"l{index}", label.name.fr) for index, label in enumerate(options.labels)}
    counts, entries = Counter[str](), list[Entry]()
    # Index and legend come first and are known last: the articles wait in a file beside the page.
    with TemporaryFile("w+b", dir=path.parent) as waiting, path.open("xb") as page:
        for number, each in enumerate(outgoing, start=1):
            record = each.record
            entry = Entry(f"a{number}", _title(record), " · ".join(_about(record)), len(record.spans))
            waiting.write("".join(_section(entry, each, names)).encode())
            entries.append(entry)
            counts.update(label for _, _, label in record.spans)
        page.write((head(options) + front(options, entries, counts)).encode())
        waiting.seek(0)
        shutil.copyfileobj(waiting, page)
        page.write(END.encode())


def _title(record: Record) -> str:
    if record.title and record.title.strip():
        return record.title
    words = " ".join(record.text[: 4 * _TITLE_LENGTH].split())
    if len(words) <= _TITLE_LENGTH:
        return words or "–"
    return words[:_TITLE_LENGTH].rpartition(" ")[0] + " …" if " " in words[:_TITLE_LENGTH] else words[:_TITLE_LENGTH]


def _about(record: Record) -> list[str]:
    """Return source and date as markup, where there are any."""
    source = [escape(clean(record.source))] if record.source else []
    return source + ([day(record.date)] if record.date else [])


def _section(entry: Entry, outgoing: Outgoing, names: dict[str, tuple[str, str]]) -> Iterator[str]:
    record = outgoing.record
    fields = {
        "article": outgoing.article,
        "title": record.title,
        "source": record.source,
        "date": record.date,
        "annotator": record.annotator,
        "status": None if record.status is None else record.status.value,
        "meta": record.meta or None,
        "remarks": record.remarks or None,
    }
    kept = json.dumps({name: value for name, value in fields.items() if value is not None}, ensure_ascii=True)
    yield f'<section id="{entry.anchor}" data-record="{escape(kept)}">\n'
    yield f'<h2 dir="auto">{escape(clean(entry.title))}</h2>\n'
    about = _about(record)
    about += [escape(clean(record.annotator))] if record.annotator else []
    about += [escape(record.status.wording.fr)] if record.status else []
    yield f'<p class="about">{" · ".join(about)}</p>\n<div class="text" dir="auto">'
    at = 0
    for index, (start, end, label) in enumerate(record.spans):
        style, name = names.get(label, ("", label))
        noted = " noted" if index in record.remarks else ""
        yield _text(record.text[at:start])
        yield f'<mark class="{style}{noted}" data-label="{_attribute(label)}" data-name="{_attribute(name)}">'
        yield _text(record.text[start:end]) + "</mark>"
        at = end
    yield _text(record.text[at:]) + "</div>\n"
    if record.remarks:
        yield '<ul class="remarks">\n'
        for index, remark in sorted(record.remarks.items()):
            start, end, _ = record.spans[index]
            yield f"<li><q>{escape(clean(record.text[start:end]))}</q> : {escape(clean(remark))}</li>\n"
        yield "</ul>\n"
    yield "</section>\n"


def _attribute(words: str) -> str:
    return escape(clean(words)).replace("\t", "&#9;").replace("\n", "&#10;")


def _text(text: str) -> str:
    return ODD.sub(lambda found: _odd(found[0]), escape(text, quote=False))


def _odd(character: str) -> str:
    code = ord(character)
    element = f'<i data-code="{code}" title="U+{code:04X}"></i>'
    return element + "<br />" if character == "\r" else element


def _likeness(head: Head) -> Likeness:
    return Likeness.SIGNED if f'name="generator" content="{GENERATOR}"' in head.text[:4_000] else Likeness.NO


FORMAT = Format(
    "html",
    Wording("report of marked articles", "rapport des articles annotés"),
    (".html",),
    read,
    likeness=_likeness,
    write=_write,
    purpose=Wording(
        "a page to read, print or send, for people who have no program for it",
        "une page à lire, imprimer ou envoyer, sans aucun logiciel particulier",
    ),
)
