"""Hostile text in every place of a bank: a card that shows what the bank says, or an error with file:line:col.

Every text below is put into every place where a bank takes text, bare and between two words. What the parser takes is
built into one package and imported into the real Anki; then every side of every card is read as a browser reads it.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from unicodedata import normalize

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from read_package import MODIFIED, bank, build, notes
from render_card import collection, import_package

from quizgen.anki import Lock, Package, digests, note_types, package, prepare, relock
from quizgen.bank.json_form import bank_from_json, bank_to_json
from quizgen.bank.model import Bank, Cloze, List, Question
from quizgen.errors import DataError
from quizgen.templating import Templates
from quizgen.text.formula import plain_formula
from quizgen.text.plain import block_plain, inline_plain, literal_plain

try:
    import anki.collection  # noqa: F401
except ImportError:
    if os.environ.get("CI") == "true":
        raise
    pytest.skip("the anki package is not installed: pip install anki", allow_module_level=True)

HERE = Path(__file__).parent

TEXTS = (
    # quotes, and what HTML means
    "'", '"', "“x”", "«x»", "`x`", "``", "&amp;", "&", "&lt;b&gt;", "&#123;&#123;", "&#123;&#123;c1::x&#125;&#125;",
    "<b>x</b>", "a < b > c", "<script>alert(1)</script>", "</script>", "</style>", "</div></body>", "<!--", "-->",
    "<![CDATA[x]]>", "<?php x ?>", "<%x%>", "<img src=x onerror=alert(1)>", '" onmouseover="alert(1)',
    "<svg/onload=x>",
    "[x](javascript:alert(1))", "<javascript:alert(1)>", "[x](JaVaScRiPt:x)", "[x](data:text/html,x)",
    "[x](http://a.b/c)",
    "[x](http://a.b/\"onclick='y')", '[x](http://a.b "t\\" onclick=y")', "![x](http://a.b/c.png)", "<http://a.b/<b>>",
    # what Anki means
    "{{", "}}", "{", "}", "{{Front}}", "{{#Front}}x{{/Front}}", "{{FrontSide}}", "{{c1::x}}", "\\{{c1::x}}",
    "{{type:Answer}}",
    "\\{{type:Typed}}", "[[type:Typed]]", "[[type:x]]", "[[TYPE:x]]", "[[type:", "{{cloze:Text}}",
    "\\{{cloze:Text}}", "\\{{Front}}",
    "image-occlusion:rect:left=1", "::", "a::b", ":", "[sound:x.mp3]", "[anki:play:q:0]",
    "[anki:tts lang=en]x[/anki:tts]",
    "sound:x.mp3", "anki:play:q:0", "[type:Typed]", "latex", "/latex", "[latex]x[/latex]", "[$]x[/$]",
    "[$$]x[/$$]", "[LaTeX]x", "`[sound:x.mp3]`", "[*sound:x.mp3*]", "[__sound:x__]",
    # maths, and what is none
    "\\(", "\\)", "\\[", "\\]", "\\\\(x\\\\)", "\\\\[x\\\\]", "`\\(x\\)`", "$$", "$x$", "$$x$$", "$5 and $6",
    "\\(x\\)", "\\[x\\]",
    "\\(a\\\\)", "\\(a\\ \\)", "$a{b$", "$a}b$", "$a \\) b$", "$x}}$", "${{x}}$", "$\\frac{a}{b^{2}}$",
    "$\\href{javascript:alert(1)}{x}$",
    "$\\def\\frac#1#2{x}$", "$\\mmlToken{mi}[href=javascript:x]{y}$", "$\\style{position:fixed}{x}$", "$<b>$",
    # characters
    "\x01", "\x1f", "\x00", "\x0b", "\x7f", "\x80\x9b\x9f", "\x85", "\u00a0", "\u2028", "\u2029", "\ufeff",
    "\ufffd", "\ufffe",
    "\uffff", "\ufdd0", "\ufdd1" "0\ufdd2", "\ue010" "0\ue011", "\ue010", "\u202ex\u202c", "\u200e\u200f",
    "\u2066x\u2069",
    "e\u0301\u0323", "\u0301", "\u0338", "\u0338 onmouseover=alert(1) x", "[an\u212ai:x]", "&lt\u037e", "\u200d",
    "\u200b", "👩🏽‍🚀👨‍👩‍👧‍👦🇺🇦", "שלום (x) 1", "مرحبا: ١٢", "日本、語。", "\U0010ffff", "\U000e0041",
    # Markdown and the bank's own marks
    "*", "**x**", "*x", "_x_", "__x__", "~~x~~", "\\", "\\\\", "x\\", "|", "a | b", "a == b", "a :: b", "\\|", "{#x}",
    "{pin}", "#", "# x", "= x", "- x", "> x", "1. x", "+ x", "hint: x", "```", ":::", "[x]", "[ ]", "---", "no",
    "1:30", "%", ",",
)  # fmt: skip

inline, literal = inline_plain, literal_plain


def block(text: str) -> str:
    """Body text without the numbers of its lists."""
    return re.sub(r"^\s*\d+[.)] ", "", block_plain(text), flags=re.MULTILINE)


@dataclass(frozen=True)
class Place:
    """Where a text goes: ``@`` in the lines of a question, and what the bank then says there, as a person reads it."""

    lines: str
    says: Callable[[Question], Iterable[str]]


HEAD = "## Question? {#@id}\n"
PLACES = {
    "prompt": Place("## @ {#@id}\n= x", lambda q: [inline(q.prompt)]),
    "body": Place(f"{HEAD}@\n= x", lambda q: [block(q.body)]),
    "fence": Place(f"{HEAD}:::\n@\n:::\n= x", lambda q: [block(q.body)]),
    "code": Place(f"{HEAD}```\n@\n```\n= x", lambda q: [q.body.removeprefix("```\n").removesuffix("\n```")]),
    "hint": Place(f"{HEAD}= x\nhint: @", lambda q: [inline(q.hint)]),
    "explain": Place(f"{HEAD}= x\nexplain: @", lambda q: [inline(q.explain)]),
    "as-of": Place(f"{HEAD}= x\nas-of: @", lambda q: [q.as_of]),
    "quote": Place(f"{HEAD}= x\n> @", lambda q: [q.evidence[0].text]),
    "answer": Place(f"{HEAD}kind: short\n= @", lambda q: [literal(q.answers[0].forms[0])]),
    "form": Place(f"{HEAD}= x | @", lambda q: [literal(form) for form in q.answers[0].forms[1:]]),
    "untyped": Place(f"{HEAD}typed: no\nreverse: yes\nkind: short\n= @", lambda q: [literal(q.answers[0].forms[0])]),
    "said": Place(f"{HEAD}= x\n  @", lambda q: [inline(q.answers[0].feedback)]),
    "unit": Place(f"{HEAD}= 5\nunit: @", lambda q: [literal(q.unit)]),
    "correction": Place(f"{HEAD}= false\ncorrection: @", lambda q: [inline(q.correction)]),
    "option": Place(f"{HEAD}- [x] @\n- [ ] wrong", lambda q: [inline(q.options[0].text)]),
    "wrong option": Place(f"{HEAD}- [x] right\n- [ ] @\n- [x] too", lambda q: [inline(q.options[1].text)]),
    "said of option": Place(f"{HEAD}- [x] right\n- [ ] wrong\n  @", lambda q: [inline(q.options[1].feedback)]),
    "member": Place(f"{HEAD}- @\n- x", lambda q: [literal(q.members[0].forms[0])]),
    "form of member": Place(f"{HEAD}- x | @\n- y", lambda q: [literal(form) for form in q.members[0].forms[1:]]),
    "recited": Place(f"{HEAD}- @\n- x\norder: fixed", lambda q: [literal(q.members[0].forms[0])]),
    "left": Place(f"{HEAD}- @ == x\n- a == b", lambda q: [inline(q.pairs[0].left)]),
    "right": Place(f"{HEAD}- a == @\n- b == c", lambda q: [literal(q.pairs[0].forms[0])]),
    "spare": Place(f"{HEAD}- a == b\n- c == d\n- == @", lambda q: [literal(q.pairs[2].forms[0])]),
    "item": Place(f"{HEAD}1. @\n2. x", lambda q: [inline(q.items[0].text)]),
    "point": Place(f"{HEAD}+ @\n+ x", lambda q: [inline(q.marking[0].text)]),
    "model": Place(f"{HEAD}+ x\n= @", lambda q: [inline(q.model[0].forms[0])]),
    "blank": Place("## It is {{@}}. {#@id}", lambda q: [literal(blank.forms[0]) for blank in q.blanks]),
    "form of blank": Place("## It is {{x | @}}. {#@id}", lambda q: [literal(form) for form in q.blanks[0].forms[1:]]),
    "hint of blank": Place("## It is {{x :: @}}. {#@id}", lambda q: [inline(q.blanks[0].hint)]),
    "numbered blank": Place("## It is {{c3::@}} and {{c3::x}}. {#@id}", lambda q: [literal(q.blanks[0].forms[0])]),
    "beside blanks": Place("## {{x}} @ {{y}} {#@id}", lambda q: []),
    "alt": Place(f"{HEAD}= x\nimage: map.png | @", lambda q: []),
    "tag": Place(f"{HEAD}= x\ntags: @", lambda q: []),
}  # fmt: skip
OF_TOPICS = {
    "topic": Place("# @ {#@id}\n## Question? {#q@id}\n= x", lambda topic: [inline(topic.title)]),
    "passage": Place("# Topic {#@id}\n@\n\n## Question? {#q@id}\n= x", lambda topic: [block(topic.text)]),
}
SOURCE = ("article_title", "article_author", "publisher", "article_date")
DESCRIPTION = ("description", "author", "license")


# Reading a card as a browser does


class Reading(HTMLParser):
    """The text of a side, its elements with their attributes, its scripts, and whatever no text may make."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.made: set[tuple[str, str]] = set()
        self.scripts: set[str] = set()
        self.images: list[dict[str, str]] = []
        self.unsafe: list[str] = []
        self.links: list[tuple[int, str]] = []
        self.inside = ""
        self.feed(html.partition("</style>")[2] or html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.made |= {(tag, name) for name, _ in attrs} | {(tag, "")}
        if tag in ("script", "style"):
            self.inside = tag
        for name, value in attrs:
            if name in ("href", "src", "style") and re.match(r"\s*(?:javascript|data|vbscript):", value or "", re.I):
                self.unsafe.append(f"{tag} {name}={value}")
        if tag == "a":
            self.links.append((len(self.parts), dict(attrs).get("href") or ""))
        elif tag == "img":
            self.images.append({name: value or "" for name, value in attrs})
        self.parts.append("\0" if tag == "span" and not attrs else " " if tag in BLOCKS else "")

    def handle_endtag(self, tag: str) -> None:
        self.inside = ""
        if tag == "a" and self.links:
            start, url = self.links.pop()
            text = "".join(self.parts[start:])
            self.parts[start:] = [text if text in (url, url.removeprefix("mailto:")) else f"{text} ({url})"]
        self.parts.append(" " if tag in BLOCKS else "")

    def handle_data(self, data: str) -> None:
        if self.inside == "script":
            self.scripts.add(data)
        elif not self.inside:
            self.parts.append(data)

    def handle_comment(self, data: str) -> None:
        self.unsafe.append(f"<!--{data}-->")

    handle_decl = handle_pi = unknown_decl = handle_comment

    @property
    def raw(self) -> str:
        """What stands there."""
        return "".join(self.parts)

    @property
    def text(self) -> str:
        """What a person reads once MathJax has gone over it."""
        return FORMULA.sub(lambda found: plain_formula(found[1].replace("} }", "}}")), self.raw)


_BLOCKS = "p div li ol ul br hr blockquote table tr td th h4 h5 h6 pre figure figcaption details summary"
BLOCKS = frozenset(_BLOCKS.split())
FORMULA = re.compile(r"\\[(\[](.*?)\\[)\]]", re.DOTALL)
MARKS_OF_BLOCKS = re.compile(r"[\s\0*>|+-]")


def squeezed(text: str) -> str:
    """A text without what a page and a terminal lay out differently: spaces, and marks of lists, tables and quotes."""
    return MARKS_OF_BLOCKS.sub("", normalize("NFC", text.replace("} }", "}}")))


# One bank of all that the parser takes


@dataclass(frozen=True)
class Tried:
    """A text in a place; ``source`` are the lines with it."""

    place: str
    text: str
    source: str

    @property
    def name(self) -> str:
        return f"{self.place}: {self.text!r}"


def tried(places: dict[str, Place]) -> list[Tried]:
    found = []
    for place, spec in places.items():
        for text in TEXTS:
            for framed in (text, f"a{text} z") if len(text) < 4 else (text,):
                number = len(found)
                source = spec.lines.replace("@id", f"{place.split()[0]}-{place.split()[-1]}-{number}")
                found.append(Tried(place, framed, source.replace("@", framed)))
    return found


def parsed(case: Tried) -> Bank | DataError:
    try:
        return bank(case.source)
    except DataError as error:
        return error


@pytest.fixture(scope="module")
def taken() -> dict[str, tuple[Tried, Bank]]:
    """What the parser takes, by the id of the question."""
    found = {}
    for case in tried(PLACES | OF_TOPICS):
        read = parsed(case)
        if isinstance(read, Bank) and len(list(read)) == 1:
            found[next(iter(read)).id] = case, read
    return found


@pytest.fixture(scope="module")
def imported(taken):
    """A collection with all of it, and the package."""
    lines = [case.source for case, _ in sorted(taken.values(), key=lambda pair: pair[0].place in OF_TOPICS)]
    package = build(bank("\n\n".join(lines)), media_folder=HERE)
    with collection() as col:
        import_package(col, package)
        yield col, package


@pytest.fixture(scope="module")
def sides(imported) -> dict[str, list[Reading]]:
    """Every side of the cards of each question."""
    col, _ = imported
    found: dict[str, list[Reading]] = {}
    for number in col.find_cards(""):
        card = col.get_card(number)
        assert not card.question_av_tags()
        assert not card.answer_av_tags()
        question = card.note()["Id"].partition("#")[2]
        found.setdefault(question, []).extend([Reading(card.question()), Reading(card.answer())])
    return found


@pytest.fixture(scope="module")
def harmless() -> Reading:
    """What our own templates and Markdown make: of every kind, and of every mark."""
    lines = [place.lines.replace("@id", f"i{n}").replace("@", "x") for n, place in enumerate(PLACES.values())]
    marked = "## *a* **b** ~~c~~ `d` [e](http://f 'g') <http://h> $i$ {#marks}\n* j\n\n1) k\n\n3) l\n\n" + (
        "| n | o |\n|:--|--:|\n| p | q |\n\n```s\nt\n```\n::: u\n# m\n## m\n### m\n> r\n:::\n***\n\n= x\n"
    )
    with collection() as col:
        import_package(col, build(bank("\n\n".join([*lines, marked])), media_folder=HERE))
        sides = [getattr(col.get_card(card), side)() for card in col.find_cards("") for side in ("question", "answer")]
    return Reading("".join(sides))


def test_what_is_refused_is_refused_where_it_stands_and_in_words():
    refusals = 0
    for case in tried(PLACES | OF_TOPICS):
        read = parsed(case)
        if not isinstance(read, DataError):
            continue
        refusals += 1
        lines = case.source.split("\n")
        for problem in read.problems:
            assert problem.file == "bank.md"
            line = lines[problem.line - 6] if 6 <= problem.line < 6 + len(lines) else None
            assert line is not None, (case.name, str(problem))
            assert 1 <= problem.column <= len(line) + 1, (case.name, str(problem))
            assert len(problem.message.split()) > 3, (case.name, str(problem))
            assert not re.search(r"[\x00-\x1f\x7f\ud800-\udfff]", problem.message), (case.name, str(problem))
    assert 0 < refusals < len(tried(PLACES | OF_TOPICS)) / 3


def test_all_that_is_taken_becomes_cards_and_the_collection_is_sound(imported, taken):
    col, package = imported
    assert col.note_count() == package.notes == len(taken)
    assert col.card_count() == package.cards
    assert not col.get_empty_cards().notes
    assert col.fix_integrity() == ("Database rebuilt and optimized.", True)
    assert not col.media.check().missing


def test_no_text_makes_more_or_fewer_cards(imported, taken):
    col, _ = imported
    for number in col.find_notes(""):
        note = col.get_note(number)
        case, read = taken[note["Id"].partition("#")[2]]
        (question,) = read
        expected = 2 if question.reverse else 1
        if isinstance(question, Cloze):
            expected = len({blank.group for blank in question.blanks})
        elif isinstance(question, List) and question.ordered:
            expected = 1 + len(question.members)
        assert len(note.cards()) == expected, case.name


def test_every_card_shows_what_the_bank_says(taken, sides):
    missing = []
    for name, (case, read) in taken.items():
        (question,) = read
        owner = read.topics[-1] if case.place in OF_TOPICS else question
        says = (OF_TOPICS | PLACES)[case.place].says(owner)
        shown = [squeezed(side.text) for side in sides[name]]
        missing += [(case.name, said) for said in says if not any(squeezed(said) in text for text in shown)]
    assert not missing


def test_nothing_but_our_own_elements_attributes_and_scripts_stands_on_a_card(taken, sides, harmless):
    for name, (case, _) in taken.items():
        for side in sides[name]:
            assert not side.unsafe, case.name
            assert side.made <= harmless.made, (case.name, side.made - harmless.made)
            assert side.scripts <= harmless.scripts, case.name


def test_nothing_of_ankis_own_comes_from_a_text(imported):
    col, _ = imported
    for number in col.find_cards(""):
        card = col.get_card(number)
        for side in (card.question(), card.answer()):
            assert set(re.findall(r"\[\[type:(.+?)\]\]", side)) <= {"Typed"}, card.note()["Id"]
            assert not re.search(r"\[(sound:|anki:|/?latex\]|/?\$+\])", side, re.I), card.note()["Id"]
            assert "LaTeX image generation" not in side


def test_words_for_a_picture_are_those_of_the_bank(taken, sides):
    for name, (case, read) in taken.items():
        (question,) = read
        images = [image for side in sides[name] for image in side.images]
        assert {image["alt"] for image in images} == (
            {normalize("NFC", question.image.alt)} if case.place == "alt" else set()
        ), case.name


def test_decks_are_two_deep_and_called_after_their_topic(imported, taken):
    col, _ = imported
    for number in col.find_cards("deck:*"):
        card = col.get_card(number)
        case, read = taken[card.note()["Id"].partition("#")[2]]
        parts = col.decks.name(card.did).split("::")
        if case.place in OF_TOPICS:
            assert len(parts) == 2, case.name
            assert parts[0] == "Title"
            said = squeezed(inline(read.topics[-1].title)).replace("::", ":")
            found = squeezed(parts[1]).replace("∶", ":").translate({0x201C: '"', 0x201D: '"'})
            said, found = (text.casefold().replace("“", '"').replace("”", '"') for text in (said, found))
            assert re.sub(":+", ":", said) == re.sub(":+", ":", found), case.name


def test_tags_hold_no_space_and_no_quotation_mark(imported, taken):
    col, _ = imported
    for number in col.find_notes(""):
        note = col.get_note(number)
        case, _ = taken[note["Id"].partition("#")[2]]
        for tag in note.tags:
            assert not re.search(r'[\s"\x00-\x1f\x7f]|^:|:$', tag), (case.name, tag)
            assert "blank" not in tag.split("::"), (case.name, tag)


@pytest.mark.parametrize("text", ["\x1b[31mx", "\x9b31m", "\x00", "\ud800", "\u202ex", "\r"])
def test_no_error_carries_what_a_terminal_would_act_on(text):
    source = json.loads(bank_to_json(bank("## Question? {#q}\n= x")))
    for changed in (source | {"id": text}, source | {"language": text}, source | {text: "x"}):
        with pytest.raises(DataError) as caught:
            bank_from_json(json.dumps(changed))
        assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\ud800-\udfff]", str(caught.value))


# Maths: MathJax reads the finished page, and its commands can do more than show a formula


@pytest.mark.parametrize(
    "latex",
    [
        r"\href{javascript:alert(1)}{x}", r"\text{\href {javascript:alert(1)}{x}}",
        r"\mmlToken{mi}[href=javascript:x]{y}",
        r"\style{position: fixed}{x}", r"\bbox[background: url(http://a.b)]{x}", r"\class{answer}{x}",
        r"\cssId{a}{x}",
        r"\def\frac#1#2{x}", r"\let\a\href \a{javascript:x}{y}", r"\newcommand{\frac}{x}", r"\require{html}x",
        r"\DeclareMathOperator{\sin}{x}", r"\csname href\endcsname{javascript:x}{y}",
        "a{b", r"a\{b\}{", r"a \) b", r"\text{a \) b}",
    ],
)  # fmt: skip
def test_a_formula_that_does_more_or_does_not_end_is_shown_as_its_source(latex):
    (found,) = notes(build(bank(f"## It is ${latex}$ and $y$. {{#q}}\n= x"))).values()
    reading = Reading(found["Question"])
    assert reading.text == f" It is {latex} and y. ".replace(r"\(", "\\\0(")
    assert FORMULA.findall(reading.raw) == ["y"]


def test_only_maths_is_maths():
    source = r"## \\(a\\) `\(b\)` $c$ {#q}" "\n= x\n> \\(d\\) and \\[e\\]\nas-of: \\(f\\)\nhint: \\\\[g\\\\]"
    (found,) = notes(build(bank(source, article_title=r"\(h\)"))).values()
    assert FORMULA.findall(Reading(" ".join(found.fields.values())).raw) == ["c"]


# The places of a bank


def with_front(number: int, text: str, keys: Iterable[str], title: str = "") -> Bank:
    """A bank with the text in the lines of the front matter that may hold it."""
    front = {"title": title or f"T{number}"}
    for key in keys:
        try:
            bank("## Question? {#q}\n= x", **{key: text})
        except DataError as error:
            places = {problem.line for problem in error.problems}
        else:
            places = set()
            front[key] = text
        assert all(line <= 5 for line in places), (key, text)
    return bank("# Topic\n## Question? {#q}\n= x", id=f"{'titled' if 'title' in keys else 'b'}{number}", **front)


def together(sources: Iterable[Bank]) -> Package:
    """One package of many banks."""
    types = note_types(Templates())
    parts = [prepare(source, locate=lambda _: "") for source in sources]
    return package(parts, types, relock(Lock(), [part.shipment for part in parts], digests(types), MODIFIED).lock)


def test_hostile_words_about_a_bank_and_its_source_are_shown_as_they_stand(harmless):
    sources = {}
    for number, text in enumerate(TEXTS):
        for source in (with_front(number, text, (*SOURCE, *DESCRIPTION)), with_front(number, text, ("title", "tags"))):
            sources[source.id] = source
    with collection() as col:
        import_package(col, together(sources.values()))
        assert col.note_count() == len(sources) == 2 * len(TEXTS)
        for number in col.find_cards(""):
            card = col.get_card(number)
            source = sources[card.note()["Id"].partition("#")[0]]
            front, back = Reading(card.question()), Reading(card.answer())
            assert not front.unsafe + back.unsafe
            assert back.made | front.made <= harmless.made, source
            for key in SOURCE:
                assert squeezed(getattr(source, key)) in squeezed(back.raw), source
            names = col.decks.name(card.did).split("::")
            assert len(names) == 2, source
            about = Reading(col.decks.by_name(names[0])["desc"])
            assert {tag for tag, _ in about.made} <= {"br"}, source
            for key in DESCRIPTION:
                assert squeezed(getattr(source, key)) in squeezed(about.raw), source
        assert col.fix_integrity() == ("Database rebuilt and optimized.", True)
        assert not col.get_empty_cards().notes


# Any text at all

ANY = st.text(st.characters(exclude_categories=()), max_size=12)
ANY |= st.lists(st.sampled_from(TEXTS), max_size=3).map("".join)


@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.sampled_from(sorted(PLACES)), ANY)
def test_any_text_is_refused_or_shown(place, text):
    case = Tried(place, text, PLACES[place].lines.replace("@id", "a").replace("@", text))
    read = parsed(case)
    if isinstance(read, DataError) or len(list(read)) != 1:
        return
    (question,) = read
    (found,) = notes(build(read, media_folder=HERE)).values()
    assert all("\x1f" not in value for value in found.fields.values())
    reading = Reading(" ".join(found.fields.values()))
    assert not reading.unsafe
    assert not reading.scripts
    if question.kind != "cloze":
        shown = squeezed(reading.text)
        assert all(squeezed(expected) in shown for expected in PLACES[place].says(question)), shown
