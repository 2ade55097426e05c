"""From a text to what it says: NOT binds closer than AND, AND closer than OR."""

from __future__ import annotations

from collections.abc import Callable
from typing import NoReturn

from jira_linkfake.jira.refusal import Refused
from jira_linkfake.jira.search.model import (
    OF_PROPERTIES,
    PREDICATES,
    And,
    Before,
    Comparison,
    Empty,
    FunctionCall,
    Not,
    Operand,
    Operator,
    Or,
    Predicate,
    PropertyName,
    Query,
    Restriction,
    Several,
    Single,
    Sort,
    Value,
)
from jira_linkfake.jira.search.refusals import (
    ArgumentEmpty,
    ArgumentEndExpected,
    ArgumentExpected,
    ArgumentMissing,
    ConjunctionExpected,
    DirectionExpected,
    FieldExpected,
    FieldExpectedNotBracket,
    FieldMissing,
    FieldNameEmpty,
    FunctionNameEmpty,
    JqlNotServed,
    NumberExpected,
    OperandExpected,
    OperandMissing,
    OperatorExpected,
    OperatorMissing,
    SymbolExpected,
    SymbolMissing,
    WordReserved,
)
from jira_linkfake.jira.search.tokenizer import KEYWORDS, RESERVED_WORDS, Token, TokenKind, tokens_of

_DEEPEST = 50
_SYMBOLS: tuple[Operator, ...] = ("=", "!=", "~", "!~", "<", "<=", ">", ">=")
_SYMBOL_OPERATORS: dict[str, Operator] = {symbol: symbol for symbol in _SYMBOLS}


def parse(jql: str) -> Query:
    """Return what a text says; raises `Refused` where it is no JQL, for the first mistake in it."""
    return _Parser(tokens_of(jql)).query()


class _Parser:
    def __init__(self, tokens: list[Token]) -> None:
        self._tokens = tokens
        self._at = 0
        self._depth = 0

    @property
    def _now(self) -> Token:
        return self._tokens[self._at]

    def _take(self) -> Token:
        token = self._now
        self._at += 1
        return token

    def _is(self, *texts: str) -> bool:
        """Say whether the next token is one of these symbols or keywords."""
        token = self._now
        return token.kind in (TokenKind.SYMBOL, TokenKind.WORD) and token.source.lower() in texts

    def _takes(self, *texts: str) -> bool:
        found = self._is(*texts)
        self._at += found
        return found

    def _need(self, symbol: str) -> None:
        if self._takes(symbol):
            return
        if self._now.kind is TokenKind.END:
            raise Refused(SymbolMissing(expected=symbol))
        raise Refused(SymbolExpected(expected=symbol, got=self._now.source, **self._now.place))

    def query(self) -> Query:
        """Read the whole text."""
        where = None if self._is("order") or self._now.kind is TokenKind.END else self._or()
        order = self._order() if self._takes("order") else ()
        if self._now.kind is not TokenKind.END:
            raise Refused(ConjunctionExpected(got=self._now.source, **self._now.place))
        return Query(where, order)

    def _or(self) -> Restriction:
        restrictions = self._joined(self._and, "or", "|", "||")
        return restrictions[0] if len(restrictions) == 1 else Or(restrictions)

    def _and(self) -> Restriction:
        restrictions = self._joined(self._not, "and", "&", "&&")
        return restrictions[0] if len(restrictions) == 1 else And(restrictions)

    def _joined(self, read: Callable[[], Restriction], *joints: str) -> tuple[Restriction, ...]:
        restrictions = [read()]
        while self._takes(*joints):
            restrictions.append(read())
        return tuple(restrictions)

    def _not(self) -> Restriction:
        if self._takes("not", "!"):
            return Not(self._deeper(self._not))
        if self._takes("("):
            restriction = self._deeper(self._or)
            self._need(")")
            return restriction
        return self._comparison()

    def _deeper(self, read: Callable[[], Restriction]) -> Restriction:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise Refused(JqlNotServed(what=f"JQL of more than {_DEEPEST} levels"))
        restriction = read()
        self._depth -= 1
        return restriction

    def _comparison(self) -> Comparison | Before:
        field, of_property = self._field_or_property()
        if of_property is None and self._takes("changed"):
            return Before(field, "changed", None, self._predicates())
        if of_property is None and self._takes("was"):
            words = ["was", *(word for word in ("not", "in") if self._takes(word))]
            return Before(field, " ".join(words), self._operand(), self._predicates())
        operator = self._operator()
        return Comparison(field, operator, self._operand(), of_property)

    def _field_or_property(self) -> tuple[str, PropertyName | None]:
        """Read a field's name, or `issue.property[key].path`, which is named in messages as it is here."""
        name, bracket = self._tokens[self._at], self._tokens[min(self._at + 1, len(self._tokens) - 1)]
        if name.text.lower() != OF_PROPERTIES or bracket.source != "[":
            return self._field(), None
        self._at += 2
        key = self._field()
        self._need("]")
        path = self._take().text[1:] if self._now.text.startswith(".") else ""
        return f"{OF_PROPERTIES}[{key}]{path and f'.{path}'}", PropertyName(key, path)

    def _predicates(self) -> tuple[Predicate, ...]:
        predicates: list[Predicate] = []
        while self._is(*PREDICATES):
            predicates.append(Predicate(self._take().source.lower(), self._operand()))
        return tuple(predicates)

    def _field(self) -> str:
        token = self._now
        if token.kind is TokenKind.END:
            raise Refused(FieldMissing())
        if self._is("["):
            raise Refused(FieldExpectedNotBracket(**token.place))
        if self._takes("cf"):
            return self._custom()
        if not self._is_name():
            raise Refused(FieldExpected(got=token.source, **token.place))
        self._take()
        if not token.text.strip():
            raise Refused(FieldNameEmpty(**token.place))
        if self._is("["):
            raise Refused(JqlNotServed(what=f"{token.text}[...] in JQL"))
        return token.text

    def _custom(self) -> str:
        """Read the number of a custom field, behind `cf`, and return what the field goes by."""
        self._need("[")
        token = self._now
        if token.kind is not TokenKind.NUMBER:
            raise Refused(NumberExpected(got=token.source, **token.place))
        self._take()
        self._need("]")
        return f"cf[{token.text}]"

    def _is_name(self) -> bool:
        """Say whether the next token can be a name or a value; raises `Refused` for a reserved word."""
        token = self._now
        if token.kind in (TokenKind.STRING, TokenKind.NUMBER):
            return True
        word = token.source.lower()
        if token.kind is TokenKind.WORD and word in RESERVED_WORDS:
            raise Refused(WordReserved(word=token.source, **token.place))
        return token.kind is TokenKind.WORD and word not in KEYWORDS

    def _operator(self) -> Operator:
        token = self._now
        if token.kind is TokenKind.END:
            raise Refused(OperatorMissing())
        if token.kind is TokenKind.SYMBOL and token.text in _SYMBOL_OPERATORS:
            return _SYMBOL_OPERATORS[self._take().text]
        if self._takes("in"):
            return "in"
        if self._takes("not"):
            self._need("in")
            return "not in"
        if self._takes("is"):
            return "is not" if self._takes("not") else "is"
        raise Refused(OperatorExpected(got=token.source, **token.place))

    def _operand(self) -> Operand:
        if not self._is("("):
            return self._single()
        operands: list[Single] = []
        depth = 0
        while True:
            while self._takes("("):
                depth += 1
            operands.append(self._single())
            while depth and self._takes(")"):
                depth -= 1
            if not depth:
                return Several(tuple(operands))
            if not self._takes(","):
                self._need(")")

    def _single(self) -> Single:
        token = self._now
        if token.kind is TokenKind.END:
            raise Refused(OperandMissing())
        if self._takes("empty", "null"):
            return Empty()
        if not self._is_name():
            raise Refused(OperandExpected(got=token.source, **token.place))
        self._take()
        if not self._takes("("):
            return Value(token.text, token.kind is TokenKind.NUMBER)
        if not token.text.strip():
            raise Refused(FunctionNameEmpty(**token.place))
        return FunctionCall(token.text, self._arguments())

    def _arguments(self) -> tuple[str, ...]:
        arguments: list[str] = []
        if self._takes(")"):
            return ()
        if self._is(","):
            self._need(")")
        while True:
            arguments.append(self._argument(after_comma=bool(arguments)))
            if self._takes(")"):
                return tuple(arguments)
            if not self._takes(","):
                self._refuse_after_argument()

    def _argument(self, *, after_comma: bool) -> str:
        token = self._now
        if token.kind is TokenKind.END:
            raise Refused(ArgumentMissing() if after_comma else SymbolMissing(expected=")"))
        if self._is(")"):
            raise Refused(ArgumentEmpty(**token.place))
        if not self._is_name():
            raise Refused(ArgumentExpected(got=token.source, **token.place))
        return self._take().text

    def _refuse_after_argument(self) -> NoReturn:
        token = self._now
        if token.kind is TokenKind.END:
            raise Refused(SymbolMissing(expected=")"))
        raise Refused(ArgumentEndExpected(got=token.source, **token.place))

    def _order(self) -> tuple[Sort, ...]:
        self._need("by")
        sorts = [self._sort()]
        while self._takes(","):
            sorts.append(self._sort())
        if self._now.kind is not TokenKind.END:
            self._refuse_after_sort()
        return tuple(sorts)

    def _sort(self) -> Sort:
        field = self._field()
        descending = self._takes("desc")
        if not descending:
            self._takes("asc")
        return Sort(field, descending)

    def _refuse_after_sort(self) -> NoReturn:
        token = self._now
        if self._tokens[self._at - 1].source.lower() in ("asc", "desc"):
            self._need(",")
        raise Refused(DirectionExpected(got=token.source, **token.place))
