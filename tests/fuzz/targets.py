"""The table of everything that is fuzzed."""

from __future__ import annotations

from fuzz.manifest_targets import MANIFESTS, OTHERS, TRUNCATION
from fuzz.project_targets import FIXES
from fuzz.rule_targets import RULE_TARGETS
from fuzz.text_targets import TEXTS
from fuzz.toml_documents import VALID_TOML
from fuzz.valid_requirements import VALID_REQUIREMENTS

TARGETS = {
    target.name: target
    for target in (
        *MANIFESTS,
        *OTHERS,
        VALID_TOML,
        VALID_REQUIREMENTS,
        TRUNCATION,
        *TEXTS,
        *RULE_TARGETS,
        *FIXES,
    )
}
