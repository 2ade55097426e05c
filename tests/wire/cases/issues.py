"""GET issue/{issueIdOrKey}."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tests.wire import seeds
from tests.wire.case import Case
from tests.wire.literals import (
    ADMIN,
    BLOCKS,
    BUG,
    CLONERS,
    COMPLETED,
    DONE,
    IN_PROGRESS,
    INDETERMINATE,
    LEVEL,
    MEDIUM,
    NEW,
    OTHER_1,
    PROJ,
    PROJ_1,
    PROJ_2,
    RELATES,
    TASK,
    TO_DO,
    UNSEEN,
    in_latest,
    in_version_2,
    link_in_issue,
)

if TYPE_CHECKING:
    from jira_linkfake import FakeJira

RESOLVED = (
    b'{"self":"{base}/rest/api/3/resolution/10000","id":"10000",'
    b'"description":"Work has been completed on this issue.","name":"Done"}'
)
EXPAND = b"renderedFields,names,schema,operations,editmeta,changelog,versionedRepresentations"
TO_PROJ_2 = link_in_issue(b"10000", BLOCKS, b"outwardIssue", PROJ_2)
LEFT_OUT_OF_NAVIGABLE = (
    b',"attachment":[]',
    b',"worklog":{"startAt":0,"maxResults":20,"total":0,"worklogs":[]}',
    b',"timetracking":{}',
)
NO_COMMENTS = b'{"comments":[],"self":"{base}/rest/api/3/issue/10000/comment","maxResults":0,"total":0,"startAt":0}'


def _issue(issue_id: bytes, key: bytes, fields: bytes) -> bytes:
    address = b"{base}/rest/api/3/issue/" + issue_id
    return b'{"expand":"%b","id":"%b","self":"%b","key":"%b","fields":{%b}}' % (EXPAND, issue_id, address, key, fields)


def proj_1(fields: bytes) -> bytes:
    """Return PROJ-1 with these fields."""
    return _issue(b"10000", b"PROJ-1", fields)


def untouched(key: bytes, category: bytes, since: bytes) -> bytes:
    """Return the fields that an unresolved issue has of itself, with its status category and since when it has that.

    Nobody watches it but who made it.
    """
    return (
        b',"resolution":null,"resolutiondate":null,"statusCategory":%b,"statuscategorychangedate":"%b",'
        b'"environment":null,"fixVersions":[],"versions":[],'
        b'"watches":{"self":"{base}/rest/api/3/issue/%b/watchers","watchCount":1,"isWatching":false},'
        b'"votes":{"self":"{base}/rest/api/3/issue/%b/votes","votes":0,"hasVoted":false},'
        b'"worklog":{"startAt":0,"maxResults":20,"total":0,"worklogs":[]},"timetracking":{},"timespent":null,'
        b'"timeestimate":null,"timeoriginalestimate":null,"aggregatetimespent":null,"aggregatetimeestimate":null,'
        b'"aggregatetimeoriginalestimate":null,"workratio":-1,"progress":{"progress":0,"total":0},'
        b'"aggregateprogress":{"progress":0,"total":0},"components":[],"attachment":[],"lastViewed":null,'
        b'"issuerestriction":{"issuerestrictions":{},"shouldDisplay":false}'
    ) % (category, since, key, key)


def _proj_1_with_links(*links: bytes) -> bytes:
    return proj_1(b'"issuelinks":[' + b",".join(links) + b"]")


WHOLE = proj_1(
    b'"summary":"Crash on save","issuetype":%b,"project":%b,"status":%b,"priority":%b,"labels":[],'
    b'"assignee":null,"reporter":%b,"creator":%b,"security":null,"description":null,'
    b'"created":"2026-01-01T00:00:01.000+0000","updated":"2026-01-01T00:00:04.000+0000",'
    b'"duedate":null,"subtasks":[],"issuelinks":[%b],"comment":%b'
    % (TASK, PROJ, TO_DO, MEDIUM, ADMIN, ADMIN, TO_PROJ_2, NO_COMMENTS)
    + untouched(b"PROJ-1", NEW, b"2026-01-01T00:00:01.000+0000")
)
WITHOUT_PRIORITY = _issue(
    b"10001",
    b"PROJ-2",
    b'"summary":"\xc3\x9cberlauf","issuetype":%b,"project":%b,"status":%b,"priority":null,"labels":[],'
    b'"assignee":null,"reporter":%b,"creator":%b,"security":null,"description":null,'
    b'"created":"2026-01-01T00:00:02.000+0000","updated":"2026-01-01T00:00:02.000+0000",'
    b'"duedate":null,"subtasks":[],"issuelinks":[],'
    b'"comment":{"comments":[],"self":"{base}/rest/api/3/issue/10001/comment","maxResults":0,"total":0,"startAt":0}'
    % (BUG, PROJ, IN_PROGRESS, ADMIN, ADMIN)
    + untouched(b"PROJ-2", INDETERMINATE, b"2026-01-01T00:00:02.000+0000"),
)
SUMMARY = proj_1(b'"summary":"Crash on save"')


NAMES_AND_SCHEMA = (
    b'"names":{"summary":"Summary","labels":"Labels","customfield_10010":"customfield_10010"},'
    b'"schema":{"summary":{"type":"string","system":"summary"},'
    b'"labels":{"type":"array","items":"string","system":"labels"},'
    b'"customfield_10010":{"type":"any","custom":"customfield_10010","customId":10010}}'
)


def _custom_field(jira: FakeJira) -> None:
    jira.add_issue("PROJ-3", fields={"customfield_10010": 3})


def _mixed_links(jira: FakeJira) -> None:
    jira.add_link("PROJ-1", "relates to", "PROJ-2")
    jira.add_link("PROJ-2", "blocks", "PROJ-1")
    jira.add_link("OTHER-1", "blocks", "PROJ-1")
    jira.add_link("PROJ-1", "blocks", "PROJ-2")
    jira.add_link("PROJ-1", "blocks", "OTHER-1")
    jira.add_link("PROJ-1", "is cloned by", "PROJ-2")


def _some_links_hidden(jira: FakeJira) -> None:
    seeds.hidden_by_level(jira)
    jira.add_link("PROJ-2", "clones", "PROJ-1")


def _internal(jira: FakeJira) -> None:
    seeds.with_level(jira)
    jira.add_issue("PROJ-3", security_level="Internal")


_read = partial(Case, path="/rest/api/3/issue/PROJ-1", seed=seeds.linked, status=200)
_chosen = partial(_read, "issue: choice of fields")
_links = partial(_read, "issue: links, from both ends", path="/rest/api/3/issue/PROJ-1?fields=issuelinks")
_named = partial(_read, "issue: key in another case, or id", body=SUMMARY)
_unseen = partial(_read, "issue: unknown or unseen", status=404, body=UNSEEN)

CASES = (
    _read("issue: whole", "version 3", body=WHOLE, headers={"Cache-Control": "no-cache, no-store, no-transform"}),
    _read("issue: whole", "version 2", path="/rest/api/2/issue/PROJ-1", body=in_version_2(WHOLE)),
    _read("issue: whole", "latest version", path="/rest/api/latest/issue/PROJ-1", body=in_latest(WHOLE)),
    Case("issue: whole", "no priority", path="/rest/api/3/issue/PROJ-2", status=200, body=WITHOUT_PRIORITY),
    _read(
        "issue: whole",
        "security level",
        caller="admin",
        seed=_internal,
        path="/rest/api/3/issue/PROJ-3?fields=security",
        body=_issue(b"10003", b"PROJ-3", b'"security":' + LEVEL),
    ),
    _read("issue: whole", "anonymous", seed=seeds.public_to_read, caller=None, body=WHOLE),
    _chosen("one", path="/rest/api/3/issue/PROJ-1?fields=summary", body=SUMMARY),
    _chosen(
        "several",
        path="/rest/api/3/issue/PROJ-1?fields=updated,%20summary",
        body=proj_1(b'"summary":"Crash on save","updated":"2026-01-01T00:00:04.000+0000"'),
    ),
    _chosen(
        "asked for one by one",
        path="/rest/api/3/issue/PROJ-1?fields=summary&fields=created",
        body=proj_1(b'"summary":"Crash on save","created":"2026-01-01T00:00:01.000+0000"'),
    ),
    _chosen("all", path="/rest/api/3/issue/PROJ-1?fields=*all", body=WHOLE),
    _chosen("none named", path="/rest/api/3/issue/PROJ-1?fields=", body=WHOLE),
    _chosen(
        "all but one",
        path="/rest/api/3/issue/PROJ-1?fields=*all,-comment",
        body=WHOLE.replace(b',"comment":' + NO_COMMENTS, b""),
    ),
    _chosen(
        "but one",
        path="/rest/api/3/issue/PROJ-1?fields=-issuelinks",
        body=WHOLE.replace(b'"issuelinks":[' + TO_PROJ_2 + b"],", b""),
    ),
    _chosen("one taken away again", path="/rest/api/3/issue/PROJ-1?fields=summary,updated,-updated", body=SUMMARY),
    _chosen(
        "what a gate looks at, before and after it is done",
        path="/rest/api/3/issue/PROJ-1?fields=resolution,resolutiondate,fixVersions,duedate",
        body=proj_1(b'"duedate":null,"resolution":null,"resolutiondate":null,"fixVersions":[]'),
    ),
    _chosen(
        "resolved",
        path="/rest/api/3/issue/OTHER-1?fields=status,resolution,resolutiondate,statusCategory",
        body=_issue(
            b"10002",
            b"OTHER-1",
            b'"status":%b,"resolution":%b,"resolutiondate":"2026-01-01T00:00:03.000+0000","statusCategory":%b'
            % (DONE, RESOLVED, COMPLETED),
        ),
    ),
    _read(
        "issue: choice of properties",
        path="/rest/api/3/issue/PROJ-1?fields=summary&properties=a,b",
        body=SUMMARY[:-1] + b',"properties":{}}',
    ),
    _read(
        "issue: choice of properties",
        "none named",
        path="/rest/api/3/issue/PROJ-1?fields=summary&properties=",
        body=SUMMARY,
    ),
    _chosen(
        "a custom field that has no value",
        path="/rest/api/3/issue/PROJ-1?fields=customfield_10010",
        seed=_custom_field,
        body=proj_1(b'"customfield_10010":null'),
    ),
    _chosen("unknown", path="/rest/api/3/issue/PROJ-1?fields=customfield_10000", body=proj_1(b"")),
    _links("source", body=_proj_1_with_links(TO_PROJ_2)),
    _links(
        "destination",
        path="/rest/api/3/issue/PROJ-2?fields=issuelinks",
        body=_issue(
            b"10001", b"PROJ-2", b'"issuelinks":[' + link_in_issue(b"10000", BLOCKS, b"inwardIssue", PROJ_1) + b"]"
        ),
    ),
    _links(
        "version 2", path="/rest/api/2/issue/PROJ-1?fields=issuelinks", body=in_version_2(_proj_1_with_links(TO_PROJ_2))
    ),
    _read(
        "issue: order of links",
        seed=_mixed_links,
        path="/rest/api/3/issue/PROJ-1?fields=issuelinks",
        body=_proj_1_with_links(
            link_in_issue(b"10003", BLOCKS, b"outwardIssue", PROJ_2),
            link_in_issue(b"10004", BLOCKS, b"outwardIssue", OTHER_1),
            link_in_issue(b"10001", BLOCKS, b"inwardIssue", PROJ_2),
            link_in_issue(b"10002", BLOCKS, b"inwardIssue", OTHER_1),
            link_in_issue(b"10005", CLONERS, b"inwardIssue", PROJ_2),
            link_in_issue(b"10000", RELATES, b"outwardIssue", PROJ_2),
        ),
    ),
    Case(
        "issue: no links",
        path="/rest/api/3/issue/PROJ-1?fields=issuelinks",
        status=200,
        body=proj_1(b'"issuelinks":[]'),
    ),
    _read(
        "issue: links to unseen issues",
        "by project",
        seed=seeds.other_project_hidden,
        path="/rest/api/3/issue/PROJ-1?fields=issuelinks",
        body=_proj_1_with_links(),
    ),
    _read(
        "issue: links to unseen issues",
        "by level, beside one that is seen",
        seed=_some_links_hidden,
        path="/rest/api/3/issue/PROJ-1?fields=issuelinks",
        body=_proj_1_with_links(link_in_issue(b"10002", CLONERS, b"inwardIssue", PROJ_2)),
    ),
    _read(
        "issue: linking disabled",
        "whole",
        seed=seeds.linking_disabled,
        body=WHOLE.replace(b'"issuelinks":[' + TO_PROJ_2 + b"],", b""),
    ),
    _read(
        "issue: linking disabled",
        "links alone",
        seed=seeds.linking_disabled,
        path="/rest/api/3/issue/PROJ-1?fields=issuelinks",
        body=proj_1(b""),
    ),
    _named("lower case", path="/rest/api/3/issue/proj-1?fields=summary"),
    _named("mixed case", path="/rest/api/3/issue/Proj-1?fields=summary"),
    _named("id", path="/rest/api/3/issue/10000?fields=summary"),
    _unseen("unknown key", path="/rest/api/3/issue/PROJ-99"),
    _unseen("unknown id", path="/rest/api/3/issue/99999"),
    _unseen("neither key nor id", path="/rest/api/3/issue/save"),
    _unseen("unseen, by project", seed=seeds.other_project_hidden, path="/rest/api/3/issue/OTHER-1"),
    _unseen("unseen, by level", seed=seeds.hidden_by_level, path="/rest/api/3/issue/PROJ-3"),
    _unseen("unseen, by level and id", seed=seeds.hidden_by_level, path="/rest/api/3/issue/10003"),
    _unseen(
        "unseen, by the administrator", seed=seeds.hidden_by_level, path="/rest/api/2/issue/PROJ-3", caller="admin"
    ),
    *(
        _read(
            "issue: expand",
            expand,
            path=f"/rest/api/3/issue/PROJ-1?expand={expand}",
            status=501,
            body=b'{"errorMessages":["jira_linkfake does not serve expand=%b of GET issue (getIssue)."],"errors":{}}'
            % expand.encode(),
        )
        for expand in ("versionedRepresentations", "operations")
    ),
    _read(
        "issue: expand",
        "names and schema",
        path="/rest/api/3/issue/PROJ-1?expand=names,schema&fields=summary,labels,customfield_10010",
        seed=_custom_field,
        body=_issue(b"10000", b"PROJ-1", b'"summary":"Crash on save","labels":[],"customfield_10010":null').replace(
            b'"fields":', NAMES_AND_SCHEMA + b',"fields":'
        ),
    ),
    _read(
        "issue: expand",
        "of a custom field",
        path="/rest/api/3/issue/PROJ-3?expand=names,schema&fields=customfield_10010",
        seed=_custom_field,
        body=_issue(b"10003", b"PROJ-3", b'"customfield_10010":3').replace(
            b'"fields":',
            b'"names":{"customfield_10010":"customfield_10010"},"schema":{"customfield_10010":'
            b'{"type":"any","custom":"customfield_10010","customId":10010}},"fields":',
        ),
    ),
    _read(
        "issue: expand",
        "unknown",
        path="/rest/api/3/issue/PROJ-1?expand=everything&fields=summary",
        body=SUMMARY,
    ),
)
