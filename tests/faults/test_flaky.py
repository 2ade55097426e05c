"""A Jira that now and then fails: as often as it is told, and the same requests for the same seed."""

from __future__ import annotations

import re
from collections import Counter

import pytest
import requests

from jira_linkfake import FakeJira, UsageError
from jira_linkfake.scenarios.outages import flaky


def soak(number, **parameters):
    """Return what comes of so many requests in process, and the site."""
    jira = FakeJira()
    flaky(jira, **parameters)
    outcomes = []
    with jira.intercept(), requests.Session() as session:
        for _ in range(number):
            try:
                outcomes.append(session.get(f"{jira.url}/rest/api/3/serverInfo").status_code)
            except requests.RequestException as error:
                outcomes.append(type(error).__name__)
    return outcomes, jira


def test_fails_in_every_way_and_as_often_as_it_is_told():
    """About the rate of all requests fail, in each of the ways that there are."""
    outcomes, jira = soak(400, rate=0.5)
    counts = Counter(outcomes)
    assert set(counts) == {200, 429, 500, 502, 503, "ConnectionError", "ChunkedEncodingError"}
    assert 160 < counts[200] < 240
    assert {exchange.fault for exchange in jira.exchanges} == {
        *(None, "rate_limited", "unavailable", "server_error", "bad_gateway"),
        *("truncated_body", "connection_reset", "lost_reply"),
    }


def test_a_seed_fails_the_same_requests():
    """The same seed makes the same failures, another one others."""
    first, again, other = (soak(60, rate=0.3, seed=seed)[0] for seed in (7, 7, 8))
    assert first == again
    assert first != other


def test_a_higher_rate_fails_more_of_the_same_requests():
    """Whether a request fails does not change how the next ones do."""
    low, high = soak(60, rate=0.1)[0], soak(60, rate=0.6)[0]
    assert all(high[at] == outcome for at, outcome in enumerate(low) if outcome != 200)


def test_the_ends_of_the_rate():
    """At 0 nothing fails, at 1 everything does."""
    assert set(soak(60, rate=0)[0]) == {200}
    assert 200 not in soak(60, rate=1)[0]


def test_the_seed_is_in_the_report():
    """A failing test tells the seed, also one that was drawn."""
    assert "flaky(rate=0.2, seed=0) met 3 requests" in soak(3)[1].report()
    drawn = [re.search(r"seed=(\d+)", soak(0, seed=None)[1].report())[1] for _ in range(5)]
    assert len(set(drawn)) > 1


def test_plain_wsgi_breaks_no_connection():
    """What cannot be rendered through plain WSGI is left out there."""
    jira = FakeJira()
    flaky(jira, rate=1)
    statuses = {jira.client().get("/rest/api/3/serverInfo").status_code for _ in range(60)}
    assert statuses == {200, 429, 500, 502, 503}


@pytest.mark.parametrize(
    ("parameters", "sentence"),
    [
        ({"rate": 1.1}, "rate=1.1 will not do: it takes a number, 0 to 1"),
        ({"rate": "often"}, "rate='often' will not do: it takes a number, 0 to 1"),
        ({"seed": "x"}, "seed='x' will not do: it takes a whole number, 0 or more"),
    ],
)
def test_flaky_takes_figures(parameters, sentence):
    """What is no rate and no seed is an error."""
    with pytest.raises(UsageError) as caught:
        flaky(FakeJira(), **parameters)
    assert str(caught.value) == sentence
