"""The grade of one thing: a word, a number, true or false, an option."""

from __future__ import annotations

from quizgen.answers.accepted import accepted
from quizgen.answers.named import named_in
from quizgen.answers.numbers.fits import Fitted, fit_number, said_of
from quizgen.answers.reasons import expected_wrong, expected_wrongs
from quizgen.answers.responses import Response
from quizgen.answers.texts import Comparison
from quizgen.answers.truth import truth_said
from quizgen.answers.verdict import Verdict
from quizgen.answers.words.typos import slip_of
from quizgen.bank.model import Choice, Number, Short, TrueFalse
from quizgen.text.plain import inline_plain

__all__ = ["grade_choice", "grade_number", "grade_short", "grade_true_false", "truth_said"]


def grade_short(question: Short, response: str, compare: Comparison) -> Verdict:
    """Right where it says what one form of one answer says, or does but for a typo."""
    answer = next((answer for answer in question.answers if compare.any(response, answer.forms)), None)
    if answer:
        return Verdict("right", 1.0, "", accepted(question), answer.feedback)
    slip = slip_of(response, [form for answer in question.answers for form in answer.forms], compare)
    if slip:
        meant = next(answer for answer in question.answers if slip.form in answer.forms)
        return Verdict(
            "right", 1.0, f"Spelled {slip.spelled}." if slip.spelled else "", accepted(question), meant.feedback
        )
    feedback = expected_wrong(question, response, compare)
    if not feedback and compare.lacks_unit(response, accepted(question)):
        return Verdict("close", 0.5, said_of(Fitted("no unit", question.answers[0])), accepted(question))
    return Verdict("wrong", 0.0, "", accepted(question), feedback)


def grade_number(question: Number, response: str, compare: Comparison) -> Verdict:
    """Right by value and unit; half where the unit is missing."""
    fitted = fit_number(question, response, compare)
    if fitted.fit == "right":
        spelled = f"Spelled {' '.join(fitted.spelled)}." if fitted.spelled else ""
        return Verdict("right", 1.0, spelled, accepted(question), fitted.answer.feedback)
    feedback, reason = expected_wrong(question, response, compare), said_of(fitted)
    foreseen = any(compare.any(response, wrong.forms) for wrong in question.wrong)
    if not foreseen and fitted.fit in ("no unit", "vague unit"):
        return Verdict("close", 0.5, reason, accepted(question), feedback)
    return Verdict("wrong", 0.0, reason, accepted(question), feedback)


def grade_true_false(question: TrueFalse, response: str, language: str = "en") -> Verdict:
    """Right or wrong, said in one of several words."""
    said = truth_said(response, language)
    if said is None:
        return Verdict("wrong", 0.0, 'Answer "true" or "false".', accepted(question))
    right = said == question.true
    return Verdict("right" if right else "wrong", float(right), "", accepted(question), question.answer.feedback)


def grade_choice(question: Choice, response: Response, compare: Comparison) -> Verdict:
    """Right where it names the right option and no other."""
    chosen = named_in([option.text for option in question.options], response, compare)
    if chosen is None:
        feedback = expected_wrongs(question, [response] if isinstance(response, str) else response, compare)
        return Verdict("wrong", 0.0, "That is none of the options.", accepted(question), feedback)
    if len(set(chosen)) > 1:
        return Verdict("wrong", 0.0, "Only one option can be chosen.", accepted(question))
    option = question.options[chosen[0]]
    if option.right:
        return Verdict("right", 1.0, "", accepted(question), option.feedback)
    said = expected_wrongs(question, [inline_plain(option.text)], compare)
    return Verdict("wrong", 0.0, "", accepted(question), " ".join(filter(None, (option.feedback, said))))
