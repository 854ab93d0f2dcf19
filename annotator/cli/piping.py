"""``annotator pipe``: texts in, texts with suggested spans out, without a project."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any, BinaryIO

import typer

from annotator.cli.errors import complain
from annotator.core.causes import cause_of
from annotator.core.errors import UserError
from annotator.core.text import clean

_BOM = b"\xef\xbb\xbf"


class _BadLineError(Exception):
    """A line holds no text to work on; the message says why."""


def pipe(
    inputs: Annotated[
        list[Path] | None,
        typer.Argument(metavar="FILE", help="Files to read; - or nothing for standard input."),
    ] = None,
    text: Annotated[
        bool, typer.Option("--text", help="Read every input as one plain text, as files ending in .txt are.")
    ] = False,
) -> None:
    """Suggest spans in a stream of texts, without a project.

    JSON lines or text files go in, JSON lines come out. A line in is {"text": …}; a line out is the same object
    with "spans", a list of {"start", "end", "label", "rule", "tier"} in text order ("spans" of the input are
    replaced, all other keys are kept). The text is given back as it came and the offsets count its Unicode code
    points, the end exclusive. A text file gives {"source", "text", "spans"}. Each line is written as soon as it is
    read. Lines that cannot be read are reported with file and line and left out; the exit code is 1 then.
    """
    from annotator.app.suggesting import shared_suggester

    suggester = shared_suggester()
    bad = 0
    for path in inputs or [Path("-")]:
        name = "standard input" if str(path) == "-" else str(path)
        try:
            with _open(path) as file:
                plain = text or path.suffix.lower() == ".txt"
                for where, content in _contents(file, name, plain=plain):
                    try:
                        record = _plain(content, name) if plain else _record(content)
                        record["spans"] = _spans(suggester, record["text"])
                    except _BadLineError as error:
                        bad += 1
                        complain(f"{where}: {error}")
                    else:
                        _write(record)
        except OSError as error:
            if isinstance(error, BrokenPipeError):
                raise
            bad += 1
            complain(f"{name} cannot be read ({cause_of(error).en}).")
    if bad:
        raise typer.Exit(1)


def _open(path: Path) -> BinaryIO:
    if str(path) == "-":
        # Not sys.stdin itself: closing it would take standard input from whoever comes after.
        return open(sys.stdin.fileno(), "rb", closefd=False)
    return path.open("rb")


def _contents(file: BinaryIO, name: str, *, plain: bool) -> Iterator[tuple[str, bytes]]:
    """Yield the whole file, or its lines that are not blank, with where they stand."""
    if plain:
        yield name, file.read()
        return
    for number, line in enumerate(file, start=1):
        content = line.removeprefix(_BOM) if number == 1 else line
        if content.strip():
            yield f"{name}, line {number}", content


def _decode(content: bytes) -> str:
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise _BadLineError(f"not UTF-8 (byte {error.start + 1}); save it as UTF-8.") from error


def _plain(content: bytes, name: str) -> dict[str, Any]:
    return {"source": name, "text": _decode(content)}


def _record(line: bytes) -> dict[str, Any]:
    try:
        record = json.loads(_decode(line))
    except (ValueError, RecursionError) as error:
        raise _BadLineError(f"not JSON ({error}).") from error
    if not isinstance(record, dict) or not isinstance(record.get("text"), str):
        raise _BadLineError("not an object with a string “text”.")
    return record


def _spans(suggester: Any, text: str) -> list[dict[str, Any]]:
    """Return the suggested spans of ``text``, in its own code points."""
    if not text.strip():
        return []
    try:
        cleaned = clean(text)
    except UserError as error:
        raise _BadLineError(error.wording.en) from error
    spans = []
    for each in suggester.propose(cleaned.text):
        start, end = cleaned.offsets.to_original(each.start, each.end)
        spans.append({"start": start, "end": end, "label": each.label, "rule": each.rule, "tier": each.tier.value})
    return spans


def _write(record: dict[str, Any]) -> None:
    try:
        line = json.dumps(record, ensure_ascii=False).encode()
    except UnicodeEncodeError:  # half a surrogate pair in another key goes out as it came in, escaped
        line = json.dumps(record).encode()
    sys.stdout.buffer.write(line + b"\n")
    sys.stdout.buffer.flush()
