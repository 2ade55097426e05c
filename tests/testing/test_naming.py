"""What a test names, looked up on the site. Mistakes in the other names are told in the tests of seeding."""

import pytest

from jira_linkfake import UsageError
from jira_linkfake.testing.naming import the_issue, the_link_type


def test_issue_goes_by_key_or_as_it_was(jira):
    """An issue is looked up by its key in any case, or by an older state of it, and is found as it is now."""
    before = jira.site.issues.with_key("APP-1")
    jira.add_link("APP-1", "blocks", "LIB-1")
    now = jira.site.issues.with_key("APP-1")
    assert now.updated > before.updated
    assert the_issue(jira.site, before) is the_issue(jira.site, "APP-1") is the_issue(jira.site, "app-1") is now


@pytest.mark.parametrize("phrase", ["is blocked by", "blocks"])
def test_type_goes_by_either_phrase(jira, phrase):
    """A type is found by either of its phrases."""
    assert the_link_type(jira.site, phrase).name == "Blocks"


def test_unknown_phrase_names_the_nearest(jira):
    """A phrase that no type has is an error, also where it is a type's name."""
    with pytest.raises(UsageError) as caught:
        the_link_type(jira.site, "Blocks")
    assert str(caught.value) == "no link type reads 'Blocks': did you mean 'blocks'?"


def test_shared_phrase_names_its_types(jira):
    """A phrase that several types have is an error that names them; their other phrases still do."""
    jira.add_link_type("Stops", inward="is stopped by", outward="blocks")
    with pytest.raises(UsageError) as caught:
        the_link_type(jira.site, "blocks")
    assert str(caught.value) == (
        "'blocks' is a phrase of several link types, 'Blocks' and 'Stops': use the other phrase of one of them"
    )
    assert the_link_type(jira.site, "is stopped by").name == "Stops"
