"""Which texts are nearly the same: an agency's dispatch and the newspapers' versions of it.

A text is a set of runs of three words; how much two sets share (their Jaccard index) is estimated from their MinHash
signatures (Broder 1997), which `rensa` computes. Pairs worth comparing are found by banding (locality-sensitive
hashing), all at once in arrays, so that a hundred thousand texts take seconds.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import pairwise

VERSION = "rensa 1"
"""Changes whenever signatures made before cannot be compared with those made now."""

NEAR = 0.5
"""Texts that share so much are named as near-duplicates: one is the other with a few sentences added or changed."""
SAME_STORY = 0.2
"""Texts that share so much tell the same story in partly the same words; a split keeps them on one side."""

_HASHES = 128
_SEED = 42
_WORDS = 3
_MOST_ALIKE = 200
_MOST_LIKELY = 200_000
_COMPARED_AT_ONCE = 20_000
_WORD = re.compile(r"\w+")

_BANDS = {NEAR: (32, 4), SAME_STORY: (64, 2)}
"""Bands and rows of each. Of pairs just so near one in eight, or in fourteen, is missed; a tenth nearer, hardly any."""


def signature(text: str) -> bytes:
    """Return the signature of a text: 128 numbers of 32 bits, little-endian."""
    import numpy
    from rensa import RMinHash

    plain = unicodedata.normalize("NFKD", text).casefold()
    words = _WORD.findall("".join(each for each in plain if not unicodedata.combining(each)))
    runs = [" ".join(words[at : at + _WORDS]) for at in range(max(1, len(words) - _WORDS + 1))]
    hashes = RMinHash(_HASHES, _SEED)
    hashes.update(runs)
    return numpy.asarray(hashes.digest(), dtype="<u4").tobytes()


def near_pairs(
    signatures: Sequence[bytes] | bytes | bytearray, *, at_least: float = NEAR
) -> Iterator[tuple[int, int, float]]:
    """Yield ``(first, second, how much they share)`` of the pairs of texts that share so much, by their places.

    Of more than 200 texts that agree in a band each is compared with its neighbours alone, which is enough to put them
    into one group.

    Args:
        signatures: as `signature` makes them; many of them take less memory put together into one.
        at_least: `NEAR` or `SAME_STORY`.
    """
    import numpy

    packed = signatures if isinstance(signatures, bytes | bytearray) else b"".join(signatures)
    table = numpy.frombuffer(packed, dtype="<u4").reshape(-1, _HASHES)
    if len(table) < 2:
        return
    bands, rows = _BANDS[at_least]
    found: set[int] = set()
    likely: set[int] = set()
    count = len(table)

    def compare() -> None:
        """Keep those that are near: most pairs that agree in one band are not, and would fill the memory."""
        pairs = numpy.fromiter(likely, dtype="int64", count=len(likely))
        likely.clear()
        for at in range(0, len(pairs), _COMPARED_AT_ONCE):
            some = pairs[at : at + _COMPARED_AT_ONCE]
            one, two = numpy.divmod(some, count)
            found.update(some[(table[one] == table[two]).mean(axis=1) >= at_least].tolist())

    for band in range(bands):
        part = numpy.ascontiguousarray(table[:, band * rows : (band + 1) * rows])
        keys = part.view([("", part.dtype)] * rows).ravel()
        order = numpy.argsort(keys, kind="stable")
        same = keys[order][1:] == keys[order][:-1]
        for first, stop in _runs(same):
            alike = sorted(order[first:stop].tolist())
            if len(alike) > _MOST_ALIKE:
                likely.update(one * count + two for one, two in pairwise(alike))
            else:
                likely.update(one * count + two for at, one in enumerate(alike) for two in alike[at + 1 :])
            if len(likely) > _MOST_LIKELY:
                compare()
        compare()
    pairs = numpy.asarray(sorted(found), dtype="int64")
    for at in range(0, len(pairs), _COMPARED_AT_ONCE):
        one, two = numpy.divmod(pairs[at : at + _COMPARED_AT_ONCE], count)
        shared = (table[one] == table[two]).mean(axis=1)
        yield from zip(one.tolist(), two.tolist(), shared.tolist(), strict=True)


def _runs(same: object) -> Iterator[tuple[int, int]]:
    """Yield where runs of equal neighbours begin and end, given for each pair of neighbours whether they are equal."""
    import numpy

    edges = numpy.diff(numpy.concatenate(([0], numpy.asarray(same, dtype="int8"), [0])))
    starts, stops = numpy.nonzero(edges == 1)[0].tolist(), numpy.nonzero(edges == -1)[0].tolist()
    for start, stop in zip(starts, stops, strict=True):
        yield start, stop + 1
