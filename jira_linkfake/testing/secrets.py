"""What nobody is told who reads a report, a page or the control API: tokens, and the secrets of webhooks."""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Callable
from functools import lru_cache
from typing import Any
from urllib.parse import quote, quote_plus

from jira_linkfake.jira.site import Site

Hide = Callable[[str], str]
_HIDDEN = "[hidden]"
_FEWEST_OF_A_TOKEN = 4  # of fewer letters it is no secret, and half of every text
_CREDENTIALS = re.compile(r"\b(Basic|Bearer)(\s+)[\w+/=.~-]{16,}", re.IGNORECASE | re.ASCII)
_SECRET = re.compile(r'("secret"\s*:\s*")(?:[^"\\]|\\.)*')


def hiding(site: Site) -> Hide:
    """Return a function that takes the tokens of users and the secrets of webhooks out of a text.

    It knows credentials as a header has them too, and what stands in JSON as a `secret`.
    """
    credentials = tuple((user.email, user.token) for user in site.people.users.values() if user.token is not None)
    secrets = tuple(one.secret for one in site.admin_webhooks.values() if one.secret)
    known = _known(credentials, secrets)

    def hide(text: str) -> str:
        return _CREDENTIALS.sub(rf"\1\2{_HIDDEN}", _SECRET.sub(rf"\1{_HIDDEN}", known.sub(_HIDDEN, text)))

    return hide


def without_secrets(value: Any, hide: Hide) -> Any:
    """Return JSON of which each text is without secrets."""
    if isinstance(value, str):
        return hide(value)
    if isinstance(value, dict):
        return {name: without_secrets(one, hide) for name, one in value.items()}
    return [without_secrets(one, hide) for one in value] if isinstance(value, (list, tuple)) else value


@lru_cache(maxsize=8)  # as nobody comes or goes between most texts
def _known(credentials: tuple[tuple[str, str], ...], secrets: tuple[str, ...]) -> re.Pattern[str]:
    """Return what finds tokens and secrets in the forms that a request can have them in."""
    tokens = {one for one in (*(token for _, token in credentials), *secrets) if len(one) >= _FEWEST_OF_A_TOKEN}
    forms = {
        form
        for token in tokens
        for form in (
            token,
            quote(token, "", errors="replace"),
            quote_plus(token, errors="replace"),
            json.dumps(token)[1:-1],
            json.dumps(token, ensure_ascii=False)[1:-1],
        )
    }
    forms |= {base64.b64encode(":".join(one).encode("utf-8", "replace")).decode() for one in credentials}
    return re.compile("|".join(map(re.escape, sorted(forms, key=len, reverse=True))) or "(?!)", re.IGNORECASE)
