"""The names of the package, which are resolved on first use."""

import subprocess
import sys

import pytest

import jira_linkfake


@pytest.mark.parametrize("name", jira_linkfake.__all__)
def test_public_name_resolves(name):
    """Every public name is there, under its own name."""
    value = getattr(jira_linkfake, name)
    assert getattr(value, "__name__", name) == name
    assert name in dir(jira_linkfake)


def test_unknown_name_is_an_attribute_error():
    """A name that the package does not have is an AttributeError, also where a module inside has it."""
    for name in ("FakeJiras", "Site", "Everyone"):
        with pytest.raises(AttributeError, match=f"module 'jira_linkfake' has no attribute '{name}'"):
            getattr(jira_linkfake, name)


def test_a_member_of_the_fixture_is_told():
    """Who imports the package over the fixture is told where its verbs are."""
    with pytest.raises(AttributeError) as caught:
        _ = jira_linkfake.add_issue
    assert str(caught.value) == (
        "module 'jira_linkfake' has no attribute 'add_issue': it is the fixture's, which a test takes as a parameter"
    )


def test_star_import_brings_the_public_names():
    """`from jira_linkfake import *` brings every public name and no other."""
    names: dict[str, object] = {}
    exec("from jira_linkfake import *", names)
    assert sorted(names.keys() - {"__builtins__"}) == sorted(jira_linkfake.__all__)


def test_importing_the_package_costs_nothing():
    """Importing the package loads no HTTP library, nor any other module of ours."""
    code = (
        "import sys, jira_linkfake\n"
        "heavy = {'flask', 'werkzeug', 'marshmallow', 'responses', 'requests'}\n"
        "print(sorted(m for m in sys.modules if m.partition('.')[0] in heavy or m.startswith('jira_linkfake.')))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout == "[]\n"
