"""A release is made with each client library: the same steps, the same site at the end."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from typing import Any

import pytest

from jira_linkfake import FakeJira
from tests.clients.release_clients import AtlassianJira, NodeJiraJs, PycontribsJira
from tests.clients.release_story import PLANNED, RELEASED, prepare, release, seen

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
