# `make demo` shows what Framesage does, `make test` runs all tests. Both make what they need.
# Only Python 3.10 or later, pip and make are asked for; another Python: `make demo PYTHON=python3.12`.

# The first of these names that is Python 3.10 or later, else the first: its refusal is explained.
IS_RECENT := -c 'import sys; sys.exit(sys.version_info < (3, 10))'
PYTHON ?= $(shell for name in python3 python3.14 python3.13 python3.12 python3.11 python3.10; do \
	"$$name" $(IS_RECENT) 2>/dev/null && echo "$$name" && exit; done; echo python3)
VENV ?= .venv
PYTEST_ARGS ?=
# As many processes as there are cores; one file's tests stay together, they share a server.
PARALLEL ?= -n auto --dist loadfile
ifeq ($(OS),Windows_NT)
BIN := $(VENV)/Scripts
else
BIN := $(VENV)/bin
endif
RUN := $(BIN)/python

.PHONY: help demo test check pytest pytest-vscode format bench fuzz advice-report picture wheel clean
.DELETE_ON_ERROR:

help:  ## say what there is to make
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1: /'

demo: $(VENV)/framesage.stamp  ## run the language server and the command on an example project
	@$(RUN) examples/demo.py

test: check pytest pytest-vscode  ## check the code and run all tests

check: $(VENV)/dev.stamp  ## check style, types and which room imports which
	$(RUN) -m ruff check .
	$(RUN) -m ruff format --check .
	$(RUN) -m mypy
	$(BIN)/lint-imports --no-logo

pytest: $(VENV)/dev.stamp  ## run the tests alone (PYTEST_ARGS="-k words")
	$(RUN) -m pytest $(PARALLEL) --ignore=tests/editors/vscode $(PYTEST_ARGS)

# A process of its own: Playwright keeps an event loop running, which asyncio's tests do not bear.
pytest-vscode: $(VENV)/dev.stamp  ## run the tests in real VS Code, where it is installed
	$(RUN) -m pytest -rsR tests/editors/vscode $(VSCODE_ARGS) $(PYTEST_ARGS)

format: $(VENV)/dev.stamp  ## bring the code into its style
	$(RUN) -m ruff check --fix .
	$(RUN) -m ruff format .

bench: $(VENV)/dev.stamp  ## measure how long people wait for the server
	@$(RUN) benchmarks/latency.py

fuzz: $(VENV)/dev.stamp  ## cut the files of the corpus off at every byte, and damage them (takes some 20 minutes)
	FRAMESAGE_FUZZ=all $(RUN) -m pytest -q -n auto --timeout 0 tests/corpus/test_damage.py

advice-report: $(VENV)/dev.stamp  ## measure the advice on the corpus beside the checkout
	@$(RUN) benchmarks/advice_report.py

picture: $(VENV)/dev.stamp  ## draw README's picture anew
	$(RUN) docs/make_picture.py

wheel: $(VENV)/dev.stamp  ## build the wheel and the archive of sources into dist/
	$(RUN) -m build --no-isolation

clean:  ## remove what was made
	rm -rf $(VENV) dist .cache .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

$(RUN):
	@$(PYTHON) $(IS_RECENT) 2>/dev/null || { \
		echo "Framesage needs Python 3.10 or later, and '$(PYTHON)' is not. Name one that is, such as:"; \
		echo "    make $(or $(MAKECMDGOALS),demo) PYTHON=python3.12"; exit 1; }
	@# Debian's Python comes without ensurepip: there, its pip fills the environment.
	@$(PYTHON) -m venv $(VENV) >/dev/null 2>&1 || { \
		$(PYTHON) -m venv --clear --without-pip $(VENV) && \
		$(PYTHON) -m pip --python $(RUN) install --quiet pip; }

$(VENV)/framesage.stamp: pyproject.toml | $(RUN)
	$(RUN) -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(VENV)/dev.stamp: pyproject.toml | $(RUN)
	$(RUN) -m pip install --quiet --disable-pip-version-check --upgrade "pip>=25.1"
	$(RUN) -m pip install --quiet --editable . --group dev
	@touch $@ $(VENV)/framesage.stamp

-include vscode-extension/vsix.mk
