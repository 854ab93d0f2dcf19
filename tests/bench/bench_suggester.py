"""How many words a second the suggester reads, beside the bare tokenizer in the same run; how long it takes to start.

Run with ``make bench ARGS="-k suggester"``. Every round begins with a pipeline that has seen no text, since a word
seen before is many times quicker to cut. Rounds of the bare tokenizer and of the whole pipeline take turns, so that a
busy machine slows both. Nothing is asserted of the times: read the table. The goals: at least 0.40 of the words per
second of the tokenizer; from a cold process to the first suggestions at most 2 × ``import spacy``.
"""

from __future__ import annotations

import random
import re
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator

import pytest

from annotator.nlp import tokenizer
from annotator.nlp.suggester import load_suggester
from annotator.paths import resource

_ROUNDS = 20
_rows: list[str] = []


@pytest.fixture(scope="module", autouse=True)
def _table(request: pytest.FixtureRequest) -> Iterator[None]:
    yield
    with request.config.pluginmanager.getplugin("capturemanager").global_and_fixture_disabled():
        print("", *_rows, sep="\n")


def in_other_words(text: str, seed: int) -> str:
    """Return ``text`` with every longer small word but those the rules read replaced by a made-up one of its length."""
    chance = random.Random(seed)

    def other(match: re.Match[str]) -> str:
        word = match.group()
        return word if chance.random() < 0.5 else "".join(chance.choices("aeioulnrstdmpc", k=len(word)))

    return re.sub(r"\b[a-zéèêàçîôû]{5,}\b", other, text)


def test_words_a_second() -> None:
    sample = resource("sample", "article.txt").read_text(encoding="utf-8")
    bare, whole, count = [], [], 0
    for seed in range(_ROUNDS):
        blank, suggester = tokenizer.blank(), load_suggester()
        suggester.propose("Le président a parlé.")
        text = in_other_words(sample, seed)
        count += len(tokenizer.grid(text))
        start = time.perf_counter()
        blank.make_doc(text)
        bare.append(time.perf_counter() - start)
        start = time.perf_counter()
        suggester.propose(text)
        whole.append(time.perf_counter() - start)
    ratio = statistics.median(first / second for first, second in zip(bare, whole, strict=True))
    _rows.append(f"{'words a second on new text':<44} {'tokenizer':>10} {'suggester':>10} {'ratio':>6}")
    _rows.append(f"{'':<44} {count / sum(bare):>10,.0f} {count / sum(whole):>10,.0f} {ratio:>6.2f}")
    assert ratio > 0


def seconds(program: str) -> float:
    start = time.perf_counter()
    subprocess.run([sys.executable, "-c", program], check=True, capture_output=True)
    return time.perf_counter() - start


def test_from_a_cold_process_to_the_suggestions_of_one_article() -> None:
    path = str(resource("sample", "article.txt"))
    bare, whole = [], []
    for _ in range(5):
        bare.append(seconds("import spacy"))
        whole.append(
            seconds(
                "from pathlib import Path; from annotator.nlp.suggester import load_suggester; "
                f"assert load_suggester().propose(Path({path!r}).read_text(encoding='utf-8'))"
            )
        )
    ratio = statistics.median(second / first for first, second in zip(bare, whole, strict=True))
    _rows.append(f"{'process to suggestions, s':<44} {'import':>10} {'suggester':>10} {'ratio':>6}")
    _rows.append(f"{'':<44} {min(bare):>10.2f} {min(whole):>10.2f} {ratio:>6.2f}")
    assert ratio > 0
