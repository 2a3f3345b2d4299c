"""The demo's dump, held to the same promise as the rest."""

from demo.demo import report

from .registry import family

case = family("demo")

case("report", report, styles=True)
