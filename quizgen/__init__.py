"""From a reading to a deck, a worksheet and a self-test, where every answer can be proved from the text.

>>> import quizgen
>>> bank = quizgen.read_bank("questions/islands.md")  # doctest: +SKIP
>>> bank.questions[0].kind  # doctest: +SKIP
'list'
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from quizgen.bank.model import (
        KINDS,
        Answer,
        Bank,
        Blank,
        Choice,
        Choices,
        Cloze,
        Item,
        List,
        Match,
        Number,
        Open,
        Option,
        Order,
        Pair,
        Point,
        Question,
        Quote,
        Short,
        Topic,
        TrueFalse,
    )
    from quizgen.bank.parse import parse_bank, read_bank
    from quizgen.bank.write import format_bank, write_bank
    from quizgen.check.finding import Finding
    from quizgen.errors import DataError, MissingError, Problem, QuizgenError, WriteError
    from quizgen.publish.checking import check_file

__version__ = "0.1.0"

__all__ = [
    "KINDS",
    "Answer",
    "Bank",
    "Blank",
    "Choice",
    "Choices",
    "Cloze",
    "DataError",
    "Finding",
    "Item",
    "List",
    "Match",
    "MissingError",
    "Number",
    "Open",
    "Option",
    "Order",
    "Pair",
    "Point",
    "Problem",
    "Question",
    "QuizgenError",
    "Quote",
    "Short",
    "Topic",
    "TrueFalse",
    "WriteError",
    "__version__",
    "check_file",
    "format_bank",
    "parse_bank",
    "read_bank",
    "write_bank",
]

_HOMES = {
    "parse_bank": "bank.parse",
    "read_bank": "bank.parse",
    "format_bank": "bank.write",
    "write_bank": "bank.write",
    "check_file": "publish.checking",
    "Finding": "check.finding",
}
_HOMES |= dict.fromkeys(("DataError", "MissingError", "Problem", "QuizgenError", "WriteError"), "errors")


def __getattr__(name: str) -> Any:
    """Load a public name when it is first used, so that the start of the command line pays for none."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    value = getattr(import_module(f"{__name__}.{_HOMES.get(name, 'bank.model')}"), name)
    globals()[name] = value
    return value
