"""A rule of a team about logins, with its tests, in a pack."""

PACK = '[pack]\nname = "house"\nversion = "1.0"\n'
RULE = """\
[[rule]]
id = "house-login"
title = "Logins need house-auth 😀"
severity = "hint"
message = "Add `house-auth`."
why = "It is ours."
when = "needs-auth"
references = ["guide:G07"]

[[rule.test]]
name = "a project with logins"
wanted = true
requirements = ["flask", "flask-login"]

[[rule.test]]
name = "any other"
wanted = false
requirements = ["flask"]
"""
MISSPELLED = RULE.replace("needs-auth", "need-auth")
