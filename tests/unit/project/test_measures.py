"""Measures that a project takes without a package, from the names of its files."""

import pytest

from framesage.project import CachedFileSystem, Disk, ManifestCache
from framesage.project.layout_facts import layout_facts
from framesage.project.measures import FACTS


@pytest.fixture
def facts(tmp_path):
    def run(*paths: str) -> set[str]:
        for path in ("site.py", *paths):
            file = tmp_path / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.touch()
        found = layout_facts(tmp_path, ManifestCache(CachedFileSystem(Disk())))
        return set(FACTS).intersection(found)

    return run


@pytest.mark.parametrize(
    ("path", "fact"),
    [
        ("clinic/web/csrf.py", "csrf-code"),
        ("clinic/check_XSRF_token.py", "csrf-code"),
        ("clinic/csp.py", "security-headers-code"),
        ("clinic/middleware/security_headers.py", "security-headers-code"),
        ("clinic/headers.py", "security-headers-code"),
        ("clinic/rate_limiting.py", "throttling-code"),
        ("clinic/api/throttling.py", "throttling-code"),
        ("clinic/account_lockout.py", "throttling-code"),
        ("clinic/limiter/__init__.py", "throttling-code"),
        ("clinic/failed_logins.py", "throttling-code"),
        ("alembic/env.py", "migration-code"),
        ("clinic/migrations/a.py", "migration-code"),
        ("deploy/alembic.ini.example", "migration-code"),
        ("db/tables.sql", "migration-code"),
        ("clinic/upgrade_db.py", "migration-code"),
        ("clinic/schema_update.py", "migration-code"),
        ("nginx.conf", "proxy-configuration"),
        ("deploy/nginx/sites/clinic.conf.j2", "proxy-configuration"),
        ("deploy/Caddyfile", "proxy-configuration"),
        ("public/.htaccess", "proxy-configuration"),
        ("chart/templates/ingress.yaml", "proxy-configuration"),
        ("deploy/haproxy.cfg", "proxy-configuration"),
        ("nginx/Dockerfile", "proxy-configuration"),
    ],
)
def test_names_show_measures(facts, path, fact):
    assert facts(path) == {fact}


@pytest.mark.parametrize(
    "path",
    [
        "clinic/email_headers.py",
        "clinic/header_image.py",
        "clinic/axes.py",
        "clinic/limits.py",
        "clinic/csrf/notes.py",
        "clinic/immigration.py",
        "clinic/templates/csrf.html",
        "LICENSES/Apache-2.0.txt",
        "static/nginx/logo.svg",
        "nginx/parser.py",
        "supervisor.conf",
        "tests/test_csrf.py",
        "clinic/test_throttling.py",
        "docs/nginx.conf",
        "node_modules/x/nginx.conf",
    ],
)
def test_other_names_do_not(facts, path):
    assert facts(path) == set()
