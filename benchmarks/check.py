"""How long quizgen check takes, by the size of a bank: reading it, its article, and every rule that is not off.

    python benchmarks/check.py [--most 10000] [--rounds 3] [--slowest 8] [--hostile]

Banks of 100, 1,000, 10,000 … questions of mixed kinds, each with a quote from an article of as many sentences. The
stems differ as those of a teacher do: thousands of names, dozens of verbs and things, several wordings of each kind;
one question in fifty is an earlier one in other words. The time is CPU time of the best round. The exponent says how
the time of the check grows from the size before: 1.0 is ten times the questions in ten times the time.

With --hostile it also checks banks that are made to be slow: the same question again and again, ten stems with other
names or numbers, one answer to everything.
"""

from __future__ import annotations

import argparse
import platform
import random
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from math import log
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from quizgen.article import make_article
from quizgen.bank.model import Bank
from quizgen.bank.parse import parse_bank
from quizgen.check.rule import Rule
from quizgen.check.rules import RULES
from quizgen.check.run import check_bank
from quizgen.check.scope import Scope


def _listed(words: str) -> list[str]:
    return words.split()


_TRADES = _listed("""
    baker brewer cooper glazier mason miller potter saddler sailor shepherd smith tanner thatcher weaver painter printer
    surveyor botanist geologist physician captain abbot merchant engineer gardener clockmaker cartographer astronomer
    beekeeper bookbinder carpenter chemist draper fiddler fisherman ferryman forester locksmith librarian midwife miner
""")
_DEEDS = (
    ("built", "build"), ("repaired", "repair"), ("sold", "sell"), ("bought", "buy"), ("drew", "draw"),
    ("described", "describe"), ("measured", "measure"), ("burned", "burn"), ("buried", "bury"), ("found", "find"),
    ("carried", "carry"), ("hid", "hide"), ("painted", "paint"), ("planted", "plant"), ("weighed", "weigh"),
    ("lent", "lend"), ("stole", "steal"), ("opened", "open"), ("closed", "close"), ("counted", "count"),
    ("rented", "rent"), ("copied", "copy"), ("cleaned", "clean"), ("exchanged", "exchange"), ("flooded", "flood"),
)  # fmt: skip
_THINGS = _listed("""
    mill bridge barn chapel canal dam lighthouse harbour tower orchard vineyard kiln forge loom press clock map bell
    organ barge ferry well cellar stable granary quarry tunnel wall gate market school library garden fountain oven
    anchor compass globe lantern mirror ladder basket barrel saddle plough sluice weir pier crane winch
""")
_KINDS_OF = _listed("""
    wooden stone brick copper iron silver round square narrow broad steep hidden ruined famous private public northern
    southern eastern western lower upper double twisted painted gilded frozen floating
""")
_REASONS = (
    "the old one had been washed away", "the winter was near", "the town had lost its charter", "timber had grown dear",
    "a flood was feared", "the council had forbidden it", "the harvest had failed", "the road was closed by snow",
    "the neighbours had complained", "a debt had to be paid", "the river had changed its bed", "grain was scarce",
)  # fmt: skip
_GROUPS = ("rope", "salt", "wool", "candles", "honey", "leather", "paper", "glass", "slate", "lime", "tar", "flax")
_FIRST = _listed("""
    ba be bo bra da dor fal fen gar gil hal har il jo kas kel lam lin mar mer nor ol pel quin ras sel tam ul ver wil
""")
_NEXT = _listed("da de do la le li lo ma me na ne no ra re ri ro sa se ta te to va ve vi za")
_LAST = _listed("""
    bach burg by dale feld ford gen ham holm la land mund na nau ner ra rick sen stad stein ton vik wald wick
""")


class _Fact(NamedTuple):
    """What one sentence of the article tells."""

    person: str
    trade: str
    deed: tuple[str, str]
    thing: str
    place: str
    year: int
    amount: int
    reason: str
    wares: tuple[str, str, str]


def _name(chance: random.Random) -> str:
    middle = "".join(chance.choices(_NEXT, k=chance.choice((1, 1, 2))))
    return f"{chance.choice(_FIRST)}{middle}{chance.choice(_LAST)}".capitalize()


def _fact(chance: random.Random) -> _Fact:
    one, two, three = chance.sample(_GROUPS, 3)
    return _Fact(
        f"{_name(chance)} {_name(chance)}",
        chance.choice(_TRADES),
        chance.choice(_DEEDS),
        f"{chance.choice(_KINDS_OF)} {chance.choice(_THINGS)}",
        _name(chance),
        chance.randrange(1200, 1900),
        chance.randrange(12, 980) * 10,
        chance.choice(_REASONS),
        (one, two, three),
    )


def _sentence(fact: _Fact) -> str:
    one, two, three = fact.wares
    return (
        f"In {fact.year} the {fact.trade} {fact.person} {fact.deed[0]} the {fact.thing} of {fact.place} for "
        f"{fact.amount} ducats, because {fact.reason}, and paid in {one}, {two} and {three}."
    )


def _short(fact: _Fact, _chance: random.Random) -> str:
    return (
        f"## Which {fact.trade} {fact.deed[0]} the {fact.thing} of {fact.place}?\n= {fact.person}\n"
        f"> {fact.trade} {fact.person} {fact.deed[0]} the {fact.thing}\n"
    )


def _number(fact: _Fact, _chance: random.Random) -> str:
    return (
        f"## How much did {fact.person} have to pay in {fact.place}, in ducats?\n= {fact.amount}\nunit: ducats\n"
        f"> the {fact.thing} of {fact.place} for {fact.amount} ducats\n"
    )


def _year(fact: _Fact, _chance: random.Random) -> str:
    return (
        f"## When was the {fact.thing} of {fact.place} in the hands of a {fact.trade}?\n= {fact.year}\nkind: short\n"
        f"> In {fact.year} the {fact.trade} {fact.person}\nhint: It was in the {fact.year // 100 + 1}th century.\n"
    )


def _choice(fact: _Fact, chance: random.Random) -> str:
    wrong = chance.sample([reason for reason in _REASONS if reason != fact.reason], 3)
    options = [f"- [ ] {reason}\n" for reason in wrong]
    options.insert(chance.randrange(4), f"- [x] {fact.reason}\n  > because {fact.reason}\n")
    return f"## Why did {fact.person} {fact.deed[1]} something that belonged to {fact.place}?\n{''.join(options)}"


def _where(fact: _Fact, chance: random.Random) -> str:
    options = [f"- [ ] {_name(chance)}\n" for _ in range(3)]
    options.insert(chance.randrange(4), f"- [x] {fact.place}\n  > the {fact.thing} of {fact.place}\n")
    return f"## Of which town was the {fact.thing} that the {fact.trade} {fact.person} knew?\n{''.join(options)}"


def _cloze(fact: _Fact, _chance: random.Random) -> str:
    return (
        f"## {{{{{fact.person}}}}} {fact.deed[0]} the {fact.thing} for {{{{{fact.amount} ducats}}}}, although "
        f"{fact.place} had others.\n> {fact.person} {fact.deed[0]} the {fact.thing} of {fact.place} for "
        f"{fact.amount} ducats\n"
    )


def _statement(fact: _Fact, chance: random.Random) -> str:
    true = chance.random() < 0.5
    year = fact.year if true else fact.year + chance.choice((-40, 30))
    more = "" if true else f"correction: It was {fact.year}.\n"
    return (
        f"## The story of {fact.person} and the {fact.thing} is one of the year {year}.\n= {str(true).lower()}\n"
        f"> In {fact.year} the {fact.trade} {fact.person}\n{more}"
    )


def _members(fact: _Fact, _chance: random.Random) -> str:
    members = "".join(f"- {ware}\n" for ware in fact.wares)
    one, two, three = fact.wares
    return (
        f"## With which three wares did {fact.person} pay in {fact.place}?\n{members}"
        f"> paid in {one}, {two} and {three}\n"
    )


def _open(fact: _Fact, _chance: random.Random) -> str:
    return (
        f"## Explain why {fact.person} could {fact.deed[1]} the {fact.thing}, and at what price.\n"
        f"+ {fact.reason}\n  > because {fact.reason}\n+ it cost {fact.amount} ducats\n"
        f"  > for {fact.amount} ducats\nlines: 4\n"
    )


def _match(fact: _Fact, chance: random.Random) -> str:
    return (
        f"## Match what is told of {fact.place} with what it is.\n- {fact.person} == a {fact.trade}\n"
        f"- {fact.year} == the year\n- {fact.thing} == the work\n- == {chance.choice(_REASONS)}\n"
        f"> In {fact.year} the {fact.trade} {fact.person} {fact.deed[0]} the {fact.thing}\n"
    )


_MIX = (_short, _choice, _number, _where, _short, _cloze, _choice, _statement, _where, _members, _year, _choice, _short,
        _open, _where, _short, _cloze, _choice, _match, _statement)  # fmt: skip


def _again(fact: _Fact) -> str:
    """The short question on a fact in other words."""
    return (
        f"## Which {fact.trade} once {fact.deed[0]} the {fact.thing} in {fact.place}?\n= {fact.person}\n"
        f"> {fact.trade} {fact.person} {fact.deed[0]} the {fact.thing}\n"
    )


@dataclass(frozen=True)
class Made:
    """A bank, its article, and how many of its questions were seeded as near-duplicates."""

    text: str
    article: str
    seeded: int = 0


_HEAD = "---\nid: benchmark/check\ntitle: A bank to check\nlanguage: en\narticle: chronicle.txt\n---\n"


def _with_id(question: str, number: int) -> str:
    heading, _, rest = question.partition("\n")
    return f"{heading} {{#question-{number}}}\n{rest}"


def make(questions: int, seed: int = 1) -> Made:
    """A bank of so many questions of mixed kinds."""
    chance = random.Random(seed)
    facts: list[_Fact] = []
    asked: list[_Fact] = []  # by a short question
    parts = [_HEAD]
    seeded = 0
    for number in range(questions):
        if number % 50 == 0:
            parts.append(f"# Chapter {number // 50 + 1} {{#chapter-{number // 50}}}\n")
        if number % 50 == 49 and asked:
            parts.append(_with_id(_again(asked.pop(chance.randrange(len(asked)))), number))
            seeded += 1
            continue
        fact = _fact(chance)
        facts.append(fact)
        kind = _MIX[number % len(_MIX)]
        if kind is _short:
            asked.append(fact)
        parts.append(_with_id(kind(fact, chance), number))
    article = "\n\n".join(" ".join(map(_sentence, facts[at : at + 5])) for at in range(0, len(facts), 5))
    return Made("\n".join(parts), article, seeded)


def _drill(questions: int, stem: Callable[[random.Random, int], tuple[str, str]]) -> Made:
    chance = random.Random(2)
    asked = (stem(chance, number) for number in range(questions))
    parts = (f"## {text} {{#q-{number}}}\n= {answer}\nkind: short\n" for number, (text, answer) in enumerate(asked))
    return Made(_HEAD.replace("article: chronicle.txt\n", "") + "\n".join(parts), "")


_STEMS = tuple(
    f"Which {trade} of {{name}} {deed} a {kind} {thing} in the hard winter of the great flood, as the chronicle tells?"
    for trade, (deed, _), kind, thing in zip(_TRADES, _DEEDS, _KINDS_OF[:10], _THINGS, strict=False)
)


def hostile(questions: int) -> Iterator[tuple[str, Made]]:
    """Banks that are made to be slow."""
    same = "Which baker of Falmaburg built a stone mill in the hard winter of the great flood?"
    yield "one question again and again", _drill(questions, lambda _chance, _number: (same, "Ulnara"))
    yield (
        "ten stems, other names and answers",
        _drill(questions, lambda chance, number: (_STEMS[number % 10].format(name=_name(chance)), _name(chance))),
    )
    yield (
        "ten stems, other names, one answer",
        _drill(questions, lambda chance, number: (_STEMS[number % 10].format(name=_name(chance)), "Ulnara")),
    )
    yield (
        "ten stems, other numbers",
        _drill(
            questions, lambda _chance, number: (_STEMS[number % 10].format(name=f"street {number}"), f"Ul {number}")
        ),
    )
    yield (
        "one half the same, one half other names",
        _drill(
            questions,
            lambda chance, number: (same, "Ulnara") if number % 2 else (_STEMS[0].format(name=_name(chance)), "Ulnara"),
        ),
    )
    yield (
        "every answer in every stem",
        _drill(questions, lambda chance, number: (_STEMS[number % 10].format(name="Ulnara"), chance.choice(_TRADES))),
    )


class Times(NamedTuple):
    """CPU seconds."""

    read: float
    article: float
    check: float


def _best(work: Callable[[], object], rounds: int) -> float:
    times = []
    for _ in range(rounds):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times)


def _forget() -> None:
    """Empty what the program keeps from one look-up to the next, so that every round is a first one."""
    for name, module in list(sys.modules.items()):
        if name.startswith("quizgen."):
            for value in vars(module).values():
                if hasattr(value, "cache_clear"):
                    value.cache_clear()


def _check_anew(made: Made, bank: Bank, rules: Sequence[Rule], rounds: int) -> float:
    times = []
    for _ in range(rounds):
        _forget()
        article = make_article(made.article, name="chronicle.txt") if made.article else None
        scope = Scope(bank, made.text, article)
        times.append(_best(lambda scope=scope: check_bank(scope, rules), 1))
    return min(times)


def measure(made: Made, rules: Sequence[Rule], rounds: int) -> tuple[Times, dict[str, int]]:
    """What it takes, and how often each rule found something."""
    bank = parse_bank(made.text, "large.md")
    article = make_article(made.article, name="chronicle.txt") if made.article else None
    times = Times(
        _best(lambda: parse_bank(made.text, "large.md"), rounds),
        _best(lambda: make_article(made.article, name="chronicle.txt"), rounds) if made.article else 0.0,
        _check_anew(made, bank, rules, rounds),
    )
    found: dict[str, int] = {}
    for finding in check_bank(Scope(bank, made.text, article), rules):
        found[finding.rule] = found.get(finding.rule, 0) + 1
    return times, found


def slowest(made: Made, rules: Sequence[Rule], count: int) -> list[tuple[str, float]]:
    """The rules that take longest, each checked alone with all that it needs made anew."""
    bank = parse_bank(made.text, "large.md")
    article = make_article(made.article, name="chronicle.txt") if made.article else None
    check_bank(Scope(bank, made.text, article), rules)  # what is kept of the article is made
    alone = [
        (rule.id, _best(lambda rule=rule: check_bank(Scope(bank, made.text, article), (rule,)), 1)) for rule in rules
    ]
    return sorted(alone, key=lambda one: -one[1])[:count]


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--most", type=int, default=10_000, help="questions of the largest bank (default 10000)")
    options.add_argument("--rounds", type=int, default=3, help="the best of how many rounds (default 3)")
    options.add_argument("--slowest", type=int, default=0, help="how many of the slowest rules to show (default none)")
    options.add_argument("--without", action="append", default=[], metavar="RULE", help="leave a rule out")
    options.add_argument("--hostile", action="store_true", help="check banks that are made to be slow, too")
    given = options.parse_args()
    rules = [rule for rule in RULES.values() if rule.level != "off" and rule.id not in given.without]
    print(f"{len(rules)} rules; Python {platform.python_version()}; CPU seconds of the best of {given.rounds} rounds")
    print(f"{'questions':>9}  {'read':>7}  {'article':>7}  {'check':>7}  {'in all':>7}  exponent  near-duplicates")
    before = 0.0
    size = 100
    made = Made("", "")
    while size <= given.most:
        made = make(size)
        times, found = measure(made, rules, given.rounds)
        exponent = f"{log(times.check / before, 10):8.2f}" if before else " " * 8
        share = f"{found.get('near-duplicate', 0)} found, {made.seeded} seeded"
        print(
            f"{size:>9,}  {times.read:7.3f}  {times.article:7.3f}  {times.check:7.3f}  {sum(times):7.3f}  "
            f"{exponent}  {share}",
            flush=True,
        )
        before = times.check
        size *= 10
    if given.slowest:
        print(f"\nrules alone, on {size // 10:,} questions (what several rules need is in the time of each)")
        for name, seconds in slowest(made, rules, given.slowest):
            print(f"  {name:24} {seconds:7.3f}")
    if given.hostile:
        print(f"\nhostile banks of {size // 10:,} questions")
        for name, bank in hostile(size // 10):
            times, found = measure(bank, rules, 1)
            print(f"  {name:40} read {times.read:6.3f}  check {times.check:7.3f}  {found}", flush=True)


if __name__ == "__main__":
    main()
