"""A mistake in own rules is logged once, until it is another one."""

import time

from e2e.wire import PATIENCE, Wire

FILES = {
    "requirements.txt": "flask\n",
    "framesage.toml": 'rule-paths = ["rules.toml"]\n',
    "rules.toml": "[[rule]]\nid = 7\n",
}
TOLD = b"custom rules are not used because of errors"


def version(wire: Wire, uri: str, number: int) -> list[str]:
    while (published := wire.published(uri)).get("version") != number:
        pass
    return [diagnostic["code"] for diagnostic in published["diagnostics"]]


def test_a_mistake_is_logged_once_until_it_changes(make_project, tmp_path):
    make_project(tmp_path, FILES)
    uri = (tmp_path / "requirements.txt").as_uri()
    with Wire() as wire:
        wire.initialize(tmp_path)
        wire.open(uri, FILES["requirements.txt"])
        for number in range(2, 12):
            wire.change(uri, f"flask=={number}\n", number)
            version(wire, uri, number)
        assert wire.log.count(TOLD) == 1
        rules = (tmp_path / "rules.toml").as_uri()
        wire.open(rules, FILES["rules.toml"])
        wire.change(rules, "\n\n[[rule]]\nid = 7\n", 2)
        number, end = 12, time.monotonic() + PATIENCE
        while wire.log.count(TOLD) < 2:  # rules that take long to load wait for the next edit
            assert time.monotonic() < end
            wire.change(uri, f"flask=={number}\n", number)
            version(wire, uri, number)
            number += 1
