"""Members of a JSON document are found however it is laid out, and what is wrong within one harms no other."""

from __future__ import annotations

import json
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.formats.json_members import BrokenDocumentError, TooLongError, members_of
from annotator.formats.json_text import BadJsonError, read_members
from annotator.formats.source import SourceFile

_words = st.text(st.sampled_from('aé😀"\\[]{},: \n\t\u2028'), max_size=8)
_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | _words,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(_words, inner, max_size=4),
    max_leaves=25,
)


class _InPieces:
    """Gives few bytes at a time."""

    def __init__(self, data: bytes, size: int) -> None:
        self._data = BytesIO(data)
        self._size = size

    def read(self, _size: int = -1) -> bytes:
        return self._data.read(self._size)


@given(
    members=st.lists(_values, max_size=5),
    others=st.dictionaries(_words.map(lambda name: f"x{name}"), _values, max_size=2),
    indent=st.sampled_from([None, 1]),
    ascii=st.booleans(),
    size=st.integers(1, 40),
)
def test_members_are_those_that_json_knows(
    members: list[Any], others: dict[str, Any], indent: int | None, ascii: bool, size: int
) -> None:
    def found(value: Any, path: str) -> list[Any]:
        data = json.dumps(value, indent=indent, ensure_ascii=ascii).encode()
        return [json.loads(each) for each in members_of(_InPieces(data, size), path, 2**20)]

    assert found(members, "item") == members
    assert found(others | {"annotations": members}, "annotations.item") == members
    assert found([{"paragraphs": members}, {"paragraphs": members}], "item.paragraphs.item") == members * 2
    assert found(members, "") == [members]


def test_a_list_of_another_place_or_kind_has_no_members() -> None:
    for document in (b'{"other": [1]}', b"[1]", b"7", b'{"annotations": {"item": 1}}'):
        assert list(members_of(BytesIO(document), "annotations.item", 100)) == []


@pytest.mark.parametrize("document", [b"[1 2]", b"[1,]", b"[1", b'["a', b"[1] [2]", b"[1}", b"", b"[[1]"])
def test_a_document_that_is_not_whole_is_said(document: bytes) -> None:
    with pytest.raises(BrokenDocumentError):
        list(members_of(BytesIO(document), "item", 100))


def test_brackets_that_nest_without_end_are_not_followed() -> None:
    with pytest.raises(BrokenDocumentError):
        list(members_of(BytesIO(b"[" * 5_000_000), "item", 10**7))


@pytest.mark.parametrize("document", [b'["' + b"a" * 2**20, b"[" + b"1" * 2**20, b"[[" + b"1," * 2**19])
def test_what_is_too_long_is_not_held(document: bytes) -> None:
    with pytest.raises(TooLongError):
        list(members_of(BytesIO(document), "item", 1_000))


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ('{"n": NaN}', "a number that cannot be read"),
        ('{"n": -Infinity}', "a number that cannot be read"),
        (f'{{"n": {"9" * 6_000}}}', "a number that cannot be read"),
        ('{"n": 1,}', "not JSON"),
        ('{"n" 1}', "not JSON"),
        ("nul", "not JSON"),
    ],
)
def test_what_is_wrong_in_a_member_leaves_the_others(tmp_path: Path, wrong: str, said: str) -> None:
    path = tmp_path / "a.json"
    path.write_text(f'[{{"a": 1}}, {wrong}, {{"a": 2}}]', encoding="utf-8")

    first, second, third = read_members(SourceFile.of(path))

    assert (first, third) == ((1, {"a": 1}), (3, {"a": 2}))
    assert second[0] == 2
    assert isinstance(second[1], BadJsonError)
    assert said in second[1].wording.en


def test_half_a_surrogate_pair_stays_what_it_is(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(r'["\ud83d", "\\ud83d", "\ud83d\ude00"]', encoding="utf-8")

    assert [member for _, member in read_members(SourceFile.of(path))] == ["\ud83d", "\\ud83d", "😀"]
