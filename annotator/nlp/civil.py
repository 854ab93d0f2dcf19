"""Civil senses and figures of speech, read from ``resources/lexicons/weapon_civil.tsv``."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from annotator.nlp.context import plain, sentence
from annotator.nlp.gazetteer import Gazetteer
from annotator.nlp.lexicons import rows, variants
from annotator.nlp.reading import Reading
from annotator.nlp.rules import word_lists
from annotator.nlp.tokenizer import split

_BETWEEN = frozenset(
    {"le", "la", "les", "l'", "un", "une", "des", "du", "de", "d'", "au", "aux", "à", "en", "son", "sa", "ses", "très"}
)


class _Contexts(NamedTuple):
    before: tuple[str, ...]
    after: tuple[str, ...]
    sentence: tuple[str, ...]
    article: tuple[str, ...]


class CivilSenses:
    """Keeps weapon words out where the words around them show a civil sense or a figure of speech."""

    def __init__(self) -> None:
        self._war_words = frozenset(word_lists("weapon")["war_words"])
        self._expressions: Gazetteer[str] = Gazetteer(split)
        plurals = {
            singular: plural for singular, plural, *_ in rows("weapon_heads.tsv", columns=5) if singular and plural
        }
        contexts: dict[str, dict[str, list[str]]] = {}
        for form, words, where, _note in rows("weapon_civil.tsv", columns=4):
            if where == "itself":
                for spelling in _with_plurals(form, plurals):
                    self._expressions.add(spelling, form)
                    self._expressions.add(spelling.replace("'", "’"), form)
            else:
                for each in (form, plurals.get(form, form)):
                    contexts.setdefault(plain_text(each), {}).setdefault(where, []).extend(variants(words))
        self._contexts = {
            form: _Contexts(*(tuple(by_place.get(place, ())) for place in ("before", "after", "window", "article")))
            for form, by_place in contexts.items()
        }

    def expressions(self, reading: Reading) -> list[tuple[int, int]]:
        """Return the fixed expressions of ``reading`` in which no weapon is meant, as ranges of words."""
        return [(first, stop) for first, stop, _form in self._expressions.matches(reading)]

    def keeps_out(self, reading: Reading, first: int, stop: int, end: int) -> bool:
        """Tell whether the weapon word ``first`` to ``stop``, whose span runs to ``end``, is no weapon here."""
        form = plain_text(reading.text[reading.starts[first] : reading.ends[stop - 1]])
        contexts = self._contexts.get(form)
        if contexts is None:
            return False
        start = first
        while start > 0 and plain(reading.lower[start - 1]) in _BETWEEN:
            start -= 1
        if _ends(contexts.before, reading, start) or _ends(contexts.before, reading, first):
            return True
        if _begins(contexts.after, reading, stop) or _begins(contexts.after, reading, end):
            return True
        if end > stop:
            return False
        around = sentence(reading, first)
        if any(reading.lower[index] in self._war_words for index in around if not first <= index < stop):
            return False
        if contexts.sentence and _pattern(contexts.sentence).search(_joined(reading, around)):
            return True
        return bool(contexts.article and _pattern(contexts.article).search(plain_text(reading.text)))


def plain_text(text: str) -> str:
    """Return ``text`` in small letters with typewriter apostrophes and hyphens."""
    return re.sub("[‐‑]", "-", re.sub("[’ʼ]", "'", text.lower()))


def _with_plurals(form: str, plurals: dict[str, str]) -> list[str]:
    head, *rest = form.split(" ")
    plural = plurals.get(head)
    if plural is None or not rest:
        return [form]
    return [form, " ".join([plural, *rest]), " ".join([plural, *rest[:-1], rest[-1] + "s"])]


@cache
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    parts = (re.escape(plain_text(word.rstrip("*"))) + (r"\w*" if word.endswith("*") else r"(?!\w)") for word in words)
    return re.compile(rf"(?<!\w)(?:{'|'.join(parts)})")


def _joined(reading: Reading, indices: range) -> str:
    if not indices:
        return ""
    return plain_text(reading.text[reading.starts[indices.start] : reading.ends[indices.stop - 1]])


def _ends(words: tuple[str, ...], reading: Reading, stop: int) -> bool:
    """Tell whether one of ``words`` ends just before word ``stop``."""
    if not words:
        return False
    text = _joined(reading, range(max(0, stop - 5), stop))
    return any(match.end() == len(text) for match in _pattern(words).finditer(text))


def _begins(words: tuple[str, ...], reading: Reading, start: int) -> bool:
    """Tell whether one of ``words`` begins at word ``start``, or after one article or preposition."""
    if not words:
        return False
    pattern = _pattern(words)
    stop = min(len(reading), start + 6)
    if pattern.match(_joined(reading, range(start, stop))):
        return True
    between = plain(reading.small(start)) in _BETWEEN
    return between and pattern.match(_joined(reading, range(start + 1, stop))) is not None


@cache
def civil_senses() -> CivilSenses:
    """Read the civil senses, once."""
    return CivilSenses()
