"""The commands, in the order in which a teacher meets them.

A run of one command loads that one alone: to read the arguments of all others would cost it a fifth of its start.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from importlib import import_module
from typing import Annotated, Any

import typer

__all__ = ["app", "app_for"]

_COMMANDS = ("init", "build", "check", "quiz", "study", "stats", "ids", "seal", "convert", "log")
"""Each is the function of its name in the module of its name, or the group."""

app: typer.Typer
"""All commands: for help, completion, and the manual."""


def app_for(arguments: Sequence[str]) -> typer.Typer:
    """The command that the arguments begin with; all, where they begin with none."""
    first = arguments[0] if arguments else ""
    return _app_of([first] if first in _COMMANDS else _COMMANDS)


def _app_of(names: Iterable[str]) -> typer.Typer:
    made = typer.Typer(
        name="quizgen",
        help="From a reading to a deck, a worksheet and a self-test, where every answer can be proved from the text.",
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        no_args_is_help=True,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    made.callback()(_root)
    for name in names:
        command = getattr(import_module(f"quizgen.cli.{name}"), name)
        if isinstance(command, typer.Typer):
            made.add_typer(command, name=name)
        else:
            made.command(name)(command)
    return made


def _version(wanted: bool) -> None:
    if wanted:
        from quizgen import __version__

        typer.echo(f"quizgen {__version__}")
        raise typer.Exit


def _root(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Say which version this is.")
    ] = False,
) -> None:
    pass


def __getattr__(name: str) -> Any:
    """Make the app of all commands when it is first asked for."""
    if name != "app":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    globals()["app"] = _app_of(_COMMANDS)
    return globals()["app"]
