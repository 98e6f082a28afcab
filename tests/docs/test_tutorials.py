"""Every step of each tutorial, and of some how-to guides, works and prints what the page says."""

from pathlib import Path

import pytest

from docs.transcript import Shell, Step, answers_in, assert_matches, steps_in

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted((ROOT / "docs" / "tutorial").glob("*.md"))
PAGES += [
    ROOT / "docs" / "how-to" / name
    for name in (
        "adopt.md",
        "forbid.md",
        "monorepo.md",
        "rules-for-every-project.md",
        "share-rules.md",
    )
]
PAGE = """\
Write a file:

```toml title="shop/framesage.toml"
readme = false
```

```console
$ framesage ask
So far
> y
...
done
$ cd shop
```
"""


def test_there_are_pages_with_steps():
    assert len(PAGES) > 2


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_the_steps_of_a_page_work(page, tmp_path):
    shell = Shell(tmp_path)
    steps = steps_in(page.read_text(encoding="utf-8"))
    assert len(steps) > 5
    for step in steps:
        shell.run(step)


def test_the_steps_of_a_page_are_its_files_and_commands():
    file, ask, move = steps_in(PAGE)
    assert file == Step("shop/framesage.toml", "", "readme = false\n")
    assert (ask.command, move.command) == ("framesage ask", "cd shop")
    assert answers_in(ask.text) == "y\n"
    assert_matches("So far\n> y\nOne\nTwo\ndone\n", ask.text)


@pytest.mark.parametrize("printed", ["So far\n> y\nOne\n", "So far\n> n\ndone\n", "done\n"])
def test_another_output_is_an_error(printed):
    with pytest.raises(AssertionError):
        assert_matches(printed, steps_in(PAGE)[1].text)


@pytest.mark.parametrize("block", ["```sh\nrm\n```", "```toml\na = 1\n```", "```console\nx\n```"])
def test_a_block_that_is_no_step_is_an_error(block):
    with pytest.raises(AssertionError):
        steps_in(block)


def test_an_unknown_command_is_an_error(tmp_path):
    with pytest.raises(AssertionError):
        Shell(tmp_path).run(Step("", "curl example.org", ""))
