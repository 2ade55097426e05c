"""Documents as Jira renders them."""

from __future__ import annotations

import pytest

from jira_linkfake.jira.rich_text import document_of, html_of
from tests.jira.rich_text.nodes import (
    CODE,
    STRONG,
    WARNING,
    bullets,
    code,
    doc,
    heading,
    item,
    link,
    mention,
    node,
    p,
    panel,
    quote,
    table,
    td,
    text,
)

PICTURE = (
    '<img class="emoticon" src="/images/icons/emoticons/warning.png"'
    ' height="16" width="16" align="absmiddle" alt="" border="0"/>'
)
PREFORMATTED = (
    '<div class="preformatted panel" style="border-width: 1px;"><div class="preformattedContent panelContent">'
)
OUT = 'class="external-link" rel="nofollow noreferrer"'


@pytest.mark.parametrize(
    ("wiki", "html"),
    [
        ("", "<p></p>"),
        ("One\nTwo\n\nThree", "<p>One<br/>\nTwo</p>\n\n<p>Three</p>"),
        ("h2. To do", '<h2><a name="Todo"></a>To do</h2>'),
        ("*b* _i_ +u+ -s- ~l~ ^h^", "<p><b>b</b> <em>i</em> <ins>u</ins> <del>s</del> <sub>l</sub> <sup>h</sup></p>"),
        ("*a _b_ c*", "<p><b>a <em>b</em> c</b></p>"),
        ("{{x < y}}", "<p><tt>x &lt; y</tt></p>"),
        ("{color:red}a{color}", '<p><font color="#ff0000">a</font></p>'),
        (
            '[a & b|https://x.example/?a=1&b="]',
            f'<p><a href="https://x.example/?a=1&amp;b=&quot;" {OUT}>a &amp; b</a></p>',
        ),
        (
            "(!)",
            f"<p>{PICTURE}</p>",
        ),
        ("* a\n*# b\n* c", "<ul>\n\t<li>a\n\t<ol>\n\t\t<li>b</li>\n\t</ol>\n\t</li>\n\t<li>c</li>\n</ul>"),
        ("{quote}a{quote}", "<blockquote><p>a</p></blockquote>"),
        ("----", "<hr />"),
        (
            "{code:java}a<b>{code}",
            (
                '<div class="code panel" style="border-width: 1px;"><div class="codeContent panelContent">\n'
                '<pre class="code-java">a&lt;b&gt;</pre>\n</div></div>'
            ),
        ),
        (
            "{noformat}a{noformat}",
            f"{PREFORMATTED}\n<pre>a</pre>\n</div></div>",
        ),
        (
            "{panel:bgColor=#ffebe6}a{panel}",
            (
                '<div class="panel" style="background-color: #ffebe6;border-width: 1px;">'
                '<div class="panelContent" style="background-color: #ffebe6;">\n<p>a</p>\n</div></div>'
            ),
        ),
        (
            "||h|a| |",
            (
                "<div class='table-wrap'>\n<table class='confluenceTable'><tbody>\n<tr>\n"
                "<th class='confluenceTh'>h</th>\n"
                "<td class='confluenceTd'>a</td>\n<td class='confluenceTd'>&nbsp;</td>\n</tr>\n</tbody></table>\n</div>"
            ),
        ),
        (
            "[https://x.example|https://x.example|smart-link]",
            f'<p><a href="https://x.example" title="smart-link" {OUT}>https://x.example</a></p>',
        ),
        (
            "[https://x.example|https://x.example|smart-card]",
            f'<p><a href="https://x.example" title="smart-link" {OUT}>https://x.example</a></p>',
        ),
        ("<script>&\"'", "<p>&lt;script&gt;&amp;\"'</p>"),
    ],
)
def test_text_is_rendered(wiki, html):
    """A text is rendered with the tags that Jira has, and what was said is escaped."""
    assert html_of(document_of(wiki)) == html


def test_mention_leads_to_the_profile():
    """A mention is a link to the profile on the site, with the name of the account."""
    html = (
        '<p><a href="https://x.atlassian.net/secure/ViewProfile.jspa?accountId=5%3Aa" class="user-hover" rel="5:a"'
        ' data-account-id="5:a" accountid="5:a" rel="noreferrer">{}</a></p>'
    )
    document = doc(p(mention("5:a", "@Ann")))
    assert html_of(document, "https://x.atlassian.net/") == html.format("Ann")
    assert html_of(document, "https://x.atlassian.net", {"5:a": "Bo"}.get) == html.format("Bo")
    assert html_of(doc(p(mention("5:a"))), "https://x.atlassian.net", {}.get) == html.format("5:a")


@pytest.mark.parametrize(
    ("content", "html"),
    [
        ([], ""),
        ([p(text("x", link("javascript:alert(1)")))], "<p>x</p>"),
        (
            [p(text('"', {"type": "textColor", "attrs": {"color": '"><script>'}}))],
            '<p><font color="&quot;&gt;&lt;script&gt;">"</font></p>',
        ),
        ([p(text("x", {"type": "annotation"}, STRONG, STRONG))], "<p><b>x</b></p>"),
        ([p(text("x", CODE, link("https://a")))], f'<p><a href="https://a" {OUT}><tt>x</tt></a></p>'),
        ([p("a\nb", mention(""), node("emoji", shortName="<b>"))], "<p>a<br/>\nb[mention]&lt;b&gt;</p>"),
        ([heading(True, "a"), heading("<", "<")], '<h1><a name="a"></a>a</h1>\n\n<h6><a name="&lt;"></a>&lt;</h6>'),
        (
            [bullets(item("a", p("b"), code("c")))],
            (
                '<ul>\n\t<li>a<br/>\nb\n<div class="preformatted panel" style="border-width: 1px;">'
                '<div class="preformattedContent panelContent">\n<pre>c</pre>\n</div></div>\n\t</li>\n</ul>'
            ),
        ),
        (
            [node("taskList", node("taskItem", text("a")), node("taskList", node("taskItem", text("b"))))],
            "<ul>\n\t<li>a</li>\n\t<li>\n\t<ul>\n\t\t<li>b</li>\n\t</ul>\n\t</li>\n</ul>",
        ),
        (
            [panel("custom", p("a"))],
            '<div class="panel" style="border-width: 1px;"><div class="panelContent">\n<p>a</p>\n</div></div>',
        ),
        ([quote(text("a"))], "<blockquote>a</blockquote>"),
        (
            [node("expand", p("a"), title="<More>"), node("nestedExpand", p("b"))],
            "<p><b>&lt;More&gt;</b></p>\n\n<p>a</p>\n\n<p>b</p>",
        ),
        ([node("extension", p("<a>"), p("b"))], "<p>&lt;a&gt;<br/>\nb</p>"),
        ([node("media")], "<p>[media]</p>"),
        ([node("blockCard", url="javascript:x")], "<p>javascript:x</p>"),
        (
            [table({"type": "tableRow", "content": [{**td(), "content": [p("a"), p("b")]}]})],
            (
                "<div class='table-wrap'>\n<table class='confluenceTable'><tbody>\n<tr>\n"
                "<td class='confluenceTd'><p>a</p>\n\n<p>b</p></td>\n</tr>\n</tbody></table>\n</div>"
            ),
        ),
        (
            [p(WARNING)],
            f"<p>{PICTURE}</p>",
        ),
    ],
)
def test_what_no_wiki_says_is_rendered(content, html):
    """Documents that come from no wiki markup are rendered too, and nothing in them becomes a tag or a script."""
    assert html_of(doc(*content)) == html
