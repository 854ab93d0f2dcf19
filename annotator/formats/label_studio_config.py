"""The labelling configuration of Label Studio: which field of a task's data is the text that spans refer to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from xml.sax.saxutils import quoteattr

from annotator.core.labels import Label

NAME = "labeling_config.xml"
_MOST_BYTES = 2**20
_VIEW = re.compile(rb"\A(\xef\xbb\xbf)?\s*(<\?xml.*?\?>|<!--.*?-->|\s)*<View[\s>]", re.DOTALL)
_TEXTS = frozenset({"Text", "HyperText"})
_SPAN_TAGS = frozenset({"Labels", "HyperTextLabels"})


@dataclass(frozen=True, slots=True)
class Config:
    """What a configuration says.

    Attributes:
        keys: field of the data that each object of the view shows, by the object's name: only those with text.
        controls: names of the controls that draw spans.
    """

    keys: Mapping[str, str] = field(default_factory=dict)
    controls: frozenset[str] = frozenset()


def is_config(path: Path) -> bool:
    """Tell whether a file is such a configuration; False where it cannot be read."""
    if path.suffix.lower() != ".xml":
        return False
    try:
        with path.open("rb") as file:
            return _VIEW.match(file.read(2**14)) is not None
    except OSError:
        return False


def config_beside(path: Path) -> Config:
    """Return the configuration in the folder of a file: the one with its name, the only one, or an empty one."""
    own = path.with_suffix(".xml")
    named = [each for each in (own, path.with_name(NAME)) if is_config(each)]
    if not named:
        try:
            named = [each for each in sorted(path.parent.glob("*.xml"))[:50] if is_config(each)]
        except OSError:
            return Config()
        if len(named) != 1:
            return Config()
    try:
        with named[0].open("rb") as file:
            return read_config(file.read(_MOST_BYTES))
    except OSError:
        return Config()


def read_config(content: bytes) -> Config:
    """Read a configuration; an empty one where it is no XML. Entities and outside references are not followed."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError:
        return Config()
    keys, controls = {}, set()
    for element in root.iter(etree.Element):
        name, value = element.get("name"), element.get("value")
        if name and element.tag in _TEXTS and value and value.startswith("$"):
            keys[name] = value[1:]
        elif name and element.tag in _SPAN_TAGS:
            controls.add(name)
    return Config(keys, frozenset(controls))


def write_config(labels: Iterable[Label]) -> str:
    """Return the configuration for texts in ``text`` with spans of some labels; blanks are shown as they are."""
    lines = ["<View>", "  <Style>.htx-text { white-space: pre-wrap; }</Style>", '  <Labels name="label" toName="text">']
    lines += [
        f"    <Label value={quoteattr(label.id)} background={quoteattr(label.colour)} hotkey={quoteattr(label.key)}/>"
        for label in labels
    ]
    lines += ["  </Labels>", '  <Text name="text" value="$text"/>', "</View>", ""]
    return "\n".join(lines)
