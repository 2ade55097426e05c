"""`mypreferences`: the caller's own preferences."""

from __future__ import annotations

from jira_linkfake.jira.evidence import REFERENCE
from jira_linkfake.jira.preferences import rules
from jira_linkfake.jira.reader import Json
from jira_linkfake.jira.refusal import Refused
from jira_linkfake.rest.body import Closed, Text, parsed
from jira_linkfake.rest.call import Call
from jira_linkfake.rest.operations import Success, operation


class _Locale(Closed):
    locale = Text(absent="")


@operation("getPreference", Success(200, "the value, as a text in JSON", REFERENCE))
def read(call: Call) -> str:
    """Return the preference that `key` names."""
    return rules.read_preference(call.site, call.signed_in_user(), call.query.get("key", ""))


@operation("setPreference", Success(204, "empty", REFERENCE))
def put(call: Call) -> None:
    """Set the preference that `key` names."""
    rules.set_preference(call.site, call.signed_in_user(), call.query.get("key", ""), _text_in(call.body))


@operation("removePreference", Success(204, "empty", REFERENCE))
def delete(call: Call) -> None:
    """Delete the preference that `key` names."""
    rules.delete_preference(call.site, call.signed_in_user(), call.query.get("key", ""))


@operation("getLocale", Success(200, "`locale`", REFERENCE))
def read_locale(call: Call) -> Json:
    """Return the caller's language."""
    return {"locale": rules.locale_of(call.site, call.caller)}


@operation("setLocale", Success(204, "empty", REFERENCE), body=_Locale)
def put_locale(call: Call) -> None:
    """Set the caller's language."""
    user = call.signed_in_user()
    rules.set_locale(call.site, user, call.content["locale"])


def _text_in(body: bytes) -> str:
    """Return the text that a body is, plain or as JSON: `false` and `"false"` are alike."""
    text = body.decode("utf-8", "replace").strip()
    try:
        content = parsed(body)
    except Refused:
        return text
    return content if isinstance(content, str) else text
