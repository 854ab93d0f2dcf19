from __future__ import annotations

import errno
import os

import pytest

from annotator.core.causes import cause_of


@pytest.mark.parametrize("number", [errno.ENOENT, errno.EACCES, errno.EISDIR, errno.ENOSPC, errno.EROFS, errno.ENOTDIR])
def test_what_the_system_says_every_day_has_french_words(number: int) -> None:
    cause = cause_of(OSError(number, os.strerror(number), "/somewhere"))
    assert os.strerror(number).lower() not in cause.fr.lower()
    assert cause.en != cause.fr
    assert "somewhere" not in cause.en + cause.fr  # the sentence around it names the file


def test_what_is_rare_keeps_the_systems_words_and_its_number() -> None:
    cause = cause_of(OSError(errno.ENOSTR, "Device not a stream"))
    assert cause.en == "Device not a stream"
    assert cause.fr == f"erreur {errno.ENOSTR} du système : Device not a stream"


def test_an_error_without_a_number_says_what_it_knows() -> None:
    assert cause_of(OSError("the link broke")) == ("the link broke", "the link broke")
    assert cause_of(TimeoutError()).en == "TimeoutError"
