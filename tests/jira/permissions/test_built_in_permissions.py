"""The permissions that Jira has built in."""

from jira_linkfake.jira.permissions.model import GLOBAL_PERMISSIONS, PERMISSIONS, PROJECT_PERMISSIONS, Permission


def test_permissions_are_read_from_their_list():
    """Each permission has its number, its name, and what Jira says of it, which can take several lines."""
    assert PERMISSIONS["LINK_ISSUES"] == Permission(
        id="21",
        key="LINK_ISSUES",
        name="Link Issues",
        type="PROJECT",
        description="Ability to link issues together and create linked issues. Only useful if issue linking is turned "
        "on.",
    )
    assert PERMISSIONS["ADMINISTER"].type == "GLOBAL"


def test_permissions_are_global_or_of_projects():
    """The lists have every permission that the reference names, each once; only later ones have no number."""
    assert len(GLOBAL_PERMISSIONS) == 7
    assert len(PROJECT_PERMISSIONS) == 33
    assert len(PERMISSIONS) == 40
    numbers = [permission.id for permission in PERMISSIONS.values() if permission.id != "-1"]
    assert len(numbers) == len(set(numbers)) == 38
