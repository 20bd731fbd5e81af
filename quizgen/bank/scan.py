"""The lines of a bank, sorted by their first characters: the first half of the parser.

The result is raw: topics and questions with their body text and their marked lines, each mark with the indented lines
that belong to it. What the marks mean together is for :mod:`quizgen.bank.shape`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from quizgen.bank.fields import FIELDS, ID, did_you_mean
from quizgen.text.spans import code_and_maths, find_outside

__all__ = ["Line", "Mark", "RawQuestion", "RawTopic", "Report", "scan"]

Line = tuple[int, str]
"""A line number (from 1) and the text of the line."""

Report = Callable[[int, int, str], None]
"""Takes note of a problem: line, column, message."""


@dataclass(slots=True)
class Mark:
    """A marked line: ``sign`` is ``=``, ``[x]``, ``[ ]``, ``==``, ``-``, ``1.``, ``+``, ``>`` or a field's name."""

    sign: str
    text: str
    line: int
    below: list[Line] = field(default_factory=list)


@dataclass(slots=True)
class RawQuestion:
    """A question as its lines stand."""

    prompt: str
    id: str
    line: int
    body: list[str] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)


@dataclass(slots=True)
class RawTopic:
    """A topic as its lines stand; ``line`` is 0 for the one before the first heading."""

    title: str
    id: str
    line: int
    body: list[str] = field(default_factory=list)
    questions: list[RawQuestion] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)


_KEY = re.compile(r"([a-z][a-z0-9_-]*):(?:\s+|$)")
_TIGHT_KEY = re.compile(rf"({'|'.join(FIELDS)}):\S")
_NUMBERED = re.compile(r"(\d{1,9})\.(?:[ \t]+|$)")
_BOX = re.compile(r"\[([ xX])\](?:[ \t]+|$)")
_BAD_BOX = re.compile(r"\[.?\](?!\()")
_ID = re.compile(r"(?:^|\s)\{#([^{}]*)\}$")
_LOST_ID = re.compile(r"(?<![\\{])\{#")
_FENCE = re.compile(r"(`{3,}|:{3,})([^`]*)$")
_NEEDS_SPACE = re.compile(r"(?:=(?![=\s])|>(?![>\s])|[-+](?![-+\s\d.,]))\S")
_UNMARK = re.compile(r"\\(?=[a-z][a-z0-9_-]*:\s|\d{1,9}\.\s)")

_WHAT = {"=": "an answer", "-": "a member or an option", "+": "a marking point", ">": "a quote"}
_ADVICE = "prose? begin the line with a backslash"


def scan(lines: list[str], first: int, report: Report) -> list[RawTopic]:
    """Sort the lines of a bank from index ``first`` on into topics and questions."""
    return _Scanner(lines, first, report).run()


class _Scanner:
    """One pass over the lines; ``at`` is the index of the next one."""

    def __init__(self, lines: list[str], first: int, report: Report) -> None:
        self.lines = lines
        self.at = first
        self.report = report
        self.topic = RawTopic("", "", 0)
        self.topics = [self.topic]
        self.question: RawQuestion | None = None
        self.mark: Mark | None = None

    def run(self) -> list[RawTopic]:
        lines, end = self.lines, len(self.lines)
        while self.at < end:
            number = self.at + 1
            line = lines[self.at]
            self.at += 1
            first = line[:1]
            if first.isspace() or not first:
                self.indented(line, number)
                continue
            if first == "`" or first == ":":
                if self.fence(line, number):
                    continue
            elif first == "<" and line.startswith("<!--"):
                self.comment(line, number)
                continue
            line = self.continued(line)
            if first == "#" and self.heading(line, number):
                continue
            if not self.marked(first, line, number):
                self.prose(line, number)
        return self.topics

    def continued(self, line: str) -> str:
        """The line with those that a trailing backslash adds to it; one space stands where they meet."""
        while line.endswith("\\") and (len(line) - len(line.rstrip("\\"))) % 2 and self.at < len(self.lines):
            line = f"{line[:-1].rstrip()} {self.lines[self.at].strip()}"
            self.at += 1
        return line.rstrip()

    def heading(self, line: str, number: int) -> bool:
        level = 2 if line.startswith("##") else 1
        text = line[level:]
        if text[:1] == "#" or (text and not text[0].isspace()):
            if text[:1] == "#" or text[0].isdigit():
                return False
            self.report(number, level + 1, f"a heading needs a space after {line[:level]}; {_ADVICE}")
            return True
        text, name = self.named(text.strip(), number)
        self.mark = None
        if level == 1:
            if not text:
                self.report(number, 1, "a topic needs a title: # Title {#id}")
            self.topic = RawTopic(text, name, number)
            self.topics.append(self.topic)
            self.question = None
        else:
            if not text:
                self.report(number, 1, "a question needs a prompt: ## What is asked? {#id}")
            self.question = RawQuestion(text, name, number)
            self.topic.questions.append(self.question)
        return True

    def named(self, text: str, number: int) -> tuple[str, str]:
        """A heading's text without its id, and the id."""
        if "{#" not in text:
            return text, ""
        name = ""
        found = _ID.search(text)
        if found:
            name = found[1]
            text = text[: found.start()].rstrip()
            if not ID.fullmatch(name):
                self.report(
                    number,
                    self.lines[number - 1].rfind("{#") + 3,
                    f'an id is made of a-z, 0-9 and "-", as in {{#two-names}}; found "{name}"',
                )
        lost = _LOST_ID.search(text)
        if lost and not any(span.start <= lost.start() < span.end for span in code_and_maths(text)):
            column = self.lines[number - 1].find("{#") + 1
            self.report(number, max(column, 1), "an id {#…} stands last in its heading; plain braces? write \\{#")
        return text, name

    def indented(self, line: str, number: int) -> None:
        text = line.strip()
        if not text:
            if self.mark is None:
                self.body.append("")
            return
        indent = len(line) - len(line.lstrip())
        if line[0] != "\t" and indent < 2 and self.mark is not None:
            self.report(number, 1, "what belongs to the line above is indented by two spaces; found one")
            return
        text = self.continued(text)
        if self.mark is None:
            if self.question is not None and self.signed(text):
                self.report(number, indent + 1, f'"{_head(text)}" begins at column 1; {_ADVICE}')
            self.body.append(line[:indent] + text)
            return
        self.below(self.mark, text, number, indent)

    def below(self, mark: Mark, text: str, number: int, indent: int) -> None:
        """One indented line under a mark."""
        quote = text.startswith((">", "> "))
        if mark.sign == ">":
            advice = "another quote begins at column 1" if quote else "end the line above with a backslash to go on"
            self.report(number, indent + 1, f"a quote is one line; {advice}")
        elif quote and not re.match(r">(\s|$)", text):
            self.report(number, indent + 2, f'a quote needs a space after ">"; {_ADVICE}')
        elif quote and (mark.sign in FIELDS or mark.sign == "[ ]"):
            whose = f'the field "{mark.sign}"' if mark.sign in FIELDS else "a wrong option"
            self.report(number, indent + 1, f"{whose} has no evidence; a quote for the question begins at column 1")
        elif not quote and (self.signed(text) or text.startswith(("```", ":::"))):
            self.report(number, indent + 1, f'"{_head(text)}" begins at column 1; {_ADVICE}')
        else:
            mark.below.append((number, text if quote else _UNMARK.sub("", text, count=1)))

    def signed(self, text: str) -> bool:
        """Whether an indented line looks like a mark that has lost its column."""
        if text[:2] in ("- ", "= ", "+ ", "# ") or text.startswith("## ") or _NUMBERED.match(text):
            return True
        key = _KEY.match(text)
        return bool(key and key[1] in FIELDS)

    @property
    def body(self) -> list[str]:
        return self.topic.body if self.question is None else self.question.body

    def prose(self, line: str, number: int) -> None:
        if self.mark is not None:
            advice = "indent it by two spaces if it belongs to the line above, else move it up under the prompt"
            self.report(number, 1, f'text after the first marked line would be lost: "{_head(line)}"; {advice}')
            return
        tight = _TIGHT_KEY.match(line)
        if _NEEDS_SPACE.match(line) or tight:
            sign = f"{tight[1]}:" if tight else line[0]
            self.report(number, len(sign) + 1, f'"{sign}" needs a space after it; {_ADVICE}')
            return
        self.body.append(_UNMARK.sub("", line, count=1))

    def marked(self, first: str, line: str, number: int) -> bool:
        """Take a marked line; False where it is prose."""
        if first in "=>+-":
            if len(line) > 1 and not line[1].isspace():
                return False
            sign, text = self.sign(first, line[1:].strip(), number)
        elif first.isdigit():
            found = _NUMBERED.match(line)
            if not found:
                return False
            sign, text = "1.", line[found.end() :]
            self.numbered(int(found[1]), number)
        else:
            key = _KEY.match(line)
            if not key:
                return False
            sign, text = key[1], line[key.end() :]
            if sign not in FIELDS:
                hint = did_you_mean(sign, FIELDS)
                self.report(number, 1, f'"{sign}" is not a field of a question; {hint}{_ADVICE}')
                return True
        if self.question is None:
            what = _WHAT.get(first, "an item" if sign == "1." else f'the field "{sign}"')
            self.report(number, 1, f"{what} belongs to a question (## …); {self.outside(first, sign)}")
            return True
        self.mark = Mark(sign, text, number)
        self.question.marks.append(self.mark)
        return True

    def outside(self, first: str, sign: str) -> str:
        """What to write instead, in the text of a topic."""
        if first == "-":
            return "a list in a topic's text uses * "
        if sign == "1.":
            return "a numbered list in a topic's text uses 1) "
        return "put an extract between ::: and :::" if first == ">" else _ADVICE

    def numbered(self, found: int, number: int) -> None:
        marks = self.question.marks if self.question else []
        expected = sum(mark.sign == "1." for mark in marks) + 1
        if found != expected and self.question is not None:
            self.report(
                number, 1, f'items are numbered from 1 in the right order: expected "{expected}.", found "{found}."'
            )

    def sign(self, first: str, text: str, number: int) -> tuple[str, str]:
        """The sign of a line that begins with ``= > + -``, and its text."""
        if first != "-":
            return first, text
        if text[:1] == "[":
            box = _BOX.match(text)
            if box:
                return "[ ]" if box[1] == " " else "[x]", text[box.end() :]
            if _BAD_BOX.match(text):
                self.report(
                    number, 3, 'an option is written "- [x] right" or "- [ ] wrong"; plain brackets? write "- \\["'
                )
        if "==" in text and find_outside(f" {text} ", " == ") >= 0:
            return "==", text
        return "-", text

    def fence(self, line: str, number: int) -> bool:
        """Take a fenced block whole; False where the line does not open one."""
        found = _FENCE.match(line)
        if not found:
            return False
        start = self.at
        while self.at < len(self.lines) and self.lines[self.at].strip() != found[1]:
            self.at += 1
        if self.at == len(self.lines):
            self.report(number, 1, f'this "{found[1]}" is never closed; end the block with a line "{found[1]}"')
        block = [line, *self.lines[start : self.at], found[1]]
        self.at += 1
        if self.mark is not None:
            self.report(number, 1, "a block after the first marked line would be lost; move it up under the prompt")
        else:
            self.body.extend(text.rstrip() for text in block)
        return True

    def comment(self, line: str, number: int) -> None:
        """Take a comment whole."""
        start = self.at - 1
        text = line
        while "-->" not in text and self.at < len(self.lines):
            text = self.lines[self.at]
            self.at += 1
        whole = "\n".join(self.lines[start : self.at]).rstrip()
        end = whole.find("-->")
        if end < 0:
            self.report(number, 1, 'this comment is never closed; end it with "-->"')
        elif whole[end + 3 :].strip():
            self.report(self.at, text.find("-->") + 4, "text after a comment would be lost; begin a new line")
        owner = self.topic if self.question is None else self.question
        owner.comments.append(whole[4 : end if end >= 0 else None])


def _head(text: str) -> str:
    """The beginning of a text, to name it in a message."""
    return text if len(text) <= 30 else f"{text[:29].rstrip()}…"
