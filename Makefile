# `make` builds every bank into output/; `make test` checks everything. Both need Python 3.11 or newer, and make.

PYTHON ?= $(firstword $(foreach name,python3.13 python3.12 python3.11 python3 python,$(shell command -v $(name) 2>/dev/null)))
VENV := .venv
BIN := $(VENV)/bin

.PHONY: all build test check benchmark clean

all: build

build: $(VENV)/.installed
	$(BIN)/quizgen build

test: $(VENV)/.tested check
	$(BIN)/python -m pytest --cov --cov-report=term

check: $(VENV)/.tested
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

benchmark: $(VENV)/.tested
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e ".[test,benchmark]"
	for script in benchmarks/*.py; do $(BIN)/python $$script || exit 1; done

$(VENV)/bin/python:
	@test -n "$(PYTHON)" || { echo "quizgen needs Python 3.11 or newer; install it, or say where it is: make PYTHON=/path/to/python3"; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "quizgen needs Python 3.11 or newer; $(PYTHON) is older. Say where a newer one is: make PYTHON=/path/to/python3"; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: $(VENV)/bin/python pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e .
	@touch $@

$(VENV)/.tested: $(VENV)/bin/python pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e ".[test]"
	@touch $@ $(VENV)/.installed

clean:
	rm -rf $(VENV) output .coverage .pytest_cache .mypy_cache .ruff_cache .hypothesis
