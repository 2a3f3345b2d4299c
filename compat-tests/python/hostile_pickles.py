"""Pickles that do what no dump of a query does: each must be refused, and none may call TOUCHED. NAME -> bytes.

They are put together from opcodes: no pickler writes them. "builtins len" stands for what does harm, where what matters is that it is called.
"""

import base64
import pickle
import struct

CANARY = "hostile_canary"


def text(value):
    encoded = value.encode("utf-8", "surrogatepass")
    return b"X" + struct.pack("<I", len(encoded)) + encoded


def name(module, qualified):
    """STACK_GLOBAL, which walks dots."""
    return text(module) + text(qualified) + b"\x93"


def call(function, *args):
    return function + b"(" + b"".join(args) + b"tR"


def new(cls, *args):
    return cls + b"(" + b"".join(args) + b"t\x81"


def items(*pairs):
    return b"}(" + b"".join(key + value for key, value in pairs) + b"u"


def dump(body, protocol=4):
    return b"\x80" + bytes([protocol]) + body + b"."


TOUCH = name(CANARY, "touch")
ELEMENTS = "sqlalchemy.sql.elements"
TYPES = "sqlalchemy.sql.sqltypes"
TABLE = text("table:users") + b"Q"

EVIL_VALUE = dump(call(TOUCH))

HOSTILE = {
    "system": dump(call(name("os", "system"), text("true"))),
    "posix_system": dump(call(name("posix", "system"), text("true"))),
    "popen": dump(call(name("subprocess", "Popen"), text("true"))),
    "exec": dump(call(name("builtins", "exec"), text("import hostile_canary; hostile_canary.touch()"))),
    "eval": dump(call(name("builtins", "eval"), text("1"))),
    "python_2_eval": dump(b"c__builtin__\neval\n(" + text("1") + b"tR", 2),
    "import": dump(call(name("builtins", "__import__"), text(CANARY))),
    "open": dump(call(name("builtins", "open"), text("/etc/passwd"))),
    "input_by_inst": b"(S'true'\nios\nsystem\n.",
    "object_by_obj": b"(cos\nsystem\nS'true'\no.",
    "touched": EVIL_VALUE,
    "only_named": dump(name("os", "system")),
    "module_of_sqlalchemy_by_dots": dump(call(name("sqlalchemy", "util.compat.os.system"), text("true"))),
    "builtins_by_dots": dump(call(name(ELEMENTS, "operator.attrgetter"), text("x"))),
    "globals_by_dots": dump(name("sqlalchemy.sql.operators", "like_op.__globals__")),
    "class_by_dots": dump(name(TYPES, "Integer.__class__")),
    "subclasses_by_dots": dump(call(name(TYPES, "Integer.__base__.__subclasses__"))),
    "import_by_dots": dump(call(name("sqlalchemy.sql.functions", "__builtins__.get"), text("eval"))),
    "getattr": dump(call(name("builtins", "getattr"), name(TYPES, "Integer"), text("__subclasses__"))),
    "getattr_of_a_function": dump(call(name("builtins", "getattr"), name("sqlalchemy.sql.operators", "like_op"), text("__globals__"))),
    "getattr_of_text": dump(call(name("builtins", "getattr"), text("x"), text("format"))),
    "getattr_of_a_table": dump(call(name("builtins", "getattr"), TABLE, text("metadata"))),
    "setattr": dump(call(name("builtins", "setattr"), TABLE, text("name"), text("x"))),
    "type_with_bases": dump(call(name("builtins", "type"), text("X"), b")", b"}")),
    "type_of_a_class": dump(call(name("builtins", "type"), name(TYPES, "Integer"))),
    "partial": dump(call(name("functools", "partial"), TOUCH)),
    "reduce": dump(call(name("functools", "reduce"), TOUCH, b"]")),
    "function_type": dump(call(name("types", "FunctionType"), b"N", b"}")),
    "code_type": dump(call(name("types", "CodeType"))),
    "marshal": dump(call(name("marshal", "loads"), b"C\x01x")),
    "pickle_in_pickle": dump(call(name("pickle", "loads"), b"C" + bytes([len(EVIL_VALUE)]) + EVIL_VALUE)),
    "serializer_in_pickle": dump(call(name("sqlalchemy.ext.serializer", "loads"), b"C" + bytes([len(EVIL_VALUE)]) + EVIL_VALUE)),
    "codecs_open": dump(call(name("codecs", "open"), text("/etc/passwd"))),
    "codecs_decode": dump(call(name("_codecs", "decode"), b"C\x01x", text("rot13"))),
    "codecs_encode_elsewhere": dump(call(name("_codecs", "encode"), text("x"), text("rot13"))),
    "codecs_encode_no_text": dump(call(name("_codecs", "encode"), b"]", text("latin1"))),
    "attrgetter": dump(call(name("operator", "attrgetter"), text("x"))),
    "methodcaller": dump(call(name("_operator", "methodcaller"), text("x"))),
    "itemgetter": dump(call(name("operator", "itemgetter"), text("x"))),
    "operator_called": dump(call(name("_operator", "getitem"), b"}", text("x"))),
    "shift_of_memory": dump(call(name("_operator", "lshift"), b"K\x01", b"J\xff\xff\xff\x7f")),
    "power": dump(call(name("_operator", "pow"), b"K\x09", b"J\xff\xff\xff\x7f")),
    "bytes_of_a_number": dump(call(name("builtins", "bytes"), b"J\xff\xff\xff\x7f")),
    "bytearray_of_a_number": dump(call(name("builtins", "bytearray"), b"J\xff\xff\xff\x7f")),
    "bytearray_too_long": b"\x80\x05\x96" + struct.pack("<Q", 2**40) + b"x.",
    "set_of_a_generator": dump(call(name("builtins", "set"), TABLE)),
    "copyreg_of_a_function": dump(call(name("copyreg", "_reconstructor"), TOUCH, name("builtins", "object"), b"N")),
    "copyreg_by_another_base": dump(call(name("copyreg", "_reconstructor"), name(TYPES, "Integer"), name("datetime", "date"), b"C\x01x")),
    "extension": dump(b"\x82\x01"),
    "buffer": b"\x80\x05\x97.",
    "langhelpers_import": dump(call(name("sqlalchemy.util.langhelpers", "import_"), text(CANARY))),
    "langhelpers_counter": dump(call(name("sqlalchemy.util.langhelpers", "load_uncompiled_module"), text("x"))),
    "langhelpers_method": dump(
        new(name("sqlalchemy.util.langhelpers", "portable_instancemethod"))
        + items((text("target"), TABLE), (text("name"), text("drop")), (text("kwargs"), b"}"))
        + b"b"
    ),
    "langhelpers_method_of_its_own": dump(
        new(name("sqlalchemy.util.langhelpers", "portable_instancemethod"))
        + items((text("target"), new(name(TYPES, "Integer"))), (text("name"), text("__reduce__")), (text("kwargs"), b"}"))
        + b"b"
    ),
    "memoized": dump(call(name("sqlalchemy.util.langhelpers", "memoized_property"), TOUCH)),
    "registry": dump(call(name("sqlalchemy.util.langhelpers", "PluginLoader.load"), text("x"))),
    "create_engine": dump(call(name("sqlalchemy.engine.create", "create_engine"), text("sqlite://"))),
    "engine_from_config": dump(call(name("sqlalchemy", "create_engine"), text("sqlite://"))),
    "event_listen": dump(call(name("sqlalchemy.event.api", "listen"), TABLE, text("x"), TOUCH)),
    "test_helper": dump(call(name("sqlalchemy.testing.util", "run_as_contextmanager"), TOUCH)),
    "made_of_a_table": dump(new(TABLE)),
    "called_table": dump(call(TABLE)),
    "instance_called": dump(call(new(name("sqlalchemy.util._collections", "PopulateDict")), text("x"))),
    "element_called": dump(call(new(name(ELEMENTS, "TextClause")), text("x"))),
    "class_called": dump(call(name(ELEMENTS, "TextClause"), text("x"))),
    "select_called": dump(call(name("sqlalchemy.sql.selectable", "Select"))),
    "table_changed": dump(TABLE + items((text("name"), text("other"))) + b"b"),
    "table_changed_by_slots": dump(TABLE + b"N" + items((text("name"), text("other"))) + b"\x86b"),
    "table_as_list": dump(TABLE + text("x") + b"a"),
    "table_as_dict": dump(TABLE + text("x") + text("y") + b"s"),
    "class_changed": dump(name(TYPES, "Integer") + b"N" + items((text("result_processor"), TOUCH)) + b"\x86b"),
    "class_changed_by_what_is_admitted": dump(name(TYPES, "Integer") + b"N" + items((text("x"), text("y"))) + b"\x86b"),
    "function_changed": dump(name("sqlalchemy.sql.operators", "like_op") + items((text("__code__"), text("x"))) + b"b"),
    "module_changed": dump(name("sqlalchemy.sql", "operators") + items((text("x"), text("y"))) + b"b"),
    "class_of_an_object_changed": dump(new(name(TYPES, "Integer")) + b"N" + items((text("__class__"), name(TYPES, "String"))) + b"\x86b"),
    "pickle_type_made": dump(new(name(TYPES, "PickleType")) + items((text("pickler"), name("pickle", "loads"))) + b"b"),
    "pickle_type_with_comparator": dump(call(name(TYPES, "PickleType"), b"K\x02", b"N", name("sqlalchemy.sql.operators", "like_op"))),
    "events_of_a_table": dump(call(call(name("sqlalchemy.event.base", "_UnpickleDispatch")), TABLE)),
    "attribute_not_mapped": dump(
        call(name("sqlalchemy.orm.attributes", "_queryable_attribute_unreduce"), text("__globals__"), b"N", b"N", name("sqlalchemy.sql.operators", "like_op"))
    ),
    "id_of_another_kind": dump(text("file:/etc/passwd") + b"Q"),
    "id_that_is_no_text": dump(b"KeyQ".replace(b"Key", b"K\x05")),
    "mapper_that_is_hostile": dump(text("mapper:" + base64.b64encode(EVIL_VALUE).decode()) + b"Q"),
    "mapper_of_a_class_not_given": dump(text("mapper:" + base64.b64encode(pickle.dumps(dict)).decode()) + b"Q"),
    "property_that_is_hostile": dump(text("mapperprop:" + base64.b64encode(EVIL_VALUE).decode() + ":x") + b"Q"),
    "attribute_that_is_hostile": dump(text("attribute:x:" + base64.b64encode(EVIL_VALUE).decode()) + b"Q"),
    "instance_state": dump(new(name("sqlalchemy.orm.state", "InstanceState")) + items((text("manager"), TOUCH)) + b"b"),
    "weakref": dump(call(name("weakref", "finalize"), TABLE, TOUCH)),
    "getattr_of_an_enumeration": dump(call(name("builtins", "getattr"), name("sqlalchemy.sql.selectable", "SelectLabelStyle"), text("__class__"))),
    "admitted_name_of_another_module": dump(name("os", "Select")),
    "module_below_an_admitted_one": dump(name("sqlalchemy.sql.sqltypes.Integer", "x")),
    "function_of_the_visitor": dump(call(name("sqlalchemy.sql.visitors", "traverse"), TABLE, b"}", b"}")),
}
