"""Facts about measures that a project takes without a package, from the names of its files.

What no package does may be done by the project's own code, or by a proxy that is configured here.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from framesage.project.folder_names import is_counted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

CSRF, HEADERS, THROTTLING = "csrf-code", "security-headers-code", "throttling-code"
MIGRATIONS, PROXY = "migration-code", "proxy-configuration"
FACTS = (CSRF, HEADERS, THROTTLING, MIGRATIONS, PROXY)
_CODE = re.compile(
    r"(.*_)?("
    r"(?P<csrf>csrf|xsrf)"
    r"|(?P<headers>csp|content_security(_policy)?|(response|secure|security)_headers?|talisman)"
    r"|(?P<throttling>throttl\w*?|rate_?limit\w*?|limiters?|lock_?outs?|brute_?force"
    r"|(failed|login)_(attempts?|logins?))"
    r"|(?P<migrations>migrat(e|es|ions?|or)|(database|db|schema|tables)_(create|update|upgrade)"
    r"|(create|update|upgrade)_(database|db|schema|tables))"
    r")(_.*)?|(?P<plain_headers>headers?)"
)
_FACTS = {
    "csrf": CSRF,
    "headers": HEADERS,
    "plain_headers": HEADERS,
    "throttling": THROTTLING,
    "migrations": MIGRATIONS,
}
_MIGRATION_FOLDERS = frozenset(("alembic", "migration", "migrations"))
_PROXIES = frozenset(
    (
        "apache",
        "apache2",
        "caddy",
        "caddyfile",
        "envoy",
        "haproxy",
        "htaccess",
        "httpd",
        "ingress",
        "lighttpd",
        "nginx",
        "traefik",
        "vhost",
        "vhosts",
    )
)
_CONFIGURATION = frozenset(
    ("caddyfile", "cfg", "conf", "dockerfile", "htaccess", "nginx", "toml", "vhost", "yaml", "yml")
)
"""What a file of settings is called, or how its name ends but for ``.example`` or ``.j2``."""


def measures(folder: Sequence[str], files: Sequence[str], folders: Sequence[str]) -> Iterator[str]:
    """Yield the facts that a folder shows, given from the project's root, with its entries."""
    stems = [name[:-3].lower() for name in files if is_counted(name)]
    stems += [name.lower() for name in folder[-1:] if "__init__.py" in files]
    for match in filter(None, map(_CODE.fullmatch, stems)):
        yield from (fact for group, fact in _FACTS.items() if match[group])
    if _MIGRATION_FOLDERS.intersection(map(str.lower, folders)):
        yield MIGRATIONS
    places = {word for name in folder for word in _words(name)}
    for name in files:
        words = _words(name)
        if words[-1:] == ["sql"] or words[:2] == ["alembic", "ini"]:
            yield MIGRATIONS
        if _CONFIGURATION.intersection(words) and not _PROXIES.isdisjoint(places.union(words)):
            yield PROXY


def _words(name: str) -> list[str]:
    return [word for word in re.split(r"[-_. ]+", name.lower()) if word]
