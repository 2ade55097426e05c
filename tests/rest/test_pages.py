"""Parts of a long list."""

import pytest
from werkzeug.datastructures import MultiDict

from jira_linkfake.jira.refusal import Refused
from jira_linkfake.jira.site import Site
from jira_linkfake.rest.call import Call, Page
from jira_linkfake.rest.refusals import QueryInvalid


def _call(**query):
    return Call(site=Site(), caller=None, version=2, base="http://localhost", query=MultiDict(query), body=b"")


@pytest.mark.parametrize(
    ("query", "start_at", "max_results", "next_at", "values"),
    [
        ({}, 0, 2, 2, ["0", "1"]),
        ({"startAt": "3"}, 3, 2, None, ["3", "4"]),
        ({"startAt": "9"}, 9, 2, None, []),
        ({"maxResults": "9"}, 0, 4, 4, ["0", "1", "2", "3"]),
        ({"startAt": "-1", "maxResults": "-1"}, 0, 0, 0, []),
    ],
)
def test_page_bean(query, start_at, max_results, next_at, values):
    """A page has what was asked for, no more than the most, and says where it goes on if there is more."""
    call = _call(**query)
    is_last = next_at is None
    address = f"http://localhost/rest/api/2/project/search?maxResults={max_results}&startAt="
    assert Page.of(call, default=2, most=4).bean(call, "project/search", range(5), str) == {
        "self": f"{address}{start_at}",
        **({} if is_last else {"nextPage": f"{address}{next_at}"}),
        "maxResults": max_results,
        "startAt": start_at,
        "total": 5,
        "isLast": is_last,
        "values": values,
    }


def test_next_page_is_of_the_same_list():
    """What else the query says stays in the addresses of a page."""
    call = _call(startAt="1", query="A&B", maxResults="1")
    bean = Page.of(call, default=2).bean(call, "project/search", range(5), str)
    assert bean["nextPage"] == "http://localhost/rest/api/2/project/search?query=A%26B&maxResults=1&startAt=2"


@pytest.mark.parametrize("name", ["startAt", "maxResults"])
@pytest.mark.parametrize("value", ["x", "", "1_0", " 1", "1.0", "10000000000"])
def test_page_that_is_no_number(name, value):
    """A part that is no number is refused, and so is what only Python reads as one."""
    with pytest.raises(Refused) as caught:
        Page.of(_call(**{name: value}), default=2)
    assert caught.value.refusals == (QueryInvalid(name=name, value=value),)
