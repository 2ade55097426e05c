"""Text in both versions: wiki markup in version 2, Atlassian documents in version 3, and HTML."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from tests.wire.case import Case
from tests.wire.cases.comments import shown
from tests.wire.cases.create_comments import document
from tests.wire.cases.issues import EXPAND
from tests.wire.cases.search import path as searching
from tests.wire.literals import ADMIN, NOT_JSON
from tests.wire.literals import in_version_2 as addresses_of_version_2

if TYPE_CHECKING:
    from jira_linkfake import FakeJira

_PATH = "/rest/api/%d/issue/PROJ-3?fields=description"
_RENDERED = _PATH + "&expand=renderedFields"
_ADMIN_ID = "712020:00000000-0000-4000-8000-000000010000"
_COMMENTED = b"2026-01-01T00:00:04.000+0000"


def _p(*content: object) -> dict[str, object]:
    return {"type": "paragraph", "content": [_text(one) if isinstance(one, str) else one for one in content]}


def _text(said: str, *marks: object) -> dict[str, object]:
    return {"type": "text", "text": said, "marks": list(marks)} if marks else {"type": "text", "text": said}


def _item(*content: object) -> dict[str, object]:
    return {"type": "listItem", "content": list(content)}


def _bullets(*items: object) -> dict[str, object]:
    return {"type": "bulletList", "content": list(items)}


def _numbers(*items: object) -> dict[str, object]:
    return {"type": "orderedList", "attrs": {"order": 1}, "content": list(items)}


def _cell(kind: str, said: str) -> dict[str, object]:
    return {"type": kind, "attrs": {}, "content": [_p(said)]}


_EM, _STRIKE, _STRONG, _UNDERLINE, _CODE = ({"type": name} for name in ("em", "strike", "strong", "underline", "code"))
_SUB = {"type": "subsup", "attrs": {"type": "sub"}}
_SUP = {"type": "subsup", "attrs": {"type": "sup"}}
_BREAK = {"type": "hardBreak"}
_PYTHON = {"type": "codeBlock", "attrs": {"language": "python"}, "content": [_text("if x:\n    save()  # *now*")]}
_TABLE = {
    "type": "table",
    "attrs": {"isNumberColumnEnabled": False, "layout": "default"},
    "content": [
        {"type": "tableRow", "content": [_cell("tableHeader", "Name"), _cell("tableHeader", "Value")]},
        {"type": "tableRow", "content": [_cell("tableCell", "a"), _cell("tableCell", "1")]},
    ],
}


def _link(address: str) -> dict[str, object]:
    return {"type": "link", "attrs": {"href": address}}


def _emoji(name: str, number: str, shown_as: str) -> dict[str, object]:
    return {"type": "emoji", "attrs": {"shortName": name, "id": number, "text": shown_as}}


_MENTION = {"type": "mention", "attrs": {"id": _ADMIN_ID, "text": "@admin", "accessLevel": ""}}

# What is said, in wiki markup and as a document; each is converted into the other.
SAID: tuple[tuple[str, str, list[dict[str, Any]]], ...] = (
    ("plain text", "Crash on save, A-1: why?", [_p("Crash on save, A-1: why?")]),
    ("heading", "h2. To do", [{"type": "heading", "attrs": {"level": 2}, "content": [_text("To do")]}]),
    ("strong", "a *b* c", [_p("a ", _text("b", _STRONG), " c")]),
    ("em", "_a b_", [_p(_text("a b", _EM))]),
    ("strong and em", "*a _b_*", [_p(_text("a ", _STRONG), _text("b", _EM, _STRONG))]),
    ("underline", "+a+", [_p(_text("a", _UNDERLINE))]),
    ("strike", "-a- well-known", [_p(_text("a", _STRIKE), " well-known")]),
    ("sub and sup", "~a~ ^b^", [_p(_text("a", _SUB), " ", _text("b", _SUP))]),
    ("code", "{{x = *1*}}", [_p(_text("x = *1*", _CODE))]),
    ("code block", "{code:python}if x:\n    save()  # *now*{code}", [_PYTHON]),
    (
        "block of code without a language",
        "{noformat}*a*{noformat}",
        [{"type": "codeBlock", "attrs": {}, "content": [_text("*a*")]}],
    ),
    ("quote", "{quote}a\n\nb{quote}", [{"type": "blockquote", "content": [_p("a"), _p("b")]}]),
    (
        "panel",
        "{panel:bgColor=#deebff}\na\n{panel}",
        [{"type": "panel", "attrs": {"panelType": "info"}, "content": [_p("a")]}],
    ),
    ("rule", "a\n\n----\n\nb", [_p("a"), {"type": "rule"}, _p("b")]),
    ("link", "[a b|https://example.com/?c=d]", [_p(_text("a b", _link("https://example.com/?c=d")))]),
    ("mention", f"[~accountid:{_ADMIN_ID}] a", [_p(_MENTION, " a")]),
    (
        "emoji",
        ":) (!)",
        [
            _p(
                _emoji(":slight_smile:", "1f642", "\U0001f642"),
                " ",
                _emoji(":warning:", "atlassian-warning", ":warning:"),
            )
        ],
    ),
    (
        "lists in lists",
        "* crash\n** save\n*# first\n* end",
        [_bullets(_item(_p("crash"), _bullets(_item(_p("save"))), _numbers(_item(_p("first")))), _item(_p("end")))],
    ),
    ("table", "||Name||Value||\n|a|1|", [_TABLE]),
    ("line break", "a\nb\n\nc", [_p("a", _BREAK, "b"), _p("c")]),
    ("colour", "{color:#ff5630}a{color}", [_p(_text("a", {"type": "textColor", "attrs": {"color": "#ff5630"}}))]),
    ("signs that are escaped", "\\*a\\*", [_p("*a*")]),
    ("signs without a partner", "~ * 2^3 {unknown} !x", [_p("~ * 2^3 {unknown} !x")]),
    (
        "what wiki markup does not have",
        '{adf:display=block}\n{"type":"extension","attrs":{"key":"toc"}}\n{adf}',
        [{"type": "extension", "attrs": {"key": "toc"}}],
    ),
)

_PROFILE = (
    '<a href="{base}/secure/ViewProfile.jspa?accountId=712020%3A00000000-0000-4000-8000-000000010000"'
    f' class="user-hover" rel="{_ADMIN_ID}" data-account-id="{_ADMIN_ID}" accountid="{_ADMIN_ID}"'
    ' rel="noreferrer">admin</a>'
)
_WITH_MENTION = f"*a* [~accountid:{_ADMIN_ID}]\n* <b>"
_WITH_MENTION_AS_HTML = f"<p><b>a</b> {_PROFILE}</p>\n\n<ul>\n\t<li>&lt;b&gt;</li>\n</ul>"


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def _described(description: object) -> Callable[[FakeJira], object]:
    def seed(jira: FakeJira) -> None:
        jira.add_issue("PROJ-3", description=description)

    return seed


def _commented(body: Any) -> Callable[[FakeJira], object]:
    return lambda jira: jira.add_comment("PROJ-1", body)


def _issue(description: object, more: bytes = b"") -> bytes:
    return (b'{"expand":"%b","id":"10003","self":"{base}/rest/api/3/issue/10003","key":"PROJ-3",%b"fields":%b}') % (
        EXPAND,
        more,
        _json({"description": description}),
    )


def _html(html: str) -> bytes:
    return b'"renderedFields":' + _json({"description": html}) + b","


def _due(jira: FakeJira) -> None:
    jira.add_issue("PROJ-3", priority=None, fields={"duedate": "2026-12-09"})


def _comment(body: object) -> bytes:
    return shown(b"10000", ADMIN, _json(body), _COMMENTED)


_read = partial(Case, status=200)
_as_document = partial(_read, "text: wiki markup, read as a document")
_as_wiki = partial(_read, "text: document, read as wiki markup")
_as_sent = partial(_read, "text: read as it was sent")
_in_comment = partial(_read, "text: comment in the other version")
_rendered = partial(_read, "text: rendered as HTML", path=_RENDERED % 3)
_found = partial(_read, "text: found by its words")
_STRONG_A = document(_p(_text("<a>", _STRONG)))
_LIST = document(_bullets(_item(_p("crash")), _item(_p("save"))))
_FOUND = b'{"issues":[{"id":"10003"}],"isLast":true}'
_UNFOUND = b'{"issues":[],"isLast":true}'
_ODD = {
    "content": [{"content": [], "type": "paragraph", "attrs": {"localId": "1"}}, _p("a")],
    "version": 1,
    "type": "doc",
}
_DEEP = b'{"fields":{"description":' + b'{"type":"doc","version":1,"content":[' * 200_000 + b"]}" * 200_000 + b"}}"

CASES = (
    *(
        _as_document(name, seed=_described(wiki), path=_PATH % 3, body=_issue(document(*content)))
        for name, wiki, content in SAID
    ),
    *(
        _as_wiki(name, seed=_described(document(*content)), path=_PATH % 2, body=addresses_of_version_2(_issue(wiki)))
        for name, wiki, content in SAID
    ),
    _as_sent(
        "wiki markup", seed=_described("*a*\r\n *"), path=_PATH % 2, body=addresses_of_version_2(_issue("*a*\r\n *"))
    ),
    _as_sent("document", seed=_described(_ODD), path=_PATH % 3, body=_issue(_ODD)),
    _in_comment(
        "wiki markup",
        seed=_commented("*a*"),
        path="/rest/api/3/issue/PROJ-1/comment/10000",
        body=_comment(document(_p(_text("a", _STRONG)))),
    ),
    _in_comment(
        "document",
        seed=_commented(_LIST),
        path="/rest/api/2/issue/PROJ-1/comment/10000",
        body=addresses_of_version_2(_comment("* crash\n* save")),
    ),
    _rendered(
        "wiki markup",
        seed=_described(_WITH_MENTION),
        path=_RENDERED % 2,
        body=addresses_of_version_2(_issue(_WITH_MENTION, _html(_WITH_MENTION_AS_HTML))),
    ),
    _rendered("document", seed=_described(_STRONG_A), body=_issue(_STRONG_A, _html("<p><b>&lt;a&gt;</b></p>"))),
    _rendered("nothing", seed=_described(None), body=_issue(None, _html(""))),
    _rendered(
        "dates and times",
        seed=_due,
        path="/rest/api/3/issue/PROJ-3?fields=created,duedate,priority&expand=renderedFields",
        body=(
            b'{"expand":"%b","id":"10003","self":"{base}/rest/api/3/issue/10003","key":"PROJ-3","renderedFields":'
            b'{"priority":null,"created":"01/Jan/26 12:00 AM","duedate":"09/Dec/26"},"fields":{"priority":null,'
            b'"created":"2026-01-01T00:00:04.000+0000","duedate":"2026-12-09"}}'
        )
        % EXPAND,
    ),
    *(
        _found(f"{name}: {jql}", seed=_described(said), path=searching(jql), body=body)
        for name, said in (("document", _LIST), ("wiki markup", "* _crash_\n* {{save}}"))
        for jql, body in (
            ("text ~ crash AND key = PROJ-3", _FOUND),
            ("description ~ save", _FOUND),
            ("description ~ crashsave", _UNFOUND),
            ("description ~ bulletList", _UNFOUND),
        )
    ),
    _found("comment", seed=_commented("{code:java}\nsave(){code}"), path=searching("comment ~ java"), body=_UNFOUND),
    Case(
        "text: too many levels",
        method="PUT",
        path="/rest/api/3/issue/PROJ-1",
        sent=_DEEP,
        status=400,
        body=NOT_JSON,
    ),
)
