"""Run mutants: `python -m tests.mutation` a fixed sample, `--all` every one, with patterns those that fit.

It fails where fewer than 95 of 100 are killed, and where `survivors.md` does not say what a run finds.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections import Counter
from collections.abc import Sequence
from fnmatch import fnmatch
from hashlib import sha256
from pathlib import Path
from shutil import rmtree

from mutmut.workers.isolation import run_in_fork_with_result

from tests.mutation import data, functions
from tests.mutation.outcomes import KILLED, Explained, outcome_of

ENOUGH = 95
SAMPLE = 1
"""How many of a thousand mutants a sample has."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the mutants that are asked for and return 0 where all is as it is to be."""
    asked = _asked(arguments)
    os.environ["JIRA_LINKFAKE_DOORS"] = "every"  # each case goes through the one without a client, which alone is run
    if asked.all:
        rmtree("mutants", ignore_errors=True)
    Path("mutants/mutmut-stats.json").unlink(missing_ok=True)
    in_functions, in_data = functions.generate(asked.children), data.find()
    wanted = {name for name in (*in_functions, *in_data) if asked.all or _is_wanted(name, asked.patterns)}
    print(f"{len(wanted)} of {len(in_functions) + len(in_data)} mutants", flush=True)

    outcomes = _run([name for name in in_functions if name in wanted], in_data, wanted, asked.children)
    print(_table(outcomes))
    survivors = {name: _changed(name, in_data) for name, outcome in outcomes.items() if outcome not in KILLED}
    wrong = Explained.read().compared(survivors, everything=asked.all)
    share = 100 * (len(outcomes) - len(survivors)) / len(outcomes)
    if share < ENOUGH:
        wrong.append(f"{share:.1f} % were killed, which is less than {ENOUGH} %")
    print("\n".join(wrong) or f"{share:.1f} % were killed, and the others are explained")
    return 1 if wrong else 0


def _asked(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.mutation", description=__doc__)
    parser.add_argument("patterns", nargs="*", help="names of mutants, with wildcards")
    parser.add_argument("--all", action="store_true", help="run every mutant, from the start")
    parser.add_argument("--children", type=int, default=os.cpu_count() or 1, help="how many run at a time")
    return parser.parse_args(arguments)


def _is_wanted(name: str, patterns: Sequence[str]) -> bool:
    if patterns:
        return any(fnmatch(name, pattern) for pattern in patterns)
    return int(sha256(name.encode()).hexdigest(), 16) % 1000 < SAMPLE


def _run(
    in_functions: Sequence[str], in_data: dict[str, data.DataMutant], wanted: set[str], children: int
) -> dict[str, str]:
    # In a fork, so that what is imported there is not yet imported where the mutants of values start from.
    codes, at_import = run_in_fork_with_result(functions.run, in_functions, children) if in_functions else ({}, set())
    imported: dict[str, data.DataMutant | None] = {
        name: None
        for name, code in codes.items()
        if name.partition("__mutmut_")[0] in at_import and outcome_of(code) not in KILLED
    }
    imported.update((name, mutant) for name, mutant in in_data.items() if name in wanted)
    codes.update(data.run(imported, children))
    return {name: outcome_of(code) for name, code in codes.items()}


def _changed(name: str, in_data: dict[str, data.DataMutant]) -> str:
    return in_data[name].changed if name in in_data else functions.changed(name)


def _table(outcomes: dict[str, str]) -> str:
    """Return how many mutants of each subject ended in which way, as a table of Markdown."""
    kinds = sorted(set(outcomes.values()), key=list(outcomes.values()).count, reverse=True)
    subjects: dict[str, Counter[str]] = {}
    for name, outcome in outcomes.items():
        for subject in (_subject(name), "all"):
            subjects.setdefault(subject, Counter())[outcome] += 1
    rows = [
        (subject, *(counts[kind] for kind in kinds), f"{100 * sum(counts[k] for k in KILLED) / counts.total():.1f} %")
        for subject, counts in sorted(subjects.items(), key=lambda one: (one[0] == "all", one[0]))
    ]
    head = [("subject", *kinds, "killed"), ("---",) * (len(kinds) + 2)]
    return "\n".join(f"| {' | '.join(map(str, row))} |" for row in (*head, *rows))


def _subject(name: str) -> str:
    """Return the subject that a mutant is in, or the module where it is in no subject."""
    module = name.split("__mutmut_")[0].split(".")
    return "/".join(module[1:3] if module[1] in ("jira", "rest", "faults") else module[1:2])


if __name__ == "__main__":
    sys.exit(main())
