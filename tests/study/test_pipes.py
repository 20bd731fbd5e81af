"""From a pipe every line is taken as it stands: what is no answer is graded, not asked again."""

from __future__ import annotations

import pytest
from played import events_of, played, started

from quizgen.study.ratings import Rating

WHO = "Who?\n= Kishida\nhint: h"
WHICH = "Which?\n- [x] one\n- [ ] two"
WHY = "Why?\n+ first\n+ second"


@pytest.mark.parametrize("typed", [":-)", "?", ":x", ":help", "", "E"])
def test_a_line_that_is_no_command_is_an_answer(typed: str) -> None:
    """Else what follows would be taken for the answers of other questions."""
    session, _ = played(started(WHICH, WHO, patient=False), typed)
    assert (len(session.turns), session.told) == (1, 1)


def test_an_empty_line_is_an_empty_answer() -> None:
    session, said = played(started(WHO, patient=False), "")
    assert session.turns[0].verdict.verdict == "wrong"
    assert said[0] == "Wrong. No answer."


def test_an_open_answer_stays_unmarked() -> None:
    session, said = played(started(WHY, WHO, patient=False), "Because.")
    assert said[0] == "Not marked. Compare it with the marking points."
    assert (session.turns[0].verdict.verdict, session.stage) == ("unmarked", "asking")


def test_commands_work() -> None:
    typed = ["x", ":o", ":u", "Kishida", ":e", ":s", ":r", ":h", "Kishida"]
    events = events_of(started(WHO, WHICH, WHO, patient=False), *typed)
    assert [event.kind for event in events] == [
        *("begin", "answer", "override", "undo", "answer", "override", "skip", "answer", "end")
    ]
    ratings = [event.rating for event in events if event.kind in ("answer", "override")]
    assert ratings == [Rating.AGAIN, Rating.GOOD, Rating.GOOD, Rating.EASY, Rating.HARD]


def test_there_is_no_last_word() -> None:
    assert played(started(WHO, patient=False), "x")[0].over


def test_quitting_stops() -> None:
    session, said = played(started(WHO, WHICH, patient=False), "x", ":q")
    assert (session.over, session.ended, said) == (True, False, [])


def test_in_study_what_was_wrong_comes_again_from_a_pipe_but_once() -> None:
    """A pipe may have no end: ``yes no | quizgen study`` has."""
    session = started("Who?\n= Kishida\n", "When?\n= in 2022\n", patient=False, mode="study")
    for count in range(1, 5):
        assert not session.over
        session, _ = played(session, "no idea")
        assert len(session.turns) == count
    assert session.over
