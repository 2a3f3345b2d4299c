package dev.brine;

import dev.brine.pickle.PickleDisassembler;
import dev.brine.pickle.PickleInstruction;
import dev.brine.pickle.PyDict;
import dev.brine.pickle.PyObject;
import dev.brine.pickle.PyObject.State;
import dev.brine.pickle.PyPersistent;
import dev.brine.pickle.PythonUnpickler;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The texts in a dump, and the numbers and Nones: each can be replaced by a text, and has a place
 * where it stands.
 */
final class DumpedTexts {

  private static final int BINUNICODE = 'X';
  private static final Set<String> TEXTS = Set.of("SHORT_BINUNICODE", "BINUNICODE", "BINUNICODE8");

  /** What a text may be put in the place of: a reader might take it for what should stand there. */
  private static final Set<String> ATOMS =
      Set.of("BININT", "BININT1", "BININT2", "LONG1", "BINFLOAT", "NEWTRUE", "NEWFALSE", "NONE");

  private static final String NEEDLE = "zqneedle";

  private final byte[] dump;
  private final List<PickleInstruction> opcodes;
  private final List<Integer> texts = new ArrayList<>();

  DumpedTexts(byte[] dump) {
    this.dump = dump;
    this.opcodes = PickleDisassembler.disassemble(dump).toList();
    for (int i = 0; i < opcodes.size(); i++) {
      String opcode = opcodes.get(i).opcode();
      if (TEXTS.contains(opcode) || ATOMS.contains(opcode)) {
        texts.add(i);
      }
    }
  }

  int count() {
    return texts.size();
  }

  /** The dump with another text in the place of one, and without frames, which it may outgrow. */
  byte[] with(int index, String text) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int i = 0; i < opcodes.size(); i++) {
      int start = opcodes.get(i).offset();
      int end = i + 1 < opcodes.size() ? opcodes.get(i + 1).offset() : dump.length;
      if (i == texts.get(index)) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        out.write(BINUNICODE);
        out.writeBytes(
            ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(utf8.length).array());
        out.writeBytes(utf8);
      } else if (!opcodes.get(i).opcode().equals("FRAME")) {
        out.write(dump, start, end - start);
      }
    }
    return out.toByteArray();
  }

  /**
   * Where a text stands: the class and key of its object, and those of the one around it; null for
   * what is no value, such as the name of a class or the key of a state.
   */
  @Nullable String place(int index) {
    return new Search().find(new PythonUnpickler().loads(with(index, NEEDLE)), "", "");
  }

  private static final class Search {

    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    /**
     * @param around the class and key of the object around
     * @param here the class and key where this is
     */
    @Nullable String find(Object node, String around, String here) {
      if (node.equals(NEEDLE)) {
        return around.isEmpty() ? here : around + " > " + here;
      }
      if (!(node instanceof Iterable<?> || node instanceof PyObject) || !seen.add(node)) {
        return null;
      }
      if (node instanceof PyObject object) {
        return object(object, here);
      }
      if (node instanceof PyDict dict) {
        return dict(dict, around, here);
      }
      for (Object each : (Iterable<?>) node) {
        String found = each instanceof PyPersistent ? null : find(each, around, here + "[]");
        if (found != null) {
          return found;
        }
      }
      return null;
    }

    private @Nullable String dict(PyDict dict, String around, String here) {
      for (int i = 0; i < dict.size(); i++) {
        String found = find(dict.keyAt(i), around, here + "{key}");
        if (found == null) {
          found = find(dict.valueAt(i), around, here + "{}");
        }
        if (found != null) {
          return found;
        }
      }
      return null;
    }

    private @Nullable String object(PyObject object, String here) {
      String name = object.className();
      name = name.substring(name.lastIndexOf('.') + 1);
      String found = find(object.callable(), here, name);
      for (int i = 0; found == null && i < object.args().size(); i++) {
        found = find(object.args().get(i), here, name + "(" + i + ")");
      }
      for (PyObject.Step step : object.steps()) {
        if (found == null && step instanceof State state && state.state() instanceof PyDict dict) {
          found = state(dict, here, name);
        } else if (found == null && step instanceof State state) {
          found = find(state.state(), here, name);
        }
      }
      if (found == null) {
        found = find(object.listItems(), here, name + "[]");
      }
      return found == null ? find(object.dictItems(), here, name) : found;
    }

    private @Nullable String state(PyDict state, String here, String name) {
      for (int i = 0; i < state.size(); i++) {
        String found = find(state.valueAt(i), here, name + "." + state.keyAt(i));
        if (found != null) {
          return found;
        }
      }
      return null;
    }
  }
}
