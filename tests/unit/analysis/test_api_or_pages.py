"""An API or pages, accounts and an admin: from names of files, and never from defaults alone."""

import pytest


@pytest.fixture
def belief(assess_project, tmp_path):
    """Return a function: the belief in a trait, with these requirements and files."""

    def run(trait: str, requirements: str, *paths: str) -> float:
        for path in paths:
            file = tmp_path / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.touch()
        assessment = assess_project(requirements)
        return next((found.belief for found in assessment.traits if found.trait.id == trait), 0.0)

    return run


MEDIUM = 0.5
HIGH = 0.8
MODULES = ["parcels/scan.py", "parcels/weigh.py", "parcels/route.py", "parcels/hand_over.py"]


@pytest.mark.parametrize(
    ("requirements", "paths"),
    [
        ("flask\nxgboost\n", ["score.py"]),
        ("flask\njinja2\nmarkupsafe\nitsdangerous\nwerkzeug\nclick\n", MODULES),
        ("flask\n", ["serve.py", "parcels/resources.py"]),
        ("flask\n", ["serve.py", "weights/churn.onnx"]),
        ("flask\npyjwt\n", ["serve.py"]),
        ("flask\nflask-mail\n", ["serve.py", "templates/due.html", "templates/due.txt"]),
        ("flask\n", ["serve.py", "templates/500.html"]),
        ("flask\nflask-login\nnh3\n", MODULES),
        ("flask\nflask-cors\n", ["serve.py", "client/package.json", "client/index.html"]),
        ("django\nsqlparse\nasgiref\n", ["manage.py", *MODULES, *(f"a/b{n}.py" for n in range(9))]),
        ("django\ndjangorestframework\nwhitenoise\n", ["manage.py", "orders/views.py"]),
    ],
)
def test_without_templates_it_is_an_api(belief, requirements, paths):
    assert belief("api-only", requirements, *paths) >= MEDIUM
    assert belief("serves-api", requirements, *paths) >= MEDIUM
    assert belief("renders-html", requirements, *paths) < MEDIUM


@pytest.mark.parametrize(
    ("requirements", "paths"),
    [
        ("flask\n", ["serve.py", "templates/index.html"]),
        ("flask\n", ["serve.py", "templates/ledger.html"]),
        ("django\n", ["manage.py", "orders/views.py", "orders/templates/orders/order_list.html"]),
    ],
)
def test_with_templates_it_renders_pages(belief, requirements, paths):
    assert belief("renders-html", requirements, *paths) >= MEDIUM
    assert belief("api-only", requirements, *paths) < MEDIUM


@pytest.mark.parametrize(
    ("requirements", "paths"),
    [
        ("flask\n", []),
        ("flask\n", ["setup.py"]),
        ("flask\n", ["serve.py"]),
        ("flask\nrequests\n", ["serve.py", "config.py", "wsgi.py"]),
        ("flask\n", ["serve.py", "static/index.html"]),
        ("flask\nflask-admin\n", ["serve.py"]),
        ("flask\nflask-security\n", ["serve.py"]),
        ("flask\ndominate\n", ["serve.py"]),
        ("wagtail\ndjango\n", ["manage.py", "orders/views.py"]),
        ("django\n", ["manage.py", "site/settings.py", "site/urls.py", "site/wsgi.py"]),
    ],
)
def test_where_pages_may_come_otherwise_it_is_not_called_an_api(belief, requirements, paths):
    assert belief("api-only", requirements, *paths) < MEDIUM
    assert belief("serves-api", requirements, *paths) < MEDIUM


def test_an_admin_site_is_no_page_for_the_public(belief):
    rest = "django\ndjangorestframework\npsycopg\ndjango-unfold\n"
    paths = ["manage.py", "orders/views.py", "orders/admin.py", "templates/admin/base_site.html"]
    assert belief("api-only", rest, *paths[:3]) >= MEDIUM
    assert belief("api-only", rest, *paths) >= MEDIUM
    assert belief("needs-admin", rest, *paths) >= MEDIUM
    assert belief("renders-html", rest, *paths) < MEDIUM


def test_a_certain_back_office_of_unknown_files_is_more_than_an_api(belief):
    assert belief("api-only", "django\ndjangorestframework\ndjango-unfold\n") < MEDIUM


def test_the_module_that_startapp_writes_proves_no_certain_back_office(belief):
    paths = ["manage.py", "orders/views.py", "orders/admin.py"]
    assert belief("needs-admin", "django\ndjangorestframework\n", *paths) < HIGH


@pytest.mark.parametrize(
    "requirements",
    [
        "django\n",
        "django\nmysqlclient\ngunicorn\n",
        "django\ndj-database-url\npsycopg\ndjango-environ\nwhitenoise\n",
    ],
)
def test_a_framework_and_its_defaults_prove_no_accounts_and_no_admin(belief, requirements):
    paths = ["manage.py", "orders/models.py", "orders/templates/orders/index.html"]
    assert belief("needs-auth", requirements, *paths) < MEDIUM
    assert belief("needs-admin", requirements, *paths) < MEDIUM


@pytest.mark.parametrize(
    ("trait", "path"),
    [
        ("needs-admin", "orders/admin/clients.py"),
        ("needs-admin", "templates/admin/base_site.html"),
        ("needs-auth", "templates/registration/login.html"),
        ("needs-auth", "accounts/views.py"),
        ("needs-auth", "users/models.py"),
    ],
)
def test_names_of_files_show_accounts_and_an_admin(belief, trait, path):
    assert belief(trait, "django\n", "manage.py", path) >= MEDIUM


def test_one_admin_module_proves_no_back_office_but_several_do(belief):
    paths = ["manage.py", "orders/models.py", "orders/admin.py"]
    assert 0 < belief("needs-admin", "django\npsycopg\n", *paths) < MEDIUM
    assert belief("needs-admin", "django\npsycopg\n", *paths, "clients/admin.py") >= MEDIUM


def test_fields_that_models_and_forms_have_prove_no_pages(belief):
    requirements = "django\ndjangorestframework\ndjango-phonenumber-field\ndjango-countries\n"
    assert belief("has-forms", requirements, "manage.py", "orders/views.py") < MEDIUM


def test_a_page_to_log_in_is_a_login_of_its_own(belief):
    assert belief("needs-auth", "flask\n", "serve.py", "templates/login.html") >= MEDIUM
    assert belief("has-login", "flask\n", "serve.py", "templates/login.html") >= MEDIUM


def described(text: str) -> str:
    return f'[project]\nname = "x"\ndependencies = ["flask"]\ndescription = "{text}"\n'


@pytest.mark.parametrize(
    "text",
    ["A website for a choir", "Small web page with our opening hours", "The site of a tennis club"],
)
def test_what_calls_itself_a_website_has_just_no_template_yet(assess_project, text):
    tree = dict.fromkeys(MODULES, "")
    found = {
        found.trait.id: found.belief
        for found in assess_project(pyproject__toml=described(text), **tree).traits
    }
    assert found["renders-html"] >= MEDIUM
    assert "api-only" not in found


@pytest.mark.parametrize(
    "text", ["An e-commerce API", "Shop REST API", "API for a shop", "Marketplace backend"]
)
def test_an_api_for_a_kind_of_site_has_its_needs_but_no_pages(assess_project, text):
    assessment = assess_project(pyproject__toml=described(text), app__py="")
    found = {found.trait.id: found.belief for found in assessment.traits}
    assert found["serves-api"] >= MEDIUM
    assert found["needs-orm"] >= MEDIUM
    assert found.get("renders-html", 0) < MEDIUM


@pytest.mark.parametrize("text", ["REST API with user management", "API with account management"])
def test_users_are_managed_through_an_api(assess_project, text):
    assessment = assess_project(pyproject__toml=described(text), app__py="")
    found = {found.trait.id: found.belief for found in assessment.traits}
    assert found["api-only"] >= MEDIUM
    assert found.get("needs-admin", 0) < MEDIUM
    assert not [finding for finding in assessment.findings if "flask-without" in finding.rule_id]


def test_a_front_end_renders_what_a_dashboard_shows(assess_project):
    tree = {**dict.fromkeys(MODULES, ""), "ui/package.json": "{}", "ui/index.html": ""}
    text = described("A dashboard for parcels")
    found = {
        found.trait.id: found.belief
        for found in assess_project(pyproject__toml=text, **tree).traits
    }
    assert found["api-only"] >= MEDIUM
    assert found.get("renders-html", 0) < MEDIUM
