"""Filters: who sees them while the site changes, and what the verb that adds them takes."""

import pytest

from jira_linkfake import ANYONE, UsageError


@pytest.fixture
def alice(jira):
    """A user, in a group."""
    alice = jira.add_user("alice")
    jira.add_group("devs", members=[alice])
    return alice


def _seen(ask, user):
    reply = ask("GET", "filter/search?orderBy=id", auth=user.auth)
    assert reply.status_code == 200
    return [one["name"] for one in reply.json["values"]]


def test_filter_is_seen_as_long_as_there_is_whom_it_is_shared_with(jira, ask, alice):
    """A filter that is shared with a group or a project goes out of sight with it, also where another has its name."""
    role = jira.add_role("Testers", project="LIB", members=[alice])
    jira.add_filter("Of a group", "project = APP", shared_with=["devs"])
    jira.add_filter("Of a project", "project = APP", shared_with=[jira.project("LIB")])
    jira.add_filter("Of a role", "project = APP", shared_with=[role])
    jira.add_filter("Of all", "project = APP", shared_with=[ANYONE])
    assert _seen(ask, alice) == ["Of a group", "Of a project", "Of a role", "Of all"]

    assert ask("DELETE", "group?groupname=devs").status_code == 200
    assert ask("DELETE", "project/LIB?enableUndo=false").status_code == 204
    jira.add_group("devs", members=[alice])
    jira.add_role("Testers", project=jira.add_project("LIB"), members=[alice])

    assert _seen(ask, alice) == ["Of all"]
    [share] = ask("GET", "filter/10001/permission").json
    assert share["type"] == "project-unknown"


def test_query_of_a_filter_is_asked_as_who_searches(jira, ask, alice):
    """A filter finds for each caller what they see themselves; what its query names and they do not see is nothing."""
    jira.add_issue("APP-9", security_level=jira.add_security_level("Inner", project="APP", members=["admin"]))
    jira.add_filter("Ours", "project = APP", shared_with=["devs"])
    jira.add_filter("Hidden", "key = APP-9 OR project = APP", shared_with=["devs"])

    def found(name, user):
        reply = ask("GET", f"search/jql?fields=key&jql=filter = {name} ORDER BY key", auth=user.auth)
        return [one["key"] for one in reply.json["issues"]]

    assert found("Ours", jira.default_user) == ["APP-1", "APP-2", "APP-9"]
    assert found("Ours", alice) == ["APP-1", "APP-2"]
    assert found("Hidden", alice) == []


def test_filter_that_names_what_is_not_served_says_so(jira, ask, alice):
    """A query with a filter whose query cannot be answered here is 501 by name, as the filter's own would be."""
    jira.add_filter("Ours", "project = APP")
    assert ask("PUT", "filter/10000", json={"jql": "team = x"}).status_code == 501
    jira.site.filters["10000"] = type(jira.site.filters["10000"])(
        id="10000", name="Ours", owner=jira.default_user, jql="team = x"
    )

    assert ask("GET", "search/jql?jql=filter = Ours").status_code == 501


@pytest.mark.parametrize(
    ("given", "problem"),
    [
        ({"jql": "project = NOPE"}, "the JQL of the filter 'Own' will not do"),
        ({"name": "BUGS"}, "admin has the filter 'Bugs' already"),
        ({"owner": "alicia"}, "there is no user 'alicia' on the site: did you mean 'alice'?"),
        ({"shared_with": ["develop"]}, "there is no user, group or role 'develop'"),
        ({"shared_with": "devs"}, "'devs' is one: it takes several, in a list"),
        ({"favourite_of": ["bob"]}, "there is no user, group or role 'bob' on the site"),
    ],
)
def test_what_is_wrong_with_a_filter_is_told(jira, alice, given, problem):
    """What a filter cannot be, or names and the site has not, is refused, and nothing is added."""
    jira.add_filter("Bugs", "type = Bug")
    with pytest.raises(UsageError) as caught:
        jira.add_filter(**{"name": "Own", "jql": "project = APP", **given})
    assert problem in str(caught.value)
    assert [one.name for one in jira.site.filters.values()] == ["Bugs"]
    assert jira.site.next_id("share") == "10000"


def test_filter_tells_what_it_is(jira):
    """A filter reads as its name and its query."""
    assert str(jira.add_filter("Bugs", "type = Bug")) == "Bugs (type = Bug)"
