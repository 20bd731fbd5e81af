"""The lines of a bank, sorted by their first characters: the first half of the parser.

The result is raw: topics and questions with their body text and their marked lines, each mark with the indented lines
that belong to it. What the marks mean together is for :mod:`quizgen.bank.shape`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from string import ascii_lowercase, digits

from quizgen.bank.fields import FIELDS, ID, did_you_mean
from quizgen.bank.raw import Line, Mark, RawQuestion, RawTopic, Report
from quizgen.text.spans import code_and_maths, find_outside, trailing_backslash

__all__ = [
    "FENCE",
    "head",
    "looks_boxed",
    "scan",
    "wants_backslash",
]

FENCE = re.compile(r"(`{3,}+|:{3,}+)[^`]*$")
"""Opens a block of body text that is taken as it stands, up to a line of the same marks."""

_FIELDS = frozenset(FIELDS)
_KEY = re.compile(r"([a-z][a-z0-9_-]*):(?:\s+|$)")
_NEARLY_KEY = re.compile(rf"({'|'.join(FIELDS)})[ \t]*[:：]", re.IGNORECASE)
_NUMBERED = re.compile(r"([0-9]{1,9})\.(?:\s+|$)")
_BOX = re.compile(r"\[([ xX])\](?:\s+|$)")
_NEARLY_BOX = re.compile(r"\[\s*+[^\s\\]?\s*+\](?!\()")
_STARRED_BOX = re.compile(r"\*\s+\[[ xX]\]\s")
_NEEDS_SPACE = re.compile(r"(?:=(?!=)|>|[-+](?![-+\d.,]))(?=\S)")
_INDENTED_MARK = re.compile(r"(?:[-=+]|##?)(?:\s|$)|<!--")
_HEADING = re.compile(r"##?(?=\s|$)")
_ID = re.compile(r"(?:^|\s)\{#([^{}]*)\}$")
_LOST_ID = re.compile(r"(?<![\\{])\{#")

_WHAT = {"=": "an answer", "-": "a member or an option", "+": "a marking point", ">": "a quote"}
_ADVICE = "prose? begin the line with a backslash"


def scan(lines: list[str], first: int, report: Report) -> list[RawTopic]:
    """Sort the lines of a bank from index ``first`` on into topics and questions.

    The lines have no spaces at their ends: those never count.
    """
    return _Scanner(lines, first, report).run()


def wants_backslash(text: str) -> bool:
    """Whether prose that begins so would be taken for a field or an item, or for one that was meant.

    A backslash before it, which is no part of the text, makes it plain. Before punctuation no such rule is needed:
    there a backslash is Markdown's own.
    """
    return bool(_KEY.match(text) or _NEARLY_KEY.match(text) or _NUMBERED.match(text))


def looks_boxed(text: str) -> bool:
    """Whether a member that begins so would be taken for an option, or for one that was meant."""
    return _NEARLY_BOX.match(text) is not None


def head(text: str) -> str:
    """The beginning of a text, to name it in a message."""
    return text if len(text) <= 40 else f"{text[:39].rstrip()}…"


class _Scanner:
    """One pass over the lines; ``rows`` gives the next one with its number."""

    def __init__(self, lines: list[str], first: int, report: Report) -> None:
        self.lines = lines
        self.rows: Iterator[Line] = iter(enumerate(lines[first:], first + 1))
        self.report = report
        self.topic = RawTopic("", "", 0)
        self.topics = [self.topic]
        self.question: RawQuestion | None = None
        self.body = self.topic.body
        self.mark: Mark | None = None
        self.items = 0

    def run(self) -> list[RawTopic]:
        takers, other = _TAKERS, _Scanner.other
        for number, line in self.rows:
            if line.endswith("\\"):
                line = self.continued(line, number)
            takers.get(line[:1], other)(self, line, number)
        return self.topics

    def continued(self, line: str, number: int) -> str:
        """The line with those that a trailing backslash adds to it; one space stands where they meet."""
        if line.startswith("<!--") or FENCE.match(line) or not trailing_backslash(line):
            return line
        parts = [line[:-1].rstrip()]
        for _, following in self.rows:
            goes_on = trailing_backslash(following)
            text = (following[:-1] if goes_on else following).strip()
            if text:
                parts.append(text)
            if not goes_on:
                break
        else:
            self.report(number, len(line), "the line goes on after this backslash, but the file ends; delete it")
        return " ".join(parts)

    # Lines that are text, or stand for themselves

    def blank(self, line: str, number: int) -> None:
        if self.mark is None:
            self.body.append((number, line))

    def other(self, line: str, number: int) -> None:
        """A line whose first character is no mark."""
        if line[0].isspace():
            self.indented(line, number)
        else:
            self.prose(line, number)

    def prose(self, line: str, number: int) -> None:
        slip = _slip(line)
        if slip:
            self.report(number, 1, f"{slip}; {_ADVICE}")
        elif self.mark is not None:
            advice = "indent it by two spaces if it belongs to the line above, else move it up under the prompt"
            self.report(number, 1, f'text after the first marked line would be lost: "{head(line)}"; {advice}')
        else:
            self.body.append((number, _unmarked(line)))

    def indented(self, line: str, number: int) -> None:
        text = line.strip()
        indent = len(line) - len(line.lstrip())
        if self.mark is not None:
            self.under(self.mark, text, number, indent)
            return
        lost = _HEADING.match(text) if self.question is None else _is_mark(text) or text[:1] == ">"
        if lost or text.startswith("<!--"):
            self.report(number, indent + 1, f'"{head(text)}" begins at column 1; {_ADVICE}')
        self.body.append((number, line[:indent] + _unmarked(text)))

    def under(self, mark: Mark, text: str, number: int, indent: int) -> None:
        """One indented line under a mark."""
        if indent == 1 and self.lines[number - 1][0] != "\t":
            self.report(number, 1, "what belongs to the line above is indented by two spaces; found one")
            return
        wrong = self.quote_slip(mark, text) if text[0] == ">" else self.text_slip(mark, text)
        if wrong:
            self.report(number, indent + 1, wrong)
            return
        if mark.below is None:
            mark.below = []
        mark.below.append((number, _unmarked(text)))

    def quote_slip(self, mark: Mark, text: str) -> str:
        """What is wrong with a quote under a mark, if anything."""
        sign = mark.sign
        if sign == ">":
            return "a quote is one line; another quote begins at column 1"
        if not _stands_alone(text):
            return f'a quote needs a space after ">"; {_ADVICE}'
        if sign in _FIELDS:
            return f'the field "{sign}" has no evidence; a quote for the question begins at column 1'
        return ""

    def text_slip(self, mark: Mark, text: str) -> str:
        """What is wrong with a text under a mark, if anything."""
        if mark.sign == ">":
            return "a quote is one line; end the line above with a backslash to go on"
        if _is_mark(text) or FENCE.match(text):
            return f'"{head(text)}" begins at column 1; {_ADVICE}'
        return ""

    def fence(self, line: str, number: int) -> None:
        """A block taken whole."""
        found = FENCE.match(line)
        if not found:
            self.prose(line, number)
            return
        closing = found[1]
        block = [(number, line)]
        for at, text in self.rows:
            if text.strip() == closing:
                block.append((at, closing))
                break
            block.append((at, text))
        else:
            self.report(number, 1, f'this "{head(closing)}" is never closed; end the block with the same again')
        if self.mark is not None:
            self.report(number, 1, "a block after the first marked line would be lost; move it up under the prompt")
        self.body += block

    def comment(self, line: str, number: int) -> None:
        """A comment taken whole."""
        if not line.startswith("<!--"):
            self.prose(line, number)
            return
        parts = [line[4:]]
        last = number
        while "-->" not in parts[-1]:
            last, text = next(self.rows, (0, ""))
            if not last:
                self.report(number, 1, 'this comment is never closed; end it with "-->"')
                return
            parts.append(text)
        parts[-1], _, after = parts[-1].partition("-->")
        if after:
            self.report(
                last,
                len(self.lines[last - 1]) - len(after.lstrip()) + 1,
                "text after a comment would be lost; begin a new line",
            )
        owner = self.topic if self.question is None else self.question
        owner.comments.append("\n".join(parts))

    # Headings

    def heading(self, line: str, number: int) -> None:
        level = 2 if line[1:2] == "#" else 1
        text = line[level:]
        if text and not text[0].isspace():
            if text[0] == "#" or (level == 1 and text[0].isdigit()):  # "### Part", "#1 of them"
                self.prose(line, number)
                return
            self.report(number, level + 1, f"a heading needs a space after {line[:level]}; {_ADVICE}")
            if level == 1:  # more likely a tag than a topic
                return
        prompt, name = self.named(text.lstrip(), number)
        self.mark = None
        if level == 2:
            if not prompt:
                self.report(number, 1, "a question needs a prompt: ## What is asked? {#id}")
            column = len(line) - len(text.lstrip()) + 1
            self.question = question = RawQuestion(prompt, name, number, column)
            self.topic.questions.append(question)
            self.body = question.body
            self.items = 0
        else:
            if not prompt:
                self.report(number, 1, "a topic needs a title: # Title {#id}")
            self.topic = RawTopic(prompt, name, number)
            self.topics.append(self.topic)
            self.body = self.topic.body
            self.question = None

    def named(self, text: str, number: int) -> tuple[str, str]:
        """A heading's text without its id, and the id."""
        if "{#" not in text:
            return text, ""
        prompt, mark, name = text.rpartition(" {#")
        if mark and name[-1:] == "}" and ID.fullmatch(name, 0, len(name) - 1) and "{#" not in prompt:
            return prompt.rstrip(), name[:-1]
        return self.checked(text, number)

    def checked(self, text: str, number: int) -> tuple[str, str]:
        """The same for a heading whose braces are not just an id; what is wrong with them is reported."""
        name = ""
        found = _ID.search(text)
        if found:
            name = found[1]
            text = text[: found.start()].rstrip()
            if not ID.fullmatch(name):
                column = max(self.lines[number - 1].rfind("{#"), 0) + 1
                message = f'an id is made of a-z, 0-9 and "-", as in {{#two-names}}; found "{head(name)}"'
                self.report(number, column, message)
        lost = _LOST_ID.search(text)
        if lost and not any(span.start <= lost.start() < span.end for span in code_and_maths(text)):
            column = max(self.lines[number - 1].find("{#"), 0) + 1
            message = "an id {#…} stands last in its heading, after a space; plain braces? write \\{#"
            self.report(number, column, message)
        return text, name

    # Marked lines

    def signed(self, line: str, number: int) -> None:
        """A line that begins with ``=``, ``>`` or ``+``."""
        if line[1:2] != " " and not _stands_alone(line):
            self.prose(line, number)
            return
        sign = line[0]
        question = self.question
        if question is None:
            self.homeless(_WHAT[sign], number, "put an extract between ::: and :::" if sign == ">" else _ADVICE)
            return
        self.mark = mark = Mark(sign, line[1:].lstrip(), number)
        (question.quotes if sign == ">" else question.parts).append(mark)

    def dash(self, line: str, number: int) -> None:
        """A line that begins with ``-``: an option, a pair or a member."""
        if line[1:2] != " " and not _stands_alone(line):
            self.prose(line, number)
            return
        text = line[1:].lstrip()
        sign = "-"
        if text[:1] == "[":
            sign, text = self.box(text, line, number)
        if sign == "-" and "==" in text and find_outside(f" {text} ", " == ") >= 0:
            sign = "=="
        question = self.question
        if question is None:
            self.homeless(_WHAT["-"], number, "a list in a topic's text uses * ")
            return
        self.mark = mark = Mark(sign, text, number)
        question.parts.append(mark)

    def box(self, text: str, line: str, number: int) -> tuple[str, str]:
        """Sign and text of a line whose text begins with ``[``."""
        found = _BOX.match(text)
        if found:
            return "[ ]" if found[1] == " " else "[x]", text[found.end() :]
        if _NEARLY_BOX.match(text):
            message = 'an option is written "- [x] right" or "- [ ] wrong"; plain brackets? write "- \\["'
            self.report(number, line.index("[") + 1, message)
        return "-", text

    def numbered(self, line: str, number: int) -> None:
        """A line that begins with a digit."""
        found = _NUMBERED.match(line)
        if not found:
            self.prose(line, number)
            return
        question = self.question
        if question is None:
            self.homeless("an item", number, "a numbered list in a topic's text uses 1) ")
            return
        self.items += 1
        if int(found[1]) != self.items:
            expected = f'expected "{self.items}.", found "{found[1]}."'
            self.report(number, 1, f"items are numbered from 1 in the right order: {expected}; {_ADVICE}")
        self.mark = mark = Mark("1.", line[found.end() :], number)
        question.parts.append(mark)

    def field(self, line: str, number: int) -> None:
        """A line that begins with a small letter."""
        name, _, text = line.partition(": ")
        if name not in _FIELDS:  # an empty one, one with a tab, an unknown one, or prose
            found = _KEY.match(line)
            if not found:
                self.prose(line, number)
                return
            name, text = found[1], line[found.end() :]
        if name not in _FIELDS:
            hint = did_you_mean(name, FIELDS)
            self.report(number, 1, f'"{head(name)}" is not a field of a question; {hint}{_ADVICE}')
            return
        question = self.question
        if question is None:
            self.homeless(f'the field "{name}"', number, _ADVICE)
            return
        self.mark = mark = Mark(name, text.lstrip(), number)
        question.fields.setdefault(name, []).append(mark)

    def homeless(self, what: str, number: int, advice: str) -> None:
        """Report a marked line outside a question."""
        self.report(number, 1, f"{what} belongs to a question (## …); {advice}")


_TAKERS: dict[str, Callable[[_Scanner, str, int], None]] = {
    "": _Scanner.blank,
    " ": _Scanner.indented,
    "\t": _Scanner.indented,
    "#": _Scanner.heading,
    "-": _Scanner.dash,
    "`": _Scanner.fence,
    ":": _Scanner.fence,
    "<": _Scanner.comment,
    **dict.fromkeys("=>+", _Scanner.signed),
    **dict.fromkeys(digits, _Scanner.numbered),
    **dict.fromkeys(ascii_lowercase, _Scanner.field),
}
"""What takes a line, by its first character. Bound methods would tie the scanner to itself, and with it every line."""


def _stands_alone(line: str) -> bool:
    """Whether white space, or nothing, follows the first character."""
    return len(line) == 1 or line[1].isspace()


def _unmarked(text: str) -> str:
    """Prose without the backslash that kept it from being a field or an item."""
    return text[1:] if text[:1] == "\\" and wants_backslash(text[1:]) else text


def _is_mark(text: str) -> bool:
    """Whether an indented line looks like a mark that has lost its column."""
    if _INDENTED_MARK.match(text) or _NUMBERED.match(text):
        return True
    return ":" in text and text.partition(":")[0] in _FIELDS and _KEY.match(text) is not None


def _slip(line: str) -> str:
    """What is nearly a mark in a line of prose, if anything."""
    if _NEEDS_SPACE.match(line):
        return f'"{line[0]}" needs a space after it'
    if _STARRED_BOX.match(line):
        return 'an option begins with "- ", not with "* "'
    found = _NEARLY_KEY.match(line)
    if found:
        name = found[1].lower()
        return f'"{found[0]}" is nearly a field; write "{name}: " in small letters, with a space after the colon only'
    return ""
