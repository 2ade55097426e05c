"""What a test answers itself: with `respond`, and with the Flask app of its site."""

from __future__ import annotations

import json
import warnings

import pytest
import requests
from flask import Blueprint, abort, jsonify, render_template_string, url_for
from flask import request as current_request

from jira_linkfake import FakeJira, UnusedResponseError, UnusedResponseWarning, UsageError
from jira_linkfake.scenarios import lost_reply, rate_limited

LINK = {"type": {"name": "Blocks"}, "inwardIssue": {"key": "APP-1"}, "outwardIssue": {"key": "LIB-1"}}


@pytest.fixture
def jira():
    """A site with two issues, whose `requests` are answered."""
    jira = FakeJira()
    jira.add_issues("APP-1", "LIB-1")
    with jira.intercept():
        yield jira


def _told(jira):
    return [str(exchange) for exchange in jira.exchanges]


@pytest.mark.parametrize(
    ("method", "path"),
    [("GET", "/rest/api/3/dashboard"), ("PATCH", "/rest/raven/1.0/api/test"), ("POST", "/rest/api/3/issueLink")],
    ids=["not served", "not Jira's", "served"],
)
def test_response_goes_before_jira(jira, method, path):
    """What is not served, what Jira does not have and what it has is answered by the test, and written down so."""
    jira.respond(method, path, json={"total": 3}, status=203, headers={"X-Page": "1"})

    reply = requests.request(method, f"{jira.url}{path}", json=LINK, auth=jira.auth)

    assert (reply.status_code, reply.json(), reply.headers["X-Page"]) == (203, {"total": 3}, "1")
    assert reply.headers["Content-Type"] == "application/json;charset=UTF-8"
    assert _told(jira) == [f"{method} {path} by admin -> 203 (answered by the test)"]
    exchange = jira.exchanges[0]
    assert (exchange.rule, exchange.reason) == ("answered by the test", None)
    assert (json.loads(exchange.body), json.loads(exchange.answer)) == (LINK, {"total": 3})
    assert jira.links == []
    jira.require_supported()


def test_response_of_text_and_of_nothing(jira):
    """Text goes out as text, and an answer of neither text nor JSON has no body and no content type."""
    jira.respond("GET", "/status", text="grün")
    jira.respond("GET", "/page", text="<p>", headers={"content-type": "text/html"})
    jira.respond("DELETE", "/status", status=204)

    text, page, nothing = (
        requests.request(method, f"{jira.url}{path}")
        for method, path in (("GET", "/status"), ("GET", "/page"), ("DELETE", "/status"))
    )

    assert (text.text, text.headers["Content-Type"]) == ("grün", "text/plain;charset=UTF-8")
    assert page.headers["Content-Type"] == "text/html"
    assert (nothing.status_code, nothing.content, nothing.headers.get("Content-Type")) == (204, b"", None)
    assert jira.exchanges[0].answer == "grün"


def test_head_is_answered_as_get_without_its_body(jira):
    """A response to GET answers HEAD too, with its headers."""
    jira.respond("GET", "/status", text="green")
    reply = requests.head(f"{jira.url}/status")
    assert (reply.status_code, reply.content, reply.headers["Content-Length"]) == (200, b"", "5")


def test_a_501_of_the_test_fails_nothing(jira):
    """A 501 that the test answers itself is none of an operation that is not served."""
    jira.respond("GET", "/rest/api/3/dashboard", status=501)
    assert requests.get(f"{jira.url}/rest/api/3/dashboard").status_code == 501
    jira.require_supported()


def test_function_takes_the_request_and_sees_the_site(jira):
    """A function gets Flask's request, with parts of the path, and may look at the site and change it."""

    def executions(request):
        jira.add_link(request.view_args["key"], "blocks", "LIB-1")
        jira.add_comment("APP-1", request.get_json()["text"])
        return {"tests": request.args["status"], "links": jira.sentences()}, 201, {"X-Run": "1"}

    jira.respond("POST", "/rest/raven/1.0/test/{key}/run", executions)
    reply = requests.post(f"{jira.url}/rest/raven/1.0/test/APP-1/run?status=PASS", json={"text": "ran"})

    assert (reply.status_code, reply.headers["X-Run"]) == (201, "1")
    assert reply.json() == {"tests": "PASS", "links": ["APP-1 blocks LIB-1"]}
    assert [comment.body for comment in jira.comments_of("APP-1")] == ["ran"]


def test_function_may_call_the_site(jira):
    """A function is called with the site free: what it asks of it is answered, and written down before."""
    jira.respond(
        "GET", "/proxy", lambda _: requests.get(f"{jira.url}/rest/api/3/myself", auth=jira.auth).json()["displayName"]
    )
    assert requests.get(f"{jira.url}/proxy").text == "admin"
    assert [exchange.path for exchange in jira.exchanges] == ["/rest/api/3/myself", "/proxy"]


@pytest.mark.parametrize("content", [True, 3, 1.5, ["a"], {"a": None}])
def test_function_may_return_anything_of_json(jira, content):
    """What a view of Flask's cannot return and JSON has goes out as JSON."""
    jira.respond("GET", "/value", lambda _: content)
    reply = requests.get(f"{jira.url}/value")
    assert (reply.json(), reply.headers["Content-Type"].partition(";")[0]) == (content, "application/json")


def test_function_that_returns_nothing_or_raises(jira):
    """A forgotten return is told in a sentence; what a function raises reaches the test, and is written down."""
    jira.respond("GET", "/none", lambda _: None)
    jira.respond("GET", "/broken", lambda _: {}["missing"])
    with pytest.raises(UsageError, match="the function that answers GET /none returned None: it returns what a view"):
        requests.get(f"{jira.url}/none")
    with pytest.raises(KeyError, match="missing"):
        requests.get(f"{jira.url}/broken")
    assert [(exchange.path, exchange.rule, exchange.status) for exchange in jira.exchanges] == [
        ("/none", "UsageError", None),
        ("/broken", "KeyError", None),
    ]


def test_the_most_literal_path_answers_and_of_equals_the_last(jira):
    """A path without parts that may be any goes before one with them; the same again replaces what was there."""
    jira.respond("GET", "/test/{key}", text="any")
    jira.respond("GET", "/{kind}/A-1", text="any kind")
    jira.respond("GET", "/test/A-2", text="old")
    jira.respond("GET", "/test/A-2", text="new")
    jira.respond("GET", "/test/{id}/runs/", text="runs")
    answers = {
        path: requests.get(f"{jira.url}{path}").text
        for path in ("/test/A-1", "/test/A-2", "/test/A-3", "/test/A-3/runs", "/test/A%203/runs/")
    }
    assert answers == {
        "/test/A-1": "any kind",
        "/test/A-2": "new",
        "/test/A-3": "any",
        "/test/A-3/runs": "runs",
        "/test/A%203/runs/": "runs",
    }
    assert requests.get(f"{jira.url}/test/").status_code == 404
    assert requests.post(f"{jira.url}/test/A-1").status_code == 404


def test_path_may_be_the_whole_address(jira):
    """The address of the site itself before a path counts for nothing; so does the prefix below which a site is."""
    jira.respond("GET", f"{jira.url}/a%20b", text="whole")
    assert requests.get(f"{jira.url}/a%20b").text == "whole"
    with FakeJira(base_url="https://jira.example.com/tracker") as other, other.intercept():
        other.respond("GET", "/status", text="below")
        assert requests.get("https://jira.example.com/tracker/status").text == "below"


def test_every_door_has_the_response(jira):
    """A response is given through WSGI and over a port as it is in process."""
    jira.respond("GET", "/rest/raven/1.0/{what}", lambda request: {"what": request.view_args["what"]})
    assert jira.client().get("/rest/raven/1.0/tests").json == {"what": "tests"}
    with jira.serve() as served:
        assert requests.get(f"{served.url}/rest/raven/1.0/runs").json() == {"what": "runs"}


def test_faults_go_before_the_response(jira):
    """What goes wrong on the way goes wrong on the way to the test's own answers as well."""
    jira.respond("POST", "/rest/api/3/issueLink", status=201)
    rate_limited(jira, times=1)
    lost_reply(jira, times=1)
    assert requests.post(f"{jira.url}/rest/api/3/issueLink", json=LINK).status_code == 429
    with pytest.raises(requests.ConnectionError):
        requests.post(f"{jira.url}/rest/api/3/issueLink", json=LINK)
    assert requests.post(f"{jira.url}/rest/api/3/issueLink", json=LINK).status_code == 201
    assert [exchange.rule for exchange in jira.exchanges] == ["rate_limited", *["answered by the test"] * 2]


def test_caller_is_told_and_nobody_is_refused(jira):
    """The journal says who called; wrong credentials are answered like any."""
    jira.credentials = "issued"
    jira.respond("GET", "/status", text="green")
    assert requests.get(f"{jira.url}/status", auth=("nobody@example.com", "x")).text == "green"
    assert jira.exchanges[0].caller is None


HEADERS = "headers={} will not do: it takes a dict of texts of one line by their names"


@pytest.mark.parametrize(
    ("given", "options", "sentence"),
    [
        (("GTE", "/x"), {}, "method='GTE' will not do: did you mean 'GET'?"),
        (("post", "/x"), {}, "method='post' will not do: did you mean 'POST'?"),
        (("GET", 3), {}, "path=3 will not do: it takes a path such as '/rest/api/3/dashboard'"),
        (("GET", "status"), {}, "path='status' does not begin with a slash: did you mean '/rest/api/3/status'?"),
        (("GET", "raven/1"), {}, "path='raven/1' does not begin with a slash: did you mean '/raven/1'?"),
        (
            ("GET", "https://other.example.com/x"),
            {},
            (
                "'https://other.example.com/x' is not below this site, https://your-domain.atlassian.net: make a"
                " FakeJira for a second Jira, and answer for other hosts with a mock of your client"
            ),
        ),
        (
            ("GET", "/x?a=1"),
            {},
            "path='/x?a=1' has a query: did you mean '/x', and a function that reads request.args?",
        ),
        (("GET", "/x/<int:id>"), {}, "'<int:id>' is no part of a path: a whole part that may be any is '{id}'"),
        (("GET", "/x/no-{id}"), {}, "'no-{id}' is no part of a path: a whole part that may be any is '{id}'"),
        (("GET", "/x/{}"), {}, "'{}' is no part of a path: a whole part that may be any is '{key}'"),
        (("GET", "/x"), {"json": 1, "text": "a"}, "json= and text= are two answers: leave one of them out"),
        (("GET", "/x"), {"status": 100}, "status=100 will not do: it takes a number from 200 to 599"),
        (("GET", "/x"), {"status": "200"}, "status='200' will not do: it takes a number from 200 to 599"),
        (("GET", "/x"), {"status": True}, "status=True will not do: it takes a number from 200 to 599"),
        (
            ("GET", "/x"),
            {"status": 204, "json": {}},
            "an answer with status=204 has no body: leave json= and text= out",
        ),
        (
            ("GET", "/x"),
            {"json": {1}},
            "json={1} is no JSON (Object of type set is not JSON serializable)",
        ),
        (("GET", "/x"), {"text": {}}, "text={} will not do: it takes a str; what is JSON is given as json="),
        (("GET", "/x"), {"headers": 3}, HEADERS.format("3")),
        (("GET", "/x"), {"headers": {"A": 3}}, HEADERS.format("{'A': 3}")),
        (("GET", "/x"), {"headers": {"A": "b\n"}}, HEADERS.format(r"{'A': 'b\n'}")),
        (
            ("GET", "/x", {"a": 1}),
            {},
            "{'a': 1} is no function of a request: an answer is given as json=... or text=...",
        ),
        (
            ("GET", "/x", print),
            {"status": 201},
            "a function gives the whole answer, such as (body, status, headers): leave the rest out",
        ),
    ],
)
def test_what_can_be_no_request_or_no_answer(jira, given, options, sentence):
    """A mistake is told with the nearest right thing, and nothing is answered then."""
    with pytest.raises(UsageError) as told:
        jira.respond(*given, **options)
    assert str(told.value) == sentence
    jira.require_responses_used()


def test_function_given_as_json_is_told_where_it_goes(jira):
    """A function that is given by a name is told to go third."""
    with pytest.raises(UsageError, match="is not JSON serializable\\): a function goes third, without a name"):
        jira.respond("GET", "/x", json=print)


UNUSED = "nobody asked for GET /rest/api/3/dashboard, which the test answers"


def test_response_that_nobody_asked_for(jira):
    """It is a warning at the line that gave it, which names the nearest request; once."""
    jira.respond("GET", "/rest/api/3/dashboard", json={})
    requests.get(f"{jira.url}/rest/api/2/dashboard")
    with pytest.warns(UnusedResponseWarning) as told:
        jira.require_responses_used()
    assert [str(one.message) for one in told] == [f"{UNUSED}; asked for was GET /rest/api/2/dashboard"]
    assert told[0].filename == __file__
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        jira.require_responses_used()


def test_option_says_what_an_unused_response_is(jira):
    """It is a failure, a warning or nothing, and stands in the report until somebody asks for it."""
    jira.respond("GET", "/rest/api/3/dashboard", json={})
    section = ["Responses that were not used:", f"  {UNUSED}"]
    assert jira.report().splitlines()[-2:] == section
    jira.unused_responses = "fail"
    with pytest.raises(UnusedResponseError, match=UNUSED):
        jira.require_responses_used()
    assert section[0] not in jira.report()
    with FakeJira(unused_responses="ignore") as other:
        other.respond("GET", "/rest/api/3/dashboard", json={})
    with pytest.raises(UnusedResponseError, match=UNUSED), FakeJira(unused_responses="fail") as other:
        other.respond("GET", "/rest/api/3/dashboard", json={})


# The Flask app


def test_blueprint_with_state_beside_jira(jira):
    """A blueprint is served with Flask's own contexts, methods, forms and errors, and Jira's operations as ever."""
    runs = Blueprint("runs", __name__, url_prefix="/rest/raven/1.0")
    made = []

    @runs.post("/runs")
    def create():
        made.append(current_request.form["test"])
        return jsonify(id=len(made), at=url_for("runs.read", number=len(made), _external=True)), 201

    @runs.get("/runs/<int:number>")
    def read(number):
        return render_template_string("{{ test }}", test=made[number - 1]) if number <= len(made) else abort(404)

    jira.app.register_blueprint(runs)
    created = requests.post(f"{jira.url}/rest/raven/1.0/runs", data={"test": "APP-1"}, auth=jira.auth)
    address = f"{jira.url}/rest/raven/1.0/runs/1"

    assert (created.status_code, created.json()) == (201, {"id": 1, "at": address})
    assert requests.get(address).text == "APP-1"
    assert requests.get(f"{jira.url}/rest/raven/1.0/runs/2").status_code == 404
    assert requests.delete(address).status_code == 405
    assert requests.post(f"{jira.url}/rest/api/3/issueLink", json=LINK, auth=jira.auth).status_code == 201
    assert [(one.method, one.status, one.rule) for one in jira.exchanges] == [
        ("POST", 201, "answered by the test"),
        ("GET", 200, "answered by the test"),
        ("GET", 404, "answered by the test"),
        ("DELETE", 405, "answered by the test"),
        ("POST", 201, "linkIssues"),
    ]
    assert jira.exchanges[0].body == "test=APP-1"


def test_what_is_added_is_the_sites_alone_and_at_any_time(jira):
    """A route is added after the first request, replaces an operation, and is not on another site."""
    other = FakeJira()
    assert requests.get(f"{jira.url}/rest/api/3/dashboard").status_code == 501

    @jira.app.get("/rest/api/3/dashboard")
    def dashboards():
        return {"dashboards": []}

    assert requests.get(f"{jira.url}/rest/api/3/dashboard").json() == {"dashboards": []}
    assert requests.post(f"{jira.url}/rest/api/3/dashboard", json={}).status_code == 501

    @jira.app.get("/late")
    def late():
        return "late"

    assert requests.get(f"{jira.url}/late").text == "late"
    assert jira.app.test_client().get("/late").text == "late"
    assert other.client().get("/late").status_code == 404
    assert jira.app is not other.app


def test_one_blueprint_on_two_sites(jira):
    """A blueprint of a module is registered by one test after the other."""
    pages = Blueprint("pages", __name__)
    pages.add_url_rule("/page", view_func=lambda: "page")
    for site in (jira, FakeJira()):
        site.app.register_blueprint(pages)
        assert site.client().get("/page").text == "page"


def test_response_goes_before_a_route(jira):
    """What one test answers goes before what the app of all its tests does."""
    jira.app.add_url_rule("/status", view_func=lambda: "green")
    jira.respond("GET", "/status", text="red")
    assert requests.get(f"{jira.url}/status").text == "red"


def test_view_that_raises_is_written_down(jira):
    """What a view raises reaches the test; the journal has the request."""
    jira.app.add_url_rule("/broken", view_func=lambda: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        requests.get(f"{jira.url}/broken")
    assert [(one.path, one.status, one.rule) for one in jira.exchanges] == [("/broken", None, "ZeroDivisionError")]


def test_file_that_a_view_sends_and_body_that_is_too_long(jira):
    """A file is in the journal as it goes out, and a body that the app does not take is not."""
    from flask import send_file

    jira.app.config["MAX_CONTENT_LENGTH"] = 3
    jira.app.add_url_rule("/file", "file", lambda: send_file(__file__))
    jira.app.add_url_rule("/upload", "upload", lambda: current_request.get_data(), methods=["POST"])
    assert requests.get(f"{jira.url}/file").text.startswith('"""What a test answers itself')
    assert requests.post(f"{jira.url}/upload", data=b"long").status_code == 413
    assert jira.exchanges[0].answer.startswith('"""What a test answers itself')
    assert (jira.exchanges[1].body, jira.exchanges[1].status) == ("", 413)


def test_body_that_ends_too_early_is_refused_beside_an_app_too(jira):
    """With routes of one's own a body that is shorter than it says is refused as ever, and a view is told of it."""
    jira.app.add_url_rule("/upload", "upload", lambda: current_request.get_data(), methods=["POST"])
    replies = [
        jira.client().post(path, json=LINK, environ_overrides={"CONTENT_LENGTH": "5000"})
        for path in ("/rest/api/3/issueLink", "/upload")
    ]
    assert [reply.status_code for reply in replies] == [400, 400]
    assert jira.exchanges[0].reason == "the body is not JSON: it ends before its Content-Length"
    assert (jira.exchanges[1].body, jira.exchanges[1].rule) == ("", "answered by the test")


def test_mistake_of_ours_beside_an_app_is_written_down_once(jira, monkeypatch):
    """A bug of the site's own is raised and in the journal as without an app."""

    def broken(*_):
        raise ZeroDivisionError

    monkeypatch.setattr("jira_linkfake.jira.issue_links.rules.create_link", broken)
    jira.app.add_url_rule("/status", view_func=lambda: "green")
    with pytest.raises(ZeroDivisionError):
        requests.post(f"{jira.url}/rest/api/3/issueLink", json=LINK, auth=jira.auth)
    assert [(one.path, one.rule) for one in jira.exchanges] == [("/rest/api/3/issueLink", "ZeroDivisionError")]
