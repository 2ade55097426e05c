"""What Jira answers to texts that are no JQL."""

from __future__ import annotations

from jira_linkfake.rest import evidence
from jira_linkfake.rest.evidence import Evidence
from jira_linkfake.rest.replies.answer import Answer
from jira_linkfake.site.refusals import Refusal
from jira_linkfake.site.refusals import jql_syntax as refusals

_PLACE = " (line {0.line}, character {0.character})"
_OPERATORS = "The valid operators are '=', '!=', '<', '>', '<=', '>=', '~', '!~', 'IN', 'NOT IN', 'IS' and 'IS NOT'."
_ESCAPES = r"""The valid escape sequences are \', \", \t, \n, \r, \\, '\ ' and \uXXXX."""
_LONG = "Numbers must be between -9,223,372,036,854,775,808 and 9,223,372,036,854,775,807."


def _answer(condition: str, message: str, words_by: Evidence, *, start: str = "Error in the JQL Query: ") -> Answer:
    return Answer(
        condition=f"JQL: {condition}",
        status=400,
        status_by=evidence.RECORDED,
        message=start + message,
        words_by=words_by,
    )


ANSWERS: dict[type[Refusal], Answer] = {
    refusals.StringUnfinished: _answer(
        "a string that is not closed",
        "The quoted string '{0.text}' has not been completed." + _PLACE,
        evidence.RECORDED,
    ),
    refusals.EmptyStringUnfinished: _answer(
        "a quotation mark at the end", "The quoted string has not been completed." + _PLACE, evidence.SERVER_SUITE
    ),
    refusals.EscapeUnknown: _answer(
        "an unknown escape",
        "'{0.text}' is an illegal JQL escape sequence. " + _ESCAPES + _PLACE,
        evidence.SERVER_SUITE,
    ),
    refusals.EscapeUnfinished: _answer(
        "a backslash at the end",
        "The escape sequence has not been completed. " + _ESCAPES + _PLACE,
        evidence.SERVER_SUITE,
    ),
    refusals.CharacterReserved: _answer(
        "a reserved character outside quotation marks",
        "The character '{0.text}' is a reserved JQL character. You must enclose it in a string or use the escape"
        " '{0.escape}' instead." + _PLACE,
        evidence.SERVER_CLIENT,
    ),
    refusals.CharacterIllegal: _answer(
        "a character that must be escaped",
        "The character '{0.name}' on line {0.line} at position {0.character} must be escaped. Use the escape"
        " '{0.escape}' instead." + _PLACE,
        evidence.SERVER_SUITE,
    ),
    refusals.NumberTooLong: _answer(
        "a number of more than 64 bits", "'{0.text}' is not a valid number. " + _LONG + _PLACE, evidence.SERVER_SUITE
    ),
    refusals.WordReserved: _answer(
        "a reserved word outside quotation marks",
        "'{0.word}' is a reserved JQL word. You must surround it in quotation marks to use it in a query." + _PLACE,
        evidence.REPORTED_JQL,
    ),
    refusals.FieldExpected: _answer(
        "something else in the place of a field",
        "Expecting a field name but got '{0.got}'. You must surround '{0.got}' in quotation marks to use it as a field"
        " name." + _PLACE,
        evidence.SERVER_SUITE,
    ),
    refusals.FieldExpectedNotBracket: _answer(
        "a bracket in the place of a field",
        "Expecting a field name but got '['. Did you mean 'cf['?" + _PLACE,
        evidence.SERVER_SUITE,
    ),
    refusals.FieldMissing: _answer(
        "no field at the end", "Expecting a field name at the end of the query.", evidence.RECORDED
    ),
    refusals.FieldNameEmpty: _answer(
        "a field without a name", "A field name cannot be empty." + _PLACE, evidence.SERVER_SUITE
    ),
    refusals.OperatorExpected: _answer(
        "something else in the place of an operator",
        "Expecting operator but got '{0.got}'. " + _OPERATORS + _PLACE,
        evidence.REFERENCE,
    ),
    refusals.OperatorMissing: _answer(
        "no operator at the end",
        "Expecting operator before the end of the query. " + _OPERATORS,
        evidence.SERVER_SUITE,
    ),
    refusals.OperandExpected: _answer(
        "something else in the place of a value",
        "Expecting either a value, list or function but got '{0.got}'. You must surround '{0.got}' in quotation marks"
        " to use it as a value." + _PLACE,
        evidence.RECORDED,
        start="Error in JQL Query: ",
    ),
    refusals.OperandMissing: _answer(
        "no value at the end",
        "Expecting either a value, list or function before the end of the query.",
        evidence.RECORDED,
        start="Error in JQL Query: ",
    ),
    refusals.ConjunctionExpected: _answer(
        "something after a term that does not join it to another",
        "Expecting either 'OR' or 'AND' but got '{0.got}'." + _PLACE,
        evidence.RECORDED,
    ),
    refusals.DirectionExpected: _answer(
        "something else after a field to order by",
        "Expecting either 'ASC' or 'DESC' but got '{0.got}'." + _PLACE,
        evidence.SERVER_SUITE,
    ),
    refusals.SymbolExpected: _answer(
        "something else in the place of a symbol or word",
        "Expecting '{0.expected}' but got '{0.got}'." + _PLACE,
        evidence.SERVER_SUITE,
    ),
    refusals.SymbolMissing: _answer(
        "no symbol or word at the end", "Expecting '{0.expected}' before the end of the query.", evidence.RECORDED
    ),
    refusals.ArgumentExpected: _answer(
        "something else in the place of a function's argument",
        "Expecting a function argument but got '{0.got}'. You must surround '{0.got}' in quotation marks to use it as"
        " an argument." + _PLACE,
        evidence.SERVER_SUITE,
    ),
    refusals.ArgumentMissing: _answer(
        "no argument at the end", "Expecting a function argument at the end of the query.", evidence.SERVER_SUITE
    ),
    refusals.ArgumentEmpty: _answer(
        "no argument after a comma", "Function argument must be specified." + _PLACE, evidence.SERVER_SUITE
    ),
    refusals.ArgumentEndExpected: _answer(
        "something else after a function's argument",
        "Expecting ')' or ',' but got '{0.got}'." + _PLACE,
        evidence.SERVER_SUITE,
    ),
    refusals.FunctionNameEmpty: _answer(
        "a function without a name", "A function name cannot be empty." + _PLACE, evidence.SERVER_SUITE
    ),
}
