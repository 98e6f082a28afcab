"""Installed packs are found by their metadata, and none of their code runs."""

import os
import sys
import time

import pytest

from framesage.rulebase.load import load_sources
from framesage.rulebase.packs.find import environment_folders
from framesage.rulebase.packs.model import RuleSource

POSIX, WINDOWS = "lib/python3.12/site-packages", "Lib/site-packages"


def load(root, *names, paths=()):
    folders = environment_folders(root, root.parent)
    named = [RuleSource(None, name, folders) for name in names]
    return load_sources([*named, *map(RuleSource, paths)])


@pytest.fixture(autouse=True)
def _no_active_environment(monkeypatch):
    monkeypatch.delenv("VIRTUAL_ENV", raising=False)


@pytest.mark.parametrize("layout", [POSIX, WINDOWS])
@pytest.mark.parametrize("environment", [".venv", "venv", "env", "../.venv"])
def test_the_virtual_environment_of_the_project_is_searched(tmp_path, install, layout, environment):
    root = tmp_path / "shop"
    root.mkdir()
    install(root / environment / layout)
    loaded = load(root, "acme-rules")
    assert loaded.errors == ()
    assert [pack.title for pack in loaded.rule_base.packs] == ["acme-rules 1.2"]


def test_the_active_environment_is_searched(tmp_path, install, monkeypatch):
    install(tmp_path / "elsewhere" / POSIX)
    monkeypatch.setenv("VIRTUAL_ENV", str(tmp_path / "elsewhere"))
    assert load(tmp_path, "acme-rules").errors == ()


def test_the_environment_of_framesage_comes_first(tmp_path, install, monkeypatch):
    install(tmp_path / "own", version="2.0")
    install(tmp_path / ".venv" / POSIX, version="1.0")
    monkeypatch.setattr(sys, "path", [str(tmp_path / "own"), *sys.path])
    loaded = load(tmp_path, "acme-rules")
    assert [pack.root.parent for pack in loaded.rule_base.packs] == [tmp_path / "own"]
    (error,) = loaded.errors
    assert f"2.0 in {tmp_path / 'own'} is used, 1.0 in " in error.message
    assert "install the same version in both" in error.message


@pytest.mark.parametrize("name", ["Acme_Rules", "acme.rules", "ACME-rules"])
def test_names_are_normalized(tmp_path, install, name):
    install(tmp_path / ".venv" / POSIX)
    assert load(tmp_path, name).errors == ()


def test_no_code_of_the_distribution_is_imported(tmp_path, install):
    folder = install(tmp_path / ".venv" / POSIX, package="acme_code.rules")
    witness = tmp_path / "imported"
    code = f"open({str(witness)!r}, 'w').close()\nraise SystemExit('imported')\n"
    for package in (folder, folder.parent):
        (package / "__init__.py").write_text(code, encoding="utf-8")
    (tmp_path / ".venv" / POSIX / "evil.pth").write_text(f"import os; {code}", encoding="utf-8")
    assert "acme-rules-login" in load(tmp_path, "acme-rules").rule_base.advice
    assert not witness.exists()
    assert not any(name.startswith("acme_code") for name in sys.modules)


def test_a_missing_pack_names_the_remedy(tmp_path, make_pack):
    make_pack(tmp_path / "own", "own")
    loaded = load(tmp_path, "Acme_rules", paths=[tmp_path / "own"])
    assert [pack.name for pack in loaded.rule_base.packs] == ["own"]
    (error,) = loaded.errors
    assert "the pack 'Acme_rules' is not installed; run `pip install acme-rules`" in str(error)
    assert (error.pack, error.line) == ("acme-rules", 0)


@pytest.mark.parametrize("name", ["../acme-rules", "acme rules", "", "acme-rules==1.0"])
def test_what_is_no_name_of_a_pack_is_an_error(tmp_path, name):
    (error,) = load(tmp_path, name).errors
    assert f"'{name}' is not the name of a pack" in error.message


def test_a_pack_at_a_path_replaces_the_installed_one(tmp_path, install, make_pack):
    install(tmp_path / ".venv" / POSIX)
    make_pack(tmp_path / "work")
    loaded = load(tmp_path, "acme-rules", paths=[tmp_path / "work"])
    assert loaded.errors == ()
    assert [pack.root for pack in loaded.rule_base.packs] == [tmp_path / "work"]


def test_a_pack_at_a_path_need_not_be_installed(tmp_path, make_pack):
    make_pack(tmp_path / "work")
    assert load(tmp_path, "acme-rules", paths=[tmp_path / "work"]).errors == ()


@pytest.mark.parametrize("source", ["", "src"])
def test_an_editable_installation_is_found(tmp_path, make_pack, write_metadata, source):
    site, project = tmp_path / ".venv" / POSIX, tmp_path / "acme rules"
    make_pack(project / source / "acme_rules")
    metadata = write_metadata(site, "acme-rules", "acme_rules")
    text = f'{{"dir_info": {{"editable": true}}, "url": "{project.as_uri()}"}}'
    (metadata / "direct_url.json").write_text(text, encoding="utf-8")
    loaded = load(tmp_path, "acme-rules")
    assert [pack.root for pack in loaded.rule_base.packs] == [project / source / "acme_rules"]


def test_a_path_file_leads_to_an_editable_installation(tmp_path, make_pack, write_metadata):
    site, project = tmp_path / ".venv" / POSIX, tmp_path / "anywhere"
    make_pack(project / "acme_rules")
    write_metadata(site, "acme-rules", "acme_rules")
    (site / "_acme.pth").write_text(f"# comment\nimport os\n{project}\n", encoding="utf-8")
    assert load(tmp_path, "acme-rules").errors == ()


def test_an_installation_whose_folder_is_not_found_gets_a_plain_message(tmp_path, write_metadata):
    write_metadata(tmp_path / ".venv" / POSIX, "acme-rules", "acme_rules")
    (error,) = load(tmp_path, "acme-rules").errors
    assert "its folder 'acme_rules' with a pack.toml is not found" in error.message
    assert "name the folder in rule-paths" in error.message


def test_an_installed_pack_with_an_error_names_pack_and_file(tmp_path, install):
    folder = install(tmp_path / ".venv" / POSIX)
    (folder / "pack.toml").write_text('[pack]\nname = "x"\nversion = "1"\n', encoding="utf-8")
    (error,) = load(tmp_path, "acme-rules").errors
    assert error.path == folder / "pack.toml"
    assert (error.line, error.pack) == (2, "acme-rules")
    assert "the entry point of this pack has another name: 'acme-rules'" in error.message


@pytest.mark.skipif(sys.platform == "win32", reason="needs FIFOs")
def test_damaged_metadata_is_skipped(tmp_path, install, write_metadata):
    site = tmp_path / ".venv" / POSIX
    install(site)
    for number, name in enumerate(("entry_points.txt", "METADATA", "direct_url.json")):
        metadata = write_metadata(site, f"bad{number}", "bad")
        (metadata / name).unlink(missing_ok=True)
        os.mkfifo(metadata / name)
    (write_metadata(site, "garbage", "x") / "entry_points.txt").write_bytes(
        b"framesage.rules\n[[[\n=\xff\n"
    )
    (write_metadata(site, "lines", "x") / "entry_points.txt").write_bytes(
        b"framesage.rules\nno section\n[framesage.rules]\n= =\nx\n"
    )
    assert load(tmp_path, "acme-rules").errors == ()
    assert len(load(tmp_path, "garbage", "bad0", "lines").errors) == 3


@pytest.mark.skipif(sys.platform == "win32", reason="needs FIFOs")
@pytest.mark.parametrize("name", ["METADATA", "entry_points.txt", "direct_url.json", "RECORD"])
def test_metadata_without_an_end_is_not_read(tmp_path, write_metadata, name):
    metadata = write_metadata(tmp_path / ".venv" / POSIX, "acme-rules", "missing")
    (metadata / "PKG-INFO").write_text("Version: 2\n", encoding="utf-8")
    (metadata / name).unlink(missing_ok=True)
    os.mkfifo(metadata / name)
    (error,) = load(tmp_path, "acme-rules").errors
    assert "'acme-rules' is" in error.message


@pytest.mark.running_time
def test_thousands_of_entry_points_and_path_files_are_read_in_time(tmp_path, write_metadata):
    site = tmp_path / ".venv" / POSIX
    metadata = write_metadata(site, "acme-rules", "missing")
    names = "".join(f"a{number} = x{number}\n" for number in range(9000))
    (metadata / "entry_points.txt").write_text(f"[framesage.rules]\n{names}", encoding="utf-8")
    for number in range(300):
        lines = "".join(f"folder-{line}\n" for line in range(300))
        (site / f"a{number}.pth").write_text(lines, encoding="utf-8")
    start = time.process_time()
    (error,) = load(tmp_path, "a1").errors
    assert time.process_time() - start < 5
    assert "its folder 'x1' with a pack.toml is not found" in error.message
