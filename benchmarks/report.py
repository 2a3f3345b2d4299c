"""Writes what was measured into README.md, benchmarks/README.md and benchmarks/ratios.svg: python report.py, after the rest of `run`."""

import json
import math
import pathlib
import re

BENCHMARKS = pathlib.Path(__file__).parent
TARGET = BENCHMARKS.parent / "target"
DUMPS = ("small", "report", "wide", "in_list", "orm")
MIGRATED = 100_000

# What is compared with CPython, by its name there: what it is called, and the ratio to be reached.
OPERATIONS = {
    "loads": ("`loads`", 20),
    "dumps": ("`dumps`", 20),
    "loadsAndCompiles": ("`loads` and compile", 30),
}
COLOURS = {"loads": "#4c78a8", "dumps": "#59a14f", "loadsAndCompiles": "#e08214"}


class Figures:
    """What JMH, CPython and the command line gave; times of JMH and CPython in microseconds."""

    def __init__(self):
        python = read("benchmarks-python.json")
        self.python, self.cpython, self.cold = python["python"], python["microseconds"], read("benchmarks-cold.json")
        self.jmh = {}
        self.allocated = {}
        for result in read("benchmarks.json"):
            key = (result["benchmark"].rsplit(".", 1)[-1], *result.get("params", {}).values())
            self.jmh[key] = best(result)
            self.allocated[key] = result["secondaryMetrics"].get("gc.alloc.rate.norm", {}).get("score")
            if "bytes" in result["secondaryMetrics"]:
                self.jmh["bytes", *key[1:]] = result["secondaryMetrics"]["bytes"]["rawData"][0][0]

    def ratio(self, operation, dump):
        return self.cpython[operation][dump] / self.jmh[operation, dump]


def best(result):
    """The best of JMH's samples, as CPython's is the best of its own: what else the machine does only makes them worse."""
    samples = [sample for fork in result["primaryMetric"]["rawData"] for sample in fork]
    return max(samples) if result["mode"] == "thrpt" else min(samples)


def read(name):
    return json.loads((TARGET / name).read_text())


def table(first, rows):
    """Markdown, a column for each dump."""
    lines = [[first, *("`%s`" % dump for dump in DUMPS)], ["---"] + ["---:"] * len(DUMPS), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def ratios(figures):
    rows = [
        [name] + ["%s×" % short(figures.ratio(operation, dump)) for dump in DUMPS] for operation, (name, _) in OPERATIONS.items()
    ]
    return table("times as fast as " + figures.python, rows)


def times(figures):
    rows = []
    for operation, (name, _) in OPERATIONS.items():
        rows.append(["CPython: " + name] + [short(figures.cpython[operation][dump]) for dump in DUMPS])
        rows.append(["Brine: " + name] + [short(figures.jmh[operation, dump]) for dump in DUMPS])
    for operation, name in (("cached", "Brine: `loads` and compile, the same query with other values"),
                            ("written", "the same statement written in Java, without a dump"),
                            ("graph", "Brine: bytes → graph"), ("barePyrolite", "bare Pyrolite: bytes → maps"),
                            ("floor", "the floor: a pass over the opcodes that makes the strings")):
        if (operation, DUMPS[0]) in figures.jmh:
            rows.append([name] + [short(figures.jmh[operation, dump]) for dump in DUMPS])
    rows.append(["allocated by a `loads`, KB"] + [short(figures.allocated["loads", dump] / 1024) for dump in DUMPS])
    rows.append(["allocated by a `dumps`, KB"] + [short(figures.allocated["dumps", dump] / 1024) for dump in DUMPS])
    return table("µs", rows)


def further(figures):
    """Everything that is one figure."""
    lines = [
        "`loads` of 10 MB: %s; with `-XX:+UseParallelGC` %s" % tuple(per_byte(figures, name) for name in ("loads", "loadsBesideParallelCollector")),
        "two threads load %.2f times as many dumps a second as one; on the same machine bare Pyrolite %.2f times, the floor %.2f times"
        % tuple(figures.jmh["two", reader] / figures.jmh["one", reader] for reader in ("LOADS", "BARE_PYROLITE", "FLOOR")),
        "`migrate`: %s small dumps a second on one thread, %s by `brine migrate` on a column of SQLite"
        % tuple("{:,}".format(round(MIGRATED / figures.jmh[name,], -3)).replace(".0", "") for name in ("byApi", "byCommand")),
        "the command line on one dump, cold: " + ", ".join("`%s` %.2f s" % (name, took / 1e3) for name, took in figures.cold.items()),
    ]
    return "\n".join("* " + line for line in lines)


def per_byte(figures, loads):
    """What a byte costs in a large dump and in a small one."""
    large, small = (figures.jmh[loads, pairs] / figures.jmh["bytes", pairs] * 1e3 for pairs in ("34000", "120"))
    return "%s ns a byte, of 35 KB %s ns, %.2f times as much" % (short(large), short(small), large / small)


def short(value):
    """Three digits at least, and no more than needed."""
    return "{:,.0f}".format(value) if value >= 100 else "%.*f" % (0 if value >= 20 else 1, value)


def plot(figures):
    """Bars on a logarithmic scale, in groups, with a line at what is to be reached."""
    left, top, width, bar, gap = 90, 46, 560, 15, 22
    most = max(figures.ratio(operation, dump) for operation in OPERATIONS for dump in DUMPS)
    scale = width / math.log10(max(100, most) * 1.15)
    bottom = top + len(OPERATIONS) * (len(DUMPS) * bar + gap)
    parts = []

    def text(x, y, content, style=""):
        parts.append('<text x="%.1f" y="%.1f"%s>%s</text>' % (x, y, style, content))

    text(10, 20, "times as fast as " + figures.python, ' font-size="13" font-weight="bold"')
    for tick in (1, 2, 5, 10, 20, 50, 100, 200, 500):
        x = left + math.log10(tick) * scale
        if x <= left + width:
            parts.append('<path d="M%.1f %d V%d" stroke="#ddd"/>' % (x, top - 8, bottom - gap + 4))
            text(x, bottom - gap + 18, "%d×" % tick, ' text-anchor="middle" fill="#666"')
    y = top
    for operation, (name, wanted) in OPERATIONS.items():
        text(left, y - 3, name.replace("`", ""), ' font-weight="bold"')
        target = left + math.log10(wanted) * scale
        for dump in DUMPS:
            length = max(1, math.log10(max(1, figures.ratio(operation, dump))) * scale)
            parts.append('<rect x="%d" y="%.1f" width="%.1f" height="%d" fill="%s"/>' % (left, y + 1, length, bar - 2, COLOURS[operation]))
            text(left - 6, y + bar - 3, dump, ' text-anchor="end"')
            text(left + length + 4, y + bar - 3, "%s×" % short(figures.ratio(operation, dump)))
            y += bar
        parts.append('<path d="M%.1f %d V%d" stroke="#b00" stroke-dasharray="3 2"/>' % (target, y - len(DUMPS) * bar - 1, y + 1))
        y += gap
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-family="sans-serif" font-size="11">\n'
        '<rect width="100%%" height="100%%" fill="#fff"/>\n%s\n</svg>\n' % (left + width + 40, bottom + 8, "\n".join(parts))
    )


def replace(path, name, content):
    """Between the marks of that name."""
    text = path.read_text(encoding="utf-8")
    marks = re.compile("(<!-- %s -->\n).*?(<!-- end -->)" % name, re.DOTALL)
    path.write_text(marks.sub(lambda found: found[1] + "\n" + content + "\n\n" + found[2], text, 1), encoding="utf-8")


def main():
    figures = Figures()
    (BENCHMARKS / "ratios.svg").write_text(plot(figures), encoding="utf-8")
    replace(BENCHMARKS.parent / "README.md", "ratios", ratios(figures))
    replace(BENCHMARKS / "README.md", "ratios", ratios(figures))
    replace(BENCHMARKS / "README.md", "figures", times(figures) + "\n\n" + further(figures))


if __name__ == "__main__":
    main()
