"""Which column of a table holds what, as a person says or as headings tell; and the articles in its rows."""

from __future__ import annotations

import dataclasses
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from annotator.core.wording import Wording
from annotator.formats.json_fields import is_iso, keep_in, odd_date
from annotator.formats.records import Note, Problem, Record

FIELDS = ("text", "title", "source", "date")
SAMPLE_ROWS = 50
"""How many rows are looked at where the headings do not tell which column holds the text."""

# The better the word, the further ahead it stands; accents and case do not count.
_KNOWN: dict[str, tuple[str, ...]] = {
    "text": (
        *("texte", "text", "corps", "contenu", "content", "body", "article", "full text", "fulltext", "texte integral"),
        *("article text", "texte article", "corps de l'article", "texte de l'article", "maintext", "article body"),
        *("articlebody", "document", "phrase", "sentence", "paragraphe"),
    ),
    "title": ("titre", "title", "headline", "intitule", "titre de l'article", "article title", "header"),
    "source": (
        *("source", "journal", "site", "media", "medium", "publication", "newspaper", "publisher", "editeur"),
        *("source name", "nom de la source", "domain", "domaine", "source domain", "sitename", "outlet"),
    ),
    "date": (
        *("date", "date de publication", "publication date", "date publication", "publie le", "publie", "published"),
        *("published at", "publishedat", "date publish", "pub date", "pubdate", "publish date", "date published"),
        *("created at", "jour"),
    ),
}
_HEADING_LENGTH = 60
_MONTHS = (
    *("janvier", "fevrier", "mars", "avril", "mai", "juin", "juillet", "aout", "septembre", "octobre", "novembre"),
    "decembre",
)


@dataclass(frozen=True, slots=True)
class ColumnsNote(Note):
    """Which columns of a table were taken as what; who shows it can let others be chosen.

    Attributes:
        headings: of every column; its number where it has none.
        taken: heading of the column that was taken, by field.
    """

    headings: tuple[str, ...] = ()
    taken: Mapping[str, str] = dataclasses.field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Columns:
    """What the columns of a table hold.

    Attributes:
        headings: of every column; its number where it has none.
        places: the column of each field that has one, from 0.
        has_headings: whether the first row is the headings.
        guessed: whether any of it was guessed.
    """

    headings: tuple[str, ...]
    places: Mapping[str, int]
    has_headings: bool
    guessed: bool

    def note(self, where: str) -> ColumnsNote:
        """Return which column was taken as what, to be told."""
        taken = {field: self.headings[place] for field, place in self.places.items()}
        return ColumnsNote(where, self.wording, self.headings, taken)

    @property
    def wording(self) -> Wording:
        """Which column was taken as what, as a person reads it."""
        taken = [(_NAMES[field], self.headings[place]) for field, place in self.places.items()]
        english = ", ".join(f"{name.en} = “{heading}”" for name, heading in taken)
        french = ", ".join(f"{name.fr} = « {heading} »" for name, heading in taken)
        return Wording(
            f"columns taken: {english}; the others are kept as metadata. Choose the columns if that is wrong.",
            f"colonnes prises : {french} ; les autres sont gardées comme métadonnées. "
            "Choisissez les colonnes si c'est faux.",
        )


_NAMES = {
    "text": Wording("text", "texte"),
    "title": Wording("title", "titre"),
    "source": Wording("source", "source"),
    "date": Wording("date", "date"),
}


def choose_columns(first_rows: Sequence[Sequence[Any]], chosen: Mapping[str, str]) -> Columns | Wording:
    """Return what the columns of a table hold, or what is wrong with how they were chosen.

    Args:
        first_rows: the first rows of the table, its headings among them where it has any.
        chosen: field and heading, or number from 1, of columns a person named.
    """
    first = [_words(cell) for cell in first_rows[0]]
    has_headings = _are_headings(first, chosen)
    width = len(first) if has_headings else max(len(row) for row in first_rows)
    first += [""] * (width - len(first))
    headings = tuple(
        name if has_headings and name else str(number) for number, name in enumerate(_distinct(first), start=1)
    )
    places: dict[str, int] = {}
    for field, wanted in chosen.items():
        if field not in FIELDS:
            return _no_field(field)
        place = _place(wanted, headings, width)
        if place is None:
            return _no_column(field, wanted, headings)
        places[field] = place
    guessed = False
    for field in FIELDS:
        if field not in places and has_headings:
            found = _guess(field, headings, set(places.values()))
            if found is not None:
                places[field], guessed = found, True
    if "text" not in places:
        lengths = [
            sum(len(_words(row[place])) for row in first_rows[has_headings:] if place < len(row))
            if place not in places.values()
            else -1
            for place in range(width)
        ]
        places["text"], guessed = lengths.index(max(lengths)), True
    ordered = {field: places[field] for field in FIELDS if field in places}
    return Columns(headings, ordered, has_headings, guessed)


def _are_headings(first: Sequence[str], chosen: Mapping[str, str]) -> bool:
    simple = {_simple(name) for name in first}
    if simple & {name for names in _KNOWN.values() for name in names}:
        return True
    if any(_simple(wanted) in simple and not wanted.isdecimal() for wanted in chosen.values()):
        return True
    named = [name for name in first if name]
    return (
        len(named) > 1
        and len(simple) == len(first)
        and all(len(name) <= _HEADING_LENGTH and not re.fullmatch(r"[\d.,:/ -]+", name) for name in named)
    )


def _place(wanted: str, headings: Sequence[str], width: int) -> int | None:
    for same in (str, _simple):
        names = [same(name) for name in headings]
        if same(wanted) in names:
            return names.index(same(wanted))
    number = int(wanted) if wanted.isdecimal() and len(wanted) < 6 else 0
    return number - 1 if 1 <= number <= width else None


def _guess(field: str, headings: Sequence[str], taken: set[int]) -> int | None:
    simple = [_simple(name) for name in headings]
    for known in _KNOWN[field]:
        for place, name in enumerate(simple):
            if name == known and place not in taken:
                return place
    return None


def _distinct(names: Sequence[str]) -> list[str]:
    """Return names with a number behind each that is there already, so that no column hides another."""
    found: list[str] = []
    for name in names:
        free, count = name, 1
        while free and free in found:
            count += 1
            free = f"{name} ({count})"
        found.append(free)
    return found


def _simple(name: str) -> str:
    bare = "".join(each for each in unicodedata.normalize("NFD", name) if not unicodedata.combining(each))
    return " ".join(re.sub(r"[_\-.]+", " ", bare).casefold().replace("’", "'").split())


def _words(cell: Any) -> str:
    return "" if cell is None else str(plain(cell)).strip().removeprefix("\ufeff")


def plain(cell: Any) -> Any:
    """Return what a cell holds as JSON has it: whole numbers without a point, dates in ISO 8601."""
    match cell:
        case None | bool() | int() | str():
            return cell
        case float():
            return int(cell) if cell.is_integer() else cell
        case datetime():
            return cell.date().isoformat() if cell.time() == time() else cell.isoformat()
        case date() | time():
            return cell.isoformat()
        case _:
            return str(cell)


class RowReader:
    """Makes articles of rows; says once that dates with slashes were read day first."""

    def __init__(self, columns: Columns) -> None:
        self._columns = columns
        self._taken = frozenset(columns.places.values())
        self._day_first_said = False

    def read(self, cells: Sequence[Any], where: str) -> Iterator[Record | Problem | Note]:
        """Yield the article in a row, and a note where its date is none; or the problem that it has no text."""
        columns = self._columns
        width = len(columns.headings)
        if len(cells) > width and any(_words(cell) for cell in cells[width:]):
            yield Problem(where, _too_wide(len(cells), width))
            return
        values = [plain(cell) for cell in cells] + [None] * (width - len(cells))
        found = {field: values[place] for field, place in columns.places.items()}
        text = _string(found.pop("text"))
        if text is None or text.isspace():
            yield Problem(where, _no_text(columns.headings[columns.places["text"]]))
            return
        meta = {
            heading: value
            for place, (heading, value) in enumerate(zip(columns.headings, values, strict=False))
            if place not in self._taken and value not in (None, "")
        }
        given = _string(found.get("date"))
        iso = None if given is None else iso_date(given)
        title, source = _string(found.get("title")), _string(found.get("source"))
        if given is None or iso is not None:
            yield Record(text, where, title=title, source=source, date=iso, meta=meta)
            if given is not None and not self._day_first_said and re.match(r"\s*\d{1,2}[/.-]", given):
                self._day_first_said = True
                yield Note(where, _day_first(given, iso or ""))
            return
        yield Record(text, where, title=title, source=source, meta=keep_in(meta, {"date": given}))
        yield odd_date(where, given)


def _day_first(given: str, iso: str) -> Wording:
    return Wording(
        f"dates are read day first: “{given}” as {iso}.", f"les dates sont lues jour d'abord : « {given} » donne {iso}."
    )


def _string(value: Any) -> str | None:
    return None if value is None or value == "" else str(value)


def iso_date(given: str) -> str | None:
    """Return a date as ISO 8601: one that is, ``29/02/2024`` day first, or ``29 février 2024``; else None."""
    words = given.strip()
    if is_iso(words):
        return words
    found = re.fullmatch(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?:[ T](\d{1,2}[:h]\d{2}(?::\d{2})?))?", words)
    if found is not None:
        day, month, year = int(found[1]), int(found[2]), int(found[3])
    else:
        found = re.fullmatch(r"(?:\w+ )?(\d{1,2})(?:er)? ([^\W\d]+) (\d{4})()", _simple(words))
        if found is None or found[2] not in _MONTHS:
            return None
        day, month, year = int(found[1]), _MONTHS.index(found[2]) + 1, int(found[3])
    try:
        iso = date(year, month, day).isoformat()
        return f"{iso}T{time.fromisoformat(found[4].replace('h', ':').zfill(5)).isoformat()}" if found[4] else iso
    except ValueError:
        return None


def _no_field(field: str) -> Wording:
    known = ", ".join(FIELDS)
    return Wording(
        f"“{field}” is nothing a column can hold; choose among {known}.",
        f"« {field} » n'est pas ce qu'une colonne peut contenir ; choisissez parmi {known}.",
    )


def _no_column(field: str, wanted: str, headings: Sequence[str]) -> Wording:
    known = ", ".join(headings[:30])
    return Wording(
        f"there is no column “{wanted}” for the {field}; the columns are: {known}.",
        f"il n'y a pas de colonne « {wanted} » pour « {field} » ; les colonnes sont : {known}.",
    )


def _no_text(heading: str) -> Wording:
    return Wording(
        f"there is no text in the column “{heading}”; the row was left out.",
        f"la colonne « {heading} » est vide ; la ligne a été laissée de côté.",
    )


def _too_wide(cells: int, headings: int) -> Wording:
    return Wording(
        f"the row has {cells} cells where there are {headings} columns; put text that holds the separator in quotation "
        "marks. It was left out.",
        f"la ligne a {cells} cellules pour {headings} colonnes ; mettez entre guillemets le texte qui contient le "
        "séparateur. Elle a été laissée de côté.",
    )
