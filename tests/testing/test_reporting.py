"""How links and exchanges read in a failure."""

from jira_linkfake import Exchange
from jira_linkfake.testing.assertions import exchanges_section, links_section, refusals_section, webhooks_section


def _exchange(number, reason=None):
    return Exchange(
        method="GET",
        path=f"/{number}",
        query="",
        body="",
        caller="alice",
        status=404 if reason else 200,
        answer="",
        rule="IssueUnknown" if reason else "getIssue",
        reason=reason,
    )


def test_short_list_is_shown_whole():
    """A section has its title and a line for each thing."""
    assert links_section(["A", "B"]) == ["Links on the site:", "  A", "  B"]
    assert exchanges_section([_exchange(1)]) == ["Last requests:", "  GET /1 by alice -> 200"]


def test_long_list_is_cut_at_its_beginning():
    """Of many things the last twenty are shown, and how many came before."""
    sentences = [f"APP-{number} blocks LIB-1" for number in range(1, 23)]
    section = links_section(sentences)
    assert section[:3] == ["Links on the site:", "  (2 earlier ones)", "  APP-3 blocks LIB-1"]
    assert section[-1] == "  APP-22 blocks LIB-1"
    assert len(section) == 22
    assert links_section(sentences[:20])[1] == "  APP-1 blocks LIB-1"


def test_empty_list_says_so():
    """Where there are no links or no requests the section says so, and without refusals there is none of them."""
    assert links_section([]) == ["Links on the site:", "  (none)"]
    assert exchanges_section([]) == ["Last requests:", "  (none)"]
    assert refusals_section([_exchange(1)]) == []


def test_only_refusals_are_listed_as_such():
    """The section of refusals leaves out what went well."""
    assert refusals_section([_exchange(1), _exchange(2, reason="there is no issue 2")]) == [
        "Refused requests:",
        "  GET /2 by alice -> 404 IssueUnknown: there is no issue 2",
    ]


def test_only_problems_with_webhooks_are_listed():
    """The section of webhooks lists what did not arrive, and is not there where all did."""
    assert webhooks_section([]) == []
    assert webhooks_section(["comment_created to receive: it raised KeyError('key')"]) == [
        "Webhooks that did not arrive:",
        "  comment_created to receive: it raised KeyError('key')",
    ]
