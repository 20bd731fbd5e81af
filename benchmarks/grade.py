"""How the grader does: slips of one letter that pass, other answers that do not, and the time of a grade.

    python benchmarks/grade.py [--seed N] [--all]

Slips are made by chance at every place of an answer, of four kinds: a letter put in, left out, changed, or exchanged
with its neighbour; those that give the answer itself are no slips. Each answer stands in a bank of its own, and again
among all the others of its list. Confusions are asked with both in the bank (the guard) and with one alone.
"""

from __future__ import annotations

import argparse
import platform
import random
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

sys.path[:0] = [
    str(Path(__file__).resolve().parents[1]),
    str(Path(__file__).resolve().parents[1] / "tests" / "answers"),
]

from countries import COUNTRIES  # noqa: E402
from elements import ELEMENTS  # noqa: E402
from opposites import OPPOSITES  # noqa: E402
from phrases import PHRASES  # noqa: E402

from quizgen.answers import fold, grade  # noqa: E402
from quizgen.bank.model import Answer, Bank, Choice, List, Option, Short, Topic  # noqa: E402

_LEAST = 5


def bank_of(answers: Sequence[str], language: str = "en") -> Bank:
    questions = tuple(Short(prompt="?", answers=(Answer((answer,)),)) for answer in answers)
    return Bank(id="a", title="A", language=language, topics=(Topic(questions=questions),))


def letters_of(text: str) -> str:
    return "".join(sorted({char for char in text.lower() if char.isalpha()})) or "a"


def slips(answer: str, alphabet: str, chance: random.Random) -> Iterator[str]:
    """One slip of each kind at every place."""
    for at in range(len(answer) + 1):
        yield answer[:at] + chance.choice(alphabet) + answer[at:]
        if at < len(answer):
            yield answer[:at] + answer[at + 1 :]
            yield answer[:at] + chance.choice(alphabet) + answer[at + 1 :]
        if at + 1 < len(answer):
            yield answer[:at] + answer[at + 1] + answer[at] + answer[at + 2 :]


def alphabet_of(language: str) -> str:
    return {
        "ru": "абвгдежзийклмнопрстуфхцчшщъыьэюя", "uk": "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя",
        "el": "αβγδεζηθικλμνξοπρστυφχψω",
    }.get(language, "abcdefghijklmnopqrstuvwxyz")  # fmt: skip


def accepted(
    answers: Sequence[str], language: str, chance: random.Random, together: bool
) -> tuple[int, int, list[str]]:
    """How many slips of the answers pass, of how many; and those that do not."""
    right = total = 0
    failed = []
    whole = bank_of(answers, language)
    for place, answer in enumerate(answers):
        if sum(char.isalpha() for char in answer) < _LEAST:
            continue
        bank = whole if together else bank_of([answer], language)
        question = bank.questions[place if together else 0]
        for said in slips(answer, alphabet_of(language), chance):
            if fold(said, language) == fold(answer, language):
                continue
            total += 1
            passed = grade(question, said, bank).score == 1
            right += passed
            if not passed:
                failed.append(f"{answer} <- {said}")
    return right, total, failed


def confusions(pairs: Sequence[tuple[str, str]], guarded: bool) -> list[str]:
    """The pairs of which one passes for the other."""
    found = []
    for one, other in pairs:
        for wanted, said in ((one, other), (other, one)):
            bank = bank_of([wanted, said] if guarded else [wanted])
            if grade(bank.questions[0], said, bank).score:
                found.append(f"{wanted} <- {said}")
    return found


def confused_in_list(names: Sequence[str], guarded: bool) -> list[str]:
    """The names of a list that pass for another of it."""
    found = []
    whole = bank_of(names)
    for place, wanted in enumerate(names):
        bank = whole if guarded else bank_of([wanted])
        question = bank.questions[place if guarded else 0]
        found += [f"{wanted} <- {said}" for said in names if said != wanted and grade(question, said, bank).score]
    return found


def times(size: int, chance: random.Random) -> tuple[float, float, float]:
    """Milliseconds of CPU: the first grade, and the mean of a slip and of a wrong answer, in a bank of so many."""
    names = [f"{chance.choice(COUNTRIES)} {chance.choice(ELEMENTS)} {chance.choice(ELEMENTS)}" for _ in range(size)]
    bank = bank_of(names)
    asked = chance.sample(range(size), min(size, 300))
    clock = time.process_time
    began = clock()
    grade(bank.questions[0], names[0][1:], bank)
    first = clock() - began

    def mean(said: Callable[[str], str]) -> float:
        questions = bank.questions
        given = [(questions[at], said(names[at])) for at in asked]
        began = clock()
        for question, response in given:
            grade(question, response, bank)
        return (clock() - began) / len(given)

    def slip(name: str) -> str:
        at = len(name) // 2
        return name[:at] + name[at + 1 :]

    return first * 1e3, mean(slip) * 1e3, mean(lambda _name: chance.choice(COUNTRIES)) * 1e3


def times_of_kinds(chance: random.Random) -> Iterator[tuple[str, float]]:
    """The mean milliseconds of a list of six and of a choice of five, with slips."""
    members = chance.sample(COUNTRIES, 6)
    kinds = {
        "a list of six": List(prompt="?", members=tuple(Answer((name,)) for name in members)),
        "a choice of five": Choice(
            prompt="?", options=tuple(Option(name, not at) for at, name in enumerate(members[:5]))
        ),
    }
    said = {"a list of six": ", ".join(name[1:] for name in members), "a choice of five": members[0][1:]}
    for name, question in kinds.items():
        bank = Bank(id="a", title="A", topics=(Topic(questions=(question, *bank_of(COUNTRIES).questions)),))
        grade(question, said[name], bank)
        began = time.process_time()
        for _ in range(50):
            grade(question, said[name], bank)
        yield name, (time.process_time() - began) / 50 * 1e3


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--all", action="store_true", help="show every slip that does not pass")
    given = options.parse_args()
    chance = random.Random(given.seed)
    print(f"Python {platform.python_version()}; seed {given.seed}")
    print(f"\n{'slips of one letter that pass':36} {'alone':>16} {'among the others':>18}")
    words = sorted({word for pair in OPPOSITES for word in pair})
    for name, answers, language in (
        ("countries", COUNTRIES, "en"), ("elements", ELEMENTS, "en"), ("opposites and others", words, "en"),
        *((f"phrases, {language}", texts, language) for language, texts in PHRASES.items()),
    ):  # fmt: skip
        alone = accepted(answers, language, chance, together=False)
        among = accepted(answers, language, chance, together=True)
        print(
            f"{name:36} {alone[0] / alone[1]:8.2%} {alone[1]:>7,} {among[0] / among[1]:10.2%} {among[1]:>7,}",
            flush=True,
        )
        if given.all:
            print("\n".join(f"    {one}" for one in alone[2]))
    print(f"\n{'taken for another':36} {'with the guard':>16} {'one alone known':>18}")
    for name, guarded, alone_found in (
        ("countries", confused_in_list(COUNTRIES, True), confused_in_list(COUNTRIES, False)),
        ("elements", confused_in_list(ELEMENTS, True), confused_in_list(ELEMENTS, False)),
        ("opposites and others", confusions(OPPOSITES, True), confusions(OPPOSITES, False)),
    ):
        print(f"{name:36} {len(guarded):>16} {len(alone_found):>18}", flush=True)
        for one in (*guarded, *alone_found):
            print(f"    {one}")
    print(f"\n{'milliseconds of CPU':36} {'first':>10} {'a slip':>8} {'wrong':>8}")
    for size in (100, 1_000, 10_000):
        first, slip, wrong = times(size, chance)
        print(f"a bank of {size:<26,} {first:10.2f} {slip:8.3f} {wrong:8.3f}")
    for name, mean in times_of_kinds(chance):
        print(f"{name:36} {'':10} {mean:8.3f}")


if __name__ == "__main__":
    main()
