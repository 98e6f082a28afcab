# `make demo` shows what Framesage does, `make test` runs all tests. Both install what they need.
# They need Python 3.10 or later, pip and make. To choose a Python: `make demo PYTHON=python3.12`.

# The first of these that is Python 3.10 or later; otherwise the first, and an error message below.
IS_RECENT := -c 'import sys; sys.exit(sys.version_info < (3, 10))'
PYTHON ?= $(shell for name in python3 python3.14 python3.13 python3.12 python3.11 python3.10; do \
	"$$name" $(IS_RECENT) 2>/dev/null && echo "$$name" && exit; done; echo python3)
VENV ?= .venv
PYTEST_ARGS ?=
TOOLS := .cache/tools
UV := $(TOOLS)/bin/uv
BENCH_ARGS ?=
BENCH := .cache/bench
INTO_BENCH = $(RUN) -m pip --python $(BENCH)/bin/python install --quiet --disable-pip-version-check
# One process per core. The tests of a file stay in one process, because they share a server.
PARALLEL ?= -n auto --dist loadfile
ifeq ($(OS),Windows_NT)
BIN := $(VENV)/Scripts
else
BIN := $(VENV)/bin
endif
RUN := $(BIN)/python
# The tests start Python thousands of times; without .pyc files, each start takes twice as long.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: help demo test check pytest pytest-vscode format coverage mutation bench fuzz soak oracle sessions advice-report picture schema docs wheel lock lowest clean
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

# It measures what users get: the wheel, beside other tools, in an environment of their own.
bench: $(BENCH)/tools.stamp  ## measure Framesage beside other servers and tools, and write docs/performance.md
	rm -rf $(BENCH)/wheel
	$(RUN) -m build --no-isolation --wheel --outdir $(BENCH)/wheel . >/dev/null
	$(INTO_BENCH) --force-reinstall --no-deps $(BENCH)/wheel/*.whl
	$(RUN) benchmarks/bench.py --python $(BENCH)/bin/python $(BENCH_ARGS)

fuzz: $(VENV)/dev.stamp  ## give a million damaged inputs to all parsers (about 20 minutes; FUZZ_ARGS="--inputs 5000 setup.py")
	PYTHONPATH=tests $(RUN) -m fuzz.run $(FUZZ_ARGS)
	PYTHONPATH=tests $(RUN) -m fuzz.repetition
	PYTHONPATH=tests $(RUN) -m fuzz.guided
	PYTHONPATH=tests $(RUN) -m fuzz.messages 50000 1

soak: $(VENV)/dev.stamp  ## type 100,000 edits into a server, and print its memory on the way (about 5 minutes)
	PYTHONPATH=tests $(RUN) -m life.soak 100000

oracle: $(VENV)/dev.stamp  ## compare inference with CLIPS on 10,000 random projects (about 4 minutes)
	FRAMESAGE_ORACLE=10000 $(RUN) -m pytest -q --timeout 0 tests/oracle

sessions: $(VENV)/dev.stamp  ## compare 10,000 random sessions of an editor with checks (about 15 minutes)
	FRAMESAGE_SESSIONS=10000 $(RUN) -m pytest -q -n auto --timeout 0 tests/sessions

advice-report: $(VENV)/dev.stamp  ## evaluate the rules on the corpus (../shared/corpus)
	@$(RUN) benchmarks/advice_report.py

picture: $(VENV)/dev.stamp  ## regenerate the picture in the README
	$(RUN) docs/make_picture.py

schema: $(VENV)/dev.stamp  ## regenerate the JSON Schemas of settings and rule files
	$(RUN) docs/make_schemas.py

docs: $(VENV)/dev.stamp  ## build the documentation site in .cache/site
	NO_MKDOCS_2_WARNING=1 $(RUN) -m mkdocs build --strict --quiet

wheel: $(VENV)/dev.stamp  ## build the wheel and the source distribution in dist/, and an SBOM
	$(RUN) -m build --no-isolation
	$(RUN) .github/sbom.py dist/*.whl

lock: $(TOOLS)/bin/uv  ## choose the versions that action.yml installs again, with their hashes
	$(UV) pip compile --quiet --universal --python-version 3.10 --generate-hashes --no-header --no-annotate \
		--upgrade pyproject.toml .github/requirements/build.in --output-file .github/requirements/action.txt

lowest: $(VENV)/dev.stamp $(TOOLS)/bin/uv  ## run the tests with the lowest versions that pyproject.toml allows, on Python 3.10
	$(RUN) .github/lowest.py $(UV) 3.10 $(PARALLEL) $(or $(LOWEST_TESTS),tests/unit tests/e2e)

$(TOOLS)/bin/uv: | $(RUN)
	$(RUN) -m pip install --quiet --target $(TOOLS) uv

clean:  ## remove everything that make and the tools generated
	rm -rf $(VENV) dist .cache server/framesage/rules.snapshot .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

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

# Each tool that cannot be installed is left out of the benchmark.
$(BENCH)/tools.stamp: pyproject.toml | $(VENV)/dev.stamp
	$(RUN) -m venv --clear --without-pip $(BENCH)
	$(INTO_BENCH) .
	@for tool in tombi ruff deptry requirements-language-server; do \
		$(INTO_BENCH) "$$tool" || echo "$$tool cannot be installed, and is left out"; done
	@touch $@

-include vscode-extension/vsix.mk
