"""jira.js is tested wherever it can be, and a machine on which it cannot be says why."""

from __future__ import annotations

import pytest

from tests.clients.node import install, node_of_age


@pytest.fixture(autouse=True)
def no_ci(monkeypatch):
    """The tests of this module are not run in CI, until they say so."""
    monkeypatch.delenv("CI", raising=False)


@pytest.fixture
def programs(monkeypatch, tmp_path):
    """Write the only programs that there are, as lines of shell script by their names."""

    def programs(**scripts):
        folder = tmp_path / "bin"
        folder.mkdir()
        for name, line in scripts.items():
            (folder / name).write_text(f"#!/bin/sh\n{line}\n", encoding="utf-8")
            (folder / name).chmod(0o755)
        monkeypatch.setenv("PATH", str(folder))

    return programs


def test_machine_without_node_is_told(programs):
    """Without Node.js the tests of jira.js are skipped."""
    programs()

    with pytest.raises(pytest.skip.Exception, match="node is not installed"):
        node_of_age()


@pytest.mark.parametrize("version", ["v18.20.8", "v9.11.2"])
def test_old_node_is_told(programs, version):
    """A Node.js that is too old for jira.js is as good as none."""
    programs(node=f"echo {version}")

    with pytest.raises(pytest.skip.Exception, match=f"Node.js is {version}, and 20 is the lowest"):
        node_of_age()


def test_machine_without_npm_is_told(programs, tmp_path):
    """Without npm the tests of jira.js are skipped."""
    programs(node="echo v22.1.0")

    node_of_age()
    with pytest.raises(pytest.skip.Exception, match="npm is not installed"):
        install(tmp_path)


def test_machine_without_a_registry_is_told(programs, tmp_path):
    """Where npm cannot install jira.js, the reason is the first that it gives."""
    programs(npm="echo 'npm error code ENOTFOUND' >&2; echo 'npm error network' >&2; exit 1")

    with pytest.raises(pytest.skip.Exception, match=r"could not install it \(npm error code ENOTFOUND\)$"):
        install(tmp_path)


def test_what_is_installed_stays(programs, tmp_path):
    """What a lock file says is asked of npm once, and again only where it did not finish."""
    programs(npm="/bin/mkdir node_modules; echo >> ../asked; : > node_modules/.package-lock.json")

    folder = install(tmp_path)
    assert install(tmp_path) == folder
    assert (tmp_path / "asked").read_text(encoding="utf-8") == "\n"
    assert (folder / "calls.js").exists()


def test_nothing_may_be_missing_in_ci(programs, monkeypatch):
    """In CI the tests of jira.js fail where they would be skipped."""
    monkeypatch.setenv("CI", "true")
    programs()

    with pytest.raises(pytest.fail.Exception, match=r"jira\.js cannot be tested: node is not installed"):
        node_of_age()
