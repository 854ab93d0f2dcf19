from __future__ import annotations

import re
import time
import tracemalloc
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.core.annotation import Status
from annotator.core.colours import READABLE, contrast
from annotator.formats.html_report import FORMAT
from annotator.formats.records import Outgoing, Problem, Record
from annotator.formats.registry import detect
from annotator.formats.source import SourceFile
from annotator.nlp import tokenizer
from tests.formats.round_trip import OPTIONS, assert_comes_back, come_back, outgoing_articles, read_all

_ANY = st.text(st.characters(codec="utf-8"), max_size=20)


def outgoing(text: str, *spans: tuple[int, int, str], **fields: Any) -> Outgoing:
    return Outgoing(7, Record(text, "x", spans=spans, **fields), tokenizer.grid(text))


def page_of(folder: Path, *articles: Outgoing) -> str:
    assert FORMAT.write is not None
    FORMAT.write(articles, folder / "out.html", OPTIONS)
    return (folder / "out.html").read_text(encoding="utf-8")


class Elements(HTMLParser):
    """What a browser would meet: elements with their attributes, and the text of each kind."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.met: list[tuple[str, dict[str, str | None]]] = []
        self.said: dict[str, list[str]] = {}
        self._open: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.met.append((tag, dict(attrs)))
        if tag not in ("meta", "br"):
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.met.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        for tag in set(self._open):
            self.said.setdefault(tag, []).append(data)


@settings(max_examples=60)
@given(outgoing_articles(raw=True))
def test_every_article_comes_back_as_it_was(articles: list[Outgoing]) -> None:
    assert_comes_back(FORMAT, articles)


@given(_ANY, _ANY, st.none() | _ANY)
def test_characters_no_page_lets_through_come_back_too(text: str, title: str, remark: str | None) -> None:
    text = f"Paris {text}"
    article = outgoing(
        text,
        (0, 5, "country"),
        title=title,
        source=title,
        annotator=title,
        meta={title: text},
        remarks={} if remark is None else {0: remark},
    )

    assert_comes_back(FORMAT, [article])


def test_nothing_a_text_or_title_holds_becomes_markup(tmp_path: Path) -> None:
    evil = "<script>alert(1)</script><img src=x onerror=alert(1)>\"'&lt;"
    text = f"{evil} Paris"
    page = page_of(
        tmp_path,
        outgoing(
            text, (len(evil) + 1, len(text), "country"), title=evil, source=evil, annotator=evil, remarks={0: evil}
        ),
        outgoing(text, title=evil),
    )

    elements = Elements(page)

    assert {tag for tag, _ in elements.met}.isdisjoint({"script", "img", "link", "iframe", "object"})
    names = {name for _, attributes in elements.met for name in attributes}
    assert not [name for name in names if name.startswith("on") or name in ("src", "style")]
    assert all(str(attributes["href"]).startswith("#a") for _, attributes in elements.met if "href" in attributes)
    assert "url(" not in page
    assert "@import" not in page
    assert evil in "".join(elements.said["h2"])


def test_the_page_counts_what_is_marked_and_leads_to_every_article(tmp_path: Path) -> None:
    elements = Elements(
        page_of(
            tmp_path,
            outgoing("Paris et Kiev", (0, 5, "country"), (9, 13, "country"), title="Deux", date="2024-02-29"),
            outgoing("L’OTAN", (2, 6, "alliance"), title="Une", status=Status.FINISHED, annotator="Ana"),
        )
    )

    legend = " ".join("".join(elements.said["header"]).split())
    assert "2 articles · 3 annotations · établi le 1er mars 2024" in legend
    assert "dirigeant leader 0 pays country 2 alliance 1" in legend
    assert "Deux 29 février 2024 2" in legend
    links = [attributes["href"] for tag, attributes in elements.met if tag == "a"]
    assert links == [f"#{attributes['id']}" for tag, attributes in elements.met if tag == "section"]
    assert "".join(elements.said["mark"]) == "ParisKievOTAN"
    assert [attributes["data-name"] for tag, attributes in elements.met if tag == "mark"] == [
        "pays",
        "pays",
        "alliance",
    ]
    assert "Ana · terminé" in "".join(elements.said["section"])


def test_labels_can_be_read_in_light_and_dark(tmp_path: Path) -> None:
    colours = re.findall(r"\.l\d\{--fill:(#\w+);--line:#\w+;--tag:(#\w+)\}", page_of(tmp_path, outgoing("x")))

    assert len(colours) == 2 * len(OPTIONS.labels)
    assert all(contrast(tag, fill) >= READABLE for fill, tag in colours)


def test_a_report_is_no_web_page_and_a_web_page_no_report(tmp_path: Path) -> None:
    page_of(tmp_path, outgoing("x"))
    (tmp_path / "news.html").write_text("<html><title>Annotator marked articles</title></html>")

    assert detect(tmp_path / "out.html") is FORMAT
    assert detect(tmp_path / "news.html") is not FORMAT


def test_a_report_saved_by_another_program_gives_what_came_before_and_says_so(tmp_path: Path) -> None:
    page = page_of(tmp_path, outgoing("un"), outgoing("deux"))
    (tmp_path / "out.html").write_text(
        page[: page.index('<section id="a2"')] + "<br>" * 3 + "</main>", encoding="utf-8"
    )

    record, problem = read_all(tmp_path / "out.html")

    assert isinstance(record, Record)
    assert record.text == "un"
    assert isinstance(problem, Problem)
    assert "browser" in problem.wording.en


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("<!DOCTYPE html>", '<!DOCTYPE html [<!ENTITY a "x">]>'), "browser"),
        (('data-record="{', 'data-record="['), "browser"),
        (("&quot;article&quot;: 7", "&quot;title&quot;: 7"), "“title” must be a string"),
        (("<section", "<div"), "browser"),
    ],
)
def test_a_report_that_was_tampered_with_is_a_problem(tmp_path: Path, change: tuple[str, str], said: str) -> None:
    page = page_of(tmp_path, outgoing("un"))
    assert change[0] in page
    (tmp_path / "out.html").write_text(page.replace(*change, 1), encoding="utf-8")

    found = read_all(tmp_path / "out.html")

    assert isinstance(found[-1], Problem)
    assert said in found[-1].wording.en


def test_an_element_longer_than_any_is_not_held(tmp_path: Path) -> None:
    page = page_of(tmp_path, outgoing("un"))
    with (tmp_path / "out.html").open("w", encoding="utf-8") as file:
        file.write(page[: page.index("<section")] + '<section data-record="')
        for _ in range(60):
            file.write("x" * 2**20)

    began = time.monotonic()
    (problem,) = read_all(tmp_path / "out.html")

    assert time.monotonic() - began < 10
    assert isinstance(problem, Problem)


def test_a_report_of_nothing_says_so(tmp_path: Path) -> None:
    (problem,) = come_back(FORMAT, [], tmp_path)

    assert isinstance(problem, Problem)
    assert "no article" in problem.wording.en


def test_many_articles_are_written_and_read_without_being_held(tmp_path: Path) -> None:
    text = "Paris et Kiev. " * 200
    grid = tokenizer.grid(text)

    def articles() -> Iterator[Outgoing]:
        for number in range(1_500):
            yield Outgoing(number, Record(text, "x", title=f"Titre {number}", spans=((0, 5, "country"),)), grid)

    assert FORMAT.write is not None
    assert FORMAT.read is not None
    tracemalloc.start()
    FORMAT.write(articles(), tmp_path / "out.html", OPTIONS)
    count = sum(isinstance(each, Record) for each in FORMAT.read(SourceFile.of(tmp_path / "out.html")))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert count == 1_500
    assert (tmp_path / "out.html").stat().st_size > 4 * 2**20
    assert peak < 4 * 2**20
