# The VS Code extension; included by the Makefile at the root, whose RUN is the Python to use.

EXTENSION := vscode-extension
VSIX := $(EXTENSION)/framesage.vsix
NODE_MODULES := $(EXTENSION)/node_modules/.package-lock.json
IN_EXTENSION := package.json package-lock.json esbuild.mjs tsconfig.json language-configuration.json \
	.vscodeignore README.md CHANGELOG.md LICENSE images/*.png scripts/*.py scripts/wheels.txt src/*.ts
PACKED := $(wildcard $(addprefix $(EXTENSION)/,$(IN_EXTENSION))) pyproject.toml hatch_build.py \
	$(shell find server rules -name '*.py' -o -name '*.toml' -o -name '*.css' -o -name '*.js')

.PHONY: vsix vscode vsix-check

vsix: $(VSIX)  ## build the VS Code extension, server included

vscode: $(VSIX)  ## build the VS Code extension and install it into your VS Code
	@if command -v code >/dev/null; then code --install-extension $(VSIX) --force; \
	else echo "VS Code's command 'code' is not on the PATH. In VS Code: Extensions, '...',"; \
	echo "'Install from VSIX...', then pick $(CURDIR)/$(VSIX)"; fi

vsix-check: $(NODE_MODULES)  ## check the extension: types, style, unit tests
	cd $(EXTENSION) && npm run --silent lint && npm run --silent test

$(VSIX): $(NODE_MODULES) $(PACKED) | $(RUN)
	$(RUN) $(EXTENSION)/scripts/bundle.py
	cd $(EXTENSION) && npm run --silent build && npx --no-install vsce package --no-dependencies \
		--allow-missing-repository --no-rewrite-relative-links --out framesage.vsix

$(NODE_MODULES): $(EXTENSION)/package-lock.json
	@command -v npm >/dev/null || { echo "The VS Code extension is built with npm (Node 20 or later)."; exit 1; }
	cd $(EXTENSION) && npm ci --loglevel=error
	@touch $@

# The tests of the extension need it built; who has not installed VS Code for the tests is spared that.
ifneq ($(CI)$(wildcard .cache/editors/code-server),)
test: vsix-check
pytest pytest-vscode: $(VSIX)
endif
