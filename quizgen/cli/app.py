"""The commands, in the order in which a teacher meets them.

A run of one command loads that one alone: to read the arguments of all others would cost it a fifth of its start. The
list of all, which names them and their first words, reads the arguments of none.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from importlib import import_module
from typing import Annotated, Any

import typer

__all__ = ["app", "app_for"]

_COMMANDS = ("init", "build", "check", "quiz", "study", "stats", "ids", "seal", "convert", "log")
"""Each is the function of its name in the module of its name, or the group."""

_HELP = ("-h", "--help")

app: typer.Typer
"""All commands: for help, completion, and the manual."""


def app_for(arguments: Sequence[str]) -> typer.Typer:
    """The command that the arguments begin with; the list of all for the help, all where they begin with none."""
    first = arguments[0] if arguments else None
    if first in _COMMANDS:
        return _app_of([first])
    completing = "_QUIZGEN_COMPLETE" in os.environ  # a shell asks without arguments
    return _list() if first in (None, *_HELP) and not completing else _app_of(_COMMANDS)


def _app_of(names: Iterable[str]) -> typer.Typer:
    made = _empty()
    for name in names:
        command = _load(name)
        if isinstance(command, typer.Typer):
            made.add_typer(command, name=name)
        else:
            made.command(name)(command)
    return made


def _list() -> typer.Typer:
    """All commands by name and help, for the list of them alone: none can be run."""
    made = _empty()
    for name in _COMMANDS:
        command = _load(name)
        said = command.info.help if isinstance(command, typer.Typer) else command.__doc__
        made.command(name, help=said)(_nothing)
    return made


def _load(name: str) -> typer.Typer | Callable[..., None]:
    found: typer.Typer | Callable[..., None] = getattr(import_module(f"quizgen.cli.{name}"), name)
    return found


def _empty() -> typer.Typer:
    made = typer.Typer(
        name="quizgen",
        help="From a reading to a deck, a worksheet and a self-test, where every answer can be proved from the text.",
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        no_args_is_help=True,
        context_settings={"help_option_names": [*_HELP]},
    )
    made.callback()(_root)
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


def _nothing() -> None:
    pass


def __getattr__(name: str) -> Any:
    """Make the app of all commands when it is first asked for."""
    if name != "app":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    globals()["app"] = _app_of(_COMMANDS)
    return globals()["app"]
