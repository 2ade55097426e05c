"""The control API: what each route does, what it refuses, and that Jira knows nothing of it."""

from __future__ import annotations

import inspect
import itertools
import json
from html import unescape

import pytest

from jira_linkfake import FakeJira, UsageError, scenarios
from jira_linkfake.inspector.application import the_app
from jira_linkfake.inspector.routes import ROUTES

BLOCKS = "PROJ-1 blocks PROJ-2"
COUNTS = {"issues": 2, "links": 0}
PLANNED = {
    "boards": [{"name": "Team", "project": "PROJ", "id": 7}],
    "sprints": [{"name": "Sprint 1", "board": "Team", "state": "active"}],
    "issues": [
        {"key": "PROJ-9", "type": "Epic", "epic_color": "color_2"},
        {"key": "PROJ-3", "parent": "PROJ-9", "sprints": ["Sprint 1"], "rank": "0|hzzzzz:"},
    ],
}


def test_control_tells_of_a_link_and_of_why_there_is_no_second_one(jira, control):
    """Links are sentences, and an exchange says what truly happened."""
    assert control.link("PROJ-1", "PROJ-2") == 201
    assert control("GET", "/links") == {"links": [BLOCKS]}
    assert control("PATCH", "/options", {"link_limit": 1})["options"]["link_limit"] == 1
    assert control.link("PROJ-2", "PROJ-1") == 413

    made, refused = control("GET", "/exchanges")["exchanges"]
    assert (made["number"], made["status"], made["rule"], made["links_made"]) == (1, 201, "linkIssues", [BLOCKS])
    assert (refused["status"], refused["rule"]) == (413, "LinkLimitReached")
    assert refused["reason"] == "PROJ-2 has as many links as it may have (link_limit=1)"
    assert refused["told"].startswith("POST /rest/api/3/issueLink by admin -> 413 LinkLimitReached: PROJ-2 has as many")
    assert control("GET", "/exchanges?since=1") == {"exchanges": [refused]}
    assert [one["links"] for one in control("GET", "/issues")["issues"]] == [[BLOCKS], [BLOCKS]]


def test_reset_leads_to_what_was_before_the_first_request(jira, control):
    """Links, options, faults, exchanges, webhooks and the clock are as they were when nothing had come yet."""
    scenarios.lost_reply(jira, times=1)
    jira.link_limit = 7
    now = control("GET", "/clock")["now"]

    control("PATCH", "/options", {"link_limit": 3, "as_user": "admin"})
    control("DELETE", "/faults")
    control("POST", "/scenarios", {"name": "issue_archived"})
    control("POST", "/clock", {"advance": 60})
    assert control.link("PROJ-1", "PROJ-2") == 201
    assert len(control("GET", "/webhooks")["webhooks"]) > 0

    assert control("POST", "/reset") == COUNTS
    assert control("GET", "/links") == {"links": []}
    assert control("GET", "/exchanges") == {"exchanges": []}
    assert control("GET", "/webhooks") == {"webhooks": []}
    assert control("GET", "/clock") == {"now": now}
    assert control("GET", "/faults") == {"faults": ["lost_reply(times=1) met no request"], "past": []}
    assert (jira.link_limit, jira.as_user) == (7, None)


def test_reset_has_faults_as_if_they_had_met_nobody(jira, control):
    """What a fault has counted is forgotten: a limit begins anew, and a seed has its first failures again."""
    scenarios.rate_limit(jira, requests=1, seconds=1000)
    scenarios.flaky(jira, rate=0.5, seed=3)

    def statuses():
        return [control.client.get("/rest/api/3/serverInfo").status_code for _ in range(4)]

    control("GET", "/health")
    first = statuses()
    assert first[1:] == [429, 429, 429]
    control("POST", "/reset")
    assert statuses() == first


def test_load_fills_the_site_and_reset_keeps_it(jira, control):
    """What is loaded stays after a reset, and what came by requests before it too."""
    control.link("PROJ-1", "PROJ-2")
    loaded = control("POST", "/load", {"issues": ["WEB-1"], "links": ["WEB-1 duplicates PROJ-1"]})
    assert loaded == {"issues": ["WEB-1"], "links": ["WEB-1 duplicates PROJ-1"], "unknown": []}
    control.link("PROJ-2", "WEB-1")

    assert control("POST", "/reset") == {"issues": 3, "links": 2}
    assert control("GET", "/links") == {"links": [BLOCKS, "WEB-1 duplicates PROJ-1"]}


def test_what_is_planned_is_reset_dumped_and_loaded(control):
    """Boards, sprints, ranks and epics that were loaded are there after a reset, and in another site by a dump."""
    agile, admin = "/rest/agile/1.0", ("admin@example.com", "admin-token")

    def told(site=""):
        paths = (
            "board/7",
            "board/7/sprint",
            "board/7/backlog?fields=epic",
            "sprint/1/issue?fields=sprint",
            "epic/PROJ-9",
        )
        texts = [control.client.get(f"{site}{agile}/{path}", auth=admin).text for path in paths]
        return [text.replace(f"http://localhost{site}", "") for text in texts]

    control("POST", "/load", PLANNED)
    before = told()
    for path, body in (
        ("sprint/1/issue", {"issues": ["PROJ-2"], "rankBeforeIssue": "PROJ-1"}),
        ("sprint/1", {"state": "closed"}),
        ("epic/PROJ-9", {"done": True}),
        ("board", {"name": "New", "type": "kanban", "filterId": 10000}),
    ):
        assert control.client.post(f"{agile}/{path}", json=body, auth=admin).status_code < 300
    assert [one == two for one, two in zip(told(), before, strict=True)] == [True, *[False] * 4]
    control("POST", "/reset")
    assert told() == before
    control("POST", "/sites", {"name": "copy", "load": control("GET", "/dump")}, status=201)
    assert told("/sites/copy") == before


def test_load_takes_yaml_too(control):
    """A body is the content of a YAML file where it says so."""
    body = b"issues:\n  - WEB-1\n"
    answer = control.client.post("/_linkfake/load", data=body, content_type="application/yaml")
    assert (answer.status_code, answer.json["issues"]) == (200, ["WEB-1"])


def test_load_takes_what_jira_answers(control):
    """An issue as a request to a real site returns it, or several in a list, are data too."""
    issue = {"id": "10300", "key": "WEB-1", "fields": {"summary": "Seen"}}
    other = {"id": "10301", "key": "WEB-2", "fields": {"summary": "Seen, too"}}
    assert control("POST", "/load", [issue, other])["issues"] == ["WEB-1", "WEB-2"]
    assert [(one["id"], one["summary"]) for one in control("GET", "/issues")["issues"]][2:] == [
        ("10300", "Seen"),
        ("10301", "Seen, too"),
    ]


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        ({"issues": ["WEB-1"], "isues": []}, "isues: there is no such attribute: did you mean 'issues'?"),
        ({"issues": "/etc/passwd"}, "issues is no list"),
        ({"issues": ["WEB-1"], "links": ["WEB-1 blocks WEB-2"]}, "links[0]"),
    ],
)
def test_data_that_is_wrong_changes_nothing(jira, control, data, sentence):
    """Nothing of it is loaded where one thing is wrong, and the error says where."""
    before = jira.dump()
    assert control.refused("POST", "/load", data).startswith(sentence)
    assert jira.dump() == before


def test_load_takes_bodies_and_never_paths(control, tmp_path):
    """Neither the path of a file nor an object that has one in it reads what is there."""
    path = tmp_path / "data.json"
    path.write_text('{"issues": ["SECRET-1"]}', encoding="utf-8")
    for body in (str(path), [str(path)], {"load": str(path)}, {"issues": [str(path)]}):
        for way, sent in (("/load", body), ("/sites", {"load": body})):
            assert "SECRET" not in control.client.post(f"/_linkfake{way}", json=sent).text
    for options in ({"load": str(path)}, {"report_file": str(path)}):
        control.refused("POST", "/sites", {"options": options})
        control.refused("PATCH", "/options", options)
    answer = control.client.post("/_linkfake/load", data=str(path), content_type="application/yaml")
    assert answer.status_code == 400
    assert "SECRET" not in answer.text


def test_dump_is_what_load_takes(jira, control):
    """What a site gives, another takes, and then gives the same but for ids that were never given out."""
    control.link("PROJ-1", "PROJ-2")
    jira.add_user("alice", token="s3cret")
    dump = control("GET", "/dump")
    made = control("POST", "/sites", {"name": "copy", "load": dump}, status=201)
    assert (made["issues"], made["links"]) == (2, 1)
    assert {**control("GET", "/dump", site="/sites/copy"), "last_ids": dump["last_ids"]} == dump


def test_no_token_is_told(jira, control):
    """Neither tokens nor what came in the header Authorization is in any answer."""
    jira.add_user("alice", token="s3cret-token")
    for auth in (("alice@example.com", "s3cret-token"), ("alice@example.com", "wr0ng-token")):
        control.client.get("/rest/api/3/myself", auth=auth)
    control.client.get("/ex/jira/x/rest/api/3/myself", headers={"Authorization": "Bearer b3arer-token"})
    told = [json.dumps(control(one.method, one.path)) for one in ROUTES if one.method == "GET"]
    for secret in ("s3cret-token", "wr0ng-token", "b3arer-token", "admin-token", "Basic ", "Authorization"):
        assert secret not in "".join(told), secret


def test_what_was_written_of_a_token_is_hidden(jira, control):
    """Nor is it told where a client wrote it into a path, a query, a body or a text; but data is as it was written."""
    token = 's3cret "tökén"'
    jira.add_user("alice", email="alice@acme.example", token=token)
    post, auth = control.client.post, ("alice@acme.example", token)
    control.client.get("/rest/api/3/myself", query_string={"os_password": token}, auth=auth)
    control.client.get(f"/rest/servicedeskapi/{token}", auth=auth)
    issue = {"summary": f"{token} and gh00k", "project": {"key": "PROJ"}, "issuetype": {"name": "Task"}}
    assert post("/rest/api/3/issue", json={"fields": issue}, auth=auth).status_code == 201
    body = f'{{"username": "alice", "password": "{token}"}}'.encode()
    post("/rest/auth/1/session", data=body, content_type="application/json")
    hook = {"name": "x", "url": f"http://127.0.0.1:1/{token}", "events": ["jira:issue_created"], "secret": 'gh00k" \\'}
    assert post("/rest/webhooks/1.0/webhook", json=hook, auth=jira.auth).status_code == 201
    assert (
        post("/rest/webhooks/1.0/webhook", json={**hook, "url": "x", "secret": "n0t kept"}, auth=jira.auth).status_code
        == 400
    )

    for told in (
        *(
            control.client.get(f"/_linkfake{one.path}").text
            for one in ROUTES
            if one.method == "GET" and one.path != "/dump"
        ),
        *(control.client.get(f"/_linkfake/page/exchanges/{number}").text for number in range(1, 7)),
        control.refused("PATCH", "/options", {"as_user": token}),
        jira.report(whole=True, bodies=True),
    ):
        text = unescape(told)
        assert [one for one in ("s3cret", "tökén", "gh00k", "n0t kept") if one in text.replace("and gh00k", "")] == []
    assert "[hidden] and gh00k" in jira.report(whole=True)
    assert control("GET", "/dump")["issues"][-1]["summary"] == f"{token} and gh00k"


def test_webhooks_are_told_with_who_got_them(jira, control):
    """Each webhook has its number, its payload and its deliveries."""

    def hook(payload):
        pass

    jira.webhooks.register(hook)
    control.link("PROJ-1", "PROJ-2")
    webhooks = control("GET", "/webhooks")["webhooks"]
    assert webhooks[0]["event"] == "issuelink_created"
    assert webhooks[0]["payload"]["webhookEvent"] == "issuelink_created"
    assert [one["problem"] for one in webhooks[0]["deliveries"]] == [None]
    assert control("GET", "/webhooks?since=1")["webhooks"] == webhooks[1:]


def test_what_is_not_served_is_counted(control):
    """Each operation that got a 501 stands there once, with how often."""
    for _ in range(2):
        assert control.client.get("/rest/servicedeskapi/info").status_code == 501
    told = "jira_linkfake does not serve GET /rest/servicedeskapi/info (Jira Service Management's REST API)"
    assert control("GET", "/unserved") == {
        "unserved": [{"request": "GET /rest/servicedeskapi/info", "told": told, "times": 2}]
    }


def test_options_are_set_together_or_not_at_all(jira, control):
    """Where one of several will not do, none is set."""
    assert control.refused("PATCH", "/options", {"link_limit": 1, "comment_limit": -1}) == (
        "comment_limit=-1 will not do: it takes a number of comments, 0 or more"
    )
    assert control.refused("PATCH", "/options", {"link_limit": 1, "as_user": "amin"}) == (
        "there is no user 'amin' on the site: did you mean 'admin'?"
    )
    assert jira.link_limit == 2000
    assert control("PATCH", "/options", {"as_user": "admin", "answers": "observed"})["options"]["as_user"] == "admin"
    assert jira.as_user == "admin"
    jira.as_user = jira.default_user
    assert control("GET", "/options")["options"]["as_user"] == "admin"


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        ({"link_limt": 1}, "jira_linkfake has no option 'link_limt': did you mean 'link_limit'?"),
        ({"now": "real"}, "now cannot be changed once the site is made: move or set its clock"),
        (
            {"report_file": "/tmp/report"},
            "report_file is an option of the server or of a test, not of a site: start another server for it",
        ),
    ],
)
def test_options_that_cannot_be_set(jira, control, options, sentence):
    """What is no option, or none of a site that is there, is refused with what to do."""
    assert control.refused("PATCH", "/options", options) == sentence
    assert "report_file" not in control("GET", "/options")["options"]
    assert jira.report_file is None


def test_which_options_can_be_set(control):
    """Those that are about the site; none of them names a file, a host or anything of the test."""
    assert list(control("GET", "/options")["options"]) == [
        "linking_enabled",
        "watching_enabled",
        "voting_enabled",
        "time_tracking_enabled",
        "link_limit",
        "comment_limit",
        "remote_link_limit",
        "attachments_enabled",
        "attachment_limit",
        "attachment_size_limit",
        "worklog_limit",
        "parallel_sprints",
        "as_user",
        "credentials",
        "answers",
    ]


def test_a_scenario_goes_wrong_once(jira, control):
    """A fault meets as many requests as it is to, is listed, and can be taken away."""
    added = control("POST", "/scenarios", {"name": "unavailable", "times": 1})
    assert added == {"faults": ["unavailable(times=1) met no request"], "past": []}
    assert [control.link("PROJ-1", "PROJ-2") for _ in range(2)] == [503, 201]
    assert control("GET", "/faults") == {"faults": [], "past": ["unavailable(times=1) met 1 request, and is used up"]}
    control("POST", "/scenarios", {"name": "server_error"})
    assert control("DELETE", "/faults")["faults"] == []
    assert control.link("PROJ-2", "PROJ-1") == 201


def test_a_parameter_may_be_called_name(jira, control):
    """Parameters also stand in `parameters`, as one has to that goes by the word for the scenario."""
    control("POST", "/scenarios", {"name": "link_type_missing", "parameters": {"name": "Relates"}})
    assert [one.name for one in jira.site.link_types.values()] == ["Blocks", "Cloners", "Duplicate"]


def test_scenarios_are_listed_with_their_parameters(control):
    """Each ready-made scenario is there, with the defaults of what it takes."""
    listed = {one["name"]: one["parameters"] for one in control("GET", "/scenarios")["scenarios"]}
    assert list(listed) == scenarios.__all__
    assert listed["lost_reply"] == {"how": "closed", "times": None, "method": None, "path": None}


@pytest.mark.parametrize(
    ("body", "sentence"),
    [
        ({}, "the body lacks 'name'"),
        ({"name": 3}, "name is a number: it takes a text"),
        ({"name": "lost_repl"}, "there is no scenario 'lost_repl': did you mean 'lost_reply'?"),
        ({"name": "lost_reply", "time": 1}, "lost_reply has no parameter 'time': did you mean 'times'?"),
        ({"name": "lost_reply", "times": 0}, "times=0 will not do: it takes a whole number, 1 or more or None"),
        (
            {"name": "slow", "times": 1, "parameters": {"times": 2}},
            "the parameter 'times' stands there twice: beside the name, and in parameters",
        ),
        ({"name": "slow", "seconds": 1e300}, "seconds=1e+300 will not do: it takes a number, 0 to 10,000,000"),
    ],
)
def test_scenarios_that_cannot_be(jira, control, body, sentence):
    """What is no scenario, or takes no such parameter, is refused and changes nothing."""
    assert control.refused("POST", "/scenarios", body) == sentence
    assert control("GET", "/faults") == {"faults": [], "past": []}


HOSTILE = [None, True, -1.5, 1e308, 10**30, "\ud83d", ["x"]]


OF_EVERY_FAULT = ("times", "method", "path")
PARAMETERS = [
    (name, parameter)
    for name in scenarios.__all__
    for parameter in list(inspect.signature(scenarios.by_name(name)).parameters)[1:]
    if parameter not in OF_EVERY_FAULT or name == "unavailable"
]


def test_no_parameter_of_a_scenario_breaks_anything(jira, control):
    """Whatever a parameter is, it is taken, or refused and nothing is changed; then Jira goes on answering."""
    for (name, parameter), value in itertools.product(PARAMETERS, HOSTILE):
        before, faults = jira.snapshot(), jira._trouble.kept()
        body = {"name": name, "parameters": {parameter: value}}
        answer = control.client.post("/_linkfake/scenarios", json=body)
        if answer.status_code != 200:
            assert (answer.status_code, list(answer.json)) == (400, ["error"])
            assert (jira.difference(before), jira._trouble.kept()) == ([], faults)
        else:
            if parameter != "seconds" and name not in UNANSWERED:
                assert control.client.get("/rest/api/3/issue/PROJ-1").status_code > 0
            control.client.post("/_linkfake/reset")


UNANSWERED = {"slow", "timeout", "connection_reset", "lost_reply"}


def test_nothing_closes_the_port(jira, control):
    """What would close the port is refused with the reason: by control, by a site's options, and in Python."""
    sentence = (
        "connection_refused would close the port, and with it the control API and the page: connection_reset and "
        "timeout do not, and for a client that nobody answers any port will do at which nothing listens"
    )
    assert control.refused("POST", "/scenarios", {"name": "connection_refused"}) == sentence
    assert control.refused("POST", "/sites", {"options": {"scenario": "connection_refused"}}) == sentence
    with pytest.raises(UsageError, match="would close the port"):
        scenarios.connection_refused(jira)
    with (
        pytest.raises(UsageError, match="would close the port"),
        FakeJira(inspector=True, scenario="connection_refused").serve(),
    ):
        pass


@pytest.mark.parametrize("name", [one for one in scenarios.__all__ if one != "connection_refused"])
def test_control_answers_whatever_goes_wrong(jira, control, name):
    """No scenario keeps control from answering; what it asks for enters no journal and counts in no limit."""
    control("POST", "/scenarios", {"name": name})
    before = control("GET", "/faults")
    assert control("GET", "/health") == {"status": "ok", "version": "0.2.0", "site": "main"}
    assert control("GET", "/faults") == before
    assert jira.exchanges == []


def test_the_clock_moves(jira, control):
    """It moves on by seconds, or to a time, which may be in any zone."""
    assert control("POST", "/clock", {"set": "2026-03-01T12:00:00Z"}) == {"now": "2026-03-01T12:00:00+00:00"}
    assert control("POST", "/clock", {"advance": 0.5}) == {"now": "2026-03-01T12:00:00.500000+00:00"}
    assert control("POST", "/clock", {"set": "2026-03-01T14:00:00+01:00"}) == {"now": "2026-03-01T13:00:00+00:00"}
    assert jira.clock.now.hour == 13


@pytest.mark.parametrize(
    ("body", "sentence"),
    [
        ({}, "the body has either 'advance' with seconds, or 'set' with a time"),
        ({"advance": 1, "set": "2027-01-01"}, "the body has either 'advance' with seconds, or 'set' with a time"),
        ({"advanc": 1}, "the body has no 'advanc': did you mean 'advance'?"),
        ({"advance": "1"}, "advance is a text: it takes a number"),
        ({"advance": -1}, "the clock cannot be moved by -1: time does not run backwards"),
        ({"advance": 1e300}, "the clock cannot be moved by 1e+300: it takes seconds or a timedelta"),
        ({"advance": 1e12}, "the clock cannot be moved by 1000000000000.0: it ends with the year 9998"),
        ({"set": "noon"}, "set='noon' is no time: it takes one as 2026-01-31T12:00:00Z"),
        ({"set": "9999-06-01"}, "the clock cannot be set to 9999-06-01 00:00:00: it ends with the year 9998"),
        ({"set": None}, "set is null: it takes a text"),
        ([], "the body is a list: it takes an object"),
        (1, "the body is a number: it takes an object"),
    ],
)
def test_the_clock_refuses(jira, control, body, sentence):
    """What is no time, or none that the clock can have, is refused, and the clock stays where it is."""
    now = jira.clock.now
    assert control.refused("POST", "/clock", body) == sentence
    assert jira.clock.now == now


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "the body is no JSON: Expecting value: line 1 column 1 (char 0)"),
        (b'{"name": NaN}', "the body is no JSON: NaN is no number there"),
        (b'{"name": "slow", "name": "slow"}', "the body is no JSON: 'name' stands there twice"),
        (b'{"name": "\xff"}', "the body is no JSON: "),
        (b"[" * 100000, "the body is nested too deeply"),
        (b'{"advance": ' + b"9" * 5000 + b"}", "the body is no JSON: it has a number of 5000 digits"),
    ],
)
def test_a_body_that_is_no_json(control, data, sentence):
    """What cannot be read is refused with what is wrong."""
    answer = control.client.post("/_linkfake/scenarios", data=data, content_type="application/json")
    assert answer.status_code == 400
    assert answer.json["error"].startswith(sentence)


def test_a_body_that_ends_too_early(control):
    """A body that is shorter than it says is refused."""
    answer = control.client.post(
        "/_linkfake/scenarios", data=b"{}", content_type="application/json", environ_overrides={"CONTENT_LENGTH": "99"}
    )
    assert (answer.status_code, list(answer.json)) == (400, ["error"])


def test_a_body_says_that_it_is_json(control):
    """What a page of others can send without being asked for it, such as a form, is refused."""
    for content_type in ("application/x-www-form-urlencoded", "text/plain", "application/yaml", None):
        answer = control.client.patch("/_linkfake/options", data=b'{"link_limit": 1}', content_type=content_type)
        assert answer.status_code == 415
        assert answer.json["error"].startswith("the body is JSON, and its Content-Type says ")


@pytest.mark.parametrize(
    ("method", "path", "status", "sentence"),
    [
        ("GET", "/lnks", 404, "there is no /_linkfake/lnks: did you mean '/_linkfake/links'?"),
        ("POST", "/links", 405, "there is no POST /_linkfake/links: it takes GET"),
        ("DELETE", "/options", 405, "there is no DELETE /_linkfake/options: it takes GET, PATCH"),
        ("GET", "/exchanges?sinc=1", 400, "GET /exchanges has no parameter 'sinc': did you mean 'since'?"),
        ("GET", "/exchanges?since=-1", 400, "since='-1' will not do: it takes a number, 0 or more"),
    ],
)
def test_what_there_is_not(control, method, path, status, sentence):
    """A path, a method or a parameter that there is not is refused with the nearest that there is."""
    assert control.refused(method, path, status=status) == sentence


def test_a_path_beside_is_jiras(control):
    """Only what is below `/_linkfake` is control's."""
    assert control.client.get("/_linkfakes").status_code == 404
    assert control.client.get("/_linkfakes").json["detail"] == "No endpoint GET /_linkfakes."


def test_the_document_has_every_route(control):
    """The OpenAPI document has the routes that Flask has, with their parameters, and no other."""
    paths = control.document["paths"]
    told = {(method.upper(), path) for path, operations in paths.items() for method in operations}
    rules = [rule for rule in the_app().url_map.iter_rules() if rule.endpoint.startswith("control.")]
    there = {
        (method, rule.rule.replace("<", "{").replace(">", "}"))
        for rule in rules
        for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}
    }
    assert told == there
    assert len(told) == 21
    assert control.document["openapi"] == "3.1.0"
    for operations in paths.values():
        for one in operations.values():
            assert one["summary"]
            assert "default" in one["responses"]
    assert [one["name"] for one in paths["/_linkfake/sites/{name}"]["delete"]["parameters"]] == ["name"]
    assert list(paths["/_linkfake/load"]["post"]["requestBody"]["content"]) == ["application/json", "application/yaml"]
    assert control.document["servers"] == [{"url": "http://localhost"}]


def test_what_is_long_is_on_one_line(jira, control):
    """An answer is indented for people, as long as people would read it."""
    assert control.client.get("/_linkfake/links").text == '{\n  "links": []\n}\n'
    jira.add_issue("PROJ-3", summary="x" * 200_000)
    assert control.client.get("/_linkfake/dump").text.count("\n") == 1
