"""Which blocks of a Markdown text are counted, and which are told by their shape."""

from __future__ import annotations

import pytest

from quizgen.article import Role, find_quote, locator, make_article, sentences

ONE = "The sea froze early that year, and the ferries stopped in November."
TWO = "Nobody on the island had expected it to last until the end of May."


def blocks(text: str) -> list[tuple[int | None, Role, str]]:
    article = make_article(text, markdown=True)
    return [(block.number, block.role, article.text[block.start : block.end]) for block in article.blocks]


@pytest.mark.parametrize(
    ("source", "role", "text"),
    [
        ("# The ice came. It was a cold winter for all of us.", Role.HEADING, None),
        ("The ice came, and it was a cold winter.\n===", Role.HEADING, "The ice came, and it was a cold winter."),
        ("The ice came, and it was a cold winter.\n---", Role.HEADING, "The ice came, and it was a cold winter."),
        (f"```\n{ONE}\n\n{TWO}\n```", Role.CODE, f"```\n{ONE}\n\n{TWO}\n```"),
        (f"~~~~ text\n~~~\n{ONE}\n~~~~~", Role.CODE, f"~~~~ text\n~~~\n{ONE}\n~~~~~"),
        ("| Year | Ice |\n|---|:-:|\n| 1942 | It was very thick, all in all. |", Role.TABLE, None),
        ("[^1]: A. Writer wrote all of this in the Ice Review of 1950.", Role.NOTE, None),
        ("[1] A. Writer wrote all of this in the Ice Review of 1950.", Role.NOTE, None),
        ("[ice]: https://example.org/ice 'A page on all that there is to know.'", Role.MARKUP, None),
        (f"<!-- {ONE} -->", Role.MARKUP, None),
        (f"<!-- {ONE}\n\n{TWO} -->", Role.MARKUP, None),
        (f'<div class="ad">{ONE}</div>', Role.MARKUP, None),
        ("Share article", Role.HEADING, None),
        ("**Likely developments**", Role.HEADING, None),
        (f"![{ONE} {TWO}](ice.png)", Role.HEADING, None),
    ],
)
def test_what_is_not_counted(source: str, role: Role, text: str | None) -> None:
    shown = (text or source).removeprefix("# ")
    assert blocks(f"{ONE}\n\n{source}\n\n{TWO}") == [
        (1, Role.BODY, ONE),
        (None, role, shown),
        (2, Role.BODY, TWO),
    ]


def test_front_matter_is_not_counted() -> None:
    matter = f"---\ntitle: Ice\nsummary: {ONE}\n---"
    assert blocks(f"{matter}\n{ONE}") == [(None, Role.MATTER, matter), (1, Role.BODY, ONE)]


def test_front_matter_without_an_end_is_a_rule() -> None:
    assert blocks(f"---\n\n{ONE}") == [(1, Role.BODY, ONE)]


def test_what_is_never_closed_runs_to_the_end() -> None:
    assert blocks(f"{ONE}\n\n```\n{TWO}\n") == [(1, Role.BODY, ONE), (None, Role.CODE, f"```\n{TWO}")]


def test_rules_and_empty_headings_are_no_blocks() -> None:
    assert blocks(f"{ONE}\n\n***\n#\n- - -\n{TWO}") == [(1, Role.BODY, ONE), (2, Role.BODY, TWO)]


def test_each_list_item_is_counted() -> None:
    source = f"{ONE}\n\n- ice\n- snow, which\n  fell late\n\n  and again\n1. wind\n2. rain\n\n{TWO}"
    assert blocks(source) == [
        (1, Role.BODY, ONE),
        (2, Role.ITEM, "ice"),
        (3, Role.ITEM, "snow, which\n  fell late"),
        (4, Role.ITEM, "and again"),
        (5, Role.ITEM, "wind"),
        (6, Role.ITEM, "rain"),
        (7, Role.BODY, TWO),
    ]


def test_a_list_ends_with_the_first_line_that_is_not_indented() -> None:
    source = f"- ice\n\n{ONE}\n\n  {TWO}\n\n# Heading\n\n  {ONE}"
    assert [role for _, role, _ in blocks(source)] == [Role.ITEM, Role.BODY, Role.BODY, Role.HEADING, Role.BODY]


def test_a_wrapped_year_begins_no_list() -> None:
    source = "The sea froze early, and the ferries stopped in\n1942. It was cold."
    assert blocks(source) == [(1, Role.BODY, source)]


def test_each_paragraph_of_a_block_quote_is_counted() -> None:
    source = f"{ONE}\n\n> The ice\n> came down.\n>\n> It stayed.\n\n{TWO}"
    assert blocks(source) == [
        (1, Role.BODY, ONE),
        (2, Role.QUOTE, "The ice\n> came down."),
        (3, Role.QUOTE, "It stayed."),
        (4, Role.BODY, TWO),
    ]


def test_a_quote_runs_through_the_marks_of_a_block_quote() -> None:
    article = make_article(f"{ONE}\n\n> The ice\n> came down. It\n> stayed.", markdown=True)
    place = find_quote(article, "The ice came down. It stayed.")
    assert place is not None
    assert locator(place) == "¶ 2, sentences 1–2"
    assert article.text[place.start : place.end] == "The ice\n> came down. It\n> stayed."


def test_a_footnote_of_several_paragraphs_is_one_footnote_each() -> None:
    source = f"{ONE}\n\n[^1]: A. Writer.\n\n    {TWO}\n\n{TWO}"
    assert [(number, role) for number, role, _ in blocks(source)] == [
        (1, Role.BODY),
        (None, Role.NOTE),
        (None, Role.NOTE),
        (2, Role.BODY),
    ]


def test_indented_paragraphs_are_text_and_not_code() -> None:
    assert blocks(f"    {ONE}\n\n        {TWO}") == [(1, Role.BODY, ONE), (2, Role.BODY, TWO)]


def test_inline_html_and_links_are_prose() -> None:
    source = "<em>Ice</em> and snow are described at length in [the book of the harbour.](https://example.org)"
    assert blocks(source) == [(1, Role.BODY, source)]


def test_sentences_of_wrapped_markdown() -> None:
    article = make_article(f"{ONE}\n{TWO}", markdown=True)
    assert len(sentences(article, article.paragraphs[0])) == 2
