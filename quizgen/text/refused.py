"""Commands of LaTeX that no formula may use, because they do more than show maths.

They write links, styles and attributes of the author's into a page (``\\href{javascript:…}`` is a link that runs a
script in Anki), or change what later formulas of the page mean. A formula with one of them is shown as its source.
"""

from __future__ import annotations

import re

__all__ = ["is_refused"]

_ATTRIBUTES = "href url class style cssId data html htmlClass htmlData htmlId htmlStyle bbox mmlToken require verb"
_MEANINGS = (
    "def edef gdef xdef let futurelet global csname newcommand renewcommand providecommand newenvironment "
    "renewenvironment newtheorem DeclareMathOperator DeclarePairedDelimiter DeclarePairedDelimiters "
    "DeclarePairedDelimitersX DeclarePairedDelimitersXPP Newextarrow newtagform renewtagform usetagform "
    "mathtoolsset definecolor catcode input include"
)
_REFUSED = re.compile(rf"\\(?:{'|'.join(f'{_ATTRIBUTES} {_MEANINGS}'.split())})(?![a-zA-Z])")


def is_refused(latex: str) -> bool:
    """Whether a formula holds a command that it may not use."""
    return _REFUSED.search(latex) is not None
