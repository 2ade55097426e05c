"""The tokens that lead to the next page of a search.

A token holds for its own JQL. It names the issue that the page before ended with, so that issues which come or go
between two pages move nothing else; where that one is gone, it counts.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
from collections.abc import Sequence

from jira_linkfake.rest.request_refusals import PageTokenInvalid
from jira_linkfake.site.model import Issue
from jira_linkfake.site.refusals import Refused


def token_after(jql: str, issues: Sequence[Issue], end: int) -> str:
    """Return the token of what follows a page that ends before a place in what was found."""
    content = json.dumps([_digest(jql), issues[end - 1].id, end])
    return base64.urlsafe_b64encode(content.encode()).decode()


def place_after(token: str, jql: str, issues: Sequence[Issue]) -> int:
    """Return where the page of a token begins; raises `Refused` for a token that was not given for this JQL."""
    last_id, end = _read(token, jql)
    for place, issue in enumerate(issues):
        if issue.id == last_id:
            return place + 1
    return end


def _read(token: str, jql: str) -> tuple[int, int]:
    try:
        digest, last_id, end = json.loads(base64.b64decode(token, altchars="-_", validate=True))
    except (binascii.Error, ValueError, TypeError, RecursionError) as error:
        raise Refused(PageTokenInvalid(token=token)) from error
    if digest != _digest(jql) or not (isinstance(last_id, int) and isinstance(end, int)):
        raise Refused(PageTokenInvalid(token=token))
    return last_id, end


def _digest(jql: str) -> str:
    return hashlib.sha256(jql.encode("utf-8", "surrogatepass")).hexdigest()[:16]
