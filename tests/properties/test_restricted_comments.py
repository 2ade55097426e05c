"""A comment that is restricted to a group or a role reaches nobody else, whatever they ask.

As with hidden issues, what real Jira gives away is left out by name: `updated` is not compared, no request here reaches
the limit of comments or asks for the id of a later one. Nothing is hidden from webhooks, as their page says.
"""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import given, settings
from hypothesis import strategies as st

from jira_linkfake import ANYONE, FakeJira
from jira_linkfake.rest.operations import all_operations
from tests.properties.operations import DOCUMENT, reads, writes
from tests.properties.telling import require_alike, set_to_noon
from tests.wire.facts import snapshot

ONE = "issue/APP-1/comment/10001"  # where the restricted one is
OF_A_COMMENT = [
    ("GET", f"{ONE}?expand=renderedBody,properties", None),
    ("PUT", ONE, {"body": DOCUMENT}),
    ("PUT", ONE, {"visibility": None}),
    ("DELETE", ONE, None),
    ("GET", "search/jql?jql=comment ~ secret", None),
    ("GET", "search/jql?fields=comment&expand=renderedFields&jql=key = APP-1", None),
    ("GET", "issue/APP-1?fields=comment&expand=renderedFields", None),
]
SERVED = {one.id for one in all_operations() if one.served}
SEEN = {"setCommentProperty", "deleteCommentProperty"}
"""What others do with comment 10000, which everybody reads here."""
REQUESTS = [
    *OF_A_COMMENT,
    *(
        (method, "comment/10001/properties/secret", body)
        for method, body in (("PUT", 1), ("GET", None), ("DELETE", None))
    ),
    *(request for name, requests in {**reads(), **writes()}.items() if name in SERVED - SEEN for request in requests),
]
LINK = {"type": {"name": "Relates"}, "inwardIssue": {"key": "APP-1"}, "outwardIssue": {"key": "APP-2"}}
ALICE = ("alice@example.com", "right")


@dataclass(frozen=True, kw_only=True)
class World:
    """A site on which a comment is restricted to a group or a role that the caller is not in."""

    answers: str
    by: str
    door: str
    public: bool
    is_author_alike: bool
    administers: bool

    def made(self, *, with_comment):
        """Return the site with or without the comment, which is made last."""
        jira = FakeJira(answers=self.answers, credentials="issued")
        jira.add_issues("APP-1", "APP-2", "APP-3")
        jira.add_project("LIB")
        alice = jira.add_user("alice", token="right", groups=[jira.add_group("devs")])
        jira.add_group("board", [jira.default_user])
        jira.add_role("Testers", project="APP", members=[jira.default_user])
        jira.add_role("Testers", project="LIB", members=[alice])
        if self.administers:
            jira.allow_only("ADMINISTER", jira.default_user, alice)
        if self.public:
            jira.allow_only("BROWSE_PROJECTS", ANYONE)
        jira.add_comment("APP-1", "Said", author=alice if self.is_author_alike else "admin")
        self._comment(jira, with_comment=with_comment)
        jira.site.options.comment_limit = 2
        set_to_noon(jira)
        return jira

    def _comment(self, jira, *, with_comment):
        """Let the admin comment through a door; without the comment as much is asked, since replies count requests."""
        visibility = {"type": self.by, "value": "board" if self.by == "group" else "Testers"}
        comment = {"body": "secret", "visibility": visibility}
        if self.door == "link":
            _send(jira, "POST", "issueLink", {**LINK, "comment": comment} if with_comment else LINK)
            return
        requests = {
            "comment": [("POST", "issue/APP-1/comment", comment)],
            "edit": [("PUT", "issue/APP-1", {"update": {"comment": [{"add": comment}]}})],
            "restricted later": [
                ("POST", "issue/APP-1/comment", {"body": "secret"}),
                ("PUT", ONE, {"visibility": visibility}),
            ],
        }
        for request in requests[self.door]:
            _send(jira, *(request if with_comment else ("GET", "myself", None)))


def _send(jira, method, path, body):
    reply = jira.client().open(f"/rest/api/2/{path}", method=method, json=body, auth=jira.auth)
    assert reply.status_code in (200, 201, 204)


WORLDS = st.builds(
    World,
    answers=st.sampled_from(["documented", "observed"]),
    by=st.sampled_from(["group", "role"]),
    door=st.sampled_from(["comment", "link", "edit", "restricted later"]),
    public=st.booleans(),
    is_author_alike=st.booleans(),
    administers=st.booleans(),
)


def test_restricted_comment_reaches_nobody_else():
    """Status, headers and bytes of every operation are those of a site without the comment."""

    @settings(max_examples=settings().max_examples // 8)
    @given(world=WORLDS, version=st.sampled_from([2, 3]), auth=st.sampled_from([ALICE, ALICE, None]))
    def is_told_alike(world, version, auth):
        restricted, missing = world.made(with_comment=True), world.made(with_comment=False)
        before = snapshot(restricted.site)
        require_alike(restricted, missing, REQUESTS, version, auth)
        assert snapshot(restricted.site) == before

    is_told_alike()


@given(world=WORLDS)
@settings(max_examples=settings().max_examples // 10)
def test_restricted_comment_is_read_by_whom_it_is_for(world):
    """The comment that these properties hide is there, and shown to who is in the group or role."""
    jira = world.made(with_comment=True)
    assert [comment.id for comment in jira.comments_of("APP-1")] == ["10000", "10001"]
    reply = jira.client().get(f"/rest/api/2/{ONE}", auth=jira.auth)
    assert (reply.status_code, reply.json["body"]) == (200, "secret")
