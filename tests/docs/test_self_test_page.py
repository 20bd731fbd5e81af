"""docs/self-test.md: its commands, and the record of ``--json``."""

from __future__ import annotations

import json

from manual_pages import DOCS, ROOT, blocks_of, section_of

from quizgen.bank.parse import read_bank
from quizgen.places import locate_in
from quizgen.study import begin, say, turn_record
from quizgen.study.session import HELP

PAGE = DOCS / "self-test.md"
TIDES = ROOT / "templates" / "course" / "questions" / "tides.md"


def test_every_command_of_a_session_is_in_the_table() -> None:
    section = section_of(PAGE, "Commands")
    for name, _ in HELP:
        assert f"\n| `{name}` | " in section


def test_the_record_is_the_one_that_a_session_writes() -> None:
    [block] = [block for block in blocks_of(PAGE) if block.remark[0] == "record"]
    shown = json.loads(block.text)
    bank = read_bank(TIDES)
    session = begin(bank, locate_in(TIDES, bank, None), patient=False)
    while not session.over:
        asked = session.view.question.id
        session, _ = say(session, "t" if asked == shown["question"] else "?!")
        record = turn_record(session, session.turns[-1])
        if asked == shown["question"]:
            assert record == shown
    for name in shown:
        assert f"`{name}`" in section_of(PAGE, "Pipes")
