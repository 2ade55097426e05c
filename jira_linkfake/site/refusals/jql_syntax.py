"""Refusals of texts that are no JQL; lines and characters count from 1."""

from __future__ import annotations

from jira_linkfake.site.refusals import Refusal


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

    text: str


class EmptyStringUnfinished(PlacedRefusal):
    """A quotation mark with nothing after it is not closed."""

    truth = "the JQL ends with an open quotation mark"


class EscapeUnknown(PlacedRefusal):
    """A backslash stands before what it cannot escape."""

    truth = "the JQL has an unknown escape: {0.text!r}"

    text: str


class EscapeUnfinished(PlacedRefusal):
    """The text ends with a backslash."""

    truth = "the JQL ends with a backslash"


class CharacterReserved(PlacedRefusal):
    """A character stands outside quotation marks that JQL keeps for itself."""

    truth = "the JQL has {0.text!r} outside quotation marks"

    text: str
    escape: str


class CharacterIllegal(PlacedRefusal):
    """A character that is to be escaped everywhere, such as a control character."""

    truth = "the JQL has the character {0.name}, not escaped"

    name: str
    escape: str


class NumberTooLong(PlacedRefusal):
    """A number does not fit into 64 bits."""

    truth = "the JQL has a number of more than 64 bits: {0.text}"

    text: str


class WordReserved(PlacedRefusal):
    """A word stands outside quotation marks that JQL keeps for itself."""

    truth = "the JQL has the reserved word {0.word!r} outside quotation marks"

    word: str


class FieldExpected(UnexpectedRefusal):
    """Something else stands in the place of a field."""

    truth = "the JQL has {0.got!r} in the place of a field"


class FieldExpectedNotBracket(PlacedRefusal):
    """A bracket stands in the place of a field."""

    truth = "the JQL has a bracket in the place of a field"


class FieldMissing(JqlSyntaxRefusal):
    """The text ends where a field should follow."""

    truth = "the JQL ends where a field should follow"


class FieldNameEmpty(PlacedRefusal):
    """The name of a field is empty."""

    truth = "the JQL has a field without a name"


class OperatorExpected(UnexpectedRefusal):
    """Something else stands in the place of an operator."""

    truth = "the JQL has {0.got!r} in the place of an operator"


class OperatorMissing(JqlSyntaxRefusal):
    """The text ends where an operator should follow."""

    truth = "the JQL ends where an operator should follow"


class OperandExpected(UnexpectedRefusal):
    """Something else stands in the place of a value, a list or a function."""

    truth = "the JQL has {0.got!r} in the place of a value"


class OperandMissing(JqlSyntaxRefusal):
    """The text ends where a value, a list or a function should follow."""

    truth = "the JQL ends where a value should follow"


class ConjunctionExpected(UnexpectedRefusal):
    """Something follows a term that does not join it to another."""

    truth = "the JQL has {0.got!r} after a term, where only AND, OR or ORDER BY can follow"


class DirectionExpected(UnexpectedRefusal):
    """Something else stands after a field to order by than its direction."""

    truth = "the JQL has {0.got!r} after a field to order by"


class SymbolExpected(UnexpectedRefusal):
    """Something else stands where only one symbol or word can."""

    truth = "the JQL has {0.got!r} in the place of {0.expected!r}"

    expected: str


class SymbolMissing(JqlSyntaxRefusal):
    """The text ends where only one symbol or word can follow."""

    truth = "the JQL ends where {0.expected!r} should follow"

    expected: str


class ArgumentExpected(UnexpectedRefusal):
    """Something else stands in the place of a function's argument."""

    truth = "the JQL has {0.got!r} in the place of an argument"


class ArgumentMissing(JqlSyntaxRefusal):
    """The text ends where a function's argument should follow."""

    truth = "the JQL ends where an argument should follow"


class ArgumentEmpty(PlacedRefusal):
    """No argument stands between a comma and a function's end."""

    truth = "the JQL has a function with a comma before its end"


class ArgumentEndExpected(UnexpectedRefusal):
    """Something follows a function's argument that ends neither it nor the function."""

    truth = "the JQL has {0.got!r} after a function's argument"


class FunctionNameEmpty(PlacedRefusal):
    """The name of a function is empty."""

    truth = "the JQL has a function without a name"
