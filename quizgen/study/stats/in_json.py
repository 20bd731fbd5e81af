"""The stats as JSON: everything that the lines say, and what they round. docs/stats.schema.json is its schema."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from quizgen.shown import Locate, proofs
from quizgen.study.stats.hardest import Hard, answers_of, prompt_of
from quizgen.study.stats.standing import BankStanding, Standing
from quizgen.study.stats.stats import Due, Stats
from quizgen.text.plain import inline_plain

__all__ = ["SCHEMA_ID", "stats_record"]

SCHEMA_ID = "urn:quizgen:stats:1"
"""It goes up when a key is renamed, goes away or means something else; further keys may come."""

_DIGITS = 4  # of shares


def stats_record(stats: Stats, locates: Mapping[str, Locate]) -> dict[str, Any]:
    """One record of it all; days are ISO dates, shares 0 to 1 or None where there is nothing to share."""
    done = stats.today
    return {
        "$schema": SCHEMA_ID,
        "day": stats.day.isoformat(),
        "answers": stats.answers,
        "today": {
            "answers": done.answers,
            "questions": done.questions,
            "right": done.right,
            "new": done.new,
            "seconds": round(done.milliseconds / 1000),
            "again": stats.again,
        },
        "questions": _standing(stats.standing),
        "coming": {
            "days": [_due(due) for due in stats.coming.days],
            "weeks": [_due(due) for due in stats.coming.weeks],
            "later": stats.coming.later,
        },
        "retention": {
            "aim": stats.retention,
            "spans": [asdict(one) | {"share": _share(one.share)} for one in stats.retained],
        },
        "hardest": [_hard(one, locates[one.bank.id]) for one in stats.hardest],
        "calendar": {
            "days": stats.days,
            "studied": stats.studied,
            "in_a_row": stats.in_a_row,
            "weeks": [
                {"monday": week.monday.isoformat(), "answers": [*week.answers], "total": week.total}
                for week in stats.weeks
            ],
        },
        "banks": [_bank(one) for one in stats.banks],
        "gone": [
            {"question": one.key, "answers": one.answers, "last": one.last.isoformat(), "draft": one.draft}
            for one in stats.gone
        ],
        "elsewhere": [{"bank": bank, "questions": number} for bank, number in stats.elsewhere.items()],
        "unmarked": stats.unmarked,
        "ahead": stats.ahead,
    }


def _share(share: float | None) -> float | None:
    return None if share is None else round(share, _DIGITS)


def _standing(standing: Standing) -> dict[str, Any]:
    return asdict(standing) | {"expected": round(standing.expected, _DIGITS), "recall": _share(standing.recall)}


def _due(due: Due) -> dict[str, Any]:
    return {"first": due.first.isoformat(), "last": due.last.isoformat(), "questions": due.questions}


def _hard(hard: Hard, locate: Locate) -> dict[str, Any]:
    shown = proofs(hard.question, hard.bank, locate)
    return {
        "question": hard.key,
        "kind": hard.question.kind,
        "prompt": prompt_of(hard),
        "accepted": [*answers_of(hard)],
        "answers": hard.answers,
        "wrong": hard.wrong,
        "recent": hard.recent,
        "missed": hard.missed,
        "instead": hard.instead,
        "times": hard.times,
        "evidence": [proof.text for proof in shown],
        "places": [proof.place for proof in shown],
    }


def _bank(one: BankStanding) -> dict[str, Any]:
    return {
        "bank": one.bank.id,
        "title": inline_plain(one.bank.title),
        **_standing(one.standing),
        "topics": [
            {"topic": topic.id, "title": inline_plain(topic.title), **_standing(standing)}
            for topic, standing in one.topics
        ],
    }
