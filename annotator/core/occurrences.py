"""Where else a surface stands in a text: the same words, however they are written there.

A surface and one of its occurrences may differ in what typing and grammar change and meaning does not:

- apostrophes and hyphens of every shape, and the white space between words, a single line end included;
- the number of common nouns (``missile``, ``missiles``; ``char Leopard 2``, ``chars Leopard 2``) and the -s that a
  name takes (``Rafale``, ``Rafales``); a name never loses one (``Philippines``);
- capitals: a word with a capital is also found in capitals alone (``Chine``, ``CHINE``; ``OTAN``, ``Otan``), never in
  lower case (``Tornado`` is no ``tornado``); a word in lower case is also found at the beginning of a sentence, and
  where the whole surface stands in capitals;
- accents that capitals have lost (``États-Unis``, ``Etats-Unis``).

An occurrence begins and ends with a token, so that it is never part of a word, and words elided before it
(``l’``, ``d'``, ``qu’``) stay outside, as they do in every span.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from math import prod
from unicodedata import normalize

from annotator.core.tokens import TokenGrid

_APOSTROPHES = "'’ʼ´`"
_HYPHENS = "-\u2010\u2011"
_BLANK = r"(?:[^\S\n]+\n?[^\S\n]*|\n[^\S\n]*)"  # one line end at most: after a paragraph something else is said
_PIECE = re.compile(r"[^\W_]+|\s+|.", re.DOTALL)
_WORD = re.compile(r"[^\W_]+")
_ACCENTED = {"a": "àâä", "c": "ç", "e": "éèêë", "i": "îï", "o": "ôö", "u": "ùûü", "y": "ÿ"}
_BASE = {accented: base for base, many in _ACCENTED.items() for accented in many}
_LATIN = "\u00c0", "\u017f"  # beyond ASCII, the letters that every index of words folds alike

_SHORTEST_VARYING = 3
_SHORTEST_IN_CAPITALS = 4  # what is shorter is an acronym in capitals: SOL is not the ground
_OPENING = "«“‘„\"'([{‹—–-•*"
_QUOTES = '«“„"‹'
_CLOSING = "»”’\"')]}›"
_ENDING = ".!?…:"


@dataclass(frozen=True, slots=True)
class Surface:
    """The words to look for.

    Attributes:
        words: as they stand somewhere in an article, without white space around.
        begins: whether they may owe their first capital to the sentence they begin, so that the first word counts in
            lower case too.
    """

    words: str
    begins: bool = False


def surface_at(text: str, grid: TokenGrid, start: int, end: int) -> Surface:
    """Return the surface of a span, to be looked for.

    Where it begins a sentence with a capital, the text itself is asked: what stands with its capital in mid-sentence
    as well is a name; anything else may be a common noun.
    """
    named = Surface(text[start:end])
    first = _WORD.match(named.words)
    if first is None or not first[0].istitle() or not begins_sentence(text, start):
        return named
    others = (at for at, to in iterate_occurrences(named, text, grid) if any(map(str.islower, text[at:to])))
    return Surface(named.words, begins=all(begins_sentence(text, other) for other in others))


def occurrences(surface: Surface, text: str, grid: TokenGrid) -> list[tuple[int, int]]:
    """Return start and end of each occurrence of a surface, in text order and apart from one another."""
    return list(iterate_occurrences(surface, text, grid))


def iterate_occurrences(surface: Surface, text: str, grid: TokenGrid) -> Iterator[tuple[int, int]]:
    """Yield what `occurrences` returns, one by one."""
    pattern = _loose(surface)
    found = pattern.search(text)
    while found is not None:
        start, end = found.span()
        meant = grid.holds(start, end) and _is_meant(surface, text, start, end)
        if meant:
            yield start, end
        found = pattern.search(text, end if meant else start + 1)


def end_at(surface: Surface, text: str, grid: TokenGrid, start: int) -> int | None:
    """Return where the occurrence of a surface ends that starts at ``start``; None where there is none."""
    end = start + len(surface.words)
    if text.startswith(surface.words, start) and grid.holds(start, end):
        return end
    found = _loose(surface).match(text, start)
    if found is None or not grid.holds(start, found.end()) or not _is_meant(surface, text, start, found.end()):
        return None
    return found.end()


def begins_sentence(text: str, start: int) -> bool:
    """Tell whether a sentence, a line or a quotation begins at ``start``."""
    at = start
    while at and (text[at - 1].isspace() or text[at - 1] in _OPENING):
        at -= 1
        if text[at] == "\n" or text[at] in _QUOTES:
            return True
    apart = at < start
    while at and (text[at - 1].isspace() or text[at - 1] in _CLOSING):
        at -= 1
    return at == 0 or (apart and text[at - 1] in _ENDING)


def searched_words(surface: Surface) -> list[tuple[str, ...]]:
    """Return the words that every occurrence holds in this order, each in the forms it may take, in lower case.

    They are for an index of words that takes no notice of case and accents; what it finds is still to be looked at.
    The list is empty where the surface is made of signs alone, or of letters on which indexes differ.
    """
    if _has_odd(surface.words):
        return []
    forms = [_forms(word, begins=surface.begins and not at) for at, word in enumerate(_WORD.findall(surface.words))]
    return [tuple(sorted(each)) for each in forms]


def first_word(surface: Surface) -> tuple[str, ...]:
    """Return the first of what `searched_words` returns, or nothing where it returns nothing."""
    found = None if _has_odd(surface.words) else _WORD.search(surface.words)
    return () if found is None else tuple(sorted(_forms(found[0], begins=surface.begins)))


def phrases(words: Sequence[tuple[str, ...]], *, most: int = 64) -> list[tuple[str, ...]]:
    """Return every phrase that the forms of words make, or none where there would be more than ``most``."""
    return list(product(*words)) if prod(map(len, words)) <= most else []


def _has_odd(words: str) -> bool:
    return not words.isascii() and any(map(_is_odd, words))


@lru_cache(maxsize=4096)
def _is_odd(character: str) -> bool:
    if character.isalnum():
        return not (character.isascii() or _LATIN[0] <= character <= _LATIN[1])
    return normalize("NFD", character) != character or normalize("NFC", "e" + character) != "e" + character


# A loose expression, quick over long texts, says where an occurrence may be; the words there are compared one by one.


@lru_cache(maxsize=1024)
def _loose(surface: Surface) -> re.Pattern[str]:
    pieces = enumerate(_PIECE.findall(surface.words))
    return re.compile("".join(_loose_piece(piece, begins=surface.begins and not at) for at, piece in pieces))


def _loose_piece(piece: str, *, begins: bool) -> str:
    if piece.isspace():
        return _BLANK
    for alike in (_HYPHENS, _APOSTROPHES):
        if piece in alike:
            return f"[{re.escape(alike)}]"
    if _WORD.match(piece) is None:
        return re.escape(piece)
    forms = sorted(_forms(piece, begins=begins), key=len, reverse=True)
    shared = 0
    while all(len(form) > shared and form[shared] == forms[0][shared] for form in forms):
        shared += 1
    stem = "".join(map(_any_case, forms[0][:shared]))
    ends = ["".join(map(_any_case, form[shared:])) for form in forms]
    return f"{stem}(?:{'|'.join(ends)})" if len(ends) > 1 else stem


@lru_cache(maxsize=512)
def _any_case(letter: str) -> str:
    base = _BASE.get(letter, letter)
    known = {letter, base, *_ACCENTED.get(base, "")}
    known |= {each.upper() for each in known if len(each.upper()) == 1}
    return f"[{re.escape(''.join(sorted(known)))}]"


@lru_cache(maxsize=20_000)
def _forms(word: str, *, begins: bool = False) -> frozenset[str]:
    """Return the forms a word may take in number, in lower case, itself among them.

    Args:
        word: as it stands in the surface.
        begins: whether its capital may be that of the sentence alone.
    """
    plain = _lower(word)
    if not word.isalpha():
        return frozenset((plain,))
    if plain == word or begins:
        return frozenset((plain, *_plurals(plain), *_singulars(plain)))
    return frozenset((plain,) if plain[-1] in "sxz" or len(plain) < _SHORTEST_VARYING else (plain, plain + "s"))


def _plurals(word: str) -> set[str]:
    if len(word) < _SHORTEST_VARYING or word[-1] in "sxz":
        return set()
    plurals = {word + "s"}
    if word.endswith(("au", "eu", "ou")):
        plurals.add(word + "x")
    for ending in ("ail", "al"):
        if word.endswith(ending):
            plurals.add(word.removesuffix(ending) + "aux")
    return plurals


def _singulars(word: str) -> set[str]:
    stems = {word[:-1]}
    if word.endswith("aux"):
        stems |= {word[:-3] + "al", word[:-3] + "ail"}
    return {stem for stem in stems if word in _plurals(stem)}


def _is_meant(surface: Surface, text: str, start: int, end: int) -> bool:
    mine, theirs = _WORD.findall(surface.words), _WORD.findall(text[start:end])
    if len(mine) != len(theirs):
        return False
    letters = [character for character in surface.words if character.isalpha()]
    long_enough = len(letters) >= _SHORTEST_IN_CAPITALS or any(map(str.isupper, letters))
    in_capitals = long_enough and all(map(_in_capitals, theirs))
    initial = surface.words[0].isalnum() and begins_sentence(text, start)
    if not all(map(lambda word, other: _is_same(word, other, in_capitals=in_capitals), mine[1:], theirs[1:])):
        return False
    if not mine:
        return True
    readings = (mine[0], _lower(mine[0])) if surface.begins else mine[:1]
    return any(_is_same(reading, theirs[0], in_capitals=in_capitals, initial=initial) for reading in readings)


def _is_same(mine: str, theirs: str, *, in_capitals: bool, initial: bool = False) -> bool:
    """Tell whether two words are the same but for number and what may differ in capitals."""
    return _is_case_of(mine, theirs, in_capitals=in_capitals, initial=initial) and any(
        _is_spelling_of(form, mine, theirs) for form in _forms(mine)
    )


def _is_case_of(mine: str, theirs: str, *, in_capitals: bool, initial: bool) -> bool:
    if not any(map(str.isupper, mine)):
        begun = initial and theirs[0].isupper()
        return in_capitals or not any(map(str.isupper, theirs[1:] if begun else theirs))
    cased = sum(map(str.isalpha, theirs)) > 1
    if cased and _in_capitals(theirs):
        return True
    if cased and _in_capitals(mine) and theirs[0].isupper() and not any(map(str.isupper, theirs[1:])):
        return True
    same = all(ours.isupper() == other.isupper() for ours, other in zip(mine, theirs, strict=False))
    return same and not any(map(str.isupper, theirs[len(mine) :]))


def _in_capitals(word: str) -> bool:
    return not any(map(str.islower, word))


def _is_spelling_of(form: str, mine: str, theirs: str) -> bool:
    """Tell whether ``theirs`` has the letters of ``form``; a capital, mine or theirs, may have lost its accent."""
    if len(form) != len(theirs):
        return False
    for at, (letter, other) in enumerate(zip(form, theirs, strict=True)):
        found = _lower(other)
        bare = other.isupper() or mine[at : at + 1].isupper()
        if letter != found and not (bare and _BASE.get(letter, letter) == _BASE.get(found, found)):
            return False
    return True


def _lower(word: str) -> str:
    return "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in word)
