"""Elements and types of a user's own, as ``sqlalchemy.ext.compiler`` teaches to make them; the module's name is part of the dumps."""

from sqlalchemy import Integer, String, TypeDecorator, func, literal_column, type_coerce
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.elements import ColumnElement
from sqlalchemy.sql.expression import ClauseElement, Executable, FunctionElement
from sqlalchemy.sql.selectable import Select
from sqlalchemy.types import UserDefinedType


class greatest(FunctionElement):
    """A function with a spelling of its own in one dialect."""

    type = Integer()
    name = "greatest"
    inherit_cache = True


@compiles(greatest)
def _greatest(element, compiler, **kw):
    return "greatest" + compiler.process(element.clause_expr, **kw)


@compiles(greatest, "sqlite")
def _greatest_sqlite(element, compiler, **kw):
    return "max" + compiler.process(element.clause_expr, **kw)


class nullable_sum(ColumnElement):
    """An expression over two others, with a value of its own."""

    type = Integer()
    inherit_cache = False

    def __init__(self, left, right, absent=0):
        self.left = left
        self.right = right
        self.absent = absent


@compiles(nullable_sum)
def _nullable_sum(element, compiler, **kw):
    return "coalesce(%s, %d) + coalesce(%s, %d)" % (
        compiler.process(element.left, **kw), element.absent, compiler.process(element.right, **kw), element.absent,
    )


class copy_rows(Executable, ClauseElement):
    """A statement."""

    inherit_cache = False

    def __init__(self, table, select):
        self.table = table
        self.select = select


@compiles(copy_rows)
def _copy_rows(element, compiler, **kw):
    return "COPY INTO %s (%s)" % (compiler.process(element.table, asfrom=True, **kw), compiler.process(element.select, **kw))


class marked_select(Select):
    """A SELECT that is written with a remark before it."""

    inherit_cache = True


@compiles(marked_select)
def _marked_select(element, compiler, **kw):
    return "/* marked */ " + compiler.visit_select(element, **kw)


class lowered(TypeDecorator):
    """Text that is kept in lower case and shown in upper case."""

    impl = String
    cache_ok = True

    def bind_expression(self, bindvalue):
        return func.lower(bindvalue)

    def column_expression(self, column):
        return func.upper(column)


class trimmed(String):
    """A type of SQLAlchemy's, and more: its parameters have another beside them."""

    def bind_expression(self, bindvalue):
        return func.trim(bindvalue, " %", type_=self)

    def column_expression(self, column):
        return func.trim(column)


class marked(UserDefinedType):
    """All a user's own, with an operator around what is bound."""

    cache_ok = True

    def get_col_spec(self, **kw):
        return "MARKED"

    def bind_expression(self, bindvalue):
        return literal_column("'<'") + type_coerce(bindvalue, String) + literal_column("'>'")


class shown(UserDefinedType):
    """Changed where it is fetched alone."""

    cache_ok = True

    def get_col_spec(self, **kw):
        return "SHOWN"

    def column_expression(self, column):
        return func.coalesce(column, "nothing")


class decorating(TypeDecorator):
    """Says nothing itself, and leaves it to what it decorates."""

    impl = trimmed
    cache_ok = True
