"""`python -m jira_linkfake`."""

from __future__ import annotations

import subprocess
import sys

import pytest

from jira_linkfake import __main__, scenarios
from jira_linkfake.known_answers import known_replies
from jira_linkfake.rest.operations import FAMILIES, all_operations


def test_scenarios_are_listed(capsys):
    """Each ready-made scenario is listed with its parameters and its docstring."""
    __main__.main(["scenarios"])
    lines = capsys.readouterr().out.splitlines()
    names = [line.partition("(")[0] for line in lines if line and not line.startswith(" ")]
    assert names == scenarios.__all__
    assert "slow(seconds=30.0, times=None, method=None, path=None)" in lines
    assert "    Carry requests out at once, and let their answers come `seconds` later." in lines
    assert "linking_disabled" in lines


def test_endpoints_are_listed(capsys):
    """Every operation of Jira that is known is listed once: those with a view as served, the others below them."""
    __main__.main(["endpoints"])
    served, _, missing = capsys.readouterr().out.partition("Not served: 501\n")
    listed = [[line.split()[:2] for line in part.splitlines() if line.startswith("    ")] for part in (served, missing)]
    assert listed[0] == [[one.method, one.short_path] for one in all_operations() if one.served]
    assert listed[1] == [
        *([one.method, one.short_path] for one in all_operations() if not one.served),
        *(["any", prefix] for prefix in FAMILIES),
    ]


def test_answers_are_listed(capsys):
    """Each answer is listed with its status, its words, and how both are known."""
    __main__.main(["answers"])
    printed = capsys.readouterr().out.split("\n\n")
    assert [one.partition("\n")[0] for one in printed[:-1]] == [f"{one.when} ({one.rule})" for one in known_replies()]
    assert (
        "either issue has as many links as it may have (LinkLimitReached)\n"
        "    413 Issue '{key}' has reached the per-issue limit for issue links of {limit}.\n"
        "    status documented: reference of Jira Cloud's REST API; Atlassian's OpenAPI of August 2026"
        " (build 5177f967)\n"
        "    words chosen: no source has Jira's words\n"
        "    with the scenario other_language:"
        " Der Vorgang '{key}' hat die Höchstzahl von {limit} Verknüpfungen erreicht.\n"
        "    body errorMessages and errors"
    ) in printed
    assert (
        "DELETE issueLink/{linkId} (deleteIssueLink)\n"
        "    204 empty\n"
        "    status and body observed: live suite of MrRefactoring/jira.js on Cloud, v3, August 2026"
    ) in printed


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        (
            "413",
            [
                *("TooManyFiles", "AttachmentTooLarge", "AttachmentLimitReached", "CommentLimitReached"),
                *("LinkLimitReached", "RemoteLinkLimitReached", "WorklogLimitReached"),
            ],
        ),
        ("No issue link with id '10000' exists.", ["LinkUnknown", "LinkHidden"]),
        ("no issue LINK with id", ["LinkUnknown", "LinkHidden"]),
        ("""{"errors":{"labels":"The label 'a b' contains spaces which is invalid."}}""", ["LabelWithSpaces"]),
        ("POST /rest/api/3/issueLink by bob -> 404 NoLinkPermission: bob does not hold it", ["NoLinkPermission"]),
        ("returnIssue", ["editIssue"]),
        ("Die ID der Verknüpfung ist ungültig.", ["LinkIdInvalid"]),
        ("with the scenario other_language: Zu viele", ["rate_limited"]),
        ("DELETE issueLink", ["deleteIssueLink", "deleteIssueLinkType"]),
        ("terraform-provider-jira", ["BearerAtSite", "LinkTypeNameTaken"]),
    ],
)
def test_answers_are_found(capsys, text, rules):
    """Answers are found by a status, by any text that they have, and by a message as somebody met it."""
    __main__.main(["answers", text])
    heads = [one.partition("\n")[0] for one in capsys.readouterr().out.split("\n\n")[:-1]]
    assert [head[head.rindex("(") + 1 : -1] for head in heads] == rules


def test_answers_are_found_by_several_words(capsys):
    """A text need not stand in quotation marks."""
    __main__.main(["answers", "linking", "is", "disabled"])
    by_words = capsys.readouterr().out
    __main__.main(["answers", "linking is disabled"])
    assert capsys.readouterr().out == by_words


def test_an_answer_that_there_is_not_is_told(capsys):
    """What no answer has is said to be in none, as an error."""
    with pytest.raises(SystemExit) as exit_:
        __main__.main(["answers", "Haunts", "you"])
    assert exit_.value.code == (
        "no answer has 'Haunts you' in it; what is not served is listed by: python -m jira_linkfake endpoints"
    )
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize("command", __main__.COMMANDS)
def test_a_reader_may_have_enough(command):
    """A reader that stops in the middle, as `head` does, ends a command in silence."""
    run = subprocess.Popen(
        [sys.executable, "-u", "-m", "jira_linkfake", command], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    with run:
        run.stdout.readline()
        run.stdout.close()
        assert run.stderr.read() == b""
    assert run.returncode == 0


def test_it_is_a_command():
    """The commands are there as a module's, with help."""
    run = subprocess.run([sys.executable, "-m", "jira_linkfake", "--help"], capture_output=True, text=True, check=True)
    assert "python -m jira_linkfake [-h] COMMAND" in run.stdout
    assert "List the ready-made scenarios" in run.stdout


def test_a_command_that_is_not_there_is_told(capsys):
    """Another command is an error that names those that there are."""
    with pytest.raises(SystemExit):
        __main__.main(["scenario"])
    assert "(choose from" in capsys.readouterr().err
