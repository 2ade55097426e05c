"""Every public method of the Python clients is called once, and what comes of it is what the table of methods says."""

from __future__ import annotations

import inspect
from contextlib import closing

import pytest
from atlassian import Jira
from atlassian.rest_client import AtlassianRestAPI
from jira import JIRA

from tests.clients.methods.atlassian import METHODS as OF_ATLASSIAN
from tests.clients.methods.jira import METHODS as OF_JIRA
from tests.clients.methods.outcomes import come_of
from tests.clients.methods.populated import populate

TABLES = {JIRA: OF_JIRA, Jira: OF_ATLASSIAN}
CALLED = [
    pytest.param(client_class, name, outcome, id=f"{client_class.__name__}-{name}")
    for client_class, table in TABLES.items()
    for methods in table.values()
    for name, outcome in methods.items()
]


@pytest.fixture
def site(jira_linkfake, monkeypatch, tmp_path):
    """A site that has one of everything; what is downloaded comes into a folder of the test's."""
    monkeypatch.chdir(tmp_path)
    return populate(jira_linkfake)


def connect(client_class, site):
    """Return a client that is signed in as the admin."""
    if client_class is JIRA:
        return JIRA(site.url, basic_auth=site.auth)
    return client_class(site.url, *site.auth, cloud=True)


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@pytest.mark.jira_linkfake(unsupported="answer", patch_sleep=True)
@pytest.mark.parametrize(("client_class", "name", "outcome"), CALLED)
def test_method(client_class, name, outcome, site):
    """A method comes to what the table says of it."""
    if not hasattr(client_class, name):
        pytest.skip(f"this version of the client has no {name}")
    with closing(connect(client_class, site)) as client:
        come_of(outcome, client, site)


@pytest.mark.parametrize("client_class", TABLES)
def test_every_method_is_in_the_table(client_class):
    """A public method that the table does not have fails the test, but for those that atlassian's clients share."""
    public = {name for name, _ in inspect.getmembers(client_class, inspect.isroutine) if not name.startswith("_")}

    assert (
        public - {*vars(AtlassianRestAPI)} - {name for methods in TABLES[client_class].values() for name in methods}
        == set()
    )
