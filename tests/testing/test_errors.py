"""The sentence that names the nearest right thing."""

import pytest

from jira_linkfake.errors import UsageError, nearest, of_the_test


@pytest.mark.parametrize(
    ("name", "choices", "sentence"),
    [
        ("APP-11", ["APP-1", "LIB-1"], "did you mean 'APP-1'?"),
        ("browse_project", ["BROWSE_PROJECTS", "LINK_ISSUES"], "did you mean 'BROWSE_PROJECTS'?"),
        ("zzz", ["LIB-1", "APP-1"], "known: 'APP-1', 'LIB-1'."),
        ("zzz", [], "there are none."),
        (None, ["alice"], "known: 'alice'."),
        ("alise", iter(["alice"]), "did you mean 'alice'?"),
        ("zzz", map(str, range(10, 42)), f"known: {', '.join(map(repr, map(str, range(10, 40))))} and 2 more."),
    ],
    ids=["a close one", "in another case", "nothing close", "nothing at all", "no name", "any iterable", "many"],
)
def test_nearest_names_what_could_be_meant(name, choices, sentence):
    """The choice nearest to a name is named, or else the choices there are, of many the first."""
    assert nearest(name, choices) == sentence


def test_usage_error_is_a_value_error():
    """A mistake in a test can be caught as the ValueError that it is."""
    assert issubclass(UsageError, ValueError)


@pytest.mark.parametrize(
    ("error", "is_hidden"),
    [(UsageError("a mistake"), True), (AssertionError("not linked"), True), (KeyError("a bug of ours"), False)],
)
def test_frames_of_ours_are_hidden_for_the_tests_own_errors(error, is_hidden):
    """A mistake and a failed assertion are shown without our frames, and our own bugs with all of them."""
    with pytest.raises(type(error)) as caught:
        raise error
    assert of_the_test(caught) == is_hidden
