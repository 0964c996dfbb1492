# Everything a developer or editor does; each target makes .venv first if it is not there.
PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

.PHONY: page test lint types walls unit bench fonts photographs docs specimen lock clean

# Edition: content.yaml, fonts/ and images/ to build/page.pdf and build/page.png
page: .venv/page
	$(BIN)/xihu build content.yaml -o build/page.pdf --png

test: lint types walls unit

lint: .venv/test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: .venv/test
	$(BIN)/mypy

walls: .venv/test
	$(BIN)/lint-imports --no-logo

unit: .venv/test
	$(BIN)/pytest -n auto --dist worksteal

# The page against Typst on the same text, grid and fonts: cold, warm, where the time goes, the lines; then lines alone
bench: .venv/bench
	$(BIN)/python bench/cold.py
	$(BIN)/python bench/warm.py
	$(BIN)/python bench/stages.py
	$(BIN)/python bench/lines.py
	$(BIN)/python bench/composition.py
	$(BIN)/python bench/growth.py

fonts: .venv/test
	$(BIN)/python fonts/build_fonts.py

photographs: .venv/page
	$(BIN)/python images/draw_photographs.py

docs: .venv/test
	$(BIN)/python docs/redraw.py

# Every rule of composition that can be seen, as docs/specimen/page-*.png
specimen: .venv/test
	$(BIN)/python docs/specimen/draw.py

lock: .venv/test .venv/bench
	$(BIN)/python -m pip freeze --exclude-editable | grep -v '^xihu' > requirements.lock

clean:
	rm -rf .venv build .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache

.venv/bin/python:
	$(PYTHON) -m venv .venv

.venv/page: .venv/bin/python pyproject.toml requirements.lock
	$(PIP) install -c requirements.lock -e '.[png,check]'
	$(BIN)/python -m compileall -q src
	touch $@

.venv/test: .venv/bin/python pyproject.toml requirements.lock
	$(PIP) install -c requirements.lock -e '.[test]'
	$(BIN)/python -m compileall -q src
	touch $@ .venv/page

.venv/bench: .venv/bin/python pyproject.toml requirements.lock
	$(PIP) install -c requirements.lock -e '.[test,bench]'
	$(BIN)/python -m compileall -q src
	touch $@ .venv/test .venv/page
