"""mcp-atlassian is tested wherever it can be installed, and a machine on which it cannot be says why."""

from __future__ import annotations

import pytest

from tests.clients.mcp_atlassian import environment


@pytest.fixture
def uv(monkeypatch, tmp_path):
    """Put a program of shell in the place of uv, which writes down what it is asked for."""
    monkeypatch.delenv("CI", raising=False)

    def uv(script):
        program = tmp_path / "uv"
        program.write_text(f'#!/bin/sh\necho "$1 $2" >> {tmp_path}/asked\n{script}\n', encoding="utf-8")
        program.chmod(0o755)
        monkeypatch.setattr(environment, "UV", (str(program),))

    return uv


def test_machine_without_a_registry_is_told(uv, tmp_path):
    """Where uv cannot install mcp-atlassian, the reason is the first that it gives."""
    uv("echo 'error: Failed to fetch' >&2; echo 'Caused by: dns error' >&2; exit 2")

    with pytest.raises(pytest.skip.Exception, match=r"mcp-atlassian cannot be tested: .* \(error: Failed to fetch\)$"):
        environment.install(tmp_path)


def test_nothing_may_be_missing_in_ci(uv, monkeypatch, tmp_path):
    """In CI the tests of mcp-atlassian fail where they would be skipped."""
    uv("exit 2")
    monkeypatch.setenv("CI", "true")

    with pytest.raises(pytest.fail.Exception, match="mcp-atlassian cannot be tested"):
        environment.install(tmp_path)


def test_what_is_installed_stays(uv, tmp_path):
    """What the requirements say is asked of uv once, and again only where it did not finish."""
    uv('for folder; do :; done; [ "$1" = venv ] && /bin/mkdir "$folder"; exit 0')

    assert environment.install(tmp_path) == environment.install(tmp_path)
    assert (tmp_path / "asked").read_text(encoding="utf-8") == "venv --python\npip install\n"
