"""Lists of the query: given several times they count together, as they do with commas."""

from __future__ import annotations

import pytest

from jira_linkfake import FakeJira

LISTS = {
    "mypermissions": ("permissions", ("LINK_ISSUES", "USER_PICKER")),
    "myself": ("expand", ("applicationRoles", "groups")),
    "issue/APP-1": ("fields", ("summary", "labels")),
    "issue/APP-1?fields=summary": ("expand", ("names", "changelog")),
    "issue/APP-1/transitions": ("expand", ("x", "transitions.fields")),
    "issue/APP-1/comment": ("expand", ("renderedBody", "properties")),
    "issue/APP-1/comment/10000": ("expand", ("properties", "renderedBody")),
    "issue/createmeta": ("projectKeys", ("APP", "LIB")),
    "issue/createmeta?issuetypeIds=10000": ("issuetypeNames", ("Bug", "Task")),
    "issue/createmeta?projectKeys=APP": ("expand", ("projects", "projects.issuetypes.fields")),
    "search/jql?jql=key=APP-1": ("fields", ("summary", "labels")),
    "search/jql?jql=key=APP-1&fields=summary": ("expand", ("names", "schema")),
    "project": ("expand", ("description", "lead")),
    "project/APP": ("expand", ("x", "projectKeys")),
    "project/search": ("keys", ("APP", "LIB")),
    "project/search?maxResults=9": ("id", ("10000", "10001")),
    "project/search?maxResults=8": ("typeKey", ("service_desk", "software")),
    "project/search?maxResults=7": ("status", ("archived", "live")),
    "project/search?maxResults=6": ("expand", ("description", "lead")),
    "project/APP/version": ("status", ("released", "unreleased")),
    "group?groupname=staff": ("expand", ("x", "users")),
}


@pytest.mark.parametrize(("path", "of"), LISTS.items(), ids=LISTS)
def test_a_list_counts_as_a_whole(path: str, of: tuple[str, tuple[str, str]]) -> None:
    """The answer to a list that is given twice is that to one with commas, and not that to its first part alone."""
    jira = FakeJira()
    jira.add_issues("APP-1", "LIB-1", "WEB-1")
    jira.add_comment("APP-1", "Not before the release.")
    jira.add_group("staff", [jira.default_user])
    jira.add_link("APP-1", "blocks", "LIB-1")
    jira.add_version("1.0", project="APP", released=True)
    jira.add_version("2.0", project="APP")
    name, (one, other) = of
    address = f"/rest/api/3/{path}{'&' if '?' in path else '?'}{name}="

    def answer(of_list: str) -> str:
        """Return what is answered, without the addresses of pages, which repeat the query."""
        reply = jira.client().get(address + of_list, auth=jira.auth)
        assert reply.status_code == 200
        return str({name: value for name, value in _named(reply.json).items() if name not in ("self", "nextPage")})

    assert answer(f"{one}&{name}={other}") == answer(f"{one},{other}")
    assert answer(f"{one}&{name}={other}") != answer(one)


def _named(content: object) -> dict[str, object]:
    return content if isinstance(content, dict) else {"": content}
