"""Links made, read and deleted in any order, by several callers, against a model without any index."""

from __future__ import annotations

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from jira_linkfake import ANYONE, FakeJira
from tests.wire.facts import snapshot

PROJECTS = ("APP", "LIB")
KEYS = ("APP-1", "LIB-1", "LIB-2")
SECRET = "LIB-2"
ANONYMOUS = None
USERS = ("admin", "alice", "bob")
CALLERS = (*USERS, ANONYMOUS)
BROWSE, LINK = "BROWSE_PROJECTS", "LINK_ISSUES"

Link = tuple[str, str, str]
"""A link's type, its source and its destination."""


class Model:
    """What the documentation promises of links."""

    def __init__(self, limit: int, insiders: set[str]) -> None:
        self.limit = limit
        self.insiders = insiders
        self.holders = {(permission, project): set(USERS) for permission in (BROWSE, LINK) for project in PROJECTS}
        self.links: dict[Link, int] = {}
        self.comments = dict.fromkeys(KEYS, 0)

    def holds(self, caller, permission, key):
        """Say whether a caller holds a permission in the project of an issue."""
        return caller in self.holders[permission, key[:3]]

    def sees(self, caller, *keys):
        """Say whether a caller sees every one of these issues."""
        return all(self.holds(caller, BROWSE, key) and (key != SECRET or caller in self.insiders) for key in keys)

    def unseen(self, caller):
        """Return the status for what a caller does not see: the reference asks who sees nothing to sign in."""
        blind = not any(caller in self.holders[BROWSE, project] for project in PROJECTS)
        return 401 if caller is ANONYMOUS and blind else 404

    def denied(self, caller):
        """Return the status for want of a permission."""
        return 401 if caller is ANONYMOUS else 404

    def count(self, key):
        """Return how many links an issue has."""
        return sum(key in (source, destination) for _, source, destination in self.links)

    def created(self, caller, link, comment):
        """Return the status of a request to make a link."""
        _, source, destination = link
        if not self.sees(caller, source, destination):
            return self.unseen(caller)
        if source == destination:
            return 400
        if not self.holds(caller, LINK, source) or (comment and caller is ANONYMOUS):
            return self.denied(caller)
        if link not in self.links and self.limit <= max(self.count(source), self.count(destination)):
            return 413
        return 201

    def read(self, caller, link_id):
        """Return the link that a caller reads by its id, None where there is none for him."""
        for link, its_id in self.links.items():
            if its_id == link_id and self.sees(caller, *link[1:]):
                return link
        return None

    def deleted(self, caller, link_id):
        """Return the status of a request to delete a link."""
        link = self.read(caller, link_id)
        if link is None:
            return self.unseen(caller)
        return 204 if any(self.holds(caller, LINK, key) for key in link[1:]) else self.denied(caller)

    def shown(self, caller, key):
        """Return the links that an issue shows to a caller: id, type, side and the other issue."""
        ways = [
            (link_id, name, side, other)
            for (name, source, destination), link_id in self.links.items()
            for end, side, other in ((source, "outwardIssue", destination), (destination, "inwardIssue", source))
            if end == key and self.sees(caller, other)
        ]
        return sorted(ways, key=lambda way: (way[1], way[2] == "inwardIssue", way[0]))


def written(key: str) -> st.SearchStrategy[dict[str, str]]:
    """Return the ways to name an issue: its key in any case, or its id."""
    in_any_case = st.tuples(*(st.sampled_from([letter.lower(), letter]) for letter in key)).map("".join)
    return in_any_case.map(lambda text: {"key": text}) | st.just({"id": str(10000 + KEYS.index(key))})


class Links(RuleBasedStateMachine):
    """A site and its model, to which the same is done."""

    callers = st.sampled_from(CALLERS)
    keys = st.sampled_from(KEYS)
    names = st.sampled_from(["Blocks", "Relates"])
    picks = st.integers(0, 5)

    @initialize(limit=st.integers(1, 4), insiders=st.sets(st.sampled_from(USERS), min_size=1))
    def make_site(self, limit, insiders):
        """Begin with three issues, one of them with a security level, and no links."""
        self.model = Model(limit, insiders)
        self.jira = FakeJira(link_limit=limit)
        self.known = {"admin": self.jira.default_user}
        self.known |= {name: self.jira.add_user(name) for name in USERS[1:]}
        self.jira.add_issues(*KEYS[:2])
        self.jira.add_issue(SECRET, visible_to=[self.known[name] for name in sorted(insiders)])
        self.last_id = 9999

    def ask(self, caller, method, path, **rest):
        """Send a request, and check that it changes nothing where it is refused or only reads."""
        auth = None if caller is ANONYMOUS else self.known[caller].auth
        before = snapshot(self.jira.site)
        reply = self.jira.client().open(f"/rest/api/2/{path}", method=method, auth=auth, **rest)
        if reply.status_code not in (201, 204):
            assert snapshot(self.jira.site) == before
        return reply

    def some_id(self, pick):
        """Return the id of a link that is there, or now and then of none."""
        ids = [*self.model.links.values(), self.last_id]
        return ids[pick % len(ids)]

    @rule(caller=callers, link=st.tuples(names, keys, keys), comment=st.booleans(), data=st.data())
    def create(self, caller, link, comment, data):
        """Ask for a link, which may be there already or may have been deleted, with or without a comment."""
        name, *ends = link
        inward, outward = (data.draw(written(key)) for key in ends)
        body = {"type": {"name": name}, "inwardIssue": inward, "outwardIssue": outward}
        if comment:
            body["comment"] = {"body": "Said"}
        expected = self.model.created(caller, link, comment)
        assert self.ask(caller, "POST", "issueLink", json=body).status_code == expected
        if expected != 201:
            return
        self.model.comments[ends[0]] += comment
        if link not in self.model.links:
            new_id = self.jira.links[-1].id
            assert new_id > self.last_id
            self.last_id = self.model.links[link] = new_id

    @rule(caller=callers, pick=picks)
    def delete(self, caller, pick):
        """Ask to delete a link, which may not be there."""
        link_id = self.some_id(pick)
        expected = self.model.deleted(caller, link_id)
        assert self.ask(caller, "DELETE", f"issueLink/{link_id}").status_code == expected
        if expected == 204:
            self.model.links = {link: its_id for link, its_id in self.model.links.items() if its_id != link_id}

    @rule(
        permission=st.sampled_from([BROWSE, LINK]),
        project=st.sampled_from(PROJECTS),
        anyone=st.booleans(),
        denied=st.sets(st.sampled_from(USERS), max_size=1),
    )
    def permit(self, permission, project, anyone, denied):
        """Say who holds a permission in a project: anyone or every user, but for those who are denied it."""
        self.model.holders[permission, project] = set(CALLERS if anyone else USERS) - denied
        everyone = [ANYONE] if anyone else self.known.values()
        self.jira.allow_only(permission, *everyone, project=project)
        if denied:
            self.jira.deny(permission, *(self.known[name] for name in sorted(denied)), project=project)

    @rule(caller=callers, pick=picks)
    def ask_while_linking_is_off(self, caller, pick):
        """Ask for anything about links, which nobody gets while issue linking is switched off."""
        body = {"type": {"name": "Blocks"}, "inwardIssue": {"key": "APP-1"}, "outwardIssue": {"key": "LIB-1"}}
        self.jira.linking_enabled = False
        one = f"issueLink/{self.some_id(pick)}"
        for method, path in [("POST", "issueLink"), ("GET", one), ("DELETE", one)]:
            assert self.ask(caller, method, path, json=body).status_code == 404
        self.jira.linking_enabled = True

    @rule(caller=callers)
    def look(self, caller):
        """Read every link by its id and every issue, which shows each link once, if the caller sees the other end."""
        for link_id in range(self.last_id - 3, self.last_id + 2):
            self.read(caller, link_id)
        for key in KEYS:
            self.read_issue(caller, key)

    def read(self, caller, link_id):
        """Read a link by its id."""
        link = self.model.read(caller, link_id)
        reply = self.ask(caller, "GET", f"issueLink/{link_id}")
        if link is None:
            assert reply.status_code == self.model.unseen(caller)
        else:
            ends = [reply.json[side]["key"] for side in ("inwardIssue", "outwardIssue")]
            assert (reply.json["type"]["name"], *ends) == link

    def read_issue(self, caller, key):
        """Read an issue with its links."""
        reply = self.ask(caller, "GET", f"issue/{key.lower()}?fields=issuelinks")
        if not self.model.sees(caller, key):
            assert reply.status_code == self.model.unseen(caller)
            return
        assert reply.json["key"] == key
        elements = [
            (int(one["id"]), one["type"]["name"], side, one[side]["key"])
            for one in reply.json["fields"]["issuelinks"]
            for side in ("inwardIssue", "outwardIssue")
            if side in one
        ]
        assert elements == self.model.shown(caller, key)

    @invariant()
    def the_same_links_and_comments_are_there(self):
        """Hold the links and comments of the model, and no other."""
        stored = {(link.type.name, link.source.key, link.destination.key): link.id for link in self.jira.links}
        assert stored == self.model.links
        assert {key: len(self.jira.comments_of(key)) for key in KEYS} == self.model.comments

    @invariant()
    def each_link_is_at_both_its_ends_and_within_the_limit(self):
        """Each issue has every link that it is an end of, and no more than the limit."""
        for key in KEYS:
            links = self.jira.links_of(key)
            assert len(links) == self.model.count(key) <= self.model.limit
            assert all(key in (link.source.key, link.destination.key) for link in links)


TestLinks = Links.TestCase
