"""A question becomes one note: what stands in its fields, what it is tagged with, and how it is known again."""

from __future__ import annotations

import html
import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from read_package import bank, build, note, notes

from quizgen.anki.inert import inert, inert_in_blank
from quizgen.bank.parse import read_bank
from quizgen.errors import DataError, UsageError
from quizgen.shown import view

HERE = Path(__file__).parent
EVERY_KIND = read_bank(HERE / "every_kind.md")


def words(field: str) -> str:
    """What a person reads in a field."""
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", field)).split())


# Which notes


def test_each_approved_question_is_one_note_in_the_order_of_the_file():
    package = build(EVERY_KIND)
    assert list(notes(package)) == [question.id for question in EVERY_KIND.approved]
    assert package.notes == len(EVERY_KIND.approved) == 15
    assert package.cards == 19  # a reverse card; two and three blanks


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


# What stands on a card


def test_a_short_question():
    found = note("## Who *met* Putin? {#who}\nIn 2014.\n= Abe | Shinzo Abe\n= Mr Abe\nhint: 安倍\nexplain: He **did**.")
    assert found.type == "quizgen question"
    assert found["Question"] == (
        '<div class="prompt" dir="auto">Who <em>met</em> Putin?</div>'
        '<div class="body" dir="auto"><p>In 2014.</p>\n</div>'
    )
    assert found["Answer"] == '<p class="said" dir="auto">Abe</p>'
    assert found["Also"] == "Shinzo Abe · Mr Abe"
    assert found["Hint"] == "安倍"
    assert found["Explanation"] == "He <strong>did</strong>."
    assert found["Instruction"] == found["Options"] == found["Reverse"] == found["Evidence"] == ""


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
    assert (words(found["Answer"]), found["Also"]) == (answer, also)


def test_true_or_false_has_its_correction():
    found = note("## It did. {#did}\n= false\ncorrection: It did *not*.")
    assert found["Instruction"] == "True or false?"
    assert (
        found["Answer"]
        == '<p class="said" dir="auto">False</p><p class="correction" dir="auto">It did <em>not</em>.</p>'
    )
    assert words(note("## It did. {#did}\n= true")["Answer"]) == "True"


def test_reverse_makes_a_second_card_of_a_word_or_a_number_only():
    assert note("## Hund {#hund}\n= dog\nreverse: yes").cards == 2
    assert note("## Dozen {#dozen}\n= 12\nreverse: yes").cards == 2
    assert note("## Hund {#hund}\n= dog").cards == 1
    assert note("## It is. {#is}\n= true\nreverse: yes").cards == 1


def test_a_choice_shows_its_options_in_the_order_of_the_view():
    question = next(question for question in EVERY_KIND if question.id == "frozen")
    found = notes(build(EVERY_KIND))["frozen"]
    shown = [option.words.text for option in view(question, EVERY_KIND.id).options]
    assert re.findall(r"<li[^>]*>(.*?)</li>", found["Options"]) == shown
    assert found.type == "quizgen choice"
    assert found["Options"].startswith('<ol class="options any" type="A">')
    assert notes(build(EVERY_KIND))["minister"]["Options"].startswith('<ol class="options one" type="A">')
    assert "right" not in found["Options"]


def test_right_options_are_marked_by_a_tick_a_word_and_weight_and_feedback_stands_under_its_option():
    answer = notes(build(EVERY_KIND))["frozen"]["Answer"]
    assert answer.count("✓ right") == 2
    assert '<b>assets of some Russian banks</b> <span class="tick" lang="en">✓ right</span></li>' in answer
    assert 'shares in Sakhalin-2<p class="feedback">Japanese firms hold shares there;' in answer


def test_a_list_says_how_many_are_wanted_and_the_forms_of_each():
    found = notes(build(EVERY_KIND))
    assert found["four-islands"]["Instruction"] == "Name four, in any order."
    assert words(found["four-islands"]["Answer"]).startswith("Etorofu also: Etorufu · Iturup Kunashiri")
    assert "The smallest of the four." in found["four-islands"]["Answer"]
    assert found["seas"]["Instruction"] == "Name any two."
    assert found["steps"]["Answer"].startswith('<ol class="members">')


def test_a_match_has_letters_on_the_front_and_the_same_letters_in_its_pairs():
    found = notes(build(EVERY_KIND))["leaders"]
    rights = re.findall(r"<li[^>]*>([^<]*)", found["Options"].partition('class="rights"')[2])
    assert sorted(rights) == ["India", "Japan", "Russia", "Ukraine"]
    pairs = [words(pair) for pair in re.findall(r"<li>(.*?)</li>", found["Answer"])]
    assert pairs == [
        f"Fumio Kishida {'ABCD'[rights.index('Japan')]} Japan",
        f"Volodymyr Zelensky {'ABCD'[rights.index('Ukraine')]} Ukraine also: the Ukraine Elected in 2019.",
        f"Vladimir Putin {'ABCD'[rights.index('Russia')]} Russia",
    ]


def test_an_order_is_shuffled_on_the_front_and_right_on_the_back():
    found = notes(build(EVERY_KIND))["order"]
    front = re.findall(r"<li[^>]*>([^<]*)", found["Options"])
    back = [words(item) for item in re.findall(r"<li[^>]*>(.*?)</li>", found["Answer"])]
    right = ["the annexation of Crimea", "the pandemic", "the full invasion of Ukraine"]
    assert front != right
    assert [item[2:] for item in back] == [right[0], f"{right[1]} It began in 2019.", right[2]]
    assert [item[0] for item in back] == ["ABC"[front.index(item)] for item in right]


def test_an_open_question_has_a_model_answer_and_its_points():
    answer = words(notes(build(EVERY_KIND))["mild-2014"]["Answer"])
    assert answer.startswith("Abe's government did not want")
    assert answer.endswith("Points talks about the islands were going on it hoped for a peace treaty")
    assert note("## Why? {#why}\nlines: 3")["Answer"] == ""


def test_the_evidence_has_the_answer_marked_and_its_place():
    source = bank("## Who? {#who}\n= Abe\n> when Abe met\n> Putin & Abe\n> a third")
    places = {"when Abe met": "¶ 3, sentence 4", "Putin & Abe": "¶ 3, sentence 4"}
    found = notes(build(source, locate=lambda quote: places.get(quote, "")))["who"]
    assert found["Evidence"] == (
        '<figure><blockquote dir="auto">when <mark>Abe</mark> met</blockquote>'
        '<blockquote dir="auto">Putin &amp; <mark>Abe</mark></blockquote>'
        "<figcaption>From the text, ¶ 3, sentence 4</figcaption></figure>"
        '<figure><blockquote dir="auto">a third</blockquote><figcaption>From the text</figcaption></figure>'
    )


def test_source_date_topic_passage_and_language_stand_on_every_note():
    front = {"article_title": "Ties", "article_author": "A & B", "language": "en"}
    found = note("# The *islands* {#i}\nRead | this.\n\n## Who? {#who}\n= Abe\nas-of: 2014", **front)
    assert found["Source"] == "A &amp; B, “Ties”"
    assert found["As of"] == "2014"
    assert found["Topic"] == "The <em>islands</em>"
    assert words(found["Passage"]) == "Read | this."
    assert found["Language"] == "en"


def test_the_note_for_the_teacher_is_on_no_card():
    assert all("SECRET" not in value for found in notes(build(EVERY_KIND)).values() for value in found.fields.values())


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


@pytest.mark.parametrize("answer", ["= one", "= 5 km", "= true"])
def test_what_is_said_of_the_answer_stands_under_it(answer):
    assert "Well known." in note(f"## What? {{#a}}\n{answer}\n  Well known.\n")["Answer"]


# Drafts that were taken in


def test_a_draft_says_so_before_its_topic_and_by_a_tag():
    source = bank("# Tides {#t}\n\n## Who? {#a}\n= x\n\n## What? {#b}\n= x\n\n## It is {{x}}. {#c}\n")
    found = notes(build(source, drafts={"b", "c"}))
    mark = '<b class="draft" lang="en" dir="ltr">DRAFT</b> Tides'
    assert [found[name]["Topic"] for name in "abc"] == ["Tides", mark, mark]
    assert ["status::draft" in found[name].tags for name in "abc"] == [False, True, True]
    plain = notes(build(source))
    assert found["a"] == plain["a"]
    assert {**found["b"].fields, "Topic": "Tides"} == plain["b"].fields


def test_a_draft_without_a_topic_says_so_as_well():
    assert notes(build(bank("## Who? {#a}\n= x"), drafts={"a"}))["a"]["Topic"].endswith(">DRAFT</b>")
