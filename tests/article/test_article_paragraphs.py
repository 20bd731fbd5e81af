"""What a teacher counts: which blocks of a plain text are ¶ 1, ¶ 2, ¶ 3."""

from __future__ import annotations

import pytest

from quizgen.article import Role, make_article

ONE = "The sea froze early that year, and the ferries stopped in November."
TWO = "Nobody on the island had expected it to last until the end of May."
LONG = "The harbour master wrote it all down in a book that is kept in the library, " * 2 + "and it can be read."


def counted(text: str) -> list[str]:
    article = make_article(text)
    assert [block.number for block in article.paragraphs] == list(range(1, len(article.paragraphs) + 1))
    return [article.text[block.start : block.end] for block in article.paragraphs]


@pytest.mark.parametrize(
    "line",
    [
        "Share article",
        "Ice on the Sound",
        "Author: Ann Other, Research Associate, Institute of Ice",
        "Keywords: sea, ice, ferries, Northern islands.",
        "Keywords: sea ice; ferry traffic; Northern islands; the winter of 1942; trade; salt fish; harbour books; "
        "old letters; maps and charts.",
        "Likely developments",
        "What happens next?",
        "Read this!",
        "5 min read.",
        "Photo by Ann Other in May.",
        "* * *",
        "=====",
        "[1] A. Writer, ‘Was it cold?’, The Ice Review, 3 March 1950, (Accessed on 5 March 2022).",
        "[12]A. Writer, ibid.",
    ],
)
def test_what_is_not_counted_before_the_first_paragraph(line: str) -> None:
    assert counted(f"{line}\n\n{ONE}\n\n{TWO}") == [ONE, TWO]


@pytest.mark.parametrize(
    "line", ["Likely developments", "What happens next?", "[1] A. Writer, ibid.", "Related articles", "* * *", "…"]
)
def test_what_is_not_counted_after_it(line: str) -> None:
    assert counted(f"{ONE}\n\n{line}\n\n{TWO}\n\n{line}") == [ONE, TWO]


@pytest.mark.parametrize(
    "paragraph",
    [
        "He left.",
        "“No!”",
        '"Is it over?"',
        "– Jamais !",
        "It stopped[3].",
        "(It stopped.)",
        "These are the reasons that the harbour master gave for it in the book that he kept all his life:",
        "A paragraph that was cut off by the web page it came from and that goes on for some time without any",
        "Label: but then it goes on as a sentence does, and says something.",
    ],
)
def test_short_sentences_speech_and_long_text_are_counted_after_the_first_paragraph(paragraph: str) -> None:
    assert counted(f"Title\n\n{ONE}\n\n{paragraph}\n\n{TWO}") == [ONE, paragraph, TWO]


def test_speech_may_be_the_first_paragraph() -> None:
    assert counted(f"The Crossing\n\n“Run!”\n\n{ONE}") == ["“Run!”", ONE]


def test_final_marks_and_closing_signs_do_not_hide_the_end_of_a_sentence() -> None:
    paragraph = "They called it “the winter of the great silence.”[4] [5]"
    assert counted(f"Title\n\n{paragraph}") == [paragraph]


def test_lines_wrapped_by_hand_are_one_paragraph() -> None:
    wrapped = "The sea froze early that year,\nand the ferries\nstopped in November."
    assert counted(f"Title\n\n{wrapped}\n\n{TWO}") == [wrapped, TWO]


def test_lines_too_long_for_wrapping_are_a_paragraph_each() -> None:
    assert counted(f"Title\n{LONG}\n{ONE}\n{LONG}") == [LONG, ONE, LONG]


def test_a_long_web_address_is_no_long_line() -> None:
    wrapped = f"The whole story stands in\nhttps://example.org/{'x' * 150}\nand in the book."
    assert counted(wrapped) == [wrapped]


@pytest.mark.parametrize("indent", ["    ", "\t", "\u3000", "\u00a0 "])
def test_an_indented_first_line_begins_a_paragraph(indent: str) -> None:
    lines = [
        f"{indent}The sea froze early that year, and all of the ferries stopped in",
        "November.",
        f"{indent}Nobody had expected it.",
    ]
    expected = [f"{lines[0].strip()}\nNovember.", "Nobody had expected it."]
    assert counted("\n".join(lines)) == expected


def test_an_ideographic_space_begins_a_paragraph_of_wrapped_japanese() -> None:
    first = "その年の海は早く凍り、十一月には連絡船が止まった。港の人々は\n本にそれを書いた。"
    assert counted(f"\u3000{first}\n\u3000誰も思わなかった。") == [first, "誰も思わなかった。"]


def test_indented_lines_of_verse_stay_together() -> None:
    stanza = "The ice came down,\n    it came at night.\n    The ships stood still,\nand all was white."
    assert counted(stanza) == [stanza]


def test_short_stanzas_are_counted_where_there_is_no_prose() -> None:
    poem = ["The ice came down,\nit came at night", "The ships stood still\nand all was white"]
    assert counted("\n\n".join(["Ice", *poem, "[1] came: arrived"])) == poem


def test_a_single_line_is_counted() -> None:
    assert counted("Ice on the Sound") == ["Ice on the Sound"]


def test_paragraphs_with_numbers_like_footnotes_are_counted_where_nothing_else_is() -> None:
    numbered = [f"[1] {ONE}", f"[2] {TWO}"]
    assert counted("\n\n".join(["Smith v Jones", *numbered])) == numbered


def test_nothing_but_rules_has_no_paragraph() -> None:
    assert counted("* * *\n\n-----") == []


@pytest.mark.parametrize(
    ("title", "one", "two"),
    [
        ("島の冬", "その年の海は早く凍り、十一月には連絡船が止まった。", "五月の終わりまで続くとは誰も思わなかった。"),
        ("岛上的冬天", "那一年大海很早就结冰了，渡轮在十一月停航。", "岛上没有人想到冰会一直留到五月底！"),
        ("섬의 겨울", "그해 바다는 일찍 얼었고 연락선은 십일월에 멈추었다.", "오월 말까지 계속될 줄은 아무도 몰랐다."),
    ],
)
def test_east_asian_text_is_counted_alike(title: str, one: str, two: str) -> None:
    assert counted(f"{title}\n\n\u3000{one}\n\n\u3000{two}") == [one, two]


def test_what_is_not_counted_can_still_be_reached() -> None:
    article = make_article(f"Ice\n\n{ONE}\n\n[1] A. Writer")
    assert [(block.number, block.role) for block in article.blocks] == [
        (None, Role.HEADING),
        (1, Role.BODY),
        (None, Role.NOTE),
    ]
