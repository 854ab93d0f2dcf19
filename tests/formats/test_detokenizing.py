from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.formats.detokenizing import detokenize, fit
from annotator.nlp import tokenizer


@pytest.mark.parametrize(
    ("tokens", "text"),
    [
        ("Le chef de l' OTAN , M. Stoltenberg , est à Kiev .", "Le chef de l'OTAN, M. Stoltenberg, est à Kiev."),
        ("Qu’ a dit l ’ Ukraine ?", "Qu’a dit l’Ukraine ?"),
        ("Il a dit : « C' est fini » ; vraiment ?!", "Il a dit : « C'est fini » ; vraiment ?!"),
        ("Le prix ( 50 % ) est de 12 € ou de 5 $ .", "Le prix (50 %) est de 12 € ou de 5 $."),
        ("Le pro - Poutine et l' ex - URSS - une ruine - de 1941 - 1945", None),
        ('Il dit " non " et part .', 'Il dit "non" et part.'),
        ("Viendra -t-il , celui -ci ?", "Viendra-t-il, celui-ci ?"),
        ("Des pays pro- et anti-russes , des ex- otages et / ou des km / h", None),
        ("A 12 : 30 , la fin …", "A 12:30, la fin…"),
        ("The self - driving cars of Google 's boss were n't there : why ?", None),
        ("It is the dogs ' $ 5 and 3 % !", "It is the dogs' $5 and 3%!"),
        ("I was n’t “ there ” , of course .", "I wasn’t “there”, of course."),
        ("SOCCER - JAPAN GET LUCKY -LRB- again -RRB-", "SOCCER - JAPAN GET LUCKY -LRB- again -RRB-"),
    ],
)
def test_tokens_are_set_as_they_would_be_printed(tokens: str, text: str | None) -> None:
    expected = {
        "Le pro": "Le pro-Poutine et l'ex-URSS - une ruine - de 1941-1945",
        "Des pa": "Des pays pro- et anti-russes, des ex-otages et/ou des km/h",
        "The se": "The self-driving cars of Google's boss weren't there: why?",
    }
    made = detokenize([tokens.split()])

    assert made.text == (text or expected[tokens[:6]])
    assert [made.text[start:end] for start, end in made.places] == tokens.split()


_TOKENS = st.lists(
    st.sampled_from([*"'’\"«»-/:;,.()[]%$€…", "l'", "qu’", "OTAN", "n't", "'s", "-là", "ex-", "the", "le", "12", "😀"])
    | st.text(st.characters(exclude_categories=("Cs", "Zs", "Zl", "Zp", "Cc")), min_size=1, max_size=4),
    min_size=1,
)


@given(st.lists(_TOKENS, min_size=1, max_size=4))
def test_every_token_stands_where_it_is_said_to_and_nothing_but_blanks_between(sentences: list[list[str]]) -> None:
    text, places = detokenize(sentences)

    tokens = [token for sentence in sentences for token in sentence]
    assert [text[start:end] for start, end in places] == tokens
    ends = [0, *(end for _, end in places)]
    gaps = [text[end:start] for end, (start, _) in zip(ends, places, strict=False)]
    assert set(gaps) <= {"", " ", "\n"}
    assert gaps.count("\n") == len(sentences) - 1
    assert places[-1][1] == len(text)


@given(_TOKENS)
def test_tokens_fit_the_text_they_were_put_together_to(tokens: list[str]) -> None:
    text, places = detokenize([tokens])

    assert fit(tokens, text) == places
    assert fit(tokens, text + "x") is None
    assert fit([*tokens, "x"], text) is None


def test_a_text_that_is_known_is_taken_as_it_is() -> None:
    made = detokenize([["M.", "Biden"], ["Ici", "!"], ["Fin"]], ["M.\u00a0Biden", "Ici !!", None])

    assert made.text == "M.\u00a0Biden\nIci !\nFin"
    assert [made.text[start:end] for start, end in made.places] == ["M.", "Biden", "Ici", "!", "Fin"]


def test_real_articles_come_back_with_their_tokens_and_nearly_all_blanks(shared_folder: Path) -> None:
    """The project's tokenizer finds the same tokens in what its tokens were put together to."""
    gaps = wrong = 0
    for line in (shared_folder / "gold" / "dev.jsonl").read_text(encoding="utf-8").splitlines():
        text = json.loads(line)["text"]
        sentences = [
            [part[start:end] for start, end in _tokens(part)]
            for part in text.split("\n")
            if part and not part.isspace()
        ]
        made = detokenize(sentences)
        tokens = [token for sentence in sentences for token in sentence]
        assert [made.text[start:end] for start, end in _tokens(made.text)] == tokens
        places = _tokens(text)
        for number in range(1, len(places)):
            gaps += 1
            wrong += (places[number][0] > places[number - 1][1]) != (
                made.places[number][0] > made.places[number - 1][1]
            )

    assert gaps > 10_000
    assert wrong < gaps * 0.003


def _tokens(text: str) -> list[tuple[int, int]]:
    grid = tokenizer.grid(text)
    return [each for each in zip(grid.starts, grid.ends, strict=True) if not text[each[0] : each[1]].isspace()]
