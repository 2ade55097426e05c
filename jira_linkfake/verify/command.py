"""`python -m jira_linkfake verify`: what is asked for, who asks, and what is said about it."""

from __future__ import annotations

import os
import secrets
import signal
import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext, suppress
from dataclasses import dataclass, field
from http import HTTPStatus
from math import inf
from pathlib import Path
from typing import TYPE_CHECKING, TextIO
from urllib.parse import urlsplit

from jira_linkfake.errors import nearest, printable
from jira_linkfake.verify import reporting
from jira_linkfake.verify.cleaning import clean_up
from jira_linkfake.verify.needs import new_issue
from jira_linkfake.verify.running import Outcome, Run, steps_named
from jira_linkfake.verify.side import LABEL, Side
from jira_linkfake.verify.site_client import SiteClient, Transport, TroubleError, basic, over_http
from jira_linkfake.verify.step import NotTriedError
from jira_linkfake.verify.steps import all_steps
from jira_linkfake.verify.surveying import Survey, names_in, survey, values_of_required
from jira_linkfake.verify.twin import side_of, twin_of

if TYPE_CHECKING:
    from jira_linkfake.verify.step import Step

AGREES, DIFFERS, TROUBLE = 0, 1, 2
"""The statuses with which a run exits."""

PER_SECOND = 4.0
_BAR = 30


def _seconds(text: str) -> float:
    try:
        number = float(text)
    except ValueError:
        number = inf
    if not 0 <= number < inf:
        raise ArgumentTypeError("it is less than nothing, or no number")
    return number


def _above_zero(text: str) -> float:
    number = _seconds(text)
    if not number:
        raise ArgumentTypeError("it takes more than 0")
    return number


def arguments_of(given: Sequence[str]) -> Namespace:
    """Return what the command line asks for."""
    parser = ArgumentParser(
        prog="python -m jira_linkfake verify",
        description="Try the same steps at a Jira site of yours and at ours, and tell what differs. The email and the"
        " API token come from the environment: JIRA_EMAIL and JIRA_TOKEN, and for a second user JIRA_SECOND_EMAIL and"
        " JIRA_SECOND_TOKEN. Without an email the token goes as Bearer.",
    )
    parser.add_argument("--site", help="the site's address, such as https://example.atlassian.net")
    parser.add_argument("--project", metavar="KEY", help="the project in which issues are made, and removed again")
    parser.add_argument("--other-project", metavar="KEY", help="another project, for steps that need two")
    parser.add_argument("--second-user", action="store_true", help="try the steps that need a second user")
    parser.add_argument("--admin", action="store_true", help="try the steps that change what the whole site has")
    parser.add_argument("--read-only", action="store_true", help="try only the steps that change nothing")
    parser.add_argument("--project-in-use", action="store_true", help="take a project that has issues of others")
    parser.add_argument("--clean-up", action="store_true", help="remove what a killed run left, and try nothing")
    parser.add_argument("--steps", nargs="+", default=[], metavar="NAME", help="only steps of these names or subjects")
    parser.add_argument("--list", action="store_true", help="list the steps, and try nothing")
    parser.add_argument("--api", choices=("2", "3"), default="3", help="the version of the API (default: 3)")
    parser.add_argument(
        "--answers", choices=("documented", "observed"), default="documented", help="the option of ours"
    )
    parser.add_argument(
        "--patience", type=_seconds, default=30.0, metavar="SECONDS", help="how long search may be behind"
    )
    parser.add_argument(
        "--per-second", type=_above_zero, default=PER_SECOND, metavar="N", help="requests a second, at most"
    )
    parser.add_argument(
        "--timeout", type=_above_zero, default=60.0, metavar="SECONDS", help="how long a reply may take"
    )
    parser.add_argument("--certificate", metavar="FILE", help="a certificate to trust besides the system's")
    parser.add_argument("--json", metavar="FILE", help="write everything that was found, for yourself")
    parser.add_argument("--report", metavar="FILE", help="write what can be sent to the project: nothing of the site's")
    chosen, unknown = parser.parse_known_args(given)
    if unknown:  # whose values may be secrets, as that of --token would be
        names = [one.partition("=")[0] for one in unknown if one.startswith("-")] or ["what stands alone"]
        parser.error(f"verify does not take {', '.join(names)}; credentials come from the environment")
    return chosen


@dataclass
class Out:
    """Where a run says what it does; no secret gets there."""

    lines: TextIO
    progress: TextIO
    secrets: list[str] = field(default_factory=list)

    def clean(self, text: str) -> str:
        """Return a text without a secret."""
        for secret in self.secrets:
            text = text.replace(secret, "***")
        return text

    def say(self, text: str = "") -> None:
        """Write a line; what the terminal does not have is escaped."""
        encoding = getattr(self.lines, "encoding", None) or "utf-8"
        self.lines.write(self.clean(text).encode(encoding, "backslashreplace").decode(encoding) + "\n")

    def step_done(self, number: int, of: int, outcome: Outcome) -> None:
        """Show how far the run is: as a bar, or a line for each step where there is no terminal."""
        if not self.progress.isatty():
            self.progress.write(self.clean(f"{number}/{of} {outcome.step.name}: {outcome.result}\n"))
            return
        full = _BAR * number // of
        bar = "#" * full + "." * (_BAR - full)
        self.progress.write(f"\r[{bar}] {number}/{of} {outcome.step.name[:40]:40}" + ("\n" if number == of else ""))
        self.progress.flush()


MakeTransport = Callable[[Namespace], Transport]


def main(
    given: Sequence[str],
    environ: Mapping[str, str] = os.environ,
    *,
    transport: MakeTransport | None = None,
    sleep: Callable[[float], object] | None = None,
    out: Out | None = None,
) -> int:
    """Do what the command line asks for, and return the status to exit with."""
    chosen = arguments_of(given)
    out = out or Out(sys.stdout, sys.stderr)
    try:
        if chosen.list:
            for step in all_steps():
                out.say(step.name)
            return AGREES
        callers = _callers(chosen, environ, out)
        steps = _steps(chosen)
        for name in filter(None, (chosen.json, chosen.report)):
            _require_writable(name)
        carry = (transport or _over_http)(chosen)
        per_second = chosen.per_second if sleep is None else None
        client = SiteClient(carry, callers, per_second=per_second, **({} if sleep is None else {"sleep": sleep}))
        with _terminated_as_interrupted():
            return _run(chosen, client, steps, out)
    except TroubleError as trouble:
        out.progress.write(out.clean(f"{printable(str(trouble))}\n"))
        return TROUBLE
    except KeyboardInterrupt:
        out.progress.write("interrupted\n")
        return TROUBLE


def _over_http(chosen: Namespace) -> Transport:
    try:
        return over_http(chosen.site.rstrip("/"), timeout=chosen.timeout, certificate=chosen.certificate)
    except OSError:  # of which ssl's are some
        raise TroubleError(f"--certificate {chosen.certificate} is no certificate that can be read") from None


def _callers(chosen: Namespace, environ: Mapping[str, str], out: Out) -> dict[str, str | None]:
    """Return the credentials of each caller; raises `TroubleError` where one has none or the site cannot be."""
    if not (chosen.site and chosen.project):
        raise TroubleError("verify needs --site and --project")
    callers: dict[str, str | None] = {"nobody": None, "wrong": basic("nobody@example.invalid", "wrong")}
    callers["user"] = _credentials(environ, "JIRA_EMAIL", "JIRA_TOKEN", out)
    if chosen.second_user:
        callers["second"] = _credentials(environ, "JIRA_SECOND_EMAIL", "JIRA_SECOND_TOKEN", out)
    _require_address(chosen.site)
    return callers


def _require_address(text: str) -> None:
    """Raise `TroubleError` for what is no address of a site; the text, which may have credentials, is not repeated."""
    if "@" in text:
        raise TroubleError("credentials do not belong into --site: they come from JIRA_EMAIL and JIRA_TOKEN")
    try:
        site = urlsplit(text)
        is_address = site.scheme in ("http", "https") and bool(site.hostname) and site.port != 0
    except ValueError:
        is_address = False
    if not is_address:
        raise TroubleError("--site takes the address of a site, such as https://example.atlassian.net")
    if site.scheme == "http" and site.hostname not in ("127.0.0.1", "localhost", "::1"):
        raise TroubleError("a token does not go over http:// to another machine: --site takes https://")


def _credentials(environ: Mapping[str, str], email_name: str, token_name: str, out: Out) -> str:
    email, token = environ.get(email_name), environ.get(token_name)
    if not token:
        raise TroubleError(f"{token_name} is not set in the environment: it has the API token")
    header = basic(email, token) if email else f"Bearer {token}"
    out.secrets += [token, header.partition(" ")[2]]
    return header


def _require_writable(name: str) -> None:
    """Raise `TroubleError` where a file cannot be written, before a run of minutes is in vain."""
    file = Path(name)
    if file.is_dir() or not os.access(file if file.exists() else file.absolute().parent, os.W_OK):
        raise TroubleError(f"{name} cannot be written")


def _steps(chosen: Namespace) -> list[Step]:
    steps = all_steps()
    try:
        return steps_named(steps, chosen.steps)
    except KeyError as unknown:
        names = {name for one in steps for name in (one.name, one.subject)}
        raise TroubleError(f"there is no step {unknown}: {nearest(unknown.args[0], names)}; --list has all") from None


def _run(chosen: Namespace, client: SiteClient, steps: Sequence[Step], out: Out) -> int:
    base = chosen.site.rstrip("/")
    label = f"{LABEL}-{secrets.token_hex(4)}"
    keys = [key for key in (chosen.project, chosen.other_project) if key]
    site = Side(client, base, version=chosen.api, label=label, names={})
    with _understanding():
        found = survey(site, keys)
        site.learn(names_in(found))
    if chosen.clean_up:
        return _cleaned(site, out)
    _say_what_comes(chosen, site, found, steps, out)
    site.required, site.unfillable = values_of_required(found, chosen.api)
    if not chosen.read_only:
        with _removing_if_interrupted(site, out):
            _require_may_make(chosen, site, found)
    with _understanding():
        fake = twin_of(found, answers=chosen.answers)
        twin = side_of(fake, base, version=chosen.api, label=label)
        of_twin = survey(twin, list(found.projects))
        twin.learn(names_in(of_twin))
    for side, told in ((site, found), (twin, of_twin)):
        side.permissions, side.changes_the_site = told.permissions, chosen.admin
    twin.required, twin.unfillable = values_of_required(of_twin, chosen.api)
    run = Run(site, twin, fake, words=found.is_english, patience=chosen.patience, may_make=not chosen.read_only)
    outcomes = _tried(run, steps, out)
    for line in reporting.table(outcomes):
        out.say(line)
    _write(chosen, outcomes, found, out)
    return DIFFERS if any(one.result == "differs" for one in outcomes) else AGREES


@contextmanager
def _understanding() -> Iterator[None]:
    """Raise `TroubleError` where a site tells of itself what no twin can be made of."""
    try:
        yield
    except (LookupError, TypeError, ValueError, AttributeError) as error:
        raise TroubleError(f"what the site says of itself has another shape than Jira's: {error!r}") from error


def _say_what_comes(chosen: Namespace, site: Side, found: Survey, steps: Sequence[Step], out: Out) -> None:
    where = " and ".join(found.projects)
    out.say(f"{len(steps)} steps at {site.base}, in {where}, as {printable(str(found.me.get('displayName')))}.")
    if chosen.read_only:
        out.say("Nothing is changed.")
        return
    out.say(f"What is made has the label {site.label}, or a name that begins with it, and is removed at the end.")
    and_others = " and the second user" if chosen.second_user else ""
    out.say(f"Whoever watches what is made in these projects{and_others} may get mail.")


def _require_may_make(chosen: Namespace, site: Side, found: Survey) -> None:
    """Raise `TroubleError` where the caller may not remove what a run makes, and where others have issues."""
    for key in found.projects:
        lacks = found.lacks(key)
        if lacks:
            raise TroubleError(f"the user does not have {', '.join(lacks)} in {key}, and nothing was made")
        if lacks is None:
            _require_deletes(site)
        if not chosen.project_in_use and _has_issues_of_others(site, key):
            raise TroubleError(
                f"{key} has issues of others, and nothing was made: take an empty project, or say --project-in-use"
            )


def _require_deletes(site: Side) -> None:
    """Make one issue and delete it, where the site does not tell who may; raises `TroubleError` where it stays."""
    try:
        new_issue(site, "trial")
        key = site.names["trial"]
        site.clear_up()
    except NotTriedError as error:
        raise TroubleError(f"no issue can be made there: {error}") from None
    if site.ask("GET", f"issue/{key}").status != HTTPStatus.NOT_FOUND:
        raise TroubleError(f"an issue that was made is not deleted: {key} is still there, and nothing else was made")


def _has_issues_of_others(site: Side, key: str) -> bool:
    """Say whether a project has issues that no run made, or may have; raises `TroubleError` where there is none."""
    jql = f'project = "{key}" AND (labels is EMPTY OR labels != "{LABEL}")'
    reply = site.ask("POST", "search/jql", {"jql": jql, "maxResults": 1})
    if reply.status == HTTPStatus.NOT_FOUND:
        raise TroubleError(f"search finds no project {key} (POST search/jql was answered 404), and nothing was made")
    issues = reply.json.get("issues") if isinstance(reply.json, dict) else None
    return issues is None or bool(issues)


def _tried(run: Run, steps: Sequence[Step], out: Out) -> list[Outcome]:
    """Return what came of each step; whatever ends the run, what it made is removed."""
    outcomes: list[Outcome] = []
    with _removing_if_interrupted(run.site, out) if run.may_make else nullcontext():
        for outcome in run.outcomes(steps):
            outcomes.append(outcome)
            out.step_done(len(outcomes), len(steps), outcome)
    if run.may_make:
        _remove(run.site, out)
    return outcomes


@contextmanager
def _removing_if_interrupted(site: Side, out: Out) -> Iterator[None]:
    """Remove what a run made where something ends it; raises `TroubleError` for an interrupt."""
    try:
        yield
    except KeyboardInterrupt:
        _remove(site, out)
        raise TroubleError("interrupted; what the run made is removed") from None
    except Exception:
        _remove(site, out)
        raise


def _remove(site: Side, out: Out) -> None:
    """Remove what a run made; a first interrupt meanwhile does not keep it from that."""
    again = f"python -m jira_linkfake verify --site {site.base} --project {site.names['project']} --clean-up"
    try:
        try:
            left = _removed(site)
        except KeyboardInterrupt:
            out.say("What the run made is being removed. To leave it, interrupt once more.")
            left = _removed(site)
    except (KeyboardInterrupt, TroubleError):
        out.say(f"What the run made may still be there: {again} removes it.")
        raise
    if left:
        out.say(f"These could not be removed: {', '.join(left)}. {again} tries again.")


def _removed(site: Side) -> list[str]:
    site.clear_up_all()
    return clean_up(site, site.label)


def _cleaned(site: Side, out: Out) -> int:
    left = clean_up(site)
    if left:
        raise TroubleError(f"these could not be removed: {', '.join(left)}")
    out.say(f"Nothing with the label {LABEL} is left.")
    return AGREES


@contextmanager
def _terminated_as_interrupted() -> Iterator[None]:
    """Let a signal to terminate end a run as Ctrl-C does, where this is the main thread."""

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    before = None
    with suppress(ValueError):  # another thread, which gets no signals
        before = signal.signal(signal.SIGTERM, interrupt)
    try:
        yield
    finally:
        if before is not None:
            signal.signal(signal.SIGTERM, before)


def _write(chosen: Namespace, outcomes: Sequence[Outcome], found: Survey, out: Out) -> None:
    is_cloud = found.server.get("deploymentType") == "Cloud"
    for name, text in (
        (chosen.json, reporting.as_json(outcomes, chosen.site)),
        (chosen.report, reporting.as_report(outcomes, is_cloud=is_cloud, version=chosen.api)),
    ):
        if name:
            Path(name).write_text(out.clean(text) + "\n", encoding="utf-8")
            out.say(f"{name} is written.")
