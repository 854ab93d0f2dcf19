"""The project's tokenizer gives the tokens of stock spaCy, split further where it says so."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.nlp import lexicons, tokenizer
from annotator.nlp.tokenizer_snapshot import as_text, snapshot, snapshot_file

if TYPE_CHECKING:
    from spacy.language import Language

SHARED = Path(__file__).resolve().parents[2] / "../shared"
SNAPSHOT = json.loads(snapshot_file().read_text(encoding="utf-8"))


@cache
def stock() -> Language:
    import spacy

    return spacy.blank("fr")


@cache
def project() -> Language:
    return tokenizer.blank()


def tokens(nlp: Language, text: str) -> list[tuple[int, str]]:
    return [(token.idx, token.text) for token in nlp.make_doc(text)]


def edges(placed: list[tuple[int, str]]) -> set[int]:
    return {index for index, _ in placed} | {index + len(word) for index, word in placed}


def gold_texts() -> list[str]:
    path = SHARED / "gold" / "dev.jsonl"
    if not path.is_file():
        pytest.skip("the gold articles are not here")
    return [json.loads(line)["text"] for line in path.read_text(encoding="utf-8").splitlines()]


def test_the_snapshot_is_that_of_the_installed_spacy() -> None:
    assert snapshot_file().read_text(encoding="utf-8") == as_text(snapshot())


def test_the_gold_has_the_tokens_of_stock_spacy() -> None:
    for text in gold_texts():
        assert tokens(project(), text) == tokens(stock(), text)


def test_the_fixtures_lose_no_boundary_of_stock_spacy() -> None:
    folder = SHARED / "fixtures"
    if not folder.is_dir():
        pytest.skip("the fixtures are not here")
    for path in sorted(folder.rglob("*")):
        if path.suffix in (".txt", ".json", ".jsonl", ".conll", ".ann") and path.stat().st_size < 200_000:
            text = path.read_text(encoding="utf-8")
            assert edges(tokens(stock(), text)) <= edges(tokens(project(), text)), path


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("50M€.", ["50M€", "."]),
        ("12€.", ["12", "€", "."]),
        ("1.000€.", ["1.000", "€", "."]),
        ("3Mds€.", ["3Mds€", "."]),
        ("12€/h", ["12€", "/", "h"]),
        ("pro-Poutine", ["pro", "-", "Poutine"]),
        ("anti-OTAN", ["anti", "-", "OTAN"]),
        ("l’ex-URSS", ["l’", "ex", "-", "URSS"]),
        ("lʼOTAN", ["lʼ", "OTAN"]),
        ("l´OTAN", ["l´", "OTAN"]),
        ("jusquʼen", ["jusquʼ", "en"]),
        ("porte-avions", ["porte-avions"]),
        ("franco-allemand", ["franco-allemand"]),
        ("États-Unis", ["États-Unis"]),
        ("anti-char", ["anti-char"]),
        ("ex-ministre", ["ex-ministre"]),
        ("aujourd'hui", ["aujourd'hui"]),
        ("Zaporijjʼia", ["Zaporijjʼia"]),
    ],
)
def test_words_are_split_as_intended(text: str, words: list[str]) -> None:
    assert [word for _, word in tokens(project(), text)] == words


prefixes = st.sampled_from(
    [re.sub(r"\(\?:.*?\)\??|\[.*?\]|.\?|[()]", "", each) for each in SNAPSHOT["hyphen_prefixes"]]
)
joints = st.sampled_from(["en", "la", "sur", "sous", "à", "près", "saint", "aux", "des", "du", "l'", "x"])
parts = st.text(alphabet="abcéèîœAÉZß'’-–.1€", min_size=0, max_size=6)
hyphens = st.sampled_from(["-", "–", "—", "‐", "‑", "'", "’"])


@settings(max_examples=400)
@given(st.lists(st.tuples(prefixes | joints | parts, hyphens, parts | joints, hyphens, parts), max_size=4))
def test_no_boundary_of_stock_spacy_is_lost(built: list[tuple[str, ...]]) -> None:
    text = " ".join("".join(word) for word in built)
    ours, theirs = tokens(project(), text), tokens(stock(), text)
    assert edges(theirs) <= edges(ours)
    # Where nothing of the project's own can apply, the tokens are the same.
    if not re.search(r"€|[-–—‐‑][^\W\d_]", text):
        assert ours == theirs


@given(st.lists(st.tuples(prefixes, hyphens, st.text(alphabet="abcdéèêîôûçœ", min_size=1, max_size=8)), max_size=6))
def test_words_in_small_letters_are_those_of_stock_spacy(built: list[tuple[str, ...]]) -> None:
    text = " ".join("".join(word) for word in built).lower()
    assert tokens(project(), text) == tokens(stock(), text)


def lexicon_phrases() -> set[str]:
    files: dict[str, int] = {
        "countries.tsv": 1,
        "alliances.tsv": 2,
        "weapons.tsv": 2,
        "weapon_heads.tsv": 2,
        "titles.tsv": 1,
    }
    found = {"leaders.tsv": 2} | files
    return {
        phrase
        for name, columns in found.items()
        for fields in lexicons.rows(name, columns=columns)
        for field in fields[:columns]
        for phrase in lexicons.variants(field)
    }


def test_phrases_of_the_lexicons_are_split_as_the_tokenizer_does() -> None:
    nlp = project()
    wrong = {}
    for phrase in lexicon_phrases():
        expected = [token.text for token in nlp.make_doc(phrase) if not token.is_space]
        if tokenizer.split(phrase) != expected:
            wrong[phrase] = (tokenizer.split(phrase), expected)
    assert wrong == {}


@pytest.mark.parametrize("text", ["", " ", "\n\n", "A😀 Paris", "a\u00a0b", "e\u0301te\u0301", "l’ONU\r\n"])
def test_grids_hold_every_token(text: str) -> None:
    grid = tokenizer.grid(text)
    assert list(zip(grid.starts, grid.ends, strict=True)) == [
        (index, index + len(word)) for index, word in tokens(project(), text)
    ]


def test_a_text_longer_than_spacy_allows_has_a_grid() -> None:
    text = "Le président. " * 90_000
    assert len(text) > 1_000_000
    assert len(tokenizer.grid(text)) == 270_000


@pytest.mark.parametrize("run", ["«" * 1_000_000, "a-" * 500_000, "a" * 1_000_000, "1." * 500_000, "€" * 300_000])
def test_endless_words_are_cut_in_time(run: str) -> None:
    """Without the cut each of these takes hours."""
    grid = tokenizer.grid(f"avant {run} après")
    text = f"avant {run} après"
    words = [text[start:end] for start, end in zip(grid.starts, grid.ends, strict=True)]
    assert words[0] == "avant"
    assert words[-1] == "après"
    assert "".join(words[1:-1]) == run


def test_spaces_around_an_endless_word_are_those_of_a_short_one() -> None:
    def shape(text: str) -> list[tuple[str, str]]:
        return [(token.text[:3], token.whitespace_) for token in project().make_doc(text)]

    long, short = "a" * 1_001, "aaa"
    for before, after in (("", ""), ("x ", " y"), ("x  ", "  y"), ("\n", "\n"), ("x", ". y"), ("x. ", "")):
        assert shape(f"{before}{long}{after}")[0] == shape(f"{before}{short}{after}")[0] or not before
        doc = project().make_doc(f"{before}{long}{after}")
        assert doc.text == f"{before}{long}{after}"


def without_this_package(folder: Path) -> Path:
    """Return a folder that holds what is installed here, but for this package and its entry points."""
    folder.mkdir()
    installed = Path(stock_spacy_file()).parents[1]
    for path in installed.iterdir():
        if "annotator" not in path.name and path.suffix != ".pth":
            (folder / path.name).symlink_to(path)
    return folder


def stock_spacy_file() -> str:
    import spacy

    return str(spacy.__file__)


def test_the_written_pipeline_loads_in_stock_spacy_with_the_same_tokens(tmp_path: Path) -> None:
    folder = tmp_path / "base"
    tokenizer.write_pipeline(folder)
    text = "L’ex-URSS a payé 50M€. lʼOTAN, pro-Poutine, porte-avions."
    program = (
        "import sys, json; sys.path.append(sys.argv[1]); import spacy; nlp = spacy.load(sys.argv[2]); "
        "assert not any(name.startswith('annotator') for name in sys.modules); "
        "print(json.dumps([[t.idx, t.text] for t in nlp(sys.argv[3])]))"
    )
    packages = without_this_package(tmp_path / "packages")
    command = [sys.executable, "-I", "-S", "-c", program, str(packages), str(folder), text]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=tmp_path)
    loaded: list[Any] = json.loads(done.stdout.splitlines()[-1])
    assert [tuple(each) for each in loaded] == tokens(project(), text)


def test_starting_does_not_import_the_slow_module() -> None:
    program = (
        "import sys; from annotator.nlp import tokenizer; tokenizer.grid('a'); print('spacy.lang.fr' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
