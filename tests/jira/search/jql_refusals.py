"""One refusal of each kind that JQL has: what truly happened, and what Jira says."""

from __future__ import annotations

from typing import NamedTuple

from jira_linkfake.jira.people.model import DEFAULT_USER
from jira_linkfake.jira.refusal import Refusal
from jira_linkfake.jira.search import refusals as functions
from jira_linkfake.jira.search import refusals as meaning
from jira_linkfake.jira.search import refusals as syntax

_OPERATORS = "The valid operators are '=', '!=', '<', '>', '<=', '>=', '~', '!~', 'IN', 'NOT IN', 'IS' and 'IS NOT'."
_ESCAPES = r"""The valid escape sequences are \', \", \t, \n, \r, \\, '\ ' and \uXXXX."""


class Told(NamedTuple):
    """A refusal, its truth, and Jira's message."""

    refusal: Refusal
    truth: str
    message: str
    status: int = 400


_SYNTAX = (
    Told(
        syntax.StringUnfinished(text="unclosed", line=1, character=11),
        "the JQL has a string that is not closed: 'unclosed'",
        "The quoted string 'unclosed' has not been completed. (line 1, character 11)",
    ),
    Told(
        syntax.EmptyStringUnfinished(line=2, character=3),
        "the JQL ends with an open quotation mark",
        "The quoted string has not been completed. (line 2, character 3)",
    ),
    Told(
        syntax.EscapeUnknown(text=r"\!", line=1, character=52),
        r"the JQL has an unknown escape: '\\!'",
        rf"'\!' is an illegal JQL escape sequence. {_ESCAPES} (line 1, character 52)",
    ),
    Told(
        syntax.EscapeUnfinished(line=5, character=1),
        "the JQL ends with a backslash",
        f"The escape sequence has not been completed. {_ESCAPES} (line 5, character 1)",
    ),
    Told(
        syntax.CharacterReserved(text="/", escape=r"\u002f", line=1, character=11),
        "the JQL has '/' outside quotation marks",
        r"The character '/' is a reserved JQL character. You must enclose it in a string or use the escape '\u002f'"
        " instead. (line 1, character 11)",
    ),
    Told(
        syntax.CharacterIllegal(name="U+007F", escape=r"\u007f", line=1, character=10),
        "the JQL has the character U+007F, not escaped",
        r"The character 'U+007F' on line 1 at position 10 must be escaped. Use the escape '\u007f' instead."
        " (line 1, character 10)",
    ),
    Told(
        syntax.NumberTooLong(text="9223372036854775808", line=1, character=7),
        "the JQL has a number of more than 64 bits: 9223372036854775808",
        "'9223372036854775808' is not a valid number. Numbers must be between -9,223,372,036,854,775,808 and"
        " 9,223,372,036,854,775,807. (line 1, character 7)",
    ),
    Told(
        syntax.WordReserved(word="SET", line=1, character=9),
        "the JQL has the reserved word 'SET' outside quotation marks",
        "'SET' is a reserved JQL word. You must surround it in quotation marks to use it in a query."
        " (line 1, character 9)",
    ),
    Told(
        syntax.FieldExpected(got="asc", line=1, character=15),
        "the JQL has 'asc' in the place of a field",
        "Expecting a field name but got 'asc'. You must surround 'asc' in quotation marks to use it as a field name."
        " (line 1, character 15)",
    ),
    Told(
        syntax.FieldExpectedNotBracket(line=1, character=17),
        "the JQL has a bracket in the place of a field",
        "Expecting a field name but got '['. Did you mean 'cf['? (line 1, character 17)",
    ),
    Told(
        syntax.FieldMissing(),
        "the JQL ends where a field should follow",
        "Expecting a field name at the end of the query.",
    ),
    Told(
        syntax.FieldNameEmpty(line=1, character=1),
        "the JQL has a field without a name",
        "A field name cannot be empty. (line 1, character 1)",
    ),
    Told(
        syntax.OperatorExpected(got="query", line=1, character=9),
        "the JQL has 'query' in the place of an operator",
        f"Expecting operator but got 'query'. {_OPERATORS} (line 1, character 9)",
    ),
    Told(
        syntax.OperatorMissing(),
        "the JQL ends where an operator should follow",
        f"Expecting operator before the end of the query. {_OPERATORS}",
    ),
    Told(
        syntax.OperandExpected(got="=", line=1, character=28),
        "the JQL has '=' in the place of a value",
        "Expecting either a value, list or function but got '='. You must surround '=' in quotation marks to use it as"
        " a value. (line 1, character 28)",
    ),
    Told(
        syntax.OperandMissing(),
        "the JQL ends where a value should follow",
        "Expecting either a value, list or function before the end of the query.",
    ),
    Told(
        syntax.ConjunctionExpected(got="status", line=1, character=15),
        "the JQL has 'status' after a term, where only AND, OR or ORDER BY can follow",
        "Expecting either 'OR' or 'AND' but got 'status'. (line 1, character 15)",
    ),
    Told(
        syntax.DirectionExpected(got="blah", line=1, character=21),
        "the JQL has 'blah' after a field to order by",
        "Expecting either 'ASC' or 'DESC' but got 'blah'. (line 1, character 21)",
    ),
    Told(
        syntax.SymbolExpected(expected="by", got="summary", line=1, character=12),
        "the JQL has 'summary' in the place of 'by'",
        "Expecting 'by' but got 'summary'. (line 1, character 12)",
    ),
    Told(
        syntax.SymbolMissing(expected=")"),
        "the JQL ends where ')' should follow",
        "Expecting ')' before the end of the query.",
    ),
    Told(
        syntax.ArgumentExpected(got="!", line=1, character=10),
        "the JQL has '!' in the place of an argument",
        "Expecting a function argument but got '!'. You must surround '!' in quotation marks to use it as an argument."
        " (line 1, character 10)",
    ),
    Told(
        syntax.ArgumentMissing(),
        "the JQL ends where an argument should follow",
        "Expecting a function argument at the end of the query.",
    ),
    Told(
        syntax.ArgumentEmpty(line=1, character=14),
        "the JQL has a function with a comma before its end",
        "Function argument must be specified. (line 1, character 14)",
    ),
    Told(
        syntax.ArgumentEndExpected(got="!", line=1, character=17),
        "the JQL has '!' after a function's argument",
        "Expecting ')' or ',' but got '!'. (line 1, character 17)",
    ),
    Told(
        syntax.FunctionNameEmpty(line=1, character=5),
        "the JQL has a function without a name",
        "A function name cannot be empty. (line 1, character 5)",
    ),
)

# Jira says "Error in JQL Query" of what stands in the place of a value, and "Error in the JQL Query" of all else.
_WITHOUT_ARTICLE = (syntax.OperandExpected, syntax.OperandMissing)


def _after_its_start(told: Told) -> Told:
    article = "" if isinstance(told.refusal, _WITHOUT_ARTICLE) else "the "
    return told._replace(message=f"Error in {article}JQL Query: {told.message}")


_MEANING = (
    Told(
        meaning.JqlNotServed(what="the field 'sprint' in JQL"),
        "jira_linkfake does not serve the field 'sprint' in JQL",
        "jira_linkfake does not serve the field 'sprint' in JQL.",
        status=501,
    ),
    Told(
        meaning.QueryUnbounded(),
        "the JQL restricts nothing",
        "Unbounded JQL queries are not allowed here. Please add a search restriction to your query.",
    ),
    Told(
        meaning.FieldUnknown(field="universe"),
        "JQL has no field 'universe'",
        "Field 'universe' does not exist or you do not have permission to view it.",
    ),
    Told(
        meaning.FieldUnknownToAnyone(field="universe"),
        "JQL has no field 'universe'",
        "Field 'universe' does not exist or this field cannot be viewed by anonymous users.",
    ),
    Told(
        meaning.OperatorUnsupported(operator="=", field="summary"),
        "the field 'summary' of JQL has no operator '='",
        "The operator '=' is not supported by the 'summary' field.",
    ),
    Told(
        meaning.ListMissing(operator="in", operand='"test"', field="summary"),
        "'in' takes a list, and \"test\" is none",
        "Operator 'in' does not support the non-list value '\"test\"' for field 'summary'.",
    ),
    Told(
        meaning.ListUnsupported(operator="=", operand="linkedIssues(APP-1)", field="issue"),
        "'=' takes one value, and linkedIssues(APP-1) is a list",
        "Operator '=' does not support the list value 'linkedIssues(APP-1)' for field 'issue'.",
    ),
    Told(
        meaning.EmptyUnsupported(field="text"),
        "the field 'text' of JQL cannot be compared with EMPTY in this way",
        "The field 'text' does not support searching for EMPTY values.",
    ),
    Told(
        meaning.EmptyMissing(operator="is", operand='"Done"', field="status"),
        "'is' takes EMPTY alone, and not \"Done\"",
        "Operator 'is' does not support the value '\"Done\"' for field 'status'.",
    ),
    Told(
        meaning.ValueUnseen(value="NOPE", field="project", caller=DEFAULT_USER),
        "admin sees no project 'NOPE': there is none",
        "The value 'NOPE' does not exist for the field 'project'.",
    ),
    Told(
        meaning.ValueIdUnseen(value="7", field="id", caller=None),
        "an anonymous caller sees no id with the id 7: there is none",
        "A value with ID '7' does not exist for the field 'id'.",
    ),
    Told(
        meaning.IssueKeyUnseen(value="APP-9", field="key", caller=DEFAULT_USER),
        "admin sees no issue APP-9: there is none",
        "An issue with key 'APP-9' does not exist for field 'key'.",
    ),
    Told(
        meaning.IssueKeyInvalid(value="0.0", field="key"),
        "'0.0' is no key of an issue",
        "The issue key '0.0' for field 'key' is invalid.",
    ),
    Told(
        meaning.DateInvalid(value="-100milestone", field="updated"),
        "'-100milestone' is no time",
        "Date value '-100milestone' for field 'updated' is invalid. Valid formats include: 'yyyy/MM/dd HH:mm',"
        " 'yyyy-MM-dd HH:mm', 'yyyy/MM/dd', 'yyyy-MM-dd', or a period format e.g. '-5d', '4w 2d'.",
    ),
    Told(
        meaning.TextEmpty(field="text"),
        "an empty text was searched for in 'text'",
        "The field 'text' does not support searching for an empty string.",
    ),
    Told(
        meaning.TextUnreadable(value="AND", field="text"),
        "the text 'AND' to search for has operators of the text search, and nothing to find",
        "Unable to parse the text 'AND' for field 'text'.",
    ),
    Told(
        meaning.SortUnsupported(field="bogus"),
        "issues cannot be ordered by 'bogus'",
        "Not able to sort using field 'bogus'.",
    ),
    Told(
        meaning.SortsTooMany(count=8),
        "the JQL orders by 8 fields",
        "The maximum number of fields to order by is 7.",
    ),
)

_FUNCTIONS = (
    Told(
        functions.FunctionUnknown(function="echo(HSP)"),
        "JQL has no function echo(HSP)",
        "Unable to find JQL function 'echo(HSP)'.",
    ),
    Told(
        functions.FunctionUnfit(function="currentUser", field="status"),
        "the function currentUser gives no value for 'status'",
        "A value provided by the function 'currentUser' is invalid for the field 'status'.",
    ),
    Told(
        functions.FunctionNoDate(function="currentUser", field="created"),
        "the function currentUser gives no time for 'created'",
        "A date for the field 'created' provided by the function 'currentUser' is not valid.",
    ),
    Told(
        functions.ArgumentsUnexpected(function="now", received=1),
        "the function now takes no arguments, and got 1",
        "Function 'now' expected '0' arguments but received '1'.",
    ),
    Told(
        functions.ArgumentsTooMany(function="startOfDay", received=2),
        "the function startOfDay takes at most one argument, and got 2",
        "Function 'startOfDay' expected between '0' and '1' arguments but received '2'.",
    ),
    Told(
        functions.DurationInvalid(function="startOfDay"),
        "the function startOfDay was given what is no span of time",
        "Duration for function 'startOfDay' should have the format (+/-)n(yMwdm), e.g -1M for 1 month earlier.",
    ),
    Told(
        functions.LinkedIssueMissing(),
        "linkedIssues was given no issue",
        "Incorrect number of arguments for function 'linkedIssues'. Usage: 'linkedIssues ( issuekey [, linkDescription"
        " ]* )'.",
    ),
    Told(
        functions.LinkedIssueUnseen(value="APP-9", caller=DEFAULT_USER),
        "admin sees no issue APP-9, of which linkedIssues was asked: there is none",
        "Issue 'APP-9' could not be found in function 'linkedIssues'.",
    ),
    Told(
        functions.LinkPhraseUnknown(phrase="haunts"),
        "no type of links has the phrase 'haunts'",
        "Issue link type 'haunts' could not be found in function 'linkedIssues'.",
    ),
    Told(
        functions.LinkedIssuesDisabled(),
        "linkedIssues was asked while issue linking is switched off (linking_enabled=False)",
        "Function 'linkedIssues' cannot be called as issue linking is currently disabled.",
    ),
)

JQL_REFUSALS = (*map(_after_its_start, _SYNTAX), *_MEANING, *_FUNCTIONS)
