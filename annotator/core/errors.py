"""Errors a person can do something about. Anything else that is raised is a bug."""

from __future__ import annotations

from annotator.core.wording import Wording


class UserError(Exception):
    """The world is not as needed; the message says what is wrong, where, and what to do.

    Args:
        en: the sentence in English (the command line and ``str()`` use it).
        fr: the same sentence in French (the window uses it by default).
    """

    def __init__(self, en: str, fr: str) -> None:
        super().__init__(en)
        self.wording = Wording(en, fr)


class StaleAnnotationError(UserError):
    """The annotation changed in the file since it was read; reload it and try again."""
