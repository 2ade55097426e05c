"""The option `load`: a marker's file is beside the test's own, whatever the working directory is."""

from __future__ import annotations

import pytest

SUITE = """
    import pytest

    @pytest.mark.jira_linkfake(load="issues.yaml")
    def test_one_file(jira_linkfake):
        assert jira_linkfake.sentences() == ["A-1 blocks A-2"]

    @pytest.mark.jira_linkfake(load=["issues.yaml", {"links": ["A-2 clones A-1"]}])
    class TestSeveral:
        def test_a_file_and_a_dict(self, jira_linkfake):
            assert jira_linkfake.sentences() == ["A-1 blocks A-2", "A-2 clones A-1"]
"""


def test_a_marker_names_a_file_beside_the_test(pytester: pytest.Pytester) -> None:
    """What a marker names is looked for beside the test's file; a list has several."""
    folder = pytester.mkdir("inner")
    (folder / "issues.yaml").write_text("issues: [A-1, A-2]\nlinks: [A-1 blocks A-2]")
    pytester.makepyfile(**{"inner/test_it": SUITE})
    pytester.inline_run().assertoutcome(passed=2)


def test_wrong_data_is_an_error_in_the_setup(pytester: pytest.Pytester) -> None:
    """A file that is not there, or wrong, is told in one sentence with the nearest right name."""
    (pytester.path / "issues.yaml").write_text("isues: []")
    pytester.makepyfile("""
        import pytest

        @pytest.mark.jira_linkfake(load="issues.yaml")
        def test_wrong():
            pass

        @pytest.mark.jira_linkfake(load="issue.yaml")
        def test_missing():
            pass
    """)
    result = pytester.runpytest()
    result.assert_outcomes(errors=2)
    result.stdout.fnmatch_lines(["*isues: there is no such attribute: did you mean 'issues'?"])
    result.stdout.fnmatch_lines(["*there is no file '*issue.yaml': did you mean '*issues.yaml'?"])
