"""Whether what an export wrote reads back as what was sent, article by article."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from annotator.core.errors import UserError
from annotator.core.wording import Wording
from annotator.formats.comparison import difference, losses
from annotator.formats.records import Problem, Record, Trait
from annotator.formats.registry import Format, InputFile, find_files
from annotator.formats.source import SourceFile


class Verifier:
    """Compares what a format reads with what it was given to write.

    Articles are expected in the order in which they were written, and looked for where they come in another, as files
    of a folder may. Of each only a number that stands for its text is held.

    Attributes:
        lost: what did not come through, and of how many records; `Format.cannot_carry` names it beforehand.
    """

    def __init__(self, format: Format) -> None:
        self.lost: Counter[Trait] = Counter()
        self._format = format
        self._keys = array("q")

    def sent(self, record: Record) -> None:
        """Take down that a record was written, in the order in which they were."""
        self._keys.append(_key(record))

    def verify(self, path: Path, send_again: Callable[[int], Record], *, told: Callable[[], None]) -> None:
        """Read what was written back.

        Args:
            path: the file or folder.
            send_again: returns the record that was written as such a number, counted from 0.
            told: called for each record; may raise to stop.

        Raises:
            UserError: something came back otherwise.
        """
        seen = bytearray(len(self._keys))
        expected = 0
        for came in self._read(path):
            told()
            while expected < len(seen) and seen[expected]:
                expected += 1
            found = self._match(came, expected, seen, send_again)
            seen[found] = True
        if not all(seen):
            missing = send_again(seen.index(0))
            raise self._unlike(missing, Wording("it is missing", "il manque"))

    def _match(self, came: Record, expected: int, seen: bytearray, send_again: Callable[[int], Record]) -> int:
        key = _key(came)
        likely = [expected] if expected < len(seen) and self._keys[expected] == key else []
        unlike: tuple[Record, str] | None = None
        for found in self._candidates(key, likely, seen):
            sent = send_again(found)
            field = difference(sent, came, self._format.cannot_carry)
            if field is None:
                self.lost.update(losses(sent, came, self._format.cannot_carry))
                return found
            unlike = unlike or (sent, field)
        if unlike is None:
            raise self._unlike(came, Wording("nothing like it was written", "rien de tel n'a été écrit"))
        sent, field = unlike
        raise self._unlike(sent, Wording(f"its {_NAMES[field].en} differs", f"{_NAMES[field].fr} diffère"))

    def _candidates(self, key: int, likely: list[int], seen: bytearray) -> Iterator[int]:
        yield from likely
        at = 0
        while True:  # rarely needed: where files are read in another order, or a text was written more than once
            try:
                at = self._keys.index(key, at)
            except ValueError:
                return
            if not seen[at] and at not in likely:
                yield at
            at += 1

    def _read(self, path: Path) -> Iterator[Record]:
        for item in self._items(path):
            if isinstance(item, Problem):
                raise self._broken(item)
            if isinstance(item, Record):
                yield item

    def _items(self, path: Path) -> Iterator[object]:
        if not self._format.writes_folder:
            yield from InputFile(SourceFile.of(path), self._format).read()
            return
        for found in find_files([path], format=self._format):
            if isinstance(found, InputFile):
                yield from found.read()
            else:
                yield found

    def _unlike(self, record: Record, why: Wording) -> UserError:
        title = record.title or record.text.strip()[:60]
        name = self._format.title
        return UserError(
            f"what was written as {name.en} reads back otherwise (“{title}”: {why.en}); the export was not kept. "
            "Check the disk and export again, or in another format; if it happens again, report it.",
            f"Ce qui a été écrit ({name.fr}) se relit autrement (« {title} » : {why.fr}) ; l'export n'a pas été gardé. "
            "Vérifiez le disque et recommencez, ou choisissez un autre format ; si cela se reproduit, signalez-le.",
        )

    def _broken(self, problem: Problem) -> UserError:
        name = self._format.title
        return UserError(
            f"what was written as {name.en} cannot be read back ({problem.wording.en.rstrip('.')}); the export was "
            "not kept. Check the disk and export again, or in another format; if it happens again, report it.",
            f"Ce qui a été écrit ({name.fr}) ne se relit pas ({problem.wording.fr.rstrip('.')}) ; l'export n'a pas été "
            "gardé. Vérifiez le disque et recommencez, ou choisissez un autre format ; si cela se reproduit, "
            "signalez-le.",
        )


_NAMES = {
    "text": Wording("text", "son texte"),
    "spans": Wording("list of spans", "la liste de ses annotations"),
    "title": Wording("title", "son titre"),
    "source": Wording("source", "sa source"),
    "date": Wording("date", "sa date"),
    "meta": Wording("metadata", "ses métadonnées"),
    "annotator": Wording("annotator", "son annotateur"),
    "status": Wording("status", "son état"),
    "remarks": Wording("list of remarks", "la liste de ses remarques"),
}


def _key(record: Record) -> int:
    """Return a number that stands for the text of a record, whatever its white space."""
    return hash("".join(record.text.split()))
