"""A course of small banks for a build."""

from __future__ import annotations

from pathlib import Path

from quizgen.course import Course

READING = """Why the sea comes and goes

Most coasts see the sea rise and fall each day. There are two high tides in about a day.

The Sun pulls too, but it is far away. These are called spring tides.
"""
TIDES = """---
id: test/tides
title: Tides & seas
article: reading.txt
article-author: A. Writer
description: About <tides>.
---

# Causes {#causes}

## How many high tides are there in about a day? {#how-many}
= 2 | two
> two high tides in about a day

# Names {#names}

## They are called {{spring tides}}. {#spring}
> These are called spring tides

## Still a draft {#draft}
= no
> words that stand nowhere
status: draft
"""
AID = """---
id: test/aid
title: Aid
---

# Money {#money}

## How much? {#much}
= $100 million

## Which? {#which}
- [x] one
- [ ] two
- [ ] three

## Why? {#why}
+ because
"""


def put(path: Path, text: str) -> Path:
    """Write a text, and the folders above it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def course_in(folder: Path) -> Course:
    """A course of two banks, one of them in a folder, with an article beside it."""
    put(folder / "questions" / "aid.md", AID)
    put(folder / "questions" / "unit 1" / "tides.md", TIDES)
    put(folder / "questions" / "unit 1" / "reading.txt", READING)
    return Course(folder.resolve())


def inside(folder: Path) -> dict[str, bytes]:
    """Every file of a folder by its path in it."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }
