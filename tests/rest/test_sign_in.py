"""Who is calling, from a request's Authorization."""

from base64 import b64encode

import pytest

from jira_linkfake import FakeJira, UsageError


def _basic(email, token):
    return "Basic " + b64encode(f"{email}:{token}".encode()).decode()


@pytest.fixture
def call(jira):
    """Return a function that asks what anyone may ask, and returns the exchange.

    The site has alice, whose token is as Atlassian's, and bob, from whom any is taken.
    """
    jira.add_user("alice", token="ATATT3xFf=5E2A7B4C")
    jira.add_user("bob")

    def call(header):
        headers = {} if header is None else {"Authorization": header}
        jira.client().get("/rest/api/3/serverInfo", headers=headers)
        return jira.exchanges[-1]

    return call


@pytest.mark.parametrize("credentials", ["any", "issued"])
@pytest.mark.parametrize(
    ("header", "name"),
    [
        (_basic("alice@example.com", "ATATT3xFf=5E2A7B4C"), "alice"),
        (_basic("ALICE@example.com", "ATATT3xFf=5E2A7B4C"), "alice"),
        (_basic("bob@example.com", "whatever"), "bob"),
        (_basic("admin@example.com", "admin-token"), "admin"),
        ("Bearer admin-token", "admin"),
        ("bearer admin-token", "admin"),
        ("Bearer ATATT3xFf=5E2A7B4C", "alice"),
    ],
)
def test_credentials_that_were_handed_to_a_user(jira, call, header, name, credentials):
    """A user signs in with email and token, or with the token alone, whatever is said of other credentials."""
    jira.credentials = credentials
    exchange = call(header)
    assert (exchange.caller, exchange.status) == (name, 200)


@pytest.mark.parametrize("credentials", ["any", "issued"])
@pytest.mark.parametrize(
    "header",
    [
        None,
        "",
        "nonsense",
        "Basic nonsense",
        "Basic \xff",
        "Basic " + b64encode(b"\xff\xff").decode(),
        "Basic",
        "Basic ",
        "basic",
        "Basic =",
        "Basic ====",
        "Basic " + b64encode(b"").decode(),
        "Basic " + b64encode(b"admin@example.com").decode(),
        "Basic !" + b64encode(b"admin@example.com:admin-token").decode(),
        "Basic " + b64encode(b"admin@example.com:admin\n-token").decode(),
        "Basic " + b64encode(b"\0:").decode(),
        f"{_basic('admin@example.com', 'admin-token')},{_basic('admin@example.com', 'admin-token')}",
        f"{_basic('admin@example.com', 'admin-token')} {_basic('bob@example.com', '')}",
        f"Bearer admin-token, {_basic('admin@example.com', 'admin-token')}",
        "Bearer",
        "Bearer ",
        "Bearer \xff",
        "Bearer x\x01",
        "JWT admin-token",
        "OAuth oauth_token=admin-token",
        "Negotiate YII=",
        "admin-token",
        ",",
        'Digest username="alice@example.com"',
    ],
)
def test_credentials_that_cannot_be_read_are_none(jira, call, header, credentials):
    """Without credentials, or with such as cannot be read, the caller is anonymous and nothing is wrong."""
    jira.credentials = credentials
    exchange = call(header)
    assert (exchange.caller, exchange.status) == (None, 200)


NOBODYS = [
    (_basic("alcie@example.com", "x"), "no user has the email alcie@example.com: did you mean 'alice@example.com'?"),
    (_basic("", ""), "no user has the email : known: 'admin@example.com', 'alice@example.com', 'bob@example.com'."),
    ("Bearer x", "no user has the token that was sent as Bearer"),
    ("Bearer x=y", "no user has the token that was sent as Bearer"),
    ("Bearer x y", "no user has the token that was sent as Bearer"),
    (
        "Bearer ATATT3xFf=5E2A7B4",
        "no user has the token that was sent as Bearer: it is nearly alice's",
    ),
]


@pytest.mark.parametrize(("header", "reason"), NOBODYS)
def test_credentials_that_were_handed_to_nobody(jira, call, header, reason):
    """Nobody's credentials are wrong once a test has added a user, and the reason names the nearest, but no token."""
    for credentials in ("auto", "issued"):
        jira.credentials = credentials
        exchange = call(header)
        assert (exchange.caller, exchange.status) == (None, 401)
        assert (exchange.rule, exchange.reason) == ("WrongCredentials", reason)


@pytest.mark.parametrize("header", [header for header, _ in NOBODYS])
def test_any_credentials_where_the_test_says_so(jira, call, header):
    """With `credentials="any"` nobody's credentials act as the default user for good."""
    jira.credentials = "any"
    assert call(header).caller == "admin"


def _why(jira, header):
    jira.client().get("/rest/api/3/serverInfo", headers={"Authorization": header})
    return str(jira.exchanges[-1])


def test_any_credentials_until_a_test_adds_a_user():
    """Until a test adds a user of its own, whatever credentials come act as the default user, and it is told why."""
    jira = FakeJira()
    line = "GET /rest/api/3/serverInfo by admin ({}, and until the test adds a user anybody is) -> 200"
    assert _why(jira, _basic("bob@example.com", "x")) == line.format("nobody has the email 'bob@example.com'")
    assert _why(jira, "Bearer x") == line.format("nobody has the Bearer token")
    jira.credentials = "issued"
    assert "401 WrongCredentials: no user has the email bob@example.com" in _why(jira, _basic("bob@example.com", "x"))
    jira.credentials = "auto"
    jira.add_user("bob")
    assert _why(jira, _basic("bob@example.com", "x")) == "GET /rest/api/3/serverInfo by bob -> 200"
    assert "by an anonymous caller -> 401" in _why(jira, "Bearer x")


def test_every_line_says_why_a_request_acted_as_somebody():
    """A line of the report says why a request acted as a user whose own credentials it has not brought."""
    jira = FakeJira(credentials="any")
    assert _why(jira, _basic("admin@example.com", "admin-token")) == "GET /rest/api/3/serverInfo by admin -> 200"
    why = "nobody has the Bearer token, and with credentials='any' anybody is"
    assert _why(jira, "Bearer x") == f"GET /rest/api/3/serverInfo by admin ({why}) -> 200"
    jira.as_user = jira.add_user("alice")
    assert _why(jira, "Bearer x") == "GET /rest/api/3/serverInfo by alice (as_user) -> 200"


@pytest.mark.parametrize("credentials", ["any", "issued"])
def test_wrong_token_of_a_known_user(jira, call, credentials):
    """A known user's wrong token is wrong, also where any credentials are taken."""
    jira.credentials = credentials
    exchange = call(_basic("alice@example.com", "stale"))
    assert (exchange.caller, exchange.status) == (None, 401)
    assert (exchange.rule, exchange.reason) == ("WrongCredentials", "the token is not alice's")


@pytest.mark.parametrize("header", [_basic("alice@example.com", "stale"), "Bearer x"])
def test_wrong_credentials_are_anonymous_on_real_sites(jira, call, header):
    """As sites were seen to answer, wrong credentials make the caller anonymous, who goes on."""
    jira.credentials, jira.answers = "issued", "observed"
    exchange = call(header)
    assert (exchange.caller, exchange.status) == (None, 200)


@pytest.mark.parametrize("header", ["Bearer username=bob@example.com", 'Bearer username="bob@example.com",password=x'])
def test_bearer_takes_tokens_alone(jira, call, header):
    """A Bearer token that looks like an email and a password is nobody's token."""
    jira.credentials = "issued"
    assert call(header).status == 401


@pytest.mark.parametrize("header", [None, _basic("alice@example.com", "stale")])
def test_as_user_goes_before_credentials(jira, call, header):
    """With `as_user` the caller is that user, by name or itself, whatever the request brings."""
    for as_user in ("bob", jira.site.people.users["bob"]):
        jira.as_user = as_user
        assert call(header).caller == "bob"


def test_as_user_who_is_not_there(jira, call):
    """A user whom the site does not have is an error that names the nearest."""
    jira.as_user = "bop"
    with pytest.raises(UsageError) as caught:
        call(None)
    assert str(caught.value) == "as_user='bop' is no user of the site: did you mean 'bob'?"
