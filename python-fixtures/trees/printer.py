"""Prints an expression as one line of text; ``TreePrinter.java`` prints the same of Java's."""

import datetime
import decimal
import json
import re
import uuid

from sqlalchemy.dialects import mysql
from sqlalchemy.dialects.postgresql import aggregate_order_by, array
from sqlalchemy.sql import dml, elements, functions, operators, schema, selectable, sqltypes, type_api

INDEX_TYPES = (sqltypes.JSON.JSONElementType, sqltypes.JSON.JSONPathType)

TYPE_DEFAULTS = {
    "length": None,
    "collation": None,
    "precision": None,
    "scale": None,
    "timezone": False,
    "dimensions": None,
    "item_type": None,
}


def type_(t):
    name = type(t).__qualname__ if isinstance(t, INDEX_TYPES) else type(t).__name__
    if name == "TupleType":
        return f"TupleType({', '.join(map(type_, t.types))})"
    if name == "Enum":
        return f"Enum(name={t.name})"
    if isinstance(t, type_api.TypeDecorator) and type(t).__module__ != "sqlalchemy.sql.sqltypes":
        return f"TypeDecorator({type_(t.impl_instance)})"
    given = []
    for attribute, default in sorted(TYPE_DEFAULTS.items()):
        v = getattr(t, attribute, default)
        if v != default:
            given.append(f"{attribute}={type_(v) if isinstance(v, type_api.TypeEngine) else value(v)}")
    return f"{name}({', '.join(given)})" if given else name


def value(v):
    if v is sqltypes.JSON.NULL:
        return "JSON.NULL"
    if v is None or isinstance(v, (bool, int, float)):
        return repr(v)
    if isinstance(v, str):
        return json.dumps(v)
    if isinstance(v, bytes):
        return f"bytes({v.hex()})"
    if isinstance(v, (list, tuple)):
        return "[" + ", ".join(map(value, v)) + "]"
    if isinstance(v, decimal.Decimal):
        return f"decimal({v})"
    if isinstance(v, uuid.UUID):
        return f"uuid({v})"
    if isinstance(v, datetime.timedelta):
        return f"interval({int(v.total_seconds())})"
    if isinstance(v, (datetime.datetime, datetime.date, datetime.time)):
        return f"{type(v).__name__}({v.isoformat()})"
    raise TypeError(f"no text for {v!r}")


def operator(op):
    if isinstance(op, operators.custom_op):
        return f"custom({json.dumps(op.opstring)}, {op.precedence}, {op.is_comparison})"
    return op.__name__


def name(n):
    """An anonymous name by its base alone, as its number is made up."""
    if isinstance(n, elements._anonymous_label):
        return "~" + re.sub(r"%\(\d+ (.*?)\)s", r"\1", n)
    return n


def from_name(f):
    if isinstance(f, selectable.NamedFromClause):
        return name(f.name)
    raise TypeError(f"no name for {f!r}")


def many(items):
    return "[" + ", ".join(map(tree, items)) + "]"


def tree(e):
    for cls, method in PRINTERS.items():
        if isinstance(e, cls):
            return method(e)
    raise TypeError(f"no text for {type(e)}")


def bind(b):
    kind = "limit" if isinstance(b, selectable._OffsetLimitParam) else "bind"
    flags = ""
    if b.required:
        flags += ", required"
    if b.unique:
        flags += ", unique"
    if b.expanding:
        flags += ", expanding " + ("None" if b.expand_op is None else operator(b.expand_op))
    if b.literal_execute:
        flags += ", literal_execute"
    if b.isoutparam:
        flags += ", out"
    if getattr(b.key, "quote", None):
        flags += ", quoted"
    return f"{kind}({name(b.key)}, {value(b.effective_value)}, {type_(b.type)}{flags})"


def binary(b):
    # a decorated type leaves a note to itself among the modifiers
    modifiers = {k: v for k, v in b.modifiers.items() if v is not None and k != "_python_is_types"}
    extra = "".join(f", {k}={value(v)}" for k, v in sorted(modifiers.items()))
    negate = "" if b.negate is None else f", negate={operator(b.negate)}"
    return (
        f"binary({operator(b.operator)}, {tree(b.left)}, {tree(b.right)},"
        f" {type_(b.type)}{negate}{extra})"
    )


def unary(u):
    if u.operator is not None:
        return f"unary({operator(u.operator)}, {tree(u.element)}, {type_(u.type)})"
    return f"modified({tree(u.element)}, {operator(u.modifier)}, {type_(u.type)})"


def expression_list(x):
    group = "" if x.group else ", no group"
    return f"list({operator(x.operator)}, {many(x.clauses)}, {type_(x.type)}{group})"


def function(f):
    generic = ", generic" if isinstance(f, functions.GenericFunction) else ""
    called = ".".join((*f.packagenames, f.name))
    if f.type._is_table_value:
        ordinality = ", with ordinality" if f._with_ordinality else ""
        return f"table(func({called}, {many(f.clauses)}{generic}), {many(f.type._elements)}{ordinality})"
    return f"func({called}, {many(f.clauses)}, {type_(f.type)}{generic})"


def valued(a):
    lateral = ", lateral" if a._is_lateral else ""
    derived = ", derived" + (" with types" if a._render_derived_w_types else "") if a._render_derived else ""
    implicitly = ", joins implicitly" if a.joins_implicitly else ""
    return f"valued({tree(a.element)}, {name(a.name)}{lateral}{derived}{implicitly})"


def sample(s):
    seed = "" if s.seed is None else f", seed {tree(s.seed)}"
    return f"sample({tree(s.element)}, {name(s.name)}, {tree(s.sampling)}{seed})"


def data(v):
    rows = ", ".join("(" + ", ".join(map(cell, row)) + ")" for chunk in v._data for row in chunk)
    literal = ", literal_binds" if v.literal_binds else ""
    return f"{many(v._column_args)}, [{rows}]{literal}"


def cell(v):
    return tree(v) if isinstance(v, elements.ClauseElement) else value(v)


def values(v):
    naming = "" if v.named_with_column else ", unnamed" if v._unnamed else ", named behind"
    lateral = ", lateral" if v._is_lateral else ""
    # the columns become those of the VALUES once they are looked at
    return f"values({data(v)}, {name(v.name)}{naming}{lateral})"


def column(c):
    if c.is_literal:
        return f"literal({json.dumps(c.name)}, {type_(c.type)})"
    of = "" if c.table is None else from_name(c.table) + "."
    key = "~" if isinstance(c.name, elements._anonymous_label) else c.key
    return f"{of}{key}:{type_(c.type)}"


def text(t):
    return f"text({json.dumps(t.text)}, {many(t._bindparams.values())})"


def textual(t):
    positional = ", positional" if t.positional else ""
    return f"textual({tree(t.element)}, {many(t.column_args)}{positional})"


def join(j):
    kind = ("full " if j.full else "") + ("outer " if j.isouter else "")
    return f"{kind}join({tree(j.left)}, {tree(j.right)}, {tree(j.onclause)})"


def setup_join(s):
    target, onclause, left, flags = s
    kind = ("full " if flags["full"] else "") + ("outer " if flags["isouter"] else "")
    on = "" if onclause is None else f", on {tree(onclause)}"
    of = "" if left is None else f", from {tree(left)}"
    return f"{kind}join({tree(target)}{on}{of})"


def affixes(key, pairs):
    return [f"{key}={tree(e)} for {dialect}" for e, dialect in pairs]


def tail(s):
    text = []
    if s._order_by_clauses:
        text.append("order_by=" + many(s._order_by_clauses))
    if s._limit_clause is not None:
        text.append("limit=" + tree(s._limit_clause))
    if s._offset_clause is not None:
        text.append("offset=" + tree(s._offset_clause))
    if s._fetch_clause is not None:
        options = s._fetch_clause_options
        flags = (" percent" if options["percent"] else "") + (" with ties" if options["with_ties"] else "")
        text.append(f"fetch={tree(s._fetch_clause)}{flags}")
    lock = s._for_update_arg
    if lock is not None:
        flags = "".join(flag + " " for flag in ("read", "nowait", "skip_locked", "key_share") if getattr(lock, flag))
        text.append(f"for_update=[{flags}of {many(lock.of or ())}]")
    return text


def options(s):
    text = affixes("prefixes", getattr(s, "_prefixes", ())) + affixes("suffixes", getattr(s, "_suffixes", ()))
    for (table, dialect), hint in getattr(s, "_hints", {}).items():
        text.append(f"hint={tree(table)} {dialect} {json.dumps(hint)}")
    text += [f"statement_hint={dialect} {json.dumps(hint)}" for dialect, hint in getattr(s, "_statement_hints", ())]
    for cte_, opts in zip(s._independent_ctes, s._independent_ctes_opts):
        text.append(f"add_cte={tree(cte_)}" + (" nested here" if opts.nesting else ""))
    text += [f"execution_option={key} {value(v)}" for key, v in sorted(s._execution_options.items())]
    if s._label_style is not selectable.LABEL_STYLE_DEFAULT:
        text.append("label_style=" + s._label_style.name)
    return text


def select(s):
    parts = [
        ("columns", s._raw_columns, many),
        ("where", s._where_criteria, many),
        ("from", s._from_obj, many),
        ("joins", s._setup_joins, lambda js: "[" + ", ".join(map(setup_join, js)) + "]"),
        ("group_by", s._group_by_clauses, many),
        ("having", s._having_criteria, many),
    ]
    text = [f"{key}={show(items)}" for key, items, show in parts if items] + tail(s)
    if s._distinct:
        text.append("distinct")
    if s._distinct_on:
        text.append("distinct_on=" + many(s._distinct_on))
    if not s._auto_correlate:
        text.append("correlate=" + many(s._correlate))
    if s._correlate_except is not None:
        text.append("except=" + many(s._correlate_except))
    return f"select({', '.join(text + options(s))})"


def compound(c):
    text = ["selects=" + many(c.selects)]
    if c._group_by_clauses:
        text.append("group_by=" + many(c._group_by_clauses))
    return f"compound({c.keyword.name}, {', '.join(text + tail(c) + options(c))})"


def cte(c):
    text = [tree(c.element), name(c.name)]
    text += [flag for flag in ("recursive", "nesting") if getattr(c, flag)]
    if c._cte_alias is not None:
        text.append("alias of " + tree(c._cte_alias))
    if c._restates is not None:
        text.append("restates " + tree(c._restates))
    return f"cte({', '.join(text + affixes('prefixes', c._prefixes) + affixes('suffixes', c._suffixes))})"


def case(c):
    whens = ", ".join(f"{tree(condition)}: {tree(result)}" for condition, result in c.whens)
    value = "" if c.value is None else tree(c.value) + ", "
    otherwise = "" if c.else_ is None else ", else " + tree(c.else_)
    return f"case({value}{{{whens}}}{otherwise}, {type_(c.type)})"


def cast(c):
    kind = "try_cast" if isinstance(c, elements.TryCast) else "cast"
    return f"{kind}({tree(c.clause)}, {type_(c.type)})"


def bound(end):
    if end is elements.RANGE_UNBOUNDED:
        return "UNBOUNDED"
    return "CURRENT_ROW" if end is elements.RANGE_CURRENT else str(end)


def over(o):
    frame = ""
    for unit, ends in (("RANGE", o.range_), ("ROWS", o.rows), ("GROUPS", o.groups)):
        if ends is not None:
            frame = f", {unit} {bound(ends[0])} {bound(ends[1])}"
    lists = [many(() if entries is None else entries) for entries in (o.partition_by, o.order_by)]
    return f"over({tree(o.element)}, {', '.join(lists)}{frame}, {type_(o.type)})"


def assignments(pairs):
    return "{" + ", ".join(f"{k if isinstance(k, str) else tree(k)}: {set_to(v)}" for k, v in pairs) + "}"


def set_to(v):
    return tree(v) if isinstance(v, elements.ClauseElement) else value(v)


def row(r):
    return assignments(r.items()) if isinstance(r, dict) else "(" + ", ".join(map(set_to, r)) + ")"


def change(kind, e, parts):
    """An INSERT, UPDATE or DELETE; what it says after what all say."""
    parts = [tree(e.table)] + parts
    if e._returning:
        parts.append("returning=" + many(e._returning))
    if getattr(e, "_sort_by_parameter_order", False):
        parts.append("sorted")
    if e._return_defaults:
        parts.append("return_defaults")
        if e._return_defaults_columns:
            parts.append("return_columns=" + many(e._return_defaults_columns))
    parts += [f"{k}={v}" for k, v in e.kwargs.items()]
    parts += [f"option {k}={v}" for k, v in e._execution_options.items()]
    return f"{kind}({', '.join(parts)})"


def insert(e):
    parts = []
    flavour = type(e).__module__.split(".")
    if flavour[1] == "dialects":
        parts.append("of " + flavour[2])
    if e._values is not None:
        parts.append("values=" + assignments(e._values.items()))
    if e._multi_values:
        parts.append("rows=[" + ", ".join(row(r) for rows in e._multi_values for r in rows) + "]")
    if e.select is not None:
        parts += ["names=[" + ", ".join(e._select_names) + "]", "select=" + tree(e.select)]
        parts.append(f"defaults={e.include_insert_from_select_defaults}")
    if e._inline:
        parts.append("inline")
    if e._post_values_clause is not None:
        parts.append(on_conflict(e._post_values_clause))
    return change("insert", e, parts)


def on_conflict(c):
    if hasattr(c, "inserted_alias"):
        ordered = "ordered_" if c._parameter_ordering else ""
        return f"{ordered}duplicate({assignments(c.update.items())})"
    if not hasattr(c, "update_values_to_set"):
        return f"do_nothing({target(c)})"
    where = "" if c.update_whereclause is None else ", where " + tree(c.update_whereclause)
    return f"do_update({target(c)}, {assignments(c.update_values_to_set)}{where})"


def target(c):
    named = c.inferred_target_elements
    what = getattr(c, "constraint_target", None) or "any"
    if named is not None:
        what = "[" + ", ".join(n if isinstance(n, str) else tree(n) for n in named) + "]"
    where = c.inferred_target_whereclause
    return what if where is None else f"{what} where {tree(where)}"


def update(e):
    parts = []
    if e._ordered_values is not None:
        parts.append("ordered=" + assignments(e._ordered_values))
    elif e._values is not None:
        parts.append("values=" + assignments(e._values.items()))
    if e._where_criteria:
        parts.append("where=" + many(e._where_criteria))
    return change("update", e, parts)


def delete(e):
    return change("delete", e, ["where=" + many(e._where_criteria)] if e._where_criteria else [])


def mysql_match(m):
    modes = {"mysql_boolean_mode": ", boolean", "mysql_natural_language": ", natural", "mysql_query_expansion": ", expansion"}
    flags = "".join(text for mode, text in modes.items() if m.modifiers[mode])
    return f"mysql_match({many(m.left.clauses)}, {tree(m.right)}{flags})"


def next_value(n):
    schema_name = f"{name(n.sequence.schema)}." if n.sequence.schema is not None else ""
    return f"next({schema_name}{name(n.sequence.name)}{' optional' if n.sequence.optional else ''}, {type_(n.type)})"


PRINTERS = {
    mysql.match: mysql_match,
    dml.Insert: insert,
    dml.Update: update,
    dml.Delete: delete,
    elements.Case: case,
    elements.Cast: cast,
    elements.TypeCoerce: lambda e: f"coerce({tree(e.clause)}, {type_(e.type)})",
    elements.Extract: lambda e: f"extract({e.field}, {tree(e.expr)})",
    elements.Tuple: lambda e: f"tuple({many(e.clauses)}, {type_(e.type)})",
    elements.CollationClause: lambda e: f"collation({json.dumps(e.collation)})",
    elements.Over: over,
    elements.WithinGroup: lambda e: f"within_group({tree(e.element)}, {many(e.order_by)}, {type_(e.type)})",
    elements.FunctionFilter: lambda e: f"filter({tree(e.func)}, {tree(e.criterion)})",
    elements.CollectionAggregate: lambda e: f"{operator(e.operator)}({tree(e.element)})",
    elements.Slice: lambda e: f"slice({tree(e.start)}, {tree(e.stop)}, {tree(e.step)})",
    array: lambda e: f"array({many(e.clauses)}, {type_(e.type)})",
    aggregate_order_by: lambda e: f"ordered({tree(e.target)}, {tree(e.order_by)})",
    functions.next_value: next_value,
    functions.FunctionAsBinary: lambda e: f"comparison({tree(e.sql_function)}, {e.left_index}, {e.right_index})",
    functions.ScalarFunctionColumn: lambda e: f"field({tree(e.fn)}, {name(e.name)}, {type_(e.type)})",
    elements.TableValuedColumn: lambda e: f"valued_column({tree(e.scalar_alias)}, {type_(e.type)})",
    selectable.TableValuedAlias: valued,
    selectable.Lateral: lambda e: f"lateral({tree(e.element)}, {name(e.name)})",
    selectable.TableSample: sample,
    selectable.Values: values,
    selectable.ScalarValues: lambda e: f"scalar_values({data(e)})",
    elements.BindParameter: bind,
    elements.Null: lambda e: "NULL",
    elements.True_: lambda e: "TRUE",
    elements.False_: lambda e: "FALSE",
    elements.AsBoolean: lambda e: f"condition({operator(e.operator)}, {tree(e.element)})",
    elements.BooleanClauseList: lambda e: f"{operator(e.operator)}({many(e.clauses)})",
    elements.ExpressionClauseList: expression_list,
    elements.BinaryExpression: binary,
    selectable.Exists: lambda e: f"exists({tree(e.element)})",
    elements.UnaryExpression: unary,
    elements.Grouping: lambda e: f"group({tree(e.element)}, {type_(e.type)})",
    elements.Label: lambda e: f"label({name(e.name)}, {tree(e._element)}, {type_(e.type)})",
    elements._label_reference: lambda e: f"reference({tree(e.element)})",
    elements._textual_label_reference: lambda e: f"reference({json.dumps(e.element)})",
    elements.ClauseList: lambda e: f"clauses({operator(e.operator)}, {many(e.clauses)})",
    functions.FunctionElement: function,
    elements.ColumnClause: column,
    selectable.ScalarSelect: lambda e: f"scalar({tree(e.element)}, {type_(e.type)})",
    selectable.SelectStatementGrouping: lambda e: f"group({tree(e.element)})",
    selectable.Select: select,
    selectable.CompoundSelect: compound,
    selectable.CTE: cte,
    selectable.Subquery: lambda e: f"subquery({tree(e.element)}, {name(e.name)})",
    selectable.FromGrouping: lambda e: f"group({tree(e.element)})",
    selectable.Join: join,
    selectable.Alias: lambda e: f"alias({tree(e.element)}, {name(e.name)})",
    schema.Table: lambda e: e.fullname,
    selectable.TableClause: lambda e: f"table({e.fullname}, {many(e.c)})",
    elements.TextClause: text,
    selectable.TextualSelect: textual,
}
