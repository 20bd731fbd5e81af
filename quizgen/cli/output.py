"""Words out, and a reader that has gone, or a full disk, made known."""

from __future__ import annotations

import re
import sys
from typing import Any, TextIO

from quizgen.errors import WriteError

__all__ = ["output", "print_json", "write"]

_COMMANDS = re.compile("[\x80-\x9f]")  # some terminals take these, which a bank may hold, for an escape


def output() -> TextIO:
    """The standard output; WriteError where it was closed before the start."""
    if sys.stdout is None:
        raise WriteError("there is no output to write to: it is closed")
    return sys.stdout


def write(text: str, stream: TextIO | None = None) -> None:
    """Write a text and a line end. WriteError where nobody reads any more, or the disk is full."""
    stream = stream or output()
    try:
        _put((text if text.isascii() else _COMMANDS.sub("\ufffd", text)) + "\n", stream)
        stream.flush()
    except BrokenPipeError:
        raise WriteError("the output was closed before it was complete") from None
    except OSError as error:
        raise WriteError(f"the output cannot be written: {error.strerror}") from None


def _put(text: str, stream: TextIO) -> None:
    try:
        stream.write(text)
    except UnicodeEncodeError:
        encoding = stream.encoding or "ascii"
        stream.write(text.encode(encoding, "replace").decode(encoding))


def print_json(data: Any) -> None:
    """Write one line of JSON."""
    import json

    write(json.dumps(data, ensure_ascii=False))
