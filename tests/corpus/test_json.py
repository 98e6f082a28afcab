"""The JSON of all real projects matches its schema."""

import json
from datetime import date
from pathlib import Path

import jsonschema

from framesage.advice.workspace import assess_paths
from framesage.report.json import json_text

SCHEMA = Path(__file__).resolve().parents[2] / "docs" / "check.schema.json"
DAY = date(2026, 11, 1)


def test_corpus_matches_the_schema(corpus):
    found = json.loads(json_text(assess_paths([corpus / "projects"], DAY)))
    jsonschema.Draft202012Validator(json.loads(SCHEMA.read_text())).validate(found)
    assert len(found["projects"]) > 100
