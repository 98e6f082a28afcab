"""The size of an application is that of its tree, wherever its list of requirements is."""

import pytest

from framesage.project import Disk, load_project

CODE = [f"shop/p{number % 3}/m{number}.py" for number in range(60)]


@pytest.fixture
def layout(tmp_path):
    def run(root: str, *paths: str):
        for path in (f"{root}/requirements.txt", ".git/HEAD", *paths):
            file = tmp_path / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text("flask\n" if file.suffix == ".txt" else "")
        return set(load_project(tmp_path / root, Disk()).layout)

    return run


@pytest.mark.parametrize("root", ["deployment", "docker", "deploy/web", "infra/docker", "reqs"])
def test_a_list_aside_describes_the_tree_around_it(layout, root):
    facts = layout(root, *CODE, "manage.py")
    assert {"python-files>50", "manage.py"} <= facts


def test_a_few_scripts_for_deployment_are_not_the_application(layout):
    assert "python-files>50" in layout("deploy", *CODE, "deploy/fabfile.py", "deploy/wait.py")


def test_the_closest_tree_with_code_counts(layout):
    facts = layout("services/mail/docker", *CODE, "services/mail/app.py")
    assert {"python-files>0", "python-files<=3"} <= facts


@pytest.mark.parametrize("root", ["backend", "docker"])
def test_a_list_beside_its_code_describes_that(layout, root):
    own = [f"{root}/m{number}.py" for number in range(8)]
    assert "python-files<=10" in layout(root, *CODE, *own)


def test_a_list_at_the_top_counts_the_code_below(layout):
    assert "python-files>50" in layout(".", *(f"backend/{path}" for path in CODE))


def test_an_empty_folder_in_a_repository_is_a_new_project(layout):
    assert layout("services/new", *CODE) == set()


def test_without_code_there_are_the_own_facts(layout):
    assert layout("docker", "docker/Dockerfile") == {"Dockerfile"}
