"""Maths as MathML, by latex2mathml.

Its own ``convert`` unescapes the finished markup, so that ``\\text{<script>}`` comes out as a script element
(seen with 3.77 to 3.81). So the tree is taken instead, and written here.

Importing this module loads latex2mathml (0.2 s): import it where a text is known to hold maths.
"""

from __future__ import annotations

import re
from functools import lru_cache
from html import unescape
from xml.etree.ElementTree import Element, tostring

from latex2mathml.converter import convert_to_element

from quizgen.text.refused import is_refused

__all__ = ["mathml", "mathml_element"]

_LONGEST = 10_000
"""Characters; a longer formula is shown as its source."""

_ATTRIBUTES_REFUSED = frozenset({"href", "class", "style", "id"})

_ENVIRONMENT = re.compile(r"(?<!\\)(\\(?:begin|end)\s*)\{(aligned|gathered|dcases)\}")
_SAME_AS = {"aligned": "split", "gathered": "matrix", "dcases": "cases"}
"""Environments that the converter does not know, and those that it sets alike."""


@lru_cache(maxsize=4096)
def mathml(latex: str, display: bool) -> str | None:
    """The formula as a ``math`` element, or None where it cannot be read."""
    element = mathml_element(latex, display)
    return None if element is None else tostring(element, encoding="unicode")


@lru_cache(maxsize=4096)
def mathml_element(latex: str, display: bool) -> Element | None:
    """What :func:`mathml` writes, as a tree; nobody may change it."""
    if len(latex) > _LONGEST or is_refused(latex):
        return None
    known = _ENVIRONMENT.sub(lambda found: f"{found[1]}{{{_SAME_AS[found[2]]}}}", latex)
    try:
        tree: Element = convert_to_element(known, display="block" if display else "inline")
        readable = all(map(_settle, tree.iter()))
    except Exception:  # whatever the converter stumbles over, the reader gets the source
        return None
    return tree if readable else None


def _settle(element: Element) -> bool:
    """Resolve the references the converter leaves in a text; False where it gave a command up."""
    text = unescape(element.text or "")
    if text != element.text and text.isascii() and text.isalpha() and element.tag == "mi":
        element.set("mathvariant", "normal")  # one letter in \mathrm, which the converter gives as a reference
    element.text = text
    return not text.startswith("\\") and not _ATTRIBUTES_REFUSED & element.attrib.keys()
