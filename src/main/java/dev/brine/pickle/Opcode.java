package dev.brine.pickle;

import net.razorvine.pickle.Opcodes;
import org.jspecify.annotations.Nullable;

/**
 * The opcodes of protocols 0 to 5 and the argument that follows each in the stream. Names and
 * layout are those of CPython's {@code Lib/pickletools.py}.
 */
enum Opcode {
  MARK(Opcodes.MARK, Argument.NONE),
  STOP(Opcodes.STOP, Argument.NONE),
  POP(Opcodes.POP, Argument.NONE),
  POP_MARK(Opcodes.POP_MARK, Argument.NONE),
  DUP(Opcodes.DUP, Argument.NONE),
  FLOAT(Opcodes.FLOAT, Argument.LINE),
  INT(Opcodes.INT, Argument.LINE),
  BININT(Opcodes.BININT, Argument.INT4),
  BININT1(Opcodes.BININT1, Argument.UINT1),
  LONG(Opcodes.LONG, Argument.LINE),
  BININT2(Opcodes.BININT2, Argument.UINT2),
  NONE(Opcodes.NONE, Argument.NONE),
  PERSID(Opcodes.PERSID, Argument.LINE),
  BINPERSID(Opcodes.BINPERSID, Argument.NONE),
  REDUCE(Opcodes.REDUCE, Argument.NONE),
  STRING(Opcodes.STRING, Argument.LINE),
  BINSTRING(Opcodes.BINSTRING, Argument.BYTES4),
  SHORT_BINSTRING(Opcodes.SHORT_BINSTRING, Argument.BYTES1),
  UNICODE(Opcodes.UNICODE, Argument.LINE),
  BINUNICODE(Opcodes.BINUNICODE, Argument.TEXT4),
  APPEND(Opcodes.APPEND, Argument.NONE),
  BUILD(Opcodes.BUILD, Argument.NONE),
  GLOBAL(Opcodes.GLOBAL, Argument.TWO_LINES),
  DICT(Opcodes.DICT, Argument.NONE),
  EMPTY_DICT(Opcodes.EMPTY_DICT, Argument.NONE),
  APPENDS(Opcodes.APPENDS, Argument.NONE),
  GET(Opcodes.GET, Argument.LINE),
  BINGET(Opcodes.BINGET, Argument.UINT1),
  INST(Opcodes.INST, Argument.TWO_LINES),
  LONG_BINGET(Opcodes.LONG_BINGET, Argument.UINT4),
  LIST(Opcodes.LIST, Argument.NONE),
  EMPTY_LIST(Opcodes.EMPTY_LIST, Argument.NONE),
  OBJ(Opcodes.OBJ, Argument.NONE),
  PUT(Opcodes.PUT, Argument.LINE),
  BINPUT(Opcodes.BINPUT, Argument.UINT1),
  LONG_BINPUT(Opcodes.LONG_BINPUT, Argument.UINT4),
  SETITEM(Opcodes.SETITEM, Argument.NONE),
  TUPLE(Opcodes.TUPLE, Argument.NONE),
  EMPTY_TUPLE(Opcodes.EMPTY_TUPLE, Argument.NONE),
  SETITEMS(Opcodes.SETITEMS, Argument.NONE),
  BINFLOAT(Opcodes.BINFLOAT, Argument.FLOAT8),
  PROTO(Opcodes.PROTO, Argument.UINT1),
  NEWOBJ(Opcodes.NEWOBJ, Argument.NONE),
  EXT1(Opcodes.EXT1, Argument.UINT1),
  EXT2(Opcodes.EXT2, Argument.UINT2),
  EXT4(Opcodes.EXT4, Argument.INT4),
  TUPLE1(Opcodes.TUPLE1, Argument.NONE),
  TUPLE2(Opcodes.TUPLE2, Argument.NONE),
  TUPLE3(Opcodes.TUPLE3, Argument.NONE),
  NEWTRUE(Opcodes.NEWTRUE, Argument.NONE),
  NEWFALSE(Opcodes.NEWFALSE, Argument.NONE),
  LONG1(Opcodes.LONG1, Argument.LONG1),
  LONG4(Opcodes.LONG4, Argument.LONG4),
  BINBYTES(Opcodes.BINBYTES, Argument.BYTES4),
  SHORT_BINBYTES(Opcodes.SHORT_BINBYTES, Argument.BYTES1),
  SHORT_BINUNICODE(Opcodes.SHORT_BINUNICODE, Argument.TEXT1),
  BINUNICODE8(Opcodes.BINUNICODE8, Argument.TEXT8),
  BINBYTES8(Opcodes.BINBYTES8, Argument.BYTES8),
  EMPTY_SET(Opcodes.EMPTY_SET, Argument.NONE),
  ADDITEMS(Opcodes.ADDITEMS, Argument.NONE),
  FROZENSET(Opcodes.FROZENSET, Argument.NONE),
  NEWOBJ_EX(Opcodes.NEWOBJ_EX, Argument.NONE),
  STACK_GLOBAL(Opcodes.STACK_GLOBAL, Argument.NONE),
  MEMOIZE(Opcodes.MEMOIZE, Argument.NONE),
  FRAME(Opcodes.FRAME, Argument.UINT8),
  BYTEARRAY8(Opcodes.BYTEARRAY8, Argument.BYTES8),
  NEXT_BUFFER(Opcodes.NEXT_BUFFER, Argument.NONE),
  READONLY_BUFFER(Opcodes.READONLY_BUFFER, Argument.NONE);

  /** What follows an opcode. The number is the width of the length prefix, or of the number. */
  enum Argument {
    NONE,
    UINT1,
    UINT2,
    INT4,
    UINT4,
    UINT8,
    FLOAT8,
    LONG1,
    LONG4,
    BYTES1,
    BYTES4,
    BYTES8,
    TEXT1,
    TEXT4,
    TEXT8,
    LINE,
    TWO_LINES
  }

  private static final @Nullable Opcode[] BY_CODE = new @Nullable Opcode[256];

  static {
    for (Opcode each : values()) {
      BY_CODE[each.code] = each;
    }
  }

  private final int code;
  private final Argument argument;

  Opcode(int code, Argument argument) {
    this.code = code;
    this.argument = argument;
  }

  /** The opcode of an unsigned byte, or null when no protocol knows it. */
  static @Nullable Opcode of(int code) {
    return BY_CODE[code];
  }

  /** The name of the opcode, or the byte itself where it is none. */
  static String nameOf(int code) {
    Opcode opcode = of(code);
    return opcode == null ? "0x%02x".formatted(code) : opcode.name();
  }

  Argument argument() {
    return argument;
  }
}
