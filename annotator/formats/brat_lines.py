"""The lines of brat's ``.ann`` files: spans and notes on them as values, everything else counted by kind."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from annotator.core.wording import Wording
from annotator.formats.json_fields import RawSpan
from annotator.formats.records import Note, Problem
from annotator.formats.source import SourceFile
from annotator.formats.tally import Tally
from annotator.formats.utf16 import Utf16, is_astral

_SPAN = re.compile(r"(\S.*?) (\d{1,9} \d{1,9}(?:;\d{1,9} \d{1,9})*)")
_NOTE = "AnnotatorNotes"

_LEFT_OUT = {
    "R": Wording(
        "relations left out, as a project has none: {0}.",
        "relations laissées de côté, un projet n'en ayant pas : {0}.",
    ),
    "*": Wording(
        "equivalences between spans left out, as a project has none: {0}.",
        "équivalences entre annotations laissées de côté, un projet n'en ayant pas : {0}.",
    ),
    "E": Wording(
        "events left out, as a project has none: {0}. The words that name them came in as spans with the event's type.",
        "évènements laissés de côté, un projet n'en ayant pas : {0}. Les mots qui les nomment ont été pris comme "
        "annotations, avec le type de l'évènement.",
    ),
    "A": Wording("attributes left out: {0}.", "attributs laissés de côté : {0}."),
    "M": Wording("modifications left out: {0}.", "modifications laissées de côté : {0}."),
    "N": Wording(
        "links to knowledge bases left out: {0}.", "liens vers des bases de connaissances laissés de côté : {0}."
    ),
    "#": Wording(
        "notes on something else than a span that came in left out: {0}.",
        "notes sur autre chose qu'une annotation reprise laissées de côté : {0}.",
    ),
}
_UNKNOWN = Wording(
    "lines that are none of brat's left out: {0}.", "lignes qui ne sont pas de brat laissées de côté : {0}."
)
_OTHER_WORDS = Wording(
    "spans whose words in the file are not those at their place: {0}. Look at them.",
    "annotations dont les mots dans le fichier ne sont pas ceux de leur position : {0}. Vérifiez-les.",
)
_COUNTED = Wording(
    "places were taken as counted with {0}, as only so the words of the spans stand there.",
    "les positions ont été prises comme comptées avec {0}, les mots des annotations ne s'y trouvant qu'ainsi.",
)
_NO_SPAN = Wording(
    "this is no span as brat writes it (T1, its type and places, its words, tabs between); correct the line.",
    "ce n'est pas une annotation comme brat en écrit (T1, son type et ses positions, ses mots, séparés par des "
    "tabulations) ; corrigez la ligne.",
)


class Fragments(NamedTuple):
    """A span as its line says it.

    Attributes:
        name: such as ``T1``.
        label: its type.
        places: start and end of each fragment.
        words: what it covers, as the line says; None where it does not.
        where: the file and the line.
    """

    name: str
    label: str
    places: tuple[tuple[int, int], ...]
    words: str | None
    where: str


@dataclass(slots=True)
class Lines:
    """What the lines of an article say.

    Attributes:
        spans: spans in code points of the text.
        remarks: notes on them, by index.
        others: problems of single lines, and spans that cannot be taken.
    """

    spans: list[RawSpan] = field(default_factory=list)
    remarks: dict[int, str] = field(default_factory=dict)
    others: list[Problem | Note] = field(default_factory=list)


def read_lines(content: str, file: SourceFile, text: str, into: Lines) -> None:
    """Read the lines of one file; what is left out is said behind what was there.

    Args:
        content: the lines.
        file: the file they are from.
        text: the text of the article, with the line ends and marks of its file.
        into: takes what they say.
    """
    tally = Tally(file)
    found: list[Fragments] = []
    notes: list[tuple[str, str, str]] = []
    for number, line in enumerate(content.removeprefix("\ufeff").split("\n"), start=1):
        line = line.removesuffix("\r")
        if not line.strip():
            continue
        where = file.at(number)
        if line.startswith("T"):
            if (fragments := _fragments(line, where)) is None:
                into.others.append(Problem(where, _NO_SPAN))
            else:
                found.append(fragments)
        elif line.startswith("#"):
            kind, _, about = line.split("\t", 2)[1].partition(" ") if "\t" in line else ("", "", "")
            if kind == _NOTE and about.startswith("T") and line.count("\t") >= 2:
                notes.append((about, line.split("\t", 2)[2].replace("\\n", "\n"), where))
            else:
                tally.add(_LEFT_OUT["#"], where)
        else:
            tally.add(_LEFT_OUT.get(line[0], _UNKNOWN), where)
    indices = _take(found, file, text, into, tally)
    for about, remark, where in notes:
        if about not in indices:
            tally.add(_LEFT_OUT["#"], where)
            continue
        index = indices[about]
        into.remarks[index] = f"{into.remarks[index]}\n{remark}" if index in into.remarks else remark
    into.others.extend(tally.notes())


def _fragments(line: str, where: str) -> Fragments | None:
    name, *rest = line.split("\t", 2)
    found = _SPAN.fullmatch(rest[0].strip()) if rest else None
    if found is None:
        return None
    places = tuple((int(start), int(end)) for start, end in (each.split() for each in found[2].split(";")))
    return Fragments(name, found[1], places, rest[1] if len(rest) > 1 else None, where)


def _take(found: list[Fragments], file: SourceFile, text: str, into: Lines, tally: Tally) -> dict[str, int]:
    """Take the spans in, those in pieces only where nothing but blanks lies between; return their indices by name."""
    place, how = _counting(found, text)
    if how is not None:
        en, fr = _COUNTED.en.replace("{0}", how.en), _COUNTED.fr.replace("{0}", how.fr)
        into.others.append(Note(file.at(), Wording(en, fr)))
    indices = {}
    for each in found:
        places = [(place(start), place(end)) for start, end in each.places]
        gaps = [(end, start) for (_, end), (start, _) in pairwise(places)]
        # brat breaks a span that runs over a line end in pieces, since its words must stand on one line.
        if any(end > start or text[end:start].strip() for end, start in gaps):
            into.others.append(Note(each.where, _in_pieces(each)))
            continue
        tally.add(_OTHER_WORDS, each.where, _differs(each, text, place))
        indices[each.name] = len(into.spans)
        into.spans.append((places[0][0], places[-1][1], each.label))
    return indices


def _counting(found: list[Fragments], text: str) -> tuple[Callable[[int], int], Wording | None]:
    """Return how places become code points of the text, and how they were counted if not as brat does."""
    ways: list[tuple[Callable[[int], int], Wording | None]] = [(lambda place: place, None)]
    if "\r\n" in text:
        ends = [at.start() - number for number, at in enumerate(re.finditer("\r\n", text))]
        one = Wording("one character a line end", "un seul caractère par fin de ligne")
        ways.append((lambda place: place + bisect_left(ends, place), one))
    if text.startswith("\ufeff"):
        ways.append((lambda place: place + 1, Wording("no byte order mark", "aucune marque d'ordre des octets")))
    if is_astral(text):
        ways.append((Utf16(text).point, Wording("UTF-16 units", "des unités UTF-16")))
    if len(ways) == 1 or not found:
        return ways[0]
    return min(ways, key=lambda way: sum(_differs(each, text, way[0]) for each in found))


def _differs(each: Fragments, text: str, place: Callable[[int], int]) -> bool:
    covered = "".join(text[place(start) : place(end)] for start, end in each.places)
    return each.words is not None and "".join(covered.split()) != "".join(each.words.split())


def _in_pieces(each: Fragments) -> Wording:
    words = (each.words or "")[:60]
    return Wording(
        f"the span {each.name} ({each.label}, “{words}”) was left out, as it is in {len(each.places)} pieces; mark one "
        "of them if it is needed.",
        f"l'annotation {each.name} ({each.label}, « {words} ») a été laissée de côté, étant en {len(each.places)} "
        "morceaux ; marquez-en un si besoin.",
    )


def format_lines(text: str, spans: Iterable[tuple[int, RawSpan]], remarks: Mapping[int, str]) -> Iterator[str]:
    """Yield the lines for the spans of an article, each with its index, and the remarks on them."""
    for number, (index, (start, end, label)) in enumerate(spans, start=1):
        pieces = [(start + found.start(), start + found.end()) for found in re.finditer(r"[^\r\n]+", text[start:end])]
        places = ";".join(f"{first} {last}" for first, last in pieces)
        # One line, whatever ends lines for those who read it.
        words = " ".join(" ".join(text[first:last].splitlines()) for first, last in pieces)
        yield f"T{number}\t{label} {places}\t{words.replace(chr(9), ' ')}\n"
        if index in remarks:
            remark = remarks[index].replace("\n", "\\n")
            yield f"#{number}\t{_NOTE} T{number}\t{remark}\n"
