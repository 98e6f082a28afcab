"""What the messages of a rule have in common is worked out once, not for each location."""

from collections import Counter
from datetime import date

import pytest

from framesage.advice import messages
from framesage.advice.workspace import assess_paths
from framesage.rulebase.placeholders import PLACEHOLDERS

MESSAGE = " ".join(f"{{{name}}}" for name in PLACEHOLDERS if name not in ("until", "supported"))
RULE = f"""[[rule]]
id = "found-at-each"
title = "t"
message = "{MESSAGE}"
why = "w"
severity = "warning"
at = "matches"
when = {{ package = "pkg-*" }}
references = ["https://example.com/"]
"""


@pytest.fixture
def calls(monkeypatch):
    """The number of calls of each function that looks at the whole project or match."""
    counts = Counter()

    def count(name):
        call = getattr(messages, name)

        def counted(*args):
            counts[name] += 1
            return call(*args)

        monkeypatch.setattr(messages, name, counted)

    for name in ("main_reasons", "parts_words", "subject_locations", "labels_by_location"):
        count(name)
    return counts


def test_what_messages_share_is_worked_out_once(tmp_path, make_project, calls):
    lines = "".join(f"pkg-{number}\n" for number in range(40))
    files = {
        "requirements.txt": f"flask\n{lines}",
        "framesage.toml": 'rule-paths = ["r"]\n',
        "r/a.toml": RULE,
    }
    (assessment,) = assess_paths([make_project(tmp_path, files)], date(2026, 7, 26))
    found = [finding for finding in assessment.findings if finding.rule == "found-at-each"]
    assert len(found) == 40
    assert all("pkg-0, pkg-1 and 38 more" in finding.message for finding in found)
    assert set(calls.values()) == {1}


def test_a_rule_has_a_limited_number_of_findings_in_a_file(tmp_path, make_project):
    ignore = "  # framesage: ignore[found-at-each] later"
    lines = [f"pkg-{number}{ignore if number == 290 else ''}\n" for number in range(300)]
    files = {
        "requirements.txt": f"flask\n{''.join(lines)}",
        "framesage.toml": 'rule-paths = ["r"]\n',
        "r/a.toml": RULE.replace(MESSAGE, "M."),
    }
    (assessment,) = assess_paths([make_project(tmp_path, files)], date(2026, 7, 26))
    found = [finding.message for finding in assessment.findings if finding.rule == "found-at-each"]
    assert found == ["M."] * 99 + ["M. (and 200 more here)"]
    assert [finding.location.text for finding in assessment.suppressed] == ["pkg-290"]
    assert all(finding.rule != "unused-ignore" for finding in assessment.findings)
