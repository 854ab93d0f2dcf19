"""A mapping that is read when it is first looked into."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Mapping
from typing import TypeVar

Key = TypeVar("Key")
Value = TypeVar("Value")


class Later(Mapping[Key, Value]):
    """What ``read`` returns, read once and not before somebody looks for a key that may be there.

    Args:
        read: returns the whole.
        absent: keys that are known not to be in it; looking for them reads nothing.
    """

    __slots__ = ("_absent", "_read", "_whole")

    def __init__(self, read: Callable[[], dict[Key, Value]], *, absent: Container[Key] = ()) -> None:
        self._read = read
        self._absent = absent
        self._whole: dict[Key, Value] | None = None

    def copy(self) -> dict[Key, Value]:
        """Return all of it as a dictionary of its own."""
        return self._all().copy()

    def _all(self) -> dict[Key, Value]:
        if self._whole is None:
            self._whole = self._read()
        return self._whole

    def __getitem__(self, key: Key) -> Value:
        if self._whole is None and key in self._absent:
            raise KeyError(key)
        return self._all()[key]

    def __contains__(self, key: object) -> bool:
        if self._whole is None and key in self._absent:
            return False
        return key in self._all()

    def __iter__(self) -> Iterator[Key]:
        return iter(self._all())

    def __len__(self) -> int:
        return len(self._all())
