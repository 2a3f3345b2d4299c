"""Writes the fixtures of each build in requirements/builds, in an environment and a Python of its own.

    python -m past.generate [--build 1.3-py36 ...] [--packages FOLDER] [MODULE ...]

A build's file is named after its series and its Python, ``-c`` for one with C extensions. Writing twice writes the same files. The first build
of a series is the one whose SQL and rows are recorded. Needs the Pythons, and the first time a package index.
"""

import argparse
import glob
import os
import re
import shutil
import subprocess
import sys

HERE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
BUILDS = os.path.join(HERE, "requirements", "builds")
REFERENCE = os.path.join(HERE, "good", "2.0")
TRANSLATED = ("shop.py", "custom.py", "encoding.py", "kinds.py", "steady.py", "constructs/*.py", "past/*.py")
# Python 2 has no newer ones; what is between them differs in nothing that SQLAlchemy writes.
PROTOCOLS = {"2.7": "0,2", "3.6": "2,4"}
NEWER_PROTOCOLS = "2,4,5"


class Build:
    """``1.3-py36-c``: a series, a Python and whether with C extensions."""

    def __init__(self, name):
        self.name = name
        self.series, python, *self.kinds = name.split("-")
        self.version = re.sub(r"^py(\d)", r"\1.", python)
        self.folder = name.partition("-")[2]

    @property
    def python(self):
        """The interpreter: among those of pyenv where ``PYENV_ROOT`` says where they are, or on the path."""
        found = shutil.which("python" + self.version)
        pyenv = os.path.join(os.environ.get("PYENV_ROOT", ""), "versions")
        others = sorted(glob.glob(os.path.join(pyenv, self.version + ".*", "bin", "python"))) if "PYENV_ROOT" in os.environ else []
        if not others and not found:
            raise SystemExit("no Python %s for %s" % (self.version, self.name))
        return others[-1] if others else found

    @property
    def protocols(self):
        return PROTOCOLS.get(self.version, NEWER_PROTOCOLS)

    def install(self, packages):
        """The folder with its packages, made when it is missing."""
        target = os.path.join(packages, self.name)
        if not os.path.isdir(target):
            environment = dict(os.environ)
            choice = ["--prefer-binary"]
            if "c" not in self.kinds:
                environment["DISABLE_SQLALCHEMY_CEXT"] = "1"
                choice = ["--no-binary", "SQLAlchemy"]
            requirements = os.path.join(BUILDS, self.name + ".txt")
            command = [self.python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--target", target, *choice, "-r", requirements]
            subprocess.check_call(command, env=environment)
        return target


def builds():
    return sorted(os.path.basename(path)[: -len(".txt")] for path in glob.glob(os.path.join(BUILDS, "*.txt")))


def first_builds(names):
    """Of each series the one that says what is expected: with the newest Python, without C extensions."""
    first = {}
    for name in names:
        series = name.partition("-")[0]
        rank = (name.endswith("-c"), [-int(part) for part in Build(name).version.split(".")])
        if series not in first or rank < first[series][0]:
            first[series] = (rank, name)
    return {name for _, name in first.values()}


def sources_for(build, packages):
    """The modules to run: translated for Python 2."""
    if build.version != "2.7":
        return HERE
    target = os.path.join(packages, "translated")
    sources = [os.path.relpath(path, HERE) for pattern in TRANSLATED for path in glob.glob(os.path.join(HERE, pattern))]
    own = {os.path.join("past", "generate.py"), os.path.join("past", "translate.py")}
    subprocess.check_call([sys.executable, "-m", "past.translate", target, *sorted(set(sources) - own)], cwd=HERE)
    return target


def write(build, packages, is_first, modules):
    installed = build.install(packages)
    sources = sources_for(build, packages)
    # Sets of text and times of day must not depend on where this runs.
    environment = dict(os.environ, PYTHONPATH=os.pathsep.join((installed, sources)), PYTHONHASHSEED="0", TZ="UTC", BRINE_GOOD=REFERENCE)
    folder = os.path.join(HERE, "good", build.series)
    if not modules:
        shutil.rmtree(os.path.join(folder, "dumps", build.folder), ignore_errors=True)
        if is_first:
            shutil.rmtree(os.path.join(folder, "expected"), ignore_errors=True)
    arguments = [sources, folder, build.folder, build.protocols, "yes" if is_first else "no", *modules]
    subprocess.check_call([build.python, "-m", "past.dump", *arguments], env=environment, cwd=sources)


def main():
    arguments = argparse.ArgumentParser(description="Write the fixtures of other series than 2.0.")
    arguments.add_argument("--build", action="append", choices=builds(), help="default: all")
    arguments.add_argument("--packages", default=os.path.join(HERE, ".venvs", "builds"), help="where their packages are kept")
    arguments.add_argument("modules", nargs="*", help="only these modules of constructs")
    options = arguments.parse_args()
    for name in options.build or builds():
        write(Build(name), os.path.abspath(options.packages), name in first_builds(builds()), options.modules)


if __name__ == "__main__":
    main()
