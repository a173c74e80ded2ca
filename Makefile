# Everything lives in .venv/ and build/. `make help` lists the targets.
PYTHON ?= python3
BIN := .venv/bin
DEMO := build/demo

.PHONY: help demo test lint quality bench docs clean
.DEFAULT_GOAL := help

help:  ## this list
	@sed -nE 's/^([a-z]+):.*## (.*)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 18

demo: .venv/.installed  ## import the sample pages and look at what was found
	@bash tools/demo.sh $(DEMO) $(BIN)

test: .venv/.installed-test  ## ruff, mypy, pytest
	@$(MAKE) --no-print-directory lint
	@$(BIN)/pytest -q -n auto --dist worksteal

lint: .venv/.installed-test
	@$(BIN)/ruff check -q
	@$(BIN)/ruff format -q --check
	@$(BIN)/mypy --no-error-summary
	@echo "ruff and mypy: nothing to say"

quality: .venv/.installed  ## score the held-out pages and the samples against the floors
	@$(BIN)/python benchmarks/quality.py
	@$(BIN)/python benchmarks/quality.py --samples

bench: .venv/.installed-bench  ## speed beside what anyone would write, quality and speed beside other libraries
	@$(BIN)/python benchmarks/speed.py
	@$(BIN)/python benchmarks/peers.py
	@$(BIN)/python benchmarks/recognisers.py

docs: .venv/.installed  ## regenerate docs/commands, the tables of kinds, the schema and the README's outputs
	@$(BIN)/python tools/docs.py
	@$(BIN)/python tools/readme.py

clean:  ## remove .venv/, build/ and every cache
	rm -rf .venv build dist *.egg-info .mypy_cache .pytest_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# The stamps are redone when the dependencies change.
.venv/.created:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "govarchive needs Python 3.11 or later: make PYTHON=python3.11")'
	@echo "setting up .venv ..."
	@$(PYTHON) -m venv .venv
	@touch $@

.venv/.installed: .venv/.created pyproject.toml
	@$(BIN)/python -m pip install -q --disable-pip-version-check -e .
	@touch $@

.venv/.installed-test: .venv/.created pyproject.toml
	@$(BIN)/python -m pip install -q --disable-pip-version-check -e '.[test]'
	@touch $@ .venv/.installed

.venv/.installed-bench: .venv/.created pyproject.toml
	@$(BIN)/python -m pip install -q --disable-pip-version-check -e '.[bench]'
	@touch $@ .venv/.installed
