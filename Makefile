# Two commands for a fresh machine: `make brief` and `make test`. Everything else is for maintainers.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
OUT ?= outputs

.PHONY: brief test test-browser check docs golden lock clean help

help:
	@echo "make brief   set up .venv, brief inputs/, print where the brief is"
	@echo "make test    set up, then format, lint, types, layers, tests, docs, quality floors"
	@echo "make test-browser  the pages in Chromium: pasted into editors, read by axe, attacked; wants Chromium and npm"
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

$(VENV)/.browser: requirements/browser.txt $(wildcard tests/browser/*/package*.json tests/browser/editors/*.mjs) $(VENV)/.developer
	@command -v npm >/dev/null || { echo "npm is missing; as root on Debian or Ubuntu, .ci/browser installs it and Chromium" >&2; exit 1; }
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements/browser.txt
	@for place in editors ghost; do npm ci --prefix tests/browser/$$place --ignore-scripts --no-audit --no-fund --loglevel=error || exit 1; done
	@cd tests/browser/editors && node_modules/.bin/esbuild page.mjs --bundle --outdir=build --log-level=warning
	@touch $@

test: check
	@echo "Not checked: the pages in a real browser (tests/browser). They need Chromium and npm: make test-browser"

test-browser: $(VENV)/.browser
	$(BIN)/pytest -n 2 tests/browser

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
	$(BIN)/python -m uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --group browser -c requirements/dev.txt -o requirements/browser.txt
	cd tests/browser/editors && npm install --package-lock-only --omit-lockfile-registry-resolved --no-audit --no-fund
	cd tests/browser/ghost && npm install --package-lock-only --omit-lockfile-registry-resolved --no-audit --no-fund

clean:
	rm -rf $(VENV) tests/browser/*/node_modules tests/browser/editors/build .pytest_cache .mypy_cache .ruff_cache
