"""What spaCy writes as JSON, made articles: training tuples, paragraphs of version 2, documents, examples.

Places are code points throughout.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from annotator.core.annotation import Status
from annotator.core.wording import Wording
from annotator.formats.detokenizing import fit
from annotator.formats.json_fields import (
    RawSpan,
    is_iso,
    keep_in,
    meta_in,
    require_encodable,
    string_in,
    text_in,
    whole_number,
    wrong,
)
from annotator.formats.json_text import BadJsonError
from annotator.formats.records import Record
from annotator.formats.spacy_tokens import spans_of, text_of
from annotator.formats.tally import Tally

_STATUSES = frozenset(status.value for status in Status)
_LIST = Wording("a list", "une liste")
_OBJECT = Wording("an object", "un objet")
_SPAN = Wording("[start, end, label]", "[début, fin, étiquette]")
_OF_TOKENS = frozenset(
    {"words", "spaces", "tags", "pos", "morphs", "lemmas", "heads", "deps", "sent_starts", "brackets", "tokens"}
    | {"sents", "token_annotation", "doc_annotation", "orth"}
)
_PLAIN_TOKEN = frozenset({"id", "start", "end"})
_DEFAULT_GROUP = "sc"

CATS = Wording(
    "articles with categories of the whole text: {0}; they are in the metadata (“cats”).",
    "articles avec des catégories du texte entier : {0} ; elles sont dans les métadonnées (« cats »).",
)
LINKS = Wording(
    "links of spans to a knowledge base left out: {0}.",
    "liens d'annotations vers une base de connaissances laissés de côté : {0}.",
)
TOKENS = Wording(
    "articles in which more is said of tokens (parts of speech, dependencies …): {0}; it was left out, as a project "
    "has its own tokens.",
    "articles où il est dit autre chose des mots (nature, dépendances…) : {0} ; ce fut laissé de côté, un projet ayant "
    "ses propres mots.",
)
_NO_PLACES = Wording(
    "articles whose entities are tags of tokens that are not in the file: {0}; they came in without spans.",
    "articles dont les entités sont des étiquettes de mots absents du fichier : {0} ; ils sont importés sans "
    "annotations.",
)
_GROUP_TAKEN = Wording(
    "articles without entities whose spans are those of their only or usual group: {0}.",
    "articles sans entités dont les annotations sont celles de leur seul groupe ou du groupe habituel : {0}.",
)
_GROUPS = Wording(
    "spans in groups besides those that were taken, left out: {0}.",
    "annotations dans d'autres groupes que celui qui a été pris, laissées de côté : {0}.",
)


class Objects:
    """Makes articles of the objects of one file; what stays out is counted.

    Args:
        tally: where it is counted.
    """

    def __init__(self, tally: Tally) -> None:
        self._tally = tally

    def record(self, member: Any, where: str) -> Record:
        """Return the article of a training tuple, a document, an example or an object with its entities.

        Raises:
            BadJsonError: it is none of these, or something in it is not of its kind.
        """
        if isinstance(member, list):
            if len(member) < 2 or not isinstance(member[0], str) or not isinstance(member[1], dict):
                raise BadJsonError(
                    "this is no pair of a text and its annotations: [“…”, {“entities”: […]}].",
                    "ce n'est pas une paire faite d'un texte et de ses annotations : [« … », {« entities » : […]}].",
                )
            return self._annotated(member[0], member[1], where)
        if not isinstance(member, dict):
            raise wrong("text", member, _OBJECT)
        if "sentences" in member:
            return self.paragraph(member, where)
        if "token_annotation" in member:
            return self._example(member, where)
        if "ents" in member or ("tokens" in member and "entities" not in member):
            return self._document(member, where)
        fields = dict(member)
        return self._annotated(text_in(member), {name: fields[name] for name in fields if name != "text"}, where)

    def _annotated(self, text: str, fields: Mapping[str, Any], where: str) -> Record:
        """Return the article of a text and what a training tuple says of it."""
        entities = fields.get("entities")
        others = {name: value for name, value in fields.items() if name not in _OF_TOKENS and name != "entities"}
        groups = others.pop("spans") if isinstance(others.get("spans"), dict) else {}
        if isinstance(entities, list) and entities and all(each is None or isinstance(each, str) for each in entities):
            spans = self._of_tags(text, fields.get("words"), entities, where)
        else:
            spans = self._spans(entities, "entities", where)
        if entities is None:
            spans = self._of_groups(groups, where)
        elif groups:
            self._left_groups(groups, spans, where)
        if any(name in fields for name in _OF_TOKENS - {"words", "spaces", "sents"}):
            self._tally.add(TOKENS, where)
        self._count_links(others, where)
        return self._made(text, others, spans, where)

    def _of_tags(self, text: str, words: Any, tags: list[str | None], where: str) -> tuple[RawSpan, ...]:
        places = fit(words, text) if _are_strings(words) and len(words) == len(tags) and all(words) else None
        if places is None:
            self._tally.add(_NO_PLACES, where)
            return ()
        return spans_of([tags], places, self._tally, where)

    def _document(self, fields: Mapping[str, Any], where: str) -> Record:
        """Return the article of what ``Doc.to_json`` writes."""
        entities = fields.get("ents")
        groups = fields.get("spans")
        groups = groups if isinstance(groups, dict) else {}
        spans = self._spans(entities, "ents", where)
        if spans:
            self._left_groups(groups, spans, where)
        else:
            spans = self._of_groups(groups, where)
        tokens = fields.get("tokens")
        if isinstance(tokens, list) and tokens and isinstance(tokens[0], dict) and tokens[0].keys() - _PLAIN_TOKEN:
            self._tally.add(TOKENS, where)
        taken = {"text", "ents", "spans", "tokens", "sents", "underscore_token", "underscore_span"}
        others = {name: value for name, value in fields.items() if name not in taken}
        custom = others.pop("_", None)
        if isinstance(custom, dict):
            others = keep_in(others, custom)
        elif custom is not None:
            others["_"] = custom
        return self._made(text_in(fields), others, spans, where)

    def paragraph(self, fields: Mapping[str, Any], where: str) -> Record:
        """Return the article of a paragraph in the training format of version 2.

        Raises:
            BadJsonError: something in it is not of its kind.
        """
        sentences = fields.get("sentences")
        if not isinstance(sentences, list):
            raise wrong("sentences", sentences, _LIST)
        words: list[str] = []
        spaces: list[Any] = []
        tags: list[list[str | None]] = []
        more = False
        for number, sentence in enumerate(sentences):
            tokens = sentence.get("tokens") if isinstance(sentence, dict) else None
            if not isinstance(tokens, list):
                raise wrong(f"sentences[{number}].tokens", tokens, _LIST)
            for token in tokens:
                if not isinstance(token, dict) or not isinstance(token.get("orth"), str):
                    raise wrong(f"sentences[{number}].orth", token, Wording("a token", "un mot"))
                more = more or any(token.get(name) not in (None, "", "-") for name in ("tag", "pos", "dep", "lemma"))
            words.extend(token["orth"] for token in tokens)
            spaces.extend(token.get("space") for token in tokens)
            tags.append([token.get("ner") for token in tokens])
        raw = string_in(fields, "raw")
        text, places = text_of(raw, words, spaces, self._tally, where)
        entities = fields.get("entities")
        if entities and text == raw:
            spans = self._spans(entities, "entities", where)
        else:
            spans = spans_of(tags, places, self._tally, where)
        if more:
            self._tally.add(TOKENS, where)
        others = {
            name: value for name, value in fields.items() if name not in ("raw", "sentences", "entities", "brackets")
        }
        cats = others.get("cats")
        if isinstance(cats, list) and all(
            isinstance(each, dict) and {"label", "value"} <= each.keys() for each in cats
        ):
            others["cats"] = {str(each["label"]): each["value"] for each in cats}
        self._count_links(others, where)
        return self._made(text, others, spans, where)

    def _example(self, fields: Mapping[str, Any], where: str) -> Record:
        """Return the article of what ``Example.to_dict`` writes."""
        tokens, said = fields["token_annotation"], fields.get("doc_annotation")
        if not isinstance(tokens, dict) or not isinstance(said, dict | None):
            raise wrong("token_annotation", tokens, _OBJECT)
        words = tokens.get("ORTH", tokens.get("words"))
        if not isinstance(words, list) or not _are_strings(words):
            raise wrong("ORTH", words, Wording("a list of strings", "une liste de chaînes"))
        spaces = tokens.get("SPACY", tokens.get("spaces"))
        spaces = spaces if isinstance(spaces, list) and len(spaces) == len(words) else [None] * len(words)
        text, places = text_of(string_in(fields, "text"), words, spaces, self._tally, where)
        said = said or {}
        entities = said.get("entities")
        tags = entities if isinstance(entities, list) and len(entities) == len(words) else []
        groups = said.get("spans")
        others = {name: value for name, value in said.items() if name not in ("entities", "spans")}
        self._count_links(others, where)
        spans = spans_of([tags], places, self._tally, where) if tags else ()
        if isinstance(groups, dict) and groups:
            if spans:
                self._left_groups(groups, spans, where)
            else:
                spans = self._of_groups(groups, where)
        return self._made(text, others, spans, where)

    def _spans(self, value: Any, name: str, where: str) -> tuple[RawSpan, ...]:
        """Return a list of spans: triples, or objects with ``start``, ``end`` and ``label``."""
        if value is None:
            return ()
        if not isinstance(value, list):
            raise wrong(name, value, _LIST)
        spans = []
        for index, span in enumerate(value):
            at = f"{name}[{index}]"
            linked = False
            if isinstance(span, dict):
                start, end, label = span.get("start"), span.get("end"), span.get("label", span.get("label_"))
                linked = bool(span.get("kb_id"))
            elif isinstance(span, list) and len(span) >= 3:
                start, end, label = span[:3]
                linked = any(isinstance(each, str) and each for each in span[3:])
            else:
                raise wrong(at, span, _SPAN)
            if not isinstance(label, str):
                raise wrong(f"{at} label", label, Wording("a string", "une chaîne"))
            require_encodable(label, at)
            self._tally.add(LINKS, where, int(linked))
            spans.append((whole_number(start, f"{at} start"), whole_number(end, f"{at} end"), label))
        return tuple(spans)

    def _of_groups(self, groups: Mapping[str, Any], where: str) -> tuple[RawSpan, ...]:
        """Return the spans of the only group of spans, or of the one spaCy uses by default; the others are counted."""
        filled = {name: self._spans(group, f"spans.{name}", where) for name, group in groups.items() if group}
        if not filled:
            return ()
        name = next(iter(filled)) if len(filled) == 1 else _DEFAULT_GROUP
        taken = filled.pop(name, ())
        if taken:
            self._tally.add(_GROUP_TAKEN, where)
        self._tally.add(_GROUPS, where, sum(map(len, filled.values())))
        return taken

    def _left_groups(self, groups: Mapping[str, Any], taken: Sequence[RawSpan], where: str) -> None:
        """Count the spans of groups that are not among those that were taken."""
        known = set(taken)
        for name, group in groups.items():
            others = [span for span in self._spans(group, f"spans.{name}", where) if span not in known]
            self._tally.add(_GROUPS, where, len(others))

    def _count_links(self, others: dict[str, Any], where: str) -> None:
        links = others.pop("links", None)
        if isinstance(links, dict | list):
            self._tally.add(LINKS, where, len(links))

    def _made(self, text: str, others: dict[str, Any], spans: tuple[RawSpan, ...], where: str) -> Record:
        """Return an article; what else is said of it goes where it belongs, or into the metadata."""
        others = {name: value for name, value in others.items() if value not in (None, {}, [])}
        if "cats" in others:
            self._tally.add(CATS, where)
        known = _known_in(others)
        return Record(
            text,
            where,
            meta=keep_in(meta_in(others) if isinstance(others.get("meta"), dict) else {}, known.rest),
            spans=spans,
            remarks={index: remark for index, remark in known.remarks.items() if index < len(spans)},
            status=known.status,
            **known.strings,
        )


class _Known(NamedTuple):
    """What is said of an article besides its text and spans, sorted."""

    strings: dict[str, str]
    status: Status | None
    remarks: dict[int, str]
    rest: dict[str, Any]


def _known_in(others: Mapping[str, Any]) -> _Known:
    rest = {name: value for name, value in others.items() if name != "meta" or not isinstance(value, dict)}
    strings = {}
    for name in ("title", "source", "date", "annotator", "model"):
        if isinstance(rest.get(name), str) and (name != "date" or is_iso(rest[name])):
            string_in(rest, name)
            strings[name] = rest.pop(name)
    status = Status(rest.pop("status")) if _is_status(rest.get("status")) else None
    remarks = rest.get("remarks")
    if isinstance(remarks, dict) and all(key.isdecimal() and isinstance(each, str) for key, each in remarks.items()):
        del rest["remarks"]
        return _Known(strings, status, {int(key): each for key, each in remarks.items()}, rest)
    return _Known(strings, status, {}, rest)


def _is_status(value: Any) -> bool:
    return isinstance(value, str) and value in _STATUSES


def _are_strings(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(each, str) for each in value)
