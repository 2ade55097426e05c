"""jql: queries matched and parsed, and what completes them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tests.wire.case import Case
from tests.wire.literals import INVALID_PAYLOAD

if TYPE_CHECKING:
    from jira_linkfake import FakeJira


ALICE = "712020:00000000-0000-4000-8000-000000010001"
ADMIN = "712020:00000000-0000-4000-8000-000000010000"


def _secret(jira: FakeJira) -> None:
    jira.add_project("SEC", name="Secret project")
    jira.add_issue("SEC-1")
    jira.allow_only("BROWSE_PROJECTS", "admin", project="SEC")


def _sized(jira: FakeJira) -> None:
    jira.add_field("Bulk", type="number")
    jira.add_field("Color")
    jira.set_issue("PROJ-1", fields={"customfield_10000": 3})
    jira.set_issue("PROJ-2", fields={"customfield_10000": 1, "customfield_10001": "Blue"})
    jira.set_issue("PROJ-2", fields={"customfield_10000": 4})


def _owned(jira: FakeJira) -> None:
    jira.add_field("Owner", type="user")


def _told(words: bytes) -> bytes:
    return b'{"errorMessages":["%b"],"errors":{}}' % words


WORDS = (
    b'{"visibleFieldNames":[{"value":"key","displayName":"key","auto":"false","orderable":"true",'
    b'"searchable":"true","operators":["=","!=","in","not in","is","is not","<","<=",">",">="],'
    b'"types":["com.atlassian.jira.issue.Issue"]},{"value":"issuekey","displayName":"issuekey","auto":"false",'
    b'"orderable":"true","searchable":"true","operators":["=","!=","in","not in","is","is not","<","<=",">",">="],'
    b'"types":["com.atlassian.jira.issue.Issue"]},{"value":"issue","displayName":"issue","auto":"false",'
    b'"orderable":"true","searchable":"true","operators":["=","!=","in","not in","is","is not","<","<=",">",">="],'
    b'"types":["com.atlassian.jira.issue.Issue"]},{"value":"id","displayName":"id","auto":"false",'
    b'"orderable":"true","searchable":"true","operators":["=","!=","in","not in","is","is not","<","<=",">",">="],'
    b'"types":["com.atlassian.jira.issue.Issue"]},{"value":"summary","displayName":"summary","auto":"false",'
    b'"orderable":"true","searchable":"true","operators":["~","!~","is","is not"],"types":["java.lang.String"]},'
    b'{"value":"issuetype","displayName":"issuetype","auto":"true","orderable":"true","searchable":"true",'
    b'"operators":["=","!=","in","not in","is","is not"],'
    b'"types":["com.atlassian.jira.issue.issuetype.IssueType"]},{"value":"type","displayName":"type",'
    b'"auto":"true","orderable":"true","searchable":"true","operators":["=","!=","in","not in","is","is not"],'
    b'"types":["com.atlassian.jira.issue.issuetype.IssueType"]},{"value":"project","displayName":"project",'
    b'"auto":"true","orderable":"true","searchable":"true","operators":["=","!=","in","not in","is","is not"],'
    b'"types":["com.atlassian.jira.project.Project"]},'
    b'{"value":"category","displayName":"category","auto":"true","orderable":"false","searchable":"true",'
    b'"operators":["=","!=","in","not in","is","is not"],"types":["java.lang.String"]},'
    b'{"value":"projectType","displayName":"projectType","auto":"false","orderable":"false","searchable":"true",'
    b'"operators":["=","!=","in","not in","is","is not"],"types":["java.lang.String"]},'
    b'{"value":"parent","displayName":"parent","auto":"false",'
    b'"orderable":"false","searchable":"true","operators":["=","!=","in","not in","is","is not"],'
    b'"types":["com.atlassian.jira.issue.Issue"]},{"value":"status","displayName":"status","auto":"true",'
    b'"orderable":"true","searchable":"true","operators":["=","!=","in","not in","is","is not"],'
    b'"types":["com.atlassian.jira.issue.status.Status"]},{"value":"priority","displayName":"priority",'
    b'"auto":"true","orderable":"true","searchable":"true","operators":["=","!=","in","not in","is","is not","<",'
    b'"<=",">",">="],"types":["com.atlassian.jira.issue.priority.Priority"]},{"value":"labels",'
    b'"displayName":"labels","auto":"true","orderable":"false","searchable":"true","operators":["=","!=","in",'
    b'"not in","is","is not"],"types":["java.lang.String"]},{"value":"assignee","displayName":"assignee",'
    b'"auto":"true","orderable":"true","searchable":"true","operators":["=","!=","in","not in","is","is not"],'
    b'"types":["com.atlassian.jira.user.ApplicationUser"]},{"value":"reporter","displayName":"reporter",'
    b'"auto":"true","orderable":"true","searchable":"true","operators":["=","!=","in","not in","is","is not"],'
    b'"types":["com.atlassian.jira.user.ApplicationUser"]},'
    b'{"value":"creator","displayName":"creator","auto":"true","orderable":"true","searchable":"true",'
    b'"operators":["=","!=","in","not in","is","is not"],"types":["com.atlassian.jira.user.ApplicationUser"]},'
    b'{"value":"level","displayName":"level","auto":"false","orderable":"false","searchable":"true",'
    b'"operators":["=","!=","in","not in","is","is not"],"types":["java.lang.String"]},'
    b'{"value":"description","displayName":"description",'
    b'"auto":"false","orderable":"false","searchable":"true","operators":["~","!~","is","is not"],'
    b'"types":["java.lang.String"]},{"value":"created","displayName":"created","auto":"false","orderable":"true",'
    b'"searchable":"true","operators":["=","!=","in","not in","is","is not","<","<=",">",">="],'
    b'"types":["java.util.Date"]},{"value":"createdDate","displayName":"createdDate","auto":"false",'
    b'"orderable":"true","searchable":"true","operators":["=","!=","in","not in","is","is not","<","<=",">",">="],'
    b'"types":["java.util.Date"]},{"value":"updated","displayName":"updated","auto":"false","orderable":"true",'
    b'"searchable":"true","operators":["=","!=","in","not in","is","is not","<","<=",">",">="],'
    b'"types":["java.util.Date"]},{"value":"updatedDate","displayName":"updatedDate","auto":"false",'
    b'"orderable":"true","searchable":"true","operators":["=","!=","in","not in","is","is not","<","<=",">",">="],'
    b'"types":["java.util.Date"]},{"value":"due","displayName":"due","auto":"false","orderable":"true",'
    b'"searchable":"true","operators":["=","!=","in","not in","is","is not","<","<=",">",">="],'
    b'"types":["java.util.Date"]},{"value":"duedate","displayName":"duedate","auto":"false","orderable":"true",'
    b'"searchable":"true","operators":["=","!=","in","not in","is","is not","<","<=",">",">="],'
    b'"types":["java.util.Date"]},{"value":"issueLinkType","displayName":"issueLinkType","auto":"false",'
    b'"orderable":"false","searchable":"true","operators":["=","!=","in","not in","is","is not"],'
    b'"types":["java.lang.String"]},{"value":"issueLink","displayName":"issueLink","auto":"false",'
    b'"orderable":"false","searchable":"true","operators":["=","!=","in","not in","is","is not"],'
    b'"types":["com.atlassian.jira.issue.Issue"]},{"value":"comment","displayName":"comment","auto":"false",'
    b'"orderable":"false","searchable":"true","operators":["~","!~"],"types":["java.lang.String"]},'
    b'{"value":"resolution","displayName":"resolution","auto":"true","orderable":"true","searchable":"true",'
    b'"operators":["=","!=","in","not in","is","is not"],'
    b'"types":["com.atlassian.jira.issue.resolution.Resolution"]},{"value":"resolutiondate",'
    b'"displayName":"resolutiondate","auto":"false","orderable":"true","searchable":"true","operators":["=","!=",'
    b'"in","not in","is","is not","<","<=",">",">="],"types":["java.util.Date"]},{"value":"resolved",'
    b'"displayName":"resolved","auto":"false","orderable":"true","searchable":"true","operators":["=","!=","in",'
    b'"not in","is","is not","<","<=",">",">="],"types":["java.util.Date"]},{"value":"statusCategory",'
    b'"displayName":"statusCategory","auto":"false","orderable":"false","searchable":"true","operators":["=","!=",'
    b'"in","not in","is","is not"],"types":["java.lang.String"]},{"value":"statusCategoryChangedDate",'
    b'"displayName":"statusCategoryChangedDate","auto":"false","orderable":"true","searchable":"true",'
    b'"operators":["=","!=","in","not in","is","is not","<","<=",">",">="],"types":["java.util.Date"]},'
    b'{"value":"environment","displayName":"environment","auto":"false","orderable":"false","searchable":"true",'
    b'"operators":["~","!~","is","is not"],"types":["java.lang.String"]},{"value":"fixVersion",'
    b'"displayName":"fixVersion","auto":"true","orderable":"true","searchable":"true","operators":["=","!=","in",'
    b'"not in","is","is not","<","<=",">",">="],"types":["com.atlassian.jira.project.version.Version"]},'
    b'{"value":"affectedVersion","displayName":"affectedVersion","auto":"true","orderable":"true",'
    b'"searchable":"true","operators":["=","!=","in","not in","is","is not","<","<=",">",">="],'
    b'"types":["com.atlassian.jira.project.version.Version"]},{"value":"watchers","displayName":"watchers",'
    b'"auto":"false","orderable":"true","searchable":"true","operators":["=","!=","in","not in","<","<=",">",'
    b'">="],"types":["java.lang.String"]},{"value":"watcher","displayName":"watcher","auto":"true",'
    b'"orderable":"false","searchable":"true","operators":["=","!=","in","not in","is","is not"],'
    b'"types":["com.atlassian.jira.user.ApplicationUser"]},{"value":"votes","displayName":"votes","auto":"false",'
    b'"orderable":"true","searchable":"true","operators":["=","!=","in","not in","<","<=",">",">="],'
    b'"types":["java.lang.String"]},{"value":"voter","displayName":"voter","auto":"true","orderable":"false",'
    b'"searchable":"true","operators":["=","!=","in","not in","is","is not"],'
    b'"types":["com.atlassian.jira.user.ApplicationUser"]},{"value":"worklogAuthor","displayName":"worklogAuthor",'
    b'"auto":"true","orderable":"false","searchable":"true","operators":["=","!=","in","not in","is","is not"],'
    b'"types":["com.atlassian.jira.user.ApplicationUser"]},{"value":"worklogDate","displayName":"worklogDate",'
    b'"auto":"false","orderable":"false","searchable":"true","operators":["=","!=","in","not in","is","is not",'
    b'"<","<=",">",">="],"types":["java.util.Date"]},{"value":"worklogComment","displayName":"worklogComment",'
    b'"auto":"false","orderable":"false","searchable":"true","operators":["~","!~"],"types":["java.lang.String"]},'
    b'{"value":"timespent","displayName":"timespent","auto":"false","orderable":"true","searchable":"true",'
    b'"operators":["=","!=","in","not in","is","is not","<","<=",">",">="],"types":["java.lang.String"]},'
    b'{"value":"remainingEstimate","displayName":"remainingEstimate","auto":"false","orderable":"true",'
    b'"searchable":"true","operators":["=","!=","in","not in","is","is not","<","<=",">",">="],'
    b'"types":["java.lang.String"]},{"value":"timeestimate","displayName":"timeestimate","auto":"false",'
    b'"orderable":"true","searchable":"true","operators":["=","!=","in","not in","is","is not","<","<=",">",">="],'
    b'"types":["java.lang.String"]},{"value":"originalEstimate","displayName":"originalEstimate","auto":"false",'
    b'"orderable":"true","searchable":"true","operators":["=","!=","in","not in","is","is not","<","<=",">",">="],'
    b'"types":["java.lang.String"]},{"value":"timeoriginalestimate","displayName":"timeoriginalestimate",'
    b'"auto":"false","orderable":"true","searchable":"true","operators":["=","!=","in","not in","is","is not","<",'
    b'"<=",">",">="],"types":["java.lang.String"]},'
    b'{"value":"workratio","displayName":"workratio","auto":"false","orderable":"true","searchable":"true",'
    b'"operators":["=","!=","in","not in","is","is not",'
    b'"<","<=",">",">="],"types":["java.lang.String"]},'
    b'{"value":"component","displayName":"component","auto":"true",'
    b'"orderable":"true","searchable":"true","operators":["=","!=","in","not in","is","is not"],'
    b'"types":["com.atlassian.jira.bc.project.component.ProjectComponent"]},{"value":"attachments",'
    b'"displayName":"attachments","auto":"false","orderable":"false","searchable":"true","operators":["is",'
    b'"is not"],"types":["java.lang.String"]},'
    b'{"value":"sprint","displayName":"sprint","auto":"false","orderable":"true","searchable":"t'
    b'rue","operators":["=","!=","in","not in","is","is not"],"types":["com.atlassian.greenhoppe'
    b'r.service.sprint.Sprint"]},'
    b'{"value":"\\"Epic Link\\"","displayName":"Epic Link","auto":"false","orderable":"false","s'
    b'earchable":"true","operators":["=","!=","in","not in","is","is not"],"types":["com.atlassi'
    b'an.jira.issue.Issue"]},'
    b'{"value":"filter","displayName":"filter","auto":"false","orderable":"false","searchable":"'
    b'true","operators":["=","!=","in","not in"],"types":["java.lang.String"]},'
    b'{"value":"request","displayName":"request","auto":"false","orderable":"false","searchable"'
    b':"true","operators":["=","!=","in","not in"],"types":["java.lang.String"]},'
    b'{"value":"savedfilter","displayName":"savedfilter","auto":"false","orderable":"false","sea'
    b'rchable":"true","operators":["=","!=","in","not in"],"types":["java.lang.String"]},'
    b'{"value":"searchrequest","displayName":"searchrequest","auto":"false","orderable":"false",'
    b'"searchable":"true","operators":["=","!=","in","not in"],"types":["java.lang.String"]},'
    b'{"value":"text","displayName":"text","auto":"false",'
    b'"orderable":"false","searchable":"true","operators":["~"],"types":["java.lang.String"]}],'
    b'"visibleFunctionNames":[{"value":"linkedIssues()","displayName":"linkedIssues()",'
    b'"types":["com.atlassian.jira.issue.Issue"],"isList":"true"},{"value":"currentUser()",'
    b'"displayName":"currentUser()","types":["com.atlassian.jira.user.ApplicationUser"]},{"value":"membersOf()",'
    b'"displayName":"membersOf()","types":["com.atlassian.jira.user.ApplicationUser"],"isList":"true"},'
    b'{"value":"releasedVersions()","displayName":"releasedVersions()",'
    b'"types":["com.atlassian.jira.project.version.Version"],"isList":"true"},{"value":"unreleasedVersions()",'
    b'"displayName":"unreleasedVersions()","types":["com.atlassian.jira.project.version.Version"],'
    b'"isList":"true"},{"value":"latestReleasedVersion()","displayName":"latestReleasedVersion()",'
    b'"types":["com.atlassian.jira.project.version.Version"]},{"value":"earliestUnreleasedVersion()",'
    b'"displayName":"earliestUnreleasedVersion()","types":["com.atlassian.jira.project.version.Version"]},'
    b'{"value":"componentsLeadByUser()","displayName":"componentsLeadByUser()",'
    b'"types":["com.atlassian.jira.bc.project.component.ProjectComponent"],"isList":"true"},'
    b'{"value":"projectsLeadByUser()","displayName":"projectsLeadByUser()",'
    b'"types":["com.atlassian.jira.project.Project"],"isList":"true"},'
    b'{"value":"standardIssueTypes()","displayName":"standardIssueTypes()",'
    b'"types":["com.atlassian.jira.issue.issuetype.IssueType"],"isList":"true"},'
    b'{"value":"subtaskIssueTypes()","displayName":"subtaskIssueTypes()",'
    b'"types":["com.atlassian.jira.issue.issuetype.IssueType"],"isList":"true"},'
    b'{"value":"openSprints()","displayName":"openSprints()","types":["com.atlassian.greenhopper'
    b'.service.sprint.Sprint"],"isList":"true"},{"value":"closedSprints()","displayName":"closed'
    b'Sprints()","types":["com.atlassian.greenhopper.service.sprint.Sprint"],"isList":"true"},{"'
    b'value":"futureSprints()","displayName":"futureSprints()","types":["com.atlassian.greenhopp'
    b'er.service.sprint.Sprint"],"isList":"true"},'
    b'{"value":"watchedIssues()","displayName":"watchedIssues()","types":["com.atlassian.jira.issue.Issue"],'
    b'"isList":"true"},{"value":"votedIssues()","displayName":"votedIssues()",'
    b'"types":["com.atlassian.jira.issue.Issue"],"isList":"true"},{"value":"now()","displayName":"now()",'
    b'"types":["java.util.Date"]},{"value":"startOfDay()","displayName":"startOfDay()",'
    b'"types":["java.util.Date"]},{"value":"endOfDay()","displayName":"endOfDay()","types":["java.util.Date"]},'
    b'{"value":"startOfWeek()","displayName":"startOfWeek()","types":["java.util.Date"]},{"value":"endOfWeek()",'
    b'"displayName":"endOfWeek()","types":["java.util.Date"]},{"value":"startOfMonth()",'
    b'"displayName":"startOfMonth()","types":["java.util.Date"]},{"value":"endOfMonth()",'
    b'"displayName":"endOfMonth()","types":["java.util.Date"]},{"value":"startOfYear()",'
    b'"displayName":"startOfYear()","types":["java.util.Date"]},{"value":"endOfYear()",'
    b'"displayName":"endOfYear()","types":["java.util.Date"]}],"jqlReservedWords":["abort","access","add","after",'
    b'"alias","all","alter","and","any","as","asc","audit","avg","before","begin","between","boolean","break",'
    b'"by","byte","catch","cf","changed","char","character","check","checkpoint","collate","collation","column",'
    b'"commit","connect","continue","count","create","current","date","decimal","declare","decrement","default",'
    b'"defaults","define","delete","delimiter","desc","difference","distinct","divide","do","double","drop",'
    b'"during","else","empty","encoding","end","equals","escape","exclusive","exec","execute","exists","explain",'
    b'"false","fetch","field","file","first","float","for","from","function","go","goto","grant","greater",'
    b'"group","having","identified","if","immediate","in","increment","index","initial","inner","inout","input",'
    b'"insert","int","integer","intersect","intersection","into","is","isempty","isnull","join","last","left",'
    b'"less","like","limit","lock","long","max","min","minus","mode","modify","modulo","more","multiply","next",'
    b'"noaudit","not","notin","nowait","null","number","object","of","on","option","or","order","outer","output",'
    b'"power","previous","prior","privileges","public","raise","raw","remainder","rename","resource","return",'
    b'"returns","revoke","right","row","rowid","rownum","rows","select","session","set","share","size","sqrt",'
    b'"start","strict","string","subtract","sum","synonym","table","then","to","trans","transaction","trigger",'
    b'"true","uid","union","unique","update","user","validate","values","view","was","when","whenever","where",'
    b'"while","with"]}'
)


def _labelled(jira: FakeJira) -> None:
    jira.add_project("CARE", category="Infrastructure")
    jira.add_issue("PROJ-8", labels=["regression", "docs"])
    jira.add_issue("PROJ-9", labels=["recall"], visible_to=[])


def _some(jira: FakeJira) -> None:
    jira.add_version("1.0", project="PROJ")
    jira.add_project("HID", name="Hidden")
    jira.add_version("1.5", project="HID")
    jira.add_component("Engine", project="PROJ")
    jira.add_component("Secret", project="HID")
    jira.add_resolution("Parked")
    jira.deny("BROWSE_PROJECTS", project="HID")
    jira.add_issue("PROJ-3", visible_to=[])


def _no_picker(jira: FakeJira) -> None:
    jira.deny("USER_PICKER")


CASES = (
    Case(
        "jql: match",
        "each query, without a hidden issue",
        seed=_some,
        method="POST",
        path="/rest/api/3/jql/match",
        sent={
            "issueIds": [10000, 10001, 10002, 10003, 10099],
            "jqls": ["project = PROJ", "type = Bug or project = OTHER", ""],
        },
        status=200,
        body=(
            b'{"matches":[{"matchedIssues":[10000,10001],"errors":[]},{"matchedIssues":[10001,10002],'
            b'"errors":[]},{"matchedIssues":[10000,10001,10002],"errors":[]}]}'
        ),
    ),
    Case(
        "jql: match",
        "what cannot be read or names no field, and what names nothing, version 2",
        seed=_some,
        method="POST",
        path="/rest/api/2/jql/match",
        sent={"issueIds": [10000], "jqls": ["project =", "universe = 42", "project = NOPE", "project = HID"]},
        status=200,
        body=(
            b'{"matches":[{"matchedIssues":[],"errors":["Invalid JQL: project ="]},'
            b'{"matchedIssues":[],"errors":["Invalid JQL: universe = 42"]},{"matchedIssues":[],'
            b'"errors":[]},{"matchedIssues":[],"errors":[]}]}'
        ),
    ),
    Case(
        "jql: match",
        "what is not served",
        method="POST",
        path="/rest/api/3/jql/match",
        sent={"issueIds": [10000], "jqls": ["team = 1"]},
        status=501,
        body=(b'{"errorMessages":["jira_linkfake does not serve the field \'team\' in JQL."],"errors":{}}'),
    ),
    Case(
        "jql: match",
        "anonymous",
        caller=None,
        method="POST",
        path="/rest/api/3/jql/match",
        sent={"issueIds": [10000], "jqls": ["project = PROJ"]},
        status=200,
        body=b'{"matches":[{"matchedIssues":[],"errors":[]}]}',
    ),
    Case(
        "jql: match",
        "too many queries",
        method="POST",
        path="/rest/api/3/jql/match",
        sent={"issueIds": [], "jqls": ["a"] * 101},
        status=400,
        body=b'{"errorMessages":["The number of jqls must be between 0 and 100."],"errors":{}}',
    ),
    Case(
        "jql: match",
        "too many issues",
        method="POST",
        path="/rest/api/3/jql/match",
        sent={"issueIds": list(range(1001)), "jqls": []},
        status=400,
        body=b'{"errorMessages":["The number of issueIds must be between 0 and 1000."],"errors":{}}',
    ),
    Case(
        "jql: match",
        "no queries",
        method="POST",
        path="/rest/api/3/jql/match",
        sent={"issueIds": [1]},
        status=400,
        body=(b'{"errorMessages":["Invalid request payload. Refer to the REST API documentation and try again."]}'),
    ),
    Case(
        "jql: parse",
        "all that there is",
        method="POST",
        path="/rest/api/3/jql/parse",
        sent={
            "queries": [
                (
                    "summary ~ test AND (labels in (urgent, EMPTY) OR NOT assignee = currentUser())"
                    ' AND status CHANGED AFTER startOfDay(-1) ORDER BY updated DESC, "due"'
                )
            ]
        },
        status=200,
        body=(
            b'{"queries":[{"query":"summary ~ test AND (labels in (urgent, EMPTY) OR NOT assignee = '
            b'currentUser()) AND status CHANGED AFTER startOfDay(-1) ORDER BY updated DESC, \\"due\\"",'
            b'"structure":{"where":{"operator":"and","clauses":[{"field":{"name":"summary",'
            b'"encodedName":"summary"},"operator":"~","operand":{"value":"test",'
            b'"encodedValue":"test"}},{"operator":"or","clauses":[{"field":{"name":"labels",'
            b'"encodedName":"labels"},"operator":"in","operand":{"values":[{"value":"urgent",'
            b'"encodedValue":"urgent"},{"keyword":"empty"}],"encodedOperand":"(urgent, EMPTY)"}},'
            b'{"operator":"not","clauses":[{"field":{"name":"assignee","encodedName":"assignee"},'
            b'"operator":"=","operand":{"function":"currentUser","arguments":[],'
            b'"encodedOperand":"currentUser()"}}]}]},{"field":{"name":"status",'
            b'"encodedName":"status"},"operator":"changed","predicates":[{"operator":"after",'
            b'"operand":{"function":"startOfDay","arguments":["-1"],'
            b'"encodedOperand":"startOfDay(\\"-1\\")"}}]}]},'
            b'"orderBy":{"fields":[{"field":{"name":"updated","encodedName":"updated"},'
            b'"direction":"desc"},{"field":{"name":"due","encodedName":"due"},"direction":"asc"}]}}}]}'
        ),
    ),
    Case(
        "jql: parse",
        "the past, and what needs quotation marks, version 2",
        method="POST",
        path="/rest/api/2/jql/parse?validation=none",
        sent={"queries": ['"select" = "a b" OR id = 7 OR status WAS NOT IN (Done) BY admin', ""]},
        status=200,
        body=(
            b'{"queries":[{"query":"\\"select\\" = \\"a b\\" OR id = 7 OR status WAS NOT IN (Done) BY '
            b'admin","structure":{"where":{"operator":"or","clauses":[{"field":{"name":"select",'
            b'"encodedName":"\\"select\\""},"operator":"=","operand":{"value":"a b","encodedValue":"\\"a '
            b'b\\""}},{"field":{"name":"id","encodedName":"id"},"operator":"=","operand":{"value":"7",'
            b'"encodedValue":"7"}},{"field":{"name":"status","encodedName":"status"},"operator":"was '
            b'not in","operand":{"values":[{"value":"Done","encodedValue":"Done"}],'
            b'"encodedOperand":"(Done)"},"predicates":[{"operator":"by","operand":{"value":"admin",'
            b'"encodedValue":"admin"}}]}]}}},{"query":"","structure":{}}]}'
        ),
    ),
    Case(
        "jql: parse",
        "what is wrong",
        method="POST",
        path="/rest/api/3/jql/parse",
        sent={
            "queries": [
                "invalid query",
                "summary = test",
                "summary in test",
                "project = NOPE order by universe",
                "project = PROJ",
            ]
        },
        status=200,
        body=(
            b'{"queries":[{"query":"invalid query","errors":["Error in the JQL Query: Expecting '
            b"operator but got 'query'. The valid operators are '=', '!=', '<', '>', '<=', '>=', '~', "
            b"'!~', 'IN', 'NOT IN', 'IS' and 'IS NOT'. (line 1, character 9)\"]},{\"query\":\"summary = "
            b'test","errors":["The operator \'=\' is not supported by the \'summary\' field."]},'
            b'{"query":"summary in test","errors":["Operator \'in\' does not support the non-list value '
            b'\'\\"test\\"\' for field \'summary\'."]},{"query":"project = NOPE order by universe",'
            b'"errors":["The value \'NOPE\' does not exist for the field \'project\'.","Not able to sort '
            b'using field \'universe\'."]},{"query":"project = PROJ",'
            b'"structure":{"where":{"field":{"name":"project","encodedName":"project"},"operator":"=",'
            b'"operand":{"value":"PROJ","encodedValue":"PROJ"}}}}]}'
        ),
    ),
    Case(
        "jql: parse",
        "what is wrong, as a warning",
        method="POST",
        path="/rest/api/3/jql/parse?validation=warn",
        sent={"queries": ["project = NOPE", "status ="]},
        status=200,
        body=(
            b'{"queries":[{"query":"project = NOPE","structure":{"where":{"field":{"name":"project",'
            b'"encodedName":"project"},"operator":"=","operand":{"value":"NOPE",'
            b'"encodedValue":"NOPE"}}},"errors":["The value \'NOPE\' does not exist for the field '
            b'\'project\'."]},{"query":"status =","errors":["Error in JQL Query: Expecting either a '
            b'value, list or function before the end of the query."]}]}'
        ),
    ),
    Case(
        "jql: parse",
        "without validation",
        method="POST",
        path="/rest/api/3/jql/parse?validation=none",
        sent={"queries": ["project = NOPE and universe = 42", "status ="]},
        status=200,
        body=(
            b'{"queries":[{"query":"project = NOPE and universe = 42",'
            b'"structure":{"where":{"operator":"and","clauses":[{"field":{"name":"project",'
            b'"encodedName":"project"},"operator":"=","operand":{"value":"NOPE",'
            b'"encodedValue":"NOPE"}},{"field":{"name":"universe","encodedName":"universe"},'
            b'"operator":"=","operand":{"value":"42","encodedValue":"42"}}]}}},{"query":"status =",'
            b'"errors":["Error in JQL Query: Expecting either a value, list or function before the '
            b'end of the query."]}]}'
        ),
    ),
    Case(
        "jql: parse",
        "what is not served",
        method="POST",
        path="/rest/api/3/jql/parse",
        sent={"queries": ["team = 1"]},
        status=501,
        body=(b'{"errorMessages":["jira_linkfake does not serve the field \'team\' in JQL."],"errors":{}}'),
    ),
    Case(
        "jql: parse",
        "what is not served as it is read",
        method="POST",
        path="/rest/api/3/jql/parse?validation=none",
        sent={"queries": ["comment.property[x].y = 1"]},
        status=501,
        body=b'{"errorMessages":["jira_linkfake does not serve comment.property[...] in JQL."],"errors":{}}',
    ),
    Case(
        "jql: parse",
        "validated otherwise",
        method="POST",
        path="/rest/api/3/jql/parse?validation=lax",
        sent={"queries": ["a = 1"]},
        status=400,
        body=(
            b'{"errorMessages":["The validation should be one of [strict, warn, none]. Instead, it '
            b'was: lax."],"errors":{}}'
        ),
    ),
    Case(
        "jql: parse",
        "nothing",
        method="POST",
        path="/rest/api/3/jql/parse",
        sent={"queries": []},
        status=400,
        body=b'{"errorMessages":["The number of queries must be between 1 and 100."],"errors":{}}',
    ),
    Case(
        "jql: words",
        "all",
        path="/rest/api/3/jql/autocompletedata",
        status=200,
        body=WORDS,
    ),
    Case(
        "jql: words",
        "all by a body, version 2",
        method="POST",
        path="/rest/api/2/jql/autocompletedata",
        sent={"includeCollapsedFields": True, "projectIds": [10000]},
        status=200,
        body=WORDS,
    ),
    Case(
        "jql: words",
        "a body that cannot be read",
        method="POST",
        path="/rest/api/3/jql/autocompletedata",
        sent={"projects": [1]},
        status=400,
        body=(b'{"errorMessages":["Invalid request payload. Refer to the REST API documentation and try again."]}'),
    ),
    Case(
        "jql: suggestions",
        "of a project",
        seed=_some,
        path="/rest/api/3/jql/autocompletedata/suggestions?fieldName=project&fieldValue=PRO",
        status=200,
        body=b'{"results":[{"value":"PROJ","displayName":"<b>PRO</b>J (PROJ)"}]}',
    ),
    Case(
        "jql: suggestions",
        "of a field with a value to be quoted",
        path="/rest/api/3/jql/autocompletedata/suggestions?fieldName=status&fieldValue=%20in%20",
        status=200,
        body=b'{"results":[{"value":"In Progress","displayName":"<b>In</b> Progress"}]}',
    ),
    Case(
        "jql: suggestions",
        "of a field without values",
        path="/rest/api/3/jql/autocompletedata/suggestions?fieldName=summary",
        status=200,
        body=b'{"results":[]}',
    ),
    Case(
        "jql: suggestions",
        "of versions, without those of a hidden project",
        seed=_some,
        path="/rest/api/3/jql/autocompletedata/suggestions?fieldName=fixVersion",
        status=200,
        body=b'{"results":[{"value":"1.0","displayName":"1.0"}]}',
    ),
    Case(
        "jql: suggestions",
        "of a predicate",
        path="/rest/api/3/jql/autocompletedata/suggestions?fieldName=status&predicateName=by&predicateValue=ali",
        status=200,
        body=(b'{"results":[{"value":"712020:00000000-0000-4000-8000-000000010001","displayName":"<b>ali</b>ce"}]}'),
    ),
    Case(
        "jql: suggestions",
        "of the value of a predicate, version 2",
        path="/rest/api/2/jql/autocompletedata/suggestions?fieldName=priority&predicateName=TO&predicateValue=HIGH",
        status=200,
        body=(
            b'{"results":[{"value":"Highest","displayName":"<b>High</b>est"},{"value":"High",'
            b'"displayName":"<b>High</b>"}]}'
        ),
    ),
    Case(
        "jql: suggestions",
        "of users, to who may not browse them",
        seed=_no_picker,
        path="/rest/api/3/jql/autocompletedata/suggestions?fieldName=assignee",
        status=200,
        body=b'{"results":[]}',
    ),
    Case(
        "jql: suggestions",
        "of components, without those of a hidden project",
        seed=_some,
        path="/rest/api/3/jql/autocompletedata/suggestions?fieldName=component",
        status=200,
        body=b'{"results":[{"value":"Engine","displayName":"Engine"}]}',
    ),
    Case(
        "jql: suggestions",
        "of the site's own resolutions",
        seed=_some,
        path="/rest/api/3/jql/autocompletedata/suggestions?fieldName=resolution&fieldValue=park",
        status=200,
        body=b'{"results":[{"value":"Parked","displayName":"<b>Park</b>ed"}]}',
    ),
    *(
        Case(
            "jql: suggestions",
            f"of {name}, who are users",
            path=f"/rest/api/3/jql/autocompletedata/suggestions?fieldName={name}&fieldValue=ali",
            status=200,
            body=b'{"results":[{"value":"712020:00000000-0000-4000-8000-000000010001","displayName":"<b>ali</b>ce"}]}',
        )
        for name in ("watcher", "voter", "worklogAuthor", "creator")
    ),
    Case(
        "jql: suggestions",
        "of resolutions and types",
        path="/rest/api/3/jql/autocompletedata/suggestions?fieldName=%22resolution%22&fieldValue=dup",
        status=200,
        body=b'{"results":[{"value":"Duplicate","displayName":"<b>Dup</b>licate"}]}',
    ),
    Case(
        "jql: suggestions",
        "of labels of issues that the caller sees",
        seed=_labelled,
        path="/rest/api/3/jql/autocompletedata/suggestions?fieldName=labels&fieldValue=re",
        status=200,
        body=b'{"results":[{"value":"regression","displayName":"<b>re</b>gression"}]}',
    ),
    Case(
        "jql: suggestions",
        "of categories",
        seed=_labelled,
        path="/rest/api/3/jql/autocompletedata/suggestions?fieldName=category&fieldValue=inf",
        status=200,
        body=b'{"results":[{"value":"Infrastructure","displayName":"<b>Inf</b>rastructure"}]}',
    ),
    Case(
        "jql: suggestions",
        "of types",
        path="/rest/api/3/jql/autocompletedata/suggestions?fieldName=issuetype&fieldValue=bug",
        status=200,
        body=b'{"results":[{"value":"Bug","displayName":"<b>Bug</b>"}]}',
    ),
    Case(
        "jql: suggestions",
        "of no field",
        path="/rest/api/3/jql/autocompletedata/suggestions",
        status=400,
        body=b'{"errorMessages":["The parameters of the query do not go together."],"errors":{}}',
    ),
    Case(
        "jql: suggestions",
        "of a predicate that has no values",
        path="/rest/api/3/jql/autocompletedata/suggestions?fieldName=status&predicateName=after",
        status=400,
        body=b'{"errorMessages":["The parameters of the query do not go together."],"errors":{}}',
    ),
    Case(
        "jql: suggestions",
        "of a value without its predicate",
        path="/rest/api/3/jql/autocompletedata/suggestions?fieldName=status&predicateValue=a",
        status=400,
        body=b'{"errorMessages":["The parameters of the query do not go together."],"errors":{}}',
    ),
    Case(
        "jql: custom fields",
        "found and ordered",
        seed=_sized,
        path="/rest/api/3/search/jql?jql=cf%5B10000%5D%20%3E%202%20or%20Color%20~%20blue%20order%20by%20Bulk",
        status=200,
        body=b'{"issues":[{"id":"10000"},{"id":"10001"}],"isLast":true}',
    ),
    Case(
        "jql: custom fields",
        "what is no number",
        seed=_sized,
        path="/rest/api/3/search/jql?jql=Bulk%20=%20big",
        status=400,
        body=_told(b"The value 'big' for field 'Bulk' is invalid. It must be a number."),
    ),
    Case(
        "jql: custom fields",
        "without a number",
        path="/rest/api/3/search/jql?jql=cf%5Bx%5D%20=%201",
        status=400,
        body=_told(b"Error in the JQL Query: Expecting a number but got 'x'. (line 1, character 4)"),
    ),
    Case(
        "jql: custom fields",
        "parsed",
        seed=_sized,
        method="POST",
        path="/rest/api/3/jql/parse",
        sent={"queries": ["cf[10000] = 3"]},
        status=200,
        body=(
            b'{"queries":[{"query":"cf[10000] = 3","structure":{"where":{"field":{"name":"cf[10000]",'
            b'"encodedName":"cf[10000]"},"operator":"=","operand":{"value":"3","encodedValue":"3"}}}}]}'
        ),
    ),
    Case(
        "jql: custom fields",
        "whose users are suggested",
        seed=_owned,
        path="/rest/api/3/jql/autocompletedata/suggestions?fieldName=Owner&fieldValue=ali",
        status=200,
        body=b'{"results":[{"value":"%b","displayName":"<b>ali</b>ce"}]}' % ALICE.encode(),
    ),
    Case(
        "jql: sanitize",
        "of somebody who sees little, somebody who sees all, and nobody",
        seed=_secret,
        caller="admin",
        method="POST",
        path="/rest/api/3/jql/sanitize",
        sent={
            "queries": [
                {"query": "project = 'Secret project'", "accountId": ALICE},
                {"query": "project = 'Secret project'", "accountId": ADMIN},
                {"query": "project = 'Secret project'", "accountId": None},
                {"query": "labels = x and non query", "accountId": ALICE},
            ]
        },
        status=200,
        body=(
            b'{"queries":[{"initialQuery":"project = \'Secret project\'","sanitizedQuery":"project = 10002",'
            b'"accountId":"%b"},{"initialQuery":"project = \'Secret project\'",'
            b'"sanitizedQuery":"project = \'Secret project\'","accountId":"%b"},'
            b'{"initialQuery":"project = \'Secret project\'","sanitizedQuery":"project = 10002"},'
            b'{"initialQuery":"labels = x and non query","errors":{"errorMessages":["Error in the JQL Query: Expecting'
            b" operator but got 'query'. The valid operators are '=', '!=', '<', '>', '<=', '>=', '~', '!~', 'IN',"
            b' \'NOT IN\', \'IS\' and \'IS NOT\'. (line 1, character 20)"],"errors":{}},"accountId":"%b"}]}'
        )
        % (ALICE.encode(), ADMIN.encode(), ALICE.encode()),
    ),
    Case(
        "jql: sanitize",
        "of somebody who sees the issue",
        seed=_secret,
        caller="admin",
        method="POST",
        path="/rest/api/3/jql/sanitize",
        sent={"queries": [{"query": "key = PROJ-1", "accountId": ALICE}]},
        status=200,
        body=b'{"queries":[{"initialQuery":"key = PROJ-1","sanitizedQuery":"key = PROJ-1","accountId":"%b"}]}'
        % ALICE.encode(),
    ),
    *(
        Case(
            "jql: sanitize",
            f"whole, {query}",
            seed=_secret,
            caller="admin",
            method="POST",
            path="/rest/api/2/jql/sanitize",
            sent={"queries": [{"query": query}]},
            status=200,
            body=f'{{"queries":[{{"initialQuery":{json.dumps(query)},"sanitizedQuery":{json.dumps(told)}}}]}}'.encode(),
        )
        for query, told in (
            ("key IN (sec-1, SEC-9, 10000) or parent=SEC-1", "key in (10003, SEC-9, 10000) OR parent = 10003"),
            (
                "not (summary ~ 'a b' and issueLink = SEC-1) order by key desc, Rank",
                'NOT (summary ~ "a b" AND issueLink = 10003) ORDER BY key DESC, Rank ASC',
            ),
            ("issue in linkedIssues(SEC-1, blocks)", 'issue in linkedIssues("10003", blocks)'),
            (
                "fixVersion in releasedVersions(SEC) and (due is EMPTY or issue.property[a].b = 1)",
                'fixVersion in releasedVersions("10002") AND (due is EMPTY OR issue.property["a"]".b" = 1)',
            ),
            (
                "project in (SEC, NOPE) and status was not in (Done) by alice and status changed",
                "project in (10002, NOPE) AND status was not in (Done) by alice AND status changed",
            ),
            ("order by key", "order by key"),
        )
    ),
    *(
        Case(
            "jql: sanitize",
            what,
            caller=caller,
            method="POST",
            path="/rest/api/3/jql/sanitize",
            sent=sent,
            status=status,
            body=body,
        )
        for what, caller, sent, status, body in (
            ("none", "admin", {}, 400, _told(b"The queries has to be provided.")),
            ("an empty list", "admin", {"queries": []}, 400, _told(b"The number of queries must be between 1 and 20.")),
            (
                "too many",
                "admin",
                {"queries": [{"query": f"key = {one}"} for one in range(21)]},
                400,
                _told(b"The number of queries must be between 1 and 20."),
            ),
            (
                "for somebody who does not exist",
                "admin",
                {"queries": [{"query": "key = X-1", "accountId": "7"}]},
                400,
                _told(b"The account ID '7' is invalid."),
            ),
            ("without the query", "admin", {"queries": [{"accountId": ALICE}]}, 400, INVALID_PAYLOAD),
            (
                "no administrator",
                "alice",
                {"queries": [{"query": "key = X-1"}]},
                403,
                _told(b"You are not authorized to perform this action. Administrator privileges are required."),
            ),
        )
    ),
)
