"""What a question offers beside its prompt: options, the two sides of a match, items to order.

The letters are those of the list itself (``type="A"``), so that they stand even where no stylesheet is loaded.
"""

from __future__ import annotations

from collections.abc import Iterable

from quizgen.bank.model import Choice, Choices, Match, Option, Order
from quizgen.shown import View, Words

__all__ = ["marked_options_html", "options_html", "shown_html"]


def shown_html(text: str) -> str:
    """Inline Markdown for a card."""
    return Words(text).html("anki")


def options_html(view: View) -> str:
    """The options as the front shows them, or ""."""
    options = _items(shown.words.html("anki") for shown in view.options)
    match view.question:
        case Choice():
            return f'<ol class="options one" type="A">{options}</ol>'
        case Choices():
            return f'<ol class="options any" type="A">{options}</ol>'
        case Match():
            lefts = _items(left.html("anki") for left in view.lefts)
            return f'<div class="match"><ol class="lefts">{lefts}</ol><ol class="rights" type="A">{options}</ol></div>'
        case Order():
            return f'<ol class="rights" type="A">{options}</ol>'
        case _:
            return ""


def _items(texts: Iterable[str]) -> str:
    return "".join(f'<li dir="auto">{text}</li>' for text in texts)


def marked_options_html(view: View, question: Choice | Choices) -> str:
    """The options of a choice as the back shows them: the right ones marked by a tick, a word and weight."""
    items = "".join(_marked(question.options[shown.index]) for shown in view.options)
    kind = "one" if isinstance(question, Choice) else "any"
    return f'<ol class="options {kind}" type="A">{items}</ol>'


def _marked(option: Option) -> str:
    text = shown_html(option.text)
    feedback = f'<p class="feedback">{shown_html(option.feedback)}</p>' if option.feedback else ""
    if not option.right:
        return f'<li dir="auto">{text}{feedback}</li>'
    return f'<li class="right" dir="auto"><b>{text}</b> <span class="tick" lang="en">✓ right</span>{feedback}</li>'
