"""Atlassian's gateway, the other address of a site: its id stands in the path there, and tokens come as Bearer."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from jira_linkfake.options import OPTIONS

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIEnvironment

HOST = "api.atlassian.com"
BELOW = "/ex/jira/"
"""What the gateway's paths begin with, before the id of a site (pycontribs/jira issue 2368 and five more)."""

TENANT_INFO = "/_edge/tenant_info"
"""Where a site tells its id, to anybody."""

_GATEWAY = re.compile(rf"https://{re.escape(HOST)}{BELOW}(?P<cloud_id>[^/]+)", re.ASCII)
_AT_GATEWAY = re.compile(rf"(?P<before>.*){BELOW}(?P<cloud_id>[^/]+)", re.S)


def is_gateway(base_url: str) -> bool:
    """Say whether a site was given an address at the gateway."""
    return _GATEWAY.fullmatch(base_url) is not None


@cache
def cloud_id_of(base_url: str) -> str:
    """Return the id of the site with an address: the one in it, or always the same one for the same address."""
    match = _GATEWAY.fullmatch(base_url)
    if match is not None:
        return match["cloud_id"]
    from uuid import NAMESPACE_URL, uuid5  # once somebody asks

    return str(uuid5(NAMESPACE_URL, base_url))


def gateway_of(base_url: str) -> str:
    """Return the address at the gateway of the site with an address."""
    return f"https://{HOST}{BELOW}{cloud_id_of(base_url)}"


def site_of(base_url: str) -> str:
    """Return a site's own address: the one that it was given, or the usual one where that is the gateway's."""
    default: str = OPTIONS["base_url"].default
    return default if is_gateway(base_url) else base_url


def find_site(environ: WSGIEnvironment) -> None:
    """Take the gateway's part of a path for what the site is mounted below, as it is at other prefixes."""
    path: str = environ["PATH_INFO"]
    if path.startswith(BELOW):
        cloud_id, slash, rest = path[len(BELOW) :].partition("/")
        environ["SCRIPT_NAME"] = f"{environ.get('SCRIPT_NAME', '')}{BELOW}{cloud_id}"
        environ["PATH_INFO"] = slash + rest


def cloud_id_in(root_path: str) -> str | None:
    """Return the id of the site for which the gateway was asked, None at a site's own address."""
    match = _AT_GATEWAY.fullmatch(root_path)
    return None if match is None else match["cloud_id"]


def home_of(base: str, base_url: str) -> str:
    """Return a site's own address, where a request came to a base; through the gateway, it is not the request's."""
    match = _AT_GATEWAY.fullmatch(base)
    if match is None:
        return base
    return site_of(base_url) if match["before"] == f"https://{HOST}" else match["before"]
