"""Short names for the nodes of Atlassian documents."""

from __future__ import annotations


def doc(*content):
    """Return a document."""
    return {"version": 1, "type": "doc", "content": list(content)}


def text(said, *marks):
    """Return a text with its marks."""
    return {"type": "text", "text": said, "marks": list(marks)} if marks else {"type": "text", "text": said}


def _inline(content):
    return [text(node) if isinstance(node, str) else node for node in content]


def p(*content):
    """Return a paragraph."""
    return {"type": "paragraph", "content": _inline(content)}


def heading(level, *content):
    """Return a heading."""
    return {"type": "heading", "attrs": {"level": level}, "content": _inline(content)}


def bullets(*items):
    """Return a bullet list."""
    return {"type": "bulletList", "content": list(items)}


def numbers(*items):
    """Return a numbered list."""
    return {"type": "orderedList", "attrs": {"order": 1}, "content": list(items)}


def item(*content):
    """Return an item of a list."""
    return {"type": "listItem", "content": [p(node) if isinstance(node, str) else node for node in content]}


def code(said, **attrs):
    """Return a code block."""
    return {"type": "codeBlock", "attrs": attrs, "content": [text(said)] if said else []}


def quote(*content):
    """Return a quote."""
    return {"type": "blockquote", "content": list(content)}


def panel(kind, *content):
    """Return a panel."""
    return {"type": "panel", "attrs": {"panelType": kind}, "content": list(content)}


def table(*rows):
    """Return a table."""
    return {"type": "table", "attrs": {"isNumberColumnEnabled": False, "layout": "default"}, "content": list(rows)}


def row(*cells):
    """Return a row of a table."""
    return {"type": "tableRow", "content": list(cells)}


def th(*content):
    """Return a cell in a table's head."""
    return {"type": "tableHeader", "attrs": {}, "content": [p(*content)]}


def td(*content):
    """Return a cell of a table."""
    return {"type": "tableCell", "attrs": {}, "content": [p(*content)]}


def node(kind, *content, **attrs):
    """Return a node of any type."""
    made = {"type": kind}
    if attrs:
        made["attrs"] = attrs
    if content:
        made["content"] = list(content)
    return made


def link(address):
    """Return the mark of a link."""
    return {"type": "link", "attrs": {"href": address}}


def colour(value):
    """Return the mark of a colour."""
    return {"type": "textColor", "attrs": {"color": value}}


def mention(identity, name=""):
    """Return a mention of an account."""
    return node("mention", id=identity, text=name, accessLevel="")


BR = {"type": "hardBreak"}
RULE = {"type": "rule"}
EM = {"type": "em"}
STRONG = {"type": "strong"}
STRIKE = {"type": "strike"}
UNDERLINE = {"type": "underline"}
CODE = {"type": "code"}
SUB = {"type": "subsup", "attrs": {"type": "sub"}}
SUP = {"type": "subsup", "attrs": {"type": "sup"}}
SMILE = node("emoji", shortName=":slight_smile:", id="1f642", text="\U0001f642")
WARNING = node("emoji", shortName=":warning:", id="atlassian-warning", text=":warning:")
CHECK = node("emoji", shortName=":check_mark:", id="atlassian-check_mark", text=":check_mark:")
CROSS = node("emoji", shortName=":cross_mark:", id="atlassian-cross_mark", text=":cross_mark:")
