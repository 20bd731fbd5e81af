"""Which form of a word goes with a number: "1 point", "2 points"; "2 балла", "5 баллов"."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

__all__ = ["CATEGORIES", "plural_category"]

CATEGORIES = ("zero", "one", "two", "few", "many", "other")
"""The names that the Unicode CLDR gives to forms; what a language does not tell apart is "other"."""


def plural_category(language: str, number: Decimal | int) -> str:
    """The category of a number that is printed without needless zeros (2.50 as 2.5), for a tag such as "pt-BR".

    The cardinal rules of the Unicode CLDR (version 45, supplemental/plurals.xml; its chart "Language Plural Rules"),
    with their rules for fractions. Left out: "many" of French and Spanish, which is for millions. A language that is
    not here has "one" for 1 and "other" for the rest, as most have.
    """
    rule = _RULES.get(language.lower().partition("-")[0], _one_alone)
    return rule(Decimal(number))


def _one_alone(number: Decimal) -> str:
    return "one" if number == 1 else "other"


def _none(_: Decimal) -> str:
    return "other"


def _below_two(number: Decimal) -> str:
    return "one" if 0 <= number < 2 else "other"


def _arabic(number: Decimal) -> str:
    if number in (0, 1, 2):
        return ("zero", "one", "two")[int(number)]
    rest = number % 100
    if number % 1 or rest < 3:
        return "other"
    return "few" if rest <= 10 else "many"


def _east_slavic(number: Decimal) -> str:
    if number % 1:
        return "other"
    if number % 10 == 1 and number % 100 != 11:
        return "one"
    return _few_or_many(number)


def _polish(number: Decimal) -> str:
    if number % 1:
        return "other"
    return "one" if number == 1 else _few_or_many(number)


def _few_or_many(number: Decimal) -> str:
    return "few" if 2 <= number % 10 <= 4 and not 12 <= number % 100 <= 14 else "many"


def _czech(number: Decimal) -> str:
    if number % 1:
        return "many"
    return "one" if number == 1 else "few" if 2 <= number <= 4 else "other"


_RULES: dict[str, Callable[[Decimal], str]] = {
    **dict.fromkeys(("ja", "zh", "ko", "vi", "th", "id", "ms"), _none),
    "fr": _below_two,
    "ar": _arabic,
    **dict.fromkeys(("ru", "uk", "be"), _east_slavic),
    "pl": _polish,
    **dict.fromkeys(("cs", "sk"), _czech),
}
