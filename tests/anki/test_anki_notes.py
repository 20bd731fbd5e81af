"""A question becomes one note: what stands in its fields, what it is tagged with, and how it is known again."""

from __future__ import annotations

import html
import os
import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from read_package import Note, bank, build, note, notes
from render_card import collection, import_package

from quizgen.anki.inert import inert, inert_in_blank
from quizgen.anki.tombstones import RETIRED
from quizgen.bank.model import Cloze, List, Number, Open, Short, TrueFalse
from quizgen.bank.parse import read_bank
from quizgen.errors import DataError, UsageError
from quizgen.shown import view

HERE = Path(__file__).parent
EVERY_KIND = read_bank(HERE / "every_kind.md")
NAMES = "\n".join(("", "  - Etorofu | Etorufu | Iturup", "  - Kunashiri | Kunashir"))


def words(field: str) -> str:
    """What a person reads in a field."""
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", field)).split())


def items(field: str) -> list[tuple[str, str]]:
    """The attributes and the content of each item of the lists in a field."""
    return re.findall(r"<li *([^>]*)>(.*?)</li>", field)


@pytest.fixture(scope="module")
def every() -> dict[str, Note]:
    return notes(build(EVERY_KIND))


# Which notes


def test_each_approved_question_is_one_note_in_the_order_of_the_file():
    package = build(EVERY_KIND)
    assert list(notes(package)) == [question.id for question in EVERY_KIND.approved]
    assert package.notes == len(EVERY_KIND.approved) == 15
    assert package.cards == 22  # a reverse card; two and three blanks; three members of a sequence


def test_a_draft_is_left_out():
    assert "draft-question" not in notes(build(EVERY_KIND))


def test_no_approved_question_is_an_error_that_says_what_to_do():
    with pytest.raises(UsageError, match=r"bank\.md: 0 approved, 2 drafts: take out"):
        build(bank("## One {#a}\n= x\nstatus: draft\n\n## Two {#b}\n= x\nstatus: draft"))
    with pytest.raises(UsageError, match=r"0 approved, 1 draft:"):
        build(bank("## One {#a}\n= x\nstatus: draft"))
    with pytest.raises(UsageError, match=r"there is no question"):
        build(bank(""))


def test_a_question_without_an_id_is_an_error_that_names_the_command():
    with pytest.raises(UsageError, match=r"bank\.md: 1 question without an id: run quizgen ids"):
        build(bank("## One {#a}\n= x\n\n## Two\n= x\n\n## Three\n= x\nstatus: draft"))
    with pytest.raises(UsageError, match=r"2 questions without an id"):
        build(bank("## One\n= x\n\n## Two\n= x"))


# What a note is known by


def test_the_guid_comes_from_bank_and_question_and_never_changes():
    first, reworded = note("## Who? {#who}\n= Abe"), note("## Who was it? {#who}\n= Shinzo Abe")
    assert first.guid == reworded.guid == "y=xjJZIdU1"
    assert note("## Who? {#whom}\n= Abe").guid != first.guid
    assert note("## Who? {#who}\n= Abe", id="c").guid != first.guid


def test_the_id_can_be_searched_for():
    assert note("## Who? {#who}\n= Abe", id="a/b")["Id"] == "a/b#who"


# Tags


def test_tags_are_those_of_question_and_bank_and_say_where_from_and_how_hard():
    source = replace(EVERY_KIND, tags=('year  9 "set 2"', "Names"), id="a/b")
    assert notes(build(source))["together"].tags == [
        "Names",
        "difficulty::2",
        "hard_words",
        "level::recall",
        "quizgen::a::b",
        "year_9_set_2_",
    ]


def test_the_topic_stands_below_its_bank():
    found = notes(build(bank("## A {#a}\n= x\n\n# One *two* {#t}\n\n## B {#b}\n= x\n\n# One *two*\n\n## C {#c}\n= x")))
    assert [found[name].tags for name in "abc"] == [["quizgen::b"], ["quizgen::b::t"], ["quizgen::b::One_two"]]


@pytest.mark.parametrize(
    ("bank_id", "topic", "tag", "made"),
    [
        ("retired", "", "", "quizgen::retired_"),
        ("retired/x", "", "", "quizgen::retired_::x"),
        ("x/retired", "", "", "quizgen::x::retired"),
        ("retired", "# T {#t}", "", "quizgen::retired_::t"),
        ("x", "# T {#retired}", "", "quizgen::x::retired"),
        ("x", "", "quizgen::retired", "quizgen::retired_"),
        ("x", "", "Quizgen::RETIRED::", "Quizgen::RETIRED_"),
        ("x", "", "::quizgen::retired::old", "quizgen::retired_::old"),
        ("x", "", "quizgen::retired-2", "quizgen::retired-2"),
        ("x", "", "retired", "retired"),
        ("x", "", "Status::Draft", "Status::Draft_"),
        ("x", "", "\u017ftatus::draft", "\u017ftatus::draft_"),
    ],
)
def test_nobody_can_make_the_tags_that_say_retired_or_draft(bank_id, topic, tag, made):
    question = "## Who? {#who}\n= Abe" + (f"\ntags: {tag}" if tag else "")
    found = note(f"{topic}\n\n{question}", id=bank_id).tags
    assert made in found
    for reserved in (RETIRED, "status::draft"):
        assert not [one for one in found if f"{one}::".casefold().startswith(f"{reserved}::")]


# What stands on a card


def test_a_short_question():
    found = note("## Who *met* Putin? {#who}\nIn 2014.\n= Abe | Shinzo Abe\n= Mr Abe\nhint: 安倍\nexplain: He **did**.")
    assert (found.type, found.cards, found["Kind"]) == ("quizgen question", 1, "short")
    assert found["Question"] == (
        '<div class="prompt" dir="auto">Who <em>met</em> Putin?</div>'
        '<div class="body" dir="auto"><p>In 2014.</p>\n</div>'
    )
    assert found["Answer"] == '<p class="said" dir="auto">Abe</p>'
    assert found["Typed"] == "Abe"
    assert found["Also"] == "Shinzo Abe · Mr Abe"
    assert found["Hint"] == "安倍"
    assert found["Explanation"] == "He <strong>did</strong>."
    for name in ("Instruction", "Options", "Choice", "Reverse", "Evidence", "Extra"):
        assert found[name] == ""


def test_every_note_says_its_kind(every):
    assert {name: found["Kind"] for name, found in every.items()} == {q.id: q.kind for q in EVERY_KIND.approved}
    assert not any(found["Extra"] for found in every.values())


# Other forms that are accepted


@pytest.mark.parametrize(
    ("lines", "also"),
    [
        ("= Iturup", "Etorofu · Etorufu"),
        ("= the iturup | Etorofu", "Etorofu · Etorufu · Iturup"),
        ("= Iturup\nnames: no", ""),
        ("= Iturup and Kunashir", ""),
        ("= Shikotan", ""),
    ],
)
def test_the_other_forms_of_a_name_are_accepted_unless_the_question_wants_one(lines, also):
    assert note(f"## Which? {{#which}}\n{lines}", names=NAMES)["Also"] == also


@pytest.mark.parametrize(
    ("lines", "answer", "also"),
    [
        ("= 100\nunit: km", "100 km", ""),
        ("= 100 km\nunit: km", "100 km", ""),
        ("= 15\nrange: 10 to 20", "15", "anything from 10 to 20"),
        ("= 9% | 9 per cent\ntolerance: 1%", "9%", "9 per cent · anything within 1%"),
    ],
)
def test_a_number_has_its_unit_and_how_far_it_may_be_off(lines, answer, also):
    found = note(f"## How much? {{#much}}\n{lines}")
    assert (words(found["Answer"]), found["Also"], found["Kind"]) == (answer, also, "number")


def test_a_unit_may_be_maths():
    assert note("## How big? {#big}\n= 4\nunit: $m^2$")["Instruction"] == r"Give a number, in \(m^2\)."


# What is typed


@pytest.mark.parametrize(
    ("lines", "typed"),
    [
        ("= Shinzo Abe | Abe", "Shinzo Abe"),
        ("= 100\nunit: km", "100"),
        ("= 9%", "9%"),
        (r"= $100 | x", "$100"),
        (r"= a \| b", "a | b"),
        (r"= \$5 and x\$", "$5 and x$"),
        ("= 10\u00a0000 \u202f km\u200f", "10 000 km"),
        ("= a < b & c", "a &lt; b &amp; c"),
        ("= {{x}} [sound:x.mp3]", "&#123;{x}} &#91;sound:x.mp3]"),
        ("= " + "x" * 40, "x" * 40),
        ("= " + "x" * 41, ""),
        ("= " + "&" * 40, "&amp;" * 40),
        ("= one two three four five six", "one two three four five six"),
        ("= one two three four five six seven", ""),
        ("= $x^2$", ""),
        ("= the `x`", ""),
        ("= Abe\ntyped: no", ""),
        ("= 9%\ntyped: no", ""),
        ("= true", ""),
        ("- a\n- b", ""),
        ("+ a", ""),
    ],
)
def test_what_is_short_enough_is_typed(lines, typed):
    assert note(f"## What? {{#what}}\n{lines}")["Typed"] == typed


# Both ways


def test_reverse_makes_a_second_card_of_a_word_or_a_number_only():
    assert note("## Hund {#hund}\n= dog\nreverse: yes").cards == 2
    assert note("## Dozen {#dozen}\n= 12\nreverse: yes").cards == 2
    assert note("## Hund {#hund}\n= dog").cards == 1
    assert note("## It is. {#is}\n= true\nreverse: yes").cards == 1


def test_what_is_said_of_an_answer_is_not_on_a_front_that_shows_the_answer():
    found = note("## Hund {#hund}\n= dog\n  A *Hund*.\nreverse: yes\nexplain: Old.")
    assert found["Reverse"] == "yes"
    assert found["Answer"] == '<p class="said" dir="auto">dog</p>'
    assert found["Explanation"] == "A <em>Hund</em>.<br>Old."
    assert note("## Hund {#hund}\n= dog\n  A Hund.\nreverse: yes")["Explanation"] == "A Hund."


@pytest.mark.parametrize("answer", ["= one", "= 5 km", "= true"])
def test_what_is_said_of_the_answer_stands_under_it(answer):
    found = note(f"## What? {{#a}}\n{answer}\n  Well known.\n")
    assert found["Answer"].endswith('<p class="feedback">Well known.</p>')
    assert found["Explanation"] == ""


# Options


def test_a_choice_shows_its_options_in_the_order_of_the_view(every):
    question = next(question for question in EVERY_KIND if question.id == "frozen")
    found = every["frozen"]
    shown = [option.words.text for option in view(question, EVERY_KIND.id).options]
    assert [text for _, text in items(found["Options"])] == shown
    assert (found.type, found["Choice"]) == ("quizgen question", "any")
    assert found["Options"].startswith('<ol class="options any" type="A"><li dir="auto">')
    assert every["minister"]["Options"].startswith('<ol class="options one" type="A"><li dir="auto">')
    assert every["minister"]["Choice"] == "one"


def test_nothing_on_the_front_says_what_is_right(every):
    assert not re.search("right|wrong|feedback|27 times", every["frozen"]["Options"] + every["minister"]["Options"])
    assert set(items(every["no-assets"]["Options"])) == {
        ('lang="en" dir="ltr" data-pin', "True"),
        ('lang="en" dir="ltr" data-pin', "False"),
    }


def test_right_options_are_marked_by_a_tick_a_word_and_weight_and_feedback_stands_under_its_option(every):
    answer = every["frozen"]["Answer"]
    assert answer.count("✓ right") == answer.count('<li class="right" dir="auto"><b>') == 2
    assert '<b>assets of some Russian banks</b> <span class="tick" lang="en">✓ right</span></li>' in answer
    assert 'shares in Sakhalin-2<p class="feedback">Japanese firms hold shares there;' in answer


SETS = {
    "pinned": ("- [x] a\n- [ ] b\n- [ ] c\n- [ ] none {pin}", "none"),
    "two pinned": ("- [ ] all {pin}\n- [x] a\n- [ ] b\n- [ ] none {pin}", "all none"),
    "free": ("- [x] a\n- [ ] b\n- [x] c", ""),
    "as written": ("- [x] c\n- [ ] b\n- [ ] a\nshuffle: no", "c b a"),
    "numbers": ("- [x] $10 million\n- [ ] $1 billion", "$10 million $1 billion"),
    "numbers and a word": ("- [x] 10\n- [ ] 20\n- [ ] none", ""),
    "a statement": ("= false", "True False"),
}


@pytest.mark.parametrize(("lines", "pinned"), SETS.values(), ids=SETS)
def test_front_and_back_hold_the_same_items_with_the_same_pins(lines, pinned):
    found = note(f"## Which? {{#which}}\n{lines}")
    front, back = items(found["Options"]), items(found["Answer"])
    assert [words(text) for _, text in front] == [words(text).removesuffix(" ✓ right") for _, text in back]
    assert [attributes for attributes, _ in front] == [one.removeprefix('class="right" ') for one, _ in back]
    assert " ".join(text for attributes, text in front if attributes.endswith(" data-pin")) == pinned
    assert found["Options"].partition(">")[0] == found["Answer"].partition(">")[0]


def test_a_statement_is_true_or_false_without_letters_and_has_its_correction():
    found = note("## It did. {#did}\n= false\n  Not *at all*.\ncorrection: It did *not*.")
    assert (found["Instruction"], found["Choice"]) == ("True or false?", "one")
    assert found["Options"] == (
        '<ol class="options one plain"><li lang="en" dir="ltr" data-pin>True</li>'
        '<li lang="en" dir="ltr" data-pin>False</li></ol>'
    )
    assert found["Answer"] == (
        '<ol class="options one plain"><li lang="en" dir="ltr" data-pin>True</li>'
        '<li class="right" lang="en" dir="ltr" data-pin><b>False</b> <span class="tick" lang="en">✓ right</span></li>'
        '</ol><p class="correction" dir="auto">It did <em>not</em>.</p>'
        '<p class="feedback">Not <em>at all</em>.</p>'
    )
    assert words(note("## It did. {#did}\n= true")["Answer"]) == "True ✓ right False"


# Several things


def test_a_list_says_how_many_are_wanted_and_the_forms_of_each(every):
    assert every["four-islands"]["Instruction"] == "Name four, in any order."
    assert words(every["four-islands"]["Answer"]).startswith("Etorofu also: Etorufu · Iturup Kunashiri")
    assert "The smallest of the four." in every["four-islands"]["Answer"]
    assert every["seas"]["Instruction"] == "Name any two."
    assert every["seas"]["Choice"] == every["seas"]["Options"] == ""


def test_a_list_to_recite_is_asked_whole_and_each_member_in_its_place(every):
    found = every["steps"]
    assert (found.type, found.cards, found["Kind"]) == ("quizgen sequence", 4, "list")
    assert found["Instruction"] == "Name three, in the right order."
    assert found["Whole"] == (
        '{{c1::<ol class="members"><li dir="auto">draft <span class="also">also: write</span></li>'
        '<li dir="auto">sign<p class="feedback">Both sides do.</p></li>'
        '<li dir="auto">ratify <span class="also">also: have it ratified</span></li></ol>}}'
    )
    assert found["Places"] == (
        '<ol class="members"><li dir="auto">{{c2::draft}}</li><li dir="auto">{{c3::sign}}</li>'
        '<li dir="auto">{{c4::ratify}}</li></ol>'
    )
    assert (found["Hint"], found["Topic"]) == ("Who has the last word?", "The islands")


def test_members_of_a_sequence_cannot_break_their_blanks():
    found = note("## Recite. {#q}\n- a}}\n- b::c\n- $\\frac{a}{b^{2}}$\n- {{c1::x}}\norder: fixed")
    assert found["Places"].count("{{") == found["Places"].count("}}") == 4
    assert [text for _, text in items(found["Places"])] == [
        "{{c2::a&#125;&#125;}}",
        "{{c3::b&#58;:c}}",
        r"{{c4::\(\frac{a}{b^{2} }\)}}",
        "{{c5::&#123;{c1&#58;:x&#125;&#125;}}",
    ]
    assert found["Whole"].count("{{") == found["Whole"].count("}}") == found["Whole"].count("::") == 1


def test_a_sequence_longer_than_anki_has_cards_is_an_error_with_its_place():
    def recite(count):
        return bank("## Recite. {#q}\n" + "".join(f"- {n}\n" for n in range(count)) + "order: fixed")

    assert build(recite(499)).cards == 500
    with pytest.raises(DataError, match=r"bank\.md:506:1: Anki has 500 cards for a note: .* 499 .* which are 500; "):
        build(recite(500))


def test_a_match_has_letters_on_the_front_and_the_same_letters_in_its_pairs(every):
    found = every["leaders"]
    rights = re.findall(r"<li[^>]*>([^<]*)", found["Options"].partition('class="rights"')[2])
    assert sorted(rights) == ["India", "Japan", "Russia", "Ukraine"]
    pairs = [words(pair) for pair in re.findall(r"<li>(.*?)</li>", found["Answer"])]
    assert pairs == [
        f"Fumio Kishida {'ABCD'[rights.index('Japan')]} Japan",
        f"Volodymyr Zelensky {'ABCD'[rights.index('Ukraine')]} Ukraine also: the Ukraine Elected in 2019.",
        f"Vladimir Putin {'ABCD'[rights.index('Russia')]} Russia",
    ]
    assert found["Choice"] == ""


def test_an_order_is_shuffled_on_the_front_and_right_on_the_back(every):
    found = every["order"]
    front = [text for _, text in items(found["Options"])]
    back = [words(text) for _, text in items(found["Answer"])]
    right = ["the annexation of Crimea", "the pandemic", "the full invasion of Ukraine"]
    assert front != right
    assert [item[2:] for item in back] == [right[0], f"{right[1]} It began in 2019.", right[2]]
    assert [item[0] for item in back] == ["ABC"[front.index(item)] for item in right]
    assert found["Choice"] == ""


def test_an_open_question_has_a_model_answer_and_its_points(every):
    answer = words(every["mild-2014"]["Answer"])
    assert answer.startswith("Abe's government did not want")
    assert answer.endswith("Points talks about the islands were going on it hoped for a peace treaty")
    assert note("## Why? {#why}\nlines: 3")["Answer"] == ""


# Evidence


def test_the_evidence_has_the_answer_marked_and_its_place():
    source = bank("## Who? {#who}\n= Abe | A & B\n> when Abe met\n> Putin & A & B\n> a third")
    places = {"when Abe met": "¶ 3, sentence 4", "Putin & A & B": "¶ 3, sentence 4"}
    found = notes(build(source, locate=lambda quote: places.get(quote, "")))["who"]
    assert found["Evidence"] == (
        '<figure><blockquote dir="auto">when <mark>Abe</mark> met</blockquote>'
        '<blockquote dir="auto">Putin &amp; <mark>A &amp; B</mark></blockquote>'
        "<figcaption>From the text, ¶ 3, sentence 4</figcaption></figure>"
        '<figure><blockquote dir="auto">a third</blockquote><figcaption>From the text</figcaption></figure>'
    )


def test_in_the_evidence_of_every_kind_the_answer_is_marked(every):
    marked = {name: re.findall("<mark>(.*?)</mark>", found["Evidence"]) for name, found in every.items()}
    assert {name: found for name, found in marked.items() if every[name]["Evidence"]} == {
        "together": ["the four islands", "the Northern Territories"],
        "four-islands": ["Etorufu", "Kunashiri", "Shikotan", "the Habomai islands"],
        "steps": ["ratify"],
        "two-names": ["Southern Kurils", "Northern Territories"],
        "leaders": ["Russia"],
        "frozen": [],
        "minister": ["Shinzo Abe"],
        "loan": ["100"],
        "no-assets": [],
        "order": ["the annexation of Crimea", "the full invasion of Ukraine"],
        "mild-2014": [],
        "map": ["the Kuril Islands"],
    }
    assert all("<figcaption>" in every[name]["Evidence"] and every[name]["Source"] for name in marked if marked[name])


def test_source_date_topic_passage_and_language_stand_on_every_note():
    front = {"article_title": "Ties", "article_author": "A & B", "language": "en"}
    for question in ("## Who? {#who}\n= Abe", "## It is {{x}}. {#q}", "## Recite. {#q}\n- a\n- b\norder: fixed"):
        found = note(f"# The *islands* {{#i}}\nRead | this.\n\n{question}\nas-of: 2014", **front)
        assert found["Source"] == "A &amp; B, “Ties”"
        assert found["As of"] == "2014"
        assert found["Topic"] == "The <em>islands</em>"
        assert words(found["Passage"]) == "Read | this."
        assert found["Language"] == "en"


def test_an_image_has_its_words_and_a_sound_is_ankis(every):
    found = every["map"]
    words_of_it = "A map of islands in a row, from north-east to south-west"
    (file,) = re.findall(rf'<img src="(.+\.png)" alt="{words_of_it}">', found["Image"])
    assert "/" not in file
    assert re.fullmatch(r"\[sound:[\w-]+\.mp3\]", found["Audio"])


def test_the_note_for_the_teacher_is_on_no_card(every):
    assert all("SECRET" not in value for found in every.values() for value in found.fields.values())


# Cloze


@pytest.mark.parametrize(
    ("heading", "text"),
    [
        ("It is {{a}} and {{b | c}}.", "It is {{c1::a}} and {{c2::b}}."),
        ("It is {{a :: *h*}}.", "It is {{c1::a::<em>h</em>}}."),
        ("{{c2::a}} {{c2::b}} {{c}}", "{{c2::a}} {{c2::b}} {{c1::c}}"),
        ("**It is {{a}}**, {{b < c}}", "<strong>It is {{c1::a}}</strong>, {{c2::b &lt; c}}"),
        (r"{{\(\frac{a}{b^{2}}\)}}", r"{{c1::\(\frac{a}{b^{2} }\)}}"),
        (r"\{{c1::no\}} but {{`{{c9::x}}`}}", "&#123;{c1::no}} but {{c1::<code>&#123;{c9&#58;:x&#125;}</code>}}"),
        ("{{a::b}} {{C: :: D:}}", "{{c1::a&#58;:b}} {{c2::C&#58;::D&#58;}}"),
        ("[here](http://a.org/{{b}}) it is", "[here](http://a.org/{{c1::b}}) it is"),
        ("[here](http://a.org 'in {{b}}') it is", "[here](http://a.org 'in {{c1::b}}') it is"),
        ("<http://a.org/{{b}}> it is", "&lt;http://a.org/{{c1::b}}&gt; it is"),
    ],
)
def test_blanks_are_ankis_and_what_is_in_them_cannot_break_them(heading, text):
    assert note(f"## {heading} {{#q}}")["Text"] == f'<div class="prompt" dir="auto">{text}</div>'


def test_blanks_may_stand_in_the_body():
    found = note("## Fill in. {#q}\n\n* one {{a}}\n* two {{c1::b}}")
    assert found["Text"].endswith("<li>one {{c2::a}}</li>\n<li>two {{c1::b}}</li>\n</ul>\n</div>")
    assert found.cards == 2


def test_further_forms_of_blanks_are_on_the_back():
    assert note("## It is {{a | b | c}}. {#q}")["Also"] == "b · c"
    assert note("## It is {{a | b}}, {{c}}, {{d | e}}. {#q}")["Also"] == "b (for a); e (for d)"


def test_a_blank_that_anki_makes_no_card_for_is_an_error_with_its_place():
    with pytest.raises(DataError, match=r"bank\.md:6:1: Anki has cards for the blanks 1 to 500; .* a blank 501"):
        build(bank("## It is {{c501::a}}. {#q}"))


# Hostile text


def test_nothing_that_anki_would_act_on_survives_in_any_field():
    for found in notes(build(read_bank(HERE / "hostile.md"))).values():
        for name, value in found.fields.items():
            assert "<script" not in value
            assert not re.search(r"\[(sound|anki|latex)", value)
            if name != "Text":
                assert "{{" not in value


def test_control_characters_do_not_part_fields():
    source = bank("## Who? {#who}\n= Abe")
    (topic,) = source.topics
    hostile = replace(topic.questions[0], prompt="a\x1fb\x07c", hint="x" * 100_000)
    found = notes(build(replace(source, topics=(replace(topic, questions=(hostile,)),))))["who"]
    assert found["Question"] == '<div class="prompt" dir="auto">abc</div>'
    assert len(found["Hint"]) == 100_000


@given(st.text(alphabet=":{}[a]$so", max_size=20) | st.text(max_size=20).map(html.escape))
def test_inert_text_reads_the_same_and_holds_no_mark(text):
    for made in (inert(text), inert_in_blank(text)):
        assert html.unescape(made) == html.unescape(re.sub(r"[\x00-\x08\x0b-\x1f\x7f]", "", text))
        assert "{{" not in made
    assert not re.search(r"\}\}|::", inert_in_blank(text))
    assert not inert_in_blank(text).endswith(("}", ":"))


LOOKS_LIKE_MATHS = r"""# A \\(t\\) {#t}
Text \\[t\\].

## Is \\(x\\) *asked*? {#short}
And \\[y\\].
= \\(a\\) | \\[b\\]
  Said \\(f\\).
> quoted \(q\) and \[r\]
hint: \\(h\\)
explain: **\\[e\\]**
as-of: \(1\)

## Which \\(x\\)? {#choice}
- [x] \\(a\\)
- [ ] \\[b\\]

## It \\(is\\) {{\\(x\\) :: \\[y\\]}}. {#cloze}

## Recite. {#list}
- \\(a\\)
- \\[b\\]
order: fixed
"""


def test_a_bracket_after_a_backslash_begins_no_maths_where_none_is_meant():
    found = notes(build(bank(LOOKS_LIKE_MATHS, article_title=r"The \(title\)")))
    for one in found.values():
        for name, value in one.fields.items():
            if name != "Typed":  # Anki shows it as code, where nothing is maths
                assert not [part for part in re.split("<[^>]*>", value) if re.search(r"\\[(\[]", part)], name
    read = {name: re.sub("<[^>]*>", "", found["short"][name]) for name in ("Question", "Answer", "Also", "Evidence")}
    assert read["Question"].split() == ["Is", r"\(x\)", "asked?And", r"\[y\]."]
    assert (read["Answer"], read["Also"]) == (r"\(a\)Said \(f\).", r"\[b\]")
    assert read["Evidence"].startswith(r"quoted \(q\) and \[r\]")


def test_maths_stays_maths_beside_it():
    assert note(r"## Is \\(x\\) $x$ or \(y\)? {#q}" + "\n= x")["Question"].endswith(r"\(x\) or \(y\)?</div>")


# Drafts that were taken in


def test_a_draft_says_so_before_its_topic_and_by_a_tag():
    source = bank("# Tides {#t}\n\n## Who? {#a}\n= x\n\n## What? {#b}\n= x\n\n## It is {{x}}. {#c}\n")
    recite = bank("# Tides {#t}\n\n## Recite. {#d}\n- a\n- b\norder: fixed")
    found = notes(build(source, drafts={"b", "c"})) | notes(build(recite, drafts={"d"}))
    mark = '<b class="draft" lang="en" dir="ltr">DRAFT</b> Tides'
    assert [found[name]["Topic"] for name in "abcd"] == ["Tides", mark, mark, mark]
    assert ["status::draft" in found[name].tags for name in "abcd"] == [False, True, True, True]
    plain = notes(build(source))
    assert found["a"] == plain["a"]
    assert {**found["b"].fields, "Topic": "Tides"} == plain["b"].fields


def test_a_draft_without_a_topic_says_so_as_well():
    assert notes(build(bank("## Who? {#a}\n= x"), drafts={"a"}))["a"]["Topic"].endswith(">DRAFT</b>")


# On the real Anki


@pytest.fixture(scope="module")
def anki():
    """A function that imports a bank into an empty collection, and gives it."""
    if os.environ.get("CI") != "true":
        pytest.importorskip("anki.collection", reason="the anki package is not installed: pip install anki")
    with collection() as col:

        def imported(source):
            col.remove_notes(col.find_notes(""))
            col.tags.clear_unused_tags()
            import_package(col, build(source))
            return col

        yield imported


def read(side: str) -> str:
    """What a person reads on a side of a card, hints and texts that fold out among it."""
    return words(re.sub(r"<(style|script)\b.*?</\1>", " ", side, flags=re.DOTALL))


def sides(col):
    """Each card with its question, its front and its back."""
    questions = {question.id: question for question in EVERY_KIND}
    for number in col.find_cards("", order="c.due, c.ord"):
        card = col.get_card(number)
        yield card, questions[card.note()["Id"].partition("#")[2]], card.question(), card.answer()


def secrets(question, card):
    """What must not be read on the front of a card: the answer, and all that is said after it."""
    texts = [question.explain, question.note, *(quote.text for quote in question.all_evidence())]
    texts += [part.feedback for part in question.parts()]
    if isinstance(question, Short | Number):
        forms = [form for answer in question.answers for form in answer.forms]
        texts += [question.prompt] if card.ord else forms
    elif isinstance(question, TrueFalse):
        texts += [question.correction]
    elif isinstance(question, Open):
        texts += [part.forms[0] if hasattr(part, "forms") else part.text for part in question.parts()]
    elif isinstance(question, Cloze):
        texts += [form for blank in question.blanks if blank.group == card.ord + 1 for form in blank.forms]
    elif isinstance(question, List):
        others = card.ord and question.ordered
        asked = question.members[card.ord - 1 : card.ord] if others else question.members
        texts += [member.forms[0] for member in asked]
        texts += [form for member in question.members for form in member.forms[1:]]
    return [text for text in map(words, texts) if text]


def test_no_front_gives_away_what_its_back_shows(anki):
    for card, question, front, back in sides(anki(EVERY_KIND)):
        shown, where = read(front), f"{question.id}, card {card.ord + 1}"
        assert not [text for text in secrets(question, card) if text in shown], where
        assert "✓" not in shown, where
        assert shown not in ("", read(card.note()["Topic"])), where
        assert shown != read(back), where


def test_every_back_shows_the_answer_and_why(anki):
    for card, question, _, back in sides(anki(EVERY_KIND)):
        shown, fields = read(back), dict(card.note().items())
        for name in ("Answer", "Explanation", "Evidence", "Source", "As of", "Also"):
            assert read(fields.get(name, "")) in shown, question.id
        if isinstance(question, List):
            assert all(member.forms[0] in shown for member in question.members)
        if isinstance(question, Cloze):
            assert all(words(blank.forms[0])[:8] in shown for blank in question.blanks)


def test_nothing_on_a_card_is_empty_or_left_in_braces(anki):
    col = anki(EVERY_KIND)
    assert not col.get_empty_cards().notes
    for _, question, front, back in sides(col):
        for side in (front, back):
            assert not re.search(r"\{\{|\}\}", read(side)), question.id
            assert not re.search(r"<(p|li|ol|ul|div|figure|blockquote|b|mark)\b[^>]*>\s*</\1>", side), question.id


TYPED = ["a < b & c", "\"quoted\" 'so'", "é", "日本", "½", "{{x}} and }}", "[sound:x.mp3]"]
TYPED += ["C:\\new", "100%", "-5", "a::b", "<b>", "&amp;"]


def test_who_types_the_answer_as_it_reads_has_typed_it_right(anki):
    escaped = (text.replace("\\", "\\\\") for text in TYPED)
    questions = (f"## What? {{#q{number}}}\nkind: short\n= {text}" for number, text in enumerate(escaped))
    col = anki(bank("\n\n".join(questions)))
    for number, text in enumerate(TYPED):
        (card,) = col.get_note(col.find_notes(f"Id:b#q{number}")[0]).cards()
        assert card.question().count("[[type:Typed]]") == card.answer().count("[[type:Typed]]") == 1
        compared = col.compare_answer(card.note()["Typed"], text)
        assert "typeGood" in compared, text
        assert "typeBad" not in compared, text
        assert "typeMissed" not in compared, text
        assert "typeBad" in col.compare_answer(card.note()["Typed"], text + "x")


def test_what_is_not_typed_has_no_box_to_type_into(anki):
    col = anki(bank("## What? {#a}\n= x\ntyped: no\n\n## So? {#b}\n= true\n\n## Which? {#c}\n- a\n- b"))
    assert not [card for card in map(col.get_card, col.find_cards("")) if "[[type:" in card.question()]


def test_a_search_for_what_to_delete_finds_no_question(anki):
    tags = "tags: quizgen::retired, QUIZGEN::Retired::x, status::draft, \u017ftatus::draft"
    col = anki(bank(f"# T {{#retired}}\n\n## Who? {{#who}}\n= Abe\n{tags}", id="retired"))
    assert col.note_count() == 1
    assert not col.find_notes(f"tag:{RETIRED}")
    assert not col.find_notes("tag:status::draft")
    assert col.find_notes("tag:quizgen::retired_::retired")
