"""The project's tokenizer: spaCy's French one, started in milliseconds and split further where names and sums glue.

``spacy.blank("fr")`` is not used, since importing ``spacy.lang.fr`` takes seconds to compile one huge regular
expression. The same rules are read from ``resources/tokenizer/french.json`` and compiled with their alternatives
factored; ``resources/tokenizer/project.toml`` holds what the project adds.
"""

from __future__ import annotations

import json
import re
import tomllib
from array import array
from collections.abc import Callable, Iterable, Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from annotator.core.splits import Split, split_at, stamp
from annotator.core.tokens import TokenGrid
from annotator.nlp.long_runs import cut, has_long_run
from annotator.nlp.tokenizer_snapshot import class_texts, snapshot_file, unfold
from annotator.nlp.tokenizer_splits import take_apart
from annotator.paths import resource

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc


VERSION = "fr-project-1"
"""Name of the tokenizer, stored with every grid; it changes with every change that changes a token."""


def edition(splits: Iterable[Split] = ()) -> str:
    """Return the name of the tokenizer as a project has it, which tells what it takes apart from what others do."""
    return "+".join(filter(None, (VERSION, stamp(splits))))


@cache
def _project() -> dict[str, Any]:
    return tomllib.loads(resource("tokenizer", "project.toml").read_text(encoding="utf-8"))


@cache
def _language_class() -> type[Language]:
    from spacy.lang.tokenizer_exceptions import BASE_EXCEPTIONS
    from spacy.language import BaseDefaults, Language
    from spacy.symbols import NORM, ORTH

    data = json.loads(snapshot_file().read_text(encoding="utf-8"))
    project = _project()
    classes = class_texts()

    def patterns(kind: str) -> list[str]:
        return [unfold(each, classes) for each in data[kind] + project["added"][kind]]

    special_cases = dict(BASE_EXCEPTIONS)
    for word, pieces in data["special_cases"].items():
        special_cases[word] = [
            {ORTH: piece["orth"], **({NORM: piece["norm"]} if "norm" in piece else {})} for piece in pieces
        ]
    elided = "|".join(sorted(project["elided"], key=len, reverse=True))
    elision = f"(?i:{elided})[{project['apostrophes']}](?=[{classes['ALPHA']}])"

    class ProjectDefaults(BaseDefaults):
        tokenizer_exceptions = special_cases
        prefixes = (*patterns("prefixes"), elision)
        suffixes = patterns("suffixes")
        infixes = patterns("infixes")
        token_match = re.compile(token_match_pattern(data, project)).match

    class ProjectFrench(Language):
        # Not registered under "fr": what it writes to disk is loaded by stock spaCy with spaCy's own French.
        lang = "fr"
        Defaults = ProjectDefaults

        def make_doc(self, text: str) -> Doc:
            if has_long_run(text):
                return cut(text, super().make_doc)
            return super().make_doc(text)

    return ProjectFrench


def token_match_pattern(data: dict[str, Any], project: dict[str, Any]) -> str:
    """Return the regular expression of words that stay whole.

    It matches what spaCy's does, but for words such as ``pro-Poutine``. spaCy repeats a class of thousands of
    letters for each of some 250 prefixes; here each class stands once, and words without hyphen and
    apostrophe, nearly all, are refused by the first look-ahead.

    Args:
        data: the content of ``french.json``.
        project: the content of ``project.toml``; its ``prefixes_before_names`` may be empty.
    """
    classes = class_texts()
    hyphens, elision = data["hyphens"], data["elision"]
    lower, letters, upper = classes["ALPHA_LOWER"], classes["ALPHA"], classes["ALPHA_UPPER"]
    tail = f"[{lower}][{hyphens}{lower}{elision}]*$"
    split = "|".join(project["prefixes_before_names"])
    apart = f"(?!(?:{split})[{hyphens}](?-i:[{upper}]))" if split else ""
    prefixes = "|".join(data["hyphen_prefixes"])
    elisions = "|".join(data["elision_prefixes"])
    joints = "|".join(data["hyphen_combinations"])
    whole = _factored(data["whole_words"], classes)
    return (
        f"(?iu)(?=.*[{hyphens}{elision}]){apart}"
        f"(?:(?:(?:{prefixes})[{hyphens}]|(?:{elisions})[{elision}]){tail}"
        f"|[{letters}]+[{hyphens}](?:{joints})[{hyphens}](?:l[{elision}])?[{letters}]+$"
        f"|{whole})"
    )


def _factored(patterns: list[str], classes: dict[str, str]) -> str:
    """Return one alternative for each ending that ``patterns`` share, so that each class of letters stands once."""
    endings: dict[str, list[str]] = {}
    for pattern in patterns:
        stem, mark, ending = pattern.removeprefix("^").rpartition("[⟨ALPHA_LOWER⟩]")
        endings.setdefault(unfold(mark + ending, classes), []).append(stem)
    return "|".join(f"(?:{'|'.join(stems)}){ending}" for ending, stems in endings.items())


def blank(splits: Sequence[Split] = ()) -> Language:
    """Return a new blank French pipeline with the project's tokenizer.

    Args:
        splits: the tokens that this project takes apart.
    """
    nlp = _language_class()()
    nlp.max_length = 2**31 - 1  # texts are cut before the components that cost memory, never refused
    nlp.meta["name"] = "project_tokenizer"
    if splits:
        take_apart(nlp.tokenizer, splits)
    elif not _made:
        _made.append(nlp)
    return nlp


class _Shared:
    """The pipeline that makes grids: it remembers every word it has cut, and is made anew before that fills memory.

    Cutting a word seen before is many times quicker, which a memory zone around each text would forfeit.
    """

    def __init__(self, splits: Sequence[Split] = ()) -> None:
        self._splits = splits
        self._nlp: Language | None = None
        self._characters = 0

    def of(self, text: str) -> Language:
        if self._nlp is None or self._characters > _CHARACTERS_REMEMBERED:
            self._nlp = blank(self._splits)
            self._characters = 0
        self._characters += len(text)
        return self._nlp


_CHARACTERS_REMEMBERED = 20_000_000
_shared = _Shared()


@lru_cache(maxsize=2)
def _shared_with(splits: tuple[Split, ...]) -> _Shared:
    return _Shared(splits)


def grid(text: str, splits: tuple[Split, ...] = ()) -> TokenGrid:
    """Return where the tokens of ``text`` lie; texts of any length.

    Args:
        text: the text.
        splits: the tokens that this project takes apart.
    """
    shared = _shared_with(splits) if splits else _shared
    return _grid_by(shared.of(text), text)


def _grid_by(nlp: Language, text: str) -> TokenGrid:
    from spacy.attrs import IDX, LENGTH

    placed = nlp.make_doc(text).to_array([IDX, LENGTH])
    return grid_of(placed[:, 0], placed[:, 1])


def fitting(split: Split) -> Split:
    """Return a split that keeps every boundary the tokenizer draws in its form by itself.

    A token can be whole in one place (``12M€.`` at the end of an endless word) and come apart in another; a split
    never joins what is apart.
    """
    alone = grid(split.form)
    return split_at(split.form, (*split.cuts, *alone.starts))


def grid_of(starts: Any, lengths: Any) -> TokenGrid:
    """Return the grid of tokens whose starts and lengths spaCy gave as two columns of an array."""
    first = starts.astype("uint32")
    edges = array("I"), array("I")
    edges[0].frombytes(first.tobytes())
    edges[1].frombytes((first + lengths.astype("uint32")).tobytes())
    return TokenGrid(*edges)


def write_pipeline(folder: Path, splits: Sequence[Split] = ()) -> None:
    """Write the blank pipeline to ``folder``; ``spacy.load`` reads it where this package is not installed."""
    blank(splits).to_disk(folder)


def tokenizer_in(folder: Path) -> Callable[[str], TokenGrid]:
    """Return what makes grids with the tokenizer that `write_pipeline` wrote to ``folder``."""
    nlp = _language_class()().from_disk(folder)
    return lambda text: _grid_by(nlp, text)


_FIGURED = re.compile(r"[^\W_]+(?:(?:(?<=\d)[-‑](?=[^\W\d_])|(?<=[^\W\d_])[-‑](?=\d))[^\W_]+)*")
_HYPHENED = re.compile(r"[^\W\d_]+(?:[-‐‑][^\W\d_]+)+")
_ELIDED = re.compile(r"([^\W\d_]+['’])([^\W\d_]+)")
# Words cut off with their hyphen: est-ce, prends-la.
_PRONOUNS = frozenset({"ce", "clés", "elle", "en", "il", "ils", "je", "là", "moi", "nous", "on", "t", "vous"})


def split(phrase: str) -> list[str]:
    """Return the words that the tokenizer makes of ``phrase``, white space left out.

    The common kinds of words are cut here, which takes a fraction of the time and lets the lexicons load quickly; a
    test holds every phrase of the lexicons against the tokenizer itself.
    """
    words: list[str] = []
    for part in phrase.split(" "):
        if part.isalpha():
            words.append(part)
        else:
            words += _split_word(part)
    return words


@cache
def _token_match() -> Callable[[str], object]:
    match = _language_class().Defaults.token_match
    if match is None:
        raise TypeError("the project's tokenizer keeps no word whole")
    return match


@cache
def _unit() -> re.Pattern[str]:
    from spacy.lang.char_classes import UNITS

    return re.compile(rf"(?<=[0-9])(?:{UNITS})$")


@cache
def _split_word(part: str) -> list[str]:
    elided = _ELIDED.fullmatch(part)
    if elided is not None and part.lower() != "aujourd'hui":
        return [elided[1], elided[2]]
    if _FIGURED.fullmatch(part) and _unit().search(part) is None:  # T-72B3, 2S19; but 155mm is cut before its unit
        return [part]
    if _HYPHENED.fullmatch(part) and part.rpartition("-")[2].lower() not in _PRONOUNS:
        if _token_match()(part):
            return [part]
        return [piece for piece in re.split("([-‐])", part) if piece]
    return [token.text for token in _splitting(part).tokenizer(part) if not token.is_space]


def _splitting(part: str) -> Language:
    return _made[0] if _made else _shared.of(part)


_made: list[Language] = []  # the first pipeline made, so that filling its lexicons does not cost a second one
