"""Fields of JSON objects as formats want them: of the right kind, or refused in a sentence that names the field."""

from __future__ import annotations

import math
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from annotator.core.annotation import Status
from annotator.core.wording import Wording
from annotator.formats.json_text import MAX_DEPTH, BadJsonError, kind_of, too_deep
from annotator.formats.records import Note

RawSpan = tuple[int, int, str]


def text_in(fields: Mapping[str, Any], name: str = "text") -> str:
    """Return the text of an article.

    Raises:
        BadJsonError: it is missing or no string.
    """
    if name not in fields:
        raise BadJsonError(f"“{name}” is missing.", f"« {name} » est absent.")
    text = fields[name]
    if not isinstance(text, str):
        raise wrong(name, text, Wording("a string", "une chaîne"))
    return text


def string_in(fields: Mapping[str, Any], name: str) -> str | None:
    """Return a string, or None where it is null or missing.

    Raises:
        BadJsonError: it is none, or cannot be written as UTF-8.
    """
    value = fields.get(name)
    if value is None:
        return None
    if not isinstance(value, str):
        raise wrong(name, value, Wording("a string", "une chaîne"))
    require_encodable(value, name)
    return value


def meta_in(fields: Mapping[str, Any], name: str = "meta") -> dict[str, Any]:
    """Return a copy of an object, empty where it is null or missing.

    Raises:
        BadJsonError: it is none, or cannot be kept.
    """
    value = fields.get(name)
    if value is None:
        return {}
    if not isinstance(value, dict):
        raise wrong(name, value, Wording("an object", "un objet"))
    require_plain(value)
    return dict(value)


def keep_in(meta: dict[str, Any], others: Mapping[str, Any]) -> dict[str, Any]:
    """Put more fields into metadata, under another name where one is taken, and return it.

    Raises:
        BadJsonError: one cannot be kept.
    """
    for name, value in others.items():
        free = name
        while free in meta and meta[free] != value:
            free += "_"
        meta[free] = value
    if meta:
        require_plain(meta)
    return meta


def spans_in(fields: Mapping[str, Any], name: str = "spans") -> tuple[RawSpan, ...]:
    """Return a list of objects with ``start``, ``end`` and ``label`` as spans; none where it is null or missing.

    Raises:
        BadJsonError: it is no such list.
    """
    value = fields.get(name)
    if value is None:
        return ()
    if not isinstance(value, list):
        raise wrong(name, value, Wording("a list", "une liste"))
    spans = []
    for index, span in enumerate(value):
        at = f"{name}[{index}]"
        if not isinstance(span, dict):
            raise wrong(at, span, Wording("an object", "un objet"))
        start, end = (whole_number(span.get(edge), f"{at}.{edge}") for edge in ("start", "end"))
        label = span.get("label")
        if not isinstance(label, str):
            raise wrong(f"{at}.label", label, Wording("a string", "une chaîne"))
        require_encodable(label, f"{at}.label")
        spans.append((start, end, label))
    return tuple(spans)


def whole_number(value: Any, name: str) -> int:
    """Return a whole number.

    Raises:
        BadJsonError: it is none.
    """
    # True and False are integers to Python, never to the person who wrote them.
    if type(value) is not int:
        raise wrong(name, value, Wording("a whole number", "un nombre entier"))
    return value


def is_iso(date: Any) -> bool:
    """Tell whether something is a date in ISO 8601."""
    if not isinstance(date, str):
        return False
    try:
        datetime.fromisoformat(date)
    except ValueError:
        return False
    return True


def date_and_status(fields: Mapping[str, Any], others: dict[str, Any]) -> tuple[str | None, Status | None]:
    """Return the date and the status of an article; one that is none goes to the others, to be kept in the metadata."""
    date, status = fields.get("date"), fields.get("status")
    if date is not None and not is_iso(date):
        others["date"], date = date, None
    if status is not None and not (isinstance(status, str) and status in _STATUSES):
        others["status"], status = status, None
    return date, None if status is None else Status(status)


_STATUSES = frozenset(status.value for status in Status)


def odd_date(where: str, date: Any) -> Note:
    """Return the note on a date that is none and is kept in the metadata."""
    return Note(
        where,
        Wording(
            f"the date {date!r} is not ISO 8601 (2023-10-17); it is kept in the metadata.",
            f"la date {date!r} n'est pas au format ISO 8601 (2023-10-17) ; elle est conservée dans les métadonnées.",
        ),
    )


def require_plain(meta: Mapping[str, Any]) -> None:
    """Refuse metadata that cannot be written back.

    Raises:
        BadJsonError: it is too deep, or holds an endless number or half a surrogate pair.
    """
    level: list[Any] = [meta]
    for _ in range(MAX_DEPTH):
        below: list[Any] = []
        for value in level:
            if isinstance(value, dict):
                below.extend(value.values())
                below.extend(value)
            elif isinstance(value, list):
                below.extend(value)
            elif isinstance(value, str):
                require_encodable(value, "meta")
            elif isinstance(value, float) and not math.isfinite(value):
                raise BadJsonError(
                    "“meta” holds a number too large to keep; write it as text.",
                    "« meta » contient un nombre trop grand ; écrivez-le comme du texte.",
                )
        if not below:
            return
        level = below
    raise too_deep()


def require_encodable(value: str, name: str) -> None:
    """Refuse half a surrogate pair.

    Raises:
        BadJsonError: the string holds one.
    """
    try:
        value.encode()
    except UnicodeEncodeError as error:
        raise BadJsonError(
            f"“{name}” holds half a surrogate pair (\\u{ord(value[error.start]):04x}); correct the text there.",
            f"« {name} » contient une moitié de paire de substitution (\\u{ord(value[error.start]):04x}) ; "
            "corrigez le texte à cet endroit.",
        ) from error


def wrong(name: str, value: Any, wanted: Wording) -> BadJsonError:
    """Return the error for a field that is of another kind than wanted."""
    return BadJsonError(
        f"“{name}” must be {wanted.en}, not {kind_of(value).en}.",
        f"« {name} » doit être {wanted.fr}, et non {kind_of(value).fr}.",
    )
