"""Rules: faults that decide about many requests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jira_linkfake.scenarios.scenario import AimValues, fault

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from jira_linkfake.scenarios.scenario import Jira


@fault
def rate_limit(jira: Jira, *, requests: int = 10, seconds: float = 1.0, **aim: Unpack[AimValues]) -> None:
    """Let each operation be called `requests` times in `seconds` of the site's clock.

    Every answer counts down in `X-RateLimit-Remaining`, with `X-RateLimit-NearLimit` when less than a fifth is left.
    Then Jira answers 429 `jira-burst-based`, with `Retry-After`, until the time is over.

    Scripts that link in a loop, and meet the limit only on the large project.
    """


@fault
def issue_write_limit(jira: Jira, *, requests: int = 10, seconds: float = 60.0, **aim: Unpack[AimValues]) -> None:
    """Let each issue be written to `requests` times in `seconds` of the site's clock; a link writes to both its ends.

    Then Jira answers 429 `jira-per-issue-on-write`, with `Retry-After`, while other issues can be linked.

    Scripts that link many issues to one: the limit that they meet is the issue's, and slowing down helps, whereas
    another token does not.
    """


@fault
def flaky(jira: Jira, *, rate: float = 0.2, seed: int | None = 0, **aim: Unpack[AimValues]) -> None:
    """Let a part of all requests, the `rate`, fail in one of many ways; with `seed=None` in other ways each time.

    429, 503, 500, 502, a body that is cut, a connection that is reset, an answer that is lost. The same seed fails the
    same requests, and the report of a failing test has it. Through plain WSGI no connection is broken.

    Code that handles each failure alone, but not the second one while it handles the first.
    """
