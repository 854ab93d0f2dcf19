"""Files and folders about to be read, and what was found in them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.app.import_report import FormatCount
from annotator.core.wording import Wording
from annotator.formats.records import Note, Problem, Record
from annotator.formats.registry import InputFile, find_files, find_format
from annotator.formats.source import ReadOptions

if TYPE_CHECKING:
    from annotator.app.import_options import ImportOptions

Item = Record | Problem | Note


class Source:
    """Files and folders about to be read.

    Attributes:
        files: how many files there are.
        total: about how many records they hold, counting as one each path that cannot be read.
        formats: how many files of which format there are, the most first.
    """

    def __init__(self, paths: Iterable[Path], options: ImportOptions, *, project: Path) -> None:
        """Look for the files, and tell their formats.

        Args:
            paths: files and folders.
            options: how to read them.
            project: the project file they are read for, which is none of them.

        Raises:
            UserError: a path does not exist, or there is no format of the name asked for.
        """
        format = None if options.format is None else find_format(options.format)
        reading = ReadOptions(options.encoding, dict(options.columns))
        given = list(paths)
        self._found: list[InputFile | Problem | Note] = []
        for each in find_files(given, format=format, options=reading):
            if isinstance(each, InputFile) and _is_same(each.path, project):
                # In a folder it may well lie beside the articles.
                self._found.append((Problem if each.path in given else Note)(each.file.at(), _ITSELF))
            else:
                self._found.append(each)
        files = [each for each in self._found if isinstance(each, InputFile)]
        self.files = len(files)
        self.total = sum(each.count() for each in files)
        counted = Counter(each.format.name for each in files)
        titles = {each.format.name: each.format.title for each in files}
        self.formats = tuple(FormatCount(name, titles[name], count) for name, count in counted.most_common())

    def read(self) -> Iterator[Item]:
        """Yield what is in the files, one thing after the other."""
        for each in self._found:
            if isinstance(each, InputFile):
                yield from each.read()
            else:
                yield each


def _is_same(path: Path, other: Path) -> bool:
    try:
        return path.samefile(other)
    except OSError:
        return False


_ITSELF = Wording(
    "left out: it is the project that articles are imported into.",
    "laissé de côté : c'est le projet dans lequel on importe.",
)
