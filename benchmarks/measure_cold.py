"""Measures the command line on one dump, a new JVM each time: python measure_cold.py RESULT.json (from the project's folder)."""

import json
import pathlib
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time

SAMPLES = 5
DUMP = "benchmarks/dumps/small.pickle"
METADATA = ["--metadata", "benchmarks/dumps/catalog.json"]


def commands(folder):
    database = folder / "shop.sqlite"
    sqlite3.connect(database).execute("CREATE TABLE users (id INTEGER, name TEXT, age INTEGER, country TEXT)").connection.close()
    return {
        "inspect": ["inspect", DUMP],
        "sql": ["sql", DUMP, *METADATA],
        "migrate": ["migrate", DUMP, "--to", "1.4", "--out", str(folder / "migrated.pickle")],
        "run": ["run", DUMP, *METADATA, "--url", "jdbc:sqlite:%s" % database],
    }


def milliseconds(command):
    started = time.perf_counter()
    subprocess.run(["./brine", *command], check=True, stdout=subprocess.DEVNULL)
    return (time.perf_counter() - started) * 1e3


def main(result):
    with tempfile.TemporaryDirectory() as folder:
        figures = {}
        for name, command in commands(pathlib.Path(folder)).items():
            milliseconds(command)
            figures[name] = round(statistics.median(milliseconds(command) for _ in range(SAMPLES)))
    pathlib.Path(result).write_text(json.dumps(figures, indent=1) + "\n")


if __name__ == "__main__":
    main(sys.argv[1])
