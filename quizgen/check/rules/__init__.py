"""Every rule by its id, in the order of the manual."""

from __future__ import annotations

from quizgen.check.allow import ALLOWANCE_RULES
from quizgen.check.rule import Rule
from quizgen.check.rules import (
    across,
    balance,
    cues,
    evidence,
    forms,
    front,
    given,
    ids,
    near,
    numbers,
    options,
    outputs,
    source,
    stem,
)

__all__ = ["RULES", "STOPPING", "USUAL"]

_ALL: tuple[Rule, ...] = (
    *evidence.RULES,
    *front.RULES,
    *given.RULES,
    *source.RULES,
    *stem.RULES,
    *cues.RULES,
    *options.RULES,
    *numbers.RULES,
    *forms.RULES,
    *balance.RULES,
    *across.RULES,
    *near.RULES,
    *outputs.RULES,
    *ids.RULES,
    *ALLOWANCE_RULES,
)
RULES: dict[str, Rule] = {rule.id: rule for rule in _ALL}
USUAL: tuple[Rule, ...] = tuple(rule for rule in _ALL if rule.level != "off")
"""The rules that are looked for where none is named."""

STOPPING: tuple[Rule, ...] = tuple(rule for rule in _ALL if rule.stops)
"""The rules that a build refuses a bank for."""
