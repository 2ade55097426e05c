"""Who may look into the directory of users and groups, and what is found there."""

import pytest

from jira_linkfake.jira.people.finding import (
    GroupName,
    GroupQuery,
    Place,
    UserQuery,
    account_id_in,
    all_users,
    assignable_in_all,
    assignable_users,
    find_group,
    find_user,
    groups_of,
    pick_groups,
    search_users,
    users_who_see,
    users_with_permissions,
)
from jira_linkfake.jira.people.model import DEFAULT_USER
from jira_linkfake.jira.people.refusals import (
    GroupUnknown,
    GroupUnnamed,
    PermissionsOfUsers,
    SearchAmbiguous,
    SearchUnnamed,
    UserUnknown,
)
from jira_linkfake.jira.permissions.refusals import PermissionsUnnamed, PermissionUnknown, UserBrowsingNeeded
from jira_linkfake.jira.refusal import Refused


@pytest.fixture
def alice(seeded):
    """A user in the groups devs and qa."""
    for name in ("qa", "devs", "Board"):
        seeded.add_group(name)
    return seeded.add_user("Alice van Dyke", email="avd@example.com", groups=["qa", "devs"])


@pytest.fixture
def nobody_browses(seeded):
    """Nobody but the default user may browse users and groups."""
    seeded.allow_only("USER_PICKER", DEFAULT_USER)


def _query(text="", *, any_case=False, but_not=()):
    return GroupQuery(text=text, any_case=any_case, but_not=but_not)


def test_user_is_found_by_account(site, alice, refuses):
    """A user is found by the account, and the groups of one by name; an unknown account is refused."""
    assert find_user(site, alice, DEFAULT_USER.account_id) == DEFAULT_USER
    assert [group.name for group in groups_of(site, DEFAULT_USER, alice.account_id)] == ["devs", "qa"]
    for look in (find_user, groups_of):
        with refuses(UserUnknown):
            look(site, alice, "1")


@pytest.mark.usefixtures("nobody_browses")
def test_directory_is_closed_to_who_may_not_browse_it(site, alice, refuses):
    """Without Browse users and groups nobody is read by account and no list is; a search finds nobody."""
    for look in (find_user, groups_of):
        with refuses(UserBrowsingNeeded):
            look(site, alice, alice.account_id)
    with refuses(UserBrowsingNeeded):
        all_users(site, None)
    with refuses(UserBrowsingNeeded):
        find_group(site, alice, GroupName(name="devs"))
    assert (
        search_users(site, alice, UserQuery(text="avd"))
        == search_users(site, None, UserQuery(account_id=alice.account_id))
        == []
    )
    assert find_group(site, DEFAULT_USER, GroupName(name="devs")).name == "devs"


def test_all_users_are_in_the_order_in_which_they_joined(site, alice):
    """The list has everyone, the default user first."""
    assert all_users(site, alice) == [DEFAULT_USER, alice]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("al", True),
        ("ALICE V", True),
        ("dyke", True),
        ("avd@", True),
        (" van ", True),
        ("", True),
        ("lice", False),
        ("example", False),
    ],
)
def test_search_takes_the_beginning_of_a_word_or_email(site, alice, text, found):
    """A user is found by how a word of the name begins, or the email, in any case."""
    assert (alice in search_users(site, DEFAULT_USER, UserQuery(text=text))) == found


def test_search_takes_a_text_or_an_account(site, alice, refuses):
    """A search is by one of both."""
    assert search_users(site, alice, UserQuery(account_id=alice.account_id)) == [alice]
    assert search_users(site, alice, UserQuery(account_id="1")) == []
    with refuses(SearchUnnamed):
        search_users(site, alice, UserQuery())
    with refuses(SearchAmbiguous):
        search_users(site, alice, UserQuery(text="al", account_id=alice.account_id))


def test_group_is_found_by_name_or_id(site, alice, refuses):
    """A group goes by one of both; who administers Jira needs no permission to browse."""
    devs = site.people.groups["devs"]
    assert find_group(site, alice, GroupName(name="devs")) == devs
    assert find_group(site, alice, GroupName(id=devs.id)) == devs
    for name, group_id, told in (("Devs", None, "Devs"), (None, "1", "1"), ("", None, ""), (None, "", "")):
        with refuses(GroupUnknown) as caught:
            find_group(site, alice, GroupName(name=name, id=group_id))
        assert caught.value.refusals == (GroupUnknown(reference=told),)
    for named in (GroupName(), GroupName(name="devs", id=devs.id)):
        with refuses(GroupUnnamed):
            find_group(site, alice, named)


def test_groups_are_picked_by_a_part_of_the_name(site, alice):
    """Groups are picked by what is in the name, in its case or in any, but for those that are left out."""

    def picked(query):
        return [group.name for group in pick_groups(site, alice, query)]

    assert picked(_query()) == ["Board", "devs", "qa"]
    assert picked(_query("b")) == []
    assert picked(_query("b", any_case=True)) == ["Board"]
    assert picked(_query(but_not=["devs", site.people.groups["qa"].id])) == ["Board"]


@pytest.mark.usefixtures("nobody_browses")
def test_who_may_not_browse_picks_whole_names(seeded, site, alice):
    """Without Browse users and groups only a whole name finds a group, and without a project to browse nothing does."""
    assert pick_groups(site, alice, _query("dev")) == []
    assert [group.name for group in pick_groups(site, alice, _query("devs"))] == ["devs"]
    seeded.deny("BROWSE_PROJECTS")
    assert pick_groups(site, DEFAULT_USER, _query("devs")) == []


def test_who_may_be_assigned_is_told_to_who_may_assign(seeded, site, alice, nobody_browses):
    """Who may neither browse users nor assign issues in the very project finds nobody who may be assigned."""
    place = Place(project="APP", named_by="project")

    def found(caller, text=""):
        return [user.name for user in assignable_users(site, caller, UserQuery(text=text), place)]

    everybody = [user.name for user in site.people.users.values()]
    assert found(alice) == found(DEFAULT_USER) == everybody
    seeded.deny("ASSIGN_ISSUES", alice, project="APP")
    assert (found(alice), found(DEFAULT_USER)) == ([], everybody)
    seeded.deny("ASSIGN_ISSUES", DEFAULT_USER, project="APP")
    assert found(DEFAULT_USER) == everybody
    seeded.deny("ASSIGNABLE_USER", alice, project="APP")
    assert found(DEFAULT_USER) == [name for name in everybody if name != alice.name]
    assert found(DEFAULT_USER, "alice") == []
    seeded.allow_only("ASSIGNABLE_USER", alice, project="LIB")
    assert [user.name for user in assignable_in_all(site, DEFAULT_USER, UserQuery(text=""), ["LIB"])] == [alice.name]
    assert assignable_in_all(site, DEFAULT_USER, UserQuery(text=""), ["LIB", "APP"]) == []


def test_who_sees_is_told_to_who_may_browse_users(seeded, site, alice, nobody_browses):
    """Who may browse users finds who sees an issue, or may browse a project; others find nobody."""
    seeded.deny("BROWSE_PROJECTS", alice, project="LIB")
    issue = Place(issue_key="LIB-1", named_by="issueKey")
    project = Place(project="LIB", named_by="projectKey")
    for place in (issue, project):
        found = [user.name for user in users_who_see(site, DEFAULT_USER, UserQuery(text=""), place)]
        assert alice.name not in found
        assert "admin" in found
    app = Place(project="APP", named_by="projectKey")
    assert users_who_see(site, alice, UserQuery(text=""), app) == []
    assert alice.name in [user.name for user in users_who_see(site, DEFAULT_USER, UserQuery(text=""), app)]


def test_permissions_of_users_are_told_to_administrators(seeded, site, alice, refuses):
    """Who administers the project or the site finds who holds all of some permissions in it."""
    seeded.allow_only("ADMINISTER", DEFAULT_USER)
    seeded.allow_only("ADMINISTER_PROJECTS", DEFAULT_USER)
    seeded.allow_only("ADMINISTER_PROJECTS", alice, project="APP")
    seeded.deny("EDIT_ISSUES", alice, project="APP")
    app, lib = (Place(project=key, named_by="projectKey") for key in ("APP", "LIB"))

    def found(caller, place, *keys):
        return [user.name for user in users_with_permissions(site, caller, UserQuery(text=""), keys, place)]

    both = ("BROWSE_PROJECTS", "EDIT_ISSUES")
    assert alice.name in found(alice, app, "BROWSE_PROJECTS")
    assert alice.name not in found(alice, app, *both)
    assert alice.name in found(DEFAULT_USER, lib, *both)
    with refuses(PermissionsOfUsers) as caught:
        found(alice, lib, *both)
    assert str(caught.value) == f"{alice} holds neither Administer projects in LIB nor Administer Jira"
    with refuses(PermissionsUnnamed):
        found(DEFAULT_USER, app)
    with refuses(PermissionUnknown, PermissionUnknown) as caught:
        found(DEFAULT_USER, app, "FLY", "EDIT_ISSUES", "SWIM")
    assert str(caught.value) == "there is no permission 'FLY' of this kind; there is no permission 'SWIM' of this kind"


@pytest.mark.parametrize(
    ("value", "account"),
    [
        ({"accountId": "a"}, "a"),
        ({"id": "a"}, "a"),
        ({"accountId": 5}, "5"),
        ({"accountId": "a", "id": "b"}, "a"),
        ({"accountId": "", "id": "b"}, "b"),
        ({"accountId": None, "id": "b"}, "b"),
        ({"accountId": None}, None),
        ({"id": ""}, None),
        ({"accountId": "a", "name": None}, "a"),
    ],
)
def test_account_is_named_in_either_way(value, account):
    """A user goes by `accountId`, else by `id`; empty ones name nobody."""
    assert account_id_in(value) == account


@pytest.mark.parametrize(
    ("value", "told"),
    [({}, "nothing"), ({"name": "a"}, "name"), ({"accountId": "a", "key": "b", "name": "c"}, "name and key")],
)
def test_user_by_name_is_told(value, told):
    """A user who is named otherwise is refused, also beside an account, and the journal tells by what."""
    with pytest.raises(Refused) as caught:
        account_id_in(value)
    assert str(caught.value) == f"a user was named by {told}: Cloud knows users by their account ids alone"
