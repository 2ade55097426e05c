"""The page of a site: what it shows, where it leads, and that nothing on it runs or gives a token away."""

from __future__ import annotations

import base64
import json
from itertools import count
from threading import Event, Thread
from urllib.parse import urljoin, urlsplit

import pytest
from werkzeug.test import Client

from jira_linkfake import ANYONE, FakeJira, scenarios
from jira_linkfake.inspector.application import Inspected
from jira_linkfake.inspector.standing import standing_page
from tests.inspector.html_pages import Page

ROOT = "/_linkfake/page/"
ALL_PAGES = [
    *("", "?q=PROJ", "issues/PROJ-1", "graph", "graph?around=PROJ-1&depth=1", "exchanges", "exchanges?wrong=1"),
    *("exchanges/1", "webhooks", "faults", "people", "people?who=alice&issue=PROJ-1", "issues/PROJ-99"),
]
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)


BROWSE = "Browse Projects in PROJ is given to every signed-in user"
INTERNAL = "the security level Internal shows it to the group staff alone"


class Browsing:
    """A site, its page without a browser, and a client of its REST API."""

    def __init__(self) -> None:
        self.jira = FakeJira(inspector=True)
        self.client = Client(Inspected(self.jira))

    def answer(self, path: str, *, prefix: str = ""):
        """Return the answer to a page's address."""
        return self.client.get(f"{prefix}{ROOT}{path}")

    def page(self, path: str, *, status: int = 200, prefix: str = "") -> Page:
        """Return a page that is answered with a status."""
        answer = self.answer(path, prefix=prefix)
        assert answer.status_code == status, answer.text
        return Page(answer.text)

    def link(self, source: str, destination: str, user: str = "alice", **more: object) -> int:
        """Link two issues as a user does, and return the status."""
        body = {"type": {"name": "Blocks"}, "inwardIssue": {"key": source}, "outwardIssue": {"key": destination}}
        auth = self.jira.user(user).auth
        return self.client.post("/rest/api/3/issueLink", json={**body, **more}, auth=auth).status_code


@pytest.fixture
def browsing():
    """A site with links, people and a hidden issue, of which requests have asked something."""
    browsing = Browsing()
    jira = browsing.jira
    jira.add_issue("PROJ-1", summary="Crash on save", type="Bug", labels=["ui"])
    jira.add_issue("PROJ-2", summary="Release")
    jira.add_user("alice", token="alice-s3cret")
    jira.add_user("bob")
    jira.add_group("staff", ["bob"])
    jira.add_role("Developers", project="PROJ", members=["alice"])
    jira.add_security_level("Internal", project="PROJ", members=["staff"])
    jira.add_issue("PROJ-3", summary="Secret plan", security_level="Internal")
    jira.add_link("PROJ-3", "duplicates", "PROJ-1")
    assert [browsing.link("PROJ-1", "PROJ-2"), browsing.link("PROJ-1", "PROJ-3")] == [201, 404]
    return browsing


def test_every_page_is_guarded(browsing):
    """Nothing may run or be fetched but what is the page's own; no page is kept, and no connection with its thread."""
    for path in ALL_PAGES:
        answer = browsing.answer(path)
        assert answer.status_code == (404 if "99" in path else 200), path
        assert answer.headers["Content-Security-Policy"] == POLICY
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert answer.headers["Referrer-Policy"] == "no-referrer"
        assert answer.headers["Cache-Control"] == "no-store"
        assert answer.headers["Connection"] == "close"
        page = Page(answer.text)
        assert [one.attributes for one in page.all("style")] == []
        assert [one for one in page.elements if "style" in one.attributes] == []
        assert [one.text for one in page.all("script")] == [""]


def test_an_issue_has_its_links_both_ways(browsing):
    """The list shows each link from both ends, with its phrase there and an arrow that says which way it leads."""
    page = browsing.page("")
    assert page.texts("li", class_="out") == ["⟶ blocks PROJ-2 Release", "⟶ duplicates PROJ-1 Crash on save"]
    assert page.texts("li", class_="in") == [
        "⟵ is duplicated by PROJ-3 Secret plan",
        "⟵ is blocked by PROJ-1 Crash on save",
    ]
    browsing.jira.add_link("PROJ-2", "relates to", "PROJ-3")
    assert browsing.page("issues/PROJ-2").texts("li", class_="both") == ["⟷ relates to PROJ-3 Secret plan"]


@pytest.mark.parametrize("words", ["PROJ-1 blocks PROJ-2", "proj-1 BLOCKS", "is blocked by PROJ-1", "blocks proj-2"])
def test_a_link_is_found_by_its_sentence(browsing, words):
    """A part of the sentence will do, read from either end and in whatever case; it leads to the graph."""
    (found,) = browsing.page(f"?q={words}").all("a", class_="sentence")
    assert found.text in ("PROJ-1 blocks PROJ-2", "PROJ-2 is blocked by PROJ-1")
    around = Page(browsing.client.get(found.attributes["href"]).text)
    assert around.texts("h1") == [f"The links around {found.text.split()[0]}"]


def test_a_long_body_is_cut_in_the_list(browsing):
    """The list shows how a body begins."""
    browsing.link("PROJ-1", "PROJ-2", comment={"body": "x" * 500})
    (line,) = (one for one in browsing.page("exchanges").texts("p", class_="sent") if "xxx" in one)
    assert (len(line), line[-1]) == (161, "…")


def test_issues_are_found_by_their_words(browsing):
    """Key, summary, type and status count; where nothing is found the page says so."""
    assert browsing.page("?q=crash").texts("a", class_="key")[0] == "PROJ-1"
    assert browsing.page("?q=task, to do").texts("div", class_="line") == [
        *("PROJ-2 Release Task To Do", "PROJ-3 Secret plan Task To Do")
    ]
    assert browsing.page("?q=nowhere").texts("p", class_="empty") == ["Nothing has “nowhere” in it."]


def test_a_site_without_anything_says_so():
    """Each page of a fresh site says that there is nothing, and what would bring it about."""
    browsing = Browsing()
    said = {path: browsing.page(path).texts("p", class_="empty") for path in ("", "graph", "exchanges", "webhooks")}
    assert said == {
        "": ["There is no issue yet. They come as requests make them, or as a test or a file adds them."],
        "graph": ["There is no link to draw."],
        "exchanges": ["No request has come yet. Clients call http://localhost."],
        "webhooks": ["No request has done anything yet of which a webhook would tell."],
    }
    assert "POST http://localhost/_linkfake/scenarios" in browsing.page("faults").texts("p", class_="empty")[0]


def test_long_lists_come_in_parts(browsing):
    """Fifty issues stand on a page; the next part keeps what was asked for, and one that is not there is the last."""
    browsing.jira.add_issues(*(f"MANY-{number}" for number in range(1, 120)))
    page = browsing.page("?q=MANY&part=2")
    assert (len(page.all("li", class_="row")), page.texts("a", class_="key")[0]) == (50, "MANY-51")
    (next_part,) = page.all("a", rel="next")
    assert Page(browsing.client.get(next_part.attributes["href"]).text).texts("a", class_="key")[0] == "MANY-101"
    assert len(page.all("a", rel="prev")) == 1
    for odd in ("99", "-1", "x", "٣", "0"):
        rows = browsing.page(f"?q=MANY&part={odd}").texts("a", class_="key")
        assert rows[0] == ("MANY-101" if odd == "99" else "MANY-1")


def test_an_issue_shows_all_that_is_about_it(browsing):
    """Facts, links, remote links, comments with those they are for, and who may see it and why."""
    jira = browsing.jira
    jira.add_remote_link("PROJ-1", "https://example.com/1", title="Pull request", relationship="fixed by")
    jira.add_remote_link("PROJ-1", "javascript:alert(1)", title="Evil")
    jira.add_comment("PROJ-1", "Seen again", author="bob", visible_to="Developers")
    page = browsing.page("issues/PROJ-1")
    facts = dict(zip(page.texts("dt"), page.texts("dd"), strict=True))
    assert facts["Type"] == "Bug"
    assert facts["Status"] == "To Do"
    assert facts["Labels"] == "ui"
    assert page.texts("article") == ["bob, for the role Developers alone Seen again"]
    assert "⟶ fixed by Pull request https://example.com/1" in page.texts("li")
    assert "⟶ links to Evil javascript:alert(1) (no address of the web: it is not followed)" in page.texts("li")
    assert [one.text for one in page.all("a", rel="noopener noreferrer nofollow")] == ["Pull request"]
    assert page.texts("li", class_="row")[-4:] == [
        "no an anonymous caller Browse Projects in PROJ is given to every signed-in user alone",
        "yes admin Browse Projects in PROJ is given to every signed-in user",
        "yes alice Browse Projects in PROJ is given to every signed-in user",
        "yes bob Browse Projects in PROJ is given to every signed-in user",
    ]


@pytest.mark.parametrize(
    "url",
    [
        *(
            "javascript:alert(1)",
            "JaVaScRiPt:alert(1)",
            " javascript:alert(1)",
            "java\nscript:alert(1)",
            "data:text/html,x",
        ),
        *("vbscript:x", "file:///etc/passwd", "//example.com", "http:alert(1)", "http://[", "https://a\u202eb"),
    ],
)
def test_what_is_no_address_of_the_web_is_no_link(browsing, url):
    """A remote link to anything but http and https is shown as text; the site may have got it any way."""
    made = browsing.jira.add_remote_link("PROJ-1", "https://example.com/", title="It")
    object.__setattr__(made, "url", url)
    page = browsing.page("issues/PROJ-1")
    assert [one.attributes["href"] for one in page.all("a") if one.text == "It"] == []
    assert "(no address of the web: it is not followed)" in " ".join(page.texts("li"))


def test_the_reason_of_a_refusal_is_shown(browsing):
    """The page of exchanges has the true reason, which the answer to the client has not."""
    page = browsing.page("exchanges")
    assert page.texts("p", class_="reason") == ["IssueHidden: alice may not see PROJ-3: security level Internal"]
    assert page.texts("ul", class_="changes") == ["+ PROJ-1 blocks PROJ-2"]
    assert page.texts("span", class_="code") == ["404", "201"]
    assert [one.text for one in page.all("a", class_="path")] == ["/rest/api/3/issueLink"] * 2
    assert browsing.page("exchanges?wrong=1").texts("span", class_="code") == ["404"]
    assert browsing.page("exchanges?q=PROJ-1 blocks").texts("span", class_="code") == ["201"]
    assert browsing.page("exchanges?q=nothing").texts("p", class_="empty") == ["No request is such a one."]


def test_an_exchange_shows_what_was_sent_and_answered(browsing):
    """Bodies stand there with a line for each value, between the exchange before and the next one."""
    page = browsing.page("exchanges/2")
    sent, answered = page.all("pre")
    assert '  "inwardIssue": {\n    "key": "PROJ-1"\n  }' in "".join(sent.texts)
    assert json.loads("".join(answered.texts)) == {
        "errorMessages": ["Issue does not exist or you do not have permission to see it."],
        "errors": {},
    }
    assert "PROJ-3: security level Internal" in page.texts("p", class_="reason")[0]
    assert [len(page.all("a", rel=rel)) for rel in ("prev", "next")] == [1, 0]
    assert browsing.page("exchanges/1").texts("p", class_="faint") == ["nothing"]
    assert "there is no exchange 3: there are 2" in browsing.page("exchanges/3", status=404).texts("p", class_="reason")


def test_a_fault_is_shown_with_what_it_met(browsing):
    """The pages show a fault while it waits, what came of the request that met it, and that it is used up."""
    scenarios.unavailable(browsing.jira, times=1)
    scenarios.slow(browsing.jira, seconds=0)
    browsing.jira.on_request("GET", "myself", print)
    assert browsing.page("faults").texts("p", class_="faint") == ["met 0 requests", "met 0 requests", "is waited for"]
    assert browsing.link("PROJ-2", "PROJ-1") == 503
    said = browsing.page("faults").texts("p", class_="faint")
    assert said[0] == "met 1 request, and is used up"
    browsing.jira.clear_faults()
    assert browsing.page("faults").texts("p", class_="faint")[1].endswith("and was taken away")
    scenarios.slow(browsing.jira, seconds=0)  # as the one that was taken away is, but for that
    taken_away = ["taken away" in one for one in browsing.page("faults").texts("p", class_="faint")]
    assert taken_away == [False, True, False, False]
    assert "Fault: unavailable" in browsing.page("exchanges").texts("p", class_="reason")[0]


def test_webhooks_are_shown_with_their_receivers(browsing):
    """A webhook has its payload, and how receivers took it."""

    def receive(payload):
        raise KeyError("no such key")

    lines = browsing.page("webhooks").texts("div", class_="line")
    assert "issuelink_created PROJ-1, PROJ-2 nobody is registered for it" in lines
    assert "jira:issue_updated PROJ-1 nobody is registered for it" in lines
    browsing.jira.webhooks.register(receive, events=["issuelink_created"])
    browsing.link("PROJ-2", "PROJ-1")
    page = browsing.page("webhooks")
    assert page.texts("span", class_="verb").count("issuelink_created") == 2
    assert "raised KeyError('no such key')" in page.texts("p", class_="reason")[0]
    assert '"webhookEvent": "issuelink_created"' in page.texts("pre")[2]


@pytest.mark.parametrize(
    ("who", "issue", "sentence"),
    [
        ("alice", "PROJ-1", f"alice may see PROJ-1: {BROWSE}."),
        ("alice", "proj-3", f"alice may not see PROJ-3: {BROWSE}, but {INTERNAL}."),
        ("bob", "PROJ-3", f"bob may see PROJ-3: {BROWSE}, and {INTERNAL}."),
        ("", "PROJ-1", f"An anonymous caller may not see PROJ-1: {BROWSE} alone."),
    ],
)
def test_the_page_says_why_somebody_may_or_may_not_see_an_issue(browsing, who, issue, sentence):
    """The answer names what decides: who holds Browse Projects, and whom a security level shows the issue."""
    assert browsing.page(f"people?who={who}&issue={issue}").texts("p", class_="answer") == [sentence]


def test_the_page_says_what_gives_or_takes_a_permission(browsing):
    """Each permission of a project stands there with whether somebody holds it, and through what."""
    jira = browsing.jira
    jira.deny("LINK_ISSUES", "staff", project="PROJ")
    jira.allow_only("ADD_COMMENTS", "Developers", project="PROJ")
    jira.deny("DELETE_ISSUES")
    jira.allow_only("BROWSE_PROJECTS", ANYONE)
    held = {
        who: browsing.page(f"people?who={who}&issue=PROJ").texts("li", class_="row") for who in ("bob", "alice", "")
    }
    assert "no Link Issues denied to the group staff" in held["bob"]
    assert "no Add Comments given to the role Developers in PROJ alone" in held["bob"]
    assert "no Delete Issues denied to anyone, with or without an account" in held["bob"]
    assert "yes Link Issues given to every signed-in user" in held["alice"]
    assert "yes Add Comments given to the role Developers in PROJ" in held["alice"]
    assert "yes Browse Projects given to anyone, with or without an account" in held[""]
    assert "no Administer Jira given to admin alone" in browsing.page("people?who=bob&issue=").texts("li", class_="row")
    assert (
        browsing.page("people?who=bob&issue=PROJ-9")
        .texts("p", class_="reason")[0]
        .startswith("there is no issue 'PROJ-9' on the site: did you mean 'PROJ-")
    )
    assert browsing.page("people?who=bo&issue=PROJ-1").texts("p", class_="reason") == [
        "there is no user 'bo' on the site: did you mean 'bob'?"
    ]


def test_people_are_shown_with_groups_roles_and_levels(browsing):
    """Who is there, in which groups, and whom roles and security levels have; nobody's token."""
    jira = browsing.jira
    jira.add_role("Empty", project="PROJ")
    jira.add_security_level("Nobody", project="PROJ")
    rows = browsing.page("people").texts("li", class_="row")
    assert rows[2].startswith("bob bob@example.com")
    assert rows[2].endswith("in staff; any token will do")
    assert rows[3:] == [
        *("Developers in PROJ: alice", "Empty in PROJ: nobody"),
        *("Internal in PROJ, a security level: the group staff", "Nobody in PROJ, a security level: nobody"),
    ]


def test_the_graph_leads_from_issue_to_issue(browsing):
    """A box leads to the graph around its issue, with the depth and the types that are chosen; that one is marked."""
    page = browsing.page("graph?around=PROJ-1&depth=1&type=Blocks")
    boxes = {one.attributes["id"]: one.attributes for one in page.all("a", class_="issue")}
    assert sorted(boxes) == ["box-PROJ-1", "box-PROJ-2"]
    assert boxes["box-PROJ-1"].get("aria-current") == "true"
    assert boxes["box-PROJ-2"]["href"] == "/_linkfake/page/graph?around=PROJ-2&depth=1&type=Blocks"
    assert page.texts("title")[1:] == [
        *("PROJ-1 blocks PROJ-2", "PROJ-1 (Bug, To Do): Crash on save", "PROJ-2 (Task, To Do): Release")
    ]
    assert page.texts("pre")[0] == "PROJ-1 (Bug, To Do): Crash on save blocks PROJ-2 (Task, To Do): Release"
    assert page.texts("pre")[1].startswith("flowchart LR")
    assert browsing.page("graph?type=Relates").texts("p", class_="empty") == [
        "There is no link of these types to draw."
    ]
    assert len(browsing.page("graph?around=PROJ-1&depth=x").all("a", class_="issue")) == 3


@pytest.mark.parametrize(
    ("path", "sentence"),
    [
        ("issues/PROJ-12", "there is no issue 'PROJ-12' on the site: did you mean 'PROJ-1'?"),
        ("graph?around=PROJ-12", "there is no issue 'PROJ-12' on the site: did you mean 'PROJ-1'?"),
        ("graph?type=Block", "there is no link type 'Block' on the site: did you mean 'Blocks'?"),
    ],
)
def test_what_is_not_there_is_told_with_the_nearest(browsing, path, sentence):
    """A page of what the site does not have is a 404 that names the nearest."""
    (said,) = browsing.page(path, status=404).texts("p", class_="reason")
    assert said.startswith(sentence[:-5])


def test_addresses_that_people_know_lead_to_the_page(browsing):
    """`/browse/KEY` leads to the issue, and is not served without the inspector; `/_linkfake/` leads to the page."""
    assert browsing.client.get("/browse/PROJ-1").headers["Location"] == "/_linkfake/page/issues/PROJ-1"
    assert browsing.client.get("/_linkfake/").headers["Location"] == "/_linkfake/page/"
    assert len(browsing.jira.exchanges) == 2
    assert FakeJira().client().get("/browse/PROJ-1").status_code == 501


def test_all_addresses_have_the_prefix_of_their_site(browsing):
    """What a page of another site leads to or loads is below that site's prefix, but for the links to other sites."""
    browsing.client.post("/_linkfake/sites", json={"name": "web", "load": {"issues": ["A-1", "A-2"]}})
    for path in ("", "graph", "exchanges", "people", "issues/A-1"):
        page = browsing.page(path, prefix="/sites/web")
        found = {one.attributes.get("href") or one.attributes.get("src") for one in page.all("a") + page.all("script")}
        found |= {one.attributes["href"] for one in page.all("link")} | {page.all("body")[0].attributes["data-now"]}
        outside = {one for one in found if not one.startswith(("/sites/web/_linkfake/page/", "#"))}
        assert outside == {"/_linkfake/page/"}
        for one in found - outside - {"#main"}:
            assert browsing.client.get(urljoin("/", one)).status_code == 200, one
    assert [one.text for one in browsing.page("").all("a", href="/sites/web/_linkfake/page/")] == ["web"]
    assert browsing.client.get("/sites/web/browse/A-1").headers["Location"] == "/sites/web/_linkfake/page/issues/A-1"


def test_the_revision_tells_that_something_has_happened(browsing):
    """Requests, what a test does, and faults make it another one; looking does not."""
    jira, seen = browsing.jira, set()
    for happens in (
        lambda: None,
        lambda: browsing.link("PROJ-2", "PROJ-1"),
        lambda: browsing.client.get("/rest/api/3/myself"),
        lambda: jira.add_issue("PROJ-4"),
        lambda: jira.set_issue("PROJ-4", summary="Another one"),
        lambda: jira.remove_link("PROJ-2", "blocks", "PROJ-1"),
        lambda: scenarios.unavailable(jira, times=1),
        lambda: jira.clock.advance(60),
    ):
        happens()
        revision = browsing.answer("now").json["revision"]
        assert browsing.answer("now").json == {"revision": revision}
        assert f'data-revision="{revision}"' in browsing.answer("").text
        seen.add(revision)
    assert len(seen) == 8


HOSTILE = (
    "</title></style></script><script>alert(1)</script><img src=x onerror=alert(1)>\"'><a href=javascript:x>\u202e\x1b"
)


@pytest.fixture
def hostile():
    """A site of which every name and text is hostile, and requests and receivers too."""
    browsing = Browsing()
    jira = browsing.jira
    jira.add_status(HOSTILE)
    jira.add_issue_type(HOSTILE)
    jira.add_priority(HOSTILE)
    jira.add_link_type(HOSTILE, inward=f"in {HOSTILE}", outward=f"out {HOSTILE}")
    jira.add_user(HOSTILE, email=f"{HOSTILE}@example.com")
    jira.add_group(f"group {HOSTILE}", [HOSTILE])
    jira.add_issue("PROJ-1", summary=HOSTILE, type=HOSTILE, status=HOSTILE, priority=HOSTILE, assignee=HOSTILE)
    jira.add_issue("PROJ-2", summary="\ud83d lone", labels=["<b>"])
    jira.add_role(f"role {HOSTILE}", project="PROJ", members=[HOSTILE])
    jira.add_security_level(f"level {HOSTILE}", project="PROJ", members=[HOSTILE])
    jira.set_issue("PROJ-2", security_level=f"level {HOSTILE}")
    jira.add_link("PROJ-1", f"out {HOSTILE}", "PROJ-2")
    jira.add_comment("PROJ-1", HOSTILE, author=HOSTILE, visible_to=f"group {HOSTILE}")
    jira.add_remote_link("PROJ-1", "https://example.com/\"onx='", title=HOSTILE, relationship=HOSTILE)

    def receive(payload):
        raise ValueError(HOSTILE)

    jira.webhooks.register(receive)
    browsing.client.post(
        f"/rest/api/3/issueLink?{HOSTILE.replace(chr(27), '')}",
        json={"type": {"name": HOSTILE}, "inwardIssue": {"key": HOSTILE}, "outwardIssue": {"key": "PROJ-1"}},
        auth=jira.auth,
    )
    browsing.client.get("/rest/api/3/<script>alert(1)</script>", auth=(HOSTILE, "x"))
    browsing.client.post("/rest/api/2/issue/PROJ-1/comment", json={"body": HOSTILE}, auth=jira.auth)
    return browsing


def harmless(page: Page) -> None:
    """Assert that a page has only elements of ours, no handler, and addresses that are the page's own or of the web."""
    tags = {one.tag for one in page.elements}
    assert not tags & {"img", "iframe", "object", "embed", "base", "foreignobject", "animate", "set", "use", "image"}
    for one in page.elements:
        assert [name for name in one.attributes if name.startswith("on") or name == "srcdoc"] == []
        for name in ("href", "src", "action", "formaction", "xlink:href"):
            address = one.attributes.get(name, "")
            assert urlsplit(address).scheme in ("", "https", "data"), address
            assert not address.startswith("data:") or address == "data:,"


def test_hostile_texts_are_texts(hostile):
    """Whatever is in names, texts, requests and payloads stands on the pages as text; what is invisible is told."""
    paths = [*ALL_PAGES[:-2], "exchanges/2", "exchanges/3", f"?q={HOSTILE}".replace("#", "")]
    for path in [
        *paths,
        f"people?who={HOSTILE}&issue=PROJ-2".replace("\x1b", "%1b"),
        "issues/PROJ-2",
        "issues/<script>",
    ]:
        answer = hostile.answer(path)
        page = Page(answer.text)
        harmless(page)
        assert [one.attributes["src"].partition("?")[0] for one in page.all("script")] == [
            "/_linkfake/page/static/page.js"
        ]
        assert "\u202e" not in answer.text
        assert "\x1b" not in answer.text
    summary = browsed_summary(hostile)
    assert summary == HOSTILE.replace("\u202e", "\\u202e").replace("\x1b", "\\x1b")
    assert "\\ud83d lone" in hostile.page("issues/PROJ-2").texts("h1")[0]


def browsed_summary(hostile):
    """Return the summary of the hostile issue as its page shows it."""
    return hostile.page("issues/PROJ-1").all("h1")[0].text.removeprefix("PROJ-1 ")


def test_no_token_is_on_any_page(browsing):
    """Tokens and headers that requests carried somewhere, in whatever form, are hidden on every page."""
    jira, token = browsing.jira, "alice-s3cret"
    basic = base64.b64encode(f"alice@example.com:{token}".encode()).decode()
    jira.add_user("carol", token='qu"ote&<token>')
    jira.add_user("dave", token="\ud83d lone")
    jira.add_user("erin", token="abc")  # too short to be looked for
    jira.set_issue("PROJ-2", summary=f"the token {token}")
    jira.add_comment("PROJ-1", f"Authorization: Basic {basic} or Bearer abcdefghijklmnopqrstuvwxyz")
    client = browsing.client
    client.get(f"/rest/api/3/issue/PROJ-1?token={token}&other=qu%22ote%26%3Ctoken%3E", auth=jira.user("alice").auth)
    client.post("/rest/api/3/issue", json={"fields": {"summary": f'{basic} {token} qu"ote&<token>'}}, auth=jira.auth)
    client.post("/rest/api/3/issue", data=f"{'x' * 150}{token}", auth=jira.auth)
    client.get(f"/rest/api/3/issue/{token}", headers={"Authorization": f"Bearer {token}"})
    pages = [
        browsing.answer(path).text for path in [*ALL_PAGES, "exchanges/3", "exchanges/4", "exchanges/5", "exchanges/6"]
    ]
    for secret in (
        token,
        "alice-s3",
        basic,
        "admin-token",
        "abcdefghijklm",
        'qu"ote',
        "qu%22ote",
        "qu&#34;ote",
        'qu\\"ote',
    ):
        assert not any(secret in page for page in pages), secret
    assert "token=[hidden]" in pages[ALL_PAGES.index("exchanges")]


def test_a_body_that_is_no_json_is_shown_as_it_is(browsing):
    """What only begins like JSON, or is none at all, stands there as it came."""
    for body in ('{"issue": ', "issue=PROJ-1", "[" * 100_000):
        browsing.client.post("/rest/api/3/issue", data=body, auth=browsing.jira.auth)
    shown = [browsing.page(f"exchanges/{number}").texts("pre")[0] for number in (3, 4, 5)]
    assert shown[:2] == ['{"issue":', "issue=PROJ-1"]
    assert shown[2].startswith("[[[[")


def test_of_many_sentences_the_first_are_shown(browsing):
    """Words that half the site has do not make a page without end."""
    browsing.jira.add_issues(*(f"MANY-{number}" for number in range(1, 62)))
    for number in range(1, 61):
        browsing.jira.add_link(f"MANY-{number}", "clones", f"MANY-{number + 1}")
    assert len(browsing.page("?q=clones").all("a", class_="sentence")) == 50


def test_only_files_of_the_page_are_given_out(browsing):
    """What goes with the page has its type; anything else is told with the nearest."""
    types = {name: browsing.answer(f"static/{name}").content_type for name in ("page.css", "page.js", "icon.svg")}
    assert types == {
        "page.css": "text/css; charset=utf-8",
        "page.js": "text/javascript; charset=utf-8",
        "icon.svg": "image/svg+xml; charset=utf-8",
    }
    assert "did you mean 'page.js'?" in browsing.page("static/pages.js", status=404).texts("p", class_="reason")[0]
    assert browsing.answer("static/..%2fpage.py").status_code == 404


def test_a_long_text_is_cut(browsing):
    """Of a body that is very long the page shows the beginning, and how much it leaves out."""
    browsing.link("PROJ-1", "PROJ-2", comment={"body": "x" * 30_000})
    shown = browsing.page("exchanges/3").texts("pre")[0]
    assert shown.endswith("more characters]")
    assert len(shown) < 20_100


def test_pages_are_whole_while_requests_change_the_site(browsing):
    """While others make and delete issues, links, users and levels, each page is answered."""
    jira, over = browsing.jira, Event()
    mistakes: list[BaseException] = []

    def change(number: int) -> None:
        client = Client(jira.wsgi_app)
        for turn in count():
            if over.wait(0.005):
                return
            name = f"T{number}-{turn + 1}"
            try:
                jira.add_issue(name)
                jira.add_user(name)
                jira.add_role(name, project=f"T{number}")
                jira.add_link(name, "blocks", "PROJ-1")
                client.delete(f"/rest/api/3/issue/{name}", auth=jira.auth)
            except Exception as error:
                mistakes.append(error)
                return

    threads = [Thread(target=change, args=(number,)) for number in (1, 2)]
    for thread in threads:
        thread.start()
    try:
        for path in ("", "graph", "issues/PROJ-1", "exchanges", "webhooks", "people") * 3:
            assert browsing.answer(path).status_code == 200, path
        assert "PROJ-1" in standing_page(jira, "test_it", [])
    finally:
        over.set()
        for thread in threads:
            thread.join()
    assert mistakes == []


def test_a_large_site_is_shown_in_parts():
    """With 5,000 issues and 20,000 links each page is small, and the graph is cut and says so."""
    browsing = Browsing()
    jira = browsing.jira
    jira.add_issues(*(f"A-{number}" for number in range(1, 5001)))
    for number in range(1, 5001):
        for step in (1, 7, 77, 777):
            jira.add_link(f"A-{number}", "blocks", f"A-{(number + step - 1) % 5000 + 1}")
    sizes = {path: len(browsing.answer(path).data) for path in ("", "?q=A-4999 blocks", "graph", "issues/A-1", "now")}
    assert max(sizes.values()) < 400_000, sizes
    assert "more issues and" in browsing.page("graph").texts("strong")[0]
    assert len(browsing.page("graph").all("a", class_="issue")) == 150
