"""What request bodies ask of an issue's history; the schema is closed."""

from __future__ import annotations

from marshmallow import fields

from jira_linkfake.rest.bodies.loading import Closed, loaded


class _ChangelogIds(Closed):
    ids = fields.List(fields.Integer(strict=True), required=True, data_key="changelogIds")


_CHANGELOG_IDS = _ChangelogIds()


def changelog_ids(body: bytes) -> frozenset[int]:
    """Return the ids of history entries that a body names; raises `Refused` for a body that is none."""
    return frozenset(loaded(_CHANGELOG_IDS, body)["ids"])
