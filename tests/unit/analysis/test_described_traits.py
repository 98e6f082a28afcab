"""What descriptions say of starters, guides, services of users and accounts elsewhere."""

import pytest


@pytest.fixture
def traits(assess_project):
    """Return a function: the traits of at least medium certainty of a described project."""

    def run(text: str, framework: str = "flask") -> set[str]:
        project = f'[project]\nname = "x"\ndependencies = ["{framework}"]\ndescription = "{text}"\n'
        found = assess_project(pyproject__toml=project).traits
        return {trait.trait.id for trait in found if trait.certainty != "low"}

    return run


@pytest.fixture
def described(assess_project):
    """Return a function: the same of a project that requires nothing yet."""

    def run(text: str) -> set[str]:
        project = f'[project]\nname = "x"\ndependencies = []\ndescription = "{text}"\n'
        found = assess_project(pyproject__toml=project).traits
        return {trait.trait.id for trait in found if trait.certainty != "low"}

    return run


@pytest.mark.parametrize(
    "text",
    [
        "Skeleton Flask project for a JSON API with tokens",
        "Starter Flask application for REST APIs",
        "Flask template for a GraphQL API",
    ],
)
def test_a_starter_is_what_it_is_for(traits, text):
    assert {"mvp", "serves-api", "api-only"} <= traits(text)


@pytest.mark.parametrize(
    "text",
    [
        "A beginner's guide to Flask",
        "Code samples from the tutorial series about parcels",
        "REST API example",
    ],
)
def test_guides_and_examples_are_first_versions(traits, text):
    assert "mvp" in traits(text)


@pytest.mark.parametrize("text", ["Users service", "User service of a parcel network"])
def test_a_service_of_users_is_no_identity_provider(traits, text):
    found = traits(text)
    assert "security-critical" not in found
    assert "needs-auth" not in found


@pytest.mark.parametrize(
    "text",
    [
        "I dont need accounts, its one web page for tide data",
        "There wont be a login. Web page for tide data",
        "Web page for tide data, doesnt have user accounts",
        "Web page for tide data w/o login",
    ],
)
def test_denials_are_understood_as_they_are_typed(traits, text):
    assert "needs-auth" not in traits(text)


def test_a_feature_may_follow_an_abbreviation(traits):
    assert "needs-auth" in traits("Web page for tide data w/ user accounts and login")


@pytest.mark.parametrize(
    "text",
    [
        "gonna build an app for my choir",
        "I wanna make an app for my choir",
        "Im building an app for my choir",
        "webiste for my choir",
        "An aplication for my choir",
    ],
)
def test_hasty_words_name_a_web_application(described, text):
    assert "web-application" in described(text)


def test_api_only_names_the_kind_of_a_project(described):
    assert {"web-application", "api-only"} <= described("API only, no HTML; resizes images")


def test_an_account_elsewhere_is_none_here(traits):
    assert "needs-auth" not in traits("Sends texts with your trial account at a provider", "django")


def test_an_interface_to_data_is_no_website(traits):
    assert "renders-html" not in traits("Interface to the tide data of a harbor")


@pytest.fixture
def is_first_version(assess_project):
    """Return a function: whether a README says that its project is a prototype or tutorial."""

    def run(readme: str) -> bool:
        found = assess_project(requirements__txt="flask\n", README__md=readme).traits
        return any(trait.trait.id == "mvp" and trait.certainty != "low" for trait in found)

    return run


@pytest.mark.parametrize(
    "readme",
    [
        "# Kestrel - Intro to Flask and SQL\n\nA small journal for bird watchers and friends.\n",
        "# Kestrel\n\n*A green journal.*\n\n> Example application for *[Web Cooking](x)*.\n",
        "# Docker, Flask and Redis together\n\n## Want to learn how to build this?\n\n"
        "Check out the [tutorial](x).\n",
        "# Docker image of a Flask journal\n\nSample code for the article about images.\n",
        "# Getting started with Flask\n\nA page that counts its visitors.\n",
        "# Kestrel\n\nA shop for seeds. This repository accompanies my talk on payments.\n",
        "# Kestrel\n\nA recipe site. This is part 3 of the series.\n",
        "# Kestrel\n\nA recipe site.\n\nIt was built as part of a course.\n",
        "# Kestrel\n\nLearn Flask by building a bookmark app.\n",
        "# Hello world in Flask\n\nRun it, and look.\n",
    ],
)
def test_a_readme_says_in_many_ways_that_it_teaches(is_first_version, readme):
    assert is_first_version(readme)


@pytest.mark.parametrize(
    "readme",
    [
        "# Kestrel\n\nA booking system for clinics. See the [tutorial](x) for details.\n",
        "# Kestrel\n\nA booking system for clinics. There is a tutorial for administrators.\n",
        "# Kestrel\n\nA booking system for clinics.\n\n> Try the live demo.\n",
        "# Kestrel\n\nA job board. See our Django tutorial for how to deploy it.\n",
        "# Kestrel\n\nA course platform. Students submit exercises as part of the course.\n",
        "# Kestrel\n\nA booking system for clinics.\n\n## Getting started with Docker\n\nRun it.\n",
        "# Kestrel\n\nA booking system for clinics.\n\nExamples of settings are in a folder.\n",
        "# Kestrel\n\nA site where people share video tutorials and crash courses.\n",
        "# Kestrel\n\nA scheduler for conferences that accompanies speakers to their talks.\n",
    ],
)
def test_a_product_with_lessons_is_finished(is_first_version, readme):
    assert not is_first_version(readme)


def test_the_inventory_of_a_seller_needs_no_staff(traits):
    assert "needs-admin" not in traits("Manage your inventory of stamps")


@pytest.mark.parametrize(
    "text",
    [
        "Library management system with Tkinter and MySQL",
        "School management system, console application",
        "Student management system (CLI)",
        "Hotel management in Python and SQLite, command line interface",
        "Inventory app for Android built with Kivy",
        "Bank management system in Python using file handling",
    ],
)
def test_a_program_of_one_computer_is_no_web_application(described, text):
    found = described(text)
    assert "local-program" in found
    assert "web-application" not in found


@pytest.mark.parametrize(
    "text",
    [
        "Hotel booking website with a command line interface",
        "Inventory REST API and a CLI",
        "Shop for games made with pygame",
        "Blog about Tkinter",
        "Course site that teaches Kivy to kids",
    ],
)
def test_such_words_beside_pages_or_an_api_change_nothing(described, text):
    assert "web-application" in described(text)


@pytest.mark.parametrize("framework", ["flask", "django"])
def test_a_framework_outweighs_a_desktop_client(traits, framework):
    assert "web-application" in traits("Library management with a Tkinter client", framework)


@pytest.mark.parametrize(
    "text", ["Chat with your PDFs in the browser", "Chat with the SQL database of a harbor"]
)
def test_a_chat_with_a_language_model_needs_no_account(described, text):
    assert described(text).isdisjoint({"needs-auth", "real-time"})


def test_a_chat_with_people_needs_an_account(described):
    assert {"needs-auth", "real-time"} <= described("Chat with friends in the browser")


@pytest.mark.parametrize(
    "text",
    [
        "Comparison of Flask, Django and FastAPI performance",
        "Exercises for a workshop about REST APIs",
        "Notes of a course about REST API design",
        "Data science portfolio",
        "High level API on top of a tide model",
        "Shared models and utils for our Flask microservices",
        "Template filters shared by our Django sites",
    ],
)
def test_lessons_and_parts_of_programs_are_no_web_application(described, text):
    assert "web-application" not in described(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Which framework for a booking site of a sailing school?", "needs-auth"),
        ("Flask or Django for a small shop?", "takes-payments"),
        ("Is Django overkill for a small API?", "serves-api"),
        ("django or flask - clinic appointment system with patient login", "needs-auth"),
        ("I cant decide between Django and Flask. Members pay their tickets", "web-application"),
    ],
)
def test_a_question_says_what_it_is_for(described, text, expected):
    assert expected in described(text)


@pytest.mark.parametrize(
    "text", ["How to write tests for a web shop", "Scripts or cron jobs for a web shop"]
)
def test_who_asks_of_something_else_has_no_shop(described, text):
    assert "takes-payments" not in described(text)


@pytest.mark.parametrize(
    "text", ["A page displaying the tide of a harbor", "A dashboard listing all my boats"]
)
def test_a_verb_with_its_object_ends_what_the_project_is(described, text):
    assert {"web-application", "renders-html"} <= described(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("My flask app", {"about-flask"}),
        ("Django backend of a mobile app", {"about-django"}),
        ("flask or django for a wiki?", {"about-flask", "about-django"}),
        ("Is Django overkill for a wiki?", set()),
        ("A wiki to move away from Flask", set()),
        ("Forum for Flask developers", set()),
    ],
)
def test_a_framework_that_is_named_is_in_use_unless_in_doubt(described, text, expected):
    assert described(text) & {"about-flask", "about-django"} == expected


@pytest.mark.parametrize("text", ["School managment sytem", "School mgmt system"])
def test_management_is_understood_as_it_is_typed(described, text):
    assert "needs-admin" in described(text)


def test_what_one_person_uses_is_small(described):
    assert "small-project" in described("A dashboard of my solar panels, just for me")
