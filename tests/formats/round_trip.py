"""Articles of every kind on their way out, and the check that a format brings them back as they were."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import strategies as st

from annotator.core.annotation import Status
from annotator.core.labels import DEFAULT_LABELS
from annotator.formats.comparison import difference
from annotator.formats.records import Note, Outgoing, Problem, Record, Trait, WriteOptions
from annotator.formats.registry import Format, InputFile, find_files
from annotator.nlp import tokenizer

OPTIONS = WriteOptions(DEFAULT_LABELS, "guerre", "2024-03-01T12:00:00+00:00")
LABELS = tuple(label.id for label in DEFAULT_LABELS)

# What has gone wrong in one tool or another: astral and combining characters, both directions, separators, markup.
_PIECES = [
    *("L’OTAN", "Kiev", "l'Ukraine", "50 M€", "😀", "👩\u200d🚀", "שלום", "مرحبا", "\u200f", "\u00a0", "\u202f", "\t"),
    *("|", '"', "'", "«\u00a0", "\u00a0»", "\\", "\\n", "_", "*", "[1]", "->", "#", "##", "=1+1", "@x", "-", "–"),
    *("<b>", "&amp;", "&", "]]>", "%", ";", ",", ".", ":", "?", "!", "-DOCSTART-", "O", "B-leader", "null", "0"),
    *("\u2028", "…", "1-1", "T1", "$text"),
]
_GAPS = [" ", " ", " ", " ", "", "  ", "\n", "\n\n"]
tokenizer.grid("prêt")  # loaded here: hypothesis minds what is imported while it draws
_NAMES = ["Ana", "Zoé «x»", 'B"en', "=cmd", "ana|ben", "Ana\u00a0B"]


@st.composite
def outgoing_articles(draw: st.DrawFn, *, raw: bool = False) -> list[Outgoing]:
    """Draw a few articles with spans on the grid of the project's tokenizer.

    Args:
        draw: given by hypothesis.
        raw: texts as they may be before they are tidied: line ends of every kind, byte order marks, decomposed
            characters. Otherwise they are as a project stores them.
    """
    return [draw(_outgoing(number, raw=raw)) for number in range(1, draw(st.integers(1, 3)) + 1)]


@st.composite
def _outgoing(draw: st.DrawFn, number: int, *, raw: bool) -> Outgoing:
    gaps = [*_GAPS, "\r\n", "\r"] if raw else _GAPS
    pieces = [*_PIECES, "e\u0301tat"] if raw else _PIECES
    parts = draw(st.lists(st.tuples(st.sampled_from(pieces), st.sampled_from(gaps)), max_size=12))
    text = f"Article {number}" + draw(st.sampled_from(gaps[:-2])) + "".join(piece + gap for piece, gap in parts)
    grid = tokenizer.grid(text)
    spans, at = [], 0
    while at < len(grid) and len(spans) < 5:
        at += draw(st.integers(0, 4))
        last = min(at + draw(st.integers(0, 2)), len(grid) - 1)
        if at < len(grid):
            surface = text[grid.starts[at] : grid.ends[last]]
            if surface == surface.strip() and surface:
                spans.append((grid.starts[at], grid.ends[last], draw(st.sampled_from(LABELS))))
        at = last + 1
    optional = st.none() | st.sampled_from(["Titre", "=1+2", 'Un « titre » | \\ "…" 😀', "<i>t</i>", "a\tb", "- x"])
    record = Record(
        text,
        f"article {number}",
        title=draw(optional),
        source=draw(optional),
        date=draw(st.none() | st.just("2024-02-29")),
        meta=draw(st.just({}) | st.just({"page": 3, "mots": ["a|b", None, {"x": "é"}]})),
        spans=tuple(spans),
        annotator=draw(st.none() | st.sampled_from(_NAMES)),
        status=draw(st.none() | st.sampled_from([Status.FINISHED, Status.IN_PROGRESS, Status.SET_ASIDE])),
        remarks={0: 'vu ; "voir" | p. 3'} if spans and draw(st.booleans()) else {},
    )
    return Outgoing(number, record, grid)


def read_all(path: Path, format: Format | None = None) -> list[Record | Problem | Note]:
    """Read a file or folder through the registry: as a format, or as whatever it looks like."""
    found = list(find_files([path], format=format))
    return [item for each in found for item in (each.read() if isinstance(each, InputFile) else [each])]


def come_back(format: Format, articles: list[Outgoing], folder: Path) -> list[Record | Problem | Note]:
    """Write articles and return what is read of them."""
    target = folder / ("out" if format.writes_folder else f"out{format.suffixes[0]}")
    assert format.write is not None
    format.write(iter(articles), target, OPTIONS)
    found = read_all(target)
    assert {each.format.name for each in find_files([target]) if isinstance(each, InputFile)} == {format.name}
    return found


def assert_comes_back(format: Format, articles: list[Outgoing]) -> None:
    """Fail unless a format brings articles back as they were, but for what it says it cannot carry."""
    with TemporaryDirectory() as folder:
        found = come_back(format, articles, Path(folder))
    assert not [each for each in found if isinstance(each, Problem)], found
    records = [each for each in found if isinstance(each, Record)]
    assert len(records) == len(articles)
    for sent, came in zip(articles, records, strict=True):
        field = difference(sent.record, came, format.cannot_carry)
        if field is not None and not (field in ("text", "spans") and Trait.WHITE_SPACE in format.cannot_carry):
            assert getattr(came, field) == getattr(sent.record, field)
        assert field is None, (sent.record, came)
