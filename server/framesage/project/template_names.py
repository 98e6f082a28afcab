"""Tell from its name and folder what a template is for; its content is never read.

An HTML file in a folder of templates is a page, part of a page, or none: the text of an e-mail, an
error page, or the frame of an API's documentation. An HTML file anywhere else may be a page.
"""

from __future__ import annotations

import re
from enum import Enum, auto
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence


class TemplateKind(Enum):
    """What a template is for."""

    PAGE = auto()
    LOGIN = auto()
    """A page on which people log in or choose a password."""
    ADMIN = auto()
    """A page for staff, or one that replaces a page of Django's admin site."""
    EDITING = auto()
    """A page on which people change records or settings."""
    UNNAMED = auto()
    """A template that may be a page or part of one: the name does not say."""
    LOOSE = auto()
    """Perhaps a page, perhaps not: outside the folders of templates, or named like a letter."""
    NONE = auto()
    """No page for people: an e-mail, an error page, API documentation."""


_MARKUP = frozenset(("djhtml", "htm", "html", "jhtml", "pug", "xhtml"))
_ENGINES = frozenset(("dj", "j2", "jinja", "jinja2", "mak", "mako", "tmpl", "tpl"))
_PLAIN_ENGINES = frozenset(("jinja", "jinja2", "mak", "mako"))
"""The engines whose templates are HTML unless another suffix says what they are."""
_TEMPLATES = frozenset(("jinja", "jinja2", "template", "templates", "theme", "themes", "tpl"))
_CLIENT = frozenset(("assets", "public", "static", "www"))
"""Folders that are sent to browsers as they are: their HTML is rendered there, if at all."""
_ASIDE = frozenset(("demo", "demos", "example", "examples", "fixtures", "sample", "samples"))
_MAIL = frozenset(("email", "emails", "mail", "mailer", "mailers", "mails", "pdf"))
_NOTICES = frozenset(("notification", "notifications"))
_DOCUMENTATION = re.compile("apidocs?|graphiql|openapi|rapidoc|(redoc|swagger).*")
_DOCS = re.compile("docs?_.*|.*_docs?")
_NOT_OWN = frozenset(("drf_spectacular", "drf-yasg", "error", "errors", "ninja", "rest_framework"))
"""Folders of error pages, and those in which the API documentation of packages is replaced."""
_ERROR_NUMBER = re.compile(r"(error|http)?[45](\d\d|xx)")
_ERROR_NAME = re.compile(
    r"(.*_)?(errors?|not_?found)|error_page|(.*_)?(forbidden|unauthorized)|maintenance(_mode)?"
)
_LOGIN = re.compile(
    r"(.*_)?(log_?in|sign_?in|(reset|change|forgot|forgotten|set)_password)(_.*)?"
    r"|(.*_)?password_(reset|change|forgot|set)(_.*)?"
)
_PAGE_WORD = re.compile(
    "about|account|add|archive|articles?|base|browse|cart|checkout|contact|create|dashboard|default"
    "|delete|details?|edit|faq|feed|footer|form|head|header|history|home|homepage|index|landing"
    "|layout|list|main|master|menu|nav|navbar|new|overview|pages?|posts?|privacy|products?"
    "|profiles?|register|registration|report|results?|search|settings|show|sidebar|signup|skeleton"
    "|start|stats|status|terms|update|upload|users?|view"
)
_EDITING = re.compile(
    "add|create|dashboard|delete|edit|manage|management|manager|moderat(e|ion)|new|panel|settings|staff"
    "|update|users"
)
_LISTING = frozenset(("detail", "index", "list"))
_PLAINLY_PAGES = frozenset(("base", "dashboard", "home", "index", "layout", "login", *_LISTING))
_LETTER = re.compile(
    "activat(e|ion)|confirm(ation)?|invit(e|ation)|invoice|receipt|reminder|reset|welcome"
    "|verif(y|ication)"
)
"""What mails are called, but pages, too."""
_TEXT = re.compile(r"([^.]+)\.(mjml|plain|subject|te?xt)(\..+)?")


def template_kind(
    folders: Sequence[str], name: str, texts: Collection[str] = ()
) -> TemplateKind | None:
    """Return what an HTML file is for, and None for other files.

    ``folders`` are those it is in, from the project's root. ``texts`` are the stems of the texts
    beside it: a template with a text of the same name is an e-mail.
    """
    stem = _stem(name)
    if not stem:
        return None
    places = [_words(folder) for folder in folders]
    words = _words(stem)
    if stem in texts or _is_none(places, folders, words):
        return TemplateKind.NONE
    if not any(_TEMPLATES.intersection(place) for place in places) or _is_in(folders, _CLIENT):
        return TemplateKind.LOOSE
    return _page_kind(folders, words)


def text_stems(names: Iterable[str]) -> frozenset[str]:
    """Return the stems of the files that are texts, such as ``reset`` for ``reset.txt.j2``."""
    matches = map(_TEXT.fullmatch, map(str.lower, names))
    return frozenset(match[1] for match in matches if match)


def _page_kind(folders: Sequence[str], words: Sequence[str]) -> TemplateKind:
    if "admin" in (*(folder.lower() for folder in folders), words[0]):
        return TemplateKind.ADMIN
    if _LOGIN.fullmatch("_".join(words)):
        return TemplateKind.LOGIN
    ends = (words[0], words[-1])
    if any(map(_LETTER.fullmatch, ends)):
        return TemplateKind.LOOSE
    if any(map(_EDITING.fullmatch, ends)):
        return TemplateKind.EDITING
    return TemplateKind.PAGE if any(map(_PAGE_WORD.fullmatch, ends)) else TemplateKind.UNNAMED


def _stem(name: str) -> str:
    """Return the name of an HTML file without suffixes; "" for other files.

    ``index.html.j2`` and ``x.jinja2`` are HTML, ``nginx.conf.j2`` is not. ``index.j2`` is, by its
    name; ``nginx.j2`` is rather a file of settings.
    """
    stem, *suffixes = name.lower().split(".")
    engine = suffixes.pop() if suffixes and suffixes[-1] in _ENGINES else ""
    if suffixes:
        return stem if suffixes[-1] in _MARKUP else ""
    is_html = engine in _PLAIN_ENGINES or (engine and stem in _PLAINLY_PAGES)
    return stem if is_html else ""


def _is_none(places: Sequence[Sequence[str]], folders: Sequence[str], words: Sequence[str]) -> bool:
    above = {word for place in places for word in place}
    is_mail = above & (_MAIL | _NOTICES) and words[-1] not in _LISTING
    return bool(
        is_mail
        or _MAIL.intersection(words)
        or above & _ASIDE
        or any("{{" in folder for folder in folders)  # the template of a project
        or _is_in(folders, _NOT_OWN)
        or any(map(_DOCUMENTATION.fullmatch, above.union(words)))
        or any(map(_DOCS.fullmatch, map("_".join, places)))
        or any(map(_ERROR_NUMBER.fullmatch, words))
        or _ERROR_NAME.fullmatch("_".join(words))
    )


def _is_in(folders: Iterable[str], names: Collection[str]) -> bool:
    return any(folder.lower() in names for folder in folders)


def _words(name: str) -> list[str]:
    return [word for word in re.split(r"[-_. ]+", name.lower()) if word] or [""]
