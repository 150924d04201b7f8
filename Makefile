# `make run` starts the dashboard, `make test` runs all tests; both prepare their own environment in .venv the first time.

SHELL := /bin/bash
.DEFAULT_GOAL := run
.PHONY: run test check accuracy bench clean

VENV := .venv
IN := $(VENV)/bin
ENOUGH := import sys; sys.exit(sys.version_info < (3, 11))
PYTHON ?= $(firstword $(foreach python,python3 python3.14 python3.13 python3.12 python3.11,$(shell $(python) -c '$(ENOUGH)' 2>/dev/null && echo $(python))))
PIP := $(IN)/python -m pip install --quiet --disable-pip-version-check --no-input

# The dashboard on this machine, starting from the seed report. `make run PORT=8600` chooses the port.
run: $(VENV)/.for-running
	@$(IN)/humsit serve $(if $(PORT),--port $(PORT))

# Everything that must hold: style, types, and all tests with a real browser, a real PostgreSQL and files of real programs.
# `make test TESTS=tests/documents` runs some of them. Two processes: one of them mostly waits for a browser or a server.
test:
	@tests/install_system_packages.sh & $(MAKE) --no-print-directory check; checked=$$?; wait; exit $$checked
	$(IN)/python -m pytest --numprocesses 2 --dist loadfile --no-loadscope-reorder $(TESTS)

# What can be told without running anything: style and types.
check: $(VENV)/.for-testing
	$(IN)/ruff check .
	$(IN)/ruff format --check .
	$(IN)/mypy

# How right the reader is, on the gold texts that tests/gold/sources.csv names: written for the dashboard and into the README.
accuracy: $(VENV)/.for-testing
	$(IN)/python -m tests.accuracy

# How fast the reader is, beside others. `make bench TEXTS=folder/of/reports` takes real reports of yours too.
bench: $(VENV)/.for-bench
	$(IN)/python -m tests.bench.reader $(TEXTS)

clean:
	rm -rf $(VENV) dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis

$(IN)/python:
	@[ -n "$(PYTHON)" ] || { echo "humsit needs Python 3.11 or newer: install it, or name it with make PYTHON=…"; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.for-running: pyproject.toml | $(IN)/python
	@echo "Installing what humsit needs into $(VENV); this takes a minute the first time."
	$(PIP) --editable .
	@touch $@

$(VENV)/.for-testing: pyproject.toml | $(IN)/python
	@echo "Installing what humsit and its tests need into $(VENV); this takes a minute the first time."
	$(PIP) --editable '.[dev]'
	@touch $(VENV)/.for-running $@

$(VENV)/.for-bench: pyproject.toml $(VENV)/.for-testing
	$(PIP) --editable '.[bench]'
	@touch $@
