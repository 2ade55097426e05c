"""What is in a file or in bytes: JSON or YAML, as its author meant it."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any, NoReturn

from jira_linkfake.errors import UsageError, nearest_of, of_the_test

__tracebackhide__ = of_the_test

Source = Mapping[str, Any] | list[Any] | str | Path | bytes
"""What data comes from: itself, the path of a file, or the bytes of one."""


class Unquoted(str):
    """A text that stands in YAML without quotes, where it could be a number or a switch; `meant` says which.

    Only what reads it knows: `1.0` is the name of a version and a custom field's number, and `on` is a label.
    """

    __slots__ = ()

    @property
    def meant(self) -> Any:
        """What it is by YAML 1.2's rules, in which only `true` and `false` are switches."""
        if self in _SWITCHES:
            return _SWITCHES[self]
        if _WHOLE.fullmatch(self):
            return int(self)
        return float(self) if _FLOATING.fullmatch(self) else str(self)


_SWITCHES = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
_MOST_DIGITS = 300
_WHOLE = re.compile(rf"[-+]?[0-9]{{1,{_MOST_DIGITS}}}", re.ASCII)
_FLOATING = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", re.ASCII)
_NOTHING = ("", "~", "null", "Null", "NULL")


def settled(value: Any) -> Any:
    """Return JSON whose author said nothing of what it is but by its form."""
    if isinstance(value, Unquoted):
        return value.meant
    if isinstance(value, Mapping):
        return {str(key): settled(one) for key, one in value.items()}
    return [settled(one) for one in value] if isinstance(value, (list, tuple)) else value


def content_of(source: Source, base: Path | None = None) -> Any:
    """Return what is in a source, a path below `base`; raises `UsageError` for what is neither JSON nor YAML."""
    if isinstance(source, (str, Path)):
        path = Path(base or "", source)
        return _parsed(_bytes_of(path), str(path), is_json=path.suffix == ".json")
    return _parsed(source, "the data", is_json=source[:1] in b"{[") if isinstance(source, bytes) else source


def _bytes_of(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        there = [one.name for one in path.parent.iterdir()] if path.parent.is_dir() else []
        near = nearest_of(path.name, there)
        hint = f": did you mean {str(path.with_name(near))!r}?" if near else ""
        raise UsageError(f"there is no file {str(path)!r}{hint}") from error
    except OSError as error:
        raise UsageError(f"the file {str(path)!r} cannot be read: {error.strerror}") from error


def _parsed(content: bytes, name: str, *, is_json: bool) -> Any:
    parse = _from_json if is_json else _from_yaml
    try:
        return parse(content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise UsageError(f"{name} is no text in UTF-8: {error.reason} at byte {error.start}") from error
    except RecursionError as error:
        raise UsageError(f"{name} is nested too deeply") from error
    except _WrongTextError as error:
        raise UsageError(f"{name}: {error}") from error


class _WrongTextError(ValueError):
    """What is no JSON or no YAML; its text says where."""


def _from_json(text: str) -> Any:
    try:
        return json.loads(text, object_pairs_hook=_object, parse_int=whole_number, parse_constant=_no_number)
    except json.JSONDecodeError as error:
        raise _WrongTextError(f"it is no JSON: {error.msg}, line {error.lineno} column {error.colno}") from error


def whole_number(digits: str) -> int:
    """Return the number of a numeral in JSON; raises `ValueError` for more digits than a file or a body may have."""
    if len(digits) > _MOST_DIGITS:
        raise _WrongTextError(f"it has a number of {len(digits)} digits")
    return int(digits)


def _no_number(name: str) -> NoReturn:
    raise _WrongTextError(f"it is no JSON: {name} is no number there")


def _object(pairs: Iterable[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise _WrongTextError(f"{key!r} is there twice in one object")
        found[key] = value
    return found


def _from_yaml(text: str) -> Any:
    import yaml  # once there is some

    try:
        return yaml.load(text, Loader=_loader(_parser()))  # noqa: S506 - it makes texts, lists and dicts
    except yaml.YAMLError as error:
        raise _WrongTextError(f"it is no YAML: {' '.join(str(error).split())}") from error


def _parser() -> Any:
    """Return PyYAML's parser that is in C, which is ten times as fast, where it is there and can be used.

    It cannot where PyYAML was imported anew, as pytester does: what is in C still goes by the classes of before.
    """
    import yaml

    in_c = sys.modules.get("yaml._yaml")
    is_usable = hasattr(yaml, "CSafeLoader") and getattr(in_c, "ScalarNode", None) is yaml.ScalarNode
    return yaml.CSafeLoader if is_usable else yaml.SafeLoader


@cache
def _loader(parser: Any) -> Any:
    """Return a loader of YAML that makes no numbers, switches and dates of texts, but what says what they could be."""

    class Loader(parser):  # type: ignore[misc]
        """YAML as its author wrote it."""

        yaml_implicit_resolvers: dict[str, list[tuple[str, Any]]] = {}  # noqa: RUF012 - PyYAML's own

    Loader.add_implicit_resolver("tag:yaml.org,2002:merge", re.compile("<<"), ["<"])
    Loader.add_constructor("tag:yaml.org,2002:str", _text)
    Loader.add_constructor("tag:yaml.org,2002:map", _mapping)
    return Loader


def _text(loader: Any, node: Any) -> Any:
    text = loader.construct_scalar(node)
    if node.style:
        return text
    return None if text in _NOTHING else Unquoted(text)


def _mapping(loader: Any, node: Any) -> Iterable[dict[str, Any]]:
    found: dict[str, Any] = {}
    yield found
    said: set[str] = set()
    for key, _ in node.value:
        if not isinstance(key.value, str):
            raise _WrongTextError(f"a name is no text, line {key.start_mark.line + 1}")
        if key.value in said:
            raise _WrongTextError(f"{key.value!r} is there twice, line {key.start_mark.line + 1}")
        said.add(key.value)
    loader.flatten_mapping(node)
    for key, value in node.value:
        found[key.value] = loader.construct_object(value, deep=True)
