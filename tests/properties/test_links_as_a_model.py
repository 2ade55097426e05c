"""Links made, read and deleted in any order, by several callers and through every door, against a naive model."""

from __future__ import annotations

from collections import Counter
from typing import ClassVar

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from jira_linkfake import ANYONE, FakeJira
from tests.properties.naive_jira import (
    ANONYMOUS,
    BROWSE,
    CALLERS,
    DONE,
    EDIT,
    FULL,
    LINK,
    PERMISSIONS,
    PROJECTS,
    REFUSED,
    TRANSITION,
    USERS,
    NaiveJira,
)
from tests.wire.facts import snapshot

callers = st.sampled_from(["admin", "admin", "alice", *CALLERS])
picks = st.integers(0, 9)
projects = st.sampled_from(PROJECTS)
versions = st.sampled_from([2, 3])
rarely = st.sampled_from([False, False, False, True])
additions = st.none() | st.tuples(picks, st.sampled_from(["inwardIssue", "outwardIssue"]), picks)
"""A link that an issue is given: its type, on which side the other issue is, and which one that is."""


def comment_json(version, for_team):
    """Return a comment in JSON, for the team or for everybody."""
    document = {"type": "doc", "version": 1, "content": [{"type": "paragraph", "content": []}]}
    document["content"][0]["content"].append({"type": "text", "text": "Said"})
    visibility = {"visibility": {"type": "group", "value": "team"}} if for_team else {}
    return {"body": document if version == 3 else "Said", **visibility}


def told_by(payload):
    """Return what a webhook tells, or None for the change of an issue that is not about links."""
    name = payload["webhookEvent"]
    if name.startswith("issuelink_"):
        link = payload["issueLink"]
        return name, link["id"], link["issueLinkType"]["name"], link["sourceIssueId"], link["destinationIssueId"]
    issue_id = int(payload["issue"]["id"])
    if name.startswith("comment_"):
        return name, int(payload["comment"]["id"]), issue_id
    if name != "jira:issue_updated":
        return name, issue_id
    changes = changes_in([payload["changelog"]])
    return (name, issue_id, *changes) if changes else None


def changes_in(histories):
    """Return what entries of a changelog tell of links: whether one was made, the other issue, and the sentence."""
    items = [item for entry in histories for item in entry["items"] if item["field"] == "Link"]
    for item in items:
        assert (
            (item["from"] is None) == (item["fromString"] is None) != (item["to"] is None) == (item["toString"] is None)
        )
    return [
        (item["to"] is not None, item["to"] or item["from"], item["toString"] or item["fromString"]) for item in items
    ]


OFTEN = {
    "done": 300,
    "refused": 300,
    "full": 10,
    "made": 100,
    "repeated": 5,
    "removed": 30,
    "issues with links deleted": 5,
    "issues with sub-tasks deleted": 1,
    "shown": 200,
    "hidden": 30,
}
"""How often something is to happen in 100 sequences at the least; it happens several times as often."""


class Links(RuleBasedStateMachine):
    """A site and its model, to which the same is done."""

    happened: ClassVar[Counter[str]] = Counter()

    @initialize(limit=st.integers(1, 4), insiders=st.sets(st.sampled_from(USERS), min_size=1))
    def make_site(self, limit, insiders):
        """Begin with three issues, one of which has a security level; bob browses one project, carol links nothing."""
        self.number, self.steps = 0, 0
        self.model = NaiveJira(limit, insiders, team={"admin", "alice"})
        self.jira = FakeJira(link_limit=limit, comment_limit=limit, remote_link_limit=limit)
        self.known = {"admin": self.jira.default_user}
        self.known |= {name: self.jira.add_user(name) for name in USERS[1:]}
        self.jira.add_group("team", [self.known["admin"], self.known["alice"]])
        self.jira.add_project("LIB")
        self.jira.add_security_level("Inside", project="LIB", members=[self.known[name] for name in sorted(insiders)])
        for project, secret in (("APP", False), ("LIB", False), ("LIB", True)):
            self.seed_issue(project, secret)
        for permission, project, name in ((BROWSE, "LIB", "bob"), (LINK, "APP", "carol"), (LINK, "LIB", "carol")):
            self.jira.deny(permission, self.known[name], project=project)
            self.model.holders[permission, project].remove(name)
        self.jira.add_transition("Done", to="Done", screen=["summary", "security", "issuelinks"])
        self.delivered = []
        self.jira.webhooks.register(self.delivered.append)

    def teardown(self):
        """Note how much has happened."""
        if hasattr(self, "model"):
            self.happened["made"] += sum(event.made for event in self.model.history)
            self.happened["removed"] += sum(not event.made for event in self.model.history)

    # What requests name

    def an_issue(self, pick):
        """Return an issue that is there, or now and then the one that was deleted last."""
        gone = [issue for issue in self.model.issues if not issue.there]
        choices = [*(issue for issue in self.model.issues if issue.there), *gone[-1:]]
        return choices[pick % len(choices)]

    def two_issues(self, picks):
        """Return two issues, now and then the same one twice."""
        issue = self.an_issue(picks[0])
        others = [other for other in self.model.issues if other.there and other is not issue]
        return issue, [*others, issue][picks[1] % (len(others) + 1)]

    def a_type(self, pick):
        """Return a type that is there, or now and then the one that was removed last."""
        gone = [one for one in self.model.types if not one.there]
        choices = [*(one for one in self.model.types if one.there), *gone[-1:]]
        return choices[pick % len(choices)]

    def a_link(self, pick):
        """Return a link that is there, or now and then the one that was removed last; None where there was none."""
        gone = [event.link for event in self.model.history if not event.made]
        choices = [*self.model.links, *gone[-1:]] or [None]
        return choices[pick % len(choices)]

    def added(self, addition, issue):
        """Return a link that an issue is given, None for a new one, and the operation that adds it."""
        if addition is None:
            return None, {}
        of_type, side, other = self.a_type(addition[0]), addition[1], self.an_issue(addition[2])
        link = (of_type, issue, other) if side == "outwardIssue" else (of_type, other, issue)
        return link, {"issuelinks": [{"add": {"type": {"id": str(of_type.id)}, side: {"key": other.key}}}]}

    def new_name(self):
        """Return a text that was not there yet."""
        self.number += 1
        return f"name {self.number}"

    # Requests

    def ask(self, caller, method, path, body=None, *, refused, version=2):
        """Send a request that is carried out, or refused with one of these statuses and without a trace."""
        auth = None if caller is ANONYMOUS else self.known[caller].auth
        reads = method == "GET"  # of which `look` sees that they change nothing
        before = None if refused is DONE or reads else snapshot(self.jira.site)
        counts = {} if reads else {issue.id: len(self.jira.links_of(issue)) for issue in self.jira.issues}
        sent = len(self.delivered)
        reply = self.jira.client().open(f"/rest/api/{version}/{path}", method=method, json=body, auth=auth)
        exchange = self.jira.exchanges[-1]
        assert (exchange.caller, exchange.status) == (caller, reply.status_code)
        assert reply.status_code in ((200, 201, 204) if refused is DONE else refused), exchange
        if reads:
            return reply
        if refused is not DONE:
            assert snapshot(self.jira.site) == before
            assert (len(self.delivered), exchange.links_made, exchange.links_removed) == (sent, (), ())
        for issue in self.jira.issues:
            assert len(self.jira.links_of(issue)) <= max(self.jira.link_limit, counts.get(issue.id, 0))
        self.happened["full" if refused is FULL else "refused" if refused else "done"] += 1
        return reply

    @rule(
        caller=callers,
        of_type=picks,
        ends=st.tuples(picks, picks),
        comments=st.sampled_from([(), (), (False,), (True,)]),
        by_id=st.booleans(),
        version=versions,
    )
    def link(self, caller, of_type, ends, comments, by_id, version):
        """Ask for a link, which may be there already, with or without a comment."""
        self.ask_for_link(caller, (self.a_type(of_type), *self.two_issues(ends)), comments, by_id, version)

    @rule(caller=callers, pick=picks, other_way=rarely)
    def link_again(self, caller, pick, other_way):
        """Ask for a link that is there or was, or for its reverse."""
        if known := self.a_link(pick):
            ends = known.ends[::-1] if other_way else known.ends
            self.ask_for_link(caller, (known.type, *ends), (), by_id=False, version=3)

    def ask_for_link(self, caller, link, comments, by_id, version):
        """Ask for a link, and see whether it is told from one that was there."""
        of_type, *issues = link
        inward, outward = ({"id": str(issue.id)} if by_id else {"key": issue.key.lower()} for issue in issues)
        body = {"type": {"id": str(of_type.id)}, "inwardIssue": inward, "outwardIssue": outward}
        for for_team in comments:
            body["comment"] = comment_json(version, for_team)
        refused = self.model.why_not_linked(caller, *link, comments)
        self.ask(caller, "POST", "issueLink", body, refused=refused, version=version)
        if refused is DONE:
            repeated = self.model.same_link(*link) is not None
            assert self.jira.exchanges[-1].repeats_a_link == repeated
            self.happened["repeated"] += repeated
            self.model.add_link(*link)
            for for_team in comments:
                self.model.add_comment(issues[0], for_team)

    @precondition(lambda self: sum(issue.there for issue in self.model.issues) < 7)
    @rule(
        caller=callers,
        project=projects,
        parent=st.none() | picks,
        elsewhere=rarely,
        secret=rarely,
        addition=additions,
        count=st.sampled_from([None, None, 1, 2]),
    )
    def create(self, caller, project, parent, elsewhere, secret, addition, count):
        """Ask for an issue, or for several at once, which may be a part of another one and may have a link."""
        parent = None if parent is None else self.an_issue(parent)
        project = project if parent is None or elsewhere else parent.project
        fields = {"project": {"key": project}, "issuetype": {"name": "Task"}, "summary": "New"}
        if parent is not None:
            fields |= {"issuetype": {"name": "Sub-task"}, "parent": {"key": parent.key}}
        if secret:
            fields["security"] = {"id": "10000"}
        link, update = self.added(addition, None)
        body = {"fields": fields, "update": update}
        reasons = []
        for _ in range(count or 1):  # those before have taken their room
            reasons.append(self.model.why_not_created(caller, project, parent, secret, link))
            if reasons[-1] is DONE:
                issue = self.model.add_issue(project, parent, secret=secret)
                if link is not None:
                    self.model.add_link(*(issue if end is None else end for end in link))
        path, body = ("issue", body) if count is None else ("issue/bulk", {"issueUpdates": [body] * count})
        if count is not None and DONE not in reasons:
            reasons = [{400}]
        self.ask(caller, "POST", path, body, refused=DONE if DONE in reasons else reasons[0])

    @rule(
        caller=callers,
        issue=picks,
        move_on=st.booleans(),
        secret=st.sampled_from([None, None, True, False]),
        addition=additions,
        comments=st.sampled_from([(), (), (False,), (False, True)]),
        version=versions,
    )
    def write(self, caller, issue, move_on, secret, addition, comments, version):
        """Ask to edit an issue or to move it on, and to give it a link and comments by the way."""
        issue = self.an_issue(issue)
        fields = {"summary": self.new_name()}
        if secret is not None:
            fields["security"] = {"id": "10000"} if secret else None
        link, update = self.added(addition, issue)
        if comments:
            update["comment"] = [{"add": comment_json(version, for_team)} for for_team in comments]
        body = {"fields": fields, "update": update}
        method, path, permission = "PUT", f"issue/{issue.key}", EDIT
        if move_on:
            method, path, permission = "POST", f"{path}/transitions", TRANSITION
            body["transition"] = {"id": "10000"}
        refused = self.model.why_not_written(caller, permission, issue, secret, link, comments)
        self.ask(caller, method, path, body, refused=refused, version=version)
        if refused is DONE:
            issue.secret = issue.secret if secret is None else secret
            if link is not None:
                self.model.add_link(*link)
            for for_team in comments:
                self.model.add_comment(issue, for_team)

    @rule(caller=callers, pick=picks)
    def delete_link(self, caller, pick):
        """Ask to delete a link, which may not be there any more."""
        link = self.a_link(pick)
        refused = self.model.why_link_not_deleted(caller, link)
        self.ask(caller, "DELETE", f"issueLink/{link.id if link else 10000}", refused=refused)
        if refused is DONE:
            self.model.remove_link(link)

    @rule(caller=callers, pick=picks, with_subtasks=st.sampled_from(["true", "true", "false", None]))
    def delete_issue(self, caller, pick, with_subtasks):
        """Ask to delete an issue, with or without what is a part of it."""
        issue = self.an_issue(pick)
        query = "" if with_subtasks is None else f"?deleteSubtasks={with_subtasks}"
        refused = self.model.why_not_deleted(caller, issue, with_subtasks == "true")
        self.ask(caller, "DELETE", f"issue/{issue.key}{query}", refused=refused)
        if refused is DONE:
            self.happened["issues with links deleted"] += bool(self.model.links_of(issue))
            self.happened["issues with sub-tasks deleted"] += bool(self.model.subtasks_of(issue))
            self.model.remove_issues([*self.model.subtasks_of(issue), issue])

    @rule(caller=callers, pick=picks, for_team=rarely, version=versions)
    def comment(self, caller, pick, for_team, version):
        """Ask to comment on an issue."""
        issue = self.an_issue(pick)
        refused = self.model.why_not_commented(caller, issue, [for_team])
        path = f"issue/{issue.key}/comment"
        self.ask(caller, "POST", path, comment_json(version, for_team), refused=refused, version=version)
        if refused is DONE:
            self.model.add_comment(issue, for_team)

    @rule(caller=callers, pick=picks, other=rarely)
    def remove_comment(self, caller, pick, other):
        """Ask to remove a comment, from its issue or from another one."""
        comments = self.model.comments
        comment = comments[pick % len(comments)] if comments else None
        issue = self.an_issue(pick) if other or comment is None else comment.issue
        refused = self.model.why_comment_not_removed(caller, issue, comment)
        self.ask(caller, "DELETE", f"issue/{issue.key}/comment/{comment.id if comment else 7}", refused=refused)
        if refused is DONE:
            self.model.remove_comment(comment)

    @rule(caller=callers, pick=picks, global_id=st.sampled_from("ab"))
    def link_remotely(self, caller, pick, global_id):
        """Ask for a remote link, which may be there already."""
        issue = self.an_issue(pick)
        body = {"globalId": global_id, "object": {"url": "https://example.com", "title": self.new_name()}}
        refused = self.model.why_not_remotely_linked(caller, issue, global_id)
        self.ask(caller, "POST", f"issue/{issue.key}/remotelink", body, refused=refused)
        if refused is DONE:
            self.model.put_remote_link(issue, global_id)

    @rule(caller=callers, pick=picks, by_id=st.booleans(), other=rarely)
    def unlink_remotely(self, caller, pick, by_id, other):
        """Ask to remove a remote link by its id or its global id, from its issue or from another one."""
        link_id = self.model.last_ids["remote link"] - pick // 2  # which may be gone, with its issue or without
        link = next((link for link in self.model.remote_links if link.id == link_id), None)
        issue = self.an_issue(pick) if other or link is None else link.issue
        path, permissions = f"issue/{issue.key}/remotelink/{link_id}", [LINK, EDIT]
        if not by_id:
            global_id = link.global_id if link else "a"
            path, permissions = f"issue/{issue.key}/remotelink?globalId={global_id}", [LINK]
            link = self.model.remote_link(issue, global_id)
        refused = self.model.why_remote_link_not_removed(caller, issue, link, permissions)
        self.ask(caller, "DELETE", path, {}, refused=refused)
        if refused is DONE:
            self.model.remote_links.remove(link)

    @rule(
        caller=callers,
        pick=picks,
        name=st.sampled_from(["Blocks", "Fixes", "Tests"]),
        method=st.sampled_from(["POST", "PUT", "DELETE"]),
    )
    def change_types(self, caller, pick, name, method):
        """Ask to make, change or remove a type of links."""
        of_type, phrases = self.a_type(pick), (self.new_name(), self.new_name())
        known = None if method == "POST" else of_type
        refused = self.model.why_type_not_changed(caller, known, None if method == "DELETE" else name)
        body = {"name": name, "inward": phrases[0], "outward": phrases[1]}
        self.ask(caller, method, f"issueLinkType/{known.id}" if known else "issueLinkType", body, refused=refused)
        if refused is not DONE:
            return
        if method == "POST":
            self.model.add_type(name, *phrases)
        elif method == "PUT":
            of_type.name, of_type.inward, of_type.outward = name, *phrases
        else:
            self.model.remove_type(of_type)

    @rule(caller=callers, pick=picks)
    def ask_while_linking_is_off(self, caller, pick):
        """Ask for anything about links, which nobody gets while issue linking is switched off."""
        self.jira.linking_enabled = False
        link = self.a_link(pick)
        issue = self.an_issue(pick)
        one = f"issueLink/{link.id if link else 10000}"
        requests = [("POST", "issueLink", 404), ("GET", one, 404), ("DELETE", one, 404), ("GET", "issueLinkType", 404)]
        method, path, status = [*requests, ("GET", f"issue/{issue.key}/remotelink", 403)][pick % 5]
        body = {"type": {"name": "Blocks"}, "inwardIssue": {"key": "APP-1"}, "outwardIssue": {"key": "LIB-1"}}
        self.ask(caller, method, path, None if method == "GET" else body, refused={status})
        self.jira.linking_enabled = True

    # What a test's author does

    @precondition(lambda self: sum(issue.there for issue in self.model.issues) < 7)
    @rule(project=projects, secret=rarely)
    def seed_issue(self, project, secret):
        """Add an issue from the test."""
        issue = self.model.add_issue(project, secret=secret and project == "LIB", by_request=False)
        self.jira.add_issue(issue.key, security_level="Inside" if issue.secret else None)

    @rule(of_type=picks, ends=st.tuples(picks, picks), inward=st.booleans())
    def seed_link(self, of_type, ends, inward):
        """Add a link from the test, by either phrase and whatever the limit."""
        of_type, issue, other = self.a_type(of_type), *self.two_issues(ends)
        phrase, source, destination = of_type.outward, issue, other
        if inward and of_type.inward != of_type.outward:
            phrase, source, destination = of_type.inward, other, issue
        there = of_type.there and issue.there and other.there and issue is not other
        if there and not self.model.same_link(of_type, source, destination):
            self.jira.add_link(issue.key, phrase, other.key)
            self.model.add_link(of_type, source, destination, by_request=False)

    @rule(pick=picks)
    def move_issue(self, pick):
        """Move an issue with its sub-tasks to the other project, where they have no security level."""
        issue = self.an_issue(pick)
        if issue.there and issue.parent is None:
            project = "LIB" if issue.project == "APP" else "APP"
            moving = [issue, *self.model.subtasks_of(issue)]
            keys = [self.model.next_key(project) for _ in moving]
            self.jira.move_issue(issue.key, keys[0])
            for one, key in zip(moving, keys, strict=True):
                one.key, one.secret = key, False

    @rule(limit=st.integers(1, 4))
    def set_limit(self, limit):
        """Set the limits, which may be below what there is."""
        self.model.limit = self.jira.link_limit = self.jira.comment_limit = self.jira.remote_link_limit = limit

    @rule(
        permission=st.sampled_from([BROWSE, BROWSE, LINK, LINK, *PERMISSIONS]),
        project=projects,
        anyone=st.booleans(),
        denied=st.sets(st.sampled_from(USERS), max_size=2),
    )
    def permit(self, permission, project, anyone, denied):
        """Say who holds a permission in a project: anyone or every user, but for those who are denied it."""
        self.model.holders[permission, project] = set(CALLERS if anyone else USERS) - denied
        self.jira.allow_only(permission, *([ANYONE] if anyone else self.known.values()), project=project)
        if denied:
            self.jira.deny(permission, *(self.known[name] for name in sorted(denied)), project=project)

    # What is seen

    @rule(caller=callers)
    def look(self, caller):
        """Read every link by its id and every issue, which shows each link once, if the caller sees the other end."""
        before = snapshot(self.jira.site)
        for link in {event.link for event in self.model.history}:
            self.read_link(caller, link)
        for issue in self.model.issues:
            self.read_issue(caller, issue)
        self.search(caller)
        assert snapshot(self.jira.site) == before

    @invariant()
    def somebody_looks(self):
        """Let one of the callers look after each twentieth step, the next one each time."""
        self.steps += 1
        if self.steps % 20 == 0:
            self.look(CALLERS[self.steps // 20 % len(CALLERS)])

    def read(self, caller, path, found):
        """Read something that the caller finds or not; return its JSON, or None."""
        reply = self.ask(caller, "GET", path, refused=DONE if found else self.model.unseen(caller))
        return reply.json if found else None

    def read_link(self, caller, link):
        """Read a link by its id."""
        content = self.read(caller, f"issueLink/{link.id}", self.model.finds_link(caller, link))
        if content is not None:
            ends = [content[side]["key"] for side in ("inwardIssue", "outwardIssue")]
            assert (content["type"]["id"], *ends) == (str(link.type.id), link.source.key, link.destination.key)

    def read_issue(self, caller, issue):
        """Read an issue with its links, its history, its comments and its remote links."""
        found = self.model.finds(caller, issue)
        content = self.read(caller, f"issue/{issue.key.lower()}?fields=issuelinks,comment&expand=changelog", found)
        pages = self.read(caller, f"issue/{issue.id}/changelog", found)
        remote = self.read(caller, f"issue/{issue.id}/remotelink", found)
        if content is None:
            return
        self.is_shown(caller, issue, content)
        told = self.model.changelog(caller, issue)
        assert changes_in(content["changelog"]["histories"][::-1]) == changes_in(pages["values"]) == told
        comments = [int(one["id"]) for one in content["fields"]["comment"]["comments"]]
        assert comments == [comment.id for comment in self.model.readable(caller, issue)]
        remote_ids = [link.id for link in self.model.remote_links_of(issue)]
        assert [one["id"] for one in remote] == remote_ids
        last = self.model.last_ids["remote link"]
        for link_id in range(last - 2, last + 1):  # which may be another issue's, or gone with it
            refused = DONE if link_id in remote_ids else REFUSED
            self.ask(caller, "GET", f"issue/{issue.key}/remotelink/{link_id}", refused=refused)

    def search(self, caller):
        """Find every issue that the caller sees, with its links."""
        body = {"jql": "created is not EMPTY", "fields": ["issuelinks"]}
        found = self.ask(caller, "POST", "search/jql", body, refused=DONE, version=3).json["issues"]
        by_key = {content["key"]: content for content in found}
        seen = [issue for issue in self.model.issues if self.model.finds(caller, issue)]
        assert len(by_key) == len(found) == len(seen)
        for issue in seen:
            self.is_shown(caller, issue, by_key[issue.key])

    def is_shown(self, caller, issue, content):
        """Check which links an issue shows."""
        elements = [
            (int(one["id"]), one["type"]["name"], side, one[side]["key"])
            for one in content["fields"]["issuelinks"]
            for side in ("inwardIssue", "outwardIssue")
            if side in one
        ]
        assert elements == self.model.shown(caller, issue)
        self.happened["shown"] += len(elements)
        self.happened["hidden"] += len(self.model.links_of(issue)) - len(elements)

    @rule()
    def look_from_the_test(self):
        """Ask the test's own face, by either phrase of each link there is and of each there is not."""
        links = self.model.links
        assert self.jira.sentences() == [f"{one.source.key} {one.type.outward} {one.destination.key}" for one in links]
        made = [event.link.id for event in self.model.history if event.made and event.link.by_request]
        assert [int(link.id) for link in self.jira.recorded_links] == made
        removed = [event.link.id for event in self.model.history if not event.made]
        assert [int(link.id) for exchange in self.jira.exchanges for link in exchange.links_removed] == removed
        issues = [issue for issue in self.model.issues if issue.there]
        for of_type in [one for one in self.model.types if one.there]:
            for source, destination in [(one, other) for one in issues for other in issues if one is not other]:
                ways = [(source, destination), (destination, source)][: 1 + (of_type.inward == of_type.outward)]
                there = any(self.model.same_link(of_type, *way) for way in ways)
                verb = self.jira.assert_linked if there else self.jira.assert_not_linked
                verb(source.key, of_type.outward, destination.key)
                verb(destination.key, of_type.inward, source.key)

    @invariant()
    def the_same_is_there(self):
        """Hold what the model holds, and no other: each link at both its ends, under ids that are never given twice."""
        model, jira = self.model, self.jira
        issues = [issue for issue in model.issues if issue.there]
        assert [(int(one.id), one.key) for one in jira.issues] == [(issue.id, issue.key) for issue in issues]
        links = [(int(link.id), int(link.type.id), link.source.key, link.destination.key) for link in jira.links]
        assert links == [(link.id, link.type.id, link.source.key, link.destination.key) for link in model.links]
        for issue in issues:
            assert [int(link.id) for link in jira.links_of(issue.key)] == [link.id for link in model.links_of(issue)]
            assert [int(one.id) for one in jira.comments_of(issue.key)] == [one.id for one in model.comments_of(issue)]
            remote_links = [one.id for one in jira.remote_links_of(issue.key)]
            assert remote_links == [one.id for one in model.remote_links_of(issue)]
        types = [(int(one.id), one.name, one.inward, one.outward) for one in jira.site.link_types.values()]
        assert types == [(one.id, one.name, one.inward, one.outward) for one in model.types if one.there]

    @invariant()
    def webhooks_tell_the_same(self):
        """Send one webhook for each link that was made or removed, and for what went with it, in order."""
        assert [told for payload in self.delivered if (told := told_by(payload))] == self.model.told


def test_any_sequence_agrees_with_the_model() -> None:
    """Whatever is done in whatever order: views, ids, limits, history, webhooks and the test's face agree on links."""
    Links.happened.clear()
    profile = settings()
    sequences = max(profile.max_examples, 80)  # of fewer nobody can say how often something is to happen
    thorough = settings(max_examples=sequences, stateful_step_count=2 * profile.stateful_step_count)
    run_state_machine_as_test(Links, settings=thorough)
    often = thorough.max_examples / 100
    assert {what: times for what, times in OFTEN.items() if Links.happened[what] < times * often} == {}
