"""``quizgen log``: take the log of one's answers from one machine to another, and merge logs."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from quizgen.cli.log_path import log_path
from quizgen.cli.options import Json, LogFile
from quizgen.cli.output import print_json, write

if TYPE_CHECKING:
    from quizgen.study.events import Event

__all__ = ["log"]

log = typer.Typer(
    help="Take the log of your answers to another machine, and merge logs.",
    no_args_is_help=True,
    rich_markup_mode=None,
)


@log.command("path")
def path(log: LogFile = None) -> None:
    """Say where the log is."""
    write(str(log_path(log)))


@log.command("export")
def export(
    file: Annotated[
        Path, typer.Argument(metavar="[FILE]", help="Where to write; - is the output.", show_default=False)
    ] = Path("-"),
    rescue: Annotated[bool, typer.Option("--rescue", help="Write what can still be read of a damaged log.")] = False,
    log: LogFile = None,
    json: Json = False,
) -> None:
    """Write every event of the log as a line of JSON."""
    from quizgen.study.log.exchange import lines_of

    source = log_path(log, there=not rescue)
    events = _rescued(source) if rescue else _events(source)
    text = "".join(f"{line}\n" for line in lines_of(events))
    if str(file) == "-":
        _write_out(text)
        return
    _write_file(file, text, source)
    if json:
        print_json({"log": str(source), "file": str(file), "events": len(events)})
    else:
        write(f"{file}: {_count(len(events))}")


def _events(source: Path) -> list[Event]:
    from quizgen.study.log.log import Log

    with Log.open(source, reading=True) as opened:
        return list(opened.events())


def _rescued(source: Path) -> list[Event]:
    from quizgen.study.log.rescue import rescued

    found = rescued(source)
    lost = "; how many more there were is not known" if found.lost is None else f", {found.lost:,} not"
    if sys.stderr is not None:  # the output may be the export itself
        write(f"{source}: {_count(len(found.events))} could be read{lost}", sys.stderr)
    return list(found.events)


def _write_file(file: Path, text: str, source: Path) -> None:
    from quizgen.errors import UsageError
    from quizgen.files import write_text

    if file.exists() and file.samefile(source):
        raise UsageError(f"{file}: this is the log itself; name another file for its export")
    write_text(file, text)


def _write_out(text: str) -> None:
    if text:
        write(text.removesuffix("\n"))


@log.command("import")
def import_(
    files: Annotated[
        list[Path], typer.Argument(metavar="FILE...", help="Exported logs; - is the input.", show_default=False)
    ],
    log: LogFile = None,
    json: Json = False,
) -> None:
    """Add what exported logs hold to the log.

    An event that the log has already is passed over. Where anything in the files is wrong, nothing is added.
    """
    from quizgen.study.log.log import Log
    from quizgen.study.log.merging import add_exported

    texts = {("the input" if str(file) == "-" else str(file)): _read(file) for file in files}
    target = log_path(log)
    with Log.open(target) as opened:
        events, new = add_exported(opened, texts)
    if json:
        print_json({"log": str(target), "events": events, "new": new})
    else:
        write(f"{target}: {_count(events)}, {new:,} new")


def _read(file: Path) -> str:
    from quizgen.errors import DataError
    from quizgen.files import read_bytes, read_text
    from quizgen.study.log.log_file import MAGIC

    if str(file) == "-":
        return _input()
    if read_bytes(file).startswith(MAGIC):
        raise DataError(
            f"{file}: this is a log, not an export of one; make that with: quizgen log export FILE --log {file}"
        )
    return read_text(file)


def _input() -> str:
    from quizgen.errors import DataError

    if sys.stdin is None:
        return ""
    try:
        return sys.stdin.buffer.read().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise DataError("the input is not UTF-8 text, so it is no exported log") from None


def _count(events: int) -> str:
    from quizgen.text.counted import counted

    return counted(events, "event", commas=True)
