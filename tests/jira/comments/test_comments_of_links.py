"""The comment of a link: where it lands, to whom it may be restricted, and who reads it."""

import pytest

from jira_linkfake.jira.comments.model import Visibility
from jira_linkfake.jira.comments.refusals import (
    CommentEmpty,
    CommentInvalid,
    CommentUnseen,
    NoCommentPermission,
    NotInGroup,
    NotInRoleForLink,
    VisibilityGroupUnknown,
    VisibilityIncomplete,
    VisibilityRoleUnknown,
)
from jira_linkfake.jira.comments.rules import CommentRequest, VisibilityRequest, read_comment, visible_comments
from jira_linkfake.jira.people.model import ANYONE, DEFAULT_USER


@pytest.fixture
def alice(seeded):
    """A user in the group devs, and in the role Testers of APP."""
    alice = seeded.add_user("alice")
    seeded.add_group("devs", [alice])
    seeded.add_role("Testers", project="APP", members=[alice])
    return alice


def _said(*, body="Said", **visibility):
    return CommentRequest(body=body, visibility=VisibilityRequest(**visibility) if visibility else None)


def test_comment_lands_on_the_source(site, link):
    """A link's comment is added to its source, the `inwardIssue`, as Jira's functional tests assert of both sides."""
    link(comment=_said())
    [comment] = site.comments.of(site.issues.with_key("APP-1"))
    assert site.comments.of(site.issues.with_key("LIB-1")) == []
    assert (comment.id, comment.author, comment.body, comment.visibility) == ("10000", DEFAULT_USER, "Said", None)


def test_comment_moves_updated_of_the_source_alone(site, link):
    """A comment is made after its link, and moves `updated` of the issue that it is on."""
    link(comment=_said())
    [comment] = site.comments.of(site.issues.with_key("APP-1"))
    assert site.issues.with_key("APP-1").updated == comment.created == comment.updated == site.clock.now
    assert site.issues.with_key("LIB-1").updated < comment.created


def test_document_is_kept_beside_its_text(site, link):
    """A comment that was sent as an Atlassian document keeps it."""
    document = {"type": "doc", "version": 1, "content": []}
    link(comment=CommentRequest(body="Said", document=document))
    [comment] = site.comments.of(site.issues.with_key("APP-1"))
    assert (comment.body, comment.document) == ("Said", document)


def test_comments_are_told_oldest_first(site, link):
    """The comments of an issue come in the order in which they were added, each with an id of its own."""
    link(comment=_said(body="First"))
    link("APP-2", comment=_said(body="Elsewhere"))
    link(comment=_said(body="Second"))
    issue = site.issues.with_key("APP-1")
    comments = visible_comments(site, DEFAULT_USER, issue)
    assert [(comment.id, comment.body) for comment in comments] == [("10000", "First"), ("10002", "Second")]


@pytest.mark.parametrize("body", ["", " ", "\n\t"])
def test_empty_comment_is_refused(link, refuses, body):
    """A comment that says nothing is refused, and no link is made for it."""
    with refuses(CommentEmpty):
        link(comment=_said(body=body))


def test_comment_that_is_no_text_is_refused(link, refuses):
    """A comment whose body Jira cannot read is refused, and no link is made for it."""
    with refuses(CommentInvalid):
        link(comment=_said(body=None))


def test_permission_to_comment_counts_on_the_source(seeded, site, link, refuses):
    """Who may not comment on the source makes no link that has a comment; the destination does not count."""
    seeded.deny("ADD_COMMENTS", project="APP")
    with refuses(NoCommentPermission) as caught:
        link(comment=_said())
    assert caught.value.refusals[0].issue == site.issues.with_key("APP-1")
    link("LIB-1", "Blocks", "APP-1", comment=_said())
    assert len(site.comments.of(site.issues.with_key("LIB-1"))) == 1


def test_permission_and_body_are_refused_at_once(seeded, link, refuses):
    """A caller who may not comment and sends no document gets both refusals, as a public Cloud site was recorded."""
    seeded.deny("ADD_COMMENTS")
    with refuses(NoCommentPermission, CommentInvalid):
        link(comment=_said(body=None))


def test_anonymous_callers_comment_has_no_author(seeded, site, link):
    """A comment of the anonymous caller is stored without an author."""
    for permission in ("BROWSE_PROJECTS", "LINK_ISSUES", "ADD_COMMENTS"):
        seeded.allow_only(permission, ANYONE)
    link(caller=None, comment=_said())
    assert site.comments.of(site.issues.with_key("APP-1"))[0].author is None


@pytest.mark.parametrize(
    ("restricted_to", "kept"),
    [
        ({"type": "group", "value": "devs"}, ("group", "devs")),
        ({"type": "group", "identifier": "{group}"}, ("group", "devs")),
        ({"type": "group", "value": "other", "identifier": "{group}"}, ("group", "devs")),
        ({"type": "group", "value": "devs", "identifier": ""}, ("group", "devs")),
        ({"type": "role", "value": "Testers"}, ("role", "Testers")),
        ({"type": "role", "identifier": "Testers"}, ("role", "Testers")),
        ({"type": "role", "value": "other", "identifier": "Testers"}, ("role", "Testers")),
        ({"type": "role", "value": "Testers", "identifier": ""}, ("role", "Testers")),
    ],
)
def test_comment_is_restricted_by_name_or_identifier(site, link, alice, restricted_to, kept):
    """A comment goes to a group or role by name or identifier, a group's id and a role's name, which goes first."""
    ids = {"group": site.people.groups["devs"].id, "role": "Testers"}
    visibility = {name: text.format(**ids) for name, text in restricted_to.items()}
    link(caller=alice, comment=_said(**visibility))
    kind, value = kept
    expected = Visibility(type=kind, value=value, identifier=ids[kind])
    assert [comment.visibility for comment in site.comments.of(site.issues.with_key("APP-1"))] == [expected]


@pytest.mark.parametrize(
    ("visibility", "refusal"),
    [
        ({"type": "group", "value": "nobody"}, VisibilityGroupUnknown),
        ({"type": "group", "value": "Devs"}, VisibilityGroupUnknown),
        ({"type": "group", "identifier": "10000"}, VisibilityGroupUnknown),
        ({"type": "group", "value": "devs", "identifier": "10000"}, VisibilityGroupUnknown),
        ({"type": "group", "value": "devs"}, NotInGroup),
        ({"type": "role", "value": "Nobody"}, VisibilityRoleUnknown),
        ({"type": "role", "value": "Testers", "identifier": "10000"}, VisibilityRoleUnknown),
        ({"type": "role", "value": "Elsewhere"}, NotInRoleForLink),
        ({"type": "role", "value": "Testers"}, NotInRoleForLink),
        ({"type": "role"}, VisibilityIncomplete),
        ({"type": "group", "value": "", "identifier": ""}, VisibilityIncomplete),
        ({"value": "devs"}, VisibilityIncomplete),
    ],
    ids=[
        "unknown group",
        "another case",
        "unknown id of a group",
        "unknown id beside a known name",
        "not in the group",
        "unknown role",
        "id of a role",
        "role of another project",
        "not in the role",
        "no name and no id",
        "empty name and id",
        "no type",
    ],
)
def test_restriction_that_is_not_allowed(seeded, link, refuses, alice, visibility, refusal):
    """A comment for a group or role that is not there, or that the caller is not in, makes neither link nor comment."""
    seeded.add_role("Elsewhere", project="LIB", members=[DEFAULT_USER])
    with refuses(refusal):
        link(comment=_said(**visibility))


def test_role_is_the_one_of_the_sources_project(seeded, site, link, refuses):
    """A role counts in the project that the comment lands in, not in that of the link's other end."""
    seeded.add_role("Testers", project="LIB", members=[DEFAULT_USER])
    seeded.add_role("Testers", project="APP")
    with refuses(NotInRoleForLink) as caught:
        link(comment=_said(type="role", value="Testers"))
    [refusal] = caught.value.refusals
    assert (refusal.issue, refusal.linked_to) == (site.issues.with_key("APP-1"), site.issues.with_key("LIB-1"))
    link("LIB-1", "Blocks", "APP-1", comment=_said(type="role", value="Testers"))
    assert len(site.comments.of(site.issues.with_key("LIB-1"))) == 1


@pytest.mark.parametrize("visibility", [{"type": "group", "value": "devs"}, {"type": "role", "value": "Testers"}])
def test_restricted_comment_is_read_by_members_only(site, link, refuses, alice, visibility):
    """A restricted comment is there for the members of its group or role, and for others as if it were not."""
    link(caller=alice, comment=_said(**visibility))
    issue = site.issues.with_key("APP-1")
    [comment] = visible_comments(site, alice, issue)
    assert read_comment(site, alice, issue, "10000") == comment
    assert (comment.visibility.type, comment.visibility.value) == (visibility["type"], visibility["value"])
    for caller in (DEFAULT_USER, None):
        assert visible_comments(site, caller, issue) == []
        with refuses(CommentUnseen) as caught:
            read_comment(site, caller, issue, "10000")
        why = f"it is for the {visibility['type']} {visibility['value']}"
        assert caught.value.refusals == (CommentUnseen(value="10000", caller=caller, hidden_by=why),)
        assert str(caught.value).endswith(f"sees no comment '10000' on the issue: it is there, but hidden ({why})")


@pytest.mark.parametrize(("key", "comment_id"), [("APP-1", "10001"), ("APP-1", "x"), ("APP-2", "10000")])
def test_comment_that_the_issue_does_not_have(site, link, refuses, key, comment_id):
    """An unknown id is refused, that of another issue's comment too."""
    link(comment=_said())
    with refuses(CommentUnseen) as caught:
        read_comment(site, DEFAULT_USER, site.issues.with_key(key), comment_id)
    assert str(caught.value) == f"admin sees no comment '{comment_id}' on the issue: there is none"


def test_seeded_comment_for_a_role(seeded):
    """A comment that a test restricts to a role has the role's name for its identifier, as on Jira."""
    comment = seeded.add_comment("APP-1", "Said", visible_to=seeded.add_role("Readers", project="APP"))
    assert comment.visibility == Visibility(type="role", value="Readers", identifier="Readers")
