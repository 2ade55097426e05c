"""What the documentation promises of links, in lists and loops, for any sequence of requests to be held to.

It shares nothing with the product. Each `why_not_` returns the statuses with which a request may be refused, or `DONE`
where it is carried out; the verbs do that.
"""

# ruff: noqa: D102 - a verb of two lines says what it does

from __future__ import annotations

from dataclasses import dataclass

PROJECTS = ("APP", "LIB")
USERS = ("admin", "alice", "bob", "carol")
ANONYMOUS = None
CALLERS = (*USERS, ANONYMOUS)
BROWSE, LINK, COMMENT = "BROWSE_PROJECTS", "LINK_ISSUES", "ADD_COMMENTS"
CREATE, EDIT, TRANSITION, DELETE = "CREATE_ISSUES", "EDIT_ISSUES", "TRANSITION_ISSUES", "DELETE_ISSUES"
PERMISSIONS = (BROWSE, LINK, COMMENT, CREATE, EDIT, TRANSITION, DELETE)

DONE = None
FULL = frozenset({413})
REFUSED = frozenset({400, 401, 403, 404, 405})  # where each door has its own status, which the wire suite holds


@dataclass(eq=False)
class Issue:
    id: int
    key: str
    secret: bool
    parent: Issue | None
    there: bool = True

    @property
    def project(self):
        return self.key[:3]


@dataclass(eq=False)
class LinkType:
    id: int
    name: str
    inward: str
    outward: str
    there: bool = True


@dataclass(eq=False)
class Link:
    id: int
    type: LinkType
    source: Issue
    destination: Issue
    by_request: bool

    @property
    def ends(self):
        return self.source, self.destination

    def other(self, issue):
        return self.destination if issue is self.source else self.source

    def sentence(self, issue):
        phrase = self.type.outward if issue is self.source else self.type.inward
        return f"This work item {phrase} {self.other(issue).key}"


@dataclass(eq=False)
class Comment:
    id: int
    issue: Issue
    for_team: bool


@dataclass(eq=False)
class RemoteLink:
    id: int
    issue: Issue
    global_id: str


@dataclass(eq=False)
class Event:
    """A link was made or removed; `phrases` and `others` are what its source and its destination read then."""

    made: bool
    link: Link
    phrases: tuple
    others: tuple

    def change(self, issue):
        """Return how the history of one of the issues tells it."""
        end = self.link.ends.index(issue)
        return self.made, self.others[end], f"This work item {self.phrases[end]} {self.others[end]}"


class NaiveJira:
    def __init__(self, limit, insiders, team):
        self.limit = limit  # of links, of comments and of remote links
        self.insiders = insiders  # who is in the one security level, which is LIB's
        self.team = team
        self.holders = {(permission, project): set(USERS) for permission in PERMISSIONS for project in PROJECTS}
        self.issues, self.comments, self.remote_links = [], [], []
        self.types = [
            LinkType(10000, "Blocks", "is blocked by", "blocks"),
            LinkType(10001, "Cloners", "is cloned by", "clones"),
            LinkType(10002, "Duplicate", "is duplicated by", "duplicates"),
            LinkType(10003, "Relates", "relates to", "relates to"),
        ]
        self.history = []  # of links
        self.told = []  # by webhooks
        self.last_ids = {"issue": 9999, "type": 10003, "link": 9999, "comment": 9999, "remote link": 9999}
        self.last_numbers = dict.fromkeys(PROJECTS, 0)

    # What there is

    @property
    def links(self):
        """The links that the history leaves."""
        links = []
        for event in self.history:
            if event.made:
                links.append(event.link)
            else:
                links.remove(event.link)
        return links

    def links_of(self, issue):
        return [link for link in self.links if issue in link.ends]

    def same_link(self, of_type, *ends):
        return next((link for link in self.links if (link.type, link.ends) == (of_type, ends)), None)

    def subtasks_of(self, issue):
        return [one for one in self.issues if one.there and one.parent is issue]

    def comments_of(self, issue):
        return [comment for comment in self.comments if comment.issue is issue]

    def remote_links_of(self, issue):
        return [link for link in self.remote_links if link.issue is issue]

    def remote_link(self, issue, global_id):
        return next((link for link in self.remote_links_of(issue) if link.global_id == global_id), None)

    # Who sees what

    def holds(self, caller, permission, project):
        return caller in self.holders[permission, project]

    def may_see(self, caller, issue):
        """Say whether a caller may see an issue that is there, or could see one that was."""
        return self.holds(caller, BROWSE, issue.project) and (not issue.secret or caller in self.insiders)

    def finds(self, caller, *issues):
        return all(issue.there and self.may_see(caller, issue) for issue in issues)

    def finds_link(self, caller, link):
        return link in self.links and self.finds(caller, *link.ends)

    def unseen(self, caller):
        """Return the status for what a caller does not see: the reference asks who sees nothing to sign in."""
        blind = not any(self.holds(caller, BROWSE, project) for project in PROJECTS)
        return {401 if caller is ANONYMOUS and blind else 404}

    def shown(self, caller, issue):
        """Return the links that an issue shows, in Jira's order: id, type, the other issue's side and key."""
        ways = []
        for link in self.links_of(issue):
            if self.may_see(caller, link.other(issue)):
                side = "outwardIssue" if issue is link.source else "inwardIssue"
                ways.append((link.id, link.type.name, side, link.other(issue).key))
        return sorted(ways, key=lambda way: (way[1], way[2] == "inwardIssue", way[0]))

    def changelog(self, caller, issue):
        """Return what the history of an issue tells of links, oldest first."""
        events = [event for event in self.history if issue in event.link.ends]
        return [event.change(issue) for event in events if self.may_see(caller, event.link.other(issue))]

    def readable(self, caller, issue):
        return [comment for comment in self.comments_of(issue) if not comment.for_team or caller in self.team]

    # Why a request is refused

    def why_not_linked(self, caller, of_type, source, destination, comments):
        if not of_type.there:
            return {404}
        if not self.finds(caller, source, destination):
            return self.unseen(caller)
        if source is destination:
            return {400}
        if not self.holds(caller, LINK, source.project):
            return {401 if caller is ANONYMOUS else 404}
        return self.why_not_commented(caller, source, comments) or self.why_no_room(of_type, source, destination)

    def why_no_room(self, of_type, *ends):
        full = any(issue and len(self.links_of(issue)) >= self.limit for issue in ends)
        return FULL if full and not self.same_link(of_type, *ends) else DONE

    def why_not_given(self, caller, link, issue, project):
        """Return why an issue, None for a new one, is not given a link by the request that writes it."""
        if link is None:
            return DONE
        of_type, *ends = link
        if not self.holds(caller, LINK, project) or not of_type.there or ends[0] is ends[1]:
            return REFUSED
        if not all(self.finds(caller, end) for end in ends if end is not issue):
            return REFUSED
        return self.why_no_room(*link)

    def why_not_created(self, caller, project, parent, secret, link):
        if not self.holds(caller, BROWSE, project) or not self.holds(caller, CREATE, project):
            return REFUSED
        if (parent and not self.finds(caller, parent)) or (secret and self.why_not_secret(caller, project)):
            return REFUSED
        if refused := self.why_not_given(caller, link, None, project):
            return refused
        return REFUSED if parent and (parent.parent or parent.project != project) else DONE

    def why_not_written(self, caller, permission, issue, secret, link, comments):
        """Return why an issue is not edited or moved on; `secret` is None where the security level stays."""
        if not self.finds(caller, issue):
            return self.unseen(caller)
        if not self.holds(caller, permission, issue.project):
            return REFUSED
        if secret is not None and (caller is ANONYMOUS or (secret and self.why_not_secret(caller, issue.project))):
            return REFUSED
        return self.why_not_given(caller, link, issue, issue.project) or self.why_not_commented(caller, issue, comments)

    def why_not_secret(self, caller, project):
        return DONE if project == "LIB" and caller in self.insiders else REFUSED

    def why_not_commented(self, caller, issue, comments):
        """Return why an issue does not get comments, each of them for the team or not."""
        if not self.finds(caller, issue):
            return self.unseen(caller)
        for before, for_team in enumerate(comments):
            if (for_team and caller not in self.team) or not self.holds(caller, COMMENT, issue.project):
                return REFUSED
            if len(self.comments_of(issue)) + before >= self.limit:
                return FULL
        return DONE

    def why_comment_not_removed(self, caller, issue, comment):
        if not self.finds(caller, issue):
            return self.unseen(caller)
        return DONE if caller is not ANONYMOUS and comment in self.readable(caller, issue) else REFUSED

    def why_not_remotely_linked(self, caller, issue, global_id):
        if not self.finds(caller, issue):
            return self.unseen(caller)
        if not self.holds(caller, LINK, issue.project):
            return REFUSED
        full = len(self.remote_links_of(issue)) >= self.limit
        return FULL if full and not self.remote_link(issue, global_id) else DONE

    def why_remote_link_not_removed(self, caller, issue, link, permissions):
        if not self.finds(caller, issue):
            return self.unseen(caller)
        may = all(self.holds(caller, permission, issue.project) for permission in permissions)
        return DONE if may and link in self.remote_links_of(issue) else REFUSED

    def why_link_not_deleted(self, caller, link):
        if not self.finds_link(caller, link):
            return self.unseen(caller)
        if any(self.holds(caller, LINK, issue.project) for issue in link.ends):
            return DONE
        return {401 if caller is ANONYMOUS else 404}

    def why_not_deleted(self, caller, issue, with_subtasks):
        if not self.finds(caller, issue):
            return self.unseen(caller)
        may = self.holds(caller, DELETE, issue.project)
        return DONE if may and (with_subtasks or not self.subtasks_of(issue)) else REFUSED

    def why_type_not_changed(self, caller, of_type, name):
        """Return why a type, None for a new one, does not get a name; None for one that is removed."""
        taken = any(one.there and one is not of_type and one.name == name for one in self.types)
        return REFUSED if caller != "admin" or taken or (of_type and not of_type.there) else DONE

    # What is done

    def new_id(self, kind):
        self.last_ids[kind] += 1
        return self.last_ids[kind]

    def next_key(self, project):
        self.last_numbers[project] += 1
        return f"{project}-{self.last_numbers[project]}"

    def add_issue(self, project, parent=None, *, secret=False, by_request=True):
        issue = Issue(self.new_id("issue"), self.next_key(project), secret, parent)
        self.issues.append(issue)
        if by_request:
            self.told.append(("jira:issue_created", issue.id))
        return issue

    def add_link(self, of_type, source, destination, *, by_request=True):
        """Add a link, unless it is there."""
        if not self.same_link(of_type, source, destination):
            self.happens(True, Link(self.new_id("link"), of_type, source, destination, by_request))

    def remove_link(self, link, gone=()):
        self.happens(False, link, gone)

    def happens(self, made, link, gone=()):
        """Write down that a link was made or removed; Jira does not tell issues that go that they have changed."""
        event = Event(made, link, (link.type.outward, link.type.inward), (link.destination.key, link.source.key))
        self.history.append(event)
        if made and not link.by_request:
            return
        name = "issuelink_created" if made else "issuelink_deleted"
        self.told.append((name, link.id, link.type.name, link.source.id, link.destination.id))
        self.told += [("jira:issue_updated", issue.id, event.change(issue)) for issue in link.ends if issue not in gone]

    def remove_issues(self, issues):
        """Remove issues with all that they have; Jira tells of the issues first."""
        self.told += [("jira:issue_deleted", issue.id) for issue in issues]
        for issue in issues:
            for link in self.links_of(issue):
                self.remove_link(link, gone=issues)
            for comment in self.comments_of(issue):
                self.remove_comment(comment)
            self.remote_links = [link for link in self.remote_links if link.issue is not issue]
            issue.there = False

    def add_comment(self, issue, for_team):
        comment = Comment(self.new_id("comment"), issue, for_team)
        self.comments.append(comment)
        self.told.append(("comment_created", comment.id, issue.id))

    def remove_comment(self, comment):
        self.comments.remove(comment)
        self.told.append(("comment_deleted", comment.id, comment.issue.id))

    def put_remote_link(self, issue, global_id):
        if not self.remote_link(issue, global_id):
            self.remote_links.append(RemoteLink(self.new_id("remote link"), issue, global_id))

    def add_type(self, name, inward, outward):
        self.types.append(LinkType(self.new_id("type"), name, inward, outward))

    def remove_type(self, of_type):
        for link in self.links:
            if link.type is of_type:
                self.remove_link(link)
        of_type.there = False
