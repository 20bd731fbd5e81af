"""The clock, and chance: what a session is handed, so that it needs neither."""

from __future__ import annotations

import os
import time

from quizgen.study.moment import Moment

__all__ = ["new_uid", "now"]


def now() -> Moment:
    """This moment, with the offset that the local clock has now."""
    milliseconds = time.time_ns() // 1_000_000
    return Moment(milliseconds, (time.localtime(milliseconds // 1000).tm_gmtoff or 0) // 60)


def new_uid() -> str:
    """A name that no session of any log has."""
    return os.urandom(8).hex()
