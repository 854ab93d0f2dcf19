"""The language the window speaks: French, which its words are written in, or English, read from a translation file.

Words of the window go through Qt's ``tr``; words of the layers below come as a `Wording` and are shown with
``wording.in_language(language())``. Numbers and dates follow by way of Qt's default locale.
"""

from __future__ import annotations

from typing import Literal, cast

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from annotator.paths import resource

Language = Literal["fr", "en"]

_spoken: Language = "fr"
_translators: list[QTranslator] = []


def language() -> Language:
    """Return the language the window speaks: ``"fr"`` until another one was installed."""
    return _spoken


def system_language() -> Language:
    """Return the language of the person's system where the window speaks it, French otherwise."""
    for wanted in QLocale.system().uiLanguages():
        spoken = wanted.replace("_", "-").partition("-")[0].lower()
        if spoken in ("fr", "en"):
            return cast(Language, spoken)
    return "fr"


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
    # The country the system says, if it goes with the language, decides how dates are written.
    system = QLocale.system()
    wanted = QLocale(spoken)
    QLocale.setDefault(system if system.language() == wanted.language() else wanted)
    _add(application, "qtbase", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    if spoken != "fr":
        _add(application, "annotator", str(resource("translations")))


def _add(application: QCoreApplication, name: str, folder: str) -> None:
    translator = QTranslator(application)
    if translator.load(f"{name}_{_spoken}", folder):
        application.installTranslator(translator)
        _translators.append(translator)
