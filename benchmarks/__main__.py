"""Runs the benchmarks: `python benchmarks [--quick] [--write benchmarks/README.md] [NAME ...]`.

Needs the extra `bench`. Absolute times are this machine's; it is the ratios that can be compared.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import clients
import in_process
import live_server
import memory
import per_test
import report
import scale
import startup
from harness import Benchmark, Effort, Result

BENCHMARKS: dict[str, Benchmark] = {
    name: benchmark
    for module in (startup, per_test, in_process, clients, live_server, memory, scale)
    for name, benchmark in module.BENCHMARKS.items()
}
"""In the order in which they run: the large site last, as it leaves the heap full of holes."""


def main() -> None:
    """Run what the command line names, print the tables, and write them where it says."""
    parser = argparse.ArgumentParser(prog="python benchmarks", description=str(__doc__))
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"one of: {', '.join(BENCHMARKS)}; all unless given")
    parser.add_argument("--quick", action="store_true", help="a few rounds, only to see that everything runs")
    parser.add_argument("--write", type=Path, metavar="PAGE", help="a page to put the tables into")
    arguments = parser.parse_args()
    if unknown := set(arguments.names) - set(BENCHMARKS):
        parser.error(f"there is no benchmark {', '.join(sorted(unknown))}")
    if arguments.write and (arguments.names or arguments.quick):
        parser.error("only a full run is written into a page")

    text = _measured(arguments.names or list(BENCHMARKS), Effort(quick=arguments.quick))
    print(text, end="")
    if arguments.write:
        report.write(arguments.write, text)


def _measured(names: list[str], effort: Effort) -> str:
    where = report.environment()
    results: dict[str, Result] = {}
    for name in names:
        print(f"{name} ...", file=sys.stderr, flush=True)
        results[name] = BENCHMARKS[name].run(effort)
    return "\n".join([report.targets_table(BENCHMARKS, results), where + "\n", report.peers_tables(results.values())])


if __name__ == "__main__":
    main()
