"""issuesecurityschemes: the security levels of projects, and who is in them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tests.wire.case import PROBLEM, Case

if TYPE_CHECKING:
    from jira_linkfake import FakeJira

API = "/rest/api/3"
SCHEMES = f"{API}/issuesecurityschemes"


def _levels(jira: FakeJira) -> None:
    """Give PROJ two security levels, and OTHER one."""
    role = jira.site.people.roles["PROJ", "Developers"]
    jira.add_security_level("Inner", project="PROJ", members=["alice", jira.group("board"), role])
    jira.add_security_level("Nobody", project="PROJ")
    jira.add_security_level("Other", project="OTHER", members=["admin"])


def _of_a_project(jira: FakeJira) -> None:
    """Let alice administer PROJ, and not OTHER."""
    _levels(jira)
    jira.allow_only("ADMINISTER_PROJECTS", "alice", project="PROJ")
    jira.deny("ADMINISTER_PROJECTS", project="OTHER")


def _hidden(jira: FakeJira) -> None:
    _levels(jira)
    jira.deny("BROWSE_PROJECTS", project="OTHER")


def _own_team(jira: FakeJira) -> None:
    """Add OWN, which is team-managed, and BARE, which has no level."""
    _levels(jira)
    jira.add_project("BARE")
    jira.add_project("OWN", team_managed=True)
    jira.add_security_level("Own", project="OWN", members=["alice"])


def _own_team_and_hidden(jira: FakeJira) -> None:
    _own_team(jira)
    jira.deny("BROWSE_PROJECTS", project="OTHER")


def _told(words: bytes) -> bytes:
    return b'{"errorMessages":["%b"],"errors":{}}' % words


_FORBIDDEN = {
    "caller": "alice",
    "status": 403,
    "body": _told(b"You are not authorized to perform this action. Administrator privileges are required."),
}
_list = partial(Case, "security schemes: list", seed=_levels, caller="admin", path=SCHEMES, status=200)
_search = partial(
    Case, "security schemes: search", seed=_own_team, caller="admin", path=f"{SCHEMES}/search", status=200
)
_projects = partial(
    Case, "security schemes: their projects", seed=_own_team, caller="admin", path=f"{SCHEMES}/project", status=200
)
_no_id = partial(Case, "security schemes: ids that are none", seed=_levels, caller="admin", status=400)
_one = partial(Case, "security schemes: one", seed=_of_a_project)
_of_project = partial(Case, "security schemes: of a project", seed=_of_a_project)
_levels_of = partial(Case, "security schemes: levels", seed=_levels, caller="admin", status=200)
_members = partial(Case, "security schemes: members", seed=_levels, caller="admin", status=200)

CASES = (
    _list(
        "",
        body=(
            b'{"issueSecuritySchemes":[{"self":"{base}/rest/api/3/issuesecurityschemes/0","id":0,"name":"D'
            b'efault Issue Security Scheme","description":""},{"self":"{base}/rest/api/3/issuesecuritysche'
            b'mes/10000","id":10000,"name":"Issue Security Scheme of PROJ","description":""},{"self":"{bas'
            b'e}/rest/api/3/issuesecurityschemes/10001","id":10001,"name":"Issue Security Scheme of OTHER"'
            b',"description":""}]}'
        ),
    ),
    _list("not an administrator", **_FORBIDDEN),
    _search(
        "",
        body=(
            b'{"self":"{base}/rest/api/3/issuesecurityschemes/search?maxResults=50&startAt=0","maxResu'
            b'lts":50,"startAt":0,"total":3,"isLast":true,"values":[{"self":"{base}/rest/api/3/issuese'
            b'curityschemes/0","id":0,"name":"Default Issue Security Scheme","description":"","project'
            b'Ids":[10002]},{"self":"{base}/rest/api/3/issuesecurityschemes/10000","id":10000,"name":"'
            b'Issue Security Scheme of PROJ","description":"","projectIds":[10000]},{"self":"{base}/re'
            b'st/api/3/issuesecurityschemes/10001","id":10001,"name":"Issue Security Scheme of OTHER",'
            b'"description":"","projectIds":[10001]}]}'
        ),
    ),
    _search(
        "by ids, a page",
        path=f"{SCHEMES}/search?id=10000&id=0&maxResults=1",
        body=(
            b'{"self":"{base}/rest/api/3/issuesecurityschemes/search?id=10000&id=0&maxResults=1&startA'
            b't=0","nextPage":"{base}/rest/api/3/issuesecurityschemes/search?id=10000&id=0&maxResults='
            b'1&startAt=1","maxResults":1,"startAt":0,"total":2,"isLast":false,"values":[{"self":"{bas'
            b'e}/rest/api/3/issuesecurityschemes/0","id":0,"name":"Default Issue Security Scheme","des'
            b'cription":"","projectIds":[10002]}]}'
        ),
    ),
    _search(
        "by projects",
        path=f"{SCHEMES}/search?projectId=10002,10000&id=0",
        body=(
            b'{"self":"{base}/rest/api/3/issuesecurityschemes/search?projectId=10002%2C10000&id=0&maxR'
            b'esults=50&startAt=0","maxResults":50,"startAt":0,"total":1,"isLast":true,"values":[{"sel'
            b'f":"{base}/rest/api/3/issuesecurityschemes/0","id":0,"name":"Default Issue Security Sche'
            b'me","description":"","projectIds":[10002]}]}'
        ),
    ),
    _search("not an administrator", **_FORBIDDEN),
    _projects(
        "but a hidden one",
        seed=_own_team_and_hidden,
        body=(
            b'{"self":"{base}/rest/api/3/issuesecurityschemes/project?maxResults=50&startAt=0","maxRes'
            b'ults":50,"startAt":0,"total":2,"isLast":true,"values":[{"issueSecuritySchemeId":"10000",'
            b'"projectId":"10000"},{"issueSecuritySchemeId":"0","projectId":"10002"}]}'
        ),
    ),
    _projects(
        "by ids",
        path=f"{SCHEMES}/project?issueSecuritySchemeId=+010000&projectId=10000,10001",
        body=(
            b'{"self":"{base}/rest/api/3/issuesecurityschemes/project?issueSecuritySchemeId=+010000&pr'
            b'ojectId=10000%2C10001&maxResults=50&startAt=0","maxResults":50,"startAt":0,"total":1,"is'
            b'Last":true,"values":[{"issueSecuritySchemeId":"10000","projectId":"10000"}]}'
        ),
    ),
    _projects("not an administrator", **_FORBIDDEN),
    *(
        _no_id(query, path=f"{SCHEMES}/{query}", body=_told(words))
        for query, words in (
            ("search?id=-1000", b"-1000 is not a valid value. id must be zero or a positive integer."),
            ("project?projectId=PROJ", b"PROJ is not a valid value. projectId must be zero or a positive integer."),
            ("level?schemeId=x", b"x is not a valid value. schemeId must be zero or a positive integer."),
        )
    ),
    _one(
        "as an administrator of its project",
        path=f"{SCHEMES}/10000",
        status=200,
        body=(
            b'{"self":"{base}/rest/api/3/issuesecurityschemes/10000","id":10000,"name":"Issue Security Sch'
            b'eme of PROJ","description":"","levels":[{"self":"{base}/rest/api/3/securitylevel/10000","id"'
            b':"10000","description":"","name":"Inner"},{"self":"{base}/rest/api/3/securitylevel/10001","i'
            b'd":"10001","description":"","name":"Nobody"}]}'
        ),
    ),
    _one(
        "as an administrator who may not browse its project",
        seed=_hidden,
        caller="admin",
        path=f"{SCHEMES}/10001",
        status=404,
        body=_told(b"The issue security scheme '10001' does not exist."),
    ),
    _one(
        "of another project",
        path=f"{SCHEMES}/10001",
        status=403,
        body=(b'{"errorMessages":["You do not have permission to view this issue security scheme."],"errors":{}}'),
    ),
    _one(
        "unknown",
        path=f"{SCHEMES}/7",
        status=403,
        body=(b'{"errorMessages":["You do not have permission to view this issue security scheme."],"errors":{}}'),
    ),
    _one(
        "unknown, as an administrator",
        caller="admin",
        path=f"{SCHEMES}/7",
        status=404,
        body=b'{"errorMessages":["The issue security scheme \'7\' does not exist."],"errors":{}}',
    ),
    _of_project(
        "",
        path=f"{API}/project/PROJ/issuesecuritylevelscheme",
        status=200,
        body=(
            b'{"self":"{base}/rest/api/3/issuesecurityschemes/10000","id":10000,"name":"Issue Security Sch'
            b'eme of PROJ","description":"","levels":[{"self":"{base}/rest/api/3/securitylevel/10000","id"'
            b':"10000","description":"","name":"Inner"},{"self":"{base}/rest/api/3/securitylevel/10001","i'
            b'd":"10001","description":"","name":"Nobody"}]}'
        ),
    ),
    _of_project(
        "not an administrator",
        path=f"{API}/project/OTHER/issuesecuritylevelscheme",
        status=403,
        body=(
            b'{"errorMessages":["You do not have permission to view the configuration of project \'OTHER\'."'
            b'],"errors":{}}'
        ),
    ),
    _of_project(
        "unknown",
        path=f"{API}/project/NOPE/issuesecuritylevelscheme",
        status=404,
        body=b'{"errorMessages":["No project could be found with key \'NOPE\'."],"errors":{}}',
    ),
    *(
        Case(
            row,
            f"{path}, a page that is no number",
            seed=_levels,
            path=f"{SCHEMES}{path}?startAt=x",
            caller="admin",
            status=400,
            content_type=PROBLEM,
            body=(
                b'{"type":"about:blank","title":"Bad Request","status":400,"detail":"Failed to convert \'startAt\' '
                b'with value: \'x\'","instance":"/rest/api/3/issuesecurityschemes%s"}' % path.encode()
            ),
        )
        for row, path in (
            ("security schemes: levels", "/level"),
            ("security schemes: members", "/level/member"),
            ("security schemes: members", "/10000/members"),
        )
    ),
    Case(
        "security schemes: of a project",
        "without levels",
        path=f"{API}/project/PROJ/issuesecuritylevelscheme",
        status=200,
        body=(
            b'{"self":"{base}/rest/api/3/issuesecurityschemes/0","id":0,"name":"Default Issue Security Sch'
            b'eme","description":"","levels":[]}'
        ),
    ),
    Case(
        "security schemes: one",
        "the default one",
        path=f"{SCHEMES}/0",
        status=200,
        body=(
            b'{"self":"{base}/rest/api/3/issuesecurityschemes/0","id":0,"name":"Default Issue Security Sch'
            b'eme","description":"","levels":[]}'
        ),
    ),
    _levels_of(
        "a page",
        path=f"{SCHEMES}/level?maxResults=1&startAt=1",
        body=(
            b'{"self":"{base}/rest/api/3/issuesecurityschemes/level?maxResults=1&startAt=1","nextPage":"{b'
            b'ase}/rest/api/3/issuesecurityschemes/level?maxResults=1&startAt=2","maxResults":1,"startAt":'
            b'1,"total":3,"isLast":false,"values":[{"self":"{base}/rest/api/3/issuesecurityscheme/level?id'
            b'=10001","id":"10001","description":"","name":"Nobody","isDefault":false,"issueSecurityScheme'
            b'Id":"10000"}]}'
        ),
    ),
    _levels_of(
        "by ids",
        path=f"{SCHEMES}/level?id=10001&schemeId=10001",
        body=(
            b'{"self":"{base}/rest/api/3/issuesecurityschemes/level?id=10001&schemeId=10001&maxResults=50&'
            b'startAt=0","maxResults":50,"startAt":0,"total":2,"isLast":true,"values":[{"self":"{base}/res'
            b't/api/3/issuesecurityscheme/level?id=10001","id":"10001","description":"","name":"Nobody","i'
            b'sDefault":false,"issueSecuritySchemeId":"10000"},{"self":"{base}/rest/api/3/issuesecuritysch'
            b'eme/level?id=10002","id":"10002","description":"","name":"Other","isDefault":false,"issueSec'
            b'uritySchemeId":"10001"}]}'
        ),
    ),
    _levels_of(
        "none is the default",
        path=f"{SCHEMES}/level?onlyDefault=true",
        body=(
            b'{"self":"{base}/rest/api/3/issuesecurityschemes/level?onlyDefault=true&maxResults=50&startAt'
            b'=0","maxResults":50,"startAt":0,"total":0,"isLast":true,"values":[]}'
        ),
    ),
    _levels_of("not an administrator", path=f"{SCHEMES}/level", **_FORBIDDEN),
    _members(
        "of a scheme",
        path=f"{SCHEMES}/10000/members?expand=group",
        body=(
            b'{"self":"{base}/rest/api/3/issuesecurityschemes/10000/members?expand=group&maxResults=50&sta'
            b'rtAt=0","maxResults":50,"startAt":0,"total":3,"isLast":true,"values":[{"id":252698521,"issue'
            b'SecurityLevelId":10000,"holder":{"type":"user","parameter":"712020:00000000-0000-4000-8000-0'
            b'00000010001","value":"712020:00000000-0000-4000-8000-000000010001","expand":"user"}},{"id":8'
            b'37181822,"issueSecurityLevelId":10000,"holder":{"type":"group","parameter":"board","value":"'
            b'00000000-0000-4000-9000-000000010001","expand":"group","group":{"name":"board","groupId":"00'
            b'000000-0000-4000-9000-000000010001","self":"{base}/rest/api/3/group?groupId=00000000-0000-40'
            b'00-9000-000000010001"}}},{"id":2019559816,"issueSecurityLevelId":10000,"holder":{"type":"pro'
            b'jectRole","parameter":"10000","value":"10000","expand":"projectRole"}}]}'
        ),
    ),
    _members(
        "of nobody's level",
        path=f"{SCHEMES}/10000/members?issueSecurityLevelId=10001",
        status=404,
        body=b'{"errorMessages":["No issue security level members were found."],"errors":{}}',
    ),
    _levels_of(
        "by its id",
        path=f"{SCHEMES}/level?id=10001",
        body=(
            b'{"self":"{base}/rest/api/3/issuesecurityschemes/level?id=10001&maxResults=50&startAt=0","maxResult'
            b's":50,"startAt":0,"total":1,"isLast":true,"values":[{"self":"{base}/rest/api/3/issuesecurityscheme'
            b'/level?id=10001","id":"10001","description":"","name":"Nobody","isDefault":false,"issueSecuritySch'
            b'emeId":"10000"}]}'
        ),
    ),
    _members(
        "by its id",
        path=f"{SCHEMES}/level/member?id=837181822",
        body=(
            b'{"self":"{base}/rest/api/3/issuesecurityschemes/level/member?id=837181822&maxResults=50&startAt=0"'
            b',"maxResults":50,"startAt":0,"total":1,"isLast":true,"values":[{"id":"837181822","issueSecurityLev'
            b'elId":"10000","issueSecuritySchemeId":"10000","holder":{"type":"group","parameter":"board","value"'
            b':"00000000-0000-4000-9000-000000010001","expand":"group"}}]}'
        ),
    ),
    _members(
        "by their level",
        path=f"{SCHEMES}/level/member?levelId=10002",
        body=(
            b'{"self":"{base}/rest/api/3/issuesecurityschemes/level/member?levelId=10002&maxResults=50&startAt=0'
            b'","maxResults":50,"startAt":0,"total":1,"isLast":true,"values":[{"id":"923828097","issueSecurityLe'
            b'velId":"10002","issueSecuritySchemeId":"10001","holder":{"type":"user","parameter":"712020:0000000'
            b'0-0000-4000-8000-000000010000","value":"712020:00000000-0000-4000-8000-000000010000","expand":"use'
            b'r"}}]}'
        ),
    ),
    _members("of a scheme, not an administrator", path=f"{SCHEMES}/10000/members", **_FORBIDDEN),
    _members(
        "of all",
        path=f"{SCHEMES}/level/member?maxResults=2",
        body=(
            b'{"self":"{base}/rest/api/3/issuesecurityschemes/level/member?maxResults=2&startAt=0","nextPa'
            b'ge":"{base}/rest/api/3/issuesecurityschemes/level/member?maxResults=2&startAt=2","maxResults'
            b'":2,"startAt":0,"total":4,"isLast":false,"values":[{"id":"252698521","issueSecurityLevelId":'
            b'"10000","issueSecuritySchemeId":"10000","holder":{"type":"user","parameter":"712020:00000000'
            b'-0000-4000-8000-000000010001","value":"712020:00000000-0000-4000-8000-000000010001","expand"'
            b':"user"}},{"id":"837181822","issueSecurityLevelId":"10000","issueSecuritySchemeId":"10000","'
            b'holder":{"type":"group","parameter":"board","value":"00000000-0000-4000-9000-000000010001","'
            b'expand":"group"}}]}'
        ),
    ),
    _members(
        "by ids",
        path=f"{SCHEMES}/level/member?schemeId=10001&levelId=10001&id=7",
        body=(
            b'{"self":"{base}/rest/api/3/issuesecurityschemes/level/member?schemeId=10001&levelId=10001&id'
            b'=7&maxResults=50&startAt=0","maxResults":50,"startAt":0,"total":1,"isLast":true,"values":[{"'
            b'id":"923828097","issueSecurityLevelId":"10002","issueSecuritySchemeId":"10001","holder":{"ty'
            b'pe":"user","parameter":"712020:00000000-0000-4000-8000-000000010000","value":"712020:0000000'
            b'0-0000-4000-8000-000000010000","expand":"user"}}]}'
        ),
    ),
    _members("of all, not an administrator", path=f"{SCHEMES}/level/member", **_FORBIDDEN),
)
