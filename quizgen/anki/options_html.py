"""What a question offers beside its prompt: options, the two sides of a match, items to order.

The letters are those of the list itself (``type="A"``), so that they stand even where no stylesheet is loaded. What
can be chosen from stands in one list on the front and, marked, in the same list on the back: a script of the card
reorders both alike, but for the items that have ``data-pin``.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple

from quizgen.bank.model import Choice, Choices, Match, Order, Question, TrueFalse
from quizgen.shown import View, Words

__all__ = ["choice_of", "marked_options_html", "options_html", "shown_html"]


def shown_html(text: str) -> str:
    """Inline Markdown for a card."""
    return Words(text).html("anki")


def choice_of(question: Question) -> Literal["one", "any", ""]:
    """How many of the options can be chosen; "" where there are none to choose from."""
    match question:
        case Choice() | TrueFalse():
            return "one"
        case Choices():
            return "any"
        case _:
            return ""


def options_html(view: View) -> str:
    """What the front offers, or "": nothing of what is right."""
    match view.question:
        case Choice() | Choices() | TrueFalse():
            return _list(view.question, (f"<li {offer.attributes}>{offer.html}</li>" for offer in _offers(view)))
        case Match():
            lefts = _items(left.html("anki") for left in view.lefts)
            return f'<div class="match"><ol class="lefts">{lefts}</ol>{_rights(view)}</div>'
        case Order():
            return _rights(view)
        case _:
            return ""


def marked_options_html(view: View) -> str:
    """The same options as the back shows them: the right ones marked by a tick, a word and weight."""
    return _list(view.question, map(_marked, _offers(view)))


class _Offer(NamedTuple):
    """An option: its words and what is said to who chooses it, as HTML, and the attributes of its item."""

    html: str
    right: bool
    feedback: str
    attributes: str


def _offers(view: View) -> tuple[_Offer, ...]:
    question = view.question
    if isinstance(question, TrueFalse):
        return tuple(
            _Offer(str(said), said == question.true, "", 'lang="en" dir="ltr" data-pin') for said in (True, False)
        )
    options = question.options if isinstance(question, Choice | Choices) else ()
    return tuple(
        _Offer(
            shown.words.html("anki"),
            options[shown.index].right,
            shown_html(options[shown.index].feedback),
            'dir="auto" data-pin' if shown.fixed else 'dir="auto"',
        )
        for shown in view.options
    )


def _list(question: Question, items: Iterable[str]) -> str:
    look = 'one plain"' if isinstance(question, TrueFalse) else f'{choice_of(question)}" type="A"'
    return f'<ol class="options {look}>{"".join(items)}</ol>'


def _marked(offer: _Offer) -> str:
    feedback = f'<p class="feedback">{offer.feedback}</p>' if offer.feedback else ""
    if not offer.right:
        return f"<li {offer.attributes}>{offer.html}{feedback}</li>"
    tick = '<span class="tick" lang="en">✓ right</span>'
    return f'<li class="right" {offer.attributes}><b>{offer.html}</b> {tick}{feedback}</li>'


def _rights(view: View) -> str:
    return f'<ol class="rights" type="A">{_items(option.words.html("anki") for option in view.options)}</ol>'


def _items(texts: Iterable[str]) -> str:
    return "".join(f'<li dir="auto">{text}</li>' for text in texts)
