"""Rows below a message say something that the message does not."""

import pytest

from framesage.lsp.conversion.diagnostics import MOST_RELATED, DiagnosticConverter
from framesage.lsp.conversion.positions import PositionConverter


@pytest.fixture
def related_of(assess_project):
    """Return the rows below the finding of a rule, each with its line."""

    def rows(rule: str, requirements: str, **files: str) -> list[tuple[int, str]]:
        assessment = assess_project(requirements, **files)
        converter = DiagnosticConverter(PositionConverter("utf-16"), related=True, link=None)
        (found,) = [
            diagnostic
            for diagnostics in converter.by_path(assessment).values()
            for diagnostic in diagnostics
            if diagnostic.code == rule
        ]
        return [
            (row.location.range.start.line, row.message) for row in found.related_information or ()
        ]

    return rows


def test_packages_that_the_message_names_have_no_rows(related_of):
    assert related_of("two-frameworks", "flask\ndjango\n") == []


def test_a_list_in_the_message_is_not_completed_below_it(related_of):
    shop = "flask\nflask-login\nflask-sqlalchemy\nflask-admin\nflask-wtf\n"
    assert related_of("flask-rebuilds-django", shop) == []


def test_a_package_in_another_file_has_a_row(related_of):
    rows = related_of("two-frameworks", "-r base.txt\nflask\n", base__txt="\ndjango\n")
    assert [line for line, _ in rows] == [1]


def test_rows_have_words_and_are_few(related_of):
    declared = "[traits]\nneeds-admin = true\n"
    text = "gunicorn\npython3-saml\nldap3\nrequests\n"
    rows = related_of("choose-django", text, framesage__toml=declared)
    assert rows == [
        (1, "python3-saml: single sign-on"),
        (2, "ldap3: accounts and login, sessions"),
    ]
    accounts = "flask-login\nflask-user\nflask-security\nauthlib\npasslib\npyjwt\n"
    more = related_of("django-would-fit", f"{text}pysaml2\n{accounts}", framesage__toml=declared)
    assert len(more) == MOST_RELATED
