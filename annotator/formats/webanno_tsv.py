"""WebAnno TSV 3: the files of WebAnno and INCEpTION with one token a line, one article a file.

Names are in the layer NamedEntity of DKPro Core, or in one that people made up; the label is the value of a feature of
the layer. Other layers, features, relations and chains are counted. Text and white space are exact, as each sentence
stands in the file as it is.

Written are the tokens of an article in sentences that end where a line of it ends. White space is no token; that before
the first token belongs to it, as the format knows no other way, and the span that begins there is then one of parts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from annotator.core.wording import Wording
from annotator.formats.records import Outgoing, Trait, WriteOptions
from annotator.formats.registry import Format, Likeness
from annotator.formats.source import Head
from annotator.formats.utf16 import Utf16
from annotator.formats.webanno_layers import NAMED_ENTITY
from annotator.formats.webanno_lines import SIGNATURE, TEXT, escape_text, escape_value
from annotator.formats.webanno_reading import read

_HEAD = f"{SIGNATURE}.3\n#T_SP={NAMED_ENTITY}|identifier|value\n\n"


def _write(outgoing: Iterable[Outgoing], path: Path, _options: WriteOptions) -> None:
    path.mkdir()
    for number, each in enumerate(outgoing, start=1):
        with (path / f"{number:06}.tsv").open("x", encoding="utf-8", newline="\n") as file:
            file.write(_HEAD)
            file.writelines(_lines(each))


class _Token(NamedTuple):
    """A token to write.

    Attributes:
        start: where it begins; in the first one, where the text does.
        inner: where its first character that is no white space stands.
        end: where it ends.
        values: what its columns say.
    """

    start: int
    inner: int
    end: int
    values: str


def _lines(outgoing: Outgoing) -> Iterator[str]:
    text = outgoing.record.text
    places = Utf16(text)
    for number, sentence in enumerate(_sentences(outgoing), start=1):
        begin, end = sentence[0].start, _sentence_end(text, sentence)
        yield "\n"
        for line in text[begin:end].split("\n"):
            yield f"{TEXT}{escape_text(line)}\n"
        for index, token in enumerate(sentence, start=1):
            whole = token.start == token.inner
            yield _line(f"{number}-{index}", token.start, token.end, token.values if whole else _NONE, places)
            if not whole and token.values != _NONE:
                yield _line(f"{number}-{index}.1", token.inner, token.end, token.values, places)


_NONE = "_\t_"


def _line(name: str, start: int, end: int, values: str, places: Utf16) -> str:
    word = "".join(" " if character in "\t\n\r" else character for character in places.text[start:end])
    return f"{name}\t{places.unit(start)}-{places.unit(end)}\t{word}\t{values}\t\n"


def _sentences(outgoing: Outgoing) -> Iterator[list[_Token]]:
    """Yield the tokens of each sentence."""
    text, grid = outgoing.record.text, outgoing.grid
    spans = iter(outgoing.record.spans)
    span = next(spans, None)
    sentence: list[_Token] = []
    at, before = 0, 0
    values = _NONE
    for start, end in zip(grid.starts, grid.ends, strict=True):
        word = text[start:end]
        if word.isspace():
            continue
        inner = start + len(word) - len(word.lstrip())
        while span is not None and span[1] <= start:
            span = next(spans, None)
        inside = span is not None and span[0] <= start
        if span is None or not inside:
            values = _NONE
        elif span[0] == start or span[0] >= before:
            at += 1
            values = _values(span[2], at if _goes_on(outgoing, span, end) else None)
        going_on = inside and span is not None and span[0] < start
        if sentence and "\n" in text[before:start] and not going_on:
            yield sentence
            sentence = []
        first = 0 if before == 0 and not sentence else start
        sentence.append(_Token(first, start if first == start else inner, end, values))
        before = end
    if sentence:
        yield sentence


def _goes_on(outgoing: Outgoing, span: tuple[int, int, str], end: int) -> bool:
    """Tell whether anything but white space of a span lies behind a place."""
    return not outgoing.record.text[end : span[1]].isspace() and end < span[1]


def _values(label: str, id: int | None) -> str:
    ending = "" if id is None else f"[{id}]"
    return f"*{ending}\t{escape_value(label)}{ending}"


def _sentence_end(text: str, sentence: list[_Token]) -> int:
    """Return where the text of a sentence ends.

    The reader puts one line end before a sentence that begins one place further on. Where more lies between two, the
    text of the first holds it all, and the second begins at once.
    """
    end = sentence[-1].end
    after = end
    while after < len(text) and text[after].isspace():
        after += 1
    return end if text[end:after] == "\n" and after < len(text) else after


def _likeness(head: Head) -> Likeness:
    return Likeness.SIGNED if head.text.lstrip("\ufeff").startswith(SIGNATURE) else Likeness.NO


FORMAT = Format(
    "webanno-tsv",
    Wording("WebAnno TSV 3 (INCEpTION)", "WebAnno TSV 3 (INCEpTION)"),
    (".tsv",),
    read,
    likeness=_likeness,
    write=_write,
    writes_folder=True,
    cannot_carry=frozenset(Trait) - {Trait.WHITE_SPACE},
)
