"""What a site tells a caller, and what tells two sites apart."""

from __future__ import annotations

import re
from datetime import datetime, timezone

from tests.properties.operations import address_of

NOON = datetime(2026, 1, 1, 12, tzinfo=timezone.utc)


def set_to_noon(jira):
    """Set a site's clock, also back: what was done on the site before takes no time."""
    jira.site.clock.advance(NOON - jira.site.clock.now)


# What is attached comes as a form.
FORM = {"X-Atlassian-Token": "no-check", "Content-Type": "multipart/form-data; boundary=xx"}
FILE = b'--xx\r\nContent-Disposition: form-data; name="file"; filename="a"\r\nContent-Type: a/b\r\n\r\n%b\r\n--xx--'

# What is done to an issue moves its `updated`, whoever may see what it was, and with it the last one of its project.
UPDATED = re.compile(rb'"(updated|lastIssueUpdateTime)":"[^"]*"')


class ToldApart(AssertionError):  # noqa: N818 - it is what happened, and nobody's mistake
    """A caller can tell two sites apart; the first argument is the request, then come both replies."""


def require_alike(one, other, requests, version, auth):
    """Send each request to both sites; raises `ToldApart` for the first that has not one and the same reply."""
    clients = [jira.client() for jira in (one, other)]
    for method, path, body in requests:
        replies = [_told(client, version, method, path, body, auth) for client in clients]
        if replies[0] != replies[1]:
            raise ToldApart(f"{method} {path}", *replies)


def _told(client, version, method, path, body, auth):
    """Return the status, the headers and the bytes of a reply, but for `updated`."""
    sent = {"data": FILE % b"x", "headers": FORM} if path.endswith("/attachments") else {"json": body}
    reply = client.open(address_of(path, version), method=method, auth=auth, **sent)
    return reply.status, list(reply.headers), UPDATED.sub(b"", reply.data)
