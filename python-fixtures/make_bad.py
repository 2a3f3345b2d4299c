"""Writes bad/: what must be refused, and as what. Needs nothing but Python.

    python make_bad.py
"""

import base64
import json
import os
import struct

from assemble import (
    ELEMENTS, FALSE, INTEGER, NONE, PROTO, SELECTABLE, STOP, binary, bind, built, call, clause_list, column, dict_of, dump, element, get,
    integer, list_of, name, new, persistent, put, select, text, tuple_of, TYPES,
)

HERE = os.path.dirname(os.path.abspath(__file__))

CASES = {}

SOUND = dump(select(binary()))
# Would be seen if it ran, and harms nothing.
HOSTILE = call("os.system", text("echo this must never run"))


def bad(file, kind, why, data):
    if file in CASES:
        raise ValueError("two cases are called " + file)
    CASES[file] = (kind, why, data)


def mapper_id(pickle, form="mapper:%s"):
    return persistent(form % base64.b64encode(pickle).decode("ascii"))


# The bytes are no pickle, or end too soon.
bad("empty", "malformed", "no byte at all", b"")
bad("not_a_pickle_sql", "malformed", "SQL as text", b"SELECT users.id FROM users\n")
bad("not_a_pickle_json", "malformed", "JSON", b'{"select": ["users.id"]}')
bad("not_a_pickle_gzip", "malformed", "the first bytes of a gzip file", b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03")
bad("base64_of_a_pickle", "malformed", "a sound dump that somebody encoded as base64", base64.b64encode(SOUND))
bad("truncated_header", "malformed", "ends after the PROTO opcode", PROTO[:1])
bad("truncated_after_header", "malformed", "ends after the protocol", PROTO)
bad("truncated_in_the_middle", "malformed", "the first half of a sound dump", SOUND[: len(SOUND) // 2])
bad("truncated_stop", "malformed", "a sound dump without its last byte", SOUND[:-1])
bad("protocol_from_the_future", "malformed", "claims protocol 127", b"\x80\x7fN.")
bad("unknown_opcode", "malformed", "opcode 0xff, which no protocol has", PROTO + b"\xff.")
bad("unknown_opcode_inside", "malformed", "a sound dump with one opcode damaged", SOUND.replace(b"\x81}(", b"\xfe}(", 1))
bad("utf8_damage", "malformed", "a sound dump decoded as Latin-1 and encoded as UTF-8", SOUND.decode("latin-1").encode("utf-8"))
bad("stop_on_nothing", "malformed", "STOP with nothing on the stack", PROTO + STOP)

# Lengths beyond the input: to be refused before memory is allocated.
bad("length_binunicode", "malformed", "a text of 2 GiB in 11 bytes", PROTO + b"X\xff\xff\xff\x7fabc.")
bad("length_binunicode_4g", "malformed", "a text of 4 GiB, its length read as signed being -1", PROTO + b"X\xff\xff\xff\xffabc.")
bad("length_binunicode8", "malformed", "a text of 2**63 - 1 bytes", b"\x80\x04\x8d" + struct.pack("<Q", 2**63 - 1) + b"abc.")
bad("length_binbytes8", "malformed", "bytes of 2**63 - 1 bytes", b"\x80\x04\x8e" + struct.pack("<Q", 2**63 - 1) + b"abc.")
bad("length_binbytes8_unsigned", "malformed", "bytes of 2**64 - 1 bytes", b"\x80\x04\x8e" + b"\xff" * 8 + b"abc.")
bad("length_bytearray8", "malformed", "a bytearray of 1 TiB", b"\x80\x05\x96" + struct.pack("<Q", 2**40) + b"abc.")
bad("length_binstring_negative", "malformed", "a byte string of length -1", PROTO + b"T\xff\xff\xff\xffabc.")
bad("length_long1", "malformed", "an int of 200 bytes in 3", PROTO + b"\x8a\xc8\x01\x02\x03.")
bad("length_long4", "malformed", "an int of 2 GiB", PROTO + b"\x8b\xff\xff\xff\x7f\x01.")
bad("length_long4_negative", "malformed", "an int of -1 bytes", PROTO + b"\x8b\xff\xff\xff\xff\x01.")
bad("length_frame", "malformed", "a frame longer than the input", b"\x80\x04\x95" + struct.pack("<Q", 2**40) + b"N.")
bad("length_float", "malformed", "half a float", PROTO + b"G\x3f\xf0\x00\x00")

# Opcodes that contradict each other.
bad("stack_underflow_append", "malformed", "APPEND to nothing", PROTO + b"Na.")
bad("stack_underflow_reduce", "malformed", "REDUCE of nothing", PROTO + b"R.")
bad("stack_underflow_build", "malformed", "BUILD of nothing", PROTO + b"}b.")
bad("stack_underflow_dup", "malformed", "DUP of nothing", PROTO + b"2.")
bad("mark_missing", "malformed", "TUPLE without a mark", PROTO + b"NNt.")
bad("memo_missing", "malformed", "BINGET of a number never put", PROTO + b"h\x05.")
bad("memo_negative", "malformed", "PUT under a negative number", b"Np-1\n.")
bad("append_to_int", "malformed", "APPEND to an int", PROTO + b"K\x01K\x02a.")
bad("setitem_on_list", "malformed", "SETITEM of a list", PROTO + b"]NNs.")
bad("setitems_odd", "malformed", "SETITEMS with a key that has no value", PROTO + b"}(K\x01K\x02K\x03u.")
bad("unhashable_key", "malformed", "a dict whose key is a list", PROTO + b"}]K\x01s.")
bad("unhashable_member", "malformed", "a set that holds a dict", b"\x80\x04\x8f(}\x90.")
bad("call_of_an_int", "malformed", "REDUCE of an int, which nobody can call", PROTO + b"K\x01)R.")
bad("instance_of_an_int", "malformed", "NEWOBJ of an int", PROTO + b"K\x01)\x81.")
bad("arguments_not_a_tuple", "malformed", "REDUCE with a list of arguments", PROTO + name("builtins.int") + b"]R.")
bad("global_of_ints", "malformed", "STACK_GLOBAL whose names are ints", b"\x80\x04K\x01K\x02\x93.")
bad("global_unfinished", "malformed", "GLOBAL without the end of its line", PROTO + b"csqlalchemy.sql.selectable")
bad("text_not_utf8", "malformed", "a text that is not UTF-8", PROTO + b"X\x02\x00\x00\x00\xff\xfe.")
bad("int_not_a_number", "malformed", "INT with letters", b"Iabc\n.")
bad("float_not_a_number", "malformed", "FLOAT with letters", b"Fabc\n.")
bad("string_without_quotes", "malformed", "STRING without its closing quote", b"S'abc\n.")
bad("extension_unknown", "unsupported", "a code registered with copyreg, which stands for something only the writer knows", PROTO + b"\x82\x07.")
bad("buffer_out_of_band", "unsupported", "a buffer that was left out of the stream", b"\x80\x05\x97.")

# Too much of something.
bad("deep_marks", "limit", "100,001 tuples opened inside each other", PROTO + b"(" * 100_001)
bad("deep_lists", "limit", "a list 20,000 deep", PROTO + b"]" * 20_000 + b"a" * 19_999 + STOP)
bad("memo_index_huge", "limit", "a memo number that would need gigabytes", PROTO + b"Nr\xff\xff\xff\x7f.")
bad("digits_many", "limit", "an int of 20,000 digits, which takes quadratic time to read", b"L" + b"9" * 20_000 + b"L\n.")


def nested_not(depth):
    """NOT NOT NOT ... with no parenthesis between."""
    first = put(0, name(ELEMENTS + "UnaryExpression")) + b"0" + put(1, text("element")) + b"0"
    first += put(2, text("operator")) + b"0" + put(3, name("_operator.inv")) + b"0"
    return first + (b"h\x00)\x81}(h\x02h\x03h\x01" * depth) + binary() + b"ub" * depth


def laughs(rounds):
    """x AND x, and that AND itself, and so on: few bytes, 2**rounds terms."""
    body = put(1, binary()) + b"0"
    for number in range(1, rounds + 1):
        body += put(number + 1, clause_list(clauses=list_of(get(number), get(number)))) + b"0"
    return body + select(get(rounds + 1))


bad("deep_expression", "limit", "5,000 negations inside each other", dump(select(nested_not(5_000))))
bad("expression_bomb", "limit", "a condition that names itself twice, 40 times over: 2**40 terms of SQL", dump(laughs(40)))

# What Brine never does.
for form in ("mapper:%s", "mapper_selectable:%s", "mapperprop:%s:name", "attribute:name:%s"):
    bad(
        "hostile_%s" % form.split(":")[0], "unsafe", "a call of os.system where a class belongs, in the id " + form,
        dump(select(binary(left=mapper_id(dump(HOSTILE), form)))),
    )
bad("hostile_mapper_getattr", "unsafe", "an attribute fetched by a call where a class belongs",
    dump(list_of(mapper_id(dump(call("operator.attrgetter", text("system")))))))

# Sound pickles of what is no part of a statement; nothing is called, so nothing is harmed, and nobody knows what it means.
bad("call_os_system", "unsupported", "a call of os.system as the whole dump", dump(HOSTILE))
bad("call_os_system_protocol_0", "unsupported", "the same as protocol 0 writes it", b"cos\nsystem\n(S'echo this must never run'\ntR.")
bad("call_in_where", "unsupported", "a call of os.system as a condition", dump(select(HOSTILE)))
bad("call_in_columns", "unsupported", "a call of eval as a column", dump(select(_raw_columns=list_of(call("builtins.eval", text("1"))))))
bad("call_as_operator", "unsupported", "os.system as the operator of a comparison", dump(select(binary(operator=name("os.system")))))
bad("class_unknown", "unsupported", "an instance of a class nobody has heard of", dump(built(dict_of(a=integer(1)), cls="acme.query.Query")))
bad("class_unknown_in_where", "unsupported", "the same as a condition", dump(select(built(dict_of(a=integer(1)), cls="acme.query.Clause"))))
bad("class_of_sqlalchemy_unknown", "unsupported", "a class SQLAlchemy does not have", dump(select(element("FrobnicatedClause"))))
bad("operator_unknown", "unsupported", "an operator SQLAlchemy does not have",
    dump(select(binary(operator=name("sqlalchemy.sql.operators.frobnicate_op")))))

# Cycles where none may be.
bad("cycle_comparison", "malformed", "a comparison whose left side is itself", dump(select(binary(memo=7, left=get(7)))))
bad("cycle_conjunction", "malformed", "an AND one of whose parts is itself", dump(select(clause_list(memo=7, clauses=list_of(binary(), get(7))))))
bad("cycle_clauses", "malformed", "an AND whose list of parts holds that list",
    dump(select(clause_list(clauses=put(7, b"]") + binary() + b"a" + get(7) + b"a"))))
bad("cycle_grouping", "malformed", "parentheses around themselves", dump(select(element("Grouping", 7, element=get(7), type=INTEGER))))
bad("cycle_alias", "malformed", "an alias of itself",
    dump(select(_from_obj=tuple_of(built(dict_of(element=get(7), name=text("a")), 7, SELECTABLE + "Alias")))))
bad("cycle_join", "malformed", "a join whose left side is itself",
    dump(select(_from_obj=tuple_of(built(
        dict_of(left=get(7), right=persistent("table:users"), onclause=binary(), isouter=FALSE, full=FALSE), 7, SELECTABLE + "Join")))))
bad("cycle_select", "malformed", "a select among its own columns", dump(select(memo=7, _raw_columns=list_of(get(7)))))
bad("cycle_list", "malformed", "a list that holds itself", dump(put(7, b"]") + get(7) + b"a"))
bad("cycle_type", "malformed", "an ARRAY of itself",
    dump(select(binary(right=bind(type=built(dict_of(item_type=get(7), dimensions=NONE), 7, TYPES + "ARRAY"))))))
bad("cycle_in_type", "malformed", "a type whose argument is a list that holds itself",
    dump(select(binary(right=bind(type=built(dict_of(item_type=INTEGER, dimensions=put(7, b"]") + get(7) + b"a"), cls=TYPES + "ARRAY"))))))

bad("cycle_in_unknown", "unsupported", "a function of an unknown class that is its own argument",
    dump(select(built(dict_of(clause_expr=element("Grouping", element=get(7), type=INTEGER)), 7, "acme.functions.tangle"))))
bad("cycle_in_unknown_list", "unsupported", "a function of an unknown class whose arguments are a list that holds itself",
    dump(select(built(dict_of(clause_expr=put(7, b"]") + get(7) + b"a"), cls="acme.functions.tangle"))))

# The right classes with the wrong parts.
bad("escape_is_a_flag", "malformed", "a LIKE escaped by True", dump(select(binary(operator=name("sqlalchemy.sql.operators.like_op"), modifiers=dict_of(escape=b"\x88")))))
bad("insert_from_select_without_names", "malformed", "an INSERT from a SELECT into no columns",
    dump(built(dict_of(table=persistent("table:users"), select=select()), cls="sqlalchemy.sql.dml.Insert")))
bad("state_is_an_int", "malformed", "a select whose state is an int", dump(new(SELECTABLE + "Select") + integer(5) + b"b"))
bad("state_is_a_list", "malformed", "a select whose state is a list", dump(new(SELECTABLE + "Select") + b"]b"))
bad("state_missing", "malformed", "a select without a state", dump(new(SELECTABLE + "Select")))
bad("columns_missing", "malformed", "a select without its columns", dump(built(
    dict_of(_label_style=call(SELECTABLE + "SelectLabelStyle", integer(2))), cls=SELECTABLE + "Select")))
bad("columns_is_an_int", "malformed", "a select whose columns are an int", dump(select(_raw_columns=integer(3))))
bad("columns_of_ints", "malformed", "a select whose columns are ints", dump(select(_raw_columns=list_of(integer(1), integer(2)))))
bad("where_is_text", "malformed", "a select whose conditions are a text", dump(select(_where_criteria=text("users.id = 1"))))
bad("where_of_none", "malformed", "a condition that is None", dump(select(NONE)))
bad("clauses_is_an_int", "malformed", "an AND whose parts are an int", dump(select(clause_list(clauses=integer(5)))))
bad("left_missing", "malformed", "a comparison without a left side", dump(select(element(
    "BinaryExpression", operator=name("_operator.eq"), right=bind(), negate=NONE, modifiers=b"}", type=INTEGER))))
bad("left_is_none", "malformed", "a comparison whose left side is None", dump(select(binary(left=NONE))))
bad("operator_is_text", "malformed", "a comparison whose operator is a text", dump(select(binary(operator=text("=")))))
bad("modifiers_is_text", "malformed", "a comparison whose modifiers are a text", dump(select(binary(modifiers=text("escape")))))
bad("bind_type_is_text", "malformed", "a bind parameter whose type is a text", dump(select(binary(right=bind(type=text("INTEGER"))))))
bad("bind_key_is_an_int", "malformed", "a bind parameter whose name is an int", dump(select(binary(right=bind(key=integer(5), _identifying_key=integer(5), unique=FALSE)))))
bad("bind_key_missing", "malformed", "a bind parameter with nothing but a type", dump(select(binary(right=element("BindParameter", type=INTEGER)))))
bad("limit_is_text", "malformed", "a LIMIT that is a text", dump(select(_limit_clause=text("10"))))
bad("order_by_is_an_int", "malformed", "an ORDER BY that is an int", dump(select(_order_by_clauses=integer(1))))
bad("join_without_right", "malformed", "a join without its right side", dump(select(_from_obj=tuple_of(built(
    dict_of(left=persistent("table:users"), onclause=binary(), isouter=FALSE, full=FALSE), cls=SELECTABLE + "Join")))))
bad("join_onclause_is_text", "malformed", "a join whose condition is a text", dump(select(_from_obj=tuple_of(built(
    dict_of(left=persistent("table:users"), right=persistent("table:addresses"), onclause=text("1 = 1"), isouter=FALSE, full=FALSE),
    cls=SELECTABLE + "Join")))))
bad("label_style_without_argument", "unsupported", "the label style called without its argument",
    dump(select(_label_style=call(SELECTABLE + "SelectLabelStyle"))))
bad("label_style_out_of_range", "unsupported", "label style 99, which some later SQLAlchemy may have", dump(select(_label_style=call(SELECTABLE + "SelectLabelStyle", integer(99)))))
bad("label_with_one_argument", "malformed", "a label without what it labels", dump(select(_raw_columns=list_of(call(ELEMENTS + "Label", text("x"))))))
bad("label_name_is_a_list", "malformed", "a label whose name is a list",
    dump(select(_raw_columns=list_of(call(ELEMENTS + "Label", b"]", column("users", "id"), INTEGER)))))
bad("function_without_arguments_list", "malformed", "a function whose arguments are an int",
    dump(select(element("BinaryExpression", left=built(
        dict_of(name=text("f"), packagenames=b")", clause_expr=integer(1), type=INTEGER, _has_args=FALSE), cls="sqlalchemy.sql.functions.Function"),
        operator=name("_operator.eq"), right=bind(), negate=NONE, modifiers=b"}", type=INTEGER))))
bad("function_without_name", "malformed", "a function of 1.1 whose name is None", dump(select(built(
    dict_of(name=NONE, packagenames=b")", type=INTEGER, _has_args=b"\x88", clause_expr=element("Grouping", type=INTEGER, element=element(
        "ClauseList", operator=name("sqlalchemy.sql.operators.comma_op"), clauses=list_of(element("BindParameter", key=text("%(140000000000016 param)s"), _orig_key=text("param"), unique=b"\x88", value=integer(41), type=INTEGER))))),
    cls="sqlalchemy.sql.functions.Function"))))
bad("loader_path_of_nothing", "malformed", "an option to load from a path without a class", dump(built(
    dict_of(path=b"]", context=b")", propagate_to_loaders=b"\x88"), cls="sqlalchemy.orm.strategy_options.Load")))

# Persistent ids.
bad("id_of_no_kind", "malformed", "an id of a kind no SQLAlchemy writes", dump(list_of(persistent("frobnicate:x"))))
bad("id_without_colon", "malformed", "an id without its colon", dump(list_of(persistent("table"))))
bad("id_empty", "malformed", "an empty id", dump(list_of(persistent(""))))
bad("id_column_without_column", "malformed", "a column's id that names only a table", dump(select(_raw_columns=list_of(persistent("column:users")))))
bad("id_is_an_int", "malformed", "an id that is an int", dump(select(_raw_columns=list_of(persistent(integer(7))))))
bad("id_is_a_tuple", "malformed", "an id that is a tuple", dump(select(_raw_columns=list_of(persistent(tuple_of(text("table"), text("users")))))))
bad("id_mapper_not_base64", "malformed", "a mapper's id that is not base64", dump(list_of(persistent("mapper:***"))))
bad("id_mapper_not_a_pickle", "malformed", "a mapper's id that is base64 of no pickle", dump(list_of(mapper_id(b"hello"))))
bad("id_mapper_truncated", "malformed", "a mapper's id whose pickle ends too soon", dump(list_of(mapper_id(PROTO + b"cshop\nUs"))))

# What the metadata does not have.
bad("table_unknown", "metadata", "a table the metadata does not have", dump(select(_raw_columns=list_of(persistent("table:user")))))
bad("table_unknown_as_root", "metadata", "the same as the whole dump", dump(persistent("table:nowhere")))
bad("table_of_another_schema", "metadata", "a table under a schema it is not in", dump(select(_raw_columns=list_of(persistent("table:other.ledger")))))
bad("column_unknown", "metadata", "a column its table does not have", dump(select(binary(left=column("users", "agee")))))
bad("column_of_unknown_table", "metadata", "a column of a table the metadata does not have", dump(select(binary(left=column("userz", "age")))))
bad("column_by_name_not_key", "metadata", "a column by its name where it has another key",
    dump(select(_raw_columns=list_of(column("renamed", "db_name")))))
bad("column_in_wrong_case", "metadata", "a column in another case", dump(select(_raw_columns=list_of(column("users", "ID")))))


def copied(construct):
    """A dump SQLAlchemy writes and then refuses to compile."""
    with open(os.path.join(HERE, "good", "2.0", construct + ".p4.pickle"), "rb") as dumped:
        return dumped.read()


bad("bind_names_collide", "dialect", "a named bind parameter and a made-up name that are the same: SQLAlchemy's CompileError",
    copied("binds_collision_suffix"))


def main():
    folder = os.path.join(HERE, "bad")
    os.makedirs(folder, exist_ok=True)
    for stray in os.listdir(folder):
        os.remove(os.path.join(folder, stray))
    lines = []
    for file, (kind, why, data) in CASES.items():
        with open(os.path.join(folder, file + ".pickle"), "wb") as out:
            out.write(data)
        lines.append("  " + json.dumps({"file": file + ".pickle", "kind": kind, "why": why}))
    with open(os.path.join(folder, "index.json"), "w", newline="\n") as out:
        out.write("[\n%s\n]\n" % ",\n".join(lines))


if __name__ == "__main__":
    main()
