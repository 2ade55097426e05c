"""A site for each test of a class of unittest's, with the report on its failures."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import ExitStack
from typing import TYPE_CHECKING, Any, ClassVar, NoReturn

from jira_linkfake.errors import of_the_test

if TYPE_CHECKING:
    from unittest import TestCase

    from jira_linkfake.fake_jira import FakeJira
else:
    TestCase = object

__tracebackhide__ = of_the_test
__unittest = True  # so that unittest shows no frames of ours above the test's


class _NotYet:
    """What stands in the place of a site that there is not: each test has its own, once `setUp` has made it."""

    def __get__(self, case: object, owner: type) -> NoReturn:
        raise AttributeError(
            f"{owner.__name__} has no jira_linkfake yet: each test has its own from the setUp of JiraLinkfakeTestCase, "
            "which stands before unittest.TestCase, and which a setUp of your own calls first: super().setUp()"
        )


class JiraLinkfakeTestCase(TestCase):
    """A mixin for unittest and Django: `class TestTriage(JiraLinkfakeTestCase, unittest.TestCase):`.

    Each test has a fresh `FakeJira` as `self.jira_linkfake`, with the options of `jira_linkfake_options`; `requests`
    to its `url` are answered in process. The report goes along with what a test fails with.
    """

    jira_linkfake_options: ClassVar[Mapping[str, Any]] = {}
    jira_linkfake: FakeJira
    if not TYPE_CHECKING:  # pragma: no branch
        jira_linkfake = _NotYet()

    def setUp(self) -> None:
        """Make the test's site."""
        from jira_linkfake.fake_jira import FakeJira

        stack = ExitStack()
        self.jira_linkfake = FakeJira(**self.jira_linkfake_options)
        stack.enter_context(self.jira_linkfake.intercept())
        self.addCleanup(stack.close)
        super().setUp()

    def _callTestMethod(self, method: Callable[[], Any]) -> None:  # noqa: N802 - the name is unittest's
        """Run the test inside the site: the one step of unittest's that sees what a test raises."""
        with self.jira_linkfake:
            super()._callTestMethod(method)  # type: ignore[misc]  # unittest's own name for it, since Python 3.8
