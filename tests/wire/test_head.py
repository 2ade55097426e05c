"""HEAD is answered as GET is, without the body."""

from __future__ import annotations

from dataclasses import replace

import pytest

from jira_linkfake import FakeJira
from tests.wire import seeds
from tests.wire.case import Case
from tests.wire.cases import CASES
from tests.wire.doors import OpenDoor, through_doors
from tests.wire.messages import Reply

# Of each row the first case that reads and that no fault meets, and whose answer does not name its method.
READS = {
    case.row: case
    for case in reversed(CASES)
    if case.method == "GET" and not case.row.startswith("trouble") and b" GET " not in case.body and case.status != 405
}
OF_A_REQUEST = ("x-arequestid", "atl-traceid", "date")


def _replies(case: Case, open_door: OpenDoor, *methods: str) -> tuple[list[Reply], FakeJira]:
    jira = FakeJira(answers=case.answers[0])
    seeds.start(jira)
    case.seed(jira)
    with open_door(jira) as door:
        return [door.send(replace(case, method=method).request) for method in methods], jira


@pytest.mark.parametrize(("case", "open_door"), through_doors(READS.values()))
def test_head_is_answered_as_get(case: Case, open_door: OpenDoor) -> None:
    """Status and headers are those of GET, the length among them, and the body is empty."""
    (read, reply), jira = _replies(case, open_door, "GET", "HEAD")

    def headers(of: Reply) -> dict[str, str]:
        return {name: value for name, value in of.headers.items() if name not in OF_A_REQUEST}

    assert (reply.status, reply.body) == (read.status, b"")
    assert headers(reply) == headers(read)
    assert (jira.exchanges[-1].method, jira.exchanges[-1].answer) == ("HEAD", "")


def test_head_of_what_cannot_be_read(open_door: OpenDoor) -> None:
    """Where Jira has no GET, it has no HEAD either."""
    case = Case("", path="/rest/api/3/issueLink", status=405, body=b"")
    (reply,), jira = _replies(case, open_door, "HEAD")

    assert (reply.status, reply.headers["allow"], reply.body) == (405, "POST", b"")
    assert jira.exchanges[-1].rule == "MethodNotAllowed"


def test_head_of_what_is_not_served_names_it(open_door: OpenDoor) -> None:
    """An operation that is not served fails the test by the name that it has, however it was asked for."""
    _, jira = _replies(Case("", path="/rest/api/3/dashboard", status=501, body=b""), open_door, "HEAD")

    assert jira.exchanges[-1].reason == "jira_linkfake does not serve HEAD /rest/api/3/dashboard (getAllDashboards)"
