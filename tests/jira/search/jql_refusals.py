"""One refusal of each kind that JQL has, with what truly happened; Jira's words stand in the wire suite."""

from __future__ import annotations

from jira_linkfake.jira.people.model import DEFAULT_USER
from jira_linkfake.jira.search import refusals as jql

JQL_REFUSALS = {
    jql.StringUnfinished(text="unclosed", line=1, character=11): "the JQL has a string that is not closed: 'unclosed'",
    jql.EmptyStringUnfinished(line=2, character=3): "the JQL ends with an open quotation mark",
    jql.EscapeUnknown(text="\\!", line=1, character=52): r"the JQL has an unknown escape: '\\!'",
    jql.EscapeUnfinished(line=5, character=1): "the JQL ends with a backslash",
    jql.CharacterReserved(text="/", escape="\\u002f", line=1, character=11): "the JQL has '/' outside quotation marks",
    jql.CharacterIllegal(
        name="U+007F", escape="\\u007f", line=1, character=10
    ): "the JQL has the character U+007F, not escaped",
    jql.NumberTooLong(
        text="9223372036854775808", line=1, character=7
    ): "the JQL has a number of more than 64 bits: 9223372036854775808",
    jql.WordReserved(word="SET", line=1, character=9): "the JQL has the reserved word 'SET' outside quotation marks",
    jql.FieldExpected(got="asc", line=1, character=15): "the JQL has 'asc' in the place of a field",
    jql.FieldExpectedNotBracket(line=1, character=17): "the JQL has a bracket in the place of a field",
    jql.NumberExpected(got="x", line=1, character=4): "the JQL has 'x' in the place of a custom field's number",
    jql.NumberInvalid(value="big", field="Size"): "'big' is no number",
    jql.FieldMissing(): "the JQL ends where a field should follow",
    jql.FieldNameEmpty(line=1, character=1): "the JQL has a field without a name",
    jql.OperatorExpected(got="query", line=1, character=9): "the JQL has 'query' in the place of an operator",
    jql.OperatorMissing(): "the JQL ends where an operator should follow",
    jql.OperandExpected(got="=", line=1, character=28): "the JQL has '=' in the place of a value",
    jql.OperandMissing(): "the JQL ends where a value should follow",
    jql.ConjunctionExpected(
        got="status", line=1, character=15
    ): "the JQL has 'status' after a term, where only AND, OR or ORDER BY can follow",
    jql.DirectionExpected(got="blah", line=1, character=21): "the JQL has 'blah' after a field to order by",
    jql.SymbolExpected(
        expected="by", got="summary", line=1, character=12
    ): "the JQL has 'summary' in the place of 'by'",
    jql.SymbolMissing(expected=")"): "the JQL ends where ')' should follow",
    jql.ArgumentExpected(got="!", line=1, character=10): "the JQL has '!' in the place of an argument",
    jql.ArgumentMissing(): "the JQL ends where an argument should follow",
    jql.ArgumentEmpty(line=1, character=14): "the JQL has a function with a comma before its end",
    jql.ArgumentEndExpected(got="!", line=1, character=17): "the JQL has '!' after a function's argument",
    jql.FunctionNameEmpty(line=1, character=5): "the JQL has a function without a name",
    jql.JqlNotServed(what="the field 'sprint' in JQL"): "jira_linkfake does not serve the field 'sprint' in JQL",
    jql.QueryUnbounded(): "the JQL restricts nothing",
    jql.FieldUnknown(field="universe"): "JQL has no field 'universe', so nothing is found",
    jql.OperatorUnsupported(operator="=", field="summary"): "the field 'summary' of JQL has no operator '='",
    jql.PredicateUnsupported(operator="was", predicate="to"): "'was' does not take to in this way",
    jql.GroupUnresolved(
        function="membersOf", value="devs"
    ): "membersOf was asked of the group 'devs', which there is none of",
    jql.JqlsMiscounted(name="jqls", count=101, least=0, most=100): "jqls has 101, and takes 0 to 100",
    jql.QueriesMissing(): "the body has no queries",
    jql.SanitizedForNobody(
        account_id="7"
    ): "there is no user with the account '7', for whom a query was to be sanitized",
    jql.ValidationUnknown(value="lax"): "validation='lax' is none of strict, warn and none",
    jql.SuggestionUnfit(): "the query names no field, or a predicate's value without a predicate that has values",
    jql.ListMissing(operator="in", operand='"test"', field="summary"): "'in' takes a list, and \"test\" is none",
    jql.ListUnsupported(
        operator="=", operand="linkedIssues(APP-1)", field="issue"
    ): "'=' takes one value, and linkedIssues(APP-1) is a list",
    jql.EmptyUnsupported(field="text"): "the field 'text' of JQL cannot be compared with EMPTY in this way",
    jql.EmptyMissing(operator="is", operand='"Done"', field="status"): "'is' takes EMPTY alone, and not \"Done\"",
    jql.ValueUnseen(value="NOPE", field="project", caller=DEFAULT_USER): "admin sees no project 'NOPE': there is none",
    jql.ValueIdUnseen(
        value="7", field="id", caller=None
    ): "an anonymous caller sees no id with the id 7: there is none",
    jql.IssueKeyUnseen(value="APP-9", field="key", caller=DEFAULT_USER): "admin sees no issue APP-9: there is none",
    jql.IssueKeyInvalid(value="0.0", field="key"): "'0.0' is no key of an issue",
    jql.DateInvalid(value="-100milestone", field="updated"): "'-100milestone' is no time",
    jql.CountInvalid(value="many", field="votes"): "'many' is no number of votes",
    jql.SpanInvalid(value="soon", field="timespent"): "'soon' is no span of work",
    jql.TextEmpty(field="text"): "an empty text was searched for in 'text'",
    jql.TextUnreadable(
        value="AND", field="text"
    ): "the text 'AND' to search for has nothing to find, or marks of the text search that are not escaped",
    jql.SortUnsupported(field="bogus"): "issues cannot be ordered by 'bogus'",
    jql.SortsTooMany(count=8): "the JQL orders by 8 fields",
    jql.FunctionUnknown(function="echo(HSP)"): "JQL has no function echo(HSP)",
    jql.FunctionUnfit(function="currentUser", field="status"): "the function currentUser gives no value for 'status'",
    jql.FunctionNoDate(function="currentUser", field="created"): "the function currentUser gives no time for 'created'",
    jql.ArgumentsUnexpected(function="now", received=1): "the function now takes no arguments, and got 1",
    jql.ArgumentNeeded(
        function="latestReleasedVersion", received=0
    ): "the function latestReleasedVersion takes one argument, and got 0",
    jql.ProjectUnresolved(
        function="releasedVersions", value="NOPE"
    ): "there is no project 'NOPE' that the caller may browse, for releasedVersions",
    jql.ArgumentsTooMany(
        function="startOfDay", received=2
    ): "the function startOfDay takes at most one argument, and got 2",
    jql.DurationInvalid(function="startOfDay"): "the function startOfDay was given what is no span of time",
    jql.LinkedIssueMissing(): "linkedIssues was given no issue",
    jql.LinkedIssueUnseen(
        value="APP-9", caller=DEFAULT_USER
    ): "admin sees no issue APP-9, of which linkedIssues was asked: there is none",
    jql.LinkPhraseUnknown(phrase="haunts"): "no type of links has the phrase 'haunts'",
    jql.LinkedIssuesDisabled(): "linkedIssues was asked while issue linking is switched off (linking_enabled=False)",
    jql.FilterCircular(value="One", field="filter"): "the query of the filter 'One' leads back to itself",
}
