"""A question as people see it, so that no output restates the ten kinds."""

from __future__ import annotations

from quizgen.shown.answer import RightAnswer, accepted_forms, accepted_names, right_answers
from quizgen.shown.approved import none_approved, require_approved
from quizgen.shown.evidence import Locate, Proof, from_the_text, mark_forms, proofs, source_of
from quizgen.shown.instruction import Instruction, instruction, instructions
from quizgen.shown.view import ShownOption, View, points_of, view
from quizgen.shown.words import Words, letter

__all__ = [
    "Instruction",
    "Locate",
    "Proof",
    "RightAnswer",
    "ShownOption",
    "View",
    "Words",
    "accepted_forms",
    "accepted_names",
    "from_the_text",
    "instruction",
    "instructions",
    "letter",
    "mark_forms",
    "none_approved",
    "points_of",
    "proofs",
    "require_approved",
    "right_answers",
    "source_of",
    "view",
]
