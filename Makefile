# `make` builds every bank into output/; `make test` checks everything. Both need Python 3.11 or newer, and make.

PYTHON ?= python3 python python3.14 python3.13 python3.12 python3.11
VENV := .venv
BIN := $(VENV)/bin
ANKIS := $(addprefix .ankis/,$(shell cat tests/anki/ankis.txt))

.PHONY: all build test check ankis benchmark clean

all: build

build: $(VENV)/.installed
	$(BIN)/quizgen build

test: $(VENV)/.tested check $(if $(filter true,$(CI)),ankis)
	$(BIN)/python -m pytest --cov --cov-report=term

check: $(VENV)/.tested
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

# further versions of Anki, in which the tests import decks as well; without them those tests are left out
ankis: $(ANKIS)

.ankis/%: | $(VENV)/bin/python
	@rm -rf $@ $@.part
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --target $@.part anki==$*
	@mv $@.part $@

benchmark: $(VENV)/.tested
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e ".[test,benchmark]"
	for script in benchmarks/*.py; do $(BIN)/python $$script || exit 1; done

# the first Python that is new enough, runs (a shim may only pretend to) and can make environments
$(VENV)/bin/python:
	@for python in $(PYTHON); do \
	  if $$python -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then \
	    exec $$python -m venv $(VENV); \
	  fi; \
	done; \
	echo "quizgen needs Python 3.11 or newer with venv (on Debian and Ubuntu: apt install python3-venv)."; \
	echo "Where it is installed elsewhere, say so: make PYTHON=/path/to/python3"; \
	exit 1

$(VENV)/.installed: $(VENV)/bin/python pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e ".[pdf]"
	@$(BIN)/python -m compileall -q quizgen # the first command starts as fast as the next
	@touch $@

$(VENV)/.tested: $(VENV)/bin/python pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e ".[test]"
	@touch $@ $(VENV)/.installed

clean:
	rm -rf $(VENV) .ankis output .coverage .pytest_cache .mypy_cache .ruff_cache .hypothesis
