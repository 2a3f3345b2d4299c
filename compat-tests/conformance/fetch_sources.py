"""Unpacks the source distribution of the pinned SQLAlchemy, tests included, below a folder, and prints where it is.

    python fetch_sources.py FOLDER

The version is the one of python-fixtures/requirements/sqlalchemy-2.0.txt. What is already there is used again.
"""

import os
import shutil
import subprocess
import sys
import tarfile

HERE = os.path.dirname(os.path.abspath(__file__))
PIN = os.path.join(HERE, "..", "..", "python-fixtures", "requirements", "sqlalchemy-2.0.txt")


def pinned():
    with open(PIN) as lines:
        return next(line.strip() for line in lines if line.startswith("SQLAlchemy=="))


def fetch(requirement, folder):
    """The unpacked sources, which appear all at once: an interrupted download leaves nothing that looks done."""
    name = "sqlalchemy-" + requirement.partition("==")[2]
    home = os.path.join(folder, name)
    if os.path.isdir(home):
        return home
    coming = os.path.join(folder, "coming")
    shutil.rmtree(coming, ignore_errors=True)
    os.makedirs(coming)
    pip = [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--retries", "1"]
    subprocess.check_call(pip + ["--no-deps", "--no-build-isolation", "--no-binary", ":all:", "--dest", coming, requirement])
    (archive,) = os.listdir(coming)
    with tarfile.open(os.path.join(coming, archive)) as tar:
        tar.extractall(coming)
    os.rename(os.path.join(coming, name), home)
    shutil.rmtree(coming)
    return home


if __name__ == "__main__":
    print(fetch(pinned(), os.path.abspath(sys.argv[1])))
