"""issue/picker: issues that complete what somebody types."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.wire.case import Case

if TYPE_CHECKING:
    from jira_linkfake import FakeJira


def _some(jira: FakeJira) -> None:
    jira.set_issue("PROJ-2", summary="Overflow")
    jira.add_issue("PROJ-3", summary="Crash on load", type="Sub-task", parent="PROJ-1")
    jira.add_issue("PROJ-4", summary="Crash, unseen", visible_to=[])
    jira.add_issue("PROJ-5", summary="Crash, archived", archived=True)
    jira.add_comment("OTHER-1", "It crashes <here>", author="alice")
    with jira.acting_as("alice"):
        jira.set_issue("OTHER-1", labels=["x"])


CASES = (
    Case(
        "search: picker",
        "by a text, in what the caller changed and in a query",
        seed=_some,
        path="/rest/api/3/issue/picker?query=crash&currentJQL=project%20in%20(PROJ,OTHER)",
        status=200,
        body=(
            b'{"sections":[{"label":"History Search","id":"hs","issues":[{"id":10002,"key":"OTHER-1",'
            b'"keyHtml":"OTHER-1","img":"/rest/api/2/universal_avatar/view/type/issuetype/avatar/10307'
            b'?size=medium","summary":"Summary of OTHER-1","summaryText":"Summary of OTHER-1"}],'
            b'"sub":"Showing 1 of 1 matching issues"},{"label":"Current Search","id":"cs",'
            b'"issues":[{"id":10003,"key":"PROJ-3","keyHtml":"PROJ-3",'
            b'"img":"/rest/api/2/universal_avatar/view/type/issuetype/avatar/10316?size=medium",'
            b'"summary":"<b>Crash</b> on load","summaryText":"Crash on load"},{"id":10002,'
            b'"key":"OTHER-1","keyHtml":"OTHER-1","img":"/rest/api/2/universal_avatar/view/type/issuet'
            b'ype/avatar/10307?size=medium","summary":"Summary of OTHER-1","summaryText":"Summary of '
            b'OTHER-1"},{"id":10000,"key":"PROJ-1","keyHtml":"PROJ-1",'
            b'"img":"/rest/api/2/universal_avatar/view/type/issuetype/avatar/10318?size=medium",'
            b'"summary":"<b>Crash</b> on save","summaryText":"Crash on save"}],"sub":"Showing 3 of 3 '
            b'matching issues"}]}'
        ),
    ),
    Case(
        "search: picker",
        "by a key, without the issue itself and its sub-task, version 2",
        seed=_some,
        path="/rest/api/2/issue/picker?query=PROJ&currentJQL=project%20is%20not%20EMPTY&currentIssueKey=proj-1&showSubTasks=false",
        status=200,
        body=(
            b'{"sections":[{"label":"History Search","id":"hs","issues":[],"msg":"No matching '
            b'issues"},{"label":"Current Search","id":"cs","issues":[{"id":10001,"key":"PROJ-2",'
            b'"keyHtml":"<b>PROJ</b>-2","img":"/rest/api/2/universal_avatar/view/type/issuetype/avatar'
            b'/10303?size=medium","summary":"Overflow","summaryText":"Overflow"}],"sub":"Showing 1 of '
            b'1 matching issues"}]}'
        ),
    ),
    Case(
        "search: picker",
        "in a project, without the parent",
        seed=_some,
        path="/rest/api/3/issue/picker?currentJQL=id%20is%20not%20EMPTY&currentIssueKey=PROJ-3&showSubTaskParent=false&currentProjectId=10000",
        status=200,
        body=(
            b'{"sections":[{"label":"History Search","id":"hs","issues":[],"msg":"No matching '
            b'issues"},{"label":"Current Search","id":"cs","issues":[{"id":10001,"key":"PROJ-2",'
            b'"keyHtml":"PROJ-2","img":"/rest/api/2/universal_avatar/view/type/issuetype/avatar/10303?'
            b'size=medium","summary":"Overflow","summaryText":"Overflow"}],"sub":"Showing 1 of 1 '
            b'matching issues"}]}'
        ),
    ),
    Case(
        "search: picker",
        "in what is no project",
        seed=_some,
        path="/rest/api/3/issue/picker?currentProjectId=x&currentJQL=key=PROJ-1",
        status=200,
        body=(
            b'{"sections":[{"label":"History Search","id":"hs","issues":[],"msg":"No matching '
            b'issues"},{"label":"Current Search","id":"cs","issues":[],"msg":"No matching issues"}]}'
        ),
    ),
    Case(
        "search: picker",
        "by JQL that names what is hidden",
        seed=_some,
        path="/rest/api/3/issue/picker?currentJQL=key=PROJ-4",
        status=200,
        body=(
            b'{"sections":[{"label":"History Search","id":"hs","issues":[{"id":10002,"key":"OTHER-1",'
            b'"keyHtml":"OTHER-1","img":"/rest/api/2/universal_avatar/view/type/issuetype/avatar/10307'
            b'?size=medium","summary":"Summary of OTHER-1","summaryText":"Summary of OTHER-1"}],'
            b'"sub":"Showing 1 of 1 matching issues"},{"label":"Current Search","id":"cs","issues":[],'
            b'"msg":"No matching issues"}]}'
        ),
    ),
    Case(
        "search: picker",
        "by JQL that is not served",
        seed=_some,
        path="/rest/api/3/issue/picker?currentJQL=team=1",
        status=501,
        body=(b'{"errorMessages":["jira_linkfake does not serve the field \'team\' in JQL."],"errors":{}}'),
    ),
    Case(
        "search: picker",
        "anonymous",
        seed=_some,
        caller=None,
        path="/rest/api/3/issue/picker?query=crash&currentJQL=project=PROJ",
        status=200,
        body=(
            b'{"sections":[{"label":"History Search","id":"hs","issues":[],"msg":"No matching '
            b'issues"},{"label":"Current Search","id":"cs","issues":[],"msg":"No matching issues"}]}'
        ),
    ),
)
