"""The parsers of everything that is no dependency file and no rule."""

from __future__ import annotations

import json
from contextlib import suppress
from functools import partial
from pathlib import Path

from framesage.advice.baseline import BaselineError, baseline_text, read_baseline
from framesage.analysis.description import read_description
from framesage.consultation.answers import read_answers
from framesage.dates import read_date
from framesage.lsp.transport.framing import FrameReader, FramingError
from framesage.manifests.suppression_comments import find_ignores
from framesage.project.decoding import decode, decode_head, encoding_of
from framesage.project.settings.read import settings_from_json
from framesage.project.settings.resolve import resolve_settings, with_editor_settings
from framesage.rulebase.load import load_rule_base
from fuzz import seeds
from fuzz.target import Target, chance_of, text_of

FOLDER = Path("app").absolute()


def check_description(data: bytes) -> None:
    """Read a description: what it mentions lies within it."""
    text = text_of(data)
    for mention in read_description(text, load_rule_base().lexicon).mentions:
        assert 0 <= mention.start < mention.end <= len(text)
        assert 0 < mention.reliability <= 1


def check_ignores(data: bytes) -> None:
    """Find ignore comments in any lines."""
    lines = text_of(data).split("\n")
    for ignore in find_ignores(lines):
        span = ignore.range
        assert 0 <= span.start.character <= span.end.character <= len(lines[span.start.line])
        assert ignore.line < len(lines)
        read_date(ignore.reason)


def check_baseline(data: bytes) -> None:
    """Read a baseline; what is read is read again from the text that is written of it."""
    try:
        known = read_baseline.__wrapped__(text_of(data))
    except BaselineError:
        return
    assert read_baseline.__wrapped__(baseline_text(known)) == known


def check_answers(data: bytes) -> None:
    """Read answers; anything but a known answer to a known trait is a ValueError."""
    given = json_object(data)
    try:
        found = read_answers(given, load_rule_base())
    except ValueError:
        return
    assert found.keys() == given.keys()


def check_settings(data: bytes) -> None:
    """Read the settings of an editor, and resolve them."""
    layer, errors = settings_from_json(json_object(data), FOLDER)
    assert all(error and "\n" not in error for error in errors)
    settings = resolve_settings(with_editor_settings({}, layer))
    assert settings == resolve_settings(layer)


def json_object(data: bytes) -> dict[str, object]:
    """Return the object in a text of JSON, if any."""
    try:
        found = json.loads(text_of(data))
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def check_decoding(data: bytes) -> None:
    """Decode the bytes of a file, whole and the start only."""
    assert data.startswith(encoding_of(data)[0])
    with suppress(ValueError):
        assert "\0" not in decode(data)
    with suppress(ValueError):
        assert "\0" not in decode_head(data)


def check_frames(data: bytes) -> None:
    """Split a stream into messages; it does not matter in which pieces it comes."""
    cut = chance_of(data).randrange(len(data) + 1)
    assert bodies([data]) == bodies([data[:cut], data[cut:]])


def bodies(pieces: list[bytes]) -> list[bytes | str]:
    """Return the bodies of messages, and what is wrong with those that have none."""
    frames = FrameReader()
    found = [frame for piece in pieces for frame in frames.feed(piece)]
    return [str(frame) if isinstance(frame, FramingError) else frame for frame in found]


TEXTS = (
    Target("descriptions", check_description, seeds.descriptions, 0.7),
    Target("ignores", check_ignores, partial(seeds.files_named, "requirements.txt")),
    Target("baseline", check_baseline, partial(seeds.files_named, "baseline.json"), 0.5),
    Target("answers", check_answers, partial(seeds.files_named, "answers.json"), 0.3),
    Target("settings", check_settings, partial(seeds.files_named, "settings.json")),
    Target("decoding", check_decoding, partial(seeds.files_named, "requirements.txt")),
    Target("frames", check_frames, partial(seeds.files_named, "frames")),
)
