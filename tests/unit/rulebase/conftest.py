from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from framesage.rulebase.builder import build
from framesage.rulebase.errors import RuleBaseError
from framesage.rulebase.parsing import read_files

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from framesage.rulebase.rule_base import RuleBase

# A small rule base with other names than the built-in one: no code depends on those.
WORDS = """
[scale]
framework-strength = 0.9
rival-strength = 0.7
majority = 0.66
[scale.strengths]
conclusive = 0.95
strong = 0.85
fair = 0.6
weak = 0.35
slight = 0.15
[scale.reliabilities]
runtime = 1.0
optional = 0.3
development = 0.2
via = 0.1
constraint = 0.0
metadata = 1.0
[scale.thresholds]
low = 0.2
medium = 0.5
high = 0.8

[[claim]]
id = "G01"
text = "Salt is light."

[[trait]]
id = "web-application"
title = "It is on the web"
description = "It answers requests."
references = ["guide:G01"]

[[trait]]
id = "needs-auth"
title = "People log in"
description = "They do."
references = ["guide:G01"]

[[trait]]
id = "needs-admin"
title = "Staff manage it"
description = "They do."
references = ["guide:G01"]

[[framework]]
id = "salt"
title = "Salt"
packages = ["salt"]
references = ["guide:G01"]
[framework.plugins]
prefixes = ["salt-"]
packages = ["brine"]
except = ["salt-mine"]
strength = 0.8

[[framework]]
id = "pepper"
title = "Pepper"
packages = ["pepper"]
references = ["guide:G01"]

[[framework]]
id = "vinegar"
title = "Vinegar"
packages = ["vinegar"]
other = true

[[need]]
id = "login"
title = "log-in"
traits = ["needs-auth"]
[need.salt]
packages = ["salt-login"]
also = ["salt-users"]
docs = "https://salt-login.example/"
[need.pepper]
included = "pepper.auth"
docs = "https://pepper.example/auth/"
duplicates = ["gate"]

[[need]]
id = "admin"
title = "an admin site"
traits = ["needs-admin"]
large = true
[need.salt]
packages = ["salt-admin"]
docs = "https://salt-admin.example/"
[need.pepper]
included = "pepper.admin"
docs = "https://pepper.example/admin/"

[[need]]
id = "sums"
title = "sums"
traits = ["needs-admin"]
[need.salt]
packages = ["abacus"]
docs = "https://abacus.example/"
[need.pepper]
packages = ["abacus"]
docs = "https://abacus.example/"

[minimums]
salt-login = "1.2"
salt-admin = "2"
abacus = "0.3.1"

[[package-set]]
id = "spices"
packages = ["cumin", "salt-login"]

[[evidence]]
id = "login-packages"
trait = "needs-auth"
why = "logs people in"
[evidence.packages]
salt-login = 0.9
gate = 0.5
"""

Make = "Callable[[str], RuleBase]"


@pytest.fixture
def make(tmp_path: Path) -> Callable[[str], RuleBase]:
    """Build a rule base from the small vocabulary and further TOML in a file of its own."""

    def build_with(more: str) -> RuleBase:
        words, rules = tmp_path / "words.toml", tmp_path / "rules.toml"
        words.write_text(WORDS, encoding="utf-8")
        rules.write_text(more, encoding="utf-8")
        return build(read_files([words, rules]))

    return build_with


@pytest.fixture
def errors(make: Callable[[str], RuleBase]) -> Callable[[str], list[str]]:
    """Return the errors in further TOML as ``line:column: message``."""

    def errors_in(more: str) -> list[str]:
        with pytest.raises(RuleBaseError) as caught:
            make(more)
        assert {error.path.name for error in caught.value.errors} == {"rules.toml"}
        return [f"{error.line}:{error.column}: {error.message}" for error in caught.value.errors]

    return errors_in
