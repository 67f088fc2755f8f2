# Everything here needs only Python 3.11+, make and a package index that pip knows.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check -qq
PORT ?= 8012

.DEFAULT_GOAL := help
.PHONY: help install install-dev run test lint format lock model docs crash chaos transcripts year bench bench-train clean

help:  ## show this list
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 14

$(VENV)/base.stamp: requirements/base.txt requirements/build.txt pyproject.toml
	@echo "==> checking Python (3.11 or later is needed)"
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11+ is needed, this is " + sys.version)'
	@test -x $(BIN)/python || { echo "==> making $(VENV)"; $(PYTHON) -m venv $(VENV); }
	@echo "==> installing the build tools (hashes checked)"
	@$(PIP) install --require-hashes -r requirements/build.txt
	@echo "==> installing what Minsheng stands on (hashes checked; a minute or two the first time)"
	@$(PIP) install --require-hashes --no-build-isolation -r requirements/base.txt
	@echo "==> installing Minsheng itself"
	@$(PIP) install --no-build-isolation --no-deps -e .
	@touch $@

$(VENV)/dev.stamp: $(VENV)/base.stamp requirements/dev.txt
	@echo "==> installing the test tools (hashes checked)"
	@$(PIP) install --require-hashes --no-build-isolation -r requirements/dev.txt
	@touch $@

install: $(VENV)/base.stamp  ## make .venv and install Minsheng into it

install-dev: $(VENV)/dev.stamp  ## the same, with the test tools

run: install  ## open the sandbox: the whole desk in a web page, no token needed
	@$(BIN)/minsheng sandbox --port $(PORT)

test: install-dev  ## run the tests, side by side in several processes
	@echo "==> running the tests"
	@$(BIN)/python -m pytest -q -n auto --maxprocesses 4 --dist loadscope --no-loadscope-reorder || { \
		echo "==> what failed, once more and alone: what passes only now depends on the machine's speed, a fault too"; \
		$(BIN)/python -m pytest -q --last-failed --last-failed-no-failures none; }

lint: install-dev  ## ruff and mypy
	@echo "==> ruff"
	@$(BIN)/ruff check . && $(BIN)/ruff format --check .
	@echo "==> mypy"
	@$(BIN)/mypy

format: install-dev  ## let ruff tidy the code
	@$(BIN)/ruff check --fix . ; $(BIN)/ruff format .

model: install  ## rebuild the shipped model from the corpus
	@$(BIN)/python -m classifier.train

docs: install  ## rewrite the generated pages of docs/
	@$(BIN)/python -m bot.core.workflow > docs/workflow.md

crash: install-dev  ## kill the bot again and again while messages stream in; count what is lost
	@MINSHENG_CRASH_ROUNDS=20 $(BIN)/python -m pytest -q -s tests/test_crash.py

chaos: install-dev  ## let random people do anything at any time, at length (about a quarter of an hour)
	@MINSHENG_CHAOS_LIVES=60 MINSHENG_CHAOS_STEPS=80 $(BIN)/python -m pytest -q -x tests/test_anything.py

transcripts: install-dev  ## tell the journeys again in the other languages, into docs/transcripts/
	@notes=$$(mktemp -d) && for language in zh-Hans zh-Hant en; do \
		echo "==> $$language"; \
		MINSHENG_STORY_NOTES=$$notes MINSHENG_STORY_LANGUAGE=$$language \
		$(BIN)/python -m pytest -q --assert=plain tests/journeys || echo "==> not told: the stories named above"; done; rm -r $$notes

year: install  ## let a simulated city live through 2025, then check what happened (15 to 20 minutes)
	@$(BIN)/python -m benchmarks.year

bench-train: install  ## time the training on 100,000 messages
	@$(BIN)/python benchmarks/train_100k.py

bench: install  ## time queues and search of a million cases, a sweep beside citizens who write, and routing
	@$(BIN)/python benchmarks/queues.py
	@$(BIN)/python benchmarks/finding.py
	@$(BIN)/python -m benchmarks.sweep
	@$(BIN)/python benchmarks/routing.py

lock: install-dev  ## renew the lock files (no index address is written)
	@U="$(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header --no-annotate"; \
	$$U --upgrade requirements/build.in -o requirements/build.txt && \
	$$U --upgrade pyproject.toml -c requirements/build.txt -o requirements/base.txt && \
	$$U pyproject.toml --extra dev -c requirements/build.txt -c requirements/base.txt -o requirements/dev.txt

clean:  ## remove .venv and the caches
	rm -rf $(VENV) .mypy_cache .pytest_cache .ruff_cache .hypothesis build dist
