"""Every public method of the Python clients is called once, and what comes of it is what the table of methods says."""

from __future__ import annotations

import inspect
import re
from contextlib import closing, suppress

import pytest
from atlassian import Jira
from atlassian.rest_client import AtlassianRestAPI
from jira import JIRA

from tests.clients.methods.atlassian import METHODS as OF_ATLASSIAN
from tests.clients.methods.atlassian import NOT_ON_CLOUD, NOT_SERVED
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


def public(client_class):
    """Return the names of a class's public methods."""
    return {name for name, _ in inspect.getmembers(client_class, inspect.isroutine) if not name.startswith("_")}


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


def whatever(client, name):
    """Call a method with something for each argument that it requires, and for its data, whatever comes of it."""
    method = getattr(client, name)
    parameters = inspect.signature(method).parameters.values()
    named = [one for one in parameters if one.kind is one.POSITIONAL_OR_KEYWORD]
    with suppress(Exception):
        method(**{one.name: something(one) for one in named if one.default is one.empty or one.name == "data"})


def something(parameter):
    """Return something that can be given for a parameter."""
    if re.search("list", str(parameter.annotation), re.IGNORECASE):
        return ["1"]
    if "data" in parameter.name:
        return {"name": "1"}
    return "WEB-3" if "issue" in parameter.name else "1"


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@pytest.mark.jira_linkfake(unsupported="answer")
@pytest.mark.parametrize(
    ("table", "statuses"), [(NOT_SERVED, {501}), (NOT_ON_CLOUD, {404, 405})], ids=["not served", "not on Cloud"]
)
def test_method_of_what_is_not_there(table, statuses, site):
    """A method that asks for what is not served, or for what Cloud does not have, is answered so."""
    with closing(connect(Jira, site)) as client:
        answered = {}
        for name in (one for names in table.values() for one in names if hasattr(Jira, one)):
            asked = len(site.exchanges)
            whatever(client, name)
            answered[name] = site.exchanges[-1].status if len(site.exchanges) > asked else None

    assert {name: status for name, status in answered.items() if status not in statuses} == {}


def test_every_method_of_jira_is_in_the_table():
    """A public method of `jira.JIRA` that the table does not have fails the test."""
    assert public(JIRA) - {name for methods in OF_JIRA.values() for name in methods} == set()


def test_every_method_of_atlassian_is_in_a_table():
    """So does one of atlassian-python-api's `Jira`, but for those that all its clients share."""
    called = {name for table in (OF_ATLASSIAN, NOT_SERVED, NOT_ON_CLOUD) for names in table.values() for name in names}

    assert public(Jira) - {*vars(AtlassianRestAPI)} - called == set()
