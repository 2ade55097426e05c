"""Finding an issue by what a request calls it."""

import pytest

from jira_linkfake.jira.issues.finding import IssueReference, find_issue
from jira_linkfake.jira.issues.refusals import IssueHidden, IssueUnknown, IssueUnnamed
from jira_linkfake.jira.people.model import DEFAULT_USER


@pytest.mark.parametrize(
    "reference",
    [
        IssueReference(key="LIB-1"),
        IssueReference(key="lib-1"),
        IssueReference(key="Lib-1"),
        IssueReference(id="10002"),
        IssueReference(id="10002", key="APP-1"),
        IssueReference(id="010002", key="LIB-1"),
        IssueReference(id="LIB-1", key="LIB-1"),
        IssueReference(id="1" * 19, key="LIB-1"),
        IssueReference(id="", key="LIB-1"),
        IssueReference.of("LIB-1"),
        IssueReference.of("lib-1"),
        IssueReference.of("10002"),
    ],
    ids=[
        "key",
        "lower case",
        "mixed case",
        "id",
        "the id goes before the key",
        "an id that starts with 0 is not usable",
        "an id that is no number is not usable",
        "an id of 19 digits is not usable",
        "an empty id is not usable",
        "path with a key",
        "path with a key in lower case",
        "path with an id",
    ],
)
def test_issue_is_found(site, reference):
    """An issue is found by a usable id, 1 to 18 digits that do not start with 0, or else by its key in any case."""
    assert find_issue(site, DEFAULT_USER, reference) == site.issues.with_key("LIB-1")


@pytest.mark.parametrize(
    ("reference", "refusal"),
    [
        (IssueReference(key="LIB-2"), IssueUnknown(reference="LIB-2")),
        (IssueReference(key=" LIB-1"), IssueUnknown(reference=" LIB-1")),
        (IssueReference(id="99999"), IssueUnknown(reference="99999")),
        (IssueReference(id="99999", key="LIB-1"), IssueUnknown(reference="99999")),
        (IssueReference.of("010002"), IssueUnknown(reference="010002")),
        (IssueReference(), IssueUnnamed()),
        (IssueReference(id="x"), IssueUnnamed()),
        (IssueReference(id="", key=""), IssueUnnamed()),
    ],
)
def test_issue_is_not_found(site, refuses, reference, refusal):
    """What is not on the site is unknown by the name that was looked up, and what names nothing says so."""
    with refuses(type(refusal)) as caught:
        find_issue(site, DEFAULT_USER, reference)
    assert caught.value.refusals == (refusal,)


@pytest.mark.parametrize("reference", [IssueReference(key="sec-1"), IssueReference(id="10003")])
def test_hidden_issue_is_refused_with_what_hides_it(seeded, site, refuses, reference):
    """An issue that the caller may not see is refused, and the refusal keeps by what it is hidden."""
    hidden = seeded.add_issue("SEC-1", visible_to=[])
    with refuses(IssueHidden) as caught:
        find_issue(site, DEFAULT_USER, reference)
    assert caught.value.refusals == (IssueHidden(issue=hidden, caller=DEFAULT_USER, by=hidden.security_level),)
