"""For whom the site is put into JSON, and the forms in which values stand there."""

from __future__ import annotations

import re
from datetime import date, datetime
from html import escape
from math import inf, isfinite
from typing import TYPE_CHECKING, Any

from jira_linkfake.jira.plain import Plain

if TYPE_CHECKING:
    from jira_linkfake.jira.people.model import Caller
    from jira_linkfake.jira.site import Site


class Reader(Plain):
    """For whom the site is put into JSON; `base` is the site's address, as the reader has it.

    `version_in_path` is how the reader asks for the version, where that is not its number.
    """

    site: Site
    caller: Caller
    version: int
    base: str
    version_in_path: str = ""

    @property
    def api(self) -> str:
        """The address below which every `self` stands."""
        return f"{self.base}/rest/api/{self.version_in_path or self.version}"


Json = dict[str, Any]


def time_json(moment: datetime) -> str:
    """Return a time in Jira's form: milliseconds, and a zone without a colon."""
    return f"{moment:%Y-%m-%dT%H:%M:%S}.{moment.microsecond // 1000:03}+0000"


def milliseconds(moment: datetime) -> int:
    """Return the milliseconds of a time since 1970."""
    return int(moment.timestamp() * 1000)


MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def for_people(value: object) -> str | None:
    """Return a date, or a time as `time_json` has it, as `renderedFields` show it: `02/Jan/26 3:04 AM`.

    That they are texts for people was seen (solidify/jira-azuredevops-migrator issue 862); the format is chosen. None
    for what is neither.
    """
    try:
        moment = datetime.fromisoformat(str(value)[:19])
    except ValueError:
        return None
    day = f"{moment.day:02}/{MONTHS[moment.month - 1]}/{moment.year % 100:02}"
    if "T" not in str(value):
        return day
    return f"{day} {moment.hour % 12 or 12}:{moment:%M} {'AM' if moment.hour < 12 else 'PM'}"


_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


def day_of(text: str) -> date | None:
    """Return the day that a text is as yyyy-MM-dd, or None; Python alone would take other forms, too."""
    try:
        return date.fromisoformat(text) if _DAY.fullmatch(text) else None
    except ValueError:
        return None


_NUMBER = re.compile(r"[-+]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][-+]?[0-9]+)?", re.ASCII)


def number_of(text: str) -> float | None:
    """Return the number that a text is, or None; Python alone would take `1_0` and `nan`, too."""
    number = float(text) if _NUMBER.fullmatch(text) else inf
    return number if isfinite(number) else None


_SIZES = {"48x48": "large", "24x24": "small", "16x16": "xsmall", "32x32": "medium"}


def avatar_urls(address: str) -> Json:
    """Return the addresses of a picture in Jira's sizes, from the one that takes a size at its end."""
    return {size: f"{address}{name}" for size, name in _SIZES.items()}


def site_of(api: str) -> str:
    """Return the site's own address."""
    return api.rpartition("/rest/api/")[0]


def marked(name: str, text: str) -> str:
    """Return a name as HTML, with the first place that has a text in bold, in whatever case."""
    start = name.casefold().find(text.casefold())
    if not text or start < 0:
        return escape(name)
    end = start + len(text)
    return f"{escape(name[:start])}<b>{escape(name[start:end])}</b>{escape(name[end:])}"
