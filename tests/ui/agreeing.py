"""A project in which two annotators finished the same articles and differ in known places."""

from __future__ import annotations

from pathlib import Path

from annotator.app.project import Project
from annotator.app.session import Session
from annotator.core import corrections
from annotator.core.annotation import Status
from annotator.store import articles
from tests.strategies import new_article

TEXTS = (
    "Le général Petraeus a quitté Kaboul pour Bagdad.",
    "La Suède et la Finlande rejoignent l’OTAN.",
    "Un char Leclerc coûte dix millions d’euros.",
)
FIRST = (
    (("général Petraeus", "leader"), ("Kaboul", "country"), ("Bagdad", "country")),
    (("Suède", "country"), ("Finlande", "country"), ("OTAN", "alliance")),
    (("Leclerc", "weapon"),),
)
SECOND = (
    (("Petraeus", "leader"), ("Kaboul", "country"), ("Bagdad", "leader")),
    (("Suède", "country"), ("Finlande", "country"), ("OTAN", "alliance")),
    (("Leclerc", "weapon"), ("dix millions d’euros", "sum")),
)
"""They differ in a boundary, a label, and a sum that only the second has."""


def make_project(path: Path, *, first: str = "Ada", second: str = "Zoé") -> Path:
    """Make the project."""
    with Project.create(path) as project:
        with project.database.transaction():
            articles.insert(project.database, [new_article(text) for text in TEXTS], at="2022")
        for name, drawn in ((first, FIRST), (second, SECOND)):
            session = Session(project, project.add_annotator(name))
            for article, spans in enumerate(drawn, start=1):
                session.open(article)
                for words, label in spans:
                    start = TEXTS[article - 1].index(words)
                    session.draw(start, start + len(words), label=label)
                session.change_each([article], lambda before: corrections.set_status(before, Status.FINISHED))
    return path
