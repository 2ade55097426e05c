"""What clients ask of a site before they link: what it is, who they are, and its plain lists."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tests.wire import seeds
from tests.wire.case import DOCUMENTED, OBSERVED, TEXT, Case
from tests.wire.literals import (
    ADMIN,
    ALICE,
    BUG,
    CHALLENGE,
    COMPLETED,
    DONE,
    EPIC,
    HIGH,
    HIGHEST,
    IN_PROGRESS,
    INDETERMINATE,
    LEVEL,
    LOW,
    LOWEST,
    MEDIUM,
    NEW,
    PROJ,
    STORY,
    SUBTASK,
    TASK,
    TO_DO,
    UNAUTHENTICATED,
    in_version_2,
)

if TYPE_CHECKING:
    from jira_linkfake import FakeJira

SERVER_INFO = (
    b'{"baseUrl":"{base}","version":"1001.0.0-SNAPSHOT","versionNumbers":[1001,0,0],"deploymentType":"Cloud",'
    b'"buildNumber":100300,"buildDate":"2026-01-01T00:00:03.000+0000","serverTime":"2026-01-01T00:00:03.000+0000",'
    b'"scmInfo":"jira_linkfake","serverTitle":"Jira"}'
)
ADMIN_ID = "712020:00000000-0000-4000-8000-000000010000"
ALICE_ID = "712020:00000000-0000-4000-8000-000000010001"


def _list(*things: bytes) -> bytes:
    return b"[" + b",".join(things) + b"]"


def myself(user: bytes) -> bytes:
    """Return a user as they see themselves."""
    return user.removesuffix(b"}") + b',"locale":"en_US","expand":"groups,applicationRoles"}'


def _other_hidden(jira: FakeJira) -> None:
    jira.deny("BROWSE_PROJECTS", project="OTHER")


_read = partial(Case, status=200)
_info = partial(_read, "site: serverInfo", path="/rest/api/3/serverInfo", body=SERVER_INFO)
_types = partial(_read, "site: issue types")
_priorities = partial(_read, "site: priorities")
_statuses = partial(_read, "site: statuses")
_categories = partial(_read, "site: status categories")
_project = partial(_read, "site: project", body=PROJ)
_level = partial(_read, "site: security level", seed=seeds.with_level, path="/rest/api/3/securitylevel/10000")
_me = partial(_read, "site: myself", path="/rest/api/3/myself")
_user = partial(_read, "site: user", path=f"/rest/api/3/user?accountId={ALICE_ID}", body=ALICE)
_unauthenticated = {
    "caller": None,
    "status": 401,
    "content_type": TEXT,
    "headers": {"WWW-Authenticate": CHALLENGE},
    "body": UNAUTHENTICATED,
}

CASES = (
    _info("version 3"),
    _info("version 2", path="/rest/api/2/serverInfo"),
    _info("anonymous", caller=None),
    _types("list", path="/rest/api/3/issuetype", body=_list(EPIC, STORY, TASK, SUBTASK, BUG)),
    _types("one", path="/rest/api/3/issuetype/10003", body=SUBTASK),
    _types("one, version 2", path="/rest/api/2/issuetype/10004", body=in_version_2(BUG)),
    _types(
        "unknown",
        path="/rest/api/3/issuetype/1",
        status=404,
        body=b"""{"errorMessages":["The issue type '1' does not exist."],"errors":{}}""",
    ),
    _priorities("list", path="/rest/api/3/priority", body=_list(HIGHEST, HIGH, MEDIUM, LOW, LOWEST)),
    _priorities("one", path="/rest/api/3/priority/3", body=MEDIUM),
    _priorities(
        "unknown",
        path="/rest/api/3/priority/9",
        status=404,
        body=b"""{"errorMessages":["The priority '9' does not exist."],"errors":{}}""",
    ),
    _priorities(
        "by name, which Jira does not take",
        path="/rest/api/3/priority/Medium",
        status=404,
        body=b"""{"errorMessages":["The priority 'Medium' does not exist."],"errors":{}}""",
    ),
    _statuses("list", path="/rest/api/3/status", body=_list(TO_DO, IN_PROGRESS, DONE)),
    _statuses("one by id", path="/rest/api/3/status/10001", body=IN_PROGRESS),
    _statuses("one by name", path="/rest/api/3/status/In%20Progress", body=IN_PROGRESS),
    _statuses(
        "unknown",
        path="/rest/api/3/status/Nowhere",
        status=404,
        body=b"""{"errorMessages":["The status 'Nowhere' does not exist."],"errors":{}}""",
    ),
    _categories("list", path="/rest/api/3/statuscategory", body=_list(NEW, INDETERMINATE, COMPLETED)),
    _categories("one by id", path="/rest/api/3/statuscategory/4", body=INDETERMINATE),
    _categories("one by key", path="/rest/api/3/statuscategory/done", body=COMPLETED),
    _categories(
        "unknown",
        path="/rest/api/3/statuscategory/1",
        status=404,
        body=b"""{"errorMessages":["The status category '1' does not exist."],"errors":{}}""",
    ),
    _categories(
        "by name, which Jira does not take",
        path="/rest/api/3/statuscategory/Done",
        status=404,
        body=b"""{"errorMessages":["The status category 'Done' does not exist."],"errors":{}}""",
    ),
    _project("by key", path="/rest/api/3/project/PROJ"),
    _project("by key in another case", path="/rest/api/3/project/proj"),
    _project("by id", path="/rest/api/3/project/10000"),
    _project(
        "unknown",
        path="/rest/api/3/project/NOPEZZQ",
        status=404,
        body=b"""{"errorMessages":["No project could be found with key 'NOPEZZQ'."],"errors":{}}""",
    ),
    _project(
        "unseen",
        seed=_other_hidden,
        path="/rest/api/3/project/OTHER",
        status=404,
        body=b"""{"errorMessages":["No project could be found with key 'OTHER'."],"errors":{}}""",
    ),
    _project("anonymous, documented", answers=DOCUMENTED, path="/rest/api/3/project/PROJ", **_unauthenticated),
    _project(
        "anonymous, observed",
        answers=OBSERVED,
        caller=None,
        path="/rest/api/3/project/PROJ",
        status=404,
        body=b"""{"errorMessages":["No project could be found with key 'PROJ'."],"errors":{}}""",
    ),
    _level("member", caller="admin", body=LEVEL),
    _level(
        "no member",
        status=404,
        body=b"""{"errorMessages":["The security level '10000' does not exist."],"errors":{}}""",
    ),
    _level(
        "unknown",
        path="/rest/api/3/securitylevel/1",
        status=404,
        body=b"""{"errorMessages":["The security level '1' does not exist."],"errors":{}}""",
    ),
    _me("alice", body=myself(ALICE)),
    _me("default user", caller="admin", body=myself(ADMIN)),
    _me("version 2", path="/rest/api/2/myself", body=in_version_2(myself(ALICE))),
    _me("anonymous", **_unauthenticated),
    _user("of another", caller="admin"),
    _user("default user", path=f"/rest/api/3/user?accountId={ADMIN_ID}", body=ADMIN),
    _user("version 2", path=f"/rest/api/2/user?accountId={ALICE_ID}", body=in_version_2(ALICE)),
    _user(
        "unknown",
        path="/rest/api/3/user?accountId=1",
        status=404,
        body=b"""{"errorMessages":["The user '1' does not exist."],"errors":{}}""",
    ),
    _user("anonymous", **_unauthenticated),
)
