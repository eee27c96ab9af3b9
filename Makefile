# Two commands for a fresh machine: `make brief` and `make test`. Everything else is for maintainers.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
OUT ?= outputs

.PHONY: brief test test-browser check docs golden lock clean help

help:
	@echo "make brief   set up .venv, brief inputs/, print where the brief is"
	@echo "make test    set up, then format, lint, types, layers, tests, docs, quality floors"
	@echo "make docs    run the commands shown in the documents anew"
	@echo "make golden  write outputs/sample/ anew; review the diff"

# A virtual environment needs the venv module; Debian ships it apart.
$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or newer is needed, this is " + sys.version.split()[0]) if sys.version_info < (3, 11) else None'
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { echo "The venv module of $(PYTHON) is missing; on Debian or Ubuntu: apt-get install python3-venv" >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: pyproject.toml requirements/run.txt $(BIN)/python
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements/run.txt
	@$(BIN)/pip install --quiet --disable-pip-version-check --no-deps -e .
	@touch $@

$(VENV)/.developer: requirements/dev.txt $(VENV)/.installed
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	@touch $@

brief: $(VENV)/.installed
	@$(BIN)/briefing make inputs -o $(OUT) || test $$? -eq 3
	@echo "The brief is in $(OUT)/latest/ (brief.html, brief.md, brief.txt, brief.json)"

test: check

check: $(VENV)/.developer
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest -n 2
	$(BIN)/python evals/floors.py

docs: $(VENV)/.developer
	$(BIN)/cog -P -r -I tests README.md docs/*.md

golden: $(VENV)/.installed
	$(BIN)/python tests/golden.py

lock: $(VENV)/.developer
	$(BIN)/pip install --quiet uv
	$(BIN)/python -m uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header pyproject.toml -o requirements/run.txt
	$(BIN)/python -m uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --group dev pyproject.toml -o requirements/dev.txt

clean:
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache
