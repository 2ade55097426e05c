"""Steps about links: made, read from both ends and deleted, and all that is refused."""

from __future__ import annotations

from typing import Any

from jira_linkfake.verify.step import Text
from jira_linkfake.verify.steps.declaring import delete, edit, get, jql, post

TYPE = {"id": "{link_type_id}"}
NAMED = {"name": "{link_type}"}
NO_ISSUE = {"key": "{project}-9999999"}
IN_GROUP = {"type": "group", "value": "{group_of_others}"}
IN_ROLE = {"type": "role", "value": "{role_of_others}"}


def link(source: str = "a", destination: str = "b", **more: Any) -> dict[str, Any]:
    """Return the body that links two issues."""
    ends = {"inwardIssue": {"key": f"{{{source}}}"}, "outwardIssue": {"key": f"{{{destination}}}"}}
    return {"type": TYPE, **ends, **more}


def said(text: str, **more: Any) -> dict[str, Any]:
    """Return a comment that comes with a link."""
    return {"body": Text(text), **more}


def added(**link: Any) -> dict[str, Any]:
    """Return the body that edits an issue such that it gets a link."""
    return {"update": {"issuelinks": [{"add": {"type": TYPE, **link}}]}}


_LINKS = {"fields": "issuelinks"}
_HISTORY = {"fields": "summary", "expand": "changelog"}

MADE = (
    post("links: made", "linkIssues", "issueLink", link(), needs="a, b"),
    post("links: made by the name of the type", "linkIssues", "issueLink", link(type=NAMED), needs="a, b"),
    post(
        "links: made by the ids of the issues",
        "linkIssues",
        "issueLink",
        link(inwardIssue={"id": "{a_id}"}, outwardIssue={"id": "{b_id}"}),
        needs="a, b",
    ),
    post(
        "links: made by a key in lower case",
        "linkIssues",
        "issueLink",
        link(inwardIssue={"key": "{a_lower}"}),
        needs="a, b",
    ),
    post(
        "links: made with a type whose name is not that of its id",
        "linkIssues",
        "issueLink",
        link(type={"id": "{link_type_id}", "name": "No such type"}),
        needs="a, b",
    ),
    post("links: made again", "linkIssues", "issueLink", link(), needs="link"),
    post("links: made the other way round", "linkIssues", "issueLink", link("b", "a"), needs="link"),
    post("links: made in version 2", "linkIssues", "issueLink", link(), needs="a, b", version="2"),
    post("links: made with a comment", "linkIssues", "issueLink", link(comment=said("See there.")), needs="a, b"),
    post("links: made with a comment of null", "linkIssues", "issueLink", link(comment=None), needs="a, b"),
    post(
        "links: made to another project",
        "linkIssues",
        "issueLink",
        link("a", "elsewhere"),
        needs="a, elsewhere",
    ),
    edit(
        "links: added in update", "editIssue", added(outwardIssue={"key": "{b}"}), needs="a, b", issue="a", status=204
    ),
    edit(
        "links: added in update, from the other end",
        "editIssue",
        added(inwardIssue={"key": "{b}"}),
        needs="a, b",
        issue="a",
        status=204,
    ),
)

READ = (
    get("links: read at the source", "getIssue", "issue/{a}", query=_LINKS, needs="link"),
    get("links: read at the other end", "getIssue", "issue/{b}", query=_LINKS, needs="link"),
    get("links: read by its id", "getIssueLink", "issueLink/{link_id}", needs="link"),
    get("links: read where it was made again", "getIssue", "issue/{a}", query=_LINKS, needs="repeated link"),
    get("links: read where there is one each way", "getIssue", "issue/{a}", query=_LINKS, needs="reverse link"),
    get("links: read where several come in their order", "getIssue", "issue/{a}", query=_LINKS, needs="three links"),
    get("links: read where it was added in update", "getIssue", "issue/{a}", query=_LINKS, needs="added link"),
    get("links: read where it was deleted", "getIssue", "issue/{a}", query=_LINKS, needs="removed link"),
    get("links: read where its other end was deleted", "getIssue", "issue/{a}", query=_LINKS, needs="link to nowhere"),
    get("links: read where a comment was refused", "getIssue", "issue/{a}", query=_LINKS, needs="refused comment"),
    get(
        "links: comments of the source",
        "getComments",
        "issue/{a}/comment",
        needs="commented link",
        tells="comment",
    ),
    get(
        "links: comments of the other end", "getComments", "issue/{b}/comment", needs="commented link", tells="comment"
    ),
    get(
        "links: comments where the link was refused",
        "getComments",
        "issue/{a}/comment",
        needs="refused comment",
        tells="comment",
    ),
    get(
        "links: comments where the link was there already",
        "getComments",
        "issue/{a}/comment",
        needs="repeated commented link",
        tells="comment",
    ),
    get("links: an unknown one", "LinkUnknown", "issueLink/999999999"),
    get("links: one that was deleted", "LinkUnknown", "issueLink/{link_id}", needs="removed link"),
    get("links: an id that is none", "LinkIdInvalid", "issueLink/none"),
)

DELETED = (
    delete("links: deleted", "deleteIssueLink", "issueLink/{link_id}", needs="link"),
    delete("links: deleted twice", "LinkUnknown", "issueLink/{link_id}", needs="removed link"),
    delete("links: deleting an id that is none", "LinkIdInvalid", "issueLink/none"),
)

HISTORY = (
    get("history: of the source of a link", "getIssue", "issue/{a}", query=_HISTORY, needs="link"),
    get("history: of the other end of a link", "getIssue", "issue/{b}", query=_HISTORY, needs="link"),
    get("history: of a link that was made again", "getChangeLogs", "issue/{a}/changelog", needs="repeated link"),
    get("history: of a link that was deleted", "getChangeLogs", "issue/{a}/changelog", needs="removed link"),
)

_ONE_TWO = "one, two"
REFUSED = (
    post("links: to itself", "SelfLink", "issueLink", link("one", "one"), needs="one"),
    post(
        "links: to itself, by its id",
        "SelfLink",
        "issueLink",
        link("one", outwardIssue={"id": "{one_id}"}),
        needs="one",
    ),
    post(
        "links: of an unknown type, by its name",
        "LinkTypeUnknown",
        "issueLink",
        link("one", "two", type={"name": "Haunts"}),
        needs=_ONE_TWO,
    ),
    post(
        "links: of an unknown type, by its id",
        "LinkTypeUnknown",
        "issueLink",
        link("one", "two", type={"id": "999999"}),
        needs=_ONE_TWO,
    ),
    post(
        "links: of a type named by its phrase",
        "LinkTypeUnknown",
        "issueLink",
        link("one", "two", type={"name": "{inward}"}),
        needs=_ONE_TWO,
    ),
    post("links: of no type", "LinkTypeUnnamed", "issueLink", link("one", "two", type={}), needs=_ONE_TWO),
    post(
        "links: from an unknown issue",
        "IssueUnknown",
        "issueLink",
        link("one", "two", inwardIssue=NO_ISSUE),
        needs=_ONE_TWO,
    ),
    post(
        "links: to an unknown issue",
        "IssueUnknown",
        "issueLink",
        link("one", "two", outwardIssue=NO_ISSUE),
        needs=_ONE_TWO,
    ),
    post(
        "links: to an issue that was deleted",
        "IssueUnknown",
        "issueLink",
        link("one", "gone"),
        needs="one, gone",
    ),
    post(
        "links: with everything unknown",
        "LinkTypeUnknown",
        "issueLink",
        link("one", "two", type={"name": "Haunts"}, inwardIssue=NO_ISSUE, outwardIssue=NO_ISSUE),
        needs=_ONE_TWO,
    ),
    post("links: to no issue", "IssueUnnamed", "issueLink", link("one", "two", outwardIssue={}), needs=_ONE_TWO),
    post("links: with an empty body", "BodyEmpty", "issueLink", b""),
    post("links: with a body that is not JSON", "BodyNotJson", "issueLink", b"{"),
    post("links: with a list as body", "PayloadInvalid", "issueLink", []),
    post("links: without a type", "PayloadInvalid", "issueLink", {"inwardIssue": {"key": "{one}"}}, needs="one"),
    post(
        "links: without an inwardIssue",
        "PayloadInvalid",
        "issueLink",
        {"type": TYPE, "outwardIssue": {"key": "{one}"}},
        needs="one",
    ),
    post("links: with an unknown property", "PayloadInvalid", "issueLink", link("one", "two", x=1), needs=_ONE_TWO),
    post(
        "links: as text",
        "UnsupportedMediaType",
        "issueLink",
        b"{}",
        headers={"Content-Type": "text/plain"},
    ),
    post(
        "links: with a comment that is no document",
        "CommentInvalid",
        "issueLink",
        link("one", "two", comment={"body": "See there."}),
        needs=_ONE_TWO,
        version="3",
    ),
    post(
        "links: with an empty comment",
        "CommentEmpty",
        "issueLink",
        link("one", "two", comment={"body": Text("")}),
        needs=_ONE_TWO,
    ),
    post(
        "links: with a comment for an unknown group",
        "VisibilityGroupUnknown",
        "issueLink",
        link("one", "two", comment=said("x", visibility={"type": "group", "value": "no-such-group-of-verify"})),
        needs=_ONE_TWO,
    ),
    post(
        "links: with a comment for a group of others",
        "NotInGroup",
        "issueLink",
        link("one", "two", comment=said("x", visibility=IN_GROUP)),
        needs=_ONE_TWO,
    ),
    post(
        "links: with a comment for a role of others",
        "NotInRoleForLink",
        "issueLink",
        link("one", "two", comment=said("x", visibility=IN_ROLE)),
        needs=_ONE_TWO,
    ),
    post(
        "links: with a comment for nobody in particular",
        "VisibilityIncomplete",
        "issueLink",
        link("one", "two", comment=said("x", visibility={"type": "group"})),
        needs=_ONE_TWO,
    ),
    edit(
        "links: several in one update",
        "SeveralLinks",
        {
            "update": {
                "issuelinks": [
                    {"add": {"type": TYPE, "outwardIssue": {"key": "{b}"}}},
                    {"add": {"type": TYPE, "outwardIssue": {"key": "{c}"}}},
                ]
            }
        },
        needs="a, b, c",
        issue="a",
    ),
    edit(
        "links: with both ends in update",
        "TwoSidedLink",
        added(inwardIssue={"key": "{a}"}, outwardIssue={"key": "{b}"}),
        needs="a, b",
        issue="a",
    ),
    edit(
        "links: with a comment in update",
        "LinkWithComment",
        added(outwardIssue={"key": "{b}"}, comment=said("x")),
        needs="a, b",
        issue="a",
    ),
    edit("links: to itself in update", "SelfLinkAdded", added(outwardIssue={"key": "{one}"})),
    edit("links: to no issue in update", "LinkNotAdded", added()),
    edit("links: to an unknown issue in update", "LinkNotAdded", added(outwardIssue=NO_ISSUE)),
    edit("links: in fields", "FieldOnlyUpdated", {"fields": {"issuelinks": []}}),
    edit(
        "links: set in update",
        "VerbUnknown",
        {"update": {"issuelinks": [{"set": []}]}},
    ),
    post(
        "links: made without credentials",
        "IssueHidden",
        "issueLink",
        link("one", "two"),
        needs=_ONE_TWO,
        caller="nobody",
    ),
)

OF_THE_SECOND = (
    post(
        "links: made without Link issues",
        "NoLinkPermission",
        "issueLink",
        link("one", "two"),
        needs="one, two, second lacks LINK_ISSUES",
        caller="second",
    ),
    delete(
        "links: deleted without Link issues",
        "NoDeletePermission",
        "issueLink/{link_id}",
        needs="link, second lacks LINK_ISSUES",
        caller="second",
    ),
    get(
        "links: read by who may not see the other end",
        "getIssue",
        "issue/{a}",
        query=_LINKS,
        needs="link to a hidden issue",
        caller="second",
        tells="hidden",
    ),
    get(
        "links: read by its id by who may not see an end",
        "LinkHidden",
        "issueLink/{link_id}",
        needs="link to a hidden issue",
        caller="second",
    ),
    get(
        "history: of a link to what the caller may not see",
        "getChangeLogs",
        "issue/{a}/changelog",
        needs="link to a hidden issue",
        caller="second",
        tells="hidden",
    ),
    get(
        "links: an issue that the caller may not see",
        "IssueHidden",
        "issue/{elsewhere}",
        needs="elsewhere, second does not see the other project",
        caller="second",
    ),
)

OF_LEVELS = (
    get("levels: an issue read by a member", "getIssue", "issue/{secret}?fields=security,summary", needs="secret"),
    get(
        "levels: an issue read by somebody else",
        "IssueHidden",
        "issue/{secret}",
        needs="secret, second is not in the level",
        caller="second",
    ),
    get(
        "levels: a link to the issue, seen by somebody else",
        "getIssue",
        "issue/{a}",
        query=_LINKS,
        needs="link to a secret, second is not in the level",
        caller="second",
        tells="hidden",
    ),
    get(
        "levels: that link by its id",
        "LinkHidden",
        "issueLink/{link_id}",
        needs="link to a secret, second is not in the level",
        caller="second",
    ),
)

OF_SEARCH = (
    jql(
        "linkedIssues from the source",
        "searchAndReconsileIssuesUsingJql",
        "issue in linkedIssues({a})",
        needs="link",
        is_search=True,
    ),
    jql(
        "linkedIssues from the source, by its phrase",
        "searchAndReconsileIssuesUsingJql",
        'issue in linkedIssues({a}, "{outward}")',
        needs="link",
        is_search=True,
        tells="direction",
    ),
    jql(
        "linkedIssues from the source, by the other end's phrase",
        "searchAndReconsileIssuesUsingJql",
        'issue in linkedIssues({a}, "{inward}")',
        needs="link",
        is_search=True,
        tells="direction",
    ),
    jql(
        "issueLink",
        "searchAndReconsileIssuesUsingJql",
        "issueLink = {a}",
        needs="link",
        is_search=True,
    ),
)

STEPS = (*MADE, *READ, *DELETED, *HISTORY, *REFUSED, *OF_THE_SECOND, *OF_LEVELS, *OF_SEARCH)
