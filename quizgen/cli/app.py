"""The commands, in the order in which a teacher meets them."""

from __future__ import annotations

from typing import Annotated

import typer

from quizgen.cli import build, check, convert, ids, init, log, quiz, seal, stats, study

__all__ = ["app"]

app = typer.Typer(
    name="quizgen",
    help="From a reading to a deck, a worksheet and a self-test, where every answer can be proved from the text.",
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(wanted: bool) -> None:
    if wanted:
        from quizgen import __version__

        typer.echo(f"quizgen {__version__}")
        raise typer.Exit


@app.callback()
def _root(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Say which version this is.")
    ] = False,
) -> None:
    pass


app.command("init")(init.init)
app.command("build")(build.build)
app.command("check")(check.check)
app.command("quiz")(quiz.quiz)
app.command("study")(study.study)
app.command("stats")(stats.stats)
app.command("ids")(ids.ids)
app.command("seal")(seal.seal)
app.command("convert")(convert.convert)
app.add_typer(log.log, name="log")
