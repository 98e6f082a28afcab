# `make demo` shows what Framesage does, `make test` runs all tests. Both install what they need.
# They need Python 3.10 or later, pip and make. To choose a Python: `make demo PYTHON=python3.12`.

# The first of these that is Python 3.10 or later; otherwise the first, and an error message below.
IS_RECENT := -c 'import sys; sys.exit(sys.version_info < (3, 10))'
PYTHON ?= $(shell for name in python3 python3.14 python3.13 python3.12 python3.11 python3.10; do \
	"$$name" $(IS_RECENT) 2>/dev/null && echo "$$name" && exit; done; echo python3)
VENV ?= .venv
PYTEST_ARGS ?=
# One process per core. The tests of a file stay in one process, because they share a server.
PARALLEL ?= -n auto --dist loadfile
ifeq ($(OS),Windows_NT)
BIN := $(VENV)/Scripts
else
BIN := $(VENV)/bin
endif
RUN := $(BIN)/python

.PHONY: help demo test check pytest pytest-vscode format coverage mutation bench fuzz oracle advice-report picture schema docs wheel clean
.DELETE_ON_ERROR:

help:  ## list the targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1: /'

demo: $(VENV)/framesage.stamp  ## run the language server and the command line on an example project
	@$(RUN) examples/demo.py

test: check pytest pytest-vscode  ## run all checks and tests

check: $(VENV)/dev.stamp  ## check style, types and import contracts
	$(RUN) -m ruff check .
	$(RUN) -m ruff format --check .
	$(RUN) -m mypy
	$(BIN)/lint-imports --no-logo

pytest: $(VENV)/dev.stamp  ## run the tests without the checks (PYTEST_ARGS="-k words" selects tests)
	$(RUN) -m pytest $(PARALLEL) --ignore=tests/editors/vscode $(PYTEST_ARGS)

# In a separate process: Playwright keeps an event loop running, which breaks asyncio tests.
pytest-vscode: $(VENV)/dev.stamp  ## run the VS Code tests, if VS Code is installed
	$(RUN) -m pytest -rs tests/editors/vscode $(PYTEST_ARGS)

format: $(VENV)/dev.stamp  ## format the code and apply automatic fixes
	$(RUN) -m ruff check --fix .
	$(RUN) -m ruff format .

coverage: $(VENV)/dev.stamp  ## measure the branch coverage of the unit, rule and property tests
	$(RUN) -m pytest -q $(PARALLEL) --cov --cov-report=term:skip-covered tests/unit tests/rules tests/property

# mutmut finds the modules of a `src` folder only, so it gets a copy of the checkout with one.
mutation: $(VENV)/dev.stamp  ## measure how many faults in inference/ and analysis/ their tests find
	rm -rf .cache/mutation && mkdir -p .cache/mutation
	cp -r server .cache/mutation/src && cp -r rules tests pyproject.toml .cache/mutation
	cd .cache/mutation && PYTHONPATH=src $(abspath $(RUN)) -m mutmut run

bench: $(VENV)/dev.stamp  ## measure the response times of the server
	@$(RUN) benchmarks/latency.py

fuzz: $(VENV)/dev.stamp  ## parse truncated and damaged files from the corpus (about 20 minutes)
	FRAMESAGE_FUZZ=all $(RUN) -m pytest -q -n auto --timeout 0 tests/corpus/test_damage.py

oracle: $(VENV)/dev.stamp  ## compare inference with CLIPS on 10,000 random projects (about 4 minutes)
	FRAMESAGE_ORACLE=10000 $(RUN) -m pytest -q --timeout 0 tests/oracle

advice-report: $(VENV)/dev.stamp  ## evaluate the rules on the corpus (../shared/corpus)
	@$(RUN) benchmarks/advice_report.py

picture: $(VENV)/dev.stamp  ## regenerate the picture in the README
	$(RUN) docs/make_picture.py

schema: $(VENV)/dev.stamp  ## regenerate the JSON Schemas of settings and rule files
	$(RUN) docs/make_schemas.py

docs: $(VENV)/dev.stamp  ## build the documentation site in .cache/site
	NO_MKDOCS_2_WARNING=1 $(RUN) -m mkdocs build --strict --quiet

wheel: $(VENV)/dev.stamp  ## build the wheel and the source distribution in dist/
	$(RUN) -m build --no-isolation

clean:  ## remove everything that make and the tools generated
	rm -rf $(VENV) dist .cache .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

$(RUN):
	@$(PYTHON) $(IS_RECENT) 2>/dev/null || { \
		echo "Framesage needs Python 3.10 or later, but '$(PYTHON)' is not. Choose another Python, for example:"; \
		echo "    make $(or $(MAKECMDGOALS),demo) PYTHON=python3.12"; exit 1; }
	@# Debian's Python lacks ensurepip; in that case, install pip with the pip of the system.
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
