"""Who is given which articles to work on: balanced by length, a share of them given to two."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from hashlib import sha256
from itertools import combinations


def deal(
    articles: Sequence[tuple[str, int]],
    annotators: int,
    *,
    overlap: Fraction,
    loads: Sequence[int] | None = None,
    pairs: Mapping[tuple[int, int], int] | None = None,
) -> list[tuple[int, ...]]:
    """Give articles to annotators, and return to whom each goes: one, or two.

    The same articles are always dealt alike, in whatever order they come: they are taken by their hashes. Of those
    given to two, all pairs of annotators get equally many, as far as that comes out; each of the others goes to who has
    least to read.

    Args:
        articles: hash and length of each.
        annotators: how many there are.
        overlap: which share is given to two, from 0 to 1; nothing is where there is one annotator.
        loads: how many characters each has already.
        pairs: how many articles each pair has already.
    """
    given: list[tuple[int, ...]] = [()] * len(articles)
    order = sorted(range(len(articles)), key=lambda at: sha256(articles[at][0].encode()).digest())
    have = list(loads) if loads is not None else [0] * annotators
    double = round(len(articles) * overlap) if annotators > 1 else 0
    counted = {pair: (pairs or {}).get(pair, 0) for pair in combinations(range(annotators), 2)}
    for at in order[:double]:
        pair = min(counted, key=lambda each: (counted[each], have[each[0]] + have[each[1]], each))
        counted[pair] += 1
        given[at] = pair
        for who in pair:
            have[who] += articles[at][1]
    # The longest first, so that what is left over in the end is small.
    for at in sorted(order[double:], key=lambda at: -articles[at][1]):
        who = min(range(annotators), key=lambda each: (have[each], each))
        given[at] = (who,)
        have[who] += articles[at][1]
    return given
