"""``framesage/rule`` and the link of a diagnostic: the page about its rule.

The page is that of the published documentation for a built-in rule. Until that is published, and
for a rule of a team, it is a file, or what a client with a command for such pages shows.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING
from urllib.parse import quote

from framesage.advice.builtin_rules import BUILTIN_RULES
from framesage.lsp.conversion.positions import path_of, uri_of
from framesage.lsp.features.execute_command import has_command
from framesage.lsp.workspace.rule_pages import rule_html
from framesage.rulebase.paths import shipped_rules
from framesage.wording.site import published_rule

if TYPE_CHECKING:
    from framesage.advice.builtin_rules import BuiltinRule
    from framesage.advice.model import Assessment, Finding
    from framesage.lsp.server import FramesageServer
    from framesage.rulebase.model import Rule

RULE = "framesage/rule"

CLIENT_SHOW_RULE = "framesage.showRule"
"""A client's own command for the page about a rule, which takes a document's URI and the rule's id.
A client that has one names it in ``experimental.commands.commands`` of its capabilities."""


def register(server: FramesageServer) -> None:
    """Register the handler."""
    server.feature(RULE)(rule_document)


def rule_document(ls: FramesageServer, params: object) -> dict[str, str] | None:
    """Return ``{"title", "html"}`` for ``{"textDocument": {"uri"}, "rule"}``: the page about a rule
    of the document's project; null if it has no such rule."""
    uri = getattr(getattr(params, "textDocument", None), "uri", None)
    name = getattr(params, "rule", None)
    path = path_of(uri) if isinstance(uri, str) else None
    assessment = ls.store.assessment_of(path) if path else None
    if assessment is None or not isinstance(name, str) or _rule(name, assessment) is None:
        return None
    return {"title": name, "html": rule_html(name, assessment.rule_base)}


def rule_url(ls: FramesageServer, finding: Finding, assessment: Assessment) -> str:
    """Return the URL of the page about the rule of a finding; "" if there is none."""
    rule = _rule(finding.rule, assessment)
    if rule is None:
        return ""
    published = published_rule(rule.id)
    if published and _is_built_in(rule):
        return published
    if has_command(ls, CLIENT_SHOW_RULE):
        arguments = json.dumps([ls.uri_of(finding.location.path), rule.id])
        return f"command:{CLIENT_SHOW_RULE}?{quote(arguments, safe='')}"
    return uri_of(ls.rule_pages.path(rule, assessment.rule_base))


def _rule(name: str, assessment: Assessment) -> Rule | BuiltinRule | None:
    return assessment.rule_base.advice.get(name) or BUILTIN_RULES.get(name)


def _is_built_in(rule: Rule | BuiltinRule) -> bool:
    location = getattr(rule, "location", None)
    return location is None or location.path.is_relative_to(shipped_rules())
