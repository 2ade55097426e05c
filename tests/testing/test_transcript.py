"""How requests read in a report: what matters of many, and what a client overlooks."""

from __future__ import annotations

import asyncio
import threading

import pytest
import requests

from jira_linkfake import FakeJira
from jira_linkfake.scenarios import connection_refused


def _requests(report):
    lines = report.splitlines()
    return lines[lines.index("Last requests:") + 1 :]


def test_what_went_wrong_is_kept_of_many_requests(jira, get, ask):
    """Of many requests all that went wrong are shown, the first and the last of the others, and how many more."""
    get("serverInfo?number=0")
    ask("GET", "issue/APP-9")
    for number in range(1, 30):
        get(f"serverInfo?number={number}")
    lines = _requests(jira.report())
    assert len(lines) == 21
    assert lines[1] == "  GET /rest/api/3/issue/APP-9 by admin -> 404 IssueUnknown: there is no issue APP-9"
    assert lines[3] == "  (11 more)"
    assert lines[-1] == "  GET /rest/api/3/serverInfo?number=29 by admin -> 200"
    assert len(_requests(jira.report(whole=True))) == 31


def test_of_many_that_went_wrong_the_last_are_kept(jira, ask):
    """A report stays a screenful where everything goes wrong, and says how much more did."""
    for number in range(100, 130):
        ask("GET", f"issue/APP-{number}")
    lines = _requests(jira.report())
    assert len(lines) == 21
    assert lines[3] == "  (10 more, of which 10 went wrong)"


def test_bodies_are_shown_on_demand(jira, ask):
    """With `bodies` each request is shown with what it sent and got, if anything, cut where it is long."""
    ask("PUT", "issue/APP-1", json={"fields": {"labels": [f"{number}{'S' * 250}" for number in "SST"]}})
    ask("GET", "issue/APP-9")
    lines = _requests(jira.report(bodies=True))
    assert lines[1].startswith('    sent: {"fields": {"labels": ["SSS')
    assert lines[1].endswith("S...")
    assert lines[3] == (
        '    got: {"errorMessages":["Issue does not exist or you do not have permission to see it."],"errors":{}}'
    )
    assert len(lines) == 4


def test_an_id_is_told_with_its_key(jira, ask):
    """An issue that goes by its id in a path is told with its key, also one that is gone."""
    issue_id = jira.issue("APP-1").id
    ask("GET", f"issue/{issue_id}/changelog")
    ask("DELETE", f"issue/{issue_id}")
    ask("GET", "issue/99999")
    lines = _requests(jira.report())
    assert lines[0].startswith(f"  GET /rest/api/3/issue/{issue_id} (APP-1)/changelog by admin -> 200")
    assert lines[1].startswith(f"  DELETE /rest/api/3/issue/{issue_id} (APP-1) by admin -> 204")
    assert lines[2].startswith("  GET /rest/api/3/issue/99999 by admin -> 404 IssueUnknown: there is no issue 99999")


def test_an_id_that_is_taken_for_a_key_is_told(jira, post_link):
    """Where an id, such as that of a webhook, stands for a key, the reason says whose it is."""
    post_link(jira, str(jira.issue("APP-1").id))
    assert "there is no issue with the key 10000, which is the id of APP-1" in jira.report()


def test_a_page_that_is_not_the_last_is_told(jira, get):
    """An answer that is not the last page of its list says so, and how many more there are."""
    jira.add_project("NEW")
    get("project/search?maxResults=1")
    get("project/search")
    first, second = _requests(jira.report())[:2]
    assert first.endswith("-> 200, which is not the last page: 2 more are behind it")
    assert second.endswith("-> 200")


def test_an_option_that_refuses_is_told_with_its_default(jira, ask, post_link):
    """A refusal for an option says that the option is set here, and what it is otherwise."""
    jira.link_limit = 0
    post_link(jira)
    jira.link_limit = 2000
    jira.linking_enabled = False
    post_link(jira)
    ask("GET", "issue/APP-1%20(link_limit=2000)")
    limit, disabled, other = _requests(jira.report())[:3]
    assert limit.endswith("as it may have (link_limit=0 is set here, the default is 2000)")
    assert disabled.endswith("is switched off (linking_enabled=False is set here, the default is True)")
    assert other.endswith("APP-1 (link_limit=2000)")


def test_the_issues_that_requests_were_about_are_listed(jira, post_link, get):
    """Issues that requests named, by key or id, or linked are listed as they are now, others are not."""
    get(f"issue/{jira.issue('APP-2').id}")
    post_link(jira)
    jira.add_issue("APP-3")
    jira.transition("LIB-1", "Done")
    assert jira.report().splitlines()[:4] == [
        "Issues:",
        "  APP-1 (Task, To Do): Summary of APP-1",
        "  APP-2 (Task, To Do): Summary of APP-2",
        "  LIB-1 (Task, Done): Summary of LIB-1",
    ]


def test_a_link_that_came_too_late_is_told(jira, post_link):
    """A link that a request made after it had been asserted, such as one of a thread, stands first in the report."""
    with pytest.raises(AssertionError):
        jira.assert_linked("APP-1", "blocks", "LIB-1")
    post_link(jira)
    assert jira.report().splitlines()[0] == (
        "APP-1 blocks LIB-1 was linked after the assertion had failed: "
        "POST /rest/api/3/issueLink by admin -> 201, made 'APP-1 blocks LIB-1'"
    )


def _not_linked(jira):
    with pytest.raises(AssertionError) as caught:
        jira.assert_linked("APP-1", "blocks", "LIB-1")
    return str(caught.value).splitlines()


def test_a_link_of_another_pair_is_told(jira, post_link):
    """Where a request linked one of the two issues with a third, that is told; where it was deleted again, not."""
    post_link(jira, "APP-1", "Blocks", "APP-2")
    assert _not_linked(jira)[1] == ("Another pair is linked: APP-1 blocks APP-2, made by POST /rest/api/3/issueLink.")
    jira.remove_link("APP-1", "blocks", "APP-2")
    assert _not_linked(jira)[1] == "Links on the site:"


def test_a_link_that_was_never_asked_for_is_told(jira, get):
    """Where requests came, and none of them asked for a link, that is told."""
    assert _not_linked(jira)[1] == "Links on the site:"
    get("issue/APP-1")
    assert _not_linked(jira)[1:3] == [
        "No request asked for a link.",
        (
            "The last that came is GET /rest/api/3/issue/APP-1 -> 200. After it the code called nobody, here or"
            " elsewhere, and no connection failed: it never sent the request, or stopped for an error, which it may"
            " have swallowed."
        ),
    ]


def test_where_a_link_was_asked_for_elsewhere_is_told(jira, get):
    """Where the request went to another host, the failed assertion says so, and what came of it."""
    get("issue/APP-1")
    with jira.intercept(), pytest.raises(requests.ConnectionError):
        requests.post("https://nobody.invalid/rest/api/3/issueLink", json={})
    told = "requests called https://nobody.invalid (not this site), which failed: ConnectionError"
    lines = _not_linked(jira)
    assert lines[2] == "The last that came is GET /rest/api/3/issue/APP-1 -> 200. See the calls elsewhere."
    assert lines[-2:] == ["Calls elsewhere:", f"  {told}"]
    with pytest.raises(AssertionError) as caught:
        jira.assert_requested("POST", "issueLink")
    assert str(caught.value).splitlines()[-1] == f"  {told}"


def test_a_connection_that_was_refused_before_is_not_denied(jira, get):
    """Where a connection did fail, nobody says that none did; where the last one did, the code stopped at it."""
    connection_refused(jira, path="issue", times=1)
    with jira.intercept(), pytest.raises(requests.ConnectionError):
        requests.get(f"{jira.url}/rest/api/3/issue/APP-1", timeout=1)
    assert _not_linked(jira)[2] == (
        "The last that came is GET /rest/api/3/issue/APP-1 -> no answer. After it the code sent nothing more: it"
        " stopped at that answer, or never meant to go on."
    )
    get("issue/APP-1")
    assert _not_linked(jira)[2].startswith(
        "The last that came is GET /rest/api/3/issue/APP-1 -> 200. After it the code called nobody, here or"
        " elsewhere: it never sent the request"
    )


def test_behind_a_port_nobody_knows_whom_else_a_client_calls(jira):
    """Of a program that runs elsewhere nobody says that it called no other host."""
    with jira.serve() as served:
        assert jira.report().endswith(f"No request reached {jira.url}.")
        requests.get(f"{served.url}/rest/api/3/issue/APP-1", auth=jira.auth, timeout=5)
    assert _not_linked(jira)[2] == "The last that came is GET /rest/api/3/issue/APP-1 -> 200. After it nothing came."


def test_what_still_runs_is_told(jira):
    """A failed assertion names the threads and tasks of the test that have not ended: they may still send something."""
    end = threading.Event()

    async def ask():
        task = asyncio.create_task(asyncio.sleep(60), name="poller")
        lines = _not_linked(jira)
        task.cancel()
        return lines

    with jira.intercept():
        thread = threading.Thread(target=end.wait, name="worker")
        thread.start()
        lines = asyncio.run(ask())
        end.set()
        thread.join()
        assert lines[-3:] == ["Still running:", "  the thread worker", "  the task poller of sleep"]
        assert "Still running:" not in _not_linked(jira)


def test_another_site_at_the_same_address_is_told(jira):
    """Where two sites have one address, the one that was opened later answers, and the other one says so."""
    jira.add_issue("APP-7")
    with jira.intercept(), FakeJira() as other:
        requests.get(f"{jira.url}/rest/api/3/issue/APP-7", auth=jira.auth, timeout=5)
    assert jira.report().splitlines()[-1] == (
        f"No request reached this site: another FakeJira at {jira.url} was opened after it, and answers."
    )
    assert "another FakeJira" not in other.report()


def test_an_issue_that_was_made_too_late_is_told(jira, post_link, ask):
    """Where the link was asked for before one of its issues was made, that is told."""
    ask("DELETE", "issue/LIB-1")
    post_link(jira, "APP-1", "Blocks", "LIB-2")
    issue = {"project": {"key": "LIB"}, "issuetype": {"name": "Task"}, "summary": "S"}
    ask("POST", "issue", json={"fields": issue})
    with pytest.raises(AssertionError) as caught:
        jira.assert_linked("APP-1", "blocks", "LIB-2")
    assert str(caught.value).splitlines()[1] == (
        "LIB-2 was made after a request had asked for it: POST /rest/api/3/issue by admin -> 201, made LIB-2"
    )


def test_what_was_waited_for_is_told(jira):
    """A report tells what was waited for in vain, by the name of its function."""

    def delete():
        pass

    jira.on_request("GET", "issue/APP-1", delete)
    assert jira.report().splitlines()[-1] == "on_request('GET', 'issue/APP-1', delete) was waited for, and never came"


def test_the_report_goes_along_with_what_ends_a_with():
    """An error that ends a `with` has the report as its note; an interrupt has none."""
    with pytest.raises(LookupError) as caught, FakeJira():
        raise LookupError("nothing")
    notes = getattr(caught.value, "__notes__", ["\njira_linkfake:\nLinks on the site:"])  # since Python 3.11
    assert notes[0].startswith("\njira_linkfake:\nLinks on the site:")
    with pytest.raises(KeyboardInterrupt) as interrupted, FakeJira():
        raise KeyboardInterrupt
    assert getattr(interrupted.value, "__notes__", []) == []
