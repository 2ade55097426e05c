"""mcp-atlassian is tested wherever it can be installed, and a machine on which it cannot be says why."""

from __future__ import annotations

import pytest

from tests.clients.mcp_atlassian import environment

MAKES = 'for last; do :; done; [ "$2" != venv ] || /bin/mkdir -p "$last"'


@pytest.fixture
def python(monkeypatch, tmp_path):
    """Put a program of shell in the place of Python, which writes down what it is asked for."""
    monkeypatch.delenv("CI", raising=False)

    def python(script):
        program = tmp_path / "python"
        program.write_text(f'#!/bin/sh\necho "$1 $2" >> {tmp_path}/asked\n{script}\n', encoding="utf-8")
        program.chmod(0o755)
        monkeypatch.setattr(environment, "PYTHON", (str(program),))

    return python


def test_machine_without_a_registry_is_told(python, tmp_path):
    """Where nothing can install mcp-atlassian, the reason is the first that it is given."""
    python("[ $2 = venv ] && exit; echo 'error: Failed to fetch' >&2; echo 'Caused by: dns error' >&2; exit 2")

    with pytest.raises(pytest.skip.Exception, match=r"mcp-atlassian cannot be tested: .* \(error: Failed to fetch\)$"):
        environment.install(tmp_path)


def test_nothing_may_be_missing_in_ci(python, monkeypatch, tmp_path):
    """In CI the tests of mcp-atlassian fail where they would be skipped."""
    python("exit 2")
    monkeypatch.setenv("CI", "true")

    with pytest.raises(pytest.fail.Exception, match="mcp-atlassian cannot be tested"):
        environment.install(tmp_path)


def test_what_is_installed_stays(python, tmp_path):
    """What the requirements say is installed once, and again only where it did not finish."""
    python(MAKES)

    assert environment.install(tmp_path) == environment.install(tmp_path)
    assert (tmp_path / "asked").read_text(encoding="utf-8") == "-m venv\n-m uv\n"


def test_pip_installs_where_uv_cannot(python, tmp_path):
    """Where uv is refused, as where pip alone knows of a mirror, pip installs it."""
    python(f'{MAKES}; [ "$2" != uv ]')

    environment.install(tmp_path)
    assert (tmp_path / "asked").read_text(encoding="utf-8") == "-m venv\n-m uv\n-m pip\n"
