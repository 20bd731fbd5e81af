"""What ``build`` says of what it made."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

from quizgen.cli.deck_words import deck_lines, deck_record, lock_remarks
from quizgen.cli.output import write
from quizgen.text.counted import counted

if TYPE_CHECKING:
    from quizgen.publish.build import Built, Outcome
    from quizgen.publish.built import LockBuilt, Merged

__all__ = ["records", "say"]

_WHY = {True: 'take out "status: draft" to approve a question', False: "there is no question here; add one"}


def say(done: Outcome, pick: int | None) -> None:
    """Say it in a teacher's words: files and counts on the output, what needs a look beside it."""
    for one in done.banks:
        _say_bank(one, pick)
    for lock in done.locks:
        _say_lock(lock)
    if done.merged:
        _say_merged(done.merged)


def _say_bank(one: Built, pick: int | None) -> None:
    for stamp in one.stamps:
        write(f"{one.path}:{stamp.line}: new id {{#{stamp.id}}}")
    write(f"{one.bank.title}: {counted(len(one.bank.approved), 'question')}{_drafts(one)}")
    for file in one.files:
        write(f"  {file}")
    for line in _printed(one):
        write(f"  {line}")
    for line in deck_lines(one.deck, one.bank.id) if one.deck else ():
        write(f"  {line}")
    if not one.bank.approved:
        write(f"  nothing made: {_WHY[bool(one.bank.questions)]}")
    if one.stranded:
        search = f'"Id:{one.bank.id}#*"'
        notes = counted(one.stranded, "note")
        write(f"  {notes} of an earlier deck stay with who imported it; in Anki's browser {search} finds them")
    if one.unchecked:
        quotes = f"{counted(one.unchecked, 'quote')} not checked"
        write(f"{one.path}: {quotes}: {one.bank.article} is not there, and no seal has them", sys.stderr)
    if one.errors or one.warnings:
        write(f"{one.path}: {_findings(one)}", sys.stderr)
    for remark in one.printed.remarks if one.printed else ():
        write(f"{one.path}: {remark}", sys.stderr)
    if one.stale:
        names = ", ".join(path.name for path in one.stale)
        write(f"{one.path}: of an earlier build, and no match for this one: {names}; build or delete them", sys.stderr)
    short = _short_by(one, pick)
    if short:
        write(f"{one.path}: {pick} questions are wanted; all {one.sheet} that there are stand on the sheet", sys.stderr)


def _printed(one: Built) -> Iterator[str]:
    """How many sheets there are, where there is more than one, and what they ask, where that is not the whole bank."""
    if one.printed is None:
        return
    if one.printed.questions < len(one.bank.approved):
        yield f"{counted(one.printed.questions, 'question')} on each sheet"
    if one.printed.copies > 1:
        yield f"{counted(one.printed.copies, 'sheet')} in {counted(one.printed.versions, 'version')}"


def _say_lock(lock: LockBuilt) -> None:
    if lock.new:
        write(f"{lock.path} is new: keep it with the banks, so that later decks update those that are imported")
    for remark in lock_remarks(lock):
        write(remark, sys.stderr)


def _say_merged(merged: Merged) -> None:
    included = f", {counted(merged.included, 'draft')} included" if merged.included else ""
    write(
        f"All decks in one file: {counted(merged.questions, 'question')} in {counted(merged.decks, 'deck')}{included}"
    )
    write(f"  {merged.file}")


def _drafts(one: Built) -> str:
    if one.included:
        return f", {counted(one.included, 'draft')} included"
    return f", {counted(one.drafts, 'draft')} left out" if one.drafts else ""


def _findings(one: Built) -> str:
    counts = [counted(number, what) for number, what in ((one.errors, "error"), (one.warnings, "warning")) if number]
    path = f'"{one.path}"' if " " in str(one.path) else one.path
    return f"check finds {' and '.join(counts)}; see: quizgen check {path}"


def _short_by(one: Built, pick: int | None) -> int:
    """How many questions fewer than were wanted stand on the sheet."""
    return 0 if pick is None or one.sheet is None else max(0, pick - one.sheet)


def records(done: Outcome, pick: int | None) -> Iterator[dict[str, object]]:
    """A record for each bank; then one for each lock that is worth a remark, and one for the merged deck."""
    yield from (_record(one, pick) for one in done.banks)
    for lock in done.locks:
        if lock.mended or lock.gone or lock.later or lock.ahead:
            yield {
                "lock": str(lock.path),
                "new": lock.new,
                "mended": lock.mended,
                "gone": list(lock.gone),
                "later": list(lock.later),
                "ahead": lock.ahead,
            }
    if done.merged:
        merged = done.merged
        yield {
            "merged": str(merged.file),
            "questions": merged.questions,
            "drafts_included": merged.included,
            "cards": merged.cards,
            "decks": merged.decks,
        }


def _record(one: Built, pick: int | None) -> dict[str, object]:
    return {
        "bank": one.bank.id,
        "file": str(one.path),
        "questions": len(one.bank.approved),
        "drafts": one.drafts,
        "drafts_included": one.included,
        "cards": one.cards,
        "sheet": one.sheet,
        "versions": one.printed.versions if one.printed else 0,
        "sheets": one.printed.copies if one.printed else 0,
        "remarks": list(one.printed.remarks) if one.printed else [],
        "short_by": _short_by(one, pick),
        "unchecked": one.unchecked,
        "errors": one.errors,
        "warnings": one.warnings,
        "stranded": one.stranded,
        "deck": deck_record(one.deck) if one.deck else None,
        "outputs": [str(file) for file in one.files],
        "stale": [str(path) for path in one.stale],
        "stamped": [stamp.id for stamp in one.stamps],
    }
