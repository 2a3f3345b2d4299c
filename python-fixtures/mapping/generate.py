"""Writes the catalogue of music/ under each SQLAlchemy of requirements/, and beside it what that SQLAlchemy says of its mappers.

    python generate.py [--venvs FOLDER]

Running it twice writes the same files (../steady.py sees to it). Needs only a Python and, the first time, a package index.
"""

import argparse
import glob
import os
import subprocess
import venv

HERE = os.path.dirname(os.path.abspath(__file__))
FIXTURES = os.path.dirname(HERE)
MODULE = "music"


def python_of(requirements, folder):
    """The Python of an environment, which is made when it is missing."""
    home = os.path.join(folder, os.path.basename(requirements)[: -len(".txt")])
    python = os.path.join(home, "bin", "python")
    if not os.path.exists(python):
        venv.create(home, with_pip=True, clear=True)
        subprocess.check_call([python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r", requirements])
    return python


def write(python, script, out):
    steady = "import sqlalchemy.orm, steady; steady.install(); import %s as script; script.main()" % script
    environment = dict(os.environ, PYTHONHASHSEED="0", PYTHONDONTWRITEBYTECODE="1", PYTHONWARNINGS="ignore")
    with open(out, "wb") as text:
        subprocess.check_call([python, "-c", steady, MODULE], cwd=FIXTURES, stdout=text, env=environment)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--venvs", default=os.path.join(FIXTURES, ".venvs"))
    venvs = parser.parse_args().venvs
    for requirements in sorted(glob.glob(os.path.join(HERE, "requirements", "*.txt"))):
        python = python_of(requirements, venvs)
        folder = os.path.join(HERE, os.path.basename(requirements)[len("sqlalchemy-") : -len(".txt")])
        os.makedirs(folder, exist_ok=True)
        write(python, "brine_catalog", os.path.join(folder, "catalogue.json"))
        write(python, "mapping_facts", os.path.join(folder, "facts.jsonl"))


if __name__ == "__main__":
    main()
