"""Titles and other words of one line, made of whatever a file says."""

from __future__ import annotations

import re
import unicodedata

_TITLE_LENGTH = 100
# White space in a title becomes one blank, but for no-break spaces, which French puts before its punctuation.
_GAP = re.compile(r"[^\S\u00a0\u202f]+|[\x00-\x1f\x7f\ud800-\udfff]+")
_UNFIT = re.compile("[\x00\ud800-\udfff]")


def one_line(text: str) -> str:
    """Put a text on one line: composed, without control characters, each gap one blank."""
    return _GAP.sub(" ", unicodedata.normalize("NFC", text)).strip()


def first_line(text: str) -> str:
    """Return the first line of a text that is not blank, cut to the length of a title; empty where all are."""
    return shorten(one_line(next((line for line in text.splitlines() if line.strip()), "")))


def shorten(title: str, longest: int = _TITLE_LENGTH) -> str:
    """Cut a title at a word where it is longer than a list can show, ``longest`` characters at most."""
    if len(title) <= longest:
        return title
    at = title.rfind(" ", 0, longest)
    return title[: at if at > longest // 2 else longest - 1].rstrip() + "…"


def storable(text: str) -> str:
    """Return a remark without what no database can hold: NUL and halves of surrogate pairs."""
    return _UNFIT.sub("\ufffd", text).strip()
