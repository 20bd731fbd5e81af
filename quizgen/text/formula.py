r"""Maths in plain Unicode, for a terminal: ``x^2 \le \frac{a}{b}`` is ``x² ≤ a/b``.

A small part of LaTeX, read without loss of meaning: what would read as other maths gets parentheses
(``\frac{1}{2}x`` is ``(1/2)x``), and a formula with anything unknown in it stays as its source.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

__all__ = ["plain_formula"]

_TOKEN = re.compile(r"\\[a-zA-Z]+|\\.|\s+|.", re.DOTALL)
_ATOM = re.compile(r"\d[\d.,]*|[^\W\d_]+[′⁰¹²³⁴-⁹₀-₉]*|.", re.DOTALL)
_NO_BRACKET = re.compile(r"\\(?:left|right)\s*\.")
_LONGEST, _DEEPEST = 500, 40

_RAISED = dict(zip("0123456789+-−=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ", strict=True)) | {"∘": "°", "′": "′"}
_LOWERED = dict(zip("0123456789+-−=()aehijklmnoprstuvx", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ", strict=True))
_ATTACHED = frozenset((*_RAISED.values(), *_LOWERED.values()))
_ROOTS = {"": "√", "2": "√", "3": "∛", "4": "∜"}

_SIGNS = """
alpha α beta β gamma γ delta δ epsilon ε varepsilon ε zeta ζ eta η theta θ iota ι kappa κ lambda λ mu μ nu ν xi ξ
pi π rho ρ sigma σ tau τ upsilon υ phi φ varphi φ chi χ psi ψ omega ω Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π
Sigma Σ Phi Φ Psi Ψ Omega Ω times × cdot · div ÷ pm ± mp ∓ le ≤ leq ≤ ge ≥ geq ≥ lt < gt > ne ≠ neq ≠ approx ≈
equiv ≡ sim ∼ propto ∝ infty ∞ partial ∂ nabla ∇ sum ∑ prod ∏ int ∫ in ∈ notin ∉ subset ⊂ subseteq ⊆ supset ⊃
cup ∪ cap ∩ setminus ∖ emptyset ∅ forall ∀ exists ∃ neg ¬ land ∧ lor ∨ to → rightarrow → leftarrow ←
leftrightarrow ↔ Rightarrow ⇒ Leftarrow ⇐ Leftrightarrow ⇔ implies ⇒ iff ⇔ mapsto ↦ circ ∘ degree ° prime ′
angle ∠ perp ⊥ parallel ∥ mid ∣ ldots … dots … cdots ⋯ ell ℓ hbar ℏ star ⋆ ast ∗ langle ⟨ rangle ⟩ lbrace { rbrace }
therefore ∴ because ∵ euro € pounds £
"""
_FUNCTION_NAMES = "sin cos tan cot sec csc arcsin arccos arctan log ln lg exp lim max min det gcd deg"
_FONT_NAMES = "text textrm textbf textit mathrm mathbf mathit mathsf operatorname mbox"
_SIZE_NAMES = "left right big Big bigl bigr Bigl Bigr displaystyle"


def _commands(names: Iterable[str]) -> list[str]:
    return [f"\\{name}" for name in names]


_FUNCTIONS = _FUNCTION_NAMES.split()
_FRACTIONS = frozenset(_commands(["frac", "dfrac", "tfrac"]))
_FONTS = frozenset(_commands(_FONT_NAMES.split()))
_SIZES = frozenset(_commands(_SIZE_NAMES.split()))
_KNOWN = (
    dict(zip(_commands(_SIGNS.split()[::2]), _SIGNS.split()[1::2], strict=True))
    | dict(zip(_commands(_FUNCTIONS), _FUNCTIONS, strict=True))
    | {f"\\{sign}": sign for sign in "{}%$#&_"}
    | {"\\,": " ", "\\;": " ", "\\:": " ", "\\ ": " ", "\\!": "", "~": " ", "'": "′"}
    | {"\\quad": "  ", "\\qquad": "    "}
)
_MAY_STAND_BEFORE = " ([|=+-−±∓<>≤≥≠≈,;→⇒"
_MAY_STAND_AFTER = " )]|=+-−±∓<>≤≥≠≈,;.→⇒"


class _UnreadableError(Exception):
    """The formula holds what this module does not know."""


class _Loose(str):
    """A part that needs parentheses where its neighbours would bind to only a half of it."""

    __slots__ = ()


def plain_formula(latex: str) -> str:
    """The formula in Unicode, or its source where any of it is unknown."""
    source = latex.strip()
    if len(source) > _LONGEST or source.count("{") + source.count("\\") > _DEEPEST:
        return source
    try:
        return str(_read(iter(_TOKEN.findall(_NO_BRACKET.sub("", source))), "")).strip()
    except _UnreadableError:
        return source


def _read(tokens: Iterator[str], end: str) -> str:
    """What stands before the token ``end``, which is taken."""
    parts: list[str] = []
    for token in tokens:
        if token == end:
            return _joined(parts)
        parts.append(_part(token, tokens))
    if end:
        raise _UnreadableError
    return _joined(parts)


def _joined(parts: list[str]) -> str:
    parts = [part for part in parts if part]
    if len(parts) == 1:
        return parts[0]
    framed = ["", *parts, ""]
    return "".join(_placed(part, before, after) for (before, part), (_, after) in pairwise(pairwise(framed)))


def _placed(part: str, before: str, after: str) -> str:
    """A part as it stands between its neighbours."""
    if isinstance(part, _Loose) and not _apart(before, after):
        return f"({part})"
    return f"{part} " if part in _FUNCTIONS and after[:1].isalnum() and after[0] not in _ATTACHED else part


def _apart(before: str, after: str) -> bool:
    return before[-1:] in _MAY_STAND_BEFORE and after[:1] in _MAY_STAND_AFTER


def _part(token: str, tokens: Iterator[str]) -> str:
    """What a token, with the arguments it takes, is in plain text."""
    if token in ("^", "_"):
        return _raised(_argument(tokens)) if token == "^" else _lowered(_argument(tokens))
    if token == "{":
        group = _read(tokens, "}")
        return group if len(group) < 2 or group.isdigit() else _Loose(group)
    if token in _FRACTIONS:
        return _Loose(f"{_wrapped(_argument(tokens))}/{_wrapped(_argument(tokens))}")
    if token == "\\sqrt":
        return _root(tokens)
    if token in _FONTS:
        return str(_argument(tokens))
    if token in _SIZES:
        return ""
    return _sign(token)


def _sign(token: str) -> str:
    known = _KNOWN.get(token)
    if known is not None:
        return known
    if token[0] == "\\" or token in "}&":
        raise _UnreadableError
    return " " if token.isspace() else token


def _argument(tokens: Iterator[str]) -> str:
    for token in tokens:
        if not token.isspace():
            return _part(token, tokens)
    raise _UnreadableError


def _wrapped(text: str) -> str:
    return text if not text or _ATOM.fullmatch(text) else f"({text})"


def _raised(text: str) -> str:
    if text and all(character in _RAISED for character in text):
        return "".join(_RAISED[character] for character in text)
    return f"^{text if len(text) == 1 else f'({text})'}"


def _lowered(text: str) -> str:
    if text and all(character in _LOWERED for character in text):
        return "".join(_LOWERED[character] for character in text)
    return f"_{text if len(text) == 1 else f'({text})'}"


def _root(tokens: Iterator[str]) -> str:
    argument = _next_solid(tokens)
    degree = ""
    if argument == "[":
        degree = _read(tokens, "]")
        argument = _next_solid(tokens)
    inner = _wrapped(_part(argument, tokens))
    sign = _ROOTS.get(degree) or f"{_raised(degree)}√"
    return _Loose(sign + inner)


def _next_solid(tokens: Iterator[str]) -> str:
    token = next((token for token in tokens if not token.isspace()), None)
    if token is None:
        raise _UnreadableError
    return token
