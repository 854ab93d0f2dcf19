"""A small project with something of every kind in it: what exports are tried on."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from annotator.app.import_options import ImportOptions
from annotator.app.importing import import_files
from annotator.app.project import Project
from annotator.app.session import Session
from annotator.core.annotation import Status

MIXED: Sequence[Mapping[str, Any]] = (
    {"title": "Un sommet", "text": 'Kyiv a reçu 50M€ | « hier ».\r\nPuis Kyiv 😀 a dit "non".', "date": "2023-02-01"},
    {
        "title": "=1+2",
        "text": "\ufeffL’e\u0301te\u0301 à Kyiv,\tdit Zoé :\n\nKyiv\u00a0!",
        "source": "L'Écho; du <soir>",
    },
    {"text": "Rien du tout.", "meta": {"page": 3, "mots": ["a|b", None, {"x": "é"}]}},
    {"title": "Une note", "text": "Aussi Kyiv, dit-on.", "date": "2024-02-29", "source": "AFP"},
)


def fill(
    project: Project,
    articles: Sequence[Mapping[str, Any] | str],
    *,
    annotator: str = "Zoé",
    status: Status = Status.FINISHED,
) -> None:
    """Import articles in which every «Kyiv» is a country and every «50M€» a sum."""
    path = project.path.with_name("filled.jsonl")
    with path.open("w", encoding="utf-8") as file:
        for each in articles:
            fields = {"text": each} if isinstance(each, str) else dict(each)
            text = fields["text"]
            fields["spans"] = [
                {"start": at, "end": at + len(surface), "label": label}
                for surface, label in (("Kyiv", "country"), ("50M€", "sum"))
                for at in range(len(text))
                if text.startswith(surface, at)
            ]
            file.write(json.dumps(fields) + "\n")
    import_files(project, [path], ImportOptions(annotator=annotator, status=status))


def session_of(project: Project, name: str, article: int) -> Session:
    """Open an article as somebody, who is added where need be."""
    session = Session(project, project.add_annotator(name))
    session.open(article)
    return session


def mixed_project(path: Path) -> Project:
    """Make a project of articles of every kind by two annotators, drafts, flags, notes and remarks among them."""
    project = Project.create(path)
    fill(project, MIXED)
    fill(project, ["Un brouillon sur Kyiv."], status=Status.IN_PROGRESS)
    first = session_of(project, "Zoé", 1)
    first.set_note('vu ; "voir" | p. 3', span=first.annotation.spans[0])
    first.set_flag(True)
    second = session_of(project, "Ana", 1)
    second.draw(0, 4, label="country")
    second.set_status(Status.FINISHED)
    return project


def dispatch(number: int) -> str:
    """Return a text that has little in common with those of other numbers, with three countries and three sums."""
    words = [" ".join(f"mot{number}n{each}" for each in range(line, line + 5)) for line in (0, 5, 10)]
    return "\n".join(f"À Kyiv, {line}, pour 50M€." for line in words)
