"""What inline text, body text and literal text are in HTML, and that nothing unsafe passes."""

from __future__ import annotations

import re
import subprocess
import sys
import time
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizgen.text import block_html, escape_html, inline_html, literal_html
from quizgen.text.html import Maths
from quizgen.text.marks import has_block_marks, has_inline_marks

MARKED = st.text(alphabet="ab1 *_`$\\[]()<>&\"'!~|\n{}^/:h漢「", max_size=40)
LINES = st.lists(
    st.sampled_from(["a", "", "* b", "  * c", "1) d", "    h", "**i**", "j  ", "k\\", "<div>", "[x]: http://y"])
    | st.sampled_from(["| a | b |", "|---|---|", "| `|` | $|x|$ |", "```", "~~~", ":::", "::: t", "::::"])
    | st.sampled_from(["> q", "- e", "1. f", "### g", "---"]),
    max_size=14,
).map("\n".join)

TAGS = "p div em strong code pre s a br hr blockquote ul ol li table thead tbody tr th td h4 h5 h6 math"


class Checked(HTMLParser):
    """Reads HTML as a browser would and notes what may not be there.

    An empty ``span`` parts a backslash from a bracket, for Anki.
    """

    TAGS = frozenset(TAGS.split())
    ATTRIBUTES = frozenset(("href", "title", "class", "start", "style", "xmlns", "display"))

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.wrong: list[str] = []
        self.open: list[str] = []
        self.text = ""
        self.feed(html.replace("\\<span></span>(", "\\(").replace("\\<span></span>[", "\\["))
        self.close()
        self.wrong += self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        in_maths = "math" in self.open
        if tag not in self.TAGS and not (in_maths and re.fullmatch("m[a-z]+", tag)):
            self.wrong.append(tag)
        for name, value in attrs:
            if in_maths and name in ("href", "style", "class", "id"):
                self.wrong.append(name)
            if not in_maths and name not in self.ATTRIBUTES:
                self.wrong.append(name)
            if name == "href" and not re.match("https?://|mailto:", value or "", re.IGNORECASE):
                self.wrong.append(f"{name}={value}")
        if tag not in ("br", "hr"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.wrong.append(f"/{tag}")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_comment(self, data: str) -> None:
        self.wrong.append(f"<!--{data}")

    def handle_decl(self, decl: str) -> None:
        self.wrong.append(f"<!{decl}")

    def handle_data(self, data: str) -> None:
        self.text += data


def anki(source: str) -> str:
    return inline_html(source, maths="anki")


class TestInlineMarkdown:
    @pytest.mark.parametrize(
        ("source", "html"),
        [
            ("plain", "plain"),
            ("*a* _b_ **c** __d e__", "<em>a</em> <em>b</em> <strong>c</strong> <strong>d e</strong>"),
            ("the method __init__ of a_b", "the method __init__ of a_b"),
            ("a*b*c, 2*x*y and (2*3)*(4*5)", "a*b*c, 2*x*y and (2*3)*(4*5)"),
            ("(a+b)*c*d *so*", "(a+b)*c*d <em>so</em>"),
            ("re**ceive**d *word*(note)", "re<strong>ceive</strong>d <em>word</em>(note)"),
            ("`a < b`", "<code>a &lt; b</code>"),
            ("`*a*` *b*", "<code>*a*</code> <em>b</em>"),
            ("~~old~~ new", "<s>old</s> new"),
            ("[a *b*](https://c.d)", '<a href="https://c.d">a <em>b</em></a>'),
            ('[a](mailto:b@c.d "t")', '<a href="mailto:b@c.d" title="t">a</a>'),
            ("<https://a.b>", '<a href="https://a.b">https://a.b</a>'),
            (r"\*a\* \_ \` \\ \[b](c)", r"*a* _ ` \ [b](c)"),
            ("a\nb", "a b"),
            ("a  \nb\\\n*c*", "a b <em>c</em>"),
            ("", ""),
        ],
    )
    def test_has_these_marks(self, source: str, html: str) -> None:
        assert inline_html(source) == html

    @pytest.mark.parametrize(
        "text",
        [
            "$100 million and also $100 million",
            "snake_case_name and std::move",
            "2*3*4",
            "2**10 = 1024",
            "2 * 3 * 4",
            "5 > 4",
            "a | b == c :: d",
            "https://example.org",
            "www.example.org",
            "...  -- (c) 'quotes' “quotes”",
            "1. one",
            "# no heading",
            "- no list",
            "____ is the capital of ____.",
            "a ` b",
            "\u202bשלום\u202c (hello)",
            "\u200fمرحبا 5 > 3\u200f",
            "a\\b C:\\new",
        ],
    )
    def test_leaves_the_rest_as_typed(self, text: str) -> None:
        assert inline_html(text) == escape_html(text)

    @pytest.mark.parametrize(
        "text",
        [
            "<script>alert(1)</script>",
            "<b>bold</b> *",
            "<!-- comment --> *",
            "&copy; &amp; &#60; *",
            "![alt](file.png)",
            "![alt](https://a.b/c.png)",
            "[a](javascript:alert(1))",
            "[a](JaVaScript:alert(1))",
            "[a](data:text/html,x)",
            "[a](//a.b)",
            "[a](file.html)",
            "[a](http://)",
            "[a][b]",
            "[a]()",
            "[a]( )",
            "[](<>) *",
            "<javascript:alert(1)>",
        ],
    )
    def test_shows_html_images_and_unsafe_links_as_text(self, text: str) -> None:
        assert inline_html(text) == escape_html(text)

    def test_a_link_may_hold_what_looks_like_an_image_but_no_link(self) -> None:
        assert inline_html("[![a](https://b.c)](https://d.e)") == '<a href="https://d.e">![a](https://b.c)</a>'
        assert inline_html("[a [b](https://c.d)](https://e.f)") == '[a <a href="https://c.d">b</a>](https://e.f)'
        assert inline_html("[a [b]()](https://e.f)") == '<a href="https://e.f">a [b]()</a>'

    def test_keeps_the_spaces_at_the_ends_of_a_fragment(self) -> None:
        assert inline_html(" *a* ") == " <em>a</em> "
        assert inline_html(" a ") == " a "

    def test_emphasises_beside_scripts_without_spaces(self) -> None:
        assert inline_html("これは**「強調」**です") == "これは<strong>「強調」</strong>です"
        assert inline_html("**重要。**です") == "<strong>重要。</strong>です"
        assert inline_html("第**3**章") == "第<strong>3</strong>章"

    def test_emphasises_within_a_word_but_not_beside_digits(self) -> None:
        assert inline_html("re**ceive**d") == "re<strong>ceive</strong>d"
        assert inline_html("2*x*3 and 2**3**4") == "2*x*3 and 2**3**4"

    def test_escapes_what_html_would_read(self) -> None:
        assert escape_html('<a href="x">&\'</a>') == "&lt;a href=&quot;x&quot;&gt;&amp;'&lt;/a&gt;"

    def test_gives_a_character_that_html_may_not_hold_a_substitute(self) -> None:
        assert inline_html("a\0b\r\nc") == "a\ufffdb c"


class TestMaths:
    def test_is_mathml(self) -> None:
        assert re.sub(r"<math [^>]*>", "<math>", inline_html("so $x^2$!")) == (
            "so <math><mrow><msup><mi>x</mi><mn>2</mn></msup></mrow></math>!"
        )
        assert 'display="inline"' in inline_html(r"\(x\)")
        assert 'display="block"' in inline_html(r"\[x\]")

    def test_is_seen_before_any_other_mark(self) -> None:
        assert "<em>" not in inline_html("$a_1 * b_1$ and $a*b$")
        assert anki("$a_1 * b_1$ *c*") == r"\(a_1 * b_1\) <em>c</em>"
        assert anki(r"*\(a\)* **\[b\]**") == r"<em>\(a\)</em> <strong>\[b\]</strong>"
        assert anki("[$x]$](http://a.b)") == r'<a href="http://a.b">\(x]\)</a>'

    def test_for_anki_stands_between_its_marks_and_ends_no_cloze(self) -> None:
        assert anki(r"$a < b$ \[c\]") == r"\(a &lt; b\) \[c\]"
        assert anki(r"$x_{a_{b_{c}}}$") == r"\(x_{a_{b_{c} } }\)"

    @pytest.mark.parametrize(
        "latex",
        [
            r"\foo",
            "x^",
            "{{{",
            r"\left( x",
            r"\def\a{\a\a}\a",
            r"\href{javascript:alert(1)}{x}",
            r"\style{color:red}{x}",
            "x" * 20_000,
            "{" * 4000,
        ],
    )
    def test_that_cannot_be_read_is_shown_as_its_source(self, latex: str) -> None:
        assert inline_html(f"${latex}$") == f'<code class="maths">{latex}</code>'

    def test_cannot_carry_html(self) -> None:
        html = inline_html(r"$\text{<script>alert(1)</script>}$")
        assert "<script" not in html
        assert Checked(html).text == "<script>alert(1)</script>"
        assert "&lt;" in inline_html("$a<b$")


class TestBodyText:
    def test_is_paragraphs(self) -> None:
        assert block_html("a < b\nc\n \n\n$100 d\n") == "<p>a &lt; b\nc</p>\n<p>$100 d</p>\n"
        assert block_html("*a*\n\nb") == "<p><em>a</em></p>\n<p>b</p>\n"
        assert block_html("") == ""

    def test_has_lists(self) -> None:
        assert block_html("* a\n* b\n\n1) c\n2) d") == (
            "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n<ol>\n<li>c</li>\n<li>d</li>\n</ol>\n"
        )

    def test_has_tables_whose_cells_code_and_maths_do_not_part(self) -> None:
        html = block_html("| a | b |\n|---|--:|\n| `x|y` | $|z|$ |", maths="anki")
        assert "<td><code>x|y</code></td>" in html
        assert r'<td style="text-align:right">\(|z|\)</td>' in html

    def test_has_fenced_code(self) -> None:
        assert block_html("```\n<a> | `b`\n:::\n```") == "<pre><code>&lt;a&gt; | `b`\n:::\n</code></pre>\n"

    def test_has_boxes(self) -> None:
        assert block_html("a\n:::\n> b\n\n1. c\n:::\nd") == (
            '<p>a</p>\n<div class="extract">\n<blockquote>\n<p>b</p>\n</blockquote>\n'
            "<ol>\n<li>c</li>\n</ol>\n</div>\n<p>d</p>\n"
        )

    def test_a_box_may_have_a_title_and_boxes_in_it(self) -> None:
        assert block_html("::: The *treaty*\na\n:::") == (
            '<div class="extract">\n<p class="title">The <em>treaty</em></p>\n<p>a</p>\n</div>\n'
        )
        assert block_html("::::\n:::\na\n:::\nb\n::::").count('<div class="extract">') == 2

    def test_a_box_ends_at_the_latest_with_the_text(self) -> None:
        assert block_html(":::\na") == '<div class="extract">\n<p>a</p>\n</div>\n'

    def test_has_small_headings_only(self) -> None:
        assert block_html("### a\n##### b\n###### c") == "<h4>a</h4>\n<h6>b</h6>\n<h6>c</h6>\n"
        assert block_html(":::\n# a\n:::") == '<div class="extract">\n<h4>a</h4>\n</div>\n'

    def test_a_line_of_dashes_is_a_rule_and_never_a_heading(self) -> None:
        assert block_html("a\n---\nb") == "<p>a</p>\n<hr>\n<p>b</p>\n"

    def test_keeps_the_line_ends_that_are_asked_for(self) -> None:
        assert block_html("a  \nb\\\nc") == "<p>a<br>\nb<br>\nc</p>\n"

    def test_has_no_html_no_references_and_no_indented_code(self) -> None:
        assert block_html("<div>\n\n[a]: http://b.c\n\n    d\n\n*e*") == (
            "<p>&lt;div&gt;</p>\n<p>[a]: http://b.c</p>\n<p>d</p>\n<p><em>e</em></p>\n"
        )


class TestLiteralText:
    @pytest.mark.parametrize(
        "text", ["__init__", "2*3*4", "<b>", "a_b", "[a](http://b.c)", "&amp;", "$5", "a  b", " a "]
    )
    def test_is_as_typed(self, text: str) -> None:
        assert literal_html(text) == escape_html(text)

    def test_has_code_and_maths(self) -> None:
        assert literal_html("`a<b` is $x$", maths="anki") == r"<code>a&lt;b</code> is \(x\)"
        assert "<msup>" in literal_html("$x^2$")

    def test_loses_the_backslashes_that_were_kept(self) -> None:
        assert literal_html(r"\$5 | x\$ `\$`") == r"$5 | x$ <code>\$</code>"


MATHS = st.sampled_from(["mathml", "anki"])


class TestSafety:
    @settings(max_examples=500, deadline=None)
    @given(MARKED | st.text(max_size=30), MATHS)
    def test_inline_text_never_makes_other_tags(self, source: str, maths: Maths) -> None:
        assert Checked(inline_html(source, maths=maths)).wrong == []

    @settings(max_examples=300, deadline=None)
    @given(LINES | MARKED, MATHS)
    def test_body_text_never_makes_other_tags(self, source: str, maths: Maths) -> None:
        assert Checked(block_html(source, maths=maths)).wrong == []

    @settings(max_examples=300, deadline=None)
    @given(MARKED | st.text(max_size=30), MATHS)
    def test_literal_text_never_makes_other_tags(self, text: str, maths: Maths) -> None:
        assert Checked(literal_html(text, maths=maths)).wrong == []

    @settings(max_examples=300, deadline=None)
    @given(
        st.text(alphabet="ab<>&{}^_\\\"' ", max_size=20),
        st.sampled_from(["text", "color", "tag", "verb|", "hbox", "id"]),
    )
    def test_formulas_never_make_other_tags(self, argument: str, command: str) -> None:
        assert Checked(inline_html(f"\\(\\{command}{{{argument}}}{{x}}\\)")).wrong == []


class TestSpeed:
    @settings(max_examples=500, deadline=None)
    @given(MARKED)
    def test_the_way_without_a_parser_gives_what_the_parser_gives(self, source: str) -> None:
        from quizgen.text.html import _block_renderer, _inline_renderer

        if not has_inline_marks(source):
            assert inline_html(source) == _inline_renderer().renderInline(source, {"maths": "mathml"})
            if not has_block_marks(source):
                assert block_html(source) == _block_renderer().render(source, {"maths": "mathml"})

    def test_loads_no_parser_for_text_without_marks(self) -> None:
        program = (
            "import sys; from quizgen.text import block_html, block_plain, inline_html, inline_plain, literal_plain\n"
            "inline_html('a < b_c, $5 `d`'), block_html('a\\n\\nb')\n"
            "inline_plain('a_b $x^2$'), block_plain('a [x]\\n\\nb'), literal_plain('*a*')\n"
            "sys.exit(any(name in sys.modules for name in ('markdown_it', 'latex2mathml')))"
        )
        subprocess.run([sys.executable, "-c", program], check=True)

    @pytest.mark.parametrize("unit", ["a ", "*a ", "[", "`", "<http:", "\\*", "$a$ "])
    def test_a_long_text_is_no_trouble(self, unit: str) -> None:
        source = unit * (20_000 // len(unit))
        start = time.process_time()
        assert inline_html(source, maths="anki")
        assert time.process_time() - start < 5  # quadratic would take a minute

    def test_a_megabyte_of_prose_takes_no_parser(self) -> None:
        source = "The article names four islands. " * 32_768
        start = time.process_time()
        assert inline_html(source) == source
        assert time.process_time() - start < 2
