"""The words that quizgen itself prints: a catalogue for each language, which a course may change label by label."""

from __future__ import annotations

import re
import tomllib
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from quizgen.errors import ConfigError
from quizgen.paper.labels import Labels, direction_of, read_labels
from quizgen.paper.plural import CATEGORIES, plural_category
from quizgen.templating import Templates, shipped_templates

CATALOGUES = shipped_templates() / "paper" / "labels"
LANGUAGES = ("ar", "de", "en", "es", "fr", "ja", "ru", "uk")
OURS = Templates()


def catalogue(language: str) -> dict[str, Any]:
    return tomllib.loads((CATALOGUES / f"{language}.toml").read_text("utf-8"))


def texts_of(label: Any) -> dict[str, str]:
    return {"other": label} if isinstance(label, str) else label


def braces(text: str) -> set[str]:
    """The braces of a text; how many is said in figures, in words, or by the form of the word itself."""
    return set(re.findall(r"\{(\w+)\}", text)) - {"n", "count"}


def labels_of(folder: Path, language: str = "de", **files: str) -> Labels:
    """The labels of a course that has files of its own: ``de="name = …"``."""
    own = folder / "templates" / "paper" / "labels"
    own.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (own / f"{name.replace('_', '-')}.toml").write_text(text, "utf-8")
    return read_labels(language, Templates((folder / "templates",)))


class TestCatalogues:
    def test_the_languages_that_quizgen_brings(self) -> None:
        assert tuple(sorted(path.stem for path in CATALOGUES.glob("*.toml"))) == LANGUAGES

    @pytest.mark.parametrize("language", LANGUAGES)
    def test_each_has_every_label_with_the_braces_of_english(self, language: str) -> None:
        english, found = catalogue("en"), catalogue(language)
        assert [*found] == [*english]  # in the same order: a translator compares them side by side
        for name, label in found.items():
            wanted = braces(texts_of(english[name])["other"])
            assert all(braces(text) == wanted for text in texts_of(label).values()), name

    @pytest.mark.parametrize("language", LANGUAGES)
    def test_each_has_the_plural_forms_of_its_language(self, language: str) -> None:
        numbers = [*range(200), *(Decimal(number) / 2 for number in range(9))]
        wanted = {plural_category(language, number) for number in numbers}
        english = catalogue("en")
        for name, label in catalogue(language).items():
            kinds = {form for form in texts_of(label) if form in CATEGORIES}
            needs_all = kinds != {"other"} or "one" in texts_of(english[name])
            assert not needs_all or kinds == wanted, name

    @pytest.mark.parametrize("language", LANGUAGES)
    def test_each_is_said_with_its_own_name_and_direction(self, language: str) -> None:
        labels = read_labels(language, OURS)
        assert (labels.language, labels.fallback) == (language, False)
        assert labels.direction == labels("direction") == direction_of(language)
        assert (labels("language") == "English") == (language == "en")

    @pytest.mark.parametrize("language", LANGUAGES)
    def test_each_is_clean_text_without_loose_ends(self, language: str) -> None:
        for name, label in catalogue(language).items():
            for text in texts_of(label).values():
                assert name == "comma" or text == text.strip() != ""
                assert "  " not in text
                assert "'" not in text
                assert '"' not in text

    @pytest.mark.parametrize("language", sorted({*LANGUAGES} - {"en"}))
    def test_each_is_translated(self, language: str) -> None:
        english, found = catalogue("en"), catalogue(language)
        sentences = {name for name, label in english.items() if isinstance(label, str) and len(label.split()) > 2}
        assert not {name for name in sentences if found[name] == english[name]}


POINTS = {
    "en": ["0 points", "1 point", "2 points", "2.5 points", "21 points"],
    "de": ["0 Punkte", "1 Punkt", "2 Punkte", "2,5 Punkte", "21 Punkte"],
    "fr": ["0 point", "1 point", "2 points", "2,5 points", "21 points"],
    "es": ["0 puntos", "1 punto", "2 puntos", "2,5 puntos", "21 puntos"],
    "ja": ["0点", "1点", "2点", "2.5点", "21点"],
}
SLAVIC = (0, 1, 2, 4, 5, 11, 12, 14, 21, 22, 25, 100, 101, 111, 112, Decimal("2.5"), Decimal("21.5"))


class TestNumbers:
    @pytest.mark.parametrize(("language", "said"), POINTS.items())
    def test_points(self, language: str, said: list[str]) -> None:
        labels = read_labels(language, OURS)
        assert [labels("points", n=n) for n in (0, 1, 2, Decimal("2.50"), 21)] == said

    @pytest.mark.parametrize(
        ("language", "said"),
        [
            (
                "ru",
                "0 баллов|1 балл|2 балла|4 балла|5 баллов|11 баллов|12 баллов|14 баллов|21 балл|22 балла|25 баллов"
                "|100 баллов|101 балл|111 баллов|112 баллов|2,5 балла|21,5 балла",
            ),
            (
                "uk",
                "0 балів|1 бал|2 бали|4 бали|5 балів|11 балів|12 балів|14 балів|21 бал|22 бали|25 балів"
                "|100 балів|101 бал|111 балів|112 балів|2,5 бала|21,5 бала",
            ),
        ],
    )
    def test_points_in_slavic_languages(self, language: str, said: str) -> None:
        labels = read_labels(language, OURS)
        assert [labels("points", n=n) for n in SLAVIC] == said.split("|")

    def test_points_in_arabic(self) -> None:
        labels = read_labels("ar", OURS)
        numbers = (0, 1, 2, 3, 10, 11, 99, 100, 102, 103, Decimal("2.5"))
        said = "0 درجة|درجة واحدة|درجتان|3 درجات|10 درجات|11 درجة|99 درجة|100 درجة|102 درجة|103 درجات|2.5 درجة"
        assert [labels("points", n=n) for n in numbers] == said.split("|")

    @pytest.mark.parametrize(
        ("language", "categories"),
        [
            ("ar", {0: "zero", 1: "one", 2: "two", 3: "few", 110: "few", 11: "many", 199: "many", 100: "other"}),
            ("ar", {"0.5": "other", "1.5": "other", "3.5": "other"}),
            ("fr-CA", {0: "one", 1: "one", "1.5": "one", 2: "other", "2.5": "other"}),
            ("en-GB", {0: "other", 1: "one", "1.00": "one", "1.5": "other"}),
            ("es", {1: "one", "0.5": "other"}),
            ("ja", {1: "other"}),
            ("be", {1: "one", 21: "one", 3: "few", 13: "many"}),
            ("pl", {1: "one", 21: "many", 22: "few", 12: "many", 0: "many", "1.5": "other"}),
            ("cs", {1: "one", 4: "few", 5: "other", 22: "other", "1.5": "many"}),
            ("sw", {1: "one", 2: "other"}),
        ],
    )
    def test_the_categories_of_numbers(self, language: str, categories: dict[str | int, str]) -> None:
        assert {n: plural_category(language, Decimal(n)) for n in categories} == categories

    @pytest.mark.parametrize(
        ("language", "said"),
        [
            ("en", "Name two, in any order.|Name ten, in any order.|Name 12, in any order."),
            (
                "de",
                "Zwei Antworten nennen, Reihenfolge beliebig.|Zehn Antworten nennen, Reihenfolge beliebig."
                "|12 Antworten nennen, Reihenfolge beliebig.",
            ),
            (
                "ja",
                "二つ答えなさい。順序は問わない。|10個答えなさい。順序は問わない。|12個答えなさい。順序は問わない。",
            ),
            (
                "ru",
                "Запишите два ответа в любом порядке.|Запишите десять ответов в любом порядке."
                "|Запишите 12 ответов в любом порядке.",
            ),
        ],
    )
    def test_how_many_to_name_is_said_in_words(self, language: str, said: str) -> None:
        labels = read_labels(language, OURS)
        assert [labels("list_all", n=n) for n in (2, 10, 12)] == said.split("|")

    def test_a_number_alone_has_the_decimal_mark_of_the_language(self) -> None:
        assert [read_labels(tag, OURS).number(Decimal("12.50")) for tag in ("en", "de", "fr")] == [
            "12.5",
            "12,5",
            "12,5",
        ]
        assert read_labels("de", OURS).number(100) == "100"


class TestWhichCatalogue:
    @pytest.mark.parametrize("tag", ["de-CH", "DE", "de-1996-x-any"])
    def test_a_region_without_its_own_has_that_of_its_language(self, tag: str) -> None:
        labels = read_labels(tag, OURS)
        assert (labels("name"), labels("class"), labels.language, labels.fallback) == ("Name", "Klasse", tag, False)

    @pytest.mark.parametrize("tag", ["xx", "he", "../de", "d"])
    def test_a_language_without_one_has_english_and_says_so(self, tag: str) -> None:
        labels = read_labels(tag, OURS)
        assert (labels("class"), labels.language, labels.direction, labels.fallback) == ("Class", "en", "ltr", True)

    @pytest.mark.parametrize("tag", ["", "en", "en-GB"])
    def test_english_is_no_fallback(self, tag: str) -> None:
        labels = read_labels(tag, OURS)
        assert (labels("class"), labels.fallback) == ("Class", False)

    def test_a_course_replaces_single_labels(self, tmp_path: Path) -> None:
        labels = labels_of(tmp_path, de='version = "Gruppe {version}"\npoints = "{n} P."')
        assert (labels("version", version="B"), labels("points", n=1)) == ("Gruppe B", "1 P.")
        assert labels("class") == "Klasse"

    def test_a_region_goes_before_its_language(self, tmp_path: Path) -> None:
        labels = labels_of(tmp_path, "de-CH", de_CH='quoted = "«{text}»"', de='quoted = "»{text}«"\nclass = "Kl."')
        assert (labels("quoted", text="so"), labels("class"), labels("name")) == ("«so»", "Kl.", "Name")

    def test_a_region_in_one_folder_goes_before_its_language_in_another(self, tmp_path: Path) -> None:
        labels_of(tmp_path / "one", de='class = "language"')
        labels_of(tmp_path / "two", de_CH='class = "region"')
        folders = tuple(tmp_path / name / "templates" for name in ("one", "two"))
        assert read_labels("de-CH", Templates(folders))("class") == "region"

    def test_the_first_folder_goes_before_the_second(self, tmp_path: Path) -> None:
        for name in ("one", "two"):
            labels_of(tmp_path / name, de=f'class = "{name}"')
        folders = tuple(tmp_path / name / "templates" for name in ("one", "two"))
        assert read_labels("de", Templates(folders))("class") == "one"

    def test_a_course_adds_a_language_and_the_rest_is_english(self, tmp_path: Path) -> None:
        labels = labels_of(tmp_path, "he", he='class = "כיתה"\nlist_any = "{count}"\ndecimal = ","', en='date = "Day"')
        assert (labels.language, labels.direction, labels.fallback) == ("he", "rtl", False)
        assert (labels("class"), labels.language_of("class")) == ("כיתה", "he")
        assert (labels("date"), labels.language_of("date")) == ("Day", "en")
        assert labels("list_any", n=2) == "2"  # English words for numbers do not stand in another language
        assert (labels.number(Decimal("2.5")), labels("points", n=Decimal("2.5"))) == ("2,5", "2.5 points")

    def test_a_file_that_is_edited_is_read_anew(self, tmp_path: Path) -> None:
        assert [labels_of(tmp_path, de=f'class = "{name}"')("class") for name in ("one", "two")] == ["one", "two"]


class TestForTemplates:
    def test_a_label_is_handed_out_in_parts_where_others_count_pages(self) -> None:
        assert read_labels("en", OURS).parts("page") == (("Page ", "page"), (" of ", "pages"), ("", ""))
        assert read_labels("ja", OURS).parts("name") == (("名前", ""),)

    def test_all_labels_without_forms_are_handed_out_at_once(self) -> None:
        texts = read_labels("de-AT", OURS).texts()
        assert (texts["name"], texts["page"], texts["language"]) == ("Name", "Seite {page} von {pages}", "de-AT")
        assert "points" not in texts
        assert read_labels("xx", OURS).texts()["language"] == "en"
        assert read_labels("ar", OURS).texts()["direction"] == "rtl"

    def test_what_is_filled_in_is_never_read_again(self) -> None:
        labels = read_labels("en", OURS)
        assert labels("number_in", unit="{n} \\1 {unit}") == "Give a number, in {n} \\1 {unit}."

    def test_a_text_of_the_other_direction_is_kept_together(self) -> None:
        arabic, english = read_labels("ar", OURS), read_labels("en", OURS)
        assert "\u2068$100 million\u2069" in arabic("accept", low="$100 million", high="200")
        assert arabic("sheet", id="7QK2ABCD").endswith(" 7QK2ABCD")
        assert english("number_in", unit="كم") == "Give a number, in \u2068كم\u2069."
        assert english("number_in", unit="km/h") == "Give a number, in km/h."

    @pytest.mark.parametrize(
        ("name", "error"),
        [
            ("nmae", 'a template asks for the label "nmae", which is not there; did you mean "name"?'),
            ("sheet", 'the label "sheet" wants a value for its {id}'),
            ("list_any", 'the label "list_any" wants a value for its {n}'),
        ],
    )
    def test_a_template_that_is_wrong_is_told_so(self, name: str, error: str) -> None:
        with pytest.raises(ConfigError) as raised:
            read_labels("en", OURS)(name)
        assert str(raised.value) == error


@pytest.mark.parametrize(
    ("tag", "direction"),
    [
        *((tag, "rtl") for tag in ("ar", "ar-EG", "AR", "he", "fa", "ur-PK", "ckb", "ku-Arab", "az-arab-IR", "yi")),
        *((tag, "ltr") for tag in ("en", "ja", "arn", "fan", "ru", "")),
    ],
)
def test_the_direction_of_a_language(tag: str, direction: str) -> None:
    assert direction_of(tag) == direction


@pytest.mark.parametrize(
    ("text", "error"),
    [
        (
            'nmae = "Name"',
            '"nmae" is no label of those that quizgen\'s en.toml has; did you mean "name"?',
        ),
        ('qqqq = "Name"', '"qqqq" is no label of those that quizgen\'s en.toml has'),
        ("name = 3", '"name" is a text in quotes; found 3'),
        ("points.other = 3", "\"points\" is a text in quotes; found {'other': 3}"),
        ('version = "V {versoin}"', '"version" has {versoin}; its braces are: {version}'),
        ('name = "Name {n}"', '"name" has {n}; its braces are: none'),
        ('sheet = "Blatt {id"', '"sheet" has a brace alone in "Blatt {id"; its braces are: {id}'),
        ('sheet = "Blatt {id!r}"', '"sheet" has a brace alone in "Blatt {id!r}"; its braces are: {id}'),
        ('points.one = "1"', '"points" wants the form "other", for all numbers that have no form of their own'),
        (
            '[points]\nother = "{n}"\nname = "Name"',
            '"points": "name" is no form of a plural: these are zero, one, two, few, many, other, or a number',
        ),
        ('name.other = "Name"', '"name" has no plural forms; it is a text in quotes'),
        ('direction = "left"', '"direction" is "ltr" or "rtl"; found "left"'),
        ("name = Name", "Invalid value (at line 1, column 8)"),
    ],
)
def test_a_catalogue_that_is_wrong_is_told_file_and_label(tmp_path: Path, text: str, error: str) -> None:
    with pytest.raises(ConfigError) as raised:
        labels_of(tmp_path, de=text)
    assert str(raised.value) == f"{tmp_path / 'templates' / 'paper' / 'labels' / 'de.toml'}: {error}"


def test_a_catalogue_that_is_no_text_is_told_so(tmp_path: Path) -> None:
    labels_of(tmp_path, de="")
    file = tmp_path / "templates" / "paper" / "labels" / "de.toml"
    file.write_bytes(b'name = "\xff"')
    with pytest.raises(ConfigError, match=rf"^{re.escape(str(file))}:1:9: this is not UTF-8 text"):
        labels_of(tmp_path)
