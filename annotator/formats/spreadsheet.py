"""Spreadsheets (Excel, OpenDocument): one article a row of the first sheet that has any, columns as in other tables.

Cells of formulas give the value that the program which saved them worked out; nothing is worked out here.
"""

from __future__ import annotations

from itertools import chain, islice
from typing import Any

from annotator.core.wording import Wording
from annotator.formats.office_archive import OLE_MARK, archive_problem
from annotator.formats.records import Note, Problem, Reading
from annotator.formats.registry import Format, Likeness
from annotator.formats.sheet_size import MAX_CELLS, size_of
from annotator.formats.source import EMPTY, Head, SourceFile
from annotator.formats.table_columns import SAMPLE_ROWS, RowReader, choose_columns

_MOST_OLD_BYTES = 64 * 2**20


def _read(file: SourceFile) -> Reading:
    from python_calamine import CalamineError, PasswordError, load_workbook

    with file.path.open("rb") as opened:
        old = opened.read(8) == OLE_MARK
    if old:
        if file.path.stat().st_size > _MOST_OLD_BYTES:
            yield Problem(file.at(), _TOO_LARGE)
            return
    else:
        problem = archive_problem(file)
        if problem is not None:
            yield problem
            return
        size = size_of(file.path)
        if size.cells > MAX_CELLS:
            yield Problem(file.at(), _TOO_LARGE)
            return
        if size.unknown:
            yield Note(file.at(), _unknown(size.unknown, size.first_unknown))
    try:
        with load_workbook(file.path) as workbook:
            yield from _sheets(file, workbook)
    except PasswordError:
        yield Problem(file.at(), _PROTECTED)
    except (CalamineError, ValueError) as error:
        yield Problem(file.at(), _broken(error))


def _sheets(file: SourceFile, workbook: Any) -> Reading:
    read, others = None, []
    for name in workbook.sheet_names:
        sheet = workbook.get_sheet_by_name(name)
        if sheet.start is None or not sheet.height:
            continue
        if read is None:
            read = name
            yield from _rows(file, sheet)
        else:
            others.append(name)
    if read is None:
        yield Problem(file.at(), EMPTY)
    elif others:
        yield Note(file.at(), _others(read, others))


def _rows(file: SourceFile, sheet: Any) -> Reading:
    # The rows above the first that holds something are given too, so that numbers are those of the program.
    numbered = (
        (number, row)
        for number, row in enumerate(sheet.iter_rows(), start=1)
        if any(cell is not None and not (isinstance(cell, str) and not cell.strip()) for cell in row)
    )
    first = list(islice(numbered, SAMPLE_ROWS))
    if not first:
        yield Problem(file.at(), EMPTY)
        return
    columns = choose_columns([row for _, row in first], file.options.columns)
    if isinstance(columns, Wording):
        yield Problem(file.at(), columns)
        return
    if columns.guessed:
        yield columns.note(file.at())
    reader = RowReader(columns)
    for number, row in chain(first[columns.has_headings :], numbered):
        yield from reader.read(row, file.at(number))


def _others(read: str, others: list[str]) -> Wording:
    names = ", ".join(others[:10]) + (", …" if len(others) > 10 else "")
    return Wording(
        f"only the first sheet, “{read}”, was read; left out: {names}. Save a sheet as a file of its own to read it.",
        f"seule la première feuille, « {read} », a été lue ; laissées de côté : {names}. Enregistrez une feuille dans "
        "son propre fichier pour la lire.",
    )


def _unknown(count: int, first: str) -> Wording:
    return Wording(
        f"{count} formulas have no value in the file (the first in {first}); their cells count as empty. Open it in a "
        "spreadsheet program and save it.",
        f"{count} formules n'ont pas de valeur dans le fichier (la première en {first}) ; leurs cellules "
        "comptent comme vides. Ouvrez-le dans un tableur et enregistrez-le.",
    )


def _broken(error: Exception) -> Wording:
    why = " ".join(str(error).split())[:100]
    return Wording(
        f"the spreadsheet cannot be read ({why}); open it in a spreadsheet program and save it anew.",
        f"le classeur est illisible ({why}) ; ouvrez-le dans un tableur et réenregistrez-le.",
    )


_PROTECTED = Wording(
    "the spreadsheet is protected by a password; save it without.",
    "le classeur est protégé par un mot de passe ; réenregistrez-le sans mot de passe.",
)
_TOO_LARGE = Wording(
    f"the spreadsheet spans more than {MAX_CELLS // 1_000_000} million cells; save the rows that matter as CSV.",
    f"le classeur s'étend sur plus de {MAX_CELLS // 1_000_000} millions de cellules ; enregistrez les lignes utiles "
    "en CSV.",
)


def _likeness(head: Head) -> Likeness:
    if head.is_zip and ("xl/workbook.xml" in head.members or head.data[30:90].find(_ODS) >= 0):
        return Likeness.CONTENT
    return Likeness.NAME if head.suffix in FORMAT.suffixes else Likeness.NO


_ODS = b"application/vnd.oasis.opendocument.spreadsheet"

FORMAT = Format(
    "excel",
    Wording("spreadsheet (Excel, OpenDocument)", "classeur (Excel, OpenDocument)"),
    (".xlsx", ".xlsm", ".xls", ".ods"),
    _read,
    likeness=_likeness,
)
