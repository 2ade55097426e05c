"""JQL that is refused: each of Jira's messages about it, with line and character where Jira has them."""

from __future__ import annotations

from functools import partial

from tests.wire.case import Case
from tests.wire.cases.search import errors, path

OPERATORS = "The valid operators are '=', '!=', '<', '>', '<=', '>=', '~', '!~', 'IN', 'NOT IN', 'IS' and 'IS NOT'."
ESCAPES = r"""The valid escape sequences are \', \", \t, \n, \r, \\, '\ ' and \uXXXX."""

# After "Error in the JQL Query: ", which Jira says of all of these.
UNREAD = {
    "comment ~ '": "The quoted string has not been completed. (line 1, character 11)",
    r"test = case\k": rf"'\k' is an illegal JQL escape sequence. {ESCAPES} (line 1, character 12)",
    "status =\n\n\n\n\\": f"The escape sequence has not been completed. {ESCAPES} (line 5, character 1)",
    "reporter=a/user": (
        r"The character '/' is a reserved JQL character. You must enclose it in a string or use the escape '\u002f'"
        " instead. (line 1, character 11)"
    ),
    "control = 'char\t'": (
        r"The character 'U+0009' on line 1 at position 16 must be escaped. Use the escape '\u0009' instead."
        " (line 1, character 16)"
    ),
    "a = 9223372036854775808": (
        "'9223372036854775808' is not a valid number. Numbers must be between -9,223,372,036,854,775,808 and"
        " 9,223,372,036,854,775,807. (line 1, character 5)"
    ),
    "status = SET": (
        "'SET' is a reserved JQL word. You must surround it in quotation marks to use it in a query."
        " (line 1, character 10)"
    ),
    "a =b order by asc": (
        "Expecting a field name but got 'asc'. You must surround 'asc' in quotation marks to use it as a field name."
        " (line 1, character 15)"
    ),
    "[10000] = a": "Expecting a field name but got '['. Did you mean 'cf['? (line 1, character 1)",
    "'' = c": "A field name cannot be empty. (line 1, character 1)",
    "invalid query": f"Expecting operator but got 'query'. {OPERATORS} (line 1, character 9)",
    "status": f"Expecting operator before the end of the query. {OPERATORS}",
    "a =b order by ajsks blah": "Expecting either 'ASC' or 'DESC' but got 'blah'. (line 1, character 21)",
    "a =b order summary": "Expecting 'by' but got 'summary'. (line 1, character 12)",
    "k = func(!": (
        "Expecting a function argument but got '!'. You must surround '!' in quotation marks to use it as an argument."
        " (line 1, character 10)"
    ),
    "bas=func(bad,": "Expecting a function argument at the end of the query.",
    "bas=func(bad,)": "Function argument must be specified. (line 1, character 14)",
    "k = func(abc, jk!)": "Expecting ')' or ',' but got '!'. (line 1, character 17)",
    "a = ''()": "A function name cannot be empty. (line 1, character 5)",
}

UNKNOWN = {
    "status = (Done, 3)": "Operator '=' does not support the list value '(\"Done\", 3)' for field 'status'.",
    "text ~ EMPTY": "The field 'text' does not support searching for EMPTY values.",
    "assignee in membersOf(devs)": (
        "Function 'membersOf' can not generate a list of usernames for group 'devs'; the group does not exist."
    ),
    "status was Done to x": "The predicate 'to' is not supported by the operator 'was' in this way.",
    "status is Done": "Operator 'is' does not support the value '\"Done\"' for field 'status'.",
    "id = 7": "A value with ID '7' does not exist for the field 'id'.",
    "key = 0.0": "The issue key '0.0' for field 'key' is invalid.",
    "updated > yesterday": (
        "Date value 'yesterday' for field 'updated' is invalid. Valid formats include: 'yyyy/MM/dd HH:mm', 'yyyy-MM-dd"
        " HH:mm', 'yyyy/MM/dd', 'yyyy-MM-dd', or a period format e.g. '-5d', '4w 2d'."
    ),
    "timespent > soon": "The value 'soon' for field 'timespent' is invalid. It must be a duration such as '3h 30m'.",
    "votes > many": "The value 'many' for field 'votes' is invalid. It must be a whole number, 0 or more.",
    "text ~ ''": "The field 'text' does not support searching for an empty string.",
    "text ~ 'AND'": "Unable to parse the text 'AND' for field 'text'.",
    "key = PROJ-1 order by key, a, b, c, d, e, f, g": "The maximum number of fields to order by is 7.",
    "status = currentUser()": "A value provided by the function 'currentUser' is invalid for the field 'status'.",
    "created > currentUser()": ("A date for the field 'created' provided by the function 'currentUser' is not valid."),
    "created > now(1)": "Function 'now' expected '0' arguments but received '1'.",
    "fixVersion = latestReleasedVersion()": (
        "Function 'latestReleasedVersion' expected '1' arguments but received '0'."
    ),
    "fixVersion in releasedVersions(NOPE)": (
        "Could not resolve the project 'NOPE' provided to function 'releasedVersions'."
    ),
    "component = NOPE": "The value 'NOPE' does not exist for the field 'component'.",
    "component in componentsLeadByUser(a, b)": (
        "Function 'componentsLeadByUser' expected between '0' and '1' arguments but received '2'."
    ),
    "created > startOfDay(1, 2)": "Function 'startOfDay' expected between '0' and '1' arguments but received '2'.",
    "created > startOfDay(invalid)": (
        "Duration for function 'startOfDay' should have the format (+/-)n(yMwdm), e.g -1M for 1 month earlier."
    ),
}

_unread = partial(Case, "search: JQL that cannot be read", status=400)
_unknown = partial(Case, "search: JQL that names what there is not", status=400)

CASES = (
    *(_unread(jql, path=path(jql), body=errors(f"Error in the JQL Query: {said}")) for jql, said in UNREAD.items()),
    *(_unknown(jql, path=path(jql), body=errors(said)) for jql, said in UNKNOWN.items()),
)
