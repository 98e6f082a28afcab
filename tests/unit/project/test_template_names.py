"""What templates are for, from their names."""

import pytest

from framesage.project.template_names import TemplateKind, template_kind, text_stems


def kind_of(path: str, *beside: str) -> TemplateKind | None:
    *folders, name = path.split("/")
    return template_kind(folders, name, text_stems([name, *beside]))


@pytest.mark.parametrize(
    "path",
    [
        "templates/index.html",
        "shop/templates/shop/product_list.html",
        "templates/base.html.j2",
        "app/templates/overview.jinja2",
        "app/templates/layout.j2",
        "jinja2/home.html",
        "themes/plain/templates/user-detail.htm",
        "templates/notifications/notification_list.html",
        "Templates/About.html",
        "templates/events/event_registration.html",
        "templates/register.mako",
        "templates/mail/message_list.html",
        "templates/maintenance/list.html",
        "templates/docs/doc_list.html",
        "templates/error_list.html",
    ],
)
def test_pages_are_named_like_pages(path):
    assert kind_of(path) is TemplateKind.PAGE


@pytest.mark.parametrize(
    "path",
    [
        "templates/login.html",
        "templates/registration/password_reset_form.html",
        "app/templates/auth/sign-in.html",
        "templates/forgot_password.html",
    ],
)
def test_pages_to_log_in(path):
    assert kind_of(path) is TemplateKind.LOGIN


@pytest.mark.parametrize("path", ["templates/admin/base_site.html", "templates/admin_users.html"])
def test_pages_for_staff(path):
    assert kind_of(path) is TemplateKind.ADMIN


@pytest.mark.parametrize(
    "path",
    [
        "templates/404.html",
        "templates/error500.html",
        "templates/errors/index.html",
        "templates/page_not_found.html",
        "templates/maintenance.html",
        "templates/internal-server-error.html",
        "templates/emails/base.html",
        "shop/templates/mail/shipped.html",
        "templates/registration/password_reset_email.html",
        "templates/notifications/shipped.html",
        "templates/swagger-ui.html",
        "templates/rest_framework/api.html",
        "templates/drf-yasg/redoc.html",
        "static/swaggerui/index.html",
        "docs-theme/main.html",
        "examples/templates/index.html",
        "{{cookiecutter.name}}/templates/index.html",
    ],
)
def test_mails_errors_documentation_and_examples_are_no_pages(path):
    assert kind_of(path) is TemplateKind.NONE


@pytest.mark.parametrize("text", ["reset.txt", "Reset.txt.j2", "reset.text", "reset.mjml"])
def test_a_template_with_a_text_beside_it_is_a_mail(text):
    assert kind_of("api/templates/reset.html", text) is TemplateKind.NONE
    assert kind_of("api/templates/index.html", text) is TemplateKind.PAGE


@pytest.mark.parametrize(
    "path", ["index.html", "app/static/index.html", "public/templates/index.html", "web/ui.html"]
)
def test_html_that_may_be_sent_as_it_is(path):
    assert kind_of(path) is TemplateKind.LOOSE


def test_a_letter_may_be_a_mail_or_a_page():
    assert kind_of("templates/welcome.html") is TemplateKind.LOOSE


def test_other_names_are_unnamed():
    assert kind_of("templates/ledger.html") is TemplateKind.UNNAMED


@pytest.mark.parametrize(
    "path",
    [
        "templates/nginx.conf.j2",
        "templates/nginx.j2",
        "chart/templates/deployment.yaml",
        "migrations/script.py.mako",
        "templates/reset.txt",
        "templates/index.txt.jinja2",
        "templates",
        "templates/",
        ".html",
        "templates/.j2",
    ],
)
def test_other_files_are_no_templates_of_pages(path):
    assert kind_of(path) is None
