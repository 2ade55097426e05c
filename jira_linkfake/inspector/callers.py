"""Who may use control and page: programs, and pages of their own. No page elsewhere that a developer has open may."""

from __future__ import annotations

from collections.abc import Collection
from ipaddress import ip_address
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from werkzeug.wrappers import Request

NAMES_KEY = "jira_linkfake.names"
"""Where the environ has the further names by which a server may be called."""

# Nobody can register one of these: no page from elsewhere is at such a name, whatever its DNS says later (RFC 6761;
# ICANN on .internal, July 2024). Docker gives hosts names without a dot, and host.docker.internal.
_OF_NOBODY = (".localhost", ".internal", ".test")


def problem_with(request: Request) -> str | None:
    """Return why a request is refused, None where it may go on.

    A name that somebody else could own is refused, as DNS can lead it to this machine once its page is open there; and
    so is what a browser says comes from another page.
    """
    host = request.environ.get("HTTP_HOST", "")
    names: Collection[str] = request.environ.get(NAMES_KEY, ())
    if not _is_known(host, names):
        return (
            f"the host {host!r} may be anybody's: call the server by its IP address, localhost or a name without a"
            " dot, or name that host with --trust-host"
        )
    origin = request.headers.get("Origin")
    if origin is not None and origin.lower().partition("://")[2] != host.lower():
        return f"the request comes from a page of {origin!r}: pages of others may not use the control API"
    site = request.headers.get("Sec-Fetch-Site", "none")
    is_followed_link = request.method == "GET" and request.headers.get("Sec-Fetch-Mode") == "navigate"
    if site not in ("none", "same-origin") and not is_followed_link:
        return "the request comes from a page of another origin: pages of others may not use the control API"
    return None


def _is_known(host: str, names: Collection[str]) -> bool:
    if not host:  # no browser leaves it out
        return True
    try:
        name = (urlsplit(f"//{host}").hostname or "").rstrip(".")
    except ValueError:
        return False
    if name in names or ("." not in name and ":" not in name):
        return True
    return name.endswith(_OF_NOBODY) or _is_address(name)


def _is_address(name: str) -> bool:
    try:
        ip_address(name)
    except ValueError:
        return False
    return True
