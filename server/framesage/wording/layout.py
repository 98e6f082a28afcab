"""Facts about the names of a project's files in words."""

from __future__ import annotations

from framesage.project.data_facts import API, MODEL
from framesage.project.layout_facts import ADMIN_MODULES, AT_MOST
from framesage.project.library_folder import LOCAL_PACKAGE
from framesage.project.measures import CSRF, HEADERS, MIGRATIONS, PROXY, THROTTLING
from framesage.project.page_facts import (
    ADMIN,
    EDITING,
    FEW_PAGES,
    FEW_UNNAMED,
    FRONT_END,
    LOGIN,
    NO_PAGES,
    OTHERS,
    PAGES,
    UNNAMED,
)

_COUNTED = {"python-files": "Python files", "packages": "own packages"}
_NAMED = {
    PAGES: "a template of a page",
    FEW_PAGES: "one of the few templates of pages",
    NO_PAGES: "a tree without templates",
    UNNAMED: "a template",
    FEW_UNNAMED: "one of the few templates",
    LOGIN: "a template of a login page",
    ADMIN: "a template of an admin page",
    ADMIN_MODULES: "more than one 'admin.py'",
    LOCAL_PACKAGE: "its place among packages for other projects",
    EDITING: "a template of a page to edit records",
    OTHERS: "a template that is not a page",
    API: "a module named like a part of an API",
    MODEL: "a trained model",
    FRONT_END: "a front end with its own 'package.json'",
    CSRF: "code for CSRF protection",
    HEADERS: "code for security headers",
    THROTTLING: "code that limits requests",
    MIGRATIONS: "code that creates or changes tables",
    PROXY: "the configuration of a proxy",
}


def layout_words(fact: str) -> str:
    """Return a fact about the names of a project's files, as a subject."""
    for sign, words in ((AT_MOST, "at most"), (">", "more than")):
        counted, found, number = fact.partition(sign)
        if found:
            return f"a project of {words} {number} {_COUNTED.get(counted, counted)}"
    if fact in _NAMED:
        return _NAMED[fact]
    return f"the {'folder' if fact.endswith('/') else 'file'} '{fact}'"
