"""``python -m quizgen``: the command line, where the command ``quizgen`` is not on the path."""

from __future__ import annotations

from quizgen.cli import main

if __name__ == "__main__":
    main()
