"""Versions: what is changed with them, what history and webhooks tell, and what searching for them sees."""

from datetime import date

import pytest

from jira_linkfake import FakeJira
from jira_linkfake.errors import UsageError
from jira_linkfake.jira.history.model import Change
from jira_linkfake.jira.history.rules import entries_of
from jira_linkfake.jira.people.model import DEFAULT_USER
from jira_linkfake.jira.projects.finding import issues_seen_with
from jira_linkfake.jira.projects.rules import delete_project
from jira_linkfake.jira.refusal import Refused
from jira_linkfake.jira.search.evaluation import search
from jira_linkfake.jira.search.refusals import ArgumentNeeded, ProjectUnresolved, ValueIdUnseen, ValueUnseen
from jira_linkfake.jira.versions.finding import VersionQuery, search_versions
from jira_linkfake.jira.versions.model import RelatedWork
from jira_linkfake.jira.versions.refusals import (
    NoRelatedWorkPermission,
    RelatedWorkIncomplete,
    RelatedWorkUnknown,
    UnfixedIssuesGoNowhere,
    VersionDatesReversed,
    VersionDescriptionTooLong,
    VersionDriverUnknown,
    VersionNameMissing,
    VersionNameTaken,
    VersionNameTooLong,
    VersionNotCreatable,
    VersionOfOtherProject,
    VersionSwapUnknown,
)
from jira_linkfake.jira.versions.rules import (
    RelatedLink,
    Swap,
    VersionFields,
    add_related_work,
    create_version,
    delete_related_work,
    delete_version,
    merge_versions,
    move_version,
    update_related_work,
    update_version,
)


@pytest.fixture
def versions(seeded):
    """Three versions of APP, of which the first is released."""
    return [
        seeded.add_version("1.0", project="APP", released=True, release_date="2025-12-01"),
        seeded.add_version("1.1", project="APP", release_date=date(2026, 2, 1), description="Minor"),
        seeded.add_version("2.0", project="APP", start_date="2026-01-15"),
    ]


def _fields(**values):
    return VersionFields(**values, named=frozenset(values))


def _found(site, jql):
    return [issue.key for issue in search(site, DEFAULT_USER, jql)]


def _names(site):
    return [one.name for one in site.versions.of_project("APP")]


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ({}, ["1.0", "1.1", "2.0"]),
        ({"order": "-sequence"}, ["2.0", "1.1", "1.0"]),
        ({"order": "-name"}, ["2.0", "1.1", "1.0"]),
        ({"order": "releaseDate"}, ["1.0", "1.1", "2.0"]),
        ({"order": "-releaseDate"}, ["1.1", "1.0", "2.0"]),
        ({"order": "+startDate"}, ["2.0", "1.0", "1.1"]),
        ({"order": "description"}, ["1.0", "2.0", "1.1"]),
        ({"text": "MINOR"}, ["1.1"]),
        ({"text": "1."}, ["1.0", "1.1"]),
        ({"states": ["released"]}, ["1.0"]),
        ({"states": ["unreleased", "archived"]}, ["1.1", "2.0"]),
        ({"states": ["nonsense"]}, []),
    ],
)
def test_versions_are_searched(site, versions, query, names):
    """A query finds by name, description and state, and what has no date comes last, whichever way it is ordered."""
    found = search_versions(site, site.projects["APP"], VersionQuery(**query))
    assert [one.name for one in found] == names


def test_a_new_version_stands_last(site, versions):
    """It is listed behind the others, without the blanks around its name."""
    made = create_version(site, DEFAULT_USER, None, "APP", _fields(name=" 3.0 ", released=True))
    assert (made.id, made.name, made.released, _names(site)) == ("10003", "3.0", True, ["1.0", "1.1", "2.0", "3.0"])


@pytest.mark.parametrize(
    ("fields", "refusals"),
    [
        ({"name": " "}, [VersionNameMissing]),
        ({"name": "v" * 256}, [VersionNameTooLong]),
        ({"name": "1.0"}, [VersionNameTaken]),
        ({"description": "ü" * 8193}, [VersionDescriptionTooLong]),
        ({"start_date": date(2026, 2, 2)}, [VersionDatesReversed]),
        ({"name": "", "start_date": date(2026, 2, 2)}, [VersionNameMissing, VersionDatesReversed]),
    ],
)
def test_what_a_version_cannot_be(site, versions, refuses, fields, refusals):
    """All that is wrong is told at once, and nothing is changed."""
    with refuses(*refusals):
        update_version(site, DEFAULT_USER, "10001", _fields(**fields), None)


def test_what_a_version_can_be(site, versions):
    """A name of 255 characters, a description of 16384 bytes, a start on the day of the release."""
    fields = _fields(name="v" * 255, description="ü" * 8192, start_date=date(2026, 2, 1))
    changed = update_version(site, DEFAULT_USER, "10001", fields, None)
    assert (len(changed.name), len(changed.description), changed.start_date) == (255, 8192, date(2026, 2, 1))


@pytest.mark.parametrize(
    ("after", "position", "names"),
    [
        (None, "First", ["1.1", "1.0", "2.0"]),
        (None, "Last", ["1.0", "2.0", "1.1"]),
        (None, "Earlier", ["1.1", "1.0", "2.0"]),
        (None, "Later", ["1.0", "2.0", "1.1"]),
        ("https://x/rest/api/3/version/10002", None, ["1.0", "2.0", "1.1"]),
        ("https://x/rest/api/3/version/10000", None, ["1.0", "1.1", "2.0"]),
    ],
)
def test_a_version_is_moved(site, versions, after, position, names):
    """It stands one place earlier or later, first or last, or behind another one."""
    move_version(site, DEFAULT_USER, "10001", after, position)
    assert _names(site) == names


def test_the_first_and_the_last_stay_where_they_are(site, versions):
    """Nothing is earlier than the first, and nothing later than the last."""
    move_version(site, DEFAULT_USER, "10000", None, "Earlier")
    move_version(site, DEFAULT_USER, "10002", None, "Later")
    assert _names(site) == ["1.0", "1.1", "2.0"]


def test_releasing_hands_on_what_is_unresolved(seeded, site, versions):
    """Unresolved issues get the other version, whoever may see them, and history tells of both; done ones stay."""
    seeded.add_issue("APP-8", fix_versions=["1.1"])
    seeded.add_issue("APP-9", fix_versions=["1.1"], status="Done")
    seeded.add_issue("APP-10", fix_versions=["1.1", "2.0"], visible_to=[])
    update_version(site, DEFAULT_USER, "10001", _fields(released=True), "https://x/rest/api/2/version/10002")
    held = {key: site.issues.with_key(key).fix_versions for key in ("APP-8", "APP-9", "APP-10")}
    assert held == {"APP-8": ("10002",), "APP-9": ("10001",), "APP-10": ("10002",)}
    (entry,) = entries_of(site, DEFAULT_USER, site.issues.with_key("APP-8"))
    assert entry.changes == (
        Change(field="Fix Version", field_id="fixVersions", from_id="10001", from_text="1.1"),
        Change(field="Fix Version", field_id="fixVersions", to_id="10002", to_text="2.0"),
    )
    assert issues_seen_with(site, DEFAULT_USER, versions[2], "fix_versions") == [site.issues.with_key("APP-8")]


def test_unresolved_issues_go_to_a_version_of_the_project(seeded, site, versions, refuses):
    """They go neither to another project's nor to the very version; where nothing is released they go nowhere."""
    seeded.add_version("9", project="LIB")
    for target in ("10003", "10001", "77"):
        with refuses(UnfixedIssuesGoNowhere):
            update_version(site, DEFAULT_USER, "10001", _fields(released=True), f"https://x/{target}")
    assert update_version(site, DEFAULT_USER, "10000", _fields(released=True), "https://x/77") == versions[0]


def test_deleting_swaps_versions(seeded, site, versions):
    """Issues get the other versions, each once, or none; history tells so while the version still has a name."""
    seeded.add_issue("APP-8", fix_versions=["1.0", "1.1"], affects_versions=["1.0"])
    delete_version(site, DEFAULT_USER, "10000", Swap(fix="10001"))
    issue = site.issues.with_key("APP-8")
    assert (issue.fix_versions, issue.affects_versions, _names(site)) == (("10001",), (), ["1.1", "2.0"])
    told = [change for entry in entries_of(site, DEFAULT_USER, issue) for change in entry.changes]
    assert told == [
        Change(field="Fix Version", field_id="fixVersions", from_id="10000", from_text="1.0"),
        Change(field="Version", field_id="versions", from_id="10000", from_text="1.0"),
    ]


def test_swapping_takes_versions_of_the_project(seeded, site, versions, refuses):
    """What issues are to get is a version of theirs."""
    seeded.add_version("9", project="LIB")
    for swap in (Swap(fix="10003"), Swap(affects="77"), Swap(affects="x")):
        with refuses(VersionSwapUnknown):
            delete_version(site, DEFAULT_USER, "10000", swap)


def test_deleting_swaps_each_role_by_itself(seeded, site, versions):
    """In which an issue is fixed and in which it was seen may become two versions."""
    seeded.add_issue("APP-8", fix_versions=["1.0"], affects_versions=["1.0"])
    delete_version(site, DEFAULT_USER, "10000", Swap(fix="10001", affects="10002"))
    issue = site.issues.with_key("APP-8")
    assert (issue.fix_versions, issue.affects_versions) == (("10001",), ("10002",))


def test_merging_gives_the_other_version_in_both_roles(seeded, site, versions):
    """Whatever is fixed or was seen in the version is so in the other one."""
    seeded.add_issue("APP-8", fix_versions=["1.0"], affects_versions=["1.0"])
    merge_versions(site, DEFAULT_USER, "10000", "10001")
    issue = site.issues.with_key("APP-8")
    assert (issue.fix_versions, issue.affects_versions, _names(site)) == (("10001",), ("10001",), ["1.1", "2.0"])


def test_merging_takes_versions_of_the_project(seeded, site, versions, refuses):
    """Another project's version is none to merge into."""
    seeded.add_version("9", project="LIB")
    with refuses(VersionOfOtherProject):
        merge_versions(site, DEFAULT_USER, "10000", "10003")


def test_deleting_a_project_takes_its_versions(seeded, site, versions):
    """With a project go its versions, and what belongs to their release; those of others stay."""
    seeded.add_version("9", project="LIB")
    delete_project(site, DEFAULT_USER, "APP")
    assert [one.name for one in site.versions.by_id.values()] == ["9"]


def test_moving_an_issue_leaves_versions_behind():
    """They are its old project's."""
    jira = FakeJira()
    jira.add_version("1.0", project=jira.add_project("APP"))
    jira.add_issue("APP-8", fix_versions=["1.0"], affects_versions=["1.0"])
    moved = jira.move_issue("APP-8", "LIB-8")
    assert (moved.fix_versions, moved.affects_versions) == ((), ())


def test_issues_are_ordered_by_their_versions(seeded, site, versions):
    """The earliest of an issue's versions counts."""
    seeded.add_issue("APP-8", fix_versions=["2.0", "1.0"])
    seeded.add_issue("APP-9", fix_versions=["1.1"])
    assert _found(site, "fixVersion is not EMPTY order by fixVersion") == ["APP-8", "APP-9"]
    assert _found(site, "fixVersion is not EMPTY order by fixVersion desc") == ["APP-9", "APP-8"]


@pytest.mark.parametrize(
    ("jql", "refusal"),
    [
        ("fixVersion = hidden", ValueUnseen),
        ("fixVersion = 10003", ValueIdUnseen),
        ("fixVersion in releasedVersions(SEC)", ProjectUnresolved),
        ("fixVersion = latestReleasedVersion(SEC)", ProjectUnresolved),
        ("fixVersion = latestReleasedVersion()", ArgumentNeeded),
        ("fixVersion = earliestUnreleasedVersion(APP, LIB)", ArgumentNeeded),
    ],
)
def test_hidden_versions_are_as_missing_ones(seeded, site, versions, refuses, jql, refusal):
    """A version or a project that the caller does not see is no value; the functions of one project take one."""
    seeded.add_version("hidden", project=seeded.add_project("SEC"))
    seeded.deny("BROWSE_PROJECTS", project="SEC")
    with refuses(refusal):
        search(site, DEFAULT_USER, jql)


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ({"name": "1.0", "project": "APP"}, "the project APP has the version '1.0' already"),
        ({"name": "9", "project": "NOPE"}, "there is no project 'NOPE' on the site"),
        ({"name": "9", "project": "APP", "release_date": "soon"}, "'soon' is no date: it takes a date, or a text as"),
    ],
)
def test_seeding_says_what_is_wrong(seeded, versions, arguments, sentence):
    """A version that cannot be added is told in a sentence."""
    with pytest.raises(UsageError, match=sentence):
        seeded.add_version(arguments.pop("name"), **arguments)


def test_an_issue_takes_versions_of_its_project(seeded, versions):
    """The nearest one is named where there is none of that name."""
    with pytest.raises(UsageError, match=r"the project LIB has no version '1.0'"):
        seeded.add_issue("LIB-8", fix_versions=["1.0"])


@pytest.mark.parametrize(
    ("after", "position", "given"),
    [(None, None, "neither"), ("https://x/10000", "First", "both"), (None, "Middle", "'Middle'")],
)
def test_what_a_move_got_is_told(site, versions, after, position, given):
    """The reason of a refused move says what it got."""
    with pytest.raises(Refused, match=f"a version is moved by either `after` or a `position`, and got {given}"):
        move_version(site, DEFAULT_USER, "10001", after, position)


def test_a_project_is_administered_by_itself(seeded, site, refuses):
    """Who administers one project makes versions there, and nowhere else."""
    alice = seeded.add_user("alice")
    seeded.deny("ADMINISTER_PROJECTS")
    seeded.allow_only("ADMINISTER_PROJECTS", alice, project="APP")
    assert create_version(site, alice, None, "APP", _fields(name="1.0")).project == "APP"
    with refuses(VersionNotCreatable):
        create_version(site, alice, None, "LIB", _fields(name="1.0"))


@pytest.mark.parametrize(
    ("version", "position", "names"),
    [
        ("10000", "Later", "bacd"),
        ("10001", "Later", "acbd"),
        ("10002", "Later", "abdc"),
        ("10003", "Later", "abcd"),
        ("10000", "Earlier", "abcd"),
        ("10001", "Earlier", "bacd"),
        ("10003", "Earlier", "abdc"),
        ("10000", "Last", "bcda"),
        ("10003", "Last", "abcd"),
        ("10003", "First", "dabc"),
        ("10000", "First", "abcd"),
    ],
)
def test_a_version_is_moved_by_one_or_all(seeded, site, version, position, names):
    """One place is one place, wherever a version stands; the versions of other projects stay."""
    for name in "abcd":
        seeded.add_version(name, project="APP")
    for name in "xy":
        seeded.add_version(name, project="LIB")
    move_version(site, DEFAULT_USER, version, None, position)
    assert "".join(_names(site)) == names
    assert [one.name for one in site.versions.of_project("LIB")] == ["x", "y"]


@pytest.mark.parametrize(
    ("version", "after", "names"),
    [("10000", "10002", "bcad"), ("10003", "10000", "adbc"), ("10001", "10000", "abcd"), ("10002", "10003", "abdc")],
)
def test_a_version_is_moved_behind_another(seeded, site, version, after, names):
    """A version stands right behind the one that is named, on whichever side of it that stood."""
    for name in "abcd":
        seeded.add_version(name, project="APP")
    move_version(site, DEFAULT_USER, version, f"https://x/rest/api/3/version/{after}", None)
    assert "".join(_names(site)) == names


def test_parts_of_an_issue_come_and_go_one_by_one(jira, ask, get):
    """A version and a component are added and removed by an update, each once, and history tells each by itself."""
    for name in ("1.0", "2.0"):
        jira.add_version(name, project="APP")
        jira.add_component(f"C{name}", project="APP")

    def update(verb, name):
        body = {"fixVersions": [{verb: {"name": name}}], "components": [{verb: {"name": f"C{name}"}}]}
        assert ask("PUT", "issue/APP-1", json={"update": body}).status_code == 204
        issue = jira.issue("APP-1")
        return issue.fix_versions, issue.components

    assert update("add", "2.0") == (("10001",), ("10001",))
    assert update("add", "1.0") == (("10001", "10000"), ("10001", "10000"))
    assert update("add", "1.0") == (("10001", "10000"), ("10001", "10000"))
    assert update("remove", "2.0") == (("10000",), ("10000",))
    assert update("remove", "2.0") == (("10000",), ("10000",))
    assert update("remove", "1.0") == ((), ())
    told = [
        [(one["fromString"], one["toString"]) for one in entry["items"]]
        for entry in get("issue/APP-1/changelog")["values"]
    ]
    assert [{*entry} for entry in told] == [
        {(None, "2.0"), (None, "C2.0")},
        {(None, "1.0"), (None, "C1.0")},
        {("2.0", None), ("C2.0", None)},
        {("1.0", None), ("C1.0", None)},
    ]


@pytest.mark.parametrize("version", ["2", "3"])
def test_versions_and_components_to_choose_have_addresses(jira, get, version):
    """What a page to edit an issue offers has the address by which it is read, of the version that was asked."""
    jira.add_version("1.0", project="APP")
    jira.add_component("Editor", project="APP")
    fields = get("issue/APP-1/editmeta", version=version)["fields"]
    for name, kind in (("fixVersions", "version"), ("versions", "version"), ("components", "component")):
        [offered] = fields[name]["allowedValues"]
        assert offered["self"] == f"http://localhost/rest/api/{version}/{kind}/10000"
        assert get(f"{kind}/10000", version=version)["name"] == offered["name"]


def test_related_work_is_changed_by_itself(seeded, site, refuses):
    """Each related work of a version is changed and taken away by its own id, and the others stay as they are."""
    for name in ("1.0", "2.0"):
        seeded.add_version(name, project="APP")
    first, second = (
        add_related_work(site, DEFAULT_USER, "10000", RelatedLink(category="c", title=None, url=f"https://{one}"))
        for one in ("1", "2")
    )
    assert first.id != second.id
    changed = update_related_work(
        site, DEFAULT_USER, "10000", second.id, RelatedLink(category="d", title="t", url="https://3")
    )
    assert changed == RelatedWork(id=second.id, category="d", title="t", url="https://3")
    assert site.versions.related_work == {"10000": (first, changed)}
    for version, work, link, refusal in (
        ("10001", first.id, RelatedLink(category="d", title="t", url="u"), RelatedWorkUnknown),
        ("10000", "x", RelatedLink(category="d", title="t", url="u"), RelatedWorkUnknown),
        ("10000", first.id, RelatedLink(category="", title="t", url="u"), RelatedWorkIncomplete),
    ):
        with refuses(refusal):
            update_related_work(site, DEFAULT_USER, version, work, link)
    with refuses(RelatedWorkIncomplete, RelatedWorkIncomplete) as caught:
        add_related_work(site, DEFAULT_USER, "10000", RelatedLink(category=None, title="t", url=None))
    assert str(caught.value) == "the related work has no category; the related work has no url"
    delete_related_work(site, DEFAULT_USER, "10000", first.id)
    assert site.versions.related_work == {"10000": (changed,)}


@pytest.mark.parametrize(
    ("permission", "named"), [("RESOLVE_ISSUES", "Resolve issues"), ("EDIT_ISSUES", "Edit issues")]
)
def test_related_work_takes_permissions_in_its_project(seeded, site, refuses, permission, named):
    """Who may not resolve or edit issues in the project adds no related work; another project does not count."""
    alice = seeded.add_user("alice")
    for project in ("APP", "LIB"):
        seeded.add_version("1.0", project=project)
    seeded.deny(permission, alice, project="APP")
    link = RelatedLink(category="c", title=None, url="u")
    with refuses(NoRelatedWorkPermission) as caught:
        add_related_work(site, alice, "10000", link)
    assert str(caught.value) == f"alice does not hold {named} in APP"
    assert add_related_work(site, alice, "10001", link).url == "u"


@pytest.mark.parametrize(
    ("body", "named"),
    [
        ({"projectId": 7}, "null"),
        ({"projectId": 10000}, "null"),
        ({"projectId": 7, "project": "APP"}, "null"),
        ({"project": "NOPE"}, "NOPE"),
        ({"project": "APP"}, "APP"),
    ],
)
def test_project_of_a_new_version_goes_by_its_key_alone_in_words(jira, ask, body, named):
    """What a caller is told of the project has its key, and null where the request named it by id."""
    jira.add_user("alice")
    for permission in ("ADMINISTER", "ADMINISTER_PROJECTS"):
        jira.allow_only(permission, "admin")
    reply = ask("POST", "version", json={"name": "1.0", **body}, auth=jira.user("alice").auth)
    assert (reply.status_code, reply.json["errorMessages"]) == (
        404,
        [
            f"Project with key '{named}' either does not exist or you do not have permission to create versions in it.",
        ],
    )


def test_driver_is_a_user_or_nobody(site, refuses):
    """A version's driver goes by account, an empty one is none, and one that is not named stays."""
    fields = _fields(name="1.0", driver=DEFAULT_USER.account_id)
    assert create_version(site, DEFAULT_USER, "10000", None, fields).driver == DEFAULT_USER
    assert update_version(site, DEFAULT_USER, "10000", _fields(description="d"), None).driver == DEFAULT_USER
    with refuses(VersionDriverUnknown):
        update_version(site, DEFAULT_USER, "10000", _fields(driver="1"), None)
    assert update_version(site, DEFAULT_USER, "10000", _fields(driver=""), None).driver is None
    assert create_version(site, DEFAULT_USER, None, "APP", _fields(name="2.0")).id == "10001"


def test_a_version_behind_itself_stays(seeded, site):
    """A version that is to stand behind itself stays where it is."""
    for name in "abc":
        seeded.add_version(name, project="APP")
    move_version(site, DEFAULT_USER, "10001", "https://x/rest/api/3/version/10001", None)
    assert "".join(_names(site)) == "abc"


def test_releasing_and_taking_it_back_are_told(seeded, site):
    """A release is an event of its own behind the change, and so is taking it back; another change is neither."""
    seeded.add_version("1.0", project="APP")
    told = len(site.events)
    for fields in ({"released": True}, {"released": True}, {"description": "d"}, {"released": False}):
        update_version(site, DEFAULT_USER, "10000", _fields(**fields), None)
    assert [(type(event).__name__, event.version.released) for event in site.events[told:]] == [
        ("VersionUpdated", True),
        ("VersionReleased", True),
        ("VersionUpdated", True),
        ("VersionUpdated", False),
        ("VersionUnreleased", False),
    ]


@pytest.mark.parametrize(
    ("value", "told"),
    [
        ("1.0", "fixVersions was given something that is no list"),
        (["1.0"], "fixVersions was given something that is no object"),
        ([{"id": 10000}], "fixVersions was given an id that is no text"),
        ([{"id": "7"}], "fixVersions was given the id '7', which nothing of the kind in the project has"),
        ([{"id": "10002"}], "fixVersions was given the id '10002', which nothing of the kind in the project has"),
        ([{"name": "9"}], "fixVersions was given the name '9', which nothing of the kind in the project has"),
        (
            [{"id": "7", "name": "1.0"}],
            "fixVersions was given the id '7', which nothing of the kind in the project has",
        ),
        ([{}], "fixVersions was given the name '', which nothing of the kind in the project has"),
    ],
)
def test_versions_that_an_issue_cannot_have(jira, ask, value, told):
    """A version of an issue goes by its id, else by its name, and is one of the project; else the journal tells it."""
    for name, project in (("1.0", "APP"), ("2.0", "APP"), ("3.0", "LIB")):
        jira.add_version(name, project=project)
    assert ask("PUT", "issue/APP-1", json={"fields": {"fixVersions": value}}).status_code == 400
    assert jira.exchanges[-1].reason == told
    assert jira.issue("APP-1").fix_versions == ()


@pytest.mark.parametrize("version", ["2", "3"])
def test_versions_of_an_issue_stand_as_the_project_lists_them(jira, ask, get, version):
    """Each has its address, in the project's order, however they were set; null and an empty list are none."""
    for name in ("1.0", "2.0"):
        jira.add_version(name, project="APP")
    fields = {"fixVersions": [{"name": "2.0"}, {"id": "10000"}, {"id": "10001", "name": "1.0"}]}
    assert ask("PUT", "issue/APP-1", json={"fields": fields}).status_code == 204
    move_version(jira.site, DEFAULT_USER, "10001", None, "First")
    shown = get("issue/APP-1?fields=fixVersions", version=version)["fields"]["fixVersions"]
    assert [(one["name"], one["self"]) for one in shown] == [
        ("2.0", f"http://localhost/rest/api/{version}/version/10001"),
        ("1.0", f"http://localhost/rest/api/{version}/version/10000"),
    ]
    for nothing in (None, []):
        assert ask("PUT", "issue/APP-1", json={"fields": {"fixVersions": nothing}}).status_code == 204
        assert jira.issue("APP-1").fix_versions == ()
