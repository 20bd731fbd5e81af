"""The words of the article that prove an answer, as the back of a card shows them."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from quizgen.anki.inert import plain_html
from quizgen.shown import Proof, from_the_text

__all__ = ["evidence_html"]


def evidence_html(proofs: Iterable[Proof]) -> str:
    """Each quote, the answer marked in it; quotes of one place that follow each other share the line that names it."""
    return "".join(_figure(place, quotes) for place, quotes in groupby(proofs, key=lambda proof: proof.place))


def _figure(place: str, quotes: Iterable[Proof]) -> str:
    blocks = "".join(f'<blockquote dir="auto">{_words(proof)}</blockquote>' for proof in quotes)
    return f"<figure>{blocks}<figcaption>{plain_html(from_the_text(place))}</figcaption></figure>"


def _words(proof: Proof) -> str:
    return "".join(
        f"<mark>{plain_html(text)}</mark>" if marked else plain_html(text) for text, marked in proof.stretches
    )
