"""What Typst makes of a tree of text: tagged PDF without errors, and every character as it was typed."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import typst
from browser import need, words_of
from pypdf import PdfReader

from quizgen.text import block_tree, inline_tree, literal_tree
from quizgen.text.maths_tree import maths_tree

RICH = Path(__file__).parents[2] / "templates" / "paper" / "rich.typ"
GAP = "\ufdd17\ufdd2"

DOCUMENT = """
#import "rich.typ": rich, blocks
#set document(title: "All", date: none)
#set page(width: 120mm, height: 180mm, margin: 15mm)
#show emph: it => if sys.inputs.at("italics", default: "yes") == "yes" { it } else { strong(it.body) }
#let data = json("data.json")
#let gap = n => [GAP#n]
#for (lang, dir) in (("en", ltr), ("ar", rtl)) {
  set text(lang: lang, dir: dir)
  for nodes in data.inline { block(grid(columns: (6mm, 1fr), [1.], rich(nodes, gap: gap))) }
  for nodes in data.blocks { blocks(nodes, gap: gap) }
}
#rich((("gap", 1),))
"""

TYPED = [
    '"quoted" it\'s',
    "#x *b* _i_",
    "-- --- ...",
    "a\\b ~ <c> @d",
    "$5 1/2 // /* */ -?",
    "= no heading",
    "+ - no list",
]

MARKS = [
    '*a* **b *c*** ~~d~~ `code  "x"` [*link*](https://example.org/a?b=c&d) $x^2$ \\[x\\]',
    f"blank {GAP}, *{GAP}*, [{GAP}](http://a.b) `a{GAP}b`",
    "Donau" * 30 + " " + "`" + "x_y" * 40 + "`" + " https://example.org/" + "a/b-c" * 30,
]

BODY = f"""One *and* two,
the same paragraph.  \nA new line.

* one
* two
  * nested `code`
    3) deep

1) loose

   with more

| Name | Age |  |
|:-----|----:|:-:|
| *Ann* {GAP} | `a|b` | $x$ |

> Quoted. {GAP}
>
> More.

::: Extract *1*
Boxed.

#### jumps a level
:::

### heading
```
def f(x):
    return   x
{"long_code" * 20}
```
---
\\[ \\sum_i i \\]
"""

DEEP = [
    "*a " * 300 + "b*" * 300,
    ">" * 200 + " a",
    "> * " * 60 + "a",
    "::: a\n" * 60,
    "\n".join("  " * level + "* a" for level in range(60)),
    "\\(" + r"\frac{1}{" * 15 + "x" + "}" * 15 + "\\)",
    "\\(" + r"\left(" * 15 + "x" + r"\right)" * 15 + "\\)",
    "\\(" + "{" * 300 + "x" + "}" * 300 + "\\)",
]

FORMULAS = r"""
x = \frac{-b \pm \sqrt{b^2 - 4ac}}{2a}
\sqrt[3]{x+1} \sum_{i=1}^{n} i \int_0^1 x^2 \, dx \prod\limits_k^n k \oint B
\lim_{x \to 0} \frac{\sin x}{x} \max_x \operatorname*{argmax}_x \log_{10} 5
\begin{pmatrix} a & b \\ c & d \end{pmatrix} \begin{vmatrix} 1 \\ 2 \end{vmatrix}
f(x) = \begin{cases} x & \text{if } x \ge 0 \\ -x & \text{otherwise} \end{cases}
\begin{aligned} 2x + 3 &= 7 \\ x &= 2 \end{aligned} \begin{array}{c|lr} a & b \\ \hline c & d & e \end{array}
\vec{a} \hat{x} \bar{x} \tilde{x} \dot{x} \ddot{x} \overrightarrow{AB} \overline{AB} \underline{x} \widehat{ABC}
\overbrace{a+b}^{n} \underbrace{c}_{m} \overparen{AB} \overset{!}{=} \underset{x}{y}
\mathrm{2H_2 + O_2 \rightarrow 2H_2O} \mathrm{^{14}_{6}C} {}^{14}_6 C \mathrm{SO_4^{2-}}
A \xrightarrow[\text{heat}]{\text{Pt}} B \mathrm{N_2 + 3H_2 \xrightleftharpoons{\Delta} 2NH_3}
\mathbf{E} \mathcal{L} \mathbb{R} \mathfrak{g} \mathsf{T} \mathtt{code} \boldsymbol{b} \mathit{ab} \textbf{bold}
\left( \frac{1}{2} \right)^n \left\{ x \right. \left| x \middle| y \right| \bigl( x \Bigr] \binom{n}{k}
f'(x) + f''(x) \not= \not\in \cancel{x} \xcancel{y} \sout{z} \boxed{x} \phantom{x} \sum_{\substack{i \\ j}}
\dfrac{1}{2} \tfrac{1}{2} \cfrac{1}{1 + \cfrac{1}{x}} \displaystyle \sum_i i \qquad 90^\circ 3{,}14 \% \$ \# \&
\alpha\Omega\nabla\partial\hbar\Re\aleph\forall\exists\infty\angle\therefore\parallel\mid \text{Größe "я"} я ж
\color{red}{x} \sideset{_1^2}{_3^4}\prod \smash{x} \LaTeX \bmod 2 \pmod{n} | " ' ` ~ * \_ ^2 _i {} \underline{}
""".strip().splitlines()

Typeset = Callable[..., Path]


@pytest.fixture
def typeset(tmp_path: Path) -> Typeset:
    """A function from trees to a PDF/UA-1."""

    def compiled(inline: list[Any], blocks: list[Any], **inputs: str) -> Path:
        (tmp_path / "rich.typ").write_bytes(RICH.read_bytes())
        (tmp_path / "data.json").write_text(json.dumps({"inline": inline, "blocks": blocks}), "utf-8")
        (tmp_path / "main.typ").write_text(DOCUMENT, "utf-8")
        pdf = tmp_path / "main.pdf"
        pdf.write_bytes(typst.compile(tmp_path / "main.typ", pdf_standards=["ua-1"], sys_inputs=inputs))
        return pdf

    return compiled


def text_of(pdf: Path) -> str:
    text = " ".join(page.extract_text() for page in PdfReader(pdf).pages)
    return re.sub(r"\s+", " ", text.replace("\u200b", ""))


def alternatives(pdf: Path) -> set[str]:
    """What the PDF says aloud for its formulas."""
    reader = PdfReader(pdf)
    objects = (reader.get_object(number) for number in range(1, len(reader.xref_objStm) + len(reader.xref[0]) + 1))
    return {str(found["/Alt"]) for found in objects if isinstance(found, dict) and "/Alt" in found}


def test_all_that_a_text_may_hold_is_set_in_both_directions(typeset: Typeset) -> None:
    need(("pdftotext",))
    inline = [inline_tree(source) for source in MARKS] + [literal_tree(text) for text in TYPED]
    pdf = typeset(inline, [block_tree(BODY)])
    pages = PdfReader(pdf).pages
    edge = float(pages[0].mediabox.width) - 15 / 25.4 * 72
    assert all(word.right < edge + 0.5 and word.left > 42 for word in words_of(pdf)), "text in the margin"
    text = text_of(pdf)
    assert [typed for typed in TYPED if typed not in text] == []
    assert text.count("GAP7") == 2 * 6
    links = {note.get_object()["/A"]["/URI"] for page in pages for note in page.get("/Annots", [])}
    assert links == {"https://example.org/a?b=c&d", "http://a.b"}
    assert "return x" in text or "return   x" in text


def test_every_formula_is_maths_with_its_words(typeset: Typeset) -> None:
    assert [latex for latex in FORMULAS if maths_tree(latex, False) is None] == []
    inline = [inline_tree(mark % latex) for latex in FORMULAS for mark in (r"\(%s\)", r"\[%s\]")]
    pdf = typeset(inline, [])
    assert "\\" not in text_of(pdf), "a source is printed"
    spoken = [node[2] for nodes in inline for node in nodes]
    assert [words for words in spoken if words not in alternatives(pdf)] == []


def test_what_nests_without_end_is_set_all_the_same(typeset: Typeset) -> None:
    pdf = typeset([inline_tree(source) for source in DEEP], [block_tree(source) for source in DEEP])
    assert text_of(pdf).count("a") > 600


def test_a_sheet_may_show_bold_in_the_place_of_italics(typeset: Typeset) -> None:
    fonts = {}
    for italics in ("yes", "no"):
        page = PdfReader(typeset([inline_tree("*a*")], [], italics=italics)).pages[0]
        fonts[italics] = {str(font.get_object()["/BaseFont"]) for font in page["/Resources"]["/Font"].values()}
    assert any("Italic" in name for name in fonts["yes"])
    assert not any("Italic" in name for name in fonts["no"])
