"""Scenarios take parameters beforehand or with the site, and name the nearest right one for a wrong one."""

from __future__ import annotations

import inspect

import pytest

from jira_linkfake import FakeJira, UsageError, scenarios
from jira_linkfake.scenarios import by_name

EACH = ["POST issueLink", "GET issueLink/1", "GET issue/APP-1", "GET issue/APP-1/comment", "GET myself", "GET /"]


def faults_of(jira):
    """Return the lines of the report about faults."""
    return jira.report().partition("Faults:\n")[2].splitlines()


@pytest.mark.parametrize(
    "put",
    [
        lambda jira: scenarios.lost_reply(times=2)(jira),
        lambda jira: scenarios.lost_reply(jira, times=2),
        lambda _: FakeJira(scenario=scenarios.lost_reply(times=2)),
        lambda _: FakeJira(scenario=[scenarios.lost_reply(times=2)]),
    ],
)
def test_parameters_go_beforehand_or_with_the_site(jira, put):
    """A scenario with its parameters is a scenario; with a site they count at once."""
    jira = put(jira) or jira
    assert faults_of(jira) == ["  lost_reply(times=2) met no request"]


def test_without_parameters_a_fault_is_for_every_request():
    """By its name alone a fault has the parameters that it has by default."""
    assert faults_of(FakeJira(scenario="lost_reply")) == ["  lost_reply() met no request"]


@pytest.mark.parametrize("scenario", [lambda: None, lambda jira, key: None, [lambda *, jira: None]])
def test_scenario_that_cannot_be_called_with_a_site_is_an_error(scenario):
    """What takes no site, or wants more than one, is told before it is called."""
    with pytest.raises(UsageError, match="the scenario <lambda> will not do: it is called with a FakeJira and nothing"):
        FakeJira(scenario=scenario)


def test_scenario_that_does_not_tell_what_it_takes_is_called():
    """A function that is written in C need not have a signature."""
    assert FakeJira(scenario=vars).links == []


def test_prepared_scenario_reads_as_it_was_written():
    """A scenario shows its name and what it was given, as an option in a message does."""
    assert repr(scenarios.lost_reply) == "<scenario lost_reply>"
    assert repr(scenarios.slow(seconds=3, path="issueLink")) == "slow(seconds=3, path='issueLink')"


@pytest.mark.parametrize(
    ("name", "parameters", "sentence"),
    [
        ("lost_reply", {"time": 1}, "lost_reply has no parameter 'time': did you mean 'times'?"),
        ("linking_disabled", {"times": 1}, "linking_disabled has no parameter 'times': there are none."),
    ],
)
def test_parameter_that_a_scenario_does_not_have_is_told_at_once(name, parameters, sentence):
    """A wrong name is an error where it is written, not where the site is made."""
    with pytest.raises(UsageError) as caught:
        by_name(name)(**parameters)
    assert str(caught.value) == sentence


@pytest.mark.parametrize("name", ["link_type_missing", "link_type_ambiguous"])
@pytest.mark.parametrize("given", [5, None, [], " "])
def test_a_type_of_links_goes_by_its_name(name, given):
    """What is no name is refused, and the site is what it was."""
    jira = FakeJira()
    before = jira.dump()
    with pytest.raises(UsageError, match=r"^name=.* will not do: it takes the name of a type of links$"):
        by_name(name)(jira, name=given)
    assert jira.dump() == before


def test_parameter_without_its_name_is_an_error():
    """What is given by position is the site, and nothing else can be."""
    sentence = "lost_reply takes a FakeJira, and its parameters by name: 'reset' is neither"
    with pytest.raises(UsageError, match=f"^{sentence}$"):
        scenarios.lost_reply("reset")
    with pytest.raises(UsageError, match=r"^lost_reply takes its parameters by name: 1 has none$"):
        scenarios.lost_reply(FakeJira(), 1)


@pytest.mark.parametrize(
    ("name", "parameters", "sentence"),
    [
        ("timeout", {"times": 0}, "times=0 will not do: it takes a whole number, 1 or more or None"),
        ("timeout", {"times": True}, "times=True will not do: it takes a whole number, 1 or more or None"),
        ("timeout", {"times": "2"}, "times='2' will not do: it takes a whole number, 1 or more or None"),
        ("timeout", {"method": "post"}, "method='post' will not do: did you mean 'POST'?"),
        ("timeout", {"path": "issuelink"}, "Jira has nothing at path='issuelink': did you mean 'issueLink'?"),
        ("timeout", {"path": "issue/1/coment"}, "Jira has nothing at path='issue/1/coment': did you mean "),
        ("timeout", {"path": ""}, "Jira has nothing at path='': known: "),
        ("timeout", {"path": 3}, "Jira has nothing at path=3: known: "),
        ("timeout", {"path": ["issueLink"]}, "Jira has nothing at path=['issueLink']: "),
        ("rate_limited", {"html": "no"}, "html='no' will not do: it takes True or False"),
        ("rate_limited", {"headers": 0}, "headers=0 will not do: it takes True or False"),
        ("rate_limited", {"retry_after": 10**8}, "retry_after=100000000 will not do: it takes a whole number, 0 to "),
        ("search_lag", {"vanishes": 1}, "vanishes=1 will not do: it takes True or False"),
        ("shuffled_links", {"seed": []}, "seed=[] will not do: it takes a whole number, 0 or more"),
        ("rate_limit", {"seconds": 1e8}, "seconds=100000000.0 will not do: it takes a number, 0 to 10,000,000"),
        ("already_linked", {"issue": 3}, "3 is no key of an issue: it takes a project's key"),
        ("slow", {"seconds": -1}, "seconds=-1 will not do: it takes a number, 0 to 10,000,000"),
        ("slow", {"seconds": "1"}, "seconds='1' will not do: it takes a number, 0 to 10,000,000"),
        (
            "rate_limited",
            {"retry_after": -1},
            "retry_after=-1 will not do: it takes a whole number, 0 to 10,000,000 or None",
        ),
        ("rate_limited", {"reason": "burst"}, "reason='burst' will not do: "),
        (
            "unavailable",
            {"retry_after": 0.5},
            "retry_after=0.5 will not do: it takes a whole number",
        ),
        ("lost_reply", {"how": "close"}, "how='close' will not do: did you mean 'closed'?"),
    ],
)
def test_value_that_a_parameter_does_not_take_is_an_error(jira, name, parameters, sentence):
    """A value that will not do is an error that names the nearest right one, and no fault is added."""
    with pytest.raises(UsageError) as caught:
        by_name(name)(**parameters)(jira)
    assert str(caught.value).startswith(sentence)
    assert faults_of(jira) == []


@pytest.mark.parametrize(
    ("scope", "met"),
    [
        (
            {},
            ["POST issueLink", "GET issueLink/1", "GET issue/APP-1", "GET issue/APP-1/comment", "GET myself", "GET /"],
        ),
        ({"method": "POST"}, ["POST issueLink"]),
        ({"path": "issueLink"}, ["POST issueLink", "GET issueLink/1"]),
        ({"path": "/issueLink/1"}, ["GET issueLink/1"]),
        ({"path": "issue"}, ["GET issue/APP-1", "GET issue/APP-1/comment"]),
        ({"path": "issue/APP-1/comment"}, ["GET issue/APP-1/comment"]),
        ({"path": "issue/APP-2"}, []),
        ({"path": "issueLink", "method": "GET"}, ["GET issueLink/1"]),
        ({"times": 2}, ["POST issueLink", "GET issueLink/1"]),
    ],
)
def test_a_fault_meets_the_requests_that_it_is_for(jira, scope, met):
    """By number, by method, and by path and what is below it."""
    scenarios.server_error(jira, **scope)
    ask = jira.client().open
    statuses = {}
    for request in EACH:
        method, _, path = request.partition(" ")
        full = path if path == "/" else f"/rest/api/3/{path}"
        statuses[request] = ask(full, method=method, auth=jira.auth, json={}).status_code
    assert [request for request, status in statuses.items() if status == 500] == met


def test_faults_with_a_number_come_one_after_the_other(jira):
    """Each uses up its turns before the next one, and then requests are answered by the site."""
    for fault in (scenarios.unavailable(times=2), scenarios.rate_limited(times=1), scenarios.bad_gateway(times=1)):
        fault(jira)
    ask = jira.client().get
    statuses = [ask("/rest/api/3/myself", auth=jira.auth).status_code for _ in range(5)]
    assert statuses == [503, 503, 429, 502, 200]
    assert faults_of(jira) == [
        "  unavailable(times=2) met 2 requests, and is used up",
        "  rate_limited(times=1) met 1 request, and is used up",
        "  bad_gateway(times=1) met 1 request, and is used up",
    ]


def test_a_request_uses_up_one_turn(jira):
    """Of two faults for the next request one meets it, and the other one the request after it."""
    scenarios.slow(jira, seconds=0, times=1)
    scenarios.truncated_body(jira, times=1)
    for _ in range(3):
        jira.client().get("/rest/api/3/myself", auth=jira.auth)
    assert [exchange.fault for exchange in jira.exchanges] == ["slow", "truncated_body", None]


def test_faults_for_every_request_are_met_together(jira):
    """Those without a number are met besides the others, in whichever order."""
    scenarios.truncated_body(jira, times=1)
    scenarios.slow(jira, seconds=0)
    for _ in range(2):
        jira.client().get("/rest/api/3/myself", auth=jira.auth)
    assert [exchange.fault for exchange in jira.exchanges] == ["truncated_body, slow", "slow"]


def test_faults_are_taken_away(jira):
    """After `clear_faults` nothing goes wrong, what went wrong is still told, and new faults can be added."""
    scenarios.server_error(jira)
    ask = jira.client().get
    statuses = [ask("/rest/api/3/myself", auth=jira.auth).status_code]
    jira.clear_faults()
    statuses.append(ask("/rest/api/3/myself", auth=jira.auth).status_code)
    scenarios.unavailable(jira)
    statuses.append(ask("/rest/api/3/myself", auth=jira.auth).status_code)
    assert statuses == [500, 200, 503]
    assert faults_of(jira) == ["  server_error() met 1 request", "  unavailable() met 1 request"]


def test_parameters_are_keywords_with_defaults():
    """Every ready-made scenario can be used by its name alone."""
    for name in scenarios.__all__:
        jira, *parameters = inspect.signature(by_name(name)).parameters.values()
        assert jira.name == "jira"
        assert all(one.default is not one.empty for one in parameters)


def test_oddities_take_issues_that_are_there(jira):
    """A scenario that needs two issues makes those that are missing."""
    scenarios.already_linked(jira, "APP-1", "NEW-1")
    scenarios.linked_twice(jira, "APP-2", "APP-1")
    assert jira.sentences() == ["APP-1 blocks NEW-1", "APP-2 blocks APP-1", "APP-2 relates to APP-1"]
