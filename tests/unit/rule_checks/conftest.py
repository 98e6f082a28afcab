from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from framesage.rule_checks.report import check_added
from framesage.rulebase import load_rule_base

if TYPE_CHECKING:
    from collections.abc import Callable

    from framesage.rule_checks.report import RulesReport

ADVICE = """\
[[rule]]
id = "acme-throttle"
title = "Logins without a limiter"
message = "Add Flask-Limiter: {package} has none."
why = "Passwords are guessed."
severity = "warning"
at = "matches"
fix = { add = "flask-limiter" }
references = ["https://acme.example/"]

[rule.when]
framework = "flask"
package = "flask-login"
none = [{ package = "flask-limiter" }]

[[rule.test]]
name = "login alone"
requirements = ["flask>=3", "flask-login"]
wanted = true

[[rule.test]]
name = "a limiter"
requirements = ["flask>=3", "flask-login", "flask-limiter"]
wanted = false
"""
GUIDANCE = """\
[[rule]]
id = "acme-accounts-favor-django"
title = "Accounts need Django here"
why = "Ours are in Django."
when = "needs-auth"
favors = "django"
strength = "strong"
references = ["https://acme.example/"]

[[rule.test]]
name = "accounts"
traits = { needs-auth = true }
wanted = true

[[rule.test]]
name = "no accounts"
traits = { needs-auth = false }
wanted = false
"""


@pytest.fixture(scope="session")
def builtin():
    return load_rule_base(whole=True)


@pytest.fixture
def check(tmp_path, builtin) -> Callable[[str], RulesReport]:
    """Check the rules in a text, a file called own.toml."""

    def check_text(text: str) -> RulesReport:
        path = tmp_path / "own.toml"
        path.write_text(text, encoding="utf-8")
        return check_added(builtin, load_rule_base([path], whole=True))

    return check_text


@pytest.fixture
def issues(check) -> Callable[[str], list[str]]:
    """Return the issues of rules as ``line:column: message [check]``, with their details."""

    def issues_in(text: str) -> list[str]:
        found = check(text).issues
        return [str(issue).partition("own.toml:")[2] for issue in found]

    return issues_in
