"""Tokens that a project takes apart where the tokenizer glues: superOTAN, 50M€."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from annotator.core.errors import UserError
from annotator.core.tokens import TokenGrid

LONGEST_SPLIT = 100
"""How many characters a token may have that is taken apart; no word is longer."""


class Split(NamedTuple):
    """A token that a project takes apart wherever it stands, written exactly so.

    Attributes:
        form: the token.
        parts: what it becomes, two or more; joined they give the form.
    """

    form: str
    parts: tuple[str, ...]

    @property
    def cuts(self) -> tuple[int, ...]:
        """Where the parts meet, in code points of the form."""
        return tuple(accumulate(map(len, self.parts)))[:-1]


def split_at(form: str, cuts: Iterable[int]) -> Split:
    """Return the split of a form at some places inside it.

    Raises:
        UserError: `clean_split` refuses it.
    """
    inside = sorted({cut for cut in cuts if 0 < cut < len(form)})
    return clean_split(form, [form[start:end] for start, end in pairwise([0, *inside, len(form)])])


def clean_split(form: str, parts: Sequence[str]) -> Split:
    """Return a split that a tokenizer can make.

    Raises:
        UserError: the form is no single token or too long, there are less than two parts, one is empty, or together
            they are not the form.
    """
    if not form or any(map(str.isspace, form)) or len(form) > LONGEST_SPLIT:
        raise UserError(
            f"“{form[:LONGEST_SPLIT]}” is no single word of at most {LONGEST_SPLIT} characters; only one can be split.",
            f"« {form[:LONGEST_SPLIT]} » n'est pas un mot d'un seul tenant, de {LONGEST_SPLIT} caractères au plus ; "
            "seul un tel mot peut être coupé.",
        )
    if len(parts) < 2 or not all(parts) or "".join(parts) != form:
        raise UserError(
            f"“{'+'.join(parts)}” does not take “{form}” apart; give two parts or more that together are the word.",
            f"« {'+'.join(parts)} » ne coupe pas « {form} » ; donnez au moins deux parties qui, mises bout à bout, "
            "forment le mot.",
        )
    return Split(form, tuple(parts))


def parse_split(written: str) -> Split:
    """Return the split that a person writes as ``anti-OTAN=anti+-+OTAN``.

    Raises:
        UserError: it cannot be read so.
    """
    for at, character in enumerate(written):
        if character == "=" and (cuts := _cuts_written(written[:at], written[at + 1 :])):
            return split_at(written[:at], cuts)
    raise UserError(
        f"“{written}” is no split; write the word, =, and its parts with + between them: anti-OTAN=anti+-+OTAN.",
        f"« {written} » n'est pas une coupe ; écrivez le mot, =, puis ses parties séparées par + : "
        "anti-OTAN=anti+-+OTAN.",
    )


def _cuts_written(form: str, rest: str) -> list[int]:
    """Return where ``rest`` has a plus sign that ``form`` lacks; nothing where they differ otherwise."""
    cuts: list[int] = []
    at = 0
    for character in rest:
        if at < len(form) and character == form[at]:
            at += 1
        elif character == "+" and 0 < at < len(form):
            cuts.append(at)
        else:
            return []
    return cuts if at == len(form) else []


def cuttings(form: str) -> list[tuple[int, ...]]:
    """Return every single way to cut a token, from its start to its end.

    Each is where one cut goes; hyphens, signs and punctuation marks inside come apart on both their sides, together.
    """
    found: list[tuple[int, ...]] = []
    for at in range(1, len(form)):
        if _is_joint(form, at - 1):
            continue  # told with the place before the first of them
        end = at
        while _is_joint(form, end):
            end += 1
        found.append((at, end) if end > at else (at,))
    return found


def _is_joint(form: str, at: int) -> bool:
    return 0 < at < len(form) - 1 and not form[at].isalnum()


def likely_cutting(form: str, edge: int | None = None) -> int:
    """Return which of the `cuttings` of a token is most likely meant, as an index.

    Args:
        form: a token of at least two characters.
        edge: where a person's selection begins or ends in it, if it does.
    """
    ways = cuttings(form)

    def strangeness(index: int) -> tuple[int, int]:
        first, last = ways[index][0], ways[index][-1]
        if edge is not None and edge in (first, last):
            return 0, 0
        if first != last:
            return 1, -index  # of several signs the last one: what follows it is the name
        before, after = form[first - 1], form[first]
        if not before.isalnum() or not after.isalnum():
            return 2, index
        if before.isdigit() != after.isdigit():
            return 3, index
        return (4, index) if before.islower() and after.isupper() else (5, abs(2 * first - len(form)))

    return min(range(len(ways)), key=strangeness)


def stamp(splits: Iterable[Split]) -> str:
    """Return what tells these splits from any others; empty where there are none."""
    told = sorted([each.form, *each.parts] for each in splits)
    import hashlib  # nothing that opens a window needs it

    return hashlib.sha256(json.dumps(told).encode()).hexdigest()[:8] if told else ""


def cut_tokens(text: str, grid: TokenGrid, splits: Iterable[Split]) -> TokenGrid:
    """Return a grid in which every token that is the form of a split is taken apart."""
    of_form = {each.form: each for each in splits}

    def tokens() -> Iterator[tuple[int, int]]:
        for start, end in zip(grid.starts, grid.ends, strict=True):
            found = of_form.get(text[start:end])
            edges = [start, end] if found is None else [start, *(start + cut for cut in found.cuts), end]
            yield from pairwise(edges)

    return TokenGrid.of(tokens())


def join_tokens(text: str, grid: TokenGrid, split: Split) -> TokenGrid:
    """Return a grid in which the parts of a split that follow one another are one token again."""
    pairs = list(zip(grid.starts, grid.ends, strict=True))
    count = len(split.parts)

    def tokens() -> Iterator[tuple[int, int]]:
        at = 0
        while at < len(pairs):
            following = pairs[at : at + count]
            start, end = following[0][0], following[-1][1]
            if tuple(text[first:last] for first, last in following) == split.parts and end - start == len(split.form):
                yield start, end
                at += count
            else:
                yield pairs[at]
                at += 1

    return TokenGrid.of(tokens())


def refined(splits: Iterable[Split], new: Split) -> tuple[Split, ...]:
    """Return splits with another one, by form; it also takes its form apart where that is a part of theirs."""
    kept = {each.form: each for each in splits if each.form != new.form}
    for each in kept.values():
        parts = [piece for part in each.parts for piece in (new.parts if part == new.form else (part,))]
        kept[each.form] = Split(each.form, tuple(parts))
    kept[new.form] = new
    return tuple(kept[form] for form in sorted(kept))
