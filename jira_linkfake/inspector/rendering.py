"""How the page's templates are rendered: everything is escaped, nothing invisible acts, and no token is shown."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from jira_linkfake.testing.secrets import Hide, hiding

if TYPE_CHECKING:
    from jira_linkfake.fake_jira import FakeJira
    from jira_linkfake.jira.webhooks.model import Webhook

HERE = Path(__file__).parent
_MOST_OF_A_TEXT = 20_000
_MOST_OF_A_LINE = 160
_SCHEMES = ("http", "https")


def visible(text: str) -> str:
    r"""Return a text as people may be shown it, in its lines: what is not to be seen is told, as `\x1b` or `\u202e`."""
    if len(text) > _MOST_OF_A_TEXT:
        text = f"{text[:_MOST_OF_A_TEXT]}\n[... {len(text) - _MOST_OF_A_TEXT} more characters]"
    if text.isprintable():
        return text
    return "".join(
        one if one.isprintable() or one in "\n\t" else one.encode("unicode_escape").decode("ascii") for one in text
    )


def address_of(url: str) -> str | None:
    """Return the address of a remote link that a browser may follow; None where it is none of the web."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme.lower() in _SCHEMES and parts.netloc and url.isprintable() else None


def pretty(text: str) -> str:
    """Return JSON with a line for each value, and what is no JSON as it is."""
    try:
        return json.dumps(json.loads(text), indent=2, ensure_ascii=False) if text[:1] in "{[" else text
    except (ValueError, RecursionError):
        return text


@pass_context
def short(context: Context, text: str) -> str:
    """Return the beginning of a text; a token is taken out before it is cut, as a part of one would be left."""
    hide: Hide = context["hide"]
    text = hide(text[:_MOST_OF_A_TEXT])
    return text if len(text) <= _MOST_OF_A_LINE else f"{text[:_MOST_OF_A_LINE]}…"


@pass_context
def about(context: Context, webhook: Webhook) -> str:
    """Return the key of the issue of which a webhook tells, or those of the two that a link connects."""
    jira: FakeJira = context["jira"]
    payload = webhook.payload
    link = payload.get("issueLink")
    if link is None:
        return str(payload.get("issue", {}).get("key", ""))
    ends = [str(link[end]) for end in ("sourceIssueId", "destinationIssueId")]
    issues = {one: jira.site.issues.get(one) or jira.site.issues.removed.get(one) for one in ends}
    return ", ".join(one if (issue := issues[one]) is None else issue.key for one in ends)


@pass_context
def _shown(context: Context, value: Any) -> Any:
    """Return what a template shows of a value; it is escaped after that, unless it is markup of ours."""
    if isinstance(value, Markup) or not isinstance(value, str):
        return value
    hide: Hide = context["hide"]
    return visible(hide(value))


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_shown,
        auto_reload=False,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {"about": about, "address": address_of, "pretty": pretty, "short": short}
    return environment


def compile_templates(*names: str) -> None:
    """Read templates, once for all; what one of them imports is named too."""
    for name in names:
        _environment().get_template(name)


def rendered(name: str, jira: FakeJira, values: Mapping[str, Any]) -> str:
    """Return a template filled with what is to be shown of a site."""
    with jira.site.lock:
        hide = hiding(jira.site)
    return _environment().get_template(name).render(jira=jira, hide=hide, **values)
