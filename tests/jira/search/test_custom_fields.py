"""What JQL finds by the custom fields of a site, by their numbers and by their names."""

import pytest

from jira_linkfake import FakeJira
from jira_linkfake.jira.people.model import DEFAULT_USER
from jira_linkfake.jira.refusal import Refused
from jira_linkfake.jira.search import refusals as wrong
from jira_linkfake.jira.search.evaluation import search

KINDS = ("text", "paragraph", "number", "date", "labels", "select", "user", "users")


@pytest.fixture
def jira():
    """Three issues: two with a value in each kind of custom field, and one without any."""
    jira = FakeJira()
    mia = {"accountId": jira.add_user("mia").account_id}
    bob = {"accountId": jira.add_user("bob").account_id}
    ids = [jira.add_field(f"My {kind}", type=kind).id for kind in KINDS]
    said = [{"type": "paragraph", "content": [{"type": "text", "text": "Big haystack"}]}]
    document = {"type": "doc", "version": 1, "content": said}
    first = ("Crash on load", document, 3, "2026-03-01", ["Disk", "io"], {"value": "Blue", "id": "7"}, mia, [mia, bob])
    second = ("Slow", "Small", 0.5, "2026-04-01", ["io"], {"value": "Red"}, bob, [bob])
    jira.add_issue("APP-1", fields=dict(zip(ids, first, strict=True)))
    jira.add_issue("APP-2", fields=dict(zip(ids, second, strict=True)))
    jira.add_issue("APP-3")
    jira.add_field("Bulk", type="number")
    jira.add_field("Bulk", type="text")
    jira.set_issue("APP-2", fields={"customfield_10008": 8})
    jira.set_issue("APP-3", fields={"customfield_10009": "8 large"})
    return jira


def _keys(jira, jql):
    return " ".join(issue.key for issue in search(jira.site, DEFAULT_USER, jql))


FOUND = [
    ("cf[10000] ~ crash", "APP-1"),
    ("'my text' !~ crash", "APP-2"),
    ("'My text[Short text]' is EMPTY", "APP-3"),
    ("'My paragraph' ~ haystack", "APP-1"),
    ("text ~ haystack or text ~ slow", "APP-2 APP-1"),
    ("'My number' > 0.5", "APP-1"),
    ("'My number' in (0.5, 3) order by cf[10002]", "APP-2 APP-1"),
    ("'My number' != 3", "APP-2"),
    ("not 'My number' > 1", "APP-2"),
    ("'My date' = '2026-03-01'", "APP-1"),
    ("'My date' > endOfMonth(1) order by 'My date' desc", "APP-2 APP-1"),
    ("'My labels' = IO and 'My labels' not in (disk)", "APP-2"),
    ("'My select' in (blue, red)", "APP-2 APP-1"),
    ("'My select' = 7", "APP-1"),
    ("'My user' = mia", "APP-1"),
    ("'My user' = currentUser()", ""),
    ("'My users' = bob and 'My users' != mia", "APP-2"),
    ("'My users' is not EMPTY order by 'my users'", "APP-2 APP-1"),
    ("Bulk = 8", "APP-2"),
    ("Bulk ~ large", "APP-3"),
    ("Bulk is not EMPTY", "APP-3 APP-2"),
    ("'Bulk[Number]' = 8 or cf[10009] ~ 8", "APP-3 APP-2"),
]


@pytest.mark.parametrize(("jql", "keys"), FOUND, ids=[jql for jql, _ in FOUND])
def test_custom_field_is_found(jira, jql, keys):
    """A query finds what the values of a custom field say, of two that share a name by either."""
    assert _keys(jira, jql) == keys


REFUSED = [
    ("'My number' = big", wrong.NumberInvalid(value="big", field="My number")),
    ("'My number' ~ 3", wrong.OperatorUnsupported(operator="~", field="My number")),
    ("'My date' = soon", wrong.DateInvalid(value="soon", field="My date")),
    ("'My user' = nobody", wrong.ValueUnseen(value="nobody", field="My user", caller=DEFAULT_USER)),
    ("'My user' was mia", wrong.OperatorUnsupported(operator="was", field="My user")),
    ("'My text' ~ ' '", wrong.TextEmpty(field="My text")),
]


@pytest.mark.parametrize(("jql", "refusal"), REFUSED, ids=[jql for jql, _ in REFUSED])
def test_mistake_about_a_custom_field_is_told(jira, jql, refusal):
    """What a custom field does not take is refused as for Jira's own."""
    with pytest.raises(Refused) as caught:
        _keys(jira, jql)
    assert caught.value.refusals == (refusal,)


def test_field_that_is_not_searchable_is_unknown(jira):
    """A field without a searcher is no name in JQL, and issues are not ordered by it."""
    body = {"name": "Weight", "type": "com.atlassian.jira.plugin.system.customfieldtypes:float"}
    assert jira.client().post("/rest/api/3/field", json=body, auth=jira.auth).status_code == 201
    assert _keys(jira, "Weight = 3") == ""
    with pytest.raises(Refused) as caught:
        _keys(jira, "key = APP-1 order by Weight")
    assert caught.value.refusals == (wrong.SortUnsupported(field="Weight"),)


def test_field_of_which_nothing_is_known_is_not_served(jira):
    """What issues were given by its id alone is 501 by name, as nobody said what it holds."""
    jira.add_issue("APP-4", fields={"customfield_20000": 3})
    for jql in ("cf[20000] = 3", "key = APP-1 order by cf[20000]"):
        with pytest.raises(Refused) as caught:
            _keys(jira, jql)
        assert isinstance(caught.value.refusals[0], wrong.JqlNotServed)


def test_texts_are_ordered(jira):
    """Issues are ordered by a custom text, those without one last."""
    assert _keys(jira, "project = APP ORDER BY cf[10000] DESC") == "APP-3 APP-2 APP-1"
    assert _keys(jira, "project = APP ORDER BY cf[10000]") == "APP-1 APP-2 APP-3"
