"""A course's own card templates: what Anki could not read is found before anybody imports it."""

from __future__ import annotations

import pytest
from read_package import bank, build, column

from quizgen.errors import ConfigError
from quizgen.templating import Templates

QUESTION = bank("## Who? {#who}\n= x")


@pytest.fixture
def own(tmp_path):
    """Writes one of the course's own templates, and builds with it."""

    def build_with(name, text):
        folder = tmp_path / "anki"
        folder.mkdir(exist_ok=True)
        (folder / name).write_bytes(text.encode())
        return build(QUESTION, templates=Templates((tmp_path,)))

    return build_with


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        (
            "question-front.html",
            "<p>\n{{Nope}}",
            r'question-front\.html:2:1: there is no field "Nope"; the fields are Id,',
        ),
        ("question-front.html", "{{Question}}\n{{Question", r'question-front\.html:2:1: a "{{" has no "}}" after it'),
        ("question-front.html", "{{Question {{Id}}", r'question-front\.html:1:1: a "{{" has no'),
        ("question-front.html", "{{#Hint}}{{Question}}", r"{{#Hint}} is not closed: {{/Hint}} is missing"),
        (
            "question-front.html",
            "{{Question}}\n\n{{/Hint}}",
            r"front\.html:3:1: {{/Hint}} closes what was not opened last",
        ),
        ("question-front.html", "{{#Hint}}{{#Also}}{{/Hint}}{{/Also}}", "{{/Hint}} closes what was not opened last"),
        ("question-front.html", "<p>only text</p>", "nothing of the note is shown: there is no {{Field}}"),
        ("question-front.html", "<!-- {{Question}} -->", "nothing of the note is shown"),
        ("cloze-front.html", "{{Text}}", "nothing of the note is shown: there is no {{cloze:Field}}"),
        ("proof.html", "{{Evidence}}\n{{proof}}", r'proof\.html:2:1: there is no field "proof"'),
        ("choice.js", "var x = {{}};", r'choice\.js:1:1: there is no field ""'),
        ("question-front.html", "{{#c1}}{{Question}}{{/c1}}", 'there is no field "c1"'),
    ],
)
def test_what_anki_cannot_read_is_refused_with_its_place(own, name, text, told):
    with pytest.raises(ConfigError, match=told):
        own(name, text)


@pytest.mark.parametrize(
    "text",
    [
        "{{Question}}",
        "{{ Question }} {{#Hint}}{{hint:Hint}}{{/Hint}}{{^Hint}}-{{/Hint}}",
        "{{text:Question}} {{Tags}} {{Deck}} {{Card}} <!-- {{Nope}} -->",
        "{{type:Typed}} {{Question}}",
    ],
)
def test_what_anki_reads_is_taken_as_it_is(own, text):
    (model,) = column(own("question-front.html", text), "models").values()
    assert model["tmpls"][0]["qfmt"] == text


def test_line_ends_of_windows_make_no_other_note_type(own):
    (one,) = column(own("question-front.html", "<p>\n{{Question}}\n"), "models").values()
    (other,) = column(own("question-front.html", "<p>\r\n{{Question}}\r\n"), "models").values()
    assert one == other
    own("style.css", ".card {}\n")
    assert column(own("style.css", ".card {}\r\n"), "models")["1834502111"]["css"] == ".card {}\n"
