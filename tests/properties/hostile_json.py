"""JSON that nobody would send in good faith: written as a text, since much of it is no value of Python's."""

from __future__ import annotations

import json
from copy import deepcopy
from dataclasses import dataclass
from random import Random
from typing import Any


@dataclass(frozen=True)
class Literal:
    """JSON that is written as it stands."""

    text: str


TEXTS = (
    *(
        "",
        " ",
        "\x00",
        "a\x00b",
        "\ufeff",
        "\u202e",
        "\ufffe",
        "\n\r\t\x0b\x85\u2028",
        "null",
        "true",
        "NaN",
        "-1",
        "0",
    ),
    *("{0.__class__}", "{", "%s%n%(a)s", "${jndi:x}", "../../etc/passwd", "<script>", "'; --", "\\", '"', "APP-1\n"),
    *(
        "\u0663",
        "\uff11\uff10",
        "\xb2",
        "1_0000",
        "+10000",
        " 10000",
        "10000 ",
        "0x2710",
        "1e4",
        "10000.0",
        "-0",
        "9" * 40,
        "9" * 5000,
        "customfield_" + "9" * 5000,
        "APP-" + "9" * 5000,
    ),
    *(
        "\x1b[2J\nFAKE",
        "\U00010348",
        "\U0001f600" * 300,
        "\xdf",
        "\u0130",
        "\u017f",
        "\u2126",
        "e\u0301",
        "A" * 5000,
        "app-1",
        "APP-01",
        "APP-99999999999999999999",
    ),
    *("HID-1", "NOPE-1", "Blocks", "blocks", "admin", "Done", "EMPTY", "project = APP", "(" * 300, "http://[::1", "x:"),
)
LITERALS = tuple(
    Literal(text)
    for text in (
        *(
            "NaN",
            "Infinity",
            "-Infinity",
            "1e999",
            "-1e999",
            "1e308",
            "5e-324",
            "-0",
            "-0.0",
            "1E400",
            "0.1e1",
            "10000.0",
        ),
        *("9" * 400, "-" + "9" * 400, "9" * 5000, "9223372036854775808", "-9223372036854775809", "2147483648", "1e4"),
        *(r'"\ud800"', r'"\udfff\ud800"', r'"\ud83d"', r'"APP-1\u0000"', r'"\u0041PP-1"', r'"\ud83d\ude00"'),
        *("[" * deep + "]" * deep for deep in (1, 20, 99, 101, 990, 20_000)),
        *('{"a":' * deep + "1" + "}" * deep for deep in (20, 99, 101, 990, 20_000)),
        *('{"type":"doc","version":1,"content":[' * deep + "]}" * deep for deep in (1, 30, 49, 51, 400)),
        *("[" + "1," * 3000 + "1]", "{" + ",".join(f'"k{number}":1' for number in range(500)) + "}"),
        *(
            '{"key":"APP-1","key":"APP-2"}',
            '{"":null,"":{}}',
            '{"__proto__":{}}',
            '{"self":{},"id":[]}',
            "[[],{}]",
        ),
    )
)
SCALARS: tuple[Any, ...] = (None, True, False, 0, 1, -1, 10000, 10001, 31, 2**31, 2**63, 10**300, 0.5, -1.5, 1e22)
KEYS = (
    "",
    "id",
    "key",
    "name",
    "self",
    "type",
    "value",
    "set",
    "add",
    "fields",
    "update",
    "__class__",
    "expand",
    "\x00",
)


def any_value(random: Random, depth: int = 3) -> Any:
    """Return a value of any type, which may hold others."""
    kind = random.randrange(8 if depth else 6)
    if kind < 2:
        return random.choice(TEXTS)
    if kind < 4:
        return random.choice(SCALARS)
    if kind < 6:
        return random.choice(LITERALS)
    inner = [any_value(random, depth - 1) for _ in range(random.randrange(4))]
    return inner if kind == 6 else {random.choice((*KEYS, *TEXTS)): one for one in inner}


def spoiled(random: Random, body: Any) -> Any:
    """Return a body that somebody would send, with one or two of its parts, or all of it, as nobody would."""
    whole = {"": deepcopy(body)}
    for _ in range(random.choice((1, 1, 1, 2, 3))):
        if places := _places(whole):
            _spoil(random, *random.choice(places))
    return whole.get("", random.choice(LITERALS))


def written(random: Random, value: Any) -> str:
    """Return JSON of a value, with what its writer is free to do; at times an object has one of its keys twice."""
    if isinstance(value, Literal):
        return value.text
    if isinstance(value, dict):
        pairs = [*value.items()]
        if pairs and random.random() < 0.03:
            key, _ = random.choice(pairs)
            pairs.insert(random.randrange(len(pairs) + 1), (key, random.choice(LITERALS)))
        return "{" + ",".join(f"{_text(random, key)}:{written(random, one)}" for key, one in pairs) + "}"
    if isinstance(value, list):
        return "[" + ",".join(written(random, one) for one in value) + "]"
    return _text(random, value) if isinstance(value, str) else json.dumps(value)


def _text(random: Random, text: str) -> str:
    return json.dumps(text, ensure_ascii=random.random() < 0.5)


def _places(holder: Any) -> list[tuple[Any, Any]]:
    """Return where something stands: what holds it, and the key or the number by which it does."""
    keys = list(holder) if isinstance(holder, dict) else range(len(holder)) if isinstance(holder, list) else ()
    return [place for key in keys for place in ((holder, key), *_places(holder[key]))]


def _spoil(random: Random, holder: Any, key: Any) -> None:
    act = random.randrange(10)
    value = holder[key]
    if act < 6:
        holder[key] = any_value(random)
    elif act == 6:
        holder[key] = random.choice(([value], [value, value], {"value": value}, {"set": value}, json.dumps(str(value))))
    elif act == 7 and isinstance(value, dict):
        value[random.choice((*KEYS, *TEXTS))] = any_value(random)
    elif act == 8 and isinstance(value, list):
        value.insert(random.randrange(len(value) + 1), any_value(random))
    elif act == 9 and isinstance(value, str):
        holder[key] = random.choice(
            (value + random.choice(TEXTS), random.choice(TEXTS) + value, value.swapcase(), value * 99)
        )
    else:
        del holder[key]
