"""A FakeJira in a test's hands, without pytest."""

import gc
import weakref

import pytest
import requests
import responses

from jira_linkfake import FakeJira, ServedSite, UnsupportedOperationError, UsageError

BODY = {"type": {"name": "Blocks"}, "inwardIssue": {"key": "APP-1"}, "outwardIssue": {"key": "LIB-1"}}


def _who_asks(jira, **credentials):
    """Return who a request acts as, from the journal."""
    jira.client().get("/rest/api/2/serverInfo", **credentials)
    return jira.exchanges[-1].caller


def test_options_are_kept():
    """The options that a FakeJira was made with can be read from it."""
    options = {
        "base_url": "https://jira.example.com",
        "scenario": ["not_administrator"],
        "linking_enabled": False,
        "link_limit": 3,
        "as_user": "alice",
        "credentials": "issued",
        "answers": "observed",
        "unsupported": "answer",
    }
    jira = FakeJira(**options)
    assert {name: getattr(jira, name) for name in options} == options
    assert jira.url == "https://jira.example.com"


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        ({"link_limits": 3}, "jira_linkfake has no option 'link_limits': did you mean 'link_limit'?"),
        ({"link_limit": -1}, "link_limit=-1 will not do: it takes a number of links, 0 or more"),
        ({"scenario": "link_limit"}, "there is no scenario 'link_limit': did you mean 'link_limit_reached'?"),
    ],
)
def test_wrong_option_is_an_error(options, sentence):
    """An unknown option, a value that it does not accept and an unknown scenario are errors."""
    with pytest.raises(UsageError) as caught:
        FakeJira(**options)
    assert str(caught.value) == sentence


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("linking_enabled", "no"),
        ("link_limit", -1),
        ("as_user", 1),
        ("credentials", "none"),
        ("answers", "seen"),
        ("unsupported", "pass"),
    ],
)
def test_option_is_checked_when_it_is_changed(jira, name, value):
    """A value that an option does not accept is refused on the object too, and the option stays as it was."""
    before = getattr(jira, name)
    with pytest.raises(UsageError):
        setattr(jira, name, value)
    assert getattr(jira, name) == before


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("link_limits", "a FakeJira has no option 'link_limits': did you mean 'link_limit'?"),
        ("base_url", "base_url cannot be changed once the site is made: make another FakeJira"),
        ("scenario", "scenario cannot be changed once the site is made: call the scenario instead"),
        ("url", "url of a FakeJira cannot be set, its options can: the option base_url says it"),
        ("auth", "auth of a FakeJira cannot be set, its options can"),
    ],
)
def test_only_options_can_be_changed(jira, name, sentence):
    """A mistyped option is an error on the object too, and so is what was decided when the site was made."""
    before = getattr(jira, name, None)
    with pytest.raises(UsageError) as caught:
        setattr(jira, name, 1)
    assert str(caught.value).startswith(sentence)
    assert getattr(jira, name, None) == before


def test_changed_options_count_from_the_next_request(jira, post_link):
    """Options that are changed in the middle of a test change what the next request is answered."""
    statuses = [post_link(jira).status_code]
    jira.link_limit = 0
    statuses.append(post_link(jira, "LIB-1", "Blocks", "APP-1").status_code)
    jira.linking_enabled = False
    statuses.append(post_link(jira).status_code)
    jira.linking_enabled = True
    jira.deny("LINK_ISSUES")
    statuses.append(post_link(jira).status_code)
    jira.answers = "observed"
    statuses.append(post_link(jira).status_code)
    assert statuses == [201, 413, 404, 404, 401]


def test_as_user_goes_before_credentials(jira):
    """While `as_user` is set every request acts as that user, by name or by what `add_user` returned."""
    alice = jira.add_user("alice")
    jira.as_user = "alice"
    assert _who_asks(jira) == _who_asks(jira, auth=jira.auth) == "alice"
    jira.as_user = jira.default_user
    assert _who_asks(jira, auth=alice.auth) == "admin"
    jira.as_user = None
    assert _who_asks(jira, auth=alice.auth) == "alice"


def test_as_user_who_is_not_there_is_an_error(jira):
    """A request as a user whom the site does not have is the test's mistake, not an answer of Jira's."""
    jira.add_user("alice")
    jira.as_user = "alise"
    with pytest.raises(UsageError) as caught:
        _who_asks(jira)
    assert str(caught.value) == "as_user='alise' is no user of the site: did you mean 'alice'?"


def test_sites_do_not_share_anything(post_link):
    """What happens on one site is nowhere to be seen on another, though one application serves both."""
    first, second = FakeJira(), FakeJira()
    for jira in (first, second):
        jira.add_issues("APP-1", "LIB-1")
    post_link(first)
    assert (first.sentences(), second.sentences()) == (["APP-1 blocks LIB-1"], [])
    assert second.exchanges == []


def test_links_are_looked_at_now_and_as_recorded(jira, post_link):
    """`links` has those there are, `recorded_links` those that requests made: deleted ones too, repeats not."""
    jira.add_link("APP-1", "clones", "APP-2")
    for _ in range(2):
        post_link(jira)
    post_link(jira, "APP-1", "Relates", "LIB-1")
    jira.client().delete("/rest/api/3/issueLink/10001", auth=jira.auth)
    assert jira.sentences() == [str(link) for link in jira.links] == ["APP-1 clones APP-2", "APP-1 relates to LIB-1"]
    assert [str(link) for link in jira.recorded_links] == ["APP-1 blocks LIB-1", "APP-1 relates to LIB-1"]


def test_links_and_comments_of_an_issue(jira, post_link):
    """Links in both directions and comments are looked at by issue or key; an unknown one is an error."""
    jira.add_link("APP-2", "clones", "APP-1")
    jira.client().post("/rest/api/2/issueLink", json={**BODY, "comment": {"body": "Said"}}, auth=jira.auth)
    issue = jira.site.issues.with_key("APP-1")
    assert jira.links_of("app-1") == jira.links_of(issue) == jira.links
    assert [str(link) for link in jira.links_of("LIB-1")] == ["APP-1 blocks LIB-1"]
    assert [comment.body for comment in jira.comments_of(issue)] == ["Said"]
    for look in (jira.links_of, jira.comments_of):
        with pytest.raises(UsageError, match="there is no issue 'APP-7' on the site"):
            look("APP-7")


def test_exchange_has_both_sides_of_a_request(jira):
    """An exchange has the request as it came, the answer as it went, and what it changed."""
    jira.client().post("/rest/api/2/issueLink?x=1", data=b'{"type":1}', content_type="application/json", auth=jira.auth)
    [exchange] = jira.exchanges
    assert (exchange.method, exchange.path, exchange.query) == ("POST", "/rest/api/2/issueLink", "x=1")
    assert (exchange.body, exchange.caller, exchange.status) == ('{"type":1}', "admin", 400)
    assert exchange.answer.startswith('{"errorMessages":["Invalid request payload.')
    assert exchange.rule == "PayloadInvalid"
    assert exchange.links_made == exchange.links_removed == ()


def test_exchanges_are_a_list_of_their_own(jira, post_link):
    """Changing the list of exchanges does not change the journal."""
    post_link(jira)
    jira.exchanges.clear()
    assert len(jira.exchanges) == 1


def test_report_has_links_and_requests(jira, post_link):
    """The report of a failing test lists the links there are and the last requests."""
    jira.add_link("APP-1", "clones", "APP-2")
    post_link(jira)
    assert jira.report().splitlines() == [
        "Issues:",
        "  APP-1 (Task, To Do): Summary of APP-1",
        "  LIB-1 (Task, To Do): Summary of LIB-1",
        "Links on the site:",
        "  APP-1 clones APP-2",
        "  APP-1 blocks LIB-1",
        "Last requests:",
        "  POST /rest/api/3/issueLink by admin -> 201, made 'APP-1 blocks LIB-1'",
    ]


def test_repr_tells_the_address_and_how_much_there_is(jira):
    """A FakeJira shows its address and how many issues and links it has."""
    jira.add_link("APP-1", "clones", "APP-2")
    assert repr(jira) == "<FakeJira https://your-domain.atlassian.net: 3 issues, 1 links>"


def test_client_needs_no_http_library(jira):
    """`client()` is a Werkzeug client of the site."""
    assert jira.client().post("/rest/api/3/issueLink", json=BODY, auth=jira.auth).status_code == 201
    jira.assert_linked("APP-1", "blocks", "LIB-1")


def test_intercept_answers_requests_while_it_lasts(jira):
    """Inside `intercept()` the requests to `url` are answered by the site, and outside they are not."""
    send = requests.adapters.HTTPAdapter.send
    with jira.intercept():
        response = requests.post(f"{jira.url}/rest/api/2/issueLink", json=BODY, auth=jira.auth, timeout=5)
    assert response.status_code == 201
    jira.assert_linked("APP-1", "blocks", "LIB-1")
    assert requests.adapters.HTTPAdapter.send is send


def test_attach_to_lets_a_users_mock_answer(jira):
    """A user's own mock answers for the site once it is attached, and its own stubs go first."""
    with responses.RequestsMock() as mock:
        mock.get(f"{jira.url}/rest/api/2/myself", json={"name": "stub"})
        jira.attach_to(mock)
        assert requests.get(f"{jira.url}/rest/api/2/myself", timeout=5).json() == {"name": "stub"}
        assert requests.get(f"{jira.url}/rest/api/2/serverInfo", timeout=5).json()["deploymentType"] == "Cloud"
    assert [exchange.rule for exchange in jira.exchanges] == ["getServerInfo"]


def test_serve_opens_a_port(jira):
    """Inside `serve()` the site answers on a port of loopback, to any client, and `self` has that address."""
    with jira.serve() as served:
        assert isinstance(served, ServedSite)
        with pytest.raises(AttributeError, match=r"^a ServedSite has `url`, `jira`, .*, no 'add_issue': what"):
            served.add_issue("A-1")
        assert served.jira is jira
        response = requests.get(f"{served.url}/rest/api/2/issue/APP-1", auth=jira.auth, timeout=5)
    assert response.json()["self"] == f"{served.url}/rest/api/2/issue/10000"
    assert served.url.startswith("http://127.0.0.1:")


def test_serve_raises_what_the_site_raised(jira):
    """What went wrong on the site while it served is raised when the port is closed."""
    jira.as_user = "nobody"
    with pytest.raises(UsageError, match="as_user='nobody' is no user of the site"), jira.serve() as served:
        assert requests.get(f"{served.url}/rest/api/2/myself", timeout=5).status_code == 500


NOT_SERVED = (
    "jira_linkfake does not serve GET /rest/api/2/dashboard (getAllDashboards). "
    'The code under test got a 501. The option unsupported="answer" lets a test go on with that.'
)


def _ask_for_fields(jira, times=1):
    """Ask for something that Jira has and a FakeJira does not."""
    for _ in range(times):
        assert jira.client().get("/rest/api/2/dashboard", auth=jira.auth).status_code == 501


def test_unsupported_operation_fails_at_the_end():
    """Leaving the `with` fails, and tells each operation that was asked for and is not served once."""
    jira = FakeJira()
    with pytest.raises(UnsupportedOperationError) as caught, jira:
        _ask_for_fields(jira, times=2)
    assert str(caught.value) == NOT_SERVED
    assert isinstance(caught.value, AssertionError)
    with pytest.raises(UnsupportedOperationError):
        jira.require_supported()


def test_unsupported_operation_can_be_let_go():
    """With `unsupported="answer"` a 501 is an answer like any other, also where it is set in the middle."""
    with FakeJira(unsupported="answer") as jira:
        _ask_for_fields(jira)
        jira.unsupported = "fail"
        with pytest.raises(UnsupportedOperationError):
            jira.require_supported()
        jira.unsupported = "answer"


def test_supported_operations_pass():
    """Leaving the `with` passes where everything that was asked for is served, whatever it answered."""
    with FakeJira() as jira:
        jira.client().get("/rest/api/2/issue/APP-1", auth=jira.auth)
        jira.client().get("/rest/api/2/no/such/path", auth=jira.auth)


def test_leaving_with_an_error_keeps_the_error():
    """Where the block itself failed, its error is what is raised."""
    jira = FakeJira()
    _ask_for_fields(jira)
    with pytest.raises(ZeroDivisionError), jira:
        raise ZeroDivisionError


def test_a_site_is_freed_with_its_object():
    """Nothing of a site refers to the object: it is gone with its last name, without the garbage collector."""
    gc.collect()
    gc.disable()
    try:
        jira = FakeJira(scenario="linking_disabled")
        jira.add_issues("APP-1")
        jira.client().get("/rest/api/2/issue/APP-1")
        gone = weakref.ref(jira), weakref.ref(jira.site)
        del jira
        assert [one() for one in gone] == [None, None]
    finally:
        gc.enable()


def test_an_option_is_there_on_the_class():
    """Looking at the class, as tools that write documentation do, raises nothing."""
    assert FakeJira.link_limit is FakeJira.link_limit


@pytest.mark.parametrize(("name", "nearest"), [("asert_linked", "assert_linked"), ("links_for", "links_of")])
def test_a_misspelt_member_names_the_nearest(jira, name, nearest):
    """A member that a FakeJira does not have is an AttributeError, as Python has it, that names the nearest one."""
    with pytest.raises(AttributeError, match=f"a FakeJira has no '{name}': did you mean '{nearest}'"):
        getattr(jira, name)
    assert not hasattr(jira, name)


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("reset", "did you mean 'restore'?"),
        ("create_issue", "did you mean 'add_issue'?"),
        ("register", "did you mean 'webhooks.register'?"),
        ("asert_linked", "did you mean 'assert_linked'?"),
    ],
)
def test_a_wrong_member_is_told_the_right_one_in_a_line(jira, name, hint):
    """A member that other fakes and clients have, or a typo, is told the right one; others where all are listed."""
    with pytest.raises(AttributeError) as caught:
        getattr(jira, name)
    assert str(caught.value) == f"a FakeJira has no {name!r}: {hint}"
    with pytest.raises(AttributeError, match=r"a FakeJira has no 'zzz': it has \d+ members, all in docs/fakejira.md$"):
        _ = jira.zzz


def test_headers_are_the_credentials_of_clients_that_want_a_header(jira):
    """A user's `headers` sign in as `auth` does, whether the user has a token or accepts any."""
    alice, bob = jira.add_user("alice", token="s3cret"), jira.add_user("bob", email="bøb@example.com")
    jira.credentials = "issued"
    names = [
        jira.client().get("/rest/api/3/myself", headers=headers).json["displayName"]
        for headers in (jira.headers, alice.headers, bob.headers, jira.default_user.headers)
    ]
    assert names == ["admin", "alice", "bob", "admin"]
    assert alice.headers == {"Authorization": "Basic YWxpY2VAZXhhbXBsZS5jb206czNjcmV0"}
