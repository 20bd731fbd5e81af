"""The blueprint as a page: the article with its questions beside it, whole in one file."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from scopes import ARTICLE, TIDES, YEAR, with_article, with_seal

from quizgen.article import make_article
from quizgen.check.blueprint.page import blueprint_html
from quizgen.check.scope import Scope
from quizgen.templating import Templates

HOSTILE = """---
id: h
title: <script>alert(1)</script> & "more"
article: <b>.txt
article-title: The <i>sea</i>
objectives:
  - <i>Know</i> **it**
---

# Of <u>topics</u> {#t}

## What is \\(x^2\\) in <b>this</b> and *that*? {#q}
= a
> coasts
"""
VOID = {"meta", "br", "img", "link"}


def page(*scopes: Scope) -> str:
    return blueprint_html(scopes, Templates())


class Reader(HTMLParser):
    """Elements opened and closed in turn, headings, addresses, and texts by the class they stand in."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[tuple[str, str]] = []
        self.headings: list[int] = []
        self.addresses: list[str] = []
        self.languages: list[tuple[str, str]] = []
        self.texts: list[tuple[str, str]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))
        self.addresses += [named[key] or "" for key in ("src", "href", "srcset", "action") if key in named]
        if "lang" in named:
            self.languages.append((tag, named["lang"] or ""))
        if tag not in VOID:
            self.open.append((tag, named.get("class") or tag))

    def handle_endtag(self, tag: str) -> None:
        assert self.open, tag
        assert self.open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        if self.open:
            self.texts.append((" ".join(name for _, name in self.open), data))

    def of(self, name: str) -> list[str]:
        return [text for path, text in self.texts if name in path.split() and text.strip()]


def rows(html: str) -> list[str]:
    """The paragraphs of the article with what stands beside each."""
    article = html.partition("<h3>Beside")[0].partition("</section>\n</main>")[0]
    return [f"<div>{row}" for row in article.split('<div class="row">')[1:]]


@pytest.mark.parametrize(
    "scopes",
    [
        with_article(TIDES, YEAR),
        with_article(TIDES),
        with_seal(TIDES, YEAR),
        with_seal(TIDES, counted=False),
        with_article(TIDES, article=None),
        with_article(HOSTILE),
        with_article("---\nid: a\ntitle: A\n---\n", article=None),
    ],
    ids=["article", "one", "seal", "uncounted", "neither", "hostile", "empty"],
)
def test_it_is_one_page_whole_in_itself(scopes: list[Scope]) -> None:
    html = page(*scopes)
    read = Reader(html)
    assert read.open == []
    assert read.addresses == []
    assert "<script" not in html
    assert "@import" not in html
    assert "url(" not in html
    assert read.headings[0] == 1
    assert read.headings.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(read.headings))
    assert html == page(*scopes)


def test_quoted_words_are_marked_and_those_of_overlapping_quotes_once() -> None:
    assert Reader(page(*with_article(TIDES))).of("mark")[1:] == [
        "the sea rise",
        "rises twice a day",
        "Tides turn mills",
    ]
    bank = TIDES.replace("> the sea rise", "> see the sea\n> the sea rise")
    assert Reader(page(*with_article(bank))).of("mark")[1] == "see the sea rise"


def test_a_sentence_that_is_never_asked_is_marked_and_named_in_words() -> None:
    html = page(*with_article(TIDES))
    first, second, third = rows(html)
    assert Reader(first).of("never") == ["The Moon pulls at the water."]
    assert "sentence 3 never asked" in first
    assert "sentences 1, 3–4 never asked" in second
    assert "never asked" in third
    assert "No question asks this paragraph." in third


def test_the_article_is_there_to_the_last_word() -> None:
    read = Reader(page(*with_article(TIDES, YEAR)))
    words = "".join(text for path, text in read.texts if "text" in path.split() and "h3" not in path.split())
    shown = re.sub(r"\d", "", words).split()
    article = ARTICLE.text.partition("\n\n")[2].replace("What follows\n\n", "").split()
    assert shown == article
    assert read.of("heading") == ["What follows"]


def test_white_space_and_footnote_marks_are_tidied() -> None:
    article = make_article(
        "Most coasts see   the\nsea rise[1] each day,\nand fall again[^a]. It is so.\n", name="a.txt"
    )
    bank = "---\nid: a\ntitle: A\narticle: a.txt\n---\n\n## Q? {#q}\n= a\n> the sea rise each\n"
    (row,) = rows(page(*with_article(bank, article=article)))
    assert "Most coasts see <mark>the sea rise each</mark> day, and fall again.</span> <sup" in row


def test_each_paragraph_has_its_questions_beside_it() -> None:
    first, second, third = (Reader(row) for row in rows(page(*with_article(TIDES, YEAR))))
    assert first.of("prompt") == ["How often does the sea rise?", "What pulls at the water?"]
    said = "".join(first.of("small"))
    assert said == (
        "sentence 3 never asked"
        "sentences 1–2 · short · recall · 1 point · often"
        "sentence 3 · draft · short · 1 point · pulls"
    )
    assert "".join(second.of("prompt")) == "What turns (blank) and (blank)?"
    assert third.of("prompt") == ["How often are the tides higher?"]


def test_several_banks_are_named_and_one_is_not() -> None:
    first, _, third = rows(page(*with_article(TIDES, YEAR)))
    assert Reader(first).of("bank") == ["The tides"]
    assert Reader(third).of("bank") == ["The year"]
    assert Reader(page(*with_article(TIDES))).of("bank") == []


def test_questions_without_a_place_stand_at_the_end_with_the_reason() -> None:
    bank = YEAR + "\n## A title? {#title}\n= a\n> The sea and its tides\n\n## Wrong? {#wrong}\n= a\n> never said\n"
    _, _, end = page(*with_article(bank)).partition("Beside no paragraph")
    read = Reader(f"<h3>{end.partition('</section>')[0]}")
    assert read.of("prompt") == ["Why does it rise?", "A title?", "Wrong?"]
    assert [text for path, text in read.texts if path.endswith(" b")] == [
        "no quote",
        "heading",
        "quote not in the article",
    ]


def test_without_the_article_the_places_stand_alone() -> None:
    html = page(*with_seal(TIDES, YEAR))
    assert "The text of the article is not here" in html
    assert "coasts" not in html
    assert "hand" not in html.partition("<h2")[0].rpartition("</style>")[2]
    first, second, third = rows(html)
    assert "3 sentences; sentence 3 never asked" in first
    assert "4 sentences; sentences 1, 3–4 never asked" in second
    assert Reader(third).of("prompt") == ["How often are the tides higher?"]


def test_whose_the_text_is_is_said_where_it_is_there() -> None:
    assert "this page holds the whole text of the article." in page(*with_article(TIDES))
    other = make_article("Other words of some other reading stand here alone.\n", name="other.txt")
    assert "whole text of the articles." in page(*with_article(TIDES), *with_article(YEAR, article=other))


def test_each_article_has_its_part() -> None:
    other = make_article("Other words of some other reading stand here alone.\n", name="other.txt")
    html = page(*with_article(TIDES), *with_article(YEAR, article=other))
    assert html.count('<section class="reading">') == 2
    assert '<h2 lang="en" dir="auto">other.txt</h2>' in html


def test_what_a_teacher_wrote_is_text_and_markdown_and_nothing_else() -> None:
    article = make_article("Most <script>coasts</script> & others see the <b>sea</b> rise each day.\n", name="<b>.txt")
    html = page(*with_article(HOSTILE, HOSTILE, article=article))
    assert "<script" not in html
    assert "<b>sea" not in html
    assert "<b>.txt" not in html
    assert "<i>sea" not in html
    assert "Most &lt;script&gt;<mark>coasts</mark>&lt;/script&gt; &amp; others" in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; " in html
    assert "<u>topics" not in html
    assert "<i>Know" not in html
    assert "<strong>it</strong>" in html
    assert "<math" in html
    assert "&lt;b&gt;this&lt;/b&gt; and <em>that</em>" in html


def test_each_text_says_its_language() -> None:
    article = make_article(
        "海は毎日二回満ちて、二回引きます。月が水を引いているからです。\n", name="umi.txt", language="ja"
    )
    bank = "---\nid: a\ntitle: 海\nlanguage: ja\narticle: umi.txt\n---\n\n## 何回？ {#q}\n= 二回\n> 毎日二回満ちて\n"
    languages = Reader(page(*with_article(bank, article=article))).languages
    assert languages[0] == ("html", "en")
    assert {tag for tag, language in languages if language == "ja"} >= {"bdi", "tbody", "h2", "p"}


def test_the_tables() -> None:
    html = page(*with_article(TIDES, YEAR))
    cells = re.sub(r"<[^>]+>", " ", html.partition('<table class="cross">')[2].partition("</table>")[0]).split()
    assert " ".join(cells) == (
        "Questions by topic and level Topic recall understand apply analyse no level all points"
        " The tides (no topic) 1 0 0 0 0 1 1 Mills + 1 draft 0 0 1 0 0 1 2"
        " The year (no topic) 1 0 0 0 1 2 3.5 All 2 0 1 0 1 4 6.5"
    )
    assert '<b class="missing" lang="en">no question serves it</b>' in html
    assert "4 quotes together cover 17 of the article&#39;s 54 words (31\u00a0%)." in html


def test_colours_can_be_told_apart() -> None:
    """WCAG 2.2 at level AA: 4.5 for text, 3 for what is drawn; by day and by night."""
    css = Templates().text("check/blueprint.css")
    days = [dict(re.findall(r"--(\w+): (#\w{6})", block)) for block in re.findall(r":root \{([^}]*)\}", css)][:2]
    assert len(days) == 2
    for colours in days:
        for front, back, least in (
            ("ink", "paper", 4.5),
            ("quiet", "paper", 4.5),
            ("ink", "mark", 4.5),
            ("under", "paper", 3),
            ("bar", "paper", 3),
        ):
            assert contrast(colours[front], colours[back]) >= least, (front, back)


def contrast(front: str, back: str) -> float:
    light, dark = sorted((luminance(front), luminance(back)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
