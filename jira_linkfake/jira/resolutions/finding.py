"""Finding a resolution."""

from __future__ import annotations

from jira_linkfake.jira.refusal import NotFound, Refused
from jira_linkfake.jira.site import Site
from jira_linkfake.jira.workflow.model import Resolution


def find_resolution(site: Site, resolution_id: str) -> Resolution:
    """Return the resolution of an id; raises `Refused` where there is none."""
    for resolution in site.resolutions.values():
        if resolution_id == resolution.id:
            return resolution
    raise Refused(NotFound(kind="resolution", value=resolution_id))
