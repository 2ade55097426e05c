"""Rules: faults that decide about many requests."""

from __future__ import annotations

from random import SystemRandom
from typing import TYPE_CHECKING

from jira_linkfake.scenarios.scenario import ScopeValues, scenario

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from jira_linkfake.fake_jira import FakeJira


@scenario
def rate_limit(jira: FakeJira, *, requests: int = 10, seconds: float = 1.0, **scope: Unpack[ScopeValues]) -> None:
    """Let each operation be called `requests` times in `seconds` of the site's clock.

    Every answer counts down in `X-RateLimit-Remaining`, with `X-RateLimit-NearLimit` when less than a fifth is left.
    Then Jira answers 429 `jira-burst-based`, with `Retry-After`, until the time is over.

    Scripts that link in a loop, and meet the limit only on the large project.
    """
    from jira_linkfake.faults.limits import RateLimit
    from jira_linkfake.faults.scope import Scope

    jira._trouble.add(RateLimit(requests=requests, seconds=seconds, scope=Scope(**scope)))


@scenario
def issue_write_limit(
    jira: FakeJira, *, requests: int = 10, seconds: float = 60.0, **scope: Unpack[ScopeValues]
) -> None:
    """Let each issue be written to `requests` times in `seconds` of the site's clock; a link writes to both its ends.

    Then Jira answers 429 `jira-per-issue-on-write`, with `Retry-After`, while other issues can be linked.

    Scripts that link many issues to one: the limit that they meet is the issue's, and slowing down helps, whereas
    another token does not.
    """
    from jira_linkfake.faults.limits import IssueWriteLimit
    from jira_linkfake.faults.scope import Scope

    jira._trouble.add(IssueWriteLimit(requests=requests, seconds=seconds, scope=Scope(**scope)))


@scenario
def flaky(jira: FakeJira, *, rate: float = 0.2, seed: int | None = 0, **scope: Unpack[ScopeValues]) -> None:
    """Let a part of all requests, the `rate`, fail in one of many ways; with `seed=None` in other ways each time.

    429, 503, 500, 502, a body that is cut, a connection that is reset, an answer that is lost. The same seed fails the
    same requests, and the report of a failing test has it. Through plain WSGI no connection is broken.

    Code that handles each failure alone, but not the second one while it handles the first.
    """
    from jira_linkfake.faults.flaky import Flaky
    from jira_linkfake.faults.scope import Scope

    known_seed = SystemRandom().randrange(10**6) if seed is None else seed
    jira._trouble.add(Flaky(rate=rate, seed=known_seed, scope=Scope(**scope)))
