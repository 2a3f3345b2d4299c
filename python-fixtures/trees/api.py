"""Prints the public names of SQLAlchemy's Core by which statements are written: functions, and methods by the class that defines them.

``api.txt`` says what each is in Java, or why there is none; CoreApiIT.java holds it to what this prints.
"""

import inspect

from sqlalchemy.sql import dml, elements, expression, functions, selectable

WRITTEN = (
    elements.BindParameter,
    elements.Label,
    elements.Over,
    elements.WithinGroup,
    elements.FunctionFilter,
    elements.TextClause,
    elements.Case,
    elements.Tuple,
    functions.Function,
    selectable.Exists,
    selectable.ScalarSelect,
    selectable.TableClause,
    selectable.Join,
    selectable.TableValuedAlias,
    selectable.TableSample,
    selectable.CTE,
    selectable.Subquery,
    selectable.Values,
    selectable.Select,
    selectable.CompoundSelect,
    selectable.TextualSelect,
    dml.Insert,
    dml.Update,
    dml.Delete,
)


def names():
    for name, thing in vars(expression).items():
        if inspect.isfunction(thing) and not name.startswith("_"):
            yield name
    for written in WRITTEN:
        for cls in written.__mro__:
            for name, thing in vars(cls).items():
                if not name.startswith("_") and (inspect.isfunction(thing) or isinstance(thing, classmethod)):
                    yield "%s.%s" % (cls.__name__, name)


if __name__ == "__main__":
    print("\n".join(sorted(set(names()))))
