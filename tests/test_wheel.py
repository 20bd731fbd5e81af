"""The wheel: whole, and at work from any folder with nothing of the checkout beside it."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "pip", "wheel", "--no-deps", "--no-build-isolation", "--no-index", "--quiet"]
    subprocess.run([*command, "--wheel-dir", folder, ROOT], check=True, capture_output=True, timeout=120)
    return next(folder.glob("quizgen-*.whl"))


def test_it_holds_the_package_its_types_and_every_template(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    templates = {path.relative_to(ROOT).as_posix() for path in (ROOT / "templates").rglob("*") if path.is_file()}
    modules = {path.relative_to(ROOT).as_posix() for path in (ROOT / "quizgen").rglob("*.py")}
    assert {f"quizgen/{name}" for name in templates} <= names
    assert modules | {"quizgen/py.typed"} <= names
    assert not [name for name in names if name.startswith(("tests/", "questions/", "output/"))]


def test_it_starts_a_course_and_builds_it_from_another_folder(wheel: Path, tmp_path: Path) -> None:
    zipfile.ZipFile(wheel).extractall(tmp_path / "site")
    environment = {**os.environ, "PYTHONPATH": str(tmp_path / "site")}

    def quizgen(*arguments: str, folder: Path) -> str:
        command = [sys.executable, "-m", "quizgen", *arguments]
        run = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, timeout=60)
        assert (run.returncode, run.stderr) == (0, "")
        return run.stdout

    where = [sys.executable, "-c", "import quizgen; print(quizgen.__file__)"]
    loaded = subprocess.run(where, cwd=tmp_path, env=environment, capture_output=True, text=True, check=True).stdout
    assert Path(loaded.strip()).is_relative_to(tmp_path)
    quizgen("init", "course", folder=tmp_path)
    assert "6 questions" in quizgen("build", folder=tmp_path / "course")
    assert (tmp_path / "course" / "output" / "tides.apkg").is_file()
