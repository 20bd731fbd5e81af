"""Maths as MathML, by latex2mathml.

Its own ``convert`` unescapes the finished markup, so that ``\\text{<script>}`` comes out as a script element
(seen with 3.77 to 3.81). So the tree is taken instead, and written here.

Importing this module loads latex2mathml (0.2 s): import it where a text is known to hold maths.
"""

from __future__ import annotations

from functools import lru_cache
from html import unescape
from xml.etree.ElementTree import Element, tostring

from latex2mathml.converter import convert_to_element

from quizgen.text.refused import is_refused

__all__ = ["mathml"]

_LONGEST = 10_000
"""Characters; a longer formula is shown as its source."""

_ATTRIBUTES_REFUSED = frozenset({"href", "class", "style", "id"})


@lru_cache(maxsize=4096)
def mathml(latex: str, display: bool) -> str | None:
    """The formula as a ``math`` element, or None where it cannot be read."""
    if len(latex) > _LONGEST or is_refused(latex):
        return None
    try:
        tree: Element = convert_to_element(latex, display="block" if display else "inline")
        readable = all(map(_settle, tree.iter()))
    except Exception:  # whatever the converter stumbles over, the reader gets the source
        return None
    return tostring(tree, encoding="unicode") if readable else None


def _settle(element: Element) -> bool:
    """Resolve the references the converter leaves in a text; False where it gave a command up."""
    text = unescape(element.text or "")
    element.text = text
    return not text.startswith("\\") and not _ATTRIBUTES_REFUSED & element.attrib.keys()
