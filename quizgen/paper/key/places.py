"""Where a quote stands, in the language of the page: the article says it in English, as a locator."""

from __future__ import annotations

import re

from quizgen.article.model import Role
from quizgen.paper.labels import Labels

__all__ = ["place_in_words"]

_COUNTED = re.compile(r"¶ (\d+), sentences? (\d+)(?:–(\d+))?")
_ROLES = {str(role): f"in_{str(role).replace(' ', '_')}" for role in Role}


def place_in_words(place: str, labels: Labels) -> str:
    """A locator ("¶ 3, sentences 4–5", "list item") in the words of a catalogue; what is no locator stays as it is."""
    found = _COUNTED.fullmatch(place)
    if not found:
        return labels(_ROLES[place]) if place in _ROLES else place
    paragraph, first, last = found.groups()
    if last is None:
        return labels("sentence", paragraph=paragraph, sentence=first)
    return labels("sentences", paragraph=paragraph, first=first, last=last)
