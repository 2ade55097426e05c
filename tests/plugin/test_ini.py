"""The ini settings: every option in every kind of file, what wins, the report's header, and mistakes."""

from __future__ import annotations

import re

import pytest

from jira_linkfake.options import OPTIONS

INI = """
jira_linkfake_base_url = https://jira.example.com
jira_linkfake_scenario =
    issue_hidden_by_level
    no_link_permission
jira_linkfake_load = site.yaml
jira_linkfake_linking_enabled = false
jira_linkfake_watching_enabled = false
jira_linkfake_voting_enabled = false
jira_linkfake_time_tracking_enabled = false
jira_linkfake_link_limit = 7
jira_linkfake_comment_limit = 9
jira_linkfake_remote_link_limit = 11
jira_linkfake_attachments_enabled = false
jira_linkfake_attachment_limit = 13
jira_linkfake_attachment_size_limit = 17
jira_linkfake_worklog_limit = 13
jira_linkfake_parallel_sprints = true
jira_linkfake_allow_hosts = *.example.com
jira_linkfake_https = true
jira_linkfake_inspector = true
jira_linkfake_environ = JIRA_URL=url
jira_linkfake_as_user = alice
jira_linkfake_credentials = issued
jira_linkfake_answers = observed
jira_linkfake_now = 2030-05-01
jira_linkfake_patch_sleep = true
jira_linkfake_report_file = report.txt
jira_linkfake_unsupported = answer
jira_linkfake_unused_responses = ignore
"""

TOML = """
jira_linkfake_base_url = "https://jira.example.com"
jira_linkfake_scenario = ["issue_hidden_by_level", "no_link_permission"]
jira_linkfake_load = ["site.yaml"]
jira_linkfake_linking_enabled = false
jira_linkfake_watching_enabled = false
jira_linkfake_voting_enabled = false
jira_linkfake_time_tracking_enabled = false
jira_linkfake_link_limit = 7
jira_linkfake_comment_limit = 9
jira_linkfake_remote_link_limit = 11
jira_linkfake_attachments_enabled = false
jira_linkfake_attachment_limit = 13
jira_linkfake_attachment_size_limit = 17
jira_linkfake_worklog_limit = 13
jira_linkfake_parallel_sprints = true
jira_linkfake_allow_hosts = ["*.example.com"]
jira_linkfake_https = true
jira_linkfake_inspector = true
jira_linkfake_environ = ["JIRA_URL=url"]
jira_linkfake_as_user = "alice"
jira_linkfake_credentials = "issued"
jira_linkfake_answers = "observed"
jira_linkfake_now = "2030-05-01"
jira_linkfake_patch_sleep = true
jira_linkfake_report_file = "report.txt"
jira_linkfake_unsupported = "answer"
jira_linkfake_unused_responses = "ignore"
"""

HEADER = (
    "jira_linkfake: base_url='https://jira.example.com', scenario=['issue_hidden_by_level', 'no_link_permission'], "
    "load=['site.yaml'], linking_enabled=False, watching_enabled=False, voting_enabled=False, "
    "time_tracking_enabled=False, link_limit=7, "
    "comment_limit=9, remote_link_limit=11, attachments_enabled=False, attachment_limit=13, "
    "attachment_size_limit=17, worklog_limit=13, parallel_sprints=True, allow_hosts=['*.example.com'], "
    "https=True, inspector=True, environ=['JIRA_URL=url'], as_user='alice', credentials='issued', answers='observed', "
    "now='2030-05-01', patch_sleep=True, report_file='report.txt', unsupported='answer', unused_responses='ignore'"
)

IN_FORCE = {
    "base_url": "https://jira.example.com",
    "issues": ["DATA-1", "HIDDEN-1"],  # of the file that is loaded, and of the first scenario
    "linking_enabled": False,
    "watching_enabled": False,
    "voting_enabled": False,
    "time_tracking_enabled": False,
    "link_limit": 7,
    "comment_limit": 9,
    "remote_link_limit": 11,
    "attachments_enabled": False,
    "attachment_limit": 13,
    "attachment_size_limit": 17,
    "worklog_limit": 13,
    "parallel_sprints": True,
    "allow_hosts": ["*.example.com"],
    "https": True,
    "inspector": True,
    "environ": ["JIRA_URL=url"],
    "as_user": "alice",
    "credentials": "issued",
    "answers": "observed",
    "now": "2030-05-01",
    "patch_sleep": True,
    "report_file": "report.txt",
    "unsupported": "answer",
    "unused_responses": "ignore",
}

SUITE = """
    import pytest

    @pytest.mark.jira_linkfake({marker})
    def test_settings(jira_linkfake):
        assert {in_force!r} == {{
            "base_url": jira_linkfake.url,
            "issues": list(jira_linkfake.site.issues.ids),
            "linking_enabled": jira_linkfake.linking_enabled,
            "watching_enabled": jira_linkfake.watching_enabled,
            "voting_enabled": jira_linkfake.voting_enabled,
            "time_tracking_enabled": jira_linkfake.time_tracking_enabled,
            "link_limit": jira_linkfake.link_limit,
            "comment_limit": jira_linkfake.comment_limit,
            "remote_link_limit": jira_linkfake.remote_link_limit,
            "attachments_enabled": jira_linkfake.attachments_enabled,
            "attachment_limit": jira_linkfake.attachment_limit,
            "attachment_size_limit": jira_linkfake.attachment_size_limit,
            "worklog_limit": jira_linkfake.worklog_limit,
            "parallel_sprints": jira_linkfake.parallel_sprints,
            "allow_hosts": list(jira_linkfake.allow_hosts),
            "https": jira_linkfake.https,
            "inspector": jira_linkfake.inspector,
            "environ": list(jira_linkfake.environ),
            "as_user": jira_linkfake.as_user,
            "credentials": jira_linkfake.credentials,
            "answers": jira_linkfake.answers,
            "now": jira_linkfake.now,
            "patch_sleep": jira_linkfake.patch_sleep,
            "report_file": jira_linkfake.report_file,
            "unsupported": jira_linkfake.unsupported,
            "unused_responses": jira_linkfake.unused_responses,
        }}
"""

needs_native_tables = pytest.mark.skipif(pytest.version_tuple < (9,), reason="pytest 9 brought tables of TOML's types")

FILES = [
    pytest.param("pytest.ini", "[pytest]", INI, id="pytest.ini"),
    pytest.param("tox.ini", "[pytest]", INI, id="tox.ini"),
    pytest.param("setup.cfg", "[tool:pytest]", INI, id="setup.cfg"),
    pytest.param("pyproject.toml", "[tool.pytest.ini_options]", TOML, id="pyproject.toml"),
    pytest.param("pyproject.toml", "[tool.pytest]", TOML, id="native pyproject.toml", marks=needs_native_tables),
    pytest.param("pytest.toml", "[pytest]", TOML, id="native pytest.toml", marks=needs_native_tables),
]


def write(pytester: pytest.Pytester, name: str, *lines: str) -> None:
    """Write an ini file, and beside it the data that it may load."""
    (pytester.path / "site.yaml").write_text("issues: [DATA-1]", encoding="utf-8")
    (pytester.path / name).write_text("\n".join(lines), encoding="utf-8")


@pytest.mark.parametrize("settings", [INI, TOML], ids=["ini", "toml"])
def test_the_settings_of_these_tests_are_all_there_are(settings: str) -> None:
    """Each option has an ini setting of the same name."""
    assert re.findall(r"^jira_linkfake_(\w+) =", settings, re.MULTILINE) == list(OPTIONS)


@pytest.mark.parametrize(("name", "table", "settings"), FILES)
def test_an_ini_file_sets_every_option(pytester: pytest.Pytester, name: str, table: str, settings: str) -> None:
    """Each option can be set for a whole suite, and the report's header shows those that are."""
    write(pytester, name, table, settings)
    pytester.makepyfile(SUITE.format(marker="", in_force=IN_FORCE))
    result = pytester.runpytest()
    result.assert_outcomes(passed=1)
    assert HEADER in result.outlines


def test_the_command_line_sets_every_option(pytester: pytest.Pytester) -> None:
    """Each option can be set for one run, and beats the file."""
    write(pytester, "pytest.ini", "[pytest]", "jira_linkfake_link_limit = 5", "jira_linkfake_answers = documented")
    pytester.makepyfile(SUITE.format(marker="", in_force=IN_FORCE))
    settings = re.split(r"\n(?=jira_linkfake_)", INI.strip().replace(" =", "=").replace("= ", "="))
    result = pytester.runpytest(*(f"--override-ini={setting}" for setting in settings))
    result.assert_outcomes(passed=1)
    assert HEADER in result.outlines


def test_a_limit_is_a_number_where_pytest_knows_none(
    pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Before 8.4 pytest has no numbers among its settings, and hands over text."""
    monkeypatch.setattr(pytest, "version_tuple", (8, 3, 5))
    write(pytester, "pytest.ini", "[pytest]", INI)
    pytester.inline_runsource(SUITE.format(marker="", in_force=IN_FORCE)).assertoutcome(passed=1)


BY_MARKER = {
    "base_url": ("'https://other.example.com'", {"base_url": "https://other.example.com"}),
    "scenario": ("None", {"issues": ["DATA-1"]}),
    "load": ("None", {"issues": ["HIDDEN-1"]}),
    "linking_enabled": ("True", {"linking_enabled": True}),
    "watching_enabled": ("True", {"watching_enabled": True}),
    "voting_enabled": ("True", {"voting_enabled": True}),
    "time_tracking_enabled": ("True", {"time_tracking_enabled": True}),
    "link_limit": ("1", {"link_limit": 1}),
    "comment_limit": ("1", {"comment_limit": 1}),
    "remote_link_limit": ("1", {"remote_link_limit": 1}),
    "attachments_enabled": ("True", {"attachments_enabled": True}),
    "attachment_limit": ("1", {"attachment_limit": 1}),
    "attachment_size_limit": ("1", {"attachment_size_limit": 1}),
    "worklog_limit": ("1", {"worklog_limit": 1}),
    "parallel_sprints": ("False", {"parallel_sprints": False}),
    "allow_hosts": ("['lib.example.com']", {"allow_hosts": ["lib.example.com"]}),
    "https": ("False", {"https": False}),
    "inspector": ("False", {"inspector": False}),
    "environ": ("{}", {"environ": []}),
    "as_user": ("None", {"as_user": None}),
    "credentials": ("'any'", {"credentials": "any"}),
    "answers": ("'documented'", {"answers": "documented"}),
    "now": ("'2030-01-01'", {"now": "2030-01-01"}),
    "patch_sleep": ("False", {"patch_sleep": False}),
    "report_file": ("'other.txt'", {"report_file": "other.txt"}),
    "unsupported": ("'fail'", {"unsupported": "fail"}),
    "unused_responses": ("'fail'", {"unused_responses": "fail"}),
}


@pytest.mark.parametrize("option", OPTIONS)
def test_a_marker_beats_the_ini_file(pytester: pytest.Pytester, option: str) -> None:
    """A marker changes the option that it names; the others stay as the ini file has them."""
    value, difference = BY_MARKER[option]
    write(pytester, "pytest.ini", "[pytest]", INI)
    run = pytester.inline_runsource(SUITE.format(marker=f"{option}={value}", in_force=IN_FORCE | difference))
    run.assertoutcome(passed=1)


def test_the_header_shows_what_is_set_and_nothing_else(pytester: pytest.Pytester) -> None:
    """A setting is shown although it is the default, and one that is not set is not."""
    result = pytester.runpytest("-o", "jira_linkfake_link_limit=2000", "-o", "jira_linkfake_answers=observed")
    assert "jira_linkfake: link_limit=2000, answers='observed'" in result.outlines


def test_the_header_says_nothing_where_nothing_is_set(pytester: pytest.Pytester) -> None:
    """A suite without settings of ours, or with one in a comment, has no line of ours in its header."""
    write(pytester, "pytest.ini", "[pytest]", "xfail_strict = true", "# jira_linkfake_link_limt = 7")
    result = pytester.runpytest()
    assert result.ret == pytest.ExitCode.NO_TESTS_COLLECTED
    result.stdout.no_fnmatch_line("jira_linkfake:*")


MISSPELT = [
    pytest.param("pytest.ini", "[pytest]", "jira_linkfake_link_limt = 7", id="pytest.ini"),
    pytest.param("setup.cfg", "[tool:pytest]", "jira_linkfake_link_limt=7", id="setup.cfg"),
    pytest.param("pyproject.toml", "[tool.pytest.ini_options]", 'jira_linkfake_link_limt = "7"', id="pyproject.toml"),
    pytest.param("pyproject.toml", "[tool.pytest.ini_options]", '"jira_linkfake_link_limt" = "7"', id="quoted"),
    pytest.param(
        "pyproject.toml", "[tool.pytest]", "jira_linkfake_link_limt = 7", id="native", marks=needs_native_tables
    ),
    pytest.param("pytest.toml", "[pytest]", "jira_linkfake_link_limt = 7", id="pytest.toml", marks=needs_native_tables),
]


def assert_refused(result: pytest.RunResult, sentence: str) -> None:
    """Assert that a run ended before it began, with one sentence."""
    assert result.ret == pytest.ExitCode.USAGE_ERROR
    assert [line for line in result.errlines if line] == [f"ERROR: {sentence}"]


@pytest.mark.parametrize(("name", "table", "setting"), MISSPELT)
def test_a_misspelt_setting_is_told_by_pytest(pytester: pytest.Pytester, name: str, table: str, setting: str) -> None:
    """Pytest itself warns of a setting that nobody declared, by its name, or ends a strict run."""
    write(pytester, name, table, setting)
    result = pytester.runpytest("-W", "default::pytest.PytestConfigWarning")
    result.stdout.fnmatch_lines(["*PytestConfigWarning: Unknown config option: jira_linkfake_link_limt*"])
    assert result.ret == pytest.ExitCode.NO_TESTS_COLLECTED
    assert pytester.runpytest("--strict-config").ret == pytest.ExitCode.USAGE_ERROR


@pytest.mark.parametrize(
    ("name", "text"),
    [
        pytest.param("pytest.ini", "[pytest]\nmarkers =\n    jira_linkfake_slow: slow tests", id="a list of markers"),
        pytest.param(
            "pyproject.toml",
            '[tool.pytest.ini_options]\nmarkers = """\njira_linkfake_smoke: smoke tests\n"""',
            id="a text of several lines in TOML",
        ),
        pytest.param("setup.cfg", "[tool:pytest]\n[other]\njira_linkfake_extras = 1", id="another section"),
    ],
)
def test_what_is_no_setting_of_pytest_is_not_ours_to_check(pytester: pytest.Pytester, name: str, text: str) -> None:
    """A name that begins like our settings may mean anything that is no setting of pytest's."""
    write(pytester, name, text)
    assert pytester.runpytest().ret == pytest.ExitCode.NO_TESTS_COLLECTED


AN_ADDRESS = "it takes an address such as 'https://jira.example.com', without a slash at its end"
THE_SCENARIO = "there is no scenario 'linking_disable': did you mean 'linking_disabled'?"

WRONG = {
    "base_url=jira.example.com": f"base_url='jira.example.com' will not do: {AN_ADDRESS}",
    "base_url=https://jira.example.com/": f"base_url='https://jira.example.com/' will not do: {AN_ADDRESS}",
    "scenario=linking_disable": THE_SCENARIO,
    "scenario=anonymous_access\nlinking_disable": THE_SCENARIO,
    "credentials=isued": "credentials='isued' will not do: it takes 'auto', 'any' or 'issued'; did you mean 'issued'?",
    "answers=Observed": "answers='Observed' will not do: it takes 'documented' or 'observed'; did you mean 'observed'?",
    "unsupported=fails": "unsupported='fails' will not do: it takes 'fail' or 'answer'; did you mean 'fail'?",
}


@pytest.mark.parametrize("setting", WRONG)
def test_a_wrong_value_ends_the_run(pytester: pytest.Pytester, setting: str) -> None:
    """A value that the option does not accept is a usage error that names what it accepts."""
    assert_refused(pytester.runpytest("-o", f"jira_linkfake_{setting}"), WRONG[setting])


WRONG_KINDS = {
    "linking_enabled=maybe": "True or False",
    "linking_enabled=": "True or False",
    "link_limit=many": "a number of links, 0 or more",
    "link_limit=": "a number of links, 0 or more",
    "link_limit=2.5": "a number of links, 0 or more",
    "link_limit=-1": "a number of links, 0 or more",
}


def assert_refused_naming(result: pytest.RunResult, option: str, accepted: str) -> None:
    """Assert that a run ended with one sentence that names the option and what it takes."""
    assert result.ret == pytest.ExitCode.USAGE_ERROR
    (line,) = [line for line in result.errlines if line]
    assert line.startswith("ERROR: ")
    assert option in line
    assert f"it takes {accepted}" in line


@pytest.mark.parametrize("setting", WRONG_KINDS)
@pytest.mark.parametrize("version", [pytest.version_tuple, (8, 3, 5)], ids=["this pytest", "pytest 8.3"])
def test_a_value_of_the_wrong_kind_ends_the_run(
    pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch, version: tuple[int, ...], setting: str
) -> None:
    """A value of the wrong kind is told with the option's name and what it accepts."""
    monkeypatch.setattr(pytest, "version_tuple", version)
    option = setting.partition("=")[0]
    assert_refused_naming(pytester.runpytest("-o", f"jira_linkfake_{setting}"), option, WRONG_KINDS[setting])


WRONG_TYPES = {
    "linking_enabled = 0": "True or False",
    'linking_enabled = "no"': "True or False",
    'link_limit = "7"': "a number of links, 0 or more",
    "link_limit = 2.5": "a number of links, 0 or more",
    "link_limit = true": "a number of links, 0 or more",
    'scenario = "linking_disabled"': "a function, a name from jira_linkfake.scenarios, or a list of these",
    "answers = 401": "'documented' or 'observed'",
}


@needs_native_tables
@pytest.mark.parametrize("setting", WRONG_TYPES)
def test_a_wrong_type_in_a_native_table_ends_the_run(pytester: pytest.Pytester, setting: str) -> None:
    """In a table of TOML's own types a value has to have the option's type."""
    write(pytester, "pyproject.toml", "[tool.pytest]", f"jira_linkfake_{setting}")
    option = setting.partition(" =")[0]
    assert_refused_naming(pytester.runpytest(), option, WRONG_TYPES[setting])
