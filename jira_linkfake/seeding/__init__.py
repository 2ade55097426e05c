"""What a test puts on a site before its code runs: the `add_` verbs."""

from __future__ import annotations

from jira_linkfake.seeding.comments import SeedingComments
from jira_linkfake.seeding.issues import SeedingIssues
from jira_linkfake.seeding.links import SeedingLinks
from jira_linkfake.seeding.remote_links import SeedingRemoteLinks
from jira_linkfake.seeding.workflow import SeedingWorkflow


class Seeding(SeedingIssues, SeedingLinks, SeedingComments, SeedingRemoteLinks, SeedingWorkflow):
    """The `add_` verbs of a `FakeJira`; what they return can be handed to the other verbs."""
