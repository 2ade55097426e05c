"""Who may look into the directory of users and groups, and what is found there."""

import pytest

from jira_linkfake.jira.people.finding import (
    GroupName,
    GroupQuery,
    UserQuery,
    all_users,
    find_group,
    find_user,
    groups_of,
    pick_groups,
    search_users,
)
from jira_linkfake.jira.people.model import DEFAULT_USER
from jira_linkfake.jira.people.refusals import GroupUnknown, GroupUnnamed, SearchAmbiguous, SearchUnnamed, UserUnknown
from jira_linkfake.jira.permissions.refusals import UserBrowsingNeeded


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
