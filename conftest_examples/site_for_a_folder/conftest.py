"""Every test of a folder starts from the same site: the fixture is overridden in the folder's conftest.py."""

import pytest


@pytest.fixture
def jira_linkfake(jira_linkfake, monkeypatch):
    jira_linkfake.add_issue("REL-1", summary="Release 1.4", type="Epic")
    jira_linkfake.add_issue("APP-1", summary="Crash on save", type="Bug")
    jira_linkfake.add_issue("APP-2", summary="Typo in the menu", type="Bug", status="Done")

    email, token = jira_linkfake.auth
    monkeypatch.setenv("JIRA_URL", jira_linkfake.url)
    monkeypatch.setenv("JIRA_EMAIL", email)
    monkeypatch.setenv("JIRA_TOKEN", token)
    return jira_linkfake
