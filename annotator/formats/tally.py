"""What a file holds and a project cannot take, counted by kind, so that a report has one sentence for each."""

from __future__ import annotations

from collections.abc import Iterator

from annotator.core.wording import Wording
from annotator.formats.records import Note
from annotator.formats.source import SourceFile

_NAMED = 5


class Tally:
    """Counts things by kind and remembers where the first of each stand."""

    def __init__(self, file: SourceFile) -> None:
        self._file = file
        self._counts: dict[Wording, int] = {}
        self._places: dict[Wording, list[str]] = {}

    def add(self, kind: Wording, where: str, count: int = 1) -> None:
        """Count something.

        Args:
            kind: what to say of it, with ``{0}`` for the number.
            where: the file, with the line behind a colon, or the number of the article behind ``#``.
            count: how many there are; nothing is counted for 0.
        """
        if not count:
            return
        self._counts[kind] = self._counts.get(kind, 0) + count
        places = self._places.setdefault(kind, [])
        if len(places) <= _NAMED and (not places or places[-1] != where):
            places.append(where)

    def notes(self) -> Iterator[Note]:
        """Yield a note for each kind: at its place where there is one, else at the file with the first places."""
        for kind, count in self._counts.items():
            places = self._places[kind]
            en, fr = kind.en.replace("{0}", str(count)), kind.fr.replace("{0}", str(count))
            if len(places) == 1:
                yield Note(places[0], Wording(en, fr))
                continue
            named = ", ".join(place[len(self._file.at()) + 1 :] for place in places[:_NAMED])
            named += ", …" if len(places) > _NAMED else ""
            first = (
                Wording("lines", "lignes") if places[0].startswith(f"{self._file.at()}:") else Wording("nos.", "nᵒˢ")
            )
            yield Note(
                self._file.at(),
                Wording(f"{en.rstrip('.')} ({first.en} {named}).", f"{fr.rstrip('.')} ({first.fr} {named})."),
            )
