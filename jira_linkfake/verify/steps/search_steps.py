"""Steps about search: what is found, its pages, and what is wrong with a query."""

from __future__ import annotations

from typing import Any

from jira_linkfake.verify.steps.declaring import get, jql, post

BY_GET, BY_POST = "searchAndReconsileIssuesUsingJql", "searchAndReconsileIssuesUsingJqlPost"
OURS = 'labels = "{label}"'
RECONCILED = {"reconcileIssues": ["{a_id}", "{b_id}"]}


def found(name: str, query: str, *, needs: str = "link", **more: Any) -> Any:
    """Return a step that searches for what the run has just made, which search may not know of yet."""
    return jql(name, BY_GET, query, needs=needs, query=RECONCILED, is_search=True, **more)


FOUND = (
    found("issues by a label", f"{OURS} AND key in ({{a}}, {{b}}) ORDER BY key"),
    found("issues by their key", "key = {a}"),
    found("issues in an order", "key in ({a}, {b}) ORDER BY created DESC"),
    found("issues by a text of their summary", f'{OURS} AND summary ~ "{{label}}" AND key = {{a}}'),
    found("issues by their type", "key = {a} AND issuetype = {type_id}"),
    found("issues by their reporter", "key = {a} AND reporter = currentUser()"),
    found("issues without an assignee", "key = {a} AND assignee is EMPTY"),
    found("issues that are not", "key = {a} AND key != {b}"),
    found("issues by when they were made", "key = {a} AND created > -1d"),
    jql("linkedIssues", BY_GET, "issue in linkedIssues({a})", needs="link", is_search=True),
    post(
        "jql: by POST",
        BY_POST,
        "search/jql",
        {"jql": "key = {one}", "fields": ["summary"]},
        needs="one",
        is_search=True,
    ),
    jql(
        "a first page",
        BY_GET,
        "key in ({one}, {two}) ORDER BY key",
        needs="one, two",
        is_search=True,
        query={"maxResults": 1},
    ),
    post(
        "jql: counted",
        "countIssues",
        "search/approximate-count",
        {"jql": "key in ({one}, {two})"},
        needs="one, two",
        is_search=True,
    ),
    post(
        "jql: matched",
        "matchIssues",
        "jql/match",
        {"issueIds": ["{one_number}"], "jqls": ["project = {project}"]},
        needs="one",
        alike=True,
    ),
    post(
        "jql: parsed",
        "parseJqlQueries",
        "jql/parse?validation=strict",
        {"queries": ["project = {project}", "status ="]},
    ),
    post("jql: nothing parsed", "JqlsMiscounted", "jql/parse", {"queries": []}),
    post(
        "jql: parsed with an unknown validation",
        "ValidationUnknown",
        "jql/parse?validation=lax",
        {"queries": ["key = a"]},
    ),
    post(
        "jql: sanitized",
        "sanitiseJqlQueries",
        "jql/sanitize",
        {"queries": [{"query": "project = {project}", "accountId": "{me}"}]},
        needs="admin",
    ),
    post("jql: nothing sanitized", "QueriesMissing", "jql/sanitize", {}, needs="admin"),
    post(
        "jql: sanitized for nobody",
        "SanitizedForNobody",
        "jql/sanitize",
        {"queries": [{"query": "project = {project}", "accountId": "nobody-at-all"}]},
        needs="admin",
    ),
    get("jql: words", "getAutoComplete", "jql/autocompletedata", alike=True),
    post("jql: words by POST", "getAutoCompletePost", "jql/autocompletedata", {}, alike=True),
    get(
        "jql: suggestions",
        "getFieldAutoCompleteForQueryString",
        "jql/autocompletedata/suggestions?fieldName=project&fieldValue={project}",
        alike=True,
    ),
    get("jql: suggestions for nothing", "SuggestionUnfit", "jql/autocompletedata/suggestions?predicateName=by"),
    get("jql: the search that was removed", "SearchRemoved", "search?jql=key={one}", needs="one"),
    post("jql: the search that was removed, by POST", "SearchRemoved", "search", {"jql": "key = {one}"}, needs="one"),
)

PAGES = (
    jql("pages of none", "MaxResultsInvalid", "project = {project}", query={"maxResults": 0}),
    jql("pages of too many", "MaxResultsInvalid", "project = {project}", query={"maxResults": 6000}),
    jql("a token that is none", "PageTokenInvalid", "project = {project}", query={"nextPageToken": "nonsense"}),
    jql("an address that is too long", "AddressTooLong", "summary ~ '" + "x" * 20000 + "'"),
    post("jql: an unknown property", "PayloadInvalid", "search/jql", {"jql": "project = {project}", "nonsense": 1}),
    post("jql: an empty body", "BodyEmpty", "search/jql", b""),
)

WRONG = (
    jql("nothing", "QueryUnbounded", ""),
    jql("an order alone", "QueryUnbounded", "ORDER BY key"),
    jql("an unknown field", BY_GET, "nonsense = 42 AND project = {project}"),
    jql("an unknown field beside an unknown project", "FieldUnknown", "nonsense = 42 AND project = NOPEZZQ"),
    jql("an operator that the field does not have", "OperatorUnsupported", "summary = test"),
    jql("a predicate that does not go there", "PredicateUnsupported", "status was Done to x"),
    jql("one value for a list", "ListMissing", "status in Done"),
    jql("a list for one value", "ListUnsupported", "status = (Done, 3)"),
    jql("EMPTY where it cannot be", "EmptyUnsupported", "text ~ EMPTY"),
    jql("IS without EMPTY", "EmptyMissing", "status is Done"),
    jql("an unknown status", "ValueUnseen", 'status = "No such status of verify"'),
    jql("an unknown project", "ValueUnseen", "project = NOPEZZQ"),
    jql("an unknown type of issues", "ValueUnseen", 'issuetype = "No such type of verify"'),
    jql("an unknown link type", "ValueUnseen", 'issueLinkType = "No such type of verify"'),
    jql("an unknown id", "ValueIdUnseen", "id = 999999999"),
    jql("an unknown key", "IssueKeyUnseen", "key = {project}-9999999"),
    jql("several keys, of which one is unknown", "IssueKeyUnseen", "key in ({one}, {project}-9999999)", needs="one"),
    jql("a key that cannot be one", "IssueKeyInvalid", "key = 0.0"),
    jql("a date that is none", "DateInvalid", "updated > yesterday"),
    jql("a number that is none", "CountInvalid", "votes > many"),
    jql("a custom field's number that is none", "NumberExpected", "cf[nonsense] = 1"),
    jql("a custom number that is none", "NumberInvalid", "cf[{points_number}] = many", needs="board"),
    jql("a span that is none", "SpanInvalid", "timespent > soon"),
    jql("an empty text", "TextEmpty", "text ~ ''"),
    jql("a text that cannot be read", "TextUnreadable", "text ~ 'AND'"),
    jql("an unknown order", "SortUnsupported", "project = {project} ORDER BY nonsense"),
    jql(
        "an order of too many fields",
        "SortsTooMany",
        "project = {project} ORDER BY key, created, updated, summary, status, priority, votes, watchers",
    ),
    jql("a string that is not closed", "StringUnfinished", 'summary ~ "unclosed'),
    jql("a quotation mark at the end", "EmptyStringUnfinished", "comment ~ '"),
    jql("an unknown escape", "EscapeUnknown", "test = case\\k"),
    jql("a backslash at the end", "EscapeUnfinished", "status =\\"),
    jql("a reserved character", "CharacterReserved", "reporter=a/user"),
    jql("a character that must be escaped", "CharacterIllegal", "control = 'char\t'"),
    jql("a number that is too long", "NumberTooLong", "a = 9223372036854775808"),
    jql("a reserved word", "WordReserved", "status = SET"),
    jql("no field to order by", "FieldExpected", "a =b order by asc"),
    jql("a bracket for a field", "FieldExpectedNotBracket", "[10000] = a"),
    jql("no field at the end", "FieldMissing", "project = {project} AND"),
    jql("a field without a name", "FieldNameEmpty", "'' = c"),
    jql("no operator", "OperatorExpected", "invalid query"),
    jql("no operator at the end", "OperatorMissing", "status"),
    jql("two operators", "OperandExpected", "project = {project} AND status = = Open"),
    jql("no value at the end", "OperandMissing", "project ="),
    jql("nothing that joins", "ConjunctionExpected", "project = {project} status"),
    jql("no direction", "DirectionExpected", "a =b order by ajsks blah"),
    jql("ORDER without BY", "SymbolExpected", "a =b order summary"),
    jql("no bracket at the end", "SymbolMissing", "project = {project} AND (status = Open"),
    jql("no argument", "ArgumentExpected", "k = func(!"),
    jql("no argument at the end", "ArgumentMissing", "bas=func(bad,"),
    jql("an empty argument", "ArgumentEmpty", "bas=func(bad,)"),
    jql("something behind an argument", "ArgumentEndExpected", "k = func(abc, jk!)"),
    jql("a function without a name", "FunctionNameEmpty", "a = ''()"),
    jql("an unknown function", "FunctionUnknown", "status = noSuch(1)"),
    jql("a function of another field", "FunctionUnfit", "status = currentUser()"),
    jql("a function that is no time", "FunctionNoDate", "created > currentUser()"),
    jql("arguments that are not expected", "ArgumentsUnexpected", "created > now(1)"),
    jql("an argument that is missing", "ArgumentNeeded", "fixVersion = latestReleasedVersion()"),
    jql("members of an unknown group", "GroupUnresolved", 'assignee in membersOf("no-such-group-of-verify")'),
    jql("versions of an unknown project", "ProjectUnresolved", "fixVersion in releasedVersions(NOPEZZQ)"),
    jql("too many arguments", "ArgumentsTooMany", "created > startOfDay(1, 2)"),
    jql("a step that is none", "DurationInvalid", "created > startOfDay(invalid)"),
    jql("linkedIssues of nothing", "LinkedIssueMissing", "issue in linkedIssues()"),
    jql("linkedIssues of an unknown issue", "LinkedIssueUnseen", "issue in linkedIssues({project}-9999999)"),
    jql("linkedIssues by an unknown phrase", "LinkPhraseUnknown", "issue in linkedIssues({one}, Haunts)", needs="one"),
)

STEPS = (*FOUND, *PAGES, *WRONG)
