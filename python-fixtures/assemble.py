"""Pickles written by hand, opcode by opcode (protocol 2), and the least a dump of a select must hold.

Each function returns the bytes that leave one value on the stack.
"""

import struct

PROTO = b"\x80\x02"
STOP = b"."
NONE, TRUE, FALSE = b"N", b"\x88", b"\x89"


def dump(body):
    return PROTO + body + STOP


def text(value):
    data = value.encode("utf-8")
    return b"X" + struct.pack("<I", len(data)) + data


def integer(value):
    return b"J" + struct.pack("<i", value)


def tuple_of(*items):
    return b"(" + b"".join(items) + b"t"


def list_of(*items):
    return b"](" + b"".join(items) + b"e"


def dict_of(**items):
    return b"}(" + b"".join(text(k) + v for k, v in items.items()) + b"u"


def put(number, value):
    """Memoizes a value."""
    return value + b"r" + struct.pack("<I", number)


def get(number):
    return b"j" + struct.pack("<I", number)


def name(dotted):
    module, _, attribute = dotted.rpartition(".")
    return b"c" + module.encode() + b"\n" + attribute.encode() + b"\n"


def call(function, *arguments):
    return name(function) + tuple_of(*arguments) + b"R"


def persistent(identifier):
    return (text(identifier) if isinstance(identifier, str) else identifier) + b"Q"


def new(cls):
    return name(cls) + b")\x81"


def built(state, memo=None, cls=None):
    """An instance with a state; with a memo number, parts of the state may get() the instance itself."""
    return (new(cls) if memo is None else put(memo, new(cls))) + state + b"b"


ELEMENTS, SELECTABLE, TYPES = "sqlalchemy.sql.elements.", "sqlalchemy.sql.selectable.", "sqlalchemy.sql.sqltypes."

INTEGER = built(b"}", cls=TYPES + "Integer")
BOOLEAN = built(dict_of(create_constraint=FALSE, name=NONE), cls=TYPES + "Boolean")


def element(cls, memo=None, **state):
    return built(dict_of(**state), memo, ELEMENTS + cls)


def column(table, key):
    return persistent("column:%s:%s" % (table, key))


def bind(**changed):
    key = call(ELEMENTS + "_anonymous_label", text("%(140000000000016 age)s"), NONE)
    state = dict(
        key=put(900, key), _orig_key=text("age"), _identifying_key=get(900), unique=TRUE, value=integer(41), callable=NONE,
        isoutparam=FALSE, required=FALSE, expanding=FALSE, expand_op=NONE, literal_execute=FALSE, type=INTEGER,
    )
    return element("BindParameter", **dict(state, **changed))


def binary(memo=None, **changed):
    state = dict(
        left=column("users", "age"), operator=name("_operator.eq"), right=bind(), negate=name("_operator.ne"), modifiers=b"}", type=BOOLEAN,
    )
    return element("BinaryExpression", memo, **dict(state, **changed))


def clause_list(memo=None, **changed):
    state = dict(operator=name("_operator.and_"), clauses=list_of(binary(), binary()), group=TRUE, group_contents=TRUE, type=BOOLEAN)
    return element("BooleanClauseList", memo, **dict(state, **changed))


def select(*where, memo=None, **changed):
    state = dict(
        _raw_columns=list_of(column("users", "id")),
        _label_style=call(SELECTABLE + "SelectLabelStyle", integer(2)),
        _where_criteria=tuple_of(*where),
    )
    return built(dict_of(**dict(state, **changed)), memo, SELECTABLE + "Select")
