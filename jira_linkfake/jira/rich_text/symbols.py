"""What stands for what: the signs of wiki markup, the marks and nodes of Atlassian documents, the tags of Jira's HTML.

Both directions read these tables. Where Jira's own help is silent, they say what Atlassian's open-source converter does
(npm: @atlaskit/editor-wikimarkup-transformer 12.2.2, which Jira Cloud's clients use).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

Mark = Mapping[str, Any]
Node = Mapping[str, Any]

# The marks that wiki markup writes with one sign, from the inside out; and the HTML tag that Jira renders.
SIGNS: dict[str, tuple[dict[str, Any], str]] = {
    "_": ({"type": "em"}, "em"),
    "-": ({"type": "strike"}, "del"),
    "*": ({"type": "strong"}, "b"),
    "~": ({"type": "subsup", "attrs": {"type": "sub"}}, "sub"),
    "^": ({"type": "subsup", "attrs": {"type": "sup"}}, "sup"),
    "+": ({"type": "underline"}, "ins"),
}
# The order of marks in a text node, from the inside out.
ORDER = {
    name: place for place, name in enumerate(("em", "strike", "strong", "subsup", "underline", "textColor", "link"))
}

# What a backslash takes its meaning from. Other punctuation is written as its number, such as &#92; for a backslash.
ESCAPABLE = frozenset("-#*_+?^~|%{}[]()!@")

# Wiki's sign, the document's shortName, id and text, and the picture in HTML; a name is written by its first sign.
_EMOJI = (
    (":)", ":slight_smile:", "1f642", "\U0001f642", "smile"),
    (":-)", ":slight_smile:", "1f642", "\U0001f642", "smile"),
    (":(", ":disappointed:", "1f61e", "\U0001f61e", "sad"),
    (":-(", ":disappointed:", "1f61e", "\U0001f61e", "sad"),
    (":P", ":stuck_out_tongue:", "1f61b", "\U0001f61b", "tongue"),
    (":p", ":stuck_out_tongue:", "1f61b", "\U0001f61b", "tongue"),
    (":D", ":smiley:", "1f603", "\U0001f603", "biggrin"),
    (";)", ":wink:", "1f609", "\U0001f609", "wink"),
    (";-)", ":wink:", "1f609", "\U0001f609", "wink"),
    ("(y)", ":thumbsup:", "1f44d", "\U0001f44d", "thumbs_up"),
    ("(n)", ":thumbsdown:", "1f44e", "\U0001f44e", "thumbs_down"),
    ("(i)", ":info:", "atlassian-info", ":info:", "information"),
    ("(/)", ":check_mark:", "atlassian-check_mark", ":check_mark:", "check"),
    ("(x)", ":cross_mark:", "atlassian-cross_mark", ":cross_mark:", "error"),
    ("(!)", ":warning:", "atlassian-warning", ":warning:", "warning"),
    ("(+)", ":plus:", "atlassian-plus", ":plus:", "add"),
    ("(-)", ":minus:", "atlassian-minus", ":minus:", "forbidden"),
    ("(?)", ":question:", "atlassian-question_mark", ":question:", "help_16"),
    ("(on)", ":light_bulb_on:", "atlassian-light_bulb_on", ":light_bulb_on:", "lightbulb_on"),
    ("(off)", ":light_bulb_off:", "atlassian-light_bulb_off", ":light_bulb_off:", "lightbulb"),
    ("(*)", ":yellow_star:", "atlassian-yellow_star", ":yellow_star:", "star_yellow"),
    ("(*y)", ":yellow_star:", "atlassian-yellow_star", ":yellow_star:", "star_yellow"),
    ("(*r)", ":red_star:", "atlassian-red_star", ":red_star:", "star_red"),
    ("(*g)", ":green_star:", "atlassian-green_star", ":green_star:", "star_green"),
    ("(*b)", ":blue_star:", "atlassian-blue_star", ":blue_star:", "star_blue"),
    ("(flag)", ":flag_on:", "atlassian-flag_on", ":flag_on:", "flag"),
    ("(flagoff)", ":flag_off:", "atlassian-flag_off", ":flag_off:", "flag_grey"),
)
EMOJI = {sign: {"shortName": name, "id": number, "text": text} for sign, name, number, text, _ in _EMOJI}
EMOJI_SIGNS = {name: sign for sign, name, *_ in reversed(_EMOJI)}
EMOJI_PICTURES = {name: picture for _, name, _, _, picture in _EMOJI}

PANELS = {"info": "#deebff", "note": "#eae6ff", "success": "#e3fcef", "warning": "#fffae6", "error": "#ffebe6"}
STATUSES = {
    "neutral": "#97A0AF",
    "purple": "#6554C0",
    "blue": "#00B8D9",
    "red": "#FF5630",
    "yellow": "#FF991F",
    "green": "#36B37E",
}
# The sixteen colours that HTML 4 names.
COLOURS = {
    "aqua": "#00ffff",
    "black": "#000000",
    "blue": "#0000ff",
    "fuchsia": "#ff00ff",
    "gray": "#808080",
    "green": "#008000",
    "lime": "#00ff00",
    "maroon": "#800000",
    "navy": "#000080",
    "olive": "#808000",
    "purple": "#800080",
    "red": "#ff0000",
    "silver": "#c0c0c0",
    "teal": "#008080",
    "white": "#ffffff",
    "yellow": "#ffff00",
}

CARDS = {"smart-link": "inlineCard", "smart-card": "blockCard", "smart-embed": "embedCard"}

# Nodes that stand in a line; all others begin one of their own.
INLINE = frozenset(
    {"text", "hardBreak", "mention", "emoji", "inlineCard", "date", "status", "mediaInline", "placeholder"}
    | {"inlineExtension"}
)

_SAFE = re.compile(r"(?:https?|ftps?|irc|mailto|tel|sftp|skype|jamfselfservice|file):|[/#]", re.IGNORECASE)


def is_safe_address(address: object) -> bool:
    """Say whether an address may be a link: no script, and nothing that is only words."""
    return isinstance(address, str) and bool(_SAFE.match(address))


def attributes_of(node: Node) -> Mapping[str, Any]:
    """Return a node's attributes, none where it has none."""
    attributes = node.get("attrs")
    return attributes if isinstance(attributes, Mapping) else {}


def content_of(node: Node) -> list[Any]:
    """Return the nodes in a node."""
    content: list[Any] = node.get("content") or []
    return content


def level_of(heading: Node) -> int:
    """Return the level of a heading, 6 where it has none that exists."""
    level = attributes_of(heading).get("level")
    return int(level) if level in (1, 2, 3, 4, 5, 6) else 6


def sign_of(mark: Mark) -> str | None:
    """Return the sign that wiki markup has for a mark, if it has one."""
    attributes = attributes_of(mark)
    for sign, (own, _) in SIGNS.items():
        if own["type"] == mark["type"] and all(
            attributes.get(name) == own["attrs"][name] for name in own.get("attrs", ())
        ):
            return sign
    return None


def marks_of(node: Node) -> list[Mark]:
    """Return those of a node's marks that are objects with a type; their form is nobody's to check."""
    marks = node.get("marks")
    if not isinstance(marks, list):
        return []
    return [mark for mark in marks if isinstance(mark, Mapping) and isinstance(mark.get("type"), str)]
