"""`python -m jira_linkfake COMMAND`: what there is, without a look into the documentation."""

from __future__ import annotations

import inspect
import json
import os
import sys
from argparse import ArgumentParser
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path


def scenarios() -> Iterator[str]:
    """List the ready-made scenarios: what each does, what Jira answers then, and which bugs it stands for."""
    from jira_linkfake import scenarios as ready_made

    for name in ready_made.__all__:
        scenario = ready_made.by_name(name)
        parameters = list(inspect.signature(scenario).parameters.values())[1:]
        plain = [one.replace(annotation=one.empty, kind=one.KEYWORD_ONLY) for one in parameters]
        yield name + str(inspect.Signature(plain)).replace("*, ", "").replace("()", "")
        yield from (f"    {line}" if line else "" for line in (inspect.getdoc(scenario) or "").splitlines())
        yield ""


def endpoints() -> Iterator[str]:
    """List the operations of Jira that are served, and those that answer 501."""
    from jira_linkfake.rest.operations import FAMILIES, all_operations

    served = [operation for operation in all_operations() if operation.served]
    yield f"Served, below /rest/api/{{2,3,latest}}/ ({len(served)} of {len(all_operations())}):"
    yield from (f"    {one.method:6} {one.short_path} ({one.id})" for one in served)
    yield ""
    yield "Not served: 501"
    yield from (f"    {one.method:6} {one.short_path} ({one.id})" for one in all_operations() if not one.served)
    yield from (f"    any    {prefix} ({family})" for prefix, family in FAMILIES.items())


def answers(text: str = "") -> Iterator[str]:
    """List every answer: when it is given, its status and words, and how these are known."""
    from jira_linkfake.known_answers import known_replies

    found = [reply for reply in known_replies() if reply.concerns(text)]
    if not found:
        sys.exit(f"no answer has {text!r} in it; what is not served is listed by: python -m jira_linkfake endpoints")
    for reply in found:
        yield from reply.lines()
        yield ""


def schema() -> Iterator[str]:
    """Print the JSON Schema of data that `load` takes, for editors."""
    from jira_linkfake.data.json_schema import json_schema

    yield json.dumps(json_schema(), indent=2)


COMMANDS: dict[str, Callable[..., Iterator[str]]] = {
    "answers": answers,
    "endpoints": endpoints,
    "scenarios": scenarios,
    "schema": schema,
}
"""The lines that each command prints; its docstring is its help."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Print what a command has to say, or serve a site until the end."""
    given = sys.argv[1:] if arguments is None else list(arguments)
    if given[:1] == ["verify"]:
        from jira_linkfake.verify import command  # with a client and its steps, once a site is held against ours

        if status := command.main(given[1:]):
            sys.exit(status)
        return
    prog = "jira-linkfake" if Path(sys.argv[0]).stem == "jira-linkfake" else "python -m jira_linkfake"
    parser = ArgumentParser(prog=prog, description="A pretend Jira for tests of issue links.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    parsers = {
        name: commands.add_parser(name, help=command.__doc__, description=command.__doc__)
        for name, command in COMMANDS.items()
    }
    from jira_linkfake import serve  # which imports what it needs once it runs

    serve.add_arguments(commands.add_parser("serve", help=serve.__doc__, description=serve.__doc__))
    parsers["answers"].add_argument(
        "text", nargs="*", help="only those of a status, with a text in them, or behind a message that you met"
    )
    commands.add_parser("verify", add_help=False, help="Try the same steps at a Jira site of yours and at ours.")
    chosen = parser.parse_args(given)
    if chosen.command == "serve":
        sys.exit(serve.run(chosen))
    more = [" ".join(chosen.text)] if "text" in chosen else []
    _print(COMMANDS[chosen.command](*more))


def _print(lines: Iterator[str]) -> None:
    """Print lines; whoever reads them may have enough before the last, as `head` has."""
    try:
        sys.stdout.writelines(f"{line}\n" for line in lines)
        sys.stdout.flush()
    except BrokenPipeError:
        # Python writes what is left when it ends, and would complain once more.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


if __name__ == "__main__":
    main()
