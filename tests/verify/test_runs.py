"""A run against a site of ours: every step agrees, nothing is left there, and no secret is told."""

from __future__ import annotations

import json
import os
import signal
from collections.abc import Callable
from pathlib import Path

import pytest

from jira_linkfake import ANYONE, FakeJira
from jira_linkfake.known_answers import known_replies
from jira_linkfake.verify.coverage import told_of
from jira_linkfake.verify.site_client import Reply, Sent
from jira_linkfake.verify.steps import all_steps
from tests.verify.held import ENVIRON, SECOND_TOKEN, TOKEN, Held, a_site, hold, left_by_a_run
from tests.verify.test_ports import over_a_port

EVERYTHING = ("--other-project", "OTHER", "--second-user", "--admin")

NOT_AT_ONCE = {
    "projects: hierarchy of a team's",
    "ways: no credentials at the gateway",
    "ways: an unknown id at the gateway",
    "switched off: a link made",
    "switched off: link types",
    "switched off: remote links",
    "switched off: linkedIssues",
    "switched off: votes",
    "switched off: watchers",
    "switched off: worklogs",
    "switched off: attachments",
    "anybody: an issue",
    "anybody: a comment deleted",
    "epics: one of a team's project",
}
"""The steps for which the site would have to be another one; each has a test of its own."""


@pytest.fixture(scope="module")
def jira() -> FakeJira:
    """Return a site against which everything is run once, over HTTPS."""
    return a_site(https=True)


@pytest.fixture(scope="module")
def whole(jira: FakeJira, tmp_path_factory: pytest.TempPathFactory) -> Held:
    """Return what a run of every step says, at a site of ours."""
    before = jira.snapshot()
    held = over_a_port(jira, *EVERYTHING, json_file=tmp_path_factory.mktemp("run") / "found.json")
    assert left_by_a_run(jira, before) == []
    return held


def test_ours_agrees_with_ours_in_every_step(whole: Held) -> None:
    """No step differs at a site of ours, over HTTPS, and each is tried that can be; the site is what it was."""
    assert whole.differing == {}
    assert set(whole.not_tried) == NOT_AT_ONCE
    assert whole.status == 0


def test_each_step_looks_at_the_answer_that_it_says(whole: Held) -> None:
    """What answers a step at its twin is what the step was declared for."""
    declared = {step.name: step.answered_by for step in all_steps()}
    told = {one["name"]: one["rule"] for one in whole.found["steps"] if one["result"] != "not tried"}
    assert {name: rule for name, rule in told.items() if declared[name] not in rule.split(", ")} == {}


def test_steps_have_names_of_their_own() -> None:
    """No two steps have the same name, by which a person chooses one."""
    names = [step.name for step in all_steps()]
    assert len(names) == len(set(names))


LEAST = 0.99
"""The share of the answers that somebody can bring about at which a step looks, at least."""


def test_most_answers_are_looked_at() -> None:
    """A step looks at nearly every answer that somebody can bring about."""
    told = {(row.rule, row.when): told_of(row) for row in known_replies()}
    possible = [row for row, what in told.items() if not what.startswith("no: ")]
    missing = [row for row in possible if told[row] == "not yet"]
    assert len(possible) > 600
    assert 1 - len(missing) / len(possible) >= LEAST, missing


def test_no_secret_gets_anywhere(whole: Held, jira: FakeJira) -> None:
    """Neither token is in what is said, in what is written, or in what a request had besides its credentials."""
    told = [whole.lines, whole.progress, json.dumps(whole.found)]
    told += [f"{one} {one.body} {one.answer} {one.query}" for one in jira.exchanges]
    assert [text for text in told if TOKEN in text or SECOND_TOKEN in text] == []
    assert len(jira.exchanges) > 1000


def _switched_off(jira: FakeJira) -> None:
    jira.linking_enabled = jira.voting_enabled = jira.watching_enabled = False
    jira.time_tracking_enabled = jira.attachments_enabled = False


def _public(jira: FakeJira) -> None:
    jira.allow_only("BROWSE_PROJECTS", ANYONE)


@pytest.mark.parametrize(
    ("change", "steps", "tried"),
    [
        pytest.param(_switched_off, ["switched off"], 8, id="switched off"),
        pytest.param(_public, ["anybody"], 2, id="public"),
    ],
)
def test_steps_for_another_state_of_the_site(
    change: Callable[[FakeJira], None], steps: list[str], tried: int, tmp_path: Path
) -> None:
    """What needs something switched off, or a public project, is tried there, and agrees."""
    jira = a_site()
    change(jira)
    held = hold(jira, "--steps", *steps, json_file=tmp_path / "found.json")
    assert (held.status, held.not_tried, len(held.found["steps"])) == (0, {}, tried)


def test_a_project_that_its_team_manages(tmp_path: Path) -> None:
    """Steps agree in a team-managed project too, also those about its hierarchy and epics; it gets no boards."""
    jira = a_site(team_managed=True)
    steps = ("links", "projects", "issues", "epics", "boards: all")
    held = hold(jira, "--admin", "--steps", *steps, json_file=tmp_path / "found.json")
    assert (held.status, held.differing) == (0, {})
    assert not {"projects: hierarchy of a team's", "epics: one of a team's project"} & set(held.not_tried)
    assert held.not_tried["boards: all"] == "it needs a project that its company manages"


def test_version_2(tmp_path: Path) -> None:
    """Steps agree in version 2 of the API, where texts are no documents."""
    held = hold(a_site(), "--api", "2", "--steps", "links", "comments", "history", json_file=tmp_path / "found.json")
    assert (held.status, held.differing) == (0, {})


def test_a_user_who_may_little(tmp_path: Path) -> None:
    """Where the user lacks permissions, the twin refuses them too: steps agree, or need what the user does not have."""
    jira = a_site()
    for permission in ("ADD_COMMENTS", "ADMINISTER_PROJECTS", "EDIT_ISSUES", "WORK_ON_ISSUES"):
        jira.deny(permission, "verifier")
    jira.deny("ADMINISTER", "verifier")
    held = hold(jira, "--admin", "--steps", "links", "comments", "worklogs", "versions", json_file=tmp_path / "f.json")
    assert held.differing == {}
    assert held.not_tried["versions: one"] == "it needs Administer projects in the project"


def test_a_field_that_cannot_be_filled(tmp_path: Path) -> None:
    """Where a new issue must have what the run has no value for, steps that need one are not tried, and say why."""
    jira = a_site()
    jira.add_field("Owner", type="user", required=True)
    held = hold(jira, "--steps", "links", json_file=tmp_path / "found.json")
    assert held.not_tried["links: made"] == "a new issue must have 'Owner', for which the run has no value"
    assert held.status == 0


def test_only_reading(tmp_path: Path) -> None:
    """With `--read-only` nothing is changed, and only what can be read without making anything is."""
    jira = a_site()
    before = jira.snapshot()
    held = hold(jira, "--read-only", json_file=tmp_path / "found.json")
    assert (held.status, held.differing, left_by_a_run(jira, before)) == (0, {}, [])
    assert {one.method for one in jira.exchanges} == {"GET", "POST", "OPTIONS"}
    assert [one.path for one in jira.exchanges if one.method == "POST" and not one.path.endswith(_READING)] == []
    assert "jql: an unknown status" not in held.not_tried


_READING = ("search/jql", "approximate-count", "jql/parse", "permissions/check", "autocompletedata", "comment/list",
            "bulkfetch", "worklog/list")  # fmt: skip


class Interrupting:
    """Raises KeyboardInterrupt once, after a request of a number was carried out; `counted` says which count."""

    def __init__(self, number: int, counted: Callable[[str], bool] = bool) -> None:
        self._left = number
        self._counted = counted

    def __call__(self, sent: Sent, carry: Callable[[Sent], Reply]) -> Reply:
        """Carry a request out, and interrupt."""
        reply = carry(sent)
        if self._counted(sent.method):
            self._left -= 1
            if self._left == 0:
                raise KeyboardInterrupt
        return reply


SOME_OF_EACH = ("links: made", "versions: one", "link types: changed", "properties: one of a project set")


def test_an_interrupted_run_leaves_nothing() -> None:
    """After whichever request a run is interrupted, also before it knows what it made, what it made is removed."""
    given = ("--admin", "--steps", *SOME_OF_EACH)
    jira = a_site()
    before = jira.snapshot()
    hold(jira, *given)
    beginning = 25
    number_of_all = len(jira.exchanges)
    left: dict[int, list[str]] = {}
    for number in range(beginning, number_of_all):
        held = hold(jira, *given, planted=Interrupting(number))
        if left_by_a_run(jira, before):
            left[number] = left_by_a_run(jira, before)
            jira.restore(before)
        assert held.status in (0, 2)
    assert left == {}


def _may_change(method: str) -> bool:
    return method != "GET"


SOME_OF_BOARDS = (
    "sprints: issues of one on a board",
    "epics: ranked",
    "filters: shared with a project",
    "boards: made",
    "custom fields: made",
    "resolutions: made",
)


SOME_OF_SCHEMES = (
    "archiving: one that is archived changed",
    "new projects: archived, and changed",
    "new projects: their permission scheme deleted",
    "webhooks: one",
)


@pytest.mark.parametrize("steps", [SOME_OF_BOARDS, SOME_OF_SCHEMES], ids=["boards", "schemes"])
def test_a_run_that_changes_the_site_leaves_nothing_where_it_is_interrupted(steps: tuple[str, ...]) -> None:
    """The same after each request that may change something, for boards and theirs, projects, schemes and webhooks."""
    given = ("--admin", "--project-in-use", "--steps", *steps)
    jira = a_site()
    before = jira.snapshot()
    hold(jira, *given)
    number_of_all = sum(one.method != "GET" for one in jira.exchanges)
    left: dict[int, list[str]] = {}
    for number in range(1, number_of_all):
        held = hold(jira, *given, planted=Interrupting(number, _may_change))
        if left_by_a_run(jira, before):
            left[number] = left_by_a_run(jira, before)
            jira.restore(before)
        assert held.status in (0, 2)
    assert left == {}
    assert number_of_all > 25


@pytest.mark.parametrize("steps", [SOME_OF_BOARDS, SOME_OF_SCHEMES], ids=["boards", "schemes"])
def test_what_a_killed_run_left_is_removed(steps: tuple[str, ...]) -> None:
    """A run that is killed, and cleans up nothing, leaves what it made for steps: `--clean-up` finds all by name."""
    jira = a_site()
    before = jira.snapshot()

    class Killed(BaseException):
        pass

    def planted(sent: Sent, carry: Callable[[Sent], Reply]) -> Reply:
        if sent.method == "DELETE" or sent.path.endswith("/restore"):
            raise Killed
        return carry(sent)

    for step in steps:
        with pytest.raises(Killed):
            hold(jira, "--admin", "--project-in-use", "--steps", step, planted=planted)
    left = {one.partition("jira-linkfake-verify")[0] for one in left_by_a_run(jira, before)}
    assert len(left) > 4
    held = hold(jira, "--clean-up")
    assert (held.status, left_by_a_run(jira, before)) == (0, [])


def test_an_interrupted_run_that_only_reads_deletes_nothing() -> None:
    """With `--read-only` an interrupt just ends the run."""
    jira = a_site()
    held = hold(jira, "--read-only", planted=Interrupting(40))
    assert (held.status, held.progress.splitlines()[-1]) == (2, "interrupted")
    assert "DELETE" not in {one.method for one in jira.exchanges}


def test_an_interrupt_while_it_cleans_up_says_how_to_go_on() -> None:
    """Who interrupts twice is told how to remove what is left, and that does it."""
    jira = a_site()

    def planted(sent: Sent, carry: Callable[[Sent], Reply]) -> Reply:
        if sent.method == "DELETE" or sent.path.endswith("/issueLink"):
            raise KeyboardInterrupt
        return carry(sent)

    held = hold(jira, "--steps", "links: made", planted=planted)
    assert held.status == 2
    assert "--clean-up removes it" in held.lines
    assert len(jira.issues) == 2
    assert hold(jira, "--clean-up").status == 0
    assert jira.issues == []


def test_a_signal_to_terminate_is_an_interrupt() -> None:
    """A run that is told to terminate removes what it made, as one that is interrupted does."""
    jira = a_site()

    def planted(sent: Sent, carry: Callable[[Sent], Reply]) -> Reply:
        if sent.path.endswith("/issueLink"):
            os.kill(os.getpid(), signal.SIGTERM)
        return carry(sent)

    held = hold(jira, "--steps", "links: made", planted=planted)
    assert (held.status, jira.issues) == (2, [])


@pytest.mark.parametrize(
    ("change", "said"),
    [
        pytest.param({"JIRA_TOKEN": ""}, "JIRA_TOKEN is not set", id="no token"),
        pytest.param({"JIRA_TOKEN": "wrong"}, "the site does not tell who the user is", id="a wrong token"),
    ],
)
def test_credentials_that_will_not_do(change: dict[str, str], said: str) -> None:
    """Without credentials, and with wrong ones, nothing is tried."""
    held = hold(a_site(), environ={**ENVIRON, **change})
    assert held.status == 2
    assert said in held.progress
