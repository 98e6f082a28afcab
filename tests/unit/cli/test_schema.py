"""``framesage schema``: print the JSON Schema of a kind of file."""

import json

import pytest

from framesage.cli.schema import FILES


@pytest.mark.parametrize("file", FILES)
def test_a_schema_is_printed_as_json(framesage, file):
    result = framesage("schema", file)
    assert result.code == 0
    assert json.loads(result.out)["$id"].endswith(f"/{file}.schema.json")


def test_an_unknown_kind_of_file_is_bad_usage(framesage):
    result = framesage("schema", "rulez")
    assert result.code == 2
    assert "invalid choice: 'rulez' (choose from" in result.err
