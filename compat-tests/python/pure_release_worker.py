"""What release_worker.py tells, of a SQLAlchemy without its C extensions: as it is where nothing could compile them."""

import os
import sys

# A module that is None cannot be imported: up to 1.4 that is how SQLAlchemy finds that it has none; since 2.0 it asks for the variable.
for _extension in ("cprocessors", "cresultproxy", "cutils", "cimmutabledict"):
    sys.modules["sqlalchemy." + _extension] = None
os.environ["DISABLE_SQLALCHEMY_CEXT_RUNTIME"] = "1"

import release_worker  # noqa: E402


def _compiled():
    modules = [module for name, module in sys.modules.items() if name.startswith("sqlalchemy") and module]
    return [module.__file__ for module in modules if (getattr(module, "__file__", None) or "").endswith((".so", ".pyd"))]


if __name__ == "__main__":
    assert not _compiled(), _compiled()
    release_worker.main()
