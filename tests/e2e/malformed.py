"""Malformed files: folders with files by name, of which the first is opened."""

PYPROJECT = '[project]\nname = "x"\ndependencies = ["flask", "django"]\n'
MERGE = "<<<<<<< ours\nflask==3\n=======\ndjango==5\n>>>>>>> theirs\n"


def files() -> dict[str, dict[str, bytes]]:
    """Return the folders by the kind of damage."""
    texts = {
        "truncated": {"pyproject.toml": PYPROJECT[:-3]},
        "truncated in an escape": {"pyproject.toml": PYPROJECT[:-3] + "\\u00"},
        "deep nesting": {"pyproject.toml": f"{PYPROJECT}x = {'[' * 20_000}"},
        "deep tables": {"pyproject.toml": PYPROJECT + "[" + "a." * 5_000 + "a]\n"},
        "deep markers": {"requirements.txt": f"flask; {'(' * 5_000}python_version > '3'\ndjango\n"},
        "a line of 1 MB": {"requirements.txt": "flask\ndjango # " + "x" * 1_000_000 + "\n"},
        "a name of 1 MB": {"requirements.txt": "flask\ndjango\n" + "x" * 1_000_000 + "\n"},
        "a value of 1 MB": {"pyproject.toml": f'{PYPROJECT}y = "{"x" * 1_000_000}"\n'},
        "a file of 10 MB": {"requirements.txt": "flask\ndjango # " + "x" * 10_000_000 + "\n"},
        "a huge key": {"pyproject.toml": f"{PYPROJECT}{'k' * 100_000} = 1\n"},
        "a loop of includes": {
            "requirements.txt": "flask\n-r b.txt\ndjango\n",
            "b.txt": "-r c.txt\n",
            "c.txt": "-r requirements.txt\n-r b.txt\n",
        },
        "an include of itself": {"requirements.txt": "flask\ndjango\n-r requirements.txt\n"},
        "a missing include": {"requirements.txt": "flask\ndjango\n-r nowhere.txt\n-c\n-r\n"},
        "an include of a folder": {"requirements.txt": "flask\ndjango\n-r .\n-r sub\n-r /\n"},
        "an include outside": {"requirements.txt": "flask\ndjango\n-r ../../../etc/passwd\n"},
        "an include of a device": {"requirements.txt": "flask\ndjango\n-r /dev/zero\n"},
        "unclosed everything": {"pyproject.toml": '[project\ndependencies = ["fl{\'"""[[(\n'},
        "merge markers": {"requirements.txt": MERGE},
        "merge markers in TOML": {"pyproject.toml": MERGE + PYPROJECT},
        "a key twice": {"pyproject.toml": PYPROJECT + 'name = "y"\n[project]\nname = "z"\n'},
        "wrong types": {
            "pyproject.toml": "project = 7\n[tool]\nframesage = [1]\npoetry = 1979-05-27"
        },
        "empty": {"requirements.txt": ""},
        "all ends of line": {"requirements.txt": "flask\rdjango\r\n\n\r\x0b\x0c\x85\u2028x\n\r"},
        "a group of itself": {
            "pyproject.toml": '[dependency-groups]\na = [{include-group = "a"}]\n'
        },
        "endless continuation": {"requirements.txt": "flask\ndjango \\\n" + "\\\n" * 50_000},
    }
    data = {
        "binary": {"requirements.txt": bytes(range(256)) * 400},
        "Latin-1": {"requirements.txt": "flask\ndjango # caf\xe9\n".encode("latin-1")},
        "UTF-16": {"requirements.txt": "flask\ndjango\n".encode("utf-16")},
        "half a UTF-16": {"requirements.txt": "flask\ndjango\n".encode("utf-16")[:-1]},
        "NULs": {"requirements.txt": b"flask\0\ndjango\0\n"},
        "only a byte order mark": {"requirements.txt": b"\xef\xbb\xbf"},
        "surrogates": {"requirements.txt": b"flask\n\xed\xa0\x80\ndjango\n"},
    }
    encoded = {
        what: {name: text.encode() for name, text in those.items()} for what, those in texts.items()
    }
    return {**encoded, **data}
