"""The tree that Typst sets: what is in it, that it says what the HTML says, and how deep it may go."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from html import unescape
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizgen.text import block_html, block_tree, inline_html, inline_tree, literal_html, literal_tree
from quizgen.text.maths_tree import maths_tree

MARKED = st.text(alphabet="ab1 *_~`[]()<>\\{}|#:.-+\n\"'&水", max_size=60)
LINES = st.lists(
    st.sampled_from(
        ["* a *b*", "> b", "| a | b |", "|---|:-:|", "1) x", "  * c", "::: t", ":::", "```", "### h", "---", ""]
    ),
    max_size=12,
).map("\n".join)
GAP = "\ufdd17\ufdd2"


def seen(nodes: list[Any]) -> str:
    """The text in nodes or blocks, as a person reads it."""
    return "".join(node if isinstance(node, str) else seen_node(node) for node in nodes)


def seen_node(node: list[Any]) -> str:
    match node:
        case ["code" | "source" | "long" | "code-block", text]:
            return str(text)
        case ["em" | "strong" | "strike" | "p" | "quote", inner] | ["link" | "h", _, inner]:
            return seen(inner)
        case ["ul", _, items] | ["ol", _, _, items]:
            return "".join(map(seen, items))
        case ["table", _, rows]:
            return "".join(seen(cell) for row in rows for cell in row)
        case ["box", title, inner]:
            return seen(title) + seen(inner)
    assert node in (["br"], ["rule"])
    return " "


def without_tags(html: str) -> str:
    return unescape(re.sub(r"<[^<>]*>", "", html))


def words(text: str) -> str:
    return re.sub(r"\s+", "", text)


def depth(node: Any) -> int:
    if isinstance(node, dict):
        node = list(node.values())
    return 1 + max(map(depth, node), default=0) if isinstance(node, list) else 0


class TestInlineText:
    @pytest.mark.parametrize(
        ("source", "tree"),
        [
            ("", []),
            (' it\'s "so" -- #x ', [' it\'s "so" -- #x ']),
            ("*a* **b** ~~c~~", [["em", ["a"]], " ", ["strong", ["b"]], " ", ["strike", ["c"]]]),
            ("***a***", [["em", [["strong", ["a"]]]]]),
            ("`a  *b*`", [["code", "a  *b*"]]),
            ("[a *b*](http://c.d)", [["link", "http://c.d", ["a ", ["em", ["b"]]]]]),
            ("[a](javascript:b)", ["[a](javascript:b)"]),
            ("a\nb  c", ["a b c"]),
            ("*a*\\\nb", [["em", ["a"]], " ", "b"]),
            (r"\*a\*", ["*a*"]),
            (r"$\unknown$", [["source", r"\unknown"]]),
            (r"\[x\]", [["maths", ["x"], "x", True]]),
            (r"$\frac12$", [["maths", [["frac", ["1"], ["2"]]], "1/2", False]]),
            ("a" * 40 + " b", [["long", "a" * 40], " b"]),
        ],
    )
    def test_is_nodes(self, source: str, tree: list[Any]) -> None:
        assert inline_tree(source) == tree

    @pytest.mark.parametrize(
        ("source", "tree"),
        [
            (f"a {GAP}b", ["a ", ["gap", 7], "b"]),
            (f"*a {GAP}* b", [["em", ["a ", ["gap", 7]]], " b"]),
            (f"[{GAP}](http://c.d)", [["link", "http://c.d", [["gap", 7]]]]),
            (f"`a{GAP}b`", [["code", "a"], ["gap", 7], ["code", "b"]]),
            (f"$a{GAP}$", [["source", "a"], ["gap", 7]]),
            ("a\ufdd1b\ufdd2c", ["a", "b", "c"]),
            ("\ufdd1" + "9" * 5000 + "\ufdd2", [["long", "9" * 5000]]),
        ],
    )
    def test_has_its_blanks(self, source: str, tree: list[Any]) -> None:
        assert inline_tree(source) == tree


class TestBodyText:
    @pytest.mark.parametrize(
        ("source", "tree"),
        [
            ("a\nb\n\nc", [["p", ["a b"]], ["p", ["c"]]]),
            ("a  \nb", [["p", ["a", ["br"], "b"]]]),
            ("* a\n* b", [["ul", True, [[["p", ["a"]]], [["p", ["b"]]]]]]),
            ("3) a\n\n4) b", [["ol", 3, False, [[["p", ["a"]]], [["p", ["b"]]]]]]),
            ("* a\n  * b", [["ul", True, [[["p", ["a"]], ["ul", True, [[["p", ["b"]]]]]]]]]),
            ("> *a*", [["quote", [["p", [["em", ["a"]]]]]]]),
            ("```\na  {\n\n b\n```", [["code-block", "a  {\n\n b"]]),
            (
                "|a|b|c|\n|-|:-:|--:|\n|1|2|",
                [["table", [None, "center", "right"], [[["a"], ["b"], ["c"]], [["1"], ["2"], []]]]],
            ),
            ("::: T *t*\na\n:::", [["box", ["T ", ["em", ["t"]]], [["p", ["a"]]]]]),
            (":::\na\n:::", [["box", [], [["p", ["a"]]]]]),
            ("### a\n---", [["h", 4, ["a"]], ["rule"]]),
            (f"* {GAP}\n\n> {GAP}", [["ul", True, [[["p", [["gap", 7]]]]]], ["quote", [["p", [["gap", 7]]]]]]),
        ],
    )
    def test_is_blocks(self, source: str, tree: list[Any]) -> None:
        assert block_tree(source) == tree


class TestLiteralText:
    @pytest.mark.parametrize("text", ["__init__", "2*3*4", "[a](http://b.c)", "&amp;", "$5", " a ", "#x -- ...", '"a"'])
    def test_is_as_typed(self, text: str) -> None:
        assert literal_tree(text) == [text]

    def test_has_code_and_maths_and_loses_the_backslashes_that_were_kept(self) -> None:
        assert literal_tree(r"\$5 | x\$ `\$`") == ["$5 | x$ ", ["code", r"\$"]]
        assert literal_tree("$x^2$") == [["maths", [["attach", ["x"], {"t": ["2"]}]], "x²", False]]


class TestAgreement:
    @settings(max_examples=300, deadline=None)
    @given(MARKED | st.text(max_size=30))
    def test_inline_text_says_what_its_html_says(self, source: str) -> None:
        tree = inline_tree(source)
        assert json.loads(json.dumps(tree)) == tree
        if "maths" not in json.dumps(tree):
            assert words(seen(tree)) == words(without_tags(inline_html(source)))

    @settings(max_examples=300, deadline=None)
    @given(MARKED | LINES)
    def test_body_text_says_what_its_html_says(self, source: str) -> None:
        tree = block_tree(source)
        assert json.loads(json.dumps(tree)) == tree
        if "maths" not in json.dumps(tree):
            assert words(seen(tree)) == words(without_tags(block_html(source)))

    @settings(max_examples=200, deadline=None)
    @given(MARKED | st.text(max_size=30))
    def test_literal_text_says_what_its_html_says(self, text: str) -> None:
        tree = literal_tree(text)
        if "maths" not in json.dumps(tree):
            assert words(seen(tree)) == words(without_tags(literal_html(text)))


class TestDepth:
    """Typst reads 128 lists in lists, and the data of a page has some around each text."""

    @pytest.mark.parametrize(
        "source",
        [
            "*a " * 500 + "b*" * 500,
            "~~*a " * 50 + "b*~~" * 50,
            ">" * 300 + " a",
            "> * " * 60 + "a",
            "::: a\n" * 60,
            "\n".join("  " * level + "* a" for level in range(150)),
            "$" + "{" * 300 + "x" + "}" * 300 + "$",
        ],
    )
    def test_is_cut_and_no_text_is_lost(self, source: str) -> None:
        tree = block_tree(source)
        assert depth(tree) < 80
        if "$" not in source:
            assert words(seen(tree)) == words(without_tags(block_html(source)))

    def test_a_formula_too_deep_is_its_source(self) -> None:
        assert maths_tree(r"\sqrt{" * 10 + "x" + "}" * 10, False) is not None
        assert maths_tree(r"\sqrt{" * 25 + "x" + "}" * 25, False) is None


class TestMaths:
    @pytest.mark.parametrize(
        ("latex", "row"),
        [
            ("12,x", ["12", ",", "x"]),
            ("3{,}14", ["3", ["ord", [","]], "14"]),
            (r"\sin x", [["op", "sin", False], "x"]),
            (r"\lim_{x}", [["attach", [["op", "lim", True]], {"b": ["x"]}]]),
            (r"\mathrm{m}", [["text", "m"]]),
            (r"\text{so far}", [["text", "so\xa0far"]]),
            ("f'", [["attach", ["f"], {"tr": [["primes", 1]]}]]),
            (r"{}^{14}_6 C", [["attach", ["C"], {"bl": ["6"], "tl": ["14"]}]]),
            (r"\vec{a}", [["accent", ["a"], "\u20d7"]]),
            (r"\overline{ab}", [["overline", ["a", "b"]]]),
            (r"\underbrace{x}_n", [["underbrace", ["x"], ["n"]]]),
            (r"\left( x \right)^2", [["attach", [["lr", "(", ["x"], ")"]], {"t": ["2"]}]]),
            (r"\left. x \right|", [["lr", "", ["x"], "|"]]),
            (r"\binom{n}{k}", [["binom", ["n"], ["k"]]]),
            (r"\sqrt[3]{x}", [["root", ["3"], ["x"]]]),
            (r"\not=", ["≠"]),
            (
                r"\begin{pmatrix}a&b\end{pmatrix}",
                [["lr", "(", [["table", [[["a"], ["b"]]], ["center"] * 2, [], []]], ")"]],
            ),
            (r"\begin{cases}a\end{cases}", [["lr", "{", [["table", [[["a"]]], ["left"], [], []]], ""]]),
            (
                r"\begin{aligned}a&=b\end{aligned}",
                [["table", [[[["display", ["a", ["point"], "=", "b"]]]]], ["point"], [], []]],
            ),
            (r"\xrightarrow{a}", [["attach", [["arrow", "→"]], {"t": ["a"]}]]),
            (r"\href{a}{b}", None),
            (r"\frac{a}", None),
        ],
    )
    def test_is_a_row(self, latex: str, row: list[Any] | None) -> None:
        assert maths_tree(latex, False) == row


def test_text_without_marks_loads_no_parser() -> None:
    program = (
        "import sys; from quizgen.text import block_tree, inline_tree, literal_tree\n"
        "inline_tree('a < b_c, $5 `d`'), block_tree('a\\n\\nb'), literal_tree('*a*')\n"
        "sys.exit(any(name in sys.modules for name in ('markdown_it', 'latex2mathml')))"
    )
    subprocess.run([sys.executable, "-c", program], check=True)
