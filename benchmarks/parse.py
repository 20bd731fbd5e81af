"""How long a bank takes to read, beside YAML and a Markdown library on the same questions.

    python benchmarks/parse.py [--questions 10000] [--rounds 5]

The time is CPU time of the best round, so that other programs on the machine count for little. Each peer reads the
questions in its own form: YAML a list of mappings as people write it by hand, Markdown the text of the bank. The peers
stop at a tree of texts; quizgen also sees kinds, checks every rule and builds the questions.
"""

from __future__ import annotations

import argparse
import json
import platform
import re
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from quizgen.bank.json_form import bank_to_json
from quizgen.bank.parse import parse_bank

_PLACES = ("Etorofu", "Kunashiri", "Shikotan", "Habomai", "Hokkaido", "Sakhalin", "Okinawa", "Honshu")
_COUNTRIES = ("Japan", "Russia", "Ukraine", "India", "Germany", "France", "Poland", "Canada")

_KINDS = (
    """## In which year of round {n} did {country} open its talks about {place}? {{#{id}}}
= the summer of {n} | summer {n}
> the talks about {place} were opened in the summer of {n}
wrong: the winter of {n} :: Nearly: that is when the talks ended.
hint: Think of the season.
level: recall
""",
    """## How much did {country} lend to {place} in round {n}? {{#{id}}}
= ${n} million
> a loan of around ${n} million to {place}
unit: million
explain: The loan was the first of three: the others came a year later.
level: recall
""",
    """## Which of these did {country} freeze in round {n}? {{#{id}}}
- [x] assets of people near {place}
  > frozen assets on individuals related to {place}
- [ ] shares in the gas fields of {place}
  Firms of {country} hold shares there; the article names no measure against them.
- [ ] every export to {place}
- [ ] all of these {{pin}}
level: understand
difficulty: 2
""",
    """## Which two measures did {country} take in round {n}? {{#{id}}}
- [x] a freeze of assets
- [x] a ban on exports
- [ ] an embargo on oil
- [ ] the recall of its ambassador
> froze assets and banned exports to {place}
level: understand
tags: measures, round {n}
""",
    """## {country} was the first to sign the treaty about {place} in round {n}. {{#{id}}}
= false
> the first signature was that of another state
correction: {country} signed second.
explain: The order of the signatures was agreed before.
level: recall
""",
    """## {country} calls the place {{{{{place}}}}}; its neighbours call it {{{{Number {n} :: N… {n}}}}}. {{#{id}}}
The two names stand on two maps.
> {place} to some, Number {n} to others
hint: One of them holds a number.
explain: Each name is the older one, for those who use it.
level: recall
""",
    """## Which islands does {country} name in round {n}? {{#{id}}}
- Etorofu | Etorufu | Iturup
- Kunashiri | Kunashir
- Shikotan
- Habomai | the Habomai islands
> Etorofu, Kunashiri, Shikotan and Habomai
note: The article spells Etorofu "Etorufu".
""",
    """## Match each leader of round {n} with the country. {{#{id}}}
- Leader A == {country}
- Leader B == {place}
- Leader C == Ukraine
- == Iceland
> the leaders A, B and C met in {place}
level: recall
""",
    """## Put the steps of round {n} in order. {{#{id}}}
1. {country} writes a note
2. {place} answers
3. both meet
4. a treaty is signed
> after the note and the answer both met and signed
level: understand
""",
    """## Why did {country} react mildly in round {n}? Give two reasons. {{#{id}}}
+ talks about {place} were going on
  > the ongoing talks over the issue of {place}
+ it hoped for a treaty
= {country} did not want to lose the treaty while it negotiated over {place}.
lines: 5
level: analyse
""",
)
_MIX = (0, 2, 6, 1, 2, 5, 0, 4, 2, 9, 3, 0, 2, 7, 1, 2, 8, 0, 5, 2)
"""Kinds in the share of a teacher's bank: choices and short answers most, the rare shapes now and then."""

_PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9 .,;?()']*")


def make_text(questions: int) -> str:
    """A bank of so many questions."""
    parts = ["---\nid: benchmark/mixed\ntitle: A bank of mixed kinds\nlanguage: en\n---\n"]
    for number in range(questions):
        if number % 50 == 0:
            parts.append(f"# Topic {number // 50} {{#topic-{number // 50}}}\n")
        place = _PLACES[number % len(_PLACES)]
        country = _COUNTRIES[number // 3 % len(_COUNTRIES)]
        shape = _KINDS[_MIX[number % len(_MIX)]]
        parts.append(shape.format(n=1000 + number, id=f"question-{number}", place=place, country=country))
    return "\n".join(parts)


def as_yaml(value: Any, indent: str = "") -> Iterator[str]:
    """Lines of YAML, in the block style that people write."""
    if isinstance(value, dict):
        for key, part in value.items():
            if isinstance(part, (dict, list)):
                yield f"{indent}{key}:"
                yield from as_yaml(part, indent + "  ")
            else:
                yield f"{indent}{key}: {_scalar(part)}"
    else:
        for part in value:
            if isinstance(part, (dict, list)):
                first, *rest = as_yaml(part, indent + "  ")
                yield f"{indent}- {first.lstrip()}"
                yield from rest
            else:
                yield f"{indent}- {_scalar(part)}"


def _scalar(value: Any) -> str:
    if isinstance(value, str) and _PLAIN.fullmatch(value) and value.lower() not in ("true", "false", "yes", "no"):
        return value
    return json.dumps(value, ensure_ascii=False)


def best(work: Callable[[], object], rounds: int) -> float:
    """CPU seconds of the fastest round."""
    times = []
    for _ in range(rounds):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times)


def peers(text: str) -> Iterator[tuple[str, Callable[[], object] | None]]:
    """The readers that are compared, by name; None where one is not installed."""
    yield "quizgen parse_bank", lambda: parse_bank(text)
    try:
        import markdown_it
    except ImportError:
        yield "markdown-it-py (tokens)", None
    else:
        markdown = markdown_it.MarkdownIt()
        yield f"markdown-it-py {markdown_it.__version__} (tokens)", lambda: markdown.parse(text)
    try:
        import yaml
    except ImportError:
        yield "PyYAML", None
        return
    form = "\n".join(as_yaml(json.loads(bank_to_json(parse_bank(text)))))
    if yaml.__with_libyaml__:
        yield f"PyYAML {yaml.__version__} (C loader)", lambda: yaml.load(form, yaml.CSafeLoader)
    else:
        yield "PyYAML (C loader)", None
    yield f"PyYAML {yaml.__version__} (safe_load)", lambda: yaml.safe_load(form)


def main() -> None:
    options = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    options.add_argument("--questions", type=int, default=10_000, help="how many (default 10000)")
    options.add_argument("--rounds", type=int, default=5, help="the best of how many rounds (default 5)")
    given = options.parse_args()
    text = make_text(given.questions)
    lines = text.count("\n")
    print(f"{given.questions} questions, {lines} lines, {len(text) / 1e6:.1f} MB; Python {platform.python_version()}")
    ours = 0.0
    for name, work in peers(text):
        if work is None:
            print(f"{name:36} not installed")
            continue
        seconds = best(work, given.rounds)
        ours = ours or seconds
        print(f"{name:36} {seconds:8.3f} s  {seconds / ours:6.1f} x")


if __name__ == "__main__":
    main()
