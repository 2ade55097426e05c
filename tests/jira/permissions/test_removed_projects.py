"""Who could browse a project that is removed: as it was then, and as what is said of every project since allows."""

from jira_linkfake.jira.permissions.model import BROWSE_PROJECTS, Grant
from jira_linkfake.jira.permissions.store import Grants


def test_what_is_said_of_every_project_later_holds_for_removed_ones():
    """A grant for all projects is added to the one that the removed project had."""
    grants, nobody = Grants(), Grant(allowed=frozenset())
    then = grants.of(BROWSE_PROJECTS, "APP")
    grants.remove("APP", "APP (1)", {})
    grants.set(BROWSE_PROJECTS, None, nobody)
    assert grants.of_removed("APP (1)") == [then, nobody]


def test_other_projects_keep_their_grants():
    """With a project go its own grants alone."""
    grants, nobody = Grants(), Grant(allowed=frozenset())
    grants.set(BROWSE_PROJECTS, "LIB", nobody)
    grants.remove("APP", "APP (1)", {})
    assert grants.of(BROWSE_PROJECTS, "LIB") == nobody
