from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.errors import UserError
from annotator.core.lexicon import LONGEST_FORM, Entry, Lexicon, clean_form

words = st.text(st.sampled_from("abé 😀'-"), min_size=1, max_size=6).filter(lambda text: any(map(str.isalnum, text)))
entries = st.builds(Entry, words, st.sampled_from(["weapon", "leader"]), st.text(max_size=4))
rules = st.frozensets(st.sampled_from(["country.name", "leader.title", "sum.figures"]))
lexicons = st.builds(Lexicon, st.lists(entries, max_size=3, unique_by=lambda entry: entry.form).map(tuple), rules)


def taught(lexicon: Lexicon) -> object:
    """Everything of a lexicon that changes what is suggested."""
    return [(entry.form, entry.label) for entry in lexicon.entries], lexicon.silent_rules


def test_what_teaches_nothing_has_no_stamp() -> None:
    assert Lexicon().stamp() == ""


@given(lexicons, lexicons)
def test_a_stamp_tells_lexicons_apart_by_what_they_teach(one: Lexicon, other: Lexicon) -> None:
    assert (one.stamp() == other.stamp()) == (taught(one) == taught(other))


def test_a_note_is_for_people_and_makes_no_other_stamp() -> None:
    plain = Lexicon((Entry("Orechnik", "weapon"),))
    noted = Lexicon((Entry("Orechnik", "weapon", "missile russe"),))
    assert plain.stamp() == noted.stamp() != Lexicon((Entry("Orechnik", "leader"),)).stamp()


def test_a_stamp_is_the_same_in_every_process() -> None:
    lexicon = Lexicon((Entry("Orechnik", "weapon"),), frozenset({"leader.title", "country.name"}))
    assert lexicon.stamp() == "d04f512e"


@pytest.mark.parametrize(
    ("given_form", "kept"),
    [
        ("Orechnik", "Orechnik"),
        ("  Orechnik\u00a0 ", "Orechnik"),
        ("missile\n Orechnik", "missile Orechnik"),
        ("F‑16", "F‑16"),
    ],
)
def test_a_form_has_single_blanks(given_form: str, kept: str) -> None:
    assert clean_form(given_form) == kept


@given(st.text(max_size=30))
def test_a_cleaned_form_is_clean(text: str) -> None:
    try:
        form = clean_form(text)
    except UserError:
        assert not any(map(str.isalnum, text))
    else:
        assert clean_form(form) == form
        assert form == form.strip()
        assert "".join(form.split()) == "".join(text.split())


@pytest.mark.parametrize("form", ["", " \n\u202f", "…", "« – »"])
def test_a_form_without_a_word_is_refused(form: str) -> None:
    with pytest.raises(UserError, match="a word or a phrase"):
        clean_form(form)


def test_a_whole_passage_is_refused() -> None:
    assert len(clean_form("a" * LONGEST_FORM)) == LONGEST_FORM
    with pytest.raises(UserError, match="101 characters"):
        clean_form("a" * 101)
