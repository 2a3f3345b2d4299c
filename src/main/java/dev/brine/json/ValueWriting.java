package dev.brine.json;

import dev.brine.error.UnsupportedConstructException;
import dev.brine.error.Wording;
import dev.brine.expr.JsonNull;
import dev.brine.expr.JsonPath;
import dev.brine.expr.MultiRange;
import dev.brine.expr.Operator;
import dev.brine.expr.Range;
import dev.brine.pickle.PyBytes;
import dev.brine.pickle.PyNode;
import dev.brine.pickle.PyNone;
import dev.brine.pickle.PythonComplex;
import dev.brine.pickle.PythonDateTime;
import dev.brine.pickle.PythonDecimal;
import dev.brine.pickle.PythonEnumMember;
import dev.brine.pickle.PythonFrozenSet;
import dev.brine.pickle.PythonOrderedDict;
import dev.brine.pickle.PythonRange;
import dev.brine.pickle.PythonSlice;
import dev.brine.pickle.PythonTime;
import dev.brine.pickle.PythonTuple;
import dev.brine.schema.Column;
import dev.brine.schema.QuotedName;
import dev.brine.schema.SqlType;
import dev.brine.schema.Table;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Python's values as JSON. What JSON has no value for is an object with one key that tells what it
 * is: {@code {"decimal": "1.50"}}.
 */
final class ValueWriting {

  static final String PERSISTENT_ID = "persistent_id";
  static final String REFERENCE = "reference";

  /** A name in a type. */
  static final String QUOTED_NAME = "quoted_name";

  /** An operator by itself. */
  static final String OPERATOR = "operator";

  private final Writing out;

  ValueWriting(Writing out) {
    this.out = out;
  }

  static Map<String, @Nullable Object> tagged(String tag, @Nullable Object value) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put(tag, value);
    return json;
  }

  @Nullable Object write(@Nullable Object value) {
    if (value == null || value == PyNone.NONE || value instanceof Boolean) {
      return value == PyNone.NONE ? null : value;
    }
    if (value instanceof String text) {
      return Texts.write(text);
    }
    if (value instanceof BigDecimal decimal) {
      return tagged("decimal", decimal.toString());
    }
    if (value instanceof Number number) {
      return Numbers.write(number);
    }
    if (value instanceof PyNode) {
      return out.graph(value);
    }
    if (out.isForeign(value)) {
      Map<String, @Nullable Object> reference = out.reference(value);
      boolean isAmbiguous = value instanceof Table || value instanceof Column;
      return isAmbiguous ? tagged(REFERENCE, reference) : reference;
    }
    Object moment = Moments.write(value, this);
    return moment != null ? moment : composite(value);
  }

  private Object composite(Object value) {
    if (value instanceof SqlType type) {
      return Objects.requireNonNull(out.type(type));
    }
    Object own = own(value);
    if (own != null) {
      return own;
    }
    Object scalar = scalar(value);
    if (scalar != null) {
      return scalar;
    }
    Slot known = out.reached(value);
    if (known != null) {
      return known;
    }
    Slot slot = out.slot(value, "value");
    slot.content = out.nested(() -> container(value));
    return slot;
  }

  private @Nullable Object own(Object value) {
    if (value == JsonNull.NULL) {
      return tagged(Writing.CONSTANT, "json_null");
    }
    if (value instanceof JsonPath path) {
      return tagged("json_path", all(path));
    }
    if (value instanceof QuotedName) {
      return tagged(QUOTED_NAME, NameShape.QUOTED.write(value, out));
    }
    if (value instanceof Operator) {
      return tagged(OPERATOR, new OperatorShape(Operator.class).write(value, out));
    }
    if (value instanceof Range || value instanceof MultiRange) {
      RecordForm form = Objects.requireNonNull(FormTable.get().find(value.getClass()));
      Map<String, @Nullable Object> json = tagged(Writing.NODE, form.name());
      if (form.write(value, out) instanceof Map<?, ?> parts) {
        parts.forEach((key, part) -> json.put((String) key, part));
      }
      return json;
    }
    return null;
  }

  private @Nullable Object scalar(Object value) {
    if (value instanceof byte[] bytes) {
      return out.graph(PyBytes.of(bytes));
    }
    if (value instanceof PythonDecimal decimal) {
      return tagged("decimal", decimal.text());
    }
    if (value instanceof UUID uuid) {
      return tagged("uuid", uuid.toString());
    }
    if (value instanceof PythonComplex complex) {
      return tagged(
          "complex", List.of(Numbers.write(complex.real()), Numbers.write(complex.imaginary())));
    }
    if (value instanceof PythonRange range) {
      return tagged("range", all(List.of(range.start(), range.stop(), range.step())));
    }
    if (value instanceof PythonSlice slice) {
      return tagged("slice", all(Arrays.asList(slice.start(), slice.stop(), slice.step())));
    }
    if (value instanceof PythonEnumMember member) {
      Map<String, @Nullable Object> json = tagged("enum", ClassName.text(member.type()));
      json.put("value", write(member.value()));
      return json;
    }
    return null;
  }

  private Object container(Object value) {
    if (value instanceof List<?> list) {
      return all(list);
    }
    if (value instanceof PythonTuple tuple) {
      return tagged("tuple", all(tuple.elements()));
    }
    if (value instanceof Set<?> set) {
      return tagged("set", all(set));
    }
    if (value instanceof PythonFrozenSet set) {
      return tagged("frozenset", all(set.elements()));
    }
    if (value instanceof Map<?, ?> map) {
      return tagged("dict", pairs(map));
    }
    if (value instanceof PythonOrderedDict dict) {
      return tagged("ordered_dict", pairs(dict.entries()));
    }
    throw new UnsupportedConstructException(
        "there is no JSON form of " + Wording.a(value.getClass().getName()),
        "convert it to one of the types that PythonValues lists");
  }

  List<@Nullable Object> all(Collection<?> values) {
    List<@Nullable Object> json = new ArrayList<>(values.size());
    values.forEach(each -> json.add(out.value(each)));
    return json;
  }

  /** As a dict's order is told by nothing else, it is a list of pairs. */
  private List<@Nullable Object> pairs(Map<?, ?> map) {
    List<@Nullable Object> pairs = new ArrayList<>(map.size());
    map.forEach((key, value) -> pairs.add(Arrays.asList(out.value(key), out.value(value))));
    return pairs;
  }

  @Nullable Object tzinfo(PythonDateTime moment) {
    return write(moment.tzinfo());
  }

  @Nullable Object tzinfo(PythonTime time) {
    return write(time.tzinfo());
  }
}
