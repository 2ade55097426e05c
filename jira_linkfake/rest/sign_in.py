"""Who is calling: from the request's credentials and the site's users."""

from __future__ import annotations

import base64
import re
from functools import lru_cache
from typing import TYPE_CHECKING

from jira_linkfake.errors import UsageError, nearest
from jira_linkfake.jira.people.model import DEFAULT_USER
from jira_linkfake.jira.people.store import People
from jira_linkfake.jira.plain import Plain
from jira_linkfake.jira.refusal import Refused
from jira_linkfake.rest.gateway import cloud_id_of, gateway_of
from jira_linkfake.rest.refusals import BearerAtSite, CloudIdUnknown, GatewayUnauthorized, WrongCredentials

if TYPE_CHECKING:
    from jira_linkfake.jira.people.model import Caller, User
    from jira_linkfake.jira.refusal import Refusal
    from jira_linkfake.rest.call import Context


class SignIn(Plain):
    """The caller, and what was wrong with the credentials if anything was.

    `why` says as a part of a sentence what makes them the caller, where it is not that the credentials are theirs; of
    the anonymous caller, what became of the credentials that were sent.
    `refusal` is what keeps the request from Jira itself, whatever it asks for.
    """

    caller: Caller
    problem: str | None = None
    why: str | None = None
    refusal: Refusal | None = None

    @property
    def why_anonymous(self) -> str:
        """Why nobody is the caller, where that is so, as a sentence without its full stop."""
        return self.problem or self.why or "no credentials were sent"


ANONYMOUS = SignIn(caller=None)
_NOT_READ = "the credentials were not looked at"
_SEVERAL = re.compile(r",\s*(?:basic|bearer)\b", re.IGNORECASE)


def sign_in(context: Context, header: str | None, cloud_id: str | None = None) -> SignIn:
    """Find out who is calling, from the request's `Authorization` header and the id in a path at the gateway, if any.

    Credentials that cannot be read count as none, as on Jira, and wrong ones make the caller anonymous. Those that can
    be read are base64 of an email, a colon and a token behind `Basic`, and a token behind `Bearer`. Bearer is for the
    gateway alone, where credentials must be right, and so is a token with scopes. Raises `UsageError` where the option
    `as_user` names a user who is not there.
    """
    base_url = context.options.base_url
    if cloud_id not in (None, known := cloud_id_of(base_url)):
        refusal = CloudIdUnknown(cloud_id=f"{cloud_id}", known=known)
        return SignIn(caller=None, refusal=refusal, why=_NOT_READ if header else None)
    people = context.site.people
    if context.options.as_user is not None:
        return SignIn(caller=user_as(people, context.options.as_user), why="as_user")
    email, token = _email_and_token(header or "")
    if email is None and token is not None and cloud_id is None:
        return SignIn(caller=None, refusal=BearerAtSite(gateway=gateway_of(base_url)), why=_NOT_READ)
    signed_in = _without_any(header) if token is None else _with_credentials(context, people, email, token)
    if cloud_id is not None:
        return _at_gateway(signed_in)
    if signed_in.caller is not None and signed_in.caller.scopes is not None:
        return _wrong(f"the token of {signed_in.caller} has scopes, and is for the gateway alone")
    return signed_in


def _at_gateway(signed_in: SignIn) -> SignIn:
    if signed_in.caller is not None:
        return signed_in
    refusal = GatewayUnauthorized(problem=signed_in.why_anonymous)
    return SignIn(caller=None, refusal=refusal, why=signed_in.why)


def _with_credentials(context: Context, people: People, email: str | None, token: str) -> SignIn:
    signed_in = _with_token(people, token) if email is None else _with_email(people, email, token)
    if signed_in is not None:
        return signed_in
    if _anybody_will_do(context):
        return SignIn(caller=DEFAULT_USER, why=_why_anybody_will_do(context, email))
    from jira_linkfake.rest.wrong_credentials import told_bearer, told_email  # only ever needed for these

    return _wrong(told_bearer(people, token) if email is None else told_email(people, email, token))


def _wrong(problem: str) -> SignIn:
    return SignIn(caller=None, problem=problem, why=f"wrong credentials: {problem}")


def _without_any(header: str | None) -> SignIn:
    if not header:
        return ANONYMOUS
    from jira_linkfake.rest.wrong_credentials import told_unread

    return SignIn(caller=None, why=told_unread(header))


def _anybody_will_do(context: Context) -> bool:
    """Say whether credentials that belong to nobody act as the default user."""
    credentials = context.options.credentials
    return credentials == "any" or (credentials == "auto" and not context.site.people.has_added)


def _why_anybody_will_do(context: Context, email: str | None) -> str:
    who = "nobody has the Bearer token" if email is None else f"nobody has the email {email!r}"
    if email in context.site.people.by_token:
        who = "the token stands where the email belongs"
    until = "until the test adds a user" if context.options.credentials == "auto" else "with credentials='any'"
    return f"{who}, and {until} anybody is"


def require_right_credentials(context: Context, signed_in: SignIn) -> None:
    """Raise `Refused` for wrong credentials; as real sites were seen to answer, they are let pass as none."""
    if signed_in.problem is not None and context.options.answers == "documented":
        raise Refused(WrongCredentials(problem=signed_in.problem))


def user_as(people: People, user: str | User) -> User:
    """Return the user whom the option `as_user` names; raises `UsageError` where they are not there."""
    name = user if isinstance(user, str) else user.name
    if name not in people.users:
        raise UsageError(f"as_user={name!r} is no user of the site: {nearest(name, people.users)}")
    return people.users[name]


def _with_token(people: People, token: str) -> SignIn | None:
    user = people.by_token.get(token)
    return None if user is None else SignIn(caller=user)


@lru_cache(maxsize=64)  # a client sends the same with each request
def _email_and_token(header: str) -> tuple[str | None, str | None]:
    """Return the email and token of a header, or the token alone; no token where it cannot be read.

    Werkzeug would read nothing but `Basic` as an empty email and token, and skip what is no base64.
    """
    scheme, _, credentials = header.partition(" ")
    credentials = credentials.strip()
    if not credentials or not credentials.isascii() or not credentials.isprintable() or _SEVERAL.search(credentials):
        return None, None
    if scheme.lower() == "bearer":
        return None, credentials
    if scheme.lower() != "basic":
        return None, None
    try:
        email, colon, token = base64.b64decode(credentials, validate=True).decode().partition(":")
    except ValueError:  # no base64, or no text
        return None, None
    return (email, token) if colon and (email + token).isprintable() else (None, None)


def _with_email(people: People, email: str, token: str) -> SignIn | None:
    user = people.by_email.get(email.casefold())
    if user is None:
        return None
    if user.token is None or user.token == token:
        return SignIn(caller=user)
    from jira_linkfake.rest.wrong_credentials import told_token

    return _wrong(told_token(people, user, token))
