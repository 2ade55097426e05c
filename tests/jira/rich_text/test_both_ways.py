"""Wiki markup and Atlassian documents that say the same: each is made of the other."""

from __future__ import annotations

import pytest

from jira_linkfake.jira.rich_text import document_of, is_document, wiki_of
from tests.jira.rich_text.nodes import (
    BR,
    CHECK,
    CODE,
    CROSS,
    EM,
    RULE,
    SMILE,
    STRIKE,
    STRONG,
    SUB,
    SUP,
    UNDERLINE,
    WARNING,
    bullets,
    code,
    colour,
    doc,
    heading,
    item,
    link,
    mention,
    node,
    numbers,
    p,
    panel,
    quote,
    row,
    table,
    td,
    text,
    th,
)

A = "https://a.example/x"

SAME = [
    # Paragraphs and lines
    ("", [p()]),
    ("Said", [p("Said")]),
    ("  two  spaces  ", [p("  two  spaces  ")]),
    ("One\nTwo", [p("One", BR, "Two")]),
    ("One\n\nTwo", [p("One"), p("Two")]),
    ("One\n\n\nTwo", [p("One"), p(BR, "Two")]),
    ("One\n\n\n\nTwo", [p("One"), p(), p("Two")]),
    ("\nOne\n", [p(BR, "One", BR)]),
    ("One\\\\\nTwo", [p("One", BR, BR, "Two")]),
    ("One\\\\\n\nTwo", [p("One", BR), p("Two")]),
    # Headings
    ("h1. Top", [heading(1, "Top")]),
    ("h6. Low", [heading(6, "Low")]),
    ("h2. A *bold* one", [heading(2, "A ", text("bold", STRONG), " one")]),
    ("h3. One\n\nText", [heading(3, "One"), p("Text")]),
    # Marks
    ("*strong*", [p(text("strong", STRONG))]),
    ("_em_", [p(text("em", EM))]),
    ("+under+", [p(text("under", UNDERLINE))]),
    ("-gone-", [p(text("gone", STRIKE))]),
    ("a ~low~ b", [p("a ", text("low", SUB), " b")]),
    ("a ^high^ b", [p("a ", text("high", SUP), " b")]),
    ("H{~}2{~}O", [p("H", text("2", SUB), "O")]),
    ("{{code *as* it is}}", [p(text("code *as* it is", CODE))]),
    ("{{a}}s", [p(text("a", CODE), "s")]),
    ("*_both_*", [p(text("both", EM, STRONG))]),
    ("*bold _both_ bold*", [p(text("bold ", STRONG), text("both", EM, STRONG), text(" bold", STRONG))]),
    ("+*-_all_-*+", [p(text("all", EM, STRIKE, STRONG, UNDERLINE))]),
    ("_em_*strong*", [p(text("em", EM), text("strong", STRONG))]),
    ("a{*}b{*}c", [p("a", text("b", STRONG), "c")]),
    ("{*}# a{*}", [p(text("# a", STRONG))]),
    ("(*strong*), _em_.", [p("(", text("strong", STRONG), "), ", text("em", EM), ".")]),
    ("{color:#ff0000}red{color}", [p(text("red", colour("#ff0000")))]),
    ("{color:#ff0000}red *bold*{color}", [p(text("red ", colour("#ff0000")), text("bold", STRONG, colour("#ff0000")))]),
    ("{color:#ff0000}a\nb{color}", [p(text("a", colour("#ff0000")), BR, text("b", colour("#ff0000")))]),
    ("*a [~accountid:5:ab] b*", [p(text("a ", STRONG), mention("5:ab"), text(" b", STRONG))]),
    # What is text
    ("snake_case_name a*b*c 2*3*4 file-name-x", [p("snake_case_name a*b*c 2*3*4 file-name-x")]),
    ("2 * 3 * 4 - 5 - 6 + 7 + 8", [p("2 * 3 * 4 - 5 - 6 + 7 + 8")]),
    ("*not closed and _neither", [p("*not closed and _neither")]),
    ("**twice** --long-- __init__", [p("**twice** --long-- __init__")]),
    ("{foo}x{foo} {info}y{info}", [p("{foo}x{foo} {info}y{info}")]),
    ("{{ jinja }} ${x} {a}", [p("{{ jinja }} ${x} {a}")]),
    ("[x] [x|y] [PROJ-1] a[0]", [p("[x] [x|y] [PROJ-1] a[0]")]),
    ("f(x) g(!) 12:(34", [p("f(x) g(!) 12:(34")]),
    ("C:\\dir\\file \\\\server\\share", [p("C:\\dir\\file \\\\server\\share")]),
    ("a | b || c", [p("a | b || c")]),
    ("#tag -5 -x *", [p("#tag -5 -x *")]),
    ("\\*a\\*", [p("*a*")]),
    ("\\_a\\_ and *b*", [p("_a_ and ", text("b", STRONG))]),
    ("\\* a", [p("* a")]),
    ("\\# a", [p("# a")]),
    ("\\- a", [p("- a")]),
    ("\\|a\\|", [p("|a|")]),
    ("\\----", [p("----")]),
    ("h1&#46; no heading", [p("h1. no heading")]),
    ("bq&#46; no quote", [p("bq. no quote")]),
    ("a&#92;\\*b\\* ", [p("a\\*b* ")]),
    ("\\{code}x\\{code}", [p("{code}x{code}")]),
    ("\\[\\~accountid:5\\]", [p("[~accountid:5]")]),
    ("&#58;) \\(x)", [p(":) (x)")]),
    ("&\\#42;", [p("&#42;")]),
    # Links, mentions, emoji
    (f"[words|{A}]", [p(text("words", link(A)))]),
    (f"[{A}|{A}]", [p(text(A, link(A)))]),
    (f"see [a *b*|{A}].", [p("see ", text("a ", link(A)), text("b", STRONG, link(A)), ".")]),
    (f"*a [b|{A}] c*", [p(text("a ", STRONG), text("b", STRONG, link(A)), text(" c", STRONG))]),
    (f"[a\\|\\[b\\]|{A}]", [p(text("a|[b]", link(A)))]),
    ("[mail|mailto:a@b.example]", [p(text("mail", link("mailto:a@b.example")))]),
    (f"[{A}|{A}|smart-link]", [p(node("inlineCard", url=A))]),
    (f"[{A}|{A}|smart-card]", [node("blockCard", url=A)]),
    (f"[{A}|{A}|smart-embed]", [node("embedCard", url=A)]),
    ("[~accountid:557058:a-b] hi", [p(mention("557058:a-b"), " hi")]),
    (":) (!) (/) (x)", [p(SMILE, " ", WARNING, " ", CHECK, " ", CROSS)]),
    # Lists
    ("* a\n* b", [bullets(item("a"), item("b"))]),
    ("# a\n# b", [numbers(item("a"), item("b"))]),
    ("* a\n** b\n*** c\n* d", [bullets(item("a", bullets(item("b", bullets(item("c"))))), item("d"))]),
    ("* a\n*# b\n*# c", [bullets(item("a", numbers(item("b"), item("c"))))]),
    ("# a\n#* b", [numbers(item("a", bullets(item("b"))))]),
    ("* a\n** b\n*# c", [bullets(item("a", bullets(item("b")), numbers(item("c"))))]),
    ("** a", [bullets(item(bullets(item("a"))))]),
    ("* a\nb", [bullets(item(p("a", BR, "b")))]),
    ("* *a* b\n* ", [bullets(item(p(text("a", STRONG), " b")), item(p()))]),
    ("* a\n\n* b", [bullets(item("a")), bullets(item("b"))]),
    ("* a\n\n# b\n\nc", [bullets(item("a")), numbers(item("b")), p("c")]),
    ("* a\n{code:sql}b{code}", [bullets(item("a", code("b", language="sql")))]),
    # Blocks
    ("{code:python}x = 1\n  y{code}", [code("x = 1\n  y", language="python")]),
    ("{code:c}\n\nx\n{code}", [code("\nx", language="c")]),
    ("{noformat}\n*a* {x}\n\n{noformat}", [code("*a* {x}\n")]),
    ("{noformat}{noformat}", [code("")]),
    ("{quote}a\n\nb{quote}", [quote(p("a"), p("b"))]),
    ("{quote}* a\n\n{noformat}b{noformat}{quote}", [quote(bullets(item("a")), code("b"))]),
    ("{panel:bgColor=#deebff}\na\n{panel}", [panel("info", p("a"))]),
    ("{panel:bgColor=#ffebe6}\nh1. a\n\n* b\n{panel}", [panel("error", heading(1, "a"), bullets(item("b")))]),
    ("a\n\n----\n\nb", [p("a"), RULE, p("b")]),
    ("----\n\n\n\n----", [RULE, p(), RULE]),
    ("||h||k||\n|a|b *c*|", [table(row(th("h"), th("k")), row(td("a"), td("b ", text("c", STRONG))))]),
    ("||h|a| |", [table(row(th("h"), td("a"), td()))]),
    ("|a\\|b|[c|" + A + "]|", [table(row(td("a|b"), td(text("c", link(A)))))]),
    ("|a\nb\\\\|{{c}}|", [table(row(td("a", BR, "b", BR), td(text("c", CODE))))]),
    ("|a|\n\n|b|", [table(row(td("a"))), table(row(td("b")))]),
    ('{adf:display=block}\n{"type":"extension","attrs":{"text":"x"}}\n{adf}', [node("extension", text="x")]),
    (
        '{adf:display=block}\n{"type":"extension","attrs":{"text":"\\u007badf}"}}\n{adf}',
        [node("extension", text="{adf}")],
    ),
]


@pytest.mark.parametrize(("wiki", "content"), SAME)
def test_wiki_markup_is_read(wiki, content):
    """Wiki markup is read into the Atlassian document that says the same."""
    assert document_of(wiki) == doc(*content)
    assert is_document(document_of(wiki))


@pytest.mark.parametrize(("wiki", "content"), SAME)
def test_document_is_written(wiki, content):
    """An Atlassian document is written in the wiki markup that says the same."""
    assert wiki_of(doc(*content)) == wiki


READ = [
    ("a\r\nb\rc", [p("a", BR, "b", BR, "c")]),
    ("a\\\\b", [p("a", BR, "b")]),
    ("h1.Top", [heading(1, "Top")]),
    ("  h2.   Top", [heading(2, "Top")]),
    ("bq. Said _so_", [quote(p("Said ", text("so", EM)))]),
    ("- a\n- b", [bullets(item("a"), item("b"))]),
    (" * a\n ** b", [bullets(item("a", bullets(item("b"))))]),
    ("* a\n# b", [bullets(item("a")), numbers(item("b"))]),
    ("* a\nh1. b", [bullets(item("a")), heading(1, "b")]),
    ("x\n* a", [p("x"), bullets(item("a"))]),
    ("x\n----\ny", [p("x"), RULE, p("y")]),
    ("x\n-----\n", [p("x"), RULE]),
    ("{code}x{code}", [code("x", language="java")]),
    ("{code:Python}\nx\n{code}", [code("x", language="python")]),
    (
        "{code:title=T.java|borderStyle=solid|sql}x{code}",
        [p(text("T.java", STRONG)), code("x", language="sql")],
    ),
    ("a {noformat}*b*{noformat} c", [p("a "), code("*b*"), p(" c")]),
    ("{QUOTE}a{quote}", [quote(p("a"))]),
    ("{quote}\na\n{quote}\nb", [quote(p("a")), p("b")]),
    ("{panel:title=T|bgColor=#fffae7}a{panel}", [panel("warning", p(text("T", STRONG)), p("a"))]),
    ("{panel:bgColor=lightyellow}a{panel}", [panel("info", p("a"))]),
    ("{code}x", [p("{code}x")]),
    ("\\{code}x{code}", [p("{code}x{code}")]),
    ("{color:red}a{color} {color}b", [p(text("a", colour("#ff0000")), " {color}b")]),
    ("{color:red}a {color:blue}b{color}", [p(text("a {color:blue}b", colour("#ff0000")))]),
    ("{*}{*}{color:red}{color}", [p("{*}{*}{color:red}{color}")]),
    ("*a\nb*", [p("*a", BR, "b*")]),
    ("*a _b* c_", [p(text("a _b", STRONG), " c_")]),
    ("*a*b *c*", [p(text("a*b *c", STRONG))]),
    ("{{a}}} {{b", [p(text("a}", CODE), " {{b")]),
    ("{{a }} {{b}}", [p("{{a }} ", text("b", CODE))]),
    ("*{{a}}*", [p(text("a", CODE))]),
    (f"see {A}, or ({A}).", [p("see ", text(A, link(A)), ", or (", text(A, link(A)), ").")]),
    (f"*{A}*", [p(text(A, STRONG, link(A)))]),
    ("http://x/_a_/-b-", [p(text("http://x/_a_/-b-", link("http://x/_a_/-b-")))]),
    (
        "mailto:a@b.example http:// xhttp://a",
        [p(text("a@b.example", link("mailto:a@b.example")), " http:// xhttp://a")],
    ),
    (f"[{A}]", [p(text(A, link(A)))]),
    (f"[|{A}]", [p(text(A, link(A)))]),
    (f"[(!)|{A}]", [p(text("(!)", link(A)))]),
    (f"[a http://b c|{A}|title]", [p(text("a http://b c", link(A)))]),
    ("http://.. mailto:, ~", [p("http://.. mailto:, ~")]),
    ("h1. a {code:c}x{code}", [heading(1, "a "), code("x", language="c")]),
    ("{code:c}x{code} {code:c}y{code}", [code("x", language="c"), code("y", language="c")]),
    ("{quote}a{quote}{quote}b\\{quote}{quote}", [quote(p("a")), quote(p("b{quote}"))]),
    ("\\\\a\\\\", [p(BR, "a", BR)]),
    ("{{ a {{b}}", [p("{{ a ", text("b", CODE))]),
    (f"[a (!)|{A}]", [p(text("a ", link(A)), WARNING)]),
    ("[~a b](!)", [p(mention("a b"), WARNING)]),
    ("*{{a b*", [p(text("{{a b", STRONG))]),
    ("[x|javascript:alert(1)]", [p("[x|javascript:alert(1)]")]),
    ("[~bob] [~] [~accountid:] [~a|b]", [p(mention("bob"), " [~] [~accountid:] [~a|b]")]),
    ("a :-) ;) (y)b", [p("a ", SMILE, " ", node("emoji", shortName=":wink:", id="1f609", text="\U0001f609"), " (y)b")]),
    ("&#65; &#300; &#92;", [p("&#65; &#300; \\")]),
    ("\\\\*a*", [p(BR, text("a", STRONG))]),
    ("||a|b\nc|\n| d |", [table(row(th("a"), td("b", BR, "c")), row(td("d")))]),
    ("|a|b", [table(row(td("a"), td("b")))]),
    ("|", [table(row(td()))]),
    (
        "|* a\n* b|{code:c}x|y{code}|",
        [
            table(
                row(
                    node("tableCell", bullets(item("a"), item("b"))) | {"attrs": {}},
                    node("tableCell", code("x|y", language="c")) | {"attrs": {}},
                )
            )
        ],
    ),
    ("{adf:display=block}\n{nothing}\n{adf}", [p("{adf:display=block}", BR, "{nothing}", BR, "{adf}")]),
    ('{adf}{"type":"doc"}{adf}', [p('{adf}{"type":"doc"}{adf}')]),
    ('{adf}{"type":"x","attrs":{"a":NaN}}{adf}', [p('{adf}{"type":"x","attrs":{"a":NaN}}{adf}')]),
    ('{adf}{"type":"x","attrs":{"a":1e999}}{adf}', [p('{adf}{"type":"x","attrs":{"a":1e999}}{adf}')]),
]


@pytest.mark.parametrize(("wiki", "content"), READ)
def test_other_ways_to_say_it_are_read(wiki, content):
    """What may be said in several ways is read in each of them; what is not complete stays text."""
    assert document_of(wiki) == doc(*content)


WRITTEN = [
    ([], ""),
    ([p(text(" bold ", STRONG), "x")], " *bold* x"),
    ([p(text(" ", STRONG), "x")], " x"),
    ([p(text("a", STRONG), " ", text("b", STRONG))], "*a* *b*"),
    ([p(text("a ", STRONG), text("b", STRONG, EM), text(" c", EM))], "*a _b_*{_} c{_}"),
    ([p(text("a\nb", STRONG))], "*a*\n*b*"),
    ([p(text("a }} b", CODE), text(" c", CODE))], "a }} b c"),
    ([p(text("x", {"type": "backgroundColor", "attrs": {"color": "#fff"}}))], "x"),
    ([p(text("x", link("javascript:alert(1)")))], "x"),
    ([p(text("x", link("https://a/b c|d]")))], "[x|https://a/b%20c%7Cd%5D]"),
    ([bullets(item(" a")), p(text("a\n", STRONG), text(""))], "* a\n\n*a*\n"),
    ([table(row(node("tableCell", bullets(item("a|b\\")))))], "|* a\\|b&#92;|"),
    ([p("(", text(")", STRONG), ":", text(")", EM))], "\\(*)*&#58;_)_"),
    ([p("see https://a.example")], "see https://a.example"),
    ([heading(2, "a", BR, "b")], "h2. a\\\\b"),
    ([node("heading", text("a"))], "h6. a"),
    ([p(node("date", timestamp="1582152559000"))], "{{2020-02-19}}"),
    ([p(node("date", timestamp="soon"))], "[date]"),
    ([p(node("status", text="In work", color="blue"))], "{color:#00B8D9}*[ IN WORK ]*{color}"),
    ([p(node("status", text="x", color=["?"]))], "{color:#97A0AF}*[ X ]*{color}"),
    ([p(node("emoji", shortName=":tada:", text="\U0001f389"))], "\U0001f389"),
    ([p(node("emoji", shortName=":party:"))], ":party:"),
    ([p("a", SMILE, " ", WARNING, "b")], "a\U0001f642 :warning:b"),
    ([p(node("emoji", shortName=["?"]))], "['?']"),
    ([p(node("mention", text="@Al"))], "@Al"),
    ([p(node("mediaInline", id="7"))], "[mediaInline]"),
    ([p(node("inlineCard", data={"name": "x"}))], "[inlineCard]"),
    ([node("mediaSingle", node("media", id="7", type="file", width=20, height=10))], "!7|width=20,height=10!"),
    ([node("mediaGroup", node("media", id="7", alt="a.png"), node("media"))], "!a.png|thumbnail!\n[media]"),
    ([node("media", url="https://a/b.png")], "!https://a/b.png|thumbnail!"),
    ([node("expand", p("a"), p("b"), title="More")], "*More*\n\na\n\nb"),
    ([node("nestedExpand", p("a"))], "a"),
    (
        [node("taskList", node("taskItem", text("a"), state="TODO"), node("taskItem", text("b"), state="DONE"))],
        "* a\n* -b-",
    ),
    ([node("taskList", node("taskItem", text("a")), node("taskList", node("taskItem", text("b"))))], "* a\n** b"),
    ([node("decisionList", node("decisionItem", text("a"), state="DECIDED"))], "* <> a"),
    ([panel("custom", p("a"))], "{panel:bgColor=}\na\n{panel}"),
    ([quote(quote(p("a")))], "{quote}a{quote}"),
    ([quote(p(BR, "a"))], "{quote}\n\na\n{quote}"),
    ([quote(text("a"))], "{quote}a{quote}"),
    ([bullets(item("a", p("b")), item(bullets(item("c")), p("d")))], "* a\nb\n** c\n* d"),
    ([bullets({"type": "listItem"})], "* "),
    (
        [code("a{code}", language="c")],
        '{adf:display=block}\n{"type":"codeBlock","attrs":{"language":"c"},"content":[{"type":"text","text":"a{code}"}]}\n{adf}',
    ),
    ([code("x", language="a|b")], "{noformat}x{noformat}"),
    ([node("blockCard", data={})], '{adf:display=block}\n{"type":"blockCard","attrs":{"data":{}}}\n{adf}'),
    ([table(row(node("tableCell", p("a"), bullets(item("b")))))], "|a\n* b|"),
    ([p("a {code} b")], "a \\{code} b"),
    ([p("{quote}"), p("{quote}")], "\\{quote}\n\n\\{quote}"),
    ([p("*a*", BR, "- b", BR, "  h1. c")], "\\*a\\*\n\\- b\n  h1&#46; c"),
]


@pytest.mark.parametrize(("content", "wiki"), WRITTEN)
def test_what_wiki_markup_lacks_is_written_as_near_as_it_can_be(content, wiki):
    """What wiki markup has no word for is written as Jira Cloud does, and no text becomes markup by it."""
    assert wiki_of(doc(*content)) == wiki


def test_mentions_have_the_names_that_are_known():
    """A mention that is read has the name of the account, where the caller knows it."""
    document = document_of("[~accountid:1] [~accountid:2]", {"1": "Ann"}.get)
    assert document == doc(p(mention("1", "@Ann"), " ", mention("2")))


@pytest.mark.parametrize(("levels", "kinds"), [(98, ["x"]), (99, ["paragraph"]), (50_000, ["paragraph"])])
def test_node_in_wiki_markup_is_as_deep_as_a_request_may_be(levels, kinds):
    """JSON in wiki markup that is deeper than what a request may bring is text."""
    wiki = f'{{adf}}{{"type":"x","attrs":{{"a":{"[" * levels}{"]" * levels}}}}}{{adf}}'
    assert [node["type"] for node in document_of(wiki)["content"]] == kinds
