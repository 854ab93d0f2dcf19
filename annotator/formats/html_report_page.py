"""The looks of the report of marked articles: its head, its colours and what stands before and after the articles.

The page is HTML that is well-formed XML too, so that it can be read back exactly and as it comes. It refers to nothing
outside itself and runs nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from html import escape
from typing import NamedTuple

from annotator.core.colours import mix, readable
from annotator.core.labels import Label
from annotator.formats.records import WriteOptions

GENERATOR = "Annotator marked articles"
"""What the page says of itself in its head, by which it is known again."""

_MONTHS = (
    *("janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre"),
    "décembre",
)
_PAPER = {"light": "#ffffff", "dark": "#1a1c20"}
_TINT = {"light": 0.28, "dark": 0.34}


class Entry(NamedTuple):
    """An article in the index.

    Attributes:
        anchor: of its section.
        title: what it is called there.
        about: source and date, as markup.
        spans: how many it has.
    """

    anchor: str
    title: str
    about: str
    spans: int


def head(options: WriteOptions) -> str:
    """Return the page from its beginning to where what it holds is told."""
    project = escape(options.project)
    return (
        "<!DOCTYPE html>\n"
        '<html xmlns="http://www.w3.org/1999/xhtml" lang="fr">\n<head>\n<meta charset="utf-8" />\n'
        f'<meta name="generator" content="{GENERATOR}" />\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1" />\n'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\" />\n"
        f"<title>{project} – articles annotés</title>\n<style>{_style(options.labels)}</style>\n</head>\n<body>\n"
    )


def front(options: WriteOptions, entries: Sequence[Entry], counts: Mapping[str, int]) -> str:
    """Return what stands before the articles: what the page is, the legend with its counts, and the index."""
    spans = sum(counts.values())
    parts = [
        f'<header class="front">\n<p class="kicker">Articles annotés <small lang="en">Marked articles</small></p>\n'
        f"<h1>{escape(options.project)}</h1>\n"
        f'<p class="about">{_number(len(entries))} {_plural(len(entries), "article")} · '
        f"{_number(spans)} {_plural(spans, 'annotation')} · établi le {day(options.written_at)}</p>\n",
        '<ul class="legend">\n',
    ]
    for index, label in enumerate(options.labels):
        english = "" if label.name.en == label.name.fr else f' <small lang="en">{escape(label.name.en)}</small>'
        parts.append(
            f'<li><b class="l{index}">{escape(label.name.fr)}</b>{english} '
            f"<span>{_number(counts.get(label.id, 0))}</span></li>\n"
        )
    parts.append("</ul>\n")
    if len(entries) > 1:
        parts.append('<nav>\n<h2>Sommaire <small lang="en">Contents</small></h2>\n<ol>\n')
        parts += [
            f'<li><a href="#{entry.anchor}"><bdi>{escape(clean(entry.title))}</bdi></a> '
            f'<span class="about">{entry.about}</span> <span class="count">{entry.spans}</span></li>\n'
            for entry in entries
        ]
        parts.append("</ol>\n</nav>\n")
    parts.append("</header>\n<main>\n")
    return "".join(parts)


END = "</main>\n</body>\n</html>\n"

ODD = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\ufdd0-\ufdef"
    + "".join(f"{chr(p * 65536 + 65534)}-{chr(p * 65536 + 65535)}" for p in range(17))
    + "]"
)
"""Characters that HTML or XML do not let through."""


def clean(words: str) -> str:
    """Return words to be shown, without what a page cannot hold."""
    return ODD.sub(" ", words)


def day(date: str) -> str:
    """Return a date of ISO 8601 as French writes it, or as it is where it is another."""
    found = re.match(r"(\d{4})-(\d{2})-(\d{2})(?!\d)", date)
    if found is None or not 1 <= int(found[2]) <= 12:
        return escape(clean(date))
    number = int(found[3])
    return f"{'1<sup>er</sup>' if number == 1 else number} {_MONTHS[int(found[2]) - 1]} {int(found[1])}"


def _number(number: int) -> str:
    return f"{number:,}".replace(",", "\u202f")


def _plural(count: int, word: str) -> str:
    return word if count < 2 else word + "s"


def _style(labels: Iterable[Label]) -> str:
    rules: dict[str, list[str]] = {"light": [], "dark": []}
    for index, label in enumerate(labels):
        for theme, of_theme in rules.items():
            fill = mix(label.colour, _PAPER[theme], _TINT[theme])
            tag = readable(label.colour, fill, _PAPER[theme])
            of_theme.append(f".l{index}{{--fill:{fill};--line:{label.colour};--tag:{tag}}}")
    light, dark = ("".join(of_theme) for of_theme in rules.values())
    return f"\n{_STYLE}{light}\n@media screen and (prefers-color-scheme:dark){{{_DARK}{dark}}}\n"


_STYLE = """:root{color-scheme:light dark;--paper:#fff;--ink:#20242b;--muted:#5c626d;--line0:#dddbd4}
*{box-sizing:border-box}
html{background:var(--paper);color:var(--ink);font:1.0625rem/1.95 Charter,"Bitstream Charter","Source Serif 4",
Georgia,"Liberation Serif",serif;-webkit-text-size-adjust:100%}
body{max-width:46rem;margin:0 auto;padding:3.5rem 1.5rem 6rem}
small{font-size:.8em;font-weight:400;color:var(--muted)}
h1,h2,.kicker,.about,.legend,nav,.count,.remarks,mark::after{font-family:"Source Sans 3","Segoe UI",system-ui,
"Noto Sans","Liberation Sans",sans-serif}
h1{font-size:2.1rem;line-height:1.2;margin:.2rem 0 .4rem;overflow-wrap:anywhere}
.kicker{margin:0;font-weight:600;letter-spacing:.02em;color:var(--muted)}
.about{margin:0;font-size:.875rem;line-height:1.5;color:var(--muted)}
.legend{display:flex;flex-wrap:wrap;gap:.5rem 1.4rem;list-style:none;margin:1.6rem 0 0;padding:.9rem 0;
border:solid var(--line0);border-width:1px 0;font-size:.9rem;line-height:1.6}
.legend b{padding:.1em .5em;border-radius:.3em;background:var(--fill);color:var(--tag);border:1px solid var(--line)}
.legend span{font-weight:600;font-variant-numeric:tabular-nums}
nav h2{font-size:1.05rem;margin:2rem 0 .4rem}
nav ol{margin:0;padding:0;list-style:none;counter-reset:n;font-size:.95rem;line-height:1.45}
nav li{counter-increment:n;display:grid;grid-template-columns:minmax(1.4rem,max-content) 1fr auto;
gap:0 .6rem;padding:.38rem 0;
border-bottom:1px solid var(--line0)}
nav li::before{content:counter(n);grid-row:1/3;color:var(--muted);font-variant-numeric:tabular-nums}
nav li .about{grid-column:2}nav li .about:empty{display:none}
nav .count{grid-column:3;grid-row:1;font-variant-numeric:tabular-nums;color:var(--muted)}
sup{font-size:.7em;line-height:0}
a{color:inherit;text-decoration-color:var(--muted);text-underline-offset:.2em;text-decoration-thickness:1px}
section{margin-top:4rem;padding-top:1.6rem;border-top:3px solid var(--ink)}
section h2{font-size:1.5rem;line-height:1.25;margin:0 0 .35rem;overflow-wrap:anywhere}
.text{margin-top:1.4rem;white-space:pre-wrap;overflow-wrap:anywhere;tab-size:4}
mark{background:var(--fill);color:inherit;border-radius:.22em;padding:.12em .14em .12em .2em;
box-shadow:inset 0 -2px var(--line);-webkit-box-decoration-break:clone;box-decoration-break:clone}
mark::after{content:attr(data-name);margin-left:.4em;padding-right:.15em;font-size:.66em;font-weight:650;
color:var(--tag);vertical-align:.12em;white-space:nowrap;unicode-bidi:isolate}
mark.noted::after{content:attr(data-name) " *"}
i[data-code]::before{content:attr(title);font:.66em monospace;color:var(--muted)}
i[data-code="13"]::before{content:none}
.remarks{margin:1.2rem 0 0;padding:.7rem 1rem .7rem 2.4rem;border-left:3px solid var(--line0);font-size:.9rem;
line-height:1.55}
.remarks q{quotes:"« " " »"}
@media print{@page{margin:18mm 16mm 20mm}html{font-size:10.5pt;line-height:1.75}body{max-width:none;padding:0}
*{-webkit-print-color-adjust:exact;print-color-adjust:exact}
section{margin-top:1.6rem;border-top-width:1.5pt}h2,.about,.legend{break-after:avoid}p,li{orphans:3;widows:3}
nav li,.legend li,.remarks li{break-inside:avoid}
mark{box-shadow:none;border:.6pt solid #555;padding:0 .2em}mark::after{color:#000}.legend b{color:#000}
a{text-decoration:none}}
"""
_DARK = ":root{--paper:#1a1c20;--ink:#e4e2dc;--muted:#a5aab4;--line0:#3a3e45}"
