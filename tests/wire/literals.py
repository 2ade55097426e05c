"""The JSON in which Jira shows the things of the site that every case finds, as bytes: version 3 unless it says so."""

from __future__ import annotations


def link_type(type_id: bytes, name: bytes, inward: bytes, outward: bytes) -> bytes:
    """Return a type of links."""
    return (b'{"id":"%b","name":"%b","inward":"%b","outward":"%b","self":"{base}/rest/api/3/issueLinkType/%b"}') % (
        type_id,
        name,
        inward,
        outward,
        type_id,
    )


def _status_category(number: int, key: bytes, color: bytes, name: bytes) -> bytes:
    return (b'{"self":"{base}/rest/api/3/statuscategory/%d","id":%d,"key":"%b","colorName":"%b","name":"%b"}') % (
        number,
        number,
        key,
        color,
        name,
    )


def _status(status_id: bytes, name: bytes, category: bytes) -> bytes:
    return (
        b'{"self":"{base}/rest/api/3/status/%b","description":"",'
        b'"iconUrl":"{base}/images/icons/statuses/generic.png","name":"%b","id":"%b","statusCategory":%b}'
    ) % (status_id, name, status_id, category)


def _priority(priority_id: bytes, name: bytes) -> bytes:
    return (
        b'{"self":"{base}/rest/api/3/priority/%b","iconUrl":"{base}/images/icons/priorities/%b.svg",'
        b'"name":"%b","id":"%b"}'
    ) % (priority_id, name.lower(), name, priority_id)


def _issue_type(type_id: bytes, name: bytes, *, avatar: int, level: int, subtask: bytes = b"false") -> bytes:
    return (
        b'{"self":"{base}/rest/api/3/issuetype/%b","id":"%b","description":"",'
        b'"iconUrl":"{base}/rest/api/2/universal_avatar/view/type/issuetype/avatar/%d?size=medium",'
        b'"name":"%b","subtask":%b,"avatarId":%d,"hierarchyLevel":%d}'
    ) % (type_id, type_id, avatar, name, subtask, avatar, level)


def user(account_id: bytes, name: bytes) -> bytes:
    """Return a user."""
    return (
        b'{"self":"{base}/rest/api/3/user?accountId=%b","accountId":"%b","accountType":"atlassian",'
        b'"emailAddress":"%b@example.com","avatarUrls":%b,"displayName":"%b","active":true,"timeZone":"Etc/UTC"}'
    ) % (account_id, account_id, name, _avatars(b"{base}/secure/useravatar?ownerId=%b" % account_id), name)


def _avatars(address: bytes) -> bytes:
    sizes = {b"48x48": b"large", b"24x24": b"small", b"16x16": b"xsmall", b"32x32": b"medium"}
    return b"{%b}" % b",".join(b'"%b":"%b&size=%b"' % (pixels, address, size) for pixels, size in sizes.items())


def group(group_id: bytes, name: bytes) -> bytes:
    """Return the name of a group."""
    return b'{"name":"%b","groupId":"%b","self":"{base}/rest/api/3/group?groupId=%b"}' % (name, group_id, group_id)


def project_in_list(project_id: bytes, key: bytes, *, name: bytes = b"") -> bytes:
    """Return a project as lists have it."""
    return (
        b'{"expand":"description,lead,issueTypes,url,projectKeys,permissions,insight",'
        b'"self":"{base}/rest/api/3/project/%b","id":"%b","key":"%b","name":"%b",'
        b'"avatarUrls":%b,'
        b'"projectTypeKey":"software","simplified":false,"style":"classic","isPrivate":false,"properties":{}}'
    ) % (
        project_id,
        project_id,
        key,
        name or key,
        _avatars(b"{base}/secure/projectavatar?pid=%b" % project_id),
    )


def project_in_full(in_list: bytes, *, project_id: bytes, lead: bytes, roles: bytes, about: bytes = b"") -> bytes:
    """Return a project as its own address has it; `roles` are those of every project, after its address."""
    return (
        b'%b,"description":"%b","lead":%b,"components":[],"issueTypes":[%b],"assigneeType":"UNASSIGNED",'
        b'"versions":[],"roles":%b}'
    ) % (
        in_list.removesuffix(b"}"),
        about,
        lead,
        b",".join((EPIC, STORY, TASK, SUBTASK, BUG)),
        roles.replace(b"{project}", b"{base}/rest/api/3/project/" + project_id),
    )


def link_in_issue(link_id: bytes, of_type: bytes, side: bytes, other: bytes) -> bytes:
    """Return a link as it stands in one of its issues, with the other one under this side."""
    return (b'{"id":"%b","self":"{base}/rest/api/3/issueLink/%b","type":%b,"%b":%b}') % (
        link_id,
        link_id,
        of_type,
        side,
        other,
    )


def in_version_2(body: bytes) -> bytes:
    """Return JSON of version 3 with the addresses of version 2."""
    return body.replace(b"/rest/api/3/", b"/rest/api/2/")


def in_latest(body: bytes) -> bytes:
    """Return JSON of version 3 with the addresses of the version that is called latest."""
    return body.replace(b"/rest/api/3/", b"/rest/api/latest/")


NOT_BY_ACCOUNT = (
    b"""{"errorMessages":["'accountId' must be the only user identifying query parameter in GDPR strict mode."],"""
    b'"errors":{}}'
)

BLOCKS = link_type(b"10000", b"Blocks", b"is blocked by", b"blocks")
CLONERS = link_type(b"10001", b"Cloners", b"is cloned by", b"clones")
DUPLICATE = link_type(b"10002", b"Duplicate", b"is duplicated by", b"duplicates")
RELATES = link_type(b"10003", b"Relates", b"relates to", b"relates to")

UNDEFINED = _status_category(1, b"undefined", b"medium-gray", b"No Category")
NEW = _status_category(2, b"new", b"blue-gray", b"To Do")
INDETERMINATE = _status_category(4, b"indeterminate", b"yellow", b"In Progress")
COMPLETED = _status_category(3, b"done", b"green", b"Done")

TO_DO = _status(b"10000", b"To Do", NEW)
IN_PROGRESS = _status(b"10001", b"In Progress", INDETERMINATE)
DONE = _status(b"10002", b"Done", COMPLETED)

HIGHEST = _priority(b"1", b"Highest")
HIGH = _priority(b"2", b"High")
MEDIUM = _priority(b"3", b"Medium")
LOW = _priority(b"4", b"Low")
LOWEST = _priority(b"5", b"Lowest")

EPIC = _issue_type(b"10000", b"Epic", avatar=10307, level=1)
STORY = _issue_type(b"10001", b"Story", avatar=10315, level=0)
TASK = _issue_type(b"10002", b"Task", avatar=10318, level=0)
SUBTASK = _issue_type(b"10003", b"Sub-task", avatar=10316, level=-1, subtask=b"true")
BUG = _issue_type(b"10004", b"Bug", avatar=10303, level=0)

PROJ = (
    b'{"self":"{base}/rest/api/3/project/10000","id":"10000","key":"PROJ","name":"PROJ",'
    b'"projectTypeKey":"software","simplified":false,"avatarUrls":%b}'
) % _avatars(b"{base}/secure/projectavatar?pid=10000")
LEVEL = b'{"self":"{base}/rest/api/3/securitylevel/10000","id":"10000","description":"","name":"Internal"}'
PROJ_1 = (
    b'{"id":"10000","key":"PROJ-1","self":"{base}/rest/api/3/issue/10000",'
    b'"fields":{"summary":"Crash on save","status":%b,"priority":%b,"issuetype":%b}}'
) % (TO_DO, MEDIUM, TASK)
PROJ_2 = (  # it has no priority
    b'{"id":"10001","key":"PROJ-2","self":"{base}/rest/api/3/issue/10001",'
    b'"fields":{"summary":"\xc3\x9cberlauf","status":%b,"issuetype":%b}}'
) % (IN_PROGRESS, BUG)
OTHER_1 = (
    b'{"id":"10002","key":"OTHER-1","self":"{base}/rest/api/3/issue/10002",'
    b'"fields":{"summary":"Summary of OTHER-1","status":%b,"priority":%b,"issuetype":%b}}'
) % (DONE, HIGHEST, EPIC)

ADMIN = user(b"712020:00000000-0000-4000-8000-000000010000", b"admin")
ALICE = user(b"712020:00000000-0000-4000-8000-000000010001", b"alice")
OTHER_IN_LIST = project_in_list(b"10001", b"OTHER")
PROJ_IN_LIST = project_in_list(b"10000", b"PROJ")
STAFF = group(b"00000000-0000-4000-9000-000000010000", b"staff")
BOARD = group(b"00000000-0000-4000-9000-000000010001", b"board")
ROLES = b'{"Developers":"{project}/role/10000","Administrators":"{project}/role/10001"}'

NOT_SETTABLE = b"""{"errorMessages":[],"errors":{"%b":"Field '%b' cannot be set. \
It is not on the appropriate screen, or unknown."}}"""

# Refusals that several modules expect.
UNSEEN = b'{"errorMessages":["Issue does not exist or you do not have permission to see it."],"errors":{}}'
TWO_UNSEEN = (
    b'{"errorMessages":["Issue does not exist or you do not have permission to see it.",'
    b'"Issue does not exist or you do not have permission to see it."],"errors":{}}'
)
INVALID_PAYLOAD = b'{"errorMessages":["Invalid request payload. Refer to the REST API documentation and try again."]}'
NOT_JSON = b'{"errorMessages":["There was an error parsing JSON. Check that your request body is valid."]}'
NO_CONTENT = b'{"errorMessages":["No content to map to Object due to end of input"]}'
LINKING_DISABLED = b'{"errorMessages":["Issue linking is currently disabled."],"errors":{}}'
NO_LINK_10000 = b"""{"errorMessages":["No issue link with id '10000' exists."],"errors":{}}"""
NO_LINK_PERMISSION = b"""{"errorMessages":["No Link Issue Permission for issue 'PROJ-1'"],"errors":{}}"""
NAME_TAKEN = b'{"errorMessages":["You cannot create two issue link types with the same name."],"errors":{}}'
NOT_ADMINISTRATOR = (
    b'{"errorMessages":["You must have global administrator rights to change issue link types."],"errors":{}}'
)
NO_HAUNTS = b"""{"errorMessages":["No issue link type with name 'Haunts' found."],"errors":{}}"""
ADMINISTRATORS_ONLY = (
    b'{"errorMessages":["You are not authorized to perform this action. Administrator privileges are required."],'
    b'"errors":{}}'
)
UNAUTHENTICATED = b"Client must be authenticated to access this resource."
CHALLENGE = 'OAuth realm="{realm}"'
