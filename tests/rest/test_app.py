"""The way of a request: routing, versions, content types, headers, and our own mistakes."""

import json
import re

import pytest
from flask import Blueprint, current_app, url_for

from jira_linkfake import FakeJira
from jira_linkfake.jira.issue_links import rules as linking
from jira_linkfake.rest.app import JiraFlask
from jira_linkfake.rest.call import ENVIRON_KEY

LINK = {"type": {"name": "Blocks"}, "inwardIssue": {"key": "APP-1"}, "outwardIssue": {"key": "LIB-1"}}


def _problem(title, status, detail, instance):
    return {"type": "about:blank", "title": title, "status": status, "detail": detail, "instance": instance}


@pytest.mark.parametrize(("version", "served_as"), [("2", "2"), ("3", "3"), ("latest", "latest")])
def test_versions(get, version, served_as):
    """Versions 2, 3 and `latest` are served: the addresses in a reply say which was asked for."""
    assert get("issue/APP-1", version=version)["self"] == f"http://localhost/rest/api/{served_as}/issue/10000"


@pytest.mark.parametrize(
    "path",
    [
        "/rest/api/3/issue/APP-1/no-such-thing",
        "/rest/api/3/issues",
        "/rest/api/1/issue/APP-1",
        "/rest/api/3",
        "/rest/api/3//issue/APP-1",
        "/rest/api/3/issueLink/1/2",
        "/rest/API/3/issueLink",
        "/",
        "/static/app.js",
    ],
)
def test_path_that_jira_does_not_have(jira, path):
    """A path that Jira does not have is a 404 as a public Cloud site was recorded to answer."""
    reply = jira.client().get(path)
    assert (reply.status_code, reply.content_type) == (404, "application/problem+json;charset=UTF-8")
    assert reply.json == _problem("Not Found", 404, f"No endpoint GET {path}.", path)
    assert jira.exchanges[-1].reason == f"Jira has no {path}"


@pytest.mark.parametrize(
    ("method", "path", "allowed"),
    [
        ("GET", "issueLink", "POST"),
        ("GET", "issueLink/", "POST"),
        ("PUT", "issueLink/10000", "DELETE, GET"),
        ("POST", "issueLinkType/10000", "DELETE, GET, PUT"),
        ("PATCH", "issueLinkType", "GET, POST"),
        ("TRACE", "issue/APP-1/comment", "GET, POST"),
    ],
)
def test_method_that_jira_does_not_have(jira, ask, method, path, allowed):
    """A method that Jira does not have on a path is a 405 that names those it has, from the inventory."""
    reply = ask(method, path)
    assert (reply.status_code, reply.headers["Allow"]) == (405, allowed)
    problem = _problem("Method Not Allowed", 405, f"Method '{method}' is not supported.", f"/rest/api/3/{path}")
    assert json.loads(jira.exchanges[-1].answer) == problem
    assert jira.exchanges[-1].reason == f"Jira has no {method} there, only {allowed}"


@pytest.mark.parametrize(
    ("method", "path", "name"),
    [
        ("GET", "/rest/api/3/dashboard", "getAllDashboards"),
        ("GET", "/rest/api/2/dashboard/10000", "getDashboard"),
        ("GET", "/rest/agile/1.0/board/1/reports", "getReportsForBoard"),
        ("GET", "/browse/APP-1", "Jira's pages"),
    ],
)
def test_operation_that_is_not_served(jira, method, path, name):
    """An operation of Jira that is not served is a 501 that names it, whatever is below it."""
    reply = jira.client().open(path, method=method, auth=jira.auth)
    message = f"jira_linkfake does not serve {method} {path} ({name})"
    assert reply.status_code == 501
    assert reply.json == {"errorMessages": [f"{message}."], "errors": {}}
    assert (jira.exchanges[-1].rule, jira.exchanges[-1].reason) == ("NotServed", message)


@pytest.mark.parametrize(
    ("content_type", "shown"),
    [
        ("text/plain", "text/plain"),
        (None, "null"),
        ("application/x-www-form-urlencoded", "application/x-www-form-urlencoded"),
        ("application/jsonp", "application/jsonp"),
        ("text/plain;charset=UTF-8", "text/plain;charset=UTF-8"),
    ],
)
@pytest.mark.parametrize(("method", "path"), [("POST", "issueLink"), ("PUT", "issueLinkType/10000")])
def test_body_that_is_not_sent_as_json(jira, ask, method, path, content_type, shown):
    """A body of another content type, or of none, is a 415 before credentials or the body are looked at."""
    jira.credentials = "issued"
    reply = ask(method, path, data=b"{", content_type=content_type, auth=("nobody@example.com", "x"))
    detail = f"Content-Type '{shown}' is not supported."
    assert reply.status_code == 415
    assert reply.json == _problem("Unsupported Media Type", 415, detail, f"/rest/api/3/{path}")
    how = f"as {shown!r}" if content_type else "without a Content-Type"
    assert jira.exchanges[-1].reason == f"the body was sent {how}, not as application/json"


@pytest.mark.parametrize("content_type", ["application/json", "application/json;charset=UTF-8", "Application/JSON"])
def test_body_that_is_sent_as_json(jira, ask, content_type):
    """JSON is taken with or without a charset, in any case."""
    assert ask("POST", "issueLink", data=json.dumps(LINK), content_type=content_type).status_code == 201


def test_delete_needs_no_content_type(jira, ask):
    """A DELETE has no body, and so needs no content type."""
    link = jira.add_link("APP-1", "blocks", "LIB-1")
    assert ask("DELETE", f"issueLink/{link.id}").status_code == 204


def test_created_link_is_an_empty_201(ask):
    """Creating a link answers 201 with the content type of JSON, no body, and no Location."""
    reply = ask("POST", "issueLink", json=LINK)
    assert (reply.status_code, reply.data) == (201, b"")
    assert reply.content_type == "application/json;charset=UTF-8"
    assert "Location" not in reply.headers


def test_deleted_link_is_an_empty_204(jira, ask):
    """Deleting a link answers 204 without a body or a content type."""
    link = jira.add_link("APP-1", "blocks", "LIB-1")
    reply = ask("DELETE", f"issueLink/{link.id}")
    assert (reply.status_code, reply.data, reply.content_type) == (204, b"", None)


def test_reply_has_jiras_headers_and_ours(ask):
    """A reply has the headers of Jira Cloud, and one that says that it is no Jira."""
    headers = ask("GET", "serverInfo").headers
    assert headers["Server"] == "AtlassianEdge"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert re.fullmatch(r"\d+\.\d+\.\d+", headers["X-Jira-Linkfake"])
    assert headers["Content-Type"] == "application/json;charset=UTF-8"


def test_requests_are_numbered(ask):
    """The ids of requests count up, so that the same test sees the same ones, on errors too."""
    ids = [ask("GET", path).headers["X-Arequestid"] for path in ("serverInfo", "nope", "issue/NOPE-1")]
    assert ids == [f"{number:032x}" for number in (1, 2, 3)]


@pytest.mark.parametrize(
    ("path", "cached"),
    [
        ("issueLink/10000", "no-store, no-cache"),
        ("issueLinkType", "no-cache, no-store, no-transform"),
        ("issue/APP-1", "no-cache, no-store, no-transform"),
    ],
)
def test_replies_are_not_cached(ask, path, cached):
    """Replies are not to be kept, in the words that a public Cloud site was recorded to use for each resource."""
    assert ask("GET", path).headers["Cache-Control"] == cached


def test_reply_tells_who_was_signed_in(jira, ask):
    """A reply to a signed-in user has the account's id, and one to an anonymous caller has none."""
    alice = jira.add_user("alice")
    assert ask("GET", "serverInfo", auth=alice.auth).headers["X-Aaccountid"] == alice.account_id
    anonymous = ask("GET", "serverInfo", auth=None).headers
    assert "X-Aaccountid" not in anonymous
    assert "X-Seraph-Loginreason" not in anonymous


@pytest.mark.parametrize(("answers", "status"), [("documented", 401), ("observed", 200)])
def test_failed_login_shows_in_the_headers(jira, ask, answers, status):
    """Wrong credentials are a 401, or as sites were seen to answer none; headers say so wherever they came to."""
    alice = jira.add_user("alice", token="right")
    jira.answers = answers
    for path, expected in (("serverInfo", status), ("nope", 404)):
        reply = ask("GET", path, auth=(alice.email, "wrong"))
        assert (reply.status_code, reply.headers["X-Seraph-Loginreason"]) == (expected, "AUTHENTICATED_FAILED")
        assert reply.headers["Set-Cookie"].startswith("atlassian.xsrf.token=")
        assert jira.exchanges[-1].caller is None


def test_address_below_which_a_request_came(jira):
    """`self` and the paths in errors and exchanges begin with the address that the request came to."""
    client = jira.client()
    found = client.get("/rest/api/2/issue/APP-1", base_url="https://jira.example.com:8443/jira", auth=jira.auth)
    assert found.json["self"] == "https://jira.example.com:8443/jira/rest/api/2/issue/10000"
    missing = client.get("/rest/api/2/nope", base_url="https://jira.example.com/jira")
    assert missing.json["instance"] == jira.exchanges[-1].path == "/jira/rest/api/2/nope"


def test_our_own_mistake_is_raised(jira, ask, monkeypatch):
    """A bug of ours is raised to the caller, never dressed as an answer of Jira's; the journal says where it was."""

    def broken(*_):
        raise ZeroDivisionError

    monkeypatch.setattr(linking, "create_link", broken)
    with pytest.raises(ZeroDivisionError):
        ask("POST", "issueLink", json=LINK)
    assert [(exchange.rule, exchange.status, exchange.answer) for exchange in jira.exchanges] == [
        ("ZeroDivisionError", None, "")
    ]


def test_refusal_is_written_down_with_the_truth(jira, ask):
    """The journal has the rule that refused, its true reason, and what is known of the caller."""
    alice = jira.add_user("alice", token="right")
    jira.add_issue("SEC-1", visible_to=[alice])
    jira.answers = "observed"
    for auth in (jira.auth, None, (alice.email, "wrong")):
        ask("GET", "issue/SEC-1", auth=auth)
    assert [(exchange.caller, exchange.rule, exchange.reason) for exchange in jira.exchanges] == [
        ("admin", "IssueHidden", "admin may not see SEC-1: security level of SEC-1"),
        (
            None,
            "IssueHidden",
            "no credentials were sent; an anonymous caller may not see SEC-1: no Browse projects in SEC",
        ),
        (
            None,
            "IssueHidden",
            (
                "the token is not alice's: it is like no token of the test's, so an old one or another site's;"
                " an anonymous caller may not see SEC-1: no Browse projects in SEC"
            ),
        ),
    ]


def test_reason_says_nothing_of_credentials_where_they_do_not_matter(jira, ask):
    """Where a refusal has nothing to do with who is calling, the journal does not mention missing credentials."""
    ask("GET", "issueLinkType/x", auth=None)
    assert jira.exchanges[-1].reason == "'x' is no id of a link type"


def test_rules_that_refused_are_named_once(jira, ask):
    """Several refusals of one kind are one rule, and their reasons are all told."""
    ask("POST", "issueLink", json={**LINK, "inwardIssue": {"key": "NO-1"}, "outwardIssue": {"key": "NO-2"}})
    assert jira.exchanges[-1].rule == "IssueUnknown"
    assert jira.exchanges[-1].reason == "there is no issue NO-1; there is no issue NO-2"


def test_exchange_has_the_links_that_it_made_and_removed(jira, ask):
    """The journal has the links that a request made and removed, and no others."""
    jira.add_link("APP-1", "clones", "LIB-1")
    ask("POST", "issueLink", json=LINK)
    ask("DELETE", "issueLinkType/10000")
    changed = [
        ([str(link) for link in exchange.links_made], [str(link) for link in exchange.links_removed])
        for exchange in jira.exchanges
    ]
    assert changed == [(["APP-1 blocks LIB-1"], []), ([], ["APP-1 blocks LIB-1"])]


def test_text_that_no_encoding_has_goes_out_as_a_question_mark(ask):
    """A lone surrogate that a client sent comes back as Java writes it."""
    reply = ask("POST", "issueLink", json={**LINK, "type": {"name": "\ud800"}})
    assert reply.json["errorMessages"] == ["No issue link type with name '?' found."]


def test_body_of_any_bytes_is_written_down(jira, ask):
    """A body that is no text at all still stands in the journal."""
    ask("POST", "issueLink", data=b"\xff{", content_type="application/json")
    assert jira.exchanges[-1].body == "\ufffd{"


def test_query_of_any_bytes_is_read_as_if_it_were_escaped(jira):
    """Bytes that no URL has, which some clients send as they are, count as escaped; those of no text stay so."""
    jira.add_issue("APP-9", summary="Überlauf")
    umlaut, no_text = 'jql=summary~"\xc3\x9cberlauf"', 'jql=summary~"%85\x85"&fields=\xff'
    found, missing = (
        jira.client().get("/rest/api/3/search/jql", environ_overrides={"QUERY_STRING": query}, auth=jira.auth)
        for query in (umlaut, no_text)
    )
    assert [issue["id"] for issue in found.json["issues"]] == [str(jira.issue("APP-9").id)]
    assert missing.json["issues"] == []
    assert jira.exchanges[0].query == 'jql=summary~"%C3%9Cberlauf"'


def test_body_that_ends_too_early_is_none(jira, ask):
    """A body that is shorter than it is said to be, since its client has gone, is refused, whatever it has."""
    reply = ask("POST", "issueLink", json=LINK, environ_overrides={"CONTENT_LENGTH": "5000"})
    assert reply.status_code == 400
    assert reply.json == {"errorMessages": ["There was an error parsing JSON. Check that your request body is valid."]}
    assert jira.exchanges[-1].reason == "the body is not JSON: it ends before its Content-Length"
    assert jira.links == []


def test_making_a_site_makes_no_application():
    """One application serves every site of the process, so that a site is made in no time."""
    from jira_linkfake.rest import app

    first, second = FakeJira(), FakeJira()
    for jira in (first, second):
        jira.client().get("/rest/api/2/serverInfo")
    assert app.the_app.cache_info().currsize == 1


def test_app_takes_a_blueprint(jira):
    """A page of somebody else's is served as by any Flask app, with its hooks, and Jira's operations as they were."""
    pages = Blueprint("pages", __name__, url_prefix="/pages")

    @pages.get("/<name>")
    def page(name):
        return f"{current_app.name}: {name} at {url_for('pages.page', name=name)}"

    @pages.after_request
    def sign(reply):
        reply.headers["X-Pages"] = "yes"
        return reply

    issue = "/rest/api/3/issue/APP-1"
    before = jira.client().get(issue, auth=jira.auth)
    jira.app.register_blueprint(pages)
    client = jira.app.test_client()

    reply = client.get("/pages/links")
    assert (reply.status_code, reply.text) == (200, "jira_linkfake.rest.app: links at /pages/links")
    assert reply.headers["X-Pages"] == "yes"

    after = client.get(issue, auth=jira.auth)
    assert (after.status_code, after.json) == (200, before.json)
    assert sorted(after.headers.keys()) == sorted(before.headers.keys())


@pytest.mark.parametrize(
    "hook",
    ["before_request", "after_request", "teardown_request", "teardown_appcontext", "url_value_preprocessor"],
)
def test_a_hook_alone_is_called(jira, hook):
    """An app with one hook and nothing else calls it for each request, and answers as Jira."""
    app, called = JiraFlask(__name__, static_folder=None), []

    def note(*args):
        called.append(hook)
        return args[0] if hook == "after_request" else None

    getattr(app, hook)(note)
    reply = app.test_client().get("/rest/api/3/serverInfo", environ_overrides={ENVIRON_KEY: jira._context})
    assert (reply.status_code, called) == (200, [hook])
