"""The command line: arguments in, a call, words out. One short file for each command.

Only this package prints, reads arguments or exits. What a command needs beyond its arguments is imported inside it, so
that ``quizgen --help`` and the first question of a quiz come at once.
"""

from __future__ import annotations

import contextlib
import errno
import os
import signal
import sys
from typing import NoReturn

__all__ = ["main"]

_FAULT = 70
_CANNOT_WRITE = 73
_INTERRUPTED = 130
_UNWRITABLE = (errno.ENOSPC, errno.EDQUOT, errno.EIO, errno.EBADF)


def main() -> NoReturn:
    """Run the command that the arguments name, and exit with the code of the manual's table."""
    from quizgen.errors import QuizgenError

    code = 0
    try:
        from quizgen.cli.app import app_for

        app_for(sys.argv[1:])(prog_name="quizgen")
    except SystemExit as done:
        code = done.code if isinstance(done.code, int) else int(bool(done.code))
    except QuizgenError as error:
        _complain(str(error))
        code = error.exit_code
    except KeyboardInterrupt:
        code = _INTERRUPTED
    except Exception as error:  # the last resort: a user is owed a sentence, not a traceback
        if os.environ.get("QUIZGEN_DEBUG"):
            raise
        code = _unforeseen(error)
    if code == _INTERRUPTED:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # pressed once more, it ends already
    sys.exit(_flushed(code))


def _unforeseen(error: Exception) -> int:
    if isinstance(error, OSError) and error.errno in _UNWRITABLE:  # the command line's own help, onto a full disk
        _complain(f"the output cannot be written: {error.strerror}")
        return _CANNOT_WRITE
    _complain(f"a fault in quizgen itself ({type(error).__name__}: {error}); QUIZGEN_DEBUG=1 shows where")
    return _FAULT


def _complain(message: str) -> None:
    if sys.stderr is None:  # closed before the start; print would take the output instead
        return
    lines = message.split("\n")
    shown = lines[:200]
    if len(lines) > len(shown):
        shown.append(f"… and {len(lines) - len(shown)} more")
    first = "" if len(lines) > 1 or ": " in lines[0].partition(" ")[0] + " " else "quizgen: "
    with contextlib.suppress(OSError):  # nobody listens
        print(first + "\n".join(shown), file=sys.stderr)


def _flushed(code: int) -> int:
    """Write out what is still held back; a reader that has gone, or a full disk, must not cause a traceback at exit."""
    for stream in (sys.stdout, sys.stderr):
        try:
            if stream is not None:
                stream.flush()
        except OSError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
            code = code or _CANNOT_WRITE
    return code
