# The few commands of the README. Everything is installed into .venv/, nothing outside this folder.
#
#   make serve   set up, read what is new in content/sources, build the archive and serve it on this machine
#   make site    the same without serving: the finished site is in site/
#   make test    everything that must hold before a change is taken
#
# A Python other than the first suitable one on the path: make serve PYTHON=/path/to/python3

PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	"$$p" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && command -v "$$p" && break; done)
BIN := .venv/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check
NOT_INSTALLED = { echo "The packages could not be installed, see above. The first run needs the network; then try again."; exit 2; }
PORT ?= 8000
COUNTS ?= 1000 10000
ROUNDS ?= 3

.DEFAULT_GOAL := help
.PHONY: help serve site ingest check test bench lint docs lock clean

help: ## list these commands
	@sed -n 's/^\([a-z]*\):.*## /make \1	/p' Makefile

serve: .venv/runtime ## read what is new, build the archive, serve it on 127.0.0.1 and rebuild it as files change
	@$(BIN)/sijill ingest || test $$? -eq 1
	@$(BIN)/sijill serve --port $(PORT)

site: .venv/runtime ## read what is new and build the archive into site/
	@$(BIN)/sijill ingest || test $$? -eq 1
	@$(BIN)/sijill build

ingest: .venv/runtime ## read what is new in content/sources
	@$(BIN)/sijill ingest

check: .venv/runtime ## tell every problem in content/
	@$(BIN)/sijill check

test: .venv/development lint ## everything that must hold before a change is taken
	@$(BIN)/python -m pytest -n 2 --dist loadfile

bench: .venv/development ## measure builds beside other generators and write docs/benchmarks.md
	@$(BIN)/python tests/benchmarks/run.py --counts $(COUNTS) --rounds $(ROUNDS) --work .cache/bench --write

lint: .venv/development
	@$(BIN)/ruff check --quiet .
	@$(BIN)/ruff format --check --quiet .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-cache | tail -n 1
	@$(BIN)/zizmor --offline --quiet --no-progress .github

docs: .venv/development ## write the parts of docs/ that are made from the code
	@$(BIN)/python -m generator.cli.reference --write docs

lock: .venv/development ## resolve the dependencies of pyproject.toml anew and write the locks
	@$(PIP) uv
	@$(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
		--group build pyproject.toml -o requirements.lock
	@$(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
		--group build --group dev pyproject.toml -o requirements-dev.lock
	@$(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
		--group build --group properdocs pyproject.toml -o requirements-properdocs.lock
	@$(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.12 --generate-hashes --no-header --no-annotate \
		--group fuzz pyproject.toml --constraint requirements.lock -o requirements-fuzz.lock

clean: ## remove what can be made again
	rm -rf .venv site .site.sijill .cache .mypy_cache .ruff_cache .pytest_cache .hypothesis

.venv/python:
	@test -n "$(PYTHON)" || { \
		echo "Sijill needs Python 3.11 or newer, and found none on the path."; \
		echo "Install it (Debian, Ubuntu: apt install python3 python3-venv; macOS: brew install python), or name one:"; \
		echo "    make $(or $(MAKECMDGOALS),serve) PYTHON=/path/to/python3"; exit 2; }
	@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "$(PYTHON) is no Python 3.11 or newer; name another: make $(or $(MAKECMDGOALS),serve) PYTHON=/path/to/python3"; exit 2; }
	@"$(PYTHON)" -m venv .venv || { \
		echo "$(PYTHON) cannot make a virtual environment."; \
		echo "On Debian and Ubuntu that part comes on its own: apt install python3-venv"; rm -rf .venv; exit 2; }
	@touch $@

.venv/runtime: .venv/python requirements.lock pyproject.toml
	@echo "Installing what the archive needs into .venv (once) ..."
	@$(PIP) --require-hashes -r requirements.lock || $(NOT_INSTALLED)
	@$(PIP) --no-deps --no-build-isolation -e . || $(NOT_INSTALLED)
	@$(BIN)/python -m compileall -q generator
	@touch $@

.venv/development: .venv/runtime requirements-dev.lock
	@echo "Installing what the tests need into .venv (once) ..."
	@$(PIP) --require-hashes -r requirements-dev.lock || $(NOT_INSTALLED)
	@touch $@
