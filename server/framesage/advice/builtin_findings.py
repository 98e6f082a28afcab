"""Findings of the built-in rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.advice.baseline import baseline_problem
from framesage.advice.builtin_rules import (
    EXPIRED_IGNORE,
    INVALID_TOML,
    SETTINGS,
    TWO_ON_A_LINE,
    UNEXPLAINED_IGNORE,
    UNREADABLE_FILE,
    UNUSED_IGNORE,
    configurable_rules,
    reporting_rules,
)
from framesage.advice.model import Finding
from framesage.advice.rule_source_errors import rule_source_errors
from framesage.analysis.location import Location
from framesage.manifests.manifest import Manifest
from framesage.project import check_extended_names, check_names, check_outer_names
from framesage.project.file_error import FileError
from framesage.project.settings.names import GUIDANCE, OFF_TRAITS
from framesage.project.settings.strings import texts_in
from framesage.project.settings.validate import MOST_SUGGESTIONS, unknown_name
from framesage.severity import Severity
from framesage.text import Source, in_one_line
from framesage.toml.strict import error_range

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from framesage.advice.builtin_rules import BuiltinRule
    from framesage.advice.suppressions import Suppression
    from framesage.analysis.model import Analysis
    from framesage.project.model import Project
    from framesage.rulebase import RuleError
    from framesage.rulebase.rule_base import RuleBase


def settings_findings(
    project: Project, rule_base: RuleBase, rule_errors: Sequence[RuleError]
) -> Iterator[Finding]:
    """Yield a finding for every invalid setting and every rule path and pack with errors.

    Whether a name exists is known if all rules are.
    """
    manifests = {manifest.source.path: manifest for manifest in project.manifests}
    errors = [
        *project.settings_errors,
        *rule_source_errors(project.manifests, rule_errors),
        *_baseline_errors(project),
    ]
    if has_all_rules(project, rule_errors):
        known = known_names(rule_base)
        errors += check_names(project.manifests, project.root, known)
        errors += check_extended_names(project.manifests, project.written, known)
    for error in errors:
        if error.path in manifests:
            location = Location(manifests[error.path], error.range)
            yield Finding(SETTINGS.id, SETTINGS.severity, in_one_line(error.message), location)


def outer_name_errors(
    project: Project, rule_base: RuleBase, rule_errors: Sequence[RuleError]
) -> Iterator[FileError]:
    """Yield the errors for unknown names in the settings of the folders around a project.

    They are no findings of the project: those are reported with the outer folder.
    """
    if has_all_rules(project, rule_errors):
        yield from check_outer_names(project.manifests, project.written, known_names(rule_base))


def has_all_rules(project: Project, rule_errors: Sequence[RuleError]) -> bool:
    """Return whether there are all rules that the project's settings name, directly or not.

    If there are not, a name that no rule has may be right.
    """
    return not (rule_errors or _misses_extended(project))


def _misses_extended(project: Project) -> bool:
    """Return whether settings that the project extends have an error, such as a missing file."""
    spans = {
        (manifest.source.path, span)
        for manifest in (project.manifests if project.settings_errors else ())
        for _, span in texts_in(manifest, "extend")
    }
    return any((error.path, error.range) in spans for error in project.settings_errors)


def known_names(rule_base: RuleBase) -> Mapping[str, Collection[str]]:
    """Return the names that the settings can contain, by the setting."""
    rules = configurable_rules(rule_base)
    return {
        "framework": rule_base.frameworks,
        "traits": rule_base.traits,
        "rules": rules,
        "ignore": rules,
        "per-file": reporting_rules(rule_base),
        GUIDANCE: rule_base.guidance,
        OFF_TRAITS: rule_base.switched_off_ids("trait"),
    }


def _baseline_errors(project: Project) -> Iterator[FileError]:
    """Yield the error in the baseline, where the project's own settings name it."""
    problem, given = baseline_problem(project), project.written.get(("baseline",), ())
    if problem and given and given[-1].origin:
        yield FileError(given[-1].origin.path, given[-1].origin.value_range, problem)


def unreadable_file_findings(project: Project) -> Iterator[Finding]:
    """Yield a finding for each dependency file that cannot be read."""
    for error in project.read_errors:
        location = Location(Manifest(Source(error.path, ""), ""), error.range)
        yield Finding(
            UNREADABLE_FILE.id, UNREADABLE_FILE.severity, in_one_line(error.message), location
        )


def invalid_toml_findings(project: Project) -> Iterator[Finding]:
    """Yield a finding for the first syntax error of each TOML file.

    Syntax errors of settings are findings of SETTINGS.
    """
    known = {(error.path, error.range) for error in project.settings_errors}
    for manifest in project.manifests:
        error = manifest.toml_error
        span = error_range(error, manifest.source.lines) if error else None
        if error and span and (manifest.source.path, span) not in known:
            message = f"Correct the TOML syntax: {error.message[:1].lower()}{error.message[1:]}."
            yield from configured(INVALID_TOML, message, Location(manifest, span), project)


def two_on_a_line_findings(project: Project) -> Iterator[Finding]:
    """Yield a finding for each requirement that follows another one on its line."""
    for manifest in project.manifests:
        for span in manifest.multiple_per_line:
            location = Location(manifest, span)
            message = f"Put {location.text} on its own line; pip accepts one requirement per line."
            yield from configured(TWO_ON_A_LINE, message, location, project)


def suppression_findings(
    findings: Collection[Finding], suppressions: Sequence[Suppression], analysis: Analysis
) -> Iterator[Finding]:
    """Yield a finding for each suppression that is expired, invalid, unused or not explained.

    ``findings`` are all findings that can be suppressed, including those that are.
    """
    unknown = _unknown_rules(suppressions, configurable_rules(analysis.rule_base))
    found = (
        finding
        for suppression in suppressions
        for finding in _suppression_findings(suppression, findings, unknown, analysis)
    )
    yield from dict.fromkeys(found)


def known_suppressions(
    suppressions: Iterable[Suppression], rule_base: RuleBase
) -> Iterator[Suppression]:
    """Yield the suppressions of all rules, and of those that exist."""
    rules = configurable_rules(rule_base)
    yield from (item for item in suppressions if not item.rule or item.rule in rules)


def _unknown_rules(
    suppressions: Sequence[Suppression], rules: Collection[str]
) -> Mapping[str, str]:
    """Return the error for each name in suppressions that is not a rule's."""
    names = dict.fromkeys(suppression.rule for suppression in suppressions)
    unknown = (name for name in names if name and name not in rules)
    return {
        name: unknown_name(("ignore", name), "", {"ignore": rules}, suggests=at < MOST_SUGGESTIONS)
        for at, name in enumerate(unknown)
    }


def _suppression_findings(
    suppression: Suppression,
    findings: Collection[Finding],
    unknown: Mapping[str, str],
    analysis: Analysis,
) -> Iterator[Finding]:
    location, rule_location = suppression.location, suppression.rule_location
    if location is None or rule_location is None:
        return
    rule, project = suppression.rule, analysis.project
    if rule in unknown and suppression.comment:  # in settings, it is a finding of SETTINGS
        yield from configured(UNUSED_IGNORE, unknown[rule], rule_location, project)
    elif suppression.is_expired(analysis.today):
        message = f"Remove this ignore or set a later date; it expired on {suppression.expires()}."
        yield from configured(EXPIRED_IGNORE, message, location, project)
    elif suppression.has_invalid_expiry():
        written = suppression.written_expiry()
        message = f"Write a date like 2026-12-31 instead of '{written}'; this ignore never expires."
        yield from configured(EXPIRED_IGNORE, message, location, project)
    elif not (rule in unknown or suppression.shared or any(map(suppression.matches, findings))):
        subject = f"the ignore of {rule}" if rule else "this ignore"
        where = "here" if suppression.comment else "in this project"
        message = f"Remove {subject}; it matches no finding {where}."
        yield from configured(UNUSED_IGNORE, message, rule_location, project)
    else:
        yield from _unexplained(suppression, analysis)


def unused_shared_ignore(suppression: Suppression, analysis: Analysis) -> Iterator[Finding]:
    """Yield the finding for an ignore in shared settings that no project needs."""
    message = f"Remove the ignore of {suppression.rule}; no project in this folder needs it."
    if suppression.location:
        yield from configured(UNUSED_IGNORE, message, suppression.location, analysis.project)


def _unexplained(suppression: Suppression, analysis: Analysis) -> Iterator[Finding]:
    """Yield a finding for a suppression that does not say which rule it ignores, or why.

    A comment need not, unless the settings require it; a setting always needs a reason.
    """
    project, is_required = analysis.project, analysis.project.settings.require_reason
    location, reason = suppression.location, suppression.reason_location
    if location is None or reason is None:
        return
    if is_required and not suppression.rule:
        message = "Name the rules that this comment ignores; the settings require it."
    elif suppression.comment and not suppression.explanation:
        if not is_required:
            return
        message = "Write the reason of this ignore; the settings require one."
    elif analysis.rule_base.placeholders.matches(suppression.explanation):
        location = reason
        message = f"Write the reason of this ignore; '{suppression.reason}' explains nothing."
    else:
        return
    default = Severity.WARNING if is_required else UNEXPLAINED_IGNORE.severity
    yield from configured(UNEXPLAINED_IGNORE, message, location, project, default)


def configured(
    rule: BuiltinRule,
    message: str,
    location: Location,
    project: Project,
    default: Severity | None = None,
) -> Iterator[Finding]:
    """Yield a finding with the severity from the settings, unless it is off."""
    standard = rule.severity if default is None else default
    severity = project.settings.severity_of(rule.id, location.path, standard)
    if severity is not Severity.OFF:
        yield Finding(rule.id, severity, in_one_line(message), location)
