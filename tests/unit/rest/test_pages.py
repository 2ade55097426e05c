"""Parts of a long list."""

import pytest
from werkzeug.datastructures import MultiDict

from jira_linkfake.rest.call import Call
from jira_linkfake.rest.pages import Page
from jira_linkfake.rest.request_refusals import QueryInvalid
from jira_linkfake.site.refusals import Refused
from jira_linkfake.site.store import Site


def _call(**query):
    return Call(site=Site(), caller=None, version=2, base="http://localhost", query=MultiDict(query), body=b"")


@pytest.mark.parametrize(
    ("query", "start_at", "max_results", "is_last", "values"),
    [
        ({}, 0, 2, False, ["0", "1"]),
        ({"startAt": "3"}, 3, 2, True, ["3", "4"]),
        ({"startAt": "9"}, 9, 2, True, []),
        ({"maxResults": "9"}, 0, 4, False, ["0", "1", "2", "3"]),
        ({"startAt": "-1", "maxResults": "-1"}, 0, 0, False, []),
    ],
)
def test_page_bean(query, start_at, max_results, is_last, values):
    """A page has what was asked for, no more than the most, and says whether there is more."""
    call = _call(**query)
    assert Page.of(call, default=2, most=4).bean(call, "project/search", range(5), str) == {
        "self": "http://localhost/rest/api/2/project/search",
        "maxResults": max_results,
        "startAt": start_at,
        "total": 5,
        "isLast": is_last,
        "values": values,
    }


@pytest.mark.parametrize("name", ["startAt", "maxResults"])
def test_page_that_is_no_number(name):
    """A part that is no number is refused."""
    with pytest.raises(Refused) as caught:
        Page.of(_call(**{name: "x"}), default=2)
    assert caught.value.refusals == (QueryInvalid(name=name, value="x"),)
