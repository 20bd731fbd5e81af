"""What is printed as plain JSON, which Typst reads."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Any

from quizgen.paper.labels import Labels
from quizgen.paper.layout import Layout
from quizgen.paper.rich import Rich

__all__ = ["json_form"]


def json_form(value: Any) -> Any:
    """A dataclass as an object of its fields, marked text as its tree, a layout with all that follows from it."""
    match value:
        case None | bool() | int() | float() | str():
            return value
        case Rich():
            return value.tree
        case Decimal():
            return str(value)
        case Labels():
            told = {"direction": value.direction, "language": value.language, "fallback": value.fallback}
            return value.texts() | told | {"page": value.parts("page")}
        case Layout():
            return {name: json_form(getattr(value, name)) for name in _LAYOUT} | {
                name: json_form(getattr(value, name)) for name in _names(Layout)
            }
        case tuple() | list():
            return [json_form(part) for part in value]
        case dict():
            return {str(key): json_form(part) for key, part in value.items()}
        case _ if is_dataclass(value) and not isinstance(value, type):
            return {name: json_form(getattr(value, name)) for name in _names(type(value))}
        case _:
            raise TypeError(f"{type(value).__name__} has no place on paper")


_LAYOUT = ("margin", "foot", "gutter", "em", "line", "number", "mark", "column", "answer")


@lru_cache(maxsize=64)
def _names(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))
