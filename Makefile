# Each target does all of its own set-up; python3 (3.11 or newer) and make are enough to begin with.
PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready-run
READY_DEV := .venv/.ready-dev

.PHONY: help demo test bench lock clean

help:
	@echo "make demo    read the sample corpus and show its record"
	@echo "make test    lint, types, arrows, tests"
	@echo "make bench   print the figures of benchmarks/"
	@echo "make lock    choose the versions of requirements/ anew (needs uv)"
	@echo "make clean   remove what the other targets made"

demo: $(READY)
	$(BIN)/truceline demo

test: $(READY_DEV)
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest

bench: $(READY)
	$(BIN)/python benchmarks/score.py
	$(BIN)/python benchmarks/names.py
	$(BIN)/python benchmarks/quotes.py
	$(BIN)/python benchmarks/status.py
	$(BIN)/python benchmarks/when.py
	$(BIN)/python benchmarks/cost.py

$(BIN)/python:
	$(PYTHON) -m venv .venv

$(READY): requirements/run.txt pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements/run.txt
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation -e .
	@touch $@

$(READY_DEV): requirements/dev.txt $(READY)
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements/dev.txt
	@touch $@

LOCK := uv pip compile pyproject.toml --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-emit-find-links --no-annotate --custom-compile-command "make lock"

lock:
	$(LOCK) --group build -o requirements/run.txt
	$(LOCK) --group build --group dev -c requirements/run.txt -o requirements/dev.txt

clean:
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache build dist
