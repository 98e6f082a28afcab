"""Check a sample of the package names in the rule base against the package index. Not run in CI.

    python tests/rules/check_names.py [--sample 20] [--seed 0] [NAME ...]

Looks up one name at a time with pip and prints the unknown ones. NAMEs replace the sample.
"""

from __future__ import annotations

import argparse
import random
import subprocess
import sys

from framesage.rulebase import load_rule_base


def names() -> list[str]:
    """Return all package names in the rule base, without prefixes."""
    base = load_rule_base()
    symbols = {symbol for group in base.evidence for symbol in group.strengths}
    named = {symbol.removeprefix("package:") for symbol in symbols if symbol.startswith("package:")}
    named.update(base.neutral, base.framework_of, base.changes_of)
    for framework in base.frameworks.values():
        named.update(framework.plugin_packages, framework.bundled_by)
    for need in base.needs.values():
        named.update(need.packages(), need.duplicates())
    for rule in base.all_rules():
        symbols = {symbol.partition("@")[0] for symbol in rule.condition.symbols()}
        named.update(symbol.removeprefix("package:") for symbol in symbols if "package:" in symbol)
    added = {rule.fix.add for rule in base.advice.values() if rule.fix and rule.fix.add}
    return sorted(name for name in named | added if not name.endswith("*"))


def is_known(name: str) -> bool:
    """Return whether the index has a package with this name."""
    command = [sys.executable, "-m", "pip", "index", "versions", name]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


def main() -> int:
    """Run from the command line; return 1 if a name is not known."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sample", type=int, default=20)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("names", nargs="*", metavar="NAME")
    options = parser.parse_args()
    sample = options.names or random.Random(options.seed).sample(names(), options.sample)
    unknown = [name for name in sample if not is_known(name)]
    print(f"{len(sample) - len(unknown)} of {len(sample)} are known to the index")
    for name in unknown:
        print(f"not known: {name}")
    return int(bool(unknown))


if __name__ == "__main__":
    sys.exit(main())
