"""Tokens put together to a text as a newspaper would print it, and where each stands in it.

Formats of tokens say nothing of the blanks between them. French sets none after ``l'`` and before ``,`` but one before
``: ; ? ! »`` and after ``«``; in English there is none before those and before ``'s`` and ``n't``. Which of the two a
text is in is told by its small words, and where it has none it is French. The blanks are plain ones (U+0020): most news
sites have them there, a no-break space nobody wrote would have to be typed in every search, and the project's tokenizer
takes the sign for a token beside either.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

Places = list[tuple[int, int]]


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


_APOSTROPHES = "'’"
_ELIDED = _words("l d j m t s c n qu jusqu lorsqu puisqu quoiqu presqu quelqu aujourd entr prud o")
_CONTRACTED = frozenset({"'s", "'re", "'ve", "'ll", "'m", "'d", "n't"})
_PREFIXES = _words(
    "anti pro ex non vice mi semi demi ultra quasi néo post pré sous sur co contre après avant pan euro russo franco "
    "anglo germano sino israélo arabo américano al el ben"
)
_SUFFIXES = frozenset({"ci", "là", "être"})
_JOINING = frozenset({"et", "ou", "and", "or"})
_HYPHENS = frozenset({"-", "‐", "‑"})
_OPENING = frozenset({"(", "[", "{", "“", "„", "‘", "``", "¿", "¡", "#", "@"})
_CLOSING = frozenset(",.)]}…”°’‰")
_HIGH = frozenset(":;?!")
_CURRENCIES = frozenset("$€£¥")
_FRENCH = _words("le la les un une des du de et est en à au aux que qui dans pour par sur ce se il elle ont")
_ENGLISH = _words("the of and to is in for that on with was as by at it he from are be his were has have this")


class Detokenized(NamedTuple):
    """A text made of tokens.

    Attributes:
        text: the text, sentences on lines of their own.
        places: ``(start, end)`` of each token in it, in code points, sentence after sentence.
    """

    text: str
    places: Places


def detokenize(sentences: Sequence[Sequence[str]], texts: Sequence[str | None] = ()) -> Detokenized:
    """Put the tokens of sentences together.

    Args:
        sentences: the tokens of each; none is empty.
        texts: how a sentence stands in its article, where that is known; what does not fit its tokens is not used.
    """
    english = _is_english(sentences)
    parts: list[str] = []
    places: Places = []
    at = 0
    for number, sentence in enumerate(sentences):
        if number:
            parts.append("\n")
            at += 1
        text = texts[number] if number < len(texts) else None
        if text is not None and (known := fit(sentence, text)) is not None:
            parts.append(text)
            places.extend((at + start, at + end) for start, end in known)
            at += len(text)
            continue
        for token, blank in zip(sentence, _blanks(sentence, english), strict=True):
            if blank:
                parts.append(" ")
                at += 1
            parts.append(token)
            places.append((at, at + len(token)))
            at += len(token)
    return Detokenized("".join(parts), places)


def put_together(words: Sequence[str]) -> Detokenized:
    """Put words of which some may be blank or empty together as one sentence; a blank one stands nowhere.

    Its place is empty, behind the word before it.
    """
    solid = [word for word in words if word.strip()]
    made = detokenize([solid]) if solid else Detokenized("", [])
    found, places, last = iter(made.places), [], 0
    for word in words:
        place = next(found) if word.strip() else (last, last)
        places.append(place)
        last = place[1]
    return Detokenized(made.text, places)


def fit(tokens: Iterable[str], text: str) -> Places | None:
    """Return where tokens stand in a text that is said to be theirs; None unless it holds them and blanks alone."""
    places, at = [], 0
    for token in tokens:
        while at < len(text) and text[at].isspace() and not text.startswith(token, at):
            at += 1
        if not text.startswith(token, at):
            return None
        places.append((at, at + len(token)))
        at += len(token)
    return None if text[at:].strip() else places


def _is_english(sentences: Iterable[Iterable[str]]) -> bool:
    balance = 0
    for sentence in sentences:
        for token in sentence:
            word = token.lower()
            balance += (word in _ENGLISH) - (word in _FRENCH)
    return balance > 0


def _blanks(tokens: Sequence[str], english: bool) -> list[bool]:
    """Tell for each token of a sentence whether a blank stands before it."""
    blanks = []
    open_quotes: set[str] = set()
    glued = True  # to what is before: nothing, at first
    for index, token in enumerate(tokens):
        before = tokens[index - 1] if index else ""
        after = tokens[index + 1] if index + 1 < len(tokens) else ""
        left, right = _glue(before, token, after, english, open_quotes)
        blanks.append(not (glued or left))
        glued = right
    return blanks


def _glue(before: str, token: str, after: str, english: bool, open_quotes: set[str]) -> tuple[bool, bool]:
    """Tell whether a token clings to the one before it and the one after it."""
    if token in ('"', "'"):
        return _glue_quote(before, token, english, open_quotes)
    if token == "’" and _is_elided(before):
        return True, True
    if token in _OPENING:
        return False, True
    if token in _HYPHENS:
        return (True, True) if _is_compound(before, after, english) else (False, False)
    if token in ("/", ":") and before[-1:].isalnum() and after[:1].isalnum():
        inside = token == "/" or (before[-1:].isdigit() and after[:1].isdigit())
        return (True, True) if inside else (english, False)
    if token in _CURRENCIES or token.endswith("$"):
        return False, english and after[:1].isdigit()
    return _clings_left(before, token, english), _clings_right(token, after)


def _glue_quote(before: str, quote: str, english: bool, open_quotes: set[str]) -> tuple[bool, bool]:
    if quote == "'" and _is_elided(before):
        return True, True
    if quote in open_quotes:
        open_quotes.remove(quote)
        return True, False
    if quote == "'" and english and before[-1:] == "s":
        return True, False
    open_quotes.add(quote)
    return False, True


def _is_elided(word: str) -> bool:
    return word.lower() in _ELIDED


def _is_compound(before: str, after: str, english: bool) -> bool:
    """Tell whether a hyphen between two words makes them one, rather than being a dash.

    English tokenizers cut "self-driving" in three; French ones leave compounds whole.
    """
    if not before[-1:].isalnum() or not after[:1].isalnum():
        return False
    return (
        before.lower() in _PREFIXES
        or after.lower() in _SUFFIXES
        or (english and before.islower() and after.islower())
        or (before.isdigit() and after.isdigit())
        or (before.istitle() and after.istitle())
    )


def _clings_left(before: str, token: str, english: bool) -> bool:
    if token[0] in _CLOSING and not any(map(str.isalnum, token)):
        return True
    if token[0] in _HIGH or token == "%":
        return english or before[-1:] in _HIGH
    if token == "''" or token.lower().replace("’", "'") in _CONTRACTED:
        return True
    # "-t-il", "-là", as French tokenizers leave them; not "-LRB-", the bracket of old corpora
    return token[0] in _HYPHENS and token[1:2].isalpha() and token[-1] not in _HYPHENS and before[-1:].isalnum()


def _clings_right(token: str, after: str) -> bool:
    if token[-1] in _APOSTROPHES:
        return _is_elided(token[:-1])
    return token[-1] in _HYPHENS and token[0].isalpha() and after[:1].isalnum() and after not in _JOINING
