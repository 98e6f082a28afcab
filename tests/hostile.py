"""Hostile texts in every place that a workspace controls, as folders with files by name."""

import json

PLAIN = "\x1b[31m\x07\x85\x9b31m\u202e\u2066 ##[add-mask]x"
MARKUP = "![i](https://evil.example/i) <img src=//evil.example> [c](command:evil) `t` | **b**"
HOSTILE = f"x\n::error file=a::pwned {PLAIN} {MARKUP}"
NAME = HOSTILE.replace("/", ":")  # a folder or file can have this name
LINE = HOSTILE.replace("\n", " ")
IN_CODE = f"x` {MARKUP} `y"
LONG = "a" * 100_000
Q = json.dumps(HOSTILE)
M = json.dumps(f"{MARKUP}\n::error::x </script><script>alert(1)</script>")

RULE = f"""[[rule]]
id = "hostile"
title = {json.dumps(MARKUP)}
message = {json.dumps(MARKUP)}
why = {json.dumps(MARKUP)}
severity = "warning"
when = {{ package = "celery" }}
references = ["https://x.example/)![i](https://evil.example/i"]
"""
PROJECT = f"""[project]
name = {Q}
description = {json.dumps("An online store with user accounts. " + HOSTILE)}
keywords = [{Q}]
requires-python = {Q}
dependencies = ["flask", "django<2", "celery", "flask-login", {Q}]
[project.optional-dependencies]
{Q} = ["django-environ", "flask-admin"]
[dependency-groups]
{Q} = ["django-environ", {{ include-group = {Q} }}]
"""
SETTINGS = f"""rule-paths = ["rules", {Q}]
rule-packs = [{Q}]
exclude = [{Q}]
baseline = {Q}
framework = {Q}
{Q} = 1
[traits]
{Q} = true
[ignore]
two-frameworks = {Q}
{Q} = {Q}
[rules]
{Q} = {Q}
"""
LIST = (
    f"flask # framesage: ignore[{HOSTILE.splitlines()[1]}] {PLAIN}{MARKUP}\n-r {PLAIN}\n{PLAIN}\n"
)
POETRY = f"""[tool.poetry]
name = {Q}
[tool.poetry.dependencies]
python = {Q}
flask = {Q}
{Q} = {Q}
django = {{ version = {Q}, extras = [{Q}], markers = {Q}, path = {Q}, url = {Q} }}
[tool.poetry.group.{Q}.dependencies]
flask-login = {Q}
"""
OTHERS = {
    "setup.cfg": f"""[metadata]
name = {LINE}
[options]
install_requires =
  flask<2; {LINE}
  django
""",
    "environment.yml": f"""name: {Q}
dependencies:
- flask
- {Q}
- pip:
  - flask-login {LINE}
""",
    "Pipfile": f'[packages]\nflask={Q}\n{Q}={Q}\n[{Q}]\nflask-login="*"\n',
    "setup.py": f"""from setuptools import setup
setup(name={HOSTILE!r}, install_requires=["flask", {HOSTILE!r}])
""",
}
LOCKS = {
    "pyproject.toml": '[project]\nname = "x"\ndependencies = ["flask", "django"]\n',
    "uv.lock": f'[[package]]\nname = "flask"\nversion = {Q}\n[[package]]\nname = {Q}\n',
    "Pipfile.lock": json.dumps({"default": {HOSTILE: {"version": HOSTILE}}}),
    "framesage.toml": 'baseline = "b.json"\n',
    "b.json": json.dumps({"version": HOSTILE, "findings": [{"rule": HOSTILE}]}),
}
DECIDED = f"""[project]
name = "x"
description = "An online store with user accounts"
dependencies = ["flask", "django", "flask-login", "wtforms"]
[tool.framesage]
framework = "flask"
decision = {json.dumps(IN_CODE)}
fail-on = {Q}
[tool.framesage.traits]
needs-auth = {Q}
[tool.framesage.ignore]
flask-forms-without-csrf = {{ reason = {Q}, until = {Q} }}
{Q} = {{ reason = {Q} }}
"""
CANDIDATE = f"""[[framework]]
id = "fastapi"
candidate = true
covers = ["async-first"]
first-steps = [{M}]
references = ["guide:A01"]
[framework.comparison]
"Admin site" = {M}
[[claim]]
id = "A01"
text = {M}
[[trait]]
id = "my-trait"
title = {M}
denial = {M}
description = {M}
question = {M[:-1]}?"
help = {M}
yes = {M}
no = {M}
references = ["guide:A01"]
[[evidence]]
id = "my-evidence"
trait = "my-trait"
why = {M}
packages.fair = ["celery"]
[[neutral]]
why = {M}
packages = ["acme-x"]
[[rule]]
id = "mine-favors"
title = {M}
why = {M}
favors = "fastapi"
strength = "strong"
when = "my-trait"
references = ["guide:A01"]
[[extend]]
battery = "orm"
fastapi = {{ included = {M} }}
"""
FOLDERS = {
    "texts": {"pyproject.toml": PROJECT, "README.md": f"# {HOSTILE}\n\n{HOSTILE}\n"},
    "settings": {"pyproject.toml": PROJECT, "framesage.toml": SETTINGS},
    "comments": {"requirements.txt": LIST, "more/requirements.txt": "django<2\n"},
    "rules": {
        "requirements.txt": "flask\ncelery\n",
        "framesage.toml": 'rule-paths = ["rules"]\n',
        "rules/a.toml": RULE,
    },
    "mistakes in rules": {
        "requirements.txt": "flask\n",
        "framesage.toml": 'rule-paths = ["rules"]\n',
        "rules/a.toml": RULE.replace("celery", "cel ery") + f"{Q} = 1\n",
    },
    "a candidate": {
        "requirements.txt": "celery\nacme-x\nsqlalchemy\nflask-login\n",
        "framesage.toml": 'rule-paths = ["rules"]\n',
        "rules/a.toml": CANDIDATE,
    },
    "folders": {f"{NAME}/requirements.txt": "flask<2\ndjango\n", "requirements.txt": "flask\n"},
    "files": {f"requirements-{NAME}.txt": "flask<2\ndjango\n", f"{NAME}.toml": "flask"},
    "unreadable files": {f"{NAME}/requirements.txt": b"\xff\xfe\x00x\xff"},
    "commands": {"::add-mask::flask/requirements.txt": "flask<2\ndjango\n"},
    "broken TOML": {"pyproject.toml": PROJECT + f"x = {HOSTILE}"},
    "Poetry": {"pyproject.toml": POETRY},
    "other formats": OTHERS,
    "locks and a baseline": LOCKS,
    "a decision": {"pyproject.toml": DECIDED, "framesage.toml": f"decision = {Q}\n"},
    "lone surrogates": {
        "pyproject.toml": PROJECT.replace(Q, r'"\ud800\u0000"'),
        "framesage.toml": SETTINGS.replace(Q, r'"\udfff\u0000\u202e"'),
    },
    "NUL": {"requirements.txt": "flask\0\n\0django\n-r \0\n# framesage: ignore[\0]\n"},
    "long names": {
        "pyproject.toml": PROJECT.replace(Q, json.dumps(LONG)),
        "framesage.toml": SETTINGS.replace(Q, json.dumps(LONG)),
        "requirements.txt": f"flask[{LONG}]\n-r {LONG}\ndjango ; {LONG}\n"
        f"flask-admin # framesage: ignore[{LONG}] {LONG}\n",
    },
}
