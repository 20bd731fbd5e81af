"""Is this response right? Verdicts and scores as a teacher would give them. Standard library only."""

from __future__ import annotations

from quizgen.answers.fold import fold
from quizgen.answers.grade import grade, mark_open
from quizgen.answers.responses import Response, letters_in
from quizgen.answers.verdict import Mark, Verdict

__all__ = ["Mark", "Response", "Verdict", "fold", "grade", "letters_in", "mark_open"]
