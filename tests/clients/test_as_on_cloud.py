"""What was written for Jira as it was, and fails on a real Cloud site, fails here in the same way."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, closing
from typing import Any

import pytest
from atlassian import Jira
from jira import JIRA, JIRAError
from requests import HTTPError

ALICE = ("alice@example.com", "alice-token")
REMOVED = (
    "The requested API has been removed. Please migrate to the /rest/api/3/search/jql API. A full migration guideline"
    " is available at https://developer.atlassian.com/changelog/#CHANGE-2046"
)
STRICT = "'accountId' must be the only user identifying query parameter in GDPR strict mode."
NO_USERNAME = "The query parameter 'username' is not supported in GDPR strict mode."
NO_FIELD = "Field 'customfield_10999' cannot be set. It is not on the appropriate screen, or unknown."
NO_BEARER = "Failed to parse Connect Session Auth Token"

Make = Callable[..., Any]
Unchanged = Callable[[], AbstractContextManager[None]]


@pytest.fixture
def pycontribs_client(site) -> Iterator[Make]:
    """Make clients of pycontribs, and close them."""
    with ExitStack() as clients:
        yield lambda **options: clients.enter_context(closing(JIRA(server=site.url, **options)))


@pytest.fixture
def atlassian_client(site) -> Iterator[Make]:
    """Make clients of atlassian-python-api, and close them."""
    with ExitStack() as clients:
        yield lambda **options: clients.enter_context(Jira(site.url, **options))


JIRA_FLOWS: dict[str, tuple[Callable[[JIRA], Any], int, str]] = {
    "assign by name": (lambda jira: jira._session.put(_assignee(jira), json={"name": "alice"}), 400, STRICT),
    "assign to nobody, as on a server": (
        lambda jira: jira._session.put(_assignee(jira), json={"name": None}),
        400,
        STRICT,
    ),
    "edit the assignee by name": (lambda jira: jira.issue("WEB-1").update(assignee={"name": "alice"}), 400, STRICT),
    "edit the reporter by key": (lambda jira: jira.issue("WEB-1").update(reporter={"key": "alice"}), 400, STRICT),
    "create with an assignee by name": (
        lambda jira: jira.create_issue(
            project="WEB", summary="New", issuetype={"name": "Task"}, assignee={"name": "alice"}
        ),
        400,
        STRICT,
    ),
    "find a user by name": (lambda jira: jira._get_json("user", params={"username": "alice"}), 400, STRICT),
    "search for users by name": (
        lambda jira: jira._get_json("user/search", params={"username": "a"}),
        400,
        NO_USERNAME,
    ),
    "edit a field that the site does not have": (
        lambda jira: jira.issue("WEB-1").update(fields={"customfield_10999": 3}),
        400,
        NO_FIELD,
    ),
    "search through the old path": (
        lambda jira: jira._get_json("search", params={"jql": "project = WEB"}),
        410,
        REMOVED,
    ),
    "search through the old path with a body": (
        lambda jira: jira._session.post(jira._get_url("search"), json={"jql": "project = WEB", "startAt": 0}),
        410,
        REMOVED,
    ),
}


def _assignee(jira: JIRA) -> str:
    return jira._get_url("issue/WEB-1/assignee")


@pytest.mark.parametrize("version", ["2", "3", "latest"])
@pytest.mark.parametrize("flow", JIRA_FLOWS)
def test_jira_fails_as_on_cloud(pycontribs_client: Make, unchanged: Unchanged, flow: str, version: str) -> None:
    """Pycontribs' `jira` raises the status and the words of Cloud, and nothing changes."""
    use, status, words = JIRA_FLOWS[flow]
    client = pycontribs_client(basic_auth=ALICE, options={"rest_api_version": version})
    with unchanged(), pytest.raises(JIRAError) as caught:
        use(client)

    assert (caught.value.status_code, caught.value.text) == (status, words)


ATLASSIAN_FLOWS: dict[str, tuple[Callable[[Jira], Any], int, str]] = {
    "assign by name": (lambda jira: jira.assign_issue("WEB-1", "alice"), 400, STRICT),
    "assign to nobody, as on a server": (lambda jira: jira.assign_issue("WEB-1"), 400, STRICT),
    "edit the assignee by name": (
        lambda jira: jira.update_issue_field("WEB-1", {"assignee": {"name": "alice"}}),
        400,
        STRICT,
    ),
    "create with a reporter by name": (
        lambda jira: jira.create_issue(
            {"project": {"key": "WEB"}, "summary": "New", "issuetype": {"name": "Task"}, "reporter": {"name": "alice"}}
        ),
        400,
        STRICT,
    ),
    "find a user by name": (lambda jira: jira.user(username="alice"), 400, STRICT),
    "search for users by name": (lambda jira: jira.user_find_by_user_string(username="alice"), 400, NO_USERNAME),
    "edit a field that the site does not have": (
        lambda jira: jira.update_issue_field("WEB-1", {"customfield_10999": 3}),
        400,
        NO_FIELD,
    ),
    "search through the old path": (lambda jira: jira.jql("project = WEB"), 410, REMOVED),
}


@pytest.mark.parametrize("flow", ATLASSIAN_FLOWS)
def test_atlassian_python_api_fails_as_on_cloud(atlassian_client: Make, unchanged: Unchanged, flow: str) -> None:
    """atlassian-python-api raises the status and the words of Cloud, and nothing changes."""
    use, status, words = ATLASSIAN_FLOWS[flow]
    client = atlassian_client(username=ALICE[0], password=ALICE[1])
    with unchanged(), pytest.raises(HTTPError) as caught:
        use(client)

    assert (caught.value.response.status_code, str(caught.value)) == (status, words)


def test_jira_with_a_token_alone(pycontribs_client: Make, unchanged: Unchanged) -> None:
    """An API token as Bearer does not even let `jira` connect."""
    with unchanged(), pytest.raises(JIRAError) as caught:
        pycontribs_client(token_auth="alice-token")

    assert caught.value.status_code == 403
    assert caught.value.response.json() == {"error": NO_BEARER}


def test_atlassian_python_api_with_a_token_alone(atlassian_client: Make, unchanged: Unchanged) -> None:
    """An API token as Bearer is refused at the first request."""
    client = atlassian_client(token="alice-token")
    with unchanged(), pytest.raises(HTTPError) as caught:
        client.issue("WEB-1")

    assert caught.value.response.status_code == 403
    assert caught.value.response.json() == {"error": NO_BEARER}
