"""What Anki shows under a deck's name before it is studied.

It is Markdown, and so light that it reads well where a program takes it for HTML, as Anki 23.10 does, or shows it raw.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from unicodedata import category

from quizgen.bank.model import Bank
from quizgen.shown import source_of

__all__ = ["bank_description", "topic_description"]

_UPDATE = "To update this deck, import its newer file over it: what you have learned stays."
_GAPS = re.compile(r"[\s\x00-\x1f\x7f]+")
_MARKS = re.compile(r"[\\`*_\[\]<>&~]|\A(?:[#+=-]|\d(?=\d*[.)]))")


def bank_description(shares: Iterable[tuple[Bank, int]]) -> str:
    """The description of the deck of a bank, or of banks with one title, with the number of questions of each: what
    it is about, how many questions of which source, whose work they are, and how the deck is updated.
    """
    shares = tuple(shares)
    about = dict.fromkeys(_sentence(bank.description) for bank, _ in shares)
    return "\n\n".join(filter(None, (*about, *_credits(shares), _UPDATE)))


def topic_description(shares: Iterable[tuple[Bank, int]]) -> str:
    """The description of the deck of a topic: how many questions of which source, and whose work they are."""
    return "\n\n".join(_credits(shares))


def _credits(shares: Iterable[tuple[Bank, int]]) -> Iterator[str]:
    """A paragraph for each source, author and license."""
    counts: Counter[tuple[str, str, str]] = Counter()
    for bank, count in shares:
        counts[source_of(bank), bank.author, bank.license] += count
    for (source, author, license_), count in counts.items():
        questions = f"{count} question{'s' * (count != 1)}"
        owed = [f"{questions} from {_sentence(source)}" if source else f"{questions}."]
        owed += [f"By {_sentence(author)}"] if author else []
        owed += [f"License: {_sentence(license_)}"] if license_ else []
        yield " ".join(owed)


def _sentence(text: str) -> str:
    """Text on one line, with a full stop, in which neither Markdown nor HTML finds a mark of its own.

    What would be one is an HTML entity, which both know; a backslash would stand there where it is not Markdown.
    """
    line = _GAPS.sub(" ", text).strip()
    ended = f"{line}." if line and category(line[-1]) != "Po" else line
    return _MARKS.sub(lambda found: f"&#{ord(found[0])};", ended)
