"""Writes the fixtures of every series that has a file in requirements/, each under its own pinned virtual environment.

    python generate.py [--series 2.0] [--venvs FOLDER] [--part core|orm] [--family FAMILY ...]

Running it twice writes the same files. Needs only a Python and, the first time, a package index.
"""

import argparse
import glob
import os
import shutil
import subprocess
import venv

HERE = os.path.dirname(os.path.abspath(__file__))
REQUIREMENTS = os.path.join(HERE, "requirements")
# The series that all but the ORM's constructs are made with.
REFERENCE = "2.0"


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


def write_series(python, folder, families):
    """good/<series>: the dumps and what is said about them."""
    run(python, "dump.py", folder, *families)
    run(python, "expect.py", folder, *families)


def write_orm(python, folder, families):
    """good/<series>/orm: the dumps of ORM constructs and what is said about them."""
    run(python, "orm_dump.py", folder, *families)
    run(python, "orm_expect.py", folder, *families)
    if not families:
        run(python, "dumped_rows.py", os.path.join(folder, "rows.jsonl"))


def write_others(python, good):
    """What is made once: equivs/, bad/ and the demo's dump."""
    equivs = os.path.join(HERE, "equivs")
    run(python, "make_equivs.py", equivs)
    run(python, "check_equivs.py", equivs)
    run(python, "make_bad.py")
    shutil.copyfile(os.path.join(good, "demo_report.p5.pickle"), os.path.join(HERE, "demo", "report.pickle"))


def run(python, script, *arguments):
    # Sets of text and times of day must not depend on where this runs.
    environment = dict(os.environ, PYTHONHASHSEED="0", TZ="UTC")
    subprocess.check_call([python, os.path.join(HERE, script), *arguments], env=environment)


def main():
    arguments = argparse.ArgumentParser(description="Write the fixtures.")
    arguments.add_argument("--series", action="append", choices=series_known(), help="default: all")
    arguments.add_argument("--venvs", default=os.path.join(HERE, ".venvs"), help="where the virtual environments are kept")
    arguments.add_argument("--family", action="append", default=[], help="only these constructs; default: all, and equivs/, bad/ and demo/")
    arguments.add_argument("--part", choices=("core", "orm"), help="default: that of the families named, or both")
    options = arguments.parse_args()
    part = options.part or (options.family and ("orm" if options.family[0].startswith("orm_") else "core"))
    for series in options.series or series_known():
        python, good = python_of(series, options.venvs), os.path.join(HERE, "good", series)
        if series == REFERENCE and part != "orm":
            write_series(python, good, options.family)
            if not options.family:
                write_others(python, good)
        if part != "core":
            write_orm(python, os.path.join(good, "orm"), options.family)


if __name__ == "__main__":
    main()
