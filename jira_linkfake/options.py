"""The options of a fake Jira: one class behind the marker, the ini settings and `FakeJira(...)`.

A leaf that imports next to nothing: every pytest run in which the plugin is installed pays for it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Literal

from jira_linkfake.errors import UsageError, nearest

if TYPE_CHECKING:
    from jira_linkfake.jira.people.model import User

Answers = Literal["documented", "observed"]
Credentials = Literal["any", "issued"]
Unsupported = Literal["fail", "answer"]


# Scheme, host, perhaps a port, perhaps a path; nothing behind it, and no slash at its end.
# Compiled when an address is set: at start-up it would cost more than all else here.
_ADDRESS = r"https?://(?:[A-Za-z0-9._-]+|\[[0-9A-Fa-f:]+\])(?::[0-9]+)?(?:/[^/?#\s]+)*"


def _is_address(value: object) -> bool:
    return isinstance(value, str) and re.fullmatch(_ADDRESS, value, re.ASCII) is not None


def _is_scenario(value: object) -> bool:
    if isinstance(value, (list, tuple)):
        return all(_is_scenario(one) and not isinstance(one, (list, tuple)) for one in value)
    return value is None or isinstance(value, str) or callable(value)


def _is_count(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def _is_user(value: object) -> bool:
    return value is None or isinstance(value, str) or hasattr(value, "account_id")


class _Option:
    """The declaration of an option."""

    __slots__ = ("accepts", "check", "choices", "default", "text")

    def __init__(
        self, default: Any, text: str, accepts: str, check: Callable[[object], bool], choices: tuple[str, ...] = ()
    ) -> None:
        self.default, self.text, self.accepts, self.check, self.choices = default, text, accepts, check, choices


def _option(default: Any, text: str, accepts: str, check: Callable[[object], bool]) -> Any:
    return _Option(default, text, accepts, check)


def _choice(default: str, text: str, *others: str) -> Any:
    choices = (default, *others)
    return _Option(default, text, " or ".join(map(repr, choices)), lambda value: value in choices, choices)


class Options:
    """The checked values of one fake Jira's options, taken by name.

    Raises `UsageError` for an unknown option or for a value that it does not accept. No dataclass: making one takes
    as long as all else that the plugin does at start-up.
    """

    base_url: str = _option(
        "https://your-domain.atlassian.net",
        "the site's address for clients in process",
        "an address such as 'https://jira.example.com', without a slash at its end",
        _is_address,
    )
    scenario: Any = _option(
        None,
        "what the site starts with: a function of a FakeJira, a ready-made one by its name, or a list of them",
        "a function, a name from jira_linkfake.scenarios, or a list of these",
        _is_scenario,
    )
    linking_enabled: bool = _option(
        True,
        "False: the link resources answer as Jira does when issue linking is switched off",
        "True or False",
        lambda value: isinstance(value, bool),
    )
    link_limit: int = _option(
        2000,
        "how many links an issue may have before Jira answers 413",
        "a number of links, 0 or more",
        _is_count,
    )
    comment_limit: int = _option(
        5000,
        "how many comments an issue may have before Jira answers 413",
        "a number of comments, 0 or more",
        _is_count,
    )
    remote_link_limit: int = _option(
        2000,
        "how many remote links an issue may have before Jira answers 413",
        "a number of remote links, 0 or more",
        _is_count,
    )
    as_user: str | User | None = _option(
        None,
        "the user as whom every request acts, whatever its credentials",
        "a user's name, or what add_user returned",
        _is_user,
    )
    credentials: Credentials = _choice(
        "any",
        "'any': credentials that were handed to nobody act as the default user; 'issued': they are wrong",
        "issued",
    )
    answers: Answers = _choice(
        "documented",
        "which status to give where Jira's reference and real sites disagree: the reference's, "
        "or with 'observed' what sites were seen to answer",
        "observed",
    )
    unsupported: Unsupported = _choice(
        "fail",
        "an operation of Jira that is not served answers 501, and with 'fail' fails the test when it ends",
        "answer",
    )

    def __init__(self, **values: Any) -> None:
        vars(self).update(_DEFAULTS)
        for name, value in values.items():
            setattr(self, name, checked(name, value))


_BY_NAME: dict[str, _Option] = {name: value for name, value in vars(Options).items() if isinstance(value, _Option)}
_DEFAULTS = {name: option.default for name, option in _BY_NAME.items()}
OPTION_NAMES: tuple[str, ...] = tuple(_BY_NAME)


def checked(name: str, value: object) -> Any:
    """Return `value` if the option accepts it.

    Raises `UsageError` for an unknown option or for a value that it does not accept.
    """
    option = _BY_NAME.get(name)
    if option is None:
        raise UsageError(f"jira_linkfake has no option {name!r}: {nearest(name, OPTION_NAMES)}")
    if option.check(value):
        return value
    sentence = f"{name}={value!r} will not do: it takes {option.accepts}"
    hint = nearest(value, option.choices) if isinstance(value, str) else ""
    raise UsageError(f"{sentence}; {hint}" if hint.startswith("did you mean") else sentence)


def default_of(name: str) -> Any:
    """Return the default of an option."""
    return _BY_NAME[name].default


def accepted_by(name: str) -> str:
    """Return which values an option takes, as it completes a sentence."""
    return _BY_NAME[name].accepts


def help_of(name: str) -> str:
    """Return what an option means, in one line."""
    return _BY_NAME[name].text


def marker_line() -> str:
    """Return the marker's entry in `pytest --markers`, with every option and its default."""
    options = "".join(f"\n    {name}={default_of(name)!r}: {help_of(name)}." for name in OPTION_NAMES)
    return (
        "jira_linkfake(**options): run the test against a fake Jira of its own (the marker alone brings the "
        f"fixture jira_linkfake). Keyword options, the nearest marker wins; each with its default:{options}"
    )
