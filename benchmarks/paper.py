"""How long sheets of 20 questions take: quizgen as PDF and as HTML, Auto Multiple Choice (pdflatex), bare Jinja2.

    python benchmarks/paper.py [--versions 1 30 200 999] [--rounds 3]

Every row is a whole program, from its start to its files, in a process of its own; the programs take turns. The time
is that of the best round, wall and CPU, the memory the most that the largest of its processes had at once. quizgen
writes worksheet, key and manifest; Auto Multiple Choice is measured twice, at 30 versions: pdflatex run once for the
sheets alone, and its own `prepare`, which makes sheets, key, catalogue and the places of the boxes. Jinja2 gets the
questions as JSON and a template of some lines: a loop over versions, questions and options. Peers that are not
installed are skipped.

A child begins with the memory of what starts it, so this process loads no more than it needs.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

if TYPE_CHECKING:
    from quizgen.bank.model import Question

_LATEX_VERSIONS = 30

BANK = """---
id: benchmark/rivers
title: Rivers
language: en
---

# From the spring to the sea {#course}

## Where does a river begin? {#begins}
- [x] at its source
- [ ] at its mouth
- [ ] in its delta
- [ ] at its weir

## What is a river called that flows into a larger one? {#larger}
- [ ] a strait
- [x] a tributary
- [ ] an estuary
- [ ] a canal

## Where does a river carry the most mud to the sea? {#mud}
- [ ] where it runs over bare rock in the mountains
- [ ] where a dam holds its water back
- [x] where it crosses a wide plain of soft soil
- [ ] where ice covers it for most of the year

## The outer bank of a bend wears away faster than the inner one. Why? {#bend}
- [ ] The wind blows towards the outer bank.
- [x] The water is faster along the outer bank.
- [ ] The outer bank lies higher above the sea.
- [ ] The inner bank is washed by salt water.

## Which of these can make a river flood? {#flood}
- [x] a week of heavy rain
- [x] snow that melts in a few days
- [ ] a long and dry summer
- [x] ice that blocks its bed

## A delta grows where a river drops more than the sea carries off. {#delta}
= true

## Most rivers run from the sea towards the mountains. {#uphill}
= false
correction: They run from higher ground towards the sea.

## The land that feeds a river is its {{basin | catchment}}; a {{watershed | divide}} parts it from the next. {#basin}

## Put these in the order in which a drop of water meets them. {#drop}
1. the spring
2. the gorge
3. the plain
4. the delta

# Rivers and people {#people}

## Into which sea does the Volga flow? {#volga}
- [ ] the Baltic Sea
- [ ] the Black Sea
- [x] the Caspian Sea
- [ ] the White Sea

## A town draws its drinking water from a river. Where should its waste water go back? {#waste}
- [ ] upstream of the town, where nobody lives yet
- [ ] beside the place where the water is drawn
- [x] downstream of the town, when it has been cleaned
- [ ] into the next river, where another town draws its own

## What does a lock do for ships? {#lock}
- [ ] It cleans the water that they use.
- [x] It lifts or lowers them between two levels.
- [ ] It stops them at the border of a state.
- [ ] It keeps ice away from them in winter.

## Which of these use up the water of a river, and do not merely slow it down? {#use}
- [ ] a mill wheel below a weir
- [x] a field of rice in a hot plain
- [ ] a ferry on a rope
- [x] a canal that leads to another valley

## Why were many old towns built where a river could be forded? {#ford}
- [x] Roads met there, and trade came with them.
- [ ] The water was too deep there for enemies.
- [ ] Fish could not pass there in spring.
- [ ] The soil there was never wet.

## Which river flows through Vienna, Budapest and Belgrade? {#danube}
= the Danube | Danube

## What is a wall along a river called that keeps floods off the land? {#wall}
= a levee | levee | dyke | dike | embankment

## A boat drifts with the current for 3 hours at 4 km an hour. How far does it go? {#drift}
= 12
unit: km

## Name three things that a river gives to the people beside it. {#gifts}
ask: 3
- water to drink
- fish
- a way for ships
- power for mills
- mud that feeds the fields

## Match each word with its meaning. {#words}
- ford == a place to wade across
- weir == a low wall across the bed
- estuary == a mouth where the tide comes in
- == a bend that was cut off

## A dam is planned above a village of fishers. Give one reason for it and two against it. {#dam}
+ for it: it gives power, or water in dry months
+ against it: fish can no longer swim upstream
+ against it: the mud that fed the fields stays behind it
lines: 6
"""

_TEMPLATE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{{ title }}</title>
<style>@page { size: A4; margin: 20mm } .sheet { break-after: page } li { break-inside: avoid }</style></head><body>
{% for sheet in sheets %}<section class="sheet"><h1>{{ title }}, version {{ loop.index }}</h1><ol>
{% for question in sheet %}<li><p>{{ question.prompt }}</p>
{% if question.options %}<ul>{% for option in question.options %}<li>{{ option }}</li>{% endfor %}</ul>
{% endif %}{% for line in range(question.lines) %}<hr>{% endfor %}</li>
{% endfor %}</ol></section>
{% endfor %}</body></html>
"""

_LATEX = r"""\documentclass[a4paper,11pt]{article}
\usepackage[utf8]{inputenc}
\usepackage[T1]{fontenc}
\usepackage{lmodern}
\usepackage[box]{automultiplechoice}
\begin{document}
\AMCrandomseed{20}
%s
\onecopy{%d}{
\noindent{\bfseries\large %s}\hfill\namefield{\fbox{\begin{minipage}{.5\linewidth}
Name:\vspace*{7mm}\dotfill\vspace*{1mm}\end{minipage}}}
\par\vspace{5mm}

\shufflegroup{all}\insertgroup{all}
}
\end{document}
"""

_SPECIAL = str.maketrans(
    {char: f"\\{char}" for char in "&%$#_{}"}
    | {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}", "…": r"\ldots{}"}
)


def _tex(text: str) -> str:
    return text.translate(_SPECIAL)


def latex(title: str, questions: Sequence[Question], versions: int) -> str:
    """The source of so many copies for Auto Multiple Choice, each in another order."""
    elements = "\n".join(f"\\element{{all}}{{{_latex_question(question)}}}" for question in questions)
    return _LATEX % (elements, versions, _tex(title))


def _latex_question(question: Question) -> str:
    from quizgen.bank.cloze import segments_of
    from quizgen.bank.model import Choice, Choices, Cloze, List, Match, Number, Open, Order, Short, TrueFalse

    prompt, choices = _tex(question.prompt), ""
    match question:
        case Choice() | Choices():
            choices = _latex_choices([(option.text, option.right) for option in question.options])
        case TrueFalse():
            choices = _latex_choices([("True", question.true), ("False", not question.true)], "[o]")
        case Cloze():
            stem, _body = segments_of(question)
            prompt = "".join(_tex(part) if isinstance(part, str) else r"\underline{\hspace{35mm}}" for part in stem)
            choices = _latex_open(len(question.blanks))
        case Short() | Number():
            choices = _latex_open(1)
        case List():
            choices = _latex_open(question.asked)
        case Match():
            mixed = sorted(question.rights)
            letters = [f"{chr(65 + at)}. {right}" for at, right in enumerate(mixed)]
            lefts = [pair.left for pair in question.matched]
            choices = _latex_table(lefts, letters) + _latex_open(1)
        case Order():
            choices = _latex_table([item.text for item in reversed(question.items)]) + _latex_open(1)
        case Open():
            choices = _latex_open(question.lines or 4)
    name = "questionmult" if isinstance(question, Choices) else "question"
    return f"\\begin{{{name}}}{{{question.id}}}{prompt}\n{choices}\\end{{{name}}}\n\n"


def _latex_choices(options: Sequence[tuple[str, bool]], fixed: str = "") -> str:
    lines = [f"\\{'correct' if right else 'wrong'}choice{{{_tex(text)}}}\n" for text, right in options]
    return f"\\begin{{choices}}{fixed}\n{''.join(lines)}\\end{{choices}}\n"


def _latex_open(lines: int) -> str:
    marks = r"\wrongchoice[0]{0}\scoring{0}\correctchoice[1]{1}\scoring{1}"
    return f"\\AMCOpen{{lines={lines}}}{{{marks}}}\n"


def _latex_table(lefts: Sequence[str], rights: Sequence[str] = ()) -> str:
    longer = max(len(lefts), len(rights))
    columns = [[*map(_tex, column), *[""] * (longer - len(column))] for column in (lefts, rights)]
    rows = "\\\\\n".join(" & ".join(cells) for cells in zip(*columns, strict=True))
    return f"\n\\begin{{tabular}}{{ll}}\n{rows}\n\\end{{tabular}}\n\n"


def make_peers(bank: Path, folder: Path) -> None:
    """Write the questions in the form of each peer."""
    from quizgen.bank.parse import read_bank

    read = read_bank(bank)
    (folder / "rivers.tex").write_text(latex(read.title, read.questions, _LATEX_VERSIONS), encoding="utf-8")
    plain = {"title": read.title, "questions": [_plain(question) for question in read.questions]}
    (folder / "rivers.json").write_text(json.dumps(plain, ensure_ascii=False), encoding="utf-8")


def _plain(question: Question) -> dict[str, Any]:
    from quizgen.shown import view

    shown = view(question, "benchmark")
    prompt = "".join(part if isinstance(part, str) else "________" for part in shown.stem)
    options = [option.words.text for option in shown.options] or ["True", "False"] * (question.kind == "true-false")
    lines = [left.text for left in shown.lefts]
    return {"prompt": prompt, "options": lines + options, "lines": 0 if options else getattr(question, "lines", 0) or 1}


def write_jinja(questions: Path, versions: int, page: Path) -> None:
    """Bare Jinja2: what no template with a look can beat."""
    import jinja2

    read = json.loads(questions.read_text(encoding="utf-8"))
    sheets = [_mixed(read["questions"], random.Random(number)) for number in range(versions)]
    template = jinja2.Environment(autoescape=True).from_string(_TEMPLATE)
    page.write_text(template.render(title=read["title"], sheets=sheets), encoding="utf-8")


def _mixed(questions: list[dict[str, Any]], chance: random.Random) -> list[dict[str, Any]]:
    def options(question: dict[str, Any]) -> list[str]:
        return chance.sample(question["options"], len(question["options"]))

    mixed = [{**question, "options": options(question)} for question in questions]
    chance.shuffle(mixed)
    return mixed


@dataclass(frozen=True)
class Program:
    """A row of the table. ``command`` takes the folder that its files go to, which is also where it runs."""

    name: str
    versions: int
    command: Callable[[Path], list[str]]
    files: str  # a pattern: those whose size is shown
    rival: str = ""  # whose time its own is divided by: of the same number of versions
    needs: str = ""  # a program that must be installed


@dataclass(frozen=True)
class Cost:
    """What one run took: seconds, seconds of CPU, MiB at the most; and what came out."""

    seconds: float
    cpu: float
    memory: float
    pages: str
    size: float


def programs(bank: Path, peers: Path, versions: Sequence[int]) -> Iterator[Program]:
    def quizgen(form: str, number: int) -> Program:
        start = [sys.executable, "-c", "from quizgen.cli import main; main()", "build", str(bank), "--only", "paper"]
        command = [*start, "--format", form, "--versions", str(number), "--out", "."]
        return Program(f"quizgen build --format {form}", number, lambda _: command, f"*.{form}")

    def jinja(number: int) -> Program:
        command = [sys.executable, __file__, "--jinja", str(peers / "rivers.json"), str(number)]
        rival = "quizgen build --format html"
        return Program("bare Jinja2", number, lambda folder: [*command, str(folder / "page.html")], "*.html", rival)

    rival, source = "quizgen build --format pdf", str(peers / "rivers.tex")
    once = ["pdflatex", "-interaction=batchmode", "-jobname=sheets", source]
    prepare = ["auto-multiple-choice", "prepare", "--mode", "s", "--with", "pdflatex", "--data", "."]
    for number in versions:
        yield quizgen("pdf", number)
        if number == _LATEX_VERSIONS:
            yield Program("pdflatex, AMC's sheets", number, lambda _: once, "*.pdf", rival, "pdflatex")
            yield Program(
                "auto-multiple-choice prepare",
                number,
                lambda folder: [*prepare, "--prefix", f"{folder}/", source],
                "*.pdf",
                rival,
                "auto-multiple-choice",
            )
        yield quizgen("html", number)
        yield jinja(number)


def measure(program: Program, folder: Path) -> Cost | str:
    """Run it once in an empty folder; the last line of what it said where it fails."""
    said = folder / "said.txt"
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    began = time.perf_counter()
    with said.open("wb") as output:
        child = subprocess.Popen(
            program.command(folder), cwd=folder, env=environment, stdout=output, stderr=output, stdin=subprocess.DEVNULL
        )
        _, status, used = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
    seconds = time.perf_counter() - began
    files = sorted(folder.glob(program.files), key=lambda file: file.stat().st_size, reverse=True)
    if child.returncode or not files:
        lines = said.read_text(encoding="utf-8", errors="replace").strip(" \n│╰╯─").splitlines()
        return lines[-1].strip(" │") if lines else f"exit {child.returncode}"
    unit = 1 if sys.platform == "darwin" else 1024
    size = sum(file.stat().st_size for file in files) / 1e3
    return Cost(seconds, used.ru_utime + used.ru_stime, used.ru_maxrss * unit / 2**20, pages_of(files), size)


def pages_of(files: Sequence[Path]) -> str:
    """How many pages each PDF has, the largest file first, counted in another process; nothing for HTML."""
    if files[0].suffix != ".pdf":
        return ""
    count = "import sys, pypdf; print(*(len(pypdf.PdfReader(file).pages) for file in sys.argv[1:]), sep='+')"
    found = subprocess.run([sys.executable, "-c", count, *files], capture_output=True, text=True, check=False)
    return found.stdout.strip() or "?"


def compare(chosen: Sequence[Program], rounds: int) -> dict[Program, Cost | str]:
    """The best time and the most memory of each, the programs in turn; one that failed is not run again."""
    costs: dict[Program, Cost | str] = {}
    for _ in range(rounds):
        for program in chosen:
            before = costs.get(program)
            if isinstance(before, str):
                continue
            with tempfile.TemporaryDirectory() as folder:
                now = measure(program, Path(folder))
            costs[program] = now if before is None or isinstance(now, str) else _better(before, now)
    return costs


def _better(one: Cost, other: Cost) -> Cost:
    memory = max(one.memory, other.memory)
    return Cost(min(one.seconds, other.seconds), min(one.cpu, other.cpu), memory, other.pages, other.size)


def show(costs: dict[Program, Cost | str]) -> None:
    print(f"{'versions':>8}  {'':30}{'seconds':>9}{'CPU s':>8}{'MiB':>7}{'kB':>8}  {'pages':12}{'x quizgen':>10}")
    times = {(cost.name, cost.versions): row.seconds for cost, row in costs.items() if isinstance(row, Cost)}
    for program, row in costs.items():
        head = f"{program.versions:>8}  {program.name:30}"
        if isinstance(row, str):
            print(f"{head}  failed: {row}"[:160])
            continue
        ours = times.get((program.rival, program.versions))
        ratio = f"{row.seconds / ours:>10.2f}" if ours else ""
        cells = f"{row.seconds:>9.2f}{row.cpu:>8.2f}{row.memory:>7.0f}{row.size:>8.0f}  {row.pages:12}{ratio}"
        print(f"{head}{cells}".rstrip())


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--versions", type=int, nargs="+", default=[1, 30, 200, 999])
    options.add_argument("--rounds", type=int, default=3)
    options.add_argument("--make", nargs=2, metavar=("BANK", "FOLDER"), help=argparse.SUPPRESS)
    options.add_argument("--jinja", nargs=3, metavar=("JSON", "VERSIONS", "PAGE"), help=argparse.SUPPRESS)
    given = options.parse_args()
    if given.make:
        make_peers(*map(Path, given.make))
        return
    if given.jinja:
        write_jinja(Path(given.jinja[0]), int(given.jinja[1]), Path(given.jinja[2]))
        return
    with tempfile.TemporaryDirectory() as folder:
        bank = Path(folder, "rivers.md")
        bank.write_text(BANK, encoding="utf-8")
        subprocess.run([sys.executable, __file__, "--make", bank, folder], check=True)
        every = list(programs(bank, Path(folder), given.versions))
        missing = sorted({program.needs for program in every if program.needs and not shutil.which(program.needs)})
        for need in missing:
            print(f"{need} is not installed: skipped")
        print(f"20 questions; Python {platform.python_version()}; best of {given.rounds}")
        show(compare([program for program in every if program.needs not in missing], given.rounds))


if __name__ == "__main__":
    main()
