"""Articles as rows of a Hugging Face data set: tokens and their IOB2 tags, with the text and all that is known of it.

Spans are in the tags alone: each starts and ends on a token, so nothing is lost, and tags corrected elsewhere come
back. Tokens that are white space are left out: no model reads them, and the places of the others tell where they were.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from annotator.core.errors import UserError
from annotator.core.labels import Label
from annotator.core.wording import Wording
from annotator.formats.detokenizing import put_together
from annotator.formats.json_fields import date_and_status, keep_in, odd_date, require_plain, spans_in, string_in, wrong
from annotator.formats.json_text import MAX_DEPTH, BadJsonError
from annotator.formats.records import Note, Outgoing, Record

SCHEME = "IOB2"
STRINGS = ("id", "tag_scheme", "title", "source", "date", "annotator", "status", "meta", "remarks", "text")
"""Columns of strings; ``meta`` and ``remarks`` hold JSON, as what is in them differs from row to row."""
PLACES = ("token_starts", "token_ends")
TAGS = ("ner_tags", "tags", "ner")
_OURS = frozenset({*STRINGS, *PLACES, "tokens", "ner_tags", "model"})


def tag_names(labels: Iterable[Label]) -> list[str]:
    """Return the tags of labels in the order of their numbers: ``O``, then ``B-`` and ``I-`` of each."""
    return ["O", *(f"{edge}-{label.id}" for label in labels for edge in "BI")]


def features(names: Sequence[str]) -> dict[str, Any]:
    """Return the features of the columns as Hugging Face writes them down, in the spelling all its versions read."""
    kinds: dict[str, Any] = {name: {"dtype": "string", "_type": "Value"} for name in STRINGS}
    kinds["tokens"] = {"feature": {"dtype": "string", "_type": "Value"}, "_type": "Sequence"}
    for name in PLACES:
        kinds[name] = {"feature": {"dtype": "int64", "_type": "Value"}, "_type": "Sequence"}
    kinds["ner_tags"] = {"feature": {"names": list(names), "_type": "ClassLabel"}, "_type": "Sequence"}
    return kinds


def row_of(outgoing: Outgoing, names: Iterable[str]) -> dict[str, Any]:
    """Return the columns of an article, tags by name.

    Raises:
        UserError: a span has a label that is not among the names.
    """
    record, grid = outgoing.record, outgoing.grid
    known = frozenset(names)
    tokens = [
        (start, end) for start, end in zip(grid.starts, grid.ends, strict=True) if not record.text[start:end].isspace()
    ]
    tags, at = ["O"] * len(tokens), 0
    for start, end, label in record.spans:
        if f"B-{label}" not in known:
            raise UserError(
                f"a span has the label {label}, which the project does not have; nothing was written.",
                f"Une annotation porte l'étiquette {label}, que le projet n'a pas ; rien n'a été écrit.",
            )
        while at < len(tokens) and tokens[at][0] < start:
            at += 1
        edge = "B"
        while at < len(tokens) and tokens[at][1] <= end:
            tags[at], edge, at = f"{edge}-{label}", "I", at + 1
    return {
        "id": str(outgoing.article),
        "tag_scheme": SCHEME,
        "title": record.title,
        "source": record.source,
        "date": record.date,
        "annotator": record.annotator,
        "status": None if record.status is None else record.status.value,
        "meta": json.dumps(record.meta, ensure_ascii=False) if record.meta else None,
        "remarks": json.dumps(record.remarks, ensure_ascii=False) if record.remarks else None,
        "text": record.text,
        "tokens": [record.text[start:end] for start, end in tokens],
        "token_starts": [start for start, _ in tokens],
        "token_ends": [end for _, end in tokens],
        "ner_tags": tags,
    }


def records_in(row: Mapping[str, Any], where: str, names: Sequence[str] | None) -> Iterator[Record | Note]:
    """Yield the article of a row, ours or of another data set, and notes on what of it stays out.

    Args:
        row: columns and their values, of kinds that JSON has.
        where: where it stands.
        names: the tags in the order of their numbers, where the data set says them.

    Raises:
        BadJsonError: it holds no article, or columns that do not go together.
    """
    tokens, tags = _tokens_in(row)
    text, places = _text_in(row, tokens)
    others = {name: value for name, value in row.items() if name not in _OURS and name not in TAGS}
    if tags is None and isinstance(others.get("spans"), list):
        del others["spans"]  # they are read below; beside tags they are one more column
    date, status = date_and_status(row, others)
    if row.get("tag_scheme") is None and row.get("id") is not None:
        others["id"] = row["id"]  # of another data set; ours is the number of the article in its project
    spans, notes = _spans_in(row, tags, places, names, where)
    meta = keep_in(_meta_in(row), others)
    yield Record(
        text,
        where,
        title=string_in(row, "title"),
        source=string_in(row, "source"),
        date=date,
        meta=meta,
        spans=spans,
        annotator=string_in(row, "annotator"),
        status=status,
        model=string_in(row, "model"),
        remarks=_remarks_in(row, len(spans)),
    )
    yield from notes
    if date is None and "date" in meta:
        yield odd_date(where, meta["date"])


class _Tags(NamedTuple):
    """The tags of a row and the column they stand in."""

    column: str
    values: list[Any]


def _tokens_in(row: Mapping[str, Any]) -> tuple[list[str], _Tags | None]:
    tokens = row.get("tokens")
    if tokens is None:
        return [], None
    if not isinstance(tokens, list) or not all(isinstance(token, str) for token in tokens):
        raise wrong("tokens", tokens, Wording("a list of strings", "une liste de chaînes"))
    column = next((name for name in TAGS if isinstance(row.get(name), list)), None)
    if column is None:
        return tokens, None
    values = row[column]
    if len(values) != len(tokens):
        raise BadJsonError(
            f"there are {len(tokens)} tokens and {len(values)} tags (“{column}”); each token needs one.",
            f"il y a {len(tokens)} tokens et {len(values)} étiquettes (« {column} ») ; il en faut une par token.",
        )
    return tokens, _Tags(column, values)


def _text_in(row: Mapping[str, Any], tokens: list[str]) -> tuple[str, list[tuple[int, int]]]:
    """Return the text and where the tokens stand in it: as the row says, or looked for, or the tokens put together."""
    text = string_in(row, "text")
    if text is None:
        if not tokens:
            raise BadJsonError(
                "there is neither a “text” nor “tokens” in it.", "il ne contient ni « text » ni « tokens »."
            )
        return put_together(tokens)
    starts, ends = (row.get(name) for name in PLACES)
    if isinstance(starts, list) and isinstance(ends, list) and len(starts) == len(ends) == len(tokens):
        places = list(zip(starts, ends, strict=True))
        if all(text[start:end] == token for (start, end), token in zip(places, tokens, strict=True)):
            return text, places
    places, at = [], 0
    for token in tokens:
        start = text.find(token, at)
        if start < 0:
            raise BadJsonError(
                f"the token “{token[:40]}” is not in the text after character {at}; they do not go together.",
                f"« {token[:40]} » n'est pas dans le texte après le caractère {at} ; ils ne correspondent pas.",
            )
        at = start + len(token)
        places.append((start, at))
    return text, places


def _spans_in(
    row: Mapping[str, Any],
    tags: _Tags | None,
    places: list[tuple[int, int]],
    names: Sequence[str] | None,
    where: str,
) -> tuple[tuple[tuple[int, int, str], ...], list[Note]]:
    if tags is None:
        spans = row.get("spans")
        return (spans_in(row) if isinstance(spans, list) else ()), []
    values = tags.values
    if any(type(value) is int for value in values):
        if names is None:
            if not any(values):
                return (), []
            return (), [Note(where, _NAMELESS)]
        values = [_named(value, names, tags.column) for value in values]
    if not all(isinstance(value, str) for value in values):
        raise wrong(tags.column, values, Wording("a list of tags", "une liste d'étiquettes"))
    return tuple(_spans_of(values, places)), []


_NAMELESS = Wording(
    "the tags are numbers and nothing beside the file says their names; the spans were left out. Put the README.md of "
    "the data set beside it, or take its Parquet files.",
    "les étiquettes sont des nombres et rien à côté du fichier n'en donne les noms ; les annotations ont été laissées "
    "de côté. Placez à côté le README.md du jeu de données, ou prenez ses fichiers Parquet.",
)


def _named(value: Any, names: Sequence[str], column: str) -> str:
    if type(value) is not int or not 0 <= value < len(names):
        raise BadJsonError(
            f"“{column}” holds {value!r}; the data set has the numbers 0 to {len(names) - 1}.",
            f"« {column} » contient {value!r} ; le jeu de données a les nombres de 0 à {len(names) - 1}.",
        )
    return names[value]


def _spans_of(tags: list[str], places: list[tuple[int, int]]) -> Iterator[tuple[int, int, str]]:
    """Yield the spans of tags in IOB, IOB2, BILOU or BIOES: one goes on while its label does and none begins."""
    start, end, open_label = 0, 0, None
    for tag, place in zip(tags, places, strict=True):
        edge, _, label = tag.partition("-") if "-" in tag else ("O" if tag in ("O", "") else "I", "", tag)
        begins = edge in ("B", "U", "S")
        outside = edge == "O"
        if open_label is not None and (outside or begins or label != open_label):
            yield start, end, open_label
            open_label = None
        if not outside:
            if open_label is None:
                start, open_label = place[0], label
            end = place[1]
            if edge in ("L", "E", "U", "S"):
                yield start, end, label
                open_label = None
    if open_label is not None:
        yield start, end, open_label


def _meta_in(row: Mapping[str, Any]) -> dict[str, Any]:
    value = row.get("meta")
    if isinstance(value, str):
        read = _json(value)
        return read if isinstance(read, dict) else {"meta": value}
    return dict(value) if isinstance(value, dict) else {} if value is None else {"meta": value}


def _remarks_in(row: Mapping[str, Any], spans: int) -> dict[int, str]:
    value = row.get("remarks")
    read = _json(value) if isinstance(value, str) else value
    if not isinstance(read, dict):
        return {}
    return {
        int(index): remark
        for index, remark in read.items()
        if isinstance(remark, str) and str(index).isdecimal() and int(index) < spans
    }


def _json(value: str) -> Any:
    """Return what a string of JSON holds; None where it is none."""
    if value.count("[") + value.count("{") > 10_000 * MAX_DEPTH:
        return None
    try:
        read = json.loads(value)
        if isinstance(read, dict):
            require_plain(read)
    except (ValueError, RecursionError, BadJsonError):
        return None
    return read
