"""Teaches a spaCy tokenizer the tokens that a project takes apart, in a way that it writes to disk with the rest."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from annotator.core.splits import Split

if TYPE_CHECKING:
    from spacy.tokenizer import Tokenizer


def take_apart(tokenizer: Tokenizer, splits: Iterable[Split]) -> None:
    """Let a tokenizer take apart every token that is the form of a split.

    They become special cases, which alone would act on what stands between two blanks. spaCy looks for one among
    finished tokens, so also after ``l'``, where it holds something that the tokenizer cuts at. So words without such a
    place are given one: a rule that only the bare word fulfils, and that cuts nothing.

    Args:
        tokenizer: of a pipeline that nobody else uses.
        splits: what to take apart.
    """
    from spacy.symbols import ORTH

    splits = list(splits)
    bare = [each.form for each in splits if not _is_looked_for(tokenizer, each.form)]
    if bare:
        rules = [tokenizer.infix_finditer.__self__.pattern, *(rf"\A{re.escape(form)}\Z" for form in bare)]
        tokenizer.infix_finditer = re.compile("|".join(rules)).finditer
    for each in splits:
        tokenizer.add_special_case(each.form, [{ORTH: part} for part in each.parts])


def _is_looked_for(tokenizer: Tokenizer, form: str) -> bool:
    return bool(tokenizer.find_prefix(form) or tokenizer.find_infix(form) or tokenizer.find_suffix(form))
