"""Search that is behind what requests have made."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import ClassVar

import pytest

from jira_linkfake import FakeJira, UsageError
from jira_linkfake.faults.fault import Fault
from jira_linkfake.scenarios.outages import slow
from jira_linkfake.scenarios.states import search_lag


@pytest.fixture
def jira():
    """A site with three issues, two of which are linked."""
    jira = FakeJira()
    jira.add_issues("APP-1", "APP-2", "APP-3")
    jira.add_link("APP-1", "blocks", "APP-2")
    return jira


def link(jira, source, destination):
    """Link two issues."""
    body = {"type": {"name": "Blocks"}, "inwardIssue": {"key": source}, "outwardIssue": {"key": destination}}
    assert jira.client().post("/rest/api/3/issueLink", json=body, auth=jira.auth).status_code == 201


def found(jira, key="APP-1"):
    """Return the keys of the issues that search finds as linked to an issue, and with how many links each."""
    query = {"jql": f"issue in linkedIssues({key}) ORDER BY key", "fields": "issuelinks"}
    reply = jira.client().get("/rest/api/3/search/jql", query_string=query, auth=jira.auth)
    return [(issue["key"], len(issue["fields"]["issuelinks"])) for issue in reply.json["issues"]]


def test_a_link_is_found_after_so_many_searches(jira):
    """A search does not find a link that was just made, though the issue shows it; what was seeded it finds."""
    search_lag(jira, polls=2)
    link(jira, "APP-1", "APP-3")
    assert len(jira.links) == 2
    issue = jira.client().get("/rest/api/3/issue/APP-1", auth=jira.auth).json
    assert len(issue["fields"]["issuelinks"]) == 2
    assert [found(jira) for _ in range(3)] == [[("APP-2", 1)], [("APP-2", 1)], [("APP-2", 1), ("APP-3", 1)]]
    assert [str(one) for one in jira.links] == ["APP-1 blocks APP-2", "APP-1 blocks APP-3"]
    told = [exchange.reason for exchange in jira.exchanges[-3:]]
    assert told == ["search_lag: the search did not know of 1 of the links yet"] * 2 + [None]


def test_each_link_has_its_own_searches(jira):
    """A link that is made later is found later, and one that is gone is not found at all."""
    search_lag(jira, polls=2)
    link(jira, "APP-1", "APP-3")
    assert found(jira) == [("APP-2", 1)]
    link(jira, "APP-3", "APP-2")
    assert found(jira, "APP-2") == [("APP-1", 1)]
    assert found(jira, "APP-2") == [("APP-1", 2)]
    assert found(jira, "APP-2") == [("APP-1", 2), ("APP-3", 2)]
    for number in (10001, 10002):
        assert jira.client().delete(f"/rest/api/3/issueLink/{number}", auth=jira.auth).status_code == 204
    assert found(jira) == [("APP-2", 1)]


def test_it_is_a_fault_like_others(jira):
    """It is met besides other faults, for as many requests and for the path that it is told."""
    slow(jira, seconds=0)
    search_lag(jira, polls=9, times=1, path="search/jql")
    link(jira, "APP-1", "APP-3")
    count = {"jql": "issue in linkedIssues(APP-1)"}
    counted = jira.client().post("/rest/api/3/search/approximate-count", json=count, auth=jira.auth)
    assert counted.json == {"count": 2}
    assert [len(found(jira)) for _ in range(2)] == [1, 2]


def test_a_search_that_fails_gives_the_links_back(jira):
    """Whatever comes of a search, the site has its links afterwards."""
    search_lag(jira)
    link(jira, "APP-1", "APP-3")
    reply = jira.client().get("/rest/api/3/search/jql", query_string={"jql": "project = "}, auth=jira.auth)
    assert reply.status_code == 400
    jira.as_user = "nobody whom the site knows"
    with pytest.raises(UsageError):
        found(jira)
    assert len(jira.links) == 2


def test_a_search_leaves_the_order_of_links(jira):
    """A link that search does not know of yet keeps its place among the others."""
    search_lag(jira)
    link(jira, "APP-1", "APP-3")
    jira.add_link("APP-1", "clones", "APP-3")
    assert found(jira) == [("APP-2", 1), ("APP-3", 1)]
    assert [one.id for one in jira.links_of("APP-1")] == ["10000", "10001", "10002"]
    assert [one.id for one in jira.links] == ["10000", "10001", "10002"]


def test_others_see_the_link_during_a_search(jira):
    """While a search is on its way the site has its links, and nobody has to wait for it."""
    seen = []

    @dataclass(frozen=True, kw_only=True)
    class Looking(Fault):
        """Somebody else looks at the site before the search is carried out."""

        name: ClassVar[str] = "looking"

        def meet(self, meeting, go_on, /):
            """Look in another thread, which the site's lock would keep from it."""
            with ThreadPoolExecutor(1) as other:
                seen.append(other.submit(lambda: len(jira.links_of("APP-1"))).result(timeout=5))
            return go_on()

    search_lag(jira, polls=9)
    jira._trouble.add(Looking())
    link(jira, "APP-1", "APP-3")
    assert (found(jira), seen) == ([("APP-2", 1)], [1, 2])


def summaries(jira, **more):
    """Return what search knows: the keys of the issues of a project, with their summaries."""
    query = {"jql": "project = APP ORDER BY key", "fields": "summary", **more}
    reply = jira.client().get("/rest/api/3/search/jql", query_string=query, auth=jira.auth)
    return {issue["key"]: issue["fields"]["summary"] for issue in reply.json["issues"]}


def test_new_issues_and_changes_are_found_later(jira):
    """A search finds what was there, as it was, and each change once it was asked often enough."""
    search_lag(jira, polls=2)
    client, old = jira.client(), summaries(jira)
    new = {"project": {"key": "APP"}, "issuetype": {"name": "Task"}, "summary": "New"}
    assert client.post("/rest/api/2/issue", json={"fields": new}, auth=jira.auth).status_code == 201
    for summary in ("Once", "Twice"):
        edited = client.put("/rest/api/2/issue/APP-1", json={"fields": {"summary": summary}}, auth=jira.auth)
        assert edited.status_code == 204
    page = {"object": {"url": "https://example.com", "title": "Page"}}
    assert client.post("/rest/api/2/issue/APP-2/remotelink", json=page, auth=jira.auth).status_code == 201
    now = {**old, "APP-1": "Twice", "APP-4": "New"}
    assert client.get("/rest/api/2/issue/APP-4?fields=summary", auth=jira.auth).status_code == 200
    assert summaries(jira) == old
    reason = "search_lag: the search did not know of 1 of the new issues, 2 of the changes yet"
    assert jira.exchanges[-1].reason == reason
    assert [summaries(jira), summaries(jira)] == [old, now]
    assert client.delete("/rest/api/2/issue/APP-4", auth=jira.auth).status_code == 204
    assert "APP-4" not in summaries(jira)


def test_change_after_a_change_that_is_known(jira):
    """What a search knows of already it still knows while it does not know of the next change."""
    search_lag(jira, polls=1)
    for summary, known in (("Once", "Summary of APP-1"), ("Twice", "Once")):
        jira.client().put("/rest/api/2/issue/APP-1", json={"fields": {"summary": summary}}, auth=jira.auth)
        assert [summaries(jira)["APP-1"], summaries(jira)["APP-1"]] == [known, summary]


def test_reconciled_issues_are_up_to_date(jira):
    """A search is up to date about the issues whose ids it names, in its query or its body, links included."""
    search_lag(jira, polls=9)
    new = {"project": {"key": "APP"}, "issuetype": {"name": "Task"}, "summary": "New"}
    made = jira.client().post("/rest/api/2/issue", json={"fields": new}, auth=jira.auth).json
    link(jira, "APP-3", "APP-4")
    assert "APP-4" not in summaries(jira)
    assert summaries(jira, reconcileIssues=f"10000,{made['id']}")["APP-4"] == "New"
    body = {"jql": "issue in linkedIssues(APP-3)", "reconcileIssues": [int(made["id"])]}
    for ids, keys in (([], []), (body["reconcileIssues"], ["10003"])):
        sent = {**body, "reconcileIssues": ids}
        reply = jira.client().post("/rest/api/3/search/jql", json=sent, auth=jira.auth)
        assert [issue["id"] for issue in reply.json["issues"]] == keys


def test_what_was_found_can_vanish_for_a_moment(jira):
    """With `vanishes` a search that found a link is followed by one that does not, and then it is there for good."""
    search_lag(jira, polls=1, vanishes=True)
    link(jira, "APP-1", "APP-3")
    assert [len(found(jira)) for _ in range(5)] == [1, 2, 1, 2, 2]


def test_polls_is_a_number(jira):
    """What is no number of searches is an error."""
    with pytest.raises(UsageError, match="polls=0 will not do: it takes a whole number, 1 or more"):
        search_lag(jira, polls=0)
