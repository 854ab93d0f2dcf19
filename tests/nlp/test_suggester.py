"""The suggester as a whole: what holds for any text, for any number of texts, and after writing it to disk."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.core.errors import UserError
from annotator.core.evaluation import GoldSpan, evaluate
from annotator.nlp import rules, tokenizer
from annotator.nlp.factories import COMPONENTS
from annotator.nlp.suggester import load_suggester
from tests.nlp.marked import suggester

GOLD = Path(__file__).resolve().parents[2] / "../shared/gold/dev.jsonl"
SENTENCE = "Le président Joe Biden a promis 800 millions de dollars et des missiles Patriot à l'Ukraine et à l'OTAN."

_WORDS = (
    "Le la les l' d' de du des à au en et , . : ( ) « » \" \n \n\n - ’ ' président ministre des Affaires étrangères "
    "général M. Mme Joe Biden BIDEN Trump von der Leyen al - Assad Kim Jong-un Poutine, élu nommé gouvernement "
    "France Corée du Nord Niger Hollande Géorgie Banque OTAN Otan UE Union européenne ONU missiles char bombe "
    "balle drones de combat Leopard 2 F-16 155 mm obus armes 3 1 000 2,5 millions milliards euros dollars $ € M€ "
    "dizaine cent mille US 50M€. chef leader groupe porte-parole \u00a0 \u202f é 😀 e\u0301 état-major"
)
words = st.sampled_from(_WORDS.split(" "))
texts = st.lists(words, max_size=40).map(" ".join) | st.text(max_size=80)


@settings(max_examples=300)
@given(texts)
def test_any_text_gives_sorted_spans_on_the_grid(text: str) -> None:
    found = suggester().propose(text)
    grid = tokenizer.grid(text)
    last = 0
    for each in found:
        assert last <= each.start < each.end <= len(text)
        assert grid.holds(each.start, each.end)
        assert text[each.start : each.end] == text[each.start : each.end].strip()
        assert rules.catalogue()[each.rule].tier is each.tier
        assert each.label in ("leader", "country", "alliance", "weapon", "sum")
        last = each.end
    assert suggester().propose(text) == found


@given(st.lists(texts, max_size=5))
def test_many_texts_give_what_each_gives_alone(several: list[str]) -> None:
    assert list(suggester().pipe(several)) == [suggester().propose(text) for text in several]


def test_every_suggestion_says_why_in_both_languages() -> None:
    found = suggester().propose(SENTENCE)
    assert [SENTENCE[each.start : each.end] for each in found] == [
        "Joe Biden",
        "800 millions de dollars",
        "missiles Patriot",
        "Ukraine",
        "OTAN",
    ]
    for rule in rules.catalogue().values():
        assert rule.reason.en
        assert rule.reason.fr
        assert rule.reason.en != rule.reason.fr


def test_the_sample_article_is_suggested_nearly_whole() -> None:
    """44 of its 52 gold spans with at most 6 wrong was the first goal; the gold lies beside the repository."""
    if not GOLD.is_file():
        pytest.skip("the gold articles are not here")
    article = json.loads(GOLD.read_text(encoding="utf-8").splitlines()[0])
    text = article["text"]
    gold = [GoldSpan(span["start"], span["end"], span["label"]) for span in article["spans"]]
    counts = evaluate([(article["id"], text, gold, suggester().propose(text))]).micro
    assert counts.right >= 50
    assert counts.proposed - counts.right <= 2


def test_the_gold_is_suggested_as_well_as_promised() -> None:
    if not GOLD.is_file():
        pytest.skip("the gold articles are not here")
    articles = [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]
    proposals = suggester().pipe(article["text"] for article in articles)
    result = evaluate(
        (
            article["id"],
            article["text"],
            [GoldSpan(span["start"], span["end"], span["label"]) for span in article["spans"]],
            found,
        )
        for article, found in zip(articles, proposals, strict=True)
    )
    assert (result.micro.exact.f1 or 0) >= 0.90
    assert all((counts.exact.f1 or 0) >= 0.85 for counts in result.labels.values())
    assert (result.tiers["sure"].precision or 0) >= 0.97
    assert (result.cost or 2) < 1.1


def test_a_rule_can_be_switched_off() -> None:
    silent = load_suggester(switched_off=["country.name", "alliance.acronym"])
    labels = {each.label for each in silent.propose(SENTENCE)}
    assert labels == {"leader", "sum", "weapon"}


def test_switching_off_a_rule_that_does_not_exist_is_refused() -> None:
    with pytest.raises(UserError, match="country\\.nmae"):
        load_suggester(switched_off=["country.nmae"])


def test_a_project_adds_its_own_words() -> None:
    own = load_suggester(
        extra=[("bombinette", "weapon", "coined"), ("Groupe d'Oslo", "alliance", ""), ("OTAN", "country", "")]
    )
    text = "La bombinette et la BOMBINETTE du Groupe d’Oslo ; le groupe d'Oslo ; l'OTAN."
    found = [(text[each.start : each.end], each.label) for each in own.propose(text)]
    assert found == [
        ("bombinette", "weapon"),
        ("BOMBINETTE", "weapon"),
        ("Groupe d’Oslo", "alliance"),
        ("OTAN", "country"),
    ]


def test_an_exported_suggester_loads_with_stock_commands(tmp_path: Path) -> None:
    own = load_suggester(extra=[("bombinette", "weapon", "")], switched_off=["country.name"])
    own.to_disk(tmp_path / "suggester")
    text = SENTENCE + " Une bombinette."
    program = (
        "import sys, json, spacy; nlp = spacy.load(sys.argv[1]); doc = nlp(sys.argv[2]); "
        "print(json.dumps([[e.start_char, e.end_char, e.label_, e.id_] for e in doc.ents]))"
    )
    command = [sys.executable, "-c", program, str(tmp_path / "suggester"), text]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    loaded = json.loads(done.stdout.splitlines()[-1])
    assert loaded == [[each.start, each.end, each.label, each.rule] for each in own.propose(text)]
    assert "bombinette" in {text[start:end] for start, end, *_ in loaded}
    assert "country" not in {label for *_, label, _ in loaded}


@pytest.mark.parametrize("name", COMPONENTS[:-1])
def test_each_component_works_alone(name: str) -> None:
    nlp = tokenizer.blank()
    nlp.add_pipe(name)
    doc = nlp(SENTENCE)
    assert doc.text == SENTENCE
    assert doc.ents == ()
    nlp.add_pipe("annotator_conflicts")
    labels = {span.label_ for span in nlp(SENTENCE).ents}
    expected = {
        "annotator_countries": {"country"},
        "annotator_alliances": {"alliance"},
        "annotator_sums": {"sum"},
        "annotator_weapons": {"weapon"},
        "annotator_leaders": {"leader"},
        "annotator_entries": set(),
    }
    assert labels == expected[name]


def test_documents_can_be_stored_with_their_suggestions() -> None:
    from spacy.tokens import DocBin

    nlp = suggester().nlp
    doc = nlp(SENTENCE)
    stored = DocBin(docs=[doc], store_user_data=True)
    (loaded,) = DocBin().from_bytes(stored.to_bytes()).get_docs(nlp.vocab)
    assert [(span.text, span.label_) for span in loaded.ents] == [(span.text, span.label_) for span in doc.ents]
    assert [span.id_ for span in loaded.spans["suggestions"]] == [span.id_ for span in doc.spans["suggestions"]]


@pytest.mark.parametrize(
    "piece",
    [
        "1 ",
        "« ",
        "«",
        "a",
        "A-B-",
        "missile ",
        "président de la ",
        "Joe Biden ",
        "euros ",
        "vingt et un ",
        "2, ",
        "M. ",
    ],
)
def test_monotonous_texts_take_no_more_than_their_length(piece: str) -> None:
    """None of these may take time that grows with the square of the length: then they would take hours."""
    text = (piece * (300_000 // len(piece) + 1))[:300_000]
    found = suggester().propose(text)
    assert all(each.end <= len(text) for each in found)


GROWTH = """
import resource
from annotator.nlp import suggester

suggester._CHARACTERS_REMEMBERED = 100_000  # so that few articles show what many would
suggests = suggester.load_suggester()

def fresh(count, start):
    for _ in suggests.pipe(" ".join(f"Zo{n}ra{word}" for word in range(300)) for n in range(start, start + count)):
        pass

fresh(100, 0)
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
fresh(200, 10_000)
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)
"""


def test_memory_stays_flat_over_many_articles() -> None:
    # In a process of its own: what other tests took before would hide that it grows.
    done = subprocess.run([sys.executable, "-c", GROWTH], capture_output=True, text=True, check=True)
    assert int(done.stdout) < 20_000  # KiB; three times as much where every new word is kept
