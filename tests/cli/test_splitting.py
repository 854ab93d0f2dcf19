"""The tokens a project takes apart, from the command line."""

from __future__ import annotations

from pathlib import Path


def test_a_split_is_shown_counts_at_once_and_is_taken_back(run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Un discours superOTAN.", "utf-8")
    path = tmp_path / "war.annot"
    run("new", path)
    run("import", path, tmp_path / "a.txt")
    assert run("splits", path).out == "This project takes no tokens apart.\n"
    added = run("splits", path, "--add", "superOTAN=super+OTAN")
    assert added.code == 0
    assert added.out.splitlines()[0] == "1 article has other tokens now."
    assert "super + OTAN" in added.out
    run("suggest", path)
    assert run("show", path, "1").out.splitlines()[2] == "Un discours super‹OTAN|alliance?›."
    assert run("splits", path, "--json").json() == {
        "splits": [{"form": "superOTAN", "parts": ["super", "OTAN"]}],
        "changed": None,
    }
    gone = run("splits", path, "--remove", "superOTAN", "--json").json()
    assert gone["splits"] == []
    assert gone["changed"] == {"form": "superOTAN", "parts": ["super", "OTAN"], "articles": 1, "tokens": -1}
    refused = run("splits", path, "--remove", "superOTAN")
    assert (refused.code, "does not split" in refused.err) == (1, True)
    assert run("splits", path, "--add", "superOTAN").code == 1
