"""A release is made with each client library: the same steps, the same site at the end."""

from __future__ import annotations

import ast
import subprocess
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import flask
import pytest

import jira_linkfake as package
from jira_linkfake import FakeJira
from tests.clients.mcp_atlassian.release_client import McpAtlassian
from tests.clients.mcp_atlassian.server import McpServer
from tests.clients.release_clients import AtlassianJira, NodeJiraJs, PycontribsJira
from tests.clients.release_story import PLANNED, RELEASED, prepare, release, seen

ROOT = Path(__file__).parent.parent.parent
IN_PROCESS = Path(__file__).parent / "mcp_atlassian/in_process.py"
CLIENTS: dict[str, Callable[..., Any]] = {"jira": PycontribsJira, "atlassian-python-api": AtlassianJira}


@pytest.fixture
def jira_linkfake(jira_linkfake: FakeJira) -> FakeJira:
    """A site on which a release can be made."""
    prepare(jira_linkfake)
    return jira_linkfake


@pytest.mark.jira_linkfake(patch_sleep=True)
@pytest.mark.parametrize("library", CLIENTS)
def test_release_in_process(library, jira_linkfake):
    """A Python client makes a release in process."""
    with closing(CLIENTS[library](jira_linkfake.url, jira_linkfake.auth)) as client:
        assert release(client, jira_linkfake.user("alice")) == PLANNED

    assert seen(jira_linkfake) == RELEASED


def test_release_with_jira_js(jira_linkfake, jira_linkfake_server, node):
    """jira.js makes a release through a port."""
    client = NodeJiraJs(jira_linkfake_server.url, jira_linkfake.auth, node)
    assert release(client, jira_linkfake.user("alice")) == PLANNED

    assert seen(jira_linkfake) == RELEASED


def test_release_with_mcp_atlassian_over_stdio(jira_linkfake, jira_linkfake_server, mcp_atlassian, tmp_path):
    """mcp-atlassian's own server, in a process of its own, makes a release through a port."""
    with closing(McpServer(mcp_atlassian, jira_linkfake_server, tmp_path)) as server:
        assert release(McpAtlassian(server.call, tmp_path), jira_linkfake.user("alice")) == PLANNED

    assert seen(jira_linkfake) == RELEASED


def test_release_with_mcp_atlassian_in_process(mcp_atlassian, tmp_path):
    """mcp-atlassian's own server makes a release in the process of the site."""
    beside = [Path(package.__file__).parent.parent, Path(flask.__file__).parent.parent, ROOT]
    command = [mcp_atlassian / "python", "-I", IN_PROCESS, *beside]
    made = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)

    assert (made.returncode, made.stdout and ast.literal_eval(made.stdout)) == (0, (PLANNED, RELEASED)), made.stderr
