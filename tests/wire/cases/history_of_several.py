"""changelog/bulkfetch: the history of several issues at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.wire.case import Case

if TYPE_CHECKING:
    from jira_linkfake import FakeJira


def _past(jira: FakeJira) -> None:
    """Let things happen to two issues in turn, and to one that only the default user sees."""
    jira.add_issue("PROJ-3", visible_to=[jira.default_user])
    for key in ("PROJ-2", "PROJ-1", "PROJ-3"):
        jira.set_issue(key, priority="High", labels=["a"])
    client = jira.client()
    for body in (
        {"type": {"name": "Blocks"}, "inwardIssue": {"key": "PROJ-1"}, "outwardIssue": {"key": "PROJ-2"}},
        {"type": {"name": "Blocks"}, "inwardIssue": {"key": "PROJ-1"}, "outwardIssue": {"key": "PROJ-3"}},
    ):
        assert client.post("/rest/api/3/issueLink", json=body, auth=jira.auth).status_code == 201


CASES = (
    Case(
        "history: of several issues",
        "all, oldest first, without what is hidden",
        seed=_past,
        method="POST",
        path="/rest/api/3/changelog/bulkfetch",
        sent={"issueIdsOrKeys": ["PROJ-1", "10001", "PROJ-3", "NOPE-1", "proj-1"]},
        status=200,
        body=(
            b'{"issueChangeLogs":[{"issueId":"10001","changeHistories":[{"id":"10000",'
            b'"author":{"self":"{base}/rest/api/3/user?accountId=712020:00000000-0000-4000-8000-000000'
            b'010000","accountId":"712020:00000000-0000-4000-8000-000000010000",'
            b'"accountType":"atlassian","emailAddress":"admin@example.com",'
            b'"avatarUrls":{"48x48":"{base}/secure/useravatar?ownerId=712020:00000000-0000-4000-8000-0'
            b'00000010000&size=large","24x24":"{base}/secure/useravatar?ownerId=712020:00000000-0000-4'
            b'000-8000-000000010000&size=small","16x16":"{base}/secure/useravatar?ownerId=712020:00000'
            b'000-0000-4000-8000-000000010000&size=xsmall",'
            b'"32x32":"{base}/secure/useravatar?ownerId=712020:00000000-0000-4000-8000-000000010000&si'
            b'ze=medium"},"displayName":"admin","active":true,"timeZone":"Etc/UTC"},'
            b'"created":"2026-01-01T00:00:05.000+0000","items":[{"field":"priority",'
            b'"fieldtype":"jira","fieldId":"priority","from":null,"fromString":null,"to":"2",'
            b'"toString":"High"},{"field":"labels","fieldtype":"jira","fieldId":"labels","from":"",'
            b'"fromString":"","to":"","toString":"a"}]},{"id":"10004",'
            b'"author":{"self":"{base}/rest/api/3/user?accountId=712020:00000000-0000-4000-8000-000000'
            b'010000","accountId":"712020:00000000-0000-4000-8000-000000010000",'
            b'"accountType":"atlassian","emailAddress":"admin@example.com",'
            b'"avatarUrls":{"48x48":"{base}/secure/useravatar?ownerId=712020:00000000-0000-4000-8000-0'
            b'00000010000&size=large","24x24":"{base}/secure/useravatar?ownerId=712020:00000000-0000-4'
            b'000-8000-000000010000&size=small","16x16":"{base}/secure/useravatar?ownerId=712020:00000'
            b'000-0000-4000-8000-000000010000&size=xsmall",'
            b'"32x32":"{base}/secure/useravatar?ownerId=712020:00000000-0000-4000-8000-000000010000&si'
            b'ze=medium"},"displayName":"admin","active":true,"timeZone":"Etc/UTC"},'
            b'"created":"2026-01-01T00:00:08.000+0000","items":[{"field":"Link","fieldtype":"jira",'
            b'"from":null,"fromString":null,"to":"PROJ-1","toString":"This work item is blocked by '
            b'PROJ-1"}]}]},{"issueId":"10000","changeHistories":[{"id":"10001",'
            b'"author":{"self":"{base}/rest/api/3/user?accountId=712020:00000000-0000-4000-8000-000000'
            b'010000","accountId":"712020:00000000-0000-4000-8000-000000010000",'
            b'"accountType":"atlassian","emailAddress":"admin@example.com",'
            b'"avatarUrls":{"48x48":"{base}/secure/useravatar?ownerId=712020:00000000-0000-4000-8000-0'
            b'00000010000&size=large","24x24":"{base}/secure/useravatar?ownerId=712020:00000000-0000-4'
            b'000-8000-000000010000&size=small","16x16":"{base}/secure/useravatar?ownerId=712020:00000'
            b'000-0000-4000-8000-000000010000&size=xsmall",'
            b'"32x32":"{base}/secure/useravatar?ownerId=712020:00000000-0000-4000-8000-000000010000&si'
            b'ze=medium"},"displayName":"admin","active":true,"timeZone":"Etc/UTC"},'
            b'"created":"2026-01-01T00:00:06.000+0000","items":[{"field":"priority",'
            b'"fieldtype":"jira","fieldId":"priority","from":"3","fromString":"Medium","to":"2",'
            b'"toString":"High"},{"field":"labels","fieldtype":"jira","fieldId":"labels","from":"",'
            b'"fromString":"","to":"","toString":"a"}]},{"id":"10003",'
            b'"author":{"self":"{base}/rest/api/3/user?accountId=712020:00000000-0000-4000-8000-000000'
            b'010000","accountId":"712020:00000000-0000-4000-8000-000000010000",'
            b'"accountType":"atlassian","emailAddress":"admin@example.com",'
            b'"avatarUrls":{"48x48":"{base}/secure/useravatar?ownerId=712020:00000000-0000-4000-8000-0'
            b'00000010000&size=large","24x24":"{base}/secure/useravatar?ownerId=712020:00000000-0000-4'
            b'000-8000-000000010000&size=small","16x16":"{base}/secure/useravatar?ownerId=712020:00000'
            b'000-0000-4000-8000-000000010000&size=xsmall",'
            b'"32x32":"{base}/secure/useravatar?ownerId=712020:00000000-0000-4000-8000-000000010000&si'
            b'ze=medium"},"displayName":"admin","active":true,"timeZone":"Etc/UTC"},'
            b'"created":"2026-01-01T00:00:08.000+0000","items":[{"field":"Link","fieldtype":"jira",'
            b'"from":null,"fromString":null,"to":"PROJ-2","toString":"This work item blocks '
            b'PROJ-2"}]}]}]}'
        ),
    ),
    Case(
        "history: of several issues",
        "a page of the links, version 2",
        seed=_past,
        method="POST",
        path="/rest/api/2/changelog/bulkfetch",
        sent={"issueIdsOrKeys": ["PROJ-1", "PROJ-2"], "fieldIds": ["issuelinks"], "maxResults": 1},
        status=200,
        body=(
            b'{"issueChangeLogs":[{"issueId":"10000","changeHistories":[{"id":"10003",'
            b'"author":{"self":"{base}/rest/api/2/user?accountId=712020:00000000-0000-4000-8000-000000'
            b'010000","accountId":"712020:00000000-0000-4000-8000-000000010000",'
            b'"accountType":"atlassian","emailAddress":"admin@example.com",'
            b'"avatarUrls":{"48x48":"{base}/secure/useravatar?ownerId=712020:00000000-0000-4000-8000-0'
            b'00000010000&size=large","24x24":"{base}/secure/useravatar?ownerId=712020:00000000-0000-4'
            b'000-8000-000000010000&size=small","16x16":"{base}/secure/useravatar?ownerId=712020:00000'
            b'000-0000-4000-8000-000000010000&size=xsmall",'
            b'"32x32":"{base}/secure/useravatar?ownerId=712020:00000000-0000-4000-8000-000000010000&si'
            b'ze=medium"},"displayName":"admin","active":true,"timeZone":"Etc/UTC"},'
            b'"created":"2026-01-01T00:00:08.000+0000","items":[{"field":"Link","fieldtype":"jira",'
            b'"from":null,"fromString":null,"to":"PROJ-2","toString":"This work item blocks '
            b'PROJ-2"}]}]}],"nextPageToken":"1607670238-1"}'
        ),
    ),
    Case(
        "history: of several issues",
        "what follows of the links",
        seed=_past,
        method="POST",
        path="/rest/api/3/changelog/bulkfetch",
        sent={
            "issueIdsOrKeys": ["PROJ-2", "PROJ-1"],
            "fieldIds": ["issuelinks"],
            "maxResults": 1,
            "nextPageToken": "1607670238-1",
        },
        status=200,
        body=(
            b'{"issueChangeLogs":[{"issueId":"10001","changeHistories":[{"id":"10004",'
            b'"author":{"self":"{base}/rest/api/3/user?accountId=712020:00000000-0000-4000-8000-000000'
            b'010000","accountId":"712020:00000000-0000-4000-8000-000000010000",'
            b'"accountType":"atlassian","emailAddress":"admin@example.com",'
            b'"avatarUrls":{"48x48":"{base}/secure/useravatar?ownerId=712020:00000000-0000-4000-8000-0'
            b'00000010000&size=large","24x24":"{base}/secure/useravatar?ownerId=712020:00000000-0000-4'
            b'000-8000-000000010000&size=small","16x16":"{base}/secure/useravatar?ownerId=712020:00000'
            b'000-0000-4000-8000-000000010000&size=xsmall",'
            b'"32x32":"{base}/secure/useravatar?ownerId=712020:00000000-0000-4000-8000-000000010000&si'
            b'ze=medium"},"displayName":"admin","active":true,"timeZone":"Etc/UTC"},'
            b'"created":"2026-01-01T00:00:08.000+0000","items":[{"field":"Link","fieldtype":"jira",'
            b'"from":null,"fromString":null,"to":"PROJ-1","toString":"This work item is blocked by '
            b'PROJ-1"}]}]}]}'
        ),
    ),
    Case(
        "history: of several issues",
        "of one field",
        seed=_past,
        method="POST",
        path="/rest/api/3/changelog/bulkfetch",
        sent={"issueIdsOrKeys": ["PROJ-2"], "fieldIds": ["labels", "duedate"]},
        status=200,
        body=(
            b'{"issueChangeLogs":[{"issueId":"10001","changeHistories":[{"id":"10000",'
            b'"author":{"self":"{base}/rest/api/3/user?accountId=712020:00000000-0000-4000-8000-000000'
            b'010000","accountId":"712020:00000000-0000-4000-8000-000000010000",'
            b'"accountType":"atlassian","emailAddress":"admin@example.com",'
            b'"avatarUrls":{"48x48":"{base}/secure/useravatar?ownerId=712020:00000000-0000-4000-8000-0'
            b'00000010000&size=large","24x24":"{base}/secure/useravatar?ownerId=712020:00000000-0000-4'
            b'000-8000-000000010000&size=small","16x16":"{base}/secure/useravatar?ownerId=712020:00000'
            b'000-0000-4000-8000-000000010000&size=xsmall",'
            b'"32x32":"{base}/secure/useravatar?ownerId=712020:00000000-0000-4000-8000-000000010000&si'
            b'ze=medium"},"displayName":"admin","active":true,"timeZone":"Etc/UTC"},'
            b'"created":"2026-01-01T00:00:05.000+0000","items":[{"field":"labels","fieldtype":"jira",'
            b'"fieldId":"labels","from":"","fromString":"","to":"","toString":"a"}]}]}]}'
        ),
    ),
    Case(
        "history: of several issues",
        "nobody has a history",
        seed=_past,
        method="POST",
        path="/rest/api/3/changelog/bulkfetch",
        sent={"issueIdsOrKeys": ["NOPE-1"], "nextPageToken": ""},
        status=200,
        body=b'{"issueChangeLogs":[]}',
    ),
    Case(
        "history: of several issues",
        "no issue",
        seed=_past,
        method="POST",
        path="/rest/api/3/changelog/bulkfetch",
        sent={"issueIdsOrKeys": []},
        status=400,
        body=(b'{"errorMessages":["The number of issueIdsOrKeys must be between 1 and 1000."],"errors":{}}'),
    ),
    Case(
        "history: of several issues",
        "too many fields",
        seed=_past,
        method="POST",
        path="/rest/api/3/changelog/bulkfetch",
        sent={"issueIdsOrKeys": ["PROJ-1"], "fieldIds": ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k"]},
        status=400,
        body=b'{"errorMessages":["The number of fieldIds must be between 0 and 10."],"errors":{}}',
    ),
    Case(
        "history: of several issues",
        "too long a page",
        seed=_past,
        method="POST",
        path="/rest/api/3/changelog/bulkfetch",
        sent={"issueIdsOrKeys": ["PROJ-1"], "maxResults": 10001},
        status=400,
        body=b'{"errorMessages":["The number of maxResults must be between 1 and 10000."],"errors":{}}',
    ),
    Case(
        "history: of several issues",
        "a token that was not given",
        seed=_past,
        method="POST",
        path="/rest/api/3/changelog/bulkfetch",
        sent={"issueIdsOrKeys": ["PROJ-1"], "nextPageToken": "1-1"},
        status=400,
        body=b'{"errorMessages":["The provided next page token is invalid or expired."],"errors":{}}',
    ),
    Case(
        "history: of several issues",
        "a token that is none",
        seed=_past,
        method="POST",
        path="/rest/api/3/changelog/bulkfetch",
        sent={"issueIdsOrKeys": ["PROJ-2", "PROJ-1"], "fieldIds": ["issuelinks"], "nextPageToken": "1607670238-x"},
        status=400,
        body=b'{"errorMessages":["The provided next page token is invalid or expired."],"errors":{}}',
    ),
    Case(
        "history: of several issues",
        "no issues at all",
        seed=_past,
        method="POST",
        path="/rest/api/3/changelog/bulkfetch",
        sent={},
        status=400,
        body=(b'{"errorMessages":["Invalid request payload. Refer to the REST API documentation and try again."]}'),
    ),
    Case(
        "history: of several issues",
        "anonymous",
        seed=_past,
        caller=None,
        method="POST",
        path="/rest/api/3/changelog/bulkfetch",
        sent={"issueIdsOrKeys": ["PROJ-1"]},
        status=200,
        body=b'{"issueChangeLogs":[]}',
    ),
)
