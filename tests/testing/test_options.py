"""The options: what each accepts, what it refuses, and how it is told."""

from pathlib import Path

import pytest

from jira_linkfake import UsageError, scenarios
from jira_linkfake.jira.people.model import DEFAULT_USER
from jira_linkfake.options import OPTIONS, Options, checked, copy_of, marker_line, view_of

DEFAULTS = {
    "base_url": "https://your-domain.atlassian.net",
    "scenario": None,
    "load": None,
    "linking_enabled": True,
    "watching_enabled": True,
    "voting_enabled": True,
    "time_tracking_enabled": True,
    "link_limit": 2000,
    "comment_limit": 5000,
    "remote_link_limit": 2000,
    "attachments_enabled": True,
    "attachment_limit": 2000,
    "attachment_size_limit": 1073741824,
    "worklog_limit": 10000,
    "parallel_sprints": False,
    "allow_hosts": (),
    "https": False,
    "inspector": False,
    "environ": (),
    "as_user": None,
    "credentials": "auto",
    "answers": "documented",
    "now": None,
    "patch_sleep": False,
    "report_file": None,
    "unsupported": "fail",
    "unused_responses": "warn",
}


def test_options_and_their_defaults():
    """There are these options, in this order, with these defaults."""
    assert {name: option.default for name, option in OPTIONS.items()} == DEFAULTS
    assert list(OPTIONS) == list(DEFAULTS)
    for options in (Options(), Options(**DEFAULTS)):
        assert {name: getattr(options, name) for name in OPTIONS} == DEFAULTS


def test_a_view_follows_and_a_copy_stays():
    """A view of options changes with them, whichever of the two is set, and a copy keeps what it was made with."""
    options = Options(link_limit=1)
    view, copy = view_of(options), copy_of(options, answers="observed")
    view.link_limit = 2
    options.comment_limit = 3
    assert (options.link_limit, view.comment_limit) == (2, 3)
    assert (copy.link_limit, copy.comment_limit, copy.answers, options.answers) == (1, 5000, "observed", "documented")
    with pytest.raises(UsageError, match="link_limit=-1 will not do"):
        copy_of(options, link_limit=-1)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("base_url", "http://127.0.0.1:8080"),
        ("base_url", "https://jira.example.com/jira"),
        ("load", "site.yaml"),
        ("load", [Path("site.yaml"), {"issues": ["A-1"]}, b"{}"]),
        ("scenario", None),
        ("scenario", "linking_disabled"),
        ("scenario", scenarios.linking_disabled),
        ("scenario", ["linking_disabled", print]),
        ("scenario", ()),
        ("linking_enabled", False),
        ("link_limit", 0),
        ("link_limit", 10**6),
        ("comment_limit", 0),
        ("remote_link_limit", 1),
        ("attachments_enabled", False),
        ("attachment_limit", 0),
        ("attachment_size_limit", 10**12),
        ("https", True),
        ("environ", {"JIRA_URL": "url", "_ca": "certificate"}),
        ("environ", ["JIRA_URL=url", "JIRA_TOKEN = token"]),
        ("environ", {}),
        ("unused_responses", "fail"),
        ("as_user", "alice"),
        ("as_user", DEFAULT_USER),
        ("as_user", None),
        ("credentials", "issued"),
        ("answers", "observed"),
        ("unsupported", "answer"),
    ],
)
def test_value_that_an_option_accepts(name, value):
    """An option keeps a value that it accepts, as it is."""
    assert checked(name, value) is value
    assert getattr(Options(**{name: value}), name) is value


ADDRESS = "it takes an address such as 'https://jira.example.com', without a slash at its end"
SCENARIO = "it takes a function, a name from jira_linkfake.scenarios, or a list of these"
NUMBER = "it takes a number of links, 0 or more"
ENVIRON = "it takes a dict such as {'JIRA_URL': 'url', 'JIRA_USER': 'email', 'JIRA_TOKEN': 'token'}"
USER = "it takes a user's name, or what add_user returned"


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("base_url", "https://jira.example.com/", f"base_url='https://jira.example.com/' will not do: {ADDRESS}"),
        ("base_url", "jira.example.com", f"base_url='jira.example.com' will not do: {ADDRESS}"),
        ("base_url", "https://jirå.example.com", f"base_url='https://jirå.example.com' will not do: {ADDRESS}"),
        ("base_url", None, f"base_url=None will not do: {ADDRESS}"),
        ("load", 1, "load=1 will not do: it takes the path of a file, a dict, or a list of these"),
        ("load", [None], "load=[None] will not do: it takes the path of a file, a dict, or a list of these"),
        ("scenario", 1, f"scenario=1 will not do: {SCENARIO}"),
        ("scenario", [1], f"scenario=[1] will not do: {SCENARIO}"),
        ("scenario", [["linking_disabled"]], f"scenario=[['linking_disabled']] will not do: {SCENARIO}"),
        ("linking_enabled", "no", "linking_enabled='no' will not do: it takes True or False"),
        ("linking_enabled", 0, "linking_enabled=0 will not do: it takes True or False"),
        ("unsupported", False, "unsupported=False will not do: it takes 'fail' or 'answer'"),
        ("comment_limit", -1, "comment_limit=-1 will not do: it takes a number of comments, 0 or more"),
        ("remote_link_limit", "1", "remote_link_limit='1' will not do: it takes a number of remote links, 0 or more"),
        ("attachments_enabled", 0, "attachments_enabled=0 will not do: it takes True or False"),
        ("attachment_limit", -1, "attachment_limit=-1 will not do: it takes a number of attachments, 0 or more"),
        ("attachment_size_limit", "1", "attachment_size_limit='1' will not do: it takes a number of bytes, 0 or more"),
        ("link_limit", -1, f"link_limit=-1 will not do: {NUMBER}"),
        ("link_limit", "5", f"link_limit='5' will not do: {NUMBER}"),
        ("link_limit", True, f"link_limit=True will not do: {NUMBER}"),
        ("link_limit", 1.0, f"link_limit=1.0 will not do: {NUMBER}"),
        ("link_limit", None, f"link_limit=None will not do: {NUMBER}"),
        ("https", 1, "https=1 will not do: it takes True or False"),
        ("environ", {"A": "urll"}, f"environ={{'A': 'urll'}} will not do: {ENVIRON}; did you mean 'url'?"),
        ("environ", ["A = emial"], f"environ=['A = emial'] will not do: {ENVIRON}; did you mean 'email'?"),
        ("environ", {"A": "jira"}, f"environ={{'A': 'jira'}} will not do: {ENVIRON}"),
        ("environ", {"A=B": "url"}, f"environ={{'A=B': 'url'}} will not do: {ENVIRON}"),
        ("environ", {"A": 1}, f"environ={{'A': 1}} will not do: {ENVIRON}"),
        ("environ", {1: "url"}, f"environ={{1: 'url'}} will not do: {ENVIRON}"),
        ("environ", ["A = url", "A = url"], f"environ=['A = url', 'A = url'] will not do: {ENVIRON}"),
        ("environ", ["A", 1], f"environ=['A', 1] will not do: {ENVIRON}"),
        ("environ", "A=url", f"environ='A=url' will not do: {ENVIRON}; did you mean 'url'?"),
        ("environ", None, f"environ=None will not do: {ENVIRON}"),
        ("as_user", 1, f"as_user=1 will not do: {USER}"),
        (
            "credentials",
            "issue",
            "credentials='issue' will not do: it takes 'auto', 'any' or 'issued'; did you mean 'issued'?",
        ),
        ("credentials", None, "credentials=None will not do: it takes 'auto', 'any' or 'issued'"),
        (
            "answers",
            "Observed",
            "answers='Observed' will not do: it takes 'documented' or 'observed'; did you mean 'observed'?",
        ),
        (
            "unsupported",
            "pass",
            "unsupported='pass' will not do: it takes 'fail' or 'answer'",
        ),
    ],
)
def test_value_that_an_option_refuses(name, value, sentence):
    """A value that an option does not accept is refused with what it takes, and the nearest of its choices."""
    for refuse in (lambda: checked(name, value), lambda: Options(**{name: value})):
        with pytest.raises(UsageError) as caught:
            refuse()
        assert str(caught.value) == sentence


@pytest.mark.parametrize("refuse", [lambda: checked("link_limits", 1), lambda: Options(link_limits=1)])
def test_option_that_does_not_exist(refuse):
    """An unknown option is refused by its nearest name."""
    with pytest.raises(UsageError) as caught:
        refuse()
    assert str(caught.value) == "jira_linkfake has no option 'link_limits': did you mean 'link_limit'?"


def test_options_go_by_name():
    """A value without its option's name is refused."""
    with pytest.raises(UsageError) as caught:
        Options("https://jira.example.com")
    assert str(caught.value) == ("options go by name, as in Options(link_limit=3): 'https://jira.example.com' has none")


def test_markers_line_tells_every_option():
    """The marker's line has its options after the first colon, each with its default and meaning on a line."""
    head, _, rest = marker_line().partition(":")
    assert head == "jira_linkfake(**options)"
    assert rest.splitlines()[0] == (
        " run the test against a fake Jira of its own (the marker alone brings the fixture jira_linkfake). "
        "Keyword options, the nearest marker wins; each with its default:"
    )
    assert rest.splitlines()[1:] == [f"    {name}={DEFAULTS[name]!r}: {OPTIONS[name].help}." for name in DEFAULTS]
