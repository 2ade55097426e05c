"""Each refusal and failure that a test can be made for: what Jira answers, and whether the link is there."""

from __future__ import annotations

import re

import pytest
import requests

from jira_linkfake import UsageError, every_refusal

UNSEEN = "Issue does not exist or you do not have permission to see it."
NO_LINK = "No issue link with id '10001' exists."
LOGIN = "Client must be authenticated to access this resource."
NO_PERMISSION = "No Link Issue Permission for issue '{}'"
DISABLED = (404, "Issue linking is currently disabled.")
FAILURES = {
    "captcha": (403, None),
    "rate-limited": (429, "Rate limit exceeded."),
    "rate-limited-with-a-page": (429, None),
    "unavailable": (503, "Service temporarily unavailable."),
    "server-error": (500, "Internal server error"),
    "bad-gateway": (502, None),
    "login-page": (200, None),
    "connection-refused": "ConnectionError",
    "connection-reset": "ConnectionError",
    "timeout": "ReadTimeout",
    "lost-reply": "ConnectionError",
}
HIDDEN = {f"{end}-hidden-by-{way}" for end in ("source", "destination") for way in ("level", "project")}

CREATE = {
    "linking-disabled": DISABLED,
    **dict.fromkeys(HIDDEN, (404, UNSEEN)),
    "source-unknown": (404, UNSEEN),
    "destination-unknown": (404, UNSEEN),
    "source-archived": (400, "Issue 'FROM-1' is archived."),
    "destination-archived": (400, "Issue 'TO-1' is archived."),
    "type-unknown": (404, "No issue link type with name 'Blocks' found."),
    "type-ambiguous": (404, "There is more than one issue link type with name 'Blocks'."),
    "link-to-itself": (400, "You cannot link an issue to itself."),
    "limit-reached": (413, "Issue 'FROM-1' has reached the per-issue limit for issue links of 0."),
    "no-link-permission-documented": (404, NO_PERMISSION.format("FROM-1")),
    "no-link-permission-observed": (401, NO_PERMISSION.format("FROM-1")),
    "wrong-token-documented": (401, LOGIN),
    "wrong-token-observed": (404, f"{UNSEEN}; {UNSEEN}"),
    **FAILURES,
}
READ = {
    "linking-disabled": DISABLED,
    **dict.fromkeys(HIDDEN, (404, NO_LINK)),
    "link-unknown": (404, NO_LINK),
    "wrong-token-documented": (401, LOGIN),
    "wrong-token-observed": (404, NO_LINK),
    **FAILURES,
    "truncated-body": "ChunkedEncodingError",
}
NO_PERMISSIONS = "; ".join(NO_PERMISSION.format(key) for key in ("FROM-1", "TO-1"))
DELETE = {
    "linking-disabled": DISABLED,
    **dict.fromkeys(HIDDEN, (404, NO_LINK)),
    "link-unknown": (404, NO_LINK),
    "no-link-permission-documented": (404, NO_PERMISSIONS),
    "no-link-permission-observed": (401, NO_PERMISSIONS),
    "wrong-token-documented": (401, LOGIN),
    "wrong-token-observed": (404, NO_LINK),
    **FAILURES,
}
# Whether the link is there afterwards, where it is otherwise than with the other refusals of the operation.
EXISTS = {("create", "lost-reply"): True, ("delete", "lost-reply"): False}
EXISTS |= {("read", "link-unknown"): False, ("delete", "link-unknown"): False}


@pytest.fixture
def jira_linkfake(jira_linkfake):
    """A site of the user's own, which has a link already."""
    jira_linkfake.add_issues("OWN-1", "OWN-2")
    jira_linkfake.add_link("OWN-1", "blocks", "OWN-2")
    return jira_linkfake


def check(jira, refusal, expected, method, path, **kwargs):
    """Send the request that is refused, and compare what comes of it with the table and with the refusal."""
    raised = reply = None
    with jira.intercept():
        try:
            reply = requests.request(method, f"{jira.url}/rest/api/3/{path}", auth=jira.auth, timeout=10, **kwargs)
        except requests.RequestException as error:
            raised = type(error).__name__
    told = (refusal.status, refusal.message)
    if reply is None:
        assert (raised, told, refusal.breaks_connection) == (expected, (None, None), True)
    else:
        assert (told, refusal.breaks_connection) == (expected, False)
        assert (reply.status_code, said(reply)) == told
    assert refusal.link_exists == EXISTS.get((refusal.operation, refusal.name), refusal.operation != "create")
    refusal.assert_links(jira)
    assert len(jira.exchanges) == 1


def said(reply):
    """Return what a reply says, in the form in which a refusal has it."""
    if reply.headers["Content-Type"].startswith("application/json"):
        return "; ".join(reply.json()["errorMessages"])
    return None if reply.text.startswith("<!DOCTYPE html>") else reply.text


def link_of(refusal):
    """Return the link of a refusal, as a request names it."""
    ends = {"inwardIssue": {"key": refusal.source}, "outwardIssue": {"key": refusal.destination}}
    return {"type": {"name": refusal.type}, **ends}


@every_refusal()
def test_creating_is_refused(jira_linkfake, refusal):
    """A link is refused, or fails on its way, as the case says, on the user's own site."""
    check(jira_linkfake, refusal, CREATE[str(refusal)], "POST", "issueLink", json=link_of(refusal))


@every_refusal("read")
def test_reading_is_refused(jira_linkfake, refusal):
    """A link that is there is not shown, or the answer fails on its way, and it is there still."""
    check(jira_linkfake, refusal, READ[str(refusal)], "GET", f"issueLink/{refusal.link_id}")


@every_refusal("delete")
def test_deleting_is_refused(jira_linkfake, refusal):
    """A link that is there is not deleted, or the answer fails on its way."""
    check(jira_linkfake, refusal, DELETE[str(refusal)], "DELETE", f"issueLink/{refusal.link_id}")


def names_of(decorate):
    """Return the names of the cases for which a decorator makes a test."""

    @decorate
    def test(refusal): ...

    (mark,) = (mark for mark in test.pytestmark if mark.name == "parametrize")
    return [str(refusal) for refusal in mark.args[1]]


@pytest.mark.parametrize(("operation", "expected"), [("create", CREATE), ("read", READ), ("delete", DELETE)])
def test_every_case_is_here(operation, expected):
    """The tables above have every case, each with a name of its own."""
    names = names_of(every_refusal(operation))
    assert sorted(names) == sorted(expected)


def test_cases_that_break_the_connection_can_be_left_out():
    """Without connections there are those that answer."""
    names = names_of(every_refusal(connections=False))
    assert set(CREATE) - set(names) == {"connection-refused", "connection-reset", "timeout", "lost-reply"}


@every_refusal(source="WEB-7", destination="OPS-9", connections=False)
def test_issues_can_have_other_keys(jira_linkfake, refusal):
    """The keys are those that the code under test knows."""
    check(jira_linkfake, refusal, (refusal.status, refusal.message), "POST", "issueLink", json=link_of(refusal))
    assert (refusal.source, refusal.destination) in (("WEB-7", "OPS-9"), ("WEB-7", "WEB-7"))
    assert refusal.phrase == "blocks"


@every_refusal(type="Relates", connections=False)
def test_link_can_be_of_another_type(jira_linkfake, refusal):
    """The type is the one that the code under test makes: it is that which is missing, or there twice."""
    check(jira_linkfake, refusal, (refusal.status, refusal.message), "POST", "issueLink", json=link_of(refusal))
    assert (refusal.type, refusal.phrase) == ("Relates", "relates to")
    if refusal.name.startswith("type-"):
        assert (refusal.status, "with name 'Relates'" in refusal.message) == (404, True)


def _first_case_of(**parameters):
    @every_refusal(**parameters)
    def test(refusal): ...

    (cases,) = [mark.args[1] for mark in test.pytestmark if mark.name == "parametrize"]
    return cases[0]


def test_type_that_no_site_starts_with_is_an_error(jira_linkfake):
    """What is not known names the nearest."""
    with pytest.raises(UsageError, match=r"^no site starts with a link type 'Relate': did you mean 'Relates'\?$"):
        _first_case_of(type="Relate").bring_about(jira_linkfake)


@pytest.mark.parametrize("key", ["FROM-1", "TO-1"])
def test_issue_that_the_site_has_already_is_an_error(jira_linkfake, key):
    """Each case says so, not only those that would add the issue in another state."""
    jira_linkfake.add_issue(key)

    with pytest.raises(UsageError, match=f"^every_refusal adds {key} itself, and the site has it already: give other"):
        _first_case_of().bring_about(jira_linkfake)


def test_another_operation_is_an_error():
    """What is not known names the nearest."""
    with pytest.raises(UsageError, match="operation='deleting' will not do: did you mean 'delete'"):
        every_refusal("deleting")


def test_parentheses_that_are_forgotten_are_an_error():
    """A decorator that is used without being called says so."""
    with pytest.raises(UsageError, match=re.escape("@every_refusal()")):

        @every_refusal
        def test(refusal): ...


@pytest.mark.parametrize(
    ("keys", "sentence"),
    [
        ({"source": "PROJ1"}, "'PROJ1' is no key of an issue"),
        ({"destination": None}, "None is no key of an issue"),
        ({"source": "TO-2"}, "TO-2 and TO-1 are in one project"),
    ],
)
def test_keys_that_will_not_do_are_an_error(keys, sentence):
    """Issues are named by keys of two projects."""
    with pytest.raises(UsageError, match=sentence):
        every_refusal(**keys)


@every_refusal()
def test_a_link_that_is_there_or_not_is_told(jira_linkfake, refusal):
    """`assert_links` fails with the report, in both directions of its claim."""
    if refusal.name == "linking-disabled":
        jira_linkfake.add_link("TO-1", "blocks", "FROM-1")
        with pytest.raises(AssertionError, match="FROM-1 and TO-1 are linked, but should not be: linking-disabled"):
            refusal.assert_links(jira_linkfake)
    if refusal.link_exists:
        with pytest.raises(AssertionError, match="FROM-1 and TO-1 are not linked, but should be: lost-reply"):
            refusal.assert_links(jira_linkfake)
