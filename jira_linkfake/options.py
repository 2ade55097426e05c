"""The options of a fake Jira: each declared once, as an attribute of `Options`.

The marker, the ini settings, the keywords of `FakeJira(...)`, its attributes and the table of the docs follow from the
declarations. A leaf that imports next to nothing: every pytest run in which the plugin is installed pays for it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final, Literal, TypeVar, get_args

from jira_linkfake.errors import UsageError, nearest

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from typing_extensions import dataclass_transform

    from jira_linkfake.fake_jira import Scenario
    from jira_linkfake.jira.people.model import User
    from jira_linkfake.literals import ScenarioName

    DataSource = str | Path | bytes | Mapping[str, Any]
else:  # for type checkers alone, and in `typing` only since Python 3.11

    def dataclass_transform(**_: object) -> Any:
        """Return the class as it is."""
        return lambda cls: cls


Answers = Literal["documented", "observed"]
Credentials = Literal["auto", "any", "issued"]
Unsupported = Literal["fail", "answer"]
UnusedResponses = Literal["warn", "fail", "ignore"]
IniType = Literal["string", "bool", "int", "linelist"]

_Value = TypeVar("_Value")


class Option:
    """The declaration of an option: a descriptor that checks what it is set to.

    `help` is its meaning in one line, `accepts` completes the sentence "it takes ...", `ini` is how pytest reads its
    ini setting, and `fixed` says what to do instead where it cannot be changed once the site is made.
    """

    __slots__ = ("accepts", "check", "choices", "default", "fixed", "help", "ini", "name")
    name: str

    def __init__(
        self,
        *,
        default: Any,
        help: str,  # noqa: A002 - argparse's name
        accepts: str,
        check: Callable[[object], bool],
        ini: IniType,
        fixed: str | None = None,
        choices: tuple[str, ...] = (),
    ) -> None:
        self.default, self.help, self.accepts, self.check = default, help, accepts, check
        self.ini, self.fixed, self.choices = ini, fixed, choices

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name

    def __get__(self, options: Options | None, owner: type) -> Any:
        return self if options is None else options._values[self.name]

    def __set__(self, options: Options, value: object) -> None:
        options._values[self.name] = self.changed_to(value)

    def changed_to(self, value: object) -> Any:
        """Return `value` if the option of a site can be set to it; raises `UsageError` where it cannot."""
        if self.fixed is not None:
            raise UsageError(f"{self.name} cannot be changed once the site is made: {self.fixed}")
        return self.checked(value)

    def checked(self, value: object) -> Any:
        """Return `value` if the option accepts it; raises `UsageError` where it does not."""
        if self.check(value):
            return value
        sentence = f"{self.name}={value!r} will not do: it takes {self.accepts}"
        wrong = next((one for one in _words_in(value) if one not in self.choices), None)
        hint = nearest(wrong, self.choices) if isinstance(wrong, str) else ""
        raise UsageError(f"{sentence}; {hint}" if hint.startswith("did you mean") else sentence)


def _words_in(value: object) -> Iterable[object]:
    """Return what a value names among the choices of an option."""
    return (value,) if isinstance(value, str) else variables_in(value).values()


def variables_in(environ: object) -> dict[object, object]:
    """Return what the option `environ` says, by the names of variables; an ini file has lines such as `NAME = url`."""
    if isinstance(environ, Mapping):
        return dict(environ)
    lines = environ if isinstance(environ, (list, tuple)) else ()
    return {line.partition("=")[0].strip(): line.partition("=")[2].strip() for line in lines if isinstance(line, str)}


# What type checkers take an option for: a field of a dataclass, with its default.


def option(
    *,
    default: _Value,
    help: str,  # noqa: A002 - argparse's name
    accepts: str,
    check: Callable[[object], bool],
    ini: IniType = "string",
    fixed: str | None = None,
    choices: tuple[str, ...] = (),
) -> _Value:
    """Declare an option; `choices` are words of which its value is made."""
    declared: Any = Option(
        default=default, help=help, accepts=accepts, check=check, ini=ini, fixed=fixed, choices=choices
    )
    return declared  # type: ignore[no-any-return]


def choice(*, default: _Value, of: Any, help: str) -> _Value:  # noqa: A002 - argparse's name
    """Declare an option that takes the values of a `Literal`."""
    choices = get_args(of)
    declared: Any = Option(
        default=default,
        help=help,
        accepts=" or ".join(filter(None, (", ".join(map(repr, choices[:-1])), repr(choices[-1])))),
        check=choices.__contains__,
        ini="string",
        choices=choices,
    )
    return declared  # type: ignore[no-any-return]


def switch(*, default: bool, help: str, fixed: str | None = None) -> bool:  # noqa: A002 - argparse's name
    """Declare an option that is True or False."""
    return option(
        default=default,
        help=help,
        accepts="True or False",
        check=lambda value: isinstance(value, bool),
        ini="bool",
        fixed=fixed,
    )


def limit(*, default: int, help: str, of: str) -> int:  # noqa: A002 - argparse's name
    """Declare an option that is a number of something."""
    return option(default=default, help=help, accepts=f"a number of {of}, 0 or more", check=_is_count, ini="int")


# Scheme, host, perhaps a port, perhaps a path; nothing behind it, and no slash at its end.
# Compiled when an address is set: at start-up it would cost more than all else here.
_ADDRESS = r"https?://(?:[A-Za-z0-9._-]+|\[[0-9A-Fa-f:]+\])(?::[0-9]+)?(?:/[^/?#\s]+)*"


def _is_address(value: object) -> bool:
    return isinstance(value, str) and re.fullmatch(_ADDRESS, value, re.ASCII) is not None


def _is_scenario(value: object) -> bool:
    if isinstance(value, (list, tuple)):
        return all(_is_scenario(one) and not isinstance(one, (list, tuple)) for one in value)
    return value is None or isinstance(value, str) or callable(value)


def _is_data(value: object) -> bool:
    if isinstance(value, (list, tuple)):
        return all(_is_data(one) and one is not None for one in value)
    return value is None or isinstance(value, (str, bytes, Mapping)) or hasattr(value, "__fspath__")


def _is_count(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def _is_texts(value: object) -> bool:
    return isinstance(value, (list, tuple)) and all(isinstance(one, str) for one in value)


def _is_time(value: object) -> bool:
    from datetime import datetime  # only where a time is set

    if isinstance(value, str) and value != "real":
        try:
            datetime.fromisoformat(value)
        except ValueError:
            return False
    return value is None or isinstance(value, (str, datetime))


IN_ENVIRON = ("url", "email", "token", "certificate")
"""What the option `environ` can put into a variable."""


def _is_environ(value: object) -> bool:
    variables = variables_in(value)
    names_all = isinstance(value, Mapping) or (_is_texts(value) and len(variables) == len(value))  # type: ignore[arg-type]
    return names_all and all(
        isinstance(name, str) and re.fullmatch(r"[A-Za-z_]\w*", name, re.ASCII) and what in IN_ENVIRON
        for name, what in variables.items()
    )


def _is_user(value: object) -> bool:
    return value is None or isinstance(value, str) or hasattr(value, "account_id")


@dataclass_transform(kw_only_default=True, field_specifiers=(option, choice, switch, limit))
class _Declared:
    """What takes the options that its class declares, as keywords, and goes on in `__post_init__` like a dataclass.

    It is none: making one takes as long as all else that the plugin does at start-up.
    """

    _values: dict[str, Any]

    def __init__(self, *by_place: Any, **values: Any) -> None:
        if by_place:
            raise UsageError(f"options go by name, as in {type(self).__name__}(link_limit=3): {by_place[0]!r} has none")
        self._values = _DEFAULTS.copy()
        for name, value in values.items():
            self._values[name] = checked(name, value)
        self.__post_init__()

    def __post_init__(self) -> None:
        """Do nothing more."""


class Options(_Declared):
    """The checked values of one fake Jira's options.

    Raises `UsageError` for an unknown option or for a value that it does not accept.
    """

    base_url: Final[str] = option(
        default="https://your-domain.atlassian.net",
        help="the site's address for clients in process",
        accepts="an address such as 'https://jira.example.com', without a slash at its end",
        check=_is_address,
        fixed="make another FakeJira",
    )
    """The site's address for clients in process."""
    scenario: Final[ScenarioName | Scenario | Sequence[ScenarioName | Scenario] | None] = option(
        default=None,
        help="what the site starts with: a function of a FakeJira, a ready-made one by its name, or a list of them",
        accepts="a function, a name from jira_linkfake.scenarios, or a list of these",
        check=_is_scenario,
        ini="linelist",
        fixed="call the scenario instead, it is a function of a FakeJira",
    )
    """What the site starts with: a function of a FakeJira, a ready-made one by its name, or a list of them."""
    load: DataSource | Sequence[DataSource] | None = option(
        default=None,
        help="what the site is filled from: a JSON or YAML file, in a marker relative to the test's file, or a list "
        "of these",
        accepts="the path of a file, a dict, or a list of these",
        check=_is_data,
        ini="linelist",
        fixed="call the method of this name",
    )
    """What the site is filled from: a JSON or YAML file, in a marker relative to the test's file, or a list of
    these.
    """
    linking_enabled: bool = switch(
        default=True,
        help="False: the link resources answer as Jira does when issue linking is switched off",
    )
    """False: the link resources answer as Jira does when issue linking is switched off."""
    watching_enabled: bool = switch(
        default=True,
        help="False: Jira answers as it does when watching issues is switched off",
    )
    """False: Jira answers as it does when watching issues is switched off."""
    voting_enabled: bool = switch(
        default=True,
        help="False: Jira answers as it does when voting on issues is switched off",
    )
    """False: Jira answers as it does when voting on issues is switched off."""
    time_tracking_enabled: bool = switch(
        default=True,
        help="False: Jira answers as it does when time tracking is switched off",
    )
    """False: Jira answers as it does when time tracking is switched off."""
    link_limit: int = limit(
        default=2000,
        help="how many links an issue may have before Jira answers 413",
        of="links",
    )
    """How many links an issue may have before Jira answers 413."""
    comment_limit: int = limit(
        default=5000,
        help="how many comments an issue may have before Jira answers 413",
        of="comments",
    )
    """How many comments an issue may have before Jira answers 413."""
    remote_link_limit: int = limit(
        default=2000,
        help="how many remote links an issue may have before Jira answers 413",
        of="remote links",
    )
    """How many remote links an issue may have before Jira answers 413."""
    attachments_enabled: bool = switch(
        default=True,
        help="False: the attachment resources answer as Jira does when attachments are switched off",
    )
    """False: the attachment resources answer as Jira does when attachments are switched off."""
    attachment_limit: int = limit(
        default=2000,
        help="how many attachments an issue may have before Jira answers 413",
        of="attachments",
    )
    """How many attachments an issue may have before Jira answers 413."""
    attachment_size_limit: int = limit(
        default=1024**3,
        help="how many bytes an attachment may have before Jira answers 413",
        of="bytes",
    )
    """How many bytes an attachment may have before Jira answers 413."""
    worklog_limit: int = limit(
        default=10000,
        help="how many worklogs an issue may have before Jira answers 413",
        of="worklogs",
    )
    """How many worklogs an issue may have before Jira answers 413."""
    parallel_sprints: bool = switch(
        default=False,
        help="True: a board may have several active sprints at once",
    )
    """True: a board may have several active sprints at once."""
    allow_hosts: Sequence[str] = option(
        default=(),
        help="hosts of Jira that may be called while the test has a site, as names or patterns such as *.example.com",
        accepts="a list of host names, in which * stands for any characters",
        check=_is_texts,
        ini="linelist",
        fixed="make another FakeJira",
    )
    """Hosts of Jira that may be called while the test has a site, as names or patterns such as *.example.com."""
    https: bool = switch(
        default=False,
        help="True: the live server speaks HTTPS, with a certificate of its own",
    )
    """True: the live server speaks HTTPS, with a certificate of its own."""
    inspector: Final[bool] = switch(
        default=False,
        help="True: the live server also answers below /_linkfake/, with a control API and a page",
        fixed="make another FakeJira",
    )
    """True: the live server also answers below /_linkfake/, with a control API and a page."""
    environ: Mapping[str, str] | Sequence[str] = option(
        default=(),
        help="variables of the environment that the live server sets, each by what is put into it: its 'url', the "
        "default user's 'email' or 'token', or the path of its 'certificate'",
        accepts="a dict such as {'JIRA_URL': 'url', 'JIRA_USER': 'email', 'JIRA_TOKEN': 'token'}",
        check=_is_environ,
        ini="linelist",
        choices=IN_ENVIRON,
    )
    """Variables of the environment that the live server sets, each by what is put into it: its 'url', the default
    user's 'email' or 'token', or the path of its 'certificate'.
    """
    as_user: str | User | None = option(
        default=None,
        help="the user as whom every request acts, whatever its credentials",
        accepts="a user's name, or what add_user returned",
        check=_is_user,
    )
    """The user as whom every request acts, whatever its credentials."""
    credentials: Credentials = choice(
        default="auto",
        of=Credentials,
        help="credentials that belong to nobody: with 'any' they act as the default user, with 'issued' they are "
        "wrong, and with 'auto' they are wrong once the test has added a user of its own",
    )
    """Credentials that belong to nobody: with 'any' they act as the default user, with 'issued' they are wrong, and
    with 'auto' they are wrong once the test has added a user of its own.
    """
    answers: Answers = choice(
        default="documented",
        of=Answers,
        help="which status to give where Jira's reference and real sites disagree: the reference's, "
        "or with 'observed' what sites were seen to answer",
    )
    """Which status to give where Jira's reference and real sites disagree: the reference's, or with 'observed' what
    sites were seen to answer.
    """
    now: datetime | str | None = option(
        default=None,
        help="the time that the site's clock starts with, in UTC where it names no zone; 'real' is that of the "
        "system, also where freezegun or time-machine moves it",
        accepts="a datetime, a text as 2026-01-31T12:00:00, or 'real'",
        check=_is_time,
        fixed="move or set its clock",
    )
    """The time that the site's clock starts with, in UTC where it names no zone; 'real' is that of the system, also
    where freezegun or time-machine moves it.
    """
    patch_sleep: bool = switch(
        default=False,
        help="True: time.sleep moves the site's clock instead of waiting, as in clock.patch_sleep()",
        fixed="use clock.patch_sleep()",
    )
    """True: time.sleep moves the site's clock instead of waiting, as in clock.patch_sleep()."""
    report_file: str | None = option(
        default=None,
        help="a file to which the whole report of each test that fails is added, with what each request sent and got",
        accepts="the name of a file",
        check=lambda value: value is None or isinstance(value, str),
    )
    """A file to which the whole report of each test that fails is added, with what each request sent and got."""
    unsupported: Unsupported = choice(
        default="fail",
        of=Unsupported,
        help="an operation of Jira that is not served answers 501, and with 'fail' fails the test when it ends",
    )
    """An operation of Jira that is not served answers 501, and with 'fail' fails the test when it ends."""
    unused_responses: UnusedResponses = choice(
        default="warn",
        of=UnusedResponses,
        help="what becomes of a response of the test's own that nobody asked for: a warning, a failure, or nothing",
    )
    """What becomes of a response of the test's own that nobody asked for: a warning, a failure, or nothing."""


OPTIONS: dict[str, Option] = {name: value for name, value in vars(Options).items() if isinstance(value, Option)}
_DEFAULTS = {name: option.default for name, option in OPTIONS.items()}


def view_of(options: Options) -> Options:
    """Return the same options, as they are and will be, without the object that has them."""
    view = Options.__new__(Options)
    view._values = options._values
    return view


def copy_of(options: Options, **values: Any) -> Options:
    """Return the options as they are now, but for those that are given."""
    copy = Options.__new__(Options)
    copy._values = options._values.copy()
    for name, value in values.items():
        copy._values[name] = checked(name, value)
    return copy


def checked(name: str, value: object) -> Any:
    """Return `value` if the option accepts it.

    Raises `UsageError` for an unknown option or for a value that it does not accept.
    """
    if name not in OPTIONS:
        raise UsageError(f"jira_linkfake has no option {name!r}: {nearest(name, OPTIONS)}")
    return OPTIONS[name].checked(value)


def marker_line() -> str:
    """Return the marker's entry in `pytest --markers`, with every option and its default."""
    options = "".join(f"\n    {name}={option.default!r}: {option.help}." for name, option in OPTIONS.items())
    return (
        "jira_linkfake(**options): run the test against a fake Jira of its own (the marker alone brings the "
        f"fixture jira_linkfake). Keyword options, the nearest marker wins; each with its default:{options}"
    )
