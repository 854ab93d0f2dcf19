"""The language the window speaks: French, which its words are written in, or English, read from a translation file.

Words of the window go through Qt's ``tr``; words of the layers below come as a `Wording` and are shown with
``wording.in_language(language())``. Numbers and dates follow by way of Qt's default locale.
"""

from __future__ import annotations

from functools import cache
from typing import Literal, cast

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from annotator.paths import resource

Language = Literal["fr", "en"]

_LOCALES = {"fr": "fr_FR", "en": "en_GB"}

translate = QCoreApplication.translate
"""Translate a text in a context, both literal: for what is said outside a ``QObject``, which has ``tr``."""

_spoken: Language = "fr"
_translators: list[QTranslator] = []


def language() -> Language:
    """Return the language the window speaks: ``"fr"`` until another one was installed."""
    return _spoken


def installed() -> bool:
    """Tell whether `install` has been called, so that Qt's own words too are of the window's language."""
    return bool(_translators)


def system_language() -> Language:
    """Return the language of the person's system where the window speaks it, French otherwise."""
    for wanted in QLocale.system().uiLanguages():
        spoken = wanted.replace("_", "-").partition("-")[0].lower()
        if spoken in ("fr", "en"):
            return cast(Language, spoken)
    return "fr"


def chosen(kept: str | None) -> Language:
    """Return the language to speak: the one ``kept`` in the settings, the system's where that is None."""
    return cast(Language, kept) if kept in ("fr", "en") else system_language()


def locale() -> QLocale:
    """Return how the window writes numbers and dates: as in the system's own country where that speaks its language."""
    return _locale(_spoken)


def install(spoken: Language) -> None:
    """Let the program speak ``"fr"`` or ``"en"`` from now on: its own words, Qt's, numbers and dates.

    What is on the screen stays as it is; a window made afterwards speaks the new language.

    Raises:
        RuntimeError: there is no application yet.
    """
    global _spoken
    application = QCoreApplication.instance()
    if application is None:
        raise RuntimeError("a language is installed in an application, and there is none")
    for translator in _translators:
        application.removeTranslator(translator)
    _translators.clear()
    _spoken = spoken
    QLocale.setDefault(_locale(spoken))
    _add(application, "qtbase", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    if spoken != "fr":
        _add(application, "annotator", str(resource("translations")))


@cache
def _locale(spoken: Language) -> QLocale:
    plain = QLocale(_LOCALES[spoken])
    system = QLocale(QLocale.system().name())  # by its name, so that nobody's settings of single formats come along
    return system if system.language() == plain.language() else plain


def _add(application: QCoreApplication, name: str, folder: str) -> None:
    translator = QTranslator()
    if translator.load(f"{name}_{_spoken}", folder):
        application.installTranslator(translator)
        _translators.append(translator)


def QT_TRANSLATE_NOOP(_context: str, text: str) -> str:
    """Return ``text`` as it is: the name is what ``lupdate`` looks for, and Qt's own has no useful type.

    For tables at the head of a module; whoever shows the text says ``translate(context, text)``.
    """
    return text
