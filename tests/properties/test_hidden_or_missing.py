"""What a caller may not see answers, to the byte, as if it were not there."""

from hypothesis import given
from hypothesis import strategies as st

from jira_linkfake import ANYONE, FakeJira
from tests.wire.facts import snapshot

# The hidden issue, its id and that of its links, on a site that has them.
KEY, ID, LINK_IDS = "HID-1", 10002, (10001, 10002)
NAMES = st.sampled_from([{"key": KEY}, {"key": "hid-1"}, {"id": str(ID)}, {"id": ID, "key": "APP-1"}])
OTHERS = st.sampled_from([{"key": "APP-1"}, {"key": "app-2"}, {"key": "NOPE-1"}, {"id": "7"}, {}])
COMMENTS = st.sampled_from([{"body": "Said"}, {"body": ""}, {"body": "Said", "visibility": {"type": "group"}}])
TYPES = st.sampled_from([{"name": "Blocks"}, {"id": "10003"}, {"name": "Haunts"}, {}])


@st.composite
def _posts(draw):
    """Return a request to link the hidden issue, from either end or to itself."""
    ends = draw(st.permutations([draw(NAMES), draw(NAMES | OTHERS)]))
    body = {"type": draw(TYPES), "inwardIssue": ends[0], "outwardIssue": ends[1]}
    if draw(st.booleans()):
        body["comment"] = draw(COMMENTS)
    return "POST", "issueLink", body


# What else names the hidden issue or one of its links, or shows an issue that is linked with it.
REQUESTS = [
    *(("GET", f"issue/{name}{rest}") for name in (KEY, "hid-1", ID) for rest in ("", "?expand=changelog", "/comment")),
    ("GET", f"issue/{KEY}/comment/10000"),
    *(("GET", f"mypermissions?permissions=LINK_ISSUES&{name}") for name in (f"issueKey={KEY}", f"issueId={ID}", "")),
    *(("GET", f"project{rest}") for rest in ("", "/search", "/search?orderBy=-issueCount")),
    *(("GET", f"project/{name}{rest}") for name in ("HID", "10001") for rest in ("", "/role", "/securitylevel")),
    *((method, f"issueLink/{link_id}") for method in ("GET", "DELETE") for link_id in LINK_IDS),
    ("GET", "issueLink/10000"),
    ("GET", "issue/APP-1?fields=issuelinks"),
    ("GET", "issue/APP-2?fields=issuelinks,comment"),
]
CREDENTIALS = [None, ("alice@example.com", "right"), ("alice@example.com", "wrong"), ("x", "y")]
HOLDERS = st.sampled_from(["everyone signed in", "anyone", "nobody"])


def _permit(jira, permission, holders, project):
    if holders == "anyone":
        jira.allow_only(permission, ANYONE, project=project)
    elif holders == "nobody":
        jira.deny(permission, project=project)


@st.composite
def _worlds(draw):
    """Return a function that makes a site with the hidden issue, or without it."""
    by_level = draw(st.booleans())
    options = {
        "answers": draw(st.sampled_from(["documented", "observed"])),
        "credentials": draw(st.sampled_from(["any", "issued"])),
        "linking_enabled": draw(st.sampled_from([True, True, True, False])),
    }
    permissions = [
        (permission, draw(HOLDERS), project)
        for permission in ("BROWSE_PROJECTS", "LINK_ISSUES", "ADD_COMMENTS")
        for project in ("APP", "HID")
    ]
    if not by_level:
        permissions.append(("BROWSE_PROJECTS", "nobody", "HID"))

    def make(*, with_hidden):
        jira = FakeJira(**options)
        jira.add_issues("APP-1", "APP-2")
        jira.add_user("alice", token="right")
        jira.add_link("APP-1", "blocks", "APP-2")
        jira.add_project("HID")
        level = jira.add_security_level("Nobody", project="HID")
        if with_hidden:
            jira.add_issue(KEY, security_level=level if by_level else None)
            links = [jira.add_link("APP-1", "blocks", KEY), jira.add_link(KEY, "clones", "APP-2")]
            assert tuple(link.id for link in links) == tuple(map(str, LINK_IDS))
            assert jira.site.issues.with_key(KEY).id == str(ID)
        for permission in permissions:
            _permit(jira, *permission)
        return jira

    return make


@given(world=_worlds(), posts=st.lists(_posts(), max_size=3), version=st.sampled_from([2, 3]))
def test_hidden_is_never_told_from_missing(world, posts, version):
    """Status, headers and bytes are those of a site without the issue, for whoever names it or its links."""
    hidden, missing = world(with_hidden=True), world(with_hidden=False)
    before = snapshot(hidden.site)
    for auth in CREDENTIALS:
        for method, path, body in [*posts, *((method, path, None) for method, path in REQUESTS)]:
            replies = [
                jira.client().open(f"/rest/api/{version}/{path}", method=method, json=body, auth=auth)
                for jira in (hidden, missing)
            ]
            seen, unseen = [(reply.status, list(reply.headers), reply.data) for reply in replies]
            assert seen == unseen
    assert snapshot(hidden.site) == before


@given(world=_worlds())
def test_hidden_issue_is_there(world):
    """The issue that these properties hide is on the site and in its report, and no caller is shown it."""
    jira = world(with_hidden=True)
    for auth in CREDENTIALS:
        assert jira.client().get(f"/rest/api/2/issue/{KEY}", auth=auth).status_code in (401, 404)
    assert f"APP-1 blocks {KEY}" in jira.sentences()
