"""A bank as a self-test."""

from __future__ import annotations

from quizgen.study.lines import Line, Stretch, Style
from quizgen.study.session import Session, Turn, begin, closing, prompt, say, stop, tell, turn_record

__all__ = [
    "Line",
    "Session",
    "Stretch",
    "Style",
    "Turn",
    "begin",
    "closing",
    "prompt",
    "say",
    "stop",
    "tell",
    "turn_record",
]
