"""Every problem of a file in one run, sorted, each with its place and with what to do."""

from __future__ import annotations

import pytest
from bank_texts import FRONT, error_of, errors_in, errors_of

from quizgen.bank.parse import parse_bank
from quizgen.errors import DataError

KEYS = (
    "the fields are id, title, language, article, article-title, article-author, article-date, publisher, author, "
    "license, description, minutes, tags, names, glossary, objectives"
)
PROSE = "prose? begin the line with a backslash"
LOST = "indent it by two spaces if it belongs to the line above, else move it up under the prompt"
SHAPES = "keep one, or make two questions"


def test_all_problems_in_one_run_and_in_file_order() -> None:
    errors = errors_in(
        "---\nid: Bad\ncolour: red\n---\n## One?\n## Two? {#a}\n= a\nlevl: recall\n## Three? {#a}\n= b\n"
    )
    assert errors == [
        'bank.md:1:1: the front matter has no title; add a line "title: The islands"',
        'bank.md:2:5: an id is made of a-z, 0-9, "-" and "/"; found "Bad"',
        f'bank.md:3:1: "colour" is not a field of a bank; {KEYS}',
        "bank.md:5:1: no answer: add a line such as = answer, - [x] option, - member, 1. item, + point, or {{…}} in "
        "the text; for an answer in one's own words add lines: 5",
        f'bank.md:8:1: "levl" is not a field of a question; did you mean "level"? {PROSE}',
        'bank.md:9:1: the id "a" stands twice (first question in line 6); change one',
    ]


def test_the_error_ends_the_program_with_65() -> None:
    with pytest.raises(DataError) as caught:
        parse_bank("", "a.md")
    assert caught.value.exit_code == 65
    assert str(caught.value) == (
        'a.md:1:1: the file is empty; a bank begins with a line "---", then "id: …" and "title: …"'
    )


# Front matter


@pytest.mark.parametrize("text", ["", "\n\n", " \t\r\n", "\ufeff"])
def test_an_empty_file(text: str) -> None:
    (error,) = errors_in(text)
    assert error.startswith("bank.md:1:1: the file is empty")


@pytest.mark.parametrize("text", ["# Topic\n", "\n---\nid: a\n", "id: a\ntitle: A\n", "----\n"])
def test_a_file_without_front_matter(text: str) -> None:
    error = 'bank.md:1:1: a bank begins with a line "---", then "id: …" and "title: …", then another "---"'
    assert error in errors_in(text)


def test_front_matter_without_an_end() -> None:
    errors = errors_in("---\nid: a\ntitle: A\n\n## What?\n")
    assert errors == ['bank.md:1:1: the front matter is never closed; end it with a line "---"']


@pytest.mark.parametrize(
    ("line", "error"),
    [
        ("title:A", "4:7: put a space after the colon"),
        ("just text", '4:1: expected "key: value", found "just text"'),
        ("# a comment", '4:1: expected "key: value", found "# a comment"'),
        ("Title: A", '4:1: "Title" is not a field of a bank; did you mean "title"?'),
        ("article_title: A", '4:1: "article_title" is not a field of a bank; did you mean "article-title"?'),
        ("title: Again", '4:1: "title" stands twice (first in line 3); keep one'),
        ("tags:", '4:1: "tags:" is empty; give it a value or delete the line'),
        ("language:", '4:1: "language:" is empty; give it a value or delete the line'),
        ("language: english, british", '4:11: a language is a code such as "en", "ja" or "pt-BR"; '
         'found "english, british"'),
        ("minutes: 0", '4:10: "minutes" is a whole number from 1 to 9999; found "0"'),
        ("minutes: 1:30", '4:10: "minutes" is a whole number from 1 to 9999; found "1:30"'),
        ("  - item", "4:1: this line belongs to no key; front matter is key: value, or key: and indented items, "
         "nothing nested"),
        ("tags: [a, b]", '4:7: brackets make no list here; write each item below "tags:" as "  - item"'),
        ("tags: a,,b", '4:7: "tags" is words between commas: one, two; found "a,,b"'),
        ("names: A", '4:8: a names item is two or more forms, "Kunashiri | Kunashir"; found "A"'),
        ("glossary: term", '4:11: a glossary item is "term :: meaning"; found "term"'),
    ],
)  # fmt: skip
def test_a_line_of_front_matter(line: str, error: str) -> None:
    assert errors_in(f"---\nid: a\ntitle: A\n{line}\n---\n") == [f"bank.md:{error}"]


@pytest.mark.parametrize(
    ("lines", "error"),
    [
        ("tags:\n- one", '5:1: expected an indented item "  - text"; front matter is key: value, or key: and indented '
         "items, nothing nested"),
        ("tags:\n  one: two", '5:1: expected an indented item "  - text"; front matter is key: value, or key: and '
         "indented items, nothing nested"),
        ("tags:\n  -", "5:1: this item is empty; give it a text or delete the line"),
        ("author:\n  - one\n  - two", '5:1: "author" takes one value on its own line, not a list'),
        ("description: |\n  text\n  text", "5:1: this line belongs to no key; front matter is key: value, or key: and "
         "indented items, nothing nested"),
        ("names:\n  - A | B\n  - C |", '6:5: a names item is two or more forms, "Kunashiri | Kunashir"; found "C |"'),
        ("glossary:\n  - a :: b :: c", '5:5: a glossary item is "term :: meaning"; found "a :: b :: c"'),
        ("glossary:\n  - a :: b :: c \\\n    d", '5:5: a glossary item is "term :: meaning"; found "a :: b :: c d"'),
        ("colour:\n  - red\n  - blue", f'4:1: "colour" is not a field of a bank; {KEYS}'),
    ],
)  # fmt: skip
def test_a_list_of_front_matter(lines: str, error: str) -> None:
    assert errors_in(f"---\nid: a\ntitle: A\n{lines}\n---\n") == [f"bank.md:{error}"]


def test_id_and_title_are_required() -> None:
    assert errors_in("---\n---\n") == [
        'bank.md:1:1: the front matter has no id; add a line "id: japan-russia/islands"',
        'bank.md:1:1: the front matter has no title; add a line "title: The islands"',
    ]
    assert errors_in("---\nid:\ntitle: A\n---\n") == ['bank.md:2:1: "id:" is empty; give it a value or delete the line']


@pytest.mark.parametrize("name", ["A", "a b", "a_b", "a/", "/a", "-a", "ä", "a//b", "a/-b"])
def test_ids_of_banks(name: str) -> None:
    assert errors_in(f"---\nid: {name}\ntitle: A\n---\n") == [
        f'bank.md:2:5: an id is made of a-z, 0-9, "-" and "/"; found "{name}"'
    ]


# Headings and ids


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("#Topic", f"5:2: a heading needs a space after #; {PROSE}"),
        ("##What?\n= a", f"5:3: a heading needs a space after ##; {PROSE}"),
        ("#", "5:1: a topic needs a title: # Title {#id}"),
        ("# {#a}", "5:1: a topic needs a title: # Title {#id}"),
        ("##\n= a", "5:1: a question needs a prompt: ## What is asked? {#id}"),
        ("## {#a}\n= a", "5:1: a question needs a prompt: ## What is asked? {#id}"),
        ("## What? {#Two}\n= a", '5:10: an id is made of a-z, 0-9 and "-", as in {#two-names}; found "Two"'),
        ("## What? {#}\n= a", '5:10: an id is made of a-z, 0-9 and "-", as in {#two-names}; found ""'),
        ("## What? {#a/b}\n= a", '5:10: an id is made of a-z, 0-9 and "-", as in {#two-names}; found "a/b"'),
        ("## What?{#a}\n= a", "5:9: an id {#…} stands last in its heading, after a space; plain braces? write \\{#"),
        ("## {#a} What?\n= a", "5:4: an id {#…} stands last in its heading, after a space; plain braces? write \\{#"),
        (
            "## What? {#a} {#b}\n= a",
            "5:10: an id {#…} stands last in its heading, after a space; plain braces? write \\{#",
        ),
        ("## What? {#a\n= a", "5:10: an id {#…} stands last in its heading, after a space; plain braces? write \\{#"),
        ("# A {#a}\n# B {#a}", '6:1: the id "a" stands twice (first topic in line 5); change one'),
        ("## A {#a}\n= a\n## B {#a}\n= b", '7:1: the id "a" stands twice (first question in line 5); change one'),
    ],
)
def test_headings(text: str, error: str) -> None:
    assert error_of(text + "\n") == f"bank.md:{error}"


def test_a_heading_with_a_number_needs_its_space() -> None:
    assert f"bank.md:7:3: a heading needs a space after ##; {PROSE}" in errors_of("## A?\n= a\n##1945?\n= b\n")


def test_a_topic_and_a_question_may_have_one_id() -> None:
    assert errors_of("# A {#a}\n## B {#a}\n= b\n") == []


# Marks


@pytest.mark.parametrize(
    ("line", "error"),
    [
        ("=b", f'7:1: "=" needs a space after it; {PROSE}'),
        (">b", f'7:1: ">" needs a space after it; {PROSE}'),
        (">> b", f'7:1: ">" needs a space after it; {PROSE}'),
        ("-b", f'7:1: "-" needs a space after it; {PROSE}'),
        ("-[x] b", f'7:1: "-" needs a space after it; {PROSE}'),
        ("+b", f'7:1: "+" needs a space after it; {PROSE}'),
        ("* [x] b", f'7:1: an option begins with "- ", not with "* "; {PROSE}'),
        ("as_of: b", f'7:1: "as_of" is not a field of a question; did you mean "as-of"? {PROSE}'),
        ("background: b", f'7:1: "background" is not a field of a question; {PROSE}'),
        ("zzz:", f'7:1: "zzz" is not a field of a question; {PROSE}'),
        ("text", f'7:1: text after the first marked line would be lost: "text"; {LOST}'),
        ("* b", f'7:1: text after the first marked line would be lost: "* b"; {LOST}'),
        ("---", f'7:1: text after the first marked line would be lost: "---"; {LOST}'),
        ("### b", f'7:1: text after the first marked line would be lost: "### b"; {LOST}'),
        ("\\= b", f'7:1: text after the first marked line would be lost: "\\= b"; {LOST}'),
        ("x" * 99, f'7:1: text after the first marked line would be lost: "{"x" * 39}…"; {LOST}'),
        ("```\n```", "7:1: a block after the first marked line would be lost; move it up under the prompt"),
        (">", "7:1: this quote is empty; copy the article's words after the >"),
        ("=", "7:1: an answer is empty; forms stand between bars: = one | another"),
        ("= | b", "7:1: an answer is empty; forms stand between bars: = one | another"),
        ("= b |", "7:1: an answer is empty; forms stand between bars: = one | another"),
        ("= b | | c", "7:1: an answer is empty; forms stand between bars: = one | another"),
        ("= b \\", "7:5: the line goes on after this backslash, but the file ends; delete it"),
        ("allow: It is meant", '7:8: "allow" is a finding\'s name and why it is meant: allow: name because …; '
         'found "It is meant"'),
    ],
)  # fmt: skip
def test_a_marked_line_under_an_answer(line: str, error: str) -> None:
    assert error_of(f"## What?\n= a\n{line}" + ("\n" if not line.endswith("\\") else "")) == f"bank.md:{error}"


@pytest.mark.parametrize("line", ["hint:b", "Hint: b", "HINT: b", "hint : b", "hint\t: b", "hint：b"])
def test_what_is_nearly_a_field(line: str) -> None:
    found = line[: max(line.find(":"), line.find("：")) + 1]
    advice = 'write "hint: " in small letters, with a space after the colon only'
    assert error_of(f"## What?\n= a\n{line}\n") == f'bank.md:7:1: "{found}" is nearly a field; {advice}; {PROSE}'


@pytest.mark.parametrize("value", ["b", "b ::", ":: b", "b :: c :: d", "b | :: c"])
def test_an_expected_wrong_answer_needs_what_to_say(value: str) -> None:
    rule = '"wrong" is an expected wrong answer and what to say: wrong: form :: feedback'
    assert error_of(f"## What?\n= a\nwrong: {value}\n") == f'bank.md:7:8: {rule}; found "{value}"'


@pytest.mark.parametrize("line", ["=b", ">b", "-b", "+b", "Hint: b", "hint:b", "Note : b", "* [ ] b"])
def test_what_is_nearly_a_mark_is_an_error_in_the_prompt_too(line: str) -> None:
    assert PROSE in error_of(f"## What?\n{line}\n= a\n")
    assert PROSE in error_of(f"# Topic\n{line}\n")


@pytest.mark.parametrize(
    ("line", "error"),
    [
        (" > q", "7:1: what belongs to the line above is indented by two spaces; found one"),
        (" text", "7:1: what belongs to the line above is indented by two spaces; found one"),
        ("  >q", f'7:3: a quote needs a space after ">"; {PROSE}'),
        ("  >", "7:1: this quote is empty; copy the article's words after the >"),
        ("  - b", f'7:3: "- b" begins at column 1; {PROSE}'),
        ("  = b", f'7:3: "= b" begins at column 1; {PROSE}'),
        ("  -", f'7:3: "-" begins at column 1; {PROSE}'),
        ("  + b", f'7:3: "+ b" begins at column 1; {PROSE}'),
        ("    - [ ] b", f'7:5: "- [ ] b" begins at column 1; {PROSE}'),
        ("\t1. b", f'7:2: "1. b" begins at column 1; {PROSE}'),
        ("  # b", f'7:3: "# b" begins at column 1; {PROSE}'),
        ("  ## b", f'7:3: "## b" begins at column 1; {PROSE}'),
        ("  hint: b", f'7:3: "hint: b" begins at column 1; {PROSE}'),
        ("  hint:", f'7:3: "hint:" begins at column 1; {PROSE}'),
        ("  <!-- b -->", f'7:3: "<!-- b -->" begins at column 1; {PROSE}'),
        ("  ```", f'7:3: "```" begins at column 1; {PROSE}'),
        ("  ::: b", f'7:3: "::: b" begins at column 1; {PROSE}'),
    ],
)
def test_an_indented_line_under_an_answer(line: str, error: str) -> None:
    assert error_of(f"## What?\n= a\n{line}\n") == f"bank.md:{error}"


@pytest.mark.parametrize(
    ("line", "error"),
    [
        ("  > q", f'6:3: "> q" begins at column 1; {PROSE}'),
        ("  - b", f'6:3: "- b" begins at column 1; {PROSE}'),
        (" = b", f'6:2: "= b" begins at column 1; {PROSE}'),
        ("  hint: b", f'6:3: "hint: b" begins at column 1; {PROSE}'),
        ("  1. b", f'6:3: "1. b" begins at column 1; {PROSE}'),
        ("  ## b", f'6:3: "## b" begins at column 1; {PROSE}'),
        ("  <!-- b -->", f'6:3: "<!-- b -->" begins at column 1; {PROSE}'),
        ("\u3000= b", f'6:2: "= b" begins at column 1; {PROSE}'),
    ],
)
def test_an_indented_mark_in_a_prompt(line: str, error: str) -> None:
    assert error_of(f"## What?\n{line}\n= a\n") == f"bank.md:{error}"


@pytest.mark.parametrize(
    ("marks", "error"),
    [
        ("> q\n  > r", "7:3: a quote is one line; another quote begins at column 1"),
        ("> q\n  r", "7:3: a quote is one line; end the line above with a backslash to go on"),
        ("hint: h\n  > q", '7:3: the field "hint" has no evidence; a quote for the question begins at column 1'),
    ],
)
def test_what_cannot_belong_to_a_line(marks: str, error: str) -> None:
    assert error_of(f"## What?\n{marks}\n= a\n") == f"bank.md:{error}"


# Marks outside a question


@pytest.mark.parametrize(
    ("line", "error"),
    [
        ("= a", f"an answer belongs to a question (## …); {PROSE}"),
        ("> a", "a quote belongs to a question (## …); put an extract between ::: and :::"),
        ("+ a", f"a marking point belongs to a question (## …); {PROSE}"),
        ("- a", "a member or an option belongs to a question (## …); a list in a topic's text uses * "),
        ("1. a", "an item belongs to a question (## …); a numbered list in a topic's text uses 1) "),
        ("hint: a", f'the field "hint" belongs to a question (## …); {PROSE}'),
        ("background: a", f'"background" is not a field of a question; {PROSE}'),
    ],
)
@pytest.mark.parametrize("before", ["", "# Topic\n"])
def test_a_mark_in_the_text_of_a_topic(line: str, error: str, before: str) -> None:
    assert error_of(f"{before}{line}\n") == f"bank.md:{5 + before.count('#')}:1: {error}"


@pytest.mark.parametrize("line", ["  ## What?", "  # Topic", "  <!-- a -->", "\t##"])
def test_an_indented_heading_in_the_text_of_a_topic(line: str) -> None:
    assert f'"{line.strip()}" begins at column 1; {PROSE}' in error_of(f"# Topic\n{line}\n")


# Parts


@pytest.mark.parametrize(
    ("marks", "error"),
    [
        ("- [x]b\n- c", '6:3: an option is written "- [x] right" or "- [ ] wrong"; plain brackets? write "- \\["'),
        ("- [] b\n- c", '6:3: an option is written "- [x] right" or "- [ ] wrong"; plain brackets? write "- \\["'),
        ("- [ x ] b\n- c", '6:3: an option is written "- [x] right" or "- [ ] wrong"; plain brackets? write "- \\["'),
        ("-  [✓] b\n- c", '6:4: an option is written "- [x] right" or "- [ ] wrong"; plain brackets? write "- \\["'),
        ("- [ ] a\n- [ ] b", "6:1: options without a tick: mark the right one with - [x]"),
        ("- [x] a", "6:1: one option is no choice; add wrong ones with - [ ]"),
        ("- [x] a\n- [ ]", "7:1: this option is empty; give it a text or delete the line"),
        ("- [x] a\n- [ ] b {Pin}", '7:1: an option that keeps its place ends in " {pin}", after its text'),
        ("- [x] a\n- [ ] b {pinned}", '7:1: an option that keeps its place ends in " {pin}", after its text'),
        ("- [x] a\n- [ ] {pin}", '7:1: an option that keeps its place ends in " {pin}", after its text'),
        ("- a == b", "6:1: a single pair is no match; add a second - left == right"),
        ("- a == b\n- == c", "6:1: a single pair is no match; add a second - left == right"),
        ("- a == b\n- c ==\n- d == e", '7:1: a pair needs a right side; a spare one is "- == right"'),
        ("- a == b\n- ==\n- d == e", '7:1: a pair needs a right side; a spare one is "- == right"'),
        (
            "- a == b\n- c == d == e\n- f == g",
            '7:1: a pair is "- left == right"; a plain " == " in it is written " \\== "',
        ),
        ("- a == b\n- c == d |\n- f == g", "7:1: an answer is empty; forms stand between bars: = one | another"),
        ("-\n- a", "6:1: an answer is empty; forms stand between bars: = one | another"),
        ("1. a", "6:1: one item has no order; add a second"),
        ("1. a\n2.", "7:1: this item is empty; give it a text or delete the line"),
        ("1. a\n3. b", f'7:1: items are numbered from 1 in the right order: expected "2.", found "3."; {PROSE}'),
        ("1. a\n1. b", f'7:1: items are numbered from 1 in the right order: expected "2.", found "1."; {PROSE}'),
        ("+", "6:1: this point is empty; give it a text or delete the line"),
        ("=\nlines: 3", "6:1: the model answer is empty; give it a text or delete the line"),
    ],
)
def test_parts(marks: str, error: str) -> None:
    assert error_of(f"## What?\n{marks}\n") == f"bank.md:{error}"


# Shapes


def test_a_question_without_an_answer() -> None:
    assert error_of("## What?\nhint: h\n> q\n").startswith("bank.md:5:1: no answer: add a line such as = answer, ")


@pytest.mark.parametrize(
    ("text", "line", "names"),
    [
        ("## A?\n= a\n- b\n", 7, "answers (=) in line 6 and members (-) in line 7"),
        ("## A?\n- a\n- [x] b\n", 7, "members (-) in line 6 and options (- [x]) in line 7"),
        ("## A?\n- a\n- b == c\n", 7, "members (-) in line 6 and pairs (- left == right) in line 7"),
        ("## A?\n1. a\n= b\n", 7, "items (1.) in line 6 and answers (=) in line 7"),
        ("## A?\n- a\n+ b\n", 7, "members (-) in line 6 and an open answer in line 7"),
        ("## A?\n+ b\n- a\n", 7, "members (-) in line 7 and an open answer in line 6"),
        ("## A?\n- [x] a\n- [ ] b\nlines: 3\n", 8, "options (- [x]) in line 6 and an open answer in line 8"),
        ("## A?\n1. a\n2. b\nkind: open\n", 8, "items (1.) in line 6 and an open answer in line 8"),
        ("## {{A}}?\n= a\n", 6, "answers (=) in line 6 and blanks {{…}} in the text"),
        ("## {{A}}?\n+ a\n", 6, "an open answer in line 6 and blanks {{…}} in the text"),
        ("## {{A}}?\nlines: 2\n", 6, "an open answer in line 6 and blanks {{…}} in the text"),
        ("## A?\n= a\n- b\n1. c\n", 8, "answers (=) in line 6 and members (-) in line 7 and items (1.) in line 8"),
    ],
)
def test_two_shapes_under_one_heading(text: str, line: int, names: str) -> None:
    assert error_of(text) == f"bank.md:{line}:1: two shapes under one heading: {names}; {SHAPES}"


# Blanks


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("## A {{b", '5:6: "{{" without "}}"; plain braces? write \\{{'),
        ("##   A {{b", '5:8: "{{" without "}}"; plain braces? write \\{{'),
        ("## A {{b}} {{c", '5:12: "{{" without "}}"; plain braces? write \\{{'),
        ("## A {{b `}}`", '5:6: "{{" without "}}"; plain braces? write \\{{'),
        ("## A {{}}", "5:6: this blank has an empty answer; write {{answer}}"),
        ("## A {{b | }}", "5:6: this blank has an empty answer; write {{answer}}"),
        ("## A {{:: hint}}", "5:6: this blank has an empty answer; write {{answer}}"),
        ("## A {{c1::}}", "5:6: this blank has an empty answer; write {{answer}}"),
        ("## A {{b {{c}} d}}", '5:6: a blank stands inside another; close the first with "}}"'),
        ("## A {{c0::b}}", '5:6: a numbered blank begins with "c1::" to "c9999::", as in {{c1::answer::hint}}'),
        ("## A {{C1::b}}", '5:6: a numbered blank begins with "c1::" to "c9999::", as in {{c1::answer::hint}}'),
        ("## A\n\nB\nC {{d", '8:3: "{{" without "}}"; plain braces? write \\{{'),
        ("## A\n<!-- -->\nB \\\nC\nD {{}}", "9:3: this blank has an empty answer; write {{answer}}"),
    ],
)
def test_blanks(text: str, error: str) -> None:
    assert error_of(text + "\n") == f"bank.md:{error}"


# Blocks and comments


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("## A?\n= a\n```", '7:1: this "```" is never closed; end the block with the same again'),
        ("# A\n::: note :::\n## B?", '6:1: this ":::" is never closed; end the block with the same again'),
        ("<!-- a\n## B?", '5:1: this comment is never closed; end it with "-->"'),
        ("<!-- a --> b", "5:12: text after a comment would be lost; begin a new line"),
        ("<!-- a\n--> b", "6:5: text after a comment would be lost; begin a new line"),
    ],
)
def test_blocks_and_comments(text: str, error: str) -> None:
    assert f"bank.md:{error}" in errors_of(text + "\n")


# Files that are no text


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("## A\x00?\n= a\x01\x02\n", ["5:5: a control character (U+0000) stands here; delete it",
                                      "6:4: a control character (U+0001) stands here; delete it"]),
        ("## A\x0c?\n= a\n", ["5:5: a control character (U+000C) stands here; delete it"]),
        ("## A\x7f?\n= a\n", ["5:5: a control character (U+007F) stands here; delete it"]),
        ("## A\ufdd0?\n= a\n", ["5:5: no character (U+FDD0, which Unicode gives to none) stands here; delete it"]),
        ("## A\uffff?\n= a\n", ["5:5: no character (U+FFFF, which Unicode gives to none) stands here; delete it"]),
        ("## A?\r= a\n= b\n", ['5:6: a lone carriage return stands here; save the file with line ends "LF" or "CRLF"']),
        ("## A\ud800?\n= a\n", ["5:5: half a character (U+D800) stands here; delete it"]),
    ],
)  # fmt: skip
def test_control_characters(text: str, error: list[str]) -> None:
    assert errors_of(text) == [f"bank.md:{one}" for one in error]


def test_a_line_of_absurd_length() -> None:
    error = "bank.md:6:1: this line is too long (200002 characters); part it, or see whether the file is a bank"
    assert errors_of(f"## A?\n= {'a' * 200_000}\n= b\n") == [error]


def test_no_more_than_a_thousand_problems() -> None:
    errors = errors_in(FRONT + "## A?\n= a\n" + "lost\n" * 5000)
    assert len(errors) == 1001
    assert errors[-1] == "bank.md:1006:2: 1000 problems: what else is wrong was not looked for; mend these first"


def test_messages_are_short() -> None:
    for line in ("x" * 90_000, "x" * 90_000 + ": y", "Hint:" + "y" * 90_000, "## A {#" + "B" * 90_000 + "}"):
        assert max(map(len, errors_of(f"## A?\n= a\n{line}\n"))) < 300
    for line in ("x" * 90_000, "x" * 90_000 + ": y", "names: " + "y" * 90_000, "language: " + "y" * 90_000):
        assert max(map(len, errors_in(f"---\nid: a\ntitle: A\n{line}\n---\n"))) < 400
