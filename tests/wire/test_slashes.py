"""A slash that comes escaped is a part of a value, and parts nothing; plain WSGI may not tell it from another."""

from __future__ import annotations

import pytest

from jira_linkfake import FakeJira
from tests.wire import seeds
from tests.wire.case import Case
from tests.wire.doors import OpenDoor, live_server, requests_in_process, werkzeug_client
from tests.wire.literals import UNSEEN

PATHS = {
    "comments of an issue": "/rest/api/3/issue/PROJ-1%2Fcomment",
    "in lower case, with a query": "/rest/api/2/issue/PROJ-1%2fcomment?startAt=0",
    "an issue of that name": "/rest/api/3/issue/PROJ-1%2FX/comment",
    "beside an escaped letter": "/rest/api/3/issue/%50ROJ-1%2F",
}


@pytest.mark.parametrize("open_door", [requests_in_process, live_server, werkzeug_client])
@pytest.mark.parametrize("gateway", [False, True], ids=["site", "gateway"])
@pytest.mark.parametrize("path", PATHS.values(), ids=PATHS)
def test_an_escaped_slash_is_part_of_a_value(open_door: OpenDoor, path: str, gateway: bool) -> None:
    """What has a slash in its name is no issue, and the reason names it with its slash."""
    jira = FakeJira()
    seeds.start(jira)
    start = f"/ex/jira/{jira.cloud_id}" if gateway else ""
    with open_door(jira) as door:
        reply = door.send(Case("", path=start + path, status=404, body=UNSEEN).request)

    assert (reply.status, reply.body) == (404, UNSEEN)
    assert jira.exchanges[-1].rule == "IssueUnknown"
    assert "PROJ-1/" in str(jira.exchanges[-1].reason)
