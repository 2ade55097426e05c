"""What can go wrong about JQL, and what Jira answers; lines and characters count from 1."""

from __future__ import annotations

from jira_linkfake.jira import evidence
from jira_linkfake.jira.evidence import Evidence, chosen
from jira_linkfake.jira.refusal import NO_TEXT, Answer, Refusal, UnseenRefusal

_FORMATS = (
    "Valid formats include: 'yyyy/MM/dd HH:mm', 'yyyy-MM-dd HH:mm', 'yyyy/MM/dd', 'yyyy-MM-dd', or a period format"
    " e.g. '-5d', '4w 2d'."
)


def invalid_jql(condition: str, message: str, words_by: Evidence) -> Answer:
    """Return the answer to JQL that asks for what there is not."""
    return Answer(
        condition=f"JQL: {condition}",
        status=400,
        status_by=evidence.REFERENCE,
        message=message,
        words_by=words_by,
    )


_PLACE = " (line {0.line}, character {0.character})"
_OPERATORS = "The valid operators are '=', '!=', '<', '>', '<=', '>=', '~', '!~', 'IN', 'NOT IN', 'IS' and 'IS NOT'."
_ESCAPES = r"""The valid escape sequences are \', \", \t, \n, \r, \\, '\ ' and \uXXXX."""
_LONG = "Numbers must be between -9,223,372,036,854,775,808 and 9,223,372,036,854,775,807."


def _not_jql(condition: str, message: str, words_by: Evidence, *, start: str = "Error in the JQL Query: ") -> Answer:
    return Answer(
        condition=f"JQL: {condition}",
        status=400,
        status_by=evidence.RECORDED,
        message=start + message,
        words_by=words_by,
    )


class JqlNotServed(Refusal):
    """Jira has it in its JQL; the fake does not."""

    truth = "jira_linkfake does not serve {0.what}"
    answer = Answer(
        condition="JQL that Jira has and jira_linkfake does not serve",
        status=501,
        status_by=chosen("Jira serves it; an invented answer would be worse"),
        message="jira_linkfake does not serve {0.what}.",
        words_by=chosen("it is ours"),
    )

    what: str


class QueryUnbounded(Refusal):
    """The query restricts nothing, where Jira wants a restriction."""

    truth = "the JQL restricts nothing"
    answer = Answer(
        condition="JQL that restricts nothing",
        status=400,
        status_by=evidence.RECORDED,
        message="Unbounded JQL queries are not allowed here. Please add a search restriction to your query.",
        words_by=evidence.RECORDED,
    )


class JqlMeaningRefusal(Refusal):
    """A query names what there is not, or compares what cannot be compared."""


class FieldUnknown(JqlMeaningRefusal):
    """No field has this name."""

    truth = "JQL has no field {0.field!r}, so nothing is found"
    answer = invalid_jql(
        "an unknown field",
        "Field '{0.field}' does not exist or you do not have permission to view it.",
        evidence.REFERENCE,
    )

    field: str


class OperatorUnsupported(JqlMeaningRefusal):
    """The field cannot be compared in this way."""

    truth = "the field {0.field!r} of JQL has no operator {0.operator!r}"
    answer = invalid_jql(
        "an operator that the field does not have",
        "The operator '{0.operator}' is not supported by the '{0.field}' field.",
        evidence.REFERENCE,
    )

    operator: str
    field: str


class PredicateUnsupported(JqlMeaningRefusal):
    """Something was said of the past that the operator does not take, or that is not what the predicate takes."""

    truth = "{0.operator!r} does not take {0.predicate} in this way"
    answer = invalid_jql(
        "`from` and `to` with `was`, `during` with anything but two times, another predicate with a list of times",
        "The predicate '{0.predicate}' is not supported by the operator '{0.operator}' in this way.",
        NO_TEXT,
    )

    operator: str
    predicate: str


class ListMissing(JqlMeaningRefusal):
    """A list was to be looked into, and one value was given."""

    truth = "{0.operator!r} takes a list, and {0.operand} is none"
    answer = invalid_jql(
        "one value where a list is to be",
        "Operator '{0.operator}' does not support the non-list value '{0.operand}' for field '{0.field}'.",
        evidence.REFERENCE,
    )

    operator: str
    operand: str
    field: str


class ListUnsupported(JqlMeaningRefusal):
    """A field was to be compared with one value, and a list was given."""

    truth = "{0.operator!r} takes one value, and {0.operand} is a list"
    answer = invalid_jql(
        "a list where one value is to be",
        "Operator '{0.operator}' does not support the list value '{0.operand}' for field '{0.field}'.",
        evidence.SERVER_TESTS,
    )

    operator: str
    operand: str
    field: str


class EmptyUnsupported(JqlMeaningRefusal):
    """A field was to be compared with EMPTY in a way that has no meaning for it."""

    truth = "the field {0.field!r} of JQL cannot be compared with EMPTY in this way"
    answer = invalid_jql(
        "EMPTY where the field cannot be",
        "The field '{0.field}' does not support searching for EMPTY values.",
        evidence.SERVER_TESTS,
    )

    field: str


class EmptyMissing(JqlMeaningRefusal):
    """A field was said to be something else than EMPTY."""

    truth = "{0.operator!r} takes EMPTY alone, and not {0.operand}"
    answer = invalid_jql(
        "IS with something else than EMPTY",
        "Operator '{0.operator}' does not support the value '{0.operand}' for field '{0.field}'.",
        NO_TEXT,
    )

    operator: str
    operand: str
    field: str


class ValueUnseen(JqlMeaningRefusal, UnseenRefusal):
    """The field has no value of this name that the caller may see."""

    truth = "{0.who} sees no {0.field} {0.value!r}: {0.why}"
    answer = invalid_jql(
        "a value that does not exist or that the caller may not see",
        "The value '{0.value}' does not exist for the field '{0.field}'.",
        evidence.REFERENCE,
    )

    value: str
    field: str


class ValueIdUnseen(JqlMeaningRefusal, UnseenRefusal):
    """The field has no value with this id that the caller may see."""

    truth = "{0.who} sees no {0.field} with the id {0.value}: {0.why}"
    answer = invalid_jql(
        "an id that nothing has, or nothing that the caller may see",
        "A value with ID '{0.value}' does not exist for the field '{0.field}'.",
        evidence.REPORTED_JQL,
    )

    value: str
    field: str


class IssueKeyUnseen(JqlMeaningRefusal, UnseenRefusal):
    """No issue that the caller may see has this key."""

    truth = "{0.who} sees no issue {0.value}: {0.why}"
    answer = invalid_jql(
        "an issue that does not exist or that the caller may not see",
        "An issue with key '{0.value}' does not exist for field '{0.field}'.",
        evidence.REPORTED_JQL,
    )

    value: str
    field: str


class IssueKeyInvalid(JqlMeaningRefusal):
    """What was given as an issue's key cannot be one."""

    truth = "{0.value!r} is no key of an issue"
    answer = invalid_jql(
        "what cannot be an issue's key",
        "The issue key '{0.value}' for field '{0.field}' is invalid.",
        evidence.REPORTED_JQL,
    )

    value: str
    field: str


class DateInvalid(JqlMeaningRefusal):
    """What was given as a time is none."""

    truth = "{0.value!r} is no time"
    answer = invalid_jql(
        "what is no time",
        "Date value '{0.value}' for field '{0.field}' is invalid. " + _FORMATS,
        evidence.SERVER_SUITE,
    )

    value: str
    field: str


class CountInvalid(JqlMeaningRefusal):
    """What was given as a number of things is none."""

    truth = "{0.value!r} is no number of {0.field}"
    answer = invalid_jql(
        "what is no number, where things are counted",
        "The value '{0.value}' for field '{0.field}' is invalid. It must be a whole number, 0 or more.",
        NO_TEXT,
    )

    value: str
    field: str


class NumberInvalid(JqlMeaningRefusal):
    """What was given as the value of a field of numbers is none."""

    truth = "{0.value!r} is no number"
    answer = invalid_jql(
        "what is no number, for a custom field of numbers",
        "The value '{0.value}' for field '{0.field}' is invalid. It must be a number.",
        NO_TEXT,
    )

    value: str
    field: str


class SpanInvalid(JqlMeaningRefusal):
    """What was given as a span of work is none."""

    truth = "{0.value!r} is no span of work"
    answer = invalid_jql(
        "what is no span of work",
        "The value '{0.value}' for field '{0.field}' is invalid. It must be a duration such as '3h 30m'.",
        NO_TEXT,
    )

    value: str
    field: str


class FilterCircular(JqlMeaningRefusal):
    """A filter's query names the filter itself, or one that does."""

    truth = "the query of the filter {0.value!r} leads back to itself"
    answer = invalid_jql(
        "a filter whose query leads back to itself",
        "Field '{0.field}' with value '{0.value}' matches filter '{0.value}' and causes a cyclical reference, "
        "this query can not be executed and should be edited.",
        evidence.SERVER_TESTS,
    )

    value: str
    field: str


class TextEmpty(JqlMeaningRefusal):
    """An empty text was searched for."""

    truth = "an empty text was searched for in {0.field!r}"
    answer = invalid_jql(
        "an empty text to search for",
        "The field '{0.field}' does not support searching for an empty string.",
        evidence.MEASURED_JQL,
    )

    field: str


class TextUnreadable(JqlMeaningRefusal):
    """A text was searched for that consists of operators alone, or has marks that are not escaped."""

    truth = "the text {0.value!r} to search for has nothing to find, or marks of the text search that are not escaped"
    answer = invalid_jql(
        "a text to search for in which there is nothing to find, or marks that are not escaped",
        "Unable to parse the text '{0.value}' for field '{0.field}'.",
        evidence.MEASURED_JQL,
    )

    value: str
    field: str


class SortUnsupported(JqlMeaningRefusal):
    """Issues cannot be ordered by this."""

    truth = "issues cannot be ordered by {0.field!r}"
    answer = invalid_jql(
        "a field that issues cannot be ordered by",
        "Not able to sort using field '{0.field}'.",
        evidence.REPORTED_JQL,
    )

    field: str


class SortsTooMany(JqlMeaningRefusal):
    """The query orders by more fields than Jira takes."""

    truth = "the JQL orders by {0.count} fields"
    answer = invalid_jql("more than 7 fields to order by", "The maximum number of fields to order by is 7.", NO_TEXT)

    count: int


class JqlSyntaxRefusal(Refusal):
    """A text is no JQL."""


class PlacedRefusal(JqlSyntaxRefusal):
    """A text is no JQL, for what stands at one place in it."""

    line: int
    character: int


class UnexpectedRefusal(PlacedRefusal):
    """Something else stands where JQL goes on in a certain way."""

    got: str


class StringUnfinished(PlacedRefusal):
    """A quotation mark is not closed."""

    truth = "the JQL has a string that is not closed: {0.text!r}"
    answer = _not_jql(
        "a string that is not closed",
        "The quoted string '{0.text}' has not been completed." + _PLACE,
        evidence.RECORDED,
    )

    text: str


class EmptyStringUnfinished(PlacedRefusal):
    """A quotation mark with nothing after it is not closed."""

    truth = "the JQL ends with an open quotation mark"
    answer = _not_jql(
        "a quotation mark at the end", "The quoted string has not been completed." + _PLACE, evidence.SERVER_SUITE
    )


class EscapeUnknown(PlacedRefusal):
    """A backslash stands before what it cannot escape."""

    truth = "the JQL has an unknown escape: {0.text!r}"
    answer = _not_jql(
        "an unknown escape",
        "'{0.text}' is an illegal JQL escape sequence. " + _ESCAPES + _PLACE,
        evidence.SERVER_SUITE,
    )

    text: str


class EscapeUnfinished(PlacedRefusal):
    """The text ends with a backslash."""

    truth = "the JQL ends with a backslash"
    answer = _not_jql(
        "a backslash at the end",
        "The escape sequence has not been completed. " + _ESCAPES + _PLACE,
        evidence.SERVER_SUITE,
    )


class CharacterReserved(PlacedRefusal):
    """A character stands outside quotation marks that JQL keeps for itself."""

    truth = "the JQL has {0.text!r} outside quotation marks"
    answer = _not_jql(
        "a reserved character outside quotation marks",
        "The character '{0.text}' is a reserved JQL character. You must enclose it in a string or use the escape"
        " '{0.escape}' instead." + _PLACE,
        evidence.SERVER_CLIENT,
    )

    text: str
    escape: str


class CharacterIllegal(PlacedRefusal):
    """A character that is to be escaped everywhere, such as a control character."""

    truth = "the JQL has the character {0.name}, not escaped"
    answer = _not_jql(
        "a character that must be escaped",
        "The character '{0.name}' on line {0.line} at position {0.character} must be escaped. Use the escape"
        " '{0.escape}' instead." + _PLACE,
        evidence.SERVER_SUITE,
    )

    name: str
    escape: str


class NumberTooLong(PlacedRefusal):
    """A number does not fit into 64 bits."""

    truth = "the JQL has a number of more than 64 bits: {0.text}"
    answer = _not_jql(
        "a number of more than 64 bits", "'{0.text}' is not a valid number. " + _LONG + _PLACE, evidence.SERVER_SUITE
    )

    text: str


class WordReserved(PlacedRefusal):
    """A word stands outside quotation marks that JQL keeps for itself."""

    truth = "the JQL has the reserved word {0.word!r} outside quotation marks"
    answer = _not_jql(
        "a reserved word outside quotation marks",
        "'{0.word}' is a reserved JQL word. You must surround it in quotation marks to use it in a query." + _PLACE,
        evidence.REPORTED_JQL,
    )

    word: str


class FieldExpected(UnexpectedRefusal):
    """Something else stands in the place of a field."""

    truth = "the JQL has {0.got!r} in the place of a field"
    answer = _not_jql(
        "something else in the place of a field",
        "Expecting a field name but got '{0.got}'. You must surround '{0.got}' in quotation marks to use it as a field"
        " name." + _PLACE,
        evidence.SERVER_SUITE,
    )


class FieldExpectedNotBracket(PlacedRefusal):
    """A bracket stands in the place of a field."""

    truth = "the JQL has a bracket in the place of a field"
    answer = _not_jql(
        "a bracket in the place of a field",
        "Expecting a field name but got '['. Did you mean 'cf['?" + _PLACE,
        evidence.SERVER_SUITE,
    )


class NumberExpected(UnexpectedRefusal):
    """Something else stands where the number of a custom field should."""

    truth = "the JQL has {0.got!r} in the place of a custom field's number"
    answer = _not_jql(
        "something else in the place of a custom field's number",
        "Expecting a number but got '{0.got}'." + _PLACE,
        NO_TEXT,
    )


class FieldMissing(JqlSyntaxRefusal):
    """The text ends where a field should follow."""

    truth = "the JQL ends where a field should follow"
    answer = _not_jql("no field at the end", "Expecting a field name at the end of the query.", evidence.RECORDED)


class FieldNameEmpty(PlacedRefusal):
    """The name of a field is empty."""

    truth = "the JQL has a field without a name"
    answer = _not_jql("a field without a name", "A field name cannot be empty." + _PLACE, evidence.SERVER_SUITE)


class OperatorExpected(UnexpectedRefusal):
    """Something else stands in the place of an operator."""

    truth = "the JQL has {0.got!r} in the place of an operator"
    answer = _not_jql(
        "something else in the place of an operator",
        "Expecting operator but got '{0.got}'. " + _OPERATORS + _PLACE,
        evidence.REFERENCE,
    )


class OperatorMissing(JqlSyntaxRefusal):
    """The text ends where an operator should follow."""

    truth = "the JQL ends where an operator should follow"
    answer = _not_jql(
        "no operator at the end",
        "Expecting operator before the end of the query. " + _OPERATORS,
        evidence.SERVER_SUITE,
    )


class OperandExpected(UnexpectedRefusal):
    """Something else stands in the place of a value, a list or a function."""

    truth = "the JQL has {0.got!r} in the place of a value"
    answer = _not_jql(
        "something else in the place of a value",
        "Expecting either a value, list or function but got '{0.got}'. You must surround '{0.got}' in quotation marks"
        " to use it as a value." + _PLACE,
        evidence.RECORDED,
        start="Error in JQL Query: ",
    )


class OperandMissing(JqlSyntaxRefusal):
    """The text ends where a value, a list or a function should follow."""

    truth = "the JQL ends where a value should follow"
    answer = _not_jql(
        "no value at the end",
        "Expecting either a value, list or function before the end of the query.",
        evidence.RECORDED,
        start="Error in JQL Query: ",
    )


class ConjunctionExpected(UnexpectedRefusal):
    """Something follows a term that does not join it to another."""

    truth = "the JQL has {0.got!r} after a term, where only AND, OR or ORDER BY can follow"
    answer = _not_jql(
        "something after a term that does not join it to another",
        "Expecting either 'OR' or 'AND' but got '{0.got}'." + _PLACE,
        evidence.RECORDED,
    )


class DirectionExpected(UnexpectedRefusal):
    """Something else stands after a field to order by than its direction."""

    truth = "the JQL has {0.got!r} after a field to order by"
    answer = _not_jql(
        "something else after a field to order by",
        "Expecting either 'ASC' or 'DESC' but got '{0.got}'." + _PLACE,
        evidence.SERVER_SUITE,
    )


class SymbolExpected(UnexpectedRefusal):
    """Something else stands where only one symbol or word can."""

    truth = "the JQL has {0.got!r} in the place of {0.expected!r}"
    answer = _not_jql(
        "something else in the place of a symbol or word",
        "Expecting '{0.expected}' but got '{0.got}'." + _PLACE,
        evidence.SERVER_SUITE,
    )

    expected: str


class SymbolMissing(JqlSyntaxRefusal):
    """The text ends where only one symbol or word can follow."""

    truth = "the JQL ends where {0.expected!r} should follow"
    answer = _not_jql(
        "no symbol or word at the end", "Expecting '{0.expected}' before the end of the query.", evidence.RECORDED
    )

    expected: str


class ArgumentExpected(UnexpectedRefusal):
    """Something else stands in the place of a function's argument."""

    truth = "the JQL has {0.got!r} in the place of an argument"
    answer = _not_jql(
        "something else in the place of a function's argument",
        "Expecting a function argument but got '{0.got}'. You must surround '{0.got}' in quotation marks to use it as"
        " an argument." + _PLACE,
        evidence.SERVER_SUITE,
    )


class ArgumentMissing(JqlSyntaxRefusal):
    """The text ends where a function's argument should follow."""

    truth = "the JQL ends where an argument should follow"
    answer = _not_jql(
        "no argument at the end", "Expecting a function argument at the end of the query.", evidence.SERVER_SUITE
    )


class ArgumentEmpty(PlacedRefusal):
    """No argument stands between a comma and a function's end."""

    truth = "the JQL has a function with a comma before its end"
    answer = _not_jql(
        "no argument after a comma", "Function argument must be specified." + _PLACE, evidence.SERVER_SUITE
    )


class ArgumentEndExpected(UnexpectedRefusal):
    """Something follows a function's argument that ends neither it nor the function."""

    truth = "the JQL has {0.got!r} after a function's argument"
    answer = _not_jql(
        "something else after a function's argument",
        "Expecting ')' or ',' but got '{0.got}'." + _PLACE,
        evidence.SERVER_SUITE,
    )


class FunctionNameEmpty(PlacedRefusal):
    """The name of a function is empty."""

    truth = "the JQL has a function without a name"
    answer = _not_jql("a function without a name", "A function name cannot be empty." + _PLACE, evidence.SERVER_SUITE)


class FunctionUnknown(JqlMeaningRefusal):
    """No function has this name."""

    truth = "JQL has no function {0.function}"
    answer = invalid_jql("an unknown function", "Unable to find JQL function '{0.function}'.", evidence.MEASURED_JQL)

    function: str


class FunctionUnfit(JqlMeaningRefusal):
    """The function's value is none of the field's."""

    truth = "the function {0.function} gives no value for {0.field!r}"
    answer = invalid_jql(
        "a function whose value is none of the field's",
        "A value provided by the function '{0.function}' is invalid for the field '{0.field}'.",
        evidence.MEASURED_JQL,
    )

    function: str
    field: str


class FunctionNoDate(JqlMeaningRefusal):
    """The function's value is no time."""

    truth = "the function {0.function} gives no time for {0.field!r}"
    answer = invalid_jql(
        "a function whose value is no time",
        "A date for the field '{0.field}' provided by the function '{0.function}' is not valid.",
        evidence.SERVER_SUITE,
    )

    function: str
    field: str


class ArgumentsUnexpected(JqlMeaningRefusal):
    """A function that takes no arguments was given some."""

    truth = "the function {0.function} takes no arguments, and got {0.received}"
    answer = invalid_jql(
        "arguments of a function that takes none",
        "Function '{0.function}' expected '0' arguments but received '{0.received}'.",
        evidence.MEASURED_JQL,
    )

    function: str
    received: int


class ArgumentNeeded(JqlMeaningRefusal):
    """A function that takes one argument was given another number of them."""

    truth = "the function {0.function} takes one argument, and got {0.received}"
    answer = invalid_jql(
        "a function that takes one argument, without it or with more",
        "Function '{0.function}' expected '1' arguments but received '{0.received}'.",
        evidence.SERVER_SUITE,
    )

    function: str
    received: int


class GroupUnresolved(JqlMeaningRefusal):
    """A function was asked about a group that there is none of."""

    truth = "{0.function} was asked of the group {0.value!r}, which there is none of"
    answer = invalid_jql(
        "a function of a group that there is none of",
        "Function '{0.function}' can not generate a list of usernames for group '{0.value}'; the group does not exist.",
        NO_TEXT,
    )

    function: str
    value: str


class ProjectUnresolved(JqlMeaningRefusal):
    """A function was given a project that does not exist or is not seen."""

    truth = "there is no project {0.value!r} that the caller may browse, for {0.function}"
    answer = invalid_jql(
        "a function's project that does not exist or is not seen",
        "Could not resolve the project '{0.value}' provided to function '{0.function}'.",
        evidence.SERVER_SUITE,
    )

    function: str
    value: str


class ArgumentsTooMany(JqlMeaningRefusal):
    """A function that takes one argument at most was given more."""

    truth = "the function {0.function} takes at most one argument, and got {0.received}"
    answer = invalid_jql(
        "several arguments of a function that takes one",
        "Function '{0.function}' expected between '0' and '1' arguments but received '{0.received}'.",
        NO_TEXT,
    )

    function: str
    received: int


class DurationInvalid(JqlMeaningRefusal):
    """What was given to a function as a span of time is none."""

    truth = "the function {0.function} was given what is no span of time"
    answer = invalid_jql(
        "a function's argument that is no span of time",
        "Duration for function '{0.function}' should have the format (+/-)n(yMwdm), e.g -1M for 1 month earlier.",
        evidence.SERVER_SUITE,
    )

    function: str


class LinkedIssueMissing(JqlMeaningRefusal):
    """linkedIssues was given no issue."""

    truth = "linkedIssues was given no issue"
    answer = invalid_jql(
        "linkedIssues without an issue",
        "Incorrect number of arguments for function 'linkedIssues'. Usage: 'linkedIssues ( issuekey [, linkDescription"
        " ]* )'.",
        evidence.SERVER_SUITE,
    )


class LinkedIssueUnseen(JqlMeaningRefusal, UnseenRefusal):
    """linkedIssues was given what is no issue that the caller may see."""

    truth = "{0.who} sees no issue {0.value}, of which linkedIssues was asked: {0.why}"
    answer = invalid_jql(
        "linkedIssues of an issue that does not exist or that the caller may not see",
        "Issue '{0.value}' could not be found in function 'linkedIssues'.",
        evidence.SERVER_SUITE,
    )

    value: str


class LinkPhraseUnknown(JqlMeaningRefusal):
    """linkedIssues was given what is no phrase of a type of links."""

    truth = "no type of links has the phrase {0.phrase!r}"
    answer = invalid_jql(
        "linkedIssues with what is no phrase",
        "Issue link type '{0.phrase}' could not be found in function 'linkedIssues'.",
        evidence.SERVER_SUITE,
    )

    phrase: str


class LinkedIssuesDisabled(JqlMeaningRefusal):
    """linkedIssues was asked while issue linking is switched off."""

    truth = "linkedIssues was asked while issue linking is switched off (linking_enabled=False)"
    answer = invalid_jql(
        "linkedIssues while issue linking is disabled",
        "Function 'linkedIssues' cannot be called as issue linking is currently disabled.",
        evidence.SERVER_SUITE,
    )


class JqlsMiscounted(Refusal):
    """Queries were sent to be matched or parsed, too many or none, or too many issues with them."""

    truth = "{0.name} has {0.count}, and takes {0.least} to {0.most}"
    answer = Answer(
        condition="no query to parse, or more queries or issues to match than can be",
        status=400,
        status_by=evidence.REFERENCE,
        message="The number of {0.name} must be between {0.least} and {0.most}.",
        words_by=NO_TEXT,
    )

    name: str
    count: int
    least: int
    most: int


class QueriesMissing(Refusal):
    """Queries are to be sanitized, and there are none."""

    truth = "the body has no queries"
    answer = Answer(
        condition="no queries to sanitize",
        status=400,
        status_by=evidence.REFERENCE,
        message="The queries has to be provided.",
        words_by=evidence.REFERENCE,
    )


class SanitizedForNobody(Refusal):
    """A query is to be sanitized for a user who does not exist."""

    truth = "there is no user with the account {0.account_id!r}, for whom a query was to be sanitized"
    answer = Answer(
        condition="sanitizing a query for a user who does not exist",
        status=400,
        status_by=evidence.REFERENCE,
        message="The account ID '{0.account_id}' is invalid.",
        words_by=NO_TEXT,
    )

    account_id: str


class ValidationUnknown(Refusal):
    """Queries were to be validated in a way that there is none of."""

    truth = "validation={0.value!r} is none of strict, warn and none"
    answer = Answer(
        condition="parsing JQL with a validation that there is none of",
        status=400,
        status_by=evidence.REFERENCE,
        message="The validation should be one of [strict, warn, none]. Instead, it was: {0.value}.",
        words_by=NO_TEXT,
    )

    value: str


class SuggestionUnfit(Refusal):
    """Suggestions for JQL were asked for by parameters that do not go together."""

    truth = "the query names no field, or a predicate's value without a predicate that has values"
    answer = Answer(
        condition="suggestions for JQL without a field, or for a predicate that has none",
        status=400,
        status_by=evidence.REFERENCE,
        message="The parameters of the query do not go together.",
        words_by=NO_TEXT,
    )
