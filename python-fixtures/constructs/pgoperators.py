"""What PostgreSQL's types can do: JSON and JSONB, hstore, ranges, arrays, full text search; and functions with classes of its own."""

import sqlalchemy as sa
from sqlalchemy import Integer, String, Text, and_, bindparam, cast, column, func, literal, not_, select, text
from sqlalchemy.dialects import postgresql as pg
from sqlalchemy.dialects.postgresql import aggregate_order_by, array, array_agg, hstore

from .registry import family

case = family("pgoperators", protocols=(2, 5))
ONLY = dict(run=False, dialects=("postgresql",))
j, b, h = column("j", pg.JSON), column("b", pg.JSONB), column("h", pg.HSTORE)
a, n = column("a", pg.ARRAY(Integer)), column("n", pg.ARRAY(String, dimensions=2))
r, d = column("r", pg.INT4RANGE), column("d", pg.DATERANGE)
v = column("v", pg.TSVECTOR)
x = column("x", String)

for name, expression in {
    "json_key": lambda: j["k"], "json_index": lambda: j[1], "json_path": lambda: j[("a", 1)], "json_astext": lambda: j["k"].astext,
    "json_path_astext": lambda: j[("a", 1)].astext, "json_astext_compared": lambda: j["k"].astext == "x", "json_astext_cast": lambda: j["k"].astext.cast(Integer),
    "json_astext_concat": lambda: j["k"].astext + "x", "json_nested": lambda: j["a"]["b"].astext, "json_as_integer": lambda: j["k"].as_integer(),
    "jsonb_key": lambda: b["k"], "jsonb_index": lambda: b[0], "jsonb_path": lambda: b[("a", "b")], "jsonb_astext": lambda: b["k"].astext, "jsonb_as_string": lambda: b["k"].as_string(),
    "jsonb_as_float": lambda: b[("k", 1)].as_float(), "jsonb_has_key": lambda: b.has_key("k"), "jsonb_has_key_of_function": lambda: and_(func.coalesce(b.has_key("k"), b.has_key("l")), b.has_key("m")), "jsonb_has_all": lambda: b.has_all(array(["a", "b"])),  # noqa: W601
    "jsonb_has_any": lambda: b.has_any(array(["a", "b"])), "jsonb_contains": lambda: b.contains({"a": 1}), "jsonb_contains_column": lambda: b.contains(column("c", pg.JSONB)),
    "jsonb_contained_by": lambda: b.contained_by({"a": 1}), "jsonb_path_exists": lambda: b.path_exists("$.a"), "jsonb_path_match": lambda: b.path_match("$.a > 1"),
    "jsonb_delete_path": lambda: b.delete_path(["a", "b"]), "jsonb_delete_path_array": lambda: b.delete_path(array(["a"])), "jsonb_concat": lambda: b.concat({"b": 2}),
    "jsonb_add": lambda: b + {"b": 2}, "jsonb_not_contains": lambda: ~b.contains({"a": 1}), "jsonb_contains_and": lambda: and_(b.contains({"a": 1}), b.has_key("k")),  # noqa: W601
    "jsonb_item_contains": lambda: b["a"].contains([1]), "jsonb_eq": lambda: b == {"a": 1}, "jsonb_item_eq": lambda: b["a"] == 5, "jsonb_is_null": lambda: b.is_(None),
    "jsonb_cast": lambda: cast({"a": 1}, pg.JSONB)["a"], "jsonb_type_coerce": lambda: sa.type_coerce({"a": 1}, pg.JSONB),
    "hstore_key": lambda: h["k"], "hstore_has_key": lambda: h.has_key("k"), "hstore_has_all": lambda: h.has_all(array(["a"])), "hstore_has_any": lambda: h.has_any(array(["a"])),  # noqa: W601
    "hstore_contains": lambda: h.contains({"a": "1"}), "hstore_contained_by": lambda: h.contained_by({"a": "1"}), "hstore_defined": lambda: h.defined("a"), "hstore_delete": lambda: h.delete("a"),
    "hstore_slice": lambda: h.slice(array(["a"])), "hstore_keys": lambda: h.keys(), "hstore_vals": lambda: h.vals(), "hstore_array": lambda: h.array(), "hstore_matrix": lambda: h.matrix(),
    "hstore_concat": lambda: h + hstore("a", "1"), "hstore_function": lambda: hstore(array(["a", "b"]), array(["1", "2"])), "hstore_key_compared": lambda: h["k"] == "x",
    "hstore_keys_item": lambda: h.keys()[1],
    "array_contains": lambda: a.contains([1, 2]), "array_contains_array": lambda: a.contains(array([1, 2])), "array_contained_by": lambda: a.contained_by([1]), "array_overlap": lambda: a.overlap([1, 2]),
    "array_any": lambda: a.any(5), "array_all": lambda: a.all(5, operator=sa.sql.operators.lt), "array_item": lambda: a[1], "array_slice": lambda: a[1:2], "array_item_of_two": lambda: n[1][2],
    "array_any_function": lambda: pg.Any(5, a), "array_all_function": lambda: pg.All(5, a), "array_concat": lambda: a + [1], "array_eq": lambda: a == [1], "array_cast": lambda: cast(a, pg.ARRAY(Text)),
    "array_not_overlap": lambda: ~a.overlap([1, 2]), "array_agg": lambda: array_agg(x), "array_agg_contains": lambda: array_agg(x).contains(["a"]),
    "array_agg_ordered": lambda: array_agg(aggregate_order_by(x, x.desc())), "array_empty": lambda: array([], type_=Integer), "array_typed": lambda: array([1, 2], type_=sa.BigInteger),
    "array_literal_index": lambda: array([1, 2, 3])[2], "array_literal_slice": lambda: array([1, 2, 3])[1:2], "array_nested_three": lambda: array([array([array([1])])]),
    "range_contains": lambda: r.contains(5), "range_contained_by": lambda: r.contained_by(r), "range_overlaps": lambda: r.overlaps(r), "range_left": lambda: r.strictly_left_of(r),
    "range_right": lambda: r >> r, "range_not_right": lambda: r.not_extend_right_of(r), "range_not_left": lambda: r.not_extend_left_of(r), "range_adjacent": lambda: r.adjacent_to(r),
    "range_union": lambda: r + r, "range_difference": lambda: r - r, "range_intersection": lambda: r * r, "range_text": lambda: r.contains("[1,5)"), "range_ne": lambda: r != r,
    "search_match": lambda: x.match("a & b"), "search_vector": lambda: pg.to_tsvector("english", x), "search_vector_plain": lambda: pg.to_tsvector(x), "search_func": lambda: func.to_tsvector("english", x),
    "search_operator": lambda: func.to_tsvector("english", x).bool_op("@@")(func.to_tsquery("english", "a")), "search_bool": lambda: v.match("a"), "search_plain": lambda: pg.plainto_tsquery("a b"),
    "search_phrase": lambda: pg.phraseto_tsquery("english", "a b"), "search_web": lambda: pg.websearch_to_tsquery("a -b"), "search_headline": lambda: pg.ts_headline("english", x, func.to_tsquery("a")),
    "search_headline_plain": lambda: pg.ts_headline(x, pg.to_tsquery("a")), "search_regconfig": lambda: func.to_tsvector(cast("simple", pg.REGCONFIG), x), "search_vector_match": lambda: func.to_tsvector("english", x).match("a"),
    "string_agg": lambda: func.string_agg(x, aggregate_order_by(literal(","), x)), "ilike": lambda: x.ilike("a%"), "regexp": lambda: x.regexp_match("a", "i"),
    "interval": lambda: cast("1 day", pg.INTERVAL), "inet": lambda: cast("127.0.0.1", pg.INET), "bit": lambda: cast("101", pg.BIT(3)), "op_precedence": lambda: x.op("->", precedence=15)("a").op("#>")("b"),
}.items():
    case(name, lambda expression=expression: select(expression()), **ONLY)
    if name.startswith(("jsonb_has", "jsonb_con", "array_con", "array_any", "range_con", "search_bool")):
        case(name + "_where", lambda expression=expression: select(x).where(and_(expression(), x == "y"), not_(expression())), **ONLY)
