"""What is wrong with credentials that are nobody's, told without printing a token."""

from __future__ import annotations

import base64
import re
from difflib import SequenceMatcher

from jira_linkfake.errors import nearest, nearest_of
from jira_linkfake.jira.people.model import User
from jira_linkfake.jira.people.store import People

_NEAR = 0.8
_SCHEME = re.compile(r"[A-Za-z]{1,12}(?= )")


def told_token(people: People, user: User, token: str) -> str:
    """Return what is wrong with a token that is not the user's, who has one."""
    return f"the token is not {user.name}'s: {_likeness(people, user, token)}"


def told_email(people: People, email: str, token: str) -> str:
    """Return what is wrong with an email that nobody has, and what is known of the token beside it."""
    problem = f"no user has {_shown(email, people)}"
    gone = next((user for user in people.removed if user.email.casefold() == email.casefold()), None)
    owner = people.by_token.get(token)
    named = people.users.get(email)
    if gone is not None:
        return f"{problem}: {gone.name}, whose it was, was removed"
    if token.casefold() in people.by_email:
        return "the email stands where the token belongs: the two are swapped"
    if email in people.by_token:
        return f"{problem}: it is {people.by_token[email].name}'s token"
    if owner is not None:
        return f"{problem}: did you mean {owner.email!r}? The token is {owner.name}'s"
    if named is not None:
        return f"{problem}: that is what {named.email!r} is called"
    return f"{problem}: {nearest(email, people.by_email)}"


def _shown(email: str, people: People) -> str:
    """Return an email as it is told: what is none, and nobody's name, may be a token in its place."""
    is_shown = not email or "@" in email or email in people.users
    return f"the email {email}" if is_shown else "what was sent as the email, which has no @"


def told_bearer(people: People, token: str) -> str:
    """Return what is wrong with a token that came alone, and is nobody's."""
    problem = "no user has the token that was sent as Bearer"
    theirs = nearest_of(token, people.by_token)
    return problem if theirs is None else f"{problem}: it is nearly {people.by_token[theirs].name}'s"


def told_unread(header: str) -> str:
    """Return why a header counts as no credentials."""
    return f"credentials that cannot be read: {_why_unread(header)}"


def _why_unread(header: str) -> str:
    scheme = _SCHEME.match(header)
    if scheme is None:
        return "Authorization has no scheme, such as Basic"
    if scheme[0].lower() not in ("basic", "bearer"):
        return f"Authorization has the scheme {scheme[0]}, and Jira takes Basic and Bearer"
    what = "base64 of email:token" if scheme[0].lower() == "basic" else "a token"
    return f"Authorization has something else than {what} after {scheme[0]}{_hint(header)}"


def _hint(header: str) -> str:
    rest = header.partition(" ")[2].strip()
    if ":" in rest:
        return ": email:token stands there as it is"
    try:
        return ": no colon parts an email from a token" if b":" not in base64.b64decode(rest, validate=True) else ""
    except ValueError:
        return ""


def _likeness(people: People, user: User, token: str) -> str:
    """Return what a wrong token is, or nearly is."""
    own = user.token or ""
    if not token.strip():
        return "it is empty"
    if token.strip().strip("'\"") == own:
        return "it has blanks or quotation marks around it"
    if token in (user.email, user.name, user.account_id):
        return f"what {user.name} is called stands in its place"
    if token.startswith(own):
        return f"it has {len(token) - len(own)} characters too many at its end"
    if own.startswith(token):
        return f"it is cut off after {len(token)} of {len(own)} characters"
    if _is_near(token, own):
        return f"it nearly is, and differs from character {_first_difference(token, own)} of {len(own)} on"
    return _whose(people, token)


def _whose(people: People, token: str) -> str:
    """Return who has a token, or nearly."""
    if token in people.by_token:
        return f"it is {people.by_token[token].name}'s"
    near = next((theirs for theirs in people.by_token if _is_near(token, theirs)), None)
    if near is not None:
        return f"it nearly is {people.by_token[near].name}'s"
    return "it is like no token of the test's, so an old one or another site's"


def _is_near(token: str, other: str) -> bool:
    """Say whether one is the other mistyped; tokens of tests often share a word, which is not enough."""
    return SequenceMatcher(None, token.casefold(), other.casefold(), autojunk=False).ratio() >= _NEAR


def _first_difference(token: str, own: str) -> int:
    same = [one == other for one, other in zip(token, own, strict=False)]
    return [*same, False].index(False) + 1
