"""Diagnostics are written as JSON as pygls writes them, and as a new writer writes them."""

import json
import random
from datetime import date
from pathlib import Path

import pytest
from lsprotocol import types
from lsprotocol.converters import get_converter

from framesage.advice.assess import assess
from framesage.lsp.conversion.diagnostic_json import DiagnosticWriter
from framesage.lsp.conversion.diagnostics import DiagnosticConverter
from framesage.lsp.conversion.positions import PositionConverter
from framesage.manifests import read, reread
from framesage.project.model import Project
from framesage.rulebase.load import load_rule_base
from framesage.text import Source

CONVERTER = get_converter()
SHOP = "# 😀 shop\nflask==1.0 # é\nflask-login\nflask-admin\ndjango>=2 ; extra == 'é'\nwtforms\n"
PIECES = ["=", "1", "#", " ", "\n", "flask", "django-allauth\n", "😀", "é", "wtforms\n", "pyjwt\n"]


def converter(encoding: str, *, related: bool = True) -> DiagnosticConverter:
    return DiagnosticConverter(
        PositionConverter(encoding),
        related=related,
        link=lambda finding, _: f"https://e.org/{finding.rule}",
        tags=set(types.DiagnosticTag),
    )


def as_pygls_writes(assessment, made: DiagnosticConverter) -> dict:
    return {
        path: [CONVERTER.unstructure(diagnostic, types.Diagnostic) for diagnostic in diagnostics]
        for path, diagnostics in made.by_path(assessment).items()
    }


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-32"])
@pytest.mark.parametrize("related", [True, False])
def test_diagnostics_are_written_as_pygls_writes_them(assess_project, encoding, related):
    chance, made = random.Random(encoding), converter(encoding, related=related)
    writer, text = DiagnosticWriter(made), SHOP
    for number in range(40):
        assessment = assess_project(text)
        written = writer.by_path(assessment, assessment.project.root)
        read = {path: list(map(json.loads, texts)) for path, texts in written.items()}
        assert read == as_pygls_writes(assessment, made)
        start = chance.randrange(len(text) + 1)
        text = SHOP if number % 15 == 14 else text[:start] + chance.choice(PIECES) + text[start:]


def test_what_stays_the_same_is_not_written_again(assess_project):
    assessment = assess_project(SHOP)
    writer = DiagnosticWriter(converter("utf-16"))
    written = writer.by_path(assessment, assessment.project.root)
    assert writer.by_path(assessment, assessment.project.root) is written


@pytest.mark.parametrize("seed", range(8))
def test_edits_that_move_nothing_are_written_as_from_scratch(seed):
    def project(manifest):
        return Project(path.parent, (manifest,))

    path, base, today = Path("/app/requirements.txt"), load_rule_base(), date(2026, 6, 1)
    chance, made = random.Random(seed), converter("utf-16")
    text = SHOP + "unknown-1==1.0\n# é\nunknown-2\n" * 3
    manifest = read(Source(path, text))
    known, writer = assess(project(manifest), base, today), DiagnosticWriter(made)
    in_place = 0
    for _ in range(60):
        start = chance.randrange(len(SHOP) if chance.random() < 0.2 else len(text))
        end = start + chance.randrange(2)
        text = text[:start] + chance.choice(["1", ".", "x", "é", " ", "\n", ""]) + text[end:]
        manifest = reread(manifest, Source(path, text))
        known = assess(project(manifest), base, today, before=known)
        in_place += bool(known.move and known.move.is_in_place)
        written = writer.by_path(known, path.parent)
        fresh = assess(project(read(Source(path, text))), base, today)
        found = {key: list(map(json.loads, texts)) for key, texts in written.items()}
        assert found == as_pygls_writes(fresh, made)
        if chance.random() < 0.1:
            assert known == fresh  # as a hover does, this computes where everything is
    assert in_place > 5
