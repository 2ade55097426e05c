"""What the plugin's tests share."""

from __future__ import annotations

import pytest
import trustme  # noqa: F401 - which cannot be imported twice

# Pytester forgets what a suite in this process was the first to import: what is here already stays one and the same.
import jira_linkfake.doors.live_server
import jira_linkfake.doors.requests_door
import jira_linkfake.fake_jira
import jira_linkfake.rest.app  # noqa: F401
from jira_linkfake.rest.operations import all_operations

[one.served for one in all_operations()]  # each resource is loaded when it is first looked at


@pytest.fixture
def pytester(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> pytest.Pytester:
    """A pytester whose suites have our plugin, and none that the environment happens to have; warnings are errors."""
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")
    monkeypatch.setenv("PYTEST_PLUGINS", "jira_linkfake.pytest_plugin")
    # The run around has imported the plugin already, without rewriting it where the install is an editable one.
    monkeypatch.setenv("PYTEST_ADDOPTS", "-W error -W ignore::pytest.PytestAssertRewriteWarning")
    return pytester
