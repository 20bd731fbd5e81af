"""What is said around a day's session: what there is to ask, what is left, and what becomes due."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date

from quizgen.bank.digest import answered_digest
from quizgen.study.events import question_key
from quizgen.study.history import changed_answers, gone
from quizgen.study.lines import Line, line
from quizgen.study.schedule.due import Plan, Reason, forecast, next_due
from quizgen.study.schedule.known import Known
from quizgen.study.session.selection import Picked
from quizgen.text.counted import counted

__all__ = ["coming_lines", "nothing_lines", "opening_lines", "remarks"]

_REASONS: dict[Reason, str] = {"due": "due", "ahead": "ahead of time", "new": "new", "again": "wrong today"}
_CHANGED = "The answer to this question has changed since you answered it."
_WEEK = 7  # days


def remarks(day: Known, picked: Iterable[Picked]) -> dict[str, str]:
    """What is to be said before a question, by its key: once, that something else is right than it was."""
    keys = ((question_key(bank, question), question) for bank, question in picked)
    right = {key: answered_digest(question) for key, question in keys if key in day.histories}
    return dict.fromkeys(changed_answers(day.histories, right), _CHANGED)


def opening_lines(day: Known, plan: Plan) -> list[Line]:
    """How many questions there are to ask, by why they are asked; and what was answered and is not there any more."""
    counts = Counter(planned.reason for planned in plan.asked)
    parts = [f"{counts[reason]} {words}" for reason, words in _REASONS.items() if counts[reason]]
    return [*([line(f"{', '.join(parts)}.")] if parts else []), *_gone_lines(len(gone(day.histories, day.banks)))]


def _gone_lines(count: int) -> list[Line]:
    if not count:
        return []
    they = "is" if count == 1 else "are"
    said = f"{counted(count, 'question')} that you answered {they} not in the bank any more"
    return [line(f"{said}; quizgen stats lists what is gone.", "quiet")]


def nothing_lines(day: Known, plan: Plan) -> list[Line]:
    """Why there is nothing to ask, when there will be, and how to practise all the same."""
    lines = [line("Nothing is due today.")] if not plan.due_left + plan.new_left else []
    lines += _left_lines(plan)
    following = next_due(day.memories, day.today)
    if following:
        count = sum(memory.due == following for memory in day.memories.values())
        lines.append(line(f"Next: {count} {_when(following, day.today)}."))
    lines.append(line("To practise now: --ahead 7 for what is due in seven days, --all for everything."))
    return lines


def _when(day: date, today: date) -> str:
    days = (day - today).days
    if days == 1:
        return "tomorrow"
    year = f" {day.year}" if day.year != today.year else ""
    return f"in {days} days, on {day.day} {day:%B}{year}"


def _left_lines(plan: Plan) -> list[Line]:
    """What today's limits leave for another day, and what was put off."""
    left = [f"{plan.due_left} due (--reviews)"] if plan.due_left else []
    left += [f"{plan.new_left} new (--new)"] if plan.new_left else []
    lines = [line(f"Left for another day: {', '.join(left)}.", "quiet")] if left else []
    if plan.put_off:
        were = "was" if plan.put_off == 1 else "were"
        lines.append(line(f"{plan.put_off} {were} skipped or not marked today; --all asks again.", "quiet"))
    return lines


def coming_lines(day: Known, plan: Plan) -> list[Line]:
    """What is left of today, and what becomes due after it; ``day`` and ``plan`` are as the session leaves them."""
    days = forecast(day.memories, day.today, _WEEK + 1)[1:]
    following = next_due(day.memories, day.today)
    said = f"Tomorrow {days[0]}, in the next {_WEEK} days {sum(days)}."
    if not sum(days):
        said = f"Next: {_when(following, day.today)}." if following else ""
    still = [line(f"{len(plan.asked)} still to do today; the same command goes on.")] if plan.asked else []
    return [*still, *_left_lines(plan), *([line(said)] if said else [])]
