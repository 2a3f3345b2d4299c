"""Writes the fixtures of every series that has a file in requirements/, each under its own pinned virtual environment.

    python generate.py [--series 2.0] [--venvs FOLDER] [CONSTRUCT ...]

Running it twice writes the same files. Needs only a Python and, the first time, a package index.
"""

import argparse
import glob
import os
import subprocess
import sys
import venv

HERE = os.path.dirname(os.path.abspath(__file__))
REQUIREMENTS = os.path.join(HERE, "requirements")


def series_known():
    prefix, suffix = "sqlalchemy-", ".txt"
    names = [os.path.basename(p) for p in glob.glob(os.path.join(REQUIREMENTS, prefix + "*" + suffix))]
    return sorted(n[len(prefix) : -len(suffix)] for n in names)


def python_of(series, folder):
    """The Python of the series' environment, which is made when it is missing or its requirements have changed."""
    requirements = os.path.join(REQUIREMENTS, "sqlalchemy-%s.txt" % series)
    home = os.path.join(folder, "sqlalchemy-" + series)
    python = os.path.join(home, "bin", "python")
    stamp = os.path.join(home, "requirements.txt")
    with open(requirements) as wanted:
        text = wanted.read()
    if not os.path.exists(stamp) or open(stamp).read() != text:
        venv.create(home, with_pip=True, clear=True)
        subprocess.check_call([python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r", requirements])
        with open(stamp, "w") as out:
            out.write(text)
    return python


def main():
    arguments = argparse.ArgumentParser(description="Write the fixtures.")
    arguments.add_argument("--series", action="append", choices=series_known(), help="default: all")
    arguments.add_argument("--venvs", default=os.path.join(HERE, ".venvs"), help="where the virtual environments are kept")
    arguments.add_argument("constructs", nargs="*", help="only these constructs' dumps")
    options = arguments.parse_args()
    environment = dict(os.environ, PYTHONHASHSEED="0", TZ="UTC")
    for series in options.series or series_known():
        python, folder = python_of(series, options.venvs), os.path.join(HERE, "good", series)
        subprocess.check_call([python, os.path.join(HERE, "dump.py"), folder] + options.constructs, env=environment)
        if not options.constructs:
            subprocess.check_call([python, os.path.join(HERE, "expect.py"), folder], env=environment)
    return 0


if __name__ == "__main__":
    sys.exit(main())
