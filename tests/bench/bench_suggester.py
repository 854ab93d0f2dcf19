"""How many words a second the suggester reads, beside the bare tokenizer in the same run; how long it takes to start.

Run with ``make bench ARGS="-k suggester"``. Every round begins with a pipeline that has seen no text, since a word
seen before is many times quicker to cut. Rounds of the bare tokenizer and of the whole pipeline take turns, so that a
busy machine slows both. Nothing is asserted of the times: read the table. The goals: at least 0.40 of the words per
second of the tokenizer; from a cold process to the first suggestions at most 2 × ``import spacy``.
"""

from __future__ import annotations

import random
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator

import pytest

from annotator.nlp import tokenizer
from annotator.nlp.suggester import load_suggester
from annotator.paths import resource

_ROUNDS = 10
_rows: list[str] = []


@pytest.fixture(scope="module", autouse=True)
def _table(request: pytest.FixtureRequest) -> Iterator[None]:
    yield
    with request.config.pluginmanager.getplugin("capturemanager").global_and_fixture_disabled():
        print("", *_rows, sep="\n")


def articles(count: int) -> list[str]:
    """Return articles made of the sentences of the sample article, with new words in each."""
    sentences = resource("sample", "article.txt").read_text(encoding="utf-8").split(". ")
    chance = random.Random(20_260_101)
    syllables = ["ba", "ke", "li", "mo", "tu", "ra", "ven", "sor", "dal", "pri", "nou", "gé"]

    def word() -> str:
        return "".join(chance.choices(syllables, k=chance.randint(2, 4)))

    made = []
    for _ in range(count):
        picked = chance.sample(sentences, k=min(20, len(sentences)))
        made.append(". ".join(f"{sentence} {word()} {word().capitalize()} {word()}" for sentence in picked))
    return made


def test_words_a_second() -> None:
    texts = articles(40)
    count = sum(len(tokenizer.grid(text)) for text in texts)
    bare, whole = [], []
    for _ in range(_ROUNDS):
        blank = tokenizer.blank()
        start = time.perf_counter()
        for text in texts:
            blank.make_doc(text)
        bare.append(time.perf_counter() - start)
        suggester = load_suggester()
        start = time.perf_counter()
        for _ in suggester.pipe(texts):
            pass
        whole.append(time.perf_counter() - start)
    ratio = statistics.median(first / second for first, second in zip(bare, whole, strict=True))
    _rows.append(f"{'words a second on new text':<44} {'tokenizer':>10} {'suggester':>10} {'ratio':>6}")
    _rows.append(f"{'':<44} {count / min(bare):>10,.0f} {count / min(whole):>10,.0f} {ratio:>6.2f}")
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
