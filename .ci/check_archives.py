"""Checks the archives that CI builds: what is in them, and what the wheel says of itself.

Run in a checkout that has the sdist, and the wheel made from it, in `dist`, and the wheel of the checkout in `direct`.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tarfile
from collections.abc import Collection
from configparser import ConfigParser, SectionProxy
from pathlib import Path
from zipfile import ZipFile

from packaging.metadata import Metadata

Files = dict[str, bytes]
TRACKED = {name: Path(name).read_bytes() for name in subprocess.check_output(["git", "ls-files"], text=True).split()}
PACKAGE = {name: content for name, content in TRACKED.items() if name.startswith("jira_linkfake/")}
SETTINGS = ConfigParser()
TOOLS = {"coverage", "mypy", "ruff", "types-requests"}  # the tests do not run with them


def main() -> None:
    """Check all there is to check; ends the run with what is wrong."""
    SETTINGS.read("setup.cfg")
    release = f"jira_linkfake-{version()}"
    wheel = files_of_wheel(Path(f"dist/{release}-py3-none-any.whl"))
    information = {name for name in wheel if name.startswith(f"{release}.dist-info/")}

    check_sdist(files_of_sdist(Path(f"dist/{release}.tar.gz")))
    same("the wheel's package", without(information, wheel), PACKAGE)
    check_information({name.partition("/")[2]: wheel[name] for name in information})
    same("the wheel that is made without the sdist", files_of_wheel(*Path("direct").iterdir()), wheel)
    check_lowest_versions()
    print(f"{len(PACKAGE)} files in the wheel, {len(TRACKED)} in the sdist")


def version() -> str:
    """Return the version that the package says of itself."""
    (found,) = re.findall(r'^__version__ = "(.+)"$', PACKAGE["jira_linkfake/__init__.py"].decode(), re.MULTILINE)
    return str(found)


def check_sdist(files: Files) -> None:
    """Hold that the sdist is the checkout, from which the tests run, with what setuptools adds."""
    added = {name for name in files if re.fullmatch(r"PKG-INFO|jira_linkfake\.egg-info/.+", name)}
    added_to = {"setup.cfg"}
    same("the sdist", without(added | added_to, files), without(added_to, TRACKED))


def check_information(files: Files) -> None:
    """Hold that the wheel says of itself what setup.cfg and the README say, and nothing else."""
    groups = SETTINGS["options.entry_points"]
    entry_points = "\n".join(f"[{group}]\n{groups[group].strip()}\n" for group in groups).encode()
    made = {"METADATA", "RECORD", "WHEEL"}
    rest = {"entry_points.txt": entry_points, "top_level.txt": b"jira_linkfake\n"}
    same("what it says", without(made, files), {**rest, "licenses/LICENSE": TRACKED["LICENSE"]})

    metadata, own = Metadata.from_email(files["METADATA"]), SETTINGS["metadata"]
    same("its description", metadata.description, TRACKED["README.md"].decode())
    same("the format of it", metadata.description_content_type, own["long_description_content_type"])
    same("its summary", metadata.summary, own["description"])
    same("its licence", metadata.license, own["license"])
    same("its Python versions", str(metadata.requires_python), SETTINGS["options"]["python_requires"])
    extras = SETTINGS["options.extras_require"]
    same("its extras", metadata.provides_extra, list(extras))
    optional = [f'{line}; extra == "{extra}"' for extra in extras for line in lines(extras, extra)]
    required = lines(SETTINGS["options"], "install_requires")
    same("what it requires", [str(one) for one in metadata.requires_dist or ()], required + optional)


def check_lowest_versions() -> None:
    """Hold that CI pins the lowest versions that setup.cfg allows of all that the tests run with."""
    text = Path(".ci/lowest.txt").read_text(encoding="utf-8")
    required = lines(SETTINGS["options"], "install_requires") + lines(SETTINGS["options.extras_require"], "test")
    lowest = [line.replace(">=", "==") for line in required if line.partition(">=")[0] not in TOOLS]
    same("the lowest versions without a pin", set(lowest) - set(text.splitlines()), set())


def files_of_wheel(path: Path) -> Files:
    """Return the content of each file in a wheel."""
    with ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def files_of_sdist(path: Path) -> Files:
    """Return the content of each file in an sdist, by its name below the only folder."""
    with tarfile.open(path) as archive:
        contents = {member.name: archive.extractfile(member) for member in archive if member.isfile()}
        return {name.partition("/")[2]: content.read() for name, content in contents.items() if content}


def without(names: Collection[str], files: Files) -> Files:
    """Return the files that have none of the names."""
    return {name: content for name, content in files.items() if name not in names}


def lines(section: SectionProxy, name: str) -> list[str]:
    """Return the lines of a setting."""
    return section[name].strip().splitlines()


def same(what: str, found: object, expected: object) -> None:
    """End the run, and say what differs, unless the two are the same."""
    if found == expected:
        return
    if isinstance(found, dict) and isinstance(expected, dict):
        names = sorted(name for name in {*found, *expected} if found.get(name) != expected.get(name))
        sys.exit(f"{what} is not as it should be: {', '.join(names)}")
    sys.exit(f"{what}: {found!r}\n  should be: {expected!r}")


if __name__ == "__main__":
    main()
