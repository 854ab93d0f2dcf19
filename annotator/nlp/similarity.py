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


def near_pairs(signatures: Sequence[bytes], *, at_least: float = NEAR) -> Iterator[tuple[int, int, float]]:
    """Yield ``(first, second, how much they share)`` of the pairs of texts that share so much, by their places.

    Of more than 200 texts that agree in a band each is compared with its neighbours alone, which is enough to put them
    into one group.

    Args:
        signatures: as `signature` makes them.
        at_least: `NEAR` or `SAME_STORY`.
    """
    import numpy

    if len(signatures) < 2:
        return
    table = numpy.frombuffer(b"".join(signatures), dtype="<u4").reshape(len(signatures), _HASHES)
    bands, rows = _BANDS[at_least]
    found: set[int] = set()
    count = len(signatures)
    for band in range(bands):
        part = numpy.ascontiguousarray(table[:, band * rows : (band + 1) * rows])
        keys = part.view([("", part.dtype)] * rows).ravel()
        order = numpy.argsort(keys, kind="stable")
        same = keys[order][1:] == keys[order][:-1]
        for first, stop in _runs(same):
            alike = sorted(order[first:stop].tolist())
            if len(alike) > _MOST_ALIKE:
                found.update(one * count + two for one, two in pairwise(alike))
            else:
                found.update(one * count + two for at, one in enumerate(alike) for two in alike[at + 1 :])
    if not found:
        return
    pairs = numpy.asarray(sorted(found), dtype="int64")
    for at in range(0, len(pairs), 50_000):
        one, two = numpy.divmod(pairs[at : at + 50_000], count)
        shared = (table[one] == table[two]).mean(axis=1)
        for place in numpy.nonzero(shared >= at_least)[0].tolist():
            yield int(one[place]), int(two[place]), float(shared[place])


def _runs(same: object) -> Iterator[tuple[int, int]]:
    """Yield where runs of equal neighbours begin and end, given for each pair of neighbours whether they are equal."""
    import numpy

    edges = numpy.diff(numpy.concatenate(([0], numpy.asarray(same, dtype="int8"), [0])))
    starts, stops = numpy.nonzero(edges == 1)[0].tolist(), numpy.nonzero(edges == -1)[0].tolist()
    for start, stop in zip(starts, stops, strict=True):
        yield start, stop + 1
