"""Every method of jira.js is called once, and what comes of it is what its table says."""

from __future__ import annotations

import pytest

from tests.clients.methods.jira_js import CALLS, NOT_SERVED, REFUSED
from tests.clients.methods.populated import populate
from tests.clients.node import JiraJs
from tests.clients.test_jira_js_reads import READS

NAMED_NOT_SERVED = {f"{resource}.{name}" for resource, names in NOT_SERVED.items() for name in names}


@pytest.fixture
def client(node, jira_linkfake, jira_linkfake_server):
    """A client of the admin, on a site that has one of everything."""
    populate(jira_linkfake)
    return JiraJs(node, jira_linkfake_server.url, *jira_linkfake.auth)


@pytest.mark.parametrize("method", CALLS)
def test_method_that_changes_works(client, jira_linkfake, method):
    """A method asks for the operation of its name, which is carried out and answered as Atlassian describes it."""
    asked = len(jira_linkfake.exchanges)
    client(method, **CALLS[method])

    statuses = [one.status for one in jira_linkfake.exchanges[asked:] if one.rule == method.partition(".")[2]]
    assert statuses in ([200], [201], [202], [204], [303], [303, 200])


@pytest.mark.jira_linkfake(unsupported="answer")
def test_every_method_is_in_a_table(client):
    """Each method works, is in the table of those that are not served and answered 501, or has its reason."""
    names = set(client.names())

    assert names == {*READS, *CALLS} | NAMED_NOT_SERVED | {*REFUSED}
    statuses = {name: client.status_of(name) for name in NAMED_NOT_SERVED | {*REFUSED}}
    otherwise = {name: status for name, status in statuses.items() if status != 501}
    assert otherwise == REFUSED
