"""Lines: the first characters of a line decide what it is, and its value is the text to the end of the line."""

from __future__ import annotations

import gc
from dataclasses import replace
from pathlib import Path

import pytest
from bank_texts import FRONT, asked, bank_of, errors_in, question_of, topic_of

from quizgen.bank.model import Choice, Cloze, Gloss, List, Match, Number, Open, Order, Quote, Short, TrueFalse
from quizgen.bank.parse import parse_bank, read_bank
from quizgen.bank.raw import Mark, RawQuestion, RawTopic
from quizgen.errors import DataError, MissingError

MANUAL = """\
---
id: japan-russia/islands
title: The islands that Japan and Russia both claim
article: japan-russia-ties.txt
article-author: Simran Walia
language: en
names:
  - Etorofu | Etorufu | Iturup
  - Kunashiri | Kunashir
glossary:
  - status quo :: the state of things as they are
---

# The islands {#islands}
Text here is printed once, before the questions of this topic: an extract, a table, an instruction.

## Which four islands or island groups does Japan claim? {#four-islands}
- Etorofu
- Kunashiri
- Shikotan
- Habomai | the Habomai islands
> Etorufu islands, the Kunashiri islands, the Shikotan islands, and the Habomai islands
note: The article spells Etorofu "Etorufu".

## Russia says the {{Southern Kurils}}, Japan says the {{Northern Territories :: N… T…}}. {#two-names}
> the Southern Kurils in Russia and the Northern Territories in Japan

## Which of these did Japan freeze in 2022, by the article? {#frozen}
- [x] assets of individuals related to Russia
  > frozen assets on individuals related to Russia
- [x] assets of some Russian banks
  > an asset freeze on some of the Russian banks
- [ ] shares in Sakhalin-2
  Japanese firms hold shares there; the article names no measure against them.

## How much did Japan pledge as a loan to Kyiv? {#loan}
= $100 million
> a loan of around $100 million to Kyiv

## Match each leader with the country. {#leaders}
- Fumio Kishida == Japan
- Volodymyr Zelensky == Ukraine
- == India

## Why did Japan react mildly in 2014? Give two reasons. {#mild-2014}
+ talks about the islands were going on
  > the ongoing talks over the issue of islands in northern Japan
+ it hoped for a peace treaty and feared to hamper relations
  > feared that condemning Crimea’s invasion would hamper the progress in their relations
= Abe's government did not want to antagonise Putin while it negotiated over the islands and a peace treaty.
lines: 5
level: understand
"""


def test_the_example_of_the_manual() -> None:
    bank = parse_bank(MANUAL)
    assert (bank.id, bank.title) == ("japan-russia/islands", "The islands that Japan and Russia both claim")
    assert (bank.article, bank.article_author, bank.language) == ("japan-russia-ties.txt", "Simran Walia", "en")
    assert bank.names == (("Etorofu", "Etorufu", "Iturup"), ("Kunashiri", "Kunashir"))
    assert bank.glossary == (Gloss("status quo", "the state of things as they are"),)
    (topic,) = bank.topics
    assert (topic.title, topic.id) == ("The islands", "islands")
    assert topic.text.startswith("Text here is printed once")
    assert [question.id for question in bank] == ["four-islands", "two-names", "frozen", "loan", "leaders", "mild-2014"]
    assert [question.kind for question in bank] == ["list", "cloze", "choices", "number", "match", "open"]
    four, two, frozen, loan, leaders, mild = bank.questions
    assert isinstance(four, List)
    assert four.members[3].forms == ("Habomai", "the Habomai islands")
    assert four.note == 'The article spells Etorofu "Etorufu".'
    assert isinstance(two, Cloze)
    assert [(blank.forms, blank.hint, blank.group) for blank in two.blanks] == [
        (("Southern Kurils",), "", 1),
        (("Northern Territories",), "N… T…", 2),
    ]
    assert frozen.all_evidence()[0] == Quote("frozen assets on individuals related to Russia")
    assert frozen.parts()[2].feedback.startswith("Japanese firms hold shares there")
    assert isinstance(loan, Number)
    assert loan.answers[0].forms == ("$100 million",)
    assert isinstance(leaders, Match)
    assert leaders.rights == ("Japan", "Ukraine", "India")
    assert isinstance(mild, Open)
    assert (len(mild.marking), len(mild.model), mild.lines, mild.level) == (2, 1, 5, "understand")


# The 14 slips that YAML gets wrong, and the texts that Markdown tools lose


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("a colon: in the text", Short),
        ("key: value", Short),
        ("no", Short),
        ("1945", Number),
        ("9%", Number),
        ("1:30", Short),
        ("2022-02-24", Short),
        ("24 February 2022", Short),
        ('"quoted" at the start', Short),
        ('"never closed', Short),
        ("'s-Gravenhage", Short),
        ("@mention", Short),
        ("the #1 of them", Short),
        ("a #1 ", Short),
        ("0123", Short),
        ("007", Short),
        ("__init__", Short),
        ("2*3*4", Short),
        ("*", Short),
        ("&anchor", Short),
        ("!tag", Short),
        ("%", Short),
        ("~", Short),
        ("null", Short),
        ("{a: b}", Short),
        ("[a, b]", Short),
        ("> more than", Short),
        ("- minus", Short),
        ("1. first", Short),
        ("# heading", Short),
        ("## heading", Short),
        ("<b>", Short),
        ("&amp;", Short),
        ("a  b", Short),
        ("a\tb", Short),
        ("a|b", Short),
        ("||", Short),
        ("::", Short),
        ("日本", Short),
        ("$100 million and also $100 million", Short),
        ("yes", Short),
        ("1e", Short),
        ("\\", Short),
    ],
)
def test_an_answer_is_the_text_that_was_typed(typed: str, kind: type) -> None:
    question = asked(f"= {typed}\n" if typed != "\\" else "= \\\\\n")
    assert type(question) is kind
    assert question.answers[0].forms == (typed.strip(),)


@pytest.mark.parametrize(
    "typed",
    ["no", "a: b", "0123", "#1", "__init__", "2*3*4", "$100 million and also $100 million", "a == b", "a | b", "1:30"],
)
def test_every_line_that_is_shown_keeps_its_text(typed: str) -> None:
    question = question_of(f"## {typed}\n- [x] {typed}\n  {typed} is why\n- [ ] other\n> {typed}\nhint: {typed}\n")
    assert question.prompt == typed
    assert question.parts()[0].text == typed
    assert question.parts()[0].feedback == f"{typed} is why"
    assert question.evidence == (Quote(typed),)
    assert question.hint == typed


@pytest.mark.parametrize("maths", ["$a | b$", r"\(a | b\)", r"\[a | b\]", "`a | b`"])
def test_a_bar_in_maths_or_code_parts_nothing(maths: str) -> None:
    assert asked(f"= {maths} | other\n").answers[0].forms == (maths, "other")


@pytest.mark.parametrize("maths", [r"$\frac{a}{b_{c}}$", r"\(\sqrt{x^{2}}\)", "`{{x}}`"])
def test_braces_in_maths_or_code_end_no_blank(maths: str) -> None:
    question = question_of(f"## It is {{{{{maths} | other :: a hint}}}}.\n")
    assert isinstance(question, Cloze)
    assert (question.blanks[0].forms, question.blanks[0].hint) == ((maths, "other"), "a hint")


def test_money_is_not_maths() -> None:
    question = asked("= $100 million | $200 million\n")
    assert question.answers[0].forms == ("$100 million", "$200 million")


# A tab


def test_a_tab_after_a_mark_is_a_space() -> None:
    question = asked("=\tParis\n>\tin Paris\nhint:\tA city.\n")
    assert (question.answers[0].forms, question.evidence, question.hint) == (
        ("Paris",),
        (Quote("in Paris"),),
        "A city.",
    )
    assert [option.right for option in asked("-\t[x]\tyes\n-\t[ ]\tno\n").options] == [True, False]
    assert [item.text for item in asked("1.\tone\n2.\ttwo\n").items] == ["one", "two"]
    assert [member.forms for member in asked("-\tone\n-\ttwo\n").members] == [("one",), ("two",)]
    assert question_of("##\tWhat?\n= a\n").prompt == "What?"


def test_a_tab_indents() -> None:
    question = asked("= Paris\n\t> in Paris\n\tYes, there.\n")
    assert question.answers[0].evidence == (Quote("in Paris"),)
    assert question.answers[0].feedback == "Yes, there."


def test_a_tab_in_front_matter() -> None:
    bank = parse_bank("---\nid:\ttest\ntitle:\tA\ttitle\ntags:\n\t-\tone\n---\n")
    assert (bank.id, bank.title, bank.tags) == ("test", "A\ttitle", ("one",))


# Front matter


def test_every_field_of_a_bank() -> None:
    bank = parse_bank(
        "---\nid: a/b-1\ntitle: no\nlanguage: pt-BR\narticle: a b.txt\narticle-title: 1984\narticle-author: A: B\n"
        "article-date: 2022-03-01\npublisher: CAPS\nauthor: 'N. N.'\nlicense: CC BY 4.0\ndescription: # one\n"
        "minutes: 45\ntags: one, two words\nnames:\n  - A | B\nglossary:\n  - to cede :: to give: land\n"
        "objectives:\n  - Name the islands\n  - Explain the claims\n---\n"
    )
    assert (bank.id, bank.title, bank.language, bank.article) == ("a/b-1", "no", "pt-BR", "a b.txt")
    assert (bank.article_title, bank.article_author, bank.article_date) == ("1984", "A: B", "2022-03-01")
    assert (bank.publisher, bank.author, bank.license) == ("CAPS", "'N. N.'", "CC BY 4.0")
    assert (bank.description, bank.minutes, bank.tags) == ("# one", 45, ("one", "two words"))
    assert bank.names == (("A", "B"),)
    assert bank.glossary == (Gloss("to cede", "to give: land"),)
    assert bank.objectives == ("Name the islands", "Explain the claims")
    assert (bank.topics, bank.questions, bank.approved) == ((), (), ())


def test_tags_are_items_too_and_a_list_may_stand_on_one_line() -> None:
    bank = parse_bank("---\nid: a\ntitle: A\ntags:\n  - one\n\n  - two\nnames: A | B\nobjectives: One\n---\n")
    assert (bank.tags, bank.names, bank.objectives) == (("one", "two"), (("A", "B"),), ("One",))


def test_front_matter_goes_on_after_a_backslash() -> None:
    assert parse_bank("---\nid: a\ntitle: One \\\n  and two \\\nand three\n---\n").title == "One and two and three"


def test_names_are_literal_text() -> None:
    assert parse_bank("---\nid: a\ntitle: A\nnames:\n  - A \\| B | C\n---\n").names == (("A | B", "C"),)


# Topics and body text


def test_questions_before_the_first_topic_have_one_without_a_title() -> None:
    bank = bank_of("Read this first.\n\n## One?\n= a\n\n# Second {#second}\n## Two?\n= b\n")
    assert [(topic.title, topic.id, topic.text) for topic in bank.topics] == [
        ("", "", "Read this first."),
        ("Second", "second", ""),
    ]
    assert [bank.topic_of(question).title for question in bank] == ["", "Second"]


def test_a_topic_may_have_no_question() -> None:
    assert [topic.title for topic in bank_of("# One\n# Two\ntext\n").topics] == ["One", "Two"]


def test_text_under_a_topic_is_kept_as_it_stands() -> None:
    text = "Read:\n\n* a list\n  * in a list\n\n1) one\n\n| a | b |\n|---|---|\n\n    code\n\nHe said: yes.\n### Part"
    assert topic_of(f"# Topic\n\n{text}\n\n## Q?\n= a\n").text == text


def test_body_text_is_more_of_the_prompt() -> None:
    question = question_of("## What?\n\nLook:\n\n* one\n  * two\n\n#1 of them\n=====\n---\n\n= a\n\n> quote\n")
    assert question.body == "Look:\n\n* one\n  * two\n\n#1 of them\n=====\n---"
    assert question.evidence == (Quote("quote"),)


@pytest.mark.parametrize("fence", ["```", ":::", "````", "::::"])
def test_a_block_is_body_text_whatever_it_holds(fence: str) -> None:
    block = f"{fence} a note\n> not evidence\n1. not an item\n# comment\n= x\nhint: y\n<!-- z\n\n  - b\\\n{fence}"
    question = question_of(f"## What?\n{block}\n= a\n")
    assert question.body == block
    assert (question.evidence, question.comments) == ((), ())
    assert topic_of(f"# T\n{block}\n").text == block


def test_the_same_marks_end_a_block() -> None:
    assert question_of("## What?\n````\n```\n= no\n````\n= yes\n").body == "````\n```\n= no\n````"


def test_inline_code_at_the_start_of_a_line_opens_no_block() -> None:
    assert question_of("## What?\n```x``` is code\n`y`\n:: no\n: no\n= a\n").body == "```x``` is code\n`y`\n:: no\n: no"


# Comments


def test_comments_are_kept_and_shown_nowhere() -> None:
    bank = bank_of("<!-- first -->\n# T\n<!--second\n= no answer\n-->\n## What?\n<!-- third -->\n= a\n  why\n<!---->\n")
    assert [topic.comments for topic in bank.topics] == [(" first ",), ("second\n= no answer\n",)]
    assert bank.questions[0].comments == (" third ", "")
    assert bank.questions[0].body == ""
    assert bank.questions[0].answers[0].feedback == "why"


def test_a_comment_takes_a_question_out() -> None:
    assert [q.prompt for q in bank_of("<!--\n## Old?\n= a\n-->\n## New?\n= b\n")] == ["New?"]


# Backslashes


@pytest.mark.parametrize(
    ("line", "body"),
    [
        (r"\note: this is prose", "note: this is prose"),
        (r"\Note: this is prose", "Note: this is prose"),
        (r"\warning: this is prose", "warning: this is prose"),
        (r"\hint:", "hint:"),
        (r"\1. is prose", "1. is prose"),
        (r"  \hint: indented", "  hint: indented"),
        (r"\= 5", r"\= 5"),
        (r"\> 5", r"\> 5"),
        (r"\# 5", r"\# 5"),
        (r"\- 5", r"\- 5"),
        (r"\+5", r"\+5"),
        (r"\(x\) is maths", r"\(x\) is maths"),
        (r"\alpha stays", r"\alpha stays"),
        ("https://example.org/ is an address", "https://example.org/ is an address"),
        ("e.g.: this", "e.g.: this"),
        ("He said: no.", "He said: no."),
        ("-5 degrees", "-5 degrees"),
        ("+49 30 1234", "+49 30 1234"),
        ("--- a dash", "--- a dash"),
        ("1.5 million", "1.5 million"),
        ("1945 was a year", "1945 was a year"),
        ("1) a list", "1) a list"),
    ],
)
def test_a_line_of_prose(line: str, body: str) -> None:
    assert question_of(f"## What?\n{line}\n= a\n").body == body


def test_a_backslash_makes_feedback_plain() -> None:
    question = asked("= a\n  \\hint: said he\n= b\n  \\1. of May\n= c\n  \\- so\n  \\`x`\n")
    assert [answer.feedback for answer in question.answers] == ["hint: said he", "1. of May", "\\- so \\`x`"]


@pytest.mark.parametrize(
    ("typed", "forms"),
    [
        (r"a \| b", ("a | b",)),
        (r"a \| b | c", ("a | b", "c")),
        (r"\= a", ("= a",)),
        (r"a \== b", ("a == b",)),
        (r"a \:: b", ("a :: b",)),
        (r"\$5", ("$5",)),
        (r"C:\new", (r"C:\new",)),
        (r"\\server", (r"\server",)),
        (r"\*\*", ("**",)),
        (r"\(x \| y\)", (r"\(x \| y\)",)),
        (r"`a\|b`", (r"`a\|b`",)),
    ],
)
def test_compared_text_drops_backslashes_before_punctuation(typed: str, forms: tuple[str, ...]) -> None:
    assert asked(f"= {typed}\n").answers[0].forms == forms


@pytest.mark.parametrize("typed", [r"\*not italic\*", r"a \| b", r"\$5", r"C:\new"])
def test_shown_text_keeps_its_backslashes_for_markdown(typed: str) -> None:
    assert asked(f"- [x] {typed}\n- [ ] b\n").options[0].text == typed


def test_a_trailing_backslash_continues_a_line() -> None:
    question = question_of(
        "## Which of\\\n  these? \\\n{#these}\nMore \\\nbody.\n- [x] a long \\\n\n- [ ] other\n  because \\\n\tof it\n"
        "> the \\\nwords\nhint: one\\\n  two   \\\n\n"
    )
    assert (question.prompt, question.id, question.body) == ("Which of these?", "these", "More body.")
    assert [option.text for option in question.options] == ["a long", "other"]
    assert question.options[1].feedback == "because of it"
    assert (question.evidence, question.hint) == ((Quote("the words"),), "one two")


def test_spaces_after_a_trailing_backslash_do_not_count() -> None:
    assert asked("= one \\  \ntwo\n").answers[0].forms == ("one two",)


def test_two_trailing_backslashes_are_one_backslash() -> None:
    assert [answer.forms for answer in asked("= C:\\\\\n= b\n").answers] == [("C:\\",), ("b",)]


# What belongs to a marked line


def test_indented_lines_belong_to_the_marked_line_above() -> None:
    question = asked("= a\n  > one\n\n  > two\n  It is\n\n    so.\n<!-- c -->\n  Yes.\n= b\n")
    first, second = question.answers
    assert first.evidence == (Quote("one"), Quote("two"))
    assert first.feedback == "It is so. Yes."
    assert (second.evidence, second.feedback) == ((), "")


def test_indented_lines_under_a_field_are_more_of_it() -> None:
    question = asked("= a\nexplain: It\n  is\n\n  so.\nhint:\n  Look: there.\nwrong: b ::\n  No.\n")
    assert (question.explain, question.hint) == ("It is so.", "Look: there.")
    assert (question.wrong[0].forms, question.wrong[0].feedback) == (("b",), "No.")


def test_marked_lines_stand_in_any_order() -> None:
    question = asked("hint: h\n> q\n- [x] a\nlevel: recall\n- [ ] b\n> r\n")
    assert [option.text for option in question.options] == ["a", "b"]
    assert question.evidence == (Quote("q"), Quote("r"))


# Ids


@pytest.mark.parametrize("name", ["a", "0", "two-names", "mild-2014", "a--b", "a-"])
def test_the_id_stands_last_in_a_heading(name: str) -> None:
    bank = bank_of(f"# T {{#{name}}}\n## What?  {{#{name}}}  \n= a\n")
    assert (bank.topics[0].title, bank.topics[0].id) == ("T", name)
    assert (bank.questions[0].prompt, bank.questions[0].id) == ("What?", name)


def test_a_question_may_have_no_id() -> None:
    assert asked("= a\n").id == ""


@pytest.mark.parametrize("prompt", [r"\{#a}", r"What is `{#a}`?", r"\(\{#a}\)?", "{{#1}}", "$x_{#}$?", r"\{# a ##"])
def test_braces_that_are_no_id(prompt: str) -> None:
    question = question_of(f"## {prompt} {{#b}}\nkind: short\n= a\n")
    assert (question.prompt, question.id) == (prompt, "b")


# Places


def test_every_thing_knows_its_line() -> None:
    bank = bank_of(
        "# T\n## Q?\n- a\n  > b\n- c\n> d\nwrong: e :: f\nallow: g because h\nimage: i | j\n\n"
        "## R?\n= k\n\n## S?\n1. l\n2. m\n"
    )
    first, second, third = bank.questions
    assert bank.topics[0].line == 5
    assert (first.line, second.line, third.line) == (6, 15, 18)
    assert [member.line for member in first.members] == [7, 9]
    assert [quote.line for quote in first.all_evidence()] == [10, 8]
    assert (first.wrong[0].line, first.allow[0].line, first.image.line) == (11, 12, 13)
    assert [item.line for item in third.items] == [19, 20]
    assert replace(first, line=0) == first


# Line ends, encodings, files


def test_line_ends_do_not_matter() -> None:
    assert parse_bank(MANUAL.replace("\n", "\r\n")) == parse_bank(MANUAL)
    assert parse_bank(MANUAL.rstrip("\n")) == parse_bank(MANUAL)


def test_a_byte_order_mark_does_not_matter() -> None:
    assert parse_bank("\ufeff" + MANUAL) == parse_bank(MANUAL)


def test_spaces_at_line_ends_do_not_count() -> None:
    assert parse_bank(MANUAL.replace("\n", " \t\n")) == parse_bank(MANUAL)


def test_read_bank_reads_a_file(tmp_path: Path) -> None:
    path = tmp_path / "bank.md"
    path.write_bytes(b"\xef\xbb\xbf" + MANUAL.replace("\n", "\r\n").encode())
    bank = read_bank(path)
    assert bank == parse_bank(MANUAL)
    assert bank.path == str(path)
    assert read_bank(str(path)).path == str(path)


def test_read_bank_names_its_file_in_problems(tmp_path: Path) -> None:
    path = tmp_path / "bank.md"
    path.write_text(FRONT + "## What?\n")
    with pytest.raises(DataError, match="no answer") as caught:
        read_bank(path)
    assert [(p.file, p.line, p.column) for p in caught.value.problems] == [(str(path), 5, 1)]
    with pytest.raises(MissingError, match="there is no such file"):
        read_bank(tmp_path / "none.md")


@pytest.mark.parametrize("was_on", [True, False])
@pytest.mark.parametrize("text", [MANUAL, "nothing"])
def test_the_garbage_collector_is_left_as_it_was(was_on: bool, text: str) -> None:
    before = gc.isenabled()
    try:
        (gc.enable if was_on else gc.disable)()
        errors_in(text)
        assert gc.isenabled() is was_on
    finally:
        (gc.enable if before else gc.disable)()


def test_a_parse_leaves_nothing_for_the_garbage_collector() -> None:
    gc.collect()
    gc.disable()
    try:
        bank = parse_bank(MANUAL)
        alive = [thing for thing in gc.get_objects() if isinstance(thing, (Mark, RawQuestion, RawTopic))]
        assert bank.questions
        assert alive == []
    finally:
        gc.enable()


def test_true_is_what_the_statement_says() -> None:
    question = asked("= false\n")
    assert isinstance(question, TrueFalse)
    assert not question.true


def test_kinds_are_told_apart_by_class() -> None:
    assert isinstance(asked("1. a\n2. b\n"), Order)
    assert isinstance(asked("- [x] a\n- [ ] b\n"), Choice)
