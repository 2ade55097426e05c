"""Who is calling: from the request's credentials and the site's users."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from werkzeug.datastructures import Authorization

from jira_linkfake.errors import UsageError, nearest
from jira_linkfake.jira.people.model import DEFAULT_USER
from jira_linkfake.jira.people.store import People
from jira_linkfake.jira.plain import Plain
from jira_linkfake.jira.refusal import Refused
from jira_linkfake.rest.refusals import WrongCredentials

if TYPE_CHECKING:
    from jira_linkfake.jira.people.model import Caller, User
    from jira_linkfake.rest.context import Context


class SignIn(Plain):
    """The caller, and what was wrong with the credentials if anything was."""

    caller: Caller
    problem: str | None = None


ANONYMOUS = SignIn(caller=None)


def sign_in(context: Context, header: str | None) -> SignIn:
    """Find out who is calling, from the request's `Authorization` header.

    Credentials that cannot be read count as none, as on Jira, and wrong ones make the caller anonymous. Raises
    `UsageError` where the option `as_user` names a user who is not there.
    """
    people = context.site.people
    if context.options.as_user is not None:
        return SignIn(caller=_the_user(people, context.options.as_user))
    scheme, _, token = (header or "").partition(" ")
    credentials = _email_and_token(header or "") if scheme.lower() == "basic" else None
    if credentials is not None:
        signed_in = _with_email(people, *credentials)
    elif scheme.lower() == "bearer" and token.strip():
        signed_in = _with_token(people, token.strip())
    else:
        return ANONYMOUS
    if signed_in is None and context.options.credentials == "any":
        return SignIn(caller=DEFAULT_USER)
    return signed_in or SignIn(caller=None, problem="the credentials were handed to nobody")


def require_right_credentials(context: Context, signed_in: SignIn) -> None:
    """Raise `Refused` for wrong credentials; as real sites were seen to answer, they are let pass as none."""
    if signed_in.problem is not None and context.options.answers == "documented":
        raise Refused(WrongCredentials(problem=signed_in.problem))


def _the_user(people: People, user: str | User) -> User:
    name = user if isinstance(user, str) else user.name
    if name not in people.users:
        raise UsageError(f"as_user={name!r} is no user of the site: {nearest(name, people.users)}")
    return people.users[name]


def _with_token(people: People, token: str) -> SignIn | None:
    # Not read by Werkzeug: Atlassian's tokens have an equals sign, which it takes for a parameter's.
    user = people.by_token.get(token)
    return None if user is None else SignIn(caller=user)


@lru_cache(maxsize=64)  # a client sends the same with each request
def _email_and_token(header: str) -> tuple[str, str] | None:
    try:
        authorization = Authorization.from_header(header)
    except ValueError:  # octets beyond ASCII, which Werkzeug does not expect
        return None
    return None if authorization is None else (authorization.username or "", authorization.password or "")


def _with_email(people: People, email: str, token: str) -> SignIn | None:
    user = people.by_email.get(email.casefold())
    if user is None:
        return None
    if user.token is None or user.token == token:
        return SignIn(caller=user)
    return SignIn(caller=None, problem=f"the token is not {user.name}'s")
