"""No country, element or contrary passes for another, and nearly every slip of one letter passes."""

from __future__ import annotations

import random
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest
from countries import COUNTRIES
from elements import ELEMENTS
from graded import is_right
from opposites import OPPOSITES
from phrases import PHRASES

BENCHMARK = Path(__file__).resolve().parents[2] / "benchmarks" / "grade.py"


def _loaded() -> ModuleType:
    """The benchmark, without its folder in the search path: "anki" would be the benchmark of that name there."""
    spec = spec_from_file_location("benchmark_of_grades", BENCHMARK)
    assert spec
    assert spec.loader
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


benchmark = _loaded()


def test_the_lists_are_long_enough() -> None:
    assert (len(COUNTRIES), len(ELEMENTS)) == (250, 118)
    assert len(OPPOSITES) >= 150


@pytest.mark.parametrize("guarded", [True, False], ids=["guarded", "alone"])
def test_no_contrary_passes_for_the_other(guarded: bool) -> None:
    assert benchmark.confusions(OPPOSITES, guarded) == []


@pytest.mark.parametrize("names", [COUNTRIES, ELEMENTS], ids=["countries", "elements"])
def test_no_name_passes_for_another(names: tuple[str, ...]) -> None:
    chance = random.Random(1)
    assert benchmark.confused_in_list(chance.sample(names, 100), guarded=True) == []
    assert benchmark.confused_in_list(chance.sample(names, 100), guarded=False) == []


@pytest.mark.parametrize(
    ("answers", "language"),
    [
        (COUNTRIES[::3], "en"),
        (ELEMENTS[::2], "en"),
        *((texts, language) for language, texts in PHRASES.items()),
    ],
)
def test_slips_of_one_letter_pass(answers: tuple[str, ...], language: str) -> None:
    right, total, failed = benchmark.accepted(answers, language, random.Random(1), together=True)
    assert right / total >= 0.95, failed


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ("World War II", "World War I"),
        ("Louis XIV", "Louis XVI"),
        ("vitamin C", "vitamin D"),
        ("vitamin A deficiency", "vitamin E deficiency"),
        ("nineteenth century", "ninetieth century"),
        ("law of the land", "law of the lend"),
        ("not a member", "now a member"),
        ("import duty", "export duty"),
        ("ввоз товаров", "вывоз товаров"),
        ("независимость", "зависимость"),
        ("aufsteigend", "absteigend"),
        ("la importación", "la exportación"),
    ],
)
def test_a_word_that_is_another_word_is_no_slip(answer: str, said: str) -> None:
    assert not is_right(f"Which?\n= {answer}", said)
    assert not is_right(f"Which?\n= {said}", answer)


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ("definite", "definate"),
        ("accommodation", "acomodation"),
        ("perform", "preform"),
        ("impossible", "inpossible"),
        ("address", "adress"),
        ("Mediterranean", "Meditteranean"),
        ("immediately", "imediately"),
        ("existence", "existance"),
        ("fish and chips", "fish an chips"),
        ("San Francisco", "Sna Francisco"),
        ("Soviet Union", "SovietU nion"),
    ],
)
def test_common_misspellings_pass(answer: str, said: str) -> None:
    assert is_right(f"Which?\n= {answer}", said)
