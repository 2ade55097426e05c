"""Every public method of the Python clients is called once, and what comes of it is what the table of methods says."""

from __future__ import annotations

import inspect
from contextlib import closing

import pytest
from jira import JIRA

from tests.clients.methods.jira import METHODS as OF_JIRA
from tests.clients.methods.outcomes import Broken, NotServed, Outcome, Refused, Works
from tests.clients.methods.populated import populate

CALLED = [(JIRA, name, one) for methods in OF_JIRA.values() for name, one in methods.items()]


@pytest.fixture
def site(jira_linkfake):
    """A site that has one of everything."""
    return populate(jira_linkfake)


def connect(client_class, site):
    """Return a client that is signed in as the admin."""
    if client_class is JIRA:
        return JIRA(site.url, basic_auth=site.auth)
    return client_class(site.url, *site.auth, cloud=True)


def words(error):
    """Return what the site answered, and what the client says where it did not ask."""
    response = getattr(error, "response", None)
    return str(error) if response is None else response.text


def come_of(outcome: Outcome, client, site):
    """Call a method, and assert that it comes to what the table says."""
    if isinstance(outcome, Works):
        result = outcome.call(client)
        assert (outcome.look(site) if outcome.look else result) == outcome.outcome
        return
    with pytest.raises(Exception) as caught:
        outcome.call(client)
    if isinstance(outcome, Broken):
        assert type(caught.value).__name__ == outcome.error
        assert outcome.words in str(caught.value)
    elif isinstance(outcome, Refused):
        assert (caught.value.response.status_code, outcome.words in words(caught.value)) == (outcome.status, True)
    elif isinstance(outcome, NotServed):
        assert "jira_linkfake does not serve" in words(caught.value)
        assert f"({outcome.operation})." in words(caught.value)


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@pytest.mark.jira_linkfake(unsupported="answer", patch_sleep=True)
@pytest.mark.parametrize(("client_class", "name", "outcome"), CALLED, ids=lambda one: one if isinstance(one, str) else "")
def test_method(client_class, name, outcome, site):
    """A method comes to what the table says of it."""
    if not hasattr(client_class, name):
        pytest.skip(f"this version of the client has no {name}")
    with closing(connect(client_class, site)) as client:
        come_of(outcome, client, site)


@pytest.mark.parametrize(("client_class", "table"), [(JIRA, OF_JIRA)], ids=["jira"])
def test_every_method_is_in_the_table(client_class, table):
    """A public method that the table does not have fails the test."""
    public = {name for name, _ in inspect.getmembers(client_class, inspect.isroutine) if not name.startswith("_")}

    assert public - {name for methods in table.values() for name in methods} == set()
