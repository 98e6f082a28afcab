# The VS Code extension; included by the Makefile at the root.

EXTENSION := vscode-extension
VSIX := $(EXTENSION)/framesage.vsix
VSIX_PYTHON ?= .venv/bin/python

.PHONY: vsix vscode vsix-check

$(EXTENSION)/node_modules: $(EXTENSION)/package-lock.json
	cd $(EXTENSION) && npm ci --loglevel=error
	touch $@

vsix: $(EXTENSION)/node_modules ## build the VS Code extension, server included
	$(VSIX_PYTHON) $(EXTENSION)/scripts/bundle.py
	cd $(EXTENSION) && npm run --silent build && npx --no-install vsce package --no-dependencies \
		--allow-missing-repository --no-rewrite-relative-links --out framesage.vsix

vscode: vsix ## build the extension and install it into your VS Code
	@if command -v code >/dev/null; then code --install-extension $(VSIX) --force; \
	else echo "VS Code's 'code' command is not on the PATH."; \
	echo "In VS Code: Extensions, '...', 'Install from VSIX...', then pick $(CURDIR)/$(VSIX)"; fi

vsix-check: $(EXTENSION)/node_modules ## types, lint and unit tests of the extension
	cd $(EXTENSION) && npm run --silent lint && npm run --silent test
