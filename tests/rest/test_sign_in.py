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
    jira.site.people.remove_user(jira.add_user("carol", token="gone"))

    def call(header, *, at_gateway=False):
        headers = {} if header is None else {"Authorization": header}
        jira.client().get(f"/ex/jira/{jira.cloud_id}" * at_gateway + "/rest/api/3/serverInfo", headers=headers)
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
    ],
)
def test_credentials_that_were_handed_to_a_user(jira, call, header, name, credentials):
    """A user signs in with email and token, whatever is said of other credentials, at the gateway too."""
    jira.credentials = credentials
    assert call(header, at_gateway=True).caller == name
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


NO_BASIC = "Authorization has something else than base64 of email:token after Basic"


@pytest.mark.parametrize(
    ("header", "why"),
    [
        ("admin-token", "Authorization has no scheme, such as Basic"),
        ("JWT admin-token", "Authorization has the scheme JWT, and Jira takes Basic and Bearer"),
        ("Basic nonsense!", NO_BASIC),
        ("Basic admin@example.com:admin-token", f"{NO_BASIC}: email:token stands there as it is"),
        ("Basic " + b64encode(b"admin@example.com").decode(), f"{NO_BASIC}: no colon parts an email from a token"),
        ("Basic " + b64encode(b"\0:").decode(), NO_BASIC),
        ("Bearer a, Basic b", "Authorization has something else than a token after Bearer"),
    ],
)
def test_why_credentials_cannot_be_read(jira, call, header, why):
    """Each line says that credentials came that cannot be read and why, never that none came; no token is printed."""
    assert str(call(header)) == (
        f"GET /rest/api/3/serverInfo by an anonymous caller (credentials that cannot be read: {why}) -> 200"
    )
    jira.client().get("/rest/api/3/myself", headers={"Authorization": header})
    assert "no credentials were sent" not in jira.report()


def test_whose_credentials_were_wrong_is_told_where_they_pass_as_none(jira, call):
    """A line by an anonymous caller says that its credentials were wrong, or were not looked at, also on success."""
    jira.answers = "observed"
    assert str(call(_basic("alice@example.com", "admin-token"))) == (
        "GET /rest/api/3/serverInfo by an anonymous caller (wrong credentials: the token is not alice's: it is admin's)"
        " -> 200"
    )
    assert "by an anonymous caller (the credentials were not looked at) -> 403 BearerAtSite" in str(call("Bearer x"))


@pytest.mark.parametrize(
    ("header", "reason"),
    [
        (
            _basic("alcie@example.com", "x"),
            "no user has the email alcie@example.com: did you mean 'alice@example.com'?",
        ),
        (
            _basic("alcie@example.com", "admin-token"),
            "no user has the email alcie@example.com: did you mean 'admin@example.com'? The token is admin's",
        ),
        (
            _basic("ATATT3xFf=5E2A7B4C", "alice@example.com"),
            "the email stands where the token belongs: the two are swapped",
        ),
        (
            _basic("ATATT3xFf=5E2A7B4C", ""),
            "no user has what was sent as the email, which has no @: it is alice's token",
        ),
        (
            _basic("ATATT3xFf=OLD", "x"),
            (
                "no user has what was sent as the email, which has no @: known: 'admin@example.com',"
                " 'alice@example.com', 'bob@example.com'."
            ),
        ),
        (_basic("alice", "x"), "no user has the email alice: that is what 'alice@example.com' is called"),
        (_basic("carol@example.com", "x"), "no user has the email carol@example.com: carol, whose it was, was removed"),
        (_basic("", ""), "no user has the email : known: 'admin@example.com', 'alice@example.com', 'bob@example.com'."),
    ],
)
def test_credentials_that_were_handed_to_nobody(jira, call, header, reason):
    """Nobody's credentials are wrong once a test has added a user, and the reason names the nearest."""
    for credentials in ("auto", "issued"):
        jira.credentials = credentials
        exchange = call(header)
        assert (exchange.caller, exchange.status) == (None, 401)
        assert (exchange.rule, exchange.reason) == ("WrongCredentials", reason)


@pytest.mark.parametrize("header", [_basic("alcie@example.com", "x"), _basic("", "")])
def test_any_credentials_where_the_test_says_so(jira, call, header):
    """With `credentials="any"` nobody's credentials act as the default user for good."""
    jira.credentials = "any"
    assert call(header).caller == "admin"


def _why(jira, header, *, at_gateway=False):
    base = jira.gateway_url if at_gateway else jira.url
    jira.client().get("/rest/api/3/serverInfo", base_url=base, headers={"Authorization": header})
    return str(jira.exchanges[-1])


def test_any_credentials_until_a_test_adds_a_user():
    """Until a test adds a user of its own, whatever credentials come act as the default user, and it is told why."""
    jira = FakeJira()
    line = "GET /rest/api/3/serverInfo by admin ({}, and until the test adds a user anybody is) -> 200"
    assert _why(jira, _basic("bob@example.com", "x")) == line.format("nobody has the email 'bob@example.com'")
    assert "by admin (the token stands where the email belongs, and until" in _why(jira, _basic("admin-token", ""))
    at_gateway = f"GET /ex/jira/{jira.cloud_id}/rest/api/3/serverInfo"
    why = "nobody has the Bearer token, and until the test adds a user anybody is"
    assert _why(jira, "Bearer x", at_gateway=True).startswith(f"{at_gateway} by admin ({why}) -> 200")
    jira.credentials = "issued"
    assert "401 WrongCredentials: no user has the email bob@example.com" in _why(jira, _basic("bob@example.com", "x"))
    jira.credentials = "auto"
    jira.add_user("bob")
    assert _why(jira, _basic("bob@example.com", "x")) == "GET /rest/api/3/serverInfo by bob -> 200"
    assert "by an anonymous caller (wrong credentials) -> 401" in _why(jira, "Bearer x", at_gateway=True)


def test_every_line_says_why_a_request_acted_as_somebody():
    """A line of the report says why a request acted as a user whose own credentials it has not brought."""
    jira = FakeJira(credentials="any")
    assert _why(jira, _basic("admin@example.com", "admin-token")) == "GET /rest/api/3/serverInfo by admin -> 200"
    why = "nobody has the Bearer token, and with credentials='any' anybody is"
    assert f" by admin ({why}) -> 200" in _why(jira, "Bearer x", at_gateway=True)
    jira.as_user = jira.add_user("alice")
    assert _why(jira, "Bearer x") == "GET /rest/api/3/serverInfo by alice (as_user) -> 200"


@pytest.mark.parametrize("credentials", ["any", "issued"])
def test_wrong_token_of_a_known_user(jira, call, credentials):
    """A known user's wrong token is wrong, also where any credentials are taken."""
    jira.credentials = credentials
    exchange = call(_basic("alice@example.com", "stale"))
    assert (exchange.caller, exchange.status) == (None, 401)
    assert exchange.rule == "WrongCredentials"
    assert exchange.reason == (
        "the token is not alice's: it is like no token of the test's, so an old one or another site's"
    )


@pytest.mark.parametrize(
    ("token", "what"),
    [
        ("", "it is empty"),
        (" ATATT3xFf=5E2A7B4C", "it has blanks or quotation marks around it"),
        ('"ATATT3xFf=5E2A7B4C"', "it has blanks or quotation marks around it"),
        ("ATATT3xFf=5E2A7B4C!!", "it has 2 characters too many at its end"),
        ("ATATT3xFf=5E2A", "it is cut off after 14 of 18 characters"),
        ("ATATT3xFf=5E2A7B2C", "it nearly is, and differs from character 17 of 18 on"),
        ("TATT3xFf=5E2A7B4C", "it nearly is, and differs from character 1 of 18 on"),
        ("alice@example.com", "what alice is called stands in its place"),
        ("admin-token", "it is admin's"),
        ("admin-tokne", "it nearly is admin's"),
    ],
)
def test_what_a_wrong_token_nearly_is(call, token, what):
    """The reason says what is known of a wrong token, and prints none."""
    exchange = call(_basic("alice@example.com", token))
    assert exchange.reason == f"the token is not alice's: {what}"


@pytest.mark.parametrize("header", [_basic("alice@example.com", "stale"), _basic("nobody@example.com", "x")])
def test_wrong_credentials_are_anonymous_on_real_sites(jira, call, header):
    """As sites were seen to answer, wrong credentials make the caller anonymous, who goes on."""
    jira.credentials, jira.answers = "issued", "observed"
    exchange = call(header)
    assert (exchange.caller, exchange.status) == (None, 200)


BEARERS = {"Bearer admin-token": "admin", "bearer admin-token": "admin", "Bearer ATATT3xFf=5E2A7B4C": "alice"}
NOBODYS_BEARERS = ("Bearer x", "Bearer x=y", "Bearer x y", 'Bearer username="bob@example.com",password=x')


@pytest.mark.parametrize("answers", ["documented", "observed"])
@pytest.mark.parametrize("credentials", ["any", "issued"])
@pytest.mark.parametrize("header", [*BEARERS, *NOBODYS_BEARERS])
def test_bearer_is_not_for_the_sites_own_address(jira, call, header, credentials, answers):
    """Whatever the token, it is refused, and the reason names the address where it belongs."""
    jira.credentials, jira.answers = credentials, answers
    exchange = call(header)
    assert (exchange.caller, exchange.status, exchange.rule) == (None, 403, "BearerAtSite")
    assert exchange.reason.endswith(f"Bearer is for https://api.atlassian.com/ex/jira/{jira.cloud_id}")


@pytest.mark.parametrize(("header", "name"), BEARERS.items())
def test_bearer_says_who_calls_at_the_gateway(jira, call, header, name):
    """At the gateway a token is its user's."""
    jira.credentials = "issued"
    exchange = call(header, at_gateway=True)
    assert (exchange.caller, exchange.status) == (name, 200)


@pytest.mark.parametrize("header", NOBODYS_BEARERS)
def test_nobodys_bearer_at_the_gateway(jira, call, header):
    """A token that was handed to nobody is refused once a test has added a user, unless any credentials count."""
    for credentials in ("auto", "issued"):
        jira.credentials = credentials
        exchange = call(header, at_gateway=True)
        assert (exchange.caller, exchange.status, exchange.rule) == (None, 401, "GatewayUnauthorized")
        assert exchange.reason == "no user has the token that was sent as Bearer"
    jira.credentials = "any"
    assert call(header, at_gateway=True).caller == "admin"


def test_bearer_that_is_nearly_somebodys(call):
    """The reason names the user whose token is nearest, but not the token."""
    exchange = call("Bearer ATATT3xFf=5E2A7B4", at_gateway=True)
    assert exchange.reason == "no user has the token that was sent as Bearer: it is nearly alice's"


def test_nobody_at_the_gateway(call):
    """The gateway lets nobody pass without credentials, where the site would."""
    exchange = call(None, at_gateway=True)
    assert (exchange.status, exchange.reason) == (401, "no credentials were sent")


def test_scopes_are_checked(jira, call):
    """A token's scopes are checked wherever its user acts, and what is missing is named."""
    jira.as_user = jira.add_user("carol", scopes=["write:jira-work"])
    jira.client().get("/rest/api/3/issueLinkType")
    exchange = jira.exchanges[-1]
    assert (exchange.status, exchange.rule) == (401, "ScopeMissing")
    assert exchange.reason == "the token of carol does not have the scopes of the operation: read:jira-work"


def test_scope_that_there_is_none_of(jira):
    """A scope that no operation takes is an error that names the nearest."""
    with pytest.raises(UsageError) as caught:
        jira.add_user("carol", scopes=["read:jirawork"])
    assert str(caught.value) == "Jira has no scope 'read:jirawork': did you mean 'read:jira-work'?"


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
