"""What two answers differ in, once ids, times, addresses and people are made alike."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal
from urllib.parse import quote, urlsplit

from jira_linkfake.verify.site_client import Reply

Kind = Literal[
    "status",
    "answers",
    "header",
    "words",
    "body",
    "missing",
    "further",
    "type",
    "value",
    "number",
    "order",
    "direction",
    "comment",
    "hidden",
    "lag",
]
MEANINGS: dict[Kind, str] = {
    "status": "another status",
    "answers": 'the status that the option answers="observed" gives',
    "header": "another header",
    "words": "other words",
    "body": "a body where there is none, or none where there is one",
    "missing": "a key that the site does not have",
    "further": "a key that the site has and ours does not",
    "type": "another type of JSON",
    "value": "another value",
    "number": "more or fewer of something",
    "order": "another order",
    "direction": "a link the other way round",
    "comment": "a comment where none should be, or none where one should be",
    "hidden": "something that the caller may not see",
    "lag": "search that did not find in time what is there",
}

HEADERS = ("content-type", "location", "allow", "www-authenticate", "x-seraph-loginreason")
"""The headers that matter: clients were seen to heed them."""

_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:?\d\d)?")
_UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
_ID_IN_ADDRESS = re.compile(r"(?<=/)(?<!/api/)\d+(?=/|\?|$)|(?<=[iI]d=)\d+(?=&|$)|(?<=[?&]filter=)\d+(?=&|$)")
_UNNAMED_ISSUE = re.compile(r"\{(project|project_name|other_project)\}-\d+")
_CUSTOM_FIELD = re.compile(r"customfield_\d+|cf\[\d+\]")
_LONG_NUMBER = re.compile(r"(?<![\w-])\d{5,}(?![\w-])")
_PLACES = frozenset({"timeZone", "locale", "nextPageToken"})
_OF_PEOPLE = frozenset({"displayName", "fromString", "toString"})
_ENDS = ("inwardIssue", "outwardIssue")
_MILLISECONDS = 10**12


@dataclass(frozen=True, kw_only=True, slots=True)
class Difference:
    """One thing in which a site's answer is not its twin's: what kind, where, and both sides of it."""

    kind: Kind
    where: str
    site: Any = None
    twin: Any = None

    def __str__(self) -> str:
        at = f" at {self.where}" if self.where else ""
        return f"{MEANINGS[self.kind]}{at}"


class Alike:
    """Makes what is each side's own alike: `names` has the texts of a side by what they are called on both."""

    def __init__(self, base: str, names: Mapping[str, Any]) -> None:
        origin = urlsplit(base)
        self._label = str(names.get("label") or "{label}")
        bases = {base, f"{origin.scheme}://{origin.netloc}"}
        self._bases = sorted({*bases, *(quote(one, safe="") for one in bases)}, key=len, reverse=True)
        words = {value: name for name, value in names.items() if isinstance(value, str) and _tells_apart(value)}
        self._words = dict(sorted(words.items(), key=lambda pair: -len(pair[0])))
        self._people = {names.get(name): f"{{{name}}}" for name in ("my_name", "second_name")}
        self._fields = {value: f"{{{name}}}" for name, value in names.items() if _CUSTOM_FIELD.fullmatch(str(value))}
        self._ids = {str(value) for name, value in names.items() if str(value).isdigit()}

    def header(self, name: str, value: str) -> str:
        """Return the value of a header."""
        if name == "content-type":
            return value.replace(" ", "").lower()
        if name == "allow":
            return ",".join(sorted(one.strip() for one in value.split(",")))
        return self.text(value)

    def text(self, text: str) -> str:
        """Return a text, with names in the place of what is the side's own."""
        if _TIME.fullmatch(text):
            return "{time " + re.sub(r"[+-]00", "+00", re.sub(r"\d", "0", text)) + "}"
        for base in self._bases:
            text = text.replace(base, "{base}")
        if text.startswith(("http://", "https://")) and "jira-linkfake" not in text and "example.com" not in text:
            return "{address}"
        for word, name in self._words.items():
            if word in text:
                text = re.sub(rf"(?<!\w){re.escape(word)}(?!\w)", f"{{{name}}}", text)
        text = _CUSTOM_FIELD.sub("{field}", _UNNAMED_ISSUE.sub("{issue}", text))
        text = _UUID.sub("{uuid}", text)
        if text.startswith("{base}"):
            text = "{address}" if "avatar" in text or "/images/" in text else _ID_IN_ADDRESS.sub("{id}", text)
        return _LONG_NUMBER.sub(lambda found: "{id}" if found[0] in self._ids else found[0], text)

    def key(self, key: str) -> str:
        """Return the key of an object, which may be an id or a custom field that has another number on each side."""
        return "{id}" if key in self._ids else self._fields.get(key, key).replace(self._label, "{label}")

    def json(self, value: Any, key: str = "") -> Any:
        """Return JSON in which what is the side's own is made alike."""
        if isinstance(value, dict):
            return {self.key(name): self.json(one, name) for name, one in value.items()}
        if isinstance(value, list):
            return [self.json(one, key) for one in value]
        if isinstance(value, bool) or value is None:
            return value
        if _is_id(key, value):
            return "{id}" if isinstance(value, str) else _AN_ID
        if isinstance(value, int) and value > _MILLISECONDS:
            return _A_TIME
        if isinstance(value, str):
            known = self._people.get(value) if key in _OF_PEOPLE else None  # however short the name is
            return known or ("{alike}" if key in _PLACES else self.text(value))
        return value


_AN_ID, _A_TIME = -1, -2
"""What stands for any id, and any time, that is a number."""


def _tells_apart(value: str) -> bool:
    """Say whether a text is somebody's own: long enough, and no number, of which there are many alike."""
    return len(value) > 2 and not value.isdigit()


def _is_id(key: str, value: Any) -> bool:
    is_named = key in ("id", "ids", "from", "to", "processedAccessibleIssues") or key.endswith(("Id", "Ids"))
    return is_named and str(value).isdigit()


def differences(
    site: Reply, twin: Reply, of_site: Alike, of_twin: Alike, *, alike: bool = False, words: bool = True
) -> list[Difference]:
    """Return what a site's answer differs in from its twin's; an answer with another status differs in that alone.

    With `alike` the values of lists are not compared, only their shape; without `words` no text for people is.
    """
    if site.status != twin.status:
        return [Difference(kind="status", where="", site=site.status, twin=twin.status)]
    found = list(_headers(site, twin, of_site, of_twin))
    if bool(site.body) != bool(twin.body):
        return [*found, Difference(kind="body", where="", site=bool(site.body), twin=bool(twin.body))]
    theirs, ours = site.json, twin.json
    if theirs is None and ours is None:
        return [*found, *_texts(site, twin, of_site, of_twin)] if words else found
    left, right = of_site.json(theirs), of_twin.json(ours)
    comparison = Comparison(words=words)
    return [*found, *(comparison.of_shapes(left, right, "") if alike else comparison.of(left, right, ""))]


def _texts(site: Reply, twin: Reply, of_site: Alike, of_twin: Alike) -> Iterator[Difference]:
    """Yield what bodies that are no JSON differ in, as far as they are texts and no pages."""
    left, right = (one.body.decode("utf-8", "replace") for one in (site, twin))
    is_text = not any("<" in one or "\ufffd" in one for one in (left, right))
    if is_text and of_site.text(left) != of_twin.text(right):
        yield Difference(kind="words", where="body", site=of_site.text(left), twin=of_twin.text(right))


def _headers(site: Reply, twin: Reply, of_site: Alike, of_twin: Alike) -> Iterator[Difference]:
    for name in HEADERS:
        theirs, ours = site.headers.get(name), twin.headers.get(name)
        left = None if theirs is None else of_site.header(name, theirs)
        right = None if ours is None else of_twin.header(name, ours)
        if left != right:
            yield Difference(kind="header", where=name, site=left, twin=right)


class Comparison:
    """Compares JSON that is made alike."""

    def __init__(self, *, words: bool) -> None:
        self._words = words

    def of(self, site: Any, twin: Any, where: str) -> Iterator[Difference]:
        """Yield what two values differ in."""
        if type_of(site) != type_of(twin):
            yield Difference(kind="type", where=where, site=site, twin=twin)
        elif isinstance(site, dict):
            yield from self._of_objects(site, twin, where)
        elif isinstance(site, list):
            yield from self._of_lists(site, twin, where)
        elif site != twin:
            is_said = _is_said(where)
            if self._words or not is_said:
                kind: Kind = "direction" if turned(site) == twin else "words" if is_said else "value"
                yield Difference(kind=kind, where=where, site=site, twin=twin)

    def _of_objects(self, site: dict[str, Any], twin: dict[str, Any], where: str) -> Iterator[Difference]:
        if _is_turned(site, twin):
            yield Difference(kind="direction", where=where, site=_shown_ends(site), twin=_shown_ends(twin))
            return
        yield from _by_key(site, twin, where, self.of)

    def _of_lists(self, site: list[Any], twin: list[Any], where: str) -> Iterator[Difference]:
        if len(site) != len(twin):
            if _is_said(where) and not self._words:
                return
            yield Difference(kind="number", where=where, site=len(site), twin=len(twin))
        elif site != twin and _in_any_order(site) == _in_any_order(twin):
            is_turned = _is_said(where) and turned(site) == twin
            yield Difference(kind="direction" if is_turned else "order", where=where, site=site, twin=twin)
        elif site != twin and _in_any_order(turned(site)) == _in_any_order(twin):
            yield Difference(kind="direction", where=where, site=site, twin=twin)
        else:
            for number, (left, right) in enumerate(zip(site, twin, strict=True)):
                yield from self.of(left, right, f"{where}[{number}]")

    def of_shapes(self, site: Any, twin: Any, where: str) -> Iterator[Difference]:
        """Yield what two values differ in, where lists may have other things of the same shape."""
        if None in (site, twin):
            return
        if type_of(site) != type_of(twin):
            yield Difference(kind="type", where=where, site=site, twin=twin)
        elif isinstance(site, dict):
            yield from _by_key(site, twin, where, self.of_shapes)
        elif isinstance(site, list) and site and twin:
            yield from self.of_shapes(merged(site), merged(twin), f"{where}[]")


def _by_key(
    site: Mapping[str, Any], twin: Mapping[str, Any], where: str, of: Callable[[Any, Any, str], Iterator[Difference]]
) -> Iterator[Difference]:
    """Yield the keys that one object alone has, and what the values of the others differ in."""
    for key in dict.fromkeys([*twin, *site]):
        at = f"{where}.{key}" if where else key
        if key not in site:
            yield Difference(kind="missing", where=at, twin=twin[key])
        elif key not in twin:
            yield Difference(kind="further", where=at, site=site[key])
        else:
            yield from of(site[key], twin[key], at)


def _in_any_order(values: list[Any]) -> list[str]:
    return sorted(json.dumps(one, sort_keys=True) for one in values)


_PHRASES = re.compile(r"\{(inward|outward)\}")
_PAIRS = re.compile(r"\{(a|b|one|two)\}")
_TURNED = {
    "{inward}": "{outward}",
    "{outward}": "{inward}",
    "{a}": "{b}",
    "{b}": "{a}",
    "{one}": "{two}",
    "{two}": "{one}",
}


def turned(value: Any) -> Any:
    """Return what a value would be with links the other way round: its ends, and in texts the phrase or the issue."""
    if isinstance(value, dict):
        other = {"inwardIssue": "outwardIssue", "outwardIssue": "inwardIssue"}
        return {other.get(key, key): one if key in other else turned(one) for key, one in value.items()}
    if isinstance(value, list):
        return [turned(one) for one in value]
    if isinstance(value, str) and " " in value:
        pattern = _PHRASES if _PHRASES.search(value) else _PAIRS
        return pattern.sub(lambda found: _TURNED[found[0]], value)
    return value


def merged(values: Sequence[Any]) -> Any:
    """Return one value with what any of several has."""
    objects = [one for one in values if isinstance(one, dict)]
    if len(objects) == len(values):
        keys = dict.fromkeys(key for one in objects for key in one)
        return {key: merged([one[key] for one in objects if key in one]) for key in keys}
    lists = [one for one in values if isinstance(one, list)]
    if len(lists) == len(values):
        return [item for one in lists for item in one]
    return next((one for one in values if one is not None), None)


def type_of(value: Any) -> str:
    """Return JSON's word for a value's type."""
    if isinstance(value, bool):
        return "boolean"
    names = {dict: "object", list: "array", str: "string", int: "number", float: "number", type(None): "null"}
    return names[type(value)]


def _is_said(where: str) -> bool:
    """Say whether a text is for people: a message, or a sentence of the history."""
    return bool(re.match(r"(errorMessages|errors|message|detail|error)\b", where)) or where.endswith(
        (".toString", ".fromString")
    )


def _is_turned(site: dict[str, Any], twin: dict[str, Any]) -> bool:
    """Say whether a link has at one end what the other side has at the other."""
    theirs, ours = [{end for end in _ENDS if end in one} for one in (site, twin)]
    if len(theirs) == len(ours) == 1:
        return theirs != ours
    if len(theirs) == len(ours) == 2:
        keys = [[one[end].get("key") for end in _ENDS if isinstance(one[end], dict)] for one in (site, twin)]
        return keys[0] != keys[1] and keys[0] == keys[1][::-1]
    return False


def _shown_ends(link: dict[str, Any]) -> dict[str, Any]:
    return {end: link[end].get("key") for end in _ENDS if isinstance(link.get(end), dict)}
