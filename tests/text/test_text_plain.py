"""What inline text, body text and literal text are in a terminal."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import quizgen.text
from quizgen.text import block_plain, inline_plain, literal_plain
from quizgen.text.formula import plain_formula

MARKED = st.text(alphabet="ab1 *_`$\\[]()<>&!~|\n{}^/:h漢>#-.", max_size=40)


@pytest.mark.parametrize(
    ("source", "plain"),
    [
        ("plain", "plain"),
        ("*a* __b c__ ~~d~~", "a b c d"),
        ("the method __init__", "the method __init__"),
        ("`*a*` and `` ` ``", "*a* and `"),
        ("[a *b*](https://c.d)", "a b (https://c.d)"),
        ("[a](http://b.c) and [d](http://e.f) *g*", "a (http://b.c) and d (http://e.f) g"),
        ("<https://a.b> and <c@d.e>", "https://a.b and c@d.e"),
        ("![a](b.png)", "![a](b.png)"),
        (r"\*a\* \$5", "*a* $5"),
        ("$x^2$ and *$y$*", "x² and y"),
        ("$100 million and also $100 million", "$100 million and also $100 million"),
        ("a\nb", "a b"),
        ("a  \n*b*", "a b"),
        ("<b> &amp; *c*", "<b> &amp; c"),
        (" *a* ", " a "),
        (" a ", " a "),
    ],
)
def test_inline_text_is_without_marks(source: str, plain: str) -> None:
    assert inline_plain(source) == plain


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("__init__", "__init__"),
        ("2*3*4 <b>", "2*3*4 <b>"),
        ("`a | b`", "a | b"),
        (r"$x_1 \ne 5$", "x₁ ≠ 5"),
        (r"\$5 | x\$", "$5 | x$"),
    ],
)
def test_literal_text_is_as_typed(text: str, plain: str) -> None:
    assert literal_plain(text) == plain


@pytest.mark.parametrize(
    ("source", "plain"),
    [
        ("a\nb\n\n\nc", "a b\n\nc"),
        ("*a*\n\nb  \nc", "a\n\nb\nc"),
        ("* a\n* b\n  * c\n\n3) d\n4) e", "* a\n* b\n  * c\n\n3) d\n4) e"),
        ("* a\n\n* b\n\n  c", "* a\n\n* b\n\n  c"),
        ("```py\na\n  b\n```", "a\n  b"),
        ("### a\n---\nb", "a\n\n---\n\nb"),
        ("::: The treaty\n> a\n>\n> b\n\n1. c\n:::\nd", "The treaty\n\n> a\n>\n> b\n\n1. c\n\nd"),
        ("| a | b |\n|---|---|\n| `x|y` | 漢 |\n| *c* | d |", "a   | b\n----+---\nx|y | 漢\nc   | d"),
        ("|漢字| b |\n|---|---|\n| c | d |", "漢字 | b\n-----+--\nc    | d"),
        ("", ""),
    ],
)
def test_body_text_keeps_its_blocks(source: str, plain: str) -> None:
    assert block_plain(source) == plain


@pytest.mark.parametrize(
    ("latex", "plain"),
    [
        (r"x^2 \le \frac{a}{b}", "x² ≤ a/b"),
        (r"a \times b \ne \pm\infty", "a × b ≠ ±∞"),
        (r"6.02\times10^{23}", "6.02×10²³"),
        (r"H_2O, a_{n+1}, x_y^2", "H₂O, aₙ₊₁, x_y²"),
        (r"\alpha\beta + \Omega", "αβ + Ω"),
        (r"\frac{a+b}{2}", "(a+b)/2"),
        (r"\frac12x", "(1/2)x"),
        (r"2\frac{1}{2}", "2(1/2)"),
        (r"\left(\frac{a}{b}\right)^2", "(a/b)²"),
        (r"\frac{a}{b}^2", "(a/b)²"),
        (r"\frac{\text{distance}}{\text{time}}", "distance/time"),
        (r"\sqrt{x}, \sqrt{x+1}, \sqrt[3]{8}, \sqrt[n]{x}, \sqrt 2", "√x, √(x+1), ∛8, ⁿ√x, √2"),
        (r"-b\pm\sqrt{b^2-4ac}", "-b±√(b²-4ac)"),
        (r"\sqrt2x", "(√2)x"),
        (r"{ab}^2", "(ab)²"),
        (r"e^{i\pi}", "e^(iπ)"),
        (r"2^x, x_{max}, x_q", "2^x, xₘₐₓ, x_q"),
        (r"x_{ab}^{q}", "x_(ab)^q"),
        (r"90^\circ", "90°"),
        ("f'(x)", "f′(x)"),
        (r"\sin\theta + \sin^2 x + \log_2 8", "sin θ + sin² x + log₂ 8"),
        (r"5\,\mathrm{km}", "5 km"),
        (r"\left\{x\right.", "{x"),
        (r"3{,}5\%", "3,5%"),
        (r"a \quad b", "a    b"),
        ("x^{}", "x^()"),
        (" x ", "x"),
        ("", ""),
    ],
)
def test_maths_is_unicode_where_it_can_be(latex: str, plain: str) -> None:
    assert plain_formula(latex) == plain


@pytest.mark.parametrize(
    "latex",
    [
        r"\unknown x",
        r"\begin{matrix}a & b\end{matrix}",
        r"a \\ b",
        "a & b",
        "x^",
        r"\frac{a}",
        r"\sqrt",
        r"\sqrt[3",
        "{a",
        "a}",
        "x" * 600,
        "{" * 41 + "}" * 41,
    ],
)
def test_maths_that_is_not_known_stays_as_its_source(latex: str) -> None:
    assert plain_formula(latex) == latex


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet=r"ab1{}[]^_\ '()" + "∘", max_size=30) | st.text(max_size=20))
def test_no_formula_raises(latex: str) -> None:
    assert isinstance(plain_formula(latex), str)


@settings(max_examples=300, deadline=None)
@given(MARKED)
def test_no_text_raises(source: str) -> None:
    assert "\n" not in inline_plain(source).replace("\r", "")
    block_plain(source)
    literal_plain(source)


def test_deep_emphasis_is_no_trouble() -> None:
    deep = "*a " * 2000 + "b* " * 2000
    assert inline_plain(deep).count("a ") == 2000
    assert block_plain(deep).count("a ") == 2000


def test_every_public_name_is_there() -> None:
    for name in quizgen.text.__all__:
        assert getattr(quizgen.text, name) is not None
    with pytest.raises(AttributeError, match="no_such_name"):
        _ = quizgen.text.no_such_name
