# Targets for the VS Code extension. The root Makefile includes this file and sets RUN, the Python to use.

EXTENSION := vscode-extension
# The Marketplace does not resolve relative links, and vsce ignores repository.directory.
REPOSITORY := https://github.com/framesage/framesage
# The pictures of the README are loaded from there. `make vsix PICTURES=--pictures`, which the release
# does, includes them; until then, VS Code would show them as broken.
PICTURES ?=
VSIX := $(EXTENSION)/framesage.vsix
NODE_MODULES := $(EXTENSION)/node_modules/.package-lock.json
EXTENSION_FILES := package.json package-lock.json esbuild.mjs tsconfig.json language-configuration.json \
	.vscodeignore README.md CHANGELOG.md LICENSE images/*.png images/*.svg walkthrough/*.md \
	scripts/*.py scripts/*.mjs scripts/wheels.txt $(addprefix src/,*.ts */*.ts)
VSIX_INPUTS := $(wildcard $(addprefix $(EXTENSION)/,$(EXTENSION_FILES))) pyproject.toml hatch_build.py \
	$(shell find server rules -name '*.py' -o -name '*.toml' -o -name '*.css' -o -name '*.js')

.PHONY: vsix vscode vsix-check bench-vscode

vsix: $(VSIX)  ## build the VS Code extension, including the server

vscode: $(VSIX)  ## build the VS Code extension and install it in VS Code
	@if command -v code >/dev/null; then code --install-extension $(VSIX) --force; \
	else echo "The command 'code' is not on the PATH. In VS Code, run"; \
	echo "'Extensions: Install from VSIX...' and choose $(CURDIR)/$(VSIX)"; fi

vsix-check: $(NODE_MODULES)  ## check types and style of the extension and run its unit tests
	cd $(EXTENSION) && npm run --silent lint && npm run --silent test

bench-vscode: $(VSIX)  ## measure how soon the first findings are shown in VS Code
	@$(RUN) benchmarks/vscode_start.py

$(VSIX): $(NODE_MODULES) $(VSIX_INPUTS) | $(VENV)/dev.stamp
	$(RUN) $(EXTENSION)/scripts/bundle.py
	cd $(EXTENSION) && npm run --silent build
	$(RUN) $(EXTENSION)/scripts/stage.py $(PICTURES)
	cd $(EXTENSION)/build && node ../node_modules/@vscode/vsce/vsce package --no-dependencies \
		--baseContentUrl $(REPOSITORY)/blob/HEAD/$(EXTENSION) \
		--baseImagesUrl $(REPOSITORY)/raw/HEAD/$(EXTENSION) --out $(abspath $(VSIX))
	$(RUN) $(EXTENSION)/scripts/compress.py $(VSIX)
	$(RUN) .github/sbom.py $(VSIX)

$(NODE_MODULES): $(EXTENSION)/package-lock.json
	@command -v npm >/dev/null || { echo "Install npm (Node.js 20 or newer) to build the VS Code extension."; exit 1; }
	cd $(EXTENSION) && npm ci --loglevel=error
	@touch $@

# The tests in VS Code need the built extension. Without VS Code installed for testing, skip the build.
ifneq ($(CI)$(wildcard .cache/editors/code-server),)
test: vsix-check
pytest pytest-vscode: $(VSIX)
endif
