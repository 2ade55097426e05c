"""Atlassian documents as Jira renders them: `renderedBody` and `renderedFields`.

The tags are those of Jira's wiki renderer, as public exports of Jira sites have them: `<b>` for strong, `<ins>` for
underline, `<tt>` for code, tables in `<div class='table-wrap'>`; links with `rel="nofollow noreferrer"` and mentions
with `accountid` as *.atlassian.net sites answer. Code is not coloured.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from html import escape
from itertools import groupby
from urllib.parse import quote

from jira_linkfake.jira.rich_text.document import text_of, words_of
from jira_linkfake.jira.rich_text.symbols import (
    EMOJI_PICTURES,
    INLINE,
    PANELS,
    SIGNS,
    Mark,
    Node,
    attributes_of,
    content_of,
    is_safe_address,
    level_of,
    marks_of,
    sign_of,
)

NameOf = Callable[[str], "str | None"]

_MOST_TAGS = 10
_EXTERNAL = 'class="external-link" rel="nofollow noreferrer"'


def html_of(document: Node, site: str = "", name_of: NameOf | None = None) -> str:
    """Return the HTML that Jira renders a document as, in which everything that was said is escaped.

    `site` is the address of the site, before paths such as `/secure/ViewProfile.jspa`; `name_of` gives the name of an
    account that is mentioned, where it is known.
    """
    return _Renderer(site, name_of).blocks(content_of(document))


class _Renderer:
    def __init__(self, site: str, name_of: NameOf | None) -> None:
        self.site = site.rstrip("/")
        self.name_of = name_of

    def blocks(self, nodes: list[Node]) -> str:
        return "\n\n".join(self.block(node) for node in nodes)

    def block(self, node: Node, indent: str = "") -> str:
        kind = node["type"]
        if kind in ("bulletList", "orderedList", "taskList", "decisionList"):
            return self.items(node, indent)
        return _BLOCKS.get(kind, _Renderer.unknown)(self, node)

    def paragraph(self, node: Node) -> str:
        return f"<p>{self.inline(content_of(node))}</p>"

    def heading(self, node: Node) -> str:
        tag = f"h{level_of(node)}"
        anchor = escape("".join(text_of(node).split()))
        return f'<{tag}><a name="{anchor}"></a>{self.inline(content_of(node))}</{tag}>'

    def items(self, node: Node, indent: str) -> str:
        tag = "ol" if node["type"] == "orderedList" else "ul"
        items = "".join(self.item(item, f"{indent}\t") for item in content_of(node))
        return f"{indent}<{tag}>\n{items}{indent}</{tag}>"

    def item(self, node: Node, indent: str) -> str:
        """Render an item; its paragraphs stand without tags, and its lists on lines of their own."""
        content = [node] if node["type"] in INLINE else content_of(node)
        if node["type"] not in ("listItem", "taskList", "bulletList", "orderedList"):
            return f"{indent}<li>{self.inline(content)}</li>\n"
        written = ""
        for block in content if node["type"] == "listItem" else [node]:
            if block["type"] == "paragraph":
                written += ("<br/>\n" if written else "") + self.inline(content_of(block))
            else:
                written += f"\n{self.block(block, indent)}\n{indent}"
        return f"{indent}<li>{written}</li>\n"

    def code(self, node: Node) -> str:
        text = escape("".join(str(child.get("text", "")) for child in content_of(node)), quote=False)
        language = attributes_of(node).get("language")
        name, tag = "preformatted", "<pre>"
        if isinstance(language, str) and language:
            name, tag = "code", f'<pre class="code-{escape(language)}">'
        return (
            f'<div class="{name} panel" style="border-width: 1px;"><div class="{name}Content panelContent">\n'
            f"{tag}{text}</pre>\n</div></div>"
        )

    def quote(self, node: Node) -> str:
        return f"<blockquote>{self.blocks(content_of(node))}</blockquote>"

    def panel(self, node: Node) -> str:
        colour = PANELS.get(str(attributes_of(node).get("panelType")))
        style = f"background-color: {colour};" if colour else ""
        inner = f' style="{style}"' if style else ""
        return (
            f'<div class="panel" style="{style}border-width: 1px;"><div class="panelContent"{inner}>\n'
            f"{self.blocks(content_of(node))}\n</div></div>"
        )

    def rule(self, _node: Node) -> str:
        return "<hr />"

    def table(self, node: Node) -> str:
        rows = "".join(f"<tr>\n{self.cells(row)}</tr>\n" for row in content_of(node))
        return f"<div class='table-wrap'>\n<table class='confluenceTable'><tbody>\n{rows}</tbody></table>\n</div>"

    def cells(self, row: Node) -> str:
        return "".join(self.cell(cell) for cell in content_of(row))

    def cell(self, node: Node) -> str:
        tag, name = ("th", "confluenceTh") if node["type"] == "tableHeader" else ("td", "confluenceTd")
        blocks = content_of(node)
        alone = len(blocks) == 1 and blocks[0]["type"] == "paragraph"
        inside = self.inline(content_of(blocks[0])) if alone else self.blocks(blocks)
        return f"<{tag} class='{name}'>{inside or '&nbsp;'}</{tag}>\n"

    def expand(self, node: Node) -> str:
        title = str(attributes_of(node).get("title") or "")
        blocks = self.blocks(content_of(node))
        return f"<p><b>{escape(title, quote=False)}</b></p>\n\n{blocks}" if title else blocks

    def card(self, node: Node) -> str:
        return f"<p>{self.inline_node(node)}</p>"

    def unknown(self, node: Node) -> str:
        if node["type"] in INLINE:
            return self.inline([node])
        said = escape(text_of(node) or words_of(node), quote=False).replace("\n", "<br/>\n")
        return f"<p>{said}</p>"

    def inline(self, nodes: list[Node]) -> str:
        """Render nodes in a line, with one pair of tags around those in a row that share a mark."""
        return self.marked([(node, _tags(node)) for node in nodes])

    def marked(self, nodes: list[tuple[Node, list[tuple[str, str]]]]) -> str:
        said = ""
        for tag, group in groupby(nodes, lambda entry: entry[1][0] if entry[1] else None):
            if tag:
                said += f"{tag[0]}{self.marked([(node, tags[1:]) for node, tags in group])}{tag[1]}"
            else:
                said += "".join(self.inline_node(node) for node, _ in group)
        return said

    def inline_node(self, node: Node) -> str:
        kind, attributes = node["type"], attributes_of(node)
        if kind == "text":
            return escape(node["text"], quote=False).replace("\n", "<br/>\n")
        if kind == "hardBreak":
            return "<br/>\n"
        if kind == "mention" and attributes.get("id"):
            return self.mention(str(attributes["id"]), attributes)
        if kind == "emoji" and (picture := EMOJI_PICTURES.get(str(attributes.get("shortName")))):
            address = f"{self.site}/images/icons/emoticons/{picture}.png"
            shape = 'height="16" width="16" align="absmiddle" alt="" border="0"'
            return f'<img class="emoticon" src="{escape(address)}" {shape}/>'
        if kind in ("inlineCard", "blockCard", "embedCard") and is_safe_address(attributes.get("url")):
            address = escape(str(attributes["url"]))
            return f'<a href="{address}" title="smart-link" {_EXTERNAL}>{address}</a>'
        return escape(words_of(node) or text_of(node), quote=False)

    def mention(self, identity: str, attributes: Mapping[str, object]) -> str:
        known = self.name_of(identity) if self.name_of else None
        name = known or str(attributes.get("text") or "").removeprefix("@") or identity
        address = f"{self.site}/secure/ViewProfile.jspa?accountId={quote(identity, safe='', errors='replace')}"
        account = escape(identity)
        return (
            f'<a href="{escape(address)}" class="user-hover" rel="{account}" data-account-id="{account}"'
            f' accountid="{account}" rel="noreferrer">{escape(name, quote=False)}</a>'
        )


def _tags(node: Node) -> list[tuple[str, str]]:
    """Return the tags around a node, from the outside in; each but once."""
    tags = {_tag(mark): None for mark in reversed(marks_of(node))} if node["type"] == "text" else {}
    return [tag for tag in tags if tag][:_MOST_TAGS]


def _tag(mark: Mark) -> tuple[str, str] | None:
    attributes = attributes_of(mark)
    if mark["type"] == "code":
        return "<tt>", "</tt>"
    if mark["type"] == "textColor":
        return f'<font color="{escape(str(attributes.get("color", "")))}">', "</font>"
    if mark["type"] == "link" and is_safe_address(attributes.get("href")):
        return f'<a href="{escape(str(attributes["href"]))}" {_EXTERNAL}>', "</a>"
    sign = sign_of(mark)
    return (f"<{SIGNS[sign][1]}>", f"</{SIGNS[sign][1]}>") if sign else None


_BLOCKS: dict[str, Callable[[_Renderer, Node], str]] = {
    "paragraph": _Renderer.paragraph,
    "heading": _Renderer.heading,
    "codeBlock": _Renderer.code,
    "blockquote": _Renderer.quote,
    "panel": _Renderer.panel,
    "rule": _Renderer.rule,
    "table": _Renderer.table,
    "expand": _Renderer.expand,
    "nestedExpand": _Renderer.expand,
    "blockCard": _Renderer.card,
    "embedCard": _Renderer.card,
}
