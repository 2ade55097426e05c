"""Comments without a link: added, changed and removed, by whom, and what is told of it."""

import pytest

from jira_linkfake.jira.comments.refusals import (
    AnonymousCommentDeletion,
    CommentEmpty,
    CommentIdsMiscounted,
    CommentInvalid,
    CommentLimitReached,
    CommentUnseen,
    NoCommentDeletePermission,
    NoCommentEditPermission,
    NotInGroup,
    NotInRole,
)
from jira_linkfake.jira.comments.rules import (
    CommentRequest,
    VisibilityRequest,
    change_comment,
    comments_by_id,
    create_comment,
    read_comment,
    remove_comment,
)
from jira_linkfake.jira.history.model import CommentAdded, CommentRemoved, CommentUpdated
from jira_linkfake.jira.issues.finding import IssueReference
from jira_linkfake.jira.issues.refusals import IssueArchived, IssueHidden, IssueUnknown
from jira_linkfake.jira.people.model import ANYONE, DEFAULT_USER

APP_1 = IssueReference(key="APP-1")
PERMISSIONS = ("EDIT_OWN_COMMENTS", "EDIT_ALL_COMMENTS", "DELETE_OWN_COMMENTS", "DELETE_ALL_COMMENTS")


@pytest.fixture
def alice(seeded):
    """A user in the group devs."""
    alice = seeded.add_user("alice")
    seeded.add_group("devs", [alice])
    return alice


@pytest.fixture
def comment(seeded, alice):
    """A comment that alice wrote on APP-1."""
    return seeded.add_comment("APP-1", "Said", author=alice)


def test_comment_is_added(site, alice):
    """A comment is its caller's, moves the issue's `updated` and is told of."""
    added = create_comment(site, alice, APP_1, CommentRequest(body="Said", properties={"k": 1}))
    assert (added.author, added.update_author, added.body) == (alice, alice, "Said")
    assert site.properties.of(added) == {"k": 1}
    issue = site.issues.with_key("APP-1")
    assert issue.updated == added.created == added.updated == site.clock.now
    assert site.comments.of(issue) == [added]
    [event] = site.events
    assert isinstance(event, CommentAdded)
    assert (event.comment, event.caller) == (added, alice)


def test_comment_is_changed(site, alice, comment):
    """Who changes a comment and when is kept beside who wrote it and when; the issue moves and it is told of."""
    changed = change_comment(site, DEFAULT_USER, APP_1, str(comment.id), CommentRequest(body="Unsaid"))
    assert (changed.author, changed.update_author, changed.body) == (alice, DEFAULT_USER, "Unsaid")
    assert (
        comment.created == changed.created < changed.updated == site.clock.now == site.issues.with_key("APP-1").updated
    )
    assert site.comments.of(site.issues.with_key("APP-1")) == [changed]
    [event] = site.events
    assert isinstance(event, CommentUpdated)
    assert (event.comment, event.caller) == (changed, DEFAULT_USER)


def test_what_a_change_does_not_give_stays(seeded, site, alice):
    """A change takes over what it gives, a null restriction too; properties are added to those that are there."""
    before = seeded.add_comment("APP-1", "Said", author=alice, visible_to=site.people.groups["devs"])
    nothing = CommentRequest(body="", properties={"k": 1}, given=frozenset({"properties"}))
    kept = change_comment(site, alice, APP_1, str(before.id), nothing)
    assert (kept.body, kept.visibility, dict(site.properties.of(kept))) == ("Said", before.visibility, {"k": 1})
    lifted = CommentRequest(body="", properties={"l": 2}, given=frozenset({"visibility"}))
    public = change_comment(site, alice, APP_1, str(before.id), lifted)
    assert (public.body, public.visibility, site.properties.of(public)) == ("Said", None, {"k": 1, "l": 2})


def test_document_of_a_change(site, alice, comment):
    """A comment keeps the document that it is changed to, and none with a change to a text."""
    document = {"type": "doc", "version": 1, "content": []}
    for given in (document, None):
        request = CommentRequest(body="Unsaid", document=given)
        assert change_comment(site, alice, APP_1, str(comment.id), request).document == given


def test_comment_is_removed(site, alice, comment):
    """A comment that is removed is gone from its issue, which moves, and is told of."""
    remove_comment(site, alice, APP_1, str(comment.id))
    issue = site.issues.with_key("APP-1")
    assert (site.comments.of(issue), site.comments, site.comments.count_of(issue)) == ([], {}, 0)
    assert comment.updated < issue.updated == site.clock.now
    [event] = site.events
    assert isinstance(event, CommentRemoved)
    assert (event.comment, event.caller) == (comment, alice)


@pytest.mark.parametrize(
    ("held", "by_its_author", "by_another"),
    [
        ((), False, False),
        (("OWN",), True, False),
        (("ALL",), True, True),
        (("OWN", "ALL"), True, True),
    ],
)
def test_own_comments_and_those_of_others(seeded, site, refuses, alice, comment, held, by_its_author, by_another):
    """One permission lets change and remove one's own comments, another anybody's."""
    for permission in PERMISSIONS:
        if permission.split("_")[1] not in held:
            seeded.deny(permission, project="APP")
    for caller, may in ((DEFAULT_USER, by_another), (alice, by_its_author)):
        for change, kind in (
            (lambda caller=caller: change_comment(site, caller, APP_1, "10000", CommentRequest(body="Unsaid")), "Edit"),
            (lambda caller=caller: remove_comment(site, caller, APP_1, "10000"), "Delete"),
        ):
            if may:
                change()
                site.comments.put(comment)
            else:
                with refuses({"Edit": NoCommentEditPermission, "Delete": NoCommentDeletePermission}[kind]):
                    change()


def test_comment_of_nobody_is_nobodys_own(seeded, site, refuses):
    """The anonymous caller's comment is not the next anonymous caller's; deleting needs an account in any case."""
    for permission in ("BROWSE_PROJECTS", "ADD_COMMENTS", "EDIT_OWN_COMMENTS", "DELETE_ALL_COMMENTS"):
        seeded.allow_only(permission, ANYONE)
    seeded.deny("EDIT_ALL_COMMENTS")
    added = create_comment(site, None, APP_1, CommentRequest(body="Said"))
    with refuses(NoCommentEditPermission):
        change_comment(site, None, APP_1, str(added.id), CommentRequest(body="Unsaid"))
    with refuses(AnonymousCommentDeletion):
        remove_comment(site, None, APP_1, str(added.id))


@pytest.mark.parametrize(("body", "kind"), [(None, CommentInvalid), (" ", CommentEmpty)])
def test_body_that_is_not_allowed(site, refuses, alice, comment, body, kind):
    """A comment becomes neither empty nor what Jira cannot read."""
    with refuses(kind):
        create_comment(site, alice, APP_1, CommentRequest(body=body))
    with refuses(kind):
        change_comment(site, alice, APP_1, str(comment.id), CommentRequest(body=body))


def test_restriction_that_is_not_allowed(seeded, site, refuses, alice, comment):
    """A comment is restricted to no group and no role that the caller is not in, and the refusal names no link."""
    seeded.add_role("Testers", project="APP")
    to_devs = CommentRequest(body="Said", visibility=VisibilityRequest(type="group", value="devs"))
    to_testers = CommentRequest(body="Said", visibility=VisibilityRequest(type="role", value="Testers"))
    for request, kind in ((to_devs, NotInGroup), (to_testers, NotInRole)):
        with refuses(kind):
            create_comment(site, DEFAULT_USER, APP_1, request)
        with refuses(kind):
            change_comment(site, DEFAULT_USER, APP_1, str(comment.id), request)


def test_archived_issue_keeps_its_comments_as_they_are(seeded, site, refuses, alice):
    """Nothing about the comments of an archived issue changes."""
    seeded.add_issue("APP-9", archived=True)
    added = seeded.add_comment("APP-9", "Said", author=alice)
    reference = IssueReference(key="APP-9")
    with refuses(IssueArchived):
        create_comment(site, alice, reference, CommentRequest(body="Said"))
    with refuses(IssueArchived):
        change_comment(site, alice, reference, str(added.id), CommentRequest(body="Unsaid"))
    with refuses(IssueArchived):
        remove_comment(site, alice, reference, str(added.id))
    assert read_comment(site, alice, site.issues.with_key("APP-9"), str(added.id)) == added


def test_unseen_and_unknown_comments(seeded, site, refuses, alice):
    """What the caller does not see can neither be changed nor removed."""
    restricted = seeded.add_comment("APP-1", "Said", author=alice, visible_to=site.people.groups["devs"])
    hidden = seeded.add_issue("APP-8", visible_to=[])
    for reference, comment_id, kind in (
        (APP_1, str(restricted.id), CommentUnseen),
        (APP_1, "99999", CommentUnseen),
        (APP_1, "", CommentUnseen),
        (IssueReference(key="APP-2"), str(restricted.id), CommentUnseen),
        (IssueReference(key=hidden.key), str(restricted.id), IssueHidden),
        (IssueReference(key="APP-7"), str(restricted.id), IssueUnknown),
    ):
        with refuses(kind):
            change_comment(site, DEFAULT_USER, reference, comment_id, CommentRequest(body="Unsaid"))
        with refuses(kind):
            remove_comment(site, DEFAULT_USER, reference, comment_id)


def test_limit_of_comments(site, refuses, alice, comment):
    """An issue takes no comment beyond its limit; changing one is no further one."""
    site.options.comment_limit = 1
    with refuses(CommentLimitReached):
        create_comment(site, alice, APP_1, CommentRequest(body="Said"))
    change_comment(site, alice, APP_1, str(comment.id), CommentRequest(body="Unsaid"))
    create_comment(site, alice, IssueReference(key="APP-2"), CommentRequest(body="Said"))


def test_comments_by_their_ids(seeded, site, refuses, alice, comment):
    """Comments are found by their ids whatever issue they are on, each once, but for those that one may not read."""
    elsewhere = seeded.add_comment("LIB-1", "Said", author=alice)
    restricted = seeded.add_comment("LIB-1", "Said", author=alice, visible_to=site.people.groups["devs"])
    seeded.add_issue("APP-8", visible_to=[])
    hidden = seeded.add_comment("APP-8", "Said")
    ids = [hidden.id, restricted.id, elsewhere.id, comment.id, elsewhere.id, 99999]
    assert comments_by_id(site, DEFAULT_USER, ids) == [elsewhere, comment]
    assert comments_by_id(site, alice, ids) == [restricted, elsewhere, comment]
    for wrong in ([], [comment.id] * 1001):
        with refuses(CommentIdsMiscounted) as caught:
            comments_by_id(site, alice, wrong)
        assert caught.value.refusals == (CommentIdsMiscounted(count=len(wrong), most=1000),)
