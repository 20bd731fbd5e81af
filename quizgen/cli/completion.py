"""What Tab completes in a shell: banks, and the values of the filters from the banks on the line.

Where nothing is offered the shell completes file names; a fault on the way there must not spoil what is being typed.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from quizgen.bank.model import Bank

__all__ = ["complete_banks", "values_completer"]


def complete_banks(ctx: typer.Context, incomplete: str) -> list[str]:
    """The banks of the course and the Markdown files beside what is typed; each is named but once on a line."""
    named = set(_named(ctx))
    offered: list[str] = []
    with contextlib.suppress(Exception):
        offered = [*_of_the_course(), *_beside(incomplete)]
    return [path for path in dict.fromkeys(offered) if path.startswith(incomplete) and path not in named]


def _of_the_course() -> Iterator[str]:
    from quizgen.cli.chosen import here, near
    from quizgen.course import course_banks, find_course

    course = find_course(here())
    for path in course_banks(course) if course else ():
        yield str(near(path))


def _beside(incomplete: str) -> Iterator[str]:
    """Markdown files in the folder that is typed; in a course's questions only its banks are offered."""
    from quizgen.course import course_banks, find_course

    folder = incomplete.removesuffix(os.path.basename(incomplete))  # noqa: PTH119  as it is typed, "./" too
    there = Path(folder).resolve()
    course = find_course(there)
    asked = course is not None and there.is_relative_to(course.questions)
    for path in course_banks(course) if course and asked else sorted(there.glob("*.md")):
        if path.parent == there and path.name.lower() != "readme.md":
            yield f"{folder}{path.name}"


def values_completer(what: str) -> Callable[[typer.Context, str], list[str]]:
    """Completes the values of a filter ("topic", "tag" …) that the questions of the banks on the line have.

    What holds a space is left out: no shell would take it for one word.
    """

    def complete(ctx: typer.Context, incomplete: str) -> list[str]:
        from quizgen.study.session.selection import values_of

        values: Iterable[str] = ()
        with contextlib.suppress(Exception):
            values = values_of(_banks_on_the_line(ctx), what)
        return [value for value in values if value.startswith(incomplete) and " " not in value]

    return complete


def _banks_on_the_line(ctx: typer.Context) -> list[Bank]:
    from quizgen.bank.parse import read_bank
    from quizgen.cli.chosen import chosen
    from quizgen.errors import QuizgenError

    banks = []
    for path in chosen(map(Path, _named(ctx)))[1]:
        with contextlib.suppress(QuizgenError):
            banks.append(read_bank(path))
    return banks


def _named(ctx: typer.Context) -> list[str]:
    """The banks on the line; behind an option that still waits for its value they stand with what was left over."""
    return [*map(str, ctx.params.get("bank") or ()), *ctx.args]
