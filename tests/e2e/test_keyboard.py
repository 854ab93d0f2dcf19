"""An article worked through on a French keyboard, without a mouse."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from annotator.app.importing import import_files
from annotator.app.project import Project
from tests.e2e.desk import Desk

TEXT = (
    "La Pologne livrera des chars. Le soir, des vergers sentent les pommes rouges.\n"
    "Un don de 50 millions d'euros. L'OTAN et l'URSS se taisaient. Un chemin creux mène à la mer."
)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "soir.txt").write_text(TEXT, "utf-8")
    with Project.create(tmp_path / "soir.annot") as project:
        import_files(project, [tmp_path / "soir.txt"])
    return tmp_path / "soir.annot"


@pytest.fixture
def azerty(desk: Desk) -> Desk:
    desk.lay_out_keyboard("fr")
    yield desk
    desk.lay_out_keyboard("us")


def selected(desk: Desk) -> str:
    selection = desk.state()["selection"]
    return TEXT[slice(*selection)] if selection else ""


def focused(desk: Desk) -> tuple[str, str] | None:
    mark = desk.state()["focused"]
    return mark and (TEXT[mark[0] : mark[1]], mark[2])


def test_a_french_keyboard_does_all_of_it(azerty: Desk, project: Path) -> None:
    desk = azerty
    desk.open(project)
    suggested = desk.state()["pending"]
    desk.until(lambda: focused(desk) == ("Pologne", "country"))

    # The keyboard is chosen once, where keys are; a system that says nothing of it has an American one.
    desk.press("ctrl+k")
    desk.until(lambda: desk.state()["dialog"])
    desk.type("personnaliser")
    desk.press("Return")
    desk.dialog("Personnaliser les raccourcis")
    desk.press("Tab", "Up")
    desk.agree("Escape")

    # The cursor: by word, sentence and paragraph; Shift selects; the digit row counts by place.
    desk.press("Escape", "ctrl+Home", "ctrl+Right", "shift+Right")
    desk.until(lambda: selected(desk) == "Le soir")
    desk.press_key_at(14)  # marked ( and 5
    desk.until(lambda: focused(desk) == ("Le soir", "sum"))
    desk.press_key_at(11)  # marked é and 2
    desk.until(lambda: desk.spans() == [("Le soir", "country")])
    desk.press("alt+shift+Right", "alt+Right", "alt+Right", "alt+Left")
    desk.until(lambda: desk.spans() == [("soir,", "country")])
    desk.press("alt+Left")
    desk.until(lambda: desk.spans() == [("soir", "country")])
    desk.press("Escape", "ctrl+Down", "shift+Right")
    desk.until(lambda: selected(desk) == "Un don")
    desk.press("Escape", "ctrl+End", "shift+Left", "shift+Left")
    desk.until(lambda: selected(desk) == "à la mer")
    desk.press("Escape", "ctrl+Home")

    # From mark to mark, from one that is undecided to the next and round again, and what is known of each.
    seen = []
    for key in ("Tab", "Tab", "Tab", "shift+Tab", ";", ";", ";", ";", ",", ",", ","):
        desk.press(key)
        seen.append(focused(desk))
    pologne, chars, soir = ("Pologne", "country"), ("chars", "weapon"), ("soir", "country")
    gift, nato, union = ("50 millions d'euros", "sum"), ("OTAN", "alliance"), ("URSS", "country")
    assert seen == [pologne, chars, soir, chars, gift, nato, union, pologne, union, nato, gift]
    desk.until(lambda: "dans aucun autre article" in desk.texts("inspector"))
    why = desk.texts("inspector")
    assert why[:5] == ["50 millions d'euros", "Étiquette", "somme", "État", "suggéré, à décider"]
    told = dict(pairwise(why))
    assert told["Raison"] == "nombre suivi d'une monnaie (sûr)"
    assert "".join(told["Valeur"].split()) == "50000000EUR"

    # Only what is sure, by the place of the key; then what is left out comes back.
    desk.press_key_at(12, ctrl=True)  # marked " and 3
    desk.until(lambda: desk.state()["pending"] == suggested - 1)
    desk.press_key_at(10, ctrl=True)  # marked & and 1
    desk.until(lambda: desk.state()["pending"] == suggested)

    # Twice as large, and dark.
    plain = desk.width("La Pologne")
    while desk.width("La Pologne") < 2 * plain:
        desk.press("ctrl+=")
    desk.press("ctrl+0")
    desk.until(lambda: desk.width("La Pologne") == plain)
    light = desk.paper()
    desk.press("F9")
    desk.until(lambda: desk.paper() < 64)
    desk.press("F9")
    desk.until(lambda: desk.paper() == light > 192)
    assert desk.quit() == 0
