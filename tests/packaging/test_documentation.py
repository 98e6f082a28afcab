"""The documentation: its links point to files and headings that exist."""

import re
from pathlib import Path

import pytest
import tomli

from framesage.advice.builtin_rules import BUILTIN_RULES
from framesage.rulebase import load_rule_base

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "server/framesage"
EXTENSION = ROOT / "vscode-extension"
PAGES = sorted(
    page
    for pattern in ("*.md", "docs/**/*.md", "changelog.d/README.md", "tests/fixtures/README.md")
    for page in ROOT.glob(pattern)
)
RECORDS = sorted(ROOT.glob("docs/adr/0*.md"))


def links_of(page: Path) -> list[str]:
    links = re.findall(r"\]\(([^)\s]+)\)", page.read_text("utf-8"))
    return [link for link in links if "://" not in link]


def anchors_of(page: Path) -> set[str]:
    """Return the anchors that GitHub generates for the headings of a page."""
    text = re.sub(r"^```.*?^```$", "", page.read_text("utf-8"), flags=re.M | re.S)
    headings = re.findall(r"^#+ (.+)$", text, re.M)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def is_missing_from_the_source_distribution(target: Path) -> bool:
    return target.is_relative_to(EXTENSION) and not (EXTENSION / "README.md").exists()


def test_the_pages_contain_links():
    assert sum(len(links_of(page)) for page in PAGES) > 50


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_links_point_to_existing_files_and_headings(page):
    for link in links_of(page):
        path, _, anchor = link.partition("#")
        target = (page.parent / path).resolve() if path else page
        if is_missing_from_the_source_distribution(target):
            continue
        assert target.exists(), link
        if anchor and target.suffix == ".md":
            assert anchor in anchors_of(target), link


@pytest.mark.parametrize("page", RECORDS, ids=lambda page: page.stem)
def test_a_decision_record_is_titled_by_its_number_and_a_decision(page):
    number = page.name[:4]
    text = page.read_text("utf-8")
    assert re.match(rf"# {number} – \w+ .+\n", text)
    assert all(f"**{part}.**" in text for part in ("Context", "Decision", "Consequences"))


def test_decision_records_have_different_numbers():
    numbers = [page.name[:4] for page in RECORDS]
    assert len(set(numbers)) == len(numbers)


@pytest.mark.parametrize("page", [ROOT / "CONTRIBUTING.md", *RECORDS], ids=lambda page: page.stem)
def test_source_files_in_developer_documentation_exist(page):
    paths = re.findall(r"`([\w.-]+/[\w./-]+\.(?:py|toml|yml|sh))`", page.read_text("utf-8"))
    for path in paths:
        folders = [ROOT, PACKAGE, PACKAGE / "lsp"]
        assert "NAME" in path or any((folder / path).exists() for folder in folders), path


def test_rules_and_traits_in_the_documentation_exist():
    rule_base = load_rule_base()
    text = "\n".join(page.read_text("utf-8") for page in PAGES)
    rules = set(
        re.findall(r"ignore(?:-file)?\[([\w-]+)\]|--rule ([\w-]+)|\"rule\": \"([\w-]+)\"", text)
    )
    rules = {rule for match in rules for rule in match} - {"", "ID", "rule-id"}
    traits = set(re.findall(r"--trait ([\w-]+)", text)) - {"ID"}
    for key, value in re.findall(r"^\| `(rules|ignore|traits)` \| `(.+?)`", text, re.M):
        (traits if key == "traits" else rules).update(tomli.loads(f"{key} = {value}")[key])
    assert len(rules) > 5
    assert len(traits) > 1
    rules = {rule for rule in rules if not rule.startswith("acme-")}  # those of an imagined team
    assert rules <= {*rule_base.guidance, *rule_base.advice, *BUILTIN_RULES}
    assert traits <= rule_base.traits.keys()
