"""The operations of Jira: those that there are, those that are served, and where a path leads."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from jira_linkfake.rest.operations import FAMILIES, all_operations, find, leads_somewhere


def _repeated(things):
    return [thing for thing, count in Counter(things).items() if count > 1]


def _operation_of(method, path):
    place = find(path)
    return None if place is None or method not in place.operations else place.operations[method].id


def test_the_table_has_all_of_jira():
    """The table has the operations of the platform, of Jira Software and of what clients ask for besides, each once."""
    operations = all_operations()
    assert len(operations) == 705
    assert _repeated((one.method, re.sub(r"{\w+}", "{}", one.path)) for one in operations) == []
    assert {one.method for one in operations} <= {"GET", "POST", "PUT", "DELETE", "PATCH"}
    assert all(re.fullmatch(r"(/([\w.-]+|{\w+}))+", one.path) for one in operations)


def test_the_table_names_who_serves_an_operation():
    """Each module that the table names declares the operation, and links with all that is around them are served."""
    served = {one.id for one in all_operations() if one.served is not None}
    assert served == {one.id for one in all_operations() if one.module}
    paths = ("issueLink", "issueLinkType", "serverInfo", "myself")
    around = {one.id for one in all_operations() if one.short_path.partition("/")[0] in paths}
    assert around | {"getIssue", "getComments", "getComment"} <= served


def test_families_are_other_addresses_of_jira():
    """The families that are known as a whole are not below the REST API whose operations are known one by one."""
    for prefix, name in FAMILIES.items():
        assert re.fullmatch(r"/[\w/-]+/", prefix)
        assert not prefix.startswith("/rest/api/")
        assert name


@pytest.mark.parametrize(
    ("method", "path", "operation"),
    [
        ("GET", "/rest/api/2/issueLink/10000", "getIssueLink"),
        ("GET", "/rest/api/latest/issueLink/10000/", "getIssueLink"),
        ("POST", "/rest/api/3/issueLink", "linkIssues"),
        ("GET", "/rest/api/3/priority/search", "searchPriorities"),
        ("GET", "/rest/api/3/priority/1", "getPriority"),
        ("DELETE", "/rest/api/3/priority/search", None),
        ("GET", "/rest/agile/1.0/issue/A-1", "getIssue"),
        ("POST", "/rest/builds/0.1/bulk", "submitBuilds"),
        ("POST", "/builds/0.1/bulk", "submitBuilds"),
        ("GET", "/rest/api/4/issueLink/10000", None),
        ("GET", "/rest/api/2/issueLink//", None),
        ("GET", "/rest/api/2", None),
        ("GET", "//rest/api/2/serverInfo", None),
        ("GET", "/", None),
        ("GET", "", None),
    ],
)
def test_a_path_leads_to_the_operation_with_the_most_literals(method, path, operation):
    """A literal part goes before a parameter, an empty one is no value, and versions are two, three and latest."""
    assert _operation_of(method, path) == operation


def test_few_places_are_remembered():
    """A server that is asked for ever new paths does not grow with them."""
    for number in range(1000):
        find(f"/rest/api/3/issue/{number}")
    assert find.cache_info().currsize < 1000


def test_a_place_names_the_parts_of_its_path():
    """The parts of a path go by the names that Jira has for them in the operation."""
    place = find("/rest/api/2/issue/A-1/comment/10000")
    assert place is not None
    assert place.version == "2"
    assert place.parts_of(place.operations["GET"]) == {"issueIdOrKey": "A-1", "id": "10000"}


def test_the_beginning_of_a_path_leads_somewhere():
    """What a fault is for may be a whole resource, one thing of it, or what is below that; but not what Jira lacks."""
    assert [leads_somewhere(path) for path in ("issue", "issue/A-1", "/issue/A-1/comment/", "issueLinks", "")] == [
        True,
        True,
        True,
        False,
        False,
    ]
