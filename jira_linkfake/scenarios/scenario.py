"""What makes a function of a `FakeJira` a scenario that can be given its parameters beforehand."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable
from functools import update_wrapper
from typing import TYPE_CHECKING, Any, Concatenate, Generic, ParamSpec, TypedDict, overload

from jira_linkfake.errors import UsageError, nearest, of_the_test

if TYPE_CHECKING:
    from jira_linkfake.fake_jira import FakeJira

__tracebackhide__ = of_the_test

_Parameters = ParamSpec("_Parameters")


class ScopeValues(TypedDict, total=False):
    """For which requests a fault is there: the next so many or all, with a method or any, to a path or any."""

    times: int | None
    method: str | None
    path: str | None


class Scenario(Generic[_Parameters]):
    """A ready-made situation.

    Called with a `FakeJira` it puts that into the situation; called with parameters alone it returns a function
    that does so: `lost_reply(jira)`, `lost_reply(times=1)(jira)`. Raises `UsageError` for a parameter that it does
    not have, and for one without its name.
    """

    def __init__(self, function: Callable[Concatenate[FakeJira, _Parameters], None]) -> None:
        self._function = function
        update_wrapper(self, function)
        self.__signature__ = _with_scope(inspect.signature(function))

    # A parameter of any type could be a FakeJira, for all that mypy knows.
    @overload
    def __call__(  # type: ignore[overload-overlap]
        self, jira: FakeJira, /, *args: _Parameters.args, **parameters: _Parameters.kwargs
    ) -> None: ...

    @overload
    def __call__(self, /, *args: _Parameters.args, **parameters: _Parameters.kwargs) -> Callable[[FakeJira], None]: ...

    def __call__(self, /, *args: Any, **parameters: Any) -> Any:
        """Put a site into the situation, or return what does."""
        self._check(parameters)
        if args:
            if not hasattr(args[0], "site"):
                raise UsageError(f"{self._name} takes a FakeJira, and its parameters by name: {args[0]!r} is neither")
            return self._function(*args, **parameters)
        return Prepared(self, parameters)

    def __repr__(self) -> str:
        return f"<scenario {self._name}>"

    @property
    def _name(self) -> str:
        return self._function.__name__

    def _check(self, parameters: Iterable[str]) -> None:
        known = list(self.__signature__.parameters)[1:]
        for name in parameters:
            if name not in known:
                raise UsageError(f"{self._name} has no parameter {name!r}: {nearest(name, known)}")


def _with_scope(signature: inspect.Signature) -> inspect.Signature:
    """Return a signature with the parameters of a scope by their names."""
    own = [one for one in signature.parameters.values() if one.kind is not one.VAR_KEYWORD]
    if len(own) == len(signature.parameters):
        return signature
    names = ScopeValues.__annotations__
    scope = [inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=None) for name in names]
    return signature.replace(parameters=[*own, *scope])


class Prepared:
    """A scenario with its parameters."""

    def __init__(self, scenario: Scenario[...], parameters: dict[str, Any]) -> None:
        self._scenario, self._parameters = scenario, parameters

    def __call__(self, jira: FakeJira) -> None:
        """Put a site into the situation."""
        self._scenario(jira, **self._parameters)

    def __repr__(self) -> str:
        given = ", ".join(f"{name}={value!r}" for name, value in self._parameters.items())
        return f"{self._scenario._name}({given})"


def scenario(
    function: Callable[Concatenate[FakeJira, _Parameters], None],
) -> Scenario[_Parameters]:
    """Make a function of a `FakeJira` a ready-made scenario."""
    return Scenario(function)
