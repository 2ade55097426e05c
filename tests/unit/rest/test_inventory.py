"""The operations of Jira that are known, and those of them that are served."""

import re
from collections import Counter

import pytest

from jira_linkfake.rest.inventory import FAMILIES, OPERATIONS
from jira_linkfake.rest.successes import SUCCESSES
from jira_linkfake.rest.views import VIEWS


def _repeated(things):
    return [thing for thing, count in Counter(things).items() if count > 1]


def test_operations_are_told_apart():
    """No operation stands there twice, by Jira's id or by its method and path."""
    assert _repeated(operation.id for operation in OPERATIONS) == []
    paths = [(operation.method, re.sub(r"{\w+}", "{}", operation.path)) for operation in OPERATIONS]
    assert _repeated(paths) == []


@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda operation: operation.id)
def test_operation_is_well_written(operation):
    """An operation has a method of HTTP, a path below the version, and an id as Jira writes them."""
    assert operation.method in ("GET", "POST", "PUT", "DELETE")
    assert re.fullmatch(r"[a-z][\w-]*(/([a-z][\w-]*|{[a-z]\w*}))*", operation.path, re.IGNORECASE)
    assert re.fullmatch(r"[a-z][A-Za-z]+", operation.id)


def test_what_is_served_is_an_operation_of_jira():
    """Each view carries out an operation that the inventory has."""
    assert VIEWS.keys() <= {operation.id for operation in OPERATIONS}


def test_what_is_served_has_a_record_of_success():
    """Each operation that is served has a record of what Jira answers, and no other has one."""
    assert VIEWS.keys() == SUCCESSES.keys()


def test_links_and_what_is_around_them_are_served():
    """Everything about links and their types, and what a client asks on its way there, is served."""
    paths = ("issueLink", "issueLinkType", "serverInfo", "myself")
    around = {operation.id for operation in OPERATIONS if operation.path.partition("/")[0] in paths}
    assert around | {"getIssue", "getComments", "getComment"} <= VIEWS.keys()


def test_families_are_other_addresses_of_jira():
    """The families that are known as a whole are not below the REST API whose operations are known one by one."""
    for prefix, name in FAMILIES.items():
        assert re.fullmatch(r"/[\w/]+/", prefix)
        assert not prefix.startswith("/rest/api/")
        assert name
